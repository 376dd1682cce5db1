"""What visitors can do on a page beside going to another: each act is a type of its own.

`navigation.py` says what comes of each.
"""

from kiosk.content.blocks import Act, Place
from kiosk.pages.comfort import Wish


class Change(Act, frozen=True):
    """Have the pages another way."""

    wish: Wish
    value: str
    """Empty for the way that staff have them."""


class BeDiscreet(Act, frozen=True):
    """Have only the line that is read in sight, and titles that name nothing, or all again."""

    is_on: bool


class Breathe(Act, frozen=True):
    """Have the slow breath once more."""


class PrintCard(Act, frozen=True):
    """Have the card of numbers on paper."""

    numbers: tuple[str, ...]


class Agree(Act, frozen=True):
    """Say what may be remembered."""

    keep: bool
    count: bool
    """Each as `Consent` has it."""


class Tick(Act, frozen=True):
    """Tick one of several options, or take the tick away."""

    form: str
    question: str
    option: str


class TickStep(Act, frozen=True):
    """Tick a step of a plan off for this visit, or take the tick away."""

    plan: Place
    number: int
    """Counted from 1."""


class Answer(Act, frozen=True):
    """Answer a question with an option, and go on."""

    form: str
    question: str
    option: str
    onward: Place


class AskAgain(Act, frozen=True):
    """Be told, at a question, what is wrong with its answer."""

    form: str
    question: str


class Send(Act, frozen=True):
    """Seal a form and leave it behind."""

    form: str


class Forget(Act, frozen=True):
    """Throw a form away."""

    form: str


class EndKiosk(Act, frozen=True):
    """End the kiosk: for staff alone."""
