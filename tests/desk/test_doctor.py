"""The doctor's probes of what visitors leave behind: a tick, or a remedy."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.desk.hub import Hub
from kiosk.desk.outbox import FILE_NAME
from kiosk.edits.trial import start
from kiosk.settings import Settings, load_settings
from kiosk.settings.desk import FormSettings, HubSettings
from kiosk.staff.doctor import desk as probes
from kiosk.staff.doctor import live
from kiosk.staff.findings import Finding
from tests.command import store_of
from tests.desk.conftest import outbox_in, settings_in
from tests.machine import machine_with, only
from tests.unit.test_live import make_pages, tried


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_nothing_is_missing_where_nothing_is_switched_on(tmp_path: Path) -> None:
    """Without key, file and hub each probe ticks, and none makes a file."""
    settings = Settings(data=str(tmp_path / "data"))
    for probe in (probes.forms_key, probes.outbox, probes.hub):
        assert only(probe, machine_with(settings)).severity == "ok"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_tried(folder: Path) -> None:
    """A good key seals; one that is cut off is a fault with a remedy."""
    assert only(probes.forms_key, machine_with(settings_in(folder))).severity == "ok"
    cut = settings_in(folder).forms.public_key[:-8]
    assert (
        only(probes.forms_key, machine_with(Settings(forms=FormSettings(cut)))).severity == "error"
    )


def test_waiting_forms_are_counted_and_left_alone(desk: Desk, folder: Path) -> None:
    """The doctor reads the file while the kiosk has it open, and changes none of it."""
    desk.submit(Feedback(rating=2, words=""))
    desk.submit(Feedback(rating=3, words=""))
    before = (folder / FILE_NAME).read_bytes()
    finding = only(probes.outbox, machine_with(settings_in(folder)))
    assert finding.severity == "ok"
    assert "2 forms wait" in finding.what
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_file_that_cannot_be_used_is_a_fault(folder: Path) -> None:
    """Neither a newer version's file nor a damaged one is a tick."""
    outbox_in(folder)
    with sqlite3.connect(folder / FILE_NAME) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    assert only(probes.outbox, machine_with(settings_in(folder))).severity == "error"
    (folder / FILE_NAME).write_bytes(os.urandom(4096))
    assert only(probes.outbox, machine_with(settings_in(folder))).severity == "error"


def test_a_hub_that_answers_is_no_fault(hub: Hub, url: str) -> None:
    """Reachable and up to date; older tables are a fault that names the command."""
    settings = Settings(hub=HubSettings(url))
    assert only(probes.hub, machine_with(settings)).severity != "error"
    with hub.begin() as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    finding = only(probes.hub, machine_with(settings))
    assert finding.severity == "error"
    assert "kiosk hub migrate" in finding.what


def test_a_silent_hub_is_advice(silent_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that does not answer is not waited for long, and nothing of the kiosk is broken."""
    monkeypatch.setattr(probes, "HUB_SECONDS", 2)
    hub = HubSettings(f"postgresql://kiosk@127.0.0.1:{silent_port}/kiosk?sslmode=disable")
    assert only(probes.hub, machine_with(Settings(hub=hub))).severity == "warning"


def test_a_refused_edit_is_told(tmp_path: Path) -> None:
    """The set in force is named, and so is every fault of the edit after it."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "kiosk.toml"
    path.write_text('data = "data"\n')
    machine = machine_with(load_settings(str(path)), settings_path=str(path))
    store = store_of(path)
    assert "No words are accepted yet" in only(live.accepted, machine).what
    start(str(path), store, make_pages)
    assert "(set 1)" in only(live.accepted, machine).what
    path.write_text('data = "data"\nnmae = "x"\n')
    assert tried(path, store)
    tick, refused = live.accepted(machine)
    assert (tick.severity, refused.severity) == ("ok", "warning")
    assert "Did you mean 'name'?" in refused.what


def test_a_draft_that_is_not_offered_is_told(tmp_path: Path) -> None:
    """A language in the settings that nobody has reviewed comes with the two ways to have it."""
    from kiosk.pages.loading import load_catalogue

    content = load_catalogue(Settings()).edition.content
    settings = Settings(data=str(tmp_path), languages=("en", "cy"))

    def finding(settings: Settings) -> Finding:
        (found,) = live.languages(machine_with(settings, content))
        return found

    assert finding(settings).severity == "warning"
    assert "cy" in finding(settings).what
    assert finding(settings._replace(drafts=True)).severity == "ok"
