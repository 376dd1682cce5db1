"""Whoever takes the machine away and reads every byte finds no word and no address."""

import base64
from pathlib import Path

import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback, Form, Mailing
from kiosk.desk.outbox import FILE_NAME
from tests.desk.conftest import KEY, outbox_in

SECRETS = ("Persephone", "okonkwo.p@example.org", "he said he would post it")
FORMS_WITH_SECRETS: tuple[Feedback | Mailing, ...] = (
    Mailing(name=SECRETS[0], email=SECRETS[1], topics=("news",), consent=True),
    Feedback(rating=2, words=SECRETS[2]),
)


def disguises(secret: str) -> list[bytes]:
    """The ways in which a text may stand in a file."""
    shown = [secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode()]
    # In Base64, a text has three looks, by where it begins.
    shown += [base64.b64encode(b"\x00" * skip + secret.encode())[4:-4] for skip in range(3)]
    return [*shown, *(text.lower() for text in shown), *(text.upper() for text in shown)]


def traces(folder: Path) -> dict[str, bytes]:
    """Every byte in the folder, by file."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def assert_no_secret(found: dict[str, bytes]) -> None:
    """No file may hold a secret in any disguise."""
    for name, content in found.items():
        for secret in SECRETS:
            assert not any(text in content for text in disguises(secret)), name


def test_the_search_would_find_a_secret() -> None:
    """The search below can fail: it sees each of the disguises."""
    hidden = base64.b64encode(f"..{SECRETS[1]}..".encode())
    for content in (SECRETS[0].encode(), SECRETS[2].encode("utf-16-le"), hidden):
        with pytest.raises(AssertionError):
            assert_no_secret({"file": b"\x00" + content + b"\x00"})


def test_no_file_holds_a_word_after_a_submission(desk: Desk, folder: Path) -> None:
    """The file, its log and its index, while they are open and after, hold seals alone."""
    with outbox_in(folder).begin() as connection:
        connection.rollback()  # it is open still, and whoever writes need not wait
        for form in FORMS_WITH_SECRETS:
            desk.submit(form)
        while_open = traces(folder)
    assert {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"} == set(while_open)
    assert_no_secret(while_open)
    assert set(traces(folder)) == {FILE_NAME}
    assert_no_secret(traces(folder))


def test_no_key_that_opens_anything_is_on_the_disk(desk: Desk, folder: Path) -> None:
    """The private key is needed for nothing at the kiosk, and is nowhere."""
    desk.submit(FORMS_WITH_SECRETS[0])
    assert not any(bytes(KEY) in content for content in traces(folder).values())


def test_a_deleted_form_is_overwritten(desk: Desk, folder: Path) -> None:
    """Even the seal is gone from free pages and from the log once a form was delivered."""
    for form in FORMS_WITH_SECRETS:
        desk.submit(form)
    outbox = outbox_in(folder)
    with outbox.begin() as connection:
        seals = [seal for (seal,) in connection.execute("SELECT sealed FROM forms")]
        connection.execute("DELETE FROM forms")
    outbox.forget_order()
    assert len(seals) == 2
    for content in traces(folder).values():
        assert not any(seal[at : at + 16] in content for seal in seals for at in (0, 500, 1000))


def test_half_typed_forms_leave_nothing(desk: Desk, folder: Path) -> None:
    """A form that is made and checked but never sent touches no disk."""
    desk.warm()
    before = traces(folder)
    made: list[Form] = list(FORMS_WITH_SECRETS)
    assert made
    assert traces(folder) == before
