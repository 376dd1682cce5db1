"""The doctor's probes at their edges: the last machine that is well, and the first that is not."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import msgspec
import pytest

from kiosk.content.model import Content
from kiosk.settings import Settings
from kiosk.staff.doctor import clock, disk, program, service, words
from kiosk.staff.doctor.examine import _KEYS, PROBES
from kiosk.staff.doctor.machine import Machine
from tests.machine import LONDON, machine_with, only


@pytest.fixture
def machine(content: Content) -> Machine:
    """A machine with a terminal at which something can be amiss."""
    return replace(machine_with(Settings(), content), terminal=0)


def test_these_things_are_tested() -> None:
    """Each probe once, in this order; keys only where somebody is there to press them."""
    told = {family: [probe.__name__ for probe in probes] for family, probes in PROBES.items()}
    assert told == {
        "Program": ["python", "libraries"],
        "Service": ["running", "off", "timer"],
        "Confinement": ["visitors"],
        "Words": ["settings", "places", "content", "review_dates", "accepted", "languages"],
        "Forms": ["forms_key", "promises", "outbox", "hub"],
        "Clock": ["zone", "day"],
        "Terminal": ["name", "size", "colours", "letters"],
        "Signs": ["widths", "console_font"],
        "Keyboard": ["layout"],
        "Disk": ["room", "log", "data"],
        "Speech": ["engine"],
        "Printer": ["queue"],
    }
    assert [probe.__name__ for probe in _KEYS["Keys"]] == ["pressed"]


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "ok"), (1, "ok"), (-1, "error")],
)
def test_no_day_is_before_the_newest_words(machine: Machine, days: int, state: str) -> None:
    """The day on which they were checked may be today."""
    assert machine.content is not None
    newest = max(topic.reviewed for topic in machine.content.topics.values())
    now = datetime.combine(newest + timedelta(days=days), datetime.min.time(), LONDON)
    assert only(clock.day, replace(machine, now=now)).severity == state


@pytest.mark.parametrize(
    ("day", "state"), [("2099-12-31", "ok"), ("2100-01-01", "error"), ("0001-01-01", "ok")]
)
def test_without_words_a_date_is_right_until_it_cannot_be(
    machine: Machine, day: str, state: str
) -> None:
    """There is nothing then to compare it with but the end of the century."""
    now = datetime.fromisoformat(day).replace(tzinfo=UTC)
    assert only(clock.day, replace(machine, content=None, now=now)).severity == state


@pytest.mark.parametrize(("zone", "state"), [("Europe/Dublin", "ok"), ("Europe/Paris", "warning")])
def test_the_clock_is_compared_by_its_time(machine: Machine, zone: str, state: str) -> None:
    """A zone with London's time will do, whatever it is called."""
    now = datetime(2026, 7, 1, 12, 30, tzinfo=ZoneInfo(zone))
    finding = only(clock.zone, replace(machine, now=now))
    assert finding.severity == state
    assert "12:30" in finding.what
    assert state == "ok" or "11:30" in finding.what


@pytest.mark.parametrize(
    ("free", "state"), [(200_000_000, "ok"), (199_999_999, "warning"), (10**12, "ok")]
)
def test_how_much_room_there_must_be(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, free: int, state: str
) -> None:
    """Two hundred megabytes, where the log and the data are."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert {finding.severity for finding in disk.room(machine)} == {state}


@pytest.mark.parametrize(("log", "folders"), [("", 1), ("{here}/kiosk.log", 2)])
def test_room_is_looked_for_where_something_is_written(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, log: str, folders: int
) -> None:
    """The data folder, and the log's where there is one; of folders to be made, the one above."""
    monkeypatch.setattr(disk, "DATA", tmp_path / "not/there/yet")
    (tmp_path / "log").mkdir()
    data = str(tmp_path / "not/there/yet")
    settings = Settings(data=data, log=log.format(here=tmp_path / "log"))
    found = [finding.what for finding in disk.room(replace(machine, settings=settings))]
    assert len(found) == folders
    assert any(text.endswith(f"at {tmp_path}.") for text in found)
    assert not log or any(text.endswith(f"at {tmp_path / 'log'}.") for text in found)


@pytest.mark.parametrize(
    ("is_there", "may_write", "states"),
    [(False, True, []), (True, True, ["ok"]), (True, False, ["warning"])],
)
def test_the_data_folder_must_be_the_kiosks(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    states: list[str],
    *,
    is_there: bool,
    may_write: bool,
) -> None:
    """Where there is one at all."""
    monkeypatch.setattr(disk, "DATA", tmp_path if is_there else tmp_path / "none")
    monkeypatch.setattr("os.access", lambda *_: may_write)
    assert [finding.severity for finding in disk.data(machine)] == states


@pytest.mark.parametrize(
    ("state", "restarts", "expected"),
    [("active", 2, "ok"), ("active", 3, "warning"), ("activating", 0, "error"), ("", 9, "error")],
)
def test_how_often_a_service_may_be_started_anew(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    state: str,
    restarts: int,
    expected: str,
) -> None:
    """Twice is chance; whatever is not active does not run."""
    monkeypatch.setattr(service, "UNIT", tmp_path)
    monkeypatch.setattr(service, "state_of_service", lambda: (state, restarts))
    assert only(service.running, machine).severity == expected


@pytest.mark.parametrize(
    ("version", "state"),
    [((3, 10, 9), "error"), ((3, 11, 0), "ok"), ((3, 14, 0), "ok")],
)
def test_which_python_will_do(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], state: str
) -> None:
    """From 3.11 on; the finding says which one runs."""
    monkeypatch.setattr("sys.version_info", version)
    finding = only(program.python, machine)
    assert finding.severity == state
    assert ".".join(map(str, version)) in finding.what
    assert state == "ok" or "3.11" in finding.instead


@pytest.mark.parametrize(
    ("wanted", "state", "told"),
    [
        (["pytest", "ruff>=0.1"], "ok", "All 2 libraries"),
        (["pytest==0.1"], "error", "pytest "),
        (["none-such; extra == 'x'", "pytest"], "ok", "All 1 libraries"),
        (None, "ok", "All 0 libraries"),
    ],
)
def test_which_libraries_fit(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    wanted: list[str] | None,
    state: str,
    told: str,
) -> None:
    """Each that is wanted must be there; a pinned one in that version; extras are extras."""
    monkeypatch.setattr(program, "requires", lambda _: wanted)
    finding = only(program.libraries, machine)
    assert (finding.severity, told in finding.what) == (state, True)


@pytest.mark.parametrize(("days", "state"), [(0, "ok"), (1, "warning")])
def test_a_review_is_overdue_on_the_day_after(machine: Machine, days: int, state: str) -> None:
    """On the day itself there is still time; pathways count as topics do."""
    content = machine.content
    assert content is not None
    soon = date(2026, 12, 1)
    name = next(iter(content.pathways))
    pathways = {
        **content.pathways,
        name: msgspec.structs.replace(content.pathways[name], review_by=soon),
    }
    now = datetime(2026, 12, 1 + days, tzinfo=LONDON)
    changed = replace(machine, content=msgspec.structs.replace(content, pathways=pathways), now=now)
    finding = only(words.review_dates, changed)
    assert (finding.severity, name in finding.what) == (state, True)
    assert state == "warning" or "01 December 2026" in finding.what
