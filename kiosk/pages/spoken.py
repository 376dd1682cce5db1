"""A page as something to be read out: plain lines, with a number for everything to open."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import wrap

from kiosk.content.blocks import (
    Block,
    Choice,
    Heading,
    Items,
    Paragraph,
    Row,
    Span,
    Spans,
    Steps,
    Target,
    paragraph,
)
from kiosk.pages.as_text import as_text
from kiosk.pages.view import View

Word = Callable[..., str]


@dataclass
class Spoken:
    """A page for the ear."""

    word: Word
    lines: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    """What the numbers lead to, from 1 on."""
    choice: Target | None = None
    """What the first choice leads to, which an empty answer takes."""


def speak(view: View, width: int, word: Word) -> Spoken:
    """Set a view for the ear: nothing is drawn, and nothing needs a second column.

    Args:
        view: The page.
        width: The longest line, in characters.
        word: Tells the interface's words.
    """
    spoken = Spoken(word)
    # Whom to call in danger comes first; on a screen, it is always in sight.
    whole = (*view.always, *view.blocks, *view.beside)
    # Steps first: what stands before them in their list is then what ticks them off.
    blocks = [_listed(block, spoken) for block in whole]
    text = [line for line, _ in as_text(blocks, width, lambda block: _told(block, spoken))]
    # No line under the title: some voices read each of its dashes.
    spoken.lines = [*wrap(view.title, width), "", *text]
    return spoken


def _listed(block: Block, spoken: Spoken) -> Block:
    """Steps as a list, which says of those that are ticked off that they are done."""
    if not isinstance(block, Steps):
        return block
    spoken.targets += block.ticks
    done = paragraph(spoken.word("plan.done"))
    items = (
        (done, *item) if number in block.done else item
        for number, item in enumerate(block.items, 1)
    )
    return Items(tuple(items), start=1)


def _told(block: Block, spoken: Spoken) -> Block:
    match block:
        case Choice():
            return _choice(block, spoken)
        case Heading(spans, level):
            return Heading(_numbered(spans, spoken), level)
        case Paragraph(spans):
            return Paragraph(_numbered(spans, spoken))
        case Row(left, right):
            words = ", ".join(span.text.strip("\N{NO-BREAK SPACE}") for span in reversed(right))
            return Paragraph((*left, Span(f": {words}")))
        case _:
            return block


def _choice(choice: Choice, spoken: Spoken) -> Block:
    spoken.targets.append(choice.leads_to)
    spoken.choice = spoken.choice or choice.leads_to
    note = choice.note if isinstance(choice.note, str) else "".join(s.text for s in choice.note)
    named = ", ".join(part.strip(" .") for part in (choice.label, choice.aside) if part)
    words = ". ".join(part.strip(" .") for part in (named, note) if part)
    words = re.sub(r"\?[.,]", "?", words)
    return paragraph(spoken.word("linear.choice", number=len(spoken.targets), label=words))


def _numbered(spans: Spans, spoken: Spoken) -> Spans:
    """Text whose links have their numbers behind them."""
    numbered: list[Span] = []
    for span in spans:
        numbered.append(_words_of(span))
        if span.place is not None:
            spoken.targets.append(span.place)
            number = spoken.word("linear.link", number=len(spoken.targets))
            numbered.append(Span(f" {number}"))
    return tuple(numbered)


def _words_of(span: Span) -> Span:
    """The same words, leading nowhere."""
    return Span(span.text, span.style)
