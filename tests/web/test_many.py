"""Many at once: sixty visitors on one server, and not one more."""

import asyncio

from aiohttp import ClientSession, ClientWebSocketResponse, TCPConnector, WSCloseCode

from tests.web.client import START, close_code, read_until, visit
from tests.web.kiosk_server import KioskServer, wait_until

MANY = 60
TOPIC = b"Are you safe right now?"


async def _use(socket: ClientWebSocketResponse) -> None:
    await read_until(socket, START)
    await socket.send_bytes(b"1")
    await read_until(socket, TOPIC)


async def test_sixty_visitors_at_once() -> None:
    """Sixty come in together, each reads a page; the next is refused; all end when they leave."""
    options = ("--visitors", str(MANY), "--visitors-per-address", str(MANY))
    with KioskServer(*options) as server:
        async with ClientSession(connector=TCPConnector(limit=0)) as session:
            entered = [visit(session, server) for _ in range(MANY)]
            sockets = await asyncio.gather(*(one.__aenter__() for one in entered))
            await asyncio.gather(*(_use(socket) for socket in sockets))
            assert len(server.visitors) == MANY
            async with visit(session, server) as refused:
                assert await close_code(refused) == WSCloseCode.TRY_AGAIN_LATER
            await asyncio.gather(*(one.__aexit__(None, None, None) for one in entered))
        wait_until(lambda: server.visitors == [], "the end of all")
