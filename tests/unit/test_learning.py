"""What speaks for danger: learnt from questions."""

import pytest

from kiosk.content.learning import EVERY, learnt

QUESTIONS = [
    *[(["kill", "myself"], True)] * 40,
    *[(["kill", "game"], False)] * 40,
    *[(["my", "phone"], False)] * 80,
]
"""The terms of each, and whether it tells of danger."""


def odds(terms: list[str]) -> int:
    """For how much some terms speak."""
    weights = learnt(QUESTIONS)
    return sum(weights.get(term, 0) for term in [EVERY, *terms])


@pytest.mark.parametrize("terms", [["kill", "game"], ["game"], ["my", "phone"]])
def test_a_harmless_word_outweighs_one_of_danger(terms: list[str]) -> None:
    """What stands beside a word of danger tells whether it is meant."""
    assert odds(terms) < 0 < odds(["kill", "myself"])


def test_what_stands_on_both_sides_alike_says_less() -> None:
    """Half of what is killed is in a game, and nobody is in danger who is without `myself`."""
    weights = learnt(QUESTIONS)
    assert abs(weights.get("kill", 0)) < weights["myself"]


def test_two_that_always_stand_together_share_what_one_would_say() -> None:
    """Counted each for itself, they would say it twice."""
    alone = learnt([(["fire"], True), (["cat"], False)] * 40)
    together = learnt([(["fire", "smoke"], True), (["cat"], False)] * 40)
    assert together["fire"] == together["smoke"] < alone["fire"]


def test_it_is_learnt_alike_each_time() -> None:
    """Whoever loads the same words tells the same danger; and nothing is learnt of nothing."""
    assert learnt(QUESTIONS) == learnt(list(QUESTIONS))
    assert learnt([]) == {}
