"""Take it with you: the one address that matters, as a code for a phone and in words."""

from kiosk.content.blocks import Block, Paragraph, Picture, Place, Span, paragraph
from kiosk.pages.library import Library
from kiosk.pages.qr import draw_code
from kiosk.pages.view import View


def take_view(library: Library, name: str) -> View:
    """The address of the topic of that id.

    Raises:
        LookupError: The topic has no address to take along.
    """
    address = library.content.topics[name].front.take
    if address is None:
        raise LookupError(name)
    word, here = library.word, library.here
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
    blocks = (Picture(code, text),) if code else text
    return View(title=word("take.title"), blocks=blocks, reading=True)


def short_address(address: str) -> str:
    """An address as people write it by hand: without what every browser adds."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")
