"""Installing: what is written and run, that twice is harmless, and what is said when it fails."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.settings import Settings, load_settings
from kiosk.settings.reference import example
from kiosk.staff.install import checks, run
from kiosk.staff.install.delivery import sync_service_text
from kiosk.staff.install.plan import Place, service_text
from kiosk.staff.install.steps import Run, StepError, WriteFile
from tests.tools import need
from tests.unit.test_cli import run as run_command

KIOSK = Place(Path(sys.prefix))
UNIT = "etc/systemd/system/kiosk.service"
SETTINGS = "etc/kiosk/kiosk.toml"
USERS = ("etc/passwd", "etc/shadow", "etc/group", "etc/gshadow", "etc/.pwd.lock")
SYNC = "etc/systemd/system/kiosk-sync.service"
TIMER = "etc/systemd/system/kiosk-sync.timer"
LARGEST_EXPOSURE = 2.0
HUB = '[hub]\nurl = "postgresql://kiosk@hub.example.org/kiosk"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small system in a folder: what `systemctl` and `systemd-sysusers` need of one."""
    need("systemctl", "systemd-sysusers")
    for folder in ("etc", "usr/lib/systemd/system"):
        (tmp_path / "root" / folder).mkdir(parents=True)
    target = tmp_path / "root/usr/lib/systemd/system/multi-user.target"
    target.write_text("[Unit]\nDescription=All is up\n")
    return tmp_path / "root"


def files_below(folder: Path) -> dict[str, str]:
    """Every file, with its text or where it leads."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)
        if path.is_symlink()
        else path.read_text()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def write_settings(root: Path, text: str) -> None:
    """Settings that staff have written before the kiosk is installed."""
    (root / SETTINGS).parent.mkdir(parents=True, exist_ok=True)
    (root / SETTINGS).write_text(text)


def write_sync_units(folder: Path) -> list[Path]:
    """The service and the timer of the delivery to the hub."""
    service, timer = folder / "kiosk-sync.service", folder / "kiosk-sync.timer"
    service.write_text(sync_service_text(KIOSK.python))
    shutil.copy(Path(run.__file__).parent / "templates" / timer.name, timer)
    return [service, timer]


def write_unit(folder: Path, *, graphical: bool) -> Path:
    """The service as it would be installed, with what this machine may lack replaced."""
    unit = folder / "kiosk.service"
    text = service_text(KIOSK, graphical=graphical)
    for program in ("cage", "foot"):
        text = text.replace(f"/usr/bin/{program} ", "/usr/bin/env ")
    unit.write_text(text)
    (folder / "seatd.service").write_text("[Service]\nExecStart=/usr/bin/env\n")
    return unit


@pytest.mark.parametrize("graphical", [False, True])
def test_systemd_takes_the_service(tmp_path: Path, *, graphical: bool) -> None:
    """`systemd-analyze verify` finds no fault, and no word that it does not know."""
    need("systemd-analyze")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", write_unit(tmp_path, graphical=graphical)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_systemd_takes_the_delivery(tmp_path: Path) -> None:
    """The service and the timer of the delivery have no fault either."""
    need("systemd-analyze")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *write_sync_units(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def exposure(unit: Path) -> float:
    """What `systemd-analyze security` says of a unit: 0 is least, 10 is most."""
    need("systemd-analyze")
    command = ("systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    match = re.search(r"Overall exposure level for [\w.-]+: ([0-9.]+)", done.stdout)
    assert match is not None, done.stdout
    return float(match[1])


@pytest.mark.parametrize("graphical", [False, True])
def test_the_service_may_do_very_little(tmp_path: Path, *, graphical: bool) -> None:
    """The exposure is 2.0 of 10 at most."""
    assert exposure(write_unit(tmp_path, graphical=graphical)) <= LARGEST_EXPOSURE


def test_the_delivery_may_do_little_but_reach_the_network(tmp_path: Path) -> None:
    """It has the kiosk's own user and limits; beside them, a network and nothing else."""
    service, _ = write_sync_units(tmp_path)
    assert exposure(service) <= LARGEST_EXPOSURE
    text = service.read_text()
    assert "User=kiosk\n" in text
    assert "PrivateNetwork" not in text
    assert "PrivateNetwork=yes\n" in service_text(KIOSK, graphical=False)


