"""The sentence shown of what was found: one line, with the words of the search marked in it."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import paragraph
from kiosk.content.excerpt import excerpt
from kiosk.content.findable import of_topic
from kiosk.content.folding import folded_words, stem
from kiosk.content.meanings import Meanings
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex
from kiosk.content.tuning import LONGEST
from kiosk.neutral import MEASURE
from kiosk.pages.tiles import INDENT
from tests.search.queries import tuned_queries

BOUNDED = settings(max_examples=200)


def test_the_sentence_has_the_words_marked(index: SearchIndex) -> None:
    """A hit carries a sentence of the topic with the words that were typed marked in it."""
    hit = index.search("outcome 21").hits[0]
    assert [text for text, is_marked in hit.excerpt.parts() if is_marked] == list(hit.excerpt.words)
    assert hit.excerpt.words == ("Outcome", "21")
    assert "".join(text for text, _ in hit.excerpt.parts()) == hit.excerpt.text


def test_words_that_mean_the_same_are_marked(index: SearchIndex) -> None:
    """Whoever types `photo` sees where the topic says `picture`."""
    words = {word.casefold() for hit in index.search("photo").hits for word in hit.excerpt.words}
    assert "picture" in words


def test_where_no_word_stands_in_the_text_the_summary_is_shown(index: SearchIndex) -> None:
    """A topic that is found by a keyword alone is told by its summary, with nothing marked."""
    hit = index.search("frozen").hits[0]
    assert hit.found.name == "about-this-kiosk"
    assert (hit.excerpt.text, hit.excerpt.marks) == (hit.found.summary, ())


@BOUNDED
@given(st.sampled_from([query.query for query in tuned_queries()]), st.integers(0, 60))
def test_every_hit_is_one_line_with_its_marks_in_it(
    index: SearchIndex, query: str, end: int
) -> None:
    """At every letter of a query, each sentence fits its line, and marks are words in order."""
    for hit in index.search(query[:end]).hits:
        text, marks = hit.excerpt.text, hit.excerpt.marks
        assert 0 < len(text) <= LONGEST
        flat = [at for mark in marks for at in mark]
        assert flat == sorted(flat)
        assert all(text[start:stop].strip() for start, stop in marks)


@BOUNDED
@given(st.text(max_size=300), st.integers(0, 300))
def test_any_text_gives_a_sentence_of_one_line(content: Content, text: str, at: int) -> None:
    """However a topic is written, a word of it is shown in a line that fits, marked in place."""
    topic = msgspec.structs.replace(content.topics["the-law"], blocks=(paragraph(text),))
    wanted = frozenset(stem(word) for word in folded_words(text[at : at + 20]))
    shown = excerpt(of_topic(topic), wanted, frozenset(), Meanings(()))
    assert 0 < len(shown.text) <= LONGEST
    assert all(stem(folded_words(word)[0]) in wanted for word in shown.words)


def test_a_sentence_is_as_long_as_a_line_of_a_list() -> None:
    """The widest text, less what stands before each choice."""
    assert LONGEST == MEASURE - INDENT
