"""The voice that the machine has, if it has one."""

import shutil
from collections.abc import Iterator

from kiosk.staff.doctor.findings import Finding, Machine, tick

ENGINES = ("spd-say", "espeak-ng")


def engine(_machine: Machine) -> Iterator[Finding]:
    """Which speech engine is there; without one, nothing else is missing."""
    found = [name for name in ENGINES if shutil.which(name)]
    if found:
        yield tick(f"A speech engine is there: {', '.join(found)}.")
    else:
        yield tick(
            "No speech engine; it is needed only for reading aloud. "
            "To have one: sudo apt install speech-dispatcher espeak-ng"
        )
