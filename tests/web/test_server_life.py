"""How the server begins and ends, in this process."""

import asyncio
import resource
import signal
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from unittest.mock import AsyncMock, Mock

import pytest
from aiohttp import ClientSession, web

from kiosk.exits import FAULT
from kiosk.settings import Settings
from kiosk.web import server as server_module
from kiosk.web.current import NotMadeError
from kiosk.web.packing import Packed
from kiosk.web.server import ServeOptions, Server, run_server
from tests.tools import DEADLINE_SECONDS


def test_what_is_made_follows_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """And leads where leaving is to lead; the log of the settings has the edits."""
    log = Mock()
    monkeypatch.setattr(server_module, "make_log", log)
    listening = Mock(spec=socket.socket)
    listening.getsockname.return_value = ("127.0.0.1", 8000)
    settings = Settings(name="Ashby", log="/log")
    options = ServeOptions(neutral_address="https://news.example")
    current = Server(settings, "/kiosk.toml", "/store", options, listening).current
    assert current.settings is settings
    assert current._arguments == ("/kiosk.toml", "/store", "https://news.example")
    assert current._log is log.return_value
    log.assert_called_once_with("/log")


@pytest.mark.parametrize("refusal", [None, OSError, ValueError])
def test_it_takes_as_many_connections_as_it_may(
    monkeypatch: pytest.MonkeyPatch, refusal: type[Exception] | None
) -> None:
    """Where the system forbids even to ask, it serves with what it has."""
    asked = Mock(side_effect=refusal)
    limits = {resource.RLIMIT_NOFILE: (256, 4096)}
    monkeypatch.setattr(resource, "getrlimit", limits.__getitem__)
    monkeypatch.setattr(resource, "setrlimit", asked)
    server_module._allow_many_connections()
    asked.assert_called_once_with(resource.RLIMIT_NOFILE, (4096, 4096))


@pytest.mark.parametrize(
    ("host", "family"), [("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)]
)
def test_a_port_that_cannot_be_had_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    host: str,
    family: socket.AddressFamily,
) -> None:
    """It is asked for by the kind of the address, and ends with what the system says."""
    asked = Mock(side_effect=OSError("in use"))
    monkeypatch.setattr(socket, "create_server", asked)
    assert run_server("", ServeOptions(host=host, port=80)) == FAULT
    asked.assert_called_once_with((host, 80), family=family, backlog=1024)
    assert capsys.readouterr().err == "kiosk: in use\n"


def test_settings_with_a_fault_are_told_and_nothing_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By file and line."""
    path = tmp_path / "kiosk.toml"
    path.write_text("nmae = 1\n")
    assert run_server(str(path), ServeOptions(port=0)) == FAULT
    assert capsys.readouterr().err.startswith(f"kiosk: {path}:1: 'nmae' is not a setting.")


def test_words_that_cannot_be_used_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is a log that cannot be written, which keeps nobody from serving."""
    path = tmp_path / "kiosk.toml"
    path.write_text('log = "none/log"\n')

    async def serve(_server: Server, listening: socket.socket) -> None:
        listening.close()
        raise NotMadeError("en/start.yaml: This file is missing.")

    monkeypatch.setattr(server_module, "_serve", serve)
    monkeypatch.setattr(server_module, "_allow_many_connections", lambda: None)
    monkeypatch.setattr("logging.disable", lambda: None)
    assert run_server(str(path), ServeOptions(port=0)) == FAULT
    about_log, about_words = capsys.readouterr().err.splitlines()
    assert f"{tmp_path}/none/log" in about_log
    assert about_words == "en/start.yaml: This file is missing."


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_serves_until_it_is_told_to_end(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says where, once it can be asked; what was begun for it is ended with it.

    Nothing is logged of requests, and connections on which nothing happens are cut off.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(Settings(), "", "", ServeOptions(), listening)
    server.current.files = {"index.html": Packed(b"plain", b"gzip", b"brotli")}
    begin = AsyncMock()
    monkeypatch.setattr(server.current, "begin", begin)
    kept = asyncio.Event()

    async def keep() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            kept.set()

    async def cut_off(connections: Callable[[], Iterable[object]]) -> None:
        watched.append(connections)

    watched: list[Callable[[], Iterable[object]]] = []
    runner = Mock(wraps=web.AppRunner)
    monkeypatch.setattr(web, "AppRunner", runner)
    monkeypatch.setattr(server.current, "keep", keep)
    monkeypatch.setattr(server, "cut_off", cut_off)
    serving = asyncio.create_task(server_module._serve(server, listening))
    async with asyncio.timeout(DEADLINE_SECONDS):
        said = ""
        while not said:
            await asyncio.sleep(0)
            said = capsys.readouterr().out
        assert said == f"The kiosk is at {server.address}\n"
        async with ClientSession() as session, session.get(server.address) as answer:
            assert answer.status == 200
            assert [len(list(connections())) for connections in watched] == [1]
        signal.raise_signal(number)
        await serving
    begin.assert_awaited_once_with()
    (_,), options = runner.call_args
    assert options == {"access_log": None, "keepalive_timeout": 10, "shutdown_timeout": 1}
    assert kept.is_set()
    assert listening.fileno() == -1
