"""`kiosk install`: does the steps of the plan, or prints them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.exits import FAULT
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff.install.plan import (
    SETTINGS,
    Place,
    install_steps,
    uninstall_steps,
    user_steps,
    user_uninstall_steps,
)
from kiosk.staff.install.steps import Step, StepError, below

_ROOT = Path("/")
_DONE = """
The kiosk is on this machine's first screen, and will be there after every start.
  its settings    /etc/kiosk/kiosk.toml
  how it is       systemctl status kiosk
  what it says    journalctl -u kiosk
  to try it all   sudo kiosk doctor"""

_GONE = "Restart the machine: until then, keys such as Alt+F2 do nothing."


def install(
    *, uninstall: bool, purge: bool, user: bool, graphical: bool, root: Path, dry_run: bool
) -> int:
    """Put the kiosk on a machine, or take it away.

    Args:
        uninstall: Take it away.
        purge: With `uninstall`: the settings, the data and the log go, too.
        user: Only a menu entry for whoever runs this.
        graphical: On a graphical screen.
        root: The system to change: / for this machine.
        dry_run: Print every file and command, and change nothing.

    Returns:
        The exit code: 0, or 2 where a step failed, and the steps before it stay done; 2, too,
        where the settings that are there have a fault.
    """
    root = root.resolve()
    live = root == _ROOT
    place = Place(_as_seen_from(root, Path(sys.prefix)))
    if user:
        steps = user_uninstall_steps(purge=purge) if uninstall else user_steps(place)
    elif uninstall:
        steps = uninstall_steps(purge=purge, live=live)
    else:
        try:
            hub = bool(_settings_below(root).hub.url)
        except SettingsError as error:
            print(f"{error}\nNothing was done. Mend it and run the same again.", file=sys.stderr)
            return FAULT
        steps = install_steps(place, graphical=graphical, hub=hub, live=live)
    if dry_run:
        print("\n".join(step.describe() for step in steps))
        return 0
    code = _do(steps, _ROOT if user else root)
    if code == 0 and live and not user:
        print(_GONE if uninstall else _DONE)
    return code


def _settings_below(root: Path) -> Settings:
    """The settings of the system below `root`; the defaults where it has none yet."""
    path = below(root, SETTINGS)
    return load_settings(str(path) if path.exists() else None)


def _do(steps: Sequence[Step], root: Path) -> int:
    """Do the steps up to the first that fails."""
    is_changed = False
    for step in steps:
        try:
            done = step.do(root)
        except StepError as error:
            print(f"kiosk install: {error}", file=sys.stderr)
            print("Nothing after this was done. Mend it and run the same again.", file=sys.stderr)
            return FAULT
        if done:
            print(done)
            is_changed = True
    if not is_changed:
        print("Nothing to do.")
    return 0


def _as_seen_from(root: Path, environment: Path) -> Path:
    """The environment's path on the system below `root`."""
    if environment.is_relative_to(root):
        return Path("/") / environment.relative_to(root)
    return environment
