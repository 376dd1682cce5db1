"""What staff have typed, and what to type instead where that was without the rights for it."""

import os
import shlex
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.plain_file import may_be_there
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.system_paths import system_settings


def command() -> str:
    """The command as it was typed: from a folder of its own, it is not found by its name alone."""
    path = sys.argv[0]
    is_found = not path.endswith("/kiosk") or shutil.which("kiosk") == path
    return "kiosk" if is_found else os.path.relpath(path)


def with_sudo(settings_path: str) -> str:
    """What to type where the kiosk's folders are closed to whoever types, or nothing.

    Args:
        settings_path: The settings file, or nothing for the defaults.
    """
    closed = [folder for folder in _folders_of(settings_path) if _is_closed(folder)]
    if not closed:
        return ""
    line = shlex.join(["sudo", command(), *sys.argv[1:]])
    return f"Only the kiosk and the administrator may look into {closed[0]}. Type:\n    {line}"


def tell_sudo(settings_path: str) -> None:
    """Tell that, where there is something to type instead."""
    if line := with_sudo(settings_path):
        print(line, file=sys.stderr)


def _folders_of(settings_path: str) -> list[Path]:
    """The folder of the settings, and the data folder: that of the machine is the service's."""
    settings = Settings()
    with suppress(SettingsError):  # which the command tells
        settings = load_settings(settings_path)
    is_ours = settings_path in ("", system_settings()) or settings.data != Settings().data
    beside = [Path(settings_path).absolute().parent] if settings_path else []
    return [*beside, Path(settings.data)] if is_ours else beside


def _is_closed(folder: Path) -> bool:
    return may_be_there(folder) and not os.access(folder, os.R_OK | os.X_OK)
