"""`kiosk settings`: what is in force, and where it was set."""

import re
import sys
from collections.abc import Mapping
from datetime import date

from kiosk.dates import DAYS
from kiosk.edits.kept import whole_path
from kiosk.edits.serving import accepted_before
from kiosk.exits import FAULT
from kiosk.plain_file import read_text
from kiosk.settings import (
    Notice,
    OpeningHours,
    Settings,
    SettingsError,
    load_settings,
)
from kiosk.settings.hours import written
from kiosk.settings.lines import line_of
from kiosk.settings.table import TABLE

_SECRETS = (
    re.compile(r"(\$argon2id\$)[^\"]+"),
    re.compile(r"(://[^:/@\"]*:)[^\"]*(?=@)"),
    re.compile(r"([?&]password=)[^&\"]+"),
)
"""What nobody may read over a shoulder or in a report: the staff's hash, the hub's password."""


def print_settings(path: str) -> int:
    """Print every setting's value, and the line of the file it comes from.

    Args:
        path: The settings file, or nothing for the defaults.

    Returns:
        The exit code: 2 where the file has faults, which are printed.
    """
    in_force = accepted_before(whole_path(path))
    try:
        settings = load_settings(path)
    except SettingsError as error:
        print(error, file=sys.stderr)
        if in_force:
            print("Until that is mended, visitors have these:", file=sys.stderr)
            print("\n".join(f"{name} = {_shown(in_force, name)}" for name in TABLE))
        return FAULT
    text = read_text(path) if path else ""
    print("\n".join(_lines(settings, path, text)))
    for name in TABLE:
        if in_force and getattr(in_force, name) != getattr(settings, name):
            print(f"# Visitors still have {name} = {_shown(in_force, name)}: see 'kiosk history'.")
    return 0


def _lines(settings: Settings, path: str, text: str) -> list[str]:
    rows = []
    for name in TABLE:
        line = line_of(text, (name,))
        left = f"{name} = {_shown(settings, name)}"
        rows.append((left, f"{path}:{line}" if line else "not set: the default"))
    width = min(60, max(len(left) for left, _ in rows))
    return [f"{left:<{width}}  # {right}" for left, right in rows]


def _shown(settings: Settings, name: str) -> str:
    return _without_secrets(_written(getattr(settings, name)))


def _without_secrets(text: str) -> str:
    """A setting's text with stars for a password, and for what a passphrase is compared with."""
    for secret in _SECRETS:
        text = secret.sub(r"\1***", text)
    return text


def _written(value: object) -> str:
    """A value as it is written in the file; `none` for one that is left out."""
    match value:
        case None | () | "":
            return "none"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case date():
            return value.isoformat()
        case OpeningHours():
            return _table(_days(value))
        case Notice(text=text, days=days):
            ends = {"text": text, "from": days.first, "to": days.last}
            own = {key: end for key, end in ends.items() if end not in (date.min, date.max)}
            return _table(own) if len(own) > 1 else _written(text)
        case tuple() if hasattr(value, "_asdict"):
            said = value._asdict()
            named = {("for" if name == "serves" else name): item for name, item in said.items()}
            return _table({name: item for name, item in named.items() if item not in ("", None, 0)})
        case tuple():
            return f"[{', '.join(map(_written, value))}]"
    return str(value)


def _table(items: Mapping[str, object]) -> str:
    inner = ", ".join(f"{name} = {_written(item)}" for name, item in items.items())
    return f"{{{inner}}}" if inner else "none"


def _days(hours: OpeningHours) -> dict[str, object]:
    days: dict[str, object] = {
        day: written(of_day) for day, of_day in zip(DAYS, hours.week, strict=True)
    }
    if hours.bank_holidays:
        days["bank_holidays"] = hours.bank_holidays
    return days | {
        f'"{some.days.first} - {some.days.last}"': written(some.hours) for some in hours.dates
    }
