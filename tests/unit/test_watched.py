"""A kiosk whose watcher has ended is found by `kiosk doctor`."""

import subprocess
import sys
from pathlib import Path

from kiosk.edits.store import Store
from kiosk.edits.watched import note_server, watching
from kiosk.settings import load_settings
from kiosk.staff.doctor.live import accepted
from tests.machine import machine_with
from tests.tools import wait_until
from tests.unit.test_live import settings, store

__all__ = ["settings", "store"]


def test_the_doctor_sees_a_kiosk_that_nobody_tells_of_edits(settings: Path, store: Store) -> None:
    """While a watcher runs, and once the kiosk itself is gone, nothing is to be said."""
    waits = [sys.executable, "-c", "import sys; sys.stdin.read()", "kiosk"]
    machine = machine_with(load_settings(str(settings)), settings_path=str(settings))

    def is_told() -> bool:
        return any("Nobody watches" in finding.what for finding in accepted(machine))

    store.folder.mkdir(parents=True)
    with subprocess.Popen(waits, stdin=subprocess.PIPE) as kiosk:
        assert not is_told()
        note_server(store.folder, kiosk.pid)
        with watching(store.folder):
            with watching(store.folder):
                assert not is_told()
            assert not is_told()
        wait_until(is_told)  # its command line is empty for a moment as it starts
        kiosk.kill()
    assert not is_told()
