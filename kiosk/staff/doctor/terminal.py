"""The terminal that the doctor is run in: its name, size, colours, letters."""

import curses
import locale
import os
from collections.abc import Iterator

from kiosk.guard.start import multiplexer
from kiosk.guard.terminal import refuse_reason
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick

LEAST_SIZE, GOOD_SIZE = (20, 6), (80, 24)
LEAST_COLOURS = 8


def name(machine: Machine) -> Iterator[Finding]:
    """Whether the terminal can show a full screen, with nothing in between that holds keys back."""
    if machine.terminal is None:
        yield tick("Not run in a terminal, so no terminal was tested.")
        return
    term = machine.environment.get("TERM", "")
    if reason := refuse_reason(term, is_a_terminal=True):
        yield fault(reason.removeprefix("kiosk: "), "Set TERM to what the terminal is.")
    else:
        yield tick(f"The terminal is called {term}.")
    if between := multiplexer(machine.environment):
        yield advice(
            f"{between} is in between; it holds Escape back and has keys that open a shell.",
            f"Run the kiosk without {between}.",
        )


def size(machine: Machine) -> Iterator[Finding]:
    """Whether the screen is large enough."""
    if machine.terminal is None:
        return
    columns, rows = os.get_terminal_size(machine.terminal)
    if not columns or not rows:
        yield advice("The terminal does not say its size.", "Set it: stty columns 80 rows 24")
        return
    what = f"The screen has {columns} columns and {rows} rows."
    if columns >= GOOD_SIZE[0] and rows >= GOOD_SIZE[1]:
        yield tick(what)
    elif columns >= LEAST_SIZE[0] and rows >= LEAST_SIZE[1]:
        yield advice(what, "80 by 24 are more pleasant: choose a smaller font or a larger window.")
    else:
        yield fault(what, "The kiosk needs 20 by 6 at least: choose a smaller font.")


def colours(machine: Machine) -> Iterator[Finding]:
    """How many colours the terminal has."""
    if machine.terminal is None:
        return
    try:
        curses.setupterm(machine.environment.get("TERM", ""), machine.terminal)
        number = curses.tigetnum("colors")
    except curses.error:
        yield advice("Nothing is known of this terminal.", "Run: sudo apt install ncurses-term")
        return
    if machine.environment.get("COLORTERM") in ("truecolor", "24bit"):
        yield tick("It has all colours.")
    elif number >= LEAST_COLOURS:
        yield tick(f"It has {number} colours.")
    else:
        yield advice("It has no colours.", "Use a terminal with colours; grey works, too.")


def letters(_machine: Machine) -> Iterator[Finding]:
    """Whether letters are written as UTF-8."""
    encoding = locale.getencoding()
    if encoding.lower().replace("-", "") == "utf8":
        yield tick("Letters are UTF-8.")
    else:
        yield advice(
            f"Letters are {encoding}, so some may be drawn wrong in this terminal.",
            "Start it with LANG=C.UTF-8; the installed kiosk does so by itself.",
        )