@pytest.mark.parametrize("graphical", [False, True])
def test_the_service_starts_programs_that_are_there(tmp_path: Path, *, graphical: bool) -> None:
    """What the service runs of the kiosk's own can be imported by the environment's Python."""
    text = write_unit(tmp_path, graphical=graphical).read_text()
    modules = set(re.findall(rf"{KIOSK.python} -I -m ([\w.]+)", text))
    assert modules == {"kiosk", "kiosk.staff.console"}
    for module in modules:
        path = Path(module.replace(".", "/"))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists()


def test_a_dry_run_prints_every_file_and_command(root: Path) -> None:
    """What `--dry-run` prints names all that the installation then does; it changes nothing."""
    printed = run_command("install", "--root", str(root), "--dry-run").stdout
    assert list(root.rglob("*.service")) == []
    done = run_command("install", "--root", str(root))
    assert (done.exit_code, done.stderr) == (0, "")
    for line in done.stdout.splitlines():
        verb, what = line.split(maxsplit=1)
        named = what.replace(f" --root={root}", "").replace(str(root), "")
        assert named in printed, (verb, named)
    for name, text in files_below(root / "etc/systemd/system").items():
        if name == "kiosk.service":
            assert all(f"     | {line}".rstrip() in printed for line in text.splitlines())


def test_an_installed_system_starts_the_kiosk_and_no_login(root: Path) -> None:
    """The service is on at every start, the first screen's login and the restart keys are off."""
    assert run_command("install", "--root", str(root)).exit_code == 0
    installed = files_below(root)
    wanted = "etc/systemd/system/multi-user.target.wants/kiosk.service"
    assert installed[wanted] == "/etc/systemd/system/kiosk.service"
    for masked in ("getty@tty1.service", "ctrl-alt-del.target", "kbrequest.target"):
        assert installed[f"etc/systemd/system/{masked}"] == "/dev/null"
    assert re.search(r"^kiosk:.*:/usr/sbin/nologin$", installed["etc/passwd"], re.MULTILINE)
    assert installed["usr/local/bin/kiosk"] == f"{sys.prefix}/bin/kiosk"
    assert f"ExecStart={sys.prefix}/bin/python -I -m kiosk" in installed[UNIT]


def test_an_environment_inside_the_folder_is_named_as_the_system_will_see_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that is prepared on another machine has the kiosk at /opt/kiosk, not at its mount."""
    monkeypatch.setattr(sys, "prefix", str(root / "opt/kiosk"))
    assert run_command("install", "--root", str(root)).exit_code == 0
    assert "ExecStart=/opt/kiosk/bin/python -I -m kiosk\n" in (root / UNIT).read_text()


def test_twice_is_once(root: Path) -> None:
    """A second installation changes no file."""
    run_command("install", "--root", str(root))
    before = files_below(root)
    assert run_command("install", "--root", str(root)).exit_code == 0
    assert files_below(root) == before


def test_edited_settings_are_kept(root: Path) -> None:
    """Neither another installation nor an uninstallation touches what staff have written."""
    run_command("install", "--root", str(root))
    (root / SETTINGS).write_text('name = "Ashby Library"\n')
    run_command("install", "--root", str(root))
    run_command("install", "--root", str(root), "--uninstall")
    assert (root / SETTINGS).read_text() == 'name = "Ashby Library"\n'


def test_the_first_settings_are_the_example(root: Path) -> None:
    """A new machine has every setting to choose from, and begins with none of them."""
    run_command("install", "--root", str(root))
    assert (root / SETTINGS).read_text() == example()
    assert load_settings(str(root / SETTINGS)) == Settings()


def test_a_hub_in_the_settings_brings_a_timer(root: Path) -> None:
    """With a hub, forms and counts are delivered from every start on; without one, no longer."""
    write_settings(root, HUB)
    printed = run_command("install", "--root", str(root), "--dry-run").stdout
    assert f"write  /{SYNC}" in printed
    assert run_command("install", "--root", str(root)).exit_code == 0
    installed = files_below(root)
    wanted = "etc/systemd/system/timers.target.wants/kiosk-sync.timer"
    assert installed[wanted] == f"/{TIMER}"
    assert f"ExecStart={sys.prefix}/bin/python -I -m kiosk sync\n" in installed[SYNC]
    write_settings(root, "")
    assert run_command("install", "--root", str(root)).exit_code == 0
    assert not any("kiosk-sync" in name for name in files_below(root))


def test_without_a_hub_there_is_no_timer(root: Path) -> None:
    """A kiosk as it is installed has nothing that reaches a network."""
    run_command("install", "--root", str(root))
    assert not any("kiosk-sync" in name for name in files_below(root))


def test_settings_with_a_fault_are_told_before_anything_is_done(root: Path) -> None:
    """Whether there is a hub cannot be known then; the line to mend is."""
    write_settings(root, "nmae = 'x'\n")
    before = files_below(root)
    result = run_command("install", "--root", str(root))
    assert result.exit_code == 2
    assert "Did you mean 'name'?" in result.stderr
    assert files_below(root) == before


def test_a_missing_library_for_the_hub_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy names the file with the versions that were tried."""
    assert checks._no_hub_library() == ""
    monkeypatch.setattr(checks, "find_spec", lambda _: None)
    assert "-r packaging/constraints-extras.txt" in checks._no_hub_library()


