"""What whoever serves visitors starts, on a terminal or in browsers; and what it says of edits.

Imported before the first frame is painted, so it imports little itself.
"""

import os
import select
import sys
from collections.abc import Callable
from contextlib import suppress

from kiosk.edits.kept import HELD, accepted_settings, last_store
from kiosk.guard.options import VisitorOptions
from kiosk.guard.waiting import wait_for
from kiosk.settings import Settings, SettingsError, live_from, load_settings

_STDERR = 2
_PATIENCE_SECONDS = 1.0
VISITOR = "kiosk.app.visitor"
"""The module that makes visitors; see the contract in `kiosk.guard.warm`."""


def accepted_before(settings_path: str) -> Settings | None:
    """The settings that visitors saw last, for when the file cannot be used; None without any.

    Args:
        settings_path: The settings file.
    """
    store = last_store(settings_path)
    copied = accepted_settings(store) if store else None
    try:
        return load_settings(copied, settings_path) if copied else None
    except SettingsError:  # another version of the kiosk took them
        return None


def settings_to_start(settings: Settings, settings_path: str, store: str) -> Settings:
    """The settings that a start shows: those that were accepted, for nobody has tried others yet.

    What waits for a new start is taken from the file, unless a rollback holds that.

    Args:
        settings: Those of the file.
        settings_path: The file, or nothing for the defaults.
        store: The folder of accepted sets, or nothing.
    """
    copied = accepted_settings(store) if store else None
    if not copied:
        return settings
    if os.path.exists(f"{store}/{HELD}"):
        from pathlib import Path

        from kiosk.edits.held import Held

        is_held = Held(Path(store)).copy_of(settings_path) is not None
    else:
        is_held = False
    try:
        accepted = load_settings(copied, settings_path)
    except SettingsError:
        return settings
    return accepted if is_held else live_from(accepted, settings)


def visitor_options(settings_path: str, store: str, *, service: bool) -> VisitorOptions:
    """What a warm parent of ours is told; see `prepare` in `kiosk.app.visitor`.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        store: The folder of accepted sets, or nothing.
        service: Whether systemd starts the kiosk again when it ends.
    """
    kind = "service" if service else ""
    return VisitorOptions(VISITOR, (settings_path, store, kind))


def watcher(store: str, settings_path: str, *, sleeps: bool = False) -> tuple[str, ...]:
    """Arguments to Python for the watcher of edits, which sends us SIGUSR2 for each.

    It ends when its standard input does.

    Args:
        store: The folder of accepted sets, or nothing.
        settings_path: The settings file, or nothing for the defaults.
        sleeps: Whether whoever starts it waits for changes in its place.

    Returns:
        Nothing where there is no store, or nothing can watch.
    """
    if not store or sys.platform != "linux":
        return ()
    kind = "sleeps" if sleeps else ""
    return ("-m", "kiosk.edits.watch", str(os.getpid()), store, settings_path, kind)


def try_earlier_edits() -> None:
    """Be sent SIGUSR2 for edits before this start, where no watcher sees to it."""
    if sys.platform != "linux":
        import signal

        os.kill(os.getpid(), signal.SIGUSR2)


def tell_what_stands(store: str) -> None:
    """Tell staff what was refused and still stands in their files.

    Args:
        store: The folder of accepted sets, or nothing.
    """
    from kiosk.edits.store import store_at

    accepts = store_at(store)
    refusal = accepts.refusal if accepts else None
    if refusal and refusal.faults:
        told = ["kiosk: what was edited is not shown, for it has faults.", *refusal.faults]
        _tell_staff("\n".join(told), patience=_PATIENCE_SECONDS)


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
        _tell_staff(f"{note}\n{faults}", patience=0)  # Escape waits for nobody


def _tell_staff(text: str, *, patience: float) -> None:
    """Say something on standard error; whoever reads it may hang, or be gone."""
    rest = f"{text}\n".encode(errors="replace")
    with suppress(OSError):
        while rest and wait_for([], [_STDERR], patience)[1]:
            rest = rest[os.write(_STDERR, rest[: select.PIPE_BUF]) :]
