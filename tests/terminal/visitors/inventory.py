"""A visitor whose neutral page tells what its process was given."""

import os
import resource
import signal
from collections.abc import Callable

SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGWINCH, signal.SIGCHLD)


def is_open(descriptor: int) -> bool:
    """Tell whether this number is an open descriptor."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def prepare() -> dict[str, str]:
    """Need nothing."""
    return {}


def visit(drawn: Callable[[], None]) -> None:
    """Tell, and wait."""
    facts = {
        "descriptors": [number for number in range(1024) if is_open(number)],
        "session": os.getsid(0) == os.getpid() == os.tcgetpgrp(0),
        "terminals": len({os.ttyname(standard) for standard in (0, 1, 2)}),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "default": all(signal.getsignal(number) == signal.SIG_DFL for number in SIGNALS),
        "lines": "COLUMNS" in os.environ or "LINES" in os.environ,
        "size": tuple(os.get_terminal_size(0)),
    }
    os.write(1, b"\r\n".join(f"{name}: {fact}".encode() for name, fact in facts.items()))
    drawn()
    signal.pause()
