"""This kiosk itself: what it is, what it may remember, and what one can say to it."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Place, paragraph
from kiosk.desk.forms import FORMS
from kiosk.pages.choices import choices_state
from kiosk.pages.form_way import first_page
from kiosk.pages.library import Library
from kiosk.pages.view import View


def about_view(library: Library, _name: str) -> View:
    """The page of everything that is not advice."""
    return View(title=library.word("about.title"), blocks=tuple(_choices(library)))


def _choices(library: Library) -> Iterator[Block]:
    content = library.content
    topic = content.doors.about.to
    yield Choice(content.title_of(topic), content.place_of(topic))
    state = choices_state(library)
    yield Choice(library.word("choices.title"), Place("choices"), state)
    for form in FORMS:
        if form in library.offers:
            yield Choice(library.word(f"form.{form}"), first_page(library, form))
    yield paragraph(" ".join(_notes(library)), "soft")


def _notes(library: Library) -> Iterator[str]:
    yield library.word("start.private")
    if library.settings.idle_seconds:
        time = duration(library, library.settings.idle_seconds)
        yield library.word("start.idle", time=time)


def duration(library: Library, seconds: int) -> str:
    """A time in words, in minutes where it is whole or half minutes."""
    if seconds >= 60 and seconds % 30 == 0:
        half = "½" if seconds % 60 else ""
        minutes = f"{seconds // 60}{half}"
        return library.word("time.minutes", minutes=minutes, count=seconds / 60)
    return library.word("time.seconds", seconds=seconds)
