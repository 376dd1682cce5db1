"""Text that was not written in our code, made harmless for a terminal."""

import unicodedata

# Control, format, surrogate, private and unassigned characters: what a terminal could take for
# a command, or what turns the direction of text. Textual writes them out as they are.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """The text without control, format, private or unassigned characters; newlines stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        for character in text
        if character == "\n" or unicodedata.category(character) not in _DROPPED
    )
