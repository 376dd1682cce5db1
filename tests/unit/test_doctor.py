"""The doctor: what each probe says of a machine that is well, and of one that is not."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.content.model import Content
from kiosk.settings import Settings
from kiosk.staff.doctor import (
    clock,
    disk,
    examine,
    glyphs,
    program,
    service,
    speech,
    terminal,
    words,
)
from kiosk.staff.doctor.machine import Machine, Probe
from kiosk.staff.findings import Severity
from tests.machine import LONDON, machine_with, only

ROOT = Path(__file__).parents[2]
KEYS = ("family", "state", "text", "remedy")
OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR


@pytest.fixture
def machine(content: Content) -> Machine:
    """A machine that is well, without a terminal."""
    return machine_with(Settings(), content)


def states(probe: Probe, machine: Machine) -> list[str]:
    """How a probe judges a machine."""
    return [finding.severity for finding in probe(machine)]


def test_every_remedy_says_what_to_do(machine: Machine, tmp_path: Path) -> None:
    """Whatever is not well comes with a remedy, and what is well with none."""
    broken = replace(
        machine,
        troubles=("en/start.yaml:6: There is no topic.",),
        content=None,
        environment={"TERM": "dumb", "TMUX": "x"},
        now=datetime(1970, 1, 1, tzinfo=UTC),
        terminal=0,
        settings=Settings(log=str(tmp_path / "no/such/folder/kiosk.log")),
    )
    probes = [probe for members in examine.PROBES.values() for probe in members]
    for subject in (machine, broken):
        for probe in probes:
            for finding in examine._findings_of(probe, subject):
                assert (finding.severity == "ok") == (finding.instead == ""), finding


def test_an_old_python_is_a_fault(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kiosk needs Python 3.11."""
    assert states(program.python, machine) == ["ok"]
    monkeypatch.setattr(program, "LEAST_PYTHON", (99, 0))
    assert states(program.python, machine) == ["error"]


