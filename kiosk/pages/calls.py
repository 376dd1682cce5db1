"""A call card in lines: who, the number large, when, and how to reach it without speaking."""

from collections.abc import Iterator

from rich.cells import cell_len

from kiosk.content.blocks import Call, Span, unbreakable
from kiosk.pages.numerals import numerals
from kiosk.pages.surfaces import PADDING, on_ground
from kiosk.pages.wrapping import Line, Piece, width_of, wrap_spans

_SPACE = 2


def call_card(
    call: Call, width: int, *, padding: int, has_figures: bool, is_airy: bool, is_wide: bool
) -> list[Line]:
    """The lines of a call card.

    Args:
        call: Whom to call.
        width: The cells of the card.
        padding: Empty lines above and below.
        has_figures: Whether the number may be three lines high.
        is_airy: Whether an empty line stands below such a number.
        is_wide: Whether an empty line parts its lines.
    """
    has_figures = has_figures and not is_wide
    air = 1 if is_airy else 0
    lines = list(_lines(call, width - 2 * PADDING, has_figures=has_figures, air=air))
    if is_wide:
        lines = [line for each in lines for line in (each, ())][:-1]
    return list(on_ground(lines, width, "call", above=padding))


def _lines(call: Call, width: int, *, has_figures: bool, air: int) -> Iterator[Line]:
    figures = numerals(call.contact, width) if has_figures else ()
    if figures:
        yield from _sides(call.name, call.when, width)
        yield from ((Piece(line, "number"),) for line in figures)
        yield from [()] * air
        softer: tuple[str, ...] = (call.quiet,)
    else:
        yield from _head(call, width)
        softer = (call.when, call.quiet)
    yield from wrap_spans((Span(call.serves),), width)
    for text in filter(None, softer):
        yield from wrap_spans((Span(text, "soft"),), width)


def _head(call: Call, width: int) -> Iterator[Line]:
    """The name, and the number at the right of its last line, or below where there is no room."""
    *lines, last = wrap_spans((Span(call.name, "strong"),), width)
    yield from lines
    space = width - width_of(last) - cell_len(call.contact)
    if space >= _SPACE:
        yield (*last, Piece(" " * space, "plain"), Piece(call.contact, "number"))
    else:
        yield last
        yield from wrap_spans((Span(unbreakable(call.contact), "number"),), width)


def _sides(left: str, right: str, width: int) -> Iterator[Line]:
    space = width - cell_len(left) - cell_len(right)
    if right and space >= _SPACE:
        yield (Piece(left, "strong"), Piece(" " * space, "plain"), Piece(right, "soft"))
        return
    yield from wrap_spans((Span(left, "strong"),), width)
    yield from wrap_spans((Span(right, "soft"),), width)
