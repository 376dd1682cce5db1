"""The search page: what was found so far, and never an empty page."""

from kiosk.content.blocks import Block, Choice, Place, Span, paragraph
from kiosk.content.search import Hit
from kiosk.pages.library import Library
from kiosk.pages.view import View


def search_view(library: Library, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    found = library.index.search(query)
    if found:
        aside = library.word("search.found.one")
        if len(found) > 1:
            aside = library.word("search.found", count=len(found))
        blocks: tuple[Block, ...] = tuple(map(_choice, found))
    else:
        aside = ""
        lead = "search.nothing" if query.strip() else "search.lead"
        blocks = (paragraph(library.word(lead)), *_always(library))
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
        *(Choice(door.label, Place("topic", door.topic)) for door in urgent),
        Choice(library.word("start.people"), Place("people")),
    )
