"""What an installation consists of, as a list of steps; nothing is done here."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from kiosk.settings.reference import example
from kiosk.staff.install.checks import hub_check, program_checks, system_checks
from kiosk.staff.install.delivery import NO_SYSTEMD, delivery_steps, no_delivery_steps, template
from kiosk.staff.install.steps import Link, Remove, Run, Step, WriteFile
from kiosk.system_paths import DATA_FOLDER, SETTINGS_FOLDER

_SERVICE = Path("/etc/systemd/system/kiosk.service")
SETTINGS = Path(SETTINGS_FOLDER) / "kiosk.toml"
"""Where the settings are; written once, and never overwritten."""
_COMMAND = Path("/usr/local/bin/kiosk")
_FOOT = Path(SETTINGS_FOLDER) / "foot.ini"
_FIXED = {
    Path("/etc/sysusers.d/kiosk.conf"): "sysusers.conf",
    Path("/etc/systemd/logind.conf.d/kiosk.conf"): "logind.conf",
    Path("/etc/systemd/system.conf.d/kiosk.conf"): "system.conf",
    Path("/etc/sysctl.d/90-kiosk.conf"): "sysctl.conf",
}
_GRAPHICAL = {"cage": "cage", "foot": "foot", "seatd": "seatd", "Xwayland": "xwayland"}
"""Programs, and the packages that they are in; Debian's cage does not start without Xwayland."""
_LEFT_BEHIND = (Path(SETTINGS_FOLDER), Path(DATA_FOLDER), Path("/var/log/kiosk"))
_MASKED = ("getty@tty1.service", "ctrl-alt-del.target", "kbrequest.target")
_JOURNAL = "To see why: journalctl -u kiosk -n 50. To see what else is amiss: kiosk doctor."


@dataclass(frozen=True)
class Place:
    """The programs of the kiosk that is installed."""

    environment: Path
    """The virtual environment that the kiosk was installed into, as the machine will see it."""

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.environment / "bin/python"

    @property
    def program(self) -> Path:
        """The `kiosk` command."""
        return self.environment / "bin/kiosk"


def install_steps(place: Place, *, graphical: bool, hub: bool, live: bool) -> list[Step]:
    """Everything that puts the kiosk on the machine's first screen.

    Args:
        place: Where the kiosk's programs are.
        graphical: Whether it runs in a terminal of its own on a graphical screen.
        hub: Whether the settings name a hub, so that a timer delivers to it.
        live: Whether this is the machine itself, and not a system below another root.
    """
    steps: list[Step] = []
    if live:
        steps += system_checks(place.environment)
        steps += program_checks(_GRAPHICAL if graphical else {})
        steps += [hub_check()] if hub else []
    steps += [WriteFile(path, template(name)) for path, name in _FIXED.items()]
    steps.append(WriteFile(SETTINGS, example(), keep=True))
    steps.append(WriteFile(_FOOT, template("foot.ini")) if graphical else Remove(_FOOT))
    steps.append(Link(_COMMAND, place.program))
    steps.append(WriteFile(_SERVICE, service_text(place, graphical=graphical)))
    steps += [
        _run("systemd-sysusers", remedy=NO_SYSTEMD),
        _run("systemctl", "mask", *_MASKED, remedy=NO_SYSTEMD),
        _run("systemctl", "enable", "kiosk.service", remedy=NO_SYSTEMD),
        _run_live("systemctl", "daemon-reload", remedy=NO_SYSTEMD),
        _run_live("systemctl", "restart", "systemd-sysctl.service", remedy=NO_SYSTEMD),
        _run_live("systemctl", "restart", "kiosk.service", remedy=_JOURNAL),
    ]
    steps += delivery_steps(place.python) if hub else no_delivery_steps()
    return _possible(steps, live=live)


def uninstall_steps(*, purge: bool, live: bool) -> list[Step]:
    """Everything that takes the kiosk away again, and gives the first screen back to logins.

    Args:
        purge: Whether settings, data and log go, too. The user stays: another one with the same
            number would own what is left of the kiosk elsewhere, in a backup for example.
        live: Whether this is the machine itself.
    """
    steps: list[Step] = [*system_checks(None)] if live else []
    steps += [
        Run(("systemctl", "stop", "kiosk.service"), _JOURNAL, needs=_SERVICE),
        Run(
            ("systemctl", "disable", "kiosk.service"), NO_SYSTEMD, root_option=True, needs=_SERVICE
        ),
        *no_delivery_steps(),
        _run("systemctl", "unmask", *_MASKED, remedy=NO_SYSTEMD),
        *(Remove(path) for path in (_SERVICE, _FOOT, _COMMAND, *_FIXED)),
        _run_live("systemctl", "daemon-reload", remedy=NO_SYSTEMD),
    ]
    if purge:
        steps += [Remove(path) for path in _LEFT_BEHIND]
    steps.append(_run_live("systemctl", "start", "getty@tty1.service", remedy="Restart."))
    return _possible(steps, live=live)


def user_steps(place: Place) -> list[Step]:
    """A menu entry and settings of one's own, to try the kiosk without being the administrator."""
    settings, entry = _user_files()
    text = Template(template("kiosk.desktop")).substitute(program=place.program, settings=settings)
    return [WriteFile(settings, example(), keep=True), WriteFile(entry, text)]


def user_uninstall_steps(*, purge: bool) -> list[Step]:
    """What takes away the menu entry, and the settings if they are to be purged."""
    settings, entry = _user_files()
    return [Remove(entry), *([Remove(settings)] if purge else [])]


def service_text(place: Place, *, graphical: bool) -> str:
    """The service as systemd reads it."""
    name = "kiosk-graphical.service" if graphical else "kiosk.service"
    common = template("common.conf").rstrip()
    return Template(template(name)).substitute(python=place.python, common=common)


def _user_files() -> Sequence[Path]:
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return config / "kiosk/kiosk.toml", data / "applications/kiosk.desktop"


def _possible(steps: Sequence[Step], *, live: bool) -> list[Step]:
    """The steps without the commands that only a running system understands, where it is none."""
    return [step for step in steps if live or not isinstance(step, Run) or step.root_option]


def _run(*command: str, remedy: str) -> Run:
    return Run(command, remedy, root_option=True)


def _run_live(*command: str, remedy: str) -> Run:
    return Run(command, remedy)
