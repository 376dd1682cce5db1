"""Opens the forms that have arrived; on a staff machine, where the private key is."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import NamedTuple, Protocol
from uuid import UUID

from nacl.public import PrivateKey
from sqlalchemy import Connection, bindparam, delete, select, update

from kiosk.desk.forms import Form
from kiosk.desk.sealing import SealError, unseal
from kiosk.desk.tables import FORMS

_FIRST_DAY = date(2026, 1, 1)
"""Before this day, no form was ever sent."""
_ONE = delete(FORMS).where(FORMS.c.id == bindparam("number"))


class Store(Protocol):
    """An outbox, or the hub."""

    def begin(self) -> AbstractContextManager[Connection]:
        """One transaction."""


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
    wanted = select(FORMS.c.id, FORMS.c.sealed)
    with store.begin() as connection:
        rows = connection.execute(
            wanted.where(FORMS.c.opened.is_(None)) if only_new else wanted
        ).all()
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
    rows = [{"number": number} for number in numbers]
    is_new = (FORMS.c.id == bindparam("number"), FORMS.c.opened.is_(None))
    if rows:
        with store.begin() as connection:
            connection.execute(update(FORMS).where(*is_new).values(opened=today), rows)


def delete_forms(store: Store, numbers: Iterable[UUID]) -> int:
    """Delete these forms; how many there were."""
    rows = [{"number": number} for number in numbers]
    if not rows:
        return 0
    with store.begin() as connection:
        return sum(connection.execute(_ONE, row).rowcount for row in rows)


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
    arrived = FORMS.c.arrived
    with store.begin() as connection:
        unknown = arrived.is_(None) | (arrived < _FIRST_DAY) | (arrived > today)
        connection.execute(update(FORMS).where(unknown).values(arrived=today))
        last = today - timedelta(days=days)
        return connection.execute(delete(FORMS).where(arrived <= last)).rowcount


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
        return connection.execute(delete(FORMS).where(FORMS.c.opened <= last)).rowcount
