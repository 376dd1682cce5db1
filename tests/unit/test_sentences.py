"""A page as sentences: every word once, in order, each where it stands."""

from kiosk.content.blocks import Choice, Heading, Items, Paragraph, Place, Row, Span, paragraph
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.page import Page
from kiosk.pages.sentences import Sentence, sentences
from kiosk.pages.typesetting import typeset


def texts(page: Page) -> list[str]:
    """What is said of a page."""
    return [sentence.text for sentence in sentences(page)]


def test_a_paragraph_is_said_sentence_by_sentence() -> None:
    """Sentences go on over the ends of lines; web addresses are not torn apart."""
    page = typeset([paragraph('Stop. Say "No!" Then look at childline.org.uk for more.')], 20)
    assert texts(page) == ["Stop.", 'Say "No!"', "Then look at childline.org.uk for more."]
    assert sentences(page)[2].first_line < sentences(page)[2].last_line


def test_what_stands_by_itself_is_said_by_itself() -> None:
    """Headings, items, choices and rows end where they end, full stop or not."""
    page = typeset(
        [
            Heading((Span("What to do"),)),
            Items(((paragraph("keep it"),), (paragraph("tell somebody you trust today"),))),
            Choice("Back", Place("start"), "to the first page"),
            Row((Span("Childline"),), (Span("0800\N{NO-BREAK SPACE}1111", "number"),)),
            Row((Span("Police"),), (Span("999", "number"),)),
        ],
        24,
    )
    assert texts(page) == [
        "What to do",
        "keep it",
        "tell somebody you trust today",
        "1 Back to the first page",
        "Childline 0 8 0 0 1 1 1 1",
        "Police 9 9 9",
    ]


def test_numbers_to_ring_are_said_digit_by_digit() -> None:
    """Other numbers are said as numbers."""
    page = typeset([Paragraph((Span("Under 18? Ring "), Span("999", "number")))], 40)
    assert texts(page) == ["Under 18?", "Ring 9 9 9"]


def test_every_word_is_said_once_where_it_stands(catalogue: Catalogue) -> None:
    """On every page, the cells of the sentences cover each letter and digit exactly once."""
    for place in places(catalogue.edition):
        if place.kind == "take":
            continue  # a code is nothing to be said
        page = catalogue.open(place, 72)[1]
        said = sorted(cells for sentence in sentences(page) for cells in sentence.cells)
        numbered = dict(enumerate((*page.foot, *page.lines), start=-len(page.foot)))
        lines = {n: "".join(piece.text for piece in line) for n, line in numbered.items()}
        covered = "".join(lines[line][first:last] for line, first, last in said)
        assert letters(covered) == letters("".join(lines.values())), place


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def test_a_sentence_knows_its_lines() -> None:
    """The first and the last line are those of its cells."""
    sentence = Sentence("Words.", ((3, 0, 5), (4, 0, 2)))
    assert (sentence.first_line, sentence.last_line) == (3, 4)
