"""Blocks that hold no other one, and lead nowhere, in lines."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Gap, Large, Row, Span, Term, Verbatim
from kiosk.pages.two_sides import row_lines, term_lines
from kiosk.pages.wrapping import Line, Piece, wrap_spans


def leaf_lines(block: Block, measure: int) -> Iterator[Line]:
    """The lines of such a block."""
    match block:
        case Row():
            yield from row_lines(block, measure)
        case Term():
            yield from term_lines(block, measure)
        case Large(text, lines):
            drawn = ((Piece(line, "strong"),) for line in lines)
            yield from drawn if lines else wrap_spans((Span(text, "strong"),), measure)
        case Verbatim(lines):
            yield from ((Piece(line, "plain"),) for line in lines)
        case Gap():
            yield ()
