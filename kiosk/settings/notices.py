"""Library news for the first page, and the days on which it is shown.

Imported before the first frame is painted, so it imports little itself.
"""

from datetime import date
from typing import NamedTuple

from kiosk.dates import Dates
from kiosk.settings.toml_tables import read_list, read_table
from kiosk.settings.values import day, text


class Notice(NamedTuple):
    """One piece of news."""

    text: str
    days: Dates = Dates(date.min, date.max)
    """When it is shown."""


def read_notices(value: object) -> tuple[Notice, ...]:
    """A list of texts, or of tables with a text and its days.

    Raises:
        MisfitsError: Some of them cannot be read; all of it is told.
        ValueError: It is not a list.
    """
    if not isinstance(value, list):
        raise ValueError('must be a list of texts, for example ["One", "Two"].')
    return read_list(value, _notice)


def _notice(value: object) -> Notice:
    if not isinstance(value, dict):
        return Notice(text(value))
    read = read_table(value, {"text": text, "from": day, "to": day}, required=("text",))
    days = Dates(read.get("from", date.min), read.get("to", date.max))
    if days.last < days.first:
        raise ValueError("ends before it begins: 'to' must not be earlier than 'from'.")
    return Notice(str(read["text"]), days)
