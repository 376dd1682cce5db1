r"""A terminal for tests: starts any command on a pty and shows what a person would see.

    with KioskTerminal(["python", "-m", "kiosk"]) as terminal:
        terminal.wait_until(lambda: "Welcome" in terminal.text)
        terminal.send(b"\r")

pyte is the screen. It knows no alternate screen, so that one is added here; it prints the "u" of
kitty's sequences and takes OSC 22 for a title, so that these are taken out before.
"""

import fcntl
import os
import re
import select
import signal
import subprocess
import termios
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyte

from tests.tools import DEADLINE_SECONDS

ROOT = Path(__file__).parents[2]
_ALTERNATE = 1049 << 5  # pyte keeps private modes shifted by five bits
_KITTY = re.compile(rb"\x1b\[[<>=?][\d;]*u|\x1b\[[\d;]*c|\x1b\](?:22|8|52);[^\x07\x1b]*\x07")
_CUT = re.compile(rb"\x1b(?:\[[<>=?]?[\d;]*|\][^\x07\x1b]*)?\Z")
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])|\x1b\[([<>=])(\d*)(?:;\d+)?u|\x1b\[([<>]?)c|\x1bc")


class _Screen(pyte.HistoryScreen):
    """pyte's screen with scrollback and an alternate screen."""

    main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        """Go to an empty alternate screen on ?1049h."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes and self.main is None:
            self.main = (self.buffer.copy(), self.history)
            # What leaves this screen at the top is in nobody's scrollback.
            self.history = self.history._replace(top=deque(maxlen=0), bottom=deque(maxlen=0))
            self.buffer.clear()
            self.dirty.update(range(self.lines))

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        """Come back to the main screen on ?1049l."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes and self.main is not None:
            buffer, self.history = self.main
            self.buffer.clear()
            self.buffer.update(buffer)
            self.main = None
            self.dirty.update(range(self.lines))

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        """Take the cursor along: pyte leaves it where a smaller screen has no cells, and draws."""
        super().resize(lines, columns)
        self.ensure_hbounds()
        self.ensure_vbounds()


class KioskTerminal:
    """One command on one pseudo-terminal.

    Attributes:
        process: The command.
        raw: Every byte that it has written.
        screen: What these come to, as a `pyte.Screen`.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        kitty: bool = False,
        environment: Mapping[str, str] | None = None,
        before: bytes = b"",
        owner: int = -1,
    ) -> None:
        """Start `command` as the leader of a session on a new pty.

        Args:
            command: The program and its arguments; it runs in the project's root.
            columns: The terminal's width.
            rows: The terminal's height.
            term: $TERM.
            kitty: Answer that the kitty keyboard protocol is spoken.
            environment: More variables.
            before: Bytes that the terminal got before the command, from a program that died.
            owner: The number of the user to whom the terminal belongs, if not ourselves.
        """
        self.master, self.slave = os.openpty()
        os.set_blocking(self.master, False)
        os.fchown(self.slave, owner, -1)
        self.kitty = kitty
        self.raw = bytearray()
        self.screen = _Screen(columns, rows, history=1000)
        self._stream = pyte.ByteStream(self.screen)
        self._cut = b""
        self._take(before)
        self._answered = 0
        self._resize(columns, rows)
        self.first_attributes = termios.tcgetattr(self.slave)
        variables = {key: value for key, value in os.environ.items() if key not in _HIDDEN}
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
            env={**variables, "TERM": term, **(environment or {})},
            cwd=ROOT,
        )

    def __enter__(self) -> Self:
        """Return the terminal itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the command and close the terminal."""
        self.close()

    # What a person does

    def send(self, keys: bytes) -> None:
        """Type: one write, all of it."""
        while keys:
            select.select([], [self.master], [], DEADLINE_SECONDS)
            keys = keys[os.write(self.master, keys) :]

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window's corner."""
        self._resize(columns, rows)
        self.screen.resize(rows, columns)

    def close(self) -> None:
        """End the command with SIGTERM, with SIGKILL if it does not listen; close the pty."""
        if self.process.poll() is None:
            self.process.terminate()
            deadline = time.monotonic() + DEADLINE_SECONDS
            while self.process.poll() is None and time.monotonic() < deadline:
                self.pump(0.01)
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self.slave):
            os.close(descriptor)

    # What a person sees

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return list(self.screen.display)

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def everywhere(self) -> str:
        """The screen, the screen beneath the alternate one, the scrollback and the title.

        The alternate screen itself has no scrollback (xterm's ctlseqs, "Alternate Screen Buffer").
        """
        places: list[Mapping[int, Any]] = [self.screen.buffer]
        buffer, history = self.screen.main or ({}, self.screen.history)
        places += [buffer, *history.top, *history.bottom]
        return repr([_characters(place) for place in places]) + self.screen.title

    @property
    def modes(self) -> set[str]:
        """Modes that are on: numbers of private modes, and kitty's flags as "kitty"."""
        on: set[str] = set()
        pushed = 0
        for match in _MODE.finditer(bytes(self.raw)):
            numbers, letter, kind, count = match[1], match[2], match[3], match[4]
            if match[0] == b"\x1bc":
                on, pushed = set(), 0
            elif letter:
                names = {number.decode() for number in numbers.split(b";")}
                on = on | names if letter == b"h" else on - names
            elif kind == b">":
                pushed += 1
            elif kind == b"<":
                pushed = max(0, pushed - int(count or 1))
        return on | ({"kitty"} if pushed else set())

    def pump(self, timeout: float = 0.0, limit: int = 65536) -> bytes:
        """Take what the command has written, waiting for at most `timeout` seconds.

        Returns:
            The bytes of this one read.
        """
        if not select.select([self.master], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.master, limit)
        except OSError:
            return b""
        self.raw += data
        self._take(data)
        self._answer()
        return data

    def wait_until(
        self, condition: Callable[[], object], deadline: float = DEADLINE_SECONDS
    ) -> None:
        """Take output until the condition holds.

        Raises:
            AssertionError: It did not within `deadline` seconds; the message shows the screen.
        """
        if not self.comes(condition, deadline):
            raise AssertionError(f"still not so after {deadline} s:\n{self.text}")

    def comes(self, condition: Callable[[], object], seconds: float) -> bool:
        """Take output until the condition holds, or for so long; tell whether it does."""
        until = time.monotonic() + seconds
        while not (is_so := condition()) and time.monotonic() < until:
            self.pump(0.01)
        return bool(is_so)

    def settle(self, quiet: float = 0.2) -> None:
        """Take output until there has been none for `quiet` seconds."""
        while self.pump(quiet):
            pass

    def attributes(self) -> list[Any]:
        """Return the terminal's attributes, as tcgetattr does."""
        return termios.tcgetattr(self.slave)

    def _take(self, data: bytes) -> None:
        """Feed the screen with what it understands, whole sequences only."""
        data = self._cut + data
        cut = _CUT.search(data)
        self._cut = cut[0] if cut else b""
        whole = data[: len(data) - len(self._cut)]
        self._stream.feed(_KITTY.sub(b"", whole))

    def _answer(self) -> None:
        """Answer the queries that have come."""
        new = bytes(self.raw[self._answered :])
        for query, answer in ((b"\x1b[?u", b"\x1b[?0u" * self.kitty), (b"\x1b[c", b"\x1b[?62;22c")):
            at = new.find(query)
            if at >= 0:
                self.send(answer)
                self._answered += at + len(query)
                new = new[at + len(query) :]

    def _resize(self, columns: int, rows: int) -> None:
        """Set the pty's size."""
        termios.tcsetwinsize(self.slave, (rows, columns))


_HIDDEN = "COLUMNS LINES TMUX STY TERM_PROGRAM COLORTERM NO_COLOR XTERM_VERSION".split()


def _take_terminal() -> None:
    """Make standard input the controlling terminal, and let its keys signal, as a login does."""
    for number in (signal.SIGINT, signal.SIGQUIT):  # a shell's background jobs ignore them
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _characters(rows: Mapping[int, Any]) -> str:
    """Return the characters of a pyte buffer or line."""
    values: Iterable[Any] = rows.values()
    return "".join(
        cell.data if hasattr(cell, "data") else _characters(cell) + "\n" for cell in values
    )