def test_a_library_that_does_not_fit_is_named(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing library and one of another version than the pinned one are told apart."""
    monkeypatch.setattr(program, "requires", lambda _: ["textual==1.0", "no-such-library>=2"])
    finding = only(program.libraries, machine)
    assert finding.severity == "error"
    assert "(made for 1.0)" in finding.what
    assert "no-such-library (missing)" in finding.what


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (("active", 0), "ok"),
        (("active", 40), "warning"),
        (("failed", 0), "error"),
        (("inactive", 0), "error"),
    ],
)
def test_an_installed_service_must_run(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    said: tuple[str, int],
    state: str,
) -> None:
    """Where the service is installed it has to run, and not to be started anew all the time."""
    monkeypatch.setattr(service, "state_of_service", lambda: said)
    monkeypatch.setattr(service, "UNIT", tmp_path / "kiosk.service")
    assert states(service.running, machine) == ["ok"]  # not installed: nothing to run
    service.UNIT.touch()
    assert states(service.running, machine) == [state]


def test_systemd_is_asked_for_the_service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What `systemctl show` prints is read, and silence means that nothing is known."""
    systemctl = tmp_path / "systemctl"
    systemctl.write_text("#!/bin/sh\necho ActiveState=active\necho NRestarts=2\n")
    systemctl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert service.state_of_service() == ("active", 2)
    systemctl.write_text("#!/bin/sh\nexit 1\n")
    assert service.state_of_service() == ("unknown", 0)


def test_faults_in_the_words_are_told_one_by_one(machine: Machine) -> None:
    """Each fault comes with its file and line, as everywhere else."""
    troubled = replace(machine, content=None, troubles=("a.md:1: One.", "b.md:2: Two."))
    findings = list(words.content(troubled))
    assert [(finding.severity, finding.what) for finding in findings] == [
        ("error", "a.md:1: One."),
        ("error", "b.md:2: Two."),
    ]


def test_overdue_topics_are_named(machine: Machine) -> None:
    """After its review date a topic is to be checked; before it the next date is told."""
    assert "safer-internet-day" in only(words.review_dates, machine).what
    later = replace(machine, now=datetime(2027, 2, 1, tzinfo=LONDON))
    finding = only(words.review_dates, later)
    assert finding.severity == "warning"
    assert "safer-internet-day" in finding.what


@pytest.mark.parametrize(
    ("zone", "month", "state"),
    [
        ("UTC", 1, "ok"),
        ("UTC", 7, "warning"),
        ("Europe/London", 7, "ok"),
        ("Asia/Tokyo", 1, "warning"),
    ],
)
def test_another_time_zone_is_told(machine: Machine, zone: str, month: int, state: str) -> None:
    """A machine on UTC is right in winter and an hour wrong in summer."""
    now = datetime(2027, month, 10, 12, 0, tzinfo=ZoneInfo(zone))
    assert states(clock.zone, replace(machine, now=now)) == [state]


@pytest.mark.parametrize(("year", "state"), [(1970, "error"), (2027, "ok"), (2106, "error")])
def test_a_date_that_cannot_be_is_told(machine: Machine, year: int, state: str) -> None:
    """A machine without a battery starts in another year: before the words were written."""
    now = datetime(year, 6, 1, tzinfo=LONDON)
    assert states(clock.day, replace(machine, now=now)) == [state]


def test_a_full_disk_is_told(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """With too little room the remedy is a command that makes some."""
    assert states(disk.room, machine) == ["ok"]
    monkeypatch.setattr(disk, "LEAST_FREE_BYTES", 1 << 80)
    assert states(disk.room, machine) == ["warning"]


def test_a_log_that_cannot_be_written_is_told(machine: Machine, tmp_path: Path) -> None:
    """The log of the settings is opened, not guessed about."""
    assert states(disk.log, machine) == ["ok"]
    good = replace(machine, settings=Settings(log=str(tmp_path / "kiosk.log")))
    assert states(disk.log, good) == ["ok"]
    bad = replace(machine, settings=Settings(log=str(tmp_path / "no/kiosk.log")))
    assert states(disk.log, bad) == ["warning"]


def test_speech_is_told_and_missing_only_where_it_is_wanted(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A kiosk that does not read aloud needs no voice; the command that adds one is told."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt install" in only(speech.engine, machine).what
    wanted = replace(machine, settings=Settings(reading_aloud=True))
    assert "apt install" in only(speech.engine, wanted).instead
    engine = tmp_path / "espeak-ng"
    engine.write_text("#!/bin/sh\n")
    engine.chmod(0o755)
    finding = only(speech.engine, machine)
    assert (finding.severity, "espeak-ng" in finding.what) == ("ok", True)


def test_a_terminal_that_cannot_be_used_is_a_fault(machine: Machine) -> None:
    """TERM=dumb cannot show a full screen; tmux holds Escape back."""
    assert states(terminal.name, machine) == ["ok"]
    dumb = replace(machine, terminal=0, environment={"TERM": "dumb"})
    assert states(terminal.name, dumb) == ["error"]
    inside = replace(machine, terminal=0, environment={"TERM": "tmux", "TMUX": "x"})
    assert states(terminal.name, inside) == ["ok", "warning"]


@pytest.mark.parametrize(
    ("columns", "rows", "state"),
    [(80, 24, "ok"), (79, 24, "warning"), (20, 6, "warning"), (19, 6, "error"), (0, 0, "warning")],
)
def test_a_small_screen_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, columns: int, rows: int, state: str
) -> None:
    """From 20 by 6 on the kiosk works, from 80 by 24 on it is at ease."""
    size = os.terminal_size((columns, rows))
    monkeypatch.setattr("os.get_terminal_size", lambda *_: size)
    assert states(terminal.size, replace(machine, terminal=0)) == [state]


def test_a_font_without_the_signs_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The first screen's font is asked for its signs; a machine without one has nothing to tell."""
    monkeypatch.setattr(glyphs, "_CONSOLE", str(tmp_path / "none"))
    assert states(glyphs.console_font, machine) == []
    monkeypatch.setattr(glyphs, "_CONSOLE", "/dev/null")
    monkeypatch.setattr(glyphs, "signs_of_font", lambda _: {ord(sign) for sign in glyphs.DRAWN})
    assert states(glyphs.console_font, machine) == ["ok"]
    monkeypatch.setattr(glyphs, "signs_of_font", lambda _: {ord("─")})
    finding = only(glyphs.console_font, machine)
    assert finding.severity == "warning"
    assert "┃" in finding.what
    assert "─" not in finding.what


def test_every_sign_that_is_drawn_is_tested() -> None:
    """Whatever the program draws beyond ASCII stands in the doctor's list."""
    sources = [*(ROOT / "kiosk/pages").rglob("*.py"), *(ROOT / "kiosk/app").rglob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    drawn = set(re.findall(r"[^\x00-\x7f]", text))
    assert drawn <= set(glyphs.DRAWN + glyphs.NOT_ON_CONSOLE)
