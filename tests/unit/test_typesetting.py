"""Setting blocks in lines: nothing too wide, nothing lost, nothing torn apart."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.content.blocks import (
    Block,
    Choice,
    Gap,
    Heading,
    Items,
    Paragraph,
    Place,
    Quote,
    Row,
    Span,
    Term,
    Verbatim,
    paragraph,
    unbreakable,
)
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.page import Page
from kiosk.pages.typesetting import QUOTE_BAR, typeset

BOUNDED = settings(max_examples=120)
HERE = Place("topic", "here")
MEASURES = st.integers(28, 72)
TEXT_MEASURES = st.integers(14, 72)

words = st.text("abcdé图📚-.", min_size=1, max_size=7)
long_words = st.text("xy图", min_size=20, max_size=90)
texts = st.lists(words | words | words | long_words, max_size=12).map(" ".join)
styles = st.sampled_from(["plain", "strong", "number"])
key_names = st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=2).map(tuple)
spans = st.builds(Span, texts, styles) | st.builds(
    Span, texts.filter(bool), st.just("link"), st.just(HERE)
)
runs = st.lists(spans, max_size=4).map(tuple)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, runs, st.sampled_from([2, 3])),
    st.builds(Row, runs, runs),
    st.builds(Term, key_names, texts, st.just(9)),
    st.just(Gap()),
)


def holding(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Quotations and lists of blocks."""
    items = st.lists(st.lists(inner, min_size=1, max_size=2).map(tuple), max_size=3).map(tuple)
    return st.builds(Quote, st.lists(inner, min_size=1, max_size=2).map(tuple)) | st.builds(
        Items, items, st.none() | st.integers(0, 120), st.booleans()
    )


choices = st.builds(Choice, texts.filter(bool), st.just(HERE), texts)
blocks = st.one_of(leaves, choices, holding(leaves), holding(holding(leaves)))
whole_pages = st.lists(blocks, max_size=4)


def lines_of(page: Page) -> list[str]:
    """The page's lines as text."""
    return ["".join(piece.text for piece in line) for line in page.lines]


def set_text(text: str, measure: int) -> list[str]:
    """The lines of one paragraph."""
    return lines_of(typeset([paragraph(text)], measure))


def letters(text: str) -> str:
    """A text without any space, to compare what must be kept."""
    return "".join(text.split())


@BOUNDED
@given(whole_pages, MEASURES)
def test_no_line_is_wider_than_the_measure(page: list[Block], measure: int) -> None:
    """Counted in cells, in which a wide character takes two, every line fits."""
    assert [line for line in lines_of(typeset(page, measure)) if cell_len(line) > measure] == []


@BOUNDED
@given(st.lists(words, max_size=30), TEXT_MEASURES)
def test_words_are_kept_whole_and_in_order(text: list[str], measure: int) -> None:
    """Lines break between words only, and no word is lost, doubled or moved."""
    assert " ".join(set_text(" ".join(text), measure)).split() == text


@BOUNDED
@given(runs, TEXT_MEASURES)
def test_no_letter_is_lost_between_styles(text: tuple[Span, ...], measure: int) -> None:
    """Where the style changes, and in words longer than a line, every letter stays in order."""
    said = "".join(lines_of(typeset([Paragraph(text)], measure)))
    assert letters(said) == letters("".join(span.text for span in text))


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("You are the one they harmed.", 22, ["You are the one", "they harmed."]),
        ("Make this easier to read", 20, ["Make this easier", "to read"]),
        ("Here somebody disappeared completely", 22, ["Here somebody", "disappeared completely"]),
        ("one two three", 8, ["one two", "three"]),
        ("It is on childline.org.uk", 10, ["It is on", "childline.", "org.uk"]),
    ],
)
def test_no_short_word_stands_alone_on_the_last_line(
    text: str, measure: int, lines: list[str]
) -> None:
    """It takes the word before it along, where a line is left without that."""
    assert set_text(text, measure) == lines


@BOUNDED
@given(st.lists(words, min_size=1, max_size=20), TEXT_MEASURES)
def test_lines_are_filled(text: list[str], measure: int) -> None:
    """A line ends where the next word would not fit, or where the last one needs company."""
    lines = set_text(" ".join(text), measure)
    if len(lines) > 1 and len(lines[-1].split(" ")) == 2:
        lines = lines[:-1]
    for line, following in pairwise(lines):
        assert cell_len(line) + 1 + cell_len(following.split(" ")[0]) > measure


@BOUNDED
@given(st.lists(words, max_size=12), st.sampled_from(["0800 1111", "0808 800 5000"]), TEXT_MEASURES)
def test_a_number_stays_on_one_line(text: list[str], number: str, measure: int) -> None:
    """A telephone number that fits a line is never broken across two."""
    spans = (Span(" ".join([*text, ""])), Span(unbreakable(number), "number"), Span(" now."))
    lines = lines_of(typeset([Paragraph(spans)], measure))
    assert sum(number in line for line in lines) == 1


