"""Finds what answers a visitor's words, while they are being typed.

Three things are looked for in each topic: the words themselves, corrected and completed; words in
the order in which they were typed; and what is meant, however it is said (`meanings.yaml`). Each
weighs the more, the fewer topics have it: Okapi BM25 with weighted fields (Robertson, Zaragoza:
The Probabilistic Relevance Framework, 2009). The pathway about the same need as the best topic
comes before it, and a helpline whose name was typed before all. Nothing of a query outlives its
search.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise

from kiosk.content.blocks import Heading, text_of
from kiosk.content.excerpt import Excerpt, excerpt
from kiosk.content.findable import Findable, guides, of_helpline, ranked
from kiosk.content.folding import Stems
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content
from kiosk.content.names import Names
from kiosk.content.postings import Postings
from kiosk.content.query import Alternatives, Query, QueryReader, whole
from kiosk.content.spelling import Vocabulary

MOST_FOUND = 8
"""As many as stand on a screen of 24 rows, with a line under each."""
_HEAD = {"title": 2.0, "keywords": 2.0, "summary": 0.5}
"""Where it stands what a topic is about: words, their order and meanings count, by weight."""
_TEXT = {"headings": 2.0, "text": 1.0}
"""Where words alone count: every topic mentions what the others are about."""
_TEXT_SHARE = 0.25
_SAME_AUDIENCE, _OTHER_AUDIENCE = 1.4, 0.5
_ADULTS_ONLY = 0.7
"""For topics that young people are not meant to read, where nothing tells who is typing."""
_URGENT = 1.15
"""For the topics behind the urgent doors: where answers are close, help comes first."""
_YOUNG = "young people"
_LEAST_SHARE = 0.25
"""Of the best topic's score: what answers less well is left out."""
_CLEAR = 0.8
"""Of the best topic's score: where the next one has more, it is not clear which need it is."""


@dataclass(frozen=True)
class Hit:
    """Something that was found."""

    found: Findable
    excerpt: Excerpt
    """The sentence in which the words stand, and which words they are."""


@dataclass(frozen=True)
class Answer:
    """What a search gives."""

    hits: tuple[Hit, ...]
    """The best first."""
    meanings: frozenset[str]
    """What the query says, by the names in `meanings.yaml`."""


class SearchIndex:
    """The words, ready to be searched. Picklable, and never changed by a search."""

    def __init__(self, content: Content) -> None:
        self._ranked = tuple(ranked(content))
        self._guides = guides(content)
        self._names = Names(map(of_helpline, content.helplines.values()))
        self._urgent = frozenset(_urgent_topics(content))
        self._meanings = Meanings(content.meanings)
        roots = Stems()
        fields = [_fields(thing) for thing in self._ranked]
        self._head = Postings((self._count(texts, _HEAD, roots) for texts in fields), 1.0)
        self._text = Postings((self._count(texts, _TEXT, roots) for texts in fields), _TEXT_SHARE)
        terms = chain(self._head, self._text)
        words = (term for term in terms if term[0] not in "@=" and " " not in term)
        known = {*words, *self._meanings.stems(), *self._names.stems()}
        self._reader = QueryReader(Vocabulary(known), self._meanings)

    def search(self, query: str) -> Answer:
        """What answers a query, best first.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        wanted = self._reader.read(query)
        found = [*self._names.in_query(wanted), *self._best(wanted)]
        hits = tuple(self._hit(thing, wanted) for thing in found[:MOST_FOUND])
        return Answer(hits, wanted.meanings)

    def _best(self, wanted: Query) -> Iterator[Findable]:
        """What answers by its words, and before the best topic the pathway of the same need.

        Pathways are not ranked by words of their own: all of them speak of threats, pictures and
        helplines, and those of one need should not push away the topics of another. Where two
        topics answer about as well, neither pathway is put before both.
        """
        scores = self._scores(wanted)
        best, close = [*nlargest(2, scores.values()), 0.0, 0.0][:2]
        numbers = [number for number, score in scores.items() if score >= best * _LEAST_SHARE]
        numbers.sort(key=lambda number: (-scores[number], *_precedence(self._ranked[number])))
        if numbers and close <= best * _CLEAR:
            guide = self._guides.get(self._ranked[numbers[0]].name)
            yield from (guide,) if guide else ()
        yield from (self._ranked[number] for number in numbers)

    def _hit(self, thing: Findable, wanted: Query) -> Hit:
        return Hit(thing, excerpt(thing, wanted.stems, wanted.meanings, self._meanings))

    def _scores(self, wanted: Query) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for alternatives in wanted.terms:
            for number, score in self._best_of(alternatives).items():
                scores[number] += score
        for number in scores:
            audiences = self._ranked[number].audiences
            if wanted.audience:
                fits = wanted.audience in audiences
                share = 1 if len(audiences) == 3 else _SAME_AUDIENCE if fits else _OTHER_AUDIENCE
                scores[number] *= share
            elif _YOUNG not in audiences:
                scores[number] *= _ADULTS_ONLY
            elif self._ranked[number].name in self._urgent:
                scores[number] *= _URGENT
        return scores

    def _best_of(self, alternatives: Alternatives) -> dict[int, float]:
        best: dict[int, float] = {}
        for term, weight in alternatives:
            scores: dict[int, float] = defaultdict(float)
            for postings in (self._head, self._text):
                for number, impact in postings.of(term):
                    scores[number] += weight * impact
            for number, score in scores.items():
                if score > best.get(number, 0.0):
                    best[number] = score
        return best

    def _count(
        self, texts: dict[str, str], weights: dict[str, float], roots: Stems
    ) -> dict[str, float]:
        """How much of each term there is in a topic, by the weights of its fields."""
        counts: dict[str, float] = defaultdict(float)
        for name, weight in weights.items():
            for line in texts[name].split("\n"):
                stems = roots.of(line)
                for term in self._terms(stems) if weights is _HEAD else stems:
                    counts[term] += weight
        return dict(counts)

    def _terms(self, stems: Sequence[str]) -> Iterator[str]:
        yield from stems
        yield from (f"@{name}" for name, _, _ in self._meanings.found_in(stems))
        yield from (f"{one} {other}" for one, other in pairwise(stems))
        if stems:  # a pathway has no keywords, and no words are not what it is about
            yield whole(stems)


def _urgent_topics(content: Content) -> Iterator[str]:
    """The topics that the urgent doors lead to, at once or by way of a pathway."""
    for door in content.doors.urgent:
        pathway = content.pathways.get(door.to)
        plans = pathway.plans.values() if pathway else ()
        yield from (plan.next[0] for plan in plans if plan.next)
        yield door.to


def _fields(thing: Findable) -> dict[str, str]:
    headings = [block for block in thing.blocks if isinstance(block, Heading)]
    return {
        "title": thing.title,
        "keywords": "\n".join(thing.keywords),
        "summary": thing.summary,
        "headings": "\n".join(map(text_of, headings)),
        "text": "\n".join(map(text_of, thing.blocks)),
    }


def _precedence(thing: Findable) -> tuple[bool, int]:
    """Between what answers equally well, what speaks to young people comes first."""
    return _YOUNG not in thing.audiences, thing.order
