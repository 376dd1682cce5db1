"""A plan: what to do now, in a few steps, and where to go from there."""

from kiosk.content.blocks import Block
from kiosk.content.pathway import Plan
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.take_page import take_place
from kiosk.pages.topic_page import origin, ways_on
from kiosk.pages.view import View


def plan_view(edition: Edition, _here: Here, pathway_id: str, plan_id: str) -> View:
    """A plan of a pathway."""
    pathway = edition.content.pathways[pathway_id]
    plan = pathway.plans[plan_id]
    return View(
        title=edition.word("plan.title", title=plan.title),
        aside=pathway.title,
        blocks=(
            *pathway.also_show,
            *advice(plan),
            *ways_on(edition, plan.next, plan.take),
            origin(edition, pathway.sources, pathway.reviewed),
        ),
        reading=True,
        take=take_place(plan.take),
    )


def advice(plan: Plan) -> tuple[Block, ...]:
    """What a plan says."""
    return (*plan.say, *plan.steps)
