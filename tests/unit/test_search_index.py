"""What the browser's search is given: written shorter than it is, and the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import product
from typing import Any

import pytest

from kiosk.content.folding import Stems
from kiosk.content.load import load_content
from kiosk.content.meanings import SET, stemmed
from kiosk.content.model import Content
from kiosk.pages.edition import make_edition
from kiosk.paths import content_folder
from kiosk.settings import Settings
from kiosk.web.search_index import compiled


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped words."""
    return load_content(content_folder())


@pytest.fixture(scope="module")
def told(content: Content) -> Mapping[str, str]:
    """By each meaning, the ways to say it, as the page is given them."""
    found: Any = compiled(make_edition(content, Settings()), lambda _: [])
    return {each["means"]: each["words"] for each in reversed(found["meanings"])}


def rows(ways: Iterable[str]) -> Counter[tuple[str, ...]]:
    """Every row of words that some ways to say something allow, and how many of them do."""
    words = ([sorted(set(word.split("/"))) for word in way.split()] for way in ways if way)
    return Counter(row for each in words for row in product(*each))


def test_each_meaning_is_said_in_the_same_ways(content: Content, told: Mapping[str, str]) -> None:
    """Ways that are written as one are the same ways, each as often as staff wrote it."""
    roots = Stems()
    written = {each.means: each.words for each in reversed(content.meanings)}
    for means, words in told.items():
        wanted = rows(map(partial(stemmed, roots=roots), written[means]))
        assert rows(words.split("|")) == wanted, means


def test_a_set_of_words_stands_alone(told: Mapping[str, str]) -> None:
    """The page looks a set up by its name, and splits what is none at each stroke."""
    words = {word for ways in told.values() for way in ways.split("|") for word in way.split()}
    sets = {word for word in words if SET in word}
    assert sets
    assert not [word for word in sets if "/" in word or not word.startswith(SET)]


def test_ways_that_differ_in_one_word_are_written_once(
    content: Content, told: Mapping[str, str]
) -> None:
    """A phone in a slow network waits for every one of them."""
    written = sum(len(each.words) for each in content.meanings if not each.means.startswith(SET))
    assert sum(words.count("|") + 1 for words in told.values()) < 0.7 * written
