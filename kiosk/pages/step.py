"""Easy words: a topic or a plan as a few short steps, one on each page."""

import dataclasses
from collections.abc import Callable

from kiosk.content.blocks import Block, Items, Place, heading
from kiosk.pages.comfort import EASY
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.parts import Parts, part_view
from kiosk.pages.people_page import crisis_blocks
from kiosk.pages.plan_page import with_breath
from kiosk.pages.take_page import take_place
from kiosk.pages.topic_page import ways_on
from kiosk.pages.view import View
from kiosk.pages.way import way

MakeView = Callable[[Edition, Here, Place], View]


def easily(whole: MakeView) -> MakeView:
    """The pages of a kind; for visitors who want easy words, step by step where there are any.

    For a visitor who has gone back to all the words, each step is the whole page.
    """

    def view(edition: Edition, here: Here, place: Place) -> View:
        if here.comfort.words == EASY and steps_of(edition, place):
            return _step_view(edition, here, place)
        return whole(edition, here, place)

    return view


def steps_of(edition: Edition, place: Place) -> tuple[tuple[Block, ...], ...]:
    """The steps of a topic, as they were written, or the items of a plan's list."""
    if place.kind == "topic":
        return edition.content.topics[place.name].easy
    plan = edition.content.pathways[place.name].plans[place.part]
    return tuple(item for block in plan.steps if isinstance(block, Items) for item in block.items)


def _step_view(edition: Edition, here: Here, place: Place) -> View:
    """One step; the way on is the next one, and after the last one other pages."""
    steps = steps_of(edition, place)
    number = min(place.step or 1, len(steps))  # another language may have fewer steps
    parts = (_of_topic if place.kind == "topic" else _of_plan)(edition, place)
    parts = parts._replace(
        places=tuple(map(place.nth, range(1, len(steps) + 1))),
        following="step.next",
    )
    blocks = steps[number - 1]
    if place.kind == "plan" and number == 1:
        blocks = with_breath(edition, here, blocks)
    at_step = heading(edition.word("step.place", number=number, of=len(steps)))
    at = parts.places[number - 1]
    come = way(here.room, number, len(steps))
    view = part_view(edition, here, parts, at, (*come, at_step, *blocks))
    return dataclasses.replace(view, aside="")  # the heading counts, and is read aloud


def _of_topic(edition: Edition, place: Place) -> Parts:
    topic = edition.content.topics[place.name]
    return _parts(edition, topic.title, topic.next, crisis_blocks(edition), topic.take)


def _of_plan(edition: Edition, place: Place) -> Parts:
    pathway = edition.content.pathways[place.name]
    plan = pathway.plans[place.part]
    return _parts(edition, pathway.title, plan.next, pathway.also_show, plan.take)


def _parts(
    edition: Edition,
    title: str,
    names: tuple[str, ...],
    foot: tuple[Block, ...],
    address: str | None,
) -> Parts:
    """What the steps share, whose places are not known yet."""
    return Parts(
        title=title,
        places=(),
        end=ways_on(edition, names),
        foot=foot,
        take=take_place(address),
    )
