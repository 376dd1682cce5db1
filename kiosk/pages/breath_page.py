"""A slow breath, for a minute: a bar that grows and shrinks, or words where nothing may move."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Heading, Items, Picture, Place, Span, paragraph
from kiosk.pages.acts import Breathe, Change
from kiosk.pages.comfort import STILL
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View

BREATH = "breath"
"""The kind of the page, and the name of the key's command."""
BREATH_PLACE = Place(BREATH)
BEAT_SECONDS = 0.5
"""How long the bar stays as it is."""
BEATS = round(60 / BEAT_SECONDS)
"""After so many, the minute is over."""
_IN, _OUT = round(4 / BEAT_SECONDS), round(6 / BEAT_SECONDS)
_WIDEST, _BESIDE = 40, 20


def breath_view(edition: Edition, here: Here, _name: str) -> View:
    """The breath as it is at this beat."""
    word = edition.word
    body = _still(edition) if here.beat is None else _moving(edition, here, here.beat)
    return View(
        title=word("breath.title"),
        blocks=(paragraph(word("breath.lead")), *body),
    )


def _still(edition: Edition) -> Iterator[Block]:
    lines = (edition.word(f"breath.still.{part}") for part in ("in", "out", "again"))
    yield Items(tuple((paragraph(line),) for line in lines), start=1)


def _moving(edition: Edition, here: Here, beat: int) -> Iterator[Block]:
    if beat >= BEATS:
        yield paragraph(edition.word("breath.over"), "strong")
        yield Choice(edition.word("breath.again"), Breathe())
        return
    at = beat % (_IN + _OUT)
    is_in = at < _IN
    part = (at + 1) / _IN if is_in else 1 - (at - _IN + 1) / _OUT
    length = round(part * min(_WIDEST, max(here.columns - _BESIDE, _BESIDE)))
    bar = Span(("█" if here.half_blocks else "=") * length, "number")
    yield Heading((Span(edition.word("breath.in" if is_in else "breath.out")),), level=3)
    yield Picture(((bar,),), ())
    yield Choice(edition.word("breath.stop"), Change("motion", STILL))
