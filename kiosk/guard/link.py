"""The socket between the guard and a warm parent: one JSON object a line, descriptors beside.

A stream socket serves, not SOCK_SEQPACKET, since macOS has no such Unix sockets.
"""

import errno
import json
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.guard.options import VisitorOptions

Message = dict[str, Any]

LINK_FD = 3
"""The warm parent's end."""
# The guard's own signals, which a warm parent is to begin without.
_HANDLED = (
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTSTP,
    signal.SIGUSR1,
    signal.SIGPIPE,
    signal.SIGHUP,
    signal.SIGTERM,
    signal.SIGCHLD,
)
READ_BYTES = 65536
DESCRIPTORS_A_MESSAGE = 2


class Link:
    """One end of the socket; blocking or not as its owner has set it.

    Attributes:
        end: The socket itself, for select.
    """

    def __init__(self, end: socket.socket) -> None:
        """Speak over `end`."""
        self.end = end
        self._unread = b""

    def fileno(self) -> int:
        """Return the descriptor, so that select takes the link itself."""
        return self.end.fileno()

    def send(self, message: Message, descriptors: Sequence[int] = ()) -> None:
        """Send one message, with open descriptors if any are given.

        Raises:
            OSError: The other end is gone.
        """
        line = json.dumps(message).encode() + b"\n"
        sent = socket.send_fds(self.end, [line], list(descriptors)) if descriptors else 0
        self.end.sendall(line[sent:])

    def receive(self) -> tuple[list[Message], list[int]]:
        """Read what is there: whole messages, and the descriptors that came along.

        Returns:
            Messages in their order, none if nothing whole has arrived yet, and descriptors.

        Raises:
            EOFError: The other end is closed.
        """
        try:
            data, descriptors, _, _ = socket.recv_fds(self.end, READ_BYTES, DESCRIPTORS_A_MESSAGE)
        except BlockingIOError:
            return [], []
        except OSError as error:
            raise EOFError from error
        if not data:
            raise EOFError
        *lines, self._unread = (self._unread + data).split(b"\n")
        return [json.loads(line) for line in lines], list(descriptors)

    def close(self) -> None:
        """Close this end."""
        self.end.close()


def what_lacks(error: OSError, otherwise: str) -> str:
    """Name what the machine has run out of.

    Args:
        error: Why something could not be had.
        otherwise: What lacks unless the error says more.

    Returns:
        `descriptors`, `memory`, or what else it is.
    """
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return "descriptors"
    return "memory" if error.errno == errno.ENOMEM else otherwise


def spawn(options: VisitorOptions, begin: Message) -> tuple[int, Link]:
    """Start a warm parent by posix_spawn, since importing `subprocess` would take longer.

    Args:
        options: Which module it serves, and in which environment.
        begin: The first message to it.

    Returns:
        Its process number, and our end of the socket to it, non-blocking.

    Raises:
        OSError: It cannot be started.
    """
    ours, theirs = socket.socketpair()
    link = Link(ours)
    link.send(begin)  # waits there should we die in the next line
    ours.setblocking(False)
    # -P: modules come from our own path, not from where we were started.
    command = [sys.executable, "-P", "-m", "kiosk.guard.warm", options.module, *options.arguments]
    variables = os.environ if options.environment is None else options.environment
    with theirs:
        pid = os.posix_spawn(
            sys.executable,
            command,
            environment_with_our_path(variables),
            # The socket moves first, lest it is itself one of the descriptors that are opened over.
            file_actions=[
                (os.POSIX_SPAWN_DUP2, theirs.fileno(), LINK_FD),
                *((os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_RDWR, 0) for each in range(3)),
            ],
            setsid=True,  # from its first moment on: our end hangs up all of our own session
            setsigdef=_HANDLED,
            setsigmask=[],
        )
    return pid, link


def environment_with_our_path(variables: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which a new Python finds the same modules as this one."""
    environment = dict(variables)
    for name in ("COLUMNS", "LINES"):  # they would beat the terminal's real size
        environment.pop(name, None)
    environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return environment
