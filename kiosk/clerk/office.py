"""Where visitors are forked from: keeps a clerk, and opens a line to it for each visitor."""

import gc
import os
import resource
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from kiosk.confinement.libc import continue_when_parent_ends

_CONTROL = 3
_MANY_DESCRIPTORS = 65536


class Office:
    """The clerk's process, as whoever forks visitors sees it.

    Args:
        serve: Is the clerk, in a process of its own, until the socket is closed. What is secret
            is read there, so that no visitor, forked from here, ever has it.
    """

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._control: socket.socket | None = None

    def open_line(self) -> int:
        """Open a line for one visitor; start the clerk, or start it anew if it has died.

        Returns:
            The visitor's end. Where there is no clerk to be had, nobody answers on it.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            for _ in range(2):
                control = self._control or self._start()
                try:
                    socket.send_fds(control, [b"+"], [theirs.fileno()])
                except BlockingIOError:
                    break  # it hangs: visitors do without
                except OSError:
                    control.close()
                    self._control = None
                else:
                    break
        return ours.detach()

    def _start(self) -> socket.socket:
        """Fork the clerk; return what lines are handed over on."""
        self._control, theirs = socket.socketpair()
        self._control.setblocking(False)
        with theirs, suppress(OSError):  # no process to be had: then the next line tries again
            if os.fork() == 0:
                _settle_in(theirs.detach(), self._serve)
        return self._control


def _settle_in(control: int, serve: Callable[[socket.socket], None]) -> NoReturn:
    """Be the clerk in this freshly forked process, which keeps nothing open of its parent's."""
    try:
        continue_when_parent_ends()
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(control, _CONTROL)
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        os.closerange(_CONTROL + 1, _MANY_DESCRIPTORS if limit == resource.RLIM_INFINITY else limit)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        gc.enable()
        serve(socket.socket(fileno=_CONTROL))
    finally:
        os._exit(0)
