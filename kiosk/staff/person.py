"""What there is of one person: `kiosk inbox --export ADDRESS` and `--erase ADDRESS`."""

import json
import re
from collections.abc import Iterable, Iterator

from nacl.public import PrivateKey

from kiosk.desk.forms import Form, questions_in
from kiosk.desk.inbox import delete_forms, read_inbox
from kiosk.desk.schema import Store
from kiosk.staff.inbox import fields_of


def export_person(stores: Iterable[tuple[str, Store]], key: PrivateKey, address: str) -> str:
    """Everything that a person has sent, as JSON to hand on to them.

    Args:
        stores: Where forms are, each by its name.
        key: The private key.
        address: The person's address for email.

    Raises:
        DeskError: A store cannot be reached.
    """
    found = [
        {"kept in": name, **fields_of(form)}
        for name, store in stores
        for form in read_inbox(store, key).forms
        if is_of(form, address)
    ]
    return json.dumps(found, indent=2, ensure_ascii=False)


def erase_person(
    stores: Iterable[tuple[str, Store]], key: PrivateKey, address: str
) -> Iterator[str]:
    """Delete everything that a person has sent.

    Args:
        stores: Where forms are, each by its name.
        key: The private key.
        address: The person's address for email.

    Yields:
        What was done, for staff, place by place.

    Raises:
        DeskError: A store cannot be reached.
    """
    for name, store in stores:
        inbox = read_inbox(store, key)
        numbers = [form.id for form in inbox.forms if is_of(form, address)]
        yield f"{name}: deleted {delete_forms(store, numbers)} forms."
        if closed := len(inbox.closed):
            yield f"{name}: {closed} forms that this key does not open were not searched."
    yield "Sheets, mailing lists and copies of the file are not reached: look there, too."


def is_of(form: Form, address: str) -> bool:
    """Whether a form holds an address: as the one that mail goes to, or among words."""
    wanted = address.strip().casefold()
    among = re.compile(rf"(?<![\w.+-]){re.escape(wanted)}(?![\w-]|\.\w)")
    for question in questions_in(type(form)):
        text = question.shown(getattr(form, question.field)).casefold()
        if text == wanted if question.kind == "address" else among.search(text):
            return True
    return False
