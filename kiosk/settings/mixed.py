"""Settings of which some are not those of the file: secrets that are left out, and what waits.

Imported before the first frame is painted, so it imports little itself.
"""

from kiosk.settings.table import TABLE, Settings


def without_secrets(settings: Settings) -> Settings:
    """The settings as pages may have them: what is secret has its default."""
    defaults = Settings._field_defaults
    secret = {name: defaults[name] for name, setting in TABLE.items() if setting.is_secret}
    return settings._replace(**secret)


def live_from(live: Settings, started: Settings) -> Settings:
    """Settings of which those that wait for a new start are as they were at this one.

    Args:
        live: The settings in force.
        started: Those that the kiosk was started with.
    """
    waiting = {name: getattr(started, name) for name in TABLE if not TABLE[name].is_live}
    return live._replace(**waiting)
