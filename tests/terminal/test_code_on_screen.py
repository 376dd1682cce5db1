"""The code to take along, read off the screen of a real xterm as a phone would read it.

Where a tool is missing these tests are left out, but never in CI: there they fail.
"""

import shutil
from pathlib import Path

import pytest

from tests.terminal.xterm import ROOT, KioskXterm, missing_tools
from tests.tools import lacking

CHILDLINE = "https://childline.org.uk"
LONGEST = "https://www.example.org/Help/for-people/who-ask?from=kiosk-1"
"""As long as an address to take along may be: 60 characters."""
DEJAVU = ("-fa", "DejaVu Sans Mono", "-fs", "11")


@pytest.fixture(autouse=True)
def _tools() -> None:
    if missing := missing_tools():
        lacking(", ".join(missing))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the kiosk, its words and its styles, to change."""
    for name in ("kiosk", "content", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace words in a file; they must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def read_code(
    kiosk: KioskXterm, address: str = CHILDLINE, group: str = "7", topic: str = "2"
) -> str:
    """Open what has these numbers for young people, take its address, read its code.

    The keys are pressed again until the kiosk is there to hear them; first back to the beginning.
    """
    keys = (*["Left"] * 5, "Return", "4", group, topic, "t")
    kiosk.wait_until(lambda: kiosk.codes() == [address], *keys)
    return kiosk.codes()[0]


@pytest.mark.parametrize(
    ("group", "topic", "address"),
    [("6", "4", "https://ceop.police.uk"), ("7", "2", CHILDLINE)],
)
def test_the_code_is_read_off_the_screen(group: str, topic: str, address: str) -> None:
    """A few keys lead from the neutral page of an 80 by 24 xterm to a code that scans."""
    with KioskXterm() as kiosk:
        assert kiosk.codes() == []
        assert read_code(kiosk, address, group, topic) == address


@pytest.mark.parametrize("size", ["6", "11", "17"])
def test_the_code_is_read_at_any_size_of_letters(size: str) -> None:
    """Small letters or large, a module stays square enough to be read."""
    with KioskXterm("-fa", "DejaVu Sans Mono", "-fs", size) as kiosk:
        assert read_code(kiosk) == CHILDLINE


@pytest.mark.parametrize("term", ["xterm-256color", "xterm-16color", "xterm-color"])
def test_the_code_is_read_in_any_number_of_colours(term: str) -> None:
    """With 256 colours, 16 or 8; without any, only the address is shown."""
    with KioskXterm("-tn", term, "-rv") as kiosk:
        assert read_code(kiosk) == CHILDLINE


@pytest.mark.parametrize("colours", ["truecolor", ""])
def test_the_code_is_dark_on_light_on_dark_paper(copy: Path, colours: str) -> None:
    """A theme of light text on black changes neither the code nor its quiet zone."""
    tokens = copy / "styles" / "themes" / "light.tcss"
    replace_in(tokens, "$paper: #f2f2f0", "$paper: #000000")
    replace_in(tokens, "$ink: #1c1c1c", "$ink: #ffffff")
    with KioskXterm("-rv", root=copy, environment={"COLORTERM": colours}) as kiosk:
        assert read_code(kiosk) == CHILDLINE


@pytest.mark.parametrize("paper", ["#f2f2f0", "#000000"])
def test_the_longest_address_fits_and_is_read(copy: Path, paper: str) -> None:
    """Sixty characters make a code that scans at 80 by 24, on light paper and on dark."""
    assert len(LONGEST) == 60
    replace_in(copy / "content/en/topics/a-picture-is-out-there.md", CHILDLINE, LONGEST)
    replace_in(copy / "styles" / "themes" / "light.tcss", "$paper: #f2f2f0", f"$paper: {paper}")
    with KioskXterm(*DEJAVU, root=copy) as kiosk:
        assert read_code(kiosk, LONGEST) == LONGEST


def test_the_code_is_read_without_half_blocks() -> None:
    """On a console of 256 glyphs that is large enough, the code is drawn with spaces alone."""
    with KioskXterm("-tn", "linux", "-fn", "fixed", geometry="128x48") as kiosk:
        assert read_code(kiosk) == CHILDLINE


def test_escape_takes_the_code_off_the_screen() -> None:
    """The neutral page is back after one key, and nothing is left to scan."""
    with KioskXterm() as kiosk:
        read_code(kiosk)
        kiosk.press("Escape")
        kiosk.wait_until(lambda: kiosk.codes() == [])
