"""The guard's log: one JSON line an event, with fixed fields and never a visitor's words."""

import os
from collections.abc import Callable

Log = Callable[..., None]


def file_log(path: str) -> Log:
    """A log that appends to a file, or one that drops everything where the path is empty.

    A log that cannot be written is no reason to stop: its events are dropped.

    Args:
        path: The file.
    """

    def log(event: str, **fields: int | str) -> None:
        if not path:
            return
        import json
        import time

        stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
        line = json.dumps({"time": stamp, "event": event, **fields}) + "\n"
        try:
            file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o640)
        except OSError:
            return
        try:
            os.write(file, line.encode())
        except OSError:
            return
        finally:
            os.close(file)

    return log


def log_trouble(path: str) -> str:
    """Why a log cannot be written, for staff at the start; nothing where it can."""
    if not path:
        return ""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640))
    except OSError as error:
        return f"kiosk: the log {path} cannot be written ({error.strerror}); none is kept."
    return ""
