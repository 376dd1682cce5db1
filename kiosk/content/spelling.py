"""Which words were meant by one that is misspelt or unfinished."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import islice

from kiosk.content.folding import sound
from kiosk.content.tuning import (
    LONG_WORD,
    MOST_COMPARED,
    MOST_COMPLETIONS,
    MOST_MEANT,
    MOST_WRONG,
    MOST_WRONG_BY_EAR,
    MOST_WRONG_IN_LONG,
    SHORTEST_KEY,
    SHORTEST_WORD,
)


class Vocabulary:
    """The stems that there are, ready to be looked up by how they begin, sound or look."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = sorted(stems)
        numbers = partial(array, "I")  # a list of numbers takes five times as much
        self._by_sound: dict[str, array[int]] = defaultdict(numbers)
        self._by_pair: dict[str, array[int]] = defaultdict(numbers)
        for number, stem in enumerate(self._stems):
            if len(stem) >= SHORTEST_WORD and not stem.isdecimal():
                self._by_sound[sound(stem)].append(number)
                for pair in set(_pairs(stem)):
                    self._by_pair[pair].append(number)

    def __contains__(self, stem: str) -> bool:
        at = bisect_left(self._stems, stem)
        return at < len(self._stems) and self._stems[at] == stem

    def completions(self, beginning: str) -> list[str]:
        """The first stems that begin so, in the order of the alphabet."""
        at = bisect_left(self._stems, beginning)
        found: list[str] = []
        for stem in islice(self._stems, at, at + MOST_COMPLETIONS):
            if not stem.startswith(beginning):
                break
            found.append(stem)
        return found

    def nearest(self, word: str, *, is_unfinished: bool = False) -> list[str]:
        """The stems that a misspelt word most likely stands for; none where nothing is near.

        Args:
            word: The stem as it was typed.
            is_unfinished: Whether letters may be missing at its end.
        """
        if len(word) < SHORTEST_WORD or word.isdecimal():
            return []
        most_wrong = MOST_WRONG if len(word) < LONG_WORD else MOST_WRONG_IN_LONG
        found: dict[str, int] = {}
        for stem in self._alike(word):
            distance = edit_distance(word, stem, is_unfinished=is_unfinished)
            is_heard_alike = distance <= MOST_WRONG_BY_EAR and len(sound(word)) >= SHORTEST_KEY
            if distance <= most_wrong or (is_heard_alike and sound(stem) == sound(word)):
                found[stem] = distance
        nearest = min(found.values(), default=0)
        return [stem for stem, distance in found.items() if distance == nearest][:MOST_MEANT]

    def _alike(self, word: str) -> Iterator[str]:
        """Stems that sound like a word, then those that share most of its letters."""
        shared: dict[int, int] = defaultdict(int)
        for pair in dict.fromkeys(_pairs(word)):  # in their order, so that ties are always alike
            for number in self._by_pair.get(pair, ()):
                shared[number] += 1
        # The share of the letters, not their number: a long word has some of any letters.
        ranked = sorted(shared, key=lambda n: -shared[n] / (len(self._stems[n]) + len(word)))
        heard = self._by_sound.get(sound(word), array("I"))
        for number in dict.fromkeys((*heard[:MOST_COMPARED], *ranked[:MOST_COMPARED])):
            yield self._stems[number]


def edit_distance(one: str, other: str, *, is_unfinished: bool = False) -> int:
    """The letters to change, add, drop or swap with their neighbour to get from word to word.

    Args:
        one: A word.
        other: Another word.
        is_unfinished: Whether what the other has beyond the first one's end is free.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return min(row) if is_unfinished else row[-1]


def _pairs(word: str) -> Collection[str]:
    """Each two neighbouring letters, the word's ends marked."""
    marked = f"^{word}$"
    return [marked[at : at + 2] for at in range(len(marked) - 1)]
