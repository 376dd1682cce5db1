"""The kiosk under the guard: what the guard is told, and the frames that it paints itself."""

import os
from collections.abc import Mapping
from datetime import datetime

from kiosk.guard.options import GuardOptions
from kiosk.guard.start import run
from kiosk.guard_log import file_log
from kiosk.neutral import margin, neutral_text
from kiosk.settings import Settings

TITLE = "Information"
VISITOR = "kiosk.app.visitor"


def run_guarded(settings: Settings, settings_path: str | None) -> int:
    """Run the kiosk under the guard until it is told to end.

    Args:
        settings: The library's settings.
        settings_path: The file they came from, for the visitors; None for the defaults.

    Returns:
        The exit code.
    """

    def neutral_frame(columns: int, rows: int) -> bytes:
        text = neutral_text(settings, datetime.now(), columns, rows - 2)
        return _at(margin(columns) + 1, 2, text.lines)

    return run(
        GuardOptions(
            visitor_module=VISITOR,
            visitor_arguments=(os.path.abspath(settings_path),) if settings_path else (),  # noqa: PTH100
            neutral_frame=neutral_frame,
            warning_frame=warning_frame,
            title=TITLE,
            idle_seconds=settings.idle_seconds,
            panic_keys=settings.panic_keys,
            log=file_log(settings.log),
        )
    )


def warning_frame(columns: int, rows: int, seconds_left: int, texts: Mapping[str, str]) -> bytes:
    """Ask whether anybody is there; says nothing of the page below.

    Args:
        columns: The screen's width in cells.
        rows: Its height.
        seconds_left: Until the screen clears itself.
        texts: The words, from the visitor's `prepare`.
    """
    question = texts.get("question", "")
    hint = f"{texts.get('hint', '')}{seconds_left:>11}"
    left = max(1, (columns - max(len(question), len(hint))) // 2)
    return _at(left, max(1, rows // 2 - 1), [question[:columns], "", hint[:columns]])


def _at(column: int, row: int, lines: list[str]) -> bytes:
    """Lines from a place on, each where it belongs: a raw terminal has no newlines."""
    placed = (f"\x1b[{row + number};{column}H{line}" for number, line in enumerate(lines))
    return "".join(placed).encode()
