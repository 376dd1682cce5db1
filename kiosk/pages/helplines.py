"""What is said of helplines wherever they stand: which come first, and how to reach them."""

from collections.abc import Iterator
from itertools import islice

from kiosk.content.blocks import unbreakable
from kiosk.content.model import Helpline
from kiosk.pages.edition import Edition

_CRISIS_LINES = 3


def crisis_lines(edition: Edition) -> list[Helpline]:
    """The helplines that come first: for danger, for a child, for anybody."""
    numbered = (line for line in edition.content.helplines.values() if line.number)
    return list(islice(numbered, _CRISIS_LINES))


def other_ways(edition: Edition, helpline: Helpline) -> Iterator[str]:
    """How to reach it beside its contact, and in which languages."""
    word = edition.word
    if helpline.text and helpline.text != helpline.contact:
        yield word("people.text", text=helpline.text)
    if helpline.chat:
        yield word("people.chat", address=helpline.chat)
    if helpline.email:
        yield word("people.email", address=helpline.email)
    if helpline.bsl:
        yield word("people.bsl", address=helpline.bsl)
    if helpline.relay:
        yield word("people.relay", number=unbreakable(helpline.relay))
    if helpline.address not in ("", helpline.contact, helpline.chat):
        yield word("people.web", address=helpline.address)
    if helpline.languages:
        yield word("people.languages", languages=", ".join(helpline.languages))
