"""What a librarian does with the documents alone, and what goes wrong on the way.

At every step, and after a power cut, the kiosk gives advice: the words that were right last.
"""

import subprocess
from pathlib import Path

from kiosk.neutral import INVITATION
from tests.fresh.booted import SECONDS_TO_BOOT, Booted
from tests.unit.test_import_page import write_docx

SETTINGS = "etc/kiosk/kiosk.toml"
PAGE = "etc/kiosk/words/en/topics/our-youth-club.md"
TITLE = "Our youth club"


def _told(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 0, (done.args, done.stdout, done.stderr)
    return done.stdout


def _is_shown(machine: Booted, words: str) -> None:
    """A visitor finds the library's page by its words, reads these words there, and leaves."""
    screen = machine.screen

    def is_found() -> bool:
        if INVITATION in screen.text:
            screen.send(b"\r")
            screen.settle(0.5)
        if "youth club" not in screen.text and INVITATION not in screen.text:
            screen.send(b"/")
            screen.settle(0.5)
            screen.send(b"our youth club")
        screen.settle(1)
        return TITLE in screen.text

    screen.wait_until(is_found, SECONDS_TO_BOOT)
    screen.send(b"\r")
    screen.wait_until(lambda: words in " ".join(screen.text.split()), SECONDS_TO_BOOT)
    screen.send(b"\x1b")
    screen.wait_until(lambda: INVITATION in screen.text, SECONDS_TO_BOOT)


def a_page_is_written_in_word(machine: Booted, root: Path) -> None:
    """Imported, previewed, checked, mended and shown, as docs/words.md says."""
    (root / SETTINGS).write_text('name = "Ashby Library"\ncontent = "words"\n')
    write_docx(
        root / "root/Our youth club.docx",
        ("Heading1", TITLE),
        ("", "It\u2019s open after school."),
        ("Heading2", "Come in"),
        ("", "There is *tea*, and somebody to talk to."),
    )
    made = _told(machine.run("kiosk", "import", "/root/Our youth club.docx"))
    assert f"/{PAGE}" in made
    page = root / PAGE
    assert "draft: true" in page.read_text()
    previewed = _told(machine.run("kiosk", "preview", f"/{PAGE}"))
    assert "There is tea" in previewed.replace("*", "")
    lines = [line for line in page.read_text().splitlines() if not line.startswith("draft:")]
    text = "\n".join([*lines, ""]).replace("Say in one line what this page is for.", "When it is.")
    page.write_text(text)
    checked = machine.run("kiosk", "check").stdout
    assert "0 errors" in checked, checked
    _is_shown(machine, "It's open after school.")


def what_is_broken_takes_nothing_away(machine: Booted, root: Path) -> None:
    """A missing quotation mark, and a page that the kiosk may not read, each with a new start."""
    settings, page = root / SETTINGS, root / PAGE
    right, words = settings.read_text(), page.read_text()
    settings.write_text(right.replace('Library"', "Library"))
    _told(machine.run("systemctl", "restart", "kiosk"))
    _is_shown(machine, "It's open after school.")
    assert "kiosk.toml:1" in machine.run("kiosk", "doctor").stdout
    assert "kiosk.toml:1" in machine.run("kiosk", "history").stderr
    assert "kiosk.toml:1" in _told(machine.run("journalctl", "--unit=kiosk", "--no-pager"))
    settings.write_text(right)
    page.write_text(words.replace("open after school", "open at noon"))
    page.chmod(0o600)
    _told(machine.run("systemctl", "restart", "kiosk"))
    _is_shown(machine, "It's open after school.")
    assert "This cannot be read (no permission)" in machine.run("kiosk", "check").stdout
    page.chmod(0o644)
    _is_shown(machine, "It's open at noon.")
    _told(machine.run("kiosk", "rollback"))
    _is_shown(machine, "It's open after school.")
    settings.write_text('name = "Ashby\n')  # and now the plug is pulled


def after_a_power_cut_it_is_all_there(machine: Booted, root: Path) -> None:
    """With the settings broken, and the rollback in force; mended, both go on."""
    _is_shown(machine, "It's open after school.")
    (root / SETTINGS).write_text('name = "Ashby Library"\ncontent = "words"\n')
    machine.screen.wait_until(lambda: "Ashby Library" in machine.screen.text, SECONDS_TO_BOOT)
    _is_shown(machine, "It's open after school.")
    page = root / PAGE
    page.write_text(page.read_text().replace("at noon", "every day"))
    _is_shown(machine, "It's open every day.")
