"""What visitors leave behind, where staff have switched that on: the key, the file, the hub."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kiosk.desk.trouble import DeskError, Reason
from kiosk.edits.kept import not_ours
from kiosk.plain_file import may_be_there
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, fault, tick

HUB_SECONDS = 5
"""How long the hub is waited for."""


def forms_key(machine: Machine) -> Iterator[Finding]:
    """Whether something can be sealed with the library's public key."""
    key = machine.settings.forms.public_key
    if not key:
        yield tick("No forms are offered: the settings hold no key.")
        return
    from nacl.exceptions import CryptoError
    from nacl.public import SealedBox

    from kiosk.desk.sealing import read_public_key

    try:
        SealedBox(read_public_key(key)).encrypt(b"doctor")
    except (CryptoError, DeskError) as error:
        yield fault(
            f"Nothing can be sealed with the key for forms: {error}",
            "Copy the public key whole, as `kiosk keys new` printed it: docs/forms.md",
        )
    else:
        yield tick("Forms can be sealed with the library's key.")


def promises(machine: Machine) -> Iterator[Finding]:
    """Whether visitors are told who answers for their data, and forms have an end."""
    forms = machine.settings.forms
    if not forms.public_key:
        yield tick("Nothing is promised of visitors' data: there are no forms.")
        return
    lacking = False
    if machine.settings.mailing_list and not forms.responsible:
        lacking = True
        yield advice(
            "The form for the mailing list names the library alone as answering for the data.",
            'Write who does, and how to reach them, as responsible = "..." below [forms].',
        )
    if not forms.keep_days:
        lacking = True
        yield advice(
            "Forms stay until somebody deletes them.",
            "Write after how many days they go, as keep_days = 90 below [forms].",
        )
    if not lacking:
        yield tick(f"Forms are deleted {forms.keep_days} days after they have arrived.")


def outbox(machine: Machine) -> Iterator[Finding]:
    """Whether the file of forms and counts can be used, and how much waits in it.

    It is only read. How old a form is stands inside its seal, so nobody can tell here.
    """
    from kiosk.desk.outbox import FILE_NAME
    from kiosk.desk.schema import HEAD

    path = Path(machine.settings.data) / FILE_NAME
    if not may_be_there(path):
        yield tick("No visitor has left anything.")
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            revision = file.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            waiting = file.execute("SELECT count(*) FROM forms").fetchone()[0]
    except (sqlite3.Error, TypeError) as error:
        damaged = "If it is damaged, move it away and keep it: docs/forms.md"
        is_ours = os.access(path, os.R_OK)
        remedy = damaged if is_ours else not_ours(machine.settings.data)
        yield fault(f"{path} cannot be read: {error}.", remedy)
        return
    if revision > HEAD:
        yield fault(
            f"{path} was made by a newer version of the kiosk ({revision}, not {HEAD}).",
            "Install that version again, or a later one.",
        )
    else:
        yield tick(f"The file of forms and counts opens ({revision}): {waiting} forms wait in it.")


def hub(machine: Machine) -> Iterator[Finding]:
    """Whether the hub answers soon, with tables as new as this kiosk's, and lets it do no more."""
    if not machine.settings.hub.url:
        yield tick("No hub: forms and counts stay on this machine.")
        return
    from kiosk.desk.hub import Hub

    url = machine.settings.hub.url
    if "connect_timeout" not in url:
        url += f"{'&' if '?' in url else '?'}connect_timeout={HUB_SECONDS}"
    try:
        welcome = Hub(url).test()
    except DeskError as error:
        if error.reason is Reason.UNREACHED:
            yield advice(str(error), "See whether network and hub are up; all waits until then.")
        else:
            yield fault(str(error), "What is to be done stands in docs/forms.md, under the hub.")
        return
    yield advice(*welcome) if welcome.advice else tick(welcome.told)
