"""A visitor's way: each step can be taken back, to the line that was read."""

from dataclasses import replace
from typing import Any
from unittest.mock import Mock, call

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Place
from kiosk.pages.acts import Agree, AskAgain, Change, Tick
from kiosk.pages.catalogue import TROUBLE
from kiosk.pages.comfort import Comfort, Consent
from kiosk.pages.draft import Draft
from kiosk.pages.here import Here
from kiosk.pages.navigation import command, follow, page_of
from kiosk.pages.view import View
from kiosk.pages.visit import Stop, Visit, visit_at
from tests.unit.walk import Walk

FIRST = Place("start")
LAW = Place("topic", "the-law")
BOUNDED = settings(max_examples=100)


def test_a_visit_begins_with_no_way_back() -> None:
    """On the first page there is nothing to go back to, and trying changes nothing."""
    walk = Walk(FIRST)
    assert walk.here == Stop(FIRST)
    assert not walk.visit.can_go_back
    assert not walk.back()
    assert walk.here == Stop(FIRST)


def test_going_back_returns_to_the_line_that_was_read() -> None:
    """The place on a page is kept while another page is read."""
    walk, read_to = Walk(FIRST), Stop(FIRST, 7, 90, 2)
    walk.visit = walk.visit.read_to(read_to)
    walk.follow(LAW)
    assert walk.here == Stop(LAW)
    assert walk.back()
    assert walk.here == read_to


def test_going_where_one_is_changes_nothing() -> None:
    """Pressing the key of the page that is shown adds no step and keeps the line."""
    walk = Walk(LAW)
    walk.visit = walk.visit.read_to(Stop(LAW, 5))
    walk.follow(LAW)
    assert walk.here == Stop(LAW, 5)
    assert not walk.visit.can_go_back


def test_typing_a_search_adds_no_steps() -> None:
    """However much is typed, one step leads back to the page before the search."""
    walk = Walk(FIRST)
    walk.follow(Place("search"))
    walk.type("t", "th", "thr")
    assert walk.place == Place("search", "thr")
    walk.back()
    assert walk.place == FIRST


def test_a_new_visit_knows_nothing_of_the_last_one() -> None:
    """What one visitor saw and chose is not the next one's."""
    Walk(FIRST).follow(LAW, Change("theme", "dark"), Tick("mailing", "topics", "news"))
    assert visit_at(FIRST) == Visit((Stop(FIRST),))


def test_a_visit_itself_never_changes() -> None:
    """What is followed makes another one, so that nothing is half done."""
    before = visit_at(FIRST)
    for target in (LAW, Change("theme", "dark"), Tick("a", "b", "c"), AskAgain("a", "b")):
        after, _ = follow(before, target)
        assert after != before
    assert before == visit_at(FIRST)


@BOUNDED
@given(st.lists(st.sampled_from("abc"), max_size=20))
def test_every_way_can_be_walked_back(names: list[str]) -> None:
    """Back leads through the same pages in reverse, down to the first."""
    walk, way = Walk(FIRST), [FIRST]
    for place in (Place("topic", name) for name in names):
        walk.follow(place)
        if place != way[-1]:
            way.append(place)
    assert walk.way_back() == way[::-1]


def test_a_change_keeps_the_visitor_where_they_are() -> None:
    """Choosing a change sets the comfort, adds no step, and leaves the other wishes alone."""
    walk = Walk(Place("start"))
    walk.follow(Change("language", "cy"), Change("theme", "dark"), Change("spacing", "wide"))
    assert walk.place == Place("start")
    assert not walk.visit.can_go_back
    assert walk.visit.comfort == Comfort(language="cy", theme="dark", spacing="wide")


def test_a_page_that_cannot_be_made_says_so_as_the_visitor_wants_pages() -> None:
    """All that is known of the visit is told to a page, and to that one the wishes alone."""
    known: dict[str, Any] = {
        "comfort": Comfort(language="cy"),
        "consent": Consent(keep=True),
        "draft": Draft({"mailing": {"email": "sam"}}),
        "is_discreet": True,
        "done": frozenset({(LAW, 1)}),
    }
    catalogue, trouble = Mock(), (View("", ()), Mock())
    catalogue.open.side_effect = [KeyError, trouble]
    assert page_of(catalogue, replace(visit_at(LAW), **known), 80, Here(columns=7)) == trouble
    assert catalogue.open.mock_calls == [
        call(LAW, 80, Here(columns=7, **known)),
        call(TROUBLE, 80, Here(comfort=Comfort(language="cy"))),
    ]


@pytest.mark.parametrize(
    ("name", "take", "place"),
    [
        ("search", None, Place("search")),
        ("comfort", None, Place("comfort")),
        ("people", None, Place("people", "young people")),
        ("take", None, None),
        ("take", LAW, LAW),
    ],
)
def test_where_a_command_leads(name: str, take: Place | None, place: Place | None) -> None:
    """To the page of its name; people are those for whoever asks, and a page has what it has."""
    visit = visit_at(Place("topics", "young people")).at(LAW)
    assert command(visit, name, View("", (), take=take)) == place


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("count", [False, True])
def test_what_was_agreed_to_is_known_to_have_been_asked(*, keep: bool, count: bool) -> None:
    """A no is an answer, too: nobody is asked twice."""
    visit, _ = follow(visit_at(FIRST), Agree(keep=keep, count=count))
    assert visit.consent == Consent(keep, count, "yes")
