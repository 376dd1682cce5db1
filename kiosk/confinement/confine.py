"""What a visitor gives up before anybody types: whoever takes a visitor over can do no more.

A visitor keeps its own terminal, the line to the module that it is forked from, and the right to
read the program. The kernel holds the rest back, each in its own way, so that one stands where
another is missing: no file is written or read beyond the program (Landlock), no process, socket,
signal or file is made (seccomp), no other process's memory is read (undumpable, Landlock), and
nothing is gained from any program (no new privileges). Where a kernel lacks one of them the kiosk
runs on without; `kiosk doctor` says so.
"""

import fcntl
import itertools
import os
import resource
import sys
from collections.abc import Iterable
from contextlib import suppress

from kiosk.confinement import landlock, libc

_OPEN_FILES = 64
_FIRST_FREE = 10
_MANY_FILES = 65536
_LIMITS = {
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: _OPEN_FILES,
}
_LINUX_LIMITS = ("RLIMIT_NPROC", "RLIMIT_MSGQUEUE", "RLIMIT_MEMLOCK")
_LIBRARIES = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
    "/etc/localtime", "/usr/share/zoneinfo", "/usr/share/terminfo", "/etc/terminfo",
    "/dev/null", "/dev/urandom",
)  # fmt: skip


def program_files() -> list[str]:
    """The files and folders that this program is made of, as far as visitors read them."""
    ours = [sys.prefix, sys.base_prefix]
    found = {*ours, *_LIBRARIES}
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if path and "." not in module.__name__ and not path.startswith(tuple(ours)):
            found.add(os.path.dirname(path) if hasattr(module, "__path__") else path)
    return sorted(found)


def close_all_but(kept: set[int]) -> None:
    """Close every other descriptor of this process."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    end = _MANY_FILES if limit == resource.RLIM_INFINITY else limit
    for before, after in itertools.pairwise([-1, *sorted(kept - {-1}), end]):
        if before + 1 < after:  # an empty range would be taken for a whole one
            os.closerange(before + 1, after)


class Confinement:
    """What visitors are confined with: made once, entered by each of them.

    Attributes:
        descriptor: What a visitor must keep open until it has entered; -1 for nothing.
    """

    def __init__(self, readable: Iterable[str]) -> None:
        """Make it.

        Args:
            readable: The files and folders that visitors may read, with all that is below them.
        """
        self.descriptor = _out_of_the_way(landlock.reading_only(readable))
        self._filter = b""
        if sys.platform == "linux":  # elsewhere not even its numbers have names
            from kiosk.confinement.seccomp import visitors_filter

            self._filter = visitors_filter(os.uname().machine)

    def enter(self) -> frozenset[str]:
        """Confine this process for good.

        Returns:
            What holds from now on: `memory`, `privileges`, `files`, `calls`.
        """
        _lower_limits()
        holds = {
            "memory": libc.be_undumpable(),
            "privileges": libc.gain_no_privileges(),
            "files": landlock.enter(self.descriptor),
        }
        if self.descriptor >= 0:
            os.close(self.descriptor)
        holds["calls"] = bool(self._filter) and libc.filter_calls(self._filter)
        return frozenset(name for name, is_held in holds.items() if is_held)


def _out_of_the_way(descriptor: int) -> int:
    """Give a descriptor a number that no visitor needs for anything else."""
    if descriptor < 0:
        return descriptor
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE)
    os.close(descriptor)
    return moved


def _lower_limits() -> None:
    """Take what the kernel counts: files of any size, processes, memory that is never swapped."""
    linux = {getattr(resource, name): 0 for name in _LINUX_LIMITS if hasattr(resource, name)}
    for limit, most in {**_LIMITS, **linux}.items():
        with suppress(OSError, ValueError):  # a service may forbid the call
            resource.setrlimit(limit, (most, most))
