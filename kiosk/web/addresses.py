"""Web addresses in a browser: each leads to a page of its own, and from there to the site.

To open another site ends the visit, and leaves its address in the browser's history. So no address
in a text opens by itself: what comes of it is said first. The pages of those that can be taken
along have a code for a phone as well; on a phone it is not shown, for who holds one has the link.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from kiosk.content.blocks import Place, Span
from kiosk.pages.edition import Edition
from kiosk.pages.take_page import addresses, short_address
from kiosk.web.html import text_as_html
from kiosk.web.pictures import code_svg
from kiosk.web.places import place_text

_SHOWN = re.compile(r'<span class="address">([a-z0-9.-]+\.[a-z]{2,}(?:/[!-;=~]*)?)</span>')


def address_pages(edition: Edition, pieces: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A page for each web address, by its name.

    Args:
        edition: The words.
        pieces: The HTML in which addresses are shown.
    """
    offered = addresses(edition.content)
    shown = (f"https://{address}" for piece in pieces for address in _SHOWN.findall(piece))
    for address in dict.fromkeys([*offered, *shown]):
        name = place_text(Place("take", address))
        blocks = _blocks(edition, address, has_code=address in offered)
        yield name, {"title": edition.word("take.title"), "blocks": blocks, "beside": []}


def _blocks(edition: Edition, address: str, *, has_code: bool) -> list[str]:
    word = edition.word
    link = (
        f'<a class="address" href="{escape(address)}" rel="noreferrer">'
        f"{escape(short_address(address))}</a>"
    )
    elsewhere = ("take.code", "take.camera") if has_code else ("take.copy",)
    numbers = Span(f"{word('take.numbers')} "), Span(word("card.title"), "link", Place("card"))
    text = [
        f'<p class="number">{link}</p>',
        f"<p>{escape(word('web.open'))}</p>",
        *(f'<p class="elsewhere">{escape(word(key))}</p>' for key in (*elsewhere, "take.private")),
        f"<p>{text_as_html(numbers)}</p>",
    ]
    if not has_code:
        return text
    return [f"<figure>{code_svg(address)}<figcaption>{''.join(text)}</figcaption></figure>"]
