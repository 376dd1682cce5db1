"""A form's way through a visit: ticked, answered, sent or forgotten, and never walked back into."""

from dataclasses import replace
from functools import reduce
from uuid import UUID

import pytest

from kiosk.content.blocks import Place
from kiosk.desk.forms import Feedback, Mailing
from kiosk.pages.acts import Answer, AskAgain, Change, Forget, Send, Tick
from kiosk.pages.comfort import Comfort
from kiosk.pages.draft import EMPTY, Draft
from kiosk.pages.events import FormFilled
from kiosk.pages.navigation import follow
from kiosk.pages.visit import Stop
from tests.app.desk import TestDesk
from tests.unit.walk import Walk

START, ABOUT, LAW = Place("start"), Place("about"), Place("topic", "the-law")
USEFUL, CHECK = Place("form", "feedback", "useful"), Place("form", "feedback", "check")
EMAIL = Place("form", "mailing", "email")
ANSWER = Answer("feedback", "useful", "4", CHECK)
SEND, FORGET = Send("feedback"), Forget("feedback")
SENT, UNSENT = Place("sent", "feedback"), Place("unsent", "feedback")


def number_of(walk: Walk, form: str) -> UUID:
    """What a form would be sent under now."""
    walk.visit, event = follow(walk.visit, Send(form))
    assert isinstance(event, FormFilled)
    return event.id


def test_back_never_leads_into_a_form_that_was_sent() -> None:
    """What was typed there is gone, and an empty form would look as if it were to be sent again."""
    walk = Walk(START, TestDesk())
    walk.follow(ABOUT, USEFUL, ANSWER, SEND)
    assert walk.way_back() == [SENT, ABOUT, START]


def test_back_never_leads_into_a_form_that_was_sent_at_a_second_try() -> None:
    """The page that says that it was not saved belongs to the form, too."""
    desk = TestDesk(is_broken=True)
    walk = Walk(START, desk)
    walk.follow(USEFUL, ANSWER, SEND)
    assert walk.place == UNSENT
    desk.is_broken = False
    walk.follow(SEND)
    assert walk.way_back() == [SENT, START]


def test_what_was_read_between_two_pages_of_a_form_stays_on_the_way_back() -> None:
    """Only the form's own pages are taken out, and no page of another form."""
    walk = Walk(START, TestDesk())
    searched = Place("search", "feedback")
    walk.follow(USEFUL, LAW, EMAIL, searched, ABOUT)
    walk.follow(ANSWER, SEND)
    assert walk.way_back() == [SENT, ABOUT, searched, EMAIL, LAW, START]


def test_a_form_that_is_sent_twice_in_a_visit_leaves_one_page_of_thanks() -> None:
    """The thanks for the first one belong to the form, as its other pages do."""
    walk = Walk(START, TestDesk())
    for _ in range(2):
        walk.follow(USEFUL, ANSWER, SEND)
    assert walk.way_back() == [SENT, START]


def test_forgetting_a_form_leads_to_the_start_and_not_back() -> None:
    """From the start, Back leads to what was read before, and never from the start to itself."""
    walk = Walk(START, TestDesk())
    walk.follow(USEFUL, ANSWER, FORGET)
    assert walk.draft == EMPTY
    assert walk.way_back() == [START]
    walk.follow(ABOUT, USEFUL, FORGET)
    assert walk.way_back() == [START, ABOUT, START]


def test_a_form_has_one_number_until_it_is_sent() -> None:
    """Sending again what was not saved is sending it once; another filling-in is another."""
    desk = TestDesk(is_broken=True)
    walk = Walk(START, desk)
    walk.follow(USEFUL, ANSWER, SEND)
    number = number_of(walk, "feedback")
    assert number_of(walk, "mailing") != number
    desk.is_broken = False
    walk.follow(SEND)
    assert list(desk.forms) == [number]
    assert number_of(walk, "feedback") != number


def test_sending_ends_one_form_alone() -> None:
    """What was filled in elsewhere is still there."""
    walk = Walk(START, TestDesk())
    others = {"mailing": {"email": "a@b.uk"}, "feedbacks": {"x": "y"}}
    walk.visit = replace(walk.visit, draft=Draft({**others, "feedback": {"useful": "4"}}))
    walk.follow(CHECK, SEND)
    assert walk.draft.answers == others


@pytest.mark.parametrize("desk", [None, TestDesk(is_broken=True)], ids=["no desk", "full disk"])
def test_what_is_not_on_the_disk_stays_in_the_visit(desk: TestDesk | None) -> None:
    """The visitor is told so, and nothing is lost."""
    walk = Walk(START, desk)
    walk.follow(USEFUL, ANSWER, SEND)
    assert walk.draft.of("feedback", "useful") == "4"
    assert walk.way_back() == [UNSENT, CHECK, USEFUL, START]


