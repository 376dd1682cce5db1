"""What each address answers, in this process: files, headers, whom it believes, how it ends."""

import asyncio
import resource
import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from kiosk.exits import FAULT
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.web import server as server_module
from kiosk.web.current import NotMadeError
from kiosk.web.headers import headers_for
from kiosk.web.packing import Packed
from kiosk.web.posts import AT_ONCE, LARGEST_BODY
from kiosk.web.server import ServeOptions, Server, run_server
from tests.tools import DEADLINE_SECONDS

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
    assert len(server._asked) == 0
    async with client_of(server) as client, client.get("/", headers=OURS):
        assert len(server._asked) == 1


def test_what_is_made_follows_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """And leads where leaving is to lead; the log of the settings has the edits."""
    log = Mock()
    monkeypatch.setattr(server_module, "make_log", log)
    listening = Mock(spec=socket.socket)
    listening.getsockname.return_value = ("127.0.0.1", 8000)
    settings = Settings(name="Ashby", log="/log")
    options = ServeOptions(neutral_address="https://news.example")
    current = Server(settings, "/kiosk.toml", "/store", options, listening).current
    assert current.settings is settings
    assert current._arguments == ("/kiosk.toml", "/store", "https://news.example")
    assert current._log is log.return_value
    log.assert_called_once_with("/log")


@pytest.mark.parametrize("refuses", [True, False])
def test_it_takes_as_many_connections_as_it_may(
    monkeypatch: pytest.MonkeyPatch, *, refuses: bool
) -> None:
    """Where the system forbids even to ask, it serves with what it has."""
    asked = Mock(side_effect=OSError if refuses else None)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 4096))
    monkeypatch.setattr(resource, "setrlimit", asked)
    server_module._allow_many_connections()
    asked.assert_called_once_with(resource.RLIMIT_NOFILE, (4096, 4096))


@pytest.mark.parametrize(
    ("host", "family"), [("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)]
)
def test_a_port_that_cannot_be_had_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    host: str,
    family: socket.AddressFamily,
) -> None:
    """It is asked for by the kind of the address, and ends with what the system says."""
    asked = Mock(side_effect=OSError("in use"))
    monkeypatch.setattr(socket, "create_server", asked)
    assert run_server("", ServeOptions(host=host, port=80)) == FAULT
    asked.assert_called_once_with((host, 80), family=family, backlog=1024)
    assert capsys.readouterr().err == "kiosk: in use\n"


def test_settings_with_a_fault_are_told_and_nothing_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By file and line."""
    path = tmp_path / "kiosk.toml"
    path.write_text("nmae = 1\n")
    assert run_server(str(path), ServeOptions(port=0)) == FAULT
    assert capsys.readouterr().err.startswith(f"kiosk: {path}:1: 'nmae' is not a setting.")


def test_words_that_cannot_be_used_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is a log that cannot be written, which keeps nobody from serving."""
    path = tmp_path / "kiosk.toml"
    path.write_text('log = "none/log"\n')

    async def serve(_server: Server, listening: socket.socket) -> None:
        listening.close()
        raise NotMadeError("en/start.yaml: This file is missing.")

    monkeypatch.setattr(server_module, "_serve", serve)
    monkeypatch.setattr(server_module, "_allow_many_connections", lambda: None)
    monkeypatch.setattr("logging.disable", lambda: None)
    assert run_server(str(path), ServeOptions(port=0)) == FAULT
    about_log, about_words = capsys.readouterr().err.splitlines()
    assert f"{tmp_path}/none/log" in about_log
    assert about_words == "en/start.yaml: This file is missing."


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_serves_until_it_is_told_to_end(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says where, once it can be asked; what was begun for it is ended with it."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(Settings(), "", "", ServeOptions(), listening)
    server.current.files = {"index.html": Packed(b"plain", b"gzip", b"brotli")}
    begin = AsyncMock()
    monkeypatch.setattr(server.current, "begin", begin)
    kept = asyncio.Event()

    async def keep() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            kept.set()

    monkeypatch.setattr(server.current, "keep", keep)
    serving = asyncio.create_task(server_module._serve(server, listening))
    async with asyncio.timeout(DEADLINE_SECONDS):
        said = ""
        while not said:
            await asyncio.sleep(0)
            said = capsys.readouterr().out
        assert said == f"The kiosk is at {server.address}\n"
        async with ClientSession() as session, session.get(server.address) as answer:
            assert answer.status == 200
        signal.raise_signal(number)
        await serving
    begin.assert_awaited_once_with()
    assert kept.is_set()
    assert listening.fileno() == -1
