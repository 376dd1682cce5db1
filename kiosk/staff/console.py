"""Keeps the keyboard on the kiosk's screen: `python -m kiosk.staff.console lock` (or `unlock`).

systemd runs it as root before the kiosk starts and after it has ended. Without it, Alt+F2 would
lead to another screen, Ctrl+Alt+Del would restart the machine, Scroll Lock would hold even Escape's
page back, Compose the Escape itself, and Shift+Tab would clear the page: Debian's layouts have it
send ESC and Tab. What it asks of the kernel is in console_ioctl(4) and <linux/keyboard.h>.
"""

import fcntl
import os
import struct
import sys
import time
from collections.abc import Callable

SCREEN = 1
"""The number of the virtual terminal that the kiosk has."""
FIRST_SCREEN = f"/dev/tty{SCREEN}"
_ACTIVATE, _GETSTATE, _LOCK, _UNLOCK = 0x5606, 0x5603, 0x560B, 0x560C
_GET_KEY, _SET_KEY, _SET_MODE, _SET_TEXT = 0x4B46, 0x4B47, 0x4B45, 0x4B49
_UNICODE = 3
_TABLES, _KEYS = 256, 256
_SPECIAL, _SCREENS = 2, 5
"""Kinds of keys: those that steer the console, and those that lead to another screen."""
_HARMLESS = frozenset((0, 1, 7, 8, 13, 19))
"""Of the steering keys: none, Enter, Caps Lock, Num Lock (twice), Caps On. Compose is not: it keeps
the next key back, which may be Escape."""
_NO_KEY = 0x0200
_NO_TABLE = 0x027F
_SWITCHED_WITHIN_SECONDS = 2.0
_TAB_KEY = 15
"""The number of the key, by the kernel's input-event-codes.h."""
_SHIFTS = 0b110001
"""The tables with Shift, left Shift or right Shift held, as bits of their numbers."""
_TEXTS, _FREE_TEXT = 0x0100, 254
"""The action that types a text, and the number of a text that no keyboard has a key for (F245)."""
BACK_TAB = b"\x1b[Z"
"""Shift+Tab, as terminals send it."""

Get = Callable[[int, int], int]
"""Says the action of a table's key."""
Put = Callable[[int, int, int], None]
"""Sets it."""


def is_to_be_silenced(value: int) -> bool:
    """Tell whether a key's action leads away from the kiosk, or stops its screen.

    Args:
        value: The kernel's code of the action: its kind in the upper byte.
    """
    kind, number = value >> 8, value & 0xFF
    return kind == _SCREENS or (kind == _SPECIAL and number not in _HARMLESS)


def silence_keys(get: Get, put: Put) -> int:
    """Take away the action of every key that is to be silent.

    Returns:
        How many actions were taken away.
    """
    silenced = 0
    for table in range(_TABLES):
        for key in range(_KEYS):
            value = get(table, key)
            if value == _NO_TABLE:
                break
            if is_to_be_silenced(value):
                put(table, key, _NO_KEY)
                silenced += 1
    return silenced


def let_shift_tab_go_back(get: Get, put: Put) -> int:
    """Have the Tab key type `BACK_TAB`, which is to be the free text, where Shift is held.

    Returns:
        In how many tables.
    """
    changed = 0
    for table in range(_TABLES):
        if table & _SHIFTS and get(table, _TAB_KEY) != _NO_TABLE:
            put(table, _TAB_KEY, _TEXTS | _FREE_TEXT)
            changed += 1
    return changed


def action_of(console: int, table: int, key: int) -> int:
    """Return what a key does, by the kernel's code of the action.

    Args:
        console: A descriptor of a virtual terminal.
        table: The table of the keys that are held beside it, such as 1 for Shift.
        key: The key's number.

    Raises:
        OSError: This is no virtual terminal, or not ours to ask.
    """
    entry = fcntl.ioctl(console, _GET_KEY, struct.pack("BBH", table, key, 0))
    return int(struct.unpack("BBH", entry)[2])


def lock(console: int) -> None:
    """Show the kiosk's screen and keep the keyboard there.

    Args:
        console: A descriptor of a virtual terminal, opened by root.
    """
    fcntl.ioctl(console, _UNLOCK)
    fcntl.ioctl(console, _ACTIVATE, SCREEN)
    deadline = time.monotonic() + _SWITCHED_WITHIN_SECONDS
    while _shown(console) != SCREEN and time.monotonic() < deadline:
        time.sleep(0.01)
    fcntl.ioctl(console, _LOCK)
    fcntl.ioctl(console, _SET_MODE, _UNICODE)

    def get(table: int, key: int) -> int:
        return action_of(console, table, key)

    def put(table: int, key: int, value: int) -> None:
        fcntl.ioctl(console, _SET_KEY, struct.pack("BBH", table, key, value))

    fcntl.ioctl(console, _SET_TEXT, struct.pack("B512s", _FREE_TEXT, BACK_TAB))
    let_shift_tab_go_back(get, put)
    silence_keys(get, put)


def unlock(console: int) -> None:
    """Let the keyboard reach other screens again; silent keys stay so until the next start."""
    fcntl.ioctl(console, _UNLOCK)


def _shown(console: int) -> int:
    return int(struct.unpack("HHH", fcntl.ioctl(console, _GETSTATE, bytes(6)))[0])


def main(action: str) -> int:
    """Lock or unlock the keyboard.

    Returns:
        The exit code: 0, or 1 where the kernel refused; standard error says why.
    """
    try:
        console = os.open(FIRST_SCREEN, os.O_RDWR | os.O_NOCTTY)
        {"lock": lock, "unlock": unlock}[action](console)
    except OSError as error:
        print(f"kiosk: the keyboard cannot be {action}ed: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
