"""Blocks as plain text, for ears and for paper: nothing drawn, and no key that a screen names."""

from collections.abc import Callable, Iterable, Iterator

from kiosk.content.blocks import (
    Block,
    Call,
    Calls,
    Doors,
    Heading,
    Items,
    Large,
    Paragraph,
    Picture,
    Quote,
    Span,
    Steps,
    paragraph,
    words_of_call,
)
from kiosk.pages.typesetting import QUOTE_BAR, typeset
from kiosk.pages.wrapping import Line

Tell = Callable[[Block], Block | None]
"""Makes a block that holds no other one say in words where it leads; None leaves it out."""


def as_text(blocks: Iterable[Block], width: int, tell: Tell) -> Iterator[tuple[str, Line]]:
    """Set blocks as text.

    Args:
        blocks: What to set.
        width: The longest line, in characters.
        tell: Makes the blocks within say where they lead, in their order.

    Yields:
        Each line, and what it was made of.
    """
    page = typeset([*_plain(blocks, tell)], width, numbered=False)
    for line in page.lines:
        text = "".join(piece.text for piece in line).replace(QUOTE_BAR, "> ")
        yield text.rstrip(), line


def _plain(blocks: Iterable[Block], tell: Tell) -> Iterator[Block]:
    """The blocks without what only eyes and keys can use."""
    for block in blocks:
        match block:
            case Picture(_, inner):
                yield from _plain(inner, tell)
            case Doors(choices):
                yield from _plain(choices, tell)
            case Calls(calls):
                yield from map(_call, calls)
            case Quote(inner):
                yield Quote(tuple(_plain(inner, tell)))
            case Items(items, start, loose):
                yield Items(tuple(tuple(_plain(item, tell)) for item in items), start, loose)
            case Steps(items):
                yield from _plain([Items(items, start=1)], tell)
            case Large(text):
                yield paragraph(text)
            case _:
                yield from _told(block, tell)


def _told(block: Block, tell: Tell) -> Iterator[Block]:
    if (told := tell(block)) is not None:
        yield told
    if isinstance(block, Heading) and block.aside:
        yield paragraph(block.aside)


def _call(call: Call) -> Block:
    """A call card in sentences: the name, its number, and the rest."""
    name, contact, *rest = words_of_call(call)
    sentences = " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in rest if part)
    return Paragraph((Span(f"{name}: "), Span(f"{contact}. ", "number"), Span(sentences)))
