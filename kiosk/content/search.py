"""Finds topics by what a visitor types, while it is being typed.

Three things are looked for in each topic: the words themselves, corrected and completed; words in
the order in which they were typed; and what is meant, however it is said (`meanings.yaml`). Each
weighs the more, the fewer topics have it: Okapi BM25 with weighted fields (Robertson, Zaragoza:
The Probabilistic Relevance Framework, 2009). Nothing of a query outlives its search.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from kiosk.content.blocks import Heading, text_of
from kiosk.content.excerpt import Excerpt, excerpt
from kiosk.content.folding import Stems, folded_words, stem
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content, Topic
from kiosk.content.postings import Postings
from kiosk.content.spelling import Vocabulary

MOST_FOUND = 8
"""As many as stand on a screen of 24 rows, with a line under each."""
# Words that stand in nearly every question and tell nothing about it.
_COMMON = frozenset(
    map(
        stem,
        "a about am an and are as at be been but by can could cos did do does dont for from get "
        "gonna got had has have he help her hes him his how i if ill im in into is it its ive just "
        "me my need of on or our please pls she should so some someone somebody that thats the "
        "their them there they this to u up us want was we were what whats when which who will "
        "with would you your ur".split(),
    )
)
_HEAD = {"title": 2.0, "keywords": 2.0, "summary": 0.5}
"""Where it stands what a topic is about: words, their order and meanings count, by weight."""
_TEXT = {"headings": 2.0, "text": 1.0}
"""Where words alone count: every topic mentions what the others are about."""
_TEXT_SHARE = 0.25
_IN_ORDER, _IN_ORDER_COMMON = 0.7, 0.6
_CORRECTED, _COMPLETED = 0.6, 0.6
_MEANT = 1.5
_WHOLE = 1.5
"""What a whole title or keyword weighs, where it is all that was typed."""
_SAME_AUDIENCE, _OTHER_AUDIENCE = 1.4, 0.5
_ADULTS_ONLY = 0.7
"""For topics that young people are not meant to read, where nothing tells who is typing."""
_URGENT = 1.15
"""For the topics behind the urgent doors: where answers are close, help comes first."""
_YOUNG = "young people"
_LEAST_SHARE = 0.25
"""Of the best topic's score: what answers less well is left out."""
_Alternatives = list[tuple[str, float]]
"""Terms that may stand for the same word, and what each weighs."""


@dataclass(frozen=True)
class Hit:
    """A topic that was found."""

    topic: Topic
    excerpt: Excerpt
    """The sentence in which the words stand, and which words they are."""


@dataclass(frozen=True)
class _Query:
    """What is looked for."""

    terms: list[_Alternatives]
    stems: frozenset[str]
    meanings: frozenset[str]
    audience: str


