"""What a visitor typed, understood: its words put right, their order, and what is meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import digits

from kiosk.content.folding import folded_words, stem
from kiosk.content.meanings import FILLERS, Meanings
from kiosk.content.spelling import Vocabulary

# Words that stand in nearly every question and tell nothing about it.
COMMON = frozenset(
    map(
        stem,
        "a about am an and are as at be been but by can could cos did do does dont find for "
        "from get gonna got had has have he help her hes him his how i if ill im in into is "
        "it its ive just me my need of on or our please pls she should so some someone "
        "somebody that thats the their them there they this to u up us want was we were what "
        "whats when which who will with would you your ur".split(),
    )
)
_IN_ORDER, _IN_ORDER_COMMON = 0.7, 0.6
_CORRECTED, _COMPLETED = 0.6, 0.6
_SHORTEST_BEGINNING = 6
"""Letters from which on a word that is known whole may be the beginning of others as well."""
_MEANT = 1.8
"""What is meant weighs more than any word. From 1.8 to 3.2 the tuned queries are answered alike."""
_WHOLE = 1.5
"""What a whole title or keyword weighs, where it is all that was typed."""
Span = tuple[str, int, int]
"""A meaning, the place of its first word, and the place after its last one."""
Alternatives = list[tuple[str, float]]
"""Terms that may stand for the same word, and what each weighs."""


@dataclass(frozen=True)
class Query:
    """What is looked for."""

    terms: list[Alternatives]
    words: tuple[tuple[Alternatives, frozenset[str]], ...]
    """The words that tell something: what each may stand for, and what it is part of saying."""
    stems: frozenset[str]
    meanings: frozenset[str]
    audience: str
    told_by: frozenset[str]
    """The meanings that tell who is speaking, or of whom."""
    meant: tuple[Span, ...]
    """Every meaning in the row of words, those too that are part of a longer one."""
    common: tuple[bool, ...]
    """Of each word, whether it tells nothing of what the query is about."""
    rows: tuple[tuple[str, ...], ...]
    """The words' stems in their order, with each likely end of the last one."""


class QueryReader:
    """Understands queries by the words and meanings that there are. Never changed by a query."""

    def __init__(self, vocabulary: Vocabulary, meanings: Meanings) -> None:
        self._vocabulary = vocabulary
        self._meanings = meanings

    def read(self, query: str) -> Query:
        """Understand a query.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        words = folded_words(query)
        unfinished = len(words) - 1 if words and not query[-1].isspace() else -1
        only_common = all(stem(word) in COMMON for word in words)
        found = [self._candidates(word, is_last=at == unfinished) for at, word in enumerate(words)]
        best = [candidates[0][0] if candidates else "" for candidates in found]
        every = tuple(self._meanings.found_in(best))
        meant = outermost(span for span in every if self._meanings.weights[span[0]])
        telling = [at for at, one in enumerate(best) if only_common or one not in COMMON]
        terms = [found[at] for at in telling]
        inside = [
            frozenset(name for name, start, end in meant if start <= at < end) for at in telling
        ]
        told = tuple(zip(terms, inside, strict=True))
        stems = {term for alternatives in terms for term, _ in alternatives}
        names = dict.fromkeys(name for name, _, _ in meant)
        terms += [[(f"@{name}", _MEANT * self._meanings.weights[name])] for name in names]
        terms += [*self._in_order(found), [(whole(best), _WHOLE)]]
        joined = [stem(one + other) for one, other in pairwise(words)]
        terms += [[(term, 1.0)] for term in joined if term in self._vocabulary]
        told_by = [name for name in self._meanings.audiences if name in names]
        audience = self._meanings.audiences[told_by[0]] if told_by else ""
        rows = _rows(best, found)
        return Query(
            terms,
            told,
            frozenset(stems),
            frozenset(names),
            audience,
            frozenset(told_by),
            every,
            tuple(root != "" and root in COMMON | FILLERS for root in best),
            rows,
        )

    def _candidates(self, word: str, *, is_last: bool) -> Alternatives:
        """The stems that a word may stand for, the likeliest first."""
        root, vocabulary = stem(word), self._vocabulary
        if root not in vocabulary and (letters := word.rstrip(digits)):
            word, root = letters, stem(letters)  # a number pressed to choose was typed instead
        if word.endswith("in") and root not in vocabulary:
            root = stem(word + "g")  # as in `sendin`
        known = [(root, 1.0)] if root in vocabulary or root in COMMON else []
        is_whole = bool(known) and len(word) < _SHORTEST_BEGINNING
        if is_last and len(word) >= 2 and not is_whole:
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
    def _in_order(found: Sequence[Alternatives]) -> Iterator[Alternatives]:
        """Each two neighbouring words as one term."""
        for ones, others in pairwise(found):
            if ones and others:
                one = ones[0][0]
                share = _IN_ORDER
                if one in COMMON and others[0][0] in COMMON:
                    share = _IN_ORDER_COMMON
                yield [(f"{one} {other}", weight * share) for other, weight in others]


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The meanings that are not part of a longer one: in `to my friends` no friend is in need."""
    found = list(spans)
    return [
        (name, start, end)
        for name, start, end in found
        if not any(
            first <= start and end <= last and end - start < last - first
            for _, first, last in found
        )
    ]


def whole(stems: Sequence[str]) -> str:
    """The term for a line that has these words and no others; common words do not count."""
    return "=" + " ".join([stem for stem in stems if stem not in COMMON] or stems)


def _rows(best: list[str], found: list[Alternatives]) -> tuple[tuple[str, ...], ...]:
    ends = [term for term, _ in found[-1]] if found else []
    return tuple((*best[:-1], end) for end in ends)
