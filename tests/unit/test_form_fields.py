"""Every question of every form: what is answered is sent, and staff read it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from kiosk.content.blocks import Place
from kiosk.desk.forms import FORMS, Form
from kiosk.desk.questions import Question
from kiosk.pages.acts import Send
from kiosk.pages.draft import Draft
from kiosk.pages.edition import Edition
from kiosk.pages.form_questions import options_of, questions_of
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.navigation import follow
from kiosk.pages.visit import visit_at
from kiosk.staff.inbox import fields_of


class Desk:
    """Keeps the form that it is handed."""

    form: Form

    def submit(self, form: Form) -> None:
        """Keep it."""
        self.form = form

    def count(self, topic: str) -> None:
        """Count nothing."""

    def print_card(self, numbers: Sequence[str]) -> None:
        """Print nothing."""

    def wishes(self) -> dict[str, str]:
        """Nobody has any."""
        return {}

    def keep_wishes(self, wishes: Mapping[str, str]) -> None:
        """Keep none."""

    def forget_wishes(self) -> None:
        """There are none."""


@pytest.fixture(scope="module")
def with_forms(edition: Edition) -> Edition:
    """A kiosk that offers every form."""
    forms = edition.settings.forms._replace(public_key="given")
    return replace(edition, settings=edition.settings._replace(forms=forms))


def answer_to(edition: Edition, question: Question) -> str:
    """An answer that no other question has: the last option, or a text with its name."""
    if options := options_of(edition, question):
        return options[-1]
    return f"{question.name}@example.org" if question.name == "email" else f"my {question.name}"


def sent(form: str, answers: Mapping[str, str]) -> Form:
    """What is handed to the desk when a visitor has given these answers."""
    desk = Desk()
    filled_in = replace(visit_at(Place("start")), draft=Draft({form: answers}))
    visit = LeaveBehind(desk).hear(*follow(filled_in, Send(form)))
    assert visit.here.place == Place("sent", form)
    return desk.form


@pytest.mark.parametrize("form", FORMS)
def test_every_answer_reaches_staff(with_forms: Edition, form: str) -> None:
    """A question whose answer is not sent, or stands in no column, would be asked in vain."""
    answers = {each.name: answer_to(with_forms, each) for each in questions_of(with_forms, form)}
    row = fields_of(sent(form, answers))
    told = "\n".join(row.values())
    assert [answer for answer in answers.values() if answer not in told] == []


def test_these_are_all_forms(with_forms: Edition) -> None:
    """What this kiosk offers, beside the words of one form and what has no questions."""
    assert with_forms.offers - {"words", "keep", "count"} == {"feedback", "mailing"}
