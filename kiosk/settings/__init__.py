"""`kiosk.toml` to one frozen `Settings`, with errors a librarian can act on.

Imported before the first frame is painted, so it imports little itself: `tomllib` only when
there is a file to read, and what the settings are for (`kiosk.settings.reference`) never.
"""

import os

from kiosk.settings.hours import Hours, OpeningHours
from kiosk.settings.local import LocalHelpline
from kiosk.settings.notices import Notice
from kiosk.settings.table import PARSERS, TABLE, Settings
from kiosk.settings.toml_tables import MisfitsError, read_table
from kiosk.settings.values import (
    FEW_COLOURS,
    PANIC_KEY_NAMES,
    STAFF_KEY,
    THEMES,
)

__all__ = [
    "FEW_COLOURS",
    "PANIC_KEY_NAMES",
    "PARSERS",
    "STAFF_KEY",
    "THEMES",
    "Hours",
    "LocalHelpline",
    "Notice",
    "OpeningHours",
    "Settings",
    "SettingsError",
    "live_from",
    "load_settings",
    "without_secrets",
]


class SettingsError(Exception):
    """The settings file cannot be used; the message lists every fault in it."""


def load_settings(path: str, named: str = "") -> Settings:
    """Read the settings.

    Args:
        path: The settings file, or nothing for the defaults.
        named: What faults call the file, where it is a copy of one.

    Raises:
        SettingsError: The file cannot be read, or holds faults; all are named at once.
    """
    if not path:
        return Settings()
    import tomllib

    from kiosk.plain_file import read_text, why_not

    name = named or path
    text = ""
    try:
        text = read_text(path)
        table = tomllib.loads(text)
    except FileNotFoundError as error:
        message = "There is no such file, or a link leads to nothing. Bring it back."
        raise SettingsError(f"{name}: {message}") from error
    except OSError as error:
        raise SettingsError(f"{name}: {why_not(error)}") from error
    except (ValueError, RecursionError) as error:  # bad TOML, not UTF-8, or a monstrous value
        from kiosk.settings.grammar import told

        raise SettingsError(told(name, text, error)) from error
    try:
        values = read_table(table, PARSERS)
    except MisfitsError as error:
        raise SettingsError(_message(name, text, error)) from error
    for key in values:
        if TABLE[key].is_path:
            values[key] = _from_file(name, values[key])
    settings = Settings(**values)
    on_the_whole = (
        ("data", _no_folder(settings.data)),
        ("content", nested(settings)),
        ("panic_keys", _staff_key_taken(settings)),
    )
    for key, fault in on_the_whole:
        if fault:
            from kiosk.settings.lines import line_of

            raise SettingsError(f"{name}:{line_of(text, (key,))}: '{key}' {fault}")
    return settings


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


def _no_folder(data: str) -> str:
    """What is wrong with where the kiosk is to write; nothing where a folder is, or can be made."""
    if os.path.isdir(data) or not os.path.exists(data):
        return ""
    return f'names {data}, which is a file. Name a folder, such as data = "kiosk-data".'


def _staff_key_taken(settings: Settings) -> str:
    """What is wrong where the key of the staff door clears the screen instead."""
    if STAFF_KEY not in settings.panic_keys or not settings.staff_passphrase_hash:
        return ""
    return f"has {STAFF_KEY}, which opens the staff page: take another one."


def _from_file(path: str, folder: object) -> object:
    """A folder that the settings name, or several, from where the settings are."""
    if isinstance(folder, tuple):
        return tuple(_from_file(path, each) for each in folder)
    here = os.path.dirname(os.path.abspath(path))
    return os.path.join(here, os.path.expanduser(str(folder)))


def _message(name: str, text: str, misfits: MisfitsError) -> str:
    """Every fault, with the line at which it stands."""
    from kiosk.settings.lines import line_of

    told = []
    for steps, fault in misfits.faults:
        line = line_of(text, steps)
        key = ".".join(step for step in steps if isinstance(step, str))
        strayed = len(steps) > 1 and steps[-1] in PARSERS and fault.startswith("is not a setting")
        remedy = f"belongs further up, above the first line in [brackets]; move {steps[-1]} there."
        message = remedy if strayed else fault
        told.append((line, f"{name}:{line}: '{key}' {message}"))
    return "\n".join(line for _, line in sorted(told, key=lambda each: each[0]))


def nested(settings: Settings) -> str:
    """What is wrong with where words, data and log are; nothing where they are apart."""
    data = os.path.realpath(settings.data)
    log = os.path.realpath(settings.log) if settings.log else ""
    for folder in settings.content:
        words = os.path.realpath(folder)
        if is_in(data, words):
            return (
                f"names {folder}, and data, in which the kiosk writes, is inside it. Give your "
                'words a folder of their own, such as content = "words".'
            )
        if is_in(words, data):
            return (
                f"names {folder}, which is inside data, in which the kiosk writes. Give your words "
                'a folder of their own, such as content = "words".'
            )
        if log and is_in(log, words):
            return f"names {folder}, and the log is inside it. Write the log elsewhere."
    return ""


def is_in(path: str, folder: str) -> bool:
    """Whether a path is a folder, or inside it; both without links."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")
