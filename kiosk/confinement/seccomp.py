"""Which system calls a process may make: https://docs.kernel.org/userspace-api/seccomp_filter.html.

The filter is a classic BPF program over `struct seccomp_data`. A call that is not in the list is
answered as by a kernel that has never had it, which is what C libraries are ready for; so is one of
the second list of numbers that x86-64 has for the same calls (x32).
"""

import errno
import os
import socket
import struct
import termios
from collections.abc import Iterable

from kiosk.confinement.system_calls import ANY, SOME

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""The column in the lists, and the machine's name in the kernel: AUDIT_ARCH_*."""
_LOAD, _EQUAL, _HAS_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_AT, _MACHINE_AT, _ARGUMENTS_AT = 0, 4, 16
_ALLOWED = struct.pack("=HBBI", _RETURN, 0, 0, 0x7FFF0000)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TYPE_MASK = ~(socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC) & 0xFFFFFFFF
_FCNTLS = (0, 1, 2, 3, 4, 1030)  # copies, flags; not F_SETOWN, which signals another process
_IOCTLS = (
    termios.TCGETS, termios.TCSETS, termios.TCSETSW, termios.TCSETSF, termios.TIOCGWINSZ,
    termios.TIOCGPGRP, termios.FIONREAD, termios.FIONBIO, termios.FIOCLEX, termios.FIONCLEX,
    0x802C542A, 0x402C542B, 0x402C542C, 0x402C542D,  # TCGETS2 and TCSETS2: newer C libraries
)  # fmt: skip


def visitors_filter(machine: str) -> bytes:
    """The filter of a visitor.

    Args:
        machine: As `os.uname` calls it.

    Returns:
        The program, b"" for a machine whose numbers are not known.
    """
    if machine not in _MACHINES:
        return b""
    column, name = _MACHINES[machine]
    program = [
        _step(_LOAD, _MACHINE_AT),
        *_unless(_step(_EQUAL, name, 1, 0), _refusal(errno.ENOSYS)),
        _step(_LOAD, _NUMBER_AT),
    ]
    for numbers in ANY.values():
        if (number := numbers[column]) is not None:
            program += [_step(_EQUAL, number, 0, 1), _ALLOWED]
    for call, numbers in SOME.items():
        if (number := numbers[column]) is not None:
            rule = _RULES[call]
            program += [_step(_EQUAL, number, 0, len(rule)), *rule]
    return b"".join([*program, _refusal(errno.ENOSYS)])


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """One instruction; the last two say how many to leap over."""
    return struct.pack("=HBBI", code, if_so, if_not, value)


def _refusal(error: int) -> bytes:
    """Return an error instead of making the call."""
    return _step(_RETURN, 0x00050000 | error)


def _unless(condition: bytes, otherwise: bytes) -> tuple[bytes, bytes]:
    return condition, otherwise


def _argument(number: int, half: int = 0) -> bytes:
    """Load half of an argument; both machines keep the lower one first."""
    return _step(_LOAD, _ARGUMENTS_AT + 8 * number + 4 * half)


def _one_of(argument: int, values: Iterable[int], error: int) -> list[bytes]:
    """Allow a call with one of some values."""
    allowed = [each for value in values for each in (_step(_EQUAL, value, 0, 1), _ALLOWED)]
    return [_argument(argument), *allowed, _refusal(error)]


def _reading(argument: int) -> list[bytes]:
    """Allow to open what is there, to read it."""
    return [
        _argument(argument),
        _step(_HAS_BIT, _WRITING, 0, 1),
        _refusal(errno.EACCES),
        _ALLOWED,
    ]


_RULES: dict[str, list[bytes]] = {
    "fcntl": _one_of(1, _FCNTLS, errno.EPERM),
    "ioctl": _one_of(1, _IOCTLS, errno.EPERM),
    "kill": _one_of(0, [0], errno.EPERM),  # the visitor's own group of processes
    "open": _reading(1),
    "openat": _reading(2),
    "prlimit64": _one_of(0, [0], errno.EPERM),  # the visitor's own limits
    # Without an address: a datagram could go to whoever listens, such as systemd.
    "sendto": [
        _argument(4),
        _step(_EQUAL, 0, 0, 3),
        _argument(4, half=1),
        _step(_EQUAL, 0, 0, 1),
        _ALLOWED,
        _refusal(errno.EPERM),
    ],
    # Both ends in one process, and connected for good: an event loop wakes itself through it.
    "socketpair": [
        _argument(0),
        _step(_EQUAL, socket.AF_UNIX, 0, 4),
        _argument(1),
        struct.pack("=HBBI", 0x54, 0, 0, _TYPE_MASK),
        _step(_EQUAL, socket.SOCK_STREAM, 0, 1),
        _ALLOWED,
        _refusal(errno.EPERM),
    ],
}
