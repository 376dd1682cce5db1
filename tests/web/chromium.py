"""Debian's Chromium with a profile that stays, as somebody starts it who looks for traces."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import BrowserType, Page

from tests.tools import DEADLINE_SECONDS, wait_until

CHROMIUM = Path("/usr/bin/chromium")
"""Debian's own; the tests download no browser."""
UNCONFINED = ["--no-sandbox"] if os.getuid() == 0 else []
"""As root, Chromium starts only without its sandbox."""


@contextmanager
def chromium_at(browser_type: BrowserType, profile: Path) -> Iterator[Page]:
    """Start it with what was open when it ended, and end it as somebody who closes its window.

    Playwright comes to it when it runs: where Playwright starts it, each waits now and then for the
    other while a tab is restored, for ever.

    Args:
        browser_type: Playwright's.
        profile: Its folder; what is there from before goes on.

    Yields:
        The tab that was open, or one that shows nothing.
    """
    told = profile / "DevToolsActivePort"
    told.unlink(missing_ok=True)
    command = [str(CHROMIUM), *UNCONFINED, "--headless", "--restore-last-session"]
    options = ["--no-first-run", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    process = subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: told.exists() and "\n" in told.read_text(encoding="utf-8"), "its port")
        address = f"http://127.0.0.1:{told.read_text(encoding='utf-8').splitlines()[0]}"
        wait_until(lambda: _has_tab(address), "its tab")
        browser = browser_type.connect_over_cdp(address, timeout=1000 * DEADLINE_SECONDS)
        yield browser.contexts[0].pages[0]
        browser.new_browser_cdp_session().send("Browser.close")
        process.wait(DEADLINE_SECONDS)
    finally:
        process.kill()
        process.wait()


def _has_tab(address: str) -> bool:
    """Whether a browser shows a tab (https://chromedevtools.github.io/devtools-protocol/)."""
    with urlopen(f"{address}/json/list", timeout=DEADLINE_SECONDS) as answer:
        return any(target["type"] == "page" for target in json.load(answer))
