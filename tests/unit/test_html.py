"""Views set in HTML: each kind of block as what it is, and nothing that a browser could obey."""

import re
from html.parser import HTMLParser

import pytest

from kiosk.content.blocks import (
    Block,
    Call,
    Calls,
    Choice,
    Doors,
    Gap,
    Heading,
    Items,
    Large,
    Paragraph,
    Picture,
    Place,
    Quote,
    Row,
    Span,
    Steps,
    Term,
    Verbatim,
    paragraph,
)
from kiosk.pages.acts import Agree, Answer, Change, Tick
from kiosk.pages.catalogue import places, view_of
from kiosk.pages.comfort import Wish
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings
from kiosk.web.addresses import address_pages
from kiosk.web.bundle import here_for
from kiosk.web.html import as_html
from kiosk.web.pictures import SIGNS, code_svg, drawing_svg, sign_svg
from kiosk.web.places import place_text, target_text

NASTY = "<b>&\"'</p><script>"
NASTY_HTML = "&lt;b&gt;&amp;\"'&lt;/p&gt;&lt;script&gt;"
START = Place("start")
SIGN = next(iter(SIGNS))
CALL_999 = '<a class="call" href="tel:999">999</a>'
SOFT_LINK = '<p class="soft">See <a role="link" tabindex="0" data-to="start">it</a></p>'


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (paragraph("Words"), "<p>Words</p>"),
        (paragraph("Words", "soft"), '<p class="soft">Words</p>'),
        (paragraph(NASTY), f"<p>{NASTY_HTML}</p>"),
        (paragraph("999", "number"), f'<p class="number">{CALL_999}</p>'),
        (Paragraph((Span("See ", "soft"), Span("it", "soft", START))), SOFT_LINK),
        (Paragraph((Span(SIGN, "strong"),)), f"<p>{sign_svg(SIGN)}</p>"),
        (paragraph(SIGN), f"<p>{SIGN}</p>"),
        (
            Doors((Choice("a", START, is_urgent=True),)),
            '<ul class="choices doors" role="list">'
            '<li><button class="urgent" data-to="start"><b>a</b></button></ul>',
        ),
        (
            Paragraph((Span("a ", "strong"), Span("b", "emphasis"))),
            "<p><strong>a </strong><em>b</em></p>",
        ),
        (Heading((Span("Help"),), 3, "Ask"), '<h2>Help</h2><p class="soft">Ask</p>'),
        (Heading((Span("Help"),), 2), "<h2>Help</h2>"),
        (
            Steps(((paragraph("one"),), (paragraph("two"),)), ()),
            '<ol class="steps"><li>one<li>two</ol>',
        ),
        (Large("0800", ()), '<p class="large">0800</p>'),
        (Quote((paragraph("Say"),)), "<blockquote><p>Say</p></blockquote>"),
        (Items(((paragraph("one"),), (paragraph("two"),))), "<ul><li>one<li>two</ul>"),
        (Items(((paragraph("one"),),), start=1), "<ol><li>one</ol>"),
        (Items(((paragraph("one"),),), start=4), '<ol start="4"><li>one</ol>'),
        (
            Items(((paragraph("one"), Items(((paragraph("in"),),))),)),
            "<ul><li>one<ul><li>in</ul></ul>",
        ),
        (Items(((Quote((paragraph("q"),)),),)), "<ul><li><blockquote><p>q</p></blockquote></ul>"),
        (Verbatim((NASTY, " b")), f"<pre>{NASTY_HTML}\n b</pre>"),
        (Term(("Up", "k"), "Move", 9), "<dl><dt><kbd>Up</kbd> <kbd>k</kbd><dd>Move</dl>"),
        (
            Row((Span("Line", "strong"),), (Span("999", "number"),), "line"),
            '<p class="row"><strong>Line</strong> <span class="now" data-helpline="line"></span> '
            '<a class="call" href="tel:999">999</a></p>',
        ),
        (
            Calls((Call("Line", "999"),)),
            '<div class="calls"><div class="card"><p class="row"><b>Line</b> '
            '<a class="call" href="tel:999">999</a></p></div></div>',
        ),
        (
            Calls((Call("A", "a.uk", "all", "now", "b.uk", "line"), Call("B", "C"))),
            '<div class="calls"><div class="card"><p class="row"><b>A</b> '
            '<span class="address">a.uk</span></p><p>all</p><p><span class="now" '
            'data-helpline="line">now</span></p><p><span class="address">b.uk</span></p></div>'
            '<div class="card"><p class="row"><b>B</b> <span class="address">C</span></p></div>'
            "</div>",
        ),
        (
            Doors((Choice("a", START), Choice("b", START))),
            '<ul class="choices doors" role="list">'
            '<li><button data-to="start"><b>a</b></button>'
            '<li><button data-to="start"><b>b</b></button></ul>',
        ),
        (
            Doors((Choice("a", START),), is_quiet=True),
            '<ul class="choices doors quiet" role="list">'
            '<li><button data-to="start"><b>a</b></button></ul>',
        ),
    ],
)
def test_each_block_is_what_it_is(block: Block, html: str) -> None:
    """A list is a list, a quotation a quotation, and words of ours can never be tags."""
    assert as_html([block]) == [html]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("0800 1111", '<a class="call" href="tel:08001111">0800 1111</a>'),
        (
            "116\N{NO-BREAK SPACE}123",
            '<a class="call" href="tel:116123">116\N{NO-BREAK SPACE}123</a>',
        ),
        ("999", '<a class="call" href="tel:999">999</a>'),
        ("text HI to 85 258", '<a class="call" href="sms:85258">text HI to 85 258</a>'),
        ("text SHOUT to 85258", '<a class="call" href="sms:85258">text SHOUT to 85258</a>'),
        (
            "text\N{NO-BREAK SPACE}SHOUT\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}85258",
            '<a class="call" href="sms:85258">text SHOUT to 85258</a>',
        ),
        (
            "by\N{NO-BREAK SPACE}textphone\N{NO-BREAK SPACE}on\N{NO-BREAK SPACE}18000",
            '<span class="address">by textphone on 18000</span>',
        ),
        ("ceop.police.uk", '<span class="address">ceop.police.uk</span>'),
        ("18000 999bsl.co.uk", '<span class="address">18000 999bsl.co.uk</span>'),
    ],
)
def test_a_number_can_be_called(text: str, html: str) -> None:
    """What can be dialled or written to is a link of the phone's; no address is one."""
    assert as_html([Paragraph((Span("At "), Span(text, "number")))]) == [f"<p>At {html}</p>"]


