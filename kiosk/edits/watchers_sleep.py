"""The watcher while nothing is edited: waits in the kernel, in a third of the memory.

What a look at the words needs is imported by `kiosk.edits.watch` alone. It becomes this program
once nothing is left to be done, and this one becomes it again at the first change: they are one
process, whose standard input and chosen descriptors go on.
"""

import os
import select
import sys

QUIET_SECONDS = 0.3
"""An editor writes, renames and writes again; what is tried is what it has come to."""
LONGEST_WAIT = 10
"""So many times is it waited for quiet, where it never comes."""
_START = "import sys; from kiosk.edits.watchers_sleep import main; main(*sys.argv[1:])"
"""For `python -S -P -c`: to run a module by its name imports more than it."""
_SERVER = 0
"""Standard input, which ends with whoever serves visitors."""
_EVENTS_BYTES = 65536


def fall_asleep(state: list[str], changes: int, mounts: int, lock: int) -> None:
    """Be this program from now on.

    Args:
        state: The watcher's arguments, to be given back.
        changes: Where the kernel tells of what changes in the folders.
        mounts: Where it tells of what is mounted; -1 for nowhere.
        lock: What is only kept open; -1 for nothing.
    """
    descriptors = [changes, mounts, lock]
    for descriptor in descriptors:
        if descriptor >= 0:
            os.set_inheritable(descriptor, True)
    _become(["-S", "-P", "-c", _START, *map(str, descriptors), *state])


def main(changes: str, mounts: str, lock: str, *state: str) -> None:
    """Sleep until something changes, and be the watcher then; end when the server has.

    For the arguments, see `fall_asleep`.
    """
    if sleep(int(changes), int(mounts)):
        _become(["-P", "-m", "kiosk.edits.watch", *state, changes, mounts, lock])


def sleep(changes: int, mounts: int) -> bool:
    """Wait for a change and then for quiet; return False where the server has ended."""
    poll = select.poll()
    poll.register(_SERVER, select.POLLIN)
    poll.register(changes, select.POLLIN)
    if mounts >= 0:
        poll.register(mounts, select.POLLPRI)
    ready = dict(poll.poll())
    for _ in range(LONGEST_WAIT):
        if _SERVER in ready or changes not in ready:
            break
        os.read(changes, _EVENTS_BYTES)
        ready = dict(poll.poll(1000 * QUIET_SECONDS))
    return _SERVER not in ready


def _become(arguments: list[str]) -> None:
    """Run another program of ours in this process."""
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - a shell has no place here
