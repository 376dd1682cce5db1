"""Keys of a real keyboard in real terminals, and what a kiosk makes of them."""

from pathlib import Path

import pytest

from kiosk.staff import graphical
from kiosk.staff.keyboard import Layout
from tests.terminal.recorded import PROGRAMS, RecordedTerminal
from tests.tools import need

TWO, THREE, LEFT_BRACKET, BESIDE_ENTER, MENU = "11", "12", "34", "48", "135"
"""Keys by their place, as X numbers them, whatever is printed on them."""
ESCAPE = (b"", True)
NOTHING = (b"", False)
KEYS = {
    ("shift+Tab",): (b"\x1b[Z", False),
    ("Tab",): (b"\t", False),
    ("space",): (b" ", False),
    ("shift+space",): (b" ", False),
    ("Return",): (b"\r", False),
    ("shift+Return",): (b"\r", False),
    ("KP_Enter",): (b"\r", False),
    ("shift+a",): (b"A", False),
    ("at",): (b"@", False),
    ("Escape",): ESCAPE,
    ("shift+Escape",): ESCAPE,
    ("F12",): NOTHING,
    ("shift+Home",): NOTHING,
    ("shift+Delete",): NOTHING,
    ("ctrl+Up",): NOTHING,
}
"""Keys as xdotool calls them, and what is forwarded of each."""
LEFT_ON = {
    "the keyboard locked": b"\x1b[2h",
    "Enter as two characters": b"\x1b[20h",
    "8-bit controls": b"\x1b G",
    "VT52": b"\x1b[?2l",
    "other keys": b"\x1b[>4;2m",
    "keys of Sun": b"\x1b[?1051h",
    "keys of HP": b"\x1b[?1052h",
    "keys of SCO": b"\x1b[?1053h",
    "keys of a VT220": b"\x1b[?1061h",
    "application keys": b"\x1b[?1h\x1b=",
    "all of them": b"\x1b[2h\x1b[20h\x1b G\x1b[>4;2m\x1b[?1051h\x1b[?1h\x1b=\x1b[?1003h",
}
"""What a program that died may have left a terminal in; xterm knows all of it."""


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_the_keys_of_a_terminal_do(name: str, tmp_path: Path) -> None:
    """Shift takes no key away, the keypad's Enter is Enter, only Escape clears the page."""
    need(*PROGRAMS[name])
    with RecordedTerminal(name, tmp_path) as terminal:
        assert {keys: terminal.scanned(*keys) for keys in KEYS} == KEYS


@pytest.mark.parametrize("modes", LEFT_ON)
def test_no_mode_that_was_left_on_changes_a_key(modes: str, tmp_path: Path) -> None:
    """Neither by a program before the kiosk nor by a visitor's process before the next one."""
    need(*PROGRAMS["xterm"])
    with RecordedTerminal("xterm", tmp_path, left_on=LEFT_ON[modes]) as terminal:
        keys = ("Up", "Home", "Return", "shift+a", "BackSpace", "Escape")
        found = [terminal.scanned(key) for key in keys]
    wanted = (b"\x1b[A", b"\x1b[H", b"\r", b"A", b"\x7f")
    forwarded = [one.replace(b"\x08", b"\x7f") for one, is_panic in found if not is_panic]
    assert forwarded == list(wanted)
    assert found[-1] == ESCAPE


def test_a_graphical_kiosk_has_the_layout_of_the_machine(tmp_path: Path) -> None:
    """What is printed on a British keyboard is typed: 2, 3 and the key beside Enter, with Shift."""
    need(*PROGRAMS["foot"])
    environment = graphical.environment(Layout(layouts="gb"))
    with RecordedTerminal("foot", tmp_path, environment=environment) as terminal:
        typed = [terminal.scanned(f"shift+{key}") for key in (TWO, THREE, BESIDE_ENTER)]
    assert typed == [(sign.encode(), False) for sign in ('"', "£", "@")]


@pytest.mark.parametrize(
    ("layout", "key"),
    [
        (Layout(layouts="us", variants="intl"), BESIDE_ENTER),
        (Layout(layouts="gb", options="compose:menu"), MENU),
        (Layout(layouts="fr"), LEFT_BRACKET),
    ],
    ids=["a dead accent", "Compose", "a dead circumflex"],
)
def test_no_key_holds_an_escape_back(layout: Layout, key: str, tmp_path: Path) -> None:
    """What waits for a letter to put an accent on would otherwise take an Escape instead."""
    need(*PROGRAMS["foot"])
    environment = graphical.environment(layout)
    with RecordedTerminal("foot", tmp_path, environment=environment) as terminal:
        assert terminal.scanned(key, "Escape") == ESCAPE
        assert terminal.scanned("Escape") == ESCAPE
