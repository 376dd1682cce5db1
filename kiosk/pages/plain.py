"""Pages as plain text: the same words, for a screen reader or for paper."""

from collections.abc import Iterator
from difflib import get_close_matches
from textwrap import wrap

from kiosk.content.blocks import Place, paragraph
from kiosk.pages.catalogue import VIEWS, Catalogue
from kiosk.pages.people import helpline_blocks
from kiosk.pages.typesetting import QUOTE_BAR, Page, typeset

_HELPLINES = "people"


def list_as_text(catalogue: Catalogue) -> str:
    """What can be read: each topic's id and title, by audience."""
    content = catalogue.library.content
    widest = max(map(len, content.topics))
    lines: list[str] = []
    for door in content.doors.audiences:
        lines += [door.title, ""]
        lines += [
            f"  {topic.id:<{widest}}  {topic.front.title}"
            for topic in content.topics_for(door.audience)
        ]
        lines.append("")
    title = catalogue.library.word("people.title")
    return "\n".join([*lines, f"  {_HELPLINES:<{widest}}  {title}", ""])


def page_as_text(catalogue: Catalogue, name: str, width: int) -> str:
    """A topic, or the helplines, as plain text.

    Args:
        catalogue: Makes the pages.
        name: The topic's id, or "people".
        width: The longest line, in characters.

    Raises:
        LookupError: There is no such topic; the message says which ones are near.
    """
    topics = catalogue.library.content.topics
    if name not in (*topics, _HELPLINES):
        close = get_close_matches(name, [*topics, _HELPLINES], n=3)
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        raise LookupError(f"There is no topic '{name}'.{hint} 'kiosk read' lists all topics.")
    place = Place(_HELPLINES) if name == _HELPLINES else Place("topic", name)
    view = VIEWS[place.kind](catalogue.library, place.name)
    page = typeset(view.blocks, width, numbered=False)
    title = wrap(view.title, width)
    lines = [*title, "=" * max(map(len, title)), "", *_lines(page)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def hits_as_text(catalogue: Catalogue, query: str, width: int) -> tuple[str, bool]:
    """What a search finds, as plain text; where it finds nothing, the helplines.

    Args:
        catalogue: Makes the pages.
        query: What is looked for.
        width: The longest line, in characters.

    Returns:
        The text, and whether anything was found.
    """
    library = catalogue.library
    found = library.index.search(query)
    if not found:
        blocks = (paragraph(library.word("search.none")), *helpline_blocks(library))
        page = typeset(blocks, width, numbered=False)
        return "\n".join(line.rstrip() for line in _lines(page)) + "\n", False
    parts = [
        "\n".join(
            (
                *wrap(hit.topic.front.title, width),
                *wrap(hit.excerpt.text, width, initial_indent="  ", subsequent_indent="  "),
                f"  kiosk read {hit.topic.id}",
            )
        )
        for hit in found
    ]
    return "\n\n".join(parts) + "\n", True


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
