"""The example for HAProxy as it is shipped: two servers, encryption, one server killed."""

import asyncio
import os
import re
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientError, ClientSession, TCPConnector

from tests.ports import reserved_port
from tests.tools import DEADLINE_SECONDS, need
from tests.web.kiosk_server import ROOT, KioskServer

EXAMPLE = ROOT / "docs/examples/haproxy.cfg"
PLACES, CLIENT_SECONDS = (
    int(number)
    for pattern in (r"conn_cur gt (\d+)", r"timeout client (\d+)s")
    for number in re.findall(pattern, EXAMPLE.read_text(encoding="utf-8"))
)
"""What the example gives to one address, and how long a connection may rest once it is used."""


class Proxy:
    """HAProxy with the shipped configuration, before two servers.

    Attributes:
        address: What visitors call it.
        port: Where it listens.
    """

    def __init__(self, folder: Path, port: int, one: str, two: str) -> None:
        """Start it, before servers at these places."""
        self.port = port
        self.address = f"https://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            ["haproxy", "-db", "-f", str(EXAMPLE)],
            env={
                **os.environ,
                "KIOSK_BIND": f"127.0.0.1:{port}",
                "KIOSK_CERTIFICATE": str(certificate(folder)),
                "KIOSK_ONE": one,
                "KIOSK_TWO": two,
            },
        )

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection on which nothing is said, as soon as somebody listens."""
        async with asyncio.timeout(DEADLINE_SECONDS):
            while True:
                with suppress(ConnectionRefusedError):
                    return await asyncio.open_connection("127.0.0.1", self.port)
                await asyncio.sleep(0.05)

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


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
def alone(tmp_path: Path) -> Iterator[Proxy]:
    """HAProxy, and nobody behind it."""
    need("haproxy", "openssl")
    with reserved_port() as port, reserved_port() as nobody:
        proxy = Proxy(tmp_path, port, f"127.0.0.1:{nobody}", f"127.0.0.1:{nobody}")
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


async def test_one_of_two_servers_is_killed(tmp_path: Path) -> None:
    """Either server gives the same files, byte by byte, so nobody notices which one is left."""
    need("haproxy", "openssl")
    with reserved_port() as port, ExitStack() as ends:
        options = ("--behind-proxy", "--public", f"https://127.0.0.1:{port}")
        servers = [KioskServer(*options), KioskServer(*options)]
        proxy = Proxy(tmp_path, port, *(urlsplit(server.address).netloc for server in servers))
        for end in (proxy.end, *(server.end for server in servers)):
            ends.callback(end)
        async with ClientSession(connector=TCPConnector(ssl=False)) as session:
            names = ("", "main.js", "words-en.js")
            before = [await _loaded(session, f"{proxy.address}/{name}") for name in names]
            for server in servers:
                direct = [await _loaded(session, f"{server.address}/{name}") for name in names]
                assert direct == before
            servers[0].kill()
            after = [await _loaded(session, f"{proxy.address}/{name}") for name in names * 5]
            assert after == before * 5


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n"])
async def test_who_asks_slowly_is_cut_off(alone: Proxy, sent: bytes) -> None:
    """Whoever says nothing, or not all of it, takes no place that newcomers need."""
    _, writer = await alone.connect()
    writer.close()
    unchecked = ssl.create_default_context()
    unchecked.check_hostname, unchecked.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", alone.port, ssl=unchecked)
    writer.write(sent)
    async with asyncio.timeout(CLIENT_SECONDS / 2):
        answer = await reader.read()
    assert answer == b"" or b" 408 " in answer
    writer.close()


async def test_one_address_has_so_many_places(alone: Proxy) -> None:
    """One more is turned away; a place that is given up is somebody's again."""
    _, writer = await alone.connect()
    writers = [writer]
    ends = [asyncio.create_task(_end_of_one(alone, writers)) for _ in range(PLACES)]
    async with asyncio.timeout(CLIENT_SECONDS / 2):
        turned_away, waiting = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    assert len(turned_away) == 1
    for task in waiting:
        task.cancel()
    for writer in writers:
        writer.close()
    async with ClientSession(connector=TCPConnector(ssl=False)) as session:
        async with asyncio.timeout(DEADLINE_SECONDS):
            while not await _is_answered(session, alone.address):
                await asyncio.sleep(0.05)


async def _end_of_one(proxy: Proxy, writers: list[asyncio.StreamWriter]) -> None:
    """Say nothing, for as long as one is let be."""
    with suppress(ConnectionResetError):
        reader, writer = await proxy.connect()
        writers.append(writer)
        await reader.read()


async def _is_answered(session: ClientSession, address: str) -> bool:
    """Whether the proxy itself has something to say: that there is nobody behind it."""
    try:
        async with session.get(address) as answer:
            return answer.status == 503
    except ClientError:
        return False
