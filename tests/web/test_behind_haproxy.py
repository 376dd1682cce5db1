"""The example for HAProxy as it is shipped: two servers, encryption, one server killed."""

import asyncio
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, ClientWebSocketResponse, TCPConnector

from tests.tools import need
from tests.web.client import START, read_until
from tests.web.kiosk_server import ROOT, KioskServer, wait_until

ADDRESSES = [f"127.0.0.{last}" for last in range(11, 23)]
"""Where visitors come from: HAProxy shares them out by their addresses."""


class Proxy:
    """HAProxy with the shipped configuration, before two servers.

    Attributes:
        address: What visitors call it.
        servers: The two behind it.
    """

    def __init__(self, folder: Path) -> None:
        """Start all three."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"https://127.0.0.1:{port}"
        options = ("--behind-proxy", "--public", self.address)
        self.servers = [KioskServer(*options), KioskServer(*options)]
        one, two = (server.address.partition("//")[2] for server in self.servers)
        self._process = subprocess.Popen(
            ["haproxy", "-db", "-f", str(ROOT / "docs/examples/haproxy.cfg")],
            env={
                **os.environ,
                "KIOSK_BIND": f"127.0.0.1:{port}",
                "KIOSK_CERTIFICATE": str(certificate(folder)),
                "KIOSK_ONE": one,
                "KIOSK_TWO": two,
            },
        )

    def end(self) -> None:
        """End all three."""
        self._process.terminate()
        self._process.wait()
        for server in self.servers:
            server.end()


def certificate(folder: Path) -> Path:
    """A certificate that we sign ourselves, with its key, as HAProxy wants them."""
    key, signed, both = (folder / name for name in ("key", "signed", "both.pem"))
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=kiosk -keyout"
    subprocess.run(
        [*command.split(), str(key), "-out", str(signed)], check=True, capture_output=True
    )
    both.write_bytes(signed.read_bytes() + key.read_bytes())
    return both


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    """HAProxy and two servers."""
    need("haproxy", "openssl")
    proxy = Proxy(tmp_path)
    yield proxy
    proxy.end()


async def _come_in(stack: AsyncExitStack, proxy: Proxy, address: str) -> ClientWebSocketResponse:
    """Come in from an address, as soon as the proxy lets us."""
    session = await stack.enter_async_context(
        ClientSession(connector=TCPConnector(local_addr=(address, 0), ssl=False))
    )
    async with asyncio.timeout(15):
        while True:
            try:
                visit = await session.ws_connect(
                    proxy.address.replace("https", "wss") + "/visit?size=80x24",
                    headers={"Origin": proxy.address},
                    max_msg_size=0,
                )
                await read_until(visit, START)
            except (ClientError, AssertionError):
                await asyncio.sleep(0.05)
            else:
                return visit


async def test_one_of_two_servers_is_killed(proxy: Proxy) -> None:
    """Visitors of the other one stay; those of the killed one are out, and can come in again."""
    one, two = proxy.servers
    async with AsyncExitStack() as stack:
        visits = {address: await _come_in(stack, proxy, address) for address in ADDRESSES}
        assert one.visitors
        assert two.visitors
        staying = len(two.visitors)
        one.kill()
        gone = [address for address, visit in visits.items() if await _is_closed(visit)]
        assert len(gone) == len(ADDRESSES) - staying
        for address in gone:
            visits[address] = await _come_in(stack, proxy, address)
        for visit in visits.values():
            await visit.send_bytes(b"h")
            await read_until(visit, b"People to talk to")
        assert len(two.visitors) == len(ADDRESSES)
    wait_until(lambda: two.visitors == [], "the end of all")


async def _is_closed(visit: ClientWebSocketResponse) -> bool:
    """Whether the visit was on the killed server: else it answers a key."""
    try:
        await visit.send_bytes(b"1")
        await read_until(visit, b"Are you safe right now?")
    except (AssertionError, ConnectionError):
        return True
    return False
