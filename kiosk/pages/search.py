"""The search page: what was found so far, and never an empty page."""

from collections.abc import Iterator
from itertools import chain

from kiosk.content.blocks import Block, Choice, Place, Span, paragraph, unbreakable
from kiosk.content.search import Hit
from kiosk.pages.library import Library
from kiosk.pages.people import crisis_blocks
from kiosk.pages.view import Box, View

_CRISIS = "suicide"
"""What `meanings.yaml` calls the words of somebody who may not be safe."""


def search_view(library: Library, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    answer = library.index.search(query)
    found = answer.hits
    crisis = crisis_blocks(library) if _CRISIS in answer.meanings else ()
    if found:
        aside = library.word("search.found", count=len(found))
        choices = chain.from_iterable(_choices(library, hit) for hit in found)
        blocks: tuple[Block, ...] = (*crisis, *choices)
    else:
        aside = ""
        lead = "search.nothing" if query.strip() else "search.lead"
        numbers = crisis_blocks(library) if query.strip() else ()
        blocks = (paragraph(library.word(lead)), *numbers, *_always(library))
    return View(
        title=library.word("search.title"),
        aside=aside,
        blocks=blocks,
        numbered=False,
        box=Box(library.word("search.prompt"), library.word("search.prompt.short"), query),
    )


def _choices(library: Library, hit: Hit) -> Iterator[Choice]:
    """What was found, under it its number and a sentence, and what there is to read about it."""
    found = hit.found
    number = (Span(unbreakable(f"{found.contact} "), "number"), Span(" ")) if found.contact else ()
    sentence = tuple(
        Span(text, "strong" if is_marked else "plain") for text, is_marked in hit.excerpt.parts()
    )
    aside = library.word("search.guide") if found.place.kind == "question" else ""
    yield Choice(found.title, found.place, (*number, *sentence), aside)
    if hit.reading:
        label = library.word("search.reading", title=hit.reading.title)
        yield Choice(label, hit.reading.place)


def _always(library: Library) -> tuple[Block, ...]:
    """What is offered whether or not anything is found."""
    urgent = library.content.doors.urgent
    return (
        *(Choice(door.label, library.content.place_of(door.to)) for door in urgent),
        Choice(library.word("start.people"), Place("people")),
    )
