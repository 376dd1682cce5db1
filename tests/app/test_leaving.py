"""Escape: from every page and state to the neutral page, with nothing kept."""

import gc
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from kiosk.app.box import TypingBox
from kiosk.app.key_line import KeyLine
from kiosk.content.blocks import Place
from kiosk.neutral import DEAF_SECONDS
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.comfort import Comfort, Consent
from kiosk.pages.draft import EMPTY
from kiosk.pages.visit import NEUTRAL
from tests.app.everywhere import every_place, one_of_each_kind
from tests.app.kiosk import TestKiosk, run_kiosk

SENTINEL = "zebrafinch"


async def _as_it_opens(_kiosk: TestKiosk) -> None:
    pass


async def _scrolled(kiosk: TestKiosk) -> None:
    await kiosk.press("end")


async def _on_the_key_line(kiosk: TestKiosk) -> None:
    kiosk.screen.query_one(KeyLine).enter(1)
    await kiosk.until(lambda: kiosk.screen.query_one(KeyLine).has_focus)


async def _with_a_toast(kiosk: TestKiosk) -> None:
    kiosk.app.notify(SENTINEL)
    await kiosk.until(lambda: SENTINEL in kiosk.text())


async def _with_typing(kiosk: TestKiosk) -> None:
    await kiosk.press("slash", *SENTINEL)


STATES = [_as_it_opens, _scrolled, _on_the_key_line, _with_a_toast, _with_typing]


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
async def test_escape_clears_a_page_in_every_state(
    catalogue: Catalogue, state: Callable[[TestKiosk], Awaitable[None]]
) -> None:
    """After Escape the screen is, to the letter, what it was before anybody came."""
    await _come_and_leave(catalogue, one_of_each_kind(), state)


@pytest.mark.slow
async def test_escape_clears_every_page(catalogue: Catalogue) -> None:
    """No page is an exception."""
    await _come_and_leave(catalogue, every_place(), _as_it_opens)


async def _come_and_leave(
    catalogue: Catalogue, places: Sequence[Place], state: Callable[[TestKiosk], Awaitable[None]]
) -> None:
    """Let one visitor after the other come, go to a place, do something there, and leave."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        neutral = kiosk.lines()
        for place in places:
            await kiosk.press("enter")
            await kiosk.go(place)
            await state(kiosk)
            assert kiosk.lines() != neutral, place
            await kiosk.leave()
            await kiosk.until(lambda: kiosk.lines() == neutral)
            assert kiosk.place == NEUTRAL
            assert not kiosk.screen.visit.can_go_back
            assert kiosk.app.title == "Information"


async def test_going_back_to_the_neutral_page_is_leaving(catalogue: Catalogue) -> None:
    """Back from the first page forgets all that Escape forgets: words, answers, colours."""
    left = 0

    def count() -> None:
        nonlocal left
        left += 1

    async with run_kiosk(catalogue, entered=False, on_leave=count) as kiosk:
        neutral = kiosk.lines()
        await kiosk.press("enter", "slash", *SENTINEL)
        visit = kiosk.screen.visit
        kiosk.screen.visit = visit = replace(
            visit,
            comfort=Comfort(theme="contrast"),
            consent=Consent(keep=True, count=True, answered="yes"),
            draft=visit.draft.with_answer("mailing", "email", SENTINEL),
        )
        await kiosk.press(*["backspace"] * len(SENTINEL), *["left"] * 2)
        await kiosk.until(lambda: kiosk.lines() == neutral)
        assert left == 1
        assert kiosk.screen.visit is not visit
        assert not kiosk.screen.visit.can_go_back
        assert kiosk.screen.visit.comfort == Comfort()
        assert kiosk.screen.visit.consent == Consent()
        assert kiosk.screen.visit.draft == EMPTY


@pytest.mark.parametrize("key", ["shift+escape", "ctrl+escape", "alt+escape", "alt+x", "alt+enter"])
async def test_escape_with_another_key_clears_too(catalogue: Catalogue, key: str) -> None:
    """A modifier changes nothing, nor does a key hit right after, which arrives as Alt with it."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", key)
        assert kiosk.place == NEUTRAL


async def test_keys_right_after_escape_are_swallowed(catalogue: Catalogue) -> None:
    """A panicked second and third key does not lead back in; a moment later Enter does."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "escape", "enter", "1")
        assert kiosk.place == NEUTRAL
        kiosk.time.seconds += DEAF_SECONDS
        await kiosk.press("enter")
        assert kiosk.place == START


async def test_a_double_click_on_leave_now_does_not_lead_back_in(catalogue: Catalogue) -> None:
    """The second of two quick clicks lands on the neutral page, and is swallowed."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1")
        await kiosk.pilot.click(offset=(12, 23))
        await kiosk.until(lambda: kiosk.place == NEUTRAL)
        await kiosk.pilot.click(offset=(12, 23))
        await kiosk.pilot.pause()
        assert kiosk.place == NEUTRAL
        kiosk.time.seconds += DEAF_SECONDS
        await kiosk.pilot.click(offset=(12, 10))
        await kiosk.until(lambda: kiosk.place == START)


async def test_under_the_guard_leaving_ends_the_visit(catalogue: Catalogue) -> None:
    """Where there is a guard, the app tells it, and the guard has the next visitor ready."""
    left: list[bool] = []
    async with run_kiosk(catalogue) as kiosk:
        kiosk.app.session.on_leave = lambda: left.append(True)
        await kiosk.press("1")
        await kiosk.pilot.click(offset=(12, 23))
        await kiosk.until(lambda: bool(left))


async def test_the_next_visitor_finds_nothing_of_the_last(catalogue: Catalogue) -> None:
    """Words typed into the search are in no widget and no object of ours after Escape."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *SENTINEL)
        assert SENTINEL in kiosk.text()
        await kiosk.leave()
        await kiosk.press("enter", "slash")
        assert SENTINEL not in kiosk.text()
        assert kiosk.screen.query_one(TypingBox).value == ""
        gc.collect()
        ours = [thing for thing in gc.get_objects() if _is_ours(thing)]
        assert kiosk.screen in ours
        assert [
            thing for thing in ours if SENTINEL in repr(getattr(thing, "__dict__", thing))
        ] == []


def _is_ours(thing: object) -> bool:
    kind = type(thing)
    return str(getattr(kind, "__module__", "")).startswith("kiosk.")


async def test_what_is_typed_is_never_kept_by_the_catalogue(catalogue: Catalogue) -> None:
    """Pages are kept ready to be drawn, but no page of a search is."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *SENTINEL)
    assert not [place for place, *_ in catalogue._kept if place.kind == "search"]


@pytest.mark.parametrize(("name", "key"), [("f12", "f12"), ("#", "number_sign"), ("p", "p")])
async def test_a_panic_key_of_the_settings_leaves(
    catalogue: Catalogue, name: str, key: str
) -> None:
    """A key that the library chose, by name or as a character, clears the screen like Escape."""
    async with run_kiosk(catalogue, panic_keys=(name,)) as kiosk:
        await kiosk.press("1", key)
        assert kiosk.place == NEUTRAL
