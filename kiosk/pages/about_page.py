"""This kiosk itself: what it is, what it may remember, and what one can say to it."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Place, paragraph
from kiosk.desk.forms import FORMS
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.choices_page import choices_state
from kiosk.pages.edition import Edition
from kiosk.pages.form_questions import first_page
from kiosk.pages.here import Here
from kiosk.pages.view import View


def about_view(edition: Edition, here: Here, _name: str) -> View:
    """The page of everything that is not advice."""
    return View(
        title=edition.word("about.title"),
        blocks=tuple(_choices(edition, here)),
        beside=crisis_calls(edition, here),
    )


def _choices(edition: Edition, here: Here) -> Iterator[Block]:
    content = edition.content
    topic = content.doors.about.to
    yield Choice(content.title_of(topic), content.place_of(topic))
    state = choices_state(edition, here.consent)
    yield Choice(edition.word("choices.title"), Place("choices"), state)
    for form in FORMS:
        if form in edition.offers:
            yield Choice(edition.word(f"form.{form}"), first_page(edition, form))
    yield paragraph(" ".join(_notes(edition)), "soft")


def _notes(edition: Edition) -> Iterator[str]:
    yield edition.word("start.private")
    if edition.settings.idle_seconds:
        time = duration(edition, edition.settings.idle_seconds)
        yield edition.word("start.idle", time=time)


def duration(edition: Edition, seconds: int) -> str:
    """A time in words, in minutes where it is whole or half minutes."""
    if seconds >= 60 and seconds % 30 == 0:
        half = "½" if seconds % 60 else ""
        minutes = f"{seconds // 60}{half}"
        return edition.word("time.minutes", minutes=minutes, count=seconds / 60)
    return edition.word("time.seconds", seconds=seconds)
