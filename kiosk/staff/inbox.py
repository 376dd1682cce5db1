"""`kiosk inbox`: what visitors have sent, on a screen of the staff or in a CSV file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.desk.forms import FORMS, Form, questions_in
from kiosk.desk.inbox import Inbox, Store, delete_opened, mark_opened, read_inbox
from kiosk.desk.sealing import read_private_key
from kiosk.staff.private_file import new_private_file
from kiosk.staff.spreadsheet import write_csv


def open_inbox(
    store: Store, key_path: Path, csv_path: Path | None, days: int | None, today: date
) -> str:
    """Open the forms, and delete those whose time is over.

    Args:
        store: Where they are.
        key_path: The file with the private key.
        csv_path: A new file to write them into; without it, they are part of the message.
        days: How long forms stay after they were first opened; without it, for ever.
        today: The day by this machine's clock.

    Returns:
        What to tell staff.

    Raises:
        DeskError: The forms cannot be reached, or the key is not valid.
        OSError: A file cannot be read or made.
    """
    key = read_private_key(key_path.read_text(encoding="utf-8", errors="replace"))
    deleted = delete_opened(store, days, today) if days else 0
    inbox = read_inbox(store, key)
    message = _end(inbox, deleted)
    if csv_path is None:
        lines = [line for form in inbox.forms for line in (*_form_lines(form), "")]
        message = "\n".join([*lines, message])
    else:
        _write(csv_path, inbox)
    mark_opened(store, [form.id for form in inbox.forms], today)
    return message + "\n"


def _write(path: Path, inbox: Inbox) -> None:
    """Write the forms as CSV, a form a row, with a column for every question of any form."""
    questions = (each for form in FORMS.values() for each in questions_in(form))
    columns = list(dict.fromkeys(["form", "day", *(each.field for each in questions)]))
    fields = (_fields(form) for form in inbox.forms)
    rows = ([form.get(column, "") for column in columns] for form in fields)
    with new_private_file(path) as file:
        write_csv(file, [columns, *rows])


def _end(inbox: Inbox, deleted: int) -> str:
    lines = [f"Forms: {len(inbox.forms)}."]
    if inbox.closed:
        lines.append(f"More that this key does not open: {inbox.closed}. They stay as they are.")
    if deleted:
        lines.append(f"Deleted, since their time was over: {deleted}.")
    return "\n".join(lines)


def _form_lines(form: Form) -> Iterator[str]:
    fields = _fields(form)
    yield f"{fields.pop('form')}, {fields.pop('day')}"
    for name, value in fields.items():
        if value:
            yield f"  {name}: " + value.replace("\n", "\n    ")


def _fields(form: Form) -> dict[str, str]:
    answers = {
        each.field: each.shown(getattr(form, each.field)) for each in questions_in(type(form))
    }
    return {"form": form.called, "day": form.day.isoformat(), **answers}
