"""A connection at its limits: how much a page may send, of what kind, and what ends the visit."""

import asyncio
import os
from typing import Any
from unittest.mock import AsyncMock

import pytest
from aiohttp import WSMessage, WSMsgType, web

from kiosk.guard.visitor import Visitor
from kiosk.web import connection as connection_module
from kiosk.web.connection import LARGEST_MESSAGE, Connection, EndedError, parse_size
from kiosk.web.limits import Allowance

BINARY, TEXT, CLOSE = WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.CLOSE


class FakeVisitor:
    """A visitor that notes what reaches them."""

    def __init__(self) -> None:
        """Have got nothing."""
        self.typed: list[bytes] = []
        self.sizes: list[tuple[int, int]] = []

    def type(self, keys: bytes) -> None:
        """Note keys."""
        self.typed.append(bytes(keys))

    def resize(self, columns: int, rows: int) -> None:
        """Note a size."""
        self.sizes.append((columns, rows))


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> FakeVisitor:
    """Give a visitor, and a clock that stands still, so that no allowance fills."""
    bucket = Allowance
    monkeypatch.setattr(
        connection_module, "Allowance", lambda a, b: bucket(a, b, clock=lambda: 0.0)
    )
    return FakeVisitor()


async def hear(
    visitor: FakeVisitor,
    *messages: tuple[WSMsgType, Any],
    panic_keys: tuple[str, ...] = (),
    size: tuple[int, int] = (80, 24),
) -> bool:
    """Send messages; whether the connection has ended by itself before it has heard them all."""
    page = AsyncMock(spec=web.WebSocketResponse)
    heard = [WSMessage(kind, data, None) for kind, data in messages]
    page.receive.side_effect = [*heard, LookupError("all were heard")]
    connection = Connection(
        page,
        visitor,  # type: ignore[arg-type]  # a stand-in for a process
        size,
        panic_keys=panic_keys,
        patience_seconds=5,
    )
    try:
        await connection._hear()
    except EndedError:
        return True
    except LookupError:
        pass
    finally:
        page.receive.assert_awaited_with(timeout=5)
    return False


@pytest.mark.parametrize(
    ("messages", "ends"),
    [
        ([b"a" * LARGEST_MESSAGE] * 2, False),
        ([b"a" * LARGEST_MESSAGE] * 2 + [b"a"], True),
        ([b"a" * 16384], False),
        ([b"a" * 16385], True),
    ],
)
async def test_so_many_bytes_may_come_at_once(
    visitor: FakeVisitor, messages: list[bytes], *, ends: bool
) -> None:
    """Sixteen kilobytes, in one message or in several; a byte more ends the visit."""
    assert await hear(visitor, *[(BINARY, message) for message in messages]) is ends
    assert LARGEST_MESSAGE == 8192


@pytest.mark.parametrize(("number", "ends"), [(200, False), (201, True)])
@pytest.mark.parametrize("message", [(BINARY, b"a"), (TEXT, "80x24"), (BINARY, b"")])
async def test_so_many_messages_may_come_at_once(
    visitor: FakeVisitor, message: tuple[WSMsgType, Any], number: int, *, ends: bool
) -> None:
    """Two hundred, of either kind; empty ones count, too."""
    assert await hear(visitor, *[message] * number) is ends


async def test_sizes_count_as_what_was_sent(visitor: FakeVisitor) -> None:
    """A page cannot send more by sending it as text."""
    assert await hear(visitor, (TEXT, "80x24"), (BINARY, b"a" * 16379)) is False
    assert await hear(visitor, (TEXT, "80x24"), (BINARY, b"a" * 16380)) is True


@pytest.mark.parametrize(
    ("name", "at_once", "per_second"), [("_messages", 200, 100), ("_bytes", 16384, 4096)]
)
def test_in_the_long_run_a_page_may_send_less(name: str, at_once: int, per_second: int) -> None:
    """A hundred messages and four kilobytes a second: more than anybody types."""
    page, visitor = AsyncMock(spec=web.WebSocketResponse), Visitor(80, 24, born=0)
    connection = Connection(page, visitor, (80, 24), panic_keys=(), patience_seconds=5)
    allowance = getattr(connection, name)
    assert (allowance._at_once, allowance._per_second) == (at_once, per_second)
    visitor.kill()


@pytest.mark.parametrize(
    ("message", "ends"),
    [
        ((BINARY, b"a"), False),
        ((TEXT, "100x30"), False),
        ((TEXT, "large"), True),
        ((TEXT, ""), True),
        ((CLOSE, None), True),
        ((WSMsgType.ERROR, None), True),
        ((WSMsgType.PING, b""), True),
        ((BINARY, b"\x1b"), True),
        ((BINARY, b"\x1b[27u"), True),
        ((BINARY, b"\x1b["), True),
        ((BINARY, b"\x1b[A"), False),
        ((BINARY, b"\x1b[200~a"), False),
        ((BINARY, b"\x1b[200~a\x1b"), True),
        ((BINARY, b"\xc3"), False),
    ],
)
async def test_what_ends_a_visit(
    visitor: FakeVisitor, message: tuple[WSMsgType, Any], *, ends: bool
) -> None:
    """Escape, what is not whole, a size that is none, and whatever a page of ours never sends."""
    assert await hear(visitor, message) is ends


