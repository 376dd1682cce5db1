"""What was read: numbers in which nobody can be found.

A day with fewer than five readers of a topic is only ever "under 5". It is left out of every sum,
too: were it in, anybody could take the other days away and have it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kiosk.desk.schema import Store

FEWEST = 5
"""The smallest number of a day that is shown."""
UNDER = f"under {FEWEST}"


class Day(NamedTuple):
    """How often a topic was opened on a day, at all kiosks together."""

    day: date
    topic: str
    number: int


class Figure(NamedTuple):
    """What is shown of a topic in a day or a month."""

    period: str
    """`2026-11`, or `2026-11-22`."""
    topic: str
    number: int
    """The sum of the days that may be shown."""
    days_under: int
    """How many days more there were, each under 5."""

    @property
    def shown(self) -> str:
        """The figure in words, such as `57 and 3 days under 5`."""
        if (self.number, self.days_under) == (0, 1):
            return UNDER
        days = f"{self.days_under} {'day' if self.days_under == 1 else 'days'} {UNDER}"
        if not self.days_under:
            return str(self.number)
        return f"{self.number} and {days}" if self.number else days


def read_days(store: Store) -> list[Day]:
    """Every day's numbers, the kiosks of a hub added up. Not to be shown as they are."""
    with store.begin() as connection:
        rows = connection.execute(
            "SELECT day, topic, sum(number) FROM counts GROUP BY day, topic ORDER BY day, topic"
        ).fetchall()
    return [Day(day, topic, int(number)) for day, topic, number in rows]


def add_up(days: Iterable[Day], *, monthly: bool) -> list[Figure]:
    """The figures to show, by period and then by number.

    Args:
        days: Every day's numbers.
        monthly: Whether the days of a month are put together.
    """
    sums: dict[tuple[str, str], int] = defaultdict(int)
    under: dict[tuple[str, str], int] = defaultdict(int)
    for day, topic, number in days:
        place = (f"{day:%Y-%m}" if monthly else day.isoformat(), topic)
        sums[place] += number if number >= FEWEST else 0
        under[place] += number < FEWEST
    figures = [Figure(*place, sums[place], under[place]) for place in sums]
    return sorted(figures, key=lambda figure: (figure.period, -figure.number, figure.topic))
