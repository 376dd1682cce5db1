"""Starts the watcher from the guard's process, quickly: `subprocess` is not imported there."""

import os
import sys

from kiosk.guard.link import environment_with_our_path


def start_watcher(store: str, settings_path: str) -> int:
    """Start the watcher of edits.

    Args:
        store: The folder of accepted sets.
        settings_path: The settings file, or nothing for the defaults.

    Returns:
        The end of a pipe; the watcher ends when it is closed, so hold it.

    Raises:
        OSError: It cannot be started.
    """
    reading, ours = os.pipe()
    # What it says goes to the journal. A terminal is the visitors' screen, and gets nothing.
    silent = [1, 2] if os.isatty(2) else [1]
    command = [sys.executable, "-P", "-m", "kiosk.live.watch", str(os.getpid()), store]
    os.posix_spawn(
        sys.executable,
        [*command, settings_path],
        environment_with_our_path(os.environ),
        file_actions=[
            (os.POSIX_SPAWN_DUP2, reading, 0),
            *((os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_WRONLY, 0) for each in silent),
        ],
        setsid=True,
    )
    os.close(reading)
    return ours
