"""The way in: the neutral page is on the screen before anything else is even imported."""

import os
import sys
from collections.abc import Mapping

from kiosk.guard.options import GuardOptions
from kiosk.guard.terminal import NoTerminalError, Terminal, refuse_reason

CANNOT_RUN = 2


def multiplexer(environment: Mapping[str, str]) -> str | None:
    """Name the terminal multiplexer that we run in, or None."""
    if "TMUX" in environment:
        return "tmux"
    return "screen" if "STY" in environment else None


def run(options: GuardOptions) -> int:
    """Run the kiosk on the terminal that is standard input and output, until it is told to end.

    Returns:
        The exit code: 0 after SIGTERM or SIGHUP, 1 if the terminal went away, 2 if there is no
        terminal to run on (a line on standard error says why).
    """
    term = os.environ.get("TERM", "")
    refusal = refuse_reason(term, is_a_terminal=os.isatty(0) and os.isatty(1))
    if refusal is None:
        try:
            terminal = Terminal(0, term)
        except NoTerminalError as error:
            refusal = str(error)
    if refusal is not None:
        print(refusal, file=sys.stderr)
        return CANNOT_RUN
    between = multiplexer(os.environ)
    if between:
        _warn_staff(between)
        options.hooks.log("multiplexer")
    columns, rows = terminal.size()
    terminal.enter(options.title, options.neutral_frame(columns, rows))
    from kiosk.confinement.libc import be_undumpable
    from kiosk.guard.loop import Guard

    be_undumpable()
    return Guard(options, terminal, (columns, rows)).run()


def _warn_staff(between: str) -> None:
    """Say on standard error what a multiplexer does to a kiosk."""
    advice = "set -s escape-time 0" if between == "tmux" else "maptimeout 0"
    print(
        f"kiosk: runs inside {between}, which holds Escape back and has keys of its own that "
        f"open a shell. Run the kiosk without it; or at least set '{advice}'.",
        file=sys.stderr,
    )
