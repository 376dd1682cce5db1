"""Notices a test that touches what is not its own: the system's folders, the real home, a port.

Python tells an audit hook (PEP 578) before it opens, makes or removes a file, binds a socket or
starts a process. What is not the tests' own is refused with an error and remembered, so that the
test fails even where the code at hand copes with the error. What a process of another language
does is not seen; that it is told the test's own folders is.
"""

import os
import pwd
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from tests.own_folders import leads_elsewhere

_ROOT = str(Path(__file__).parents[1])
_KIOSKS = tuple(f"{folder}/kiosk" for folder in ("/etc", "/var/lib", "/var/log", "/run"))
"""An installed kiosk's folders: not even to be read."""
_CLUTTER = ("/__pycache__", "/.pytest_cache", "/.hypothesis", "/.coverage")
"""What tools leave in the checkout; a test itself writes nothing there."""
_DEVICES = ("/dev", "/proc")
_READ = {"os.listdir", "os.scandir", "sqlite3.connect"}
_CHANGED: dict[str, dict[int, int | None]] = {
    "os.mkdir": {0: 2},
    "os.rmdir": {0: 1},
    "os.remove": {0: 1},
    "os.rename": {0: 2, 1: 3},
    "os.link": {0: 2, 1: 3},
    "os.symlink": {1: 2},
    "os.truncate": {0: None},
    "os.chmod": {0: 2},
    "os.chown": {0: 3},
    "os.utime": {0: 3},
}
"""Which of an event's arguments are paths, and which is the folder that each is seen from."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """The audit hook of one process; see `start_watch`. A context manager: it refuses inside.

    Attributes:
        seen: What was touched and not to be, in words, since somebody last emptied it.
    """

    def __init__(self, base: Path) -> None:
        self.seen: list[str] = []
        self._is_on = False
        self._base = base
        programs = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *sys.path}
        self._programs = tuple(os.path.abspath(path) for path in programs if path)
        self._temporary = (str(base), os.path.abspath(tempfile.gettempdir()))
        homes = {real_home(), os.path.expanduser("~")}
        self._homes = tuple(home for home in homes if home != "/" and not self._is_own(home))

    def __enter__(self) -> Self:
        """A test begins."""
        self._is_on = True
        return self

    def __exit__(self, *_: object) -> None:
        """It has ended."""
        self._is_on = False

    def hear(self, event: str, about: tuple[Any, ...]) -> None:
        """Take an event of the interpreter's.

        Raises:
            PermissionError: It touches what is not the test's own.
        """
        if not self._is_on:
            return
        if event == "open":
            path, _, flags = about
            self._judge(path, is_change=bool(flags & _WRITING))
        elif event in _CHANGED:
            for path, folder in _CHANGED[event].items():
                self._judge(about[path], is_change=True, folder=about[folder] if folder else -1)
        elif event in _READ:
            self._judge(about[0], is_change=False)
        elif event == "socket.bind":
            self._judge_address(about[1])
        elif event == "subprocess.Popen":
            self._judge_environment(about[0], about[3])

    def _judge(self, path: object, *, is_change: bool, folder: int = -1) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # a descriptor: how it was come by has been judged
        begin = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else ""
        whole = os.path.abspath(os.path.join(begin, os.fsdecode(path)))
        if self._may_change(whole) if is_change else self._may_read(whole):
            return
        self._refuse(f"{'changes' if is_change else 'reads'} {whole}")

    def _is_own(self, path: str) -> bool:
        return _is_in(path, self._temporary)

    def _may_read(self, path: str) -> bool:
        if path.startswith(_KIOSKS):
            return False
        if self._is_own(path) or not _is_in(path, self._homes):
            return True
        return path == _ROOT or _is_in(path, (_ROOT, *self._programs))

    def _may_change(self, path: str) -> bool:
        if any(clutter in path for clutter in _CLUTTER):
            return _is_in(path, (_ROOT, *self._programs, *self._temporary))
        if _is_in(path, (_ROOT,)):  # also where the checkout is in a temporary folder
            return False
        return self._is_own(path) or _is_in(path, _DEVICES)

    def _judge_address(self, address: object) -> None:
        match address:
            case (_, int(port), *_) if port:
                self._refuse(f"takes the fixed port {port}")
            case str(path) | bytes(path) if path and os.fsencode(path)[0]:
                self._judge(path, is_change=True)

    def _judge_environment(self, program: object, environment: Mapping[str, str] | None) -> None:
        astray = leads_elsewhere(os.environ if environment is None else environment, self._base)
        if astray:
            self._refuse(f"starts {program!s} with the machine's own {', '.join(astray)}")

    def _refuse(self, what: str) -> None:
        self.seen.append(what)
        raise PermissionError(f"This test {what}, which is not its own.")


def real_home() -> str:
    """The home that the system knows of whoever runs the tests; "/" where it knows none."""
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:  # in a container, a user may be no more than a number
        return "/"


def start_watch(base: Path) -> Watch:
    """Give this process a watch; Python takes no audit hook away again.

    Args:
        base: Where the tests' own folders are.
    """
    watch = Watch(base)
    sys.addaudithook(watch.hear)
    return watch


def _is_in(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
