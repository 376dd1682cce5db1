"""What staff see at the kiosk itself: the box for the passphrase, and the page behind it."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.pages.about import duration
from kiosk.pages.acts import EndKiosk
from kiosk.pages.dates import date_words
from kiosk.pages.library import Library
from kiosk.pages.staff_status import StaffStatus
from kiosk.pages.view import Box, View

DOOR = Place("door")
"""Where the passphrase is asked for. Its name: the seconds to wait after a wrong one."""
STAFF = Place("staff")
_FILES_SHOWN = 3
_HALF_MINUTE = 30


def door_view(library: Library, wait: str) -> View:
    """The page that asks for the passphrase."""
    word = library.word
    blocks: list[Block] = [paragraph(word("staff.lead"))]
    if seconds := int(wait or 0):
        if seconds > _HALF_MINUTE:  # told in half minutes, never too short
            seconds = -(-seconds // _HALF_MINUTE) * _HALF_MINUTE
        time = duration(library, seconds)
        blocks.append(paragraph(word("staff.wait", time=time), "emphasis"))
    elif wait:
        blocks.append(paragraph(word("staff.wrong"), "emphasis"))
    prompt = word("staff.prompt")
    return View(word("staff.title"), tuple(blocks), box=Box(prompt, prompt, hidden=True))


def staff_view(library: Library, _name: str) -> View:
    """The page behind the door.

    Raises:
        LookupError: The door is shut.
    """
    status = library.here.staff
    if status is None:
        raise LookupError("The staff door is shut.")
    return View(
        library.word("staff.title"),
        (
            paragraph(
                library.word(
                    "staff.version", version=status.version, when=_moment(library, status.loaded)
                )
            ),
            Heading((Span(library.word("staff.words")),), level=3),
            *_words(library, status),
            Heading((Span(library.word("staff.others")),), level=3),
            paragraph(_forms(library, status)),
            paragraph(library.word("staff.tries", count=status.wrong_tries)),
            *_ending(library, status),
        ),
        aside=library.settings.name,
        reading=True,  # so that no second Enter after the passphrase ends the kiosk
    )


def _words(library: Library, status: StaffStatus) -> Iterator[Block]:
    word = library.word
    if status.accepted is None:
        yield paragraph(word("staff.unkept"))
        return
    yield paragraph(word("staff.accepted", when=_moment(library, status.accepted)))
    if status.changed:
        files = ", ".join(status.changed[:_FILES_SHOWN])
        yield paragraph(word("staff.changed", files=files))
    if status.refused is None:
        yield paragraph(word("staff.well"))
        return
    yield paragraph(word("staff.refused", when=_moment(library, status.refused)), "strong")
    for fault in status.faults:
        yield paragraph(fault)


def _forms(library: Library, status: StaffStatus) -> str:
    if not library.settings.forms.public_key:
        return library.word("staff.forms.off")
    if status.forms_waiting is None:
        return library.word("staff.forms.unknown")
    return library.word("staff.forms.waiting", count=status.forms_waiting)


def _ending(library: Library, status: StaffStatus) -> Iterator[Block]:
    how = "restart" if status.is_service else "end"
    yield Choice(library.word(f"staff.{how}"), EndKiosk())
    yield paragraph(library.word(f"staff.{how}.what"), "soft")


def _moment(library: Library, moment: datetime) -> str:
    return f"{date_words(library, moment)}, {moment:%H:%M}"
