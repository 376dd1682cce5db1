"""The line of numbers, without those that stand beside it already."""

import pytest

from kiosk.content.blocks import Block, Call, Calls, Paragraph, Span, paragraph, spans_in
from kiosk.pages.always import without_shown


def number(text: str) -> Span:
    """A number to call, as the words have it."""
    return Span(text.replace(" ", "\N{NO-BREAK SPACE}"), "number")


LINE = Paragraph(
    (
        Span("Danger now? Call "),
        number("999"),
        Span(". Can't keep yourself safe? Samaritans "),
        number("116 123"),
        Span("."),
    )
)

ONE_SENTENCE = Paragraph(
    (Span("Talk: Childline "), number("0800 1111"), Span(", or Samaritans "), number("116 123"))
)
SHORT = Paragraph(
    (
        Span("Childline "),
        number("0800 1111"),
        Span("\N{NO-BREAK SPACE} Samaritans "),
        number("116 123"),
    )
)


def left(blocks: tuple[Block, ...]) -> str:
    """The words that are left."""
    text = "".join(span.text for block in blocks for span in spans_in(block))
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ((), "Danger now? Call 999. Can't keep yourself safe? Samaritans 116 123."),
        (("999",), "Can't keep yourself safe? Samaritans 116 123."),
        (("116 123",), "Danger now? Call 999."),
        (("999", "116 123"), ""),
        (("101",), "Danger now? Call 999. Can't keep yourself safe? Samaritans 116 123."),
    ],
)
def test_each_number_stands_in_one_place(shown: tuple[str, ...], words: str) -> None:
    """A sentence goes with its number; what no card shows stays, whole."""
    cards = Calls(tuple(Call(name="", contact=each, serves="") for each in shown))
    assert left(without_shown((LINE,), (), (cards,))) == words


def test_words_without_a_number_stay() -> None:
    """Nobody knows whether a card says them."""
    cards = Calls((Call(name="", contact="999", serves=""),))
    assert left(without_shown((paragraph("Ask the staff."),), (), (cards,))) == "Ask the staff."


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("0800 1111", "Samaritans 116 123"),
        ("116 123", "Childline 0800 1111"),
        ("999", "Talk: Childline 0800 1111, or Samaritans 116 123"),
    ],
)
def test_no_half_sentence_is_left(shown: str, words: str) -> None:
    """Where a card has one of two numbers of a sentence, the other stands as in the short form."""
    cards = Calls((Call(name="", contact=shown, serves=""),))
    assert left(without_shown((ONE_SENTENCE,), (SHORT,), (cards,))) == words
