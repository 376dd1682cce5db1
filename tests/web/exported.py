"""The exported kiosk behind a plain file server, and a tab in each browser."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.firefox import Firefox
from tests.web.kiosk_server import ROOT
from tests.web.plain_server import PlainServer
from tests.web.tab import ChromiumTab, Tab, begin

Export = Callable[..., PlainServer]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Export]:
    """Export the kiosk with settings and options, and serve the files: `export("...", "--x")`."""
    servers: list[PlainServer] = []

    def make(settings: str = "", *options: str) -> PlainServer:
        folder = tmp_path_factory.mktemp("kiosk")
        (folder / "kiosk.toml").write_text(settings, encoding="utf-8")
        kiosk = [sys.executable, "-m", "kiosk", "--settings", str(folder / "kiosk.toml")]
        target = folder / "files"
        subprocess.run([*kiosk, "export", str(target), *options], cwd=ROOT, check=True)
        servers.append(PlainServer(target))
        return servers[-1]

    yield make
    for server in servers:
        server.end()


@pytest.fixture(scope="module")
def files(export: Export) -> PlainServer:
    """An exported kiosk with panic keys of the library's."""
    return export('panic_keys = ["f9", "~"]\n')


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox for this file."""
    with Firefox(tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A tab in each browser."""
    if request.param == "firefox":
        yield request.getfixturevalue("firefox")
        return
    browser: Browser = request.getfixturevalue("browser")
    context = browser.new_context(has_touch=True)
    yield ChromiumTab(context.new_page())
    context.close()


@pytest.fixture
def visit(tab: Tab, files: PlainServer) -> Tab:
    """Somebody at the start page."""
    begin(tab, files.address)
    return tab
