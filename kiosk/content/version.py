"""Which version of the words' form this kiosk reads, and which one a folder is written in."""

import msgspec

from kiosk.content.file_reading import FileReading

FORM = 1
"""Raised whenever words that were right before would be read differently or refused."""


class _About(msgspec.Struct, frozen=True, kw_only=True):
    """A folder's `content.yaml`."""

    needs: int


def check_form(reading: FileReading) -> None:
    """Note where words were written for a newer kiosk, or for an older one.

    Args:
        reading: A folder's `content.yaml`.
    """
    about = reading.record(_About)
    if about is not None and about.needs > FORM:
        reading.faults.add(
            1,
            f"These words need a newer kiosk: they are in form {about.needs}, and this kiosk reads "
            f"form {FORM}. Upgrade the kiosk, or take the words that came with it.",
        )
    elif about is not None and about.needs < FORM:
        reading.faults.add(
            1,
            f"These words are for an older kiosk: they are in form {about.needs}, and this kiosk "
            f"reads form {FORM}. docs/words.md says what to change; then write 'needs: {FORM}'.",
        )
