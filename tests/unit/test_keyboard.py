"""The layout of the machine's keyboard: read, judged, handed to cage, and told by the doctor."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.settings import Settings
from kiosk.staff import graphical, keyboard
from kiosk.staff.doctor import keyboard as probe
from kiosk.staff.doctor import service
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Severity
from kiosk.staff.keyboard import Layout, read_layout

DEBIANS = """# KEYBOARD CONFIGURATION FILE

# Consult the keyboard(5) manual page.

XKBMODEL="pc105"
XKBLAYOUT="gb"
XKBVARIANT=""
XKBOPTIONS=""

BACKSPACE="guess"
"""
WELL = Severity.OK, "The keyboard's layout is gb."


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write the machine's file, on a machine that has an installed kiosk and two layouts."""
    symbols = tmp_path / "symbols"
    symbols.mkdir()
    (symbols / "gb").write_text('xkb_symbols "basic" { };\nxkb_symbols "dvorak" { };\n')
    (symbols / "us").write_text('xkb_symbols "basic" { };\n')
    unit = tmp_path / "kiosk.service"
    unit.touch()
    monkeypatch.setattr(keyboard, "FILE", tmp_path / "keyboard")
    monkeypatch.setattr(keyboard, "SYMBOLS", symbols)
    monkeypatch.setattr(service, "UNIT", unit)
    monkeypatch.setattr(probe, "FIRST_SCREEN", str(tmp_path / "no-screen"))

    def to_file(text: str) -> Path:
        (tmp_path / "keyboard").write_text(text)
        return tmp_path / "keyboard"

    return to_file


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (DEBIANS, Layout("pc105", "gb")),
        ("XKBLAYOUT=us,gr\nXKBVARIANT=,x\n", Layout(layouts="us,gr", variants=",x")),
        ("XKBLAYOUT='gb' # ours\nXKBMODEL=\n", Layout(layouts="gb")),
        ('XKBLAYOUT=gb\nXKBOPTIONS="ctrl:nocaps"\n', Layout(layouts="gb", options="ctrl:nocaps")),
        ('XKBLAYOUT="gb\n', None),
        ('XKBLAYOUT=""\n', None),
        ("# XKBLAYOUT=gb\n", None),
        ("", None),
    ],
)
def test_the_file_is_read_as_a_shell_would(
    text: str, layout: Layout | None, write: Callable[[str], Path]
) -> None:
    """Names, quotation marks and comments; without a layout in it, there is none."""
    file = write(text)
    assert read_layout() == layout
    file.unlink()
    assert read_layout() is None


@pytest.mark.parametrize(
    ("layouts", "variants", "unknown"),
    [
        ("gb", "", ""),
        ("gb", "dvorak", ""),
        ("us,gb", ",dvorak", ""),
        ("uk", "", "uk"),
        ("us,uk", "", "uk"),
        ("us", "dvorak", "us (dvorak)"),
        ("us,gb", "dvorak", "us (dvorak)"),
        ("../us", "", "../us"),
    ],
)
def test_a_layout_that_the_machine_lacks_is_named(
    layouts: str,
    variants: str,
    unknown: str,
    write: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Such as uk, which many write for gb, and for which no key at all would work."""
    write(DEBIANS)
    layout = Layout(layouts=layouts, variants=variants)
    assert layout.unknown() == unknown
    monkeypatch.setattr(keyboard, "SYMBOLS", Path("/no-such-folder"))
    assert layout.unknown() == ""


def test_cage_gets_the_layout_and_foot_nothing_to_compose(write: Callable[[str], Path]) -> None:
    """One that is not known would leave no key at all: then it is the American one."""
    write(DEBIANS)
    layout = read_layout()
    variables = graphical.environment(graphical.layout_to_use(layout))
    assert variables["XKB_DEFAULT_LAYOUT"] == "gb"
    assert variables["XCOMPOSEFILE"] == os.devnull
    for text in ("", "XKBLAYOUT=uk\n"):
        write(text)
        wrong = graphical.layout_to_use(read_layout())
        assert graphical.environment(wrong)["XKB_DEFAULT_LAYOUT"] == "us"


def test_cage_is_started_with_the_kiosk_in_foot(
    write: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the variables of systemd besides; a layout that is not known is told in its journal."""
    write("XKBLAYOUT=uk\n")
    started: list[tuple[Path, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *arguments: started.append(arguments))
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/there")
    graphical.main()
    ((path, command, variables),) = started
    assert path == Path("/usr/bin/cage")
    assert command[:5] == ["cage", "-d", "--", "foot", "--config=/etc/kiosk/foot.ini"]
    assert command[5:] == ["--", "env", "-u", "WATCHDOG_PID", sys.executable, "-I", "-m", "kiosk"]
    assert variables["NOTIFY_SOCKET"] == "/run/there"
    assert variables["XKB_DEFAULT_LAYOUT"] == "us"
    assert "'uk'" in capsys.readouterr().err


def findings() -> list[tuple[Severity, str]]:
    """What the doctor says of the keyboard."""
    now = datetime.now(UTC)
    machine = Machine("", Settings(), None, (), {}, now, None)
    return [(finding.severity, finding.what) for finding in probe.layout(machine)]


def test_the_doctor_tells_the_layout(
    write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which one it is, that there is none, or that the machine does not have it."""
    write(DEBIANS)
    assert findings() == [WELL]
    write("XKBLAYOUT=uk\n")
    assert findings() == [(Severity.WARNING, "This machine has no keyboard layout 'uk'.")]
    write("")
    ((severity, what),) = findings()
    assert (severity, "American" in what) == (Severity.WARNING, True)
    monkeypatch.setattr(service, "UNIT", Path("/no-such-unit"))
    assert findings() == []


@pytest.mark.parametrize(
    ("codes", "layout", "told"),
    [
        ((0x0022, 0xF0A3), "gb", (Severity.OK, 'type " and £.')),
        ((0x0040, 0x0023), "gb", (Severity.WARNING, "type @ and #: another layout is in force.")),
        ((0x0040, 0x0023), "us", (Severity.OK, "type @ and #.")),
    ],
)
def test_the_doctor_tells_which_layout_is_in_force(
    codes: tuple[int, int],
    layout: str,
    told: tuple[Severity, str],
    write: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By what two keys type on the first screen; a graphical kiosk has no such tables."""
    write(f"XKBLAYOUT={layout}\n")
    monkeypatch.setattr(probe, "FIRST_SCREEN", os.devnull)
    monkeypatch.setattr(probe, "action_of", lambda _console, table, key: codes[key - 3 * table])
    severity, what = findings()[1]
    assert (severity, what.removeprefix("On the first screen, 2 and 3 with Shift ")) == told
    monkeypatch.setattr(service, "GRAPHICAL", service.UNIT)
    assert len(findings()) == 1


def test_without_a_console_the_doctor_says_nothing_of_it(
    write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is none, nobody may ask it, or it is another kind of terminal."""
    write(DEBIANS)
    assert findings() == [WELL]
    monkeypatch.setattr(probe, "FIRST_SCREEN", os.devnull)
    assert findings() == [WELL]


def test_what_a_key_of_the_console_types() -> None:
    """A letter or a sign by its kind, a character beyond them by its number; an arrow nothing."""
    told = {0x0B61: "a", 0x0023: "#", 0xF0A3: "£", 0xD0AC: "€", 0x0603: "", 0x0200: ""}
    assert {code: probe.character(code) for code in told} == told
