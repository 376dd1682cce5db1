"""The question whether anybody is there, as the guard paints it."""

from pathlib import Path

import pyte
import pytest

from kiosk.app.themes import LOOKS, looks, read_tokens
from kiosk.guarded import warning_frame
from kiosk.paths import styles_folder

ALL, SOME, FEW, NONE = 1 << 24, 256, 16, 0
TEXTS = {"question": "Are you still there?", "hint": "This screen clears itself in"}


def painted(columns: int, rows: int, look: str = "") -> pyte.Screen:
    """A screen with the question on it."""
    screen = pyte.Screen(columns, rows)
    frame = warning_frame(columns, rows, 20, {**TEXTS, "look": look})
    pyte.ByteStream(screen).feed(frame)
    return screen


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (40, 12), (80, 24), (200, 60)])
def test_it_stands_in_the_middle_of_any_screen(columns: int, rows: int) -> None:
    """Whole where there is room, and nothing of it anywhere else."""
    lines = [line.strip() for line in painted(columns, rows).display]
    middle = rows // 2 - 2
    assert lines[middle].startswith("Are you still there"[:columns])
    assert [number for number, line in enumerate(lines) if line] == [middle, middle + 2]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_is_in_the_colours_of_the_theme_to_the_edges(theme: str) -> None:
    """In a dark theme a white page would be a flash; and the terminal's own colours come back."""
    look = looks(styles_folder(), ALL, "light")[f"look-{LOOKS[theme]}"]
    screen = painted(80, 24, look)
    tokens = read_tokens(styles_folder(), theme)
    cells = {(cell.fg, cell.bg) for row in screen.buffer.values() for cell in row.values()}
    assert cells == {(tokens["ink"].removeprefix("#"), tokens["paper"].removeprefix("#"))}
    assert len(screen.buffer) == 24
    assert screen.cursor.attrs.bg == "default"


@pytest.mark.parametrize(
    ("colours", "theme", "look"),
    [
        (NONE, "dark", ""),
        (FEW, "console", "\x1b[37;40m"),
        (SOME, "contrast", "\x1b[38;5;231;48;5;16m"),
    ],
)
def test_it_uses_what_colours_there_are(colours: int, theme: str, look: str) -> None:
    """None, the sixteen by their names, or the nearest of 256."""
    assert looks(styles_folder(), colours, "light")[f"look-{LOOKS[theme]}"] == look


def test_the_usual_look_is_the_librarys_theme() -> None:
    """As long as a visitor has not chosen another one; and every theme there is has a look."""
    found = looks(styles_folder(), ALL, "dark")
    assert found["look"] == found[f"look-{LOOKS['dark']}"]
    assert set(LOOKS) == {path.stem for path in Path(styles_folder() / "themes").glob("*.tcss")}
    assert len(set(LOOKS.values())) == len(LOOKS)
