"""What keeps a school's network and its visitors safe from each other."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from aiohttp import ClientSession, WSCloseCode, WSServerHandshakeError, web

from kiosk.guard.visitor import Visitor
from kiosk.web.connection import LARGEST_MESSAGE, Connection
from tests.web.client import START, close_code, read_until, visit
from tests.web.kiosk_server import KioskServer, wait_until


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    """Client connections."""
    async with ClientSession() as session:
        yield session


@pytest.mark.parametrize(
    "path", ["/", "/static/main.js", "/static/style.css", "/nothing", "/visit"]
)
async def test_every_answer_has_the_strict_headers(
    session: ClientSession, shared_server: KioskServer, path: str
) -> None:
    """Nothing is kept, framed, sniffed or told on; no script but our own; our software unnamed."""
    async with session.get(shared_server.address + path) as answer:
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in headers
        assert "Set-Cookie" not in headers


async def test_the_page_names_no_other_address(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """Everything comes from the server itself, and nothing on the page names the subject."""
    files = ["/", *(f"/static/{path.name}" for path in Path("kiosk/web/static").iterdir())]
    for file in files:
        async with session.get(shared_server.address + file) as answer:
            assert answer.status == 200
            text = (await answer.text()).replace("http://www.w3.org/2000/svg", "")
            assert "http:" not in text
            assert "https:" not in text
            if file == "/":
                assert "<title>Information</title>" in text
                assert not {"nude", "picture", "threat"} & set(text.lower().split())


async def test_static_files_cannot_be_listed(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """The folder of the static files shows no list, and leads to no other file."""
    for path in ("/static/", "/static/../page.html", "/static/%2e%2e/server.py"):
        async with session.get(shared_server.address + path) as answer:
            assert answer.status in (403, 404)


async def test_another_host_is_turned_away(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """A name that somebody points at this machine gets no page, so that it can read none."""
    async with session.get(shared_server.address, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
async def test_another_sites_page_is_turned_away(
    session: ClientSession, shared_server: KioskServer, origin: str
) -> None:
    """A page of another site, or who does not say which, can open no visit here."""
    headers = {"Origin": origin} if origin else {}
    with pytest.raises(WSServerHandshakeError) as refused:
        await session.ws_connect(shared_server.socket_address, headers=headers)
    assert refused.value.status == 403


async def test_a_public_address_is_believed(session: ClientSession) -> None:
    """The address that a reverse proxy serves is believed when it was named at the start."""
    public = {"Host": "kiosk.example", "Origin": "https://kiosk.example"}
    with KioskServer("--public", "https://kiosk.example") as server:
        async with visit(session, server, **public) as socket:
            await read_until(socket, START)


async def test_health_is_told_to_whoever_asks(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """A health check asks by number; it learns that the kiosk is ready, and nothing else."""
    address = shared_server.address + "/health"
    async with session.get(address, headers={"Host": "10.0.0.7:8000"}) as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_too_large_a_message_ends_the_visit(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """Nobody can make the server take in more than a paste."""
    async with visit(session, shared_server) as socket:
        await read_until(socket, START)
        await socket.send_bytes(b"a" * (LARGEST_MESSAGE + 1))
        assert await close_code(socket) == WSCloseCode.MESSAGE_TOO_BIG


async def test_too_many_messages_end_the_visit(
    session: ClientSession, shared_server: KioskServer
) -> None:
    """A flood of keys ends the visit of who sends it."""
    async with visit(session, shared_server) as socket:
        await read_until(socket, START)
        with suppress(ConnectionError):  # it may be closed while we still send
            for _ in range(5000):
                await socket.send_bytes(b"\x1b[B")
        assert await close_code(socket) is not None


@pytest.mark.parametrize("keys", [b"\x1b", b"a\x1bb", b"\x1b[27u", b"\x1b[200~paste\x1b", b"\x1b["])
async def test_an_escape_that_reaches_the_server_ends_the_visit(
    session: ClientSession, shared_server: KioskServer, keys: bytes
) -> None:
    """The server reads keys as the guard does: Escape in any form, and what is not whole."""
    async with visit(session, shared_server) as socket:
        await read_until(socket, START)
        await socket.send_bytes(keys)
        assert await close_code(socket) == WSCloseCode.OK


async def test_an_idle_visit_ends() -> None:
    """A page that says nothing for longer than it may is taken for gone."""
    page = AsyncMock(spec=web.WebSocketResponse)
    page.receive.side_effect = TimeoutError
    visitor = Visitor(80, 24, born=0.0)
    await Connection(page, visitor, (80, 24), panic_keys=(), patience_seconds=50).run()
    page.receive.assert_awaited_once_with(timeout=50)
    visitor.kill()


async def test_one_address_cannot_take_all_places(session: ClientSession) -> None:
    """Behind a proxy, each visitor's own address is counted, and the next is told to wait."""
    with KioskServer("--behind-proxy", "--visitors-per-address", "1") as server:
        async with visit(session, server, X_Forwarded_For="1.1.1.1, 10.0.0.1") as first:
            await read_until(first, START)
            async with visit(session, server, X_Forwarded_For="2.2.2.2, 10.0.0.1") as second:
                assert await close_code(second) == WSCloseCode.TRY_AGAIN_LATER
            async with visit(session, server, X_Forwarded_For="10.0.0.1, 3.3.3.3") as third:
                await read_until(third, START)


async def test_nothing_is_logged_of_visitors(session: ClientSession, tmp_path: Path) -> None:
    """The log has starts and counts; no address, no path and no key, even of bad requests."""
    log, settings = tmp_path / "log", tmp_path / "kiosk.toml"
    settings.write_text(f'log = "{log}"\n')
    with KioskServer("--visitors", "1", settings=settings) as server:
        async with visit(session, server) as socket:
            await read_until(socket, START)
            await socket.send_bytes(b"/threat")
            async with visit(session, server) as other:
                assert await close_code(other) == WSCloseCode.TRY_AGAIN_LATER
        async with session.get(server.address + "/secret-path") as answer:
            assert answer.status == 404
        wait_until(lambda: server.visitors == [], "the end")
        assert server.end() == ""
    text = log.read_text()
    assert '"event": "refused"' in text
    for private in ("127.0.0.1", "secret", "threat", "/visit", "Chrome"):
        assert private not in text
