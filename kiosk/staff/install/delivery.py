"""The steps for the timer that delivers to the hub, where the settings name one."""

from pathlib import Path
from string import Template

from kiosk.staff.install.steps import Remove, Run, Step, WriteFile

NO_SYSTEMD = "The kiosk needs a system that is run by systemd, such as Debian."
_TEMPLATES = Path(__file__).parent / "templates"
_SERVICE = Path("/etc/systemd/system/kiosk-sync.service")
_TIMER = Path("/etc/systemd/system/kiosk-sync.timer")


def template(name: str) -> str:
    """The text of a template."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def delivery_steps(python: Path) -> list[Step]:
    """What has forms and counts delivered, again and again, in a service with a network.

    Args:
        python: The environment's Python.
    """
    return [
        WriteFile(_SERVICE, sync_service_text(python)),
        WriteFile(_TIMER, template(_TIMER.name)),
        Run(("systemctl", "enable", _TIMER.name), NO_SYSTEMD, root_option=True),
        Run(("systemctl", "daemon-reload"), NO_SYSTEMD),
        Run(("systemctl", "restart", _TIMER.name), NO_SYSTEMD),
    ]


def no_delivery_steps() -> list[Step]:
    """What ends the deliveries, where there were any."""
    return [
        Run(("systemctl", "stop", _TIMER.name), NO_SYSTEMD, needs=_TIMER),
        Run(("systemctl", "disable", _TIMER.name), NO_SYSTEMD, root_option=True, needs=_TIMER),
        Remove(_TIMER),
        Remove(_SERVICE),
    ]


def sync_service_text(python: Path) -> str:
    """The service that delivers once, as systemd reads it."""
    common = template("common.conf").rstrip()
    return Template(template(_SERVICE.name)).substitute(python=python, common=common)
