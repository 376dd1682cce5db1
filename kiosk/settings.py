"""`kiosk.toml` to one frozen `Settings`, with errors a librarian can act on.

Imported before the first frame is painted, so it imports little itself: `tomllib` only when
there is a file to read.
"""

from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Hours = tuple[time, time] | None
"""When the library opens and closes on one day, or None where it is closed."""


class SettingsError(Exception):
    """The settings file cannot be used; the message lists every fault in it."""


class Settings(NamedTuple):
    """What the library's staff decide. Every value has a default that behaves well."""

    name: str = "Library"
    """The library's name, at the head of the neutral page."""
    opening_hours: tuple[Hours, ...] = ()
    """Seven entries, Monday first; empty where the hours are not given."""
    notices: tuple[str, ...] = ()
    """Ordinary library news for the neutral page."""
    idle_seconds: int = 150
    """Seconds without a key until the screen asks whether anybody is there."""
    panic_keys: tuple[str, ...] = ()
    """Keys that clear the screen like Escape does, by name, for example `f12`."""
    content: str = ""
    """A folder to read the words from instead of the shipped one."""
    log: str = ""
    """A file for the guard's log; no log is written where this is empty."""


def load_settings(path: str | None) -> Settings:
    """Read the settings.

    Args:
        path: The settings file, or None for the defaults.

    Raises:
        SettingsError: The file cannot be read, or holds faults; all are named at once.
    """
    if path is None:
        return Settings()
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs start-up time here
            table = tomllib.load(file)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:  # bad TOML, not UTF-8, or a monstrous value
        raise SettingsError(f"{path}: is not valid TOML: {error}") from error
    values: dict[str, object] = {}
    faults = list(_read_table(table, values))
    if faults:
        raise SettingsError("\n".join(f"{path}: {fault}" for fault in faults))
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked by its reader


def _read_table(table: dict[str, object], values: dict[str, object]) -> Iterator[str]:
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            yield f"'{key}' is not a setting.{_did_you_mean(key)}"
            continue
        try:
            values[key] = reader(value)
        except ValueError as error:
            yield f"'{key}' {error}"


def _did_you_mean(key: str) -> str:
    import difflib

    close = difflib.get_close_matches(key, _READERS, n=1)
    known = ", ".join(_READERS)
    return f" Did you mean '{close[0]}'?" if close else f" The settings are: {known}."


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError('must be one line of text in quotes, for example "Central Library".')
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError('must be a list of texts, for example ["One", "Two"].')
    return tuple(_text(item) for item in value)


def _idle_seconds(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 30 <= value <= 3600:
        raise ValueError("must be a whole number of seconds from 30 to 3600, for example 150.")
    return value


def _opening_hours(value: object) -> tuple[Hours, ...]:
    if not isinstance(value, dict) or not set(value) <= set(WEEKDAYS):
        raise ValueError(f"must be a table with only the days: {', '.join(WEEKDAYS)}.")
    return tuple(_hours(day, value.get(day, "closed")) for day in WEEKDAYS)


def _hours(day: str, value: object) -> Hours:
    if value == "closed":
        return None
    try:
        opens, closes = (_time(part.strip()) for part in str(value).split("-"))
    except ValueError:
        opens = closes = time()
    if opens >= closes:
        raise ValueError(f'has a fault at {day}: write it like "9:00 - 17:30", or "closed".')
    return opens, closes


def _time(text: str) -> time:
    hour, _, minute = text.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == len("00")):
        raise ValueError(text)
    return time(int(hour), int(minute))


_READERS = {
    "name": _text,
    "opening_hours": _opening_hours,
    "notices": _texts,
    "idle_seconds": _idle_seconds,
    "panic_keys": _texts,
    "content": _text,
    "log": _text,
}
