"""The way through a form: which questions are asked here, and where each of them leads."""

from kiosk.content.blocks import Place, Target
from kiosk.desk.forms import FORMS, is_on, questions_in
from kiosk.desk.questions import Question
from kiosk.pages.acts import AskAgain
from kiosk.pages.draft import Draft
from kiosk.pages.library import Library
from kiosk.pages.visit import FORM

CHECK = "check"
"""Stands for the question in the place of a form's last page, where all answers are looked at."""


def questions_of(library: Library, form: str) -> tuple[Question, ...]:
    """The questions of a form that have a page here, in the order in which they are asked.

    Raises:
        LookupError: There is no such form, or this kiosk does not offer it.
    """
    if form not in library.offers or form not in FORMS:
        raise LookupError(form)
    questions = (each for each in questions_in(FORMS[form]) if each.kind != "consent")
    asked = (each for each in questions if is_on(library.settings, each.setting))
    return tuple(sorted(asked, key=lambda question: not question.is_first))


def options_of(library: Library, question: Question) -> tuple[str, ...]:
    """What can be chosen: the question's own options, or whoever the pages are for."""
    if question.kind == "some" and not question.options:
        return tuple(door.audience for door in library.content.doors.audiences)
    return question.options


def page_of(question: Question) -> Place:
    """A question's page."""
    return Place(FORM, question.form, question.name)


def first_page(library: Library, form: str) -> Place:
    """Where a form begins."""
    return page_of(questions_of(library, form)[0])


def fault_in(question: Question, draft: Draft) -> str:
    """What is wrong with an answer: `missing`, `wrong`, or nothing."""
    return question.fault_in(draft.of(question.form, question.name))


def page_after(library: Library, question: Question, draft: Draft) -> Target:
    """Where a question leads: to itself while its answer has a fault, or on."""
    if fault_in(question, draft):
        return AskAgain(question.form, question.name)
    return next_page(library, question)


def next_page(library: Library, question: Question) -> Place:
    """The page of the next question, or the one where all answers are looked at."""
    questions = questions_of(library, question.form)
    at = questions.index(question) + 1
    return page_of(questions[at]) if at < len(questions) else Place(FORM, question.form, CHECK)
