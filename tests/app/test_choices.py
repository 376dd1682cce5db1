"""What may be remembered: nothing until somebody says yes, and then only that."""

from dataclasses import replace

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.comfort import Comfort, Consent
from kiosk.pages.leave_behind import LeaveBehind
from tests.app.desk import TestDesk
from tests.app.kiosk import run_kiosk

LAW = Place("topic", "the-law")
CHOICES = Place("choices")


@pytest.fixture
def asking(catalogue: Catalogue) -> Catalogue:
    """The shipped pages, at a kiosk that may count and keep settings."""
    settings = catalogue.edition.settings._replace(counts=True, keep_settings=True)
    return Catalogue(replace(catalogue.edition, settings=settings))


async def test_no_answer_means_no(asking: Catalogue) -> None:
    """Whoever ignores the question is not counted, and leaves no settings."""
    desk = TestDesk()
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        assert "choose what it may remember" in kiosk.text()
        await kiosk.go(Place("about"))
        assert "only what is needed" in kiosk.text()
        await kiosk.go(LAW)
        kiosk.screen.follow(Change("theme", "dark"))
        assert (desk.counted, desk.kept) == ([], {})


async def test_yes_and_no_weigh_the_same(asking: Catalogue) -> None:
    """Refusing takes one key, as accepting does, and each is a line of its own."""
    for key, is_counted in (("1", False), ("2", True)):
        desk = TestDesk()
        async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
            await kiosk.go(CHOICES)
            await kiosk.press(key)
            assert "Saved." in kiosk.text()
            await kiosk.go(LAW)
            assert desk.counted == (["the-law"] if is_counted else [])


async def test_each_can_be_chosen_by_itself(asking: Catalogue) -> None:
    """Settings may be kept without counting."""
    desk = TestDesk()
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("3", "1")
        assert "My settings: yes" in kiosk.text()
        assert "Counting: no" in kiosk.text()
        await kiosk.go(LAW)
        kiosk.screen.follow(Change("theme", "dark"))
        assert desk.counted == []
        assert desk.kept["theme"] == "dark"


async def test_the_answer_can_be_changed_at_any_time(asking: Catalogue) -> None:
    """A later no ends the counting and takes back what was kept."""
    desk = TestDesk()
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("2")
        assert desk.kept
        await kiosk.press("1")
        assert not desk.kept
        await kiosk.go(LAW)
        assert not desk.counted


async def test_a_topic_is_counted_once_a_visit(asking: Catalogue) -> None:
    """Going back and forth adds nothing; what is no topic is never counted."""
    desk = TestDesk()
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("2")
        for place in (LAW, Place("people"), LAW, Place("search", "threat"), LAW):
            await kiosk.go(place)
    assert desk.counted == ["the-law"]


async def test_a_topic_is_counted_once_it_is_drawn(
    asking: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page does not wait for the disk."""
    done: list[str] = []
    desk = TestDesk()
    monkeypatch.setattr(desk, "count", done.append)
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("2")
        display = kiosk.app._display

        def noting(screen: Screen[None], renderable: RenderableType | None) -> None:
            display(screen, renderable)
            done.append("drawn")

        monkeypatch.setattr(kiosk.app, "_display", noting)
        await kiosk.go(LAW)
        await kiosk.until(lambda: "the-law" in done)
    assert done.index("drawn") < done.index("the-law")


async def test_the_next_visitor_begins_with_what_was_kept(asking: Catalogue) -> None:
    """The settings outlive leaving; the yes to keeping them does not."""
    desk = TestDesk()
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("2")
        kiosk.screen.follow(Change("spacing", "wide"))
        await kiosk.leave()
        await kiosk.press("enter")
        assert kiosk.screen.visit.comfort == Comfort(spacing="wide")
        assert kiosk.screen.visit.consent == Consent()


async def test_settings_that_could_not_be_saved_are_not_called_saved(asking: Catalogue) -> None:
    """The page says what happened, what still holds, and what to do."""
    desk = TestDesk(is_broken=True)
    async with run_kiosk(asking, leave_behind=LeaveBehind(desk)) as kiosk:
        await kiosk.go(CHOICES)
        await kiosk.press("2")
        assert "could not be saved" in kiosk.text()
        assert "Saved." not in kiosk.text()
        await kiosk.go(LAW)
        assert kiosk.place == LAW