def test_a_form_that_cannot_be_made_is_not_sent() -> None:
    """An address that no mail can have reached nobody's disk."""
    desk = TestDesk()
    walk = Walk(START, desk)
    walk.visit = replace(
        walk.visit, draft=Draft({"mailing": {"email": "nobody", "topics": "parents"}})
    )
    walk.follow(Send("mailing"))
    assert walk.place == Place("unsent", "mailing")
    assert not desk.forms


def test_each_answer_goes_where_it_belongs() -> None:
    """Nothing is swapped or forgotten on the way from the pages to what is sealed."""
    desk = TestDesk()
    walk = Walk(START, desk)
    answers = [
        ("mailing", "email", "a@b.uk"),
        ("feedback", "useful", "2"),
        ("mailing", "name", "Sam"),
        ("feedback", "words", "Words"),
        ("mailing", "topics", "one\ntwo"),
    ]
    draft = reduce(lambda draft, answer: draft.with_answer(*answer), answers, EMPTY)
    walk.visit = replace(walk.visit, draft=draft)
    numbers = [number_of(walk, form) for form in ("feedback", "mailing")]
    walk.follow(SEND, Send("mailing"))
    assert list(desk.forms) == numbers
    feedback, mailing = desk.forms.values()
    assert isinstance(feedback, Feedback)
    assert (feedback.rating, feedback.words) == (2, "Words")
    assert isinstance(mailing, Mailing)
    assert (mailing.email, mailing.name, mailing.topics) == ("a@b.uk", "Sam", ("one", "two"))


def test_a_box_fills_in_the_question_that_is_open() -> None:
    """Also once it says what is wrong; a search is its place; elsewhere, nothing."""
    walk = Walk(START)
    walk.type("lost")
    assert walk.draft == EMPTY
    for text, target in (("sam", EMAIL), ("sam@", AskAgain("mailing", "email"))):
        walk.follow(target)
        walk.type(text)
        assert walk.draft.answers == {"mailing": {"email": text}}
    walk.follow(Place("search"))
    walk.type("law")
    assert walk.place == Place("search", "law")
    assert walk.draft.of("mailing", "email") == "sam@"


def test_a_tick_and_a_change_keep_the_visitor_where_they_are() -> None:
    """Neither is a step on the way."""
    walk = Walk(START)
    walk.follow(Tick("mailing", "topics", "news"))
    walk.follow(Change("theme", "dark"))
    assert walk.draft.ticked("mailing", "topics") == ("news",)
    assert walk.visit.comfort == Comfort(theme="dark")
    assert walk.way_back() == [START]


@pytest.mark.parametrize(
    ("places", "audience"),
    [
        ([], ""),
        ([Place("topics", "young people")], "young people"),
        ([Place("topics", "young people"), LAW], "young people"),
        ([Place("topics", "young people"), LAW, Place("topics", "parents and carers")], "parents"),
        ([LAW], ""),
    ],
)
def test_who_the_visitor_is_is_what_they_last_said(places: list[Place], audience: str) -> None:
    """The last list on the way here tells it; a topic of the same name as a list tells nothing."""
    walk = Walk(START)
    for place in places:
        walk.follow(place)
    assert walk.visit.audience.removesuffix(" and carers") == audience


@pytest.mark.parametrize(
    ("ticks", "ticked"),
    [
        (["a"], ("a",)),
        (["a", "a"], ()),
        (["a", "b"], ("a", "b")),
        (["b", "a"], ("b", "a")),
        (["a", "b", "a"], ("b",)),
        (["a", "ab"], ("a", "ab")),
        (["a", "b", "c", "b"], ("a", "c")),
    ],
)
def test_options_are_ticked_in_the_order_of_ticking(
    ticks: list[str], ticked: tuple[str, ...]
) -> None:
    """A second tick takes the first away, and leaves the others in their order."""
    draft = EMPTY
    for option in ticks:
        draft = draft.with_tick("form", "question", option)
    assert draft.ticked("form", "question") == ticked


def test_a_question_is_asked_again_on_its_own_page() -> None:
    """It is no step on the way, and it begins at the top, where the fault is told."""
    walk = Walk(START)
    walk.follow(EMAIL)
    walk.visit = walk.visit.read_to(Stop(EMAIL, top=5))
    walk.follow(AskAgain("mailing", "email"))
    assert (walk.here.top, walk.draft.asked_again) == (0, frozenset({("mailing", "email")}))
    assert walk.way_back() == [EMAIL, START]


def test_a_question_can_be_asked_again_from_another_page() -> None:
    """Back then leads to that page; and with the form, all of it is forgotten."""
    walk = Walk(CHECK)
    walk.follow(AskAgain("feedback", "useful"))
    walk.follow(AskAgain("mailing", "email"))
    assert walk.way_back() == [EMAIL, USEFUL, CHECK]
    walk.follow(FORGET)
    assert walk.draft.asked_again == {("mailing", "email")}
