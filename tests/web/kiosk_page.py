"""The kiosk's page in a real browser, as a person uses it and as a forensic eye sees it."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

SECRET = "Someone is threatening me"
"""Words that only a visit shows."""


@dataclass
class KioskPage:
    """A page at the kiosk's first address."""

    page: Page
    address: str

    def open(self) -> None:
        """Go to the kiosk, and wait until it can be used."""
        self.page.goto(self.address)
        expect(self.page.locator("#begin")).to_be_enabled()

    def begin(self, **seconds: int) -> None:
        """Come in, as far as the start page.

        Args:
            seconds: `idle_seconds` and `warning_seconds`, where others are wanted.
        """
        self.open()
        for name, value in seconds.items():
            self.page.evaluate(
                "([name, value]) => document.body.setAttribute(name, value)",
                [f"data-{name.replace('_', '-')}", str(value)],
            )
        self.page.locator("#begin").click()
        self.expect(SECRET)

    def expect(self, text: str) -> None:
        """Wait until the screen shows a text."""
        expect(self.page.locator("#screen")).to_contain_text(text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def tap_on(self, text: str) -> None:
        """Tap where the screen shows a text."""
        self.page.get_by_text(text).first.tap()

    def is_clear(self) -> bool:
        """Whether nothing of the visit is in the document, shown or hidden, and the page is."""
        seen: bool = self.page.evaluate(
            """() => document.getElementById("visit").hidden
                && document.getElementById("screen").childElementCount === 0
                && document.getElementById("field").value.trim() === ""
                && document.getElementById("neutral").getBoundingClientRect().height > 0"""
        )
        return seen

    def expect_clear(self) -> None:
        """Wait until the neutral page is all there is."""
        self.page.wait_for_function(
            """(secret) => document.getElementById("screen")?.childElementCount === 0
                && document.getElementById("visit").hidden
                && !document.documentElement.outerHTML.includes(secret)""",
            arg=SECRET,
        )

    def traces(self) -> dict[str, Any]:
        """What the browser keeps for this page."""
        found: dict[str, Any] = self.page.evaluate(
            """async () => ({
                local: localStorage.length,
                session: sessionStorage.length,
                cookies: document.cookie,
                databases: (await indexedDB.databases()).length,
                caches: self.caches ? (await caches.keys()).length : 0,
                workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
                state: history.state,
            })"""
        )
        return found


NO_TRACES = {
    "local": 0,
    "session": 0,
    "cookies": "",
    "databases": 0,
    "caches": 0,
    "workers": 0,
    "state": None,
}
