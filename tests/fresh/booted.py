"""A Debian in a folder, booted by systemd-nspawn, with a pty in the place of its first screen."""

import subprocess
from pathlib import Path
from typing import Self

from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import children

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_APART = ("--quiet", "--register=no", "--keep-unit", "--private-network")
SECONDS_TO_BOOT = 120
SECONDS_TO_RUN = 600


def told(done: "subprocess.CompletedProcess[str]") -> str:
    """What a command printed; it must have gone well."""
    assert done.returncode == 0, (done.args, done.stdout, done.stderr)
    return done.stdout


def run_unbooted(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the system without a network, while it is not booted."""
    plain = ("--setenv=SYSTEMD_COLORS=0", "--setenv=SYSTEMD_URLIFY=0")
    where = ("--pipe", f"--directory={root}", *plain)
    return _run("systemd-nspawn", *_APART, *where, "--", *command)


class Booted:
    """A system that runs. A context manager: at its end the machine loses its power.

    Attributes:
        screen: What a person at the machine sees and types.

    Args:
        root: The folder with the system.
    """

    def __init__(self, root: Path) -> None:
        boot = ["systemd-nspawn", *_APART, f"--directory={root}", "--boot", "--console=pipe"]
        # The kiosk takes the terminal from whoever has it, and systemd hangs up on them.
        script = (
            'trap "" HUP; exec setsid --wait "$@" --bind="$(tty):/dev/tty1" </dev/null &>/dev/null'
        )
        self.screen = KioskTerminal(["bash", "-c", script, "boot", *boot], term="linux")

    def __enter__(self) -> Self:
        """Wait until the system has come up."""
        self.screen.wait_until(
            lambda: (
                self._leader() and self.run("systemctl", "is-system-running").stdout == "running\n"
            ),
            SECONDS_TO_BOOT,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Take its power away."""
        if leader := self._leader():
            subprocess.run(["kill", "-KILL", str(leader)], check=True)
        self.screen.process.wait(SECONDS_TO_BOOT)
        self.screen.close()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it, as its administrator."""
        into = ("nsenter", f"--target={self._leader()}", "--all", "--", "env", "-i")
        return _run(
            *into, f"PATH={_PATH}", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", *command
        )

    def _leader(self) -> int:
        """Its first process; 0 where there is none yet."""
        found = self.screen.process.pid
        while Path(f"/proc/{found}/comm").read_text() != "systemd\n":
            below = children(found)
            if not below:
                return 0
            found = below[0]
        return found


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS_TO_RUN,
        stdin=subprocess.DEVNULL,
    )
