"""A librarian's day at a kiosk that was installed: a page from Word, a slip, and a power cut."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.neutral import INVITATION
from tests.fresh.booted import SECONDS_TO_BOOT, Booted, told
from tests.terminal.coming_in import come_in

_SETTINGS = "etc/kiosk/kiosk.toml"
_WORD_FILE = Path(__file__).with_name("Staying safe on phones.docx")
"""As LibreOffice 25.2 writes it: headings, a list, a link, a table, and curly quotation marks."""
_PAGE = "etc/kiosk/words/en/topics/staying-safe-on-phones.md"
_TITLE = "Staying safe on phones"
_SLIP = "a quotation mark is missing"
_MENDED = (
    ("draft: true              # visitors do not see this page until you take this line out\n", ""),
    ("Say in one line what this page is for.", "What we can do for you."),
    ("[people who work with young people]", "[young people]"),
    ("Childline on 0800 1111", "[Childline](helpline:childline)"),
)
"""What import, check and the page itself tell them to write."""


def a_page_from_word_is_shown(machine: Booted, root: Path) -> None:
    """It is imported as a draft; what `kiosk check` finds is mended, and visitors find the page."""
    shutil.copy(_WORD_FILE, root / "root")
    said = told(machine.run("kiosk", "import", f"/root/{_WORD_FILE.name}"))
    assert "Not kept:\n  a table" in said
    found = machine.run("kiosk", "check")
    assert "The number 0800 1111 is typed here" in found.stdout
    page = root / _PAGE
    text = page.read_text()
    for old, new in _MENDED:
        assert old in text, text
        text = text.replace(old, new)
    page.write_text(text)
    told(machine.run("kiosk", "check"))
    _wait(machine, lambda: _is_shown(machine, Path(_PAGE).name))
    _find_the_page(machine)


def a_slip_takes_nothing_away(machine: Booted, root: Path) -> None:
    """A quotation mark that is missing is told with its line; visitors read on."""
    settings = root / _SETTINGS
    settings.write_text(settings.read_text().replace('Library"', "Library"))
    _wait(machine, lambda: f"kiosk.toml:1: {_SLIP}" in _history(machine))
    _find_the_page(machine)


def after_a_power_cut_it_gives_advice(machine: Booted, root: Path, right: str) -> None:
    """Also with the slip in the file: the last words that were right, until it is mended."""
    _wait(machine, lambda: "Ashby Library" in machine.screen.text)
    _find_the_page(machine)
    assert _SLIP in _history(machine)
    assert _SLIP in machine.run("kiosk", "doctor").stdout
    (root / _SETTINGS).write_text(right)
    _wait(machine, lambda: _SLIP not in _history(machine))
    _find_the_page(machine)


def _is_shown(machine: Booted, name: str) -> bool:
    """Whether visitors see a set for which a file was changed."""
    lines = _history(machine).splitlines()
    return any(line.startswith("* ") and name in line for line in lines)


def _history(machine: Booted) -> str:
    done = machine.run("kiosk", "history")
    return done.stdout + done.stderr


def _find_the_page(machine: Booted) -> None:
    """Search for the page; who came in before an edit was on the screen comes again."""
    _wait(machine, lambda: _is_found(machine))


def _is_found(machine: Booted) -> bool:
    """Whether somebody who comes in and searches finds the page; they leave.

    Nor is it found where the new words come just then, which begins the visit anew.
    """
    screen = machine.screen
    come_in(screen, SECONDS_TO_BOOT)
    screen.send(b"/")
    _wait(machine, lambda: "Search" in screen.lines[1] or INVITATION in screen.text)
    if INVITATION in screen.text:
        return False
    screen.send(_TITLE.lower().encode())
    _wait(machine, lambda: _TITLE.lower() in screen.text and " found" in screen.lines[1])
    is_found = any(line.strip(" │┃0123456789") == _TITLE for line in screen.lines)
    screen.send(b"\x1b")
    _wait(machine, lambda: INVITATION in screen.text)
    return is_found


def _wait(machine: Booted, is_so: Callable[[], bool]) -> None:
    try:
        machine.screen.wait_until(is_so, SECONDS_TO_BOOT)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{_history(machine)}") from error
