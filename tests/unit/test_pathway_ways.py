"""The ways through a pathway: how long they may be, and each fault that a way can have."""

from collections.abc import Mapping

import pytest

from kiosk.content.faults import FaultList
from kiosk.content.pathway_checks import MOST_QUESTIONS, Ways, check_ways
from kiosk.content.records import Passage

Way = Mapping[str, str]
"""Question names to the names where their answers lead, parted by spaces."""


def check(ways: Way, plans: str = "end") -> tuple[Ways | None, list[str]]:
    """How long the ways are, and the faults: questions are at lines 10, 20 ..., plans at 901 ..."""
    questions = {
        name: {
            f"answer {at}": Passage(to, 10 * number + at)
            for at, to in enumerate(answers.split(), start=1)
        }
        for number, (name, answers) in enumerate(ways.items(), start=1)
    }
    lines = {name: 10 * number for number, name in enumerate(ways, start=1)}
    faults = FaultList("f")
    places = {name: 900 + number for number, name in enumerate(plans.split(), start=1)}
    found = check_ways(questions, lines, places, faults)
    return found, [f"{fault.line}: {fault.message}" for fault in sorted(faults.faults)]


def chain(length: int) -> Way:
    """Questions one after the other, each with a way out."""
    ways = {f"q{n}": f"q{n + 1} end" for n in range(1, length)}
    return {**ways, f"q{length}": "end end"}


def test_the_ways_are_measured() -> None:
    """Each question knows the longest way to it, and the longest way on, itself among it."""
    found, faults = check({"a": "b c", "b": "c end", "c": "end end"})
    assert faults == []
    assert found == Ways({"a": 0, "b": 1, "c": 2}, {"a": 3, "b": 2, "c": 1})


@pytest.mark.parametrize("first", ["b e", "e b"])
def test_the_longest_way_counts(first: str) -> None:
    """Whichever of two ways to a question stands first in the file."""
    ways = {"a": first, "b": "c end", "c": "d end", "d": "end end", "e": "d end"}
    for names in ("abcde", "aebcd", "adceb"):
        found, faults = check({name: ways[name] for name in names})
        assert faults == []
        assert found is not None
        assert (found.before["d"], found.after["a"], found.after["e"]) == (3, 4, 2)


@pytest.mark.parametrize(("length", "is_too_long"), [(4, False), (5, False), (6, True), (7, True)])
def test_no_way_has_more_than_five_questions(length: int, *, is_too_long: bool) -> None:
    """The answer that leads to the sixth is told, once, whatever comes behind it."""
    found, faults = check(chain(length))
    told = "51: 'q6' would be question 6 on a way; ask 5 at most."
    assert faults == ([told] if is_too_long else [])
    assert found is not None
    assert MOST_QUESTIONS == 5


@pytest.mark.parametrize(
    ("answers", "is_right"), [(0, False), (1, False), (2, True), (9, True), (10, False)]
)
def test_a_question_has_two_to_nine_answers(answers: int, *, is_right: bool) -> None:
    """One is no question, and a tenth has no key."""
    found, faults = check({"a": " ".join(["end"] * answers)})
    told = [fault for fault in faults if "No way" not in fault]
    assert told == ([] if is_right else ["10: A question has 2 to 9 answers."])
    assert (found is not None) is is_right


@pytest.mark.parametrize(
    ("to", "hint"), [("ned", " Did you mean 'end'?"), ("nowhere", ""), ("", "")]
)
def test_an_answer_that_leads_nowhere_is_told(to: str, hint: str) -> None:
    """At the answer's line, with the name that is nearest."""
    questions = {"a": {"Yes": Passage("end", 11), "No": Passage(to, 12)}}
    faults = FaultList("f")
    assert check_ways(questions, {"a": 10}, {"end": 90}, faults) is None
    assert [(fault.line, fault.message) for fault in faults.faults] == [
        (12, f"'No' is a dead end: there is no question or plan '{to}'.{hint}")
    ]


@pytest.mark.parametrize(
    ("ways", "plans", "told"),
    [
        ({"a": "end end", "b": "end end"}, "end", "20: No way leads to the question 'b'"),
        ({"a": "end end"}, "end rest", "902: No way leads to the plan 'rest'"),
        ({"a": "end end", "b": "rest end"}, "end rest", "20: No way leads to the question 'b'"),
    ],
)
def test_a_part_that_nothing_leads_to_is_told(ways: Way, plans: str, told: str) -> None:
    """A question or a plan, at its own line; the first question needs no way to it."""
    _, faults = check(ways, plans)
    assert faults[0] == f"{told}; let an answer lead to it."


def test_a_plan_that_only_a_lost_question_leads_to_is_lost_too() -> None:
    """Each is told, since each needs a way."""
    _, faults = check({"a": "end end", "b": "rest end"}, "end rest")
    assert [fault.partition(":")[0] for fault in faults] == ["20", "902"]


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        ({"a": "a end"}, "11: This goes round in a circle: it leads back to 'a'."),
        (
            {"a": "b end", "b": "a end"},
            "21: This goes round in a circle: it leads back to 'a'.",
        ),
        (
            {"a": "b end", "b": "c end", "c": "end b"},
            "32: This goes round in a circle: it leads back to 'b'.",
        ),
    ],
)
def test_a_circle_is_told_at_the_answer_that_leads_back(ways: Way, told: str) -> None:
    """That is the last of its answers in the file; no length is measured then."""
    found, faults = check(ways)
    assert found is None
    assert faults == [told]


def test_a_name_is_one_thing() -> None:
    """A plan that is called like a question is told at the plan."""
    found, faults = check({"end": "rest rest"}, "rest end")
    assert found is None
    assert faults == ["902: 'end' is a question and a plan; give one another name."]


def test_without_a_question_there_is_no_way() -> None:
    """The whole file is meant."""
    found, faults = check({})
    assert found is None
    assert faults == ["0: There is no question here; write one under 'questions:'."]
