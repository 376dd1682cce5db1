"""The bank holidays of England and Wales, as days: a library of them takes 19 MB and 0.25 s.

A test holds them to the rules of the Banking and Financial Dealings Act 1971. A day that is
proclaimed besides, such as for a coronation, is added here.
"""

from datetime import date
from enum import Enum

DAYS_BY_YEAR = {
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2031: "01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
    2032: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2033: "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27",
    2034: "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
    2035: "01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26",
    2036: "01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
}
"""Source: https://www.gov.uk/bank-holidays, and for later years the Act's rules."""
_HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{day}")
    for year, days in DAYS_BY_YEAR.items()
    for day in days.split()
)
_ALWAYS_FEASTS = frozenset({(1, 1), (12, 25), (12, 26)})
"""Month and day of those that keep their day and have another one off where it is a weekend."""


class Feast(Enum):
    """What kind of holiday a day is."""

    BANK_HOLIDAY = "bank holiday"
    AT_A_WEEKEND = "at a weekend"
    """Such as Christmas Day on a Sunday: the bank holiday is a later weekday, so that nobody can
    tell whether somebody who says "closed on bank holidays" means this day, too."""
    NOT_KNOWN = "not known"
    """A day of a year whose holidays are not known here."""


def feast_on(day: date) -> Feast | None:
    """Which kind of holiday a day is in England and Wales, or None."""
    if day.year not in DAYS_BY_YEAR:
        return Feast.NOT_KNOWN
    if day in _HOLIDAYS:
        return Feast.BANK_HOLIDAY
    return Feast.AT_A_WEEKEND if (day.month, day.day) in _ALWAYS_FEASTS else None
