"""What can be wrong with the disk and the file: told with a remedy, and nothing kept is lost."""

import os
import resource
import shutil
import sqlite3
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TextIO

import psycopg
import pytest
from nacl.public import PrivateKey

from kiosk.desk import outbox as outbox_module
from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.hub import Hub
from kiosk.desk.inbox import delete_in_time
from kiosk.desk.outbox import FILE_NAME
from kiosk.desk.schema import HEAD, HUB, KIOSK, Database, step_of
from kiosk.desk.sealing import seal
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from tests.desk.children import in_child
from tests.desk.conftest import KEY, forms_in, outbox_in, settings_in

WORDS = "the words of a visitor"
NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike those that pytest makes."""
    path = Path(tempfile.mkdtemp(prefix="kiosk-desk-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def refusal(desk: Desk) -> DeskError:
    """What is raised where a form cannot be kept; never with the visitor's words in it."""
    with pytest.raises(DeskError) as raised:
        desk.submit(Feedback(rating=1, words=WORDS))
    told = "".join(traceback.format_exception(raised.value))
    assert WORDS not in told
    assert str(raised.value)
    return raised.value


def as_nobody() -> None:
    """Give up root's rights, which know no read-only folder."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def test_a_full_disk_is_told_and_loses_nothing(desk: Desk, folder: Path) -> None:
    """When the disk takes no more, what was accepted is there, and the next fits later."""
    accepted = folder / "accepted"
    outbox_in(folder)

    def submit_many(file: TextIO) -> None:
        for number in range(1000):
            desk.submit(Feedback(rating=1))
            file.write(f"{number}\n")

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, resource.RLIM_INFINITY))
        with accepted.open("w") as file, pytest.raises(DeskError) as raised:
            submit_many(file)
        assert raised.value.reason is Reason.FULL
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        desk.submit(Feedback(rating=2))  # somebody has made room, and the visitor tries again

    in_child(fill)
    before = len(accepted.read_text().splitlines())
    assert before > 5
    assert len(forms_in(outbox_in(folder))) == before + 1


def test_a_folder_that_cannot_be_made_is_told(open_folder: Path) -> None:
    """A kiosk without the right to make its folder says so, and names the setting."""

    def try_it() -> None:
        as_nobody()
        error = refusal(Desk(settings_in(open_folder / "data")))
        assert error.reason is Reason.READ_ONLY
        assert "`data`" in str(error)

    open_folder.chmod(0o555)
    in_child(try_it)
    assert list(open_folder.iterdir()) == []


def test_a_file_that_may_not_be_written_is_told(open_folder: Path) -> None:
    """An outbox that can be read but not written takes no form, and keeps what it has."""
    Desk(settings_in(open_folder)).submit(Feedback(rating=1))
    (file,) = open_folder.iterdir()
    file.chmod(0o444)
    open_folder.chmod(0o555)

    def try_it() -> None:
        as_nobody()
        assert refusal(Desk(settings_in(open_folder))).reason is Reason.READ_ONLY

    in_child(try_it)
    open_folder.chmod(0o755)
    file.chmod(0o600)
    assert len(forms_in(outbox_in(open_folder))) == 1


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    """Settings that name a file instead of a folder are no reason for a crash."""
    (tmp_path / "data").write_text("")
    assert refusal(Desk(settings_in(tmp_path / "data"))).reason is Reason.READ_ONLY


def test_another_program_that_holds_the_file_is_told(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A visitor is not kept waiting for ever; once the other is done, the form goes through."""
    monkeypatch.setattr(outbox_module, "BUSY_SECONDS", 0.05)
    outbox_in(folder)
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(desk).reason is Reason.BUSY
    other.execute("ROLLBACK")
    other.close()
    desk.submit(Feedback(rating=1))
    assert len(forms_in(outbox_in(folder))) == 1


def test_a_file_that_is_no_outbox_is_told(desk: Desk, folder: Path) -> None:
    """A damaged file is left as it is, for whoever can save something from it."""
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"not a database" * 100)
    assert refusal(desk).reason is Reason.BROKEN
    assert (folder / FILE_NAME).read_bytes() == b"not a database" * 100


def test_a_newer_outbox_is_refused(desk: Desk, folder: Path) -> None:
    """A kiosk that was put back to an older version writes nothing into tables it does not know."""
    desk.submit(Feedback(rating=1))
    with outbox_in(folder).begin() as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    error = refusal(Desk(settings_in(folder)))
    assert error.reason is Reason.NEWER
    assert "9999" in str(error)


@pytest.mark.parametrize("step", sorted(KIOSK.steps)[:-1])
def test_an_older_outbox_is_brought_up_to_date(folder: Path, step: str) -> None:
    """An update finds what waited before it, whichever version has made the file."""
    form = Feedback(rating=1)
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as old, old:
        for statement in statements_to(step, KIOSK):
            old.execute(statement)
        row = (form.id.hex, seal(form, KEY.public_key))
        old.execute("INSERT INTO forms (id, sealed) VALUES (?, ?)", row)
    updated = outbox_in(folder)
    with updated.begin() as connection:
        assert step_of(connection, KIOSK) == HEAD
    assert forms_in(updated) == [form]
    assert delete_in_time(updated, 30, date(2026, 11, 22)) == 0


@pytest.mark.parametrize("step", sorted(HUB.steps)[:-1])
def test_an_older_hub_is_brought_up_to_date(url: str, step: str) -> None:
    """Likewise; it fills in the day by itself for kiosks that do not know of it."""
    forms = [Feedback(rating=1), Feedback(rating=2)]
    rows = [(form.id, seal(form, KEY.public_key)) for form in forms]
    add = "INSERT INTO forms (id, sealed) VALUES (%s, %s)"
    with psycopg.connect(url) as old:
        for statement in statements_to(step, HUB):
            old.execute(statement.encode())
        old.execute(add, rows[0])
    hub = Hub(url)
    hub.migrate()
    with psycopg.connect(url) as owner:
        owner.execute(add, rows[1])
        asked = owner.execute("SELECT count(*) FROM forms WHERE arrived = CURRENT_DATE")
        assert asked.fetchone() == (2 if step == "0003" else 1,)
    assert {form.id for form in forms_in(hub)} == {form.id for form in forms}


def statements_to(step: str, database: Database) -> list[str]:
    """What a version said that knew no later step."""
    steps = [each for name, each in database.steps.items() if name <= step]
    note = f"UPDATE alembic_version SET version_num = '{step}'"
    return [*chain.from_iterable(steps), note]


def test_a_key_that_is_none_is_told(folder: Path) -> None:
    """A key that settings could not have given is refused before anything is written."""
    key = FormSettings(public_key=bytes(PrivateKey.generate()).hex())
    desk = Desk(Settings(data=str(folder), forms=key))
    assert refusal(desk).reason is Reason.SETTINGS
    assert not folder.exists()


def test_a_commit_waits_for_the_disk(folder: Path) -> None:
    """Every connection writes ahead, syncs each commit in full, and overwrites what it deletes."""
    with outbox_in(folder).begin() as connection:
        told = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
