"""What tests need of the machine: programs, and time."""

import os
import resource
import shutil
import time
from collections.abc import Callable
from typing import NoReturn

import pytest

DEADLINE_SECONDS = 180.0
"""How long a test waits for what must come, also on a machine with much else to do."""


def wait_until(is_so: Callable[[], object], what: str = "it", every: float = 0.01) -> None:
    """Wait until something is so; fail where it is not within the deadline.

    Args:
        is_so: Asked again and again.
        what: Who or what is waited for.
        every: Seconds from one time to the next.
    """
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"{what} never came to be"
        time.sleep(every)


def need(*programs: str) -> None:
    """Go on where these programs are installed; step aside where they are not, or fail in CI."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        lacking(", ".join(missing))


def lacking(what: str) -> NoReturn:
    """Step aside for want of a program that can be installed."""
    _step_aside(f"Install {what} (see .ci/run) for this test.")


def need_root(why: str) -> None:
    """Go on as root alone."""
    if os.geteuid() != 0:
        _step_aside(f"Run this test as root: {why}.")


def need_descriptors(count: int) -> None:
    """Go on where a process may have so many files open."""
    if resource.getrlimit(resource.RLIMIT_NOFILE)[1] < count:
        _step_aside(f"Allow {count} open files (ulimit -H -n) for this test.")


def _step_aside(message: str) -> NoReturn:
    """Skip a test on a machine that has Python alone; fail where everything must be tested."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
