"""Sixty visitors on one server: how soon each sees the start page, and what each takes."""

import asyncio
import statistics
import time
from contextlib import AsyncExitStack

from aiohttp import ClientSession, TCPConnector, WSCloseCode

from tests.bench.footprint import family, pss_kilobytes
from tests.web.client import START, close_code, read_until, visit
from tests.web.kiosk_server import KioskServer

MANY = 60


def measure_load() -> None:
    """Measure, and print the table."""
    asyncio.run(_measure())


async def _measure() -> None:
    options = ("--visitors", str(MANY), "--visitors-per-address", str(MANY))
    with KioskServer(*options) as server:
        async with AsyncExitStack() as visits:
            session = ClientSession(connector=TCPConnector(limit=0))
            await visits.enter_async_context(session)
            empty = pss_kilobytes(family(server.pid)) / 1024
            drawn: list[float] = []
            sockets = []
            for _ in range(MANY):
                began = time.perf_counter()
                socket = await visits.enter_async_context(visit(session, server))
                await read_until(socket, START)
                drawn.append(1000 * (time.perf_counter() - began))
                sockets.append(socket)
            for socket in sockets:
                await socket.send_bytes(b"1")
                await read_until(socket, b"Are you safe right now?")
            full = pss_kilobytes(family(server.pid)) / 1024
            async with visit(session, server) as refused:
                told = await close_code(refused) == WSCloseCode.TRY_AGAIN_LATER
    drawn.sort()
    print("\n| visitors | p50 ms to drawn | p99 | server alone, MiB PSS | each more | the next |")
    print("| ---: | ---: | ---: | ---: | ---: | --- |")
    print(
        f"| {MANY} | {statistics.median(drawn):.0f} | {drawn[-1]:.0f} | {empty:.0f} "
        f"| {(full - empty) / MANY:.1f} | {'is told to wait' if told else 'is let in'} |"
    )


if __name__ == "__main__":
    measure_load()