class SearchIndex:
    """The topics, ready to be searched. Picklable, and never changed by a search."""

    def __init__(self, content: Content) -> None:
        self._topics = tuple(content.topics.values())
        self._urgent = frozenset(_urgent_topics(content))
        self._meanings = Meanings(content.meanings)
        roots = Stems()
        fields = [_fields(topic) for topic in self._topics]
        self._head = Postings((self._count(texts, _HEAD, roots) for texts in fields), 1.0)
        self._text = Postings((self._count(texts, _TEXT, roots) for texts in fields), _TEXT_SHARE)
        terms = chain(self._head, self._text)
        words = (term for term in terms if term[0] not in "@=" and " " not in term)
        self._vocabulary = Vocabulary({*words, *self._meanings.stems()})

    def search(self, query: str) -> list[Hit]:
        """The topics that answer a query, best first.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        wanted = self._understand(query)
        scores = self._scores(wanted)
        best = max(scores.values(), default=0.0)
        numbers = [number for number, score in scores.items() if score >= best * _LEAST_SHARE]
        numbers.sort(key=lambda number: (-scores[number], *_precedence(self._topics[number])))
        return [self._hit(self._topics[number], wanted) for number in numbers[:MOST_FOUND]]

    def means(self, query: str, meaning: str) -> bool:
        """Whether a query says something that `meanings.yaml` has under that name."""
        return meaning in self._understand(query).meanings

    def _hit(self, topic: Topic, wanted: _Query) -> Hit:
        return Hit(topic, excerpt(topic, wanted.stems, wanted.meanings, self._meanings))

    def _understand(self, query: str) -> _Query:
        words = folded_words(query)
        unfinished = len(words) - 1 if words and not query[-1].isspace() else -1
        only_common = all(stem(word) in _COMMON for word in words)
        found = [self._candidates(word, is_last=at == unfinished) for at, word in enumerate(words)]
        best = [candidates[0][0] if candidates else "" for candidates in found]
        meant = list(self._meanings.found_in(best))
        terms: list[_Alternatives] = []
        for at, candidates in enumerate(found):
            if only_common or best[at] not in _COMMON:
                terms.append(candidates)
        stems = {term for alternatives in terms for term, _ in alternatives}
        names = dict.fromkeys(name for name, _, _ in meant)
        terms += [[(f"@{name}", _MEANT)] for name in names]
        terms += [*self._in_order(found), [(_whole(best), _WHOLE)]]
        joined = [stem(one + other) for one, other in pairwise(words)]
        terms += [[(term, 1.0)] for term in joined if term in self._vocabulary]
        audiences = (self._meanings.audiences.get(name, "") for name in names)
        audience = next(filter(None, audiences), "")
        return _Query(terms, frozenset(stems), frozenset(names), audience)

    def _candidates(self, word: str, *, is_last: bool) -> _Alternatives:
        """The stems that a word may stand for, the likeliest first."""
        root, vocabulary = stem(word), self._vocabulary
        if word.endswith("in") and root not in vocabulary:
            root = stem(word + "g")  # as in `sendin`
        known = [(root, 1.0)] if root in vocabulary or root in _COMMON else []
        if is_last and len(word) >= 2 and root not in _COMMON:
            completions = vocabulary.completions(word) or vocabulary.completions(root)
            known += [(term, _COMPLETED) for term in completions if term != root]
            # An ending that is half typed, as in `aski`, which no stem begins with.
            halves = (word[:-1], word[:-2]) if word.endswith(("i", "in")) else ()
            known += [(half, _COMPLETED) for half in halves if not known and half in vocabulary]
        if known:
            return known
        nearest = vocabulary.nearest(root) or (
            vocabulary.nearest(root, is_unfinished=True) if is_last else []
        )
        return [(term, _CORRECTED) for term in nearest]

    @staticmethod
    def _in_order(found: Sequence[_Alternatives]) -> Iterator[_Alternatives]:
        """Each two neighbouring words as one term."""
        for ones, others in pairwise(found):
            if ones and others:
                one = ones[0][0]
                share = _IN_ORDER
                if one in _COMMON and others[0][0] in _COMMON:
                    share = _IN_ORDER_COMMON
                yield [(f"{one} {other}", weight * share) for other, weight in others]

    def _scores(self, wanted: _Query) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for alternatives in wanted.terms:
            for number, score in self._best_of(alternatives).items():
                scores[number] += score
        for number in scores:
            audiences = self._topics[number].front.audiences
            if wanted.audience:
                fits = wanted.audience in audiences
                share = 1 if len(audiences) == 3 else _SAME_AUDIENCE if fits else _OTHER_AUDIENCE
                scores[number] *= share
            elif _YOUNG not in audiences:
                scores[number] *= _ADULTS_ONLY
            elif self._topics[number].id in self._urgent:
                scores[number] *= _URGENT
        return scores

    def _best_of(self, alternatives: _Alternatives) -> dict[int, float]:
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
        yield _whole(stems)


def _whole(stems: Sequence[str]) -> str:
    """The term for a line that has these words and no others; common words do not count."""
    return "=" + " ".join([stem for stem in stems if stem not in _COMMON] or stems)


def _urgent_topics(content: Content) -> Iterator[str]:
    """The topics that the urgent doors lead to, at once or by way of a pathway."""
    for door in content.doors.urgent:
        pathway = content.pathways.get(door.to)
        plans = pathway.plans.values() if pathway else ()
        yield from (plan.next[0] for plan in plans if plan.next)
        yield door.to


def _fields(topic: Topic) -> dict[str, str]:
    front = topic.front
    headings = [block for block in topic.blocks if isinstance(block, Heading)]
    return {
        "title": front.title,
        "keywords": "\n".join(front.keywords),
        "summary": front.summary,
        "headings": "\n".join(map(text_of, headings)),
        "text": "\n".join(map(text_of, topic.blocks)),
    }


def _precedence(topic: Topic) -> tuple[bool, int]:
    """Between topics that answer equally well, what speaks to young people comes first."""
    return _YOUNG not in topic.front.audiences, topic.front.order
