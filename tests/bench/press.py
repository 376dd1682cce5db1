"""A stop-watch shaped like a terminal: when is the screen clean after a key?

The clock starts just before the key is written to the pty and stops when read() has returned
the chunk after which every row shows neutral text. pyte judges afterwards, off the clock, from a
screen that is full of the sensitive page.
"""

import fcntl
import os
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Sequence

import pyte

COLUMNS, ROWS = 80, 24
QUIET_SECONDS = 0.03
GIVE_UP_SECONDS = 5.0
SLOW_BYTES_A_SECOND = 200_000
_SLOW_STEP = 400  # one read in 2 ms

Judge = Callable[[list[str]], bool]
Chunks = list[tuple[float, bytes]]


class Press:
    """What came after one key press.

    Attributes:
        first: Milliseconds to the first byte that was written because of it.
        clean: Milliseconds to a clean screen, None if that never came.
    """

    def __init__(self, first: float, clean: float | None) -> None:
        """Hold the two."""
        self.first = first
        self.clean = clean


class Program:
    """A command on a pty, read as fast as can be or at a slow terminal's pace."""

    def __init__(self, command: Sequence[str], is_neutral: Judge, *, slow: bool = False) -> None:
        """Start it.

        Args:
            command: The program and its arguments.
            is_neutral: Judges the screen's rows.
            slow: Read 200 kB a second only.
        """
        self.master, slave = os.openpty()
        self._is_neutral = is_neutral
        self._slow = slow
        self.started = time.perf_counter()
        termios.tcsetwinsize(slave, (ROWS, COLUMNS))
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
            env={**os.environ, "TERM": "xterm-256color"},
        )
        os.close(slave)

    def type(self, keys: bytes) -> None:
        """Write keys."""
        os.write(self.master, keys)

    def read_for(self, seconds: float) -> Chunks:
        """Be a terminal for some time: take output with the time at which it came."""
        until = time.perf_counter() + seconds
        chunks: Chunks = []
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.master], [], [], left)[0]:
                chunks.append(self._read())
        return chunks

    def press(self, key: bytes, waits_for_abort: bool = False) -> Press:
        """Press a key on a sensitive page and see when the screen is clean.

        Args:
            key: What to write.
            waits_for_abort: Count as first byte the CAN that a swap begins with, since a
                flooded terminal goes on showing what it had taken before.
        """
        start = time.perf_counter()
        os.write(self.master, key)
        chunks: Chunks = []
        patience = GIVE_UP_SECONDS
        while select.select([self.master], [], [], patience)[0]:
            chunks.append(self._read())
            seen = b"".join(data for _, data in chunks[-20:])
            patience = QUIET_SECONDS if b"neutral" in seen.lower() or len(seen) > 500 else 1.0
            if chunks[-1][0] - start > GIVE_UP_SECONDS:
                break
        return self._judge(start, chunks, waits_for_abort)

    def echo(self, key: bytes) -> float:
        """Press an ordinary key; return milliseconds to the last byte of what comes at once.

        Raises:
            TimeoutError: Nothing came.
        """
        start = time.perf_counter()
        os.write(self.master, key)
        if not select.select([self.master], [], [], GIVE_UP_SECONDS)[0]:
            raise TimeoutError("a key has led to nothing")
        return (self.read_for(QUIET_SECONDS)[-1][0] - start) * 1000

    def wait_for(self, condition: Callable[[bytes], bool]) -> float:
        """Read until the output so far fulfils a condition; return milliseconds since the start."""
        seen = b""
        while not condition(seen):
            if not select.select([self.master], [], [], GIVE_UP_SECONDS)[0]:
                raise TimeoutError(f"not drawn in time: {seen[-200:]!r}")
            moment, data = self._read()
            seen += data
        return (moment - self.started) * 1000

    def close(self) -> None:
        """End it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            while self.process.poll() is None:
                self.read_for(0.05)
        finally:
            self.process.wait()
            os.close(self.master)

    def _read(self) -> tuple[float, bytes]:
        """Return one chunk and when it was there."""
        try:
            data = os.read(self.master, _SLOW_STEP if self._slow else 65536)
        except OSError:
            data = b""
        moment = time.perf_counter()
        if self._slow:
            time.sleep(len(data) / SLOW_BYTES_A_SECOND)
        return moment, data

    def _judge(self, start: float, chunks: Chunks, waits_for_abort: bool) -> Press:
        """Find the chunk that made the screen clean."""
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        stream.feed(b"\x1b[H" + b"SENSITIVE " * (COLUMNS * ROWS // 10))
        first = clean = None
        for moment, data in chunks:
            milliseconds = (moment - start) * 1000
            if first is None and (not waits_for_abort or b"\x18" in data):
                first = milliseconds
            stream.feed(data.replace(b"\x1b[<99u", b"").replace(b"\x1b[=0u", b""))
            if self._is_neutral(list(screen.display)):
                clean = milliseconds if clean is None else clean
            else:
                clean = None
        return Press(first or GIVE_UP_SECONDS * 1000, clean)


def _take_terminal() -> None:
    """Make standard input the controlling terminal."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
