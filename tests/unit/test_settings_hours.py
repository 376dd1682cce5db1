"""The library's hours and news as staff write them: lunch, bank holidays, and single days."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.content.local import local_helplines
from kiosk.content.opening import opening_at
from kiosk.neutral import neutral_text, today, unusual
from kiosk.settings import Notice, Settings, SettingsError, load_settings
from kiosk.settings.hours import Period, read_helpline_hours, read_opening_hours
from kiosk.staff.settings_shown import print_settings

LIBRARY = read_opening_hours(
    {
        "monday": "9:00 - 12:30, 13:30 - 17:30",
        "tuesday": "18:00 - 24:00",
        "thursday": "9:00 - 17:00",
        "friday": "9:00 - 17:00",
        "saturday": "9:00 - 13:00",
        "bank_holidays": "closed",
        "2026-12-24": "9:00 - 12:00",
        "2026-12-27 - 2027-01-03": "closed",
    }
)


def read(text: str, folder: Path) -> Settings:
    """The settings in a file of that text."""
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(str(path))


@pytest.mark.parametrize(
    ("written", "periods"),
    [
        ("9:00 - 17:30", [(540, 1050)]),
        ("9:00-17:30", [(540, 1050)]),
        ("9:00 \N{EN DASH} 17:30", [(540, 1050)]),
        ("9.00 - 17.30", [(540, 1050)]),
        ("0:00 - 24:00", [(0, 1440)]),
        ("18:00 - 0:00", [(1080, 1440)]),
        ("9:00 - 12:30, 13:30 - 17:30", [(540, 750), (810, 1050)]),
        ("closed", []),
        ("24:00 - 2:00", None),
        ("9:00 - 9:00", None),
        ("9:00 - 24:01", None),
        ("9:60 - 17:00", None),
        ("9:0 - 17:00", None),
        ("9:00 - 12:30, 12:30 - 17:30", None),
        ("13:30 - 17:30, 9:00 - 12:30", None),
        ("9:00 - 12:30,", None),
        ("", None),
    ],
)
def test_a_day_has_one_span_or_more_in_order(
    written: str, periods: list[tuple[int, int]] | None
) -> None:
    """With a pause between them; the day ends at 24:00 and begins before it.

    A dash from Word looks as ours does, and many write a dot in the time: both are understood.
    """
    if periods is None:
        with pytest.raises(ValueError, match="must be written like"):
            read_opening_hours({"monday": written})
    else:
        assert read_opening_hours({"monday": written}).week[0] == tuple(
            Period(*each) for each in periods
        )


def test_only_somebody_to_talk_to_is_there_until_the_morning() -> None:
    """For a library it is a slip, which would show it open in the night."""
    night = {"friday": "18:00 - 8:00"}
    assert read_helpline_hours(night).week[4] == (Period(18 * 60, 32 * 60),)
    with pytest.raises(ValueError, match="must be written like"):
        read_opening_hours(night)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-23T08:59", "Opens today at 9:00"),
        ("2026-11-23T12:29", "Open today until 12:30"),
        ("2026-11-23T12:30", "Opens again today at 13:30"),
        ("2026-11-23T13:30", "Open today until 17:30"),
        ("2026-11-23T17:30", "Closed for today"),
        ("2026-11-24T20:00", "Open today until midnight"),
        ("2026-11-25T12:00", "Closed today"),
        ("2026-12-24T11:59", "Open today until 12:00"),
        ("2026-12-24T12:00", "Closed for today"),
        ("2026-12-25T11:00", "Closed today"),
        ("2026-12-26T11:00", ""),  # a Saturday, and no bank holiday in 2026: nobody has said
        ("2026-12-28T11:00", "Closed today"),
        ("2027-01-04T11:00", "Open today until 12:30"),
    ],
)
def test_the_first_page_says_what_holds_on_that_very_day(when: str, said: str) -> None:
    """Single days come before bank holidays, these before the week; what is unsure is not said."""
    assert today(LIBRARY, datetime.fromisoformat(when)) == said
    lines = neutral_text(
        Settings(opening_hours=LIBRARY), datetime.fromisoformat(when), 80, 30
    ).lines
    told = [line for line in lines if line.startswith(("Open ", "Opens ", "Closed "))]
    assert told == ([said] if said else [])


def test_without_a_word_on_bank_holidays_none_is_said_on_one() -> None:
    """Neither that it is open nor that it is closed; `open` says that the weekday's hours hold."""
    week = {"monday": "9:00 - 17:00"}
    may_day = datetime(2026, 5, 4, 10)
    assert today(read_opening_hours(week), may_day) == ""
    assert today(read_opening_hours(week | {"bank_holidays": "open"}), may_day).startswith("Open ")


