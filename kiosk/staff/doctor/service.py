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


def state_of_service() -> tuple[str, int]:
    """What systemd says: the service's state, and its restarts.

    Raises:
        OSError: There is no `systemctl`.
    """
    done = subprocess.run(
        ["systemctl", "show", "kiosk.service", "--property=ActiveState,NRestarts"],  # noqa: S607 - where the system has it
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    said = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    return said.get("ActiveState", "unknown"), int(said.get("NRestarts", "0"))
