"""Empties what a visitor has selected or copied in a terminal on an X display.

A terminal keeps text that was selected with Shift held after its screen is erased, so that the next
person could paste it; xterm takes no sequence against that. So the guard tells the X server itself.
The few requests are those of the X Window System Protocol, X11R7.7, section 10 and appendix B.
"""

import os
import re
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress

ANSWERS_WITHIN_SECONDS = 1.0
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_THIS_MACHINE, _ANY_MACHINE = 256, 65535
_PRIMARY, _SECONDARY = 1, 2
_CUT_BUFFERS = range(9, 17)
_SET_OWNER, _DELETE_PROPERTY, _INTERN_ATOM = 22, 19, 16
_HEAD, _REPLY = 8, 32
_VENDOR_AT, _FORMATS_AT = 16, 21
"""Where the server's answer has the length of its maker's name, and how many formats there are."""


class Selection:
    """A line to the X server that the terminal is on."""

    def __init__(self, line: socket.socket, cookie: bytes) -> None:
        """Greet the server, and ask what is needed for `clear`.

        Args:
            line: Connected to the server.
            cookie: What proves that we may; nothing where none is asked for.

        Raises:
            OSError: The server refuses, or is no X server.
        """
        self._line = line
        name = _COOKIE if cookie else b""
        sizes = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie))
        line.sendall(sizes + _padded(name) + _padded(cookie))
        accepted, words = struct.unpack("<BxxxxxH", _received(line, _HEAD))
        answer = _received(line, 4 * words)
        if accepted != 1:
            raise OSError("the X server refuses")
        (vendor,) = struct.unpack_from("<H", answer, _VENDOR_AT)
        at = _REPLY + len(_padded(bytes(vendor))) + 8 * answer[_FORMATS_AT]
        (root,) = struct.unpack_from("<I", answer, at)
        clipboard = b"CLIPBOARD"
        words = 2 + len(_padded(clipboard)) // 4
        asked = struct.pack("<BxHHxx", _INTERN_ATOM, words, len(clipboard))
        line.sendall(asked + _padded(clipboard))
        (atom,) = struct.unpack_from("<I", _received(line, _REPLY), _HEAD)
        line.setblocking(False)
        selections = (_PRIMARY, _SECONDARY, atom)
        self._requests = b"".join(
            struct.pack("<BxHIII", _SET_OWNER, 4, 0, selection, 0) for selection in selections
        ) + b"".join(
            struct.pack("<BxHII", _DELETE_PROPERTY, 3, root, buffer) for buffer in _CUT_BUFFERS
        )

    def clear(self) -> None:
        """Leave nobody the owner of what was selected; never waits."""
        with suppress(OSError):
            self._line.send(self._requests)


def selection_of(environment: Mapping[str, str]) -> Selection | None:
    """Open a line to the X server that the terminal is on; None where it is on none.

    Args:
        environment: Terminals on X say so by WINDOWID; the server is DISPLAY's, on this machine.
    """
    display = _LOCAL_DISPLAY.fullmatch(environment.get("DISPLAY", ""))
    if display is None or "WINDOWID" not in environment:
        return None
    line = socket.socket(socket.AF_UNIX)
    try:
        line.settimeout(ANSWERS_WITHIN_SECONDS)
        line.connect(f"/tmp/.X11-unix/X{display[1]}")  # noqa: S108 - where X has its socket
        return Selection(line, _cookie(environment, display[1].encode()))
    except (OSError, struct.error, IndexError):
        line.close()
        return None


def _received(line: socket.socket, count: int) -> bytes:
    """Return so many bytes of the server's.

    Raises:
        OSError: It sends no more, or not soon enough.
    """
    data = b""
    while len(data) < count:
        more = line.recv(count - len(data))
        if not more:
            raise OSError("the X server is gone")
        data += more
    return data


def _padded(data: bytes) -> bytes:
    """Return data filled up to whole words of four bytes."""
    return data + bytes(-len(data) % 4)


def _cookie(environment: Mapping[str, str], display: bytes) -> bytes:
    """Return what the file of cookies, see Xau(3), has for a display; nothing if it has none."""
    path = environment.get("XAUTHORITY") or os.path.expanduser("~/.Xauthority")
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return b""
    here = os.uname().nodename.encode()
    for family, address, number, name, cookie in _entries(data):
        is_ours = family == _ANY_MACHINE or (family == _THIS_MACHINE and address == here)
        if is_ours and number in (b"", display) and name == _COOKIE:
            return cookie
    return b""


def _entries(data: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    """Return the entries of a file of cookies: family, address, display, kind, cookie."""
    at = 0
    while at < len(data):
        (family,) = struct.unpack_from(">H", data, at)
        at += 2
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", data, at)
            fields.append(data[at + 2 : at + 2 + length])
            at += 2 + length
        yield (family, *fields)
