"""Words to say or to show: cards on a page, each with a key of its own that shows it large."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from kiosk.content.blocks import (
    OWN_KEY,
    Block,
    Items,
    Paragraph,
    Place,
    Quote,
    Span,
    text_of,
    unbreakable,
)
from kiosk.content.header import YOUNG
from kiosk.content.model import Topic
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here

SHOW = "show"
"""The kind of the pages that show words large, and the name of the key's command."""
_QUOTES = '"“”'


def has_cards(topic: Topic) -> bool:
    """Whether its quotations are words to show: those of a page that young people read."""
    return YOUNG in topic.audiences


def said_in(blocks: Iterable[Block]) -> list[str]:
    """The words to say or to show in some blocks, without quotation marks."""
    return [" ".join(text_of(quote).split()).strip(_QUOTES) for quote in _quotes_in(blocks)]


def with_cards(
    edition: Edition, here: Here, blocks: Iterable[Block], place: Place
) -> tuple[Block, ...]:
    """The blocks, of which each quotation has a key that shows it large.

    Args:
        edition: The words.
        here: The screen; where there are no keys, the blocks are as they were.
        blocks: What a page says.
        place: Where the first of its quotations is shown large.
    """
    if not here.has_keys:
        return tuple(blocks)
    numbers = count(1)
    return tuple(_with_key(edition, block, place, numbers) for block in blocks)


def cards(
    edition: Edition, here: Here, sentences: Sequence[str], place: Place
) -> tuple[Block, ...]:
    """Sentences as cards."""
    quotes = (Quote((Paragraph((Span(in_quotes(each)),)),)) for each in sentences)
    return with_cards(edition, here, quotes, place)


def in_quotes(words: str) -> str:
    """Words in the marks of a quotation, whichever they had."""
    return f"“{words.strip(_QUOTES)}”"


def key_and_words(edition: Edition, name: str, place: Place) -> tuple[Span, ...]:
    """A command's key as a cap, and what it does as a link for whoever has no keys."""
    cap = f" {edition.word(f'key.{name}')} "
    return (Span(unbreakable(cap), "key"), *_what_it_does(edition, name, place))


def _what_it_does(edition: Edition, name: str, place: Place) -> tuple[Span, ...]:
    words = unbreakable(edition.word(f"command.{name}"))
    return (Span("\N{NO-BREAK SPACE}"), Span(words, "link", place))


def _with_key(edition: Edition, block: Block, place: Place, numbers: Iterator[int]) -> Block:
    match block:
        case Quote(blocks):
            words = _what_it_does(edition, SHOW, place.nth(next(numbers)))
            return Quote((*blocks[:-1], *_beside(blocks[-1], (OWN_KEY, *words))))
        case Items(items):
            inner = (
                tuple(_with_key(edition, part, place, numbers) for part in item) for item in items
            )
            return replace(block, items=tuple(inner))
        case _:
            return block


def _beside(block: Block, key: tuple[Span, ...]) -> tuple[Block, ...]:
    """The last words of a card with the key behind them; below, where they are no paragraph."""
    if isinstance(block, Paragraph):
        return (Paragraph((*block.spans, Span(" "), *key)),)
    return (block, Paragraph(key))


def _quotes_in(blocks: Iterable[Block]) -> Iterator[Quote]:
    for block in blocks:
        match block:
            case Quote():
                yield block
            case Items(items):
                for item in items:
                    yield from _quotes_in(item)
