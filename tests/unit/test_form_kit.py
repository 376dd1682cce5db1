"""A form is declared once: a field and its words reach visitors and staff by themselves."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
import pytest
from nacl.public import PrivateKey

from kiosk.content.blocks import Choice, Place, Target, text_of
from kiosk.content.model import Content
from kiosk.desk.desk import Desk
from kiosk.desk.forms import FORMS, Feedback, questions_in
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.questions import Question
from kiosk.desk.sealing import private_text, public_text, seal, unseal
from kiosk.pages.draft import Draft
from kiosk.pages.edition import Edition, make_edition
from kiosk.pages.form_page import form_view
from kiosk.pages.form_questions import first_page
from kiosk.pages.here import PAPER
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.navigation import follow, typed
from kiosk.pages.view import View
from kiosk.pages.visit import Visit, visit_at
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.staff.inbox import Wanted, form_lines, open_inbox

KEY = PrivateKey(bytes(range(32)))
TODAY = date(2026, 11, 22)


class Longer(Feedback, frozen=True, kw_only=True, tag="feedback"):
    """Feedback with a question of each kind more."""

    town: Annotated[str, Question("line", longest=20)] = ""
    calm: Annotated[int, Question("scale", options=("1", "2", "3"))] = 0
    means: Annotated[
        tuple[str, ...], Question("some", options=("bus", "foot"), longest=9, most=2)
    ] = ()


WORDS = """
form-feedback-town = Which town are you in?
form-feedback-town-short = Your town
form-feedback-town-hint = You need not say it.
form-feedback-town-prompt = Type here
form-feedback-calm = How calm are you?
form-feedback-calm-short = How calm
form-feedback-calm-hint = Press a number.
form-feedback-calm-1 = Not calm
form-feedback-calm-2 = Half calm
form-feedback-calm-3 = Calm
form-feedback-means = How did you come?
form-feedback-means-short = How you came
form-feedback-means-hint = Choose all.
form-feedback-means-bus = By bus
form-feedback-means-foot = On foot
"""
CHOSEN = ("Useful", "Half calm", "[ ] By bus", "[ ] On foot")
"""What the visitor chooses wherever it is offered."""
TYPED = {"words": "Thanks", "town": "Bristol"}


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch, content: Content, tmp_path: Path) -> Edition:
    """A kiosk whose feedback asks more, for as long as the test runs."""
    lines = (line.split(" = ") for line in WORDS.strip().splitlines())
    words = {key.replace("-", "."): text for key, text in lines}
    content = msgspec.structs.replace(content, words={**content.words, **words})
    monkeypatch.setitem(FORMS, "feedback", Longer)
    forms = FormSettings(public_text(KEY.public_key))
    return make_edition(content, Settings(data=str(tmp_path / "data"), forms=forms))


def page(edition: Edition, visit: Visit) -> View:
    """The form's page that the visitor is at."""
    here = replace(PAPER, draft=visit.draft)
    place = visit.here.place
    return form_view(edition, here, place.name, place.part)


def next_step(edition: Edition, visit: Visit) -> Target:
    """What somebody chooses who wants to answer and to go on."""
    choices = [block for block in page(edition, visit).blocks if isinstance(block, Choice)]
    wanted = (choice for choice in choices if choice.label in CHOSEN)
    ways_on = (choice for choice in choices if choice.label in ("Go on", "Send it"))
    return next(iter([*wanted, *ways_on])).leads_to


def test_a_field_is_one_entry_and_its_words(longer: Edition, tmp_path: Path) -> None:
    """The pages ask it, the record keeps it, the seal holds it, and inbox and CSV show it."""
    leave_behind = LeaveBehind(Desk(longer.settings))
    visit, _ = follow(visit_at(Place("start")), first_page(longer, "feedback"))
    asked = []
    while visit.here.place != Place("sent", "feedback"):
        asked.append(visit.here.place.part)
        if visit.here.place.part in TYPED:
            visit = typed(visit, TYPED[visit.here.place.part])
        visit = leave_behind.hear(*follow(visit, next_step(longer, visit)))
    assert list(dict.fromkeys(asked)) == ["useful", "words", "town", "calm", "means", "check"]

    (tmp_path / "key").write_text(private_text(KEY))
    outbox = Outbox(Path(longer.settings.data) / FILE_NAME)
    said: list[str] = []
    open_inbox(outbox, tmp_path / "key", Wanted(), TODAY, said.append)
    (message,) = said
    assert "  rating: 4 of 5\n  words: Thanks\n  town: Bristol\n" in message
    assert "  calm: 2 of 3\n  means: bus, foot\n" in message
    wanted = Wanted(sheet_path=tmp_path / "forms.csv")
    open_inbox(outbox, tmp_path / "key", wanted, TODAY, said.append)
    with (tmp_path / "forms-feedback.csv").open(newline="", encoding="utf-8-sig") as file:
        [row] = csv.DictReader(file)
    told = (row["form"], row["town"], row["calm"], row["means"])
    assert told == ("feedback", "Bristol", "2 of 3", "bus, foot")


def test_all_answers_can_be_looked_at_again(longer: Edition) -> None:
    """The last page shows the new answers with their short names, and leads back to them."""
    draft = Draft({"feedback": {"useful": "4", "town": "Bristol", "means": "foot"}})
    visit = replace(visit_at(Place("form", "feedback", "check")), draft=draft)
    choices = [block for block in page(longer, visit).blocks if isinstance(block, Choice)]
    shown = {choice.label: text_of(choice).splitlines()[1] for choice in choices[:-2]}
    assert shown["Your town"] == "Bristol"
    assert shown["How calm"] == "nothing"
    assert shown["How you came"] == "On foot"


def test_what_is_not_required_can_be_left_out(longer: Edition) -> None:
    """Each new page has a way on without an answer, and nothing is kept of it."""
    for name, onward in (("town", "calm"), ("calm", "means"), ("means", "check")):
        choices = [
            block
            for block in page(longer, visit_at(Place("form", "feedback", name))).blocks
            if isinstance(block, Choice)
        ]
        assert Choice("Go on", Place("form", "feedback", onward)) in choices
    form = Longer.from_answers(UUID(int=1), {"useful": "2"})
    assert form == Longer(id=UUID(int=1), rating=2)
    assert list(form_lines(form))[1:] == ["  rating: 2 of 5"]


def test_what_was_sealed_before_opens_still(longer: Edition) -> None:
    """A kiosk that does not ask the new questions yet can be read by staff who know them."""
    form = unseal(seal(Feedback(rating=4, words="Before"), KEY.public_key), KEY)
    assert isinstance(form, Longer)
    assert (form.rating, form.town, form.calm, form.means) == (4, "", 0, ())
    assert "feedback" in longer.offers


@pytest.mark.parametrize(
    "question",
    [each for form in FORMS.values() for each in questions_in(form) if each.kind != "consent"],
)
def test_every_question_has_its_words(content: Content, question: Question) -> None:
    """Whatever its page can show, for whatever was answered."""
    ends = ["", ".short", ".hint", *(f".{option}" for option in question.options)]
    ends += [".prompt"] * question.is_typed + [".missing"] * question.required
    ends += [".wrong"] * (question.kind == "address")
    keys = [f"form.{question.form}.{question.name}{end}" for end in ends]
    assert [key for key in keys if key not in content.words] == []
