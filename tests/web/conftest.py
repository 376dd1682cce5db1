"""Fixtures: one server for all tests, one Chromium a file, a fresh profile for each test."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.tools import DEADLINE_SECONDS, lacking
from tests.web.chromium import CHROMIUM, UNCONFINED
from tests.web.exported import export, files, firefox, tab, visit
from tests.web.kiosk_server import ROOT, KioskServer
from tests.web.plain_server import PlainServer

__all__ = ["export", "files", "firefox", "tab", "visit"]
expect.set_options(timeout=1000 * DEADLINE_SECONDS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window. Playwright's loop must end before tests that need their own."""
    if not CHROMIUM.exists():
        lacking("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=UNCONFINED,
            timeout=1000 * DEADLINE_SECONDS,
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shared_server() -> Iterator[KioskServer]:
    """A server for tests that leave it as it was."""
    with KioskServer() as server:
        yield server


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainServer]:
    """What `kiosk export` writes, behind a server that knows nothing of the kiosk."""
    folder = tmp_path_factory.mktemp("exported")
    command = [sys.executable, "-m", "kiosk", "export", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with PlainServer(folder) as server:
        yield server
