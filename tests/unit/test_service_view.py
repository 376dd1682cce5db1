"""What an installed kiosk's service does not see is told where staff ask, with the way out."""

import re
from pathlib import Path

import pytest

from kiosk.staff import service_view
from kiosk.system_paths import system_settings
from tests.command import run
from tests.unit.conftest import write_few_words

LIMITS = Path("packaging/machine/usr/lib/systemd/system/kiosk.service.d/limits.conf")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of an installed kiosk, with words in a folder that stands for a home."""
    write_few_words(tmp_path / "shipped")
    monkeypatch.setattr("kiosk.content.layers.content_folder", lambda: tmp_path / "shipped")
    monkeypatch.setenv("CONFIGURATION_DIRECTORY", str(tmp_path))
    monkeypatch.setattr(service_view, "UNIT", tmp_path)
    monkeypatch.setattr(service_view, "UNSEEN", (tmp_path / "home",))
    (tmp_path / "home/words/en").mkdir(parents=True)
    (tmp_path / "home/words/content.yaml").write_text("needs: 1\n")
    (tmp_path / "linked").symlink_to(tmp_path / "home/words")
    settings = Path(system_settings())
    settings.write_text('name = "Ours"\ncontent = "home/words"\n')
    return settings


@pytest.mark.parametrize("words", ["home/words", "linked"])
@pytest.mark.parametrize("command", ["check", "doctor", "history"])
def test_words_in_a_home_folder_are_a_fault(installed: Path, words: str, command: str) -> None:
    """Though whoever asks may read them: the kiosk would refuse them as a folder that is gone."""
    installed.write_text(f'name = "Ours"\ncontent = "{words}"\n')
    done = run(command)
    told = " ".join(done.output.split())
    assert done.exit_code != 0
    assert f"The kiosk's service does not see {installed.parent}/{words}: no home folder" in told
    assert f"sudo cp -R {installed.parent}/{words} /etc/kiosk/words" in told


@pytest.mark.parametrize("setting", ["data", "log"])
def test_what_the_service_may_not_write_to_is_a_fault(
    installed: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    """Unless the administrator has opened it for the service."""
    place = installed.parent / "kept"
    installed.write_text(f'name = "Ours"\n{setting} = "{place}"\n')
    opened = {"ReadWritePaths": ""}
    monkeypatch.setattr(service_view, "properties", lambda *_: opened)
    told = " ".join(run("check").output.split())
    assert f"The kiosk's service may not write to {place}, whoever owns it." in told
    assert f"with ReadWritePaths={place} below [Service]" in told
    opened["ReadWritePaths"] = f"/srv {place}"
    assert "may not write" not in run("check").output


def test_a_kiosk_that_is_only_tried_sees_them(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs as whoever tries it."""
    trial = installed.with_name("trial.toml")
    trial.write_text(installed.read_text())
    assert "does not see" not in run("--settings", trial, "check").output
    monkeypatch.setattr(service_view, "UNIT", installed.with_name("no-unit"))
    assert "does not see" not in run("check").output


def test_what_the_service_does_not_see_is_what_its_file_says() -> None:
    """With `ProtectHome`, no home folder; with `PrivateTmp`, none of the folders for everybody."""
    limits = LIMITS.read_text()
    assert re.findall(r"^(?:ProtectHome|PrivateTmp)=(.*)$", limits, re.MULTILINE) == ["yes", "yes"]
    homes, temporary = ["/home", "/root", "/run/user"], ["/tmp", "/var/tmp"]
    assert list(map(str, service_view.UNSEEN)) == homes + temporary
