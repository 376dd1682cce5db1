"""What tests need of the machine: programs, and time."""

import os
import shutil
from typing import NoReturn

import pytest

DEADLINE_SECONDS = 60.0
"""How long a test waits for what must come, also on a machine with much else to do."""


def need(*programs: str) -> None:
    """Go on where these programs are installed; see `lacking` for where they are not."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        lacking(", ".join(missing))


def lacking(what: str) -> NoReturn:
    """Skip a test on a machine that has Python alone; fail where everything must be tested."""
    message = f"Install {what} (see .ci/run) for this test."
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def need_root(why: str) -> None:
    """Go on as root alone; anybody else skips the test, but where everything must be tested."""
    if os.geteuid() == 0:
        return
    message = f"Run this test as root: {why}."
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
