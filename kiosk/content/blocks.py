"""What a page is made of, whether it was written in Markdown or put together by our code."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

import msgspec

Style = Literal[
    "plain",
    "strong",
    "emphasis",
    "link",
    "number",
    "soft",
    "choice",
    "key",
    "code",
    "code-dark",
    "done",
    "rule",
]
"""What a piece of text is; what it looks like is decided in `styles/`."""


class Place(msgspec.Struct, frozen=True):
    """Somewhere a visitor can go: a kind of page, and which one of that kind."""

    kind: str
    name: str = ""
    part: str = ""
    """Which part of it, such as one question of a pathway; nothing for a page that is whole."""
    step: int = 0
    """Which of its parts, from 2 on, where they are shown one by one; 0 for the page itself."""

    def nth(self, number: int) -> "Place":
        """Where the part with that number stands: the first one at the page itself."""
        return msgspec.structs.replace(self, step=number if number > 1 else 0)


class Act(msgspec.Struct, frozen=True):
    """Something a visitor can do where they are; `kiosk/pages/acts.py` has each of them."""


Target = Place | Act
"""What a choice leads to."""


class Span(msgspec.Struct, frozen=True):
    """A run of text in one style, which may lead somewhere."""

    text: str
    style: Style = "plain"
    place: Place | None = None


OWN_KEY = Span("", "key")
"""Stands for the next letter of the page, which opens the link behind it."""
Spans = tuple[Span, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 2 parts a page, level 3 parts a part."""

    spans: Spans
    level: int = 2
    aside: str = ""
    """A quiet word at the right of it, where there is room on a screen."""
    is_asked: bool = False
    """Whether the choices below answer it."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of running text."""

    spans: Spans


class Items(msgspec.Struct, frozen=True):
    """A list, numbered from `start`, or with marks where `start` is None."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    loose: bool = False
    """Whether an empty line stands between the items."""


class Quote(msgspec.Struct, frozen=True):
    """Words that the reader can say or send."""

    blocks: tuple["Block", ...]


class Steps(msgspec.Struct, frozen=True):
    """Numbered steps, each of which can be ticked off."""

    items: tuple[tuple["Block", ...], ...]
    ticks: tuple[Act, ...]
    """What choosing each of them does."""
    done: frozenset[int] = frozenset()
    """Which of them are ticked off, counted from 1."""


class Large(msgspec.Struct, frozen=True):
    """Words to be read from a step away."""

    text: str
    lines: tuple[str, ...]
    """The words as they are drawn; none where there is no room to draw them."""


class Picture(msgspec.Struct, frozen=True):
    """Lines drawn as they stand, with text beside them, or below where there is no room."""

    lines: tuple[Spans, ...]
    blocks: tuple["Block", ...]
    address: str = ""
    """What the picture is the code of, if it is one, so that it can be drawn another way."""


class Choice(msgspec.Struct, frozen=True):
    """A line that can be chosen: it leads to a place, or does something."""

    label: str
    leads_to: Target
    note: str | Spans = ""
    """A quieter line under the label; styles in it stand out."""
    aside: str = ""
    """A quiet word beside the label, or under it where there is no room."""
    short: str = ""
    """The label where there is little room; nothing where it is short enough."""
    is_urgent: bool = False
    """Whether it stands out from the others."""
    is_on: bool = False
    """Whether it is what was chosen, as its quiet word says."""
    is_part: bool = False
    """Whether it belongs to the choice above, and stands on the same tile."""


class Doors(msgspec.Struct, frozen=True):
    """Choices of one weight, which may stand side by side."""

    choices: tuple[Choice, ...]
    is_quiet: bool = False
    """Whether they stand back behind the others."""


class Call(msgspec.Struct, frozen=True):
    """Somebody to call, as a card."""

    name: str
    contact: str
    """A number, or another way where there is none."""
    serves: str = ""
    """Who it is for."""
    when: str = ""
    """When it answers."""
    quiet: str = ""
    """How to reach it without speaking."""
    helpline: str = ""
    """The helpline's id, where whether it is open may be said later."""


class Calls(msgspec.Struct, frozen=True):
    """People to call, who may stand side by side."""

    calls: tuple[Call, ...]


class Row(msgspec.Struct, frozen=True):
    """A line with a text at each side, such as a name and its number."""

    left: Spans
    right: Spans
    helpline: str = ""
    """The helpline's id, where the line is one's: whether it is open may be said later."""


class Term(msgspec.Struct, frozen=True):
    """Keys and, in a column beside them, what they do."""

    keys: tuple[str, ...]
    meaning: str
    indent: int
    """Cells from the left at which the meaning stands."""


class Verbatim(msgspec.Struct, frozen=True):
    """Lines set as they stand, never wrapped."""

    lines: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True):
    """An empty line."""


Block = (
    Heading
    | Paragraph
    | Items
    | Steps
    | Quote
    | Large
    | Picture
    | Choice
    | Doors
    | Calls
    | Row
    | Term
    | Verbatim
    | Gap
)


def paragraph(text: str, style: Style = "plain") -> Paragraph:
    """A paragraph of one style."""
    return Paragraph((Span(text, style),))


def heading(text: str, level: int = 3, aside: str = "") -> Heading:
    """A heading of one style."""
    return Heading((Span(text),), level, aside)


def asked(text: str) -> Heading:
    """A heading that the choices below answer."""
    return Heading((Span(text),), 3, is_asked=True)


def text_of(block: Block) -> str:
    """A block's words alone, for searching; what leads elsewhere included."""
    match block:
        case Heading(spans) | Paragraph(spans):
            return _words_of(spans)
        case Row(left, right):
            return f"{_words_of(left)} {_words_of(right)}"
        case Items(items) | Steps(items):
            return "\n".join(map(text_of, chain.from_iterable(items)))
        case Quote(blocks) | Picture(_, blocks) | Doors(blocks):
            return "\n".join(map(text_of, blocks))
        case Choice(label, _, note, aside):
            return f"{label} {aside}\n{_words_of(note)}"
        case _:
            return _text_of_leaf(block)


def _text_of_leaf(block: Block) -> str:
    """The words of a block that is put together by our code, and holds no other."""
    match block:
        case Large(text):
            return text
        case Calls(calls):
            return "\n".join(" ".join(filter(None, words_of_call(call))) for call in calls)
        case Term(keys, meaning):
            return f"{', '.join(keys)} {meaning}"
        case Verbatim(lines):
            return "\n".join(lines)
        case _:
            return ""


def spans_in(block: Block) -> Iterator[Span]:
    """The runs of text of a block that was written, or stands for one that was."""
    match block:
        case Heading(spans) | Paragraph(spans):
            yield from spans
        case Row(left, right):
            yield from (*left, *right)
        case Items(items) | Steps(items):
            yield from chain.from_iterable(map(spans_in, chain.from_iterable(items)))
        case Quote(blocks) | Picture(_, blocks):
            yield from chain.from_iterable(map(spans_in, blocks))


def words_of_call(call: Call) -> tuple[str, ...]:
    """What a call card says, one thing after the other; some of it may be empty."""
    return call.name, call.contact, call.serves, call.when, call.quiet


def _words_of(text: str | Spans) -> str:
    return text if isinstance(text, str) else "".join(span.text for span in text)


def unbreakable(text: str) -> str:
    """The text with spaces that never part a line, so that a number stays whole."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
