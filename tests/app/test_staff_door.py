"""The staff door at the screen: knocking, the passphrase, and Escape."""

import pytest

from kiosk.app.box import TypingBox
from kiosk.app.staff_door import StaffDoor
from kiosk.desk.desk import Desk
from kiosk.door.lock import Lock
from kiosk.door.passphrase import hash_of
from kiosk.door.status import look_around
from kiosk.pages.acts import EndKiosk
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.staff_page import DOOR, STAFF
from kiosk.pages.visit import NEUTRAL
from kiosk.settings import Settings
from tests.app.kiosk import NOON, TestKiosk, run_kiosk

PASSPHRASE = "four plain quiet words"
HASH = hash_of(PASSPHRASE)


@pytest.fixture
def ended() -> list[bool]:
    """Whether the kiosk was ended."""
    return []


@pytest.fixture
def door(ended: list[bool]) -> StaffDoor:
    """A door of a library with a passphrase."""
    lock = Lock(HASH, lambda wrong: look_around("", "", Desk(Settings()), NOON.astimezone(), wrong))
    return StaffDoor(lock, end_kiosk=lambda: ended.append(True))


async def say(kiosk: TestKiosk, passphrase: str) -> None:
    """Type into the box, and press Enter."""
    kiosk.screen.query_one(TypingBox).value = passphrase
    await kiosk.press("enter")


async def test_three_presses_ask_for_the_passphrase(catalogue: Catalogue, door: StaffDoor) -> None:
    """On the first page, the third one opens the box; what is typed there is not shown."""
    async with run_kiosk(catalogue, entered=False, door=door) as kiosk:
        await kiosk.press("f10", "f10")
        assert kiosk.place == NEUTRAL
        await kiosk.press("f10")
        assert kiosk.place == DOOR
        await kiosk.press(*"hc?/t1")
        assert kiosk.place == DOOR
        assert "hc?/t1" not in kiosk.text()
        assert "••••••" in kiosk.text()
        assert kiosk.screen.query_one(TypingBox).value == "hc?/t1"


async def test_the_key_does_nothing_elsewhere(catalogue: Catalogue, door: StaffDoor) -> None:
    """A visitor who is in cannot knock, on a page or in the search box."""
    async with run_kiosk(catalogue, door=door) as kiosk:
        await kiosk.press(*["f10"] * 6)
        assert kiosk.place == START
        await kiosk.press("slash", *["f10"] * 6)
        assert kiosk.place.kind == "search"


async def test_without_a_passphrase_there_is_no_door(catalogue: Catalogue) -> None:
    """The key does nothing at all."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        before = kiosk.text()
        await kiosk.press(*["f10"] * 6)
        assert kiosk.place == NEUTRAL
        assert kiosk.text() == before


async def test_a_wrong_passphrase_is_told_and_gone(catalogue: Catalogue, door: StaffDoor) -> None:
    """The box is empty again, nothing of the page behind is shown, and Back leads away."""
    async with run_kiosk(catalogue, entered=False, door=door) as kiosk:
        await kiosk.press(*["f10"] * 3)
        await say(kiosk, "a wrong guess")
        await kiosk.until(lambda: "That is not the passphrase" in kiosk.text())
        assert kiosk.screen.query_one(TypingBox).value == ""
        assert "Version" not in kiosk.text()
        for _ in range(2):
            await say(kiosk, "a wrong guess")
        await kiosk.until(lambda: "Too many wrong passphrases" in kiosk.text())
        await say(kiosk, PASSPHRASE)
        assert kiosk.place.kind == DOOR.kind
        await kiosk.press("left")
        assert kiosk.place == NEUTRAL


async def test_the_passphrase_opens_and_escape_shuts(
    catalogue: Catalogue, door: StaffDoor, ended: list[bool]
) -> None:
    """After Escape the neutral page is there, and nothing leads behind the door but knocking."""
    async with run_kiosk(catalogue, entered=False, door=door) as kiosk:
        await kiosk.press(*["f10"] * 3)
        await say(kiosk, PASSPHRASE)
        await kiosk.until(lambda: kiosk.place == STAFF)
        await kiosk.until(lambda: "Version" in kiosk.text())
        assert kiosk.screen.query_one(TypingBox).value == ""
        await kiosk.leave()
        assert kiosk.place == NEUTRAL
        await kiosk.press("enter")
        kiosk.screen.follow(STAFF)
        assert "Version" not in kiosk.text()
        kiosk.screen.follow(EndKiosk())
        assert ended == []


async def test_a_second_enter_does_not_end_the_kiosk(
    catalogue: Catalogue, door: StaffDoor, ended: list[bool]
) -> None:
    """Ending takes a number or a choice of its own."""
    async with run_kiosk(catalogue, entered=False, door=door) as kiosk:
        await kiosk.press(*["f10"] * 3)
        await say(kiosk, PASSPHRASE)
        await kiosk.until(lambda: kiosk.place == STAFF)
        await kiosk.press("enter")
        assert ended == []
        await kiosk.press("1")
        assert ended == [True]


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (120, 40)])
async def test_both_pages_work_at_every_size(
    catalogue: Catalogue, door: StaffDoor, size: tuple[int, int]
) -> None:
    """On the smallest screen and on a large one staff get in and read."""
    async with run_kiosk(catalogue, size, entered=False, door=door) as kiosk:
        await kiosk.press(*["f10"] * 3)
        await kiosk.until(lambda: "Passphrase" in kiosk.text())
        await say(kiosk, PASSPHRASE)
        await kiosk.until(lambda: "Version" in kiosk.text())
        await kiosk.press("end")
        await kiosk.until(lambda: "itself." in kiosk.text())
