"""Where the installed kiosk's settings and data are; systemd says so where it starts a service.

The variables are those of `ConfigurationDirectory=` and `StateDirectory=` in systemd.exec(5).
Imported before the first frame is painted, so it imports little itself.
"""

import os

SETTINGS_FOLDER = "/etc/kiosk"
DATA_FOLDER = "/var/lib/kiosk"
"""Where they are unless the variables say otherwise, as the package has it."""
SERVICE_USER = "kiosk"
"""Whom the package has the kiosk run as."""


def system_settings() -> str:
    """The settings file that is read where none is named."""
    return f"{os.environ.get('CONFIGURATION_DIRECTORY') or SETTINGS_FOLDER}/kiosk.toml"


def data_folder() -> str:
    """The folder for what the kiosk keeps, unless the settings name another one."""
    return os.environ.get("STATE_DIRECTORY") or DATA_FOLDER
