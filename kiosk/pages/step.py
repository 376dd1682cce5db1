"""Easy words: a topic or a plan as a few short steps, one on each page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from kiosk.content.blocks import Block, Choice, Gap, Heading, Items, Place, Span
from kiosk.pages.comfort import EASY
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.people_page import crisis_blocks
from kiosk.pages.take_page import take_place
from kiosk.pages.topic_page import ways_on
from kiosk.pages.view import View

MakeView = Callable[[Edition, Here, Place], View]
Steps = tuple[tuple[Block, ...], ...]


def easily(whole: MakeView) -> MakeView:
    """The pages of a kind; for visitors who want easy words, step by step where there are any.

    For a visitor who has gone back to all the words, each step is the whole page.
    """

    def view(edition: Edition, here: Here, place: Place) -> View:
        if here.comfort.words == EASY and steps_of(edition, place):
            return _step_view(edition, place)
        return whole(edition, here, place)

    return view


def step_places(edition: Edition) -> Iterator[Place]:
    """The place of every step after a first one, which stands at the place of the whole page."""
    content = edition.content
    topics = (content.place_of(name) for name in content.topics)
    plans = (
        pathway.place_of(plan) for pathway in content.pathways.values() for plan in pathway.plans
    )
    for place in (*topics, *plans):
        for number in range(2, len(steps_of(edition, place)) + 1):
            yield replace(place, step=number)


def steps_of(edition: Edition, place: Place) -> Steps:
    """The steps of a topic, as they were written, or the items of a plan's list."""
    if place.kind == "topic":
        return edition.content.topics[place.name].easy
    plan = edition.content.pathways[place.name].plans[place.part]
    return tuple(item for block in plan.steps if isinstance(block, Items) for item in block.items)


def _step_view(edition: Edition, place: Place) -> View:
    """One step; the way on is the next one, and after the last one other pages."""
    steps = steps_of(edition, place)
    number = min(place.step or 1, len(steps))  # another language may have fewer steps
    page = (_of_topic if place.kind == "topic" else _of_plan)(edition, place)
    rest = (*page.foot, *ways_on(edition, page.next))
    if number < len(steps):
        following = Choice(edition.word("step.next"), replace(place, step=number + 1))
        rest = (Gap(), following, Gap(), Gap(), *page.foot)
    return View(
        title=page.title,
        blocks=(
            Heading((Span(edition.word("step.place", number=number, of=len(steps))),), level=3),
            *steps[number - 1],
            *rest,
        ),
        take=page.take,
    )


class _Whole(NamedTuple):
    """What all steps of a topic or a plan share."""

    title: str
    next: tuple[str, ...]
    """Where to go after the last step."""
    foot: tuple[Block, ...]
    """The numbers that stand on each."""
    take: Place | None = None


def _of_topic(edition: Edition, place: Place) -> _Whole:
    topic = edition.content.topics[place.name]
    return _Whole(topic.title, topic.next, crisis_blocks(edition), take_place(topic.take))


def _of_plan(edition: Edition, place: Place) -> _Whole:
    pathway = edition.content.pathways[place.name]
    plan = pathway.plans[place.part]
    return _Whole(pathway.title, plan.next, pathway.also_show, take_place(plan.take))