def test_uninstalling_leaves_data_and_purging_does_not(root: Path) -> None:
    """Everything that was written goes, but settings, data and log only when it is asked for."""
    before = files_below(root)
    write_settings(root, HUB)
    run_command("install", "--root", str(root), "--graphical")
    for name in ("var/lib/kiosk/forms.db", "var/log/kiosk/kiosk.log"):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text("kept")
    kept = run_command("install", "--root", str(root), "--uninstall")
    assert (kept.exit_code, kept.stderr) == (0, "")
    left = {name for name in files_below(root) if name not in {*before, *USERS}}
    assert left == {SETTINGS, "var/lib/kiosk/forms.db", "var/log/kiosk/kiosk.log"}
    run_command("install", "--root", str(root), "--uninstall", "--purge")
    assert not any("kiosk" in name for name in files_below(root))
    assert run_command("install", "--root", str(root), "--uninstall").exit_code == 0


def test_anybody_can_try_the_kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --user there is a menu entry with settings of one's own, and it can be taken back."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert run_command("install", "--user").exit_code == 0
    entry = (tmp_path / "data/applications/kiosk.desktop").read_text()
    settings = tmp_path / "config/kiosk/kiosk.toml"
    assert f'Exec="{KIOSK.program}" --settings "{settings}"\nTerminal=true\n' in entry
    assert "Nothing to do." in run_command("install", "--user").stdout
    run_command("install", "--user", "--uninstall")
    assert list(files_below(tmp_path)) == ["config/kiosk/kiosk.toml"]
    run_command("install", "--user", "--uninstall", "--purge")
    assert files_below(tmp_path) == {}


def test_without_the_right_to_it_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is not the administrator is told of sudo and of --user before anything is changed."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    result = run_command("install")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "sudo" in result.stderr
    assert "--user" in result.stderr


@pytest.mark.parametrize("folder", ["/home/sam/kiosk", "/root/kiosk", "/tmp/kiosk"])
def test_a_place_that_the_service_cannot_see_is_refused(folder: str) -> None:
    """The service reads no home; the message names the place that docs/install.md uses."""
    assert "/opt/kiosk" in checks._misplaced(Path(folder))


def test_a_place_that_others_may_change_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a service of the machine runs can be written by its administrator alone."""
    monkeypatch.setattr(checks, "_UNSEEN", ())
    loose = tmp_path / "kiosk"
    loose.mkdir()
    loose.chmod(0o777)
    assert f"chmod go-w {loose}" in checks._misplaced(loose)


def test_missing_programs_are_named_with_the_command_that_installs_them() -> None:
    """The graphical kiosk needs some programs, told all at once."""
    assert checks._missing({"sh": "dash", "no-such-a": "a", "no-such-b": "b"}) == (
        "Not installed: a, b. Run: sudo apt install a b"
    )


def test_a_failed_step_says_what_to_do_and_ends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The steps after a failed one are not done, and the exit code is 2."""
    never = WriteFile(Path("/never"), "x")
    failing = Run(("false",), "Turn it off and on again.")
    assert run._do([failing, never], Path("/")) == 2
    told = capsys.readouterr().err
    assert "Turn it off and on again." in told
    assert "run the same again" in told
    assert not (tmp_path / "never").exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A folder in the place of a file is no traceback."""
    (tmp_path / "etc").write_text("a file where a folder should be")
    with pytest.raises(StepError, match="cannot be written"):
        WriteFile(Path("/etc/kiosk.conf"), "x").do(tmp_path)


@pytest.mark.parametrize("options", [["--purge"], ["--user", "--graphical"]])
def test_options_that_do_not_go_together_are_refused(options: list[str]) -> None:
    """What would be ignored is refused instead."""
    assert run_command("install", *options).exit_code == 2
