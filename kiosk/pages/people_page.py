"""People to talk to and places to report: who is open now, and how to reach everyone."""

from collections.abc import Iterable, Iterator

from kiosk.content.blocks import (
    Block,
    Choice,
    Paragraph,
    Place,
    Row,
    Span,
    heading,
    paragraph,
    unbreakable,
)
from kiosk.content.header import YOUNG
from kiosk.content.model import Helpline
from kiosk.content.word import capital
from kiosk.pages.call_cards import crisis_calls, crisis_lines, other_ways
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.open_now import hours_words, state_words
from kiosk.pages.view import View


def people_view(edition: Edition, here: Here, name: str) -> View:
    """All helplines: for danger now first, then for whoever asks, then for other people.

    Args:
        edition: The words.
        here: The moment.
        name: The audience that asks, or nothing where that is not known.
    """
    helplines = edition.content.helplines.values()
    word = edition.word
    near = [helpline for helpline in helplines if helpline.is_local]
    others = [line for line in helplines if not line.is_urgent and not line.is_local]
    theirs = [helpline for helpline in others if not name or name in helpline.audiences]
    theirs.sort(key=lambda helpline: name not in helpline.first_for)
    titles = (door.title for door in edition.content.doors.audiences if door.audience == name)
    urgent = [line for line in helplines if line.is_urgent]
    rest = [line for line in others if line not in theirs]
    of_theirs = _part(edition, here, next(titles, word("people.everyone")), theirs)
    nearby = _part(edition, here, word("people.near"), near)
    # A child finds those who are there for children first.
    first, second = (of_theirs, nearby) if name == YOUNG else (nearby, of_theirs)
    blocks = (
        paragraph(word("people.lead")),
        *_part(edition, here, word("people.danger"), urgent),
        *first,
        *second,
        *_part(edition, here, word("people.others"), rest),
        Choice(word("card.title"), Place("card")),
        paragraph(
            word("people.checked", date=date_words(edition, min(h.checked for h in helplines))),
            "soft",
        ),
    )
    return View(
        title=word("people.title"),
        blocks=blocks,
        beside=crisis_calls(edition, here),
        reading=True,
        large=word("people.title"),
    )


def helpline_blocks(edition: Edition) -> tuple[Block, ...]:
    """The helplines alone, the shortest way to say them: name and number."""
    return tuple(
        Row((Span(helpline.name, "strong"),), (_contact(helpline),))
        for helpline in edition.content.helplines.values()
        if helpline.number
    )


def crisis_blocks(edition: Edition) -> tuple[Block, ...]:
    """The most urgent numbers alone, for somebody who may not be safe."""
    return helpline_blocks(edition)[: len(crisis_lines(edition))]


def _part(
    edition: Edition, here: Here, title: str, helplines: Iterable[Helpline]
) -> Iterator[Block]:
    entries = [block for helpline in helplines for block in _entry(edition, here, helpline)]
    if entries:
        # Parts of the page where its contents stand beside it.
        yield heading(title, level=2 if here.room.side else 3)
        yield from entries


def _entry(edition: Edition, here: Here, helpline: Helpline) -> Iterator[Block]:
    yield Row((Span(helpline.name, "strong"),), (_contact(helpline),), helpline.id)
    state = _sentence(state_words(edition, here, helpline))
    sentences = [_sentence(helpline.serves), hours_words(edition, here, helpline)]
    sentences += [_sentence(helpline.cost), helpline.note, *other_ways(edition, helpline)]
    rest = Span(" ".join(filter(None, sentences)), "soft")
    yield Paragraph((Span(f"{state} ", "strong"), rest) if state else (rest,))


def _contact(helpline: Helpline) -> Span:
    return Span(unbreakable(helpline.contact), "number")


def _sentence(words: str) -> str:
    return words and capital(words.rstrip(".")) + "."
