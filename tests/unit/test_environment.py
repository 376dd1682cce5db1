"""What is known of a terminal before anything is drawn, from its variables alone."""

import json
import os
import subprocess
import sys

import pytest

from kiosk.app.themes import theme_for
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
