"""A plan: what to do now, in a few steps, and where to go from there."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Items, Place, Steps, paragraph
from kiosk.content.pathway import Plan
from kiosk.pages.acts import TickStep
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.take_page import take_place
from kiosk.pages.topic_page import origin, ways_on
from kiosk.pages.view import View


def plan_view(edition: Edition, here: Here, pathway_id: str, plan_id: str) -> View:
    """A plan of a pathway."""
    pathway = edition.content.pathways[pathway_id]
    plan = pathway.plans[plan_id]
    return View(
        title=edition.word("plan.title", title=plan.title),
        aside=pathway.title,
        blocks=(
            *pathway.also_show,
            *plan.say,
            *_steps(edition, here, pathway.place_of(plan_id), plan),
            *ways_on(edition, plan.next, plan.take),
            origin(edition, pathway.sources, pathway.reviewed),
        ),
        reading=True,
        take=take_place(plan.take),
    )


def advice(plan: Plan) -> tuple[Block, ...]:
    """What a plan says."""
    return (*plan.say, *plan.steps)


def _steps(edition: Edition, here: Here, place: Place, plan: Plan) -> Iterator[Block]:
    """The steps, which can be ticked off, and how."""
    done = frozenset(number for plan_place, number in here.done if plan_place == place)
    for block in plan.steps:
        if isinstance(block, Items):
            ticks = tuple(TickStep(place, number + 1) for number in range(len(block.items)))
            yield Steps(block.items, ticks, done)
        else:
            yield block
    yield paragraph(edition.word("plan.tick"), "soft")
