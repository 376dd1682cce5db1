"""The units of the package: systemd takes them, and they may do very little."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import lacking, need

PACKAGING = Path(__file__).parents[2] / "packaging"
UNITS = Path("usr/lib/systemd/system")
PYTHON = "/usr/lib/advice-kiosk/bin/python"
LARGEST_EXPOSURE = 2.0
SERVICES = [("machine", "kiosk"), ("graphical", "kiosk"), ("machine", "kiosk-sync")]
"""What is installed, and a service of it; the graphical kiosk is the other one with a change."""


@pytest.fixture
def units(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The units as they are installed, with what this machine may lack replaced."""
    names = ["machine", "graphical"] if request.param == "graphical" else ["machine"]
    for name in names:
        shutil.copytree(PACKAGING / name / UNITS, tmp_path, symlinks=True, dirs_exist_ok=True)
    for path in tmp_path.rglob("*.*"):
        if path.is_file() and not path.is_symlink():
            text = path.read_text(encoding="utf-8").replace(PYTHON, f"{sys.prefix}/bin/python")
            path.write_text(text, encoding="utf-8")
    (tmp_path / "seatd.service").write_text("[Service]\nExecStart=/usr/bin/env\n")
    return tmp_path


def text_of(units: Path, service: str) -> str:
    """A service with its drop-ins, as systemd reads them."""
    parts = [units / f"{service}.service", *sorted((units / f"{service}.service.d").glob("*.conf"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in parts)


@pytest.mark.parametrize("units", ["machine", "graphical"], indirect=True)
def test_systemd_takes_the_units(units: Path) -> None:
    """`systemd-analyze verify` finds no fault, and no word that it does not know."""
    need("systemd-analyze")
    names = ("kiosk.service", "kiosk-sync.service", "kiosk-sync.timer")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(units / name for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


@pytest.mark.parametrize(("units", "service"), SERVICES, indirect=["units"])
def test_a_service_may_do_very_little(units: Path, service: str) -> None:
    """What `systemd-analyze security` calls its exposure is 2.0 of 10 at most."""
    need("systemd-analyze")
    unit = units / f"{service}.service"
    command = ("systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    match = re.search(r"Overall exposure level for [\w.-]+: ([0-9.]+)", done.stdout)
    assert match is not None, done.stdout
    assert float(match[1]) <= LARGEST_EXPOSURE


@pytest.mark.parametrize("units", ["machine"], indirect=True)
def test_only_the_delivery_reaches_a_network(units: Path) -> None:
    """It has the kiosk's own user and limits; what shows pages has no network."""
    kiosk, sync = text_of(units, "kiosk"), text_of(units, "kiosk-sync")
    assert "\nUser=kiosk\n" in kiosk
    assert "\nUser=kiosk\n" in sync
    assert "\nPrivateNetwork=yes\n" in kiosk
    assert "PrivateNetwork" not in sync
    limits = (units / "kiosk.service.d/limits.conf").read_text(encoding="utf-8")
    assert limits in kiosk
    assert limits in sync


@pytest.mark.parametrize(("units", "service"), SERVICES, indirect=["units"])
def test_a_service_starts_what_is_there(units: Path, service: str) -> None:
    """What it runs of the kiosk's own can be imported by the environment's Python."""
    modules = set(re.findall(rf"{sys.prefix}/bin/python -I -m ([\w.]+)", text_of(units, service)))
    if service == "kiosk-sync":
        assert modules == {"kiosk"}
    else:
        assert modules - {"kiosk.staff.graphical"} == {"kiosk", "kiosk.staff.console"}
    for module in modules:
        path = PACKAGING.parent / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists()


def test_no_key_and_no_lid_stops_the_machine() -> None:
    """Whatever logind would do for a key or a lid, and however long it is held, is switched off."""
    program = Path("/usr/lib/systemd/systemd-logind")
    if not program.exists():
        lacking("systemd")
    names = rb"Handle[A-Z][A-Za-z]+(?:Key|Press|Switch|Power|Docked)"
    known = {name.decode() for name in re.findall(names, program.read_bytes())}
    text = (PACKAGING / "machine/usr/lib/systemd/logind.conf.d/kiosk.conf").read_text()
    ignored = set(re.findall(r"^(Handle\w+)=ignore$", text, re.MULTILINE))
    assert known - {"HandleSecureAttentionKey"} <= ignored
    assert {"HandlePowerKey", "HandleSuspendKey", "HandleLidSwitch"} <= ignored


def test_the_keys_are_changed_after_the_layout_is_loaded() -> None:
    """Otherwise Debian's own units would bring back what `console lock` has taken away."""
    text = (PACKAGING / "machine" / UNITS / "kiosk.service").read_text(encoding="utf-8")
    after = " ".join(re.findall(r"^After=(.*)$", text, re.MULTILINE)).split()
    assert {"keyboard-setup.service", "console-setup.service"} <= set(after)


def test_a_guard_that_hangs_is_ended_soon() -> None:
    """Until then an Escape does nothing: no longer than somebody would press it again and again."""
    text = (PACKAGING / "machine" / UNITS / "kiosk.service").read_text(encoding="utf-8")
    (limit,) = re.findall(r"^WatchdogSec=(\d+)$", text, re.MULTILINE)
    assert int(limit) <= 8
    assert "\nWatchdogSignal=SIGKILL\n" in text


def test_the_package_is_for_the_pythons_that_it_has_libraries_for() -> None:
    """The build, the links to the one folder of libraries, and what it depends on agree."""
    build = (PACKAGING / "build-deb").read_text(encoding="utf-8")
    match = re.search(r"^pythons=\(([\d. ]+)\)", build, re.MULTILINE)
    assert match is not None
    pythons = match[1].split()
    links = (PACKAGING / "debian/advice-kiosk.links").read_text(encoding="utf-8")
    assert re.findall(r"/lib/python(3\.\d+)$", links, re.MULTILINE) == pythons
    control = (PACKAGING / "debian/control").read_text(encoding="utf-8")
    allowed = [
        f"3.{minor}"
        for minor in range(8, 20)
        if all(
            any(
                minor >= int(bound) if sign == ">=" else minor < int(bound)
                for sign, bound in re.findall(r"python3 \((>=|<<) 3\.(\d+)~\)", alternatives)
            )
            for alternatives in control.split(",")
            if "python3 (" in alternatives
        )
    ]
    assert allowed == pythons


def test_the_package_needs_the_glibc_that_its_libraries_were_built_for() -> None:
    """No library asks for a newer one than the package does."""
    build = (PACKAGING / "build-deb").read_text(encoding="utf-8")
    match = re.search(r"^newest_glibc=(\d+)", build, re.MULTILINE)
    assert match is not None
    assert f"libc6 (>= 2.{match[1]})" in (PACKAGING / "debian/control").read_text(encoding="utf-8")
