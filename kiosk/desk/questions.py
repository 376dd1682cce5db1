"""The questions that a form can ask: what each takes, keeps, and shows to staff."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from kiosk.content.clean import clean
from kiosk.plain_file import with_newlines


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


@dataclass(frozen=True)
class Question:
    """One question, and the field of the form's record that keeps its answer."""

    kind: Literal["line", "lines", "address", "scale", "some", "consent"]
    """Answered by typing (one line, words that may have several, an address for email), by one
    number of a scale, by any number of options, or by sending the form, without a page."""
    required: bool = False
    longest: int = 0
    """The most characters of what is typed, or of an option."""
    most: int = 0
    """The most options of `some`."""
    options: tuple[str, ...] = ()
    """What there is to choose; for `some`, whoever the pages are for unless it is said here."""
    words: str = ""
    """What it is called in the keys of its words, where that is not the field's name."""
    setting: str = ""
    """The setting by which staff can leave it out."""
    is_first: bool = False
    """Whether it is asked before all others; they are asked in the order of the fields."""
    form: str = ""
    """The form's name; this and the next are filled in by the form."""
    field: str = ""

    @property
    def name(self) -> str:
        """What its page, its words and its answer are called."""
        return self.words or self.field

    @property
    def is_typed(self) -> bool:
        """Whether it is answered in a box."""
        return self.kind in ("line", "lines", "address")

    def fault_in(self, answer: str) -> str:
        """What is wrong with an answer, for whoever gave it: `missing`, `wrong`, or nothing."""
        answer = answer.strip()
        if not answer:
            return "missing" if self.required else ""
        return "wrong" if self.kind == "address" and not _is_address(answer) else ""

    def value_of(self, answer: str) -> object:
        """An answer as the record has it, not checked yet."""
        match self.kind:
            case "scale":
                return int(answer) if answer.isdecimal() else 0
            case "some":
                return tuple(answer.splitlines())
            case "consent":
                return True  # nobody sends a form but by the line that says so
        return answer

    def shown(self, value: object) -> str:
        """A value of the record as staff see it."""
        match self.kind, value:
            case "scale", _:
                return f"{value} of {self.options[-1]}" if value else ""
            case "some", tuple():
                return ", ".join(value)
            case "consent", _:
                return "yes"
        return str(value)

    def checked(self, value: object) -> object:
        """A value as the record keeps it, cleaned.

        Raises:
            FormError: It cannot be taken.
        """
        kept = self._kept(value)
        if self.required and not (any(kept) if isinstance(kept, tuple) else kept):
            raise FormError(self.field, "missing")
        return kept

    def _kept(self, value: object) -> object:
        match self.kind, value:
            case "lines", str():
                return self._cleaned(value)
            case "some", tuple():
                if len(value) > self.most:
                    raise FormError(self.field, "long")
                return tuple(map(self._line, value))
            case "scale", _:
                if str(value) not in self.options and (value or self.required):
                    raise FormError(self.field, "wrong")
                return value
            case "consent", _:
                return value is True
            case _, str():
                line = self._line(value)
                # What mail takes for an address is asked at the kiosk alone.
                if self.kind != "address" or not line or ("@" in line and " " not in line):
                    return line
        raise FormError(self.field, "wrong")

    def _line(self, text: str) -> str:
        return " ".join(self._cleaned(text).split())

    def _cleaned(self, text: str) -> str:
        """A text without what a terminal could obey.

        What is too long is refused before anything else looks at it: a paste may have 10 MB.
        """
        if len(text) > self.longest:
            raise FormError(self.field, "long")
        text = clean(with_newlines(text).replace("\t", " "))
        text = unicodedata.normalize("NFC", text).strip()
        if len(text) > self.longest:  # a few characters become three
            raise FormError(self.field, "long")
        return text


def _is_address(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        # Whether the address exists is for the first message to find out: nothing is looked up.
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
