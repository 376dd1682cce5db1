"""Edits while `kiosk serve` runs: they are for the next visitor, and a bad one for nobody."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from aiohttp import ClientSession

from tests.tools import DEADLINE_SECONDS
from tests.web.client import START, read_until, visit
from tests.web.kiosk_server import KioskServer

TOPIC = b"Are you safe right now?"


async def _until(condition: Callable[[str], bool], session: ClientSession, address: str) -> None:
    """Ask for the page until it is so."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            async with session.get(address) as answer:
                if condition(await answer.text()):
                    return
            await asyncio.sleep(0.1)


async def test_an_edit_is_for_the_next_visitor(tmp_path: Path) -> None:
    """Who is in goes on, the page has the new settings, and the next one comes in with them."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Central"\ndata = "data"\n')
    with KioskServer(settings=settings) as server:
        async with ClientSession() as session:
            await _until(lambda page: "Central" in page, session, server.address)
            async with visit(session, server) as first:
                await read_until(first, START)
                settings.write_text('name = "Ashby"\ndata = "data"\n')
                await _until(lambda page: "Ashby" in page, session, server.address)
                await first.send_bytes(b"1")
                await read_until(first, TOPIC)
                async with visit(session, server) as second:
                    await read_until(second, START)


async def test_a_bad_edit_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """Staff read the fault with its line where the server writes; visitors come in as before."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Central"\ndata = "data"\nlog = "log"\n')
    with KioskServer(settings=settings) as server:
        async with ClientSession() as session:
            settings.write_text('nmae = "Ashby"\ndata = "data"\n')
            async with asyncio.timeout(DEADLINE_SECONDS):
                while "edit_refused" not in (tmp_path / "log").read_text():
                    await asyncio.sleep(0.1)
            await _until(lambda page: "Central" in page, session, server.address)
            async with visit(session, server) as visitor:
                await read_until(visitor, START)
        said = server.end()
    assert "kiosk: an edit was refused; visitors see the words before it." in said
    assert "kiosk.toml:1: 'nmae'" in said
