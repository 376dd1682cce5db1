"""The search page: what was found so far, and never an empty page."""

from kiosk.content.blocks import Block, Choice, Place, paragraph
from kiosk.pages.library import Library
from kiosk.pages.view import View


def search_view(library: Library, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    found = library.index.search(query)
    if found:
        aside = library.word("search.found.one")
        if len(found) > 1:
            aside = library.word("search.found", count=len(found))
        blocks: tuple[Block, ...] = tuple(
            Choice(topic.front.title, Place("topic", topic.id), topic.front.summary)
            for topic in found
        )
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


def _always(library: Library) -> tuple[Block, ...]:
    """What is offered whether or not anything is found."""
    urgent = library.content.doors.urgent
    return (
        *(Choice(door.label, library.content.place_of(door.to)) for door in urgent),
        Choice(library.word("start.people"), Place("people")),
    )
