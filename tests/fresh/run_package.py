"""The life of the Debian package on a machine that nobody prepared; see `.ci/package`.

Run: python -m tests.fresh.run_package ROOT

ROOT has the packages in /packages: `before.deb`, `new.deb` and `graphical.deb`. The machine is
booted, and the kiosk is its real service with all its limits. A pty stands for the first screen, so
what locks a keyboard to it is left out, as a pty has none.
"""

import re
import sys
from pathlib import Path

from kiosk.neutral import INVITATION
from kiosk.settings.reference import example
from tests.fresh.booted import SECONDS_TO_BOOT, Booted, run_unbooted, told
from tests.fresh.librarian import (
    a_page_from_word_is_shown,
    a_slip_takes_nothing_away,
    after_a_power_cut_it_gives_advice,
)
from tests.fresh.visit import SECONDS_TO_ANSWER, visit

SETTINGS = "etc/kiosk/kiosk.toml"
LIBRARY = 'name = "Ashby Library"\ncounts = true\ncontent = "words"\n'
OWN_PAGE = "etc/kiosk/words/en/topics/safer-internet-day.md"
HIDDEN = "---\nhide: true\n---\n"
MASKED = ("getty@tty1.service", "ctrl-alt-del.target", "kbrequest.target")
UNITS = ("kiosk.service", "kiosk-sync.service", "kiosk-sync.timer")
LARGEST_EXPOSURE = 2.0
KEPT_FILES = re.compile(
    r"etc/((passwd|group|g?shadow)-?|\.pwd\.lock|machine-id|\.updated)$|var/(log|cache|lib/apt|lib/dpkg)/"
)
"""What may differ after a purge: the user stays, and apt, dpkg and systemd keep books."""
COUNT = """
from kiosk.desk.desk import Desk
from kiosk.settings import load_settings
desk = Desk(load_settings("/etc/kiosk/kiosk.toml"))
for _ in range(7):
    desk.count("being-outed")
"""


def files_in(root: Path) -> set[str]:
    """Every file of the system that the package could have left behind."""
    inside = ("etc", "opt", "usr", "var")
    found = {str(path.relative_to(root)) for name in inside for path in (root / name).rglob("*")}
    return {name for name in found if not KEPT_FILES.match(name)}


def an_earlier_installation_is_told(root: Path) -> None:
    """A kiosk that was installed without the package has to go first; its settings stay."""
    unit = root / "etc/systemd/system/kiosk.service"
    unit.write_text("# The advice kiosk. Written by `kiosk install`, which overwrites it\n")
    done = run_unbooted(root, "apt-get", "install", "--yes", "/packages/new.deb")
    assert done.returncode != 0
    assert "sudo kiosk install --uninstall" in done.stderr + done.stdout, (done.stdout, done.stderr)
    unit.unlink()
    told(run_unbooted(root, "dpkg", "--purge", "advice-kiosk"))


def it_installs_without_a_network(root: Path) -> None:
    """As on a card that is prepared: all is in its place, and will start with the machine."""
    told(run_unbooted(root, "apt-get", "install", "--yes", "/packages/before.deb"))
    assert (root / SETTINGS).read_text() == example()
    links = root / "etc/systemd/system"
    assert (links / "multi-user.target.wants/kiosk.service").is_symlink()
    assert not (links / "timers.target.wants/kiosk-sync.timer").is_symlink()
    for name in MASKED:
        assert str((links / name).readlink()) == "/dev/null", name
    user = re.search(r"^kiosk:.*$", (root / "etc/passwd").read_text(), re.MULTILINE)
    assert user is not None
    assert user[0].endswith(":/var/lib/kiosk:/usr/sbin/nologin")


def systemd_takes_the_units(root: Path) -> None:
    """`systemd-analyze` finds no fault in them, and little that the services may do."""
    done = run_unbooted(root, "systemd-analyze", "verify", "--man=no", *UNITS)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    for unit in UNITS[:2]:
        said = told(
            run_unbooted(root, "systemd-analyze", "security", "--offline=yes", "--no-pager", unit)
        )
        exposure = re.search(r"Overall exposure level for [\w.-]+: ([0-9.]+)", said)
        assert exposure is not None, said
        assert float(exposure[1]) <= LARGEST_EXPOSURE
        print(f"{unit}: exposure {exposure[1]}", flush=True)


def the_graphical_package_finds_all_it_needs(root: Path) -> None:
    """This Debian has what it depends on."""
    packages = ("/packages/new.deb", "/packages/graphical.deb")
    said = told(run_unbooted(root, "apt-get", "install", "--simulate", *packages))
    for name in ("advice-kiosk-graphical", "cage", "foot", "seatd", "xwayland"):
        assert f"Inst {name} " in said


