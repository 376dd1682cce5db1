"""The printer for the card of numbers, if the settings name one."""

import shutil
from collections.abc import Iterator

from kiosk.desk.printer import queues
from kiosk.desk.trouble import DeskError
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

_PROGRAMS = ("lp", "lpstat", "cancel")


def queue(machine: Machine) -> Iterator[Finding]:
    """Whether CUPS is there and has the queue."""
    name = machine.settings.printer
    if not name:
        yield tick("No printer is set, and none is needed.")
        return
    if missing := [program for program in _PROGRAMS if shutil.which(program) is None]:
        yield advice(f"These programs are missing: {', '.join(missing)}.", "sudo apt install cups")
    elif name in _queues():
        yield tick(f"CUPS has the queue '{name}'.")
    else:
        yield advice(
            f"CUPS has no queue '{name}', so visitors are told that nothing can be printed.",
            "Make it as docs/staff.md says, or name one that 'lpstat -e' lists.",
        )


def _queues() -> list[str]:
    try:
        return queues()
    except DeskError:
        return []
