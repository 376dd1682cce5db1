"""The first page after the neutral one: the urgent doors, and who the visitor is."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Doors, Gap, Place, heading, paragraph
from kiosk.pages.acts import Change
from kiosk.pages.call_cards import calls_now, crisis_lines
from kiosk.pages.commands import COMFORT
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.open_now import open_count_words
from kiosk.pages.view import View


def start_view(edition: Edition, here: Here, _name: str) -> View:
    """The start page."""
    word = edition.word
    return View(
        # The library's name stands where the neutral page has it.
        title=edition.settings.name,
        aside=word("start.title"),
        blocks=(
            heading(word("start.urgent"), aside=word("start.calm")),
            Doors(tuple(_urgent(edition, here))),
            heading(word("start.who")),
            Doors(tuple(_audiences(edition, here))),
            *_calls(edition, here),
            # With a language to choose, the page is as long as a screen of 24 rows.
            *(() if any(_languages(edition)) or here.room.side else (Gap(),)),
            Doors(tuple(_tools(edition, here)), is_quiet=True),
            paragraph(word("start.private"), "soft"),
        ),
        large=word("start.title"),
    )


def _urgent(edition: Edition, here: Here) -> Iterator[Choice]:
    content = edition.content
    for door in content.doors.urgent:
        note = door.summary if here.room.side else ""
        yield Choice(door.label, content.place_of(door.to), note, is_urgent=True)


def _audiences(edition: Edition, here: Here) -> Iterator[Choice]:
    for door in edition.content.doors.audiences:
        note = door.summary if here.room.side else ""
        yield Choice(door.label, Place("topics", door.audience), note)


def _calls(edition: Edition, here: Here) -> Iterator[Block]:
    """Whom one can call, where there is room for it beside the doors."""
    if here.room.side:
        yield heading(edition.word("start.call"), aside=open_count_words(edition, here))
        yield calls_now(edition, here, crisis_lines(edition))


def _tools(edition: Edition, here: Here) -> Iterator[Choice]:
    word, about = edition.word, edition.content.doors.about
    # Where there are cards of whom to call, it stands above these.
    count = "" if here.room.side else open_count_words(edition, here)
    yield Choice(word("start.people"), Place("people"), aside=count)
    yield Choice(word("start.search"), Place("search"))
    # A language has a number even where there are more than nine choices.
    yield from _languages(edition)
    yield Choice(word("start.comfort"), Place(COMFORT.name))
    yield Choice(about.label, Place("about"), aside=_offered(edition, here))


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
