"""Starts the kiosk: under the guard, or bare."""

import sys
from collections.abc import Callable

from kiosk.settings import Settings, SettingsError, load_settings

SYSTEM_SETTINGS = "/etc/kiosk/kiosk.toml"
FAULT = 2
"""The exit code where settings, words or terminal cannot be used."""


def find_settings(path: str | None) -> str | None:
    """The settings file to use: the one that was named, or the system's, or none."""
    import os

    return path or (SYSTEM_SETTINGS if os.path.exists(SYSTEM_SETTINGS) else None)  # noqa: PTH110


def start(settings_path: str | None = None, *, guarded: bool = True) -> int:
    """Run the kiosk until it is told to end.

    Args:
        settings_path: The settings file, or None for the system's.
        guarded: Whether the guard owns the terminal, or the app runs bare.

    Returns:
        The exit code.
    """
    settings_path = find_settings(settings_path)
    try:
        settings = load_settings(settings_path)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return FAULT
    run: Callable[[Settings, str | None], int] = _run_bare
    return run(settings, settings_path)


def _run_bare(settings: Settings, settings_path: str | None) -> int:
    from kiosk.app.bare import run_bare

    return run_bare(settings)
