"""The server: a few files that are the same for everybody, and what visitors leave behind."""

import asyncio
import logging
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from kiosk.edits.kept import store_for, whole_path
from kiosk.exits import FAULT
from kiosk.guard_log import log_trouble, make_log
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.web.current import Current, NotMadeError
from kiosk.web.headers import HEALTH, believe_only, headers_for
from kiosk.web.posts import LARGEST_BODY, Posts
from kiosk.web.site import PAGE

REQUEST_SECONDS = 10
"""Within so long must somebody who connects have asked for something, and ask for more."""
CONNECTION_SECONDS = 90
"""So long may one connection last: all files, in the slowest network there is."""
_LOOK_SECONDS = 1.0
_SHUTDOWN_SECONDS = 1.0
_BACKLOG = 1024
_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class ServeOptions:
    """Where the server listens, and whom it believes."""

    host: str = "127.0.0.1"
    """The address to listen on; the default cannot be reached from other machines."""
    port: int = 8000
    """The port; 0 takes any that is free."""
    public: tuple[str, ...] = ()
    """Addresses that pages come from which may ask here, such as `https://kiosk.example`."""
    behind_proxy: bool = False
    """Whether a visitor's address is the last one in X-Forwarded-For, which a proxy adds."""
    neutral_address: str = "./"
    """Where leaving leads: the kiosk's own neutral page, or a web page of the library's."""


def run_server(settings_path: str, options: ServeOptions) -> int:
    """Serve until told to end.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        options: Where to listen, and whom to believe.

    Returns:
        The exit code.
    """
    try:
        settings = load_settings(settings_path)
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        listening = socket.create_server(
            (options.host, options.port), family=family, backlog=_BACKLOG
        )
    except (SettingsError, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return FAULT
    if trouble := log_trouble(settings.log):
        print(trouble, file=sys.stderr)
    logging.disable()  # libraries log addresses, paths and tracebacks
    _allow_many_connections()
    path = whole_path(settings_path)
    try:
        with store_for(settings.data, path) as store:
            asyncio.run(_serve(Server(settings, path, store, options, listening), listening))
    except NotMadeError as error:
        print(error, file=sys.stderr)
        return FAULT
    return 0


def _allow_many_connections() -> None:
    """Take as many descriptors as the system gives without being asked."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def _serve(server: "Server", listening: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT."""
    end = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, end.set)
    await server.current.begin()
    runner = web.AppRunner(
        server.application(),
        access_log=None,
        keepalive_timeout=REQUEST_SECONDS,
        shutdown_timeout=_SHUTDOWN_SECONDS,
    )
    await runner.setup()
    assert runner.server is not None
    connections = partial(getattr, runner.server, "connections")
    tasks = [
        asyncio.create_task(each) for each in (server.current.keep(), server.cut_off(connections))
    ]
    await web.SockSite(runner, listening, backlog=_BACKLOG).start()
    print(f"The kiosk is at {server.address}", flush=True)
    await end.wait()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await runner.cleanup()


class Server:
    """What the addresses answer.

    Attributes:
        address: Where it listens.
        current: The files that it gives.
    """

    def __init__(
        self,
        settings: Settings,
        settings_path: str,
        store: str,
        options: ServeOptions,
        listening: socket.socket,
    ) -> None:
        """Prepare to serve.

        Args:
            settings: The library's settings.
            settings_path: Where they come from; nothing for the defaults.
            store: The folder of accepted words, or nothing.
            options: How to serve.
            listening: The socket that was opened.
        """
        self._options = options
        self._asked: set[RequestHandler] = set()
        log = make_log(settings.log)
        self.current = Current(settings, settings_path, store, options.neutral_address, log)
        port = listening.getsockname()[1]
        named = f"[{options.host}]" if ":" in options.host else options.host
        self.address = f"http://{named}:{port}"
        local = {self.address, f"http://127.0.0.1:{port}", f"http://localhost:{port}"}
        self._origins = frozenset({origin.rstrip("/").lower() for origin in options.public} | local)

    def application(self) -> web.Application:
        """The addresses."""
        application = web.Application(
            middlewares=[believe_only(self._origins)], client_max_size=LARGEST_BODY
        )
        application.on_response_prepare.append(self._harden)
        posts = Posts(self.current, self._address_of)
        application.add_routes(
            [
                web.get(HEALTH, self._health),
                web.post("/form", posts.form),
                web.post("/count", posts.count),
                web.get("/{name}", self._file),
                web.get("/", self._file),
            ]
        )
        return application

    async def cut_off(self, connections: Callable[[], Iterable[RequestHandler]]) -> None:
        """End connections on which nothing is asked, or an answer is never fetched, for ever.

        aiohttp itself waits without an end for a first request, and for whoever reads slowly.

        Args:
            connections: Those that there are.
        """
        since: dict[RequestHandler, float] = {}
        while True:
            now = time.monotonic()
            since = {each: since.get(each, now) for each in connections()}
            self._asked &= since.keys()
            for connection, begun in since.items():
                longest = CONNECTION_SECONDS if connection in self._asked else REQUEST_SECONDS
                if connection.transport and now - begun > longest:
                    connection.transport.abort()
            await asyncio.sleep(_LOOK_SECONDS)

    async def _harden(self, request: web.Request, response: web.StreamResponse) -> None:
        """Give an answer its headers, and take off the one that names our software."""
        self._asked.add(request.protocol)
        desk = self.current.desk
        headers = headers_for(takes_forms=desk.offers_forms or desk.offers_counts)
        response.headers.update(headers)
        response.headers.popall("Server", None)
        origin = request.headers.get("Origin", "")
        if origin.lower() in self._origins:  # files that lie elsewhere, and send their forms here
            response.headers["Access-Control-Allow-Origin"] = origin

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info.get("name", PAGE)
        file = self.current.files.get(name)
        if file is None:
            raise web.HTTPNotFound
        body, encoding = file.for_who_takes(request.headers.get("Accept-Encoding", ""))
        return web.Response(
            body=body,
            content_type=_TYPES[Path(name).suffix],
            charset="utf-8",
            headers={"Vary": "Accept-Encoding"}
            | ({"Content-Encoding": encoding} if encoding else {}),
        )

    async def _health(self, _request: web.Request) -> web.Response:
        is_ready = bool(self.current.files)
        return web.Response(status=200 if is_ready else 503, text="ok" if is_ready else "starting")

    def _address_of(self, request: web.Request) -> str:
        """Whose allowance it is; nobody is told, and nothing is written."""
        forwarded = request.headers.getall("X-Forwarded-For", [])
        if self._options.behind_proxy and forwarded:
            return forwarded[-1].rpartition(",")[2].strip()
        return request.remote or ""
