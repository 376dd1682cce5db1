"""Which topics have which term, and how much it says for each: Okapi BM25, packed tightly."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log

from kiosk.content.blocks import Heading, text_of
from kiosk.content.findable import Findable
from kiosk.content.folding import Stems
from kiosk.content.meanings import Meanings
from kiosk.content.query import outermost, whole
from kiosk.content.tuning import ANSWERS, HEAD, MOST_TOPICS, SATURATION, TEXT


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


class TermCounter:
    """Counts how much of each term there is in a topic, by the weights of its fields."""

    def __init__(self, meanings: Meanings, roots: Stems) -> None:
        self._meanings = meanings
        self._roots = roots

    def in_head(self, thing: Findable) -> dict[str, float]:
        """What it is about: words, their order, what they mean, and what it answers."""
        counts: dict[str, float] = defaultdict(float)
        fields = {"title": thing.title, "keywords": thing.keywords, "summary": thing.summary}
        for name, weight in HEAD.items():
            lines = fields[name]
            for line in (lines,) if isinstance(lines, str) else lines:
                for term in self._terms(self._roots.of(line)):
                    counts[term] += weight
        for name in self._meanings.answered.get(thing.name, ()):
            counts[f"@{name}"] += ANSWERS
        return dict(counts)

    def in_text(self, thing: Findable) -> dict[str, float]:
        """Its text, of which words alone count."""
        counts: dict[str, float] = defaultdict(float)
        headings = [block for block in thing.blocks if isinstance(block, Heading)]
        for name, blocks in (("headings", headings), ("text", thing.blocks)):
            for stem in self._roots.of("\n".join(map(text_of, blocks))):
                counts[stem] += TEXT[name]
        return dict(counts)

    def _terms(self, stems: Sequence[str]) -> Iterator[str]:
        yield from stems
        yield from (f"@{name}" for name, _, _ in outermost(self._meanings.found_in(stems)))
        yield from (f"{one} {other}" for one, other in pairwise(stems))
        if stems:  # a pathway has no keywords, and no words are not what it is about
            yield whole(stems, self._meanings.common)
