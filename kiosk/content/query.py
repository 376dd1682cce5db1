"""What a visitor typed, understood: its words put right, their order, and what is meant."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import digits

from kiosk.content import tuning
from kiosk.content.danger import Span
from kiosk.content.folding import folded_words, stem
from kiosk.content.meanings import Meanings
from kiosk.content.shorthand import in_full
from kiosk.content.spelling import Vocabulary

Alternatives = list[tuple[str, float]]
"""Terms that may stand for the same word, and what each weighs."""


@dataclass(frozen=True, kw_only=True)
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
    row: tuple[tuple[str, str], ...]
    """Of each word the stem as it was typed, and the likeliest one."""
    whole: str
    """The term for a title or keyword that has all the words and no others."""


class QueryParser:
    """Understands queries by the words and meanings that there are. Never changed by a query."""

    def __init__(self, vocabulary: Vocabulary, meanings: Meanings) -> None:
        self._vocabulary = vocabulary
        self._meanings = meanings
        self._common = meanings.common

    def parse(self, query: str) -> Query:
        """Understand a query.

        Args:
            query: What the visitor typed so far; its last word may be unfinished.
        """
        words = folded_words(query)
        unfinished = len(words) - 1 if words and not query[-1].isspace() else -1
        words = [word if at == unfinished else in_full(word) for at, word in enumerate(words)]
        found = [self._candidates(word, is_last=at == unfinished) for at, word in enumerate(words)]
        best = _best(found)
        every = tuple(self._meanings.found_in(best))
        meant = outermost(span for span in every if self._meanings.weights[span[0]])
        told = [(found[at], _said_by(at, meant)) for at in self._telling(words, best)]
        names = dict.fromkeys(name for name, _, _ in meant)
        told_by = [name for name in self._meanings.audiences if name in names]
        return Query(
            terms=[*(alternatives for alternatives, _ in told), *self._more(words, found, names)],
            words=tuple(told),
            stems=frozenset(term for alternatives, _ in told for term, _ in alternatives),
            meanings=frozenset(names),
            audience=self._meanings.audiences[told_by[0]] if told_by else "",
            told_by=frozenset(told_by),
            meant=every,
            common=tuple(map(self._meanings.is_common, best)),
            rows=_rows(found),
            row=tuple(zip(map(stem, map(in_full, words)), best, strict=True)),
            whole=whole(best, self._common),
        )

    def _more(
        self, words: Sequence[str], found: Sequence[Alternatives], names: Iterable[str]
    ) -> Iterator[Alternatives]:
        """What is looked for besides the words: what they mean, and what they are together."""
        for name in names:
            yield [(f"@{name}", tuning.MEANT * self._meanings.weights[name])]
        yield from self._in_order(found)
        yield [(whole(_best(found), self._common), tuning.WHOLE)]
        yield from self._joined(words)

    def _telling(self, words: Sequence[str], best: Sequence[str]) -> list[int]:
        """The places of the words that tell something; of all, where none of them does."""
        only_common = all(stem(word) in self._common for word in words)
        return [at for at, one in enumerate(best) if only_common or one not in self._common]

    def _candidates(self, word: str, *, is_last: bool) -> Alternatives:
        """The stems that a word may stand for, the likeliest first."""
        word, root = self._put_right(word)
        is_known = root in self._vocabulary or root in self._common
        found = [(root, 1.0)] if is_known else []
        if is_last:
            found += [
                (term, tuning.COMPLETED) for term in self._ends_of(word, root, is_known=is_known)
            ]
        if found:
            return found
        nearest = self._vocabulary.nearest(root) or (
            self._vocabulary.nearest(root, is_unfinished=True) if is_last else []
        )
        return [(term, tuning.CORRECTED) for term in nearest]

    def _put_right(self, word: str) -> tuple[str, str]:
        """A word and its stem, without what was hit besides, and with the end that was left out."""
        root = stem(word)
        if root not in self._vocabulary and (letters := word.rstrip(digits)):
            word, root = letters, stem(letters)  # a number pressed to choose was typed instead
        if word.endswith("in") and root not in self._vocabulary:
            root = stem(word + "g")  # as in `sendin`
        return word, root

    def _ends_of(self, word: str, root: str, *, is_known: bool) -> list[str]:
        """What a word may become when it is finished; nothing where it is a whole short one."""
        if len(word) < (tuning.SHORTEST_BEGINNING if is_known else tuning.SHORTEST_TO_COMPLETE):
            return []
        completions = self._vocabulary.completions(word) or self._vocabulary.completions(root)
        found = [term for term in completions if term != root]
        if not is_known and not found and word.endswith(("i", "in")):
            # An ending that is half typed, as in `aski`, which no stem begins with.
            found = [half for half in (word[:-1], word[:-2]) if half in self._vocabulary]
        return found

    def _in_order(self, found: Sequence[Alternatives]) -> Iterator[Alternatives]:
        """Each two neighbouring words as one term."""
        for ones, others in pairwise(found):
            if ones and others:
                one = ones[0][0]
                is_common = one in self._common and others[0][0] in self._common
                share = tuning.IN_ORDER_COMMON if is_common else tuning.IN_ORDER
                yield [(f"{one} {other}", weight * share) for other, weight in others]

    def _joined(self, words: Sequence[str]) -> Iterator[Alternatives]:
        """Each two neighbouring words as one word, where there is such a word."""
        for one, other in pairwise(words):
            if (term := stem(one + other)) in self._vocabulary:
                yield [(term, 1.0)]


def _best(found: Sequence[Alternatives]) -> list[str]:
    """The likeliest stem of each word; empty for one that nobody knows."""
    return [alternatives[0][0] if alternatives else "" for alternatives in found]


def _rows(found: Sequence[Alternatives]) -> tuple[tuple[str, ...], ...]:
    """The likeliest stems in their order, with each likely end of the last one."""
    ends = [term for term, _ in found[-1]] if found else []
    return tuple((*_best(found[:-1]), end) for end in ends)


def _said_by(at: int, meant: Iterable[Span]) -> frozenset[str]:
    """The meanings that the word at a place is part of saying."""
    return frozenset(name for name, start, end in meant if start <= at < end)


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


def whole(stems: Sequence[str], common: Container[str]) -> str:
    """The term for a line that has these words and no others; common words do not count."""
    return "=" + " ".join([stem for stem in stems if stem not in common] or stems)
