"""What stands beside and what below, by the cells there are: the last that fits, and the next."""

import pytest

from kiosk.content.blocks import Heading, Row, Span, Term, text_of
from kiosk.pages.grid import Card, End, _columns, grid
from kiosk.pages.heads import with_whole_title
from kiosk.pages.surfaces import on_ground, side_by_side
from kiosk.pages.two_sides import row_lines, term_lines
from kiosk.pages.view import View
from kiosk.pages.wrapping import Line, Piece


def texts(lines: list[Line]) -> list[str]:
    """The lines as text."""
    return ["".join(piece.text for piece in line) for line in lines]


@pytest.mark.parametrize(
    ("measure", "lines"), [(7, ["ab   cd"]), (6, ["ab  cd"]), (5, ["ab", "cd"]), (2, ["ab", "cd"])]
)
def test_two_sides_stand_in_one_line_with_two_cells_between(measure: int, lines: list[str]) -> None:
    """Else the right one stands below the left one."""
    assert texts(list(row_lines(Row((Span("ab"),), (Span("cd"),)), measure))) == lines


def test_a_side_of_several_lines_has_them_alone() -> None:
    """Nothing stands beside it."""
    lines = list(row_lines(Row((Span("ab cd ef"),), (Span("x"),)), 6))
    assert [line.strip() for line in texts(lines)] == ["ab cd", "ef", "x"]


@pytest.mark.parametrize(
    ("indent", "measure", "lines"),
    [
        (4, 20, [" k  words"]),
        (4, 19, [" k ", "  words"]),
        (6, 22, [" k    words"]),
        (0, 20, [" k  words"]),
        (0, 3, [" k ", "  w", "  o", "  r", "  d", "  s"]),
    ],
)
def test_what_keys_do_stands_beside_them_where_there_is_room(
    indent: int, measure: int, lines: list[str]
) -> None:
    """In a column as wide as is asked for, or as the keys are; else below, a little indented."""
    assert texts(list(term_lines(Term(("k",), "words", indent), measure))) == lines


@pytest.mark.parametrize(("measure", "caps"), [(7, [" a   b "]), (6, [" a ", " b "])])
def test_caps_that_do_not_fit_stand_one_below_the_other(measure: int, caps: list[str]) -> None:
    """None is cut."""
    lines = texts(list(term_lines(Term(("a", "b"), "x", 0), measure)))
    assert lines == [*caps, "  x"]


@pytest.mark.parametrize(("measure", "headings"), [(7, []), (6, []), (5, ["A titl"])])
def test_a_title_that_would_be_cut_off_is_a_heading_too(measure: int, headings: list[str]) -> None:
    """One that just fits is not."""
    view = with_whole_title(View("A titl", ()), measure)
    assert [text_of(block) for block in view.blocks if isinstance(block, Heading)] == headings


@pytest.mark.parametrize(
    ("width", "cards", "columns"),
    [
        (73, 3, 1),
        (74, 3, 2),
        (111, 3, 2),
        (112, 3, 3),
        (112, 2, 2),
        (112, 1, 1),
        (112, 0, 1),
        (300, 6, 3),
        (112, 4, 2),
        (112, 5, 3),
        (74, 4, 2),
    ],
)
def test_so_many_cards_stand_side_by_side(width: int, cards: int, columns: int) -> None:
    """Each at least 36 cells wide, at most three; four make two rows of two."""
    assert _columns(cards, width, has_end=False) == columns
    assert _columns(cards, width, has_end=True) == (3 if (width, cards) == (112, 4) else columns)


def cards(count: int) -> list[Card]:
    """Cards of one line each, which say their number."""

    def card(number: int) -> Card:
        return lambda width: [(Piece(str(number).ljust(width, "."), "plain"),)]

    return [card(number) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("width", "is_loose", "is_airy", "lines"),
    [
        (40, False, True, ["1", "2", "3"]),
        (40, True, True, ["1", "", "2", "", "3"]),
        (74, True, False, ["1 2", "3"]),
        (74, True, True, ["1 2", "", "3"]),
        (112, True, True, ["1 2 3"]),
    ],
)
def test_an_empty_line_parts_cards_and_rows_where_it_is_wanted(
    width: int, is_loose: bool, is_airy: bool, lines: list[str]
) -> None:
    """Between them, and never before the first one."""
    found = texts(list(grid(cards(3), 40, width, is_loose=is_loose, is_airy=is_airy)))
    assert [" ".join(line.replace(".", " ").split()) for line in found] == lines


@pytest.mark.parametrize(
    ("width", "at"), [(112, [0, 38, 76]), (113, [0, 38, 76]), (114, [0, 39, 78]), (74, [0, 38])]
)
def test_a_row_of_cards_is_as_wide_as_the_page(width: int, at: list[int]) -> None:
    """What is over parts the cards; a cell that cannot be shared out is the last one's."""
    (line,) = texts(list(grid(cards(len(at)), 72, width, is_loose=True, is_airy=True)))
    assert [line.index(str(number)) for number in range(1, len(at) + 1)] == at
    assert len(line) == width


@pytest.mark.parametrize(
    ("count", "above", "lines"),
    [
        (4, 0, ["1 2 3", "4 end"]),
        (4, 1, ["1 2 3", "4", "end"]),
        (4, 2, ["1 2 3", "4", "", "end"]),
        (3, 0, ["1 2 3", "", "end"]),
    ],
)
def test_what_ends_cards_stands_beside_the_last_where_that_is_shorter(
    count: int, above: int, lines: list[str]
) -> None:
    """Below them an empty line comes before it, which it would have to save."""
    end = End(lambda _: [(Piece("end", "plain"),)], above, gap=1)
    row = list(grid(cards(count), 72, 112, is_loose=True, is_airy=False, end=end))
    found = [" ".join(line.replace(".", " ").split()) for line in texts(row)]
    assert found == lines
    assert (row[-1][0].text == "end") is (above == 2 or count == 3)


def test_a_surface_takes_what_has_none() -> None:
    """A piece with a ground or a spot of its own keeps it; the rest belongs to the surface."""
    own = Piece("a", "plain", 3, "call")
    (line,) = on_ground([(own, Piece("b", "plain"))], 6, "card", spot=7)
    laid = [(piece.text, piece.ground, piece.spot) for piece in line]
    assert laid == [("  ", "card", 7), ("a", "call", 3), ("b", "card", 7), ("  ", "card", 7)]


@pytest.mark.parametrize(("padding", "above"), [(0, 0), (2, 1), (3, 2)])
def test_a_surface_has_air_on_all_sides(padding: int, above: int) -> None:
    """As much below as above."""
    lines = list(on_ground([(Piece("ab", "plain"),)], 9, "card", padding=padding, above=above))
    empty = [" " * 9] * above
    assert texts(lines) == [*empty, f"{' ' * padding}ab".ljust(9), *empty]


def test_columns_of_unlike_height_stand_side_by_side() -> None:
    """The shorter one ends earlier, and the next one keeps its place."""
    one: list[Line] = [(Piece("a", "plain"),)]
    two: list[Line] = [(Piece("b", "plain"),)] * 2
    assert texts(list(side_by_side([one, two], 3, 2))) == ["a    b  ", "     b  "]
    assert list(side_by_side([], 3, 2)) == []
