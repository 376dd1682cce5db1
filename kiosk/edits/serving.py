"""What whoever serves visitors starts, on a terminal or in browsers; and what it says of edits.

Imported before the first frame is painted, so it imports little itself.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress

from kiosk.guard.options import VisitorOptions

VISITOR = "kiosk.app.visitor"
"""The module that makes visitors; see the contract in `kiosk.guard.warm`."""


def visitor_options(
    settings_path: str,
    store: str,
    *,
    browser: bool = False,
    service: bool = False,
    environment: Mapping[str, str] | None = None,
) -> VisitorOptions:
    """What a warm parent of ours is told; see `prepare` in `kiosk.app.visitor`.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        store: The folder of accepted sets, or nothing.
        browser: Whether visitors sit at browsers.
        service: Whether systemd starts the kiosk again when it ends.
        environment: That of the visitors, None for our own.
    """
    kind = ("browser" if browser else "", "service" if service else "")
    return VisitorOptions(VISITOR, (settings_path, store, *kind), environment)


def follow_edits(store: str, settings_path: str) -> int:
    """Be sent SIGUSR2 for every edit; where nothing can watch, once for those before this start.

    For the arguments and the return, see `start_watcher`; -1 where there is no watcher.
    """
    import signal

    if sys.platform == "linux":
        with suppress(OSError):
            return start_watcher(store, settings_path)
    os.kill(os.getpid(), signal.SIGUSR2)
    return -1


def start_watcher(store: str, settings_path: str) -> int:
    """Start the watcher of edits, which sends us SIGUSR2.

    Args:
        store: The folder of accepted sets.
        settings_path: The settings file, or nothing for the defaults.

    Returns:
        The end of a pipe; the watcher ends when it is closed, so hold it.

    Raises:
        OSError: It cannot be started.
    """
    from kiosk.guard.link import environment_with_our_path

    reading, ours = os.pipe()
    # What it says goes to the journal. A terminal is the visitors' screen, and gets nothing.
    silent = [1, 2] if os.isatty(2) else [1]
    command = [sys.executable, "-P", "-m", "kiosk.edits.watch", str(os.getpid()), store]
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


def tell_refused(reason: str, log: Callable[..., None]) -> None:
    """Tell staff that an edit was refused: the faults in words, the log in numbers.

    Args:
        reason: What `Hooks.on_refused` was told.
        log: Takes the event.
    """
    faults = reason.removeprefix("ContentError: ").removeprefix("SettingsError: ")
    log("edit_refused", faults=len(faults.splitlines()))
    if not os.isatty(2):  # a terminal is the visitors' screen
        note = "kiosk: an edit was refused; visitors see the words before it."
        print(f"{note}\n{faults}", file=sys.stderr)
