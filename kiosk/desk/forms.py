"""The forms that a visitor can send. Each is a record, and each field of it is a question.

The pages, the seal, the inbox and its columns take the questions from here, in this order. Making
a form is checking it: there is no form with too long a text, or with a control character in it,
neither at the kiosk nor when staff open what somebody has sealed with another program.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, get_type_hints
from uuid import UUID, uuid4

import msgspec
from msgspec import field
from msgspec.structs import force_setattr

from kiosk.desk.questions import Question
from kiosk.settings import Settings

MAX_WORDS = 500
"""The characters of a visitor's free words."""
MAX_NAME = 100
"""The characters of a name."""
MAX_EMAIL = 254
"""The longest address that mail can be sent to: RFC 5321, section 4.5.3.1.3, less `<>`."""
MAX_TOPICS = 20
"""The most that somebody can be sent news about."""
MAX_TOPIC = 64
"""The characters of what one is called."""
RATINGS = ("1", "2", "3", "4", "5")
"""How useful this was: 1 not at all, 5 very."""
SIZES = (4096, 16384)
"""The bytes that a form is filled up to before it is sealed: no alphabet makes feedback longer."""
SEALED_SIZES = tuple(size + 48 for size in SIZES)
"""The bytes that it has then: libsodium's sealed boxes add 48 (crypto_box_SEALBYTES)."""


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="form"):
    """What every form has."""

    called: ClassVar[str]
    """What staff call it."""
    setting: ClassVar[str] = ""
    """The setting by which staff can leave it out."""
    says_what_becomes_of_it: ClassVar[bool] = False
    """Whether its last page says who answers for the data, why, how long, and with what rights."""
    leads_to_people: ClassVar[bool] = False
    """Whether its pages lead to those who can help, since nobody who reads the form can."""
    id: UUID = field(default_factory=uuid4)
    """Made once, when the visitor opens the form, so that sending it twice is sending it once."""
    day: date = field(default_factory=date.today)
    """The day by the kiosk's clock; no time is kept."""

    @classmethod
    def from_answers(cls, number: UUID, answers: Mapping[str, str]) -> "Form":
        """The form as a visitor has filled it in.

        Args:
            number: What tells this filling-in from any other.
            answers: By the names of the questions.

        Raises:
            FormError: An answer cannot be taken.
        """
        values: dict[str, Any] = {
            question.field: question.value_of(answers.get(question.name, ""))
            for question in questions_in(cls)
        }
        return cls(id=number, **values)

    def __post_init__(self) -> None:
        """Clean and check.

        Raises:
            FormError: A field cannot be taken.
        """
        for question in questions_in(type(self)):
            value = getattr(self, question.field)
            force_setattr(self, question.field, question.checked(value))


class Feedback(Form, frozen=True, kw_only=True, tag="feedback"):
    """What a visitor thinks of the kiosk."""

    called = "feedback"
    leads_to_people = True
    rating: Annotated[int, Question("scale", required=True, options=RATINGS, words="useful")]
    words: Annotated[str, Question("lines", longest=MAX_WORDS, setting="feedback_words")] = ""


class Mailing(Form, frozen=True, kw_only=True, tag="mailing"):
    """An adult's wish to be sent news."""

    called = "mailing list"
    setting = "mailing_list"
    says_what_becomes_of_it = True
    name: Annotated[str, Question("line", longest=MAX_NAME)] = ""
    email: Annotated[str, Question("address", required=True, longest=MAX_EMAIL, is_first=True)]
    topics: Annotated[
        tuple[str, ...], Question("some", required=True, longest=MAX_TOPIC, most=MAX_TOPICS)
    ]
    consent: Annotated[bool, Question("consent", required=True)]


def name_of(form: type[Form]) -> str:
    """What a form is called in its seal, in the places of its pages and the keys of its words."""
    return str(form.__struct_config__.tag)


FORMS: dict[str, type[Form]] = {name_of(form): form for form in (Feedback, Mailing)}
"""Every form, by its name."""


@cache
def questions_in(form: type[Form]) -> tuple[Question, ...]:
    """The questions of a form, in the order of its fields."""
    return tuple(
        replace(note, form=name_of(form), field=field)
        for field, hint in get_type_hints(form, include_extras=True).items()
        for note in getattr(hint, "__metadata__", ())
        if isinstance(note, Question)
    )


def is_on(settings: Settings, setting: str) -> bool:
    """Whether staff have left something in; what no setting takes out always is."""
    return not setting or bool(getattr(settings, setting))
