"""Text that was not written in our code, made harmless for a terminal."""

import unicodedata

from kiosk.plain_file import SEPARATORS

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format, surrogate, private and unassigned characters: what a terminal could take for a
command, or what turns the direction of text. Textual writes them out as they are."""


def told_name(name: str) -> str:
    """A file's name as a terminal can show it: `?` for what is no letter, such as a line's end."""
    if name.isprintable():
        return name
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def clean(text: str) -> str:
    """The text without what is harmful; separators become spaces, newlines stay."""
    if text.replace("\n", " ").isprintable():  # as most are; Python calls none of these so
        return text
    return "".join(
        character
        for character in text.translate(SEPARATORS)
        if character == "\n" or unicodedata.category(character) not in _DROPPED
    )
