"""Edits while `kiosk serve` runs: they are in the next visit, and a bad one is in none."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

from aiohttp import ClientSession

from tests.terminal.processes import children, command_of
from tests.tools import DEADLINE_SECONDS
from tests.web.kiosk_server import KioskServer


async def _until(condition: Callable[[str], bool], session: ClientSession, address: str) -> None:
    """Ask for the page until it is so."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            async with session.get(address) as answer:
                if condition(await answer.text()):
                    return
            await asyncio.sleep(0.1)


async def test_an_edit_is_in_the_next_visit(tmp_path: Path) -> None:
    """Settings and words, without a new start; whoever has loaded the page reads on in it."""
    settings, words = tmp_path / "kiosk.toml", tmp_path / "words/en"
    words.mkdir(parents=True)
    settings.write_text('name = "Central"\ndata = "data"\ncontent = "words"\n')
    with KioskServer(settings=settings) as server:
        async with ClientSession() as session:
            await _until(lambda page: "Central" in page, session, server.address)
            settings.write_text('name = "Ashby"\ndata = "data"\ncontent = "words"\n')
            await _until(lambda page: "Ashby" in page, session, server.address)
            (words / "interface.ftl").write_text("start-private = Nobody writes anything down.\n")
            address = f"{server.address}/words-en.js"
            await _until(lambda data: "Nobody writes anything down." in data, session, address)


async def test_a_watcher_that_dies_is_started_again(tmp_path: Path) -> None:
    """Staff read of it in the log, and what they edit afterwards is in the next visit."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Central"\ndata = "data"\nlog = "log"\n')
    with KioskServer(settings=settings) as server:
        async with ClientSession() as session:
            async with asyncio.timeout(DEADLINE_SECONDS):
                while not (watchers := _watchers(server.pid)):
                    await asyncio.sleep(0.1)
            os.kill(watchers[0], signal.SIGKILL)
            settings.write_text('name = "Ashby"\ndata = "data"\nlog = "log"\n')
            await _until(lambda page: "Ashby" in page, session, server.address)
        assert '"event": "watcher_ended", "retry_seconds": 1' in (tmp_path / "log").read_text()


def _watchers(server: int) -> list[int]:
    """The processes that watch for edits for a server."""
    return [child for child in children(server) if "kiosk.edits.watch" in command_of(child)]


async def test_a_bad_edit_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """Staff read the fault with its line where the server writes; visits begin as before."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('name = "Central"\ndata = "data"\nlog = "log"\n')
    with KioskServer(settings=settings) as server:
        async with ClientSession() as session:
            settings.write_text('nmae = "Ashby"\ndata = "data"\n')
            async with asyncio.timeout(DEADLINE_SECONDS):
                while "edit_refused" not in (tmp_path / "log").read_text():
                    await asyncio.sleep(0.1)
            async with session.get(server.address) as answer:
                assert "Central" in await answer.text()
        said = server.end()
    assert f"{settings}:1" in said
    assert "nmae" in said
