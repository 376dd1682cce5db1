"""Pages of which what is equal is kept once, and words of which only the index is kept."""

from kiosk.content.blocks import Span
from kiosk.content.meanings import Meanings
from kiosk.content.model import Meaning
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.loading import load_catalogue
from kiosk.pages.page import Page
from kiosk.pages.shared import Shared
from kiosk.pages.wrapping import Line, Piece, remembering, wrap_spans
from kiosk.settings import Settings

MEASURE = 72


def _new(letter: str) -> str:
    """A text that is no other's object."""
    return letter * 9


def test_equal_lines_pieces_and_texts_are_one() -> None:
    """Two pages with the same line share it; two lines with the same piece or text share that."""
    shared = Shared()
    pages = [
        shared.page(Page(lines=((Piece(_new("a"), "plain"),), ()), spots=())) for _ in range(2)
    ]
    assert pages[0] == pages[1]
    assert pages[0].lines[0] is pages[1].lines[0]
    other = shared.page(Page(lines=((Piece(_new("a"), "strong"),),), spots=()))
    assert other.lines[0][0].text is pages[0].lines[0][0].text
    assert other.lines[0][0].style == "strong"


def test_what_stands_beside_and_below_is_shared_too() -> None:
    """A page comes out as it went in, with its cards and its foot."""
    line = (Piece("x", "plain", 3, "card"),)
    page = Page(lines=(line,), spots=(), beside=((line,),), has_title=True, foot=(line,))
    kept = Shared().page(page)
    assert kept == page
    assert kept.lines[0] is kept.beside[0][0] is kept.foot[0]


def test_a_text_that_stands_on_many_pages_is_wrapped_once() -> None:
    """While pages are made; afterwards nothing is remembered of what somebody typed."""

    def wrapped(measure: int = 9) -> list[Line]:
        return list(wrap_spans((Span("one and two and three"),), measure))

    once, twice = wrapped(), wrapped()
    assert once == twice
    assert once[0] is not twice[0]
    with remembering():
        first, again, narrow = wrapped(), wrapped(), wrapped(5)
    assert first == once
    assert first[0] is again[0]
    assert narrow != first
    assert wrapped()[0] is not first[0]


def test_the_index_finds_as_much_without_what_it_is_made_of() -> None:
    """Visitors' pages need neither the questions people asked nor the list of meanings."""
    catalogue, lean = load_catalogue(Settings()), load_catalogue(Settings())
    lean.forget_what_is_indexed()
    assert not lean.edition.content.asked
    assert not lean.edition.content.meanings
    assert lean.editions == (lean.edition,)
    asked = "he says he will post it"
    hits, others = (each.edition.index.search(asked).hits for each in (lean, catalogue))
    assert hits == others
    assert [hit.excerpt for hit in hits] == [hit.excerpt for hit in others]
    assert _pages(lean) == _pages(catalogue)


def _pages(catalogue: Catalogue) -> list[Page]:
    return [catalogue.open(place, MEASURE)[1] for place in places(catalogue.edition)]


def test_equal_words_of_meanings_are_one() -> None:
    """Two ways to say something that begin with the same words keep these once."""
    common = Meaning(means="@common", words=("the",))
    meanings = Meanings([common, Meaning(means="threat", words=("he said so", "he said that"))])
    ways = [way for way, *_ in meanings._ways["he"]]
    assert len(ways) == 2
    assert ways[0][1] is ways[1][1]
