"""The example for HAProxy as it is shipped: two servers, encryption, one server killed."""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, TCPConnector

from tests.ports import reserved_port
from tests.tools import DEADLINE_SECONDS, need
from tests.web.kiosk_server import ROOT, KioskServer


class Proxy:
    """HAProxy with the shipped configuration, before two servers.

    Attributes:
        address: What visitors call it.
        servers: The two behind it.
    """

    def __init__(self, folder: Path, port: int) -> None:
        """Start all three."""
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
    with reserved_port() as port:
        proxy = Proxy(tmp_path, port)
        yield proxy
        proxy.end()


async def _loaded(session: ClientSession, address: str) -> bytes:
    """A file, as soon as the proxy has somebody to ask for it."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            try:
                async with session.get(address) as answer:
                    if answer.status == 200:
                        return await answer.read()
            except ClientError:
                pass
            await asyncio.sleep(0.05)


async def test_one_of_two_servers_is_killed(proxy: Proxy) -> None:
    """Either server gives the same files, byte by byte, so nobody notices which one is left."""
    async with ClientSession(connector=TCPConnector(ssl=False)) as session:
        names = ("", "main.js", "words-en.js")
        before = [await _loaded(session, f"{proxy.address}/{name}") for name in names]
        for server in proxy.servers:
            direct = [await _loaded(session, f"{server.address}/{name}") for name in names]
            assert direct == before
        proxy.servers[0].kill()
        after = [await _loaded(session, f"{proxy.address}/{name}") for name in names * 5]
        assert after == before * 5
