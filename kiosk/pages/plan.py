"""A plan: what to do now, in a few steps, and where to go from there."""

from kiosk.content.blocks import Block
from kiosk.content.pathway import Plan
from kiosk.pages.library import Library
from kiosk.pages.take import take_place
from kiosk.pages.topic import origin, ways_on
from kiosk.pages.view import View


def plan_view(library: Library, pathway_id: str, plan_id: str) -> View:
    """A plan of a pathway."""
    pathway = library.content.pathways[pathway_id]
    plan = pathway.plans[plan_id]
    return View(
        title=library.word("plan.title", title=plan.title),
        aside=pathway.title,
        blocks=(
            *pathway.also_show,
            *advice(plan),
            *ways_on(library, plan.next, plan.take),
            origin(library, pathway.sources, pathway.reviewed),
        ),
        reading=True,
        take=take_place(plan.take),
    )


def advice(plan: Plan) -> tuple[Block, ...]:
    """What a plan says."""
    return (*plan.say, *plan.steps)
