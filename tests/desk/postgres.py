"""A real PostgreSQL server in a folder of its own, started and killed by the tests."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path
from typing import Self

import psycopg

from tests.ports import reserved_port
from tests.tools import lacking, need, wait_until

_UNPRIVILEGED = "nobody"
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""


def program(name: str) -> str:
    """A program of PostgreSQL's; Debian keeps them out of the path."""
    found = shutil.which(name) or max(
        map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), default=""
    )
    if not found:
        lacking("PostgreSQL's server")
    return found


class PostgresServer:
    """The server; a context manager that ends and forgets it."""

    def __init__(self) -> None:
        self._databases = count()
        self._process: subprocess.Popen[bytes] | None = None
        self._stack = ExitStack()
        self.port = self._stack.enter_context(reserved_port())
        self.folder = Path(tempfile.mkdtemp(prefix="kiosk-postgres-"))
        self._user = _UNPRIVILEGED if sys.platform != "win32" and os.geteuid() == 0 else None
        if self._user:
            shutil.chown(self.folder, self._user)

    def __enter__(self) -> Self:
        """Make a cluster with TLS, and start it."""
        need("openssl")
        options = "-U kiosk -A trust -E UTF8 --locale C".split()
        self._run(program("initdb"), "-D", "data", *options)
        request = "-x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost".split()
        name = ["-addext", "subjectAltName=DNS:localhost"]
        files = ["-keyout", "data/server.key", "-out", "data/server.crt"]
        self._run("openssl", "req", *request, *name, *files)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it at once, and delete its folder."""
        self.stop()
        shutil.rmtree(self.folder)
        self._stack.close()

    @property
    def certificate(self) -> Path:
        """The certificate by which the server proves that it is `localhost`."""
        return self.folder / "data/server.crt"

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-D data -k {self.folder} -h localhost -p {self.port}".split()
        settings = "ssl=on max_connections=300 log_min_messages=panic".split()
        self._process = subprocess.Popen(
            [program("postgres"), *options, *(part for s in settings for part in ("-c", s))],
            cwd=self.folder,
            user=self._user,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        wait_until(self._answers, "PostgreSQL's answer")

    def stop(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """End it as a crash would; what was committed must survive that."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Crash, and come back."""
        self.stop()
        self.start()

    def new_database(self) -> str:
        """Make a database; its address, without TLS."""
        name = f"hub{next(self._databases)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, database: str, host: str = "localhost", tls: str = "?sslmode=disable") -> str:
        """An address for the owner."""
        return f"postgresql://kiosk@{host}:{self.port}/{database}{tls}"

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "PostgreSQL did not start"
        with suppress(psycopg.OperationalError):
            psycopg.connect(self.url("postgres")).close()
            return True
        return False

    def _run(self, *command: str) -> None:
        done: subprocess.CompletedProcess[bytes] = subprocess.run(
            command, cwd=self.folder, user=self._user, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
