"""Runs the guard with the plain visitor: `python -m tests.terminal.run_guard [SETTINGS]`.

SETTINGS is a JSON object: fields of `GuardOptions`, of `IdleTimes` and of `VisitorOptions` (with
`visitor_` before them); `log_file` in it names a file that gets one line for each event, and
`sequence_patience` is how long an unfinished key is waited for.
"""

import os
import sys
from collections.abc import Mapping
from typing import Any

from kiosk.guard import keys
from kiosk.guard.options import GuardOptions, Hooks, IdleTimes, VisitorOptions
from kiosk.guard.start import run

TITLE = "Library"


def neutral_frame(columns: int, rows: int) -> bytes:
    """Return the guard's own neutral page: "neutral guard" on every row."""
    return b"".join(
        b"\x1b[%d;1H%s" % (row, f"neutral guard {row}".ljust(columns)[:columns].encode())
        for row in range(1, rows + 1)
    )


def warning_frame(columns: int, rows: int, seconds: int, texts: Mapping[str, str]) -> bytes:
    """Return the idle warning."""
    line = f"{texts['idle']} {seconds}".ljust(columns)[:columns]
    return b"\x1b[%d;1H%s" % (rows // 2, line.encode())


def guard_options(settings: dict[str, Any]) -> GuardOptions:
    """Return the options that the settings say, the plain visitor's if they say nothing."""
    log_file = settings.pop("log_file", None)
    if log_file:
        file = os.open(log_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

        def log(event: str, **fields: int | str) -> None:
            words = [event, *(f"{name}={value}" for name, value in fields.items())]
            os.write(file, " ".join(words).encode() + b"\n")

        settings["log"] = log
    hooks = Hooks(**{name: settings.pop(name) for name in Hooks._fields if name in settings})
    times = IdleTimes(settings.pop("idle_seconds", 150), settings.pop("warning_seconds", 20))
    visitors = VisitorOptions(
        settings.pop("visitor_module", "tests.terminal.visitors.plain"),
        tuple(settings.pop("visitor_arguments", ())),
        settings.pop("visitor_environment", None),
    )
    return GuardOptions(
        visitors=visitors,
        neutral_frame=neutral_frame,
        warning_frame=warning_frame,
        title=TITLE,
        times=times,
        hooks=hooks,
        **{"deaf_seconds": 0.4, **settings},
    )


if __name__ == "__main__":
    arguments: dict[str, Any] = {}
    if len(sys.argv) > 1:
        import json

        arguments = json.loads(sys.argv[1])
    keys.SEQUENCE_PATIENCE = arguments.pop("sequence_patience", keys.SEQUENCE_PATIENCE)
    sys.exit(run(guard_options(arguments)))
