"""Lines with two sides: a name and its number, or keys and what they do."""

from collections.abc import Iterator

from kiosk.content.blocks import Row, Span, Term
from kiosk.pages.wrapping import NO_SPOT, Line, Piece, fill, width_of, wrap_spans

LEAST = 16
"""Cells that a column must have; what would get less is set below instead."""
_CAP_GAP = Piece(" ", "plain")


def row_lines(row: Row, measure: int) -> Iterator[Line]:
    """A text at each side, or one below the other where they do not fit."""
    sides = [tuple(wrap_spans(side, measure)) for side in (row.left, row.right)]
    widths = [width_of(side[0]) if len(side) == 1 else measure for side in sides]
    space = measure - sum(widths)
    if space >= 2:
        yield (*sides[0][0], Piece(" " * space, "plain"), *sides[1][0])
    else:
        yield from sides[0]
        yield from sides[1]


def term_lines(term: Term, measure: int) -> Iterator[Line]:
    """Keys as caps, and what they do in a column beside them, or below."""
    caps = tuple(p for key in term.keys for p in (Piece(f" {key} ", "key"), _CAP_GAP))
    indent = max(term.indent, width_of(caps))
    lead = fill(caps, indent, NO_SPOT)
    if measure - indent < LEAST:
        fits = width_of(caps[:-1]) <= measure
        yield from [caps[:-1]] if fits else ((cap,) for cap in caps[::2])
        indent = 2
        lead = (Piece(" " * indent, "plain"),)
    for line in wrap_spans((Span(term.meaning),), measure - indent):
        yield (*lead, *line)
        lead = (Piece(" " * indent, "plain"),)
