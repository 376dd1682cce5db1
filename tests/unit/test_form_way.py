"""A form's way through a visit: ticked, answered, sent or forgotten, and never walked back into."""

from uuid import UUID

import pytest

from kiosk.content.blocks import Place, Target
from kiosk.desk.forms import Feedback, Mailing
from kiosk.pages.acts import Answer, AskAgain, Change, Forget, Send, Tick
from kiosk.pages.comfort import Comfort
from kiosk.pages.draft import EMPTY, Draft
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Filled, Visit
from tests.app.desk import TestDesk

START, ABOUT, LAW = Place("start"), Place("about"), Place("topic", "the-law")
USEFUL, CHECK = Place("form", "feedback", "useful"), Place("form", "feedback", "check")
EMAIL = Place("form", "mailing", "email")
ANSWER = Answer("feedback", "useful", "4", CHECK)
SEND, FORGET = Send("feedback"), Forget("feedback")
SENT, UNSENT = Place("sent", "feedback"), Place("unsent", "feedback")


def walk(visit: Visit, leave_behind: LeaveBehind, *targets: Target) -> None:
    """Follow each, with somebody who listens for the desk."""
    for target in targets:
        leave_behind.hear(visit.follow(target), visit)


def way_back(visit: Visit) -> list[Place]:
    """Every place on the way back, the one here first; the visit is at its beginning then."""
    way = [visit.here.place]
    while visit.back():
        way.append(visit.here.place)
    return way


def number_of(visit: Visit, form: str) -> UUID:
    """What a form would be sent under now."""
    event = visit.follow(Send(form))
    assert isinstance(event, Filled)
    return event.id


def test_back_never_leads_into_a_form_that_was_sent() -> None:
    """What was typed there is gone, and an empty form would look as if it were to be sent again."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    walk(visit, leave_behind, ABOUT, USEFUL, ANSWER, SEND)
    assert way_back(visit) == [SENT, ABOUT, START]


def test_back_never_leads_into_a_form_that_was_sent_at_a_second_try() -> None:
    """The page that says that it was not saved belongs to the form, too."""
    desk = TestDesk(is_broken=True)
    visit, leave_behind = Visit(START), LeaveBehind(desk)
    walk(visit, leave_behind, USEFUL, ANSWER, SEND)
    assert visit.here.place == UNSENT
    desk.is_broken = False
    walk(visit, leave_behind, SEND)
    assert way_back(visit) == [SENT, START]


def test_what_was_read_between_two_pages_of_a_form_stays_on_the_way_back() -> None:
    """Only the form's own pages are taken out, and no page of another form."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    searched = Place("search", "feedback")
    walk(visit, leave_behind, USEFUL, LAW, EMAIL, searched, ABOUT)
    walk(visit, leave_behind, ANSWER, SEND)
    assert way_back(visit) == [SENT, ABOUT, searched, EMAIL, LAW, START]


def test_a_form_that_is_sent_twice_in_a_visit_leaves_one_page_of_thanks() -> None:
    """The thanks for the first one belong to the form, as its other pages do."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    for _ in range(2):
        walk(visit, leave_behind, USEFUL, ANSWER, SEND)
    assert way_back(visit) == [SENT, START]


def test_forgetting_a_form_leads_to_the_start_and_not_back() -> None:
    """From the start, Back leads to what was read before, and never from the start to itself."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    walk(visit, leave_behind, USEFUL, ANSWER, FORGET)
    assert visit.draft == EMPTY
    assert way_back(visit) == [START]
    walk(visit, leave_behind, ABOUT, USEFUL, FORGET)
    assert way_back(visit) == [START, ABOUT, START]


def test_a_form_has_one_number_until_it_is_sent() -> None:
    """Sending again what was not saved is sending it once; another filling-in is another."""
    desk = TestDesk(is_broken=True)
    visit, leave_behind = Visit(START), LeaveBehind(desk)
    walk(visit, leave_behind, USEFUL, ANSWER, SEND)
    number = number_of(visit, "feedback")
    assert number_of(visit, "mailing") != number
    desk.is_broken = False
    walk(visit, leave_behind, SEND)
    assert list(desk.forms) == [number]
    assert number_of(visit, "feedback") != number


