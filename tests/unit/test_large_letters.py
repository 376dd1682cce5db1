"""Large letters: the largest that fit, every letter of every language, and nothing half drawn."""

import pytest

from kiosk.pages.large_letters import large

SENTENCE = "I need to talk to you."


@pytest.mark.parametrize(("columns", "rows", "height"), [(240, 8, 8), (240, 7, 7), (240, 4, 4)])
def test_the_letters_are_the_largest_that_fit(columns: int, rows: int, height: int) -> None:
    """15, 13 or 8 pixels high, two of them in a row of cells."""
    assert len(large(SENTENCE, columns, rows)) == height


@pytest.mark.parametrize("columns", [12, 40, 72, 100])
def test_no_line_is_longer_than_there_is_room(columns: int) -> None:
    """Words go into the next line; one that is too wide even alone is not drawn at all."""
    assert all(len(line) <= columns for line in large(SENTENCE, columns, 100))
    assert large("blackmailed", 12, 100) == ()


def test_what_does_not_fit_is_not_drawn() -> None:
    """Half a sentence would be worse than small letters."""
    assert large(SENTENCE, 72, 7) == ()
    assert large(SENTENCE, 72, 8) != ()


def test_a_letter_looks_like_itself() -> None:
    """The small letters are 5 by 8 pixels, as their makers drew them."""
    assert large("Hi", 20, 4) == ("▄  ▄  ▄ ", "█▄▄█ ▄▄ ", "█  █  █ ", "▀  ▀ ▀▀▀")


@pytest.mark.parametrize("letters", ["ŵŷâêîôûŴŶ", "ąćęłńóśźżĄŁŻ", "ăâîșțĂÂÎȘȚ", "“”‘’–…£?!:"])
def test_the_letters_of_each_language_are_there(letters: str) -> None:
    """Welsh, Polish, Romanian, and the marks that a sentence may have."""
    assert large(letters, 400, 8)


def test_a_letter_that_is_not_there_leaves_all_small() -> None:
    """A gap in a word would say something else."""
    assert large("я", 72, 100) == ()


def test_no_last_word_stands_alone() -> None:
    """It takes the word before it along, so that nobody is shown "call", and then "999"."""
    columns, rows = len(large("with me and call", 300, 8)[0]), 8
    drawn = large("with me and call 999.", columns, 2 * rows)
    assert drawn[:rows] == large("with me and", columns, rows)
    assert drawn[rows:] == large("call 999.", columns, rows)


def test_lines_are_as_even_as_can_be() -> None:
    """Where a sentence takes two lines, the first one leaves the second what makes them alike."""
    columns, rows = 200, 8
    drawn = large("I need to talk to you. I am being blackmailed.", columns, 2 * rows)
    assert drawn[:rows] == large("I need to talk to you.", columns, rows)
    assert drawn[rows:] == large("I am being blackmailed.", columns, rows)


@pytest.mark.parametrize("rows", [15, 7, 4])
def test_a_full_stop_is_a_square(rows: int) -> None:
    """A round one would look like a plus: all of it is as wide, in letters of each size."""
    columns = len(large("I.", 300, rows)[0])
    dot = [line[len(large("I", 300, rows)[0]) :] for line in large("I.", columns, rows)]
    drawn = {line.strip() for line in dot} - {""}
    assert len({len(line) for line in drawn}) == 1
