"""Programs that some tests need beside Python: where one is missing, the test says so."""

import os
import shutil
from typing import NoReturn

import pytest


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
