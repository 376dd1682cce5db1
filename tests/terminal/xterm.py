"""The kiosk in a real xterm on a virtual X display: keys go in by xdotool, a picture comes out.

Needs Xvfb, xterm, xdotool and ImageMagick's `import` (Debian: xvfb xterm xdotool imagemagick).
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import zxingcpp

from tests.tools import DEADLINE_SECONDS

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xterm", "xdotool", "import")
_WIDTH, _HEIGHT = 1600, 1000
_STEERING = ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL", "DISPLAY", "XENVIRONMENT", "TMUX", "STY")


def missing_tools() -> list[str]:
    """The programs that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class KioskXterm:
    """One kiosk in one xterm on one X display of its own.

    Attributes:
        kiosk: The xterm.
    """

    def __init__(
        self,
        *arguments: str,
        geometry: str = "80x24",
        environment: Mapping[str, str] | None = None,
        root: Path = ROOT,
    ) -> None:
        """Choose what to start.

        Args:
            arguments: Options of xterm, such as its font.
            geometry: Columns and rows.
            environment: Variables for the kiosk.
            root: The folder of the kiosk to run, a copy of this one's.
        """
        self._arguments = arguments
        self._geometry = geometry
        self._root = root
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in _STEERING},
            "PYTHONPATH": str(root),
            "LC_ALL": "C.UTF-8",
            **(environment or {}),
        }
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Start the display, and the kiosk on it."""
        with self._stack:
            display = self._start_display()
            self._environment["DISPLAY"] = f":{display}"
            size = ("-geometry", f"{self._geometry}+0+0")
            self._start(["xterm", *self._arguments, *size, "-e", sys.executable, "-m", "kiosk"])
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End all that was started, the xterm first."""
        self._stack.close()

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool names them."""
        if not keys:
            return
        # Without a window manager, the keyboard belongs to the window under the mouse.
        self._run("xdotool", "mousemove", "60", "60", "key", "--delay", "30", *keys)

    def codes(self) -> list[str]:
        """What a phone would read from the whole screen, by a real decoder."""
        picture = memoryview(self.picture()).cast("B", (_HEIGHT, _WIDTH))
        return [code.text for code in zxingcpp.read_barcodes(picture)]

    def wait_until(self, is_so: Callable[[], bool], *keys: str) -> None:
        """Wait until something is so; fail at the deadline.

        Args:
            is_so: Asked again and again.
            keys: Pressed first, and anew after a wait that doubles each time: a kiosk that is slow
                to answer is not led away from the page that it was just about to show.
        """
        deadline = time.monotonic() + DEADLINE_SECONDS
        patience = 1.0
        while True:
            self.press(*keys)
            patience *= 2
            until = min(deadline, time.monotonic() + patience)
            while time.monotonic() < until:
                if is_so():
                    return
                time.sleep(0.2)
            assert until < deadline, f"It never was so; the codes: {self.codes()}"

    def picture(self) -> bytes:
        """The screen as it is, one byte a pixel."""
        return self._run("import", "-window", "root", "-depth", "8", "gray:-")

    def _start_display(self) -> int:
        """Start an X display; the number is one that Xvfb has found free."""
        reading, writing = os.pipe()
        self._stack.callback(os.close, reading)
        screen = ["-screen", "0", f"{_WIDTH}x{_HEIGHT}x24", "-nolisten", "tcp"]
        self._start(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(os.dup(reading)) as told:
            return int(told.readline())

    def _start(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        process = subprocess.Popen(
            command,
            env=self._environment,
            cwd=self._root,
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)

    def _run(self, *command: str) -> bytes:
        return subprocess.run(
            command, env=self._environment, check=True, capture_output=True
        ).stdout
