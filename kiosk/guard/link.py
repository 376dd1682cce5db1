"""The socket between the guard and the warm parent: one JSON object a line, descriptors beside.

A stream socket serves, not SOCK_SEQPACKET, since macOS has no such Unix sockets.
"""

from __future__ import annotations

import json
import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Message = dict[str, Any]

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
