"""What is counted and what is kept of a visitor's wishes: only what they have said yes to."""

from dataclasses import asdict, replace

import pytest

from kiosk.content.blocks import Act, Place, Target
from kiosk.pages import navigation
from kiosk.pages.acts import Agree, Change
from kiosk.pages.comfort import NONE_GIVEN, Comfort, Consent
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Visit, visit_at
from tests.app.desk import TestDesk

START, LAW, PRESSURE = Place("start"), Place("topic", "the-law"), Place("topic", "pressure")


KEEP, COUNT = Consent(keep=True, answered="yes"), Consent(count=True, answered="yes")


def visit_with(consent: Consent = NONE_GIVEN, theme: str = "") -> Visit:
    """A visit of somebody who has said this."""
    return replace(visit_at(START), consent=consent, comfort=Comfort(theme=theme))


def follow(visit: Visit, desk: TestDesk | None, *targets: Target) -> Visit:
    """Follow each, with somebody who listens for the desk, and counts once a page is drawn."""
    leave_behind = LeaveBehind(desk)
    for target in targets:
        visit, event = navigation.follow(visit, target)
        visit = leave_behind.hear(visit, event)
        leave_behind.count(event)
    return visit


@pytest.mark.parametrize(
    ("consent", "places", "counted"),
    [
        (COUNT, [LAW], ["the-law"]),
        (NONE_GIVEN, [LAW], []),
        (KEEP, [LAW], []),
        (COUNT, [LAW, PRESSURE], ["the-law", "pressure"]),
        (COUNT, [LAW, START, LAW], ["the-law"]),
        (COUNT, [LAW, Place("topic", "the-law", step=2)], ["the-law"]),
        (COUNT, [Place("question", "the-law"), Place("people"), Place("topics", "x")], []),
    ],
)
def test_a_topic_is_counted_once_a_visit_and_only_after_a_yes(
    consent: Consent, places: list[Place], counted: list[str]
) -> None:
    """No other kind of page is counted, and nothing without the visitor's consent."""
    desk, visit = TestDesk(), visit_with(consent)
    follow(visit, desk, *places)
    assert desk.counted == counted


def test_a_count_that_fails_is_no_visitors_trouble() -> None:
    """The page is shown all the same, and the topic is not tried again."""
    desk, visit = TestDesk(is_broken=True), visit_with(COUNT)
    visit = follow(visit, desk, LAW)
    assert visit.here.place == LAW
    desk.is_broken = False
    follow(visit, desk, START, LAW)
    assert desk.counted == []


def test_without_a_desk_nothing_is_left() -> None:
    """Neither a count nor a wish; the pages are as they were."""
    visit = visit_with(COUNT)
    visit = follow(visit, None, LAW, Agree(keep=True, count=True))
    assert visit.here.place == LAW
    assert LeaveBehind().wishes() == Comfort()


@pytest.mark.parametrize(
    ("visit", "act", "kept"),
    [
        (visit_with(), Change("theme", "dark"), {"theme": "before"}),
        (visit_with(), Agree(keep=False, count=True), {"theme": "before"}),
        (visit_with(), Agree(keep=True, count=False), asdict(Comfort())),
        (visit_with(KEEP), Change("theme", "dark"), asdict(Comfort(theme="dark"))),
        (visit_with(KEEP, "dark"), Agree(keep=False, count=False), {}),
        (visit_with(KEEP, "dark"), Agree(keep=True, count=True), asdict(Comfort(theme="dark"))),
    ],
)
def test_wishes_are_kept_from_a_yes_on_and_forgotten_with_a_no(
    visit: Visit, act: Act, kept: dict[str, str]
) -> None:
    """Each change is kept at once while the yes holds; without one, the desk hears nothing."""
    desk = TestDesk(kept={"theme": "before"})
    follow(visit, desk, act)
    assert desk.kept == kept


def test_what_greets_the_next_visitor_is_how_pages_look_and_no_more() -> None:
    """Neither the yes to keeping nor the one to counting is handed on, nor anything unknown."""
    desk = TestDesk(
        kept={"theme": "dark", "keep": "yes", "count": "yes", "answered": "yes", "x": "y"}
    )
    assert LeaveBehind(desk).wishes() == Comfort(theme="dark")


@pytest.mark.parametrize(("before", "theme"), [(NONE_GIVEN, ""), (KEEP, "dark")])
def test_wishes_that_could_not_be_kept_are_told(before: Consent, theme: str) -> None:
    """The yes is taken back, so that nobody believes in it, and the page that asks says so."""
    visit = visit_with(before, theme)
    visit = follow(visit, TestDesk(is_broken=True), Agree(keep=not before.keep, count=False))
    assert visit.consent == Consent(answered="failed")
    assert visit.comfort == Comfort(theme=theme)
    assert visit.here.place == Place("choices")
