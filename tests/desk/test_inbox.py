"""What staff do with what has arrived: open it, take it into a spreadsheet, delete it in time."""

import csv
import stat
from datetime import date
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback, Mailing
from kiosk.desk.inbox import Inbox, delete_opened, mark_opened, read_inbox
from kiosk.desk.outbox import Outbox
from kiosk.desk.schema import Store
from kiosk.desk.sealing import private_text, seal
from kiosk.desk.trouble import DeskError
from kiosk.staff.inbox import Wanted, open_inbox
from tests.desk.conftest import KEY, forms_in, outbox_in

FORMULAS = ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "  =cmd|' /C calc'!A0", "＝1+1", "|x"]


@pytest.fixture
def outbox(desk: Desk, folder: Path) -> Outbox:
    """An outbox with a form of each kind."""
    desk.submit(Feedback(rating=2, words="Two\nlines", day=date(2026, 11, 2)))
    desk.submit(
        Mailing(
            name="Sam",
            email="sam@example.org",
            topics=("news", "talks"),
            consent=True,
            day=date(2026, 11, 1),
        )
    )
    return outbox_in(folder)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """The private key's file."""
    path = tmp_path / "private.key"
    path.write_text(private_text(KEY) + "\n")
    return path


def told(
    outbox: Store, key_file: Path, days: int | None = None, today: int = 22, csv: Path | None = None
) -> str:
    """What `kiosk inbox` prints on a day of November."""
    said: list[str] = []
    wanted = Wanted(sheet_path=csv, delete_after=days)
    open_inbox(outbox, key_file, wanted, date(2026, 11, today), said.append)
    return "".join(said)


def test_forms_are_listed_the_oldest_first(outbox: Outbox, key_file: Path) -> None:
    """Every field that was filled in is told, each form under its kind and day."""
    assert told(outbox, key_file) == (
        "mailing list, 2026-11-01\n  name: Sam\n  email: sam@example.org\n  topics: news, talks\n"
        "  consent: yes\n\nfeedback, 2026-11-02\n  rating: 2 of 5\n  words: Two\n    lines\n\n"
        "Forms: 2.\n"
    )


def test_forms_are_exported_for_one_pair_of_eyes(
    outbox: Outbox, key_file: Path, tmp_path: Path
) -> None:
    """The CSV has a row a form, only its owner can read it, and no file is overwritten."""
    path = tmp_path / "forms.csv"
    assert told(outbox, key_file, csv=path) == (
        "Written: forms-feedback.csv, forms-mailing.csv\nForms: 2.\n"
    )
    for name, field, value in (
        ("mailing", "email", "sam@example.org"),
        ("feedback", "words", "Two\nlines"),
    ):
        one = tmp_path / f"forms-{name}.csv"
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
        with one.open(newline="", encoding="utf-8-sig") as file:
            [row] = csv.DictReader(file)
        assert row[field] == value
    with pytest.raises(FileExistsError):
        told(outbox, key_file, csv=path)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula(
    words: str, desk: Desk, folder: Path, key_file: Path, tmp_path: Path
) -> None:
    """What a spreadsheet would run stands behind an apostrophe, in quotation marks."""
    desk.submit(Feedback(rating=1, words=words))
    path = tmp_path / "forms.csv"
    told(outbox_in(folder), key_file, csv=path)
    kept = words.strip()
    assert f'"\'{kept}"' in (tmp_path / "forms-feedback.csv").read_text(encoding="utf-8")


def test_forms_are_deleted_some_days_after_they_were_opened(outbox: Outbox, key_file: Path) -> None:
    """The days run from the first opening, so that nothing is deleted that nobody has read."""
    assert delete_opened(outbox, 1, date(2030, 1, 1)) == 0
    told(outbox, key_file, days=7, today=1)
    told(outbox, key_file, days=7, today=7)
    assert len(forms_in(outbox)) == 2
    assert "over: 2." in told(outbox, key_file, days=7, today=8)
    assert forms_in(outbox) == []


def test_forms_of_another_key_stay_and_are_told(desk: Desk, outbox: Outbox, tmp_path: Path) -> None:
    """With a wrong key nothing is shown, counted as opened or deleted."""
    wrong = tmp_path / "wrong.key"
    wrong.write_text(private_text(PrivateKey.generate()))
    desk.submit(Feedback(rating=1))
    assert "does not open: 3." in told(outbox, wrong, days=1, today=1)
    told(outbox, wrong, days=1, today=20)
    assert len(forms_in(outbox)) == 3


def test_a_form_that_was_put_in_again_is_not_shown_twice(outbox: Outbox) -> None:
    """A copied envelope under another number does not count as a form."""
    form = Feedback(rating=1)
    for number in (form.id, Feedback(rating=1).id):
        outbox.add_form(number, seal(form, KEY.public_key))
    inbox = read_inbox(outbox, KEY)
    assert (len(inbox.forms), len(inbox.closed)) == (3, 1)


@pytest.mark.parametrize("junk", [b"", b"short", b"\0" * 5000])
def test_junk_is_no_form(outbox: Outbox, junk: bytes) -> None:
    """Whoever has a kiosk's login can put bytes into the hub; they open as nothing."""
    outbox.add_form(Feedback(rating=1).id, junk)
    inbox = read_inbox(outbox, KEY)
    assert (len(inbox.forms), len(inbox.closed)) == (2, 1)


def test_a_file_that_is_no_key_is_told(outbox: Outbox, tmp_path: Path) -> None:
    """The public key, or any other file, opens nothing and says so."""
    path = tmp_path / "no.key"
    path.write_bytes(b"\xff\x00nothing")
    with pytest.raises(DeskError):
        told(outbox, path)


def test_an_empty_inbox_is_empty(folder: Path) -> None:
    """A new file has no forms."""
    store = outbox_in(folder)
    assert read_inbox(store, KEY) == Inbox([], ())
    mark_opened(store, [], date(2026, 1, 1))
