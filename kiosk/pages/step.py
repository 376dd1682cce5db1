"""Easy words: a topic or a plan as a few short steps, one on each page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kiosk.content.blocks import Block, Choice, Gap, Heading, Items, Place, Span
from kiosk.content.pathway import parts_of
from kiosk.pages.comfort import EASY
from kiosk.pages.library import Library
from kiosk.pages.people import crisis_blocks
from kiosk.pages.plan import plan_view
from kiosk.pages.take import take_place
from kiosk.pages.topic import topic_view, ways_on
from kiosk.pages.view import View

STEP = "step"
_NUMBER = ":"
"""Parts the name of a topic or a plan from the number of the step in a place's name."""
MakeView = Callable[[Library, str], View]
Steps = tuple[tuple[Block, ...], ...]


def easily(whole: MakeView) -> MakeView:
    """The pages of a kind; for visitors who want easy words, the first step where there are any."""

    def view(library: Library, name: str) -> View:
        if library.here.comfort.words == EASY and steps_of(library, name):
            return step_view(library, f"{name}{_NUMBER}1")
        return whole(library, name)

    return view


def step_places(library: Library) -> Iterator[Place]:
    """The place of every step after a first one, which stands at the place of the whole page."""
    content = library.content
    plans = [
        pathway.place_of(plan).name
        for pathway in content.pathways.values()
        for plan in pathway.plans
    ]
    for name in (*content.topics, *plans):
        for number in range(2, len(steps_of(library, name)) + 1):
            yield step_place(name, number)


def step_place(name: str, number: int) -> Place:
    """The place of a step.

    Args:
        name: The name of the topic's or the plan's place.
        number: Which step, counted from 1.
    """
    return Place(STEP, f"{name}{_NUMBER}{number}")


def steps_of(library: Library, name: str) -> Steps:
    """The steps of a topic, as they were written, or the items of a plan's list."""
    if name in library.content.topics:
        return library.content.topics[name].easy
    pathway_id, plan_id = parts_of(name)
    plan = library.content.pathways[pathway_id].plans[plan_id]
    return tuple(item for block in plan.steps if isinstance(block, Items) for item in block.items)


def step_view(library: Library, name: str) -> View:
    """One step; the way on is the next one, and after the last one other pages.

    For a visitor who has gone back to all the words, it is the whole page.
    """
    of, _, digits = name.rpartition(_NUMBER)
    is_easy, is_topic = library.here.comfort.words == EASY, of in library.content.topics
    if not is_easy:
        return topic_view(library, of) if is_topic else plan_view(library, of)
    number, steps = int(digits), steps_of(library, of)
    page = _of_topic(library, of) if is_topic else _of_plan(library, of)
    rest = (*page.foot, *ways_on(library, page.next))
    if number < len(steps):
        following = Choice(library.word("step.next"), step_place(of, number + 1))
        rest = (Gap(), following, Gap(), Gap(), *page.foot)
    return View(
        title=page.title,
        blocks=(
            Heading((Span(library.word("step.place", number=number, of=len(steps))),), level=3),
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


def _of_topic(library: Library, name: str) -> _Whole:
    topic = library.content.topics[name]
    return _Whole(
        topic.front.title, topic.front.next, crisis_blocks(library), take_place(topic.front.take)
    )


def _of_plan(library: Library, name: str) -> _Whole:
    pathway_id, plan_id = parts_of(name)
    pathway = library.content.pathways[pathway_id]
    plan = pathway.plans[plan_id]
    return _Whole(pathway.title, plan.next, pathway.also_show, take_place(plan.take))
