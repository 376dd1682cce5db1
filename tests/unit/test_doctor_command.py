"""`kiosk doctor`: what it prints, for people and for programs, and how it ends."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk import __version__
from kiosk.staff.doctor import examine, program
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, Severity
from tests.command import run
from tests.unit.conftest import replace_in

ROOT = Path(__file__).parents[2]
KEYS = ("family", "state", "text", "remedy")
OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR


class Case(NamedTuple):
    """Findings, and what becomes of them."""

    states: list[Severity]
    code: int
    last: str


@pytest.mark.parametrize(
    "case",
    [
        Case([OK, OK], 0, "2 well, 0 to look at, 0 to mend."),
        Case([OK, WARNING], 1, "1 well, 1 to look at, 0 to mend."),
        Case([WARNING, ERROR, OK], 2, "1 well, 1 to look at, 1 to mend."),
    ],
)
def test_the_exit_code_is_that_of_the_worst(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 where all is well, 1 with advice, 2 with a fault; the last line counts them."""

    def probe(_machine: Machine) -> Iterator[Finding]:
        for state in case.states:
            yield Finding(state, "Something.", "" if state is OK else "Do it.")

    silent = {"Silent": (lambda _: iter(()),)}  # has no heading
    monkeypatch.setattr(examine, "PROBES", {"Family": (probe,), **silent})
    result = run("doctor")
    assert ("Family" in result.stdout, "Silent" in result.stdout) == (True, False)
    assert result.exit_code == case.code
    assert result.stdout.splitlines()[-1] == case.last
    assert result.stdout.count("-> Do it.") == sum(state is not OK for state in case.states)


def test_a_probe_that_fails_is_a_fault_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other probes still run."""

    def fail(_machine: Machine) -> list[Finding]:
        raise RuntimeError("no luck")

    monkeypatch.setattr(examine, "PROBES", {"Broken": (fail,), "Program": (program.python,)})
    result = run("doctor")
    assert result.exit_code == 2
    assert "no luck" in result.stdout
    assert "Python" in result.stdout


def test_monitoring_gets_json() -> None:
    """With --json there is one object with every finding, and the same exit code."""
    result = run("doctor", "--json")
    report = json.loads(result.stdout)
    told = {finding["state"] for finding in report["findings"]}
    families = {finding["family"] for finding in report["findings"]}
    assert {"Program", "Words", "Clock", "Disk", "Speech"} <= families
    assert result.exit_code == (2 if "fault" in told else 1 if "advice" in told else 0)


def test_the_shape_of_the_json() -> None:
    """The keys are those of docs/install.md, and stay."""
    report = json.loads(run("doctor", "--json").stdout)
    assert list(report) == ["version", "findings"]
    assert report["version"] == __version__
    assert {tuple(finding) for finding in report["findings"]} == {KEYS}
    text = (ROOT / "docs/install.md").read_text(encoding="utf-8")
    assert [key for key in (*report, *KEYS) if f"`{key}`" not in text] == []


@pytest.fixture
def broken(words_copy: Path, tmp_path: Path) -> str:
    """A settings file that names words with a fault."""
    replace_in(words_copy / "en/topics/the-law.md", "title:", "titel:")
    path = tmp_path / "kiosk.toml"
    path.write_text(f"content = '{words_copy}'\n")
    return str(path)


def test_broken_words_and_settings_are_told_with_their_lines(broken: str, tmp_path: Path) -> None:
    """What the kiosk would not start with is what the doctor tells, with exit code 2."""
    result = run("--settings", broken, "doctor")
    assert result.exit_code == 2
    assert "en/topics/the-law.md:2: The key 'titel'" in " ".join(result.stdout.split())
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('nmae = "x"\n')
    result = run("--settings", str(wrong), "doctor")
    assert result.exit_code == 2
    assert "Did you mean 'name'?" in " ".join(result.stdout.split())


def test_settings_that_are_not_there_are_a_fault() -> None:
    """A settings file that was named must exist."""
    assert run("--settings", "/no/such.toml", "doctor").exit_code == 2