def test_a_link_goes_to_a_place_without_an_address() -> None:
    """It can be reached by keys, says that it is a link, and has nothing for a history to keep."""
    span = Span("there", "link", Place("topic", "a&b"))
    assert as_html([Paragraph((span,))]) == [
        '<p><a role="link" tabindex="0" data-to="topic|a&amp;b">there</a></p>'
    ]


def test_choices_that_stand_together_are_one_list() -> None:
    """A button for each, with its note and what stands beside it; a gap parts no list."""
    one = Choice(NASTY, START, "note", "aside")
    other = Choice("other", Place("people"), (Span("a", "strong"),))
    listed = as_html([one, Gap(), other, paragraph("-"), one])
    assert listed[0] == (
        '<ul class="choices" role="list">'
        f'<li><button data-to="start"><b>{NASTY_HTML}</b> <i>aside</i> '
        "<span>note</span></button>"
        '<li><button data-to="people"><b>other</b> '
        "<span><strong>a</strong></span></button></ul>"
    )
    assert len(listed) == 3


@pytest.mark.parametrize(("wish", "lang"), [("language", ' lang="cy"'), ("theme", "")])
def test_a_language_calls_itself_by_its_own_name(wish: Wish, lang: str) -> None:
    """So a browser says its button in it; a button for any other wish is in the page's."""
    (html,) = as_html([Choice("Label", Change(wish, "cy"))])
    assert f"{lang}><b>Label</b></button>" in html
    assert html.count(" lang=") == bool(lang)


def test_what_can_be_ticked_is_a_checkbox() -> None:
    """Its state is said by the browser, so the label has no sign for it."""
    (html,) = as_html([Choice("[ ] Label", Tick("f", "q", "o"))])
    assert 'role="checkbox" aria-checked="false"><b>Label</b>' in html


@pytest.mark.parametrize(
    ("levels", "tags"),
    [((3,), ["h2"]), ((2, 3), ["h2", "h3"]), ((3, 2, 3), ["h2", "h2", "h3"])],
)
def test_headings_skip_no_level(levels: tuple[int, ...], tags: list[str]) -> None:
    """A page's title is the first level; what parts it is the second, whatever it is in lines."""
    html = as_html([Heading((Span("x"),), level) for level in levels])
    assert [piece[1:3] for piece in html] == tags


