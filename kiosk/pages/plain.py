"""Pages as plain text: the same words, for a screen reader or for paper."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from textwrap import wrap

from kiosk.content.blocks import Block, Choice, Items, Place, paragraph
from kiosk.content.pathway import parts_of
from kiosk.content.search import Hit
from kiosk.pages.card import card_view
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.heads import with_language_mark
from kiosk.pages.library import Library
from kiosk.pages.pathway import pathway_view
from kiosk.pages.people import helpline_blocks, people_view
from kiosk.pages.quiz import quiz_whole
from kiosk.pages.search import nothing_found, numbers_first, title_of
from kiosk.pages.topic import topic_view
from kiosk.pages.travels import travels_whole
from kiosk.pages.typesetting import QUOTE_BAR, Page, typeset
from kiosk.pages.view import View

_HELPLINES = "people"
_OTHERS: dict[str, Callable[[Library], View]] = {
    "travels": travels_whole,
    "quiz": quiz_whole,
    _HELPLINES: lambda library: people_view(library, ""),
    "card": lambda library: card_view(library, ""),
}
"""What can be read beside topics and pathways."""


def list_as_text(catalogue: Catalogue, folder: str) -> str:
    """What can be read: each pathway's, piece's and topic's id and title, by audience.

    Args:
        catalogue: Makes the pages.
        folder: Where the words were read from, for staff who change them.
    """
    content = catalogue.library.content
    widest = max(map(len, [*content.topics, *content.pathways, *_OTHERS]))
    lines: list[str] = []
    for door in content.doors.audiences:
        lines += [door.title, ""]
        names = [pathway.id for pathway in content.pathways_for(door.audience)]
        names += [piece.id for piece in content.pieces_for(door.audience)]
        names += [topic.id for topic in content.topics_for(door.audience)]
        lines += [f"  {name:<{widest}}  {content.title_of(name)}" for name in names]
        lines.append("")
    title = catalogue.library.word("people.title")
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
    content = catalogue.library.content
    known = [*content.topics, *content.pathways, *_OTHERS]
    if name not in known:
        close = get_close_matches(name, known, n=3)
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        raise LookupError(f"There is no topic '{name}'.{hint} 'kiosk read' lists all topics.")
    library = catalogue.library
    view = with_language_mark(_view(library, name), library, Place("topic", name))
    page = typeset([_spelled_out(block) for block in view.blocks], width)
    title = wrap(view.title, width)
    lines = [*title, "=" * max(map(len, title)), "", *_lines(page)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


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
    library = catalogue.library
    answer = library.index.search(query)
    blocks = numbers_first(library, answer)
    if not answer.hits:
        told = paragraph(library.word(nothing_found(answer, "search.none")))
        blocks = (*blocks, told, *helpline_blocks(library))
    page = typeset(blocks, width, numbered=False)
    parts = ["\n".join(line.rstrip() for line in _lines(page))]
    parts += ["\n".join(_hit_lines(library, hit, width)) for hit in answer.hits]
    return "\n\n".join(parts) + "\n", bool(answer.hits)


def _hit_lines(library: Library, hit: Hit, width: int) -> Iterator[str]:
    """What was found, how to reach it if it is a helpline, its sentence, and how to read on."""
    found = hit.found
    yield from wrap(title_of(library, found), width)
    for text in filter(None, (found.contact, hit.excerpt.text)):
        yield from wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    for thing in filter(None, (found, hit.reading)):
        yield f"  kiosk read {_name_to_read(thing.place)}"


def _view(library: Library, name: str) -> View:
    if name in library.content.pathways:
        return pathway_view(library, name)
    return _OTHERS[name](library) if name in _OTHERS else topic_view(library, name)


def _spelled_out(block: Block) -> Block:
    """A choice as a line that says how to read on."""
    if not isinstance(block, Choice):
        return block
    if block.place.kind == "take":
        return Items(((paragraph(f"{block.label} {block.note}"),),))
    name = _name_to_read(block.place)
    return Items(((paragraph(f"{block.label} (kiosk read {name})"),),))


def _name_to_read(place: Place) -> str:
    """What `kiosk read` calls the page, or the whole that it is part of."""
    if place.kind in ("question", "plan"):
        return parts_of(place.name)[0]
    return place.name if place.kind == "topic" else place.kind


def _lines(page: Page) -> Iterator[str]:
    """The page's lines; what styles show on a screen is shown by characters."""
    for line in page.lines:
        text = "".join(piece.text for piece in line).replace(QUOTE_BAR, "> ")
        if line and line[0].style == "heading2":
            yield from _underlined(text, "-")
        else:
            yield text


def _underlined(text: str, line: str) -> tuple[str, str]:
    return text, line * len(text)
