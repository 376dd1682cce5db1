"""The kiosk's own visitor, taken over: it tries what a visitor may not do, and tells the outcome.

The variable HOSTILE has, as JSON, what it is after: see `tests.terminal.test_confined`. With
`free` in it, the visitors are not confined, to show that each attempt would succeed.
"""

import ctypes
import fcntl
import json
import os
import re
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.app import visitor
from kiosk.app.visitor import open_line, reads, renew
from kiosk.confinement.confine import Confinement

__all__ = ["open_line", "prepare", "reads", "renew", "visit"]
AIMS: dict[str, Any] = json.loads(os.environ["HOSTILE"])
TIOCSTI = 0x5412
PROCESS_VM_READV = {"x86_64": 310, "aarch64": 270}[os.uname().machine]
LIBC = ctypes.CDLL(None, use_errno=True)


def prepare(*arguments: str) -> dict[str, str]:
    """Prepare as the kiosk does."""
    if AIMS["free"]:
        # To show what confinement withholds, this visitor goes without.
        Confinement.enter = lambda _self: frozenset()  # type: ignore[method-assign, assignment]  # here alone
    texts = visitor.prepare(*arguments)
    words = Path(AIMS["data"]).glob("words/*/sets/*/0/en/helplines.yaml")
    AIMS["words"] = str(next(words))
    return texts


def visit(drawn: Callable[[], None]) -> None:
    """Try everything, tell it on our own page, and wait."""
    told = [f"{name}: {tried(attempt)}" for name, attempt in ATTEMPTS.items()]
    os.write(1, b"\r\n".join(line.encode() for line in [*told, "that is all"]))
    drawn()
    signal.pause()


def tried(attempt: Callable[[], object]) -> str:
    """Whether an attempt succeeds."""
    try:
        attempt()
    except (OSError, RuntimeError):
        return "denied"
    return "done"


def check(result: int) -> None:
    """Take what a C function returns.

    Raises:
        OSError: It has failed.
    """
    if result < 0:
        raise OSError(ctypes.get_errno(), "failed")


def guard() -> int:
    """The guard's process."""
    return int(AIMS["guard"])


def first_address(pid: int) -> int:
    """Where something stands that the process has written."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    match = re.search(r"^([0-9a-f]+)-[0-9a-f]+ rw", maps, re.MULTILINE)
    assert match is not None
    return int(match[1], 16)


def read_memory() -> None:
    """By /proc."""
    with open(f"/proc/{guard()}/mem", "rb", buffering=0) as memory:
        memory.seek(first_address(guard()))
        memory.read(8)


def read_memory_by_call() -> None:
    """By process_vm_readv(2), at an address that anything has here: our own, as after a fork."""

    class Piece(ctypes.Structure):
        _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    buffer = ctypes.create_string_buffer(8)
    ours = Piece(ctypes.addressof(buffer), 8)
    theirs = Piece(id(None), 8)  # who has forked us has it at the same place
    one = ctypes.c_long(1)
    pieces = ctypes.byref(ours), one, ctypes.byref(theirs), one, ctypes.c_long(0)
    check(LIBC.syscall(ctypes.c_long(PROCESS_VM_READV), ctypes.c_long(os.getppid()), *pieces))


def trace() -> None:
    """Become the debugger of who has forked us, and leave again."""
    seize, interrupt, detach = 0x4206, 0x4207, 17
    check(LIBC.ptrace(seize, os.getppid(), 0, 0))
    LIBC.ptrace(interrupt, os.getppid(), 0, 0)
    os.waitpid(os.getppid(), 0)
    LIBC.ptrace(detach, os.getppid(), 0, 0)


def stay() -> None:
    """Leave a process behind that is in nobody's group, as long as the test takes at most."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            time.sleep(600)
        os._exit(0)


def become_a_program() -> None:
    """Try to; that it is looked for is enough."""
    with suppress(FileNotFoundError):
        os.execv("/no/such/program", ["program"])


def speak_for_the_kiosk() -> None:
    """Tell systemd something, through a socket that was made without an address."""
    ours, _theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.sendto(b"WATCHDOG=1", AIMS["notify"])


def put(name: str) -> Callable[[], object]:
    """Write into a file."""
    return lambda: os.close(os.open(AIMS[name], os.O_WRONLY))


def get(name: str) -> Callable[[], object]:
    """Read a file."""
    return lambda: os.close(os.open(AIMS[name], os.O_RDONLY | os.O_NOCTTY))


ATTEMPTS: dict[str, Callable[[], object]] = {
    "write to the terminal": put("terminal"),
    "read its keys": get("terminal"),
    "write to another pty": put("pty"),
    "read secret settings": get("settings"),
    "read forms": get("outbox"),
    "change accepted words": put("words"),
    "empty accepted words": lambda: os.truncate(AIMS["words"], os.stat(AIMS["words"]).st_size),
    "plant a link": lambda: os.symlink("/etc/passwd", f"{AIMS['data']}/planted-{os.getpid()}"),
    "make a file": lambda: os.mknod(f"{AIMS['data']}/made-{os.getpid()}"),
    "make a memory file": lambda: os.close(os.memfd_create("hidden")),
    "read memory": read_memory,
    "read memory by a call": read_memory_by_call,
    "trace a process": trace,
    "signal the guard": lambda: os.kill(guard(), 0),
    "have the guard signalled": lambda: fcntl.fcntl(0, fcntl.F_SETOWN, guard()),
    "open a network socket": lambda: socket.socket(socket.AF_INET).close(),
    "open a local socket": lambda: socket.socket(socket.AF_UNIX).close(),
    "speak for the kiosk": speak_for_the_kiosk,
    "start a program": lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0),
    "become a program": become_a_program,
    "leave a process behind": stay,
    "type into a terminal": lambda: fcntl.ioctl(0, TIOCSTI, b"x"),
}
