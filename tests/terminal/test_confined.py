"""A visitor who is taken over reaches nothing: real visitors of the whole kiosk try it."""

import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.sealing import public_text
from kiosk.door.passphrase import hash_of
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.memory import memory_of
from tests.terminal.processes import children, is_alive, leads_session, stat_of
from tests.tools import need_root

KIOSK = """
import json, os, sys
from kiosk import guarded
from kiosk.edits import serving
from kiosk.settings import load_settings
aims = {**json.loads(os.environ["HOSTILE"]), "guard": os.getpid(), "terminal": os.ttyname(0)}
os.environ["HOSTILE"] = json.dumps(aims)
serving.VISITOR = "tests.terminal.visitors.hostile"
sys.exit(guarded.run_guarded(load_settings(sys.argv[1]), sys.argv[1]))
"""
PASSWORD = "the-hub's-own-password"
HASH = hash_of("four plain quiet words")
ATTEMPTS = 22


class TakenOver(KioskTerminal):
    """A kiosk whose visitors are somebody else's."""

    def __init__(self, folder: Path, notify: str, pty: str, *, free: bool) -> None:
        """Start it, with everything that is worth an attempt."""
        data = folder / "data"
        data.mkdir()
        Outbox(data / FILE_NAME)
        settings = folder / "kiosk.toml"
        settings.write_text(
            f'data = "data"\ncounts = true\nstaff_passphrase_hash = "{HASH}"\n'
            f'[forms]\npublic_key = "{public_text(PrivateKey.generate().public_key)}"\n'
            f'[hub]\nurl = "postgresql://kiosk:{PASSWORD}@hub.example.org/kiosk"\n'
        )
        aims = {
            "free": free,
            "data": str(data),
            "settings": str(settings),
            "outbox": str(data / FILE_NAME),
            "notify": notify,
            "pty": pty,
        }
        super().__init__(
            [sys.executable, "-c", KIOSK, str(settings)],
            rows=40,
            environment={"HOSTILE": json.dumps(aims)},
        )
        self.wait_until(lambda: "that is all" in self.text and len(self.leaders()) >= 2)

    def close(self) -> None:
        """End it, and whoever unconfined visitors have left behind: its end lets those live."""
        left = self.leaders()
        super().close()
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @property
    def warm_parent(self) -> int:
        """Who has forked the visitors: it has started the clerk, too."""
        return next(pid for pid in children(self.process.pid) if children(pid))

    def leaders(self) -> list[int]:
        """The visitors, and whoever they have left behind: each leads a session."""
        below = (each for child in children(self.process.pid) for each in children(child))
        return list(filter(leads_session, below))

    def outcomes(self) -> dict[str, str]:
        """What came of each attempt."""
        told = (line.strip().rpartition(": ") for line in self.lines if ": " in line)
        return {name: outcome for name, _, outcome in told}


def has_terminal(pid: int) -> bool:
    """Whether a process has a terminal that it leads, as visitors do."""
    stat = stat_of(pid)
    return stat is not None and stat.terminal != 0


@pytest.fixture
def notify(tmp_path: Path) -> Iterator[str]:
    """A socket that listens like systemd."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        yield str(tmp_path / "notify")


@pytest.fixture
def pty() -> Iterator[str]:
    """Another terminal."""
    master, slave = os.openpty()
    yield os.ttyname(slave)
    os.close(master)
    os.close(slave)


def test_a_visitor_who_is_taken_over_reaches_nothing(tmp_path: Path, notify: str, pty: str) -> None:
    """Each attempt is denied: terminal, keys, words, forms, memory, signals, network, programs."""
    with TakenOver(tmp_path, notify, pty, free=False) as kiosk:
        outcomes = kiosk.outcomes()
        assert len(outcomes) == ATTEMPTS
        assert {name for name, outcome in outcomes.items() if outcome != "denied"} == set()


def test_without_confinement_each_attempt_succeeds(tmp_path: Path, notify: str, pty: str) -> None:
    """The attempts are real; and even so nobody is left behind once a visitor has ended."""
    need_root("the guard's memory is closed to others of its user without any confinement")
    with TakenOver(tmp_path, notify, pty, free=True) as kiosk:
        outcomes = kiosk.outcomes()
        assert len(outcomes) == ATTEMPTS
        assert {name for name, outcome in outcomes.items() if outcome != "done"} == set()
        kiosk.wait_until(lambda: len(kiosk.leaders()) == 4)
        before = kiosk.leaders()
        visitors = [pid for pid in before if has_terminal(pid)]
        left_behind = [pid for pid in before if pid not in visitors]
        assert len(visitors) == len(left_behind) == 2

        def has_swapped() -> bool:
            kiosk.send(b"x")  # from now on somebody was there
            kiosk.settle(0.5)
            kiosk.send(b"\x1b")
            kiosk.settle(0.5)
            return not all(map(is_alive, visitors))

        kiosk.wait_until(has_swapped)
        kiosk.wait_until(lambda: not any(map(is_alive, left_behind)))


def test_no_secret_is_in_the_memory_that_visitors_have(
    tmp_path: Path, notify: str, pty: str
) -> None:
    """The passphrase's hash and the hub's password are with the clerk, not in what was forked."""
    with TakenOver(tmp_path, notify, pty, free=False) as kiosk:
        secrets = [HASH.encode(), PASSWORD.encode()]
        visitors = kiosk.leaders()
        (clerk,) = set(children(kiosk.warm_parent)) - set(visitors)
        kiosk.wait_until(lambda: all(secret in memory_of(clerk) for secret in secrets))
        for pid in (kiosk.warm_parent, *visitors):
            memory = memory_of(pid)
            assert not [secret for secret in secrets if secret in memory]
