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


class Store(Protocol):
    """An outbox, or the hub."""

    def begin(self) -> AbstractContextManager[Connection]:
        """One transaction."""


class Inbox(NamedTuple):
    """What was found."""

    forms: list[Form]
    """The forms that this key opens, the oldest day first."""
    closed: int
    """How many it does not open. They stay."""


def read_inbox(store: Store, key: PrivateKey) -> Inbox:
    """Open every form."""
    forms: list[Form] = []
    closed = 0
    with store.begin() as connection:
        rows = connection.execute(select(FORMS.c.id, FORMS.c.sealed)).all()
    for number, sealed in rows:
        try:
            form = unseal(sealed, key)
        except SealError:
            closed += 1
            continue
        if form.id == number:
            forms.append(form)
        else:  # somebody has put a form in again under another number
            closed += 1
    return Inbox(sorted(forms, key=lambda form: (form.day, form.id)), closed)


def mark_opened(store: Store, numbers: Iterable[UUID], today: date) -> None:
    """Note the day on which forms were first read, from which their time to stay runs."""
    rows = [{"number": number} for number in numbers]
    is_new = (FORMS.c.id == bindparam("number"), FORMS.c.opened.is_(None))
    if rows:
        with store.begin() as connection:
            connection.execute(update(FORMS).where(*is_new).values(opened=today), rows)


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
