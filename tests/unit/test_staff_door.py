"""The staff door: the hash, the wait after wrong tries, and what the page behind it says."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.app.staff_door import KNOCKS, WITHIN_SECONDS, StaffDoor
from kiosk.content.blocks import Place
from kiosk.desk.desk import Desk
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.door.lock import FIRST_WAIT_SECONDS, FREE_TRIES, LONGEST_WAIT_SECONDS, Lock, Tries
from kiosk.door.passphrase import hash_of, is_right
from kiosk.door.status import look_around
from kiosk.edits.store import Store
from kiosk.edits.trial import start
from kiosk.neutral import MEASURE
from kiosk.pages.acts import EndKiosk
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.here import Here
from kiosk.pages.staff_page import DOOR, STAFF
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.settings.desk import PUBLIC_PREFIX, FormSettings
from tests.command import run
from tests.unit.test_live import make_pages, tried

PASSPHRASE = "four plain quiet words"
LOADED = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)


class Clock:
    """Seconds that pass when a test says so."""

    seconds = 1000.0

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@pytest.fixture(scope="module")
def stored_hash() -> str:
    """The hash of the passphrase, as the command makes it."""
    return hash_of(PASSPHRASE)


def door_with(stored_hash: str, tries: Tries) -> StaffDoor:
    """A door of a kiosk that keeps nothing."""
    return StaffDoor(lock_with(stored_hash, tries))


def lock_with(stored_hash: str, tries: Tries) -> Lock:
    """The lock of such a kiosk."""
    return Lock(
        stored_hash, lambda wrong: look_around("", "", Desk(Settings()), LOADED, wrong), tries
    )


def test_only_the_passphrase_is_right(stored_hash: str) -> None:
    """The hash is one of Argon2id with a salt; another text is wrong, however near."""
    assert stored_hash.startswith("$argon2id$")
    assert stored_hash != hash_of(PASSPHRASE)
    assert is_right(stored_hash, PASSPHRASE)
    assert not is_right(stored_hash, PASSPHRASE + " ")
    assert not is_right(stored_hash, "")


@pytest.mark.parametrize("damaged", ["$argon2id$v=19$m=8,t=1,p=1$c2FsdA$", "nonsense", ""])
def test_with_a_damaged_hash_nothing_is_right(damaged: str) -> None:
    """A hash that cannot be read locks the door; it does not end the visit."""
    assert not is_right(damaged, PASSPHRASE)


def test_the_wait_doubles_up_to_its_limit() -> None:
    """Three tries are free; then each wrong one doubles the wait, up to a quarter of an hour."""
    clock = Clock()
    tries = Tries(clock)
    waits = []
    for _ in range(FREE_TRIES + 9):
        tries.begin()
        waits.append(tries.wait_seconds)
        clock.seconds += waits[-1]
        assert tries.wait_seconds == 0
    assert waits[: FREE_TRIES + 2] == [
        *[0] * (FREE_TRIES - 1),
        FIRST_WAIT_SECONDS,
        2 * FIRST_WAIT_SECONDS,
        4 * FIRST_WAIT_SECONDS,
    ]
    assert waits[-1] == LONGEST_WAIT_SECONDS


def test_a_try_counts_before_it_is_known(stored_hash: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Escape while the passphrase is compared has used up the try all the same."""
    tries = Tries(Clock())
    seen = []

    def compare(_hash: str, _typed: str) -> bool:
        seen.append(tries.wrong)
        return False

    monkeypatch.setattr("kiosk.door.lock.is_right", compare)
    door_with(stored_hash, tries).answer("guess")
    assert seen == [1]


def test_the_right_passphrase_opens_and_forgets_the_wrong_ones(stored_hash: str) -> None:
    """Behind the door staff are told how often it was tried in vain; the count begins anew."""
    tries = Tries(Clock())
    door = door_with(stored_hash, tries)
    assert door.answer("guess").kind == DOOR.kind
    shut = door.status
    assert door.answer(PASSPHRASE) == STAFF
    assert shut is None
    assert door.status is not None
    assert door.status.wrong_tries == 1
    assert tries.wrong == 0


def test_while_one_has_to_wait_even_the_right_passphrase_waits(stored_hash: str) -> None:
    """A try in that time is not compared at all, and does not lengthen the wait."""
    clock = Clock()
    door = door_with(stored_hash, Tries(clock))
    for _ in range(FREE_TRIES):
        door.answer("guess")
    clock.seconds += FIRST_WAIT_SECONDS - 1
    assert door.answer(PASSPHRASE) == Place(DOOR.kind, "1")
    clock.seconds += 1
    assert door.answer(PASSPHRASE) == STAFF


def test_an_empty_box_is_no_try(stored_hash: str) -> None:
    """Enter alone costs nothing."""
    tries = Tries(Clock())
    assert door_with(stored_hash, tries).answer("") == DOOR
    assert tries.wrong == 0


def test_slow_knocks_do_not_count(stored_hash: str) -> None:
    """The key counts only pressed often enough within two seconds; a slip is forgotten."""
    clock = Clock()
    door = StaffDoor(lock_with(stored_hash, Tries(clock)), monotonic=clock)
    for _ in range(2 * KNOCKS):
        assert not door.knock()
        clock.seconds += WITHIN_SECONDS
    clock.seconds += 1
    assert [door.knock() for _ in range(KNOCKS)] == [False] * (KNOCKS - 1) + [True]


