"""What a page has, beside its text: its headings, those in sight marked. Pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.content.blocks import Span, Style
from kiosk.pages.page import Page
from kiosk.pages.reader import Reader
from kiosk.pages.typesetting import MARKER
from kiosk.pages.wrapping import Line, Piece, wrap_spans

_FEWEST = 2
_INDENT, _HANG = 2, 2
"""Cells before an entry, for its mark; and those more before its further lines."""
Heading = tuple[int, str]
"""The line at which a heading begins, and its words."""
Entry = tuple[Line, int]
"""A line of the contents, and the line of the page that it stands for."""


def headings_of(page: Page) -> list[Heading]:
    """The headings that part a page."""
    found: list[Heading] = []
    before = False
    for number, line in enumerate(page.lines):
        is_heading = bool(line) and all(piece.style == "heading2" for piece in line)
        if is_heading:
            words = "".join(piece.text for piece in line)
            if before:
                first, begun = found.pop()
                found.append((first, f"{begun} {words}"))
            else:
                found.append((number, words))
        before = is_heading
    return found


def contents_of(
    reader: Reader, headings: Sequence[Heading], title: str, width: int
) -> Sequence[Entry]:
    """The contents of a page in lines, the parts that are in sight with a mark before them.

    Args:
        reader: Where on the page the visitor is.
        headings: The headings of that page.
        title: What stands above.
        width: The cells of a line.

    Returns:
        The lines; none for a page that is seen whole, or has no parts.
    """
    if not reader.last_top or len(headings) < _FEWEST:
        return ()
    head: list[Entry] = [((Piece(f"  {title}", "strong"),), 0), ((), 0)]
    return (*head, *_entries(reader, headings, width))


def rows_of_contents(page: Page, width: int, rows: int) -> int:
    """The lines that the contents take line on line where so many of the page are seen at once."""
    headings = headings_of(page)
    if not width or len(page.lines) <= rows or len(headings) < _FEWEST:
        return 0
    wrapped = (wrap_spans((Span(words),), width - _INDENT - _HANG) for _, words in headings)
    return 3 + sum(len([*lines]) for lines in wrapped)


def closer(contents: Sequence[Entry]) -> Sequence[Entry]:
    """The contents line on line, with an empty one below what stands above, and at the end."""
    if not contents:
        return ()
    head, gap, *entries = contents
    return (head, gap, *(entry for entry in entries if entry[0]), gap)


def _entries(reader: Reader, headings: Sequence[Heading], width: int) -> Iterator[Entry]:
    bottom = reader.top + reader.height
    end = (len(reader.page.lines), "")
    for (first, words), (following, _) in pairwise([*headings, end]):
        in_sight = first < bottom and following > reader.top
        mark = Piece(f"{MARKER} " if in_sight else "  ", "number")
        style: Style = "plain" if in_sight else "soft"
        hang: Line = ()
        for line in wrap_spans((Span(words, style),), width - _INDENT - _HANG):
            yield (mark, *hang, *line), first
            hang = (Piece(" " * _HANG, "plain"),)
        yield (), first
