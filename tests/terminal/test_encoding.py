"""A terminal that was started for another encoding shows what a kiosk draws."""

import sys
from pathlib import Path

from kiosk.guard.modes import clean_page
from tests.terminal.display import XDisplay
from tests.tools import need, wait_until

DRAWN = "élan"
_ASK = """
import os, sys, tty
tty.setraw(0)
os.write(1, bytes.fromhex(sys.argv[2]) + b"\\x1b[6n")
answer = b""
while not answer.endswith(b"R"):
    answer += os.read(0, 64)
with open(sys.argv[1] + ".part", "wb") as file:
    file.write(answer)
os.rename(sys.argv[1] + ".part", sys.argv[1])
"""
"""Writes to the terminal, asks it where the cursor is, and notes the answer in a file."""


def test_what_is_drawn_takes_as_many_cells_as_it_has_signs(tmp_path: Path) -> None:
    """An xterm that was started for ASCII alone would take each byte for a letter."""
    need("Xvfb", "xdotool", "xterm")
    answer = tmp_path / "answer"
    page = clean_page("xterm", "Information", kitty=False) + DRAWN.encode()
    with XDisplay({"LC_ALL": "C"}) as display:
        display.start("xterm", "-e", sys.executable, "-c", _ASK, str(answer), page.hex())
        wait_until(answer.exists, "xterm's answer")
    assert answer.read_bytes().endswith(b"[1;%dR" % (1 + len(DRAWN)))
