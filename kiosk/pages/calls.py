"""A call card in lines: who, the number large, when, and how to reach it without speaking."""

from collections.abc import Iterator

from rich.cells import cell_len

from kiosk.content.blocks import Call, Span, unbreakable
from kiosk.pages.numerals import numerals
from kiosk.pages.spacing import Density, Spacing
from kiosk.pages.surfaces import PADDING, on_ground
from kiosk.pages.wrapping import Line, Piece, width_of, wrap_spans

_SPACE = 2


def call_card(call: Call, width: int, density: Density) -> list[Line]:
    """The lines of a call card.

    Args:
        call: Whom to call.
        width: The cells of the card.
        density: How generously it is set.
    """
    inner = width - 2 * PADDING
    is_wide = density.spacing is Spacing.WIDE
    if density.has_figures and not is_wide:
        lines = [*_below_each_other(call, inner, air=1 if density.has_airy_calls else 0)]
    else:
        lines = [*_head(call, inner), *_rest(inner, call.serves, call.when, call.quiet)]
    if is_wide:
        lines = [line for each in lines for line in (each, ())][:-1]
    return list(on_ground(lines, width, "call", above=density.padding))


def _below_each_other(call: Call, width: int, *, air: int) -> Iterator[Line]:
    """The name, the number below it in figures where these fit, and the rest."""
    yield from _sides(call.name, call.when, width)
    if figures := numerals(call.contact, width):
        yield from ((Piece(line, "number"),) for line in figures)
    else:
        yield from [()] * air
        yield from wrap_spans((Span(unbreakable(call.contact), "number"),), width)
    yield from [()] * air
    yield from _rest(width, call.serves, call.quiet)


def _rest(width: int, serves: str, *softer: str) -> Iterator[Line]:
    yield from wrap_spans((Span(serves),), width)
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
