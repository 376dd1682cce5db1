"""Characters that the Linux console cannot show.

Its font has 256 glyphs. What stands in none of them is drawn as a block. The kernel's own font
has the characters of code page 437 (drivers/tty/vt/cp437.uni in its source); no console shows
fewer. Typographic quotation marks and dashes, which word processors put in, are not among them.
"""

from collections.abc import Iterator

from kiosk.staff.check.letters import PLAIN
from kiosk.staff.check.passages import Passage
from kiosk.staff.check.report import Rule, WordsFinding, mistake

_KERNEL_FONT = bytes([*range(0x20, 0x7F), *range(0x80, 0x100)]).decode("cp437")
_ARROWS = "←↑→↓↔↕"  # glyphs of that font as well, which Python takes for control characters
_LATIN_1, _LATIN_2, _LATIN_8, _ROMANIAN = (
    bytes(range(0xA1, 0x100)).decode(code)
    for code in ("iso8859_1", "iso8859_2", "iso8859_14", "iso8859_16")
)
_FONTS = {
    "cy": _LATIN_8,  # Lat38
    "es": _LATIN_1,  # Lat15
    "pl": _LATIN_2,  # Lat2
    "pt": _LATIN_1,  # Lat15
    "ro": _LATIN_2 + "".join(set("ăâîșțĂÂÎȘȚ") & set(_ROMANIAN)),  # Lat2
}
"""What a language's own console font has besides these; after each its name in console-setup."""
_INSTEAD = {
    **{character: instead for character, instead in PLAIN.items() if instead.strip()},
    "—": " - ",
    "€": "euros",
    "•": "a list, with '- ' before each item",
    "\u202f": "a space",
}


def glyphs_missing(passage: Passage, language: str) -> Iterator[WordsFinding]:
    """The characters of a passage that a console's font does not have, each line's once."""
    known = {*_KERNEL_FONT, *_ARROWS, *_FONTS.get(language, ""), "\n", "\t"}
    if known.issuperset(passage.text):
        return
    for offset, line in enumerate(passage.text.split("\n")):
        for character in sorted(set(line) - known):
            wanted = _INSTEAD.get(character)
            yield mistake(
                (passage.path, passage.line + offset),
                Rule.GLYPH,
                f"The character '{character}' (U+{ord(character):04X}) is drawn as a block "
                "on the Linux console.",
                f"Write {wanted} instead." if wanted else "Write it in plain letters.",
            )
