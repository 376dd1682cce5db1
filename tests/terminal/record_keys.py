"""Run as `python -m tests.terminal.record_keys FILE LEFT_ON`: notes what the keyboard sends.

As the kiosk does, it takes over the terminal after another program; LEFT_ON is what that one wrote,
in hexadecimal. Then the bytes of each key are added to FILE, in hexadecimal.
"""

import os
import sys
import termios
from pathlib import Path

from kiosk.guard.modes import ALTERNATE_SCREEN, ASK_KITTY, KITTY_PUSH, clean_page
from kiosk.guard.terminal import raw_attributes

READY = "ready"


def main(path: str, left_on: str) -> None:
    """Record until the terminal closes."""
    termios.tcsetattr(0, termios.TCSANOW, raw_attributes(termios.tcgetattr(0)))
    term = os.environ["TERM"]
    is_foot = term == "foot"
    os.write(1, ALTERNATE_SCREEN + bytes.fromhex(left_on))
    os.write(1, clean_page(term, "Information", kitty=is_foot) + ASK_KITTY)
    answer = b""
    while not answer.endswith(b"c"):
        answer += os.read(0, 1024)
    assert (b"u" in answer) is is_foot, (answer, KITTY_PUSH)
    with Path(path).open("w", encoding="ascii") as file:
        print(READY, file=file, flush=True)
        while data := os.read(0, 1024):
            print(data.hex(), file=file, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
