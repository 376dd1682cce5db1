"""The commands for staff: keys, sync, hub, inbox and figures, as they are typed."""

import stat
from pathlib import Path

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback
from kiosk.settings import Settings, SettingsError, load_settings
from tests.command import run

KEY_LINE = f'public_key = "kiosk-public:{"A" * 43}="'


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """A settings file with everything switched on but a hub."""
    public = next(
        line
        for line in run("keys", "new", "--out", tmp_path / "private.key").stdout.splitlines()
        if line.startswith("public_key")
    )
    path = tmp_path / "kiosk.toml"
    path.write_text(f'counts = true\ndata = "data"\n[forms]\n{public}\n')
    return path


def desk_of(settings_file: Path) -> Desk:
    """The desk of a kiosk with these settings."""
    return Desk(load_settings(str(settings_file)))


def test_keys_are_made_once_and_the_private_one_is_never_shown(tmp_path: Path) -> None:
    """The private half goes into a file of its owner's alone, and is not overwritten."""
    path = tmp_path / "private.key"
    made = run("keys", "new", "--out", path)
    private = path.read_text().strip()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert private.startswith("kiosk-private:")
    assert private not in made.stdout
    assert 'public_key = "kiosk-public:' in made.stdout
    again = run("keys", "new", "--out", path)
    assert (again.exit_code, again.stdout) == (2, "")
    assert "exists" in again.stderr
    assert path.read_text().strip() == private


def test_what_the_kiosk_keeps_the_inbox_opens(settings_file: Path) -> None:
    """With the settings as `keys new` printed them, a form goes all the way."""
    desk = desk_of(settings_file)
    assert (desk.offers_forms, desk.offers_counts) == (True, True)
    desk.submit(Feedback(rating=4, words="Kind words"))
    key = settings_file.with_name("private.key")
    shown = run("--settings", settings_file, "inbox", "--key", key)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "Kind words" in shown.stdout
    place = settings_file.with_name("data") / "outbox.sqlite"
    assert "Kind words" in run("inbox", "--key", key, "--from", place).stdout


def test_everything_goes_by_the_hub(settings_file: Path, url: str) -> None:
    """Migrated, synced, opened and counted: the commands of a county, one after the other."""
    settings_file.write_text(settings_file.read_text() + f'[hub]\nurl = "{url}"\n')
    desk = desk_of(settings_file)
    desk.submit(Feedback(rating=4, words="Kind words"))
    for _ in range(6):
        desk.count("the-law")
    options = ("--settings", settings_file)
    assert "kiosk hub migrate" in run(*options, "sync").stderr
    assert run(*options, "hub", "migrate").exit_code == 0
    assert run(*options, "sync").stdout.startswith("Forms delivered: 1.")
    key = settings_file.with_name("private.key")
    assert "Kind words" in run(*options, "inbox", "--key", key).stdout
    assert '"the-law","6"' in run("figures", "--csv", "--from", url).stdout
    assert "the-law" in run(*options, "figures", "--by", "day").stdout


def test_what_is_missing_is_told(settings_file: Path) -> None:
    """No hub, no outbox yet, no key: each ends with exit code 2 and says what to do."""
    options = ("--settings", settings_file)
    desk_of(settings_file).count("the-law")
    assert "name no hub" in run(*options, "sync").stderr
    assert "name no hub" in run(*options, "hub", "migrate").stderr
    elsewhere = settings_file.with_name("elsewhere.sqlite")
    missing = run("figures", "--from", elsewhere)
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert not elsewhere.exists()
    assert run(*options, "inbox", "--key", settings_file).exit_code == 2


def test_a_kiosk_that_has_kept_nothing_has_nothing_to_deliver(settings_file: Path) -> None:
    """A timer that runs before the first form is no fault, and makes no file."""
    settings_file.write_text(
        settings_file.read_text() + '[hub]\nurl = "postgresql://kiosk@127.0.0.1:1/none"\n'
    )
    done = run("--settings", settings_file, "sync")
    assert (done.exit_code, done.stdout) == (0, "Nothing has been kept yet.\n")
    assert not settings_file.with_name("data").exists()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ('counts = "yes"', "'counts' must be true or false"),
        ("forms = true", "'forms' must be a name in [brackets]"),
        ('[forms]\npublic_key = "kiosk-public:short"', "whole, as `kiosk keys new` printed it"),
        (f'[forms]\npublic_key = "kiosk-private:{"A" * 43}="', "must never be on the kiosk"),
        ('[forms]\npublic_key = "x"\nmore = 1', "'forms.more' is not a setting"),
        ('[forms]\nresponsible = "us"', "'forms.public_key' is missing"),
        (f"[forms]\n{KEY_LINE}\nkeep_days = 0", "'forms.keep_days' must be a number of days"),
        (f"[forms]\n{KEY_LINE}\nkeep_days = 3651", "'forms.keep_days' must be a number of days"),
        (f'[forms]\n{KEY_LINE}\nname = "Ashby"', "'forms.name' belongs further up"),
        ('[hub]\nurl = "mysql://host/name"', "'hub.url' must be like"),
        ('[hub]\nurl = "postgresql://a/b"\ncounts = true', "'hub.counts' belongs further up"),
    ],
)
def test_faults_in_these_settings_are_told(tmp_path: Path, lines: str, fault: str) -> None:
    """Each says what to write instead; a private key in the settings above all."""
    path = tmp_path / "kiosk.toml"
    path.write_text(lines + "\n")
    with pytest.raises(SettingsError) as raised:
        load_settings(str(path))
    assert fault in str(raised.value)


def test_the_data_folder_is_seen_from_the_settings(tmp_path: Path) -> None:
    """A folder is named from where the settings are; the rest has its defaults."""
    path = tmp_path / "kiosk.toml"
    path.write_text('data = "kept"\n')
    assert load_settings(str(path)) == Settings(data=str(tmp_path / "kept"))
