"""The doctor's probes of a terminal at their edges, and how findings are printed."""

import curses
import locale
import os
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace

import pytest

from kiosk.staff.doctor import glyphs, terminal
from kiosk.staff.doctor.examine import _as_text
from kiosk.staff.doctor.machine import Machine, Probe
from kiosk.staff.findings import Finding, Severity, advice, counts, fault, hanging, tick
from tests.machine import only
from tests.unit.test_doctor_edges import machine

__all__ = ["machine"]


@pytest.mark.parametrize(
    ("size", "state"),
    [
        ((80, 24), "ok"),
        ((80, 23), "warning"),
        ((79, 24), "warning"),
        ((20, 6), "warning"),
        ((20, 5), "error"),
        ((19, 6), "error"),
        ((200, 5), "error"),
        ((0, 24), "warning"),
        ((80, 0), "warning"),
    ],
)
def test_how_large_a_screen_must_be(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], state: str
) -> None:
    """In both directions; a terminal that says nothing may still be large enough."""
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size(size))
    assert only(terminal.size, machine).severity == state


@pytest.mark.parametrize(
    ("colorterm", "number", "state"),
    [
        ("truecolor", -1, "ok"),
        ("24bit", -1, "ok"),
        ("yes", 8, "ok"),
        ("", 8, "ok"),
        ("", 7, "warning"),
        ("", -1, "warning"),
        ("", None, "warning"),
    ],
)
def test_how_many_colours_are_enough(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    colorterm: str,
    number: int | None,
    state: str,
) -> None:
    """Eight, or all; a terminal that nobody knows is told of."""

    def set_up(*_: object) -> None:
        if number is None:
            raise curses.error

    monkeypatch.setattr(curses, "setupterm", set_up)
    monkeypatch.setattr(curses, "tigetnum", lambda _: number)
    environment = {"TERM": "x", "COLORTERM": colorterm}
    assert only(terminal.colours, replace(machine, environment=environment)).severity == state


@pytest.mark.parametrize(
    ("encoding", "state"),
    [("UTF-8", "ok"), ("utf8", "ok"), ("ISO-8859-1", "warning"), ("utf-16", "warning")],
)
def test_letters_are_written_as_utf_8(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, encoding: str, state: str
) -> None:
    """However that is spelt."""
    monkeypatch.setattr(locale, "getencoding", lambda: encoding)
    assert only(terminal.letters, machine).severity == state


def test_without_a_terminal_nothing_is_said_of_one(machine: Machine) -> None:
    """But that none was tested."""
    without = replace(machine, terminal=None)
    probes: tuple[Probe, ...] = (terminal.size, terminal.colours, glyphs.widths)
    assert [list(probe(without)) for probe in probes] == [[], [], []]
    assert only(terminal.name, without).severity == "ok"


@pytest.mark.parametrize(
    ("environment", "signs"),
    [({"TERM": "linux"}, glyphs.DRAWN), ({"TERM": "xterm"}, glyphs.DRAWN + glyphs.NOT_ON_CONSOLE)],
)
def test_each_sign_is_drawn_once(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    environment: Mapping[str, str],
    signs: str,
) -> None:
    """Without half blocks on the console, whose fonts often lack them."""
    drawn: list[str] = []
    monkeypatch.setattr(glyphs, "_raw", lambda _: nullcontext())

    def draw(_terminal: int, sign: str) -> int:
        drawn.append(sign)
        return 1

    monkeypatch.setattr(glyphs, "drawn_width", draw)
    finding = only(glyphs.widths, replace(machine, environment=environment))
    assert (finding.severity, "".join(drawn)) == ("ok", signs)


def test_a_finding_is_what_it_is_called() -> None:
    """Only a tick has no remedy."""
    assert tick("a") == Finding(Severity.OK, "a", "")
    assert advice("a", "b") == Finding(Severity.WARNING, "a", "b")
    assert fault("a", "b") == Finding(Severity.ERROR, "a", "b")


def test_findings_are_printed_by_family() -> None:
    """A word at the left for each state, the remedy under its finding, the numbers at the end."""
    found = {"One": [tick("well"), fault("broken", "mend it")], "Two": [advice("so so", "look")]}
    counted = counts(finding for findings in found.values() for finding in findings)
    assert _as_text(found, counted).splitlines() == [
        "One",
        "  ok    well",
        "  MEND  broken",
        "        -> mend it",
        "",
        "Two",
        "  look  so so",
        "        -> look",
        "",
        "1 well, 1 to look at, 1 to mend.",
    ]


@pytest.mark.parametrize(("words", "lines"), [(10, 1), (14, 1), (15, 2)])
def test_lines_are_as_long_as_a_terminal_is_wide(words: int, lines: int) -> None:
    """Seventy-eight cells; what goes on stands under the text, and no command is broken."""
    wrapped = hanging("  ok    ", " ".join(["word"] * words), 78)
    assert len(wrapped) == lines
    assert all(len(line) <= 78 for line in wrapped)
    assert all(line.startswith("        word") for line in wrapped[1:])
    long = "sudo-" * 30
    assert hanging("-> ", long, 78) == [f"-> {long}"]
