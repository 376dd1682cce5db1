"""Room on the disk, and the right to write there what has to be written."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kiosk.guard_log import log_trouble
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick
from kiosk.system_paths import SERVICE_USER, data_folder

LEAST_FREE_BYTES = 200_000_000
DATA = Path(data_folder())
"""Where the installed kiosk may write, see packaging/machine."""


def room(machine: Machine) -> Iterator[Finding]:
    """Whether there is room where the log and the data are."""
    data = Path(machine.settings.data)
    log = Path(machine.settings.log).parent if machine.settings.log else data
    for folder in sorted({_nearest(log), _nearest(data)}):
        free = shutil.disk_usage(folder).free
        what = f"{free / 1e9:.1f} GB free at {folder}."
        if free >= LEAST_FREE_BYTES:
            yield tick(what)
        else:
            yield advice(what, "Make room: sudo apt clean; sudo journalctl --vacuum-size=50M")


def log(machine: Machine) -> Iterator[Finding]:
    """Whether the log can be written."""
    if not machine.settings.log:
        yield tick("The log goes to the journal, if systemd starts the kiosk: journalctl -u kiosk")
    elif trouble := log_trouble(machine.settings.log):
        yield advice(
            trouble.removeprefix("kiosk: "),
            'Let "log" in the settings name a file in a folder that the kiosk may write to, '
            "such as /var/log/kiosk/kiosk.log",
        )
    else:
        yield tick(f"The log can be written: {machine.settings.log}")


def data(_machine: Machine) -> Iterator[Finding]:
    """Whether the installed kiosk's own folder is its own."""
    if not DATA.is_dir():
        return
    if DATA.owner() == SERVICE_USER or os.access(DATA, os.W_OK):
        yield tick(f"The kiosk's folder is there: {DATA}")
    else:
        yield advice(f"The kiosk may not write to {DATA}.", f"Run: sudo chown -R kiosk: {DATA}")


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
