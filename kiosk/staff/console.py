"""Keeps the keyboard on the kiosk's screen: `python -m kiosk.staff.console lock` (or `unlock`).

systemd runs it as root before the kiosk starts and after it has ended. Without it, Alt+F2 would
lead to another screen, Ctrl+Alt+Del would restart the machine, and Scroll Lock would hold even
Escape's page back. What it asks of the kernel is in console_ioctl(4) and <linux/keyboard.h>.
"""

import fcntl
import os
import struct
import sys
import time
from collections.abc import Callable

SCREEN = 1
"""The number of the virtual terminal that the kiosk has."""
_ACTIVATE, _GETSTATE, _LOCK, _UNLOCK = 0x5606, 0x5603, 0x560B, 0x560C
_GET_KEY, _SET_KEY, _SET_MODE = 0x4B46, 0x4B47, 0x4B45
_UNICODE = 3
_TABLES, _KEYS = 256, 256
_SPECIAL, _SCREENS = 2, 5
"""Kinds of keys: those that steer the console, and those that lead to another screen."""
_HARMLESS = frozenset((0, 1, 7, 8, 13, 14, 19))
"""Of the steering keys: none, Enter, Caps Lock, Num Lock (twice), Caps On, Compose."""
_NO_KEY = 0x0200
_NO_TABLE = 0x027F
_SWITCHED_WITHIN_SECONDS = 2.0


def is_to_be_silenced(value: int) -> bool:
    """Tell whether a key's action leads away from the kiosk, or stops its screen.

    Args:
        value: The kernel's code of the action: its kind in the upper byte.
    """
    kind, number = value >> 8, value & 0xFF
    return kind == _SCREENS or (kind == _SPECIAL and number not in _HARMLESS)


def silence_keys(get: Callable[[int, int], int], put: Callable[[int, int, int], None]) -> int:
    """Take away the action of every key that is to be silent.

    Args:
        get: Says the action of a table's key.
        put: Sets it.

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
        entry = fcntl.ioctl(console, _GET_KEY, struct.pack("BBH", table, key, 0))
        return int(struct.unpack("BBH", entry)[2])

    def put(table: int, key: int, value: int) -> None:
        fcntl.ioctl(console, _SET_KEY, struct.pack("BBH", table, key, value))

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
        console = os.open(f"/dev/tty{SCREEN}", os.O_RDWR | os.O_NOCTTY)
        {"lock": lock, "unlock": unlock}[action](console)
    except OSError as error:
        print(f"kiosk: the keyboard cannot be {action}ed: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
