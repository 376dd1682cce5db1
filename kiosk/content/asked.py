"""What people have asked before, counted: which words go with which answer.

Rules find what somebody thought of. Counting finds what is said in other words: each word speaks
for the answers of the questions that had it, the more the rarer it is elsewhere (naive Bayes;
Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, chapter 13; smoothed by
what all questions have, as there in 12.2.2). The questions are those of `asked.yaml`. Two words in
a row are not counted: they find no more, and take a sixth of the table.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, log2, sqrt

from kiosk.content.folding import Stems, fold, stem
from kiosk.content.shorthand import in_full
from kiosk.content.tuning import (
    IMAGINED_FOR_ANSWER,
    IMAGINED_FOR_DANGER,
    IMAGINED_WORDS,
    LEAST_ASKED,
)

NOTHING_HERE = "nothing here"
"""Stands in `asked.yaml` for what this kiosk does not answer."""
_DANGER = "danger"
"""Stands in the table for all kinds of danger together, against all that is none."""


@dataclass(frozen=True)
class Leaning:
    """For how much the words of a query speak, by what was asked with them."""

    answers: Mapping[str, float]
    """By the name of each answer, how much more than for the least likely one: the logarithm of how
    many times as likely it is. Empty where no word was ever asked with."""
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

    def lead(self, allies: Collection[str] = ()) -> float:
        """By how much that answer is ahead of the next; of those that are no allies of it."""
        best = self.answer
        others = (each for name, each in self.answers.items() if name not in {best, *allies})
        return self.to(best) - max(others, default=self.to(best))


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
        words = {
            answer: [word for each in questions for word in dict.fromkeys(roots.of(each))]
            for answer, questions in asked.items()
        }
        self.words: dict[str, dict[str, int]] = {
            word: {}
            for word, often in Counter(chain.from_iterable(words.values())).items()
            if often >= LEAST_ASKED
        }
        """By each word's stem, how many questions for each answer had it."""
        for answer, its_words in words.items():
            for word, often in Counter(filter(self.words.__contains__, its_words)).items():
                self.words[word][answer] = _rounded(often)
        self.questions = {answer: len(questions) for answer, questions in asked.items()}
        """How many there are for each answer."""
        self._dangers = frozenset(dangers) & self.questions.keys()
        self._dangerous = sum(self.questions[name] for name in asked if name in self._dangers)
        self._total = sum(self.questions.values())
        self._harmless = self._total - self._dangerous

    def knows(self, stem: str) -> bool:
        """Whether a word counts."""
        return stem in self.words

    def answers(self, stem: str, names: Collection[str]) -> bool:
        """Whether a word was asked with where one of some answers was right."""
        return not self.words.get(stem, {}).keys().isdisjoint(names)

    def leaning(self, row: Sequence[str]) -> Leaning:
        """What a row of stems speaks for: nothing, where most were never asked with.

        Of a sentence in another language, a few words may be English ones by chance.
        """
        counts = list(filter(None, map(self.words.get, row)))
        if 2 * len(counts) < len(row):
            return Leaning({}, {})
        odds: dict[str, float] = defaultdict(float)
        spread = sqrt(len(row) + IMAGINED_WORDS)
        for count in counts:
            for kind, odds_of_it in self._odds(count):
                odds[kind] += odds_of_it / spread
        found = self._likelihoods(counts)
        least = min(found.values(), default=0.0)
        return Leaning({answer: (each - least) / spread for answer, each in found.items()}, odds)

    def _likelihoods(self, counts: Sequence[Mapping[str, int]]) -> dict[str, float]:
        """How likely each answer is, by what was asked with each word: logarithms."""
        if not counts:
            return {}
        found = {
            answer: log(1 + number) - len(counts) * log(1 + number / IMAGINED_FOR_ANSWER)
            for answer, number in self.questions.items()
        }
        for count in counts:
            imagined = IMAGINED_FOR_ANSWER * sum(count.values()) / self._total
            for answer, often in count.items():
                found[answer] += log(1 + often / imagined)
        return found

    def _odds(self, count: Mapping[str, int]) -> Iterator[tuple[str, float]]:
        """For each kind of danger, and for any at all, the odds that one word speaks for."""
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
