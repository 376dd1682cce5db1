"""The kiosk in a real xterm on a virtual X display: keys go in by xdotool, a picture comes out.

Needs Xvfb, xterm, xdotool and ImageMagick's `import` (Debian: xvfb xterm xdotool imagemagick).
"""

import shutil
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import zxingcpp

from tests.terminal.display import HEIGHT, ROOT, WIDTH, XDisplay
from tests.tools import DEADLINE_SECONDS

TOOLS = ("Xvfb", "xterm", "xdotool", "import")
__all__ = ["ROOT", "TOOLS", "KioskXterm", "missing_tools"]


def missing_tools() -> list[str]:
    """The programs that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class KioskXterm(XDisplay):
    """One kiosk in one xterm on one X display of its own."""

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
        super().__init__(environment, root)
        self._arguments = arguments
        self._geometry = geometry
        self._picture = b""
        self._codes: list[str] = []  # on the last picture

    def begin(self) -> None:
        """Start the kiosk."""
        size = ("-geometry", f"{self._geometry}+0+0")
        self.start("xterm", *self._arguments, *size, "-e", sys.executable, "-m", "kiosk")

    def codes(self) -> list[str]:
        """What a phone would read from the whole screen, by a real decoder."""
        picture = self.picture()
        if picture != self._picture:
            self._picture = picture
            read = zxingcpp.read_barcodes(memoryview(picture).cast("B", (HEIGHT, WIDTH)))
            self._codes = [code.text for code in read]
        return self._codes

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
                time.sleep(0.5)
            assert until < deadline, f"It never was so; the codes: {self.codes()}"

    def picture(self) -> bytes:
        """The screen as it is, one byte a pixel."""
        return self.run("import", "-window", "root", "-depth", "8", "gray:-")
