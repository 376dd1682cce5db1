"""A virtual X display: programs start on it, keys and the mouse go in by xdotool.

Needs Xvfb and xdotool (Debian: xvfb xdotool).
"""

import os
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 1600, 1000
_STEERING = (
    *("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL", "DISPLAY", "XENVIRONMENT", "TMUX", "STY"),
    *("WINDOWID", "WAYLAND_DISPLAY", "XTERM_VERSION"),
)


class XDisplay:
    """An X display of one's own, and the programs on it.

    Attributes:
        environment: The variables of all programs.
    """

    def __init__(self, environment: Mapping[str, str] | None = None, root: Path = ROOT) -> None:
        """Choose what programs are given.

        Args:
            environment: More variables for them.
            root: The folder that they run in, where Python finds the kiosk.
        """
        self._root = root
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _STEERING},
            "PYTHONPATH": str(root),
            "LC_ALL": "C.UTF-8",
            **(environment or {}),
        }
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Start the display, and the programs on it."""
        with self._stack:
            self.environment["DISPLAY"] = f":{self._start_display()}"
            self.begin()
            self._stack = self._stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """End all that was started, the last one first."""
        self._stack.close()

    def begin(self) -> None:
        """Start what is to be there from the beginning."""

    def start(self, *command: str, pass_fds: tuple[int, ...] = ()) -> None:
        """Start a program, which ends with the display at the latest."""
        process = subprocess.Popen(
            command,
            env=self.environment,
            cwd=self._root,
            pass_fds=pass_fds,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)

    def run(self, *command: str) -> bytes:
        """Run a program to its end, and return what it printed."""
        return subprocess.run(command, env=self.environment, check=True, capture_output=True).stdout

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool names them."""
        if keys:
            self.mouse("key", "--delay", "30", *keys)

    def mouse(self, *actions: str, at: tuple[int, int] = (60, 60)) -> None:
        """Do what xdotool is told, once the mouse is at a place.

        Without a window manager, the keyboard belongs to the window under the mouse.
        """
        self.run("xdotool", "mousemove", str(at[0]), str(at[1]), *actions)

    def _start_display(self) -> int:
        """Start an X display; the number is one that Xvfb has found free."""
        reading, writing = os.pipe()
        self._stack.callback(os.close, reading)
        screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        self.start("Xvfb", "-displayfd", str(writing), *screen, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(os.dup(reading)) as told:
            return int(told.readline())
