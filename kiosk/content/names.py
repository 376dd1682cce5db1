"""Helplines by name, or by what they are for: whoever asks for one wants its number first."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from kiosk.content.asked import Leaning
from kiosk.content.findable import Findable, of_helpline
from kiosk.content.folding import folded_words, stem
from kiosk.content.model import Helpline
from kiosk.content.query import Query
from kiosk.content.tuning import CLEAR_ANSWER

AROUND = frozenset(
    map(
        stem,
        "call chat contact email fone helpline number phone report ring talk telephone text "
        "use".split(),
    )
)
"""Words around a name that do not change whom it means."""
_HELPLINE = "helpline"
"""What `meanings.yaml` calls the words for one."""
_Row = tuple[str, ...]


class Names:
    """Helplines by their names, by whom they are for first, and by what was asked for them."""

    def __init__(self, helplines: Iterable[Helpline], common: Container[str]) -> None:
        """Note the names.

        Args:
            helplines: The helplines.
            common: Stems that may stand around a name, as they may around anything.
        """
        self._common = common
        named: dict[_Row, list[Findable]] = defaultdict(list)
        first: dict[str, list[Findable]] = defaultdict(list)
        self._by_id: dict[str, Findable] = {}
        for helpline in helplines:
            thing = self._by_id[helpline.id] = of_helpline(helpline)
            rows = (tuple(map(stem, folded_words(name))) for name in thing.keywords)
            for row in dict.fromkeys(rows):
                named[row].append(thing)
            for audience in helpline.first_for:
                first[audience].append(thing)
        self._named = {row: tuple(things) for row, things in named.items()}
        self._first = {audience: tuple(things) for audience, things in first.items()}

    def stems(self) -> Iterator[str]:
        """Every stem that is part of a name."""
        for row in self._named:
            yield from row

    def in_query(self, query: Query) -> Sequence[Findable]:
        """The helplines that a query asks for, where it says nothing else."""
        if _asks_for_any(query):
            return self._first.get(query.audience, ())
        for row in query.rows:
            if found := self._named.get(row) or self._named.get(self._bare(row)):
                return found
        return ()

    def asked_for(self, query: Query, leaning: Leaning) -> Sequence[Findable]:
        """The helpline that people asked for in such words, without its name: `text instead`."""
        thing = self._by_id.get(leaning.answer)
        least = 0.0 if _HELPLINE in query.meanings else CLEAR_ANSWER
        says_which = any(_HELPLINE not in said for _, said in query.words)
        is_meant = len(query.row) > 1 and says_which and leaning.lead(self._by_id) >= least
        return (thing,) if thing and is_meant else ()

    def _bare(self, row: _Row) -> _Row:
        return tuple(stem for stem in row if stem not in self._common and stem not in AROUND)


def _asks_for_any(query: Query) -> bool:
    """Whether it says "a helpline" and for whom, and nothing else."""
    said = [meanings for _, meanings in query.words]
    is_all = _HELPLINE in query.meanings and query.audience != "" and all(said)
    return is_all and frozenset().union(*said) <= {_HELPLINE, *query.told_by}
