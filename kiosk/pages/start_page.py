"""The first page after the neutral one: the urgent doors, and who the visitor is."""

from collections.abc import Iterator

from kiosk.content.blocks import Choice, Gap, Heading, Place, Span, paragraph
from kiosk.pages.acts import Change
from kiosk.pages.commands import COMFORT
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.open_now import open_count_words
from kiosk.pages.view import View


def start_view(edition: Edition, here: Here, _name: str) -> View:
    """The start page."""
    doors = edition.content.doors
    word = edition.word
    return View(
        title=word("start.title"),
        aside=edition.settings.name,
        blocks=(
            Heading((Span(word("start.urgent")),), level=3),
            *(Choice(door.label, edition.content.place_of(door.to)) for door in doors.urgent),
            Heading((Span(word("start.who")),), level=3),
            *(Choice(door.label, Place("topics", door.audience)) for door in doors.audiences),
            # With a language to choose, the page is as long as a screen of 24 rows.
            *(() if any(_languages(edition)) else (Gap(),)),
            Choice(word("start.people"), Place("people"), aside=open_count_words(edition, here)),
            Choice(word("start.search"), Place("search")),
            # A language has a number even where there are more than nine choices.
            *_languages(edition),
            Choice(word("start.comfort"), Place(COMFORT.name)),
            Choice(doors.about.label, Place("about"), aside=_offered(edition, here)),
            paragraph(word("start.private"), "soft"),
        ),
    )


def _offered(edition: Edition, here: Here) -> str:
    """That there is something to choose or to say, until what is remembered was answered."""
    if here.consent.answered or not edition.offers:
        return ""
    return edition.word("start.choices")


def _languages(edition: Edition) -> Iterator[Choice]:
    """The languages that this page is not in, each by its own name."""
    for code, name in edition.languages.items():
        if code != edition.content.language.code:
            yield Choice(name, Change("language", code))
