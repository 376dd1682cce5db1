"""Whether every way through a pathway ends in a plan, and soon enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kiosk.content.faults import FaultList
from kiosk.content.records import Passage

MOST_QUESTIONS = 5
"""On any way from the first question to a plan."""
_MOST_ANSWERS = 9
"""Each answer has a number key."""
Questions = Mapping[str, Mapping[str, Passage]]
"""Question ids to answers, and each answer to the id where it leads, with its line."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How long the longest ways are, for each question."""

    before: Mapping[str, int]
    """The questions that were asked before it."""
    after: Mapping[str, int]
    """The questions from it to a plan, itself among them."""


def check_ways(
    questions: Questions, lines: Mapping[str, int], plans: Mapping[str, int], faults: FaultList
) -> Ways | None:
    """Find every dead end, loop, part that nothing leads to, and way that is too long.

    Args:
        questions: The questions, the first one first.
        lines: The line of each question.
        plans: The plans, with their lines.
        faults: Takes the faults.

    Returns:
        The lengths of the ways, or None where there is a fault that leaves them without end.
    """
    if not questions:
        faults.add(0, "There is no question here; write one under 'questions:'.")
        return None
    if doubles := plans.keys() & questions.keys():
        for name in doubles:
            faults.add(plans[name], f"'{name}' is a question and a plan; give one another name.")
        return None
    ends_well = _check_answers(questions, lines, plans, faults)
    _check_all_reached(questions, lines, plans, faults)
    try:
        order = list(TopologicalSorter(_graph(questions)).static_order())
    except CycleError as error:
        _tell_loop(questions, error.args[1], faults)
        return None
    ways = _measure(questions, order)
    _tell_long_way(questions, ways, faults)
    return ways if ends_well else None


def _check_answers(
    questions: Questions, lines: Mapping[str, int], plans: Mapping[str, int], faults: FaultList
) -> bool:
    """Whether each question has answers, and each answer leads somewhere."""
    known = [*questions, *plans]
    ends_well = True
    for name, answers in questions.items():
        if not 2 <= len(answers) <= _MOST_ANSWERS:
            faults.add(lines[name], f"A question has 2 to {_MOST_ANSWERS} answers.")
            ends_well = False
        for label, to in answers.items():
            if to.text not in known:
                close = get_close_matches(to.text, known, n=1)
                hint = f" Did you mean '{close[0]}'?" if close else ""
                faults.add(
                    to.line,
                    f"'{label}' is a dead end: there is no question or plan '{to.text}'.{hint}",
                )
                ends_well = False
    return ends_well


def _check_all_reached(
    questions: Questions, lines: Mapping[str, int], plans: Mapping[str, int], faults: FaultList
) -> None:
    rest = [next(iter(questions))]
    reached: set[str] = set()
    while rest:
        name = rest.pop()
        if name not in reached:
            reached.add(name)
            rest += [to.text for to in questions.get(name, {}).values()]
    for kind, parts in (("question", lines), ("plan", plans)):
        for name in parts.keys() - reached:
            faults.add(
                parts[name], f"No way leads to the {kind} '{name}'; let an answer lead to it."
            )


def _graph(questions: Questions) -> dict[str, list[str]]:
    """Each question with the questions that may follow it."""
    return {
        name: [to.text for to in answers.values() if to.text in questions]
        for name, answers in questions.items()
    }


def _tell_loop(questions: Questions, loop: list[str], faults: FaultList) -> None:
    """Tell the answer of a loop that stands last in the file: it is the one that leads back."""
    steps = [
        to
        for name, answers in questions.items()
        for to in answers.values()
        if (to.text, name) in pairwise(loop)
    ]
    last = max(steps, key=lambda to: to.line)
    faults.add(last.line, f"This goes round in a circle: it leads back to '{last.text}'.")


def _measure(questions: Questions, order: list[str]) -> Ways:
    """The lengths of the ways.

    Args:
        questions: The questions, without a loop.
        order: Their ids, each after those that may follow it.
    """
    following = _graph(questions)
    before = dict.fromkeys(questions, 0)
    for name in reversed(order):
        for next_name in following[name]:
            before[next_name] = max(before[next_name], before[name] + 1)
    after: dict[str, int] = {}
    for name in order:
        after[name] = 1 + max((after[next_name] for next_name in following[name]), default=0)
    return Ways(before, after)


def _tell_long_way(questions: Questions, ways: Ways, faults: FaultList) -> None:
    for name, answers in questions.items():
        for to in answers.values():
            if ways.before[name] == MOST_QUESTIONS - 1 and to.text in questions:
                faults.add(
                    to.line,
                    f"'{to.text}' would be question {MOST_QUESTIONS + 1} on a way; "
                    f"ask {MOST_QUESTIONS} at most.",
                )
