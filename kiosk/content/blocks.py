"""What a page is made of, whether it was written in Markdown or put together by our code."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "strong", "emphasis", "link", "number", "soft"]
"""What a piece of text is; what it looks like is decided in `styles/`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a visitor can go: a kind of page, and which one of that kind."""

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, which may lead somewhere."""

    text: str
    style: Style = "plain"
    place: Place | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 parts a page, level 3 parts a part."""

    spans: Spans
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered from `start`, or with marks where `start` is None."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    loose: bool = False
    """Whether an empty line stands between the items."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the reader can say or send."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that can be chosen and leads to a place."""

    label: str
    place: Place
    note: str = ""
    """A quieter line under the label."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with a text at each side, such as a name and its number."""

    left: Spans
    right: Spans


@dataclass(frozen=True, slots=True)
class Term:
    """A name and, in a column beside it, what it means."""

    name: str
    meaning: str
    indent: int
    """Cells from the left at which the meaning stands."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines set as they stand, never wrapped."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Block = Heading | Paragraph | Items | Quote | Choice | Row | Term | Verbatim | Gap


def paragraph(text: str, style: Style = "plain") -> Paragraph:
    """A paragraph of one style."""
    return Paragraph((Span(text, style),))


def text_of(block: Block) -> str:
    """A block's words alone, for searching; what leads elsewhere included."""
    match block:
        case Heading(spans) | Paragraph(spans):
            return "".join(span.text for span in spans)
        case Row(left, right):
            return "".join(span.text for span in (*left, Span(" "), *right))
        case Items(items):
            return "\n".join(text_of(child) for item in items for child in item)
        case Quote(blocks):
            return "\n".join(map(text_of, blocks))
        case Choice(label, _, note):
            return f"{label}\n{note}"
        case Term(name, meaning):
            return f"{name} {meaning}"
        case Verbatim(lines):
            return "\n".join(lines)
        case Gap():
            return ""
