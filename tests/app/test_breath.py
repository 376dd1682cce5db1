"""A slow breath: from any plan, for a minute, and still where nothing may move."""

import pytest

from kiosk.content.blocks import Place, Steps
from kiosk.pages.acts import Change
from kiosk.pages.breath_page import BEAT_SECONDS, BEATS, BREATH_PLACE, breath_view
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.comfort import EASY, STILL, Comfort
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here, Room
from kiosk.pages.page import Page
from tests.app.kiosk import TestKiosk, run_kiosk

PLAN = Place("plan", "help-threatened", "under-18")


@pytest.fixture
def edition(catalogue: Catalogue) -> Edition:
    """The shipped words."""
    return catalogue.edition


LOW = Room(rows=10)
HIGH = Room(rows=18)
"""A screen with room for a bar, and one with room for a disc."""


def size_on(page: Page) -> int:
    """How large a bar or a disc is, in half blocks."""
    halves = {"█": 2, "▀": 1, "▄": 1}
    signs = (sign for line in page.lines for piece in line for sign in piece.text)
    return sum(halves.get(sign, 0) for sign in signs)


def drawn(edition: Edition, beat: int, room: Room = HIGH) -> int:
    """How large the bar or the disc is at a beat."""
    here = Here(columns=72, beat=beat, room=room)
    _, page = Catalogue(edition).open(BREATH_PLACE, 72, here)
    return size_on(page)


def shown(kiosk: TestKiosk) -> int:
    """How large it is on the screen."""
    return size_on(kiosk.screen.page.reader.page)


@pytest.mark.parametrize("room", [LOW, HIGH])
def test_it_grows_for_four_seconds_and_shrinks_for_six(edition: Edition, room: Room) -> None:
    """Each beat larger, then smaller and never larger, to nothing; six times in a minute."""
    lengths = [drawn(edition, beat, room) for beat in range(BEATS)]
    grows, shrinks = round(4 / BEAT_SECONDS), round(6 / BEAT_SECONDS)
    breath = lengths[: grows + shrinks]
    assert breath[:grows] == sorted(set(breath[:grows]))
    assert breath[grows - 1 :] == sorted(breath[grows - 1 :], reverse=True)
    assert len(set(breath[grows:])) > shrinks / 2
    assert breath[-1] == 0
    assert lengths == breath * 6


def test_after_a_minute_it_stands_still(edition: Edition) -> None:
    """And says that it is over."""
    assert drawn(edition, BEATS) == drawn(edition, BEATS + 99) == 0
    assert edition.word("breath.over") in str(breath_view(edition, Here(beat=BEATS), "").blocks)


def test_where_nothing_may_move_it_is_words(edition: Edition) -> None:
    """By ear and on paper, too: how long in, and how long out."""
    said = str(breath_view(edition, PAPER, "").blocks)
    assert edition.word("breath.still.in", seconds=4) in said
    assert edition.word("breath.still.out", seconds=6) in said


def test_every_plan_but_one_for_danger_leads_to_it(catalogue: Catalogue) -> None:
    """From its first words; a plan that begins with its steps has something to do at once."""
    here = Here(columns=72, room=Room(rows=18))
    for place in places(catalogue.edition):
        if place.kind == "plan":
            view, page = catalogue.open(place, 72, here)
            leads = BREATH_PLACE in [spot.leads_to for spot in page.spots]
            begins_at_once = isinstance(view.blocks[0], Steps)
            assert leads != begins_at_once, place


def test_in_easy_words_the_first_step_leads_to_it(catalogue: Catalogue) -> None:
    """And no other one, since a step is to be short."""
    here = Here(columns=72, room=Room(rows=18), comfort=Comfort(words=EASY))
    second = Place(PLAN.kind, PLAN.name, PLAN.part, step=2)
    reached = [
        BREATH_PLACE in [spot.leads_to for spot in catalogue.open(place, 72, here)[1].spots]
        for place in (PLAN, second)
    ]
    assert reached == [True, False]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_it_moves_on_the_screen(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """From a plan by its key; it is larger after three seconds than at first."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("b")
        assert kiosk.place == BREATH_PLACE
        first = shown(kiosk)
        kiosk.time.seconds += 3
        await kiosk.until(lambda: shown(kiosk) > first)
        await kiosk.press("left")
        assert kiosk.place == PLAN


async def test_it_stands_still_for_whoever_wants_that(catalogue: Catalogue) -> None:
    """One choice on the page stops it, and it stays so for the visit."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("b", "1")
        still = kiosk.text()
        assert kiosk.screen.visit.comfort.motion == STILL
        assert shown(kiosk) == 0
        kiosk.time.seconds += 3
        await kiosk.press("left", "b")
        assert kiosk.text() == still
        assert kiosk.screen.breathing.beat is None


async def test_another_minute_begins_anew(catalogue: Catalogue) -> None:
    """After the minute it is over, until somebody wants one more."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("b")
        kiosk.time.seconds += 61
        over = catalogue.edition.word("breath.over")
        await kiosk.until(lambda: over in kiosk.text())
        await kiosk.press("1")
        assert catalogue.edition.word("breath.in") in kiosk.text()


async def test_no_other_page_moves(catalogue: Catalogue) -> None:
    """Nothing is left that would move it."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("b", "h")
        assert kiosk.screen.breathing.beat is None
        kiosk.screen.follow(Change("motion", ""))
        assert kiosk.screen.breathing.beat is None
