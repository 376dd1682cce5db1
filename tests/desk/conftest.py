"""What these tests share: a key, a desk in a folder of its own, and a real PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Form
from kiosk.desk.hub import Hub
from kiosk.desk.inbox import read_inbox
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.schema import Store
from kiosk.desk.sealing import public_text
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from tests.desk.postgres import PostgresServer

KEY = PrivateKey(bytes(range(32)))
"""The library's private key in these tests."""


def settings_in(folder: Path) -> Settings:
    """Settings with everything switched on."""
    return Settings(data=str(folder), counts=True, forms=FormSettings(public_text(KEY.public_key)))


def outbox_in(folder: Path) -> Outbox:
    """The outbox that a desk keeps in a folder."""
    return Outbox(folder / FILE_NAME)


def forms_in(store: Store) -> list[Form]:
    """Every form in an outbox or a hub; each must open."""
    inbox = read_inbox(store, KEY)
    assert inbox.closed == ()
    return inbox.forms


def numbers_in(store: Store) -> dict[str, int]:
    """Every count, by topic; in a store of one kiosk and one day."""
    with store.begin() as connection:
        return dict(connection.execute("SELECT topic, number FROM counts").fetchall())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def desk(folder: Path) -> Desk:
    """A desk with everything switched on."""
    return Desk(settings_in(folder))


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL server of these tests' own."""
    with PostgresServer() as server:
        yield server


@pytest.fixture
def url(server: PostgresServer) -> str:
    """An empty database's address, without TLS."""
    return server.new_database()


@pytest.fixture
def hub(url: str) -> Hub:
    """A hub with its tables."""
    hub = Hub(url)
    hub.migrate()
    return hub
