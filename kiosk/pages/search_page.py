"""The search page: the numbers for danger, what was found so far, and never an empty page."""

from collections.abc import Iterator
from itertools import chain

from kiosk.content.blocks import Block, Choice, Place, Span, paragraph, unbreakable
from kiosk.content.findable import Findable
from kiosk.content.search import Answer, Hit
from kiosk.pages.call_cards import crisis_calls, in_short
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.people_page import crisis_blocks
from kiosk.pages.view import Box, View


def search_view(edition: Edition, here: Here, query: str) -> View:
    """The page for what is typed so far; the query is the place's name."""
    answer = edition.index.search(query)
    found = answer.hits
    if found:
        aside = edition.word("search.found", count=len(found))
        blocks: tuple[Block, ...] = tuple(
            chain.from_iterable(_choices(edition, hit) for hit in found)
        )
        if answer.danger:
            blocks = (*blocks, _people(edition))
    else:
        aside = ""
        blocks = without_hits(edition, _lead(query, answer), is_beside=here.room.side > 0)
    # Where cards have these numbers, the line is below, for those that have no card.
    always = edition.content.dangers.always if here.room.side else ()
    return View(
        title=edition.word("search.title"),
        aside=aside,
        blocks=(*numbers_first(edition, answer)[len(always) :], *blocks),
        reading=not found,  # Enter opens no door that nobody chose
        numbered=False,
        beside=crisis_calls(edition, here),
        always=always,
        always_short=in_short(edition, always),
        box=Box(edition.word("search.prompt"), edition.word("search.prompt.short"), query),
    )


def numbers_first(edition: Edition, answer: Answer) -> tuple[Block, ...]:
    """What stands above all that was found: the line that is always there, and in danger more.

    The line does not depend on what was typed: no recogniser knows every way to ask for help.
    """
    return (*edition.content.dangers.always, *(answer.danger.show if answer.danger else ()))


def without_hits(edition: Edition, key: str, *, is_beside: bool = False) -> tuple[Block, ...]:
    """What stands where nothing is found, or nothing was typed yet.

    Args:
        edition: The words.
        key: That of the sentence which says so.
        is_beside: Whether the numbers stand beside it already.
    """
    numbers = crisis_blocks(edition) if key != "search.lead" and not is_beside else ()
    return (paragraph(edition.word(key)), *numbers, *_always(edition))


def nothing_found(answer: Answer, otherwise: str) -> str:
    """The key of the sentence for a search that found nothing.

    Args:
        answer: What the search gave.
        otherwise: The key where nothing tells that the library was meant.
    """
    return "search.elsewhere" if answer.is_elsewhere else otherwise


def title_of(edition: Edition, found: Findable) -> str:
    """What a found page is called in a list: a plan says that it is one."""
    is_plan = found.place.kind == "plan"
    return edition.word("plan.title", title=found.title) if is_plan else found.title


def _choices(edition: Edition, hit: Hit) -> Iterator[Choice]:
    """What was found, under it its number and a sentence, and what there is to read about it."""
    found = hit.found
    number = (Span(unbreakable(f"{found.contact} "), "number"), Span(" ")) if found.contact else ()
    sentence = tuple(
        Span(text, "strong" if is_marked else "plain") for text, is_marked in hit.excerpt.parts()
    )
    aside = edition.word("search.guide") if found.place.kind == "question" else ""
    yield Choice(title_of(edition, found), found.place, (*number, *sentence), aside)
    if hit.reading:
        label = edition.word("search.reading", title=hit.reading.title)
        yield Choice(label, hit.reading.place, is_part=True)


def _lead(query: str, answer: Answer) -> str:
    """The key of what stands above the doors where nothing is found."""
    return nothing_found(answer, "search.nothing") if query.strip() else "search.lead"


def _always(edition: Edition) -> tuple[Block, ...]:
    """What is offered where nothing is found."""
    urgent = edition.content.doors.urgent
    places = ((door.label, edition.content.place_of(door.to)) for door in urgent)
    doors = (Choice(label, place, is_urgent=True) for label, place in places)
    return (*doors, _people(edition))


def _people(edition: Edition) -> Choice:
    return Choice(edition.word("start.people"), Place("people"))
