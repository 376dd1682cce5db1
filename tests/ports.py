"""Ports of this machine for programs that cannot choose one by themselves."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def reserved_port() -> Iterator[int]:
    """Give a free port, which the system gives to nobody else as long as this lasts.

    It is bound, but not listened on: a server that asks for this very port, with SO_REUSEADDR as
    servers do, gets it, also when it is started anew; whoever asks for any port gets another one.
    """
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        yield port
