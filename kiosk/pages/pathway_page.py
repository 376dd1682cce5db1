"""A pathway whole, all questions and all plans, for those who read it on paper or by ear."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Items, Place, heading, paragraph
from kiosk.content.pathway import Pathway, Question
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.plan_page import advice, to_say
from kiosk.pages.speech_card import SHOW, cards
from kiosk.pages.topic_page import origin, ways_on
from kiosk.pages.view import View


def pathway_view(edition: Edition, name: str) -> View:
    """The pathway of that id, from its first question to its last plan."""
    pathway = edition.content.pathways[name]
    return View(title=pathway.title, blocks=tuple(_parts(edition, pathway)), reading=True)


def _parts(edition: Edition, pathway: Pathway) -> Iterator[Block]:
    word = edition.word
    yield from pathway.also_show
    yield heading(word("pathway.questions"), level=2)
    for number, question in enumerate(pathway.questions.values(), 1):
        yield heading(word("pathway.question", number=number, title=question.ask))
        yield from question.say
        yield Items(tuple(_answers(edition, pathway, question)), start=1)
    yield heading(word("pathway.plans"), level=2)
    for number, plan in enumerate(pathway.plans.values(), 1):
        yield heading(word("pathway.plan", number=number, title=plan.title))
        yield from advice(plan)
        yield from cards(edition, PAPER, to_say(pathway, plan), Place(SHOW))
    onward = dict.fromkeys(name for plan in pathway.plans.values() for name in plan.next)
    yield from ways_on(edition, onward)
    yield origin(edition, pathway.sources, pathway.reviewed)


def _answers(edition: Edition, pathway: Pathway, question: Question) -> Iterator[tuple[Block, ...]]:
    questions, plans = list(pathway.questions), list(pathway.plans)
    for answer in question.answers:
        if answer.to in pathway.questions:
            key, number = "pathway.to.question", questions.index(answer.to) + 1
        else:
            key, number = "pathway.to.plan", plans.index(answer.to) + 1
        yield (paragraph(edition.word(key, answer=answer.label, number=number)),)
