"""One pathway's file to a `Pathway`, strictly: every fault with its line."""

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import structs

from kiosk.content import header
from kiosk.content.blocks import Block, Items
from kiosk.content.faults import FaultList
from kiosk.content.file_reading import FileReading, Link, check_name
from kiosk.content.markdown import read_passage
from kiosk.content.pathway import Answer, Pathway, Plan, Question
from kiosk.content.pathway_checks import Ways, check_ways
from kiosk.content.records import NOTHING, Located, Passage

MOST_STEPS = 7
"""Of a plan: more is no plan for somebody who is upset."""
LONGEST_SHORT = 33
"""Letters of an answer that fit on a screen of 40 columns."""
_BAR = "|"
"""Stands between an answer and its short form."""


ToSay = Annotated[tuple[header.Line, ...], msgspec.Meta(max_length=4)]
"""Sentences to say or show: more are no help to somebody who is upset."""


class _Question(Located, frozen=True, kw_only=True):
    ask: header.Summary
    say: Passage = NOTHING
    answers: dict[str, Passage]


class _PlanWords(Located, frozen=True, kw_only=True):
    title: header.Title
    say: Passage = NOTHING
    steps: Passage
    to_say: ToSay = ()


class _Plan(_PlanWords, frozen=True, kw_only=True):
    next: tuple[header.Text, ...]
    take: header.TakeAddress | None = None


class _Words(header.HeaderWords, frozen=True, kw_only=True):
    """What a translation of a pathway says itself; all else is as in the original."""

    also_show: Passage = NOTHING
    to_say: ToSay = ()
    questions: dict[str, _Question]
    plans: dict[str, _PlanWords]


class _File(header.Header, frozen=True, kw_only=True):
    """A pathway as it is written."""

    sources: header.Sources
    also_show: Passage = NOTHING
    to_say: ToSay = ()
    worries: str = ""
    questions: dict[str, _Question]
    plans: dict[str, _Plan]


def read_pathway(name: str, reading: FileReading) -> Pathway | None:
    """Read a pathway.

    Args:
        name: The file's name without its ending.
        reading: The file.

    Returns:
        The pathway, or None where it has a fault that leaves it without form.
    """
    check_name(name, "my-pathway.yaml", reading)
    written = reading.record(_File)
    return _pathway(name, written, reading) if written else None


def read_translated_pathway(original: Pathway, reading: FileReading) -> Pathway | None:
    """Read a pathway's words in another language; its ways are those of the original.

    Args:
        original: The pathway in English.
        reading: The file.

    Returns:
        The pathway, or None where it has a fault that leaves it without form.
    """
    words = reading.record(_Words)
    if words is None or not _has_same_ways(words, original, reading.faults):
        return None
    if not _says_as_much(words, original, reading.faults):
        return None
    written = _File(
        **header.header_of(original) | header.overlay(words),
        sources=original.sources,
        also_show=words.also_show,
        to_say=words.to_say,
        worries=original.worries,
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
    return _pathway(original.id, written, reading)


def _says_as_much(words: _Words, original: Pathway, faults: FaultList) -> bool:
    """Whether a translation has as many sentences to say as the original, in each place."""
    before = len(faults.faults)
    pairs = [(1, words.to_say, original.to_say)]
    for name, plan in words.plans.items():
        if name in original.plans:
            pairs.append((plan.line, plan.to_say, original.plans[name].to_say))
    for line, theirs, ours in pairs:
        if len(theirs) != len(ours):
            faults.add(
                line, f"In English, 'to_say' has {len(ours)} sentences here, not {len(theirs)}."
            )
    return len(faults.faults) == before


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


def _pathway(name: str, written: _File, reading: FileReading) -> Pathway | None:
    for part_name, part in (*written.questions.items(), *written.plans.items()):
        if not header.NAME.fullmatch(part_name):
            message = f"Write '{part_name}' with small letters and hyphens."
            reading.faults.add(part.line, message)
    ways = check_ways(
        {name: question.answers for name, question in written.questions.items()},
        {name: question.line for name, question in written.questions.items()},
        {name: plan.line for name, plan in written.plans.items()},
        reading.faults,
    )
    reading.check_dates(written.reviewed, written.review_by)
    _check_short_forms(written.questions.values(), reading.faults)
    also_show = read_passage(written.also_show, reading)
    plans = {name: _plan(plan, reading) for name, plan in written.plans.items()}
    says = {name: read_passage(each.say, reading) for name, each in written.questions.items()}
    if ways is None:
        return None
    reading.sources += written.sources
    return Pathway(
        **header.header_of(written),
        id=name,
        sources=written.sources,
        also_show=also_show,
        to_say=written.to_say,
        worries=_worries(written.worries, reading),
        questions={
            name: _question(question, says[name], ways, name)
            for name, question in written.questions.items()
        },
        plans=plans,
    )


def _worries(name: str, reading: FileReading) -> str:
    """The sequence of that name, to be checked; nothing where it is not shown, or none named."""
    if name:
        reading.worries.append(Link(name, reading.line_of_key("worries")))
    return "" if name in reading.hidden else name


def _plan(plan: _Plan, reading: FileReading) -> Plan:
    steps = read_passage(plan.steps, reading)
    match steps:
        case (Items(items, start=1),) if len(items) <= MOST_STEPS:
            pass
        case (Items(_, start=1),):
            message = f"A plan has {MOST_STEPS} steps at most; this one has more."
            reading.faults.add(plan.steps.line, message)
        case _:
            message = "Write the steps as one list that is numbered: 1. 2. 3."
            reading.faults.add(plan.steps.line, message)
    return Plan(
        title=plan.title,
        say=read_passage(plan.say, reading),
        steps=steps,
        next=reading.lead_on(plan.next, plan.line),
        take=plan.take,
        to_say=plan.to_say,
    )


def _question(question: _Question, say: tuple[Block, ...], ways: Ways, name: str) -> Question:
    answers = question.answers.items()
    return Question(
        ask=question.ask,
        say=say,
        answers=tuple(_answer(label, to.text) for label, to in answers),
        number=ways.before[name] + 1,
        of=ways.before[name] + ways.after[name],
    )


def _check_short_forms(questions: Iterable[_Question], faults: FaultList) -> None:
    """Note each answer with a bar behind which no short form stands."""
    for question in questions:
        for written, to in question.answers.items():
            short = written.partition(_BAR)[2].strip()
            if _BAR in written and not 0 < len(short) <= LONGEST_SHORT:
                message = f"Behind the bar, write the answer in at most {LONGEST_SHORT} letters."
                faults.add(to.line, message)


def _answer(written: str, to: str) -> Answer:
    """An answer; behind a bar stands its short form, if it has one."""
    label, _, short = (part.strip() for part in written.partition(_BAR))
    return Answer(label=label, short=short, to=to)
