"""Delivery to a real PostgreSQL server: cut off, killed and told twice, all arrives, and once."""

import os
import random
import signal
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from kiosk.desk import sync as sync_module
from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.hub import Hub
from kiosk.desk.schema import HEAD, HUB, step_of
from kiosk.desk.sync import LONGEST_WAIT, PATIENCE, pause, sync
from kiosk.desk.trouble import DeskError, Reason
from tests.desk.children import fork
from tests.desk.conftest import forms_in, numbers_in, outbox_in
from tests.desk.cut import CutLine
from tests.desk.postgres import PostgresServer
from tests.tools import DEADLINE_SECONDS, wait_until


def at_once(_seconds: float) -> None:
    """Wait for nothing between two tries."""


def submit(desk: Desk, number: int) -> set[str]:
    """Submit forms; their ids."""
    forms = [Feedback(rating=1) for _ in range(number)]
    for form in forms:
        desk.submit(form)
    return {str(form.id) for form in forms}


def ids_in(hub: Hub) -> list[str]:
    """The ids of the forms at the hub; each form must open."""
    return [str(form.id) for form in forms_in(hub)]


def refusal(hub: Hub) -> DeskError:
    """What is raised where the hub cannot be used."""
    with pytest.raises(DeskError) as raised, hub.begin():
        pass
    return raised.value


def test_forms_and_counts_arrive_and_forms_are_forgotten_here(
    desk: Desk, folder: Path, hub: Hub
) -> None:
    """After a delivery, the hub has all; the kiosk has its counts, and no form."""
    ids = submit(desk, 3)
    desk.count("the-law")
    outbox = outbox_in(folder)
    assert sync(outbox, hub) == 3
    assert set(ids_in(hub)) == ids
    assert forms_in(outbox) == []
    assert numbers_in(hub) == numbers_in(outbox) == {"the-law": 1}


def test_counts_are_told_as_a_whole(desk: Desk, folder: Path, hub: Hub) -> None:
    """A number that grows, is told again, or comes late is never added up twice or made smaller."""
    outbox = outbox_in(folder)
    for expected in (1, 2, 3):
        desk.count("the-law")
        sync(outbox, hub)
        sync(outbox, hub)
        assert numbers_in(hub) == {"the-law": expected}
    with outbox.begin() as connection:  # as an old copy of the file would have it
        connection.execute("UPDATE counts SET number = 2, delivered = 0")
    sync(outbox, hub)
    assert numbers_in(hub) == {"the-law": 3}


def test_two_kiosks_are_counted_apart(tmp_path: Path, hub: Hub) -> None:
    """Two kiosks with the same topic on the same day make two rows, which figures add up."""
    for name in ("one", "two"):
        outbox = outbox_in(tmp_path / name)
        outbox.add_count("the-law", date(2026, 11, 22))
        sync(outbox, hub)
    with hub.begin() as connection:
        assert connection.execute("SELECT number FROM counts").fetchall() == [(1,), (1,)]


# Bytes up and down: cut while signing in, in the middle of a batch, and after the server has
# committed but before its answer is through; now and then a line that holds.
CUTS = [(300, 10**9), (90_000, 10**9), (10**9, 700), (10**9, 1_500), (10**9, 10**9), (10**9, 2_400)]


def test_a_line_that_is_cut_anywhere_loses_nothing(
    desk: Desk, folder: Path, hub: Hub, url: str, server: PostgresServer
) -> None:
    """Delivered over a line that breaks again and again, each form is there once."""
    ids = submit(desk, 700)
    for _ in range(9):
        desk.count("the-law")
    line = CutLine(server.port, CUTS)
    through = Hub(url.replace(f":{server.port}", f":{line.port}"))
    sync(outbox_in(folder), through, at_once)
    line.close()
    assert line.cuts >= 4
    assert sorted(ids_in(hub)) == sorted(ids)
    assert forms_in(outbox_in(folder)) == []
    assert numbers_in(hub) == {"the-law": 9}


