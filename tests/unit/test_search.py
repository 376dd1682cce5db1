"""Search: a visitor in a hurry, with any spelling, finds the way to help."""

import pickle

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import paragraph
from kiosk.content.excerpt import LONGEST, excerpt
from kiosk.content.folding import folded_words, stem
from kiosk.content.load import load_content
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content
from kiosk.content.search import MOST_FOUND, SearchIndex
from kiosk.paths import content_folder
from tests.search.queries import tuned_queries

BOUNDED = settings(max_examples=200, deadline=None)


@pytest.fixture(scope="module")
def index(content: Content) -> SearchIndex:
    """The shipped topics, ready to be searched."""
    return SearchIndex(content)


def found(index: SearchIndex, query: str) -> list[str]:
    """The ids of the topics found, best first."""
    return [hit.topic.id for hit in index.search(query)]


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
    """Words that stand in every question change nothing about which answer is best."""
    assert found(index, "what do I do about blackmail")[0] == found(index, "blackmail")[0]
    assert found(index, "the blackmail")[0] == found(index, "blackmail")[0]


def test_capitals_and_punctuation_do_not_matter(index: SearchIndex) -> None:
    """A word is the same word in capitals, with a mark behind it or a curly apostrophe in it."""
    assert found(index, "BLACKMAIL!?") == found(index, "blackmail")
    assert found(index, "can\N{RIGHT SINGLE QUOTATION MARK}t") == found(index, "can't")


@pytest.mark.parametrize("query", ["", "   ", "?!", "xyzzyqw", "\N{BOOKS}"])
def test_where_nothing_fits_nothing_is_found(index: SearchIndex, query: str) -> None:
    """An empty or unknown query gives an empty list, and the page then offers the urgent doors."""
    assert found(index, query) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sextorshun", "sextortion"),
        ("blakmail", "blackmail"),
        ("thretening", "threatening"),
        ("anonymus", "anonymous"),
        ("leagal", "legal"),
    ],
)
def test_misspelt_words_are_understood(index: SearchIndex, typed: str, meant: str) -> None:
    """A word that only sounds or looks like the right one finds the same topic first."""
    assert found(index, typed)[0] == found(index, meant)[0]


def test_the_list_fits_on_a_small_screen(index: SearchIndex) -> None:
    """However much answers, no more is listed than stands on 24 rows."""
    assert len(found(index, "nude picture video police law app")) <= MOST_FOUND


def test_words_of_a_parent_bring_the_topics_for_parents_first(index: SearchIndex) -> None:
    """The same need gets another answer when a parent tells of it."""
    assert found(index, "being blackmailed")[0] == "someone-is-threatening-me"
    assert found(index, "my son is being blackmailed")[0] == "if-your-child-tells-you"


def test_the_sentence_has_the_words_marked(index: SearchIndex) -> None:
    """A hit carries a sentence of the topic with the words that were typed marked in it."""
    hit = index.search("outcome 21")[0]
    assert [text for text, is_marked in hit.excerpt.parts() if is_marked] == list(hit.excerpt.words)
    assert hit.excerpt.words == ("Outcome", "21")
    assert "".join(text for text, _ in hit.excerpt.parts()) == hit.excerpt.text


def test_words_that_mean_the_same_are_marked(index: SearchIndex) -> None:
    """Whoever types `photo` sees where the topic says `picture`."""
    words = {word.casefold() for hit in index.search("photo") for word in hit.excerpt.words}
    assert "picture" in words


def test_where_no_word_stands_in_the_text_the_summary_is_shown(index: SearchIndex) -> None:
    """A topic that is found by a keyword alone is told by its summary, with nothing marked."""
    hit = index.search("frozen")[0]
    assert hit.topic.id == "about-this-kiosk"
    assert (hit.excerpt.text, hit.excerpt.marks) == (hit.topic.front.summary, ())


def test_an_index_can_be_handed_to_another_process(index: SearchIndex) -> None:
    """The index is made in one process and used in others: it survives pickling, in full."""
    copy = pickle.loads(pickle.dumps(index))
    assert found(copy, "he says he will post it") == found(index, "he says he will post it")


def test_nothing_of_a_query_is_kept() -> None:
    """After any search the index is, byte for byte, what it was before."""
    index = SearchIndex(load_content(content_folder()))
    before = pickle.dumps(index)
    for query in ("zebrafinch", "he says he will post it", "my son zebrafinch sextorshun"):
        index.search(query)
    assert pickle.dumps(index) == before


@BOUNDED
@given(st.sampled_from([query.query for query in tuned_queries()]), st.integers(0, 60))
def test_every_hit_is_one_line_with_its_marks_in_it(
    index: SearchIndex, query: str, end: int
) -> None:
    """At every letter of a query, each sentence fits its line, and marks are words in order."""
    for hit in index.search(query[:end]):
        text, marks = hit.excerpt.text, hit.excerpt.marks
        assert 0 < len(text) <= LONGEST
        flat = [at for mark in marks for at in mark]
        assert flat == sorted(flat)
        assert all(text[start:stop].strip() for start, stop in marks)


@BOUNDED
@given(st.text(max_size=100))
def test_any_query_gives_a_list_of_topics_without_doubles(
    content: Content, index: SearchIndex, query: str
) -> None:
    """No query ends in an exception, and each topic stands in the list once at most."""
    ids = found(index, query)
    assert len(ids) == len(set(ids))
    assert set(ids) <= set(content.topics)


@BOUNDED
@given(st.text(max_size=300), st.integers(0, 300))
def test_any_text_gives_a_sentence_of_one_line(content: Content, text: str, at: int) -> None:
    """However a topic is written, a word of it is shown in a line that fits, marked in place."""
    topic = msgspec.structs.replace(content.topics["the-law"], blocks=(paragraph(text),))
    wanted = frozenset(stem(word) for word in folded_words(text[at : at + 20]))
    shown = excerpt(topic, wanted, frozenset(), Meanings(()))
    assert 0 < len(shown.text) <= LONGEST
    assert all(stem(folded_words(word)[0]) in wanted for word in shown.words)
