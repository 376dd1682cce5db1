"""A page in columns, on the widest screens: all of a plan at once, read and walked in order."""

import pytest

from kiosk.app.frame import room_of
from kiosk.content.blocks import Choice, Heading, Paragraph, Place, Span, heading, paragraph
from kiosk.pages.catalogue import Catalogue, places, view_of
from kiosk.pages.composition import compose
from kiosk.pages.here import Here, Room
from kiosk.pages.page import Page
from kiosk.pages.reader import Reader
from kiosk.pages.sentences import sentences
from kiosk.pages.spread import spread

ROOM = room_of(200, 60)
TEXT = 72
BLOCKS = (
    paragraph("First words. More of them."),
    Choice("First", Place("start")),
    Choice("Second", Place("people")),
    heading("A heading"),
    paragraph("Last words."),
    Choice("Third", Place("keys")),
)


def page_in_columns(room: Room = ROOM, rows: int = 50) -> Page:
    """The blocks, spread."""
    page = spread(BLOCKS, TEXT, room, rows)
    assert page is not None
    return page


def test_every_plan_is_seen_whole_on_a_full_screen(catalogue: Catalogue) -> None:
    """At 200 by 60 nobody has to scroll for the way on, and no line is left out."""
    found = 0
    for place in places(catalogue.edition):
        if place.kind == "plan":
            view = view_of(catalogue.edition, place, Here(columns=TEXT, room=ROOM))
            page = compose(view, TEXT, ROOM)
            assert len(page.lines) + len(page.foot) <= ROOM.rows, place
            found += 1
    assert found > 50


def test_the_columns_begin_where_their_cells_say() -> None:
    """What follows a heading stands right of the text, and no wider than its column."""
    page = page_in_columns()
    assert page.second_at == TEXT + 4
    columns = [page.column_of(spot) for spot in page.spots]
    assert columns == [0, 0, 1]
    widths = [sum(len(piece.text) for piece in line) for line in page.lines]
    assert max(widths) <= TEXT + 4 + TEXT


def test_a_page_that_would_scroll_is_not_spread() -> None:
    """Two columns that scroll together would be read by nobody."""
    assert spread(BLOCKS, TEXT, ROOM, 5) is None


def test_a_page_without_headings_is_not_spread() -> None:
    """Nothing says where its second column would begin."""
    assert spread((paragraph("Words."),), TEXT, ROOM, 50) is None


def test_the_arrows_go_down_one_column_and_then_the_other() -> None:
    """Down and Up reach every choice in the order of its number; Right and Left cross over."""
    reader = Reader(page_in_columns(), 50, reading=True)
    seen = []
    for _ in range(3):
        reader.down()
        seen.append(reader.spot)
    assert seen == [0, 1, 2]
    reader.up()
    assert reader.spot == 1
    assert reader.beside(1)
    assert reader.spot == 2
    assert not reader.beside(1)
    assert reader.beside(-1)
    assert reader.spot in (0, 1)


def test_columns_are_said_one_after_the_other() -> None:
    """Whoever hears the page hears no line of the one in the midst of the other."""
    page = page_in_columns()
    said = [sentence.text for sentence in sentences(page)]
    assert said == [
        "First words.",
        "More of them.",
        "1 First",
        "2 Second",
        "A heading",
        "Last words.",
        "3 Third",
    ]
    third = next(sentence for sentence in sentences(page) if sentence.text == "3 Third")
    assert third.cells[0][1] >= page.second_at


@pytest.mark.parametrize(("columns", "has_middle"), [(183, False), (184, True), (240, True)])
def test_the_third_column_comes_with_its_room(columns: int, has_middle: bool) -> None:
    """From 184 columns on."""
    assert room_of(columns, 60).has_middle == has_middle


def test_a_heading_that_is_first_cuts_nothing() -> None:
    """An empty column is none."""
    blocks = (Heading((Span("One"),)), Paragraph((Span("Words."),)))
    assert spread(blocks, TEXT, ROOM, 50) is None


def test_only_a_plan_is_spread(catalogue: Catalogue) -> None:
    """A text is read from top to bottom, and a long one would be set many times for nothing."""
    for place in places(catalogue.edition):
        if place.kind in ("topic", "people"):
            view = view_of(catalogue.edition, place, Here(columns=TEXT, room=ROOM))
            assert not compose(view, TEXT, ROOM).second_at, place
