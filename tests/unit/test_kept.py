"""Where accepted words are kept: in the data folder, or only for as long as the kiosk runs."""

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.edits.kept import (
    accepted_settings,
    data_of,
    last_store,
    not_ours,
    store_for,
    store_in,
)
from kiosk.edits.store import Store
from kiosk.settings import Settings, load_settings
from kiosk.staff.doctor.live import accepted
from kiosk.staff.findings import Severity
from tests.machine import machine_with
from tests.unit.test_live import Edit, edit, said, settings, store

__all__ = ["edit", "settings", "store"]


def test_the_accepted_settings_are_those_of_the_set(store: Store, edit: Edit) -> None:
    """The copied file, where the set has one."""
    folder = str(store.staging.parent)
    assert accepted_settings(folder) is None
    edit(said("One."))
    path = accepted_settings(folder)
    assert path is not None
    current = store.current()
    assert current is not None
    assert Path(path).resolve() == current.folder / "kiosk.toml"
    Path(path).unlink()
    assert accepted_settings(folder) is None


def test_a_store_has_a_name_that_staff_know(tmp_path: Path) -> None:
    """That of the settings file; two of one name in two folders have two stores."""
    names = [
        Path(store_in(str(tmp_path), path)).name for path in ("", "/a/kiosk.toml", "/b/kiosk.toml")
    ]
    assert names[0] == "default"
    assert [name.rpartition("-")[0] for name in names[1:]] == ["kiosk", "kiosk"]
    assert len(set(names)) == 3


def test_without_a_folder_for_data_the_words_are_kept_for_as_long_as_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the first of these that is named: the user's own for running programs, or for others."""
    (tmp_path / "file").touch()
    for variable, names in (
        ("XDG_RUNTIME_DIR", ["XDG_RUNTIME_DIR", "TMPDIR"]),
        ("TMPDIR", ["TMPDIR"]),
    ):
        for name in ("XDG_RUNTIME_DIR", "TMPDIR"):
            monkeypatch.delenv(name, raising=False)
        for name in names:
            (tmp_path / name).mkdir(exist_ok=True)
            monkeypatch.setenv(name, str(tmp_path / name))
        with store_for(f"{tmp_path}/file/data", "") as folder:
            assert Path(folder).parent == tmp_path / variable
            assert Path(folder).name.startswith("kiosk-")
            assert Path(folder).stat().st_mode & 0o777 == 0o700
            (Path(folder) / "words").touch()
        assert not Path(folder).exists()
    monkeypatch.setenv("TMPDIR", f"{tmp_path}/file")
    with store_for(f"{tmp_path}/file/data", "") as folder:
        assert folder == ""


def test_words_that_are_kept_stay_when_the_kiosk_ends(tmp_path: Path) -> None:
    """In the data folder, for the next start; its rights are asked, not guessed."""
    with store_for(f"{tmp_path}/data", "/a/b.toml") as folder:
        Path(folder).mkdir(parents=True)
    assert folder == store_in(f"{tmp_path}/data", "/a/b.toml")
    assert Path(folder).exists()
    assert store_in(f"{tmp_path}/none", "") == ""
    (tmp_path / "file").touch()
    assert store_in(f"{tmp_path}/file", "") == ""


def test_the_default_data_folder_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only settings that name a folder ask for one."""
    default = f"{tmp_path}/default"
    monkeypatch.setattr("kiosk.edits.kept.Settings", lambda: Settings(data=default))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with store_for(default, "") as folder:
        assert not folder.startswith(default)
    assert not Path(default).exists()


@pytest.mark.parametrize(("rights", "is_usable"), [(os.W_OK | os.X_OK, True), (os.R_OK, False)])
def test_a_folder_must_be_open_to_the_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: int, *, is_usable: bool
) -> None:
    """To write in, and to go into."""
    monkeypatch.setattr("os.access", lambda _, asked: asked == asked & rights)
    assert bool(store_in(str(tmp_path), "")) is is_usable
    assert store_in(f"{tmp_path}/none", "") == ""


def test_a_slip_in_data_takes_nobody_the_last_good_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept in the folder that is named, they are in the kiosk's own.

    The doctor says so.
    """
    own, settings = tmp_path / "own", str(tmp_path / "kiosk.toml")
    own.mkdir()
    monkeypatch.setattr("kiosk.edits.kept.Settings", lambda: Settings(data=str(own)))
    with store_for("/proc/data", settings) as folder:
        assert folder == store_in(str(own), settings)
    assert not list(own.iterdir())
    (Path(folder) / "sets").mkdir(parents=True)
    assert store_in("/proc/data", settings) == last_store(settings) == folder
    machine = machine_with(Settings(data="/proc/data"), settings_path=settings)
    first, *_ = accepted(machine)
    assert (first.severity, "which 'data' names" in first.what) == (Severity.WARNING, True)


def test_what_is_noted_of_another_data_folder_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in the settings leads there as long as the words were kept there last."""
    own, other, settings = tmp_path / "own", tmp_path / "other", str(tmp_path / "in/kiosk.toml")
    own.mkdir()
    monkeypatch.setattr("kiosk.edits.kept.Settings", lambda: Settings(data=str(own)))
    for data, found in ((other, other), (own, own), (own, own)):
        with store_for(str(data), settings) as folder:
            (Path(folder) / "sets").mkdir(parents=True, exist_ok=True)
        assert last_store(settings) == store_in(str(found), settings)


def test_the_last_resort_is_the_folder_for_what_is_temporary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under a name that nobody guesses, for the kiosk's user alone."""
    made: list[tuple[str, int]] = []
    for name in ("XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kiosk.edits.kept.os.mkdir", lambda *told: made.append(told))
    with store_for("/dev/null/data", "") as folder:
        assert made[-1] == (folder, 0o700)
    assert folder.startswith("/tmp/kiosk-")
    assert len(folder) == len("/tmp/kiosk-") + 16


@pytest.mark.parametrize(
    ("store", "data"),
    [
        ("/srv/kiosk/words/kiosk-1", "/srv/kiosk"),
        ("/srv/words/data/words/kiosk-1", "/srv/words/data"),
        ("/run/user/1/kiosk-1", "/run/user/1/kiosk-1"),
    ],
)
def test_who_is_to_own_what_is_told_of_the_data_folder_alone(store: str, data: str) -> None:
    """Never of a folder above it, which is others' too."""
    assert not_ours(data_of(store)).endswith(f": {data}")


def test_a_disk_that_is_read_only_is_told_as_that(
    settings: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To own the folder would help nobody."""
    edit(said("One."))
    monkeypatch.setattr("os.access", lambda *_: False)
    machine = replace(machine_with(load_settings(str(settings))), settings_path=str(settings))
    for is_read_only, told in ((True, "dmesg"), (False, "sudo chown -R")):
        flag = os.ST_RDONLY if is_read_only else 0
        monkeypatch.setattr("os.statvfs", lambda _, flag=flag: SimpleNamespace(f_flag=flag))
        assert told in list(accepted(machine))[-1].instead
