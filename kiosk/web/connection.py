"""One visitor's connection: keys from the page to their process, its output to the page.

The page sends keys as binary messages, as a terminal would send them, and its size as a text
message "100x30". It gets the process's output as binary messages, and an empty text message
every few seconds, by which it knows that we are still there. What ends in any way ends the
visitor at once: the key, the page, the network, the process, too much or nothing for too long.
"""

import asyncio

from aiohttp import WSMsgType, web

from kiosk.guard.keys import KeyScanner
from kiosk.guard.sequences import panic_sequences
from kiosk.guard.visitor import Visitor
from kiosk.web.limits import Allowance
from kiosk.web.visitors import readable

LARGEST_MESSAGE = 8192
"""Bytes: a pasted text of 4096 and what is around it."""
BEAT_SECONDS = 5.0
_MESSAGES_AT_ONCE, _MESSAGES_PER_SECOND = 200, 100
_BYTES_AT_ONCE, _BYTES_PER_SECOND = 16384, 4096
_COLUMNS = range(20, 241)
_ROWS = range(6, 101)
_ENTER = b"\r"


class EndedError(Exception):
    """The visit is over."""


class Connection:
    """Carries bytes between a page and a visitor, while both are there."""

    def __init__(
        self,
        page: web.WebSocketResponse,
        visitor: Visitor,
        size: tuple[int, int],
        *,
        panic_keys: tuple[str, ...],
        patience_seconds: float,
    ) -> None:
        """Connect a page with a visitor, who has been let in a moment ago.

        Args:
            page: The open WebSocket.
            visitor: Their process, drawn or not yet.
            size: The columns and rows of their screen.
            panic_keys: Keys that leave like Escape does, by the names of the settings.
            patience_seconds: For how long nothing may come from the page. It asks for itself
                before that whether anybody is there.
        """
        self._page = page
        self._visitor = visitor
        self._scanner = KeyScanner(
            columns=size[0], rows=size[1], panic_sequences=panic_sequences(panic_keys)
        )
        self._patience = patience_seconds
        self._messages = Allowance(_MESSAGES_AT_ONCE, _MESSAGES_PER_SECOND)
        self._bytes = Allowance(_BYTES_AT_ONCE, _BYTES_PER_SECOND)

    async def run(self) -> None:
        """Return when the visit is over."""
        try:
            async with asyncio.TaskGroup() as tasks:
                for part in (self._hear(), self._paint(), self._come_in(), self._beat()):
                    tasks.create_task(part)
        except* (EndedError, ConnectionError):
            pass  # a visit ends in no other way

    async def _come_in(self) -> None:
        """Press Enter on the first page: the page around us was the neutral one already."""
        await readable(self._visitor.drawn_pipe)
        if self._visitor.notice_drawn():
            self._visitor.type(_ENTER)

    async def _paint(self) -> None:
        """Send on what the visitor's process writes; a slow page slows the process down."""
        while True:
            await readable(self._visitor.master)
            try:
                output = bytes(self._visitor.read())
            except EOFError:
                raise EndedError from None
            await self._page.send_bytes(output)

    async def _beat(self) -> None:
        while True:
            await self._page.send_str("")
            await asyncio.sleep(BEAT_SECONDS)

    async def _hear(self) -> None:
        while True:
            try:
                message = await self._page.receive(timeout=self._patience)
            except TimeoutError:
                raise EndedError from None
            size = len(message.data or "") if message.type in _SPOKEN else 0
            if not (self._messages.spend(1) and self._bytes.spend(size)):
                raise EndedError
            if message.type is WSMsgType.BINARY:
                self._type(message.data)
            elif message.type is WSMsgType.TEXT:
                self._resize(message.data)
            else:
                raise EndedError

    def _type(self, keys: bytes) -> None:
        """Pass keys on; a key that is not whole is Escape, as in a terminal."""
        scan = self._scanner.feed(keys)
        rest = self._scanner.patience is not None and self._scanner.expire()
        if scan.panic or (rest and rest.panic):
            raise EndedError
        if scan.forward:
            self._visitor.type(scan.forward)

    def _resize(self, text: str) -> None:
        size = parse_size(text)
        if size is None:
            raise EndedError
        self._scanner.columns, self._scanner.rows = size
        self._visitor.resize(*size)


_SPOKEN = (WSMsgType.BINARY, WSMsgType.TEXT)


def parse_size(text: str) -> tuple[int, int] | None:
    """Columns and rows from a text such as "100x30", within bounds; None if it is not one."""
    columns, _, rows = text.partition("x")
    if not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in (columns, rows)):
        return None
    return _within(int(columns), _COLUMNS), _within(int(rows), _ROWS)


def _within(number: int, bounds: range) -> int:
    return min(max(number, bounds[0]), bounds[-1])
