"""Real terminals on a virtual display, in which a program notes what the keyboard sends.

foot runs in cage, as on a graphical kiosk, with the kiosk's own configuration of both.
"""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from kiosk.guard.keys import KeyScanner
from tests.terminal.display import ROOT, XDisplay
from tests.terminal.record_keys import READY
from tests.tools import DEADLINE_SECONDS, wait_until

GRAPHICAL = ROOT / "packaging" / "graphical"
PROGRAMS = {
    "xterm": ("Xvfb", "xdotool", "xterm"),
    "rxvt-unicode": ("Xvfb", "xdotool", "urxvt"),
    "foot": ("Xvfb", "xdotool", "foot", "cage", "Xwayland", "unshare"),
}
"""What each terminal needs of the machine."""


class RecordedTerminal(XDisplay):
    """One terminal, on a display of its own."""

    def __init__(
        self,
        name: str,
        folder: Path,
        *,
        left_on: bytes = b"",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Choose the terminal.

        Args:
            name: One of `PROGRAMS`.
            folder: For what is noted, and what the terminal needs.
            left_on: What an earlier program has written.
            environment: More variables.
        """
        super().__init__({"XDG_RUNTIME_DIR": str(folder), **(environment or {})})
        self._name = name
        self._file = folder / "keys"
        self._left_on = left_on
        self._read = 1

    def begin(self) -> None:
        """Start the terminal, and wait until keys are noted."""
        noted = [sys.executable, "-m", "tests.terminal.record_keys"]
        noted += [str(self._file), self._left_on.hex()]
        if self._name == "foot":
            self.environment |= {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"}
            # cage will not be root, and need not be; to itself, it is not.
            user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
            configuration = f"--config={GRAPHICAL}/etc/kiosk/foot.ini"
            cage = ["cage", "-d", "--", "foot", configuration, "--", *noted]
            self.start(*(user if os.geteuid() == 0 else []), *cage)
        else:
            program = {"rxvt-unicode": "urxvt"}.get(self._name, self._name)
            self.start(program, "-geometry", "80x24+0+0", "-e", *noted)
        wait_until(lambda: self._noted() == [READY], f"{self._name}, which is to start,")
        self._wait_for_focus()

    def bytes_of(self, *keys: str) -> bytes:
        """Press keys together or one after the other, and return what comes of them.

        They are followed by an x, which tells that all has come.
        """
        self.press(*keys, "x")
        wait_until(lambda: self._typed().endswith(b"x"), f"an x after {keys}")
        typed = self._typed()
        self._read = len(self._noted())
        return typed.removesuffix(b"x")

    def scanned(self, *keys: str) -> tuple[bytes, bool]:
        """What a kiosk makes of keys: what it forwards, and whether it is a panic."""
        scan = KeyScanner(kitty=self._name == "foot").feed(self.bytes_of(*keys))
        return bytes(scan.forward), scan.panic

    def _noted(self) -> list[str]:
        return self._file.read_text(encoding="ascii").splitlines() if self._file.exists() else []

    def _typed(self) -> bytes:
        """What has come since keys were last pressed."""
        return b"".join(bytes.fromhex(line) for line in self._noted()[self._read :])

    def _wait_for_focus(self) -> None:
        """Press one letter after the other until the last one has come.

        The program runs before its window is there, and a key that is pressed until then is lost.
        """
        for letter in "abcdefghijkl":
            self.press(letter)
            until = time.monotonic() + DEADLINE_SECONDS / 12
            while time.monotonic() < until:
                if self._typed().endswith(letter.encode()):
                    self._read = len(self._noted())
                    return
                time.sleep(0.02)
        raise AssertionError(f"{self._name} hears no key")
