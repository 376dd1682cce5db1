"""Pages as plain text: the same words, for a screen reader or for paper."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from textwrap import wrap

from kiosk.content.blocks import Block, Choice, Items, Place, paragraph
from kiosk.content.piece import SEQUENCE
from kiosk.content.search import Hit
from kiosk.pages.as_text import as_text
from kiosk.pages.card_page import card_view
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.heads import with_language_mark
from kiosk.pages.here import PAPER
from kiosk.pages.pathway_page import pathway_view
from kiosk.pages.people_page import helpline_blocks, people_view
from kiosk.pages.quiz_page import quiz_whole
from kiosk.pages.search_page import nothing_found, numbers_first, title_of
from kiosk.pages.sequence_page import sequence_whole
from kiosk.pages.topic_page import topic_view
from kiosk.pages.travels_page import travels_whole
from kiosk.pages.view import View

_HELPLINES = "people"
OTHERS: dict[str, Callable[[Edition], View]] = {
    "travels": travels_whole,
    "quiz": quiz_whole,
    _HELPLINES: lambda edition: people_view(edition, PAPER, ""),
    "card": lambda edition: card_view(edition, PAPER, ""),
}
"""What can be read besides topics, pathways and sequences: their names can be no topic's."""
_NAMED = ("topic", "question", "plan", SEQUENCE)
"""Kinds of place whose name is what can be read."""


def list_as_text(catalogue: Catalogue, folder: str) -> str:
    """What can be read: each pathway's, piece's and topic's id and title, by audience.

    Args:
        catalogue: Makes the pages.
        folder: Where the words were read from, for staff who change them.
    """
    content = catalogue.edition.content
    readable = [*content.topics, *content.pathways, *content.sequences, *OTHERS]
    widest = max(map(len, readable))
    lines: list[str] = []
    for door in content.doors.audiences:
        lines += [door.title, ""]
        names = [pathway.id for pathway in content.pathways_for(door.audience)]
        names += [piece.id for piece in content.pieces_for(door.audience)]
        names += [topic.id for topic in content.topics_for(door.audience)]
        lines += [f"  {name:<{widest}}  {content.title_of(name)}" for name in names]
        lines.append("")
    title = catalogue.edition.word("people.title")
    helplines = f"  {_HELPLINES:<{widest}}  {title}"
    return "\n".join([*lines, helplines, "", f"The words are those in {folder}", ""])


def page_as_text(catalogue: Catalogue, name: str, width: int) -> str:
    """A topic, a whole pathway or piece, or the helplines, as plain text.

    Args:
        catalogue: Makes the pages.
        name: The topic's, pathway's or piece's id, or "people".
        width: The longest line, in characters.

    Raises:
        LookupError: There is no such topic; the message says which ones are near.
    """
    content = catalogue.edition.content
    known = [*content.topics, *content.pathways, *content.sequences, *OTHERS]
    if name not in known:
        close = get_close_matches(name, known, n=3)
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        raise LookupError(f"There is no topic '{name}'.{hint} 'kiosk read' lists all topics.")
    edition = catalogue.edition
    view = with_language_mark(_view(edition, name), edition, Place("topic", name))
    title = wrap(view.title, width)
    blocks = (block for block in view.blocks if not _leads_to(block, name))
    lines = [*title, "=" * max(map(len, title)), "", *_lines((*view.always, *blocks), width)]
    return "\n".join(lines) + "\n"


def hits_as_text(catalogue: Catalogue, query: str, width: int) -> tuple[str, bool]:
    """What a search finds, as plain text, below the numbers for danger.

    Where it finds nothing, the helplines stand there.

    Args:
        catalogue: Makes the pages.
        query: What is looked for.
        width: The longest line, in characters.

    Returns:
        The text, and whether anything was found.
    """
    edition = catalogue.edition
    answer = edition.index.search(query)
    blocks = numbers_first(edition, answer)
    if not answer.hits:
        told = paragraph(edition.word(nothing_found(answer, "search.none")))
        blocks = (*blocks, told, *helpline_blocks(edition))
    parts = ["\n".join(_lines(blocks, width))]
    parts += ["\n".join(_hit_lines(edition, hit, width)) for hit in answer.hits]
    return "\n\n".join(parts) + "\n", bool(answer.hits)


def _hit_lines(edition: Edition, hit: Hit, width: int) -> Iterator[str]:
    """What was found, how to reach it if it is a helpline, its sentence, and how to read on."""
    found = hit.found
    yield from wrap(title_of(edition, found), width)
    for text in filter(None, (found.contact, hit.excerpt.text)):
        yield from wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    for thing in filter(None, (found, hit.reading)):
        yield f"  kiosk read {_name_to_read(thing.place)}"


def _view(edition: Edition, name: str) -> View:
    if name in edition.content.pathways:
        return pathway_view(edition, name)
    if name in edition.content.sequences:
        return sequence_whole(edition, name)
    return OTHERS[name](edition) if name in OTHERS else topic_view(edition, PAPER, name)


def _leads_to(block: Block, name: str) -> bool:
    """Whether a block leads to the page that it stands on."""
    place = block.leads_to if isinstance(block, Choice) else None
    return isinstance(place, Place) and place.kind in _NAMED and _name_to_read(place) == name


def _spelled_out(block: Block) -> Block:
    """A choice as a line that says how to read on."""
    if not (isinstance(block, Choice) and isinstance(block.leads_to, Place)):
        return block
    if block.leads_to.kind == "take":
        return Items(((paragraph(f"{block.label} - {block.aside}"),),))
    name = _name_to_read(block.leads_to)
    return Items(((paragraph(f"{block.label} (kiosk read {name})"),),))


def _name_to_read(place: Place) -> str:
    """What `kiosk read` calls the page, or the whole that it is part of."""
    return place.name if place.kind in _NAMED else place.kind


def _lines(blocks: tuple[Block, ...], width: int) -> Iterator[str]:
    """The blocks' lines; what styles show on a screen is shown by characters."""
    for text, line in as_text(blocks, width, _spelled_out):
        yield text
        if line and line[0].style == "heading2":
            yield "-" * len(text)