@pytest.mark.parametrize(
    ("pauses", "opens"),
    [
        ((1, 1), True),
        ((0.5, 1.6), False),
        ((0, 0), True),
        ((1.5, 0.5), True),
        ((1.5, 0.6), False),
        ((2.5, 0.1, 0.1), True),
    ],
)
def test_three_knocks_within_two_seconds_count(
    stored_hash: str, pauses: tuple[float, ...], *, opens: bool
) -> None:
    """From the first of the last three to the last one, both ends included."""
    clock = Clock()
    door = StaffDoor(lock_with(stored_hash, Tries(clock)), monotonic=clock)
    heard = door.knock()
    for pause in pauses:
        assert not heard
        clock.seconds += pause
        heard = door.knock()
    assert heard is opens
    door.shut()
    assert not door.knock()


def test_without_a_lock_nobody_is_heard() -> None:
    """However often the key is pressed."""
    door = StaffDoor()
    assert not any(door.knock() for _ in range(2 * KNOCKS))
    assert door.answer("x") == DOOR


def test_a_shut_door_ends_nothing(stored_hash: str) -> None:
    """Only behind the door can the kiosk be ended."""
    ended: list[int] = []
    door = StaffDoor(lock_with(stored_hash, Tries()), end_kiosk=lambda: ended.append(1))
    door.end_kiosk()
    assert ended == []
    door.answer(PASSPHRASE)
    door.end_kiosk()
    door.shut()
    door.end_kiosk()
    assert ended == [1]


def staff_text(catalogue: Catalogue, here: Here) -> str:
    """The staff page as text."""
    _, page = catalogue.open(STAFF, MEASURE, here)
    return "\n".join("".join(piece.text for piece in line) for line in page.lines)


def test_no_visitor_finds_the_way(catalogue: Catalogue) -> None:
    """No page leads to the door; and without it having been opened there is no staff page."""
    everywhere = list(places(catalogue.edition))
    spots = [spot for place in everywhere for spot in catalogue.open(place, MEASURE)[1].spots]
    targets = {*everywhere, *(spot.leads_to for spot in spots)}
    kinds = {target.kind for target in targets if isinstance(target, Place)}
    assert not kinds & {DOOR.kind, STAFF.kind}
    assert EndKiosk() not in targets
    with pytest.raises(LookupError):
        catalogue.open(STAFF, MEASURE)


def test_staff_see_edits_and_their_faults(tmp_path: Path) -> None:
    """The page tells when what is shown was accepted, and what is wrong with the last edit."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Ashby"\n')
    store = Store(tmp_path / "store")
    catalogue = start(str(settings), store, make_pages)
    desk = Desk(Settings())

    def seen() -> str:
        status = look_around(str(tmp_path / "store"), str(settings), desk, LOADED, 0)
        return staff_text(catalogue, Here(staff=status))

    assert "Visitors see what was accepted on" in seen()
    assert "No later edit was refused" in seen()
    settings.write_text('nmae = "Ashby"\n')
    assert tried(settings, store)
    assert "was refused" in seen()
    assert "Did you mean 'name'?" in " ".join(seen().split())
    assert "End the kiosk" in seen()


def test_staff_are_told_what_systemd_does(catalogue: Catalogue) -> None:
    """Where the machine starts the kiosk again, the page says so, and how to stop it for good."""
    status = look_around("", "", Desk(Settings()), LOADED, 2, is_service=True)
    text = " ".join(staff_text(catalogue, Here(staff=status)).split())
    assert "Start the kiosk again" in text
    assert "sudo systemctl stop kiosk" in text
    assert "nothing is kept of edits" in text
    assert "2 wrong passphrases" in text
    assert "22 November 2026, 09:05" in text


def test_waiting_forms_are_counted(tmp_path: Path) -> None:
    """The number is that of the outbox; an outbox that is none is told, and ends nothing."""
    key = PUBLIC_PREFIX + "A" * 43 + "="
    settings = Settings(forms=FormSettings(key), data=str(tmp_path))
    outbox = Outbox(tmp_path / FILE_NAME)
    for _ in range(2):
        outbox.add_form(uuid4(), b"sealed")
    assert look_around("", "", Desk(settings), LOADED, 0).forms_waiting == 2
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    assert look_around("", "", Desk(settings), LOADED, 0).forms_waiting is None


def test_the_command_prints_a_line_that_the_settings_take(tmp_path: Path) -> None:
    """It asks twice, echoes nothing, and what it prints opens to that passphrase alone."""
    typed = f"{PASSPHRASE}\n{PASSPHRASE}\n"
    done = run("passphrase", typed=typed)
    assert done.exit_code == 0
    assert PASSPHRASE not in done.output
    path = tmp_path / "kiosk.toml"
    path.write_text(done.stdout)
    assert list(tomllib.loads(done.stdout)) == ["staff_passphrase_hash"]
    assert is_right(load_settings(str(path)).staff_passphrase_hash, PASSPHRASE)


@pytest.mark.parametrize("typed", ["too short", "x" * 101])
def test_the_command_refuses_what_is_easily_guessed_or_cannot_be_typed(typed: str) -> None:
    """A passphrase has 12 characters or more, and no more than the kiosk's box takes."""
    done = run("passphrase", typed=f"{typed}\n{typed}\n")
    assert done.exit_code == 2
    assert "$argon2id" not in done.output
    assert "12 to 100 characters" in re.sub(r"\s+", " ", done.stderr)


def test_a_passphrase_in_the_settings_is_refused_without_being_quoted(tmp_path: Path) -> None:
    """Who writes the passphrase itself there is told the remedy; the fault does not repeat it."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'staff_passphrase_hash = "{PASSPHRASE}"\n')
    with pytest.raises(SettingsError) as error:
        load_settings(str(path))
    assert "`kiosk passphrase`" in str(error.value)
    assert PASSPHRASE not in str(error.value)
