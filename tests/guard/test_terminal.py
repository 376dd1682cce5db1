"""The terminal itself, as the guard holds it."""

import os

from kiosk.guard.terminal import Terminal


def test_one_that_hangs_up_is_no_fault() -> None:
    """Whatever is asked of it then does nothing, and the next read tells that it is gone."""
    master, slave = os.openpty()
    terminal = Terminal(slave, "xterm")
    os.close(master)
    assert not terminal.is_raw()
    terminal.set_raw()
    terminal.write(b"a page")
    terminal.replace(b"another")
    assert terminal.size() == (80, 24)
    os.close(terminal.fileno())
    os.close(slave)