async def test_keys_and_sizes_reach_the_visitor(visitor: FakeVisitor) -> None:
    """As they are, in their order; a click counts on the screen as it is now."""
    far = b"\x1b[<0;100;30M"
    await hear(visitor, (BINARY, b"ab"), (BINARY, far), (TEXT, "100x30"), (BINARY, far))
    assert visitor.typed == [b"ab", far]
    assert visitor.sizes == [(100, 30)]


@pytest.mark.parametrize(
    ("click", "passes"),
    [(b"\x1b[<0;100;20M", True), (b"\x1b[<0;101;20M", False), (b"\x1b[<0;100;21M", False)],
)
async def test_a_click_counts_on_the_screen_that_was_opened(
    visitor: FakeVisitor, click: bytes, *, passes: bool
) -> None:
    """Before the page has told of another size."""
    await hear(visitor, (BINARY, click), size=(100, 20))
    assert visitor.typed == ([click] if passes else [])


async def test_a_swallowed_key_reaches_nobody(visitor: FakeVisitor) -> None:
    """Not even as an empty one: a visitor whom no key has reached is untouched."""
    assert await hear(visitor, (BINARY, b"\x1b[15~")) is False
    assert visitor.typed == []


async def test_the_librarys_own_panic_keys_end_it_too(visitor: FakeVisitor) -> None:
    """By the names of the settings."""
    keys = (BINARY, b"\x1b[24~")
    assert await hear(visitor, keys) is False
    assert await hear(visitor, keys, panic_keys=("f12",)) is True


async def test_the_page_is_told_every_few_seconds_that_we_are_there(
    visitor: FakeVisitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By an empty text, at once and then every five seconds."""
    page = AsyncMock(spec=web.WebSocketResponse)
    page.send_str.side_effect = [None, None, LookupError("enough")]
    slept = AsyncMock()
    monkeypatch.setattr("kiosk.web.connection.asyncio.sleep", slept)
    connection = Connection(page, visitor, (80, 24), panic_keys=(), patience_seconds=5)  # type: ignore[arg-type]  # a stand-in
    with pytest.raises(LookupError):
        await connection._beat()
    assert [call.args for call in page.send_str.await_args_list] == [("",)] * 3
    assert [call.args for call in slept.await_args_list] == [(5.0,)] * 2


class Visit:
    """A connection of a visitor's pty without a process, and what the page got."""

    def __init__(self) -> None:
        """Have both ends open."""
        self.visitor = Visitor(80, 24, born=0)
        self.terminal, self.drawn_end = map(os.dup, self.visitor.child_ends)
        self.visitor.close_child_ends()
        self.page = AsyncMock(spec=web.WebSocketResponse)
        self.connection = Connection(
            self.page, self.visitor, (80, 24), panic_keys=(), patience_seconds=5
        )

    def end(self) -> None:
        """Close what is still open."""
        os.close(self.drawn_end)
        self.visitor.kill()


@pytest.mark.parametrize(("said", "typed"), [(b"1", b"\r"), (b"0", b"")])
async def test_whoever_comes_in_is_past_the_first_page(said: bytes, typed: bytes) -> None:
    """The page around them was the neutral one, so Enter is pressed for them, once it is drawn."""
    visit = Visit()
    os.write(visit.drawn_end, said)
    await visit.connection._come_in()
    os.set_blocking(visit.terminal, False)
    try:
        got = os.read(visit.terminal, 100)
    except BlockingIOError:
        got = b""
    assert got == typed
    os.close(visit.terminal)
    visit.end()


async def test_what_a_visitor_writes_is_sent_on_until_they_end() -> None:
    """Byte for byte; then the visit is over."""
    visit = Visit()
    os.write(visit.terminal, b"words")
    visit.page.send_bytes.side_effect = lambda _: os.close(visit.terminal)
    with pytest.raises(EndedError):
        await visit.connection._paint()
    assert [call.args for call in visit.page.send_bytes.await_args_list] == [(b"words",)]
    visit.end()


@pytest.mark.parametrize("error", [EndedError, ConnectionError, ConnectionResetError])
async def test_a_visit_ends_without_a_word(error: type[Exception]) -> None:
    """Whichever part of it has ended, all end."""
    visit = Visit()
    visit.page.receive.side_effect = error
    await asyncio.wait_for(visit.connection.run(), 10)
    os.close(visit.terminal)
    visit.end()


async def test_any_other_error_is_told() -> None:
    """It is one of ours, and hidden from nobody."""
    visit = Visit()
    visit.page.receive.side_effect = ZeroDivisionError
    with pytest.raises(ExceptionGroup) as raised:
        await asyncio.wait_for(visit.connection.run(), 10)
    assert raised.group_contains(ZeroDivisionError)
    os.close(visit.terminal)
    visit.end()


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("20x6", (20, 6)),
        ("19x5", (20, 6)),
        ("240x100", (240, 100)),
        ("241x101", (240, 100)),
        ("21x7", (21, 7)),
        ("239x99", (239, 99)),
        ("0x0", (20, 6)),
        ("9999x9999", (240, 100)),
        ("10000x24", None),
        ("80x10000", None),
        ("80x", None),
        ("x24", None),
        ("80", None),
        ("80x24x1", None),
        ("80X24", None),
        (" 80x24", None),
        ("+80x24", None),
        ("8²x24", None),
    ],
)
def test_a_size_is_two_numbers_within_bounds(text: str, size: tuple[int, int] | None) -> None:
    """From 20 by 6 to 240 by 100; what is beyond is brought within, and what is none refused."""
    assert parse_size(text) == size
