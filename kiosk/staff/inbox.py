"""`kiosk inbox`: what visitors have sent, on a screen of the staff or in files for sheets."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from errno import EEXIST
from pathlib import Path
from typing import NamedTuple

from nacl.public import PrivateKey

from kiosk.desk.forms import FORMS, Form, questions_in
from kiosk.desk.inbox import (
    Inbox,
    delete_forms,
    delete_in_time,
    delete_opened,
    mark_opened,
    read_inbox,
)
from kiosk.desk.schema import Store
from kiosk.desk.sealing import read_private_key
from kiosk.staff.open_document import write_ods
from kiosk.staff.private_file import new_private_file
from kiosk.staff.spreadsheet import write_csv

_SHEET = ".ods"
"""How the name of a file ends that is an OpenDocument sheet; any other one is CSV."""


class Wanted(NamedTuple):
    """What is to be done with the forms."""

    sheet_path: Path | None = None
    """What `files_for` names the new files by; without it, the forms are told."""
    delete_after: int | None = None
    """How many days forms stay after they were first opened; without it, for ever."""
    keep_days: int = 0
    """How many days they stay after they have arrived; 0 for no end."""
    only_new: bool = False
    """Whether those alone are wanted that nobody has opened yet."""
    delete_closed: bool = False
    """Whether those are deleted that the key does not open."""


def open_inbox(
    store: Store, key_path: Path, wanted: Wanted, today: date, say: Callable[[str], object]
) -> None:
    """Open the forms, and delete those whose time is over.

    A form counts as opened once staff have it: what was cut off on the way comes again.

    Args:
        store: Where they are.
        key_path: The file with the private key.
        wanted: What is to be done with them.
        today: The day by this machine's clock.
        say: Tells staff.

    Raises:
        DeskError: The forms cannot be reached, or the key is not valid.
        OSError: A file cannot be read or made.
    """
    key = private_key_in(key_path)
    deleted = delete_opened(store, wanted.delete_after, today) if wanted.delete_after else 0
    if wanted.keep_days:
        deleted += delete_in_time(store, wanted.keep_days, today)
    inbox = read_inbox(store, key, only_new=wanted.only_new)
    if wanted.delete_closed:
        deleted += delete_forms(store, inbox.closed)
        inbox = inbox._replace(closed=())
    message = _end(inbox, deleted)
    if wanted.sheet_path is None:
        lines = [line for form in inbox.forms for line in (*form_lines(form), "")]
        say("\n".join([*lines, message]) + "\n")
    else:
        _write(wanted.sheet_path, inbox)
        written = ", ".join(file.name for file in files_for(wanted.sheet_path).values())
        say(f"Written: {written}\n{message}\n")
    mark_opened(store, [form.id for form in inbox.forms], today)


def private_key_in(path: Path) -> PrivateKey:
    """The private key in a file.

    Raises:
        DeskError: It is none.
        OSError: The file cannot be read.
    """
    return read_private_key(path.read_text(encoding="utf-8", errors="replace"))


def files_for(path: Path) -> dict[type[Form], Path]:
    """The file of each kind of form: forms-feedback.ods and so on for forms.ods."""
    return {form: path.with_stem(f"{path.stem}-{name}") for name, form in FORMS.items()}


def _write(path: Path, inbox: Inbox) -> None:
    """Write each kind of form into a file of its own, so that no address stands with feedback."""
    files = files_for(path)
    for file in files.values():
        if file.exists():
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(file))
    for form, file in files.items():
        columns = ["form", "day", *(question.field for question in questions_in(form))]
        rows = (fields_of(each).values() for each in inbox.forms if isinstance(each, form))
        # Without its mark of UTF-8, Excel takes the letters of CSV for those of Windows.
        with new_private_file(file, encoding="utf-8-sig") as opened:
            if file.suffix == _SHEET:
                write_ods(opened.buffer, [columns, *rows])
            else:
                write_csv(opened, [columns, *rows])


def _end(inbox: Inbox, deleted: int) -> str:
    lines = [f"Forms: {len(inbox.forms)}."]
    if closed := len(inbox.closed):
        lines.append(f"More that this key does not open: {closed}. They stay as they are.")
    if deleted:
        lines.append(f"Deleted, since their time was over: {deleted}.")
    return "\n".join(lines)


def form_lines(form: Form) -> Iterator[str]:
    """A form as staff read it."""
    fields = fields_of(form)
    yield f"{fields.pop('form')}, {fields.pop('day')}"
    for name, value in fields.items():
        if value:
            yield f"  {name}: " + value.replace("\n", "\n    ")


def fields_of(form: Form) -> dict[str, str]:
    """What stands in a form, in words."""
    answers = {
        each.field: each.shown(getattr(form, each.field)) for each in questions_in(type(form))
    }
    return {"form": form.called, "day": form.day.isoformat(), **answers}
