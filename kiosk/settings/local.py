"""Who can be reached near the library: the police, the children's services, and others."""

from datetime import date
from typing import Literal, NamedTuple

from kiosk.settings import values
from kiosk.settings.hours import OpeningHours, read_helpline_hours
from kiosk.settings.toml_tables import Parser, read_list, read_table


class LocalHelpline(NamedTuple):
    """Somebody near the library to talk to, or somewhere to report."""

    name: str
    checked: date
    """When the library last made sure that all this is right."""
    number: str = ""
    """Digits and spaces, as printed."""
    text: str = ""
    """How to reach it by text message."""
    address: str = ""
    """A web address, without `https://`."""
    serves: str = ""
    """Who it is for, in a short phrase; `for` in the file."""
    note: str = ""
    hours: Literal["always"] | OpeningHours | None = None
    """Day and night, at some times, or not confirmed."""


def read_local(value: object) -> LocalHelpline:
    """Read the police or the children's services, which need not say who they are for."""
    return _read(value, ("name", "checked"))


def read_helplines(value: object) -> tuple[LocalHelpline, ...]:
    """Read the list of more helplines."""
    return read_list(value, lambda item: _read(item, ("name", "for", "checked")))


def _read(value: object, required: tuple[str, ...]) -> LocalHelpline:
    read = read_table(value, _PARSERS, required)
    if not {"number", "text", "address"} & read.keys():
        raise ValueError("needs a number, a text or an address, so that somebody can be reached.")
    if "for" in read:
        read["serves"] = read.pop("for")
    return LocalHelpline(**read)


def _number(value: object) -> str:
    if not isinstance(value, str) or not value.replace(" ", "").isdecimal():
        raise ValueError('must be digits and spaces in quotes, for example "01234 567890".')
    return value


def _address(value: object) -> str:
    text = values.text(value)
    if "://" in text or " " in text or "." not in text:
        raise ValueError('must be a web address without https://, for example "example.org/help".')
    return text


def _hours(value: object) -> Literal["always"] | OpeningHours:
    return "always" if value == "always" else read_helpline_hours(value)


_PARSERS: dict[str, Parser] = {
    "name": values.text,
    "number": _number,
    "text": values.text,
    "address": _address,
    "for": values.text,
    "note": values.text,
    "hours": _hours,
    "checked": values.day,
}
