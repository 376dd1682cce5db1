"""The staff door in a real pty: the whole kiosk, from the key to the end of the guard."""

import socket
import sys
from pathlib import Path

import pytest

from kiosk.door.passphrase import hash_of
from tests.terminal.conftest import StartGuard
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.test_kiosk import INVITATION

PASSPHRASE = "four plain quiet words"
HASH = hash_of(PASSPHRASE)
WRONG = "surely not this one"
F10 = b"\x1b[21~"
KIOSK = """
import sys
from kiosk import guarded
from kiosk.edits import serving
from kiosk.guard import loop
from kiosk.settings import load_settings
serving.VISITOR = "tests.terminal.visitors.patient_door"
loop.EARLIEST_END_SECONDS = float(sys.argv[2])
sys.exit(guarded.run_guarded(load_settings(sys.argv[1]), sys.argv[1]))
"""
"""Runs the kiosk, which staff may end after so many seconds."""
SOON, LATE = "0", "1000"


class StaffKiosk(KioskTerminal):
    """A kiosk with a passphrase, and what its staff do."""

    def __init__(self, folder: Path, when: str = SOON, **environment: str) -> None:
        """Start it with a data folder and a log."""
        (folder / "data").mkdir()
        self.log_file = folder / "log"
        settings = folder / "kiosk.toml"
        settings.write_text(
            f'name = "Ashby"\ndata = "data"\nlog = "log"\nstaff_passphrase_hash = "{HASH}"\n'
        )
        super().__init__(
            [sys.executable, "-c", KIOSK, str(settings), when], environment=environment
        )

    def knock(self) -> None:
        """Press the key three times, and again where no visitor was there to hear it."""

        def is_asked() -> bool:
            if INVITATION in self.text:
                self.send(F10 * 3)
                self.settle(0.5)
            return "Type the staff's passphrase" in self.text

        self.wait_until(is_asked)

    def say(self, passphrase: str) -> None:
        """Type a passphrase and press Enter."""
        self.send(passphrase.encode())
        self.wait_until(lambda: "•" * len(passphrase) in self.text)
        self.send(b"\r")
        self.wait_until(lambda: "•" not in self.text)

    def come_in(self) -> None:
        """Open the page behind the door."""
        self.knock()
        self.say(PASSPHRASE)
        self.wait_until(lambda: "Version" in self.text)

    def leave(self) -> None:
        """Press Escape."""
        self.send(b"\x1b")
        self.wait_until(lambda: INVITATION in self.text)

    def log_words(self) -> str:
        """All that was logged."""
        return self.log_file.read_text() if self.log_file.exists() else ""


def test_the_passphrase_opens_the_page_and_escape_leaves_it(tmp_path: Path) -> None:
    """Nothing of the page is left anywhere on the terminal, and the next visitor is outside."""
    with StaffKiosk(tmp_path) as kiosk:
        kiosk.come_in()
        kiosk.wait_until(lambda: "Visitors see what was accepted" in kiosk.text)
        assert PASSPHRASE not in kiosk.everywhere
        kiosk.leave()
        assert "Version" not in kiosk.everywhere
        kiosk.knock()
        assert "Version" not in kiosk.text


def test_escape_does_not_shorten_the_wait(tmp_path: Path) -> None:
    """Five wrong passphrases, by visitors who leave in between: then the right one has to wait."""
    with StaffKiosk(tmp_path) as kiosk:
        for _ in range(5):
            kiosk.knock()
            kiosk.say(WRONG)
            kiosk.leave()
        kiosk.knock()
        kiosk.say(PASSPHRASE)
        kiosk.wait_until(lambda: "Too many wrong passphrases" in kiosk.text)
        assert "Version" not in kiosk.text


def test_ending_erases_the_screen_and_ends_with_0(tmp_path: Path) -> None:
    """The guard ends as after SIGTERM; its log says by whom, but no word of what was typed."""
    with StaffKiosk(tmp_path) as kiosk:
        kiosk.knock()
        kiosk.say(WRONG)
        kiosk.say(PASSPHRASE)
        kiosk.wait_until(lambda: "End the kiosk" in kiosk.text)
        kiosk.send(b"1")
        kiosk.wait_until(lambda: kiosk.process.poll() is not None)
        kiosk.settle()
        assert kiosk.process.returncode == 0
        assert kiosk.modes == {"7", "25"}  # what every terminal begins with
        assert "Version" not in kiosk.everywhere
        log = kiosk.log_words()
        assert '"ended_by_staff"' in log
        for secret in (PASSPHRASE, WRONG, "argon2", HASH):
            assert secret not in log
            assert secret not in kiosk.everywhere
        files = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
        assert files
        assert not any(
            word.encode() in p.read_bytes() for p in files for word in (PASSPHRASE, WRONG)
        )


def test_a_kiosk_that_has_just_begun_cannot_be_ended(tmp_path: Path) -> None:
    """A visitor who forged the end could not make the screen flicker: it is the neutral page."""
    with StaffKiosk(tmp_path, LATE) as kiosk:
        kiosk.come_in()
        kiosk.wait_until(lambda: "End the kiosk" in kiosk.text)
        kiosk.send(b"1")
        kiosk.wait_until(lambda: INVITATION in kiosk.text)
        kiosk.knock()
        assert kiosk.process.poll() is None
        assert "ended" not in kiosk.log_words()


def test_a_service_is_started_again(tmp_path: Path) -> None:
    """Under systemd the page offers a new start, and says how to stop the kiosk for good."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        with StaffKiosk(tmp_path, NOTIFY_SOCKET=str(tmp_path / "notify")) as kiosk:
            kiosk.come_in()
            kiosk.wait_until(lambda: "Start the kiosk again" in kiosk.text)
            kiosk.wait_until(lambda: "sudo systemctl stop kiosk" in kiosk.text)
            kiosk.send(b"1")
            kiosk.wait_until(lambda: kiosk.process.poll() is not None)
            assert kiosk.process.returncode == 0


@pytest.mark.parametrize("status", [None, 91])
def test_no_visitor_ends_a_guard_that_expects_no_such_end(
    start_guard: StartGuard, status: int | None
) -> None:
    """Where staff have set no passphrase, a visitor's exit status is nobody's business."""
    guard = start_guard(end_status=status)
    guard.wait_for_visitor()
    guard.open_sensitive_page()
    guard.send(b"#")
    guard.wait_until(lambda: guard.is_neutral)
    guard.wait_until(lambda: "visitor_ended status=90" in guard.log)
    guard.open_sensitive_page()
    assert guard.process.poll() is None


def test_without_a_passphrase_the_key_reaches_nobody(tmp_path: Path) -> None:
    """The key is swallowed by the guard, and the page stays as it is."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Ashby"\n')
    with KioskTerminal([sys.executable, "-c", KIOSK, str(settings), SOON]) as kiosk:
        kiosk.wait_until(lambda: INVITATION in kiosk.text)
        for _ in range(5):
            kiosk.send(F10 * 3)
            kiosk.settle(0.3)
            assert INVITATION in kiosk.text
        kiosk.send(b"\r")
        kiosk.wait_until(lambda: "Do you need help now?" in kiosk.text)
