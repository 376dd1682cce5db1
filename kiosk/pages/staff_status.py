"""What the page behind the staff door tells of this kiosk."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StaffStatus:
    """The state of the kiosk when the door was opened."""

    version: str
    loaded: datetime
    """When the visitors' app was loaded: at the start, and anew after each edit."""
    accepted: datetime | None
    """When the words in force were accepted; None where no accepted words are kept."""
    changed: tuple[str, ...]
    """The files that were edited then."""
    refused: datetime | None
    """When the last edit was refused; None where it was accepted."""
    faults: tuple[str, ...]
    """The first things that are wrong in it."""
    is_pending: bool
    """Whether something was edited that nobody has tried, or could keep."""
    held: tuple[str, ...]
    """The files that a rollback holds as they were before."""
    forms_waiting: int | None
    """None where the outbox cannot be read."""
    wrong_tries: int
    """How often the passphrase was wrong before it was right."""
    is_service: bool
    """Whether systemd has started the kiosk, and starts it again when it ends."""
