"""The second survivor: clears the screen when the guard is gone and the warm parent cannot.

Started by the guard, with a socket as standard input and the terminal as standard output. The
socket brings the numbers of the processes that are to die with the guard, all in a line, and a
line more when they are others. Its end is the guard's. This process only waits, so it imports next
to nothing: even the names of signals would take a fifth of its memory.
"""

import os
import time

from kiosk.guard.children import kill_group
from kiosk.guard.restore import GONE_WITHIN_SECONDS, restore_for_guard

START = "import sys; from kiosk.guard.second_survivor import main; main(*sys.argv[1:])"
"""For `python -S -P -c`: to run a module by its name imports more than it."""
READ_BYTES = 4096


def processes_left(descriptor: int) -> set[int]:
    """Read until the guard's end is closed; return the processes that it has left."""
    line = unread = b""
    while data := os.read(descriptor, READ_BYTES):
        *lines, unread = (unread + data).split(b"\n")
        line = lines[-1] if lines else line
    return set(map(int, line.split()))


def main(guard: str, path: str, term: str, attributes: str) -> None:
    """Wait for the guard's end, then kill, erase and restore.

    Args:
        guard: The number of the guard's process.
        path: The terminal's device, "" if only standard output leads to it.
        term: The value of $TERM.
        attributes: The terminal's as tcgetattr gives them, all numbers with commas between them.
    """
    left = processes_left(0)
    deadline = time.monotonic() + GONE_WITHIN_SECONDS
    # It gives its children to another parent last, after the hang-up that would lose our writing.
    while os.getppid() == int(guard) and time.monotonic() < deadline:
        time.sleep(0.001)
    for process in left:
        kill_group(process)
    numbers = [int(number) for number in attributes.split(",")]
    restore_for_guard(path, term, [*numbers[:6], numbers[6:]], ours=1)
