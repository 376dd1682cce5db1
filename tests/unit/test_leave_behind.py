"""What is counted and what is kept of a visitor's wishes: only what they have said yes to."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.comfort import Comfort, change
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Visit
from tests.app.desk import TestDesk

START, LAW, PRESSURE = Place("start"), Place("topic", "the-law"), Place("topic", "pressure")


def visit_with(**comfort: str) -> Visit:
    """A visit of somebody with these wishes."""
    visit = Visit(START)
    visit.comfort = Comfort(**comfort)
    return visit


@pytest.mark.parametrize(
    ("count", "places", "counted"),
    [
        ("yes", [LAW], ["the-law"]),
        ("", [LAW], []),
        ("no", [LAW], []),
        ("yes", [LAW, PRESSURE], ["the-law", "pressure"]),
        ("yes", [LAW, START, LAW], ["the-law"]),
        ("yes", [Place("question", "the-law"), Place("people"), Place("topics", "x")], []),
    ],
)
def test_a_topic_is_counted_once_a_visit_and_only_after_a_yes(
    count: str, places: list[Place], counted: list[str]
) -> None:
    """No other kind of page is counted, and nothing without the visitor's consent."""
    desk, visit = TestDesk(), visit_with(count=count)
    for place in places:
        LeaveBehind(desk).go(visit, place)
    assert desk.counted == counted


def test_a_count_that_fails_is_no_visitors_trouble() -> None:
    """The page is shown all the same, and the topic is not tried again."""
    desk, visit = TestDesk(is_broken=True), visit_with(count="yes")
    LeaveBehind(desk).go(visit, LAW)
    assert visit.here.place == LAW
    desk.is_broken = False
    LeaveBehind(desk).go(visit, LAW)
    assert desk.counted == []


def test_without_a_desk_nothing_is_left() -> None:
    """Neither a count nor a wish; the pages are as they were."""
    visit = visit_with(count="yes")
    for place in (LAW, change(keep="yes")):
        LeaveBehind().go(visit, place)
    assert visit.here.place == LAW
    assert visit.counted == set()
    assert LeaveBehind().wishes() == Comfort()


@pytest.mark.parametrize(
    ("before", "changed", "kept"),
    [
        ({}, {"theme": "dark"}, None),
        ({}, {"keep": "yes"}, {"theme": "", "language": ""}),
        ({"keep": "yes"}, {"theme": "dark"}, {"theme": "dark", "language": ""}),
        ({"keep": "yes", "theme": "dark"}, {"keep": ""}, {}),
        ({"keep": "yes"}, {"keep": "yes"}, None),
    ],
)
def test_wishes_are_kept_from_a_yes_on_and_forgotten_with_a_no(
    before: dict[str, str], changed: dict[str, str], kept: dict[str, str] | None
) -> None:
    """Each change is kept at once while the yes holds; without one, the desk hears nothing."""
    desk, visit = TestDesk(kept={"theme": "before"}), visit_with(**before)
    LeaveBehind(desk).go(visit, change(**changed))
    if kept is None:
        assert desk.kept == {"theme": "before"}
    else:
        assert desk.kept == ({**kept, "spacing": "", "words": ""} if kept else {})


def test_what_greets_the_next_visitor_is_how_pages_look_and_no_more() -> None:
    """Neither the yes to keeping nor the one to counting is handed on, nor anything unknown."""
    desk = TestDesk(
        kept={"theme": "dark", "keep": "yes", "count": "yes", "answered": "yes", "x": "y"}
    )
    assert LeaveBehind(desk).wishes() == Comfort(theme="dark")


@pytest.mark.parametrize("before", [{}, {"keep": "yes", "theme": "dark"}])
def test_wishes_that_could_not_be_kept_are_told(before: dict[str, str]) -> None:
    """The yes is taken back, so that nobody believes in it, and the page that asks says so."""
    desk, visit = TestDesk(is_broken=True), visit_with(**before)
    LeaveBehind(desk).go(visit, change(keep="" if before else "yes"))
    assert (visit.comfort.keep, visit.comfort.answered) == ("", "failed")
    assert visit.comfort.theme == before.get("theme", "")
    assert visit.here.place == Place("choices")
