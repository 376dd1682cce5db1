"""The search in the browser's page finds what the kiosk's own finds."""

from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from kiosk.content.asked import Asked
from kiosk.content.load import load_content
from kiosk.pages.edition import make_edition
from kiosk.paths import content_folder
from kiosk.settings import Settings
from tests.search.crisis import all_phrases
from tests.search.own_pages import TITLES, with_own_pages
from tests.search.queries import all_queries
from tests.web.page_search import Answer, PageSearch

LEAST_ALIKE = 0.98
_COUNTED = """() => Object.fromEntries([...prepared.asked.words]
    .map(([term, counts]) => [term, Object.fromEntries(counts)]))"""
_AT_ONCE = 40
"""Texts that the page is asked about in one go: the browser takes longer to ask than to answer."""


@pytest.fixture(scope="module")
def search(browser: Browser) -> Iterator[PageSearch]:
    """The page's search, with the shipped words."""
    context = browser.new_context()
    edition = make_edition(load_content(content_folder()), Settings())
    found = PageSearch(context.new_page(), edition)
    found.load()
    yield found
    context.close()


@pytest.fixture(scope="module")
def typed() -> list[str]:
    """All queries and phrases of danger, and what stands there while some of them are typed."""
    whole = [query.query for query in all_queries()]
    whole += chain.from_iterable(all_phrases().values())
    return whole + [text[:end] for text in whole[::30] for end in range(1, len(text))]


def first_three(answer: Answer) -> list[str]:
    """The first places that were found."""
    return [hit["place"] for hit in answer["hits"][:3]]


@pytest.mark.slow
def test_the_first_three_are_the_same(search: PageSearch, typed: list[str]) -> None:
    """For 98 % of what people type, whole and while they type it, and in their order."""
    answers = search.answers(typed)
    alike = [
        first_three(answer) == first_three(search.expected(text))
        for text, answer in zip(typed, answers, strict=True)
    ]
    assert len(alike) > 2000
    assert sum(alike) / len(alike) >= LEAST_ALIKE


def test_danger_is_the_same_danger(search: PageSearch) -> None:
    """Every phrase of danger raises in the page the numbers that it raises at the kiosk."""
    phrases = list(chain.from_iterable(all_phrases().values()))
    answers = search.answers(phrases)
    assert [answer["danger"] for answer in answers] == [
        search.expected(phrase)["danger"] for phrase in phrases
    ]
    assert sum(answer["danger"] != "" for answer in answers) > 250


def test_the_sentences_shown_are_the_same(search: PageSearch) -> None:
    """Titles, sentences with their marks, numbers and what there is to read, too."""
    queries = [query.query for query in all_queries()]
    answers = search.answers(queries)
    alike = [
        answer == search.expected(query, sentences=True)
        for query, answer in zip(queries, answers, strict=True)
    ]
    assert sum(alike) / len(alike) >= LEAST_ALIKE


def test_pages_of_a_librarys_own_are_found_alike(browser: Browser) -> None:
    """Each by its title, in the first place."""
    with browser.new_context() as context:
        edition = make_edition(with_own_pages(load_content(content_folder())), Settings())
        search = PageSearch(context.new_page(), edition)
        search.load()
        answers = search.answers(list(TITLES))
        assert [answer["hits"][0]["title"] for answer in answers] == list(TITLES)
        for title, answer in zip(TITLES, answers, strict=True):
            assert first_three(answer) == first_three(search.expected(title))


def test_what_was_asked_is_counted_alike(search: PageSearch) -> None:
    """However the table is written on its way: each word, each answer, and how often."""
    content = search.edition.content
    asked = Asked(content.asked, {danger.means for danger in content.dangers.kinds})
    assert search.page.evaluate(_COUNTED) == asked.words
    assert max(often for counts in asked.words.values() for often in counts.values()) >= 64


WORDS = st.sampled_from([word for query in all_queries() for word in query.query.split()])
CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"])
TEXTS = st.lists(st.one_of(WORDS, st.text(CHARACTERS, max_size=12)), max_size=12).map(
    " ".join
) | st.text(CHARACTERS, max_size=60)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=_AT_ONCE, max_size=_AT_ONCE))
@example(
    texts=["A\N{LATIN SMALL LETTER SHARP S}\U00010000", "\U00010000sse"]
)  # one letter, two to JavaScript
def test_any_text_is_answered_alike(search: PageSearch, texts: list[str]) -> None:
    """Whatever characters there are in it: the same places, danger and reason to find nothing."""
    for text, answer in zip(texts, search.answers(texts), strict=True):
        expected = search.expected(text)
        assert first_three(answer) == first_three(expected), text
        assert answer["danger"] == expected["danger"], text
        assert answer["isElsewhere"] == expected["isElsewhere"], text


def test_nothing_of_a_query_outlives_it(search: PageSearch) -> None:
    """What the page keeps for its searches is the same after any of them, word for word."""
    kept = """() => JSON.stringify(prepared, (_, value) =>
        value instanceof Map || value instanceof Set ? [...value] : value)"""
    before = search.page.evaluate(kept)
    search.answers(["my ex has xyzzyqw pictures", "blackmaild", "i want to die", "2nite", "\u1e9e"])
    assert search.page.evaluate(kept) == before
    assert len(before) > 100_000
