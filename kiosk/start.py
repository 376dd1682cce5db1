"""Starts the kiosk: under the guard, or bare. Every fault ends in a message, never a traceback."""

import os
import sys

from kiosk.exits import FAULT
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.system_paths import system_settings


def start(settings_path: str | None = None, *, guarded: bool = True, linear: bool = False) -> int:
    """Run the kiosk until it is told to end.

    Args:
        settings_path: The settings file, or None for the system's.
        guarded: Whether the guard owns the terminal, or the app runs bare.
        linear: Whether the kiosk talks a line at a time instead of filling the screen.

    Returns:
        The exit code.
    """
    settings_path = find_settings(settings_path)
    path = os.path.abspath(settings_path) if settings_path else ""  # noqa: PTH100 - pathlib costs time
    is_guarded = guarded and sys.platform != "win32"
    is_right = True
    try:
        settings = load_settings(settings_path)
    except SettingsError as error:
        print(error, file=sys.stderr)
        from kiosk.edits.serving import accepted_before

        accepted = accepted_before(path) if linear or is_guarded else None
        if accepted is None and not (is_guarded and _is_service()):
            return FAULT
        settings, is_right = accepted or Settings(), accepted is not None
    if linear:
        from kiosk.linear.start import run_linear

        return run_linear(settings, path)
    if is_guarded:
        from kiosk.guarded import run_guarded

        return run_guarded(settings, settings_path, ends_when_mended=not is_right)
    return _run_bare(settings)


def find_settings(path: str | None) -> str | None:
    """The settings file to use: the one that was named, or the system's, or none."""
    return path if path is not None else _system_settings()


def _system_settings() -> str | None:
    """The system's file, if there is one, or was when the kiosk was last started."""
    from kiosk.edits.kept import last_store

    path = system_settings()
    return path if os.path.lexists(path) or last_store(path) else None


def _is_service() -> bool:
    """Whether systemd has started the kiosk, so that nobody reads why it ends."""
    return "NOTIFY_SOCKET" in os.environ


def _run_bare(settings: Settings) -> int:
    """Show what staff's own files say, for trying things out: nobody has to accept them first."""
    from kiosk.app.bare import run_bare
    from kiosk.content.faults import ContentError

    print("The kiosk runs without its guard: Escape is slower.", file=sys.stderr)
    try:
        return run_bare(settings)
    except ContentError as error:
        print(error, file=sys.stderr)
        return FAULT
