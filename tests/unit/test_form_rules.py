"""The questions of the forms, rule by rule: which are asked, what will do, and where they lead."""

from collections.abc import Mapping

import pytest

from kiosk.content.blocks import Place
from kiosk.desk.forms import MAX_EMAIL, MAX_NAME, MAX_TOPIC, MAX_WORDS, Mailing, questions_in
from kiosk.pages.acts import AskAgain
from kiosk.pages.draft import Draft
from kiosk.pages.edition import Edition
from kiosk.pages.form_questions import (
    fault_in,
    first_page,
    next_page,
    options_of,
    page_after,
    page_of,
    questions_of,
)
from tests.unit.test_form_pages import WHOLE, offering


@pytest.mark.parametrize(
    ("without", "names"),
    [
        ("", {"feedback": "useful words", "mailing": "email name topics"}),
        ("words", {"feedback": "useful", "mailing": "email name topics"}),
        ("mailing", {"feedback": "useful words"}),
        ("forms", {}),
    ],
)
def test_which_questions_are_asked(
    edition: Edition, without: str, names: Mapping[str, str]
) -> None:
    """In this order; a form that staff have not switched on is not there."""
    edition = offering(edition, without=without)
    for form in ("feedback", "mailing", "other"):
        if form in names:
            asked = [question.name for question in questions_of(edition, form)]
            assert asked == names[form].split()
            assert first_page(edition, form) == Place("form", form, asked[0])
        else:
            with pytest.raises(LookupError):
                questions_of(edition, form)


def test_what_each_question_takes(edition: Edition) -> None:
    """One line, one option or several; what is needed; the length that is sealed at most."""
    asked = [q for form in ("feedback", "mailing") for q in questions_of(offering(edition), form)]
    assert [(q.form, q.name, q.kind, q.required, q.longest) for q in asked] == [
        ("feedback", "useful", "scale", True, 0),
        ("feedback", "words", "lines", False, MAX_WORDS),
        ("mailing", "email", "address", True, MAX_EMAIL),
        ("mailing", "name", "line", False, MAX_NAME),
        ("mailing", "topics", "some", True, MAX_TOPIC),
    ]
    assert options_of(edition, asked[0]) == ("1", "2", "3", "4", "5")
    assert options_of(edition, asked[4]) == tuple(
        d.audience for d in edition.content.doors.audiences
    )


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("email", "", "missing"),
        ("email", "   ", "missing"),
        ("email", "sam", "wrong"),
        ("email", "sam@example.org", ""),
        ("email", "  sam@example.org ", ""),
        ("name", "", ""),
        ("name", "not an address", ""),
    ],
)
def test_what_is_wrong_with_an_answer(name: str, text: str, fault: str) -> None:
    """Missing where it is needed, wrong where it can be no address; anything else will do."""
    [question] = (each for each in questions_in(Mailing) if each.name == name)
    assert fault_in(question, Draft({"mailing": {name: text}})) == fault


def test_a_question_leads_on_once_its_answer_will_do(edition: Edition) -> None:
    """Until then to itself; after the last one to the page where all answers are looked at."""
    edition = offering(edition)
    email, name, topics = questions_of(edition, "mailing")
    assert page_after(edition, email, Draft()) == AskAgain("mailing", "email")
    assert page_after(edition, email, Draft(WHOLE)) == page_of(name)
    assert [next_page(edition, question) for question in (email, name, topics)] == [
        page_of(name),
        page_of(topics),
        Place("form", "mailing", "check"),
    ]
