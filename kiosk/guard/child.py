"""What the forked process does to become a visitor: a session and a terminal of its own."""

from __future__ import annotations

import fcntl
import gc
import os
import resource
import signal
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    Visit = Callable[[Callable[[], None]], None]

DRAWN_FD = 3
MANY_FDS = 65536
CRASHED = 70  # EX_SOFTWARE of sysexits.h

# What the guard and the warm parent ignore or handle is no business of a visitor's.
_DEFAULT_SIGNALS = (
    signal.SIGHUP,  # the guard is gone: end
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTSTP,
    signal.SIGTERM,
    signal.SIGWINCH,
    signal.SIGCHLD,
    signal.SIGPIPE,
    signal.SIGUSR1,
)


def become_visitor(terminal: int, drawn_end: int, visit: Visit) -> NoReturn:
    """Turn this freshly forked process into a visitor and never return.

    Whatever `visit` raises ends the process without a word: a traceback would hold what the
    visitor had typed.

    Args:
        terminal: The visitor's side of the pty.
        drawn_end: The end of the pipe on which "drawn" is said.
        visit: Shows everything; given a function to call once the first page is written.
    """
    status = CRASHED
    try:
        _settle_in(terminal, drawn_end)
        visit(_say_drawn)
        status = 0
    except SystemExit as exit_request:
        status = exit_request.code if isinstance(exit_request.code, int) else CRASHED
    finally:
        os._exit(status & 0xFF)


def _settle_in(terminal: int, drawn_end: int) -> None:
    """Take the pty as the controlling terminal on 0, 1, 2; keep the pipe on 3 and nothing else."""
    signal.set_wakeup_fd(-1)
    for number in _DEFAULT_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for standard in (0, 1, 2):
        os.dup2(terminal, standard)
    os.dup2(drawn_end, DRAWN_FD)
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    os.closerange(DRAWN_FD + 1, MANY_FDS if limit == resource.RLIM_INFINITY else limit)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.enable()


def _say_drawn() -> None:
    """Tell the guard that the neutral page is written; only the first call counts."""
    try:
        os.write(DRAWN_FD, b"1")
        os.close(DRAWN_FD)
    except OSError:
        return
