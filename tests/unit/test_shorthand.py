"""Words as they are typed on a phone."""

import pytest

from kiosk.content.search import SearchIndex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wot hapens to a pic", "what happens to a pic"),
        ("sum1 is blackmailing me", "someone is blackmailing me"),
        ("shud i pay him", "should i pay him"),
        ("ppl in skl have seen it", "people in school have seen it"),
    ],
)
def test_what_is_short_finds_what_is_long(index: SearchIndex, typed: str, meant: str) -> None:
    """The same pages in the same order, whichever way it is typed."""
    found, wanted = (
        [hit.found.name for hit in index.search(query).hits] for query in (typed, meant)
    )
    assert found == wanted != []


def test_a_word_that_is_not_finished_is_what_it_may_become(index: SearchIndex) -> None:
    """Only a space shows that `snt` is all: before it, the word may become another one."""
    sent, unfinished = (
        [hit.found.name for hit in index.search(query).hits] for query in ("snt ", "snt")
    )
    assert sent == [hit.found.name for hit in index.search("sent ").hits] != []
    assert sent != unfinished
