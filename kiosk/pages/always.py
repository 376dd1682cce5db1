"""The line of numbers that is always in sight, without those that cards beside it show already."""

import re
from collections.abc import Iterable, Iterator

from kiosk.content.blocks import Block, Call, Calls, Paragraph, Span, Spans

_END = re.compile(r"[.!?;:,\N{IDEOGRAPHIC FULL STOP}]*\s*")
"""What still belongs to the number before it."""


def without_shown(always: tuple[Block, ...], cards: Iterable[Block]) -> tuple[Block, ...]:
    """The line without what the cards say; a block that has another form stays as it is."""
    shown = {_plain(call.contact) for call in _calls(cards)}
    left = ((block, _left(block, shown)) for block in always)
    return tuple(
        Paragraph(spans) if isinstance(block, Paragraph) else block
        for block, spans in left
        if spans or not isinstance(block, Paragraph)
    )


def _calls(cards: Iterable[Block]) -> Iterator[Call]:
    for block in cards:
        if isinstance(block, Calls):
            yield from block.calls


def _left(block: Block, shown: set[str]) -> Spans:
    """The sentences of a text whose numbers are not among those shown."""
    if not isinstance(block, Paragraph):
        return ()
    kept: list[Span] = []
    for thought in _thoughts(block.spans):
        numbers = {_plain(span.text) for span in thought if span.style == "number"}
        if not numbers or not numbers <= shown:
            kept += thought
    return tuple(kept)


def _thoughts(spans: Spans) -> Iterator[list[Span]]:
    """A text in parts: each ends with a number, and what closes the sentence behind it."""
    thought: list[Span] = []
    for span in spans:
        if thought and thought[-1].style == "number" and span.style == "plain":
            end = _END.match(span.text)
            at = end.end() if end else 0
            thought.append(Span(span.text[:at]))
            yield thought
            thought = [Span(span.text[at:])] if span.text[at:] else []
        else:
            thought.append(span)
    if thought:
        yield thought


def _plain(number: str) -> str:
    return number.replace("\N{NO-BREAK SPACE}", " ")
