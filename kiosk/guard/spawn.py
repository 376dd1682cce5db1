"""Starting the warm parent: posix_spawn, since importing `subprocess` would take longer."""

from __future__ import annotations

import os
import signal
import socket
import sys

from kiosk.guard.link import Link
from kiosk.guard.options import WarmOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.guard.terminal import Terminal

LINK_FD = 3
_HANDLED = (
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTSTP,
    signal.SIGUSR1,
    signal.SIGPIPE,
    signal.SIGHUP,
    signal.SIGTERM,
)


def spawn_warm_parent(
    options: WarmOptions, terminal: Terminal | None, visitors: Iterable[int]
) -> tuple[int, Link]:
    """Start a warm parent.

    Args:
        options: Which module it serves, and in which environment.
        terminal: What it is to clear if we die, if anything.
        visitors: Processes that an earlier warm parent has left, for it to kill then.

    Returns:
        Its process number, and our end of the socket to it, non-blocking.

    Raises:
        OSError: It cannot be started.
    """
    ours, theirs = socket.socketpair()
    link = Link(ours)
    path, attributes = (terminal.path, terminal.saved) if terminal else (None, None)
    begin = {"do": "begin", "terminal": path, "attributes": attributes}
    link.send({**begin, "visitors": list(visitors)})  # waits there should we die in the next line
    ours.setblocking(False)
    with theirs:
        pid = os.posix_spawn(
            sys.executable,
            [
                sys.executable,
                "-P",  # modules come from our own path, not from where we were started
                "-m",
                "kiosk.guard.warm",
                options.visitor_module,
                *options.visitor_arguments,
            ],
            environment_with_our_path(
                os.environ if options.visitor_environment is None else options.visitor_environment
            ),
            file_actions=_descriptors(theirs.fileno()),
            setsid=True,  # from its first moment on: our end hangs up all of our own session
            setsigdef=_HANDLED,
        )
    return pid, link


def environment_with_our_path(variables: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which a new Python finds the same modules as this one."""
    environment = dict(variables)
    for name in ("COLUMNS", "LINES"):  # they would beat the terminal's real size
        environment.pop(name, None)
    environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return environment


def _descriptors(link: int) -> list[tuple[int, int, str, int, int] | tuple[int, int, int]]:
    """Return posix_spawn's file actions: /dev/null on 0 to 2, the socket on 3."""
    # The socket moves first, lest it is itself one of the descriptors that are opened over.
    return [
        (os.POSIX_SPAWN_DUP2, link, LINK_FD),
        *((os.POSIX_SPAWN_OPEN, standard, os.devnull, os.O_RDWR, 0) for standard in range(3)),
    ]
