"""What all tests share: folders of their own, and a watch over what they touch.

This is set up when it is imported, before any of the kiosk is: its defaults are of that moment.
"""

import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, settings

from tests.once import work_out_once
from tests.own_folders import make_base, own_folders
from tests.trespass import start_watch

_BASE = make_base()
_WATCH = start_watch(_BASE)
_ALL = ExitStack()
_ALL.callback(shutil.rmtree, _BASE, ignore_errors=True)
_ALL.enter_context(own_folders(_BASE))
os.environ["PYTHONWARNINGS"] = "error"  # in what tests start, too, as it is here
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_unconfigure() -> None:
    """Take away what fixtures of more than one test had."""
    _ALL.close()


@pytest.fixture(scope="session", autouse=True)
def words_worked_out_once() -> Iterator[None]:
    """Spare all tests but the first what is the same for each."""
    with pytest.MonkeyPatch.context() as patch:
        work_out_once(patch)
        yield


@pytest.fixture(autouse=True)
def folders_of_its_own() -> Iterator[None]:
    """Let the environment of each test name folders that no other test has."""
    with own_folders(_BASE):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Watch while a test and its fixtures run; pytest itself may keep its cache in between."""
    with _WATCH:
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Fail a test that has touched what is not its own."""
    yield
    seen = list(_WATCH.seen)
    _WATCH.seen.clear()
    assert not seen, f"This test touches what is not its own: it {'; it '.join(seen)}"
