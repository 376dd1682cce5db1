"""Search: a visitor in a hurry, with any spelling, finds the way to help."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.model import Content
from kiosk.content.search import SearchIndex

BOUNDED = settings(max_examples=200, deadline=None)


@pytest.fixture(scope="module")
def index(content: Content) -> SearchIndex:
    """The shipped topics, ready to be searched."""
    return SearchIndex(content)


def found(index: SearchIndex, query: str) -> list[str]:
    """The ids of the topics found, best first."""
    return [topic.id for topic in index.search(query)]


def test_urgent_topics_are_found_by_each_of_their_keywords(
    content: Content, index: SearchIndex
) -> None:
    """Whatever a frightened visitor may type, misspelt too, the urgent topic is in the list."""
    for topic in ("someone-is-threatening-me", "a-picture-is-out-there"):
        for keyword in content.topics[topic].front.keywords:
            assert (keyword, topic in found(index, keyword)) == (keyword, True)


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("blackmail", "someone-is-threatening-me"),
        ("blackmale", "someone-is-threatening-me"),
        ("threat", "someone-is-threatening-me"),
        ("someone is threatening me", "someone-is-threatening-me"),
        ("leaked", "a-picture-is-out-there"),
        ("take down", "a-picture-is-out-there"),
        ("illegal", "the-law"),
        ("childline", "who-to-tell"),
        ("privacy", "about-this-kiosk"),
    ],
)
def test_the_right_topic_stands_first(index: SearchIndex, query: str, topic: str) -> None:
    """For plain words of a need, the first line of the list is the answer to it."""
    assert found(index, query)[0] == topic


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("blackmail", "someone-is-threatening-me"),
        ("threat", "someone-is-threatening-me"),
        ("leaked", "a-picture-is-out-there"),
        ("takedown", "a-picture-is-out-there"),
    ],
)
def test_topics_are_found_while_typing(index: SearchIndex, word: str, topic: str) -> None:
    """From the third letter on, the topic is in the list at every letter."""
    for end in range(3, len(word) + 1):
        assert topic in found(index, word[:end]), word[:end]


def test_common_words_tell_nothing(index: SearchIndex) -> None:
    """Words that stand in every question change nothing about what is found."""
    assert found(index, "what do I do about blackmail") == found(index, "blackmail do what")
    assert found(index, "the blackmail") == found(index, "blackmail")


def test_capitals_and_punctuation_do_not_matter(index: SearchIndex) -> None:
    """A word is the same word in capitals, with a mark behind it or a curly apostrophe in it."""
    assert found(index, "BLACKMAIL!?") == found(index, "blackmail")
    assert found(index, "can\N{RIGHT SINGLE QUOTATION MARK}t") == found(index, "can't")


@pytest.mark.parametrize("query", ["", "   ", "?!", "xyzzyqw", "\N{BOOKS}"])
def test_where_nothing_fits_nothing_is_found(index: SearchIndex, query: str) -> None:
    """An empty or unknown query gives an empty list, and the page then offers the urgent doors."""
    assert found(index, query) == []


@BOUNDED
@given(st.text(max_size=100))
def test_any_query_gives_a_list_of_topics_without_doubles(
    content: Content, index: SearchIndex, query: str
) -> None:
    """No query ends in an exception, and each topic stands in the list once at most."""
    ids = found(index, query)
    assert len(ids) == len(set(ids))
    assert set(ids) <= set(content.topics)
