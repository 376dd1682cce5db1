"""The kinds of question that a form can ask: what each takes, and what staff see of it."""

import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from kiosk.content.clean import clean


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


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question, and the field of the form's record that keeps its answer."""

    kind: ClassVar[Literal["line", "one", "some", ""]]
    """Whether it is answered by typing a line, by one option, or by any number of them; empty for
    what has no page, since sending the form answers it."""
    required: bool = False
    setting: str = ""
    """The setting by which staff can leave it out."""
    words: str = ""
    """What it is called in the keys of its words, where that is not the field's name."""
    options: tuple[str, ...] = ()
    longest: int = 0
    """The most characters of a line, or of an option."""
    first: bool = False
    """Whether it is asked before all others; they are asked in the order of the fields."""
    form: str = ""
    """The form's name; this and the next are filled in by the form."""
    field: str = ""

    @property
    def name(self) -> str:
        """What its page, its words and its answer are called."""
        return self.words or self.field

    def fault_in(self, answer: str) -> str:
        """What is wrong with an answer, for whoever gave it: `missing`, `wrong`, or nothing."""
        return "missing" if self.required and not answer.strip() else ""

    def value_of(self, answer: str) -> object:
        """An answer as the record has it, not checked yet."""
        return answer

    def checked(self, value: Any) -> object:  # noqa: ANN401 - what that is depends on the kind
        """The value that is kept.

        Raises:
            FormError: It cannot be taken.
        """
        raise NotImplementedError

    def shown(self, value: Any) -> str:  # noqa: ANN401 - what that is depends on the kind
        """A value as staff see it."""
        return str(value)

    def cleaned(self, text: str, longest: int) -> str:
        """A text without what a terminal could obey.

        What is too long is refused before anything else looks at it: a paste may have 10 MB.
        """
        if len(text) > longest:
            raise FormError(self.field, "long")
        text = clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
        text = unicodedata.normalize("NFC", text).strip()
        if len(text) > longest:  # a few characters become three
            raise FormError(self.field, "long")
        return text


@dataclass(frozen=True, kw_only=True)
class Line(Question):
    """Words, typed as one line."""

    kind = "line"
    keeps_lines: bool = False
    """Whether a form of another program may have several; else a line break becomes a space."""

    def checked(self, value: str) -> str:
        """The words, cleaned."""
        text = self.cleaned(value, self.longest)
        if self.required and not text:
            raise FormError(self.field, "missing")
        return text if self.keeps_lines else " ".join(text.split())


@dataclass(frozen=True, kw_only=True)
class Address(Line):
    """An address for email."""

    def fault_in(self, answer: str) -> str:
        """What is wrong with it; whether it exists is for the first message to find out."""
        from email_validator import EmailNotValidError, validate_email

        if not answer.strip():
            return super().fault_in(answer)
        try:
            validate_email(answer.strip(), check_deliverability=False)
        except EmailNotValidError:
            return "wrong"
        return ""

    def checked(self, value: str) -> str:
        """The address; what mail takes for one is asked at the kiosk alone."""
        address = super().checked(value)
        if address and ("@" not in address or " " in address):
            raise FormError(self.field, "wrong")
        return address


@dataclass(frozen=True, kw_only=True)
class Scale(Question):
    """A number; each that is an option has words of its own."""

    kind = "one"
    required: bool = True

    def value_of(self, answer: str) -> int:
        """The number; 0 where there is none."""
        return int(answer) if answer.isdecimal() else 0

    def checked(self, value: int) -> int:
        """The number, if it is an option."""
        if str(value) not in self.options:
            raise FormError(self.field, "wrong")
        return value

    def shown(self, value: int) -> str:
        """The number, and the highest that there is."""
        return f"{value} of {self.options[-1]}"


@dataclass(frozen=True, kw_only=True)
class Several(Question):
    """Any number of options; where it names none, whoever the pages are for."""

    kind = "some"
    most: int
    """The most options that can be ticked."""

    def value_of(self, answer: str) -> tuple[str, ...]:
        """The options that are ticked, which stand one to a line."""
        return tuple(answer.splitlines())

    def checked(self, value: tuple[str, ...]) -> tuple[str, ...]:
        """The options, cleaned."""
        if len(value) > self.most:
            raise FormError(self.field, "long")
        options = tuple(" ".join(self.cleaned(option, self.longest).split()) for option in value)
        if self.required and not any(options):
            raise FormError(self.field, "missing")
        return options

    def shown(self, value: tuple[str, ...]) -> str:
        """The options in a row."""
        return ", ".join(value)


@dataclass(frozen=True, kw_only=True)
class Consent(Question):
    """A yes, which the line says that sends the form: a form without it cannot be made."""

    kind = ""
    required: bool = True

    def value_of(self, _answer: str) -> bool:
        """Nobody sends a form but by that line."""
        return True

    def checked(self, value: bool) -> bool:
        """The yes."""
        if value is not True:
            raise FormError(self.field, "missing")
        return value

    def shown(self, _value: bool) -> str:
        """The yes in a word."""
        return "yes"
