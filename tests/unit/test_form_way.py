"""A form's way through a visit: ticked, answered, sent or forgotten, and never walked back into."""

import pytest

from kiosk.content.blocks import Place
from kiosk.desk.forms import Feedback, Mailing
from kiosk.pages.comfort import Comfort, change
from kiosk.pages.draft import EMPTY, Draft, answer, onward_from, tick, told
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Visit
from tests.app.desk import TestDesk

START, ABOUT, LAW = Place("start"), Place("about"), Place("topic", "the-law")
USEFUL, CHECK = Place("form", "feedback/useful"), Place("form", "feedback/check")
EMAIL = Place("form", "mailing/email")
SEND, FORGET = Place("send", "feedback"), Place("forget", "feedback")
SENT, UNSENT = Place("sent", "feedback"), Place("unsent", "feedback")


def walk(visit: Visit, leave_behind: LeaveBehind, *places: Place) -> None:
    """Go from place to place."""
    for place in places:
        leave_behind.go(visit, place)


def way_back(visit: Visit) -> list[Place]:
    """Every place on the way back, the one here first; the visit is at its beginning then."""
    way = [visit.here.place]
    while visit.back():
        way.append(visit.here.place)
    return way


def test_back_never_leads_into_a_form_that_was_sent() -> None:
    """What was typed there is gone, and an empty form would look as if it were to be sent again."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    walk(visit, leave_behind, ABOUT, USEFUL, answer("feedback/useful", "4", CHECK), SEND)
    assert way_back(visit) == [SENT, ABOUT, START]


def test_back_never_leads_into_a_form_that_was_sent_at_a_second_try() -> None:
    """The page that says that it was not saved belongs to the form, too."""
    desk = TestDesk(is_broken=True)
    visit, leave_behind = Visit(START), LeaveBehind(desk)
    walk(visit, leave_behind, USEFUL, answer("feedback/useful", "4", CHECK), SEND)
    assert visit.here.place == UNSENT
    desk.is_broken = False
    walk(visit, leave_behind, SEND)
    assert way_back(visit) == [SENT, START]


def test_what_was_read_between_two_pages_of_a_form_stays_on_the_way_back() -> None:
    """Only the form's own pages are taken out, and no page of another form."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    searched = Place("search", "feedback")
    walk(visit, leave_behind, USEFUL, LAW, EMAIL, searched, ABOUT)
    walk(visit, leave_behind, answer("feedback/useful", "4", CHECK), SEND)
    assert way_back(visit) == [SENT, ABOUT, searched, EMAIL, LAW, START]


def test_a_form_that_is_sent_twice_in_a_visit_leaves_one_page_of_thanks() -> None:
    """The thanks for the first one belong to the form, as its other pages do."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    for _ in range(2):
        walk(visit, leave_behind, USEFUL, answer("feedback/useful", "4", CHECK), SEND)
    assert way_back(visit) == [SENT, START]


def test_forgetting_a_form_leads_to_the_start_and_not_back() -> None:
    """From the start, Back leads to what was read before, and never from the start to itself."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    walk(visit, leave_behind, USEFUL, answer("feedback/useful", "4", CHECK), FORGET)
    assert visit.draft == EMPTY
    assert way_back(visit) == [START]
    walk(visit, leave_behind, ABOUT, USEFUL, FORGET)
    assert way_back(visit) == [START, ABOUT, START]


def test_a_form_has_one_number_until_it_is_sent() -> None:
    """Sending again what was not saved is sending it once; another filling-in is another."""
    desk = TestDesk(is_broken=True)
    visit, leave_behind = Visit(START), LeaveBehind(desk)
    walk(visit, leave_behind, USEFUL, answer("feedback/useful", "4", CHECK), SEND)
    number = visit.form_id("feedback")
    assert visit.form_id("mailing") != number
    desk.is_broken = False
    walk(visit, leave_behind, SEND)
    assert list(desk.forms) == [number]
    assert visit.form_id("feedback") != number


