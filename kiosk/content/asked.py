"""What people have asked before, counted: which words go with which answer.

Rules find what somebody thought of. Counting finds what is said in other words: each word, and each
two that follow one another, speaks for the answers of the questions that had it, the more the rarer
it is elsewhere (naive Bayes with smoothed counts; Manning, Raghavan, Schütze: Introduction to
Information Retrieval, 2008, chapter 13). The questions are those of `asked.yaml`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, log2, sqrt

from kiosk.content.folding import Stems, fold, stem
from kiosk.content.shorthand import in_full
from kiosk.content.tuning import (
    IMAGINED_FOR_ANSWER,
    IMAGINED_FOR_DANGER,
    LEAST_PAIRS,
    LEAST_SINGLES,
)

NOTHING_HERE = "nothing here"
"""Stands in `asked.yaml` for what this kiosk does not answer."""
_DANGER = "danger"
"""Stands in the table for all kinds of danger together, against all that is none."""


@dataclass(frozen=True)
class Leaning:
    """For how much the words of a query speak, by what was asked with them."""

    answers: Mapping[str, float]
    """By the name of each answer that was asked for with one of them."""
    odds: Mapping[str, float]
    """By the name of each kind of danger, how likely it is rather than none: the logarithm of the
    odds, below 0 where it is less likely; and for any danger at all."""

    def to(self, answer: str) -> float:
        """How much speaks for an answer; 0 without any."""
        return self.answers.get(answer, 0.0)

    def odds_of(self, kind: str = _DANGER) -> float:
        """The odds of a kind of danger; without one, of any danger at all."""
        return self.odds.get(kind, 0.0)

    @property
    def answer(self) -> str:
        """The answer that most speaks for; nothing where no word was ever asked with."""
        return max(self.answers, key=self.to, default="")


class Asked:
    """The questions, counted. Picklable, and never changed by a query."""

    def __init__(self, asked: Mapping[str, Sequence[str]], dangers: Collection[str]) -> None:
        """Count the questions.

        Args:
            asked: By the name of the answer or danger, the questions.
            dangers: Which of the names are kinds of danger.
        """
        roots = _Roots()
        # In their order, and not as a set has them: two servers write one table.
        terms = {
            answer: [term for each in questions for term in dict.fromkeys(_terms(roots.of(each)))]
            for answer, questions in asked.items()
        }
        self.terms: dict[str, dict[str, int]] = {
            term: {}
            for term, often in Counter(chain.from_iterable(terms.values())).items()
            if often >= (LEAST_PAIRS if " " in term else LEAST_SINGLES)
        }
        """By each word and each two in a row, how many questions for each answer had it."""
        for answer, its_terms in terms.items():
            for term, often in Counter(filter(self.terms.__contains__, its_terms)).items():
                self.terms[term][answer] = _rounded(often)
        self.questions = {answer: len(questions) for answer, questions in asked.items()}
        """How many there are for each answer."""
        self._dangers = frozenset(dangers) & self.questions.keys()
        self._dangerous = sum(self.questions[name] for name in asked if name in self._dangers)
        total = sum(self.questions.values())
        self._harmless = total - self._dangerous
        self._imagined = {
            answer: IMAGINED_FOR_ANSWER * (number + 1) / (total + len(asked))
            for answer, number in self.questions.items()
        }

    def knows(self, stem: str) -> bool:
        """Whether a word counts."""
        return stem in self.terms

    def answers(self, stem: str, names: Collection[str]) -> bool:
        """Whether a word was asked with where one of some answers was right."""
        return not self.terms.get(stem, {}).keys().isdisjoint(names)

    def leaning(self, row: Sequence[str]) -> Leaning:
        """What a row of stems speaks for."""
        terms = list(_terms(row))
        answers: dict[str, float] = defaultdict(float)
        odds: dict[str, float] = defaultdict(float)
        spread = sqrt(len(terms) + 1)
        for count in filter(None, map(self.terms.get, terms)):
            for answer, often in count.items():
                answers[answer] += log(1 + often / self._imagined[answer]) / spread
            for kind, odds_of_it in self._odds(count):
                odds[kind] += odds_of_it / spread
        return Leaning(answers, odds)

    def _odds(self, count: Mapping[str, int]) -> Iterator[tuple[str, float]]:
        """For each kind of danger, and for any at all, the odds that one term speaks for."""
        dangerous = sum(often for answer, often in count.items() if answer in self._dangers)
        harmless = _in_a_thousand(sum(count.values()) - dangerous, self._harmless)
        yield _DANGER, log(_in_a_thousand(dangerous, self._dangerous) / harmless)
        for kind in self._dangers:
            yield kind, log(_in_a_thousand(count.get(kind, 0), self.questions[kind]) / harmless)


def _in_a_thousand(often: int, questions: int) -> float:
    return 1000 * often / max(1, questions) + IMAGINED_FOR_DANGER


def _rounded(often: int) -> int:
    """The nearest power of two, since counts are compared by logarithms.

    The page of a browser has to load them.
    """
    return 1 << round(log2(often))


class _Roots(Stems):
    """The stems of what words stand for."""

    def __missing__(self, word: str) -> str:
        self[word] = root = stem(in_full(fold(word)))
        return root


def _terms(row: Sequence[str]) -> Iterator[str]:
    """The words, and each two that follow one another; the ends of the row count as words."""
    return chain(row, (f"{one} {other}" for one, other in pairwise(("^", *row, "$"))))
