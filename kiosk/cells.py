"""How wide text is on a terminal, for what is set before any library is imported."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def width_of(text: str) -> int:
    """The cells that a text takes: two for a wide character, none for a mark on another one."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if category(character).startswith("M"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """A text in lines that fit; a last word alone takes the one before it along.

    Args:
        text: Words; all white space between them counts as one space.
        width: The cells of a line, at least 2.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += " " + word
        else:
            lines += _parts(word, width)
    *full, last = lines or [""]
    if full and " " not in last and full[-1].count(" ") > 1:
        line, _, spared = full[-1].rpartition(" ")
        if width_of(f"{spared} {last}") <= width:
            lines[-2:] = [line, f"{spared} {last}"]
    return lines


def _parts(word: str, width: int) -> Iterator[str]:
    """A word that is too long for a line, in parts that are not."""
    part = ""
    for character in word:
        if width_of(part + character) > width:
            yield part
            part = ""
        part += character
    yield part
