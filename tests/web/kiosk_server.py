"""`kiosk serve` as a process of its own, for tests and measurements."""

import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.tools import DEADLINE_SECONDS

ROOT = Path(__file__).parents[2]


class KioskServer:
    """A server on a free port of this machine, which ends with the test.

    Attributes:
        address: Where it is, such as `http://127.0.0.1:40123`.
        pid: Its process.
    """

    def __init__(self, *options: str, settings: Path | None = None) -> None:
        """Start it.

        Args:
            options: For `kiosk serve`.
            settings: The settings file.
        """
        named = ["--settings", str(settings)] if settings else []
        port = [] if "--port" in options else ["--port", "0"]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *named, "serve", *port, *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.pid = self._process.pid
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.address = line.rpartition(" ")[2].strip()
        if "http" not in self.address:
            self.end()
            raise AssertionError(f"The server did not start: {line}")

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def end(self) -> str:
        """End it in order, and return what else it has printed."""
        if self._process.poll() is None:
            self._process.terminate()
        return self._process.communicate(timeout=DEADLINE_SECONDS)[0]

    def __enter__(self) -> Self:
        """Serve."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.end()
