"""The program itself: Python, and the libraries that it was made for."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, fault, tick

LEAST_PYTHON = (3, 11)
_REQUIREMENT = re.compile(r"([\w.-]+)\s*(?:==\s*([\w.]+))?")
_AGAIN = "Install the kiosk again, with the versions of docs/install.md."


def python(_machine: Machine) -> Iterator[Finding]:
    """Whether Python is new enough."""
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= LEAST_PYTHON:
        yield tick(f"Python {running}.")
    else:
        least = ".".join(map(str, LEAST_PYTHON))
        yield fault(f"Python {running} is too old.", f"Install Python {least} or newer.")


def libraries(_machine: Machine) -> Iterator[Finding]:
    """Whether every library is there, and those that are pinned have their version."""
    try:
        wanted = [line for line in requires("advice-kiosk") or () if "extra ==" not in line]
    except PackageNotFoundError:
        yield fault("The kiosk is not installed as a package.", _AGAIN)
        return
    amiss = list(filter(None, map(_amiss, wanted)))
    if amiss:
        yield fault(f"These libraries do not fit: {', '.join(amiss)}.", _AGAIN)
    else:
        yield tick(f"All {len(wanted)} libraries are there.")


def _amiss(requirement: str) -> str:
    match = _REQUIREMENT.match(requirement)
    assert match is not None
    name, pinned = match.groups()
    try:
        found = version(name)
    except PackageNotFoundError:
        return f"{name} (missing)"
    return f"{name} {found} (made for {pinned})" if pinned and found != pinned else ""
