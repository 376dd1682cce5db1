"""Starts the kiosk: under the guard, or bare. Every fault ends in a message, never a traceback."""

import os
import sys

from kiosk.edits.kept import is_emptied, last_store, whole_path
from kiosk.exits import FAULT
from kiosk.plain_file import may_be_there
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.system_paths import system_settings


def start(named: str | None = None, *, guarded: bool = True, linear: bool = False) -> int:
    """Run the kiosk until it is told to end.

    Args:
        named: The settings file, or None for the system's.
        guarded: Whether the guard owns the terminal, or the app runs bare.
        linear: Whether the kiosk talks a line at a time instead of filling the screen.

    Returns:
        The exit code.
    """
    settings_path = find_settings(named)
    path = whole_path(settings_path)
    is_guarded = guarded and sys.platform != "win32"
    is_right = True
    try:
        settings = load_settings(settings_path)
        if path and (linear or is_guarded) and is_emptied(path):
            from kiosk.edits.serving import accepted_before

            settings = accepted_before(path) or settings
    except SettingsError as error:
        print(error, file=sys.stderr)
        from kiosk.edits.serving import accepted_before

        # The bare app shows what the files say; and nobody reads why one ends that systemd started.
        accepted = accepted_before(path) if linear or is_guarded else None
        is_read = "NOTIFY_SOCKET" not in os.environ
        if accepted is None and (is_read or not is_guarded):
            return FAULT
        settings, is_right = accepted or Settings(), accepted is not None
    if linear:
        from kiosk.linear.start import run_linear

        return run_linear(settings, path)
    if is_guarded:
        from kiosk.guarded import run_guarded

        return run_guarded(settings, settings_path, ends_when_mended=not is_right)
    from kiosk.app.bare import run_bare

    return run_bare(settings)


def find_settings(path: str | None) -> str:
    """The settings file to use: the one that was named; the system's, if there is or was one.

    Nothing, for the defaults, where there is none.
    """
    if path:
        return path
    path = system_settings()
    return path if may_be_there(path) or last_store(path) else ""
