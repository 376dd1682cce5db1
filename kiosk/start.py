"""Starts the kiosk: under the guard, or bare. Every fault ends in a message, never a traceback."""

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
    is_guarded = guarded and sys.platform != "win32"
    fault = ""
    try:
        settings = load_settings(settings_path)
    except SettingsError as error:
        print(error, file=sys.stderr)
        if not (is_guarded and _is_service()):
            return FAULT
        accepted = _accepted_before(settings_path)
        settings, fault = accepted or Settings(), "" if accepted else str(error)
    if linear:
        from kiosk.linear.start import run_linear

        return run_linear(settings)
    if is_guarded:
        from kiosk.guarded import run_guarded

        return run_guarded(settings, settings_path, fault)
    return _run_bare(settings)


def _accepted_before(settings_path: str | None) -> Settings | None:
    """The settings that visitors saw last, if they kept their words in the default data folder."""
    from kiosk.edits.kept import accepted_settings, store_in

    store = store_in(Settings().data, settings_path or "")
    copied = accepted_settings(store) if store else None
    try:
        return load_settings(copied, settings_path or "") if copied else None
    except SettingsError:  # another version of the kiosk took them
        return None


def find_settings(path: str | None) -> str | None:
    """The settings file to use: the one that was named, or the system's, or none."""
    return path if path is not None else _system_settings()


def _system_settings() -> str | None:
    import os

    path = system_settings()
    return path if os.path.exists(path) else None  # noqa: PTH110 - pathlib costs time


def _is_service() -> bool:
    """Whether systemd has started the kiosk, so that nobody reads why it ends."""
    import os

    return "NOTIFY_SOCKET" in os.environ


def _run_bare(settings: Settings) -> int:
    from kiosk.app.bare import run_bare
    from kiosk.content.faults import ContentError

    print("The kiosk runs without its guard: Escape is slower.", file=sys.stderr)
    try:
        return run_bare(settings)
    except ContentError as error:
        print(error, file=sys.stderr)
        return FAULT
