"""`kiosk.toml` to one frozen `Settings`, with errors a librarian can act on.

Imported before the first frame is painted, so it imports little itself: `tomllib` only when
there is a file to read.
"""

from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

PANIC_KEY_NAMES = (
    *(f"f{number}" for number in range(1, 13)),
    "insert",
    "menu",
    "pause",
    "printscreen",
)
"""The keys that can be named in `panic_keys`, beside single characters."""

THEMES = ("light", "dark", "contrast")
"""The themes that a visitor can choose from; the files are in `styles/themes`."""
FEW_COLOURS = "console"
"""The theme of sixteen colours, shown wherever the terminal has no more."""

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
    theme: str = THEMES[0]
    """How the screen looks until a visitor chooses otherwise."""


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
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - pathlib costs time here
            table = tomllib.loads(file.read())
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:  # bad TOML, not UTF-8, or a monstrous value
        raise SettingsError(
            f"{path}: is not valid TOML: {error}. Write each one as in "
            'name = "Ashby Library", the text in quotation marks.'
        ) from error
    values: dict[str, object] = {}
    faults = list(_read_table(table, values))
    if faults:
        raise SettingsError("\n".join(f"{path}: {fault}" for fault in faults))
    if "content" in values:
        values["content"] = _beside(path, str(values["content"]))
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked by its reader


def _beside(path: str, folder: str) -> str:
    """A folder that the settings name, from where the settings are."""
    import os

    here = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - as above
    return os.path.join(here, os.path.expanduser(folder))  # noqa: PTH111, PTH118 - as above


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
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text or not text.isprintable() or "\n" in str(value):
        raise ValueError('must be one line of text in quotes, for example "Central Library".')
    return text


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError('must be a list of texts, for example ["One", "Two"].')
    return tuple(_text(item) for item in value)


def _idle_seconds(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 30 <= value <= 3600:
        raise ValueError("must be a whole number of seconds from 30 to 3600, for example 150.")
    return value


def _opening_hours(value: object) -> tuple[Hours, ...]:
    if not isinstance(value, dict):
        raise ValueError(f"must be a table with the days: {', '.join(WEEKDAYS)}.")
    wrong = [str(day) for day in value if day not in WEEKDAYS]
    hours: list[Hours] = []
    for day in WEEKDAYS:
        try:
            hours.append(_hours(value.get(day, "closed")))
        except ValueError:
            wrong.append(day)
    if wrong:
        raise ValueError(
            f"has a fault at {', '.join(wrong)}: the days are {', '.join(WEEKDAYS)}, each "
            'written like monday = "9:00 - 17:30", or "closed".'
        )
    return tuple(hours)


def _hours(value: object) -> Hours:
    if value == "closed":
        return None
    opens, closes = (_time(part.strip()) for part in str(value).split("-"))
    if opens >= closes:
        raise ValueError(value)
    return opens, closes


def _panic_keys(value: object) -> tuple[str, ...]:
    names = tuple(name if len(name) == 1 else name.lower() for name in _texts(value))
    if unknown := [name for name in names if len(name) > 1 and name not in PANIC_KEY_NAMES]:
        known = ", ".join(PANIC_KEY_NAMES)
        raise ValueError(f"knows no {', '.join(unknown)}: use one character, or one of {known}.")
    return names


def _theme(value: object) -> str:
    names = (*THEMES, FEW_COLOURS)
    if value not in names:
        raise ValueError(f"must be one of {', '.join(names)}.")
    return str(value)


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
    "panic_keys": _panic_keys,
    "content": _text,
    "log": _text,
    "theme": _theme,
}