def test_sending_ends_one_form_alone() -> None:
    """What was filled in elsewhere is still there."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    others = {"mailing": {"email": "a@b.uk"}, "feedbacks": {"x": "y"}}
    visit.draft = Draft({**others, "feedback": {"useful": "4"}})
    walk(visit, leave_behind, CHECK, SEND)
    assert visit.draft.answers == others


@pytest.mark.parametrize("desk", [None, TestDesk(is_broken=True)], ids=["no desk", "full disk"])
def test_what_is_not_on_the_disk_stays_in_the_visit(desk: TestDesk | None) -> None:
    """The visitor is told so, and nothing is lost."""
    visit = Visit(START)
    walk(visit, LeaveBehind(desk), USEFUL, ANSWER, SEND)
    assert visit.draft.of("feedback", "useful") == "4"
    assert way_back(visit) == [UNSENT, CHECK, USEFUL, START]


def test_a_form_that_cannot_be_made_is_not_sent() -> None:
    """An address that no mail can have reached nobody's disk."""
    desk, visit = TestDesk(), Visit(START)
    visit.draft = Draft({"mailing": {"email": "nobody", "topics": "parents"}})
    walk(visit, LeaveBehind(desk), Send("mailing"))
    assert visit.here.place == Place("unsent", "mailing")
    assert not desk.forms


def test_each_answer_goes_where_it_belongs() -> None:
    """Nothing is swapped on the way from the pages to what is sealed."""
    desk, visit = TestDesk(), Visit(START)
    visit.draft = Draft(
        {
            "feedback": {"useful": "2", "words": "Words"},
            "mailing": {"email": "a@b.uk", "name": "Sam", "topics": "one\ntwo"},
        }
    )
    numbers = [number_of(visit, form) for form in ("feedback", "mailing")]
    walk(visit, LeaveBehind(desk), SEND, Send("mailing"))
    assert list(desk.forms) == numbers
    feedback, mailing = desk.forms.values()
    assert isinstance(feedback, Feedback)
    assert (feedback.rating, feedback.words) == (2, "Words")
    assert isinstance(mailing, Mailing)
    assert (mailing.email, mailing.name, mailing.topics) == ("a@b.uk", "Sam", ("one", "two"))


def test_a_box_fills_in_the_question_that_is_open() -> None:
    """Also once it says what is wrong; a search is its place; elsewhere, nothing."""
    visit = Visit(START)
    visit.type("lost")
    assert visit.draft == EMPTY
    for text, target in (("sam", EMAIL), ("sam@", AskAgain("mailing", "email"))):
        visit.follow(target)
        visit.type(text)
        assert visit.draft.answers == {"mailing": {"email": text}}
    visit.follow(Place("search"))
    visit.type("law")
    assert visit.here.place == Place("search", "law")
    assert visit.draft.of("mailing", "email") == "sam@"


def test_a_tick_and_a_change_keep_the_visitor_where_they_are() -> None:
    """Neither is a step on the way."""
    visit = Visit(START)
    visit.follow(Tick("mailing", "topics", "news"))
    visit.follow(Change("theme", "dark"))
    assert visit.draft.ticked("mailing", "topics") == ("news",)
    assert visit.comfort == Comfort(theme="dark")
    assert way_back(visit) == [START]


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
    visit = Visit(START)
    for place in places:
        visit.follow(place)
    assert visit.audience.removesuffix(" and carers") == audience


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
    visit = Visit(START)
    visit.follow(EMAIL)
    visit.here.top = 5
    visit.follow(AskAgain("mailing", "email"))
    assert (visit.here.top, visit.draft.asked_again) == (0, frozenset({("mailing", "email")}))
    assert way_back(visit) == [EMAIL, START]


def test_a_question_can_be_asked_again_from_another_page() -> None:
    """Back then leads to that page; and with the form, all of it is forgotten."""
    visit = Visit(CHECK)
    visit.follow(AskAgain("feedback", "useful"))
    visit.follow(AskAgain("mailing", "email"))
    assert way_back(visit) == [EMAIL, USEFUL, CHECK]
    visit.follow(FORGET)
    assert visit.draft.asked_again == {("mailing", "email")}
