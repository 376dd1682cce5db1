"""This kiosk itself: what it is, what it may remember, and what one can say to it."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Place
from kiosk.pages.choices import choices_state
from kiosk.pages.forms import first_page
from kiosk.pages.library import Library
from kiosk.pages.view import View


def about_view(library: Library, _name: str) -> View:
    """The page of everything that is not advice."""
    return View(title=library.word("about.title"), blocks=tuple(_choices(library)))


def _choices(library: Library) -> Iterator[Block]:
    content = library.content
    topic = content.doors.about.to
    yield Choice(content.title_of(topic), content.place_of(topic))
    yield remembered(library)
    for form in ("feedback", "mailing"):
        if form in library.offers:
            yield Choice(library.word(f"form.{form}"), first_page(library, form))


def remembered(library: Library) -> Choice:
    """The way to the choice of what is remembered, with what is chosen now."""
    return Choice(library.word("choices.short"), Place("choices"), aside=choices_state(library))
