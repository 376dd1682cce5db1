"""The search page: the numbers for danger, what was found so far, and never an empty page."""

from collections.abc import Iterator
from itertools import chain

from kiosk.content.blocks import Block, Choice, Place, Span, paragraph, unbreakable
from kiosk.content.findable import Findable
from kiosk.content.search import Answer, Hit
from kiosk.pages.library import Library
from kiosk.pages.people import crisis_blocks
from kiosk.pages.view import Box, View


def search_view(library: Library, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    answer = library.index.search(query)
    found = answer.hits
    if found:
        aside = library.word("search.found", count=len(found))
        blocks: tuple[Block, ...] = tuple(
            chain.from_iterable(_choices(library, hit) for hit in found)
        )
    else:
        aside = ""
        lead = "search.nothing" if query.strip() else "search.lead"
        numbers = crisis_blocks(library) if query.strip() else ()
        blocks = (paragraph(library.word(lead)), *numbers, *_always(library))
    return View(
        title=library.word("search.title"),
        aside=aside,
        blocks=(*numbers_first(library, answer), *blocks),
        numbered=False,
        box=Box(library.word("search.prompt"), library.word("search.prompt.short"), query),
    )


def numbers_first(library: Library, answer: Answer) -> tuple[Block, ...]:
    """What stands above all that was found: the line that is always there, and in danger more.

    The line does not depend on what was typed: no recogniser knows every way to ask for help.
    """
    return (*library.content.dangers.always, *(answer.danger.show if answer.danger else ()))


def title_of(library: Library, found: Findable) -> str:
    """What a found page is called in a list: a plan says that it is one."""
    is_plan = found.place.kind == "plan"
    return library.word("plan.title", title=found.title) if is_plan else found.title


def _choices(library: Library, hit: Hit) -> Iterator[Choice]:
    """What was found, under it its number and a sentence, and what there is to read about it."""
    found = hit.found
    number = (Span(unbreakable(f"{found.contact} "), "number"), Span(" ")) if found.contact else ()
    sentence = tuple(
        Span(text, "strong" if is_marked else "plain") for text, is_marked in hit.excerpt.parts()
    )
    aside = library.word("search.guide") if found.place.kind == "question" else ""
    yield Choice(title_of(library, found), found.place, (*number, *sentence), aside)
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
