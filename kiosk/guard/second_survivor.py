"""The second survivor: clears the screen when the guard is gone and the warm parent cannot.

Started by the guard, with a socket as standard input and the terminal as standard output. The
socket brings the numbers of the processes that are to die with the guard, all in a line, and a
line more when they are others. Its end is the guard's.

Until then a shell waits, in a tenth of the memory that Python needs to wait.
"""

import os
import sys
import time

from kiosk.guard.children import kill_group
from kiosk.guard.restore import GONE_WITHIN_SECONDS, restore_for_guard

_WAIT = 'left=; while read -r line; do left=$line; done; exec "$@" "$left"'
_START = "import sys; from kiosk.guard.second_survivor import main; main(*sys.argv[1:])"
COMMAND = ("/bin/sh", "-c", _WAIT, "sh", sys.executable, "-P", "-S", "-c", _START)
"""To be followed by the arguments of `main`, but for the last. `-S -c` imports less than `-m`."""


def main(guard: str, path: str, term: str, attributes: str, left: str) -> None:
    """Wait until the guard is wholly gone, then kill, erase and restore.

    Args:
        guard: The number of the guard's process.
        path: The terminal's device, "" if only standard output leads to it.
        term: The value of $TERM.
        attributes: The terminal's as tcgetattr gives them, all numbers with commas between them.
        left: The numbers of the processes that are to die, with spaces between them.
    """
    deadline = time.monotonic() + GONE_WITHIN_SECONDS
    # It gives its children to another parent last, after the hang-up that would lose our writing.
    while os.getppid() == int(guard) and time.monotonic() < deadline:
        time.sleep(0.001)
    for process in left.split():
        kill_group(int(process))
    numbers = [int(number) for number in attributes.split(",")]
    restore_for_guard(path, term, [*numbers[:6], numbers[6:]], ours=1)
