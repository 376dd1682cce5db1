"""The line that is read, where a visitor wants only that one and its neighbours to be seen."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages import ruler
from kiosk.pages.page import Page, Spot
from kiosk.pages.reader import Reader
from kiosk.pages.wrapping import Line, Piece

WORDS: Line = (Piece("words", "plain"),)
LINES = [(), WORDS, WORDS, (), WORDS, WORDS, WORDS, WORDS, ()]
CHOICE = Spot(Place("start"), 4, 6, is_choice=True)


def reader(*spots: Spot) -> Reader:
    """Somebody at the top of a page that is seen whole."""
    return Reader(Page(tuple(LINES), spots), 20, reading=True)


@pytest.mark.parametrize(("line", "seen"), [(2, [1, 2, 3]), (0, [0, 1]), (8, [7, 8])])
def test_a_line_and_its_neighbours_are_seen(line: int, seen: list[int]) -> None:
    """One above it and one below it, as far as there are some."""
    here = reader()
    assert [n for n in range(len(LINES)) if ruler.is_seen(here, line, n)] == seen


@pytest.mark.parametrize("line", [4, 5, 6])
def test_of_a_choice_all_is_seen(line: int) -> None:
    """From its first line to its last, and a line around it."""
    here = reader(CHOICE)
    assert ruler.at(here, line) == line
    assert here.chosen == CHOICE
    assert [n for n in range(len(LINES)) if ruler.is_seen(here, line, n)] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("how", "line", "comes_to"),
    [
        ("down", 1, 2),
        ("down", 2, 4),
        ("down", 7, 7),
        ("up", 4, 2),
        ("up", 2, 1),
        ("up", 1, 1),
        ("end", 1, 7),
        ("home", 7, 1),
    ],
)
def test_it_moves_over_lines_with_words(how: str, line: int, comes_to: int) -> None:
    """And stays on the first and on the last of them."""
    here = reader()
    assert ruler.begin(here) == 1
    assert ruler.moved(here, line, how) == comes_to
    assert here.chosen is None


def test_it_moves_over_a_choice_at_once() -> None:
    """From any of its lines to the one after it, or before it."""
    here = reader(CHOICE)
    ruler.at(here, 4)
    assert ruler.moved(here, 4, "down") == 7
    assert here.chosen is None
    ruler.at(here, 5)
    assert ruler.moved(here, 5, "up") == 2
