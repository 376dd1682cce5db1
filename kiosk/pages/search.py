"""The search page: what was found so far, and never an empty page."""

from kiosk.content.blocks import Block, Choice, Place, Span, paragraph
from kiosk.content.search import Hit
from kiosk.pages.library import Library
from kiosk.pages.people import crisis_blocks
from kiosk.pages.view import View

_CRISIS = "suicide"
"""What `meanings.yaml` calls the words of somebody who may not be safe."""


def search_view(library: Library, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    found = library.index.search(query)
    crisis = crisis_blocks(library) if library.index.means(query, _CRISIS) else ()
    if found:
        aside = library.word("search.found.one")
        if len(found) > 1:
            aside = library.word("search.found", count=len(found))
        blocks: tuple[Block, ...] = (*crisis, *map(_choice, found))
    else:
        aside = ""
        lead = "search.nothing" if query.strip() else "search.lead"
        numbers = crisis_blocks(library) if query.strip() else ()
        blocks = (*numbers, paragraph(library.word(lead)), *_always(library))
    return View(
        title=library.word("search.title"),
        aside=aside,
        blocks=blocks,
        numbered=False,
        has_search_box=True,
    )


def _choice(hit: Hit) -> Choice:
    """A topic, and under it the sentence in which the words stand."""
    note = tuple(
        Span(text, "strong" if is_marked else "plain") for text, is_marked in hit.excerpt.parts()
    )
    return Choice(hit.topic.front.title, Place("topic", hit.topic.id), note)


def _always(library: Library) -> tuple[Block, ...]:
    """What is offered whether or not anything is found."""
    urgent = library.content.doors.urgent
    return (
        *(Choice(door.label, library.content.place_of(door.to)) for door in urgent),
        Choice(library.word("start.people"), Place("people")),
    )
