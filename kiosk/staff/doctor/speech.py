"""The voice that the machine has, if it has one."""

from collections.abc import Iterator

from kiosk.clerk.speech import find_engine
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

_REMEDY = "sudo apt install espeak-ng"


def engine(machine: Machine) -> Iterator[Finding]:
    """Which speech engine is there; without one, nothing but reading aloud is missing."""
    found = find_engine()
    if found:
        yield tick(f"A speech engine is there: {found}.")
    elif machine.settings.reading_aloud:
        yield advice("The settings ask for reading aloud, but there is no engine.", _REMEDY)
    else:
        yield tick(f"No speech engine; it is needed only for reading aloud. To have one: {_REMEDY}")
