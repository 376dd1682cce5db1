"""Whether what somebody reads or types could be written to a disk as swap."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.staff.doctor import service
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

SWAPS = Path("/proc/swaps")
GROUPS = Path("/sys/fs/cgroup")
_IN_MEMORY = "/dev/zram"
"""Swap that is memory again, and never a disk."""
_REMEDY = (
    "Add cgroup_enable=memory to the kernel's command line (on a Raspberry Pi in "
    "/boot/firmware/cmdline.txt) and restart the machine; or switch its swap off."
)


def off(_machine: Machine) -> Iterator[Finding]:
    """Whether there is none, or the kernel keeps the service out of it, as its limits ask."""
    if not service.UNIT.exists():
        return
    places = list(_swaps())
    if not places:
        yield tick("Nothing of a visit can get into swap: there is none.")
        return
    group = service.properties("kiosk.service", "ControlGroup").get("ControlGroup", "")
    try:
        limit = (GROUPS / group.lstrip("/") / "memory.swap.max").read_text().strip()
    except OSError:
        limit = ""
    if group and limit == "0":
        yield tick("Nothing of a visit can get into swap: the kernel keeps the kiosk out of it.")
    else:
        what = f"What visitors read and type could get into swap: {', '.join(places)}."
        yield advice(f"{what} The kernel does not keep the kiosk out of it.", _REMEDY)


def _swaps() -> Iterator[str]:
    """Where there is swap on a disk: the first word of each line but the first, see proc(5)."""
    try:
        lines = SWAPS.read_text(encoding="utf-8").splitlines()[1:]
    except OSError:
        return
    for line in lines:
        name = line.split()[0]
        if not name.startswith(_IN_MEMORY):
            yield name
