"""Where the steps of pages in easy words are."""

from collections.abc import Iterator

from kiosk.content.blocks import Place
from kiosk.pages.edition import Edition
from kiosk.pages.step import steps_of


def step_places(edition: Edition) -> Iterator[Place]:
    """The place of every step after a first one, which stands at the place of the whole page."""
    content = edition.content
    topics = (content.place_of(name) for name in content.topics)
    plans = (
        pathway.place_of(plan) for pathway in content.pathways.values() for plan in pathway.plans
    )
    for place in (*topics, *plans):
        yield from map(place.nth, range(2, len(steps_of(edition, place)) + 1))
