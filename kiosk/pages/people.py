"""People to talk to and places to report: every helpline with how to reach it."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Row, Span, paragraph, unbreakable
from kiosk.content.model import Helpline
from kiosk.pages.library import Library
from kiosk.pages.topic import day
from kiosk.pages.view import View


def people_view(library: Library, _name: str) -> View:
    """All helplines, the urgent ones first."""
    helplines = library.content.helplines.values()
    blocks: list[Block] = [paragraph(library.word("people.lead"))]
    for helpline in helplines:
        blocks += _entry(library, helpline)
    oldest = min(helpline.checked for helpline in helplines)
    blocks.append(paragraph(library.word("people.checked", date=day(oldest)), "soft"))
    return View(title=library.word("people.title"), blocks=tuple(blocks), reading=True)


def helpline_blocks(library: Library) -> tuple[Block, ...]:
    """The helplines alone, the shortest way to say them: name and number."""
    return tuple(
        _name_and_contact(helpline)
        for helpline in library.content.helplines.values()
        if helpline.number
    )


def _entry(library: Library, helpline: Helpline) -> Iterator[Block]:
    yield _name_and_contact(helpline)
    facts = [helpline.serves, helpline.hours, helpline.cost]
    sentences = [_sentence(fact) for fact in facts if fact]
    yield paragraph(" ".join([*sentences, *_other_ways(library, helpline)]), "soft")


def _name_and_contact(helpline: Helpline) -> Row:
    return Row((Span(helpline.name, "strong"),), (Span(unbreakable(helpline.contact), "number"),))


def _other_ways(library: Library, helpline: Helpline) -> Iterator[str]:
    if helpline.note:
        yield helpline.note
    if helpline.text and helpline.text != helpline.contact:
        yield library.word("people.text", text=helpline.text)
    if helpline.address and helpline.address != helpline.contact:
        yield library.word("people.web", address=helpline.address)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."
