"""The first page after the neutral one: the urgent doors, and who the visitor is."""

from kiosk.content.blocks import Choice, Gap, Heading, Place, Span, paragraph
from kiosk.pages.commands import COMFORT
from kiosk.pages.library import Library
from kiosk.pages.open_now import open_count_words
from kiosk.pages.view import View


def start_view(library: Library, _name: str) -> View:
    """The start page."""
    doors = library.content.doors
    word = library.word
    return View(
        title=word("start.title"),
        aside=library.settings.name,
        blocks=(
            Heading((Span(word("start.urgent")),), level=3),
            *(Choice(door.label, library.content.place_of(door.to)) for door in doors.urgent),
            Heading((Span(word("start.who")),), level=3),
            *(Choice(door.label, Place("topics", door.audience)) for door in doors.audiences),
            Gap(),
            Choice(word("start.people"), Place("people"), aside=open_count_words(library)),
            Choice(word("start.search"), Place("search")),
            Choice(word("start.comfort"), Place(COMFORT.name)),
            Choice(doors.about.label, library.content.place_of(doors.about.to)),
            paragraph(" ".join(_notes(library)), "soft"),
        ),
    )


def _notes(library: Library) -> list[str]:
    notes = [library.word("start.private")]
    if library.settings.idle_seconds:
        time = duration(library, library.settings.idle_seconds)
        notes.append(library.word("start.idle", time=time))
    return notes


def duration(library: Library, seconds: int) -> str:
    """A time in words, in minutes where it is whole or half minutes."""
    if seconds >= 60 and seconds % 30 == 0:
        half = "½" if seconds % 60 else ""
        return library.word("time.minutes", minutes=f"{seconds // 60}{half}")
    return library.word("time.seconds", seconds=seconds)
