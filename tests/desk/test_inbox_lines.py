"""What `kiosk inbox` tells and writes, field by field, and when a form's time is over."""

import csv
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.desk.forms import Feedback, Mailing
from kiosk.desk.inbox import Inbox, delete_opened, mark_opened
from kiosk.desk.outbox import Outbox
from kiosk.desk.sealing import private_text, seal
from kiosk.staff.inbox import Wanted, _end, _write, form_lines, open_inbox
from tests.desk.conftest import KEY, outbox_in

DAY = date(2026, 11, 2)
FULL = Mailing(email="a@b.uk", topics=("x", "y"), consent=True, name="Sam", day=DAY)


def test_a_form_is_told_under_its_kind_and_day() -> None:
    """What was left empty is left out; a second line of words stands under the first."""
    bare = Mailing(email="a@b.uk", topics=("x",), consent=True, day=DAY)
    assert list(form_lines(bare)) == [
        "mailing list, 2026-11-02",
        "  email: a@b.uk",
        "  topics: x",
        "  consent: yes",
    ]
    assert list(form_lines(FULL))[1:4] == ["  name: Sam", "  email: a@b.uk", "  topics: x, y"]
    assert list(form_lines(Feedback(rating=5, day=DAY))) == [
        "feedback, 2026-11-02",
        "  rating: 5 of 5",
    ]
    assert list(form_lines(Feedback(rating=1, words="a\nb\nc", day=DAY)))[2] == (
        "  words: a\n    b\n    c"
    )


def rows_in(path: Path) -> list[list[str]]:
    """The cells of a CSV file."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


def test_the_csv_has_a_column_for_every_field(tmp_path: Path) -> None:
    """In this order, and each kind of form in a file of its own."""
    inbox = Inbox([FULL, Feedback(rating=2, words="w", day=DAY)], ())
    _write(tmp_path / "out.csv", inbox)
    assert rows_in(tmp_path / "out-mailing.csv") == [
        ["form", "day", "name", "email", "topics", "consent"],
        ["mailing list", "2026-11-02", "Sam", "a@b.uk", "x, y", "yes"],
    ]
    assert rows_in(tmp_path / "out-feedback.csv") == [
        ["form", "day", "rating", "words"],
        ["feedback", "2026-11-02", "2 of 5", "w"],
    ]
    assert not (tmp_path / "out.csv").exists()


def test_a_spreadsheet_is_told_which_letters_these_are(tmp_path: Path) -> None:
    """Excel takes a file without the mark of UTF-8 for one in the letters of Windows."""
    _write(tmp_path / "out.csv", Inbox([], ()))
    for name in ("feedback", "mailing"):
        assert (tmp_path / f"out-{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["feedback", "mailing"])
def test_no_file_is_overwritten(tmp_path: Path, name: str) -> None:
    """Where one of the files is there, none is written."""
    there = tmp_path / f"out-{name}.csv"
    there.write_text("before")
    with pytest.raises(FileExistsError) as raised:
        _write(tmp_path / "out.csv", Inbox([FULL], ()))
    assert raised.value.filename == str(there)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


@pytest.mark.parametrize(
    ("forms", "closed", "deleted", "told"),
    [
        (0, 0, 0, "Forms: 0."),
        (2, 0, 0, "Forms: 2."),
        (1, 3, 0, "Forms: 1.\nMore that this key does not open: 3. They stay as they are."),
        (0, 0, 2, "Forms: 0.\nDeleted, since their time was over: 2."),
        (
            0,
            1,
            1,
            "Forms: 0.\nMore that this key does not open: 1. They stay as they are.\n"
            "Deleted, since their time was over: 1.",
        ),
    ],
)
def test_the_end_says_how_many(forms: int, closed: int, deleted: int, told: str) -> None:
    """What there is none of is not said."""
    assert _end(Inbox([FULL] * forms, (uuid4(),) * closed), deleted) == told


@pytest.fixture
def outbox(folder: Path) -> Outbox:
    """An outbox with two forms."""
    outbox = outbox_in(folder)
    for number in (1, 2):
        form = Feedback(rating=1, id=UUID(int=number))
        outbox.add_form(form.id, seal(form, KEY.public_key))
    return outbox


@pytest.mark.parametrize(("today", "deleted"), [(7, 0), (8, 1), (9, 1)])
def test_a_form_is_deleted_on_the_day_when_its_time_is_over(
    outbox: Outbox, today: int, deleted: int
) -> None:
    """Seven days after the first, not the last, opening; one never opened stays."""
    mark_opened(outbox, [UUID(int=1)], date(2026, 11, 1))
    mark_opened(outbox, [UUID(int=1)], date(2026, 11, 6))
    assert delete_opened(outbox, 7, date(2026, 11, today)) == deleted
    assert outbox.count_forms() == 2 - deleted


@pytest.mark.parametrize("days", [None, 0])
def test_without_a_time_nothing_is_deleted(
    outbox: Outbox, tmp_path: Path, days: int | None
) -> None:
    """Not even what was opened long ago."""
    (tmp_path / "key").write_text(private_text(KEY))
    for year in (2026, 2036):
        told: list[str] = []
        wanted = Wanted(delete_after=days)
        open_inbox(outbox, tmp_path / "key", wanted, date(year, 1, 1), told.append)
        assert told[0].endswith("Forms: 2.\n")
    assert outbox.count_forms() == 2
