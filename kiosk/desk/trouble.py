"""Why something could not be kept or sent: the kind of trouble, and words for staff."""

from enum import StrEnum


class Reason(StrEnum):
    """What kind of trouble there is. A visitor is told the same of each: that it was not saved."""

    FULL = "full"
    """There is no room left on the disk."""
    READ_ONLY = "readonly"
    """The folder or the file may not be written, or cannot be made."""
    BUSY = "busy"
    """Another program held the file for too long; trying again may help at once."""
    NEWER = "newer"
    """The file was made by a newer version of the kiosk."""
    BROKEN = "broken"
    """The file is not an outbox, or is damaged."""
    SETTINGS = "settings"
    """Something that staff have written, such as a key, cannot be used."""
    UNREACHED = "unreached"
    """The hub does not answer."""


class DeskError(Exception):
    """Something could not be done; nothing that was kept before is lost.

    Args:
        reason: The kind of trouble.
        message: What happened and what to do, for staff. It never holds a visitor's words.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
