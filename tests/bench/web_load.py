"""Two thousand visits begun in a minute on one server: how soon each has all, and the cost.

Each visit loads what a browser loads, packed, over as many connections as a browser opens.
"""

import asyncio
import re
import statistics
import time

from aiohttp import ClientSession, TCPConnector

from tests.bench.footprint import cpu_milliseconds, pss_kilobytes
from tests.bench.progress import counted
from tests.terminal.processes import family
from tests.web.kiosk_server import KioskServer

VISITS, SECONDS = 2000, 60
_CONNECTIONS = 6


def measure_load() -> None:
    """Measure, and print the table."""
    print(f"\n{(__doc__ or '').partition(chr(10))[0]}")
    asyncio.run(_measure())


async def _visit(address: str) -> tuple[float, float, int]:
    """Load everything: seconds to the page, seconds to all of it, and bytes on the way."""
    begun = time.perf_counter()
    connector = TCPConnector(limit_per_host=_CONNECTIONS)
    async with ClientSession(connector=connector, auto_decompress=False) as session:
        page = await _load(session, f"{address}/", "identity")
        first = time.perf_counter() - begun
        names = re.findall(r'<link[^>]* href="([^"]+)"', page.decode())
        parts = [_load(session, f"{address}/{name}", "gzip") for name in names]
        sizes = map(len, await asyncio.gather(*parts))
        return first, time.perf_counter() - begun, len(page) + sum(sizes)


async def _load(session: ClientSession, address: str, encoding: str) -> bytes:
    async with session.get(address, headers={"Accept-Encoding": encoding}) as answer:
        answer.raise_for_status()
        return await answer.read()


async def _measure() -> None:
    with KioskServer() as server:
        await _visit(server.address)
        empty = pss_kilobytes([server.pid]) / 1024
        before = cpu_milliseconds([server.pid])
        visits = []
        most = empty
        for number in counted("visits begun", range(VISITS)):
            visits.append(asyncio.create_task(_visit(server.address)))
            await asyncio.sleep(SECONDS / VISITS)
            if number % 50 == 0:
                most = max(most, pss_kilobytes([server.pid]) / 1024)
        done = await asyncio.gather(*visits, return_exceptions=True)
        busy = (cpu_milliseconds([server.pid]) - before) / 1000
        beside = pss_kilobytes(family(server.pid)) / 1024
    good = [each for each in done if not isinstance(each, BaseException)]
    pages, wholes = (sorted(1000 * each[at] for each in good) for at in (0, 1))
    print("\n| visits | errors | KB each | page p50 ms | all p50 ms | all p99 ms |", end="")
    print(" MiB before | most | with watcher | CPU s |")
    print("| ---: " * 10 + "|")
    print(
        f"| {VISITS} | {VISITS - len(good)} | {good[0][2] / 1000:.0f} "
        f"| {statistics.median(pages):.0f} | {statistics.median(wholes):.0f} "
        f"| {wholes[round(0.99 * (len(wholes) - 1))]:.0f} "
        f"| {empty:.0f} | {most:.0f} | {beside:.0f} | {busy:.1f} |"
    )


if __name__ == "__main__":
    measure_load()
