"""Opens the forms that have arrived; on a staff machine, where the private key is."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from nacl.public import PrivateKey

from kiosk.desk.forms import Form
from kiosk.desk.schema import Store
from kiosk.desk.sealing import SealError, unseal

_FIRST_DAY = date(2026, 1, 1)
"""Before this day, no form was ever sent."""


class Inbox(NamedTuple):
    """What was found."""

    forms: list[Form]
    """The forms that this key opens, the oldest day first."""
    closed: tuple[UUID, ...]
    """The numbers of those that it does not open. They stay."""


def read_inbox(store: Store, key: PrivateKey, *, only_new: bool = False) -> Inbox:
    """Open every form, or those alone that nobody has opened yet."""
    forms: list[Form] = []
    closed: list[UUID] = []
    wanted = "SELECT id, sealed FROM forms"
    with store.begin() as connection:
        rows = connection.execute(
            f"{wanted} WHERE opened IS NULL" if only_new else wanted
        ).fetchall()
    for number, sealed in rows:
        try:
            form = unseal(sealed, key)
        except SealError:
            closed.append(number)
            continue
        if form.id == number:
            forms.append(form)
        else:  # somebody has put a form in again under another number
            closed.append(number)
    forms.sort(key=lambda form: (form.day, form.id))
    return Inbox(forms, tuple(closed))


def mark_opened(store: Store, numbers: Iterable[UUID], today: date) -> None:
    """Note the day on which forms were first read, from which their time to stay runs."""
    rows = [(today, number) for number in numbers]
    mark = "UPDATE forms SET opened = ? WHERE id = ? AND opened IS NULL"
    if rows:
        with store.begin() as connection:
            connection.executemany(mark, rows)


def delete_forms(store: Store, numbers: Iterable[UUID]) -> int:
    """Delete these forms; how many there were."""
    rows = [(number,) for number in numbers]
    if not rows:
        return 0
    with store.begin() as connection:
        return connection.executemany("DELETE FROM forms WHERE id = ?", rows).rowcount


def delete_in_time(store: Store, days: int, today: date) -> int:
    """Delete the forms that came so many days ago, read or not, as the settings promise.

    A day before there was this kiosk is that of a wrong clock: such a form, and one of which nobody
    knows the day, counts from today.

    Args:
        store: Where they are.
        days: How long a form stays.
        today: The day by this machine's clock.

    Returns:
        How many were deleted.
    """
    mend = "UPDATE forms SET arrived = ? WHERE arrived IS NULL OR arrived < ? OR arrived > ?"
    with store.begin() as connection:
        connection.execute(mend, (today, _FIRST_DAY, today))
        last = today - timedelta(days=days)
        return connection.execute("DELETE FROM forms WHERE arrived <= ?", (last,)).rowcount


def delete_opened(store: Store, days: int, today: date) -> int:
    """Delete the forms that were first read so many days ago; one never read is never deleted.

    Args:
        store: Where they are.
        days: How long a form stays after it was first read.
        today: The day by this machine's clock.

    Returns:
        How many were deleted.
    """
    with store.begin() as connection:
        last = today - timedelta(days=days)
        return connection.execute("DELETE FROM forms WHERE opened <= ?", (last,)).rowcount