def test_sending_ends_one_form_alone() -> None:
    """What was filled in elsewhere is still there."""
    visit, leave_behind = Visit(START), LeaveBehind(TestDesk())
    visit.draft = Draft({"mailing/email": "a@b.uk", "feedback/useful": "4", "feedbacks/x": "y"})
    walk(visit, leave_behind, CHECK, SEND)
    assert visit.draft.answers == {"mailing/email": "a@b.uk", "feedbacks/x": "y"}


@pytest.mark.parametrize("desk", [None, TestDesk(is_broken=True)], ids=["no desk", "full disk"])
def test_what_is_not_on_the_disk_stays_in_the_visit(desk: TestDesk | None) -> None:
    """The visitor is told so, and nothing is lost."""
    visit = Visit(START)
    walk(visit, LeaveBehind(desk), USEFUL, answer("feedback/useful", "4", CHECK), SEND)
    assert visit.draft.of("feedback/useful") == "4"
    assert way_back(visit) == [UNSENT, CHECK, USEFUL, START]


def test_a_form_that_cannot_be_made_is_not_sent() -> None:
    """An address that no mail can have reached nobody's disk."""
    desk, visit = TestDesk(), Visit(START)
    visit.draft = Draft({"mailing/email": "nobody", "mailing/topics": "parents"})
    walk(visit, LeaveBehind(desk), Place("send", "mailing"))
    assert visit.here.place == Place("unsent", "mailing")
    assert not desk.forms


def test_each_answer_goes_where_it_belongs() -> None:
    """Nothing is swapped on the way from the pages to what is sealed."""
    desk, visit = TestDesk(), Visit(START)
    visit.draft = Draft(
        {
            "feedback/useful": "2",
            "feedback/words": "Words",
            "mailing/email": "a@b.uk",
            "mailing/name": "Sam",
            "mailing/topics": "one\ntwo",
        }
    )
    numbers = [visit.form_id(form) for form in ("feedback", "mailing")]
    walk(visit, LeaveBehind(desk), SEND, Place("send", "mailing"))
    assert list(desk.forms) == numbers
    feedback, mailing = desk.forms.values()
    assert isinstance(feedback, Feedback)
    assert (feedback.rating, feedback.words) == (2, "Words")
    assert isinstance(mailing, Mailing)
    assert (mailing.email, mailing.name, mailing.topics) == ("a@b.uk", "Sam", ("one", "two"))


def test_a_box_fills_in_the_question_that_is_open() -> None:
    """Also on the page that says what is wrong; a search is its place; elsewhere, nothing."""
    visit = Visit(START)
    visit.type("lost")
    assert visit.draft == EMPTY
    for place in (EMAIL, Place("form", "mailing/email/again")):
        visit.go(place)
        visit.type(f"at {place.name}")
        assert visit.draft.answers == {"mailing/email": f"at {place.name}"}
    visit.go(Place("search"))
    visit.type("law")
    assert visit.here.place == Place("search", "law")
    assert visit.draft.of("mailing/email") == "at mailing/email/again"


def test_a_tick_and_a_change_keep_the_visitor_where_they_are() -> None:
    """Neither is a step on the way."""
    visit = Visit(START)
    visit.go(tick("mailing/topics", "news"))
    visit.go(change(theme="dark"))
    assert visit.draft.ticked("mailing/topics") == ("news",)
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
        visit.go(place)
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
        draft = draft.with_tick("form/question", option)
    assert draft.ticked("form/question") == ticked


@pytest.mark.parametrize(
    ("answers", "is_begun"),
    [({}, False), ({"a/x": ""}, False), ({"a/x": "1"}, True), ({"b/x": "1", "ab/x": "1"}, False)],
)
def test_a_form_is_begun_where_something_is_filled_in(
    answers: dict[str, str], *, is_begun: bool
) -> None:
    """An empty answer is none, and another form's is none of this one's."""
    assert Draft(answers).is_begun("a") is is_begun


def test_an_answer_leads_on_with_all_that_it_says() -> None:
    """An option may have any letters but the two that part it; the way on has kind and name."""
    place = answer("mailing/topics", "people who work", Place("form", "mailing/check"))
    assert told(place) == ("mailing/topics", "people who work")
    assert onward_from(place) == Place("form", "mailing/check")
    assert told(tick("mailing/topics", "parents and carers")) == (
        "mailing/topics",
        "parents and carers",
    )
