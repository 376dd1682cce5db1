"""The bank holidays of England and Wales, from the `holidays` library.

The library takes a tenth of a second to import, so that it is imported at the first question:
only a helpline whose hours differ on bank holidays asks.
"""

from datetime import date
from enum import Enum
from functools import cache

_SATURDAY = 5


class Feast(Enum):
    """What kind of holiday a day is."""

    BANK_HOLIDAY = "bank holiday"
    AT_A_WEEKEND = "at a weekend"
    """Such as Christmas Day on a Sunday: the bank holiday is a later weekday, so that nobody can
    tell whether somebody who says "closed on bank holidays" means this day, too."""


def feast_on(day: date) -> Feast | None:
    """Which kind of holiday a day is in England and Wales, or None.

    Source: https://www.gov.uk/bank-holidays, whose bank holidays are never at a weekend.
    """
    if day not in _feasts(day.year):
        return None
    return Feast.BANK_HOLIDAY if day.weekday() < _SATURDAY else Feast.AT_A_WEEKEND


@cache
def _feasts(year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
