"""What keeps a school's network and its visitors safe from each other, at a server that runs."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession

from kiosk.web.headers import headers_for
from kiosk.web.posts import LARGEST_BODY
from kiosk.web.server import REQUEST_SECONDS
from tests.tools import DEADLINE_SECONDS
from tests.web.kiosk_server import KioskServer

FILES = ["/", "/index.html", "/main.js", "/style.css", "/words-en.js", "/icon.svg"]


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    """Client connections."""
    async with ClientSession() as session:
        yield session


@pytest.mark.parametrize("path", [*FILES, "/health", "/nothing", "/form"])
async def test_every_answer_has_the_strict_headers(
    session: ClientSession, shared_server: KioskServer, path: str
) -> None:
    """Nothing is kept, framed, sniffed or told on; no script but our own; our software unnamed."""
    async with session.get(shared_server.address + path) as answer:
        wanted = headers_for(takes_forms=False)
        assert {name: answer.headers[name] for name in wanted} == wanted
        assert answer.status == (200 if path in [*FILES, "/health"] else 404)
        assert not {"Server", "Set-Cookie", "ETag", "Last-Modified"} & answer.headers.keys()


@pytest.mark.parametrize("path", FILES)
async def test_a_file_is_sent_packed_to_whoever_takes_it_so(
    session: ClientSession, shared_server: KioskServer, path: str
) -> None:
    """The same file either way, with its kind."""
    plain, *packed = [
        await _body(session, shared_server.address + path, encoding)
        for encoding in ("identity", "gzip", "br")
    ]
    assert packed == [plain, plain]


async def _body(session: ClientSession, address: str, encoding: str) -> tuple[bytes, str]:
    async with session.get(address, headers={"Accept-Encoding": encoding}) as answer:
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        return await answer.read(), answer.headers["Content-Type"]


@pytest.mark.parametrize(
    "path", ["/../server.py", "/%2e%2e/server.py", "/page/", "/static/main.js", "/page.html"]
)
async def test_nothing_else_can_be_had(
    session: ClientSession, shared_server: KioskServer, path: str
) -> None:
    """There is no folder behind the addresses."""
    async with session.get(shared_server.address + path) as answer:
        assert answer.status == 404


async def test_another_host_is_turned_away(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """A name that somebody points at this machine gets no page, so that it can read none."""
    async with session.get(shared_server.address, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null"])
@pytest.mark.parametrize("path", ["/form", "/count"])
async def test_another_sites_page_can_leave_nothing(
    session: ClientSession, shared_server: KioskServer, origin: str, path: str
) -> None:
    """A page of another site sends no forms and counts nothing here."""
    address = shared_server.address + path
    async with session.post(address, headers={"Origin": origin}, data="{}") as answer:
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_a_page_at_a_public_address_may_ask(session: ClientSession) -> None:
    """Whoever was named at the start: files that lie elsewhere may send their forms here."""
    with KioskServer("--public", "https://files.example") as server:
        headers = {"Origin": "https://files.example"}
        async with session.post(f"{server.address}/form", headers=headers, data="{}") as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == "https://files.example"
            assert answer.status == 400


async def test_health_is_told_to_whoever_asks(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """A health check asks by number; it learns that the kiosk is ready, and nothing else."""
    address = shared_server.address + "/health"
    async with session.get(address, headers={"Host": "10.0.0.7:8000"}) as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_nobody_can_make_the_server_take_in_much(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """What is larger than a form is refused before it is read."""
    async with session.post(
        f"{shared_server.address}/form", data=b"a" * (LARGEST_BODY + 1)
    ) as answer:
        assert answer.status == 413


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HTTP/1.1\r\nHost: x", b"POST /form HTTP/1.1\r\n{host}Content-Length: 9\r\n\r\n{"],
)
async def test_who_asks_slowly_is_cut_off(shared_server: KioskServer, sent: bytes) -> None:
    """Whoever connects and says nothing, or not all of it, holds no connection for long."""
    where = urlsplit(shared_server.address)
    begun = asyncio.get_running_loop().time()
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(sent.replace(b"{host}", f"Host: {where.netloc}\r\n".encode()))
    async with asyncio.timeout(DEADLINE_SECONDS + REQUEST_SECONDS):
        try:
            answer = await reader.read()
        except ConnectionResetError:
            answer = b""
    assert answer == b"" or b" 408 " in answer
    assert asyncio.get_running_loop().time() - begun > REQUEST_SECONDS / 2
    writer.close()


async def test_nothing_is_logged_of_visitors(session: ClientSession, tmp_path: Path) -> None:
    """No address, no path and no word is written, even of bad requests."""
    log, settings = tmp_path / "log", tmp_path / "kiosk.toml"
    settings.write_text(f'log = "{log}"\ncounts = true\n')
    with KioskServer(settings=settings) as server:
        for path in ("/secret-path", "/form?threat"):
            async with session.get(server.address + path) as answer:
                assert answer.status in (404, 405)
        told = json.dumps({"topic": "secret"})
        async with session.post(f"{server.address}/count", data=told) as answer:
            assert answer.status == 404
        assert server.end() == ""
    text = log.read_text() if log.exists() else ""
    for private in ("127.0.0.1", "secret", "threat", "form", "count"):
        assert private not in text
