"""What each address answers, in this process: files, headers, and whom it believes."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web_protocol import RequestHandler

from kiosk.desk.outbox import FILE_NAME
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.web.headers import headers_for
from kiosk.web.packing import Packed
from kiosk.web.posts import AT_ONCE, LARGEST_BODY
from kiosk.web.server import ServeOptions, Server

PUBLIC = "https://kiosk.example"
OURS = {"Host": "kiosk.example"}
FORMS = FormSettings(public_key="kiosk-public:x")


def serving(behind_proxy: bool = False, **settings: Any) -> Server:
    """A server of some files, for pages at one public address."""
    listening = Mock(spec=socket.socket)
    listening.getsockname.return_value = ("127.0.0.1", 8000)
    options = ServeOptions(public=(PUBLIC,), behind_proxy=behind_proxy)
    server = Server(Settings(**settings), "", "", options, listening)
    names = ("index.html", "main.js", "style.css", "icon.svg")
    server.current.files = {
        name: Packed(f"plain {name}".encode(), b"gzip", b"brotli") for name in names
    }
    return server


def client_of(server: Server) -> TestClient[Any, Any]:
    """Who asks it, and unpacks nothing."""
    return TestClient(TestServer(server.application()), auto_decompress=False)


@pytest.fixture
async def client() -> AsyncIterator[TestClient[Any, Any]]:
    """Ask a server that offers nothing but its files."""
    async with client_of(serving()) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/", "index.html", "text/html"),
        ("/index.html", "index.html", "text/html"),
        ("/main.js", "main.js", "text/javascript"),
        ("/style.css", "style.css", "text/css"),
        ("/icon.svg", "icon.svg", "image/svg+xml"),
    ],
)
async def test_each_file_is_sent_as_what_it_is(
    client: TestClient[Any, Any], path: str, name: str, kind: str
) -> None:
    """Browsers are told to guess nothing; all of it is text in UTF-8."""
    async with client.get(path, headers={**OURS, "Accept-Encoding": "identity"}) as answer:
        assert (answer.status, await answer.read()) == (200, f"plain {name}".encode())
        assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
        assert answer.headers["Vary"] == "Accept-Encoding"


async def test_whoever_says_nothing_of_it_gets_it_plain(client: TestClient[Any, Any]) -> None:
    """As a program does that is no browser."""
    silent = ("Accept-Encoding",)
    async with client.get("/main.js", headers=OURS, skip_auto_headers=silent) as answer:
        assert (answer.status, await answer.read()) == (200, b"plain main.js")


@pytest.mark.parametrize(
    ("taken", "body", "encoding"),
    [
        ("br", b"brotli", "br"),
        ("gzip, deflate, br;q=0.5", b"brotli", "br"),
        ("gzip;q=1", b"gzip", "gzip"),
        ("deflate", b"plain main.js", None),
        ("identity", b"plain main.js", None),
    ],
)
async def test_whoever_takes_it_packed_gets_it_packed(
    client: TestClient[Any, Any], taken: str, body: bytes, encoding: str | None
) -> None:
    """As small as they take it."""
    async with client.get("/main.js", headers={**OURS, "Accept-Encoding": taken}) as answer:
        assert (await answer.read(), answer.headers.get("Content-Encoding")) == (body, encoding)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/main.js", 200),
        ("GET", "/health", 200),
        ("GET", "/nothing", 404),
        ("GET", "/page/main.js", 404),
        ("GET", "/form", 404),
        ("POST", "/", 405),
        ("POST", "/form", 400),
        ("POST", "/count", 400),
        ("DELETE", "/main.js", 405),
    ],
)
async def test_every_answer_has_its_headers(
    client: TestClient[Any, Any], method: str, path: str, status: int
) -> None:
    """Refusals, too; and none names our software."""
    async with client.request(method, path, headers=OURS) as answer:
        wanted = headers_for(takes_forms=False)
        assert answer.status == status
        assert {name: answer.headers.get(name) for name in wanted} == wanted
        assert "Server" not in answer.headers
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    ("settings", "takes_forms"),
    [({}, False), ({"counts": True}, True), ({"forms": FORMS}, True)],
)
async def test_a_page_may_send_something_where_something_is_taken(
    settings: dict[str, Any], *, takes_forms: bool
) -> None:
    """Forms or counts; else it may speak to nobody at all."""
    async with client_of(serving(**settings)) as client, client.get("/", headers=OURS) as answer:
        wanted = headers_for(takes_forms=takes_forms)["Content-Security-Policy"]
        assert answer.headers["Content-Security-Policy"] == wanted


@pytest.mark.parametrize(
    ("host", "origin", "status", "allowed"),
    [
        ("kiosk.example", PUBLIC, 200, PUBLIC),
        ("KIOSK.example", "HTTPS://Kiosk.Example", 200, "HTTPS://Kiosk.Example"),
        ("127.0.0.1:8000", "http://localhost:8000", 200, "http://localhost:8000"),
        ("127.0.0.1:8001", PUBLIC, 403, PUBLIC),
        ("kiosk.example", "http://kiosk.example", 403, None),
        ("kiosk.example", "null", 403, None),
        ("evil.example", "http://evil.example", 403, None),
    ],
)
async def test_only_our_own_pages_may_read_an_answer(
    client: TestClient[Any, Any], host: str, origin: str, status: int, allowed: str | None
) -> None:
    """Small and large letters are the same in an address, but http and https are not."""
    async with client.get("/", headers={"Host": host, "Origin": origin}) as answer:
        assert answer.status == status
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed


@pytest.mark.parametrize(("size", "status"), [(LARGEST_BODY, 400), (LARGEST_BODY + 1, 413)])
async def test_nothing_larger_than_a_form_is_taken_in(
    client: TestClient[Any, Any], size: int, status: int
) -> None:
    """It is refused for its size, before anybody looks what it is."""
    async with client.post("/form", data=b"x" * size, headers=OURS) as answer:
        assert answer.status == status


@pytest.mark.parametrize(("behind_proxy", "status"), [(True, 400), (False, 429)])
async def test_behind_a_proxy_each_address_has_its_own_allowance(
    *, behind_proxy: bool, status: int
) -> None:
    """Without one, everybody who comes from one machine shares it, whatever they say."""
    async with client_of(serving(behind_proxy)) as client:
        for number in range(AT_ONCE + 1):
            headers = {**OURS, "X-Forwarded-For": f"10.0.0.{number}"}
            async with client.post("/form", data=b"x", headers=headers) as answer:
                last = answer.status
        assert last == status


async def test_whoever_has_asked_has_longer_to_fetch_the_answer() -> None:
    """The connection is known by then."""
    server = serving()
    assert server._asked == set()
    async with client_of(server) as client, client.get("/", headers=OURS):
        (asked,) = server._asked
        assert isinstance(asked, RequestHandler)


@pytest.mark.parametrize(("topic", "status"), [("one", 204), ("another", 404)])
async def test_what_is_left_behind_goes_to_the_desk(
    tmp_path: Path, topic: str, status: int
) -> None:
    """As far as the files that are given now offer it."""
    server = serving(counts=True, data=str(tmp_path))
    server.current.topics = frozenset({"one"})
    async with (
        client_of(server) as client,
        client.post("/count", json={"topic": topic}, headers=OURS) as answer,
    ):
        assert answer.status == status
    assert (tmp_path / FILE_NAME).exists() is (status == 204)
