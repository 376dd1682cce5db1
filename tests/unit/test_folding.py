"""Words in any script, as the search compares them and as the screen counts their cells."""

import sys
import unicodedata

import pytest
from rich.cells import cell_len

from kiosk.cells import width_of, wrap
from kiosk.content.folding import folded_words, places_of_words

SPOKEN = [
    "\u0939\u093f\u0928\u094d\u0926\u0940",  # Hindi, in its own script
    "\u09ac\u09be\u0982\u09b2\u09be",  # Bengali
    "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd",  # Tamil
    "\u0a2a\u0a70\u0a1c\u0a3e\u0a2c\u0a40",  # Punjabi
    "\u0639\u064e\u0631\u064e\u0628\u0650\u064a",  # Arabic, with its vowels
]


@pytest.mark.parametrize("word", SPOKEN)
def test_a_word_with_combining_signs_stays_whole(word: str) -> None:
    """Vowels and other signs that are written on a letter part no word."""
    assert len(folded_words(f"{word}, {word}!")) == 2
    assert list(places_of_words(word)) == [(0, len(word))]


def test_an_accent_may_stand_for_itself() -> None:
    """A letter and its accent are one word with the letter alone, in both forms of Unicode."""
    assert folded_words("cafe\u0301 caf\u00e9 cafe") == ["cafe"] * 3


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Zapłacił", "zaplacil"), ("ŁÓDŹ", "lodz"), ("søster", "soster"), ("đã", "da")],
)
def test_a_stroke_may_be_left_out(word: str, folded: str) -> None:
    """A British keyboard has no such letter, so that people type the one without it."""
    assert folded_words(f"{word} {folded}") == [folded] * 2


@pytest.mark.parametrize("word", [*SPOKEN, "cafe\u0301", "\u65e5\u672c", "plain"])
def test_cells_are_counted_as_the_terminal_does(word: str) -> None:
    """A sign on a letter takes no cell of its own."""
    assert width_of(word) == cell_len(word)
    assert wrap(f"{word} {word}", cell_len(word)) == [word, word]


def test_every_combining_sign_there_is_takes_no_cell() -> None:
    """As the library that draws the pages counts them, in the whole of Unicode."""
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    signs = [sign for sign in signs if unicodedata.category(sign).startswith("M")]
    assert len(signs) > 2000
    assert [sign for sign in signs if width_of(sign) != 0 or cell_len(sign) != 0] == []
