"""What a probe finds: a tick, or a remedy for what is amiss."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.content.model import Content
from kiosk.settings import Settings

State = Literal["ok", "advice", "fault"]


@dataclass(frozen=True)
class Finding:
    """One thing that was tested."""

    state: State
    """`ok`; `advice` where the kiosk works, but not as well as it could; `fault` where it does
    not work."""
    text: str
    """What was found, in a sentence."""
    remedy: str = ""
    """What to do about it; a command that can be typed is the end of it."""


@dataclass(frozen=True)
class Machine:
    """What the probes may ask of."""

    settings_path: str | None
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


def tick(text: str) -> Finding:
    """Something that is as it should be."""
    return Finding("ok", text)


def advice(text: str, remedy: str) -> Finding:
    """Something that could be better."""
    return Finding("advice", text, remedy)


def fault(text: str, remedy: str) -> Finding:
    """Something that keeps the kiosk from working."""
    return Finding("fault", text, remedy)