def test_keys_that_stand_together_are_one_list() -> None:
    """Each with what it does."""
    html = as_html([Term(("a",), "One", 9), Term(("b",), "Two", 9)])
    assert html == ["<dl><dt><kbd>a</kbd><dd>One<dt><kbd>b</kbd><dd>Two</dl>"]


def test_what_stands_beside_a_drawing_is_its_caption() -> None:
    """Each block of it, without the gaps that lines need."""
    (html,) = as_html([Picture(((Span("x"),),), (paragraph("one"), Gap(), paragraph("two")))])
    assert html.endswith("<figcaption><p>one</p><p>two</p></figcaption></figure>")


def test_a_drawing_is_a_picture_with_its_people_and_words() -> None:
    """One circle for each sign, the words as they were written; nothing for who only listens."""
    line = (
        Span("O", "strong"),
        Span("─", "soft"),
        Span("@", "strong"),
        Span(" a"),
        Span(" ", "soft"),
    )
    svg = drawing_svg(((*line, Span("chat")), (Span("·", "strong"),)))
    assert re.findall(r'circle class="(\w+)"', svg) == list(SIGNS.values())
    assert re.findall(r"<text[^>]*>([^<]*)", svg) == ["a chat"]
    assert 'aria-hidden="true"' in svg


def test_each_address_has_a_page_and_one_to_take_along_a_code() -> None:
    """Each has a link, and says what is left behind; an email address is none."""
    edition = load_catalogue(Settings()).edition
    shown = '<span class="address">police.uk</span> <span class="address">a@police.uk</span>'
    pages = {name: "".join(page["blocks"]) for name, page in address_pages(edition, [shown])}
    assert pages.keys() - {place_text(place) for place in places(edition)} == {
        "take|https://police.uk"
    }
    for name, html in pages.items():
        address = name.partition("|")[2]
        assert f'href="{address}" rel="noreferrer"' in html
        assert edition.word("web.open") in html
        assert (code_svg(address) in html) == (address != "https://police.uk")


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Or chat on a.org.uk.", 'Or chat on <span class="address">a.org.uk</span>.'),
        ("See nhs.uk/sarcs", 'See <span class="address">nhs.uk/sarcs</span>'),
        (
            "Use 18001\N{NO-BREAK SPACE}101.",
            'Use <a class="call" href="tel:18001101">18001\xa0101</a>.',
        ),
        ("Email: help@a.org.uk. At 9.30, or e.g. in 2026.", ""),
    ],
)
def test_a_way_to_reach_somebody_is_a_link_in_a_sentence(words: str, html: str) -> None:
    """Addresses and numbers by way of Relay UK; an email address, a time and a year are none."""
    assert as_html([paragraph(words, "soft")]) == [f'<p class="soft">{html or words}</p>']


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (START, "start"),
        (Place("plan", "way", "end"), "plan|way|end"),
        (Place("plan", "way", "end", 3), "plan|way|end|3"),
        (Place("topic", "one", step=2), "topic|one||2"),
        (Agree(keep=False, count=True), "!agree||yes"),
        (Answer("f", "q", "5", Place("form", "f", "r")), "!answer|f|q|5|form|f|r"),
    ],
)
def test_places_and_acts_are_told_as_texts(target: Place, text: str) -> None:
    """What is empty at the end is left out; the place that an act leads to comes last."""
    assert target_text(target) == text


class _Tags(HTMLParser):
    """Notes what a page is made of, and whether each element that must end does."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; a list's items end with the next one, and boxes at once."""
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("li", "dt", "dd", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, the one that began last."""
        assert self.open.pop() == tag


def test_every_page_is_whole_and_harmless() -> None:
    """All elements end, none runs, loads or styles anything, and no attribute is a handler."""
    edition = load_catalogue(Settings()).edition
    for place in places(edition):
        tags = _Tags()
        tags.feed("".join(as_html(view_of(edition, place, here_for(edition, place)).blocks)))
        assert tags.open == [], place_text(place)
        assert not tags.names & {"script", "style", "iframe", "img", "form", "object"}
        assert not [name for name in tags.attributes if name.startswith("on") or name == "style"]
