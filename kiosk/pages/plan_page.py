"""A plan: what to do now, in a few steps, and where to go from there."""

from collections.abc import Iterator

import msgspec

from kiosk.content.blocks import (
    Block,
    Choice,
    Items,
    Paragraph,
    Place,
    Span,
    Steps,
    heading,
    paragraph,
)
from kiosk.content.pathway import Pathway, Plan
from kiosk.pages.acts import TickStep
from kiosk.pages.breath_page import BREATH, BREATH_PLACE
from kiosk.pages.call_cards import calls_in, in_short
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.speech_card import SHOW, cards, in_quotes, key_and_words
from kiosk.pages.take_page import take_place
from kiosk.pages.topic_page import origin, ways_on
from kiosk.pages.view import View


def plan_view(edition: Edition, here: Here, pathway_id: str, plan_id: str) -> View:
    """A plan of a pathway."""
    pathway = edition.content.pathways[pathway_id]
    plan = pathway.plans[plan_id]
    place = pathway.place_of(plan_id)
    done = frozenset(number for plan_place, number in here.done if plan_place == place)
    return View(
        title=edition.word("plan.title", title=plan.title),
        aside=_count(edition, plan, done) if done else pathway.title,
        blocks=(
            *with_breath(edition, here, tuple(_lead(plan))),
            *_steps(edition, here, place, plan, done),
            *_to_say(edition, here, pathway, plan_id),
            *_worries(edition, pathway),
            *ways_on(edition, plan.next, plan.take),
            origin(edition, pathway.sources, pathway.reviewed),
        ),
        beside=calls_in(edition, (*advice(plan), *pathway.also_show)),
        always=pathway.also_show,
        always_short=in_short(edition, pathway.also_show),
        reading=True,
        take=take_place(plan.take),
    )


def to_say(pathway: Pathway, plan: Plan) -> tuple[str, ...]:
    """The sentences that a plan has to say or to show."""
    return plan.to_say or pathway.to_say


def advice(plan: Plan) -> tuple[Block, ...]:
    """What a plan says."""
    return (*plan.say, *plan.steps)


def with_breath(edition: Edition, here: Here, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks that end in words, with the way to a slow breath behind these, or below."""
    if not blocks or not isinstance(blocks[-1], Paragraph):
        return blocks
    onward = key_and_words(edition, BREATH, BREATH_PLACE)
    if here.room.is_tall:
        return (*blocks, Paragraph(onward))
    spans = (*blocks[-1].spans, Span(" "), *(onward if here.has_keys else onward[-1:]))
    return (*blocks[:-1], Paragraph(spans))


def _lead(plan: Plan) -> Iterator[Block]:
    """What is said first, which eyes shall fall on first."""
    for block in plan.say:
        if isinstance(block, Paragraph):
            yield Paragraph(tuple(_stronger(span) for span in block.spans))
        else:
            yield block


def _stronger(span: Span) -> Span:
    return msgspec.structs.replace(span, style="strong") if span.style == "plain" else span


def _steps(
    edition: Edition, here: Here, place: Place, plan: Plan, done: frozenset[int]
) -> Iterator[Block]:
    """The steps, which can be ticked off, and how."""
    for block in plan.steps:
        if isinstance(block, Items):
            # Above the steps where these are seen at once with it, and else below the first screen.
            hint = paragraph(_tick_words(edition, plan, done), "soft")
            if here.room.is_tall:
                yield hint
            ticks = tuple(TickStep(place, number + 1) for number in range(len(block.items)))
            yield Steps(block.items, ticks, done)
            if not here.room.is_tall:
                yield hint
        else:
            yield block


def _tick_words(edition: Edition, plan: Plan, done: frozenset[int]) -> str:
    """How to tick a step off, and then what that is worth."""
    if not done:
        return edition.word("plan.tick")
    key = "plan.ticked" if len(done) < _number_of_steps(plan) else "plan.all.ticked"
    return f"{_count(edition, plan, done)}. {edition.word(key)}"


def _count(edition: Edition, plan: Plan, done: frozenset[int]) -> str:
    return edition.word("plan.count", done=len(done), of=_number_of_steps(plan))


def _number_of_steps(plan: Plan) -> int:
    return sum(len(block.items) for block in plan.steps if isinstance(block, Items))


def _to_say(edition: Edition, here: Here, pathway: Pathway, plan_id: str) -> Iterator[Block]:
    plan = pathway.plans[plan_id]
    if sentences := to_say(pathway, plan):
        yield heading(edition.word("show.words"))
        place = Place(SHOW, pathway.id, plan_id if plan.to_say else "")
        yield from cards(edition, here, sentences, place)


def _worries(edition: Edition, pathway: Pathway) -> Iterator[Block]:
    """Doors to what somebody may be afraid of."""
    if pathway.worries:
        sequence = edition.content.sequences[pathway.worries]
        yield heading(edition.word("plan.worries"))
        for name, part in sequence.parts.items():
            title = in_quotes(part.title) if part.title.startswith('"') else part.title
            yield Choice(title, sequence.place_of(name))
