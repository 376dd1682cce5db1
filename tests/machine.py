"""A machine for the doctor to examine, and what a probe finds of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.content.model import Content
from kiosk.settings import Settings
from kiosk.staff.doctor.machine import Machine, Probe
from kiosk.staff.findings import Finding

LONDON = ZoneInfo("Europe/London")


def machine_with(
    settings: Settings, content: Content | None = None, *, settings_path: str = ""
) -> Machine:
    """A machine without a terminal, with these settings and words."""
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=LONDON)
    return Machine(settings_path, settings, content, (), {"TERM": "xterm-256color"}, noon, None)


def only(probe: Probe, machine: Machine) -> Finding:
    """The one finding of a probe."""
    (finding,) = probe(machine)
    return finding
