"""Topics in Markdown: what may be written, what becomes of it, and what is refused where."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import (
    Block,
    Heading,
    Items,
    Paragraph,
    Place,
    Quote,
    Span,
    spans_in,
    text_of,
    unbreakable,
)
from kiosk.content.clean import clean
from kiosk.content.faults import Fault, FaultList
from kiosk.content.file_reading import FileReading, Link
from kiosk.content.markdown import read_markdown
from kiosk.plain_file import read_text

BOUNDED = settings(max_examples=150)
NUMBERS = {"childline": "0800 1111"}
ALPHABET = st.characters(codec="utf-8") | st.sampled_from("*_#>-`[]()!\\<&;1. \n")


def read(text: str, first_line: int = 1) -> tuple[tuple[Block, ...], list[Fault]]:
    """The blocks of a text and the faults found in it."""
    reading = FileReading(FaultList("one.md"), number_of=NUMBERS.get)
    return read_markdown(text, reading, first_line), reading.faults.faults


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of a text that is one paragraph without a fault."""
    blocks, faults = read(text)
    assert faults == []
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return block.spans


def fault_in(text: str) -> Fault:
    """The one fault of a text."""
    _, faults = read(text)
    (fault,) = faults
    return fault


def test_headings_have_two_levels() -> None:
    """`##` parts a page and `###` parts a part."""
    blocks, _ = read("## Part\n\n### Smaller\n")
    assert blocks == (
        Heading((Span("Part"),), level=2),
        Heading((Span("Smaller"),), level=3),
    )


def test_lines_of_a_paragraph_run_on() -> None:
    """A line break in the file is a space on the screen, where lines have another length."""
    assert "".join(span.text for span in spans_of("one\ntwo")) == "one two"


def test_strong_and_emphasis_are_styles() -> None:
    """`**strong**` and `*emphasis*` keep their words and name a style."""
    assert spans_of("a **b** *c*") == (
        Span("a "),
        Span("b", "strong"),
        Span(" "),
        Span("c", "emphasis"),
    )


def test_lists_know_their_numbers_and_whether_they_are_loose() -> None:
    """A list is numbered from its first number, or has marks; empty lines make it loose."""
    blocks, _ = read("- a\n- b\n\nthen\n\n3. c\n\n4. d\n")
    marked, _, numbered = blocks
    assert isinstance(marked, Items)
    assert isinstance(numbered, Items)
    assert (marked.start, marked.loose, len(marked.items)) == (None, False, 2)
    assert (numbered.start, numbered.loose, len(numbered.items)) == (3, True, 2)


def test_a_quotation_holds_what_the_reader_can_say() -> None:
    """`>` makes a quotation of blocks."""
    blocks, _ = read("> Can I talk to you?\n")
    assert blocks == (Quote((Paragraph((Span("Can I talk to you?"),)),)),)


def test_a_link_to_a_topic_leads_there_and_is_noted() -> None:
    """`another-topic.md` becomes a place, and the line of the link is kept for checking."""
    reading = FileReading(FaultList("one.md"))
    (block,) = read_markdown("a\nb [the law](the-law.md)\n", reading, first_line=20)
    assert reading.faults.faults == []
    assert reading.links == [Link("the-law", 21)]
    assert isinstance(block, Paragraph)
    assert block.spans[-1] == Span("the law", "link", Place("topic", "the-law"))


def test_a_link_to_a_helpline_prints_its_number_whole() -> None:
    """The number stands behind the name, with spaces that never part a line."""
    assert spans_of("[Childline](helpline:childline)") == (
        Span("Childline "),
        Span("0800\N{NO-BREAK SPACE}1111", "number"),
    )


def test_a_number_is_not_printed_twice() -> None:
    """A link whose words are the number itself prints it once."""
    assert spans_of("[0800 1111](helpline:childline)") == (
        Span(unbreakable("0800 1111"), "number"),
    )


def test_an_address_is_printed_and_opens_nothing() -> None:
    """The kiosk opens no web page: a link to one is words to write down."""
    assert spans_of("[ceop.police.uk](https://ceop.police.uk)") == (
        Span("ceop.police.uk", "number"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Title", "## or ###"),
        ("#### Deep", "## or ###"),
        ("`code`", "backticks"),
        ("    code", "four spaces"),
        ("```\ncode\n```", "block of code"),
        ("a ![picture](a.png)", "picture cannot"),
        ("a <b>bold</b>", "HTML"),
        ("a\\\nb", "two spaces"),
        ("[a](http://example.org)", "leads nowhere"),
        ("[a](my-files/a.pdf)", "leads nowhere"),
        ("[a](\u201chelpline:one\u201d)", "The link '\u201chelpline:one\u201d' leads nowhere"),
        ("[a](helpline:nobody)", "helplines.yaml"),
        ("", "no text"),
    ],
)
def test_what_cannot_be_shown_is_refused(text: str, said: str) -> None:
    """Each thing that the screen cannot show is a fault that says what can be written instead."""
    _, faults = read(text)
    assert faults
    assert said in faults[0].message


def test_a_fault_names_its_line() -> None:
    """The line is counted in the file, front matter included, also inside a paragraph."""
    text = "Words.\n\n- item\n- more\n\nA line,\nand [one](nowhere) more.\n"
    _, faults = read(text, first_line=11)
    assert [fault.line for fault in faults] == [17]


def test_every_fault_of_a_text_is_found() -> None:
    """Reading goes on after a fault."""
    _, faults = read("# One\n\n`two`\n\n[three](four)\n")
    assert [fault.line for fault in faults] == [1, 3, 5]


def test_a_link_needs_words() -> None:
    """A link without words could neither be seen nor chosen, so it is a fault."""
    assert fault_in("Go to [](the-law.md) now.").line == 1


@pytest.mark.parametrize("entity", ["&#x202e;", "&#10;", "&#12;", "&#9;", "&#8203;", "&#27;"])
def test_an_entity_brings_in_no_control_character(entity: str) -> None:
    """A character that could command a terminal is not let in by its number either."""
    blocks, _ = read(f"a{entity}b")
    text = "".join(map(text_of, blocks))
    assert "\n" not in text
    assert clean(text) == text


@pytest.mark.parametrize("text", ["*" * 3000 + "a" + "*" * 3000, "> " * 500 + "a", "- " * 500])
def test_monstrous_nesting_is_a_fault_and_no_more(text: str) -> None:
    """However deep marks are nested, reading ends with a body or with faults."""
    blocks, faults = read(text)
    assert blocks or faults


@BOUNDED
@given(st.text(ALPHABET, max_size=80))
def test_any_text_gives_a_body(text: str) -> None:
    """No text at all ends in an exception, and a text without a fault has something to show."""
    blocks, faults = read(clean(text))
    assert blocks or faults
    assert all(fault.line >= 1 for fault in faults)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_separator_from_a_word_processor_hides_no_word(tmp_path: Path, separator: str) -> None:
    """It is a space in every file: the number behind it is seen on the screen as on paper."""
    page = tmp_path / "page.md"
    page.write_text(f"**Don't pay.**{separator}Call now.\n\n- You are{separator}not alone.\n")
    blocks, faults = read(read_text(page))
    assert faults == []
    words = "\n".join(map(text_of, blocks))
    assert "Don't pay. Call now." in words
    assert Span("Don't pay.", "strong") in spans_in(blocks[0])
    assert "You are not alone." in words
