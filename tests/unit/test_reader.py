"""Moving through a page: the reader is never lost, and Enter never opens what is out of sight."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Block, Choice, Doors, Items, Paragraph, Place, Span, paragraph
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.commands import DIGITS, LETTERS
from kiosk.pages.page import Page
from kiosk.pages.reader import Reader
from kiosk.pages.typesetting import typeset

BOUNDED = settings(max_examples=150)
HERE = Place("topic", "here")
HEIGHTS = st.integers(3, 40)
MEASURE = 30

blocks: st.SearchStrategy[Block] = st.one_of(
    st.integers(1, 60).map(lambda count: paragraph("word " * count)),
    st.just(Paragraph((Span("See "), Span("the other page", "link", HERE), Span(".")))),
    st.just(Choice("Choice", HERE)),
    st.just(Choice("Choice", HERE, "with a note under it")),
)
pages = st.lists(blocks, max_size=10).map(lambda page: typeset(page, MEASURE))
readers = st.builds(
    lambda page, height, reading: Reader(page, height, reading=reading),
    pages,
    HEIGHTS,
    st.booleans(),
)

Move = Callable[[Reader], object]
MOVES: dict[str, Move] = {
    "down": Reader.down,
    "up": Reader.up,
    "page down": Reader.page_down,
    "page up": Reader.page_up,
    "home": Reader.home,
    "end": Reader.end,
    "wheel down": lambda reader: reader.wheel(1),
    "wheel up": lambda reader: reader.wheel(-1),
    "tab": lambda reader: reader.next_spot(1),
    "shift+tab": lambda reader: reader.next_spot(-1),
    "2": lambda reader: reader.keyed("2"),
    "9": lambda reader: reader.keyed("9"),
    "lower": lambda reader: reader.resize(max(3, reader.height // 2)),
    "higher": lambda reader: reader.resize(reader.height + 3),
}
ways = st.lists(st.sampled_from(sorted(MOVES)), max_size=25)


def is_in_range(reader: Reader) -> bool:
    """Whether the lines in sight are lines of the page."""
    return 0 <= reader.top <= reader.last_top


def is_spot_in_sight(reader: Reader) -> bool:
    """Whether what Enter would open can be seen, or nothing would be opened."""
    spot = reader.chosen
    end = reader.top + reader.height
    return spot is None or (spot.first < end and spot.last >= reader.top)


def read_on(reader: Reader, move: Move) -> tuple[set[int], set[int | None]]:
    """Make a move again and again; gives the lines that were seen and the spots chosen."""
    seen: set[int] = set()
    chosen: set[int | None] = set()
    for _ in range(2 * (len(reader.page.lines) + len(reader.page.spots))):
        seen |= set(range(reader.top, min(reader.top + reader.height, len(reader.page.lines))))
        chosen.add(reader.spot)
        move(reader)
    return seen, chosen


@BOUNDED
@given(readers, ways)
def test_the_reader_stays_on_the_page(reader: Reader, way: list[str]) -> None:
    """After any keys, the first line in sight is one from which the page fills the screen."""
    for name in way:
        MOVES[name](reader)
        assert is_in_range(reader), name
        assert 0 <= reader.percent <= 100


@BOUNDED
@given(readers)
def test_what_enter_opens_is_in_sight_at_the_beginning(reader: Reader) -> None:
    """Before any key, the chosen spot is on the screen, or none is chosen."""
    assert is_spot_in_sight(reader)


@BOUNDED
@given(readers, ways)
def test_what_enter_opens_is_in_sight_after_any_keys(reader: Reader, way: list[str]) -> None:
    """Whatever was pressed last, the chosen spot is on the screen, or none is chosen."""
    for name in way:
        MOVES[name](reader)
        assert is_spot_in_sight(reader), name


@BOUNDED
@given(readers, ways, st.sampled_from(["home", "end"]))
def test_what_enter_opens_is_in_sight_at_the_ends(reader: Reader, way: list[str], end: str) -> None:
    """Home and End go to the ends of the page, and choose nothing that is not there."""
    for name in [*way, end]:
        MOVES[name](reader)
    assert is_spot_in_sight(reader)


@BOUNDED
@given(readers)
def test_a_screen_down_keeps_one_line(reader: Reader) -> None:
    """Page Down shows the last line that says anything at the top, until the end is in sight."""
    while reader.top < reader.last_top:
        last = reader.top + reader.shown - 1
        words = "".join(piece.text for piece in reader.page.lines[last]).strip(" ▌")
        before = reader.top
        reader.page_down()
        assert reader.top == min(max(last if words else last + 1, before + 1), reader.last_top)


def test_a_card_that_would_be_cut_in_two_waits() -> None:
    """Its first line is not shown where its second one would not be."""
    note = Choice("Label", Place("topic", "here"), note="A note under it")
    page = typeset([paragraph("one"), note, paragraph("two")], 40)
    assert [bool(line) for line in page.lines] == [True, False, True, True, False, True]
    assert Reader(page, 3, reading=True).shown == 2
    assert Reader(page, 4, reading=True).shown == 4


@BOUNDED
@given(readers)
def test_a_screen_up_keeps_one_line(reader: Reader) -> None:
    """Page Up shows the first line again at the bottom, until the beginning is in sight."""
    reader.end()
    while reader.top > 0:
        before = reader.top
        reader.page_up()
        assert reader.top == max(before - reader.height + 1, 0)


@BOUNDED
@given(readers, ways)
def test_home_and_end_go_to_the_ends(reader: Reader, way: list[str]) -> None:
    """From wherever one is, Home shows the first line and End the last one."""
    for name in way:
        MOVES[name](reader)
    reader.end()
    assert reader.top == reader.last_top
    reader.home()
    assert reader.top == 0


@BOUNDED
@given(pages, HEIGHTS)
def test_down_reaches_every_choice_of_a_menu(page: Page, height: int) -> None:
    """In a menu, pressing Down again and again marks each choice."""
    reader = Reader(page, height, reading=False)
    _, chosen = read_on(reader, Reader.down)
    assert chosen >= {n for n, spot in enumerate(reader.page.spots) if spot.is_choice}


@pytest.mark.parametrize("height", [5, 8, 12, 18])
@pytest.mark.parametrize("measure", [38, 72])
def test_arrows_reach_everything_on_every_shipped_page(
    catalogue: Catalogue, height: int, measure: int
) -> None:
    """Down alone shows every line and marks every choice, and Up alone leads back to the top."""
    missed = []
    for place in places(catalogue.edition):
        view, page = catalogue.open(place, measure)
        reader = Reader(page, height, reading=view.reading)
        seen, chosen = read_on(reader, Reader.down)
        choices = {n for n, spot in enumerate(page.spots) if spot.is_choice}
        if not (seen >= set(range(len(page.lines))) and chosen >= choices):
            missed.append((place.kind, place.name, "down"))
        read_on(reader, Reader.up)
        if reader.top != 0:
            missed.append((place.kind, place.name, "up"))
    assert missed == []


@BOUNDED
@given(readers)
def test_tab_reaches_every_spot_in_order(reader: Reader) -> None:
    """Tab goes through each link and choice from the beginning, then says that it is through."""
    reader.spot = None
    visited: list[int | None] = []
    while reader.next_spot(1):
        visited.append(reader.spot)
        assert is_spot_in_sight(reader)
    assert visited == list(range(len(reader.page.spots)))


@BOUNDED
@given(readers)
def test_shift_tab_goes_back_through_every_spot(reader: Reader) -> None:
    """Shift+Tab undoes Tab, and at the first spot changes nothing."""
    while reader.next_spot(1):
        pass
    visited: list[int | None] = [reader.spot]
    while reader.next_spot(-1):
        visited.append(reader.spot)
    expected: list[int | None] = [*reversed(range(len(reader.page.spots)))]
    assert visited == (expected or [None])


@BOUNDED
@given(readers, st.sampled_from(DIGITS + LETTERS))
def test_a_key_opens_the_choice_it_stands_at(reader: Reader, key: str) -> None:
    """A link has none. In an article, which may number steps above, only what is seen is opened."""
    choices = [spot for spot in reader.page.spots if spot.is_choice]
    assert [spot.key for spot in choices] == list((DIGITS + LETTERS)[: len(choices)])
    expected = next((spot for spot in choices if spot.key == key), None)
    if expected is not None and reader.reading:
        expected = expected if reader.sees(expected) else None
    assert reader.keyed(key) is expected
    assert expected is None or reader.chosen is expected


@BOUNDED
@given(readers, ways)
def test_resuming_returns_to_the_same_place(reader: Reader, way: list[str]) -> None:
    """Going back to a page shows the same lines, with the same spot marked."""
    for name in way:
        MOVES[name](reader)
    again = Reader(reader.page, reader.height, reading=reader.reading)
    again.resume(reader.top, reader.spot)
    assert (again.top, again.spot) == (reader.top, reader.spot)


@BOUNDED
@given(readers, st.integers(-5, 500), st.none() | st.integers(0, 50))
def test_resuming_on_a_page_set_anew_is_in_range(
    reader: Reader, top: int, spot: int | None
) -> None:
    """A place kept from a longer or wider page is brought onto this one."""
    reader.resume(top, spot)
    assert is_in_range(reader)
    assert is_spot_in_sight(reader)


def test_a_menu_begins_at_its_first_choice_and_an_article_at_its_words() -> None:
    """In a menu Enter opens the first choice at once; in an article nothing is marked."""
    page = typeset([paragraph("Words."), Choice("One", HERE), Choice("Two", HERE)], MEASURE)
    assert Reader(page, 20, reading=False).chosen == page.spots[0]
    assert Reader(page, 20, reading=True).chosen is None


def test_an_article_scrolls_before_it_chooses() -> None:
    """Down moves by one line while there are more, then goes to the choices."""
    page = typeset([paragraph("word " * 60), Choice("One", HERE)], MEASURE)
    reader = Reader(page, 6, reading=True)
    while reader.top < reader.last_top:
        before = reader.top
        reader.down()
        assert (reader.top, reader.spot) == (before + 1, None)
    reader.down()
    assert reader.chosen == page.spots[0]


def test_percent_tells_how_much_was_in_sight() -> None:
    """A page that fits is read wholly; one twice as long as the screen begins at half."""
    page = typeset([Items(tuple((paragraph("a"),) for _ in range(20)))], MEASURE)
    assert Reader(page, 20, reading=True).percent == 100
    half = Reader(page, 10, reading=True)
    assert half.percent == 50
    half.end()
    assert half.percent == 100


@BOUNDED
@given(readers, ways, st.sampled_from(["page down", "page up"]))
def test_after_a_page_the_name_of_what_enter_opens_is_in_sight(
    reader: Reader, way: list[str], page: str
) -> None:
    """Nobody opens a choice of which only the explanation is left on the screen."""
    for name in [*way, page]:
        MOVES[name](reader)
    assert reader.chosen is None or (reader.top <= reader.chosen.first < reader.top + reader.height)


def test_the_arrows_go_by_row_and_column_where_choices_stand_side_by_side() -> None:
    """Down and up keep the column, right and left keep the row, and no choice is left out."""
    doors = tuple(Choice(f"Door {number}", HERE) for number in range(1, 7))
    page = typeset([Doors(doors[:3]), Doors(doors[3:])], 72, width=112)
    reader = Reader(page, 20, reading=False)
    way: list[int | None] = []
    for move in ("right", "down", "right", "right", "up", "left", "down", "left", "left"):
        if move in ("right", "left"):
            reader.beside(1 if move == "right" else -1)
        else:
            getattr(reader, move)()
        way.append(reader.spot)
    assert way == [1, 4, 5, 5, 2, 1, 4, 3, 3]
    assert not reader.beside(-1)
