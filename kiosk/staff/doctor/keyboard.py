"""The keyboard's layout: which one was chosen, and which one is in force on the first screen."""

import os
from collections.abc import Iterator

from kiosk.staff import keyboard
from kiosk.staff.console import FIRST_SCREEN, action_of
from kiosk.staff.doctor import service
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

_CHOOSE = "sudo dpkg-reconfigure keyboard-configuration"
_SHIFT_TABLE, _KEY_2, _KEY_3 = 1, 3, 4
"""Numbers of the kernel's: its input-event-codes.h has those of the keys."""
_WITH_POUND = ("gb", "ie")
_LETTER_KINDS = (0, 11)
_KINDS = 15
_UNICODE_BIT = 0xF000


def layout(_machine: Machine) -> Iterator[Finding]:
    """Whether keys type what is printed on them, where the kiosk is installed."""
    if not service.UNIT.exists():
        return
    chosen = keyboard.read_layout()
    if chosen is None:
        yield advice(
            "Nobody has chosen the keyboard's layout, so its keys are American.",
            f"Run: sudo apt install console-setup; {_CHOOSE}",
        )
        return
    if name := chosen.unknown():
        yield advice(f"This machine has no keyboard layout {name!r}.", f"Run: {_CHOOSE}")
        return
    yield tick(f"The keyboard's layout is {chosen}.")
    if not service.GRAPHICAL.exists() and (typed := _typed_with_shift()):
        yield _in_force(chosen.layouts, typed)


def character(value: int) -> str:
    """What a key of the console types; nothing where that is no character.

    Args:
        value: The kernel's code of its action: a kind and a number, or a character beyond those.
    """
    kind = value >> 8
    if kind >= _KINDS:
        return chr(value ^ _UNICODE_BIT)
    return chr(value & 0xFF) if kind in _LETTER_KINDS else ""


def _typed_with_shift() -> str:
    """What the keys 2 and 3 type with Shift on the first screen; nothing where nobody may ask."""
    try:
        console = os.open(FIRST_SCREEN, os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return ""
    try:
        codes = (action_of(console, _SHIFT_TABLE, key) for key in (_KEY_2, _KEY_3))
        return "".join(map(character, codes))
    except OSError:
        return ""
    finally:
        os.close(console)


def _in_force(layouts: str, typed: str) -> Finding:
    what = f"On the first screen, 2 and 3 with Shift type {' and '.join(typed)}"
    if layouts.split(",", maxsplit=1)[0] in _WITH_POUND and "£" not in typed:
        return advice(
            f"{what}: another layout is in force.",
            "Run: sudo setupcon --keyboard-only --force; sudo systemctl restart kiosk",
        )
    return tick(f"{what}.")