def test_a_style_that_changes_inside_a_long_word_adds_no_space() -> None:
    """A word with its bracket stays one word, even where it is longer than the line."""
    address = "a-very-long-address.example.org/with/a/path"
    spans = (Span("("), Span(address, "number"), Span(")"))
    assert letters("(" + address + ")") == "".join(lines_of(typeset([Paragraph(spans)], 20)))


@pytest.mark.parametrize("measure", [20, 72])
def test_a_line_break_in_a_text_is_a_space(measure: int) -> None:
    """A text written over several lines of YAML is set like any other; no line holds a break."""
    page = typeset([paragraph("one\ntwo\n"), Choice("three\n", HERE, "four\nfive\n")], measure)
    assert not any("\n" in line for line in lines_of(page))


def test_lists_hang() -> None:
    """The lines of an item stand under its first word, whatever stands before that."""
    item = (paragraph("one two three four"),)
    assert lines_of(typeset([Items((item, item), start=9)], 17)) == [
        " 9   one two",
        "     three four",
        "10   one two",
        "     three four",
    ]
    assert lines_of(typeset([Items((item,))], 12)) == ["-  one two", "   three", "   four"]


def test_loose_items_stand_apart() -> None:
    """A list written with empty lines has them between its items, not after the last."""
    items = ((paragraph("one"),), (paragraph("two"),))
    assert lines_of(typeset([Items(items, loose=True)], 20)) == ["-  one", "", "-  two"]


def test_a_quotation_has_a_bar_before_every_line() -> None:
    """Words to say are set apart, down to the empty line between them."""
    quote = Quote((paragraph("one two three"), paragraph("four")))
    lines = lines_of(typeset([quote], 12))
    assert lines == [f"{QUOTE_BAR}{text}".ljust(12) for text in ("one two", "three", "", "four")]


@pytest.mark.parametrize(
    ("before", "after", "space"),
    [
        (paragraph("a"), paragraph("b"), 1),
        (paragraph("a"), Heading((Span("b"),)), 2),
        (paragraph("a"), Heading((Span("b"),), level=3), 1),
        (Choice("a", HERE), Choice("b", HERE), 0),
        (Row((Span("a"),), ()), Row((Span("b"),), ()), 0),
    ],
)
def test_space_tells_what_belongs_together(before: Block, after: Block, space: int) -> None:
    """One empty line parts thoughts, two part parts, and choices stand together."""
    assert len(lines_of(typeset([before, after], 40))) == 2 + space


def test_a_row_has_a_text_at_each_side() -> None:
    """Name and number share a line where they fit, and have one each where they do not."""
    row = Row((Span("Childline"),), (Span(unbreakable("0800 1111"), "number"),))
    assert lines_of(typeset([row], 24)) == ["Childline      0800 1111"]
    assert lines_of(typeset([row], 18)) == ["Childline", "0800 1111"]


def test_verbatim_lines_stand_as_they_are() -> None:
    """Lines that were set elsewhere are not set again."""
    assert lines_of(typeset([Verbatim(("  a   b", ""))], 20)) == ["  a   b", ""]


@BOUNDED
@given(st.lists(choices, max_size=5), TEXT_MEASURES)
def test_choices_fill_the_measure(page: list[Choice], measure: int) -> None:
    """Every line of a choice reaches both edges, so that all of it can be seen and clicked."""
    lines = lines_of(typeset(page, measure))
    assert [line for line in lines if cell_len(line) != measure] == []


def test_every_choice_shows_its_key() -> None:
    """Before a choice stands the key that opens it: the tenth one's is 0, and then come letters."""
    page = typeset([Choice(f"choice {n}", HERE) for n in range(1, 15)], 40)
    leads = [line[:5].strip() for line in lines_of(page)]
    assert leads == [spot.key for spot in page.spots] == [*"1234567890aefg"]
    bare = typeset([Choice("choice", HERE)], 40, numbered=False)
    assert lines_of(bare)[0].strip() == "choice"


@BOUNDED
@given(whole_pages, MEASURES)
def test_every_spot_points_to_its_lines(page: list[Block], measure: int) -> None:
    """Each link with words and each choice has lines that exist, and pieces that name it."""
    made = typeset(page, measure)
    for number, spot in enumerate(made.spots):
        assert 0 <= spot.first <= spot.last < len(made.lines)
        for at in (spot.first, spot.last):
            assert number in {piece.spot for piece in made.lines[at]}
    named = {piece.spot for line in made.lines for piece in line} - {-1}
    assert named == set(range(len(made.spots)))


def test_a_choice_without_words_breaks_nothing() -> None:
    """A page with an empty choice or link is still a page."""
    empty: Sequence[Block] = [Choice(" ", HERE), Paragraph((Span("", "link", HERE),))]
    assert typeset([*empty, paragraph("one")], 40).lines


@pytest.mark.parametrize("measure", [18, 38, 72])
def test_every_shipped_page_fits(catalogue: Catalogue, measure: int) -> None:
    """Each page there is fits a narrow, a small and an ordinary screen."""
    for place in places(catalogue.edition):
        _, page = catalogue.open(place, measure)
        wide = [line for line in lines_of(page) if cell_len(line) > measure]
        assert (place, wide) == (place, [])