def wait_for_name(machine: Booted) -> None:
    """The neutral page stands there, with the library's name."""
    machine.screen.wait_until(
        lambda: "Ashby Library" in machine.screen.text and INVITATION in machine.screen.text,
        SECONDS_TO_BOOT,
    )


def it_starts_with_the_machine(machine: Booted, root: Path) -> None:
    """The service shows the neutral page; a visitor comes and goes; an edit is seen."""
    visit(machine.screen, SECONDS_TO_BOOT)
    (root / OWN_PAGE).parent.mkdir(parents=True)
    (root / OWN_PAGE).write_text(HIDDEN)
    (root / SETTINGS).write_text(LIBRARY)
    wait_for_name(machine)
    python = "/usr/lib/advice-kiosk/bin/python"
    told(machine.run("runuser", "-u", "kiosk", "--", python, "-I", "-c", COUNT))


def state_of(machine: Booted) -> dict[str, str]:
    """What systemd says of the service."""
    said = told(
        machine.run(
            "systemctl", "show", "kiosk", "--property=ActiveState,MainPID,Description,NRestarts"
        )
    )
    return dict(line.split("=", 1) for line in said.splitlines())


def an_upgrade_keeps_all(machine: Booted, root: Path) -> None:
    """Settings, words and counts are as they were, and the new kiosk runs."""
    before, figures = state_of(machine), told(machine.run("kiosk", "figures"))
    assert "7" in figures
    told(machine.run("apt-get", "install", "--yes", "/packages/new.deb"))
    after = state_of(machine)
    assert (before["Description"], after["Description"]) == ("The kiosk before", "Advice kiosk")
    assert after["ActiveState"] == "active"
    assert after["MainPID"] != before["MainPID"]
    assert (root / SETTINGS).read_text() == LIBRARY
    assert (root / OWN_PAGE).read_text() == HIDDEN
    assert told(machine.run("kiosk", "figures")) == figures
    assert not list((root / "usr/lib/advice-kiosk").rglob("gone*"))
    visit(machine.screen, SECONDS_TO_ANSWER)
    wait_for_name(machine)


def removed_it_leaves_what_staff_wrote(machine: Booted, root: Path) -> None:
    """The program is gone, and logins are back; settings, words and data stay."""
    told(machine.run("apt-get", "remove", "--yes", "advice-kiosk"))
    assert machine.run("pgrep", "--uid", "kiosk").stdout == ""
    assert not (root / "usr/lib/advice-kiosk").exists()
    for name in MASKED:
        assert not (root / "etc/systemd/system" / name).is_symlink(), name
    assert (root / SETTINGS).read_text() == LIBRARY
    assert (root / OWN_PAGE).exists()
    assert (root / "var/lib/kiosk/outbox.sqlite").exists()


def installed_again_it_goes_on(machine: Booted) -> None:
    """With the settings and the counts that were left."""
    told(machine.run("apt-get", "install", "--yes", "/packages/new.deb"))
    wait_for_name(machine)
    assert "7" in told(machine.run("kiosk", "figures"))
    assert state_of(machine)["NRestarts"] == "0"


def purged_it_leaves_only_its_user(machine: Booted, root: Path, before: set[str]) -> None:
    """No file is left of the package, of the settings, of the words and of the data."""
    told(machine.run("apt-get", "purge", "--yes", "advice-kiosk"))
    left = {name for name in files_in(root) - before if "kiosk" in name or name.startswith("etc/")}
    assert not left, left
    assert before - files_in(root) == set()
    assert "\nkiosk:" in (root / "etc/passwd").read_text()


def main(root: Path) -> None:
    """Go through the package's life; an assertion tells what is wrong."""
    before = files_in(root)
    an_earlier_installation_is_told(root)
    it_installs_without_a_network(root)
    systemd_takes_the_units(root)
    the_graphical_package_finds_all_it_needs(root)
    no_keyboard = root / "etc/systemd/system/kiosk.service.d/no-keyboard.conf"
    no_keyboard.parent.mkdir()
    no_keyboard.write_text("[Service]\nExecStartPre=\nExecStopPost=\n")
    with Booted(root) as machine:
        it_starts_with_the_machine(machine, root)
        an_upgrade_keeps_all(machine, root)
        a_page_from_word_is_shown(machine, root)
        a_slip_takes_nothing_away(machine, root)
    with Booted(root) as machine:
        after_a_power_cut_it_gives_advice(machine, root, LIBRARY)
        removed_it_leaves_what_staff_wrote(machine, root)
        installed_again_it_goes_on(machine)
        no_keyboard.unlink()
        no_keyboard.parent.rmdir()
        purged_it_leaves_only_its_user(machine, root, before)
    print(
        "Installed, started, upgraded, edited, cut off, removed, installed again, purged.",
        flush=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
