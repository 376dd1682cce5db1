"""What `kiosk doctor` says of the printer."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.settings import Settings
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.doctor.printer import queue
from kiosk.staff.findings import Severity
from tests.desk.cups import cups


def machine(printer: str) -> Machine:
    """A machine with that printer in its settings."""
    return Machine(
        settings_path=None,
        settings=Settings(printer=printer),
        content=None,
        troubles=(),
        environment={},
        now=datetime(2026, 11, 26, tzinfo=UTC),
        terminal=None,
    )


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket, and open to those who print."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def test_without_a_printer_all_is_well() -> None:
    """Most libraries have none here."""
    (found,) = queue(machine(""))
    assert found.severity is Severity.OK


def test_a_queue_is_looked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is there is told; one that is not, with what to do."""
    with cups(folder) as daemon:
        daemon.add_queue("kiosk-card", "socket://127.0.0.1:9")
        monkeypatch.setenv("CUPS_SERVER", daemon.address)
        (there,) = queue(machine("kiosk-card"))
        (missing,) = queue(machine("other"))
    assert there.severity is Severity.OK
    assert missing.severity is Severity.WARNING
    assert "'other'" in missing.what


def test_without_cups_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is there to be typed."""
    monkeypatch.setenv("PATH", "/nowhere")
    (found,) = queue(machine("kiosk-card"))
    assert found.instead == "sudo apt install cups"
