"""The children of this process: those that it has started, and those that the kernel gives it.

Imports next to nothing, since whoever survives the guard is to be quick.
"""

import os

_SIGKILL = 9


def children() -> set[int]:
    """Return all of them, those who have ended and are not collected, too; see proc(5).

    None where the kernel does not list them.
    """
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as listed:
            return set(map(int, listed.read().split()))
    except OSError:
        return set()


def kill_group(leader: int) -> None:
    """Kill a process that may be gone, and the group that it leads if it leads one."""
    for end in (os.killpg, os.kill):
        try:
            end(leader, _SIGKILL)
        except OSError:
            continue
        return


def kill_stopped() -> None:
    """Kill every child that was stopped: nothing of a kiosk may hang.

    Their end is then seen as any other.
    """
    try:
        while (stopped := os.waitid(os.P_ALL, 0, os.WSTOPPED | os.WNOHANG)) is not None:
            os.kill(stopped.si_pid, _SIGKILL)
    except ChildProcessError:
        return


def adopted(started: set[int]) -> tuple[set[int], dict[int, int]]:
    """Look for the children that we have not started, and collect those of them who have ended.

    Args:
        started: Those that we have.

    Returns:
        Those who live; and the others, each with the status that it has ended with.
    """
    living, ended = set(), {}
    for child in children() - started:
        collected, status = os.waitpid(child, os.WNOHANG)
        if collected:
            ended[child] = os.waitstatus_to_exitcode(status)
        else:
            living.add(child)
    return living, ended
