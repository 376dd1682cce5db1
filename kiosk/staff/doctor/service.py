"""The kiosk's service, where it is installed: whether systemd keeps it running."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick

UNIT = Path("/usr/lib/systemd/system/kiosk.service")
"""Where the package has it, see packaging/machine."""
GRAPHICAL = UNIT.with_name("kiosk.service.d") / "graphical.conf"
"""Where the graphical package has what makes it a graphical kiosk."""
MANY_RESTARTS = 3
_TIMER = "kiosk-sync.timer"
_WHY = "See why: journalctl -u kiosk -n 50"


def running(_machine: Machine) -> Iterator[Finding]:
    """Whether it runs, and how often it had to be restarted since the machine started."""
    if not UNIT.exists():
        yield tick("The kiosk is not installed on this machine's first screen.")
        return
    state, restarts = state_of_service()
    if state != "active":
        what = f"The kiosk's service does not run: it is {state}."
        yield fault(what, f"{_WHY}; then: sudo systemctl restart kiosk")
    elif restarts >= MANY_RESTARTS:
        yield advice(f"The kiosk runs, but was restarted {restarts} times.", _WHY)
    else:
        yield tick("The kiosk's service runs.")


def timer(machine: Machine) -> Iterator[Finding]:
    """Whether the timer that delivers to the hub is on where one is named, and there alone."""
    if not UNIT.exists():
        return
    is_on = properties(_TIMER, "UnitFileState", "ActiveState") == {
        "UnitFileState": "enabled",
        "ActiveState": "active",
    }
    if machine.settings.hub.url and not is_on:
        yield advice(
            "The settings name a hub, but nothing is delivered: the timer is off.",
            f"Run: sudo systemctl enable --now {_TIMER}",
        )
    elif is_on and not machine.settings.hub.url:
        yield advice(
            "The timer for the hub is on, but the settings name none.",
            f"Run: sudo systemctl disable --now {_TIMER}",
        )
    elif is_on:
        yield tick("The timer that delivers to the hub is on.")


def state_of_service() -> tuple[str, int]:
    """What systemd says: the service's state, and its restarts.

    Raises:
        OSError: There is no `systemctl`.
    """
    said = properties("kiosk.service", "ActiveState", "NRestarts")
    return said.get("ActiveState", "unknown"), int(said.get("NRestarts", "0"))


def properties(unit: str, *names: str) -> dict[str, str]:
    """What systemd says of a unit, by the names of its properties; nothing where it is silent.

    Raises:
        OSError: There is no `systemctl`.
    """
    done = subprocess.run(  # noqa: S603 - the names are ours
        ["systemctl", "show", unit, f"--property={','.join(names)}"],  # noqa: S607 - where the system has it
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    return dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
