"""A visitor with a neutral page, a page full of SENSITIVE, and every way to misbehave.

Enter opens the sensitive page. There, a key of `MISCHIEF` starts some trouble, and every other
input is shown in hexadecimal, so that a test sees what was forwarded.
"""

import collections
import itertools
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

NEUTRAL = "neutral"
SENSITIVE = "SENSITIVE"
MODES = b"\x1b[?1003h\x1b[?1004h\x1b[?2026h\x1b[?2048h\x1b[?6h\x1b[4h\x1b[?1h\x1b=\x1b[3;5r\x1b[7m"
_settings: dict[str, str] = {}
_numbers = itertools.count(1)


def neutral_page(columns: int, rows: int, who: str = "visitor") -> bytes:
    """Return a page that says "neutral" on every row."""
    return b"".join(
        b"\x1b[%d;1H\x1b[0m%s" % (row, f"{NEUTRAL} {who} {row}".ljust(columns)[:columns].encode())
        for row in range(1, rows + 1)
    )


def sensitive_page(columns: int, rows: int, last_row: str = "") -> bytes:
    """Return a page that says "SENSITIVE" on every row, and something of its own on the last."""
    text = f"{SENSITIVE} " * columns
    body = b"".join(
        b"\x1b[%d;1H\x1b[1m%s" % (row, text[:columns].encode()) for row in range(1, rows + 1)
    )
    return body + b"\x1b[%d;1H%s" % (rows, last_row.ljust(columns)[-columns:].encode())


def prepare(*arguments: str) -> dict[str, str]:
    """Take settings such as `prepare_seconds=0.5` or `die_seconds=0`; fail on `fail`.

    Where `slow_start` names a folder, leave a file of our number in it and wait for one named `go`.
    """
    for argument in arguments:
        name, _, value = argument.partition("=")
        _settings[name] = value
    if "fail" in _settings:
        raise RuntimeError("told to fail")
    time.sleep(float(_settings.get("prepare_seconds", 0)))
    if "slow_start" in _settings:
        Path(_settings["slow_start"], str(os.getpid())).touch()
        while not Path(_settings["slow_start"], "go").exists():
            time.sleep(0.01)
    return {"idle": "Still there?"}


def renew(*arguments: str) -> dict[str, str]:
    """Do the same, but refuse on `refuse`, and wait for the file that `gate` names."""
    texts = prepare(*arguments)
    while "gate" in _settings and not os.path.exists(_settings["gate"]):
        time.sleep(0.01)
    if "refuse" in _settings:
        raise ValueError("told to refuse")
    return texts


def open_line() -> int:
    """Count the visitors; none needs a line to anybody."""
    _settings["visitor"] = str(next(_numbers))
    return -1


def visit(drawn: Callable[[], None]) -> None:
    """Be a visitor until `q` is typed."""
    if "die_seconds" in _settings:
        time.sleep(float(_settings["die_seconds"]))
        return
    if "never_drawn" in _settings:
        signal.pause()
    if "first_hangs" in _settings and _settings["visitor"] == "1":
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        write(neutral_page(*os.get_terminal_size(0)))
        drawn()
        hang()
    Visit(drawn).run()


class Visit:
    """What a visitor has on the screen."""

    def __init__(self, drawn: Callable[[], None]) -> None:
        """Stand before the first page."""
        self.drawn = drawn
        self.sensitive = False
        self.typed = b""

    def paint(self, *_: object) -> None:
        """Paint everything."""
        columns, rows = os.get_terminal_size(0)
        if self.sensitive:
            write(sensitive_page(columns, rows, "typed " + self.typed.hex()))
        else:
            write(neutral_page(columns, rows))

    def run(self) -> None:
        """Paint, then act on keys."""
        signal.signal(signal.SIGUSR1, self.paint)
        signal.signal(signal.SIGWINCH, self.paint)
        self.paint()
        if "tick_bytes" in _settings:
            write(b"\x1b[1;1H" + b"\x1b[0m" * (int(_settings["tick_bytes"]) // 4))
        self.drawn()
        while True:
            keys = os.read(0, 4096)
            if not self.sensitive:
                self.sensitive, keys = b"\r" in keys, b""
            keys = keys.replace(b"\r", b"")  # pressed until the page was open, so maybe too often
            if keys in MISCHIEF:
                MISCHIEF[keys]()
            elif keys == b"q":
                return
            else:
                self.typed += keys
            if self.sensitive:
                self.paint()


def write(data: bytes) -> None:
    """Write all of it to the visitor's terminal."""
    while data:
        data = data[os.write(1, data) :]


def hang() -> None:
    """Never return to the loop."""
    while True:
        pass


def hold_gil() -> None:
    """Run one C call for ever, with the interpreter's lock held."""
    collections.deque(itertools.repeat(0), maxlen=0)


def stop() -> None:
    """Stop this process."""
    os.kill(0, signal.SIGSTOP)


def flood() -> None:
    """Write as fast as can be, for ever, always in the middle of a sequence."""
    columns, rows = os.get_terminal_size(0)
    page = sensitive_page(columns, rows)
    while True:
        write(page + b"\x1b[38;5;")


def repaint() -> None:
    """Paint the whole screen 60 times a second."""
    columns, rows = os.get_terminal_size(0)
    while True:
        write(sensitive_page(columns, rows))
        time.sleep(1 / 60)


def crash() -> None:
    """Fail with a traceback that would tell what was typed."""
    words = SENSITIVE
    raise RuntimeError(words)


def say_and_crash() -> None:
    """Write a traceback by ourselves, then end."""
    write(b"\x1b[HTraceback: " + SENSITIVE.encode())
    sys.exit(1)


def kill() -> None:
    """Die without a chance to clean up."""
    os.kill(0, signal.SIGKILL)


def open_sequence() -> None:
    """Leave a control sequence unfinished and wait."""
    write(b"\x1b[38;5;")
    signal.pause()


def open_string() -> None:
    """Leave a terminal title unfinished and wait."""
    write(b"\x1b]2;" + SENSITIVE.encode())
    signal.pause()


def open_modes() -> None:
    """Turn on every mode that a program might leave behind, push kitty flags, and wait."""
    write(MODES + b"\x1b[>25u\x1b[>25u\x1b]2;" + SENSITIVE.encode() + b"\x07")
    signal.pause()


def deaf() -> None:
    """Ignore the hang-up and every signal that can be ignored, and wait in a busy loop."""
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    write(b"\x1b[HSENSITIVE deaf")
    hang()


def ask_to_end() -> None:
    """End as a visitor does behind the staff door."""
    sys.exit(90)


MISCHIEF: dict[bytes, Callable[[], None]] = {
    b"h": hang,
    b"g": hold_gil,
    b"z": stop,
    b"f": flood,
    b"r": repaint,
    b"c": crash,
    b"t": say_and_crash,
    b"k": kill,
    b"s": open_sequence,
    b"o": open_string,
    b"m": open_modes,
    b"d": deaf,
    b"#": ask_to_end,
}
