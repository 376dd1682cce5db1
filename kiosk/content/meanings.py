"""Meanings: the many ways in which people say one thing, found in a row of words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kiosk.content.folding import folded_words, stem
from kiosk.content.model import Meaning


class Meanings:
    """The meanings of `meanings.yaml`, ready to be found."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        ways: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self.audiences: dict[str, str] = {}
        """The audience that a meaning tells, the surest first."""
        self.weights: dict[str, float] = {}
        self.answered: dict[str, list[str]] = defaultdict(list)
        """By the id of what is found, the meanings that it is the answer to."""
        self.elsewhere: set[str] = set()
        """The meanings that nothing here answers."""
        for meaning in meanings:
            if meaning.is_elsewhere:
                self.elsewhere.add(meaning.means)
            if meaning.audience:
                self.audiences[meaning.means] = meaning.audience
            self.weights.setdefault(meaning.means, meaning.weight)
            for name in meaning.answered_by:
                self.answered[name].append(meaning.means)
            for words in meaning.words:
                if stems := tuple(stem(word) for word in folded_words(words)):
                    ways[stems[0]].append((stems, meaning.means))
        self._ways = dict(ways)

    def stems(self) -> Iterator[str]:
        """Every stem that is part of a way to say something."""
        for ways in self._ways.values():
            for stems, _ in ways:
                yield from stems

    def found_in(self, stems: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Each meaning in a row of stems, with its first place and the place after its last."""
        for start, first in enumerate(stems):
            for way, name in self._ways.get(first, ()):
                end = start + len(way)
                if tuple(stems[start:end]) == way:
                    yield name, start, end
