"""Meanings: the many ways in which people say one thing, found in a row of words."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kiosk.content.common_words import COMMON, COMMON_SET, FILLERS
from kiosk.content.danger import Span
from kiosk.content.folding import Stems
from kiosk.content.model import Meaning
from kiosk.content.tuning import MOST_FILLERS

Way = tuple[frozenset[str], ...]
"""One way to say something: word after word, of each the stems of which one must stand there."""
SET = "@"
"""With this the name of a set of words begins, which stands in the words of meanings."""


class Meanings:
    """The meanings of `meanings.yaml`, ready to be found."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        meanings = tuple(meanings)
        roots = Stems()
        sets = sets_of(meanings, roots)
        self.common = COMMON.union(sets[COMMON_SET])
        """Stems that tell nothing of what is looked for."""
        self.fillers = FILLERS.union(sets[COMMON_SET], {""})  # "" is a word that nobody knows
        """Stems that may stand between the words of a way to say something."""
        ways: dict[str, list[tuple[Way, str, int]]] = defaultdict(list)
        shared: dict[frozenset[str], frozenset[str]] = {}  # most words stand in many ways
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
            most_fillers = MOST_FILLERS if meaning.is_loose else 0
            for words in meaning.words:
                each_word = _way(words, sets, roots)
                if way := tuple(shared.setdefault(stems, stems) for stems in each_word):
                    told = way, meaning.means, most_fillers
                    for first in way[0]:
                        ways[first].append(told)
        self._ways = dict(ways)

    def stems(self) -> Iterator[str]:
        """Every stem that is part of a way to say something, or may stand in one."""
        yield from filter(None, self.fillers)
        places = {stems for ways in self._ways.values() for way, *_ in ways for stems in way}
        for stems in places:
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
        return stem != "" and (stem in self.common or stem in self.fillers)

    def _end_of(self, way: Way, stems: Sequence[str], start: int, most_fillers: int) -> int:
        """The place after the last word of a way that begins at a place; 0 where it is not there.

        As many words that change nothing may stand between each two of its words.
        """
        at, length = start + 1, len(stems)
        for wanted in way[1:]:
            fillers = 0
            while at < length and stems[at] not in wanted:
                if stems[at] not in self.fillers or fillers == most_fillers:
                    return 0
                at, fillers = at + 1, fillers + 1
            if at == length:
                return 0
            at += 1
        return at


def stemmed(words: str, roots: Stems) -> str:
    """A way to say something, its words as they are compared: `sends my pics` as `send my pic`."""
    return " ".join(
        word if word.startswith(SET) else ("/" if "/" in word else " ").join(roots.of(word))
        for word in words.split()
    )


def sets_of(meanings: Iterable[Meaning], roots: Stems) -> dict[str, list[str]]:
    """The stems in each set of words, by the set's name."""
    sets: dict[str, list[str]] = defaultdict(list)
    for meaning in meanings:
        if meaning.means.startswith(SET):
            sets[meaning.means] += roots.of(" ".join(meaning.words))
    return sets


def _way(words: str, sets: Mapping[str, list[str]], roots: Stems) -> Iterator[frozenset[str]]:
    for word in stemmed(words, roots).split():
        yield frozenset(sets.get(word, ()) if word.startswith(SET) else word.split("/"))
