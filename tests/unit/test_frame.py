"""Where the parts of a page stand, by the size of the screen: both sides of each boundary."""

import pytest

from kiosk.app.frame import Frame, air_at_place, frame_of, has_place, room_of, rows_of_frame
from kiosk.neutral import margin
from kiosk.pages.here import Room
from kiosk.pages.page import Page


@pytest.mark.parametrize(
    ("columns", "left"),
    [(20, 1), (59, 1), (60, 4), (79, 4), (80, 4), (81, 5), (115, 22), (116, 2), (117, 3)],
)
def test_text_stands_in_the_middle_with_a_margin(columns: int, left: int) -> None:
    """One cell on a narrow screen; from 80 columns on, what a line of text leaves at both sides."""
    assert margin(columns) == left


@pytest.mark.parametrize(
    ("columns", "frame"),
    [
        (40, Frame(1, 38, 38, 38, 0)),
        (79, Frame(4, 71, 71, 71, 0)),
        (80, Frame(4, 72, 72, 72, 0)),
        (81, Frame(5, 72, 72, 72, 0)),
        (115, Frame(22, 72, 72, 72, 0)),
        (116, Frame(2, 112, 72, 72, 36)),
        (117, Frame(3, 112, 72, 72, 36)),
        (133, Frame(11, 112, 72, 72, 36)),
        (134, Frame(2, 130, 72, 72, 54)),
        (135, Frame(3, 130, 72, 72, 54)),
        (183, Frame(27, 130, 72, 72, 54)),
        (184, Frame(2, 180, 126, 72, 50)),
        (213, Frame(17, 180, 126, 72, 50)),
    ],
)
def test_a_column_beside_the_text_comes_with_its_room(columns: int, frame: Frame) -> None:
    """At 116 columns, at 134 a wider one, and at 184 a third between both.

    On a screen of an odd width, too: its one cell more is at the left.
    """
    assert frame_of(columns) == frame
    room = room_of(columns, 50)
    assert room.side == frame.side
    assert room.has_middle is (columns >= 184)
    assert frame.middle == (frame.left + 76 if columns >= 184 else 0)


@pytest.mark.parametrize(
    ("rows", "taken", "place"), [(17, 2, 0), (18, 6, 1), (35, 6, 1), (36, 8, 1)]
)
def test_the_frame_takes_few_lines_of_a_low_screen(rows: int, taken: int, *, place: bool) -> None:
    """From 18 rows on its parts have air, and the place on the page has a line of its own."""
    assert rows_of_frame(rows) == taken
    assert has_place(rows) == place
    assert room_of(80, rows).rows == rows - taken


def test_there_is_always_a_line_for_the_page() -> None:
    """However low the screen is."""
    assert room_of(20, 1).rows == room_of(20, 3).rows == 1


@pytest.mark.parametrize(
    ("lines", "screen_rows", "air"), [(10, 36, 0), (11, 36, 1), (11, 35, 0), (9, 50, 0)]
)
def test_the_place_on_the_page_has_air_where_the_page_goes_on(
    lines: int, screen_rows: int, air: int
) -> None:
    """On a high screen; where all is seen, that line is the only empty one."""
    assert air_at_place(Page(((),) * lines, ()), 10, screen_rows) == air


@pytest.mark.parametrize(
    ("room", "is_low", "is_tall", "is_grand"),
    [
        (Room(), False, False, False),
        (Room(1), True, False, False),
        (Room(12), True, False, False),
        (Room(13), False, False, False),
        (Room(28, 130), False, False, False),
        (Room(29, 130), False, True, False),
        (Room(44, 130), False, True, False),
        (Room(45, 129), False, True, False),
        (Room(45, 130), False, True, True),
    ],
)
def test_a_page_grows_with_its_screen(
    room: Room, *, is_low: bool, is_tall: bool, is_grand: bool
) -> None:
    """Tiles and large numbers from 29 lines on, large letters from 45 and a wide column."""
    assert (room.is_low, room.is_tall, room.is_grand) == (is_low, is_tall, is_grand)
    assert (room.padding, room.box_rows) == ((1, 4) if is_tall else (0, 2))
