"""How the guard starts a process, and the line to a warm parent: JSON, and descriptors beside.

A stream socket serves, not SOCK_SEQPACKET, since macOS has no such Unix sockets.
"""

import errno
import json
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from kiosk.confinement.libc import continue_when_parent_ends

Message = dict[str, Any]

PYTHON = (sys.executable, "-P")
"""Our own; modules come from our own path, not from where we were started."""
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
        line = as_line(message)
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


def as_line(message: Message) -> bytes:
    """Return a message as it is sent."""
    return json.dumps(message).encode() + b"\n"


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


def start(
    command: Sequence[str],
    first: bytes = b"",
    variables: Mapping[str, str] = os.environ,
    terminal: int = -1,
) -> tuple[int, socket.socket]:
    """Start a process with one end of a socket as its standard input.

    Args:
        command: The program and its arguments.
        first: What it is told first: it waits there should we die in the next line.
        variables: Its environment.
        terminal: A descriptor that it gets as its standard output, -1 for nowhere to write.

    Returns:
        Its process number, and our end of the socket, non-blocking: each sees the other's end.

    Raises:
        OSError: It cannot be started.
    """
    ours, theirs = socket.socketpair()
    environment = environment_with_our_path(variables)
    with theirs:
        try:
            ours.sendall(first)
            pid = os.fork()
        except OSError:
            ours.close()
            raise
        if pid == 0:
            _become(list(command), environment, theirs.fileno(), terminal)
    ours.setblocking(False)
    return pid, ours


def _become(command: list[str], environment: dict[str, str], line: int, terminal: int) -> NoReturn:
    """Be what was started, in this freshly forked process."""
    try:
        signal.set_wakeup_fd(-1)
        continue_when_parent_ends()  # before anything can stop it; the new program keeps it
        os.setsid()  # a hang-up of our terminal does not reach it
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(line, 0)
        os.dup2(nowhere if terminal < 0 else terminal, 1)
        # What it says goes to the journal. A terminal is the visitors' screen, and gets nothing.
        if os.isatty(2):
            os.dup2(nowhere, 2)
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        os.execve(command[0], command, environment)  # noqa: S606 - the programs are ours
    finally:
        os._exit(1)


def environment_with_our_path(variables: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which a new Python finds the same modules as this one."""
    environment = dict(variables)
    for name in ("COLUMNS", "LINES"):  # they would beat the terminal's real size
        environment.pop(name, None)
    environment["PYTHONPATH"] = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return environment
