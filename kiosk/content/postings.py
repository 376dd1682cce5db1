"""Which topics have which term, and how much it says for each: Okapi BM25, packed tightly."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log

from kiosk.content.tuning import MOST_TOPICS, SATURATION


class Postings:
    """Terms to topics, in two long arrays: small, and one piece to pickle."""

    def __init__(self, counts: Iterable[Mapping[str, float]], share: float) -> None:
        """Put the postings together.

        Args:
            counts: For each topic, how much of each term it has.
            share: What these terms weigh, compared with others.
        """
        having: dict[str, tuple[array[int], array[float]]] = defaultdict(
            lambda: (array("I"), array("f"))
        )
        topics = 0
        for number, amounts in enumerate(counts):
            topics += 1
            for term, amount in amounts.items():
                numbers, shares = having[term]
                numbers.append(number)
                shares.append(amount / (amount + SATURATION))
        self._places: dict[str, int] = {}
        self._ends = array("I")
        self._numbers = array("I")
        self._impacts = array("f")
        while having:
            term, (numbers, shares) = having.popitem()
            rarity = log(1 + (topics - len(numbers) + 0.5) / (len(numbers) + 0.5))
            best = sorted(zip(shares, numbers, strict=True), key=lambda pair: (-pair[0], pair[1]))[
                :MOST_TOPICS
            ]
            self._numbers.extend(number for _, number in best)
            self._impacts.extend(share * rarity * amount for amount, _ in best)
            self._places[term] = len(self._ends)
            self._ends.append(len(self._numbers))

    def __iter__(self) -> Iterator[str]:
        """The terms."""
        return iter(self._places)

    def of(self, term: str) -> Iterator[tuple[int, float]]:
        """The topics that have a term, by number, and what the term says for each."""
        there = self._slice(term)
        return zip(self._numbers[there], self._impacts[there], strict=True)

    def has(self, term: str, topic: int) -> bool:
        """Whether a topic, by its number, has a term."""
        return topic in self._numbers[self._slice(term)]

    def _slice(self, term: str) -> slice:
        place = self._places.get(term)
        if place is None:
            return slice(0)
        return slice(self._ends[place - 1] if place else 0, self._ends[place])
