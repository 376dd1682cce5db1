"""Tells systemd that the kiosk is there, and again and again that Escape would work.

The protocol is that of sd_notify(3): datagrams of VARIABLE=value to a socket that the environment
names. Where it names none, nothing is sent and nothing is ever due.
"""

import os
import socket
from collections.abc import Callable, Iterator, MutableMapping

from kiosk.guard.keys import KeyScanner
from kiosk.guard.screen import Screen
from kiosk.guard.terminal import Terminal

BEATS_A_LIMIT = 4  # three may be lost before systemd restarts the kiosk
ESCAPE = b"\x1b"
KITTY_ESCAPE = b"\x1b[27u"


class Watchdog:
    """The line to systemd.

    Attributes:
        due: When to beat next, in seconds of the guard's clock; None if nobody listens.
    """

    def __init__(self, environment: MutableMapping[str, str], log: Callable[..., None]) -> None:
        """Take what systemd says out of the environment, so that no visitor inherits it."""
        address = environment.pop("NOTIFY_SOCKET", "")
        microseconds = environment.pop("WATCHDOG_USEC", "")
        process = environment.pop("WATCHDOG_PID", "")
        self.due: float | None = None
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._log = log
        self._trouble = ""
        is_for_us = process in ("", str(os.getpid()))
        asked = address and is_for_us and microseconds.isdecimal()
        self._interval = int(microseconds) / 1e6 / BEATS_A_LIMIT if asked else 0.0

    def ready(self, now: float) -> None:
        """Say that the kiosk has started."""
        self._tell(b"READY=1")
        if self._interval:
            self.due = now + self._interval

    def beat(self, trouble: str, now: float) -> None:
        """Say that all is well, or nothing if it is not.

        Args:
            trouble: What the self-test has found, "" for nothing.
            now: The guard's clock.
        """
        self.due = now + self._interval
        if not trouble:
            self._tell(b"WATCHDOG=1")
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                self._log("unwell", reason=trouble)
            else:
                self._log("well")

    def deadlines(self) -> Iterator[float]:
        """Return the time of the guard's clock at which to beat, if there is one."""
        if self.due is not None:
            yield self.due

    def _tell(self, words: bytes) -> None:
        """Send a datagram; that nobody takes it is systemd's affair."""
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.setblocking(False)
                line.sendto(words, self._address)
        except OSError:
            return


def trouble(terminal: Terminal, screen: Screen) -> str:
    """Walk the way of an Escape, short of clearing the screen.

    That this runs at all shows that the loop turns.

    Returns:
        What would fail, as one of four words; "" while nothing would. `raw`: a key would not
        come through the terminal at once. `keys`: it would not be known as a panic. `page`: no
        page is ready to be shown. `output`: the terminal takes no page.
    """
    if not terminal.is_raw():
        return "raw"
    if not _is_panic(terminal.kitty):
        return "keys"
    if not screen.is_ready:
        return "page"
    return "" if terminal.takes_output() else "output"


def _is_panic(kitty: bool) -> bool:
    """Tell whether the scanner takes Escape for a panic, and a letter for none."""
    scanner = KeyScanner(kitty=kitty)
    return scanner.feed(KITTY_ESCAPE if kitty else ESCAPE).panic and not scanner.feed(b"a").panic
