"""The queries as people type them, and how often an engine answers them rightly."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import yaml

from kiosk.content.findable import guides
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex

_PATH = Path(__file__).with_name("queries.yaml")
_EACH = 3


class Query(msgspec.Struct, frozen=True):
    """What somebody types."""

    query: str
    topics: tuple[str, ...]
    """The topics, pieces and helplines of which each would be a right first answer."""


class Reach(msgspec.Struct, frozen=True):
    """The share of queries with a right topic where it was looked for."""

    first: float
    """In the first place."""
    in_three: float
    """In one of the first three places."""


def all_queries() -> list[Query]:
    """Every query, in the order of the file."""
    return msgspec.convert(yaml.safe_load(_PATH.read_text(encoding="utf-8")), list[Query])


def tuned_queries() -> list[Query]:
    """The two thirds that may be looked at while the search or the words are changed."""
    return [query for number, query in enumerate(all_queries(), start=1) if number % _EACH]


def set_aside_queries() -> list[Query]:
    """Every third query: measured, but never looked at."""
    return all_queries()[_EACH - 1 :: _EACH]


def searcher(content: Content) -> Callable[[str], list[str]]:
    """The kiosk's search: from what was typed to ids, a pathway as the topic of the same need."""
    index = SearchIndex(content)
    topics = {guide.name: topic for topic, guide in guides(content).items()}

    def search(query: str) -> list[str]:
        names = (hit.found.name for hit in index.search(query).hits)
        return [topics.get(name, name) for name in names]

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
        first += found[:1] != [] and found[0] in query.topics
        in_three += not set(found).isdisjoint(query.topics)
    return Reach(first / len(queries), in_three / len(queries))
