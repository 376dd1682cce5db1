"""One pathway's file to a `Pathway`, strictly: every fault with its line."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

import msgspec

from kiosk.content.blocks import Block, Items
from kiosk.content.faults import FaultList
from kiosk.content.markdown import NumberOf, TopicLink, read_markdown
from kiosk.content.model import Audiences, Sources, Summary, Text, Title
from kiosk.content.pathway import Answer, Pathway, Plan, Question
from kiosk.content.pathway_checks import Ways, check_ways
from kiosk.content.records import Located, Passage, compose, read_record

MOST_STEPS = 7
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOTHING = Passage("", 0)


class _Question(Located, frozen=True, kw_only=True):
    ask: Summary
    say: Passage = _NOTHING
    answers: dict[str, Passage]


class _Plan(Located, frozen=True, kw_only=True):
    title: Title
    say: Passage = _NOTHING
    steps: Passage
    next: tuple[Text, ...]


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """A pathway as it is written."""

    title: Title
    audiences: Audiences = msgspec.field(name="for")
    summary: Summary
    order: int = 100
    sources: Sources
    reviewed: date
    review_by: date
    also_show: Passage = _NOTHING
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
        self._number_of = number_of
        self._faults = faults
        self._hidden = hidden
        self._links: list[TopicLink] = []
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
        also_show = self._blocks(written.also_show)
        plans = {name: self._plan(plan) for name, plan in written.plans.items()}
        says = {name: self._blocks(q.say) for name, q in written.questions.items()}
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
        return PathwayText(pathway, tuple(self._links), tuple(self._next))

    def _plan(self, plan: _Plan) -> Plan:
        steps = self._blocks(plan.steps)
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
        ways_on = tuple(name for name in plan.next if name not in self._hidden)
        return Plan(title=plan.title, say=self._blocks(plan.say), steps=steps, next=ways_on)

    def _blocks(self, passage: Passage) -> tuple[Block, ...]:
        if not passage.text.strip():
            return ()
        body = read_markdown(
            passage.text.expandtabs(4), self._number_of, self._faults, passage.line, self._hidden
        )
        self._links += body.links
        return body.blocks


def _question(question: _Question, say: tuple[Block, ...], ways: Ways, name: str) -> Question:
    answers = question.answers.items()
    return Question(
        ask=question.ask,
        say=say,
        answers=tuple(Answer(label=label, to=to.text) for label, to in answers),
        number=ways.before[name] + 1,
        of=ways.before[name] + ways.after[name],
    )
