"""One pathway's file to a `Pathway`, strictly: every fault with its line."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from typing import cast

import msgspec
from msgspec import structs

from kiosk.content.blocks import Block, Items
from kiosk.content.faults import FaultList
from kiosk.content.markdown import NumberOf, TopicLink
from kiosk.content.model import Audiences, Sources, Summary, TakeAddress, Text, Title
from kiosk.content.passages import NOTHING, PassageReader
from kiosk.content.pathway import Answer, Pathway, Plan, Question
from kiosk.content.pathway_checks import Ways, check_ways
from kiosk.content.records import Located, Passage, compose, read_record

MOST_STEPS = 7
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class _Question(Located, frozen=True, kw_only=True):
    ask: Summary
    say: Passage = NOTHING
    answers: dict[str, Passage]


class _PlanWords(Located, frozen=True, kw_only=True):
    title: Title
    say: Passage = NOTHING
    steps: Passage


class _Plan(_PlanWords, frozen=True, kw_only=True):
    next: tuple[Text, ...]
    take: TakeAddress | None = None


class _Words(msgspec.Struct, frozen=True, kw_only=True):
    """What a translation of a pathway says itself; all else is as in the original."""

    title: Title
    summary: Summary
    reviewed: date
    also_show: Passage = NOTHING
    questions: dict[str, _Question]
    plans: dict[str, _PlanWords]


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway as it is written."""

    title: Title
    audiences: Audiences = msgspec.field(name="for")
    summary: Summary
    order: int = 100
    sources: Sources
    reviewed: date
    review_by: date
    also_show: Passage = NOTHING
    questions: dict[str, _Question]
    plans: dict[str, _Plan]


@dataclass(frozen=True, slots=True)
class PathwayText:
    """What was read, and where it leads outside the pathway."""

    pathway: Pathway
    links: tuple[TopicLink, ...]
    """Links in the text, to topics."""
    next: tuple[TopicLink, ...]
    """Where plans lead on, to topics or pathways."""


def read_pathway(
    name: str,
    text: str,
    number_of: NumberOf,
    faults: FaultList,
    hidden: Container[str] = (),
) -> PathwayText | None:
    """Read a pathway.

    Args:
        name: The file's name without its ending.
        text: The file's text.
        number_of: Tells a helpline's number.
        faults: Takes the faults.
        hidden: Topics and pathways that the library does not show: nothing leads on to them.

    Returns:
        The pathway, or None where it has a fault that leaves it without form.
    """
    if not _NAME.fullmatch(name):
        faults.add(0, "Name the file with small letters and hyphens, like my-pathway.yaml.")
    written = read_record(compose(text, faults), _File, faults)
    return _Reader(name, written, number_of, faults, hidden).read() if written else None


def read_translated_pathway(
    original: Pathway,
    text: str,
    number_of: NumberOf,
    faults: FaultList,
    hidden: Container[str] = (),
) -> PathwayText | None:
    """Read a pathway's words in another language; its ways are those of the original.

    Args:
        original: The pathway in English.
        text: The file's text.
        number_of: Tells a helpline's number.
        faults: Takes the faults.
        hidden: Topics and pathways that the library does not show: nothing leads on to them.

    Returns:
        The pathway, or None where it has a fault that leaves it without form.
    """
    words = read_record(compose(text, faults), _Words, faults)
    if words is None or not _has_same_ways(words, original, faults):
        return None
    written = _File(
        title=words.title,
        audiences=cast("Audiences", original.audiences),
        summary=words.summary,
        order=original.order,
        sources=original.sources,
        reviewed=words.reviewed,
        review_by=original.review_by,
        also_show=words.also_show,
        questions=words.questions,
        plans={
            name: _Plan(
                **structs.asdict(plan),
                next=original.plans[name].next,
                take=original.plans[name].take,
            )
            for name, plan in words.plans.items()
        },
    )
    return _Reader(original.id, written, number_of, faults, hidden).read()


def _has_same_ways(words: _Words, original: Pathway, faults: FaultList) -> bool:
    """Whether a translation asks and answers what the original does, in the same order."""
    before = len(faults.faults)
    parts = ((words.questions, original.questions), (words.plans, original.plans))
    for theirs, ours in parts:
        if list(theirs) != list(ours):
            names = ", ".join(ours)
            faults.add(
                next((part.line for part in theirs.values()), 1),
                f"In English, these stand here in this order: {names}. Do the same.",
            )
    for name, question in words.questions.items():
        ways = [answer.text for answer in question.answers.values()]
        known = original.questions.get(name)
        wanted = [answer.to for answer in known.answers] if known else ways
        if ways != wanted:
            listed = ", ".join(wanted)
            faults.add(question.line, f"In English, the answers of '{name}' lead to: {listed}.")
    return len(faults.faults) == before


class _Reader:
    def __init__(
        self,
        name: str,
        written: _File,
        number_of: NumberOf,
        faults: FaultList,
        hidden: Container[str],
    ) -> None:
        self._name = name
        self._written = written
        self._faults = faults
        self._hidden = hidden
        self._passages = PassageReader(number_of, faults, hidden)
        self._next: list[TopicLink] = []

    def read(self) -> PathwayText | None:
        written = self._written
        for name, part in (*written.questions.items(), *written.plans.items()):
            if not _NAME.fullmatch(name):
                self._faults.add(part.line, f"Write '{name}' with small letters and hyphens.")
        ways = check_ways(
            {name: question.answers for name, question in written.questions.items()},
            {name: question.line for name, question in written.questions.items()},
            {name: plan.line for name, plan in written.plans.items()},
            self._faults,
        )
        also_show = self._passages.blocks(written.also_show)
        plans = {name: self._plan(plan) for name, plan in written.plans.items()}
        says = {name: self._passages.blocks(q.say) for name, q in written.questions.items()}
        if ways is None:
            return None
        pathway = Pathway(
            id=self._name,
            title=written.title,
            audiences=written.audiences,
            summary=written.summary,
            order=written.order,
            sources=written.sources,
            reviewed=written.reviewed,
            review_by=written.review_by,
            also_show=also_show,
            questions={
                name: _question(question, says[name], ways, name)
                for name, question in written.questions.items()
            },
            plans=plans,
        )
        return PathwayText(pathway, tuple(self._passages.links), tuple(self._next))

    def _plan(self, plan: _Plan) -> Plan:
        steps = self._passages.blocks(plan.steps)
        match steps:
            case (Items(items, start=1),) if len(items) <= MOST_STEPS:
                pass
            case (Items(items, start=1),):
                self._faults.add(
                    plan.steps.line, f"A plan has {MOST_STEPS} steps at most; this one has more."
                )
            case _:
                self._faults.add(
                    plan.steps.line, "Write the steps as one list that is numbered: 1. 2. 3."
                )
        self._next += [TopicLink(name, plan.line) for name in plan.next]
        return Plan(
            title=plan.title,
            say=self._passages.blocks(plan.say),
            steps=steps,
            next=tuple(name for name in plan.next if name not in self._hidden),
            take=plan.take,
        )


def _question(question: _Question, say: tuple[Block, ...], ways: Ways, name: str) -> Question:
    answers = question.answers.items()
    return Question(
        ask=question.ask,
        say=say,
        answers=tuple(Answer(label=label, to=to.text) for label, to in answers),
        number=ways.before[name] + 1,
        of=ways.before[name] + ways.after[name],
    )
