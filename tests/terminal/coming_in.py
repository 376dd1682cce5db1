"""Coming in at a whole kiosk, from its neutral page, on a machine however busy."""

import time

from kiosk.neutral import DEAF_SECONDS, INVITATION
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.tools import DEADLINE_SECONDS

FIRST_PATIENCE_SECONDS = 10.0


def come_in(terminal: KioskTerminal, deadline: float = DEADLINE_SECONDS) -> None:
    """Press Enter on the neutral page, and wait for the first page.

    Right after a swap Enter does not count, and a page that nobody has touched may be swapped at
    any moment, since words were edited. But the first page may only be slow to come, and a second
    Enter would lead on from it: so it is pressed again after a long wait alone, and then a longer.

    Raises:
        AssertionError: The first page did not come; the message shows the screen.
    """
    until = time.monotonic() + deadline
    patience = FIRST_PATIENCE_SECONDS
    terminal.wait_until(lambda: INVITATION in terminal.text, deadline)
    terminal.comes(lambda: False, DEAF_SECONDS)
    while not is_in(terminal):
        assert time.monotonic() < until, f"nobody came in:\n{terminal.text}"
        terminal.send(b"\r" if INVITATION in terminal.text else b"")
        terminal.comes(lambda: is_in(terminal), patience)
        patience *= 2


def is_in(terminal: KioskTerminal) -> bool:
    """Whether a page of a visit is on the screen: its last row is drawn last."""
    return INVITATION not in terminal.text and "Leave now" in terminal.text