def test_a_server_that_crashes_and_comes_back_loses_nothing(
    desk: Desk, folder: Path, hub: Hub, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the server is ended twice as by a crash, delivery waits and goes on."""
    monkeypatch.setattr(sync_module, "BATCH", 20)
    monkeypatch.setattr(sync_module, "LONGEST_WAIT", 0.2)
    monkeypatch.setattr(sync_module, "PATIENCE", 1000)
    ids = submit(desk, 600)
    outbox = outbox_in(folder)
    delivery = threading.Thread(target=sync, args=(outbox, hub))
    delivery.start()
    for part in (1, 2):
        wait_for_progress(folder, 600 - 200 * part)
        server.restart()
    delivery.join(DEADLINE_SECONDS)
    assert not delivery.is_alive()
    assert sorted(ids_in(hub)) == sorted(ids)


def wait_for_progress(folder: Path, left: int) -> None:
    """Wait until no more than so many forms are left in an outbox."""
    outbox = outbox_in(folder)
    wait_until(lambda: outbox.count_forms() <= left, f"an outbox with {left} forms", 0.001)


def test_a_delivery_that_is_killed_anywhere_goes_on(
    desk: Desk, folder: Path, hub: Hub, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at random instants and begun anew, a delivery brings each form once."""
    monkeypatch.setattr(sync_module, "BATCH", 10)
    ids = submit(desk, 300)
    outbox_in(folder)
    instants = random.Random(17)
    kills = 0
    for some_left in (250, 200, 150, 100, 50):
        child = fork(lambda: sync(outbox_in(folder), Hub(url)))
        wait_for_progress(folder, some_left)
        time.sleep(instants.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        kills += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert kills
    sync(outbox_in(folder), hub)
    assert sorted(ids_in(hub)) == sorted(ids)


def test_without_the_hub_everything_waits(desk: Desk, folder: Path) -> None:
    """When the hub stays away, delivery gives up with a message, and every form is still here."""
    submit(desk, 2)
    waits: list[float] = []
    with pytest.raises(DeskError) as raised:
        sync(outbox_in(folder), Hub("postgresql://kiosk@127.0.0.1:1/none"), waits.append)
    assert raised.value.reason is Reason.UNREACHED
    assert len(waits) == PATIENCE - 1
    assert len(forms_in(outbox_in(folder))) == 2


def test_pauses_grow_and_differ() -> None:
    """After more failures kiosks wait longer, up to a minute, and not all for the same time."""
    pauses = [[pause(failures) for _ in range(200)] for failures in (1, 4, 30)]
    assert all(max(some) <= most for some, most in zip(pauses, (2, 16, LONGEST_WAIT), strict=True))
    assert max(pauses[0]) < max(pauses[1]) < max(pauses[2])
    assert len(set(pauses[2])) > 190


def test_a_hub_without_tls_is_refused(server: PostgresServer) -> None:
    """Unless the address says otherwise, the server must prove who it is."""
    error = refusal(Hub(server.url("postgres", tls="")))
    assert error.reason is Reason.SETTINGS
    assert "certificate" in str(error)


def test_a_hub_that_proves_its_name_is_used(server: PostgresServer, url: str) -> None:
    """With the authority's certificate the line is encrypted; under another name it is refused."""
    Hub(url).migrate()
    trusted = f"?sslmode=verify-full&sslrootcert={server.certificate}"
    database = url.partition("?")[0].rpartition("/")[2]
    with Hub(server.url(database, tls=trusted)).begin() as connection:
        asked = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert connection.execute(asked).fetchall() == [(True,)]
    other_name = Hub(server.url(database, host="127.0.0.1", tls=trusted))
    assert refusal(other_name).reason is Reason.SETTINGS


def test_a_hub_without_tables_says_what_to_run(url: str) -> None:
    """Before `kiosk hub migrate`, nothing is delivered, and the message names the command."""
    error = refusal(Hub(url))
    assert error.reason is Reason.SETTINGS
    assert "kiosk hub migrate" in str(error)


def test_a_newer_hub_takes_what_older_kiosks_bring(hub: Hub, desk: Desk, folder: Path) -> None:
    """A county brings its hub up to date first; migrating it with an older program is refused."""
    submit(desk, 1)
    with hub.begin() as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert sync(outbox_in(folder), hub) == 1
    with pytest.raises(DeskError) as raised:
        hub.migrate()
    assert raised.value.reason is Reason.NEWER


def test_the_hub_has_the_tables_of_this_version(hub: Hub) -> None:
    """Migrating twice changes nothing."""
    hub.migrate()
    with hub.begin() as connection:
        assert step_of(connection, HUB) == HEAD


def test_an_address_that_is_none_is_told() -> None:
    """A url that cannot be read is a fault of the settings."""
    with pytest.raises(DeskError) as raised:
        Hub("postgresql://host:port/name")
    assert raised.value.reason is Reason.SETTINGS
