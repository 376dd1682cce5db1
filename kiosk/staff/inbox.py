"""`kiosk inbox`: what visitors have sent, on a screen of the staff or in a CSV file."""

import os
from collections.abc import Iterator
from datetime import date
from errno import EEXIST
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
        csv_path: What `files_for` names the new files by; without it, they are in the message.
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
        written = ", ".join(file.name for file in files_for(csv_path).values())
        message = f"Written: {written}\n{message}"
    mark_opened(store, [form.id for form in inbox.forms], today)
    return message + "\n"


def files_for(path: Path) -> dict[type[Form], Path]:
    """The file of each kind of form: forms-feedback.csv and so on for forms.csv."""
    return {form: path.with_stem(f"{path.stem}-{name}") for name, form in FORMS.items()}


def _write(path: Path, inbox: Inbox) -> None:
    """Write each kind of form into a file of its own, so that no address stands with feedback."""
    files = files_for(path)
    for file in files.values():
        if file.exists():
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(file))
    for form, file in files.items():
        columns = ["form", "day", *(question.field for question in questions_in(form))]
        rows = (_fields(each).values() for each in inbox.forms if isinstance(each, form))
        # Without this mark, Excel takes the letters for those of Windows.
        with new_private_file(file, encoding="utf-8-sig") as opened:
            write_csv(opened, [columns, *rows])


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
