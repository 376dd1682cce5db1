"""What is told of words that were lost, and of a folder that is gone: the same by every command."""

import shutil
import signal
from pathlib import Path

import pytest
from inotify_simple import INotify

from kiosk.edits.kept import CURRENT
from kiosk.edits.store import Store
from kiosk.settings import Settings
from kiosk.staff.doctor import live, service
from kiosk.system_paths import data_folder
from tests.command import run_with
from tests.machine import machine_with, only
from tests.unit.test_live import Edit, edit, said, settings, store, tried
from tests.unit.test_live_watch import GUARD, Watch, watch

__all__ = ["edit", "settings", "store", "watch"]


def told(settings: Path, command: str) -> str:
    """What a command says, in one line."""
    return " ".join(run_with(settings, command).output.split())


@pytest.mark.parametrize("command", ["check", "read", "search", "doctor", "history"])
def test_a_folder_that_is_gone_is_told_in_one_way(
    settings: Path, store: Store, edit: Edit, command: str
) -> None:
    """With both remedies: to bring it back, and to have none."""
    edit(said("One."))
    words = settings.parent / "words"
    shutil.rmtree(words)
    tried(settings, store)
    if command == "search":
        answer = " ".join(run_with(settings, "search", "one").output.split())
    else:
        answer = told(settings, command)
    assert (
        f"{words}: This folder is not there. If a disk or a share is away, bring it back. Else "
        "make it, or take it out of 'content' in the settings."
    ) in answer
    assert "any more" not in answer


def test_a_set_that_was_lost_is_no_first_start(settings: Path, store: Store, edit: Edit) -> None:
    """Earlier sets are counted; the way on is told."""
    edit(said("One."))
    edit(said("Two."))
    shutil.rmtree((store.folder / CURRENT).resolve())
    answer = told(settings, "doctor")
    assert "The words that visitors saw last are lost. Earlier ones that are kept: 1." in answer
    assert "start the kiosk again" in answer
    assert "No words are accepted yet" not in answer


def test_with_none_left_and_a_fault_the_shipped_words_are_next(
    settings: Path, store: Store, edit: Edit
) -> None:
    """That is what a new start would show."""
    edit(said("One."))
    shutil.rmtree(store.folder / "sets")
    assert "No words are accepted yet; a kiosk that starts or runs does so." in told(
        settings, "doctor"
    )
    (settings.parent / "words/en/topics/ours.md").write_text("no page")
    tried(settings, store)
    answer = told(settings, "doctor")
    assert (
        "MEND No accepted words are kept, and your files have faults: a new start shows" in answer
    )


def test_without_a_fault_of_its_own_the_folder_of_words_is_not_blamed(
    settings: Path, store: Store
) -> None:
    """A fault in the words, before any were accepted, takes nobody for the lack of a folder."""
    (settings.parent / "words/en/topics/ours.md").write_text("no page")
    assert store.sets() == []
    for command in ("doctor", "history"):
        answer = told(settings, command)
        assert "is not there" not in answer
        assert "may not write" not in answer


def test_an_installed_kiosk_without_its_folder_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its service makes it; a kiosk that is only tried needs none."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "gone"))
    machine = machine_with(Settings(data=data_folder()))
    monkeypatch.setattr(live, "Settings", lambda: Settings(data=data_folder()))
    monkeypatch.setattr(service, "UNIT", tmp_path / "none")
    assert only(live.accepted, machine).severity == "ok"
    monkeypatch.setattr(service, "UNIT", tmp_path)
    finding = only(live.accepted, machine)
    assert finding.severity == "error"
    assert "sudo systemctl restart kiosk" in finding.instead


@pytest.mark.parametrize("lost", ["sets", "sets/1"])
def test_that_what_visitors_see_is_lost_counts(watch: Watch, store: Store, lost: str) -> None:
    """Somebody has emptied the store: the server is told, and accepts what stands in the files."""
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        shutil.rmtree(store.folder / lost)
        assert any(map(watch.watcher._counts, changes.read(timeout=0)))
    watch.watcher._look()
    assert watch.told == [(GUARD, signal.SIGUSR2)]
    tried(watch.settings, store)
    assert store.current() is not None
    assert watch.looks() == 0
