"""What `kiosk doctor` says of the printer."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.settings import Settings
from kiosk.staff.doctor.printer import queue
from kiosk.staff.findings import Severity
from tests.desk.cups import cups
from tests.machine import machine_with


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket, and open to those who print."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def test_without_a_printer_all_is_well() -> None:
    """Most libraries have none here."""
    (found,) = queue(machine_with(Settings(printer="")))
    assert found.severity is Severity.OK


def test_a_queue_is_looked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is there is told; one that is not, with what to do."""
    with cups(folder) as daemon:
        daemon.add_queue("kiosk-card", "socket://127.0.0.1:9")
        monkeypatch.setenv("CUPS_SERVER", daemon.address)
        (there,) = queue(machine_with(Settings(printer="kiosk-card")))
        (missing,) = queue(machine_with(Settings(printer="other")))
    assert there.severity is Severity.OK
    assert missing.severity is Severity.WARNING
    assert "'other'" in missing.what


def test_without_cups_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is there to be typed."""
    monkeypatch.setenv("PATH", "/nowhere")
    (found,) = queue(machine_with(Settings(printer="kiosk-card")))
    assert found.instead == "sudo apt install cups"
