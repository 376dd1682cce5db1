"""Helplines by their names: whoever types one wants its number before anything else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kiosk.content.findable import Findable
from kiosk.content.folding import folded_words, stem
from kiosk.content.query import COMMON, Query

# Words around a name that do not change whom it means.
_AROUND = frozenset(
    map(stem, "call chat contact email helpline number phone ring talk telephone text use".split())
)
_Row = tuple[str, ...]


class Names:
    """Names to what they are the names of."""

    def __init__(self, things: Iterable[Findable]) -> None:
        named: dict[_Row, list[Findable]] = defaultdict(list)
        for thing in things:
            for row in dict.fromkeys(map(_row, thing.keywords)):
                named[row].append(thing)
        self._named = {row: tuple(things) for row, things in named.items()}

    def stems(self) -> Iterator[str]:
        """Every stem that is part of a name."""
        for row in self._named:
            yield from row

    def in_query(self, query: Query) -> Sequence[Findable]:
        """What a query names, where it says nothing else."""
        for row in query.rows:
            bare = tuple(stem for stem in row if stem not in COMMON and stem not in _AROUND)
            if found := self._named.get(row) or self._named.get(bare):
                return found
        return ()


def _row(name: str) -> _Row:
    return tuple(map(stem, folded_words(name)))
