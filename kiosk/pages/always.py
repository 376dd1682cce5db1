"""The line of numbers that is always in sight, without those that cards beside it show already."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from kiosk.content.blocks import Block, Call, Calls, Paragraph, Span, Spans

_END = re.compile(r"[.!?;:,\N{IDEOGRAPHIC FULL STOP}]*\s*")
"""What still belongs to the number before it."""
_SENTENCE_ENDS = ".!?\N{IDEOGRAPHIC FULL STOP}"


def without_shown(
    always: tuple[Block, ...], short: tuple[Block, ...], cards: Iterable[Block]
) -> tuple[Block, ...]:
    """The line without what the cards say; a block that has another form stays as it is.

    Args:
        always: The line.
        short: Its short form, which is taken where half a sentence would be left.
        cards: What is shown beside it.
    """
    shown = {_plain(call.contact) for call in _calls(cards)}
    left = [(block, *_left(block, shown)) for block in always]
    if short and any(is_torn for *_, is_torn in left):
        left = [(block, *_left(block, shown)) for block in short]
    return tuple(
        Paragraph(spans) if isinstance(block, Paragraph) else block
        for block, spans, _ in left
        if spans or not isinstance(block, Paragraph)
    )


def _calls(cards: Iterable[Block]) -> Iterator[Call]:
    for block in cards:
        if isinstance(block, Calls):
            yield from block.calls


def _left(block: Block, shown: set[str]) -> tuple[Spans, bool]:
    """What a text says without the numbers that are shown; whether that tears a sentence."""
    if not isinstance(block, Paragraph):
        return (), False
    thoughts = [*_thoughts(block.spans)]
    is_kept = [_says_more(thought, shown) for thought in thoughts]
    pairs = zip(thoughts, pairwise(is_kept), strict=False)
    is_torn = any(a != b and not _ends_sentence(thought) for thought, (a, b) in pairs)
    kept = [
        span for thought, is_in in zip(thoughts, is_kept, strict=True) if is_in for span in thought
    ]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept), is_torn


def _says_more(thought: Iterable[Span], shown: set[str]) -> bool:
    numbers = {_plain(span.text) for span in thought if span.style == "number"}
    return not numbers or not numbers <= shown


def _ends_sentence(thought: Sequence[Span]) -> bool:
    return any(sign in _SENTENCE_ENDS for sign in thought[-1].text)


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
