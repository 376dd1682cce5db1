"""What a visitor selects with the mouse in a real xterm is gone with them."""

import subprocess
import time
from collections.abc import Callable

from tests.terminal.xterm import KioskXterm, missing_tools
from tests.tools import DEADLINE_SECONDS, lacking, need

PATIENCE_SECONDS = 5.0


def selected(kiosk: KioskXterm, *which: str) -> str:
    """What somebody would paste; nothing where nobody answers for it any more."""
    return kiosk.run("timeout", str(DEADLINE_SECONDS), "xsel", *which).decode()


def select(kiosk: KioskXterm) -> None:
    """Drag over the whole screen, with Shift held, so that xterm takes the mouse."""
    kiosk.mouse(
        *("keydown", "shift", "mousedown", "1", "mousemove", "300", "100"),
        *("mousemove", "475", "308", "mouseup", "1", "keyup", "shift"),
        at=(10, 10),
    )


def wait_until(is_so: Callable[[], bool], *, trying: Callable[[], None] = lambda: None) -> None:
    """Wait until something is so, and try again where that takes long."""
    end = time.monotonic() + DEADLINE_SECONDS
    while True:
        trying()
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            if is_so():
                return
            time.sleep(0.1)
        assert time.monotonic() < end, "it never was so"


def test_nothing_that_was_selected_can_be_pasted_after_escape() -> None:
    """Neither by the next person nor by whoever has the display: xterm would keep it for ever."""
    if missing := missing_tools():
        lacking(", ".join(missing))
    need("xsel")
    with KioskXterm() as kiosk:

        def open_and_select() -> None:
            kiosk.press("Return")
            select(kiosk)

        wait_until(lambda: "Leave now" in selected(kiosk, "-p"), trying=open_and_select)

        def copy() -> None:
            subprocess.run(["xsel", "-b", "-i"], input=b"copied", env=kiosk.environment, check=True)

        # A drag that was slow to arrive takes the clipboard back.
        wait_until(lambda: selected(kiosk, "-b") == "copied", trying=copy)
        kiosk.press("Escape")
        wait_until(lambda: not selected(kiosk, "-p"))
        assert not selected(kiosk, "-b")
