"""What must hold before the kiosk is installed, each with what to do where it does not."""

import os
import shutil
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import kiosk
from kiosk.staff.install.steps import Check, Step

_UNSEEN = ("/home", "/root", "/tmp", "/var/tmp", "/run/user")  # noqa: S108 - named, not written to
"""Folders that the service cannot see, and whose owners may change what is in them."""
_SYSTEMD_RUNS = Path("/run/systemd/system")


def system_checks(environment: Path | None) -> list[Step]:
    """The checks of the machine and of the place that the kiosk is in.

    Args:
        environment: The virtual environment that the service will use; None if none will be.
    """
    checks: list[Step] = [
        Check("that this is the administrator", _not_administrator),
        Check("that systemd runs this machine", _no_systemd),
    ]
    if environment is not None:
        places = {environment, Path(kiosk.__file__).parent, Path(sys.base_prefix)}
        words = ", ".join(sorted(map(str, places)))
        what = f"that the service can see these, and nobody else change them: {words}"
        checks.append(Check(what, lambda: next(filter(None, map(_misplaced, places)), "")))
    return checks


def program_checks(programs: Mapping[str, str]) -> list[Step]:
    """The check that programs are there, one for all.

    Args:
        programs: Each program, and the package that it is in.
    """
    if not programs:
        return []
    words = ", ".join(programs)
    return [Check(f"that these programs are there: {words}", lambda: _missing(programs))]


def hub_check() -> Step:
    """The check that what delivers to a hub is installed beside the kiosk."""
    return Check("that the library for the hub is there", _no_hub_library)


def _no_hub_library() -> str:
    if find_spec("psycopg") is not None:
        return ""
    return (
        "The settings name a hub, and the library that reaches it is missing. Run: "
        "sudo /opt/kiosk/bin/pip install --require-hashes -r packaging/constraints-extras.txt"
    )


def _not_administrator() -> str:
    if os.geteuid() == 0:
        return ""
    return "Only the administrator can do this. Put 'sudo' before it, or use --user to try."


def _no_systemd() -> str:
    if _SYSTEMD_RUNS.is_dir():
        return ""
    return (
        "systemd does not run this machine, so it cannot start the kiosk. "
        "To prepare a system in a folder, name the folder with --root."
    )


def _misplaced(folder: Path) -> str:
    """Why a folder is no place for what the service runs."""
    for unseen in map(Path, _UNSEEN):
        if folder.is_relative_to(unseen):
            return (
                f"The kiosk is in {folder}, and its service cannot see {unseen}. Install it "
                "into /opt/kiosk: docs/install.md says how."
            )
    for step in (folder, *folder.parents):
        if step.stat().st_mode & 0o022 and not step.is_symlink():
            return f"Others may change {step}. Take that away: sudo chmod go-w {step}"
    return ""


def _missing(programs: Mapping[str, str]) -> str:
    missing = [package for program, package in programs.items() if not shutil.which(program)]
    if not missing:
        return ""
    return f"Not installed: {', '.join(missing)}. Run: sudo apt install {' '.join(missing)}"
