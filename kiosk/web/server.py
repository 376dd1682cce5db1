"""The server: the neutral page with what it needs, and a WebSocket for each visitor."""

import asyncio
import logging
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import WSCloseCode, web

from kiosk.clock import local_time
from kiosk.edits.kept import store_for
from kiosk.edits.serving import accepted_before, settings_to_start
from kiosk.exits import FAULT
from kiosk.guard_log import log_trouble, make_log
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.web.connection import LARGEST_MESSAGE, Connection, parse_size
from kiosk.web.headers import HEALTH, believe_only, harden
from kiosk.web.limits import FullError, Places
from kiosk.web.options import ServeOptions
from kiosk.web.page import neutral_page
from kiosk.web.visitors import NotReadyError, Visitors

STATIC = Path(__file__).with_name("static")
_PING_SECONDS = 10.0
_SHUTDOWN_SECONDS = 1.0
_GRACE_SECONDS = 5
"""How much longer than the page itself the server waits for a key."""


def run_server(settings_path: str | None, options: ServeOptions) -> int:
    """Serve until told to end.

    Args:
        settings_path: The settings file, or None for the defaults.
        options: Where to listen, and how many to let in.

    Returns:
        The exit code.
    """
    path = str(Path(settings_path).absolute()) if settings_path else ""
    try:
        settings = _settings(path)
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        listening = socket.create_server((options.host, options.port), family=family)
    except (SettingsError, OSError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return FAULT
    if trouble := log_trouble(settings.log):
        print(trouble, file=sys.stderr)
    logging.disable()  # libraries log addresses, paths and tracebacks
    try:
        with store_for(settings.data, path) as store:
            settings = settings_to_start(settings, path, store)
            server = Server(settings, path, store, options, listening.getsockname()[1])
            web.run_app(
                server.application(),
                sock=listening,
                print=None,
                access_log=None,
                shutdown_timeout=_SHUTDOWN_SECONDS,
            )
    except OutOfOrderError as error:
        print(error, file=sys.stderr)
        return FAULT
    return 0


def _settings(path: str) -> Settings:
    """The settings of the file, or those that visitors saw before it had a fault."""
    try:
        return load_settings(path or None)
    except SettingsError as error:
        accepted = accepted_before(path)
        if accepted is None:
            raise
        print(f"kiosk: {error}", file=sys.stderr)
        return accepted


class OutOfOrderError(Exception):
    """The words cannot be used; the message says why."""


class Server:
    """What the addresses answer."""

    def __init__(
        self,
        settings: Settings,
        settings_path: str,
        store: str,
        options: ServeOptions,
        port: int,
    ) -> None:
        """Prepare to serve.

        Args:
            settings: The library's settings.
            settings_path: Where they come from, for the visitors; nothing for the defaults.
            store: The folder of accepted words, or nothing.
            options: How to serve.
            port: The port that was taken.
        """
        self._options = options
        self._log = make_log(settings.log)
        self._places = Places(options.visitors, options.visitors_per_address)
        self._visitors = Visitors(settings, settings_path, store, self._log)
        named = f"[{options.host}]" if ":" in options.host else options.host
        self.address = f"http://{named}:{port}"
        local = {self.address, f"http://127.0.0.1:{port}", f"http://localhost:{port}"}
        self._origins = frozenset({origin.rstrip("/").lower() for origin in options.public} | local)

    def application(self) -> web.Application:
        """The addresses, and the warm parent beside them."""
        application = web.Application(middlewares=[believe_only(self._origins)])
        application.on_response_prepare.append(harden)
        application.cleanup_ctx.append(self._with_visitors)
        application.add_routes(
            [
                web.get("/", self._neutral),
                web.get(HEALTH, self._health),
                web.get("/visit", self._visit),
                web.static("/static", STATIC),
            ]
        )
        return application

    async def _with_visitors(self, _application: web.Application) -> AsyncIterator[None]:
        keeping = asyncio.create_task(self._visitors.keep_ready())
        try:
            await self._visitors.first_news()
            if self._visitors.failure:
                raise OutOfOrderError(self._visitors.failure)
            print(f"The kiosk is at {self.address}", flush=True)
            yield
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping
            self._visitors.end()

    async def _neutral(self, _request: web.Request) -> web.Response:
        settings = self._visitors.settings
        page = neutral_page(settings, self._options, self._visitors.texts, local_time())
        return web.Response(text=page, content_type="text/html")

    async def _health(self, _request: web.Request) -> web.Response:
        ready = self._visitors.ready
        return web.Response(status=200 if ready else 503, text="ok" if ready else "starting")

    async def _visit(self, request: web.Request) -> web.WebSocketResponse:
        size = parse_size(request.query.get("size", ""))
        if size is None or "Origin" not in request.headers:
            raise web.HTTPForbidden(text="Forbidden")
        page = web.WebSocketResponse(
            max_msg_size=LARGEST_MESSAGE, compress=False, heartbeat=_PING_SECONDS, timeout=1.0
        )
        await page.prepare(request)
        code = WSCloseCode.OK
        try:
            with self._places.place_for(self._address(request)):
                await self._serve_visitor(page, size)
        except FullError:
            code = WSCloseCode.TRY_AGAIN_LATER
            self._log("refused", visitors=self._places.taken)
        except NotReadyError:
            code = WSCloseCode.INTERNAL_ERROR
        await page.close(code=code)
        return page

    async def _serve_visitor(self, page: web.WebSocketResponse, size: tuple[int, int]) -> None:
        visitor = self._visitors.admit(*size)
        settings = self._visitors.settings
        connection = Connection(
            page,
            visitor,
            size,
            panic_keys=settings.panic_keys,
            patience_seconds=settings.idle_seconds + settings.warning_seconds + _GRACE_SECONDS,
        )
        try:
            await connection.run()
        finally:
            self._visitors.dismiss(visitor)

    def _address(self, request: web.Request) -> str:
        """Whose place it is; nobody is told, and nothing is written."""
        forwarded = request.headers.getall("X-Forwarded-For", [])
        if self._options.behind_proxy and forwarded:
            return forwarded[-1].rpartition(",")[2].strip()
        return request.remote or ""
