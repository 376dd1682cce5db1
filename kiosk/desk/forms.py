"""The forms that a visitor can send, each cleaned and checked as soon as it is made.

Making one is checking it: there is no form with too long a text, or with a control character in
it, neither at the kiosk nor when staff open what somebody has sealed with another program.
"""

import unicodedata
from datetime import date
from uuid import UUID, uuid4

import msgspec
from msgspec import field
from msgspec.structs import force_setattr

from kiosk.content.clean import clean

MAX_WORDS = 500
"""The characters of a visitor's free words."""
MAX_NAME = 100
MAX_EMAIL = 254
"""The longest address that mail can be sent to: RFC 5321, section 4.5.3.1.3, less `<>`."""
MAX_TOPICS = 20
MAX_TOPIC = 64
RATINGS = range(1, 6)
"""How useful this was: 1 not at all, 5 very."""


class FormError(ValueError):
    """A field of a form cannot be taken.

    Args:
        field: The field's name.
        problem: `missing`, `long` or `wrong`.
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field} is {problem}")
        self.field = field
        self.problem = problem


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="form"):
    """What every form has."""

    id: UUID = field(default_factory=uuid4)
    """Made once, when the visitor opens the form, so that sending it twice is sending it once."""
    day: date = field(default_factory=date.today)
    """The day by the kiosk's clock; no time is kept."""


class Feedback(Form, frozen=True, tag="feedback"):
    """What a visitor thinks of the kiosk."""

    rating: int
    """One of `RATINGS`."""
    words: str = ""

    def __post_init__(self) -> None:
        """Clean and check.

        Raises:
            FormError: A field cannot be taken.
        """
        if self.rating not in RATINGS:
            raise FormError("rating", "wrong")
        _set(self, "words", _several_lines("words", self.words, MAX_WORDS))


class Mailing(Form, frozen=True, tag="mailing"):
    """An adult's wish to be sent news."""

    email: str
    topics: tuple[str, ...]
    consent: bool
    """Whether the visitor said yes; a form without a yes cannot be made."""
    name: str = ""

    def __post_init__(self) -> None:
        """Clean and check. Whether mail reaches the address is not looked at here.

        Raises:
            FormError: A field cannot be taken.
        """
        _set(self, "name", _one_line("name", self.name, MAX_NAME))
        _set(self, "email", _one_line("email", self.email, MAX_EMAIL))
        if not self.email:
            raise FormError("email", "missing")
        if "@" not in self.email or " " in self.email:
            raise FormError("email", "wrong")
        if len(self.topics) > MAX_TOPICS:
            raise FormError("topics", "long")
        topics = tuple(_one_line("topics", topic, MAX_TOPIC) for topic in self.topics)
        if not any(topics):
            raise FormError("topics", "missing")
        _set(self, "topics", topics)
        if self.consent is not True:
            raise FormError("consent", "missing")


AnyForm = Feedback | Mailing


def _set(form: Form, name: str, value: object) -> None:
    force_setattr(form, name, value)


def _several_lines(name: str, text: str, limit: int) -> str:
    """A text of several lines, cleaned.

    What is too long is refused before anything else looks at it: a paste may have 10 MB.
    """
    if len(text) > limit:
        raise FormError(name, "long")
    cleaned = clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    cleaned = unicodedata.normalize("NFC", cleaned).strip()
    if len(cleaned) > limit:  # a few characters become three
        raise FormError(name, "long")
    return cleaned


def _one_line(name: str, text: str, limit: int) -> str:
    return " ".join(_several_lines(name, text, limit).split())
