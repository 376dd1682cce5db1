"""A visitor without a browser: a WebSocket client that says what it is told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.tools import DEADLINE_SECONDS
from tests.web.kiosk_server import KioskServer

START = b"Do you need help now?"
"""What is on the start page, where everybody comes in."""


@asynccontextmanager
async def visit(
    session: ClientSession, server: KioskServer, **headers: str
) -> AsyncIterator[ClientWebSocketResponse]:
    """Open a visit as the page would.

    Args:
        session: The client's connections.
        server: Where to go.
        headers: Headers beside those of the page, with `_` for `-`.
    """
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with session.ws_connect(
        server.socket_address, headers={"Origin": server.address, **named}, max_msg_size=0
    ) as socket:
        yield socket


async def read_until(socket: ClientWebSocketResponse, words: bytes) -> bytes:
    """Read output until it holds these words, and return all of it."""
    output = b""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while words not in output:
            message = await socket.receive()
            assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), f"closed: {message.data}"
            output += message.data if message.type is WSMsgType.BINARY else b""
    return output


async def close_code(socket: ClientWebSocketResponse) -> int | None:
    """Read on until the server closes, and return its code."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        async for _ in socket:
            pass
    return socket.close_code
