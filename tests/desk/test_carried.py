"""What staff carry away opens: the one file, a stick that is locked, a spreadsheet."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.staff.copied import readable
from kiosk.staff.inbox import Wanted
from tests.command import run
from tests.desk.test_data_protection import key_file, outbox, settings_file, told
from tests.tools import need

__all__ = ["key_file", "outbox", "settings_file"]


def test_a_copy_of_the_one_file_has_every_form(desk: Desk, folder: Path, tmp_path: Path) -> None:
    """Also while another program holds the file open, and whoever sent it was killed."""
    desk.submit(Feedback(rating=1))
    with closing(sqlite3.connect(folder / FILE_NAME)) as other:
        other.execute("SELECT count(*) FROM forms").fetchone()
        for number in range(3):
            desk.submit(Feedback(rating=2, words=f"Number {number}"))
            copy = tmp_path / f"{number}.sqlite"
            shutil.copyfile(folder / FILE_NAME, copy)
            assert Outbox(copy).count_forms() == number + 2


@pytest.mark.parametrize(
    ("kind", "told_of_it", "harmless"),
    [("ods", (), ""), ("csv", ("--infilter=CSV:44,34,76,1",), "'")],
    ids=["a sheet", "CSV"],
)
def test_the_spreadsheet_of_libraries_shows_what_was_written(
    outbox: Outbox,
    desk: Desk,
    key_file: Path,
    tmp_path: Path,
    kind: str,
    told_of_it: tuple[str, ...],
    harmless: str,
) -> None:
    """LibreOffice opens both kinds of files: letters, numbers, lines, and no formula among them.

    A sheet it opens as it is. Of CSV it is told the letters, for which its dialog asks: see "Token"
    in https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents
    """
    need("soffice")
    words = {
        "O’Brien, Zoë: 50 € - “yes”",
        "=1+1",
        "0800 1111",
        'Two\nlines;  and "<more>"',
        "+44 20",
    }
    for each in words:
        desk.submit(Feedback(rating=3, words=each))
    told(outbox, key_file, date(2026, 11, 22), Wanted(sheet_path=tmp_path / f"forms.{kind}"))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [
            "soffice",
            home,
            "--headless",
            *told_of_it,
            "--convert-to",
            "xlsx",
            f"forms-feedback.{kind}",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=300,
    )
    with ZipFile(tmp_path / "forms-feedback.xlsx") as book:
        assert b"<f" not in book.read("xl/worksheets/sheet1.xml").replace(b"<format", b"")
        texts = ET.fromstring(book.read("xl/sharedStrings.xml"))
    shown = {"".join(each.itertext()) for each in texts}
    wanted = {harmless + each if each.startswith(("=", "+")) else each for each in words}
    assert not wanted - shown, shown


def test_a_stick_that_may_not_be_written_can_be_read(
    settings_file: Path, outbox: Outbox, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a copy that goes again; staff are told that nothing is marked in it."""
    before = outbox.path.read_bytes()
    monkeypatch.setattr("kiosk.staff.copied._may_be_written", lambda _: False)
    done = run("--settings", settings_file, "inbox", "--key", key_file, "--from", outbox.path)
    assert "Forms: 5." in done.stdout
    assert "may not be written: nothing in it is marked as read, or deleted." in done.stderr
    assert outbox.path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(
    settings_file: Path, key_file: Path, tmp_path: Path
) -> None:
    """To read it must not write into it; and a copy that came to nothing holds no forms."""
    other, nothing = tmp_path / "other.db", tmp_path / "nothing.sqlite"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE books (title)")
        database.commit()
    nothing.touch()
    for file in (other, nothing):
        before = file.read_bytes()
        done = run("--settings", settings_file, "inbox", "--key", key_file, "--from", file)
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"{file} is not what a kiosk keeps forms in." in done.stderr
        assert file.read_bytes() == before


def test_what_a_killed_kiosk_left_in_the_log_beside_the_file_is_read_too(
    desk: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite has it there until somebody may write; the copy of both is gone afterwards."""
    desk.submit(Feedback(rating=1))
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM forms").fetchone()
        desk.submit(Feedback(rating=2))  # it cannot come into the file while somebody reads
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            shutil.copyfile(folder / name, stick / name)
    monkeypatch.setattr("kiosk.staff.copied._may_be_written", lambda _: False)
    told: list[str] = []
    with readable(stick / FILE_NAME, told.append) as copy:
        assert Outbox(copy).count_forms() == 2
    assert len(told) == 1
    assert not copy.parent.exists()
