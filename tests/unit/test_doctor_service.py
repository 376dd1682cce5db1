"""What the doctor says of swap, and of the timer that delivers to a hub."""

from pathlib import Path

import pytest

from kiosk.settings import Settings
from kiosk.settings.desk import HubSettings
from kiosk.staff.doctor import service, swap
from kiosk.staff.doctor.machine import Probe
from kiosk.staff.findings import Severity
from tests.machine import machine_with

HEADING = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
ON_DISK = "/var/swap                               file\t\t524284\t0\t-2\n"
IN_MEMORY = "/dev/zram0                              partition\t524284\t0\t100\n"
OK, ADVICE = Severity.OK, Severity.WARNING
ON = "ActiveState=active\nUnitFileState=enabled\n"
OFF = "ActiveState=inactive\nUnitFileState=disabled\n"
GROUP = "ControlGroup=/system.slice/kiosk.service\n"


class Installed:
    """A machine with an installed kiosk, whose systemd says what a test says."""

    def __init__(self, folder: Path) -> None:
        """Have a folder for all of it."""
        self.folder = folder
        (folder / "kiosk.service").touch()
        self.says("")
        self.swaps("")

    def says(self, properties: str) -> None:
        """Let systemd answer."""
        program = self.folder / "systemctl"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{properties}END\n")
        program.chmod(0o755)

    def swaps(self, lines: str) -> None:
        """Have swap."""
        (self.folder / "swaps").write_text(HEADING + lines)

    def limit(self, text: str) -> None:
        """Have the kernel's limit for the service."""
        group = self.folder / "groups/system.slice/kiosk.service"
        group.mkdir(parents=True, exist_ok=True)
        (group / "memory.swap.max").write_text(text)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """Give one."""
    monkeypatch.setattr(service, "UNIT", tmp_path / "kiosk.service")
    monkeypatch.setattr(swap, "SWAPS", tmp_path / "swaps")
    monkeypatch.setattr(swap, "GROUPS", tmp_path / "groups")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return Installed(tmp_path)


def told(probe: Probe, hub: str = "") -> list[tuple[Severity, str]]:
    """What a probe says, with this hub in the settings."""
    machine = machine_with(Settings(hub=HubSettings(url=hub)))
    return [(finding.severity, finding.what) for finding in probe(machine)]


@pytest.mark.parametrize(
    ("swaps", "limit", "state"),
    [
        ("", None, OK),
        (IN_MEMORY, None, OK),
        (ON_DISK, "0\n", OK),
        (ON_DISK, "max\n", ADVICE),
        (ON_DISK, "4096\n", ADVICE),
        (ON_DISK, None, ADVICE),
        (IN_MEMORY + ON_DISK, None, ADVICE),
    ],
)
def test_swap_is_off_where_there_is_none_or_the_kernel_says_so(
    installed: Installed, swaps: str, limit: str | None, state: Severity
) -> None:
    """On a Raspberry Pi the limit in the unit does nothing: there is no group for memory."""
    installed.swaps(swaps)
    installed.says(GROUP)
    if limit is not None:
        installed.limit(limit)
    ((severity, what),) = told(swap.off)
    assert severity == state
    assert ("/var/swap" in what) is (state == ADVICE)
    assert "zram" not in what


def test_a_service_that_does_not_run_keeps_nothing_out_of_swap(installed: Installed) -> None:
    """Without a group of its own there is no limit; that of all others is none."""
    installed.swaps(ON_DISK)
    (installed.folder / "groups").mkdir()
    (installed.folder / "groups/memory.swap.max").write_text("0\n")
    installed.says("ControlGroup=\n")
    assert told(swap.off)[0][0] == ADVICE


@pytest.mark.parametrize(
    ("hub", "said", "findings"),
    [
        ("postgresql://hub", ON, [(OK, "The timer that delivers to the hub is on.")]),
        ("postgresql://hub", OFF, [(ADVICE, "The settings name a hub, but nothing is delivered")]),
        ("postgresql://hub", ON.replace("active", "failed"), [(ADVICE, "The settings name a hub")]),
        ("postgresql://hub", "", [(ADVICE, "The settings name a hub, but nothing is delivered")]),
        ("", ON, [(ADVICE, "The timer for the hub is on, but the settings name none.")]),
        ("", OFF, []),
    ],
)
def test_the_timer_is_on_where_a_hub_is_named(
    installed: Installed, hub: str, said: str, findings: list[tuple[Severity, str]]
) -> None:
    """Otherwise forms wait for ever, or a service starts for nothing."""
    installed.says(said)
    found = told(service.timer, hub)
    assert [severity for severity, _ in found] == [severity for severity, _ in findings]
    assert all(
        what.startswith(begin) for (_, what), (_, begin) in zip(found, findings, strict=True)
    )


def test_where_the_kiosk_is_not_installed_nothing_is_said(installed: Installed) -> None:
    """There is no service then, and a window on a desktop is only for a trial."""
    installed.swaps(ON_DISK)
    service.UNIT.unlink()
    assert told(swap.off) == told(service.timer, "postgresql://hub") == []
