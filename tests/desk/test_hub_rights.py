"""What somebody can do at the hub who has taken a kiosk, and has its login: next to nothing."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from kiosk.desk.desk import Desk
from kiosk.desk.forms import SEALED_SIZES
from kiosk.desk.hub import Hub
from kiosk.desk.sync import sync
from kiosk.desk.trouble import DeskError, Reason
from kiosk.settings import Settings
from kiosk.settings.desk import HubSettings
from kiosk.staff.doctor import desk as probes
from tests.desk.conftest import forms_in, numbers_in, outbox_in
from tests.desk.test_sync import ids_in, submit
from tests.machine import machine_with, only

_DOCUMENT = (Path(__file__).parents[2] / "docs/forms.md").read_text(encoding="utf-8")
_FOR_ALL, _FOR_ONE = re.findall(r"```sql\n(.*?)```", _DOCUMENT, re.DOTALL)
LOGINS = ("ashby", "burton")
DAY = date(2026, 11, 22)
A_KIOSK = UUID(int=7)
LoginUrl = Callable[[str], str]


@pytest.fixture
def login_url(hub: Hub, url: str) -> Iterator[LoginUrl]:
    """The address for a login, once the rights are given as the documentation has them."""
    assert hub is not None
    database = url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(_FOR_ALL.replace("DATABASE kiosk", f"DATABASE {database}").encode())
        for login in LOGINS:
            owner.execute(_FOR_ONE.replace("ashby", login).encode())
        yield lambda login: url.replace("kiosk@", f"{login}@")
        for role in (*LOGINS, "kiosks"):
            owner.execute(f"DROP OWNED BY {role}; DROP ROLE {role}".encode())


def test_a_kiosk_delivers_with_these_rights(
    login_url: LoginUrl, desk: Desk, folder: Path, hub: Hub
) -> None:
    """Forms go in, and none comes out; a number that has grown is told again."""
    kiosk = Hub(login_url("ashby"))
    ids = submit(desk, 2)
    for number in (1, 2):
        desk.count("the-law")
        sync(outbox_in(folder), kiosk)
        assert numbers_in(hub) == {"the-law": number}
    assert set(ids_in(hub)) == ids
    with pytest.raises(DeskError) as raised:
        forms_in(kiosk)
    assert raised.value.reason is Reason.SETTINGS
    assert kiosk.test().advice == ""


def put(login: psycopg.Connection, kiosk: UUID, number: int, topic: str = "the-law") -> None:
    """Tell a count as a kiosk does."""
    login.execute("SELECT put_count(%s, %s, %s, %s)", (kiosk, DAY, topic, number))


def test_a_kiosk_changes_no_numbers_but_its_own(login_url: LoginUrl, hub: Hub) -> None:
    """Not even where it knows the other's random name; and its own never become smaller."""
    with psycopg.connect(login_url("ashby"), autocommit=True) as ashby:
        put(ashby, A_KIOSK, 5)
        put(ashby, A_KIOSK, 3)
    with psycopg.connect(login_url("burton"), autocommit=True) as burton:
        for topic in ("the-law", "sleep"):
            with pytest.raises(errors.InsufficientPrivilege, match="another login"):
                put(burton, A_KIOSK, 9, topic)
        put(burton, uuid4(), 1, "sleep")
    assert numbers_in(hub) == {"the-law": 5, "sleep": 1}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT number FROM counts",
        "SELECT count(*) FROM counts",
        "INSERT INTO counts (kiosk, day, topic, number) VALUES (gen_random_uuid(), now(), 'x', 9)",
        "UPDATE counts SET number = 0",
        "SELECT login FROM kiosk_logins",
        "UPDATE kiosk_logins SET login = 'ashby'",
        "SELECT id FROM forms",
        "SELECT ctid FROM forms",
        "INSERT INTO forms (id, sealed) VALUES (gen_random_uuid(), '') RETURNING ctid",
        "INSERT INTO forms (id, sealed, arrived) VALUES (gen_random_uuid(), '', '1999-01-01')",
        "UPDATE forms SET sealed = ''",
        "DELETE FROM forms",
        "TRUNCATE forms",
        "COPY forms TO STDOUT",
        "CREATE TABLE mine (x text)",
        "CREATE TEMPORARY TABLE counts (x text)",
        "CREATE FUNCTION mine() RETURNS void LANGUAGE sql AS ''",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, '')",
        "ALTER ROLE kiosks LOGIN",
        "SET ROLE kiosk",
    ],
)
def test_what_no_kiosk_does_is_refused(login_url: LoginUrl, statement: str) -> None:
    """Whoever has the login has these rights and no others."""
    with (
        psycopg.connect(login_url("ashby"), autocommit=True) as login,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        login.execute(statement.encode())


def test_what_is_added_has_a_size(login_url: LoginUrl, hub: Hub) -> None:
    """A form is as long as a seal is; a number and a topic's name have a limit."""
    add = "INSERT INTO forms (id, sealed) VALUES (gen_random_uuid(), %s)"
    sizes = {near + size for size in SEALED_SIZES for near in (-1, 0, 1)} | {0, 20_000_000}
    with psycopg.connect(login_url("ashby"), autocommit=True) as login:
        for size in sizes - set(SEALED_SIZES):
            with pytest.raises(errors.CheckViolation):
                login.execute(add, (bytes(size),))
        for size in SEALED_SIZES:
            login.execute(add, (bytes(size),))
        put(login, A_KIOSK, 100_000, "x" * 255)
        for number, topic in ((100_001, "x"), (-1, "x"), (1, "x" * 256)):
            with pytest.raises(errors.CheckViolation):
                put(login, A_KIOSK, number, topic)
    assert numbers_in(hub) == {"x" * 255: 100_000}


def test_who_reads_the_inbox_sees_no_order(login_url: LoginUrl, url: str) -> None:
    """The documentation gives them all of a form but its place in the table."""
    rights = re.search(r"Who reads the inbox needs `(.*?)`", _DOCUMENT, re.DOTALL)
    assert rights
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(f"GRANT {rights[1]} TO burton".encode())
    with psycopg.connect(login_url("burton"), autocommit=True) as reader:
        reader.execute("SELECT id, sealed, opened, arrived FROM forms")
        reader.execute("UPDATE forms SET opened = now(), arrived = now()")
        reader.execute("DELETE FROM forms WHERE opened < now()")
        for column in ("ctid", "xmin"):
            with pytest.raises(errors.InsufficientPrivilege):
                reader.execute(f"SELECT {column} FROM forms".encode())


def test_a_login_that_may_read_is_told(login_url: LoginUrl, url: str) -> None:
    """By `kiosk sync --test` and by the doctor, who is content with a login that may not."""
    assert "login of its own" in Hub(url).test().advice
    assert only(probes.hub, machine_with(Settings(hub=HubSettings(url)))).severity == "warning"
    own = Settings(hub=HubSettings(login_url("ashby")))
    assert only(probes.hub, machine_with(own)).severity == "ok"
