"""The machine that the doctor examines, and what a probe of it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.content.model import Content
from kiosk.settings import Settings
from kiosk.staff.findings import Finding


@dataclass(frozen=True)
class Machine:
    """What the probes may ask of."""

    settings_path: str
    settings: Settings
    """The library's settings, the defaults where they have faults."""
    content: Content | None
    """The words, None where they have faults."""
    troubles: tuple[str, ...]
    """Every fault of the settings and the words."""
    environment: Mapping[str, str]
    now: datetime
    """The time here, with its zone."""
    terminal: int | None
    """A descriptor of the terminal to test, None where this is run without one."""


Probe = Callable[[Machine], Iterator[Finding]]
