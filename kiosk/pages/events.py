"""What happens in a visit that has consequences outside it. Who listens: `leave_behind.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kiosk.pages.comfort import Comfort


@dataclass(frozen=True)
class TopicOpened:
    """A topic was opened, for the first time in this visit, by somebody who lets it be counted."""

    topic: str


@dataclass(frozen=True)
class WishesAgreed:
    """These wishes may greet the next visitor."""

    wishes: Comfort


@dataclass(frozen=True)
class WishesWithdrawn:
    """No wishes may greet the next visitor any longer."""


@dataclass(frozen=True)
class FormFilled:
    """A form is to be sent. The visit goes on once somebody says how that went."""

    form: str
    id: UUID
    """What tells this filling-in from any other, so that sending it twice is sending it once."""
    answers: Mapping[str, str]
    """By question."""


@dataclass(frozen=True)
class CardWanted:
    """The card of numbers is to be printed. The visit goes on once somebody says how that went."""

    numbers: tuple[str, ...]


@dataclass(frozen=True)
class KioskEnded:
    """Staff have chosen to end the kiosk."""


Event = TopicOpened | WishesAgreed | WishesWithdrawn | FormFilled | CardWanted | KioskEnded
