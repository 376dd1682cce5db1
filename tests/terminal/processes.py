"""What the kernel tells of processes: nothing of one that has ended meanwhile. See proc(5)."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")
_GONE = (FileNotFoundError, ProcessLookupError)


class Stat(NamedTuple):
    """A process at one moment.

    Attributes:
        state: A letter, such as "S" for asleep or "T" for stopped.
        parent: Whose child it is.
        session: The process that leads its session.
        terminal: The terminal that it is controlled by, 0 for none.
        ticks: The time that it has run.
        born: When it was started: its number does not tell, since numbers begin again.
    """

    state: str
    parent: int
    session: int
    terminal: int
    ticks: int
    born: int


def stat_of(pid: int) -> Stat | None:
    """A process that runs; None of one that is gone, or is dead and not yet collected."""
    told = _told(lambda: Path(f"/proc/{pid}/stat").read_text())
    if told is None:
        return None
    state, *fields = told.rpartition(")")[2].split()
    if state in ("Z", "X"):
        return None
    numbers = list(map(int, fields))
    ticks = numbers[10] + numbers[11]
    return Stat(state, numbers[0], numbers[2], numbers[3], ticks, numbers[18])


def is_alive(pid: int) -> bool:
    """Tell whether a process runs."""
    return stat_of(pid) is not None


def leads_session(pid: int) -> bool:
    """Tell whether a process leads a session, as visitors do."""
    stat = stat_of(pid)
    return stat is not None and stat.session == pid


def is_visitor(pid: int) -> bool:
    """Tell whether a process leads a session on a terminal: of the guard's, visitors alone do."""
    stat = stat_of(pid)
    return stat is not None and stat.session == pid and stat.terminal != 0


def children(pid: int) -> list[int]:
    """The living children of a process, the one that was born first at the beginning."""
    born = {}
    for each in filter(str.isdecimal, os.listdir("/proc")):
        if _parent_in(f"/proc/{each}/stat") == pid and (stat := stat_of(int(each))):
            born[int(each)] = stat.born
    return sorted(born, key=lambda each: (born[each], each))


def _parent_in(path: str) -> int:
    """Whose child a process is, without a look at the rest of it: there are many."""
    with suppress(*_GONE), open(path, "rb", buffering=0) as file:
        return int(file.read(1024).rpartition(b")")[2].split(maxsplit=2)[1])
    return 0


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    return [pid, *(each for child in children(pid) for each in family(child))]


def command_of(pid: int) -> str:
    """A process's command line; it is empty for a moment while a new program comes."""
    told = _told(lambda: Path(f"/proc/{pid}/cmdline").read_text(errors="replace"))
    return (told or "").replace("\0", " ")


def name_of(pid: int) -> str:
    """The name of a process's program."""
    return (_told(lambda: Path(f"/proc/{pid}/comm").read_text()) or "").strip()


def open_files(pid: int) -> dict[str, int]:
    """What a process has open, and the flags of open(2) with which it has."""
    found = {}
    entries = _told(lambda: os.listdir(f"/proc/{pid}/fd")) or ()
    for entry in entries:
        with suppress(*_GONE):  # it is closed by now
            flags = Path(f"/proc/{pid}/fdinfo/{entry}").read_text().split()[3]
            found[os.readlink(f"/proc/{pid}/fd/{entry}")] = int(flags, 8)
    return found


def kill(pid: int) -> None:
    """Send SIGKILL."""
    os.kill(pid, signal.SIGKILL)


def _told(ask: Callable[[], _T]) -> _T | None:
    with suppress(*_GONE):
        return ask()
    return None
