"""Meanings: the many ways in which people say one thing, found in a row of words."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kiosk.content.common_words import COMMON, COMMON_SET, FILLERS
from kiosk.content.danger import Span
from kiosk.content.folding import folded_words, stem
from kiosk.content.model import Meaning

Way = tuple[frozenset[str], ...]
"""One way to say something: word after word, of each the stems of which one must stand there."""
SET = "@"
"""With this the name of a set of words begins, which stands in the words of meanings."""
_MOST_FILLERS = 4
"""How many of them may stand in a row, where the meaning is loose."""


class Meanings:
    """The meanings of `meanings.yaml`, ready to be found."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        meanings = tuple(meanings)
        sets = _sets_of(meanings)
        self.common = COMMON | sets[COMMON_SET]
        """Stems that tell nothing of what is looked for."""
        self._fillers = FILLERS | sets[COMMON_SET] | {""}  # "" is a word that nobody knows
        ways: dict[str, list[tuple[Way, str, int]]] = defaultdict(list)
        self.audiences: dict[str, str] = {}
        """The audience that a meaning tells, the surest first."""
        self.weights: dict[str, float] = {}
        self.answered: dict[str, list[str]] = defaultdict(list)
        """By the id of what is found, the meanings that it is the answer to."""
        self.elsewhere: set[str] = set()
        """The meanings that nothing here answers."""
        for meaning in meanings:
            if meaning.means.startswith(SET):
                continue
            if meaning.is_elsewhere:
                self.elsewhere.add(meaning.means)
            if meaning.audience:
                self.audiences[meaning.means] = meaning.audience
            self.weights.setdefault(meaning.means, meaning.weight)
            for name in meaning.answered_by:
                self.answered[name].append(meaning.means)
            most_fillers = _MOST_FILLERS if meaning.is_loose else 0
            for words in meaning.words:
                if way := tuple(_way(words, sets)):
                    for first in way[0]:
                        ways[first].append((way, meaning.means, most_fillers))
        self._ways = dict(ways)

    def stems(self) -> Iterator[str]:
        """Every stem that is part of a way to say something, or may stand in one."""
        yield from filter(None, self._fillers)
        for ways in self._ways.values():
            for way, *_ in ways:
                for stems in way:
                    yield from stems

    def found_in(self, stems: Sequence[str], names: Container[str] | None = None) -> Iterator[Span]:
        """Each meaning in a row of stems, with its first place and the place after its last.

        Args:
            stems: What is said.
            names: The meanings to look for; all of them if left out.
        """
        names = self.weights if names is None else names
        for start, first in enumerate(stems):
            for way, name, most_fillers in self._ways.get(first, ()):
                if name in names and (end := self._end_of(way, stems, start, most_fillers)):
                    yield name, start, end

    def is_common(self, stem: str) -> bool:
        """Whether a word tells nothing of what a row of words is about."""
        return stem != "" and (stem in self.common or stem in self._fillers)

    def _end_of(self, way: Way, stems: Sequence[str], start: int, most_fillers: int) -> int:
        """The place after the last word of a way that begins at a place; 0 where it is not there.

        As many words that change nothing may stand between each two of its words.
        """
        at, length = start + 1, len(stems)
        for wanted in way[1:]:
            fillers = 0
            while at < length and stems[at] not in wanted:
                if stems[at] not in self._fillers or fillers == most_fillers:
                    return 0
                at, fillers = at + 1, fillers + 1
            if at == length:
                return 0
            at += 1
        return at


def _sets_of(meanings: Iterable[Meaning]) -> dict[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = defaultdict(frozenset)
    for meaning in meanings:
        if meaning.means.startswith(SET):
            sets[meaning.means] |= _stems(" ".join(meaning.words))
    return sets


def _way(words: str, sets: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    for word in words.split():
        if word.startswith(SET):
            yield sets.get(word, frozenset())
        elif "/" in word:
            yield _stems(word)
        else:
            yield from map(_stems, folded_words(word))


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, folded_words(words)))
