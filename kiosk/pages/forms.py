"""The forms that a visitor may fill in: their questions, in order, and what an answer must be."""

from dataclasses import dataclass
from typing import Literal

from kiosk.content.blocks import Place, Target
from kiosk.desk.forms import MAX_EMAIL, MAX_NAME, MAX_WORDS, RATINGS
from kiosk.pages.acts import AskAgain
from kiosk.pages.draft import Draft
from kiosk.pages.library import Library
from kiosk.pages.visit import FORM

CHECK = "check"
"""Stands for the question in the place of a form's last page, where all answers are looked at."""


@dataclass(frozen=True)
class Question:
    """One question, on a page of its own."""

    form: str
    name: str
    kind: Literal["line", "one", "some"]
    """Whether it is answered by typing a line, by one option, or by any number of them."""
    options: tuple[str, ...] = ()
    required: bool = False
    longest: int = 0
    """The most characters that a line may have."""

    @property
    def place(self) -> Place:
        """Its page."""
        return Place(FORM, self.form, self.name)


def questions_of(library: Library, form: str) -> tuple[Question, ...]:
    """The questions of a form, in their order.

    Raises:
        LookupError: There is no such form, or this kiosk does not offer it.
    """
    if form not in library.offers:
        raise LookupError(form)
    if form == "feedback":
        useful = Question(form, "useful", "one", RATINGS, required=True)
        words = Question(form, "words", "line", longest=MAX_WORDS)
        return (useful, words) if "words" in library.offers else (useful,)
    audiences = tuple(door.audience for door in library.content.doors.audiences)
    return (
        Question(form, "email", "line", required=True, longest=MAX_EMAIL),
        Question(form, "name", "line", longest=MAX_NAME),
        Question(form, "topics", "some", audiences, required=True),
    )


def first_page(library: Library, form: str) -> Place:
    """Where a form begins."""
    return questions_of(library, form)[0].place


def fault_in(question: Question, draft: Draft) -> str:
    """What is wrong with an answer: `missing`, `wrong`, or nothing."""
    text = draft.of(question.form, question.name).strip()
    if not text:
        return "missing" if question.required else ""
    if question.name == "email" and not _is_address(text):
        return "wrong"
    return ""


def page_after(library: Library, question: Question, draft: Draft) -> Target:
    """Where a question leads: to itself while its answer has a fault, or on."""
    if fault_in(question, draft):
        return AskAgain(question.form, question.name)
    return next_page(library, question)


def next_page(library: Library, question: Question) -> Place:
    """The page of the next question, or the one where all answers are looked at."""
    questions = questions_of(library, question.form)
    at = questions.index(question) + 1
    return questions[at].place if at < len(questions) else Place(FORM, question.form, CHECK)


def _is_address(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        # Whether the address exists is for the first message to find out: nothing is looked up.
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
