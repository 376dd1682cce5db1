"""A line to the server that is cut after a number of bytes."""

import contextlib
import socket
import threading
from collections.abc import Iterable, Iterator
from itertools import cycle


class CutLine:
    """Forwards to a port of this machine, and cuts each connection.

    Args:
        port: Where the server listens.
        budgets: How many bytes each connection may carry up and down, in turn.
    """

    def __init__(self, port: int, budgets: Iterable[tuple[int, int]]) -> None:
        self._server = ("127.0.0.1", port)
        self._budgets = cycle(budgets)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.cuts = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        for near in self._connections():
            threading.Thread(target=self._connect, args=(near, *next(self._budgets))).start()

    def _connect(self, near: socket.socket, up: int, down: int) -> None:
        """Carry one connection to its end."""
        with near, socket.create_connection(self._server) as far:
            back = threading.Thread(target=self._forward, args=(far, near, down))
            back.start()
            self._forward(near, far, up)
            back.join()

    def _connections(self) -> Iterator[socket.socket]:
        with contextlib.suppress(OSError):
            while True:
                yield self._listener.accept()[0]

    def _forward(self, source: socket.socket, target: socket.socket, budget: int) -> None:
        with contextlib.suppress(OSError):
            while budget > 0 and (block := source.recv(min(65536, budget))):
                target.sendall(block)
                budget -= len(block)
            self.cuts += budget == 0
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
