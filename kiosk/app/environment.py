"""A clean environment for Textual, which reads variables when it is imported.

Import this module before any that imports Textual.
"""

import os
from typing import NamedTuple

_STEERING = ("COLUMNS", "LINES", "ESCDELAY", "TEXTUAL")
_ALL_COLOURS = 1 << 24
_COMMON_SIZE = 80, 24


class Terminal(NamedTuple):
    """What the terminal can show."""

    colours: int = _ALL_COLOURS
    """How many colours it has; 0 where none are wanted."""
    all_glyphs: bool = True
    """Whether its font has more than the 256 glyphs of the kernel's console, whichever they are."""
    has_mouse: bool = True
    """Whether it would report a mouse; the kernel's console has none."""


ANY_TERMINAL = Terminal()


def first_size() -> tuple[int, int]:
    """Columns and rows, as whoever started this says them; the commonest where nobody does."""
    said = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
    columns, rows = (int(each) if each.isdecimal() else 0 for each in said)
    return (columns, rows) if columns and rows else _COMMON_SIZE


def clean_environment() -> None:
    """Drop what could steer Textual from outside, and switch its animations off."""
    for name in list(os.environ):
        if name in _STEERING or name.startswith("TEXTUAL_"):
            del os.environ[name]
    if not os.environ.get("NO_COLOR"):  # set but empty means nothing: see no-color.org
        os.environ.pop("NO_COLOR", None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    colours = this_terminal().colours
    system = {_ALL_COLOURS: "truecolor", 256: "256"}.get(colours, "standard")
    os.environ["TEXTUAL_COLOR_SYSTEM"] = system


def this_terminal() -> Terminal:
    """What the variables tell of the terminal."""
    term = os.environ.get("TERM", "")
    return Terminal(_colours(term), term != "linux", term != "linux")


def _colours(term: str) -> int:
    """How many colours there are; xterm itself has more than its name tells."""
    if "NO_COLOR" in os.environ:
        return 0
    if term == "linux":  # more can be asked for, and come out as other ones
        return 16
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return _ALL_COLOURS
    is_xterm = term == "xterm" and "XTERM_VERSION" in os.environ
    known = 256 if is_xterm else _colours_by_terminfo(term)
    if known is None:  # as of most terminals that are newer than the machine's list of them
        return 16 if "16color" in term else 256
    return min(256, known)


def _colours_by_terminfo(term: str) -> int | None:
    """What the machine's list of terminals says; None where it does not know this one."""
    try:
        import curses
    except ModuleNotFoundError:  # Windows
        return None
    try:
        curses.setupterm(term, 1)
    except curses.error:
        return None
    return max(0, curses.tigetnum("colors"))


FIRST_SIZE = first_size()
"""The size of the terminal when this was started: the variables are gone from here on."""
clean_environment()
