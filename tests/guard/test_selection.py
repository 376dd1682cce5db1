"""What the guard asks of an X server, and that no server can hold the kiosk up."""

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.guard import selection as selection_module
from kiosk.guard.selection import Selection, selection_of
from tests.tools import DEADLINE_SECONDS

CLIPBOARD_ATOM, ROOT_WINDOW = 345, 0x1234
COOKIE = bytes(range(16))
Server = Callable[[socket.socket], object]


def setup_answer(accepted: int = 1, vendor: bytes = b"Tests", formats: int = 3) -> bytes:
    """The server's answer to a greeting, with one screen."""
    padded = vendor + bytes(-len(vendor) % 4)
    head = struct.pack("<IIIIHHBBBBBBBBI", 0, 0, 0, 0, len(vendor), 9, 1, formats, *[0] * 6, 0)
    body = head + padded + bytes(8 * formats) + struct.pack("<I", ROOT_WINDOW) + bytes(36)
    return struct.pack("<BxHHH", accepted, 11, 0, len(body) // 4) + body


def atom_answer() -> bytes:
    """The server's answer to a question for an atom."""
    return struct.pack("<BxHII20x", 1, 1, 0, CLIPBOARD_ATOM)


@contextmanager
def serving(server: Server) -> Iterator[socket.socket]:
    """The client's end of a line to a server."""
    ours, theirs = socket.socketpair()
    ours.settimeout(DEADLINE_SECONDS)
    thread = threading.Thread(target=server, args=(theirs,))
    thread.start()
    with ours, theirs:
        yield ours
        thread.join()


def greet(line: socket.socket) -> bytes:
    """Be a server until all is asked; return the greeting."""
    greeting = line.recv(1024)
    line.sendall(setup_answer())
    line.recv(1024)
    line.sendall(atom_answer())
    return greeting


def test_nobody_owns_a_selection_and_the_cut_buffers_are_gone() -> None:
    """Primary, secondary and clipboard; and the eight buffers of the root window, as xterm has."""
    greetings: list[bytes] = []
    with serving(lambda line: greetings.append(greet(line))) as line:
        selection = Selection(line, COOKIE)
    assert greetings[0] == b"l\0\x0b\0\0\0\x12\0\x10\0\0\0MIT-MAGIC-COOKIE-1\0\0" + COOKIE
    ours, theirs = socket.socketpair()
    with ours, theirs:
        selection._line = ours
        selection.clear()
        asked = theirs.recv(4096)
    owners = [struct.unpack_from("<BxHIII", asked, at) for at in range(0, 48, 16)]
    assert owners == [(22, 4, 0, atom, 0) for atom in (1, 2, CLIPBOARD_ATOM)]
    deleted = [struct.unpack_from("<BxHII", asked, at) for at in range(48, len(asked), 12)]
    assert deleted == [(19, 3, ROOT_WINDOW, buffer) for buffer in range(9, 17)]


def test_a_server_that_is_gone_or_does_not_read_holds_nothing_up() -> None:
    """To clear never waits and never fails."""
    with serving(greet) as line:
        selection = Selection(line, b"")
        for _ in range(20_000):  # more than a socket takes
            selection.clear()
    selection.clear()


REFUSALS = {
    "refuses": setup_answer(accepted=0),
    "ends": b"",
    "ends in the middle": setup_answer()[:20],
    "says something else": b"\x01" + bytes(7),
}


@pytest.mark.parametrize("how", REFUSALS)
def test_a_server_that_is_none_is_an_error(how: str) -> None:
    """So that the kiosk goes on without."""

    def answer_and_end(line: socket.socket) -> None:
        line.sendall(REFUSALS[how])
        line.close()

    with serving(answer_and_end) as line, pytest.raises((OSError, struct.error)):
        Selection(line, b"")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":0"},
        {"WINDOWID": "1"},
        {"DISPLAY": "localhost:10.0", "WINDOWID": "1"},
        {"DISPLAY": "here:0", "WINDOWID": "1"},
        {"DISPLAY": ":65000", "WINDOWID": "1"},
    ],
)
def test_without_a_display_of_this_machine_there_is_nothing_to_clear(
    environment: dict[str, str],
) -> None:
    """On the console, in Wayland, over SSH, and where the server is gone."""
    assert selection_of(environment) is None


def entry(family: int, address: bytes, number: bytes, name: bytes, cookie: bytes) -> bytes:
    """One entry of a file of cookies."""
    fields = (address, number, name, cookie)
    return struct.pack(">H", family) + b"".join(
        struct.pack(">H", len(field)) + field for field in fields
    )


def test_the_cookie_is_that_of_this_machine_and_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the machine's name or of any; not another's, and of no other kind."""
    here = os.uname().nodename.encode()
    kind = b"MIT-MAGIC-COOKIE-1"
    path = tmp_path / "cookies"
    path.write_bytes(
        entry(256, b"elsewhere", b"7", kind, b"no")
        + entry(256, here, b"8", kind, b"eight")
        + entry(256, here, b"7", b"OTHER", b"no")
        + entry(0, b"\x7f\0\0\1", b"7", kind, b"no")
        + entry(256, here, b"7", kind, b"seven")
        + entry(65535, b"", b"", kind, b"any")
    )
    cookie = selection_module._cookie
    told = {"XAUTHORITY": str(path)}
    assert [cookie(told, number) for number in (b"7", b"8", b"9")] == [b"seven", b"eight", b"any"]
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cookie({}, b"7") == b""
    (tmp_path / ".Xauthority").write_bytes(path.read_bytes())
    assert cookie({}, b"7") == b"seven"
