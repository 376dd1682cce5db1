"""The few calls into the C library that Python has no name for.

They are Linux's own: elsewhere each does nothing, and says so.
"""

import ctypes
import os
import sys

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1
_SIGKILL, _SIGCONT = 9, 18
_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITIES_VERSION_3 = 0x20080522


def system_call(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call by its number; return what it returns, -1 where it fails."""
    if _libc is None:
        return -1
    passed = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return int(_libc.syscall(ctypes.c_long(number), *passed))


def be_undumpable() -> bool:
    """Keep other processes of the same user out of this one's memory: prctl(2).

    No debugger, no /proc/PID/mem, no core dump; until this process starts another program.
    """
    return _prctl(_PR_SET_DUMPABLE, 0)


def adopt_orphans() -> bool:
    """Be the parent of every descendant whose own parent has ended: prctl(2)."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def continue_when_parent_ends() -> bool:
    """Have this process continued, should it be stopped, when its parent ends: prctl(2).

    So that it can see that end, and end itself.
    """
    return _prctl(_PR_SET_PDEATHSIG, _SIGCONT)


def end_with_parent() -> bool:
    """Have this process killed, stopped or not, when its parent ends: prctl(2).

    For work that nobody waits for any more, and that may hold what others wait for.
    """
    return _prctl(_PR_SET_PDEATHSIG, _SIGKILL)


def gain_no_privileges() -> bool:
    """Give up all rights of the administrator, and gain none from any program: capset(2)."""
    if _libc is None:
        return False
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION_3, 0)
    _libc.capset(header, (ctypes.c_uint32 * 6)())
    return _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def filter_calls(program: bytes) -> bool:
    """Have the kernel run a filter over each system call from now on: seccomp(2).

    Args:
        program: A classic BPF program, eight bytes an instruction.
    """

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]

    return _prctl(_PR_SET_SECCOMP, 2, ctypes.byref(Program(len(program) // 8, program)))


def _prctl(option: int, value: int, more: object = 0) -> bool:
    if _libc is None:
        return False
    third = ctypes.c_long(more) if isinstance(more, int) else more
    zero = ctypes.c_long(0)
    return bool(_libc.prctl(option, ctypes.c_long(value), third, zero, zero) == 0)


def make_timer(clock: int) -> int:
    """Return a descriptor that is readable once a time is over, -1 if there is none to be had.

    Args:
        clock: The clock's number, as `time.clock_gettime` takes it. See timerfd_create(2).
    """
    if _libc is None:
        return -1
    return int(_libc.timerfd_create(clock, os.O_NONBLOCK | os.O_CLOEXEC))


def set_timer(descriptor: int, seconds: float | None) -> None:
    """Let a timer go off after a time, or not at all; 0 is the next moment."""
    if _libc is None:
        return
    nanoseconds = 0 if seconds is None else max(1, int(seconds * 1e9))
    once = divmod(nanoseconds, 1_000_000_000)
    _libc.timerfd_settime(descriptor, 0, (ctypes.c_long * 4)(0, 0, *once), None)
