"""What people have asked before, counted: which words go with which answer.

Rules find what somebody thought of. Counting finds what is said in other words: each word, and each
two that follow one another, speaks for the answers of the questions that had it, the more the rarer
it is elsewhere (naive Bayes with smoothed counts; Manning, Raghavan, Schütze: Introduction to
Information Retrieval, 2008, chapter 13). The questions are those of `asked.yaml`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log, sqrt

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


class Leaning(dict[str, float]):
    """For how much the words of a query speak for each answer; 0 for those without any."""

    def __missing__(self, answer: str) -> float:
        """Speak for nothing."""
        return 0.0

    @property
    def danger(self) -> float:
        """How likely it tells of danger: the logarithm of the odds, below 0 where it does not."""
        return self[_DANGER]

    @property
    def answer(self) -> str:
        """The answer that most speaks for; nothing where no word was ever asked with."""
        answers = {answer: weight for answer, weight in self.items() if answer != _DANGER}
        return max(answers, key=answers.__getitem__, default="")


class Asked:
    """The questions, counted. Picklable, and never changed by a query."""

    def __init__(self, asked: Mapping[str, Sequence[str]], dangers: Collection[str]) -> None:
        """Count the questions.

        Args:
            asked: By the name of the answer or danger, the questions.
            dangers: Which of the names are kinds of danger.
        """
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        roots = _Roots()
        for answer, questions in asked.items():
            for question in questions:
                for term in dict.fromkeys(
                    _terms(roots.of(question))
                ):  # two servers write them alike
                    counts[term][answer] += 1
        self.terms = {
            term: dict(count)
            for term, count in counts.items()
            if count.total() >= (LEAST_PAIRS if " " in term else LEAST_SINGLES)
        }
        """By each word and each two in a row, how many questions for each answer had it."""
        self.questions = {answer: len(questions) for answer, questions in asked.items()}
        """How many there are for each answer."""
        self._dangers = frozenset(dangers)
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

    def leaning(self, row: Sequence[str]) -> Leaning:
        """What a row of stems speaks for."""
        terms = list(_terms(row))
        leaning = Leaning()
        for count in filter(None, map(self.terms.get, terms)):
            leaning[_DANGER] += self._odds(count)
            for answer, often in count.items():
                leaning[answer] += log(1 + often / self._imagined[answer])
        spread = sqrt(len(terms) + 1)
        return Leaning((answer, weight / spread) for answer, weight in leaning.items())

    def _odds(self, count: Mapping[str, int]) -> float:
        dangerous = sum(often for answer, often in count.items() if answer in self._dangers)
        harmless = sum(count.values()) - dangerous
        return log(
            (1000 * dangerous / max(1, self._dangerous) + IMAGINED_FOR_DANGER)
            / (1000 * harmless / max(1, self._harmless) + IMAGINED_FOR_DANGER)
        )


class _Roots(Stems):
    """The stems of what words stand for."""

    def __missing__(self, word: str) -> str:
        self[word] = root = stem(in_full(fold(word)))
        return root


def _terms(row: Sequence[str]) -> Iterator[str]:
    """The words, and each two that follow one another; the ends of the row count as words."""
    return chain(row, (f"{one} {other}" for one, other in pairwise(("^", *row, "$"))))
