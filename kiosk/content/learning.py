"""How much each word speaks for danger, learnt from the questions in which it stands.

Counting takes each word for itself. But words come together, as `kill` and `myself` do, and then
one thing would count twice; and a harmless word that often stands beside them would count as well.
So each question is tried in turn, and where its words say the wrong thing, each of them is moved:
logistic regression by stochastic gradient descent (Jurafsky, Martin: Speech and Language
Processing, 2024, chapter 5).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from math import exp
from random import Random

from kiosk.content.tuning import DETAIL, FIRST_STEP, NEXT_STEP, ROUNDS

EVERY = ""
"""The term that every question has: how likely danger is before a word is said."""


def learnt(questions: Iterable[tuple[Sequence[str], bool]]) -> dict[str, int]:
    """For how much each term speaks: above 0 for danger, below against it, in parts of `DETAIL`.

    Args:
        questions: The terms of each, and whether it tells of danger.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    every = numbers[EVERY]
    tried = [([every, *map(numbers.__getitem__, terms)], told) for terms, told in questions]
    Random(0).shuffle(tried)  # noqa: S311 - mixes them, always alike: nothing is kept secret by it
    weights = [0.0] * len(numbers)
    step = FIRST_STEP
    for _ in range(ROUNDS):
        for terms, is_danger in tried:
            odds = sum(map(weights.__getitem__, terms))
            move = step * (is_danger - 1 / (1 + exp(-odds)))
            for term in terms:
                weights[term] += move
        step *= NEXT_STEP
    parts = {term: round(weights[number] * DETAIL) for term, number in numbers.items()}
    return {term: weight for term, weight in parts.items() if weight}
