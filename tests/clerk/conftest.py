"""A clerk in a process of its own, as the warm parent has it, and lines to it."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from kiosk.clerk.line import Line
from kiosk.clerk.office import Office
from kiosk.clerk.start import serve
from kiosk.door.passphrase import hash_of
from tests.desk.conftest import KEY
from tests.terminal.processes import children

PASSPHRASE = "four plain quiet words"
TOPICS = frozenset({"the-law", "who-to-tell"})
NUMBERS = ("0800 1111", "116 123", "999")
LOADED = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
Open = Callable[[], Line]


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    """The settings of a library that offers everything."""
    from kiosk.desk.sealing import public_text

    path = tmp_path / "kiosk.toml"
    path.write_text(
        'data = "data"\ncounts = true\nkeep_settings = true\nreading_aloud = true\n'
        f'staff_passphrase_hash = "{hash_of(PASSPHRASE)}"\n'
        f'[forms]\npublic_key = "{public_text(KEY.public_key)}"\n'
    )
    return path


@pytest.fixture
def office(settings_path: Path) -> Iterator[Office]:
    """Where lines are opened; its clerks are gone afterwards."""
    before = set(children(os.getpid()))
    office = Office(
        partial(
            serve,
            str(settings_path),
            "",
            TOPICS,
            NUMBERS,
            LOADED,
            is_service=False,
        )
    )
    yield office
    if office._control is not None:
        office._control.close()
    for clerk in set(children(os.getpid())) - before:
        os.kill(clerk, signal.SIGKILL)
        os.waitpid(clerk, 0)


@pytest.fixture
def open_line(office: Office) -> Iterator[Open]:
    """Give a function that opens a line, as a fork does for a visitor."""
    lines: list[Line] = []

    def open_one() -> Line:
        lines.append(Line(office.open_line()))
        return lines[-1]

    yield open_one
    for line in lines:
        line._socket.close()
