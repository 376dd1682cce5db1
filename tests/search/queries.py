"""The queries as people type them, and how often an engine answers them rightly."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import msgspec
import yaml

from kiosk.content.model import Content
from kiosk.content.search import SearchIndex

_PATH = Path(__file__).with_name("queries.yaml")
_EACH = 3


class Query(msgspec.Struct, frozen=True):
    """What somebody types."""

    query: str
    topics: tuple[str, ...]
    """The topics, pathways, pieces and helplines of which each would be a right first answer; none
    where the right answer is that nothing was found."""


class Reach(msgspec.Struct, frozen=True):
    """The share of queries with a right topic where it was looked for."""

    first: float
    """In the first place."""
    in_three: float
    """In one of the first three places."""


@cache
def all_queries() -> tuple[Query, ...]:
    """Every query, in the order of the file."""
    read = yaml.safe_load(_PATH.read_text(encoding="utf-8"))
    return msgspec.convert(read, tuple[Query, ...])


def tuned_queries() -> list[Query]:
    """The two thirds that may be looked at while the search or the words are changed."""
    return [query for number, query in enumerate(all_queries(), start=1) if number % _EACH]


def set_aside_queries() -> list[Query]:
    """Every third query: measured, but never looked at."""
    return list(all_queries()[_EACH - 1 :: _EACH])


def searcher(content: Content) -> Callable[[str], list[str]]:
    """The kiosk's search: from what was typed to ids, a pathway as the topic beside it."""
    index = SearchIndex(content)

    def search(query: str) -> list[str]:
        return [(hit.reading or hit.found).name for hit in index.search(query).hits]

    return search


def reach(search: Callable[[str], Iterable[str]], queries: list[Query]) -> Reach:
    """Measure an engine.

    Args:
        search: From what was typed to topics' ids, best first.
        queries: What to type.
    """
    first = in_three = 0
    for query in queries:
        found = list(search(query.query))[:3]
        is_empty = not query.topics and not found
        first += is_empty or (found[:1] != [] and found[0] in query.topics)
        in_three += is_empty or not set(found).isdisjoint(query.topics)
    return Reach(first / len(queries), in_three / len(queries))
