"""Words to show, large and one a screen: to hold in front of somebody without speaking."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.content.blocks import Block, Large, Place, paragraph
from kiosk.content.model import Content
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.large_letters import large
from kiosk.pages.parts import Parts, part_view
from kiosk.pages.speech_card import SHOW, has_cards, said_in
from kiosk.pages.view import View

_ROWS_BELOW = 5
"""Lines below the words: how to use them, and the way to the next ones."""


def show_view(edition: Edition, here: Here, place: Place) -> View:
    """One of the sentences that a page has to say or to show.

    Raises:
        LookupError: The page has no such sentence.
    """
    sentences = _sentences(edition.content, place)
    places = tuple(map(place.nth, range(1, len(sentences) + 1)))
    if place not in places:
        raise LookupError(f"{place.name}/{place.part}")
    text = sentences[max(place.step, 1) - 1]
    drawn: tuple[str, ...] = ()
    if here.half_blocks:
        columns = max(here.columns, here.room.width)
        drawn = large(text, columns, here.rows - _ROWS_BELOW)
    blocks: tuple[Block, ...] = (Large(text, drawn), paragraph(edition.word("show.how"), "soft"))
    title = edition.word("show.title")
    view = part_view(edition, here, Parts(title, places, end=()), place, blocks)
    return replace(view, aside=view.aside if len(places) > 1 else "")


def show_places(content: Content) -> Iterator[Place]:
    """Where each sentence of each page is shown."""
    for first in _firsts(content):
        yield from map(first.nth, range(1, len(_sentences(content, first)) + 1))


def _firsts(content: Content) -> Iterator[Place]:
    yield from (Place(SHOW, name) for name, topic in content.topics.items() if has_cards(topic))
    for pathway in content.pathways.values():
        yield Place(SHOW, pathway.id)
        yield from (Place(SHOW, pathway.id, name) for name in pathway.plans)
    for sequence in content.sequences.values():
        yield from (Place(SHOW, sequence.id, name) for name in sequence.parts)


def _sentences(content: Content, place: Place) -> list[str]:
    """What a page has to say or to show."""
    if place.name in content.topics:
        return said_in(content.topics[place.name].blocks)
    if place.name in content.sequences:
        return said_in(content.sequences[place.name].parts[place.part].say)
    pathway = content.pathways[place.name]
    return list(pathway.plans[place.part].to_say if place.part else pathway.to_say)
