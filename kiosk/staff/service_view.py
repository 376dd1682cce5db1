"""What the service of an installed kiosk cannot use, whatever its user may do elsewhere."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kiosk.settings import Settings
from kiosk.staff.doctor.service import UNIT, properties
from kiosk.system_paths import SETTINGS_FOLDER, data_folder, system_settings

UNSEEN = tuple(Path("/", name) for name in ("home", "root", "run/user", "tmp", "var/tmp"))
"""What `ProtectHome` and `PrivateTmp` take away, see packaging/machine."""
_LOGS = Path("/var/log/kiosk")


class Unusable(NamedTuple):
    """A setting that names a place which the service does not see, or may not write to."""

    setting: str
    what: str
    remedy: str


def unusable(settings_path: str, settings: Settings) -> Iterator[Unusable]:
    """The settings that name such a place, where they are those of an installed kiosk.

    Args:
        settings_path: The settings file.
        settings: What was read from it.
    """
    if settings_path != system_settings() or not UNIT.exists():
        return
    for folder in settings.content:
        if _is_in(folder, *UNSEEN):
            what = f"The kiosk's service does not see {folder}: no home folder, nothing in /tmp."
            move = f"Type: sudo cp -R {folder} {SETTINGS_FOLDER}/words"
            yield Unusable("content", what, f'{move} and write content = "words" in the settings.')
    for name in ("data", "log"):
        place = getattr(settings, name)
        is_named = place != getattr(Settings(), name)
        if is_named and not _is_in(place, Path(data_folder()), _LOGS, *_opened()):
            what = f"The kiosk's service may not write to {place}, whoever owns it."
            opened = f"sudo systemctl edit kiosk, with ReadWritePaths={place} below [Service]"
            yield Unusable(name, what, f"Take '{name}' out of the settings, or type: {opened}")


def _opened() -> list[Path]:
    """What the administrator has opened for the service to write to."""
    with suppress(OSError):
        return list(map(Path, properties(UNIT.name, "ReadWritePaths")["ReadWritePaths"].split()))
    return []


def _is_in(place: str, *folders: Path) -> bool:
    real = Path(os.path.realpath(place))
    return any(real.is_relative_to(folder) for folder in folders)
