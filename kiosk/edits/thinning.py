"""Which accepted sets are kept: the last ones; for longer, the last one of a day and of a week."""

from collections.abc import Sequence
from datetime import date

KEPT = 10
"""How many of the last sets, of the last days, and of the last weeks: three times that at most."""


def kept(accepted: Sequence[str]) -> set[int]:
    """Which sets to keep, by their places among all.

    Args:
        accepted: When each was accepted, in ISO 8601, in the order of their numbers.
    """
    places = range(len(accepted))
    days = {accepted[place][:10]: place for place in places}
    weeks = {date.fromisoformat(day).isocalendar()[:2]: place for day, place in days.items()}
    return {*places[-KEPT:], *list(days.values())[-KEPT:], *list(weeks.values())[-KEPT:]}
