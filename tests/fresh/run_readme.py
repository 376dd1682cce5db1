"""Runs the two lines of README.md literally in another root folder, as an ordinary user.

Run: python -m tests.fresh.run_readme ROOT UID CHECKOUT

The line that runs the kiosk must bring it up in a terminal: the neutral page, a topic, and after
Escape the neutral page again. That kiosk stays there while the tests run beside it.
"""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.neutral import INVITATION
from tests.fresh.visit import visit
from tests.terminal.kiosk_terminal import KioskTerminal

TERM = "xterm-256color"
_PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
"""How this machine reaches the registries, where it says so in variables."""
_ELSEWHERE = "NPT-5:45"
"""Nepal's time: no test leans on a machine that stands in London, or has Greenwich's time."""
SECONDS_TO_INSTALL = 900
SECONDS_TO_TEST = 2400


def line_below(heading: str, readme: str) -> str:
    """The first command under a heading of the README, as it stands there."""
    _, _, section = readme.partition(f"\n## {heading}\n")
    return next(line.strip() for line in section.splitlines() if line.startswith("    "))


class Machine:
    """A root folder with a system in it, and an ordinary user.

    Args:
        root: The folder.
        uid: The user's number.
        checkout: The project's copy in the user's home, as seen from outside.
    """

    def __init__(self, root: Path, uid: int, checkout: Path) -> None:
        self._root = root
        self._uid = uid
        self._checkout = Path("/") / checkout.relative_to(root)
        self._readme = (checkout / "README.md").read_text(encoding="utf-8")

    def kiosk(self) -> KioskTerminal:
        """A terminal in which the line runs that runs the kiosk."""
        return KioskTerminal(self._command("Run it", TERM), term=TERM, owner=self._uid)

    def tests(self) -> "subprocess.Popen[bytes]":
        """The line that runs the tests."""
        return subprocess.Popen(self._command("Test it", "dumb"), stdin=subprocess.DEVNULL)

    def _command(self, heading: str, term: str) -> list[str]:
        line = line_below(heading, self._readme)
        print(f"\n== {heading}: {line}", flush=True)
        home = f"HOME={self._checkout.parent}"
        login = [home, "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]
        login += [f"TERM={term}", f"TZ={_ELSEWHERE}"]
        login += [f"{name}={os.environ[name]}" for name in _PROXIES if name in os.environ]
        user = f"--userspec={self._uid}:{self._uid}"
        shell = ["/bin/sh", "-c", f"cd {self._checkout} && {line}"]
        return ["chroot", user, str(self._root), "/usr/bin/env", "-i", *login, *shell]


def main(root: str, uid: str, checkout: str) -> int:
    """Do what the module says; the tests' exit code."""
    machine = Machine(Path(root), int(uid), Path(checkout))
    with machine.kiosk() as terminal:
        visit(terminal, SECONDS_TO_INSTALL)
        print("The kiosk came up; a topic was read, and Escape left it.", flush=True)
        tests = machine.tests()
        terminal.wait_until(lambda: tests.poll() is not None, SECONDS_TO_TEST)
        assert INVITATION in terminal.text, f"The kiosk beside the tests has gone:\n{terminal.text}"
    return tests.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