def test_the_days_to_come_that_are_not_as_usual_are_named() -> None:
    """So that nobody stands before a shut door; a week ahead, each on a line."""
    lines = [" ".join(line.split()) for line in unusual(LIBRARY, datetime(2026, 12, 21, 12))]
    assert lines == [
        "Thursday 24 December 9:00 - 12:00",
        "Friday 25 December closed",
        "Monday 28 December closed",
    ]
    assert unusual(LIBRARY, datetime(2026, 11, 2)) == []


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        (
            '"2026-02-30"',
            'is no day and no run of days: write "2026-12-25", or "2026-12-24 - 2027-01-02".',
        ),
        ('"2026-12-27 - 2026-12-26"', "is no day and no run of days"),
        ('"20261225"', "is no day and no run of days"),
        ('"27.12.2026 - 03.01.2027"', "is no day and no run of days"),
        ('"25 December"', "is no day and no run of days"),
        ("bank_holiday", "is not a setting. Did you mean 'bank_holidays'?"),
    ],
)
def test_a_day_that_is_none_is_told_with_its_line(key: str, fault: str, tmp_path: Path) -> None:
    """And with what to write; the line is found though a key holds blanks, or dots."""
    with pytest.raises(SettingsError) as raised:
        read(f'name = "A"\n[opening_hours]\n{key} = "closed"\n', tmp_path)
    told = str(raised.value).partition("kiosk.toml:")[2]
    assert told.startswith(f"3: 'opening_hours.{key.strip(chr(34))}' {fault}")


def test_a_notice_is_shown_from_one_day_to_another(tmp_path: Path) -> None:
    """Both days are in it; without one, there is no end on that side."""
    settings = read(
        'notices = ["Always.", {text = "Sale.", from = 2026-12-01, to = 2026-12-05}, '
        '{text = "Soon.", to = 2026-12-01}]',
        tmp_path,
    )
    for day, shown in [
        (date(2026, 11, 30), ["Always.", "Soon."]),
        (date(2026, 12, 1), ["Always.", "Sale.", "Soon."]),
        (date(2026, 12, 5), ["Always.", "Sale."]),
        (date(2026, 12, 6), ["Always."]),
    ]:
        noon = datetime(day.year, day.month, day.day, 12)
        lines = neutral_text(settings, noon, 80, 30).lines
        assert [line for line in lines if line in {"Always.", "Sale.", "Soon."}] == shown


@pytest.mark.parametrize(
    ("notice", "fault"),
    [
        ('{text = "A", from = 2026-12-05, to = 2026-12-01}', "ends before it begins"),
        ('{text = "A", from = "2026-12-05"}', "must be a day without quotes"),
        ("{from = 2026-12-05}", "is missing"),
        ('{text = "A", until = 2026-12-05}', "is not a setting"),
    ],
)
def test_a_notice_that_can_never_be_shown_is_refused(
    notice: str, fault: str, tmp_path: Path
) -> None:
    """Its days in the wrong order, in quotes, without a text, or with a key of another name."""
    with pytest.raises(SettingsError, match=fault):
        read(f"notices = [{notice}]", tmp_path)


def test_the_settings_in_force_are_written_as_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `kiosk settings` prints of hours and news can be pasted back and means the same."""
    wanted = read(
        'notices = ["Always.", {text = "Sale.", from = 2026-12-01, to = 2026-12-05}]\n'
        '[opening_hours]\nmonday = "9:00 - 12:30, 13:30 - 24:00"\nbank_holidays = "open"\n'
        '"2026-12-24" = "closed"\n'
        '[[helplines]]\nname = "Advice"\nfor = "all"\nnumber = "1"\nchecked = 2026-11-22\n'
        'hours = {friday = "18:00 - 8:00"}\n',
        tmp_path,
    )
    assert print_settings(str(tmp_path / "kiosk.toml")) == 0
    rows = (line.partition("  #")[0] for line in capsys.readouterr().out.splitlines())
    kept = [
        row for row in rows if row.partition(" ")[0] in {"notices", "opening_hours", "helplines"}
    ]
    again = read("\n".join(kept), tmp_path)
    assert again.notices == wanted.notices == (Notice("Always."), wanted.notices[1])
    assert (again.opening_hours, again.helplines) == (wanted.opening_hours, wanted.helplines)


def test_people_near_here_answer_as_the_settings_say(tmp_path: Path) -> None:
    """Through the night, not on bank holidays, and not on a single day."""
    settings = read(
        '[local_police]\nname = "Police"\nnumber = "101"\nchecked = 2026-11-22\n'
        '[local_police.hours]\nmonday = "18:00 - 8:00"\nthursday = "9:00 - 17:00"\n'
        'bank_holidays = "closed"\n"2026-11-26" = "closed"\n',
        tmp_path,
    )
    line = local_helplines(settings, str)["local-police"]

    def state(text: str) -> str:
        return type(opening_at(line.hours, datetime.fromisoformat(text).astimezone())).__name__

    assert state("2026-11-24T07:59+00:00") == "Open"
    assert state("2026-11-24T08:00+00:00") == "Closed"
    assert state("2026-11-26T10:00+00:00") == "Closed"
    assert state("2026-12-03T10:00+00:00") == "Open"
    assert state("2026-05-04T19:00+01:00") == "Closed"
