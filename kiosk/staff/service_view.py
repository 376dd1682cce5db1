"""What the service of an installed kiosk does not see, whatever its user may read elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiosk.settings import Settings
from kiosk.staff.doctor.service import UNIT
from kiosk.system_paths import SETTINGS_FOLDER, system_settings

UNSEEN = tuple(Path("/", name) for name in ("home", "root", "run/user", "tmp", "var/tmp"))
"""What `ProtectHome` and `PrivateTmp` take away, see packaging/machine."""


class Unseen(NamedTuple):
    """A setting that names a place which the service does not see."""

    setting: str
    what: str
    remedy: str


def unseen(settings_path: str, settings: Settings) -> Iterator[Unseen]:
    """The settings that name such a place, where they are those of an installed kiosk.

    Args:
        settings_path: The settings file.
        settings: What was read from it.
    """
    if settings_path != system_settings() or not UNIT.exists():
        return
    words = f"{SETTINGS_FOLDER}/words"
    move = f'Type: sudo cp -R {{}} {words} and write content = "words" in the settings.'
    leave_out = "Take '{}' out of the settings: then it is in the kiosk's own folder."
    places = [("content", folder, move.format(folder)) for folder in settings.content]
    places += [
        (name, getattr(settings, name), leave_out.format(name))
        for name in ("data", "log")
        if getattr(settings, name)
    ]
    for name, place, remedy in places:
        real = Path(os.path.realpath(place))
        if any(real.is_relative_to(hidden) for hidden in UNSEEN):
            what = f"The kiosk's service does not see {place}: no home folder, and nothing in /tmp."
            yield Unseen(name, what, remedy)
