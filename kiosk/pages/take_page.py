"""Take it with you: the one address that matters, as a code for a phone and in words.

The place of such a page is the address itself, and only addresses that stand in the words have
one: it tells no more than what is on the screen, however somebody came to it.
"""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Paragraph, Picture, Place, Span, paragraph
from kiosk.content.model import Content
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.qr import draw_code
from kiosk.pages.view import View


def take_view(edition: Edition, here: Here, address: str) -> View:
    """An address to take along.

    Raises:
        LookupError: No page offers that address.
    """
    if address not in addresses(edition.content):
        raise LookupError(address)
    word = edition.word
    rows = here.rows if here.colours else 0
    code = draw_code(address, here.columns, rows, half_blocks=here.half_blocks)
    how = word("take.code") if code else word("take.copy")
    text: tuple[Block, ...] = (
        paragraph(short_address(address), "number"),
        paragraph(how),
        *([paragraph(word("take.camera"))] if code else []),
        paragraph(word("take.private")),
        Paragraph(
            (Span(f"{word('take.numbers')} "), Span(word("card.title"), "link", Place("card")))
        ),
    )
    return View(
        title=word("take.title"),
        blocks=(Picture(code, text, address),) if code else text,
        reading=True,
        beside=crisis_calls(edition, here),
    )


def take_place(address: str | None) -> Place | None:
    """Where an address is shown; None where there is none."""
    return Place("take", address) if address else None


def addresses(content: Content) -> list[str]:
    """Every address that a topic or a plan offers, each once."""
    return list(dict.fromkeys(_offered(content)))


def _offered(content: Content) -> Iterator[str]:
    offers = [topic.take for topic in content.topics.values()]
    for pathway in content.pathways.values():
        offers += [plan.take for plan in pathway.plans.values()]
    yield from filter(None, offers)


def short_address(address: str) -> str:
    """An address as people write it by hand: without what every browser adds."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")
