"""What staff see at the kiosk itself: the box for the passphrase, and the page behind it."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.content.blocks import Block, Choice, Place, heading, paragraph
from kiosk.pages.about_page import duration
from kiosk.pages.acts import EndKiosk
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.staff_status import StaffStatus
from kiosk.pages.view import Box, View

DOOR = Place("door")
"""Where the passphrase is asked for. Its name: the seconds to wait after a wrong one."""
STAFF = Place("staff")
_FILES_SHOWN = 3
_HALF_MINUTE = 30


def door_view(edition: Edition, _here: Here, wait: str) -> View:
    """The page that asks for the passphrase."""
    word = edition.word
    blocks: list[Block] = [paragraph(word("staff.lead"))]
    if seconds := int(wait or 0):
        if seconds > _HALF_MINUTE:  # told in half minutes, never too short
            seconds = -(-seconds // _HALF_MINUTE) * _HALF_MINUTE
        time = duration(edition, seconds)
        blocks.append(paragraph(word("staff.wait", time=time), "emphasis"))
    elif wait:
        blocks.append(paragraph(word("staff.wrong"), "emphasis"))
    prompt = word("staff.prompt")
    return View(word("staff.title"), tuple(blocks), box=Box(prompt, prompt, hidden=True))


def staff_view(edition: Edition, here: Here, _name: str) -> View:
    """The page behind the door.

    Raises:
        LookupError: The door is shut.
    """
    status = here.staff
    if status is None:
        raise LookupError("The staff door is shut.")
    return View(
        edition.word("staff.title"),
        (
            paragraph(
                edition.word(
                    "staff.version", version=status.version, when=_moment(edition, status.loaded)
                )
            ),
            heading(edition.word("staff.words")),
            *_words(edition, status),
            heading(edition.word("staff.others")),
            paragraph(_forms(edition, status)),
            paragraph(edition.word("staff.tries", count=status.wrong_tries)),
            *_ending(edition, status),
        ),
        aside=edition.settings.name,
        reading=True,  # so that no second Enter after the passphrase ends the kiosk
    )


def _words(edition: Edition, status: StaffStatus) -> Iterator[Block]:
    word = edition.word
    if status.accepted is None:
        yield paragraph(word("staff.unkept"))
        return
    yield paragraph(word("staff.accepted", when=_moment(edition, status.accepted)))
    if status.changed:
        files = ", ".join(status.changed[:_FILES_SHOWN])
        yield paragraph(word("staff.changed", files=files))
    if status.held:
        files = ", ".join(status.held[:_FILES_SHOWN])
        yield paragraph(word("staff.held", files=files), "strong")
    if status.is_pending:
        yield paragraph(word("staff.pending"), "strong")
        return
    if status.refused is None:
        yield paragraph(word("staff.well"))
        return
    yield paragraph(word("staff.refused", when=_moment(edition, status.refused)), "strong")
    for fault in status.faults:
        yield paragraph(fault)


def _forms(edition: Edition, status: StaffStatus) -> str:
    if not edition.settings.forms.public_key:
        return edition.word("staff.forms.off")
    if status.forms_waiting is None:
        return edition.word("staff.forms.unknown")
    return edition.word("staff.forms.waiting", count=status.forms_waiting)


def _ending(edition: Edition, status: StaffStatus) -> Iterator[Block]:
    how = "restart" if status.is_service else "end"
    yield Choice(edition.word(f"staff.{how}"), EndKiosk())
    yield paragraph(edition.word(f"staff.{how}.what"), "soft")


def _moment(edition: Edition, moment: datetime) -> str:
    return f"{date_words(edition, moment)}, {moment:%H:%M}"
