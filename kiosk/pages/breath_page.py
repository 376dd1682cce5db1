"""A slow breath, for a minute: a disc that grows and shrinks, or words where nothing may move."""

from collections.abc import Iterator

from kiosk.content.blocks import (
    Block,
    Choice,
    Gap,
    Items,
    Picture,
    Place,
    Span,
    Spans,
    heading,
    paragraph,
)
from kiosk.pages.acts import Breathe, Change
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.comfort import STILL
from kiosk.pages.edition import Edition
from kiosk.pages.half_blocks import half_blocks
from kiosk.pages.here import Here
from kiosk.pages.view import View

BREATH = "breath"
"""The kind of the page, and the name of the key's command."""
BREATH_PLACE = Place(BREATH)
BEAT_SECONDS = 0.25
"""How long the disc stays as it is."""
BEATS = round(60 / BEAT_SECONDS)
"""After so many, the minute is over."""
IN_SECONDS, OUT_SECONDS = 4, 6
_IN, _OUT = round(IN_SECONDS / BEAT_SECONDS), round(OUT_SECONDS / BEAT_SECONDS)
_WIDEST, _BESIDE = 40, 20
"""The cells of a bar, where a disc has no room, and those that stay empty beside it."""
_MOST_ROWS, _LEAST_ROWS, _ROWS_BELOW = 17, 7, 7
"""The rows of the whole disc, and what else the page needs."""

_LEAST_RADIUS = 0.75
"""With less, the middle of no half block is within the disc."""


def breath_view(edition: Edition, here: Here, _name: str) -> View:
    """The breath as it is at this beat."""
    word = edition.word
    body = _still(edition) if here.beat is None else _moving(edition, here, here.beat)
    return View(title=word("breath.title"), blocks=tuple(body), beside=crisis_calls(edition, here))


def _still(edition: Edition) -> Iterator[Block]:
    word = edition.word
    yield _lead(edition)
    lines = (
        word("breath.still.in", seconds=IN_SECONDS),
        word("breath.still.out", seconds=OUT_SECONDS),
        word("breath.still.again"),
    )
    yield Items(tuple((paragraph(line),) for line in lines), start=1)


def _moving(edition: Edition, here: Here, beat: int) -> Iterator[Block]:
    if beat >= BEATS:
        yield _lead(edition)
        yield paragraph(edition.word("breath.over"), "strong")
        yield Choice(edition.word("breath.again"), Breathe())
        return
    at = beat % (_IN + _OUT)
    is_in = at < _IN
    part = (at + 1) / _IN if is_in else 1 - (at - _IN + 1) / _OUT
    now = heading(edition.word("breath.in" if is_in else "breath.out"))
    rows = min(here.rows - _ROWS_BELOW, _MOST_ROWS)
    if here.half_blocks and rows >= _LEAST_ROWS:
        air = (Gap(),) * (rows // 2 - 2)  # the words stand beside the middle of the disc
        yield Picture(tuple(_disc(part, rows)), (*air, now, _lead(edition)))
    else:
        yield _lead(edition)
        yield now
        length = round(part * min(_WIDEST, max(here.columns - _BESIDE, _BESIDE)))
        bar = Span(("█" if here.half_blocks else "=") * length, "number")
        yield Picture(((bar,),), ())
    yield Choice(edition.word("breath.stop"), Change("motion", STILL))


def _lead(edition: Edition) -> Block:
    return paragraph(edition.word("breath.lead"))


def _disc(part: float, rows: int) -> Iterator[Spans]:
    """A disc of half blocks, which are about as wide as they are high.

    Args:
        part: Its size, of what there is room for, from 0 to 1.
        rows: The lines that there is room for.
    """
    radius = _LEAST_RADIUS + part * (rows - _LEAST_RADIUS) if part else 0

    def is_within(x: int, y: int) -> bool:
        return (x + 0.5 - rows) ** 2 + (y + 0.5 - rows) ** 2 < radius**2

    pixels = [[is_within(x, y) for x in range(2 * rows)] for y in range(2 * rows)]
    for line in half_blocks(pixels):
        yield (Span(line, "number"),)
