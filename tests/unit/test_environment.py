"""What is known of a terminal before anything is drawn, from its variables alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.environment import first_size
from kiosk.app.themes import ShownTheme, looks, theme_for
from tests.own_folders import folders_told

ALL = 1 << 24
ASK = (
    "import json, os; from kiosk.app import environment as e;"
    "print(json.dumps([*e.this_terminal(), os.environ['TEXTUAL_COLOR_SYSTEM']]))"
)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"TERM": "xterm-256color"}, [256, True, True, "256"]),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, [ALL, True, True, "truecolor"]),
        ({"TERM": "linux"}, [16, False, False, "standard"]),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, [16, False, False, "standard"]),
        ({"TERM": "xterm-16color"}, [16, True, True, "standard"]),
        ({"TERM": "xterm"}, [8, True, True, "standard"]),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, [256, True, True, "256"]),
        ({"TERM": "vt100"}, [0, True, True, "standard"]),
        ({"TERM": "a-terminal-of-tomorrow"}, [256, True, True, "256"]),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, [0, True, True, "standard"]),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, [256, True, True, "256"]),
    ],
)
def test_the_terminal_is_known_by_its_variables(
    variables: dict[str, str], expected: list[object]
) -> None:
    """The more a terminal tells of itself, the more it gets; the console never gets more."""
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env={"PYTHONPATH": ":".join(sys.path), **folders_told(os.environ), **variables},
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(told.stdout) == expected


@pytest.mark.parametrize(
    ("colours", "theme"),
    [(0, "plain"), (2, "plain"), (8, "console"), (16, "console"), (256, "dark"), (ALL, "dark")],
)
def test_a_terminal_gets_the_theme_that_it_can_show(colours: int, theme: str) -> None:
    """What staff wish for is shown wherever it can be."""
    assert theme_for(colours, "dark") == theme


@pytest.mark.parametrize(
    ("columns", "rows", "size"),
    [("120", "40", (120, 40)), ("120", "", (80, 24)), ("0", "40", (80, 24)), ("x", "40", (80, 24))],
)
def test_the_first_size_is_that_of_whoever_starts_it(
    monkeypatch: pytest.MonkeyPatch, columns: str, rows: str, size: tuple[int, int]
) -> None:
    """Both are told, or the commonest size counts."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", rows)
    assert first_size() == size


@pytest.mark.parametrize(("colours", "named"), [(0, "plain"), (16, "console"), (256, "")])
def test_a_theme_is_a_choice_where_there_are_colours(colours: int, named: str) -> None:
    """Where a terminal names its own, a visitor's wish changes nothing."""
    shown = ShownTheme(colours, "light")
    assert (shown.has_names, shown.chosen) == (bool(named), "" if named else "light")
    changes = [shown.wish(theme) for theme in ("dark", "dark", "", "light")]
    assert changes == ([False] * 4 if named else [True, False, True, False])
    assert shown.name == (named or "light")


STYLES = Path(__file__).parents[2] / "styles"


@pytest.mark.parametrize(
    ("colours", "begins"),
    [(0, ""), (7, ""), (8, "\x1b[3"), (255, "\x1b[3"), (256, "\x1b[38;5;"), (ALL, "\x1b[38;2;")],
)
def test_the_guard_writes_in_the_colours_that_there_are(colours: int, begins: str) -> None:
    """For each theme by its letter, and for the one that is shown first."""
    told = looks(STYLES, colours, "dark")
    assert set(told) == {"look", *(f"look-{letter}" for letter in "abcde")}
    assert told["look"].startswith(begins)
    shown = {0: "e", 7: "e", 8: "d", 255: "d"}.get(colours, "b")
    assert told["look"] == told[f"look-{shown}"]
    assert bool(told["look-b"]) is bool(begins)
