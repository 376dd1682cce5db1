"""The pages of the forms, one by one: what each says, and where it leads."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kiosk.content.blocks import Act, Choice, Gap, Place, paragraph, text_of
from kiosk.desk.forms import MAX_EMAIL, MAX_WORDS
from kiosk.pages.acts import Answer, AskAgain, Forget, Send, Tick
from kiosk.pages.draft import Draft
from kiosk.pages.edition import Edition
from kiosk.pages.form_page import form_places, form_view, sent_view, unsent_view
from kiosk.pages.form_questions import (
    page_of,
    questions_of,
)
from kiosk.pages.here import PAPER, Here
from kiosk.pages.view import View

WHOLE = {
    "feedback": {"useful": "4"},
    "mailing": {"email": "sam@example.org", "topics": "parents and carers"},
}


Answers = Mapping[str, Mapping[str, str]]


def offering(edition: Edition, without: str = "") -> Edition:
    """A kiosk that offers everything but one thing."""
    key = "" if without == "forms" else "given"
    settings = edition.settings._replace(
        forms=edition.settings.forms._replace(public_key=key),
        feedback_words=without != "words",
        mailing_list=without != "mailing",
    )
    return replace(edition, settings=settings)


def filled(answers: Answers, again: str = "") -> Here:
    """A visitor who has filled this in, and was asked again for one thing."""
    asked_again = frozenset({("mailing", again)}) if again else frozenset()
    return Here(draft=Draft(answers, asked_again))


def choices(view: View) -> list[Choice]:
    """The lines that lead somewhere."""
    return [block for block in view.blocks if isinstance(block, Choice)]


def said(view: View) -> list[str]:
    """The other lines."""
    return [text_of(block) for block in view.blocks if not isinstance(block, Choice | Gap)]


@pytest.mark.parametrize(
    ("form", "name", "aside", "has_box"),
    [
        ("feedback", "useful", (1, 2), False),
        ("feedback", "words", (2, 2), True),
        ("mailing", "email", (1, 3), True),
        ("mailing", "name", (2, 3), True),
        ("mailing", "topics", (3, 3), False),
    ],
)
def test_a_page_has_one_question(
    edition: Edition, form: str, name: str, aside: tuple[int, int], *, has_box: bool
) -> None:
    """Its number of how many; a box for a line, else numbers that choose."""
    view = form_view(offering(edition), filled({form: {name: "before"}}), form, name)
    assert view.aside == edition.word("question.place", number=aside[0], of=aside[1])
    assert (view.box is not None) is has_box
    assert view.numbered is not has_box
    assert view.box is None or view.box.text == "before"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        *(("feedback", ""), ("feedback", "topics"), ("mailing", "useful")),
        *(("other", "x"), ("", ""), ("", "email")),
    ],
)
def test_there_is_no_page_of_another_name(edition: Edition, form: str, name: str) -> None:
    """A name that is no question is refused."""
    with pytest.raises(LookupError):
        form_view(offering(edition), PAPER, form, name)


def test_a_box_takes_as_much_as_can_be_sealed(edition: Edition) -> None:
    """What would be refused when it is sent cannot be typed."""
    for form, name, longest in (("feedback", "words", MAX_WORDS), ("mailing", "email", MAX_EMAIL)):
        box = form_view(offering(edition), PAPER, form, name).box
        assert box is not None
        assert box.longest == longest
        assert box.prompt == edition.word(f"form.{form}.{name}.prompt")


@pytest.mark.parametrize(
    ("name", "again", "is_told"),
    [("email", "", False), ("email", "email", True), ("topics", "topics", False)],
)
def test_a_fault_is_told_once_it_was_made(
    edition: Edition, name: str, again: str, *, is_told: bool
) -> None:
    """First of all on the page, and not before the visitor has answered, nor once it is mended."""
    answers = {"mailing": {"email": "sam", "topics": "young people"}}
    first = form_view(offering(edition), filled(answers, again), "mailing", name).blocks[0]
    fault = edition.word("form.fault", fault=edition.word("form.mailing.email.wrong"))
    assert (first == paragraph(fault, "strong")) is is_told


@pytest.mark.parametrize(
    ("form", "name", "is_required"),
    [("mailing", "email", True), ("mailing", "name", False), ("feedback", "useful", True)],
)
def test_what_is_needed_is_marked_and_explained(
    edition: Edition, form: str, name: str, *, is_required: bool
) -> None:
    """A star at the question, and what it means at the end."""
    view = form_view(offering(edition), PAPER, form, name)
    question = edition.word(f"form.{form}.{name}")
    assert view.title == question + (" *" if is_required else "")
    assert (paragraph(edition.word("form.required"), "soft") in view.blocks) is is_required


def test_one_option_answers_and_leads_on(edition: Edition) -> None:
    """Each line of the rating is an answer with the way to the next page; none says "go on"."""
    view = form_view(offering(edition), PAPER, "feedback", "useful")
    *ratings, people = choices(view)
    words = Place("form", "feedback", "words")
    assert [c.leads_to for c in ratings] == [
        Answer("feedback", "useful", n, words) for n in "12345"
    ]
    assert [c.label for c in ratings] == [
        edition.word(f"form.feedback.useful.{n}") for n in "12345"
    ]
    assert people.leads_to == Place("people")


def test_several_options_are_ticked_and_then_one_goes_on(edition: Edition) -> None:
    """What is ticked has an x; the way on is there, and leads back while nothing is ticked."""
    audiences = [door.audience for door in edition.content.doors.audiences]
    titles = [door.title for door in edition.content.doors.audiences]
    here = filled({"mailing": {"topics": audiences[1]}})
    *options, go_on = choices(form_view(offering(edition), here, "mailing", "topics"))
    assert [c.leads_to for c in options] == [Tick("mailing", "topics", name) for name in audiences]
    signs = ["[ ] ", "[x] ", *["[ ] "] * (len(titles) - 2)]
    assert [c.label for c in options] == [a + b for a, b in zip(signs, titles, strict=True)]
    assert go_on == Choice(edition.word("form.go.on"), Place("form", "mailing", "check"))
    empty = choices(form_view(offering(edition), PAPER, "mailing", "topics"))[-1]
    assert empty.leads_to == AskAgain("mailing", "topics")


@pytest.mark.parametrize(
    ("form", "name", "is_there"), [("feedback", "words", True), ("mailing", "email", False)]
)
def test_who_gives_feedback_can_find_people_to_talk_to(
    edition: Edition, form: str, name: str, *, is_there: bool
) -> None:
    """Nobody who reads the feedback can help now; a sign-up for news is no place for that."""
    talk = edition.word("form.feedback.talk")
    people = Choice(edition.word("start.people"), Place("people"), talk)
    assert (people in choices(form_view(offering(edition), PAPER, form, name))) is is_there


@pytest.mark.parametrize(
    ("form", "missing", "leads_to"),
    [
        ("feedback", [], Send("feedback")),
        ("feedback", ["useful"], AskAgain("feedback", "useful")),
        ("mailing", [], Send("mailing")),
        ("mailing", ["topics"], AskAgain("mailing", "topics")),
        ("mailing", ["topics", "email"], AskAgain("mailing", "email")),
    ],
)
def test_only_a_whole_form_can_be_sent(
    edition: Edition, form: str, missing: list[str], leads_to: Act
) -> None:
    """The line that sends leads to the first question that is still open."""
    answers = {name: text for name, text in WHOLE[form].items() if name not in missing}
    view = form_view(offering(edition), filled({form: answers}), form, "check")
    *answered, send, forget = choices(view)
    assert view.title == edition.word(f"form.{form}.check")
    assert send == Choice(edition.word(f"form.{form}.send"), leads_to)
    assert forget == Choice(edition.word("form.forget"), Forget(form))
    assert {choice.aside for choice in answered} == {edition.word("form.change")}
    assert [choice.leads_to for choice in answered] == [
        page_of(question) for question in questions_of(offering(edition), form)
    ]
    assert edition.word(f"form.{form}.consent") in said(view)


def test_the_last_page_shows_what_was_answered(edition: Edition) -> None:
    """Options in words and not by number, several of them in a row, and nothing as "nothing"."""
    audiences = edition.content.doors.audiences
    topics = "\n".join(door.audience for door in audiences[:2])
    answers = {"feedback": {"useful": "2"}, "mailing": {"email": " a@b.uk ", "topics": topics}}
    shown = {
        choice.label: text_of(choice).splitlines()[1]
        for form in ("feedback", "mailing")
        for choice in choices(form_view(offering(edition), filled(answers), form, "check"))[:-2]
    }
    word = edition.word
    assert shown == {
        word("form.feedback.useful.short"): word("form.feedback.useful.2"),
        word("form.feedback.words.short"): word("form.nothing"),
        word("form.mailing.email.short"): "a@b.uk",
        word("form.mailing.name.short"): word("form.nothing"),
        word("form.mailing.topics.short"): f"{audiences[0].title}, {audiences[1].title}",
    }


@pytest.mark.parametrize("form", ["feedback", "mailing"])
def test_after_sending_there_are_ways_on(edition: Edition, form: str) -> None:
    """Thanks and two ways; where it was not saved, three: again, look, forget."""
    sent, unsent = sent_view(edition, PAPER, form), unsent_view(edition, PAPER, form)
    word = edition.word
    assert (sent.title, said(sent)) == (word(f"form.{form}.sent"), [word(f"form.{form}.sent.what")])
    assert choices(sent) == [
        Choice(word("form.start"), Place("start")),
        Choice(word("start.people"), Place("people")),
    ]
    assert unsent.title == word("form.unsent")
    assert choices(unsent) == [
        Choice(word("form.unsent.again"), Send(form)),
        Choice(word("form.look"), Place("form", form, "check")),
        Choice(word("form.forget"), Forget(form)),
    ]
    assert said(unsent) == [edition.word(f"form.unsent.{part}") for part in ("what", "kept", "do")]


def test_every_page_of_every_form_is_known(edition: Edition) -> None:
    """Tests that walk over all pages find each question, and the three pages at the end."""
    edition = offering(edition, without="mailing")
    names = ["useful", "words", "check"]
    assert list(form_places(edition)) == [
        *(Place("form", "feedback", name) for name in names),
        Place("sent", "feedback"),
        Place("unsent", "feedback"),
    ]
