"""The keys, by asking for them: what the guard would make of each."""

import os
import select
import termios
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.guard.keys import SEQUENCE_PATIENCE, KeyScanner
from kiosk.guard.sequences import panic_sequences
from kiosk.guard.terminal import raw_attributes
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick

PRESSED_WITHIN_SECONDS = 20.0
_NEEDED: Mapping[str, tuple[bytes, ...]] = {
    "Enter": (b"\r",),
    "the arrow down": (b"\x1b[B", b"\x1bOB"),
    "Page Down": (b"\x1b[6~",),
    "Backspace": (b"\x7f", b"\x08"),
}


class _Pressed(NamedTuple):
    """What came of one key."""

    forward: bytes
    panic: bool


def pressed(machine: Machine) -> Iterator[Finding]:
    """Ask for Escape, for the library's own panic keys, and for the keys that visitors need."""
    if machine.terminal is None:
        yield fault("Keys can only be asked for in a terminal.", "Leave out --keys.")
        return
    keys = machine.settings.panic_keys
    before = termios.tcgetattr(machine.terminal)
    termios.tcsetattr(machine.terminal, termios.TCSANOW, raw_attributes(before))
    try:
        for name in ("Escape", *keys):
            yield _panic_finding(name, _ask(machine.terminal, name, keys))
        for name, sequences in _NEEDED.items():
            yield _finding(name, sequences, _ask(machine.terminal, name, keys))
    finally:
        termios.tcsetattr(machine.terminal, termios.TCSAFLUSH, before)


def _ask(terminal: int, name: str, panic_keys: tuple[str, ...]) -> _Pressed | None:
    """Ask for a key; None if none comes in time."""
    os.write(terminal, f"\r\x1b[KPlease press {name} ... ".encode())
    scanner = KeyScanner(panic_sequences=panic_sequences(panic_keys))
    came = None
    while select.select([terminal], [], [], PRESSED_WITHIN_SECONDS)[0]:
        scan = scanner.feed(os.read(terminal, 100))
        if scanner.patience and not select.select([terminal], [], [], SEQUENCE_PATIENCE)[0]:
            scan = scanner.expire()
        if not scanner.patience or scan.panic:
            came = _Pressed(bytes(scan.forward), scan.panic)
            break
    while select.select([terminal], [], [], SEQUENCE_PATIENCE)[0]:  # the rest of a long sequence
        os.read(terminal, 100)
    os.write(terminal, b"\r\x1b[K")
    return came


def _panic_finding(name: str, came: _Pressed | None) -> Finding:
    if came is not None and came.panic:
        return tick(f"{name} clears the screen.")
    return fault(
        f"{name} did not clear the screen." if came else f"{name} did not come.",
        "Try another keyboard, or name another key in 'panic_keys'.",
    )


def _finding(name: str, sequences: tuple[bytes, ...], came: _Pressed | None) -> Finding:
    if came is not None and came.forward in sequences:
        return tick(f"{name} works.")
    return advice(
        f"{name} came as another key." if came else f"{name} did not come.",
        "Try another keyboard; see that its layout is right: sudo dpkg-reconfigure "
        "keyboard-configuration",
    )
