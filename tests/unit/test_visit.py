"""A visitor's way: each step can be taken back, to the line that was read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.comfort import Comfort
from kiosk.pages.visit import Stop, Visit

FIRST = Place("start")
LAW = Place("topic", "the-law")
BOUNDED = settings(max_examples=100)


def test_a_visit_begins_with_no_way_back() -> None:
    """On the first page there is nothing to go back to, and trying changes nothing."""
    visit = Visit(FIRST)
    assert visit.here == Stop(FIRST)
    assert not visit.can_go_back
    assert not visit.back()
    assert visit.here == Stop(FIRST)


def test_going_back_returns_to_the_line_that_was_read() -> None:
    """The place on a page is kept while another page is read."""
    visit = Visit(FIRST)
    visit.here.top, visit.here.letters, visit.here.spot = 7, 90, 2
    visit.follow(LAW)
    assert visit.here == Stop(LAW)
    assert visit.back()
    assert visit.here == Stop(FIRST, 7, 90, 2)


def test_going_where_one_is_changes_nothing() -> None:
    """Pressing the key of the page that is shown adds no step and keeps the line."""
    visit = Visit(LAW)
    visit.here.top = 5
    visit.follow(LAW)
    assert visit.here == Stop(LAW, 5)
    assert not visit.can_go_back


def test_typing_a_search_adds_no_steps() -> None:
    """However much is typed, one step leads back to the page before the search."""
    visit = Visit(FIRST)
    visit.follow(Place("search"))
    for query in ("t", "th", "thr"):
        visit.replace(Place("search", query))
    assert visit.here.place == Place("search", "thr")
    visit.back()
    assert visit.here.place == FIRST


def test_a_new_visit_knows_nothing_of_the_last_one() -> None:
    """What one visitor saw is not the next one's way back."""
    Visit(FIRST).follow(LAW)
    assert not Visit(FIRST).can_go_back


@BOUNDED
@given(st.lists(st.sampled_from("abc"), max_size=20))
def test_every_way_can_be_walked_back(names: list[str]) -> None:
    """Back leads through the same pages in reverse, down to the first."""
    visit, way = Visit(FIRST), [FIRST]
    for place in (Place("topic", name) for name in names):
        visit.follow(place)
        if place != way[-1]:
            way.append(place)
    walked = [visit.here.place]
    while visit.back():
        walked.append(visit.here.place)
    assert walked == way[::-1]


def test_a_change_keeps_the_visitor_where_they_are() -> None:
    """Choosing a change sets the comfort, adds no step, and leaves the other wishes alone."""
    visit = Visit(Place("start"))
    for act in (Change("language", "cy"), Change("theme", "dark"), Change("spacing", "wide")):
        visit.follow(act)
    assert visit.here.place == Place("start")
    assert not visit.can_go_back
    assert visit.comfort == Comfort(language="cy", theme="dark", spacing="wide")
