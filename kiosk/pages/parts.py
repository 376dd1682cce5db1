"""Parts that are shown one by one: each on a page of its own, which leads to the next."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiosk.content.blocks import Block, Choice, Place
from kiosk.content.piece import Piece
from kiosk.pages.call_cards import calls_in, in_short
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.topic_page import choices_on, origin, ways_on
from kiosk.pages.view import View


class Parts(NamedTuple):
    """What all pages of one thing in parts share."""

    title: str
    places: tuple[Place, ...]
    """Where its parts stand, in their order."""
    end: tuple[Block, ...]
    """Where to go after the last part."""
    foot: tuple[Block, ...] = ()
    """What is always in sight, such as numbers to call."""
    take: Place | None = None
    following: str = "piece.next"
    """The key of the words for the way to the next part."""


def parts_of(edition: Edition, piece: Piece) -> Parts:
    """A piece's parts, each at its place."""
    return Parts(
        title=piece.title,
        places=tuple(map(piece.place_of, piece.parts)),
        end=choices_on(edition, piece.next),
        foot=piece.also_show,
    )


def part_view(
    edition: Edition,
    here: Here,
    parts: Parts,
    place: Place,
    blocks: Iterable[Block],
    onward: Iterable[Block] | None = None,
) -> View:
    """One part, and the way to the next one; after the last, where to go from there.

    Args:
        edition: The words.
        here: The screen.
        parts: All of them.
        place: Where the part stands.
        blocks: What it says.
        onward: What stands in the place of the way on, where there is something to do first.

    Raises:
        LookupError: No part stands there.
    """
    if place not in parts.places:
        raise LookupError(f"{place.kind}/{place.name}/{place.part}")
    number = parts.places.index(place) + 1
    on = way_on(edition, parts, place) if onward is None else onward
    return View(
        title=parts.title,
        aside=edition.word("question.place", number=number, of=len(parts.places)),
        blocks=(*blocks, *on),
        beside=calls_in(edition, parts.foot) if here.room.side else (),
        always=parts.foot,
        always_short=in_short(edition, parts.foot),
        take=parts.take,
    )


def way_on(edition: Edition, parts: Parts, place: Place) -> Iterator[Block]:
    """The way to the part after a place, or from the last one on."""
    following = parts.places[parts.places.index(place) + 1 :]
    if following:
        yield Choice(edition.word(parts.following), following[0])
    else:
        yield from parts.end


def whole_view(edition: Edition, piece: Piece, blocks: Iterable[Block]) -> View:
    """All parts of a piece on one page, for those who read them on paper or by ear."""
    return View(
        title=piece.title,
        blocks=(
            *piece.also_show,
            *blocks,
            *ways_on(edition, piece.next),
            origin(edition, piece.sources, piece.reviewed),
        ),
        reading=True,
    )
