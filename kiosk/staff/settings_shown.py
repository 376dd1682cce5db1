"""`kiosk settings`: what is in force, and where it was set."""

import sys
from datetime import date, time

from kiosk.exits import FAULT
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.settings.lines import line_of
from kiosk.settings.table import TABLE


def print_settings(path: str | None) -> int:
    """Print every setting's value, and the line of the file it comes from.

    Args:
        path: The settings file, or None for the defaults.

    Returns:
        The exit code: 2 where the file has faults, which are printed.
    """
    try:
        settings = load_settings(path)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return FAULT
    text = ""
    if path is not None:
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 - as it was loaded
            text = file.read()
    print("\n".join(_lines(settings, path, text)))
    return 0


def _lines(settings: Settings, path: str | None, text: str) -> list[str]:
    rows = []
    for name in TABLE:
        line = line_of(text, (name,))
        left = f"{name} = {_written(getattr(settings, name))}"
        rows.append((left, f"{path}:{line}" if line else "not set: the default"))
    width = min(60, max(len(left) for left, _ in rows))
    return [f"{left:<{width}}  # {right}" for left, right in rows]


def _written(value: object) -> str:
    """A value nearly as it would be written in the file."""
    match value:
        case None | () | "":
            return "none"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case time():
            return f"{value.hour}:{value:%M}"
        case date():
            return value.isoformat()
        case (time() as opens, time() as closes):
            return f"{_written(opens)} - {_written(closes)}"
        case tuple() if hasattr(value, "_asdict"):
            said = value._asdict().items()
            inner = (f"{name} = {_written(item)}" for name, item in said if item not in ("", None))
            return f"{{{', '.join(inner)}}}".replace("{}", "none")
        case tuple():
            return f"[{', '.join('closed' if item is None else _written(item) for item in value)}]"
    return str(value)
