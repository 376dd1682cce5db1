"""What is in sight of a page, line by line: both sides of each boundary."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.page import Page, Spot
from kiosk.pages.sight import Sight, letters_before, line_of_letter
from kiosk.pages.wrapping import NO_SPOT, Line, Piece

WORDS: Line = (Piece("some words", "plain"),)
HEADING: Line = (Piece("A heading", "heading2"),)
CARD: Line = (Piece("x", "plain", NO_SPOT, "card"),)
HEIGHT, TOP = 6, 5


def sight(*lines: Line, height: int = HEIGHT, top: int = 0) -> Sight:
    """A window on some lines."""
    seen = Sight(Page(lines, ()), height)
    seen.move_to(top)
    return seen


def spot(first: int, last: int) -> Spot:
    """Something on these lines that can be chosen."""
    return Spot(Place("topic", "here"), first, last, is_choice=True)


@pytest.mark.parametrize(("top", "kept"), [(-1, 0), (0, 0), (14, 14), (15, 14)])
def test_there_is_always_a_whole_screen_of_the_page(top: int, kept: int) -> None:
    """Nothing above its beginning, and nothing below its end."""
    assert sight(*[WORDS] * 20, top=top).top == kept


@pytest.mark.parametrize(
    ("height", "top", "percent"),
    [(20, 0, 100), (21, 0, 100), (19, 0, 95), (10, 0, 50), (10, 5, 75), (10, 10, 100)],
)
def test_how_far_one_is_counts_what_was_seen(height: int, top: int, percent: int) -> None:
    """To the last line in sight."""
    assert sight(*[WORDS] * 20, height=height, top=top).percent == percent


@pytest.mark.parametrize(
    ("first", "last", "top"),
    [(6, 9, TOP), (5, 9, 4), (6, 10, 5), (7, 10, 6), (12, 12, 11), (0, 0, 0)],
)
def test_lines_are_shown_with_one_around_them(first: int, last: int, top: int) -> None:
    """Where that is so already nothing moves; else the line above them stands at the top."""
    seen = sight(*[WORDS] * 20, top=TOP)
    seen.show_lines(first, last)
    assert seen.top == top


@pytest.mark.parametrize(
    ("first", "last", "is_first", "top"),
    [
        (6, 9, False, 5),
        (5, 9, False, 4),
        (7, 10, False, 6),
        (8, 14, False, 8),
        (0, 0, False, 0),
        (5, 10, False, 5),
        (4, 12, False, 5),
        (5, 9, True, 4),
        (3, 5, True, 0),
        (3, 6, True, 2),
    ],
)
def test_a_choice_is_shown_with_as_little_scrolling_as_it_takes(
    first: int, last: int, *, is_first: bool, top: int
) -> None:
    """One that fills the screen stays; to the first one, all above it is shown if there is room."""
    seen = sight(*[WORDS] * 20, top=TOP)
    seen.show(spot(first, last), is_first=is_first)
    assert seen.top == top


@pytest.mark.parametrize(
    ("first", "last", "sees", "sees_all"),
    [
        (5, 10, True, True),
        (4, 10, False, True),
        (10, 11, True, False),
        (11, 11, False, False),
        (5, 11, True, True),
        (6, 11, True, False),
        (0, 19, False, True),
    ],
)
def test_what_is_in_sight_has_its_name_there(
    first: int, last: int, *, sees: bool, sees_all: bool
) -> None:
    """All of it is in sight to its last line, or where it fills all there is to see."""
    seen = sight(*[WORDS] * 20, top=TOP)
    assert (seen.sees(spot(first, last)), seen.sees_all(spot(first, last))) == (sees, sees_all)


@pytest.mark.parametrize(("direction", "top"), [(1, 8), (-1, 2)])
def test_the_wheel_moves_by_three_lines(direction: int, top: int) -> None:
    """Either way."""
    seen = sight(*[WORDS] * 20, top=TOP)
    seen.wheel(direction)
    assert seen.top == top


@pytest.mark.parametrize(("height", "top"), [(1, 4), (2, 4), (3, 3), (6, 0)])
def test_a_screen_up_moves_at_least_by_a_line(height: int, top: int) -> None:
    """And else keeps one of what was read."""
    seen = sight(*[WORDS] * 20, height=height, top=TOP)
    seen.page_up()
    assert seen.top == top


@pytest.mark.parametrize(("height", "top"), [(1, 6), (2, 6), (3, 7), (6, 10)])
def test_a_screen_down_moves_at_least_by_a_line(height: int, top: int) -> None:
    """And else keeps one of what was read."""
    seen = sight(*[WORDS] * 20, height=height, top=TOP)
    seen.page_down()
    assert seen.top == top


def test_a_screen_down_keeps_no_empty_line() -> None:
    """It would say nothing about where one is."""
    seen = sight(*[WORDS] * 5, (), *[WORDS] * 14)
    seen.page_down()
    assert seen.top == 6


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([WORDS] * 6, 6),
        ([WORDS] * 5 + [HEADING], 5),
        ([WORDS] * 4 + [HEADING, ()], 4),
        ([WORDS] * 5 + [()], 6),
        ([HEADING] * 6, 6),
    ],
)
def test_what_would_be_cut_off_waits(lines: list[Line], shown: int) -> None:
    """A heading for its text, unless there is nothing else; at the end of a page nothing does."""
    assert sight(*lines, *[WORDS] * 4).shown == shown
    assert sight(*lines).shown == HEIGHT


def test_two_cards_may_be_parted() -> None:
    """One may be in sight, and the next one below it not."""
    other = (Piece("x", "plain", NO_SPOT, "call"),)
    assert sight(*[WORDS] * 3, *[CARD] * 3, *[other] * 5).shown == HEIGHT


LETTERS: list[Line] = [(Piece("ab c", "plain"),), (), (Piece("d", "plain"), Piece(" e", "link"))]


@pytest.mark.parametrize(
    ("letters", "line"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (5, 0), (6, 0)]
)
def test_a_place_is_known_by_the_letters_before_it(letters: int, line: int) -> None:
    """However long the lines are by now; one that a page of fewer letters has not is its head."""
    page = Page(tuple(LETTERS), ())
    assert line_of_letter(page, letters) == line


@pytest.mark.parametrize(("line", "letters"), [(0, 0), (1, 3), (2, 3), (3, 5), (9, 5)])
def test_letters_are_counted_without_spaces(line: int, letters: int) -> None:
    """Those of all lines before."""
    assert letters_before(Page(tuple(LETTERS), ()), line) == letters
