"""What tests need of the machine: programs, and time."""

import os
import resource
import shutil
from typing import NoReturn

import pytest

DEADLINE_SECONDS = 60.0
"""How long a test waits for what must come, also on a machine with much else to do."""


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
