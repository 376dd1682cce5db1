"""What staff carry away opens: the one file, a stick that is locked, a spreadsheet."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.staff.inbox import Wanted
from tests.desk.test_data_protection import key_file, outbox, run, settings_file, told
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


def test_the_spreadsheet_of_libraries_shows_what_was_written(
    outbox: Outbox, desk: Desk, key_file: Path, tmp_path: Path
) -> None:
    """LibreOffice opens the CSV as it is: letters, numbers, lines, and no formula among them.

    It is told what its dialog chooses by itself for a file with the mark of UTF-8: see "Token" in
    https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents
    """
    need("soffice")
    words = {"O’Brien, Zoë: 50 € - “yes”", "=1+1", "0800 1111", 'Two\nlines; and "more"', "+44 20"}
    for each in words:
        desk.submit(Feedback(rating=3, words=each))
    told(outbox, key_file, date(2026, 11, 22), Wanted(csv_path=tmp_path / "forms.csv"))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        ["soffice", home, "--headless", _AS_UTF8, "--convert-to", "fods", "forms-feedback.csv"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=300,
    )
    shown = []
    for cell in ET.parse(tmp_path / "forms-feedback.fods").iter(f"{{{_TABLE}}}table-cell"):
        assert f"{{{_TABLE}}}formula" not in cell.attrib
        shown.append("\n".join("".join(line.itertext()) for line in cell.iter(f"{{{_TEXT}}}p")))
    wanted = {f"'{each}" if each.startswith(("=", "+")) else each for each in words}
    assert not wanted - set(shown), shown


_AS_UTF8 = "--infilter=CSV:44,34,76,1"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


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
