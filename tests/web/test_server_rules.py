"""What the server makes of a request, rule by rule, without a process or a browser."""

import asyncio
import logging
import socket
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from aiohttp.test_utils import make_mocked_request
from aiohttp.web import Request

from kiosk.settings import Settings
from kiosk.web import server as server_module
from kiosk.web.server import CONNECTION_SECONDS, REQUEST_SECONDS, ServeOptions, Server, run_server
from tests.command import store_of


def server(**options: Any) -> Server:
    """A server whose socket has the port 8000."""
    listening = Mock(spec=socket.socket)
    listening.getsockname.return_value = ("127.0.0.1", 8000)
    return Server(Settings(), "", "", ServeOptions(**options), listening)


def request(headers: Mapping[str, str]) -> Request:
    """A request from an address."""
    transport = Mock()
    transport.get_extra_info = lambda name, default=None: (
        ("9.9.9.9", 1) if name == "peername" else default
    )
    return make_mocked_request("GET", "/", headers=headers, transport=transport)


@pytest.mark.parametrize(
    ("files", "status", "text"), [({"index.html": 1}, 200, "ok"), ({}, 503, "starting")]
)
async def test_health_is_whether_there_is_something_to_give(
    files: dict[str, Any], status: int, text: str
) -> None:
    """A proxy sends nobody here before that."""
    kiosk = server()
    kiosk.current.files = files
    answer = await kiosk._health(request({}))
    assert (answer.status, answer.text) == (status, text)


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "address"),
    [
        (False, None, "9.9.9.9"),
        (False, "1.1.1.1", "9.9.9.9"),
        (True, None, "9.9.9.9"),
        (True, "1.1.1.1", "1.1.1.1"),
        (True, "1.1.1.1, 2.2.2.2", "2.2.2.2"),
        (True, "1.1.1.1,2.2.2.2 ", "2.2.2.2"),
    ],
)
def test_whose_allowance_it_is(forwarded: str | None, address: str, *, behind_proxy: bool) -> None:
    """Behind a proxy the address that it has added last; else the one that is connected."""
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    assert server(behind_proxy=behind_proxy)._address_of(request(headers)) == address


@pytest.mark.parametrize(
    ("host", "public", "origins"),
    [
        ("127.0.0.1", (), ["http://127.0.0.1:8000", "http://localhost:8000"]),
        ("::1", (), ["http://127.0.0.1:8000", "http://[::1]:8000", "http://localhost:8000"]),
        (
            "10.0.0.1",
            ("https://Kiosk.example/",),
            [
                "http://10.0.0.1:8000",
                "http://127.0.0.1:8000",
                "http://localhost:8000",
                "https://kiosk.example",
            ],
        ),
    ],
)
def test_which_addresses_are_ours(host: str, public: tuple[str, ...], origins: list[str]) -> None:
    """Where it listens, this machine by both its names, and what a proxy serves."""
    assert sorted(server(host=host, public=public)._origins) == origins


class SeenEnoughError(Exception):
    """Ends what would go on for ever."""


@pytest.mark.parametrize(
    ("has_asked", "seconds", "is_ended"),
    [
        (False, REQUEST_SECONDS, False),
        (False, REQUEST_SECONDS + 1, True),
        (True, REQUEST_SECONDS + 1, False),
        (True, CONNECTION_SECONDS, False),
        (True, CONNECTION_SECONDS + 1, True),
    ],
)
async def test_how_long_a_connection_lasts(
    monkeypatch: pytest.MonkeyPatch, seconds: float, *, has_asked: bool, is_ended: bool
) -> None:
    """Not long for whoever says nothing; long enough to load all files for whoever asks."""
    kiosk, connection = server(), Mock()
    if has_asked:
        kiosk._asked.add(connection)
    times = iter([100.0, 100.0 + seconds])
    monkeypatch.setattr(server_module, "time", SimpleNamespace(monotonic=lambda: next(times)))
    rests = iter([None])

    async def rest(seconds: float) -> None:
        assert seconds == 1
        if next(rests, SeenEnoughError) is SeenEnoughError:
            raise SeenEnoughError

    monkeypatch.setattr(asyncio, "sleep", rest)
    with pytest.raises(SeenEnoughError):
        await kiosk.cut_off(lambda: [connection])
    assert connection.transport.abort.called is is_ended


def test_the_words_are_kept_where_staff_look_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name of the settings file, wherever a link in its place leads."""
    told: list[str] = []

    async def serve(server: Server, listening: socket.socket) -> None:
        told.extend((server.current._settings_path, server.current._store))
        listening.close()

    monkeypatch.setattr(server_module, "_serve", serve)
    monkeypatch.setattr(server_module, "_allow_many_connections", lambda: None)
    monkeypatch.setattr(logging, "disable", lambda: None)
    (tmp_path / "data").mkdir()
    (tmp_path / "real.toml").write_text('data = "data"\n')
    link = tmp_path / "kiosk.toml"
    link.symlink_to("real.toml")
    assert run_server(str(link), ServeOptions(port=0)) == 0
    assert told == [str(link), str(store_of(link).folder)]
