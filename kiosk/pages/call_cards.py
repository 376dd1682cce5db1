"""Whom to call, as cards: who, when, and how to reach them without speaking."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from kiosk.content.blocks import Block, Call, Calls, Paragraph, Span, spans_in, unbreakable
from kiosk.content.model import Helpline
from kiosk.content.word import capital
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here
from kiosk.pages.open_now import hours_words, state_words

_MOST_CARDS, _FIRST_CARDS = 4, 3
_CRISIS_LINES = 3


def crisis_lines(edition: Edition) -> list[Helpline]:
    """The helplines that come first: for danger, for a child, for anybody."""
    numbered = (line for line in edition.content.helplines.values() if line.number)
    return list(islice(numbered, _CRISIS_LINES))


def other_ways(edition: Edition, helpline: Helpline) -> Iterator[str]:
    """How to reach it beside its contact, and in which languages."""
    word = edition.word
    if helpline.text and helpline.text != helpline.contact:
        yield word("people.text", text=helpline.text)
    if helpline.chat:
        yield word("people.chat", address=helpline.chat)
    if helpline.email:
        yield word("people.email", address=helpline.email)
    if helpline.bsl:
        yield word("people.bsl", address=helpline.bsl)
    if helpline.relay:
        yield word("people.relay", number=unbreakable(helpline.relay))
    if helpline.address not in ("", helpline.contact, helpline.chat):
        yield word("people.web", address=helpline.address)
    if helpline.languages:
        yield word("people.languages", languages=", ".join(helpline.languages))


def calls_in(edition: Edition, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The helplines that a text names by their numbers, as cards, those for danger first."""
    named = _helplines_in(edition, blocks)
    first = sorted(named, key=lambda line: not line.is_urgent)[:_MOST_CARDS]
    cards = tuple(_card(edition, PAPER, line) for line in first)
    return (Calls(cards),) if cards else ()


def calls_now(edition: Edition, here: Here, helplines: Iterable[Helpline]) -> Calls:
    """Helplines as cards that say whether they are open at the moment of the page."""
    return Calls(tuple(_card(edition, here, helpline) for helpline in helplines))


def crisis_calls(edition: Edition, here: Here) -> tuple[Block, ...]:
    """Those who come first, as cards beside a page that names none, where there is room."""
    return (calls_now(edition, PAPER, crisis_lines(edition)),) if here.room.side else ()


def calls_for(edition: Edition, audience: str) -> tuple[Block, ...]:
    """The helplines that come first for an audience, as cards."""
    numbered = [line for line in edition.content.helplines.values() if line.number]
    theirs = [line for line in numbered if not audience or audience in line.audiences]
    theirs.sort(key=lambda line: (audience not in line.first_for, not line.is_on_card))
    return (Calls(tuple(_card(edition, PAPER, line) for line in theirs[:_FIRST_CARDS])),)


def in_short(edition: Edition, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The numbers of a line for danger alone: the emergency number, then who else comes first."""
    spans: list[Span] = []
    for helpline in sorted(_helplines_in(edition, blocks), key=lambda line: not line.is_urgent):
        name = helpline.short or helpline.name
        words = edition.word("always.danger") if helpline.is_urgent else name
        space = "\N{NO-BREAK SPACE} " if spans else ""
        spans += [Span(f"{space}{words} "), _number(helpline)]
    return (Paragraph(tuple(spans)),) if spans else ()


def _number(helpline: Helpline) -> Span:
    return Span(unbreakable(helpline.number), "number")


def _card(edition: Edition, here: Here, helpline: Helpline) -> Call:
    when = state_words(edition, here, helpline)
    if helpline.hours == "always":
        when = edition.word("call.always")
    when = when or hours_words(edition, here, helpline)
    ways = [helpline.quiet, *other_ways(edition, helpline)]
    return Call(
        name=helpline.name,
        contact=helpline.contact,
        serves=capital(helpline.serves),
        when=when,
        quiet=next(filter(None, ways), ""),
        helpline="" if here is PAPER else helpline.id,
    )


def _helplines_in(edition: Edition, blocks: Iterable[Block]) -> Iterator[Helpline]:
    """The helplines whose numbers stand in a text, each once."""
    by_number = {line.number: line for line in edition.content.helplines.values() if line.number}
    numbers = (
        span.text.replace("\N{NO-BREAK SPACE}", " ")
        for span in chain.from_iterable(map(spans_in, blocks))
        if span.style == "number"
    )
    for number in dict.fromkeys(numbers):
        if number in by_number:
            yield by_number[number]
