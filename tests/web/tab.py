"""One tab of a browser, as tests of the exported page use it in Chromium and in Firefox alike."""

import json
import time
from typing import Any, Protocol

from playwright.sync_api import Error, Page

from tests.tools import DEADLINE_SECONDS
from tests.web.bidi import BrowserError

SECRET = "Someone is threatening me"
"""Words that only a visit shows."""
SEARCH_IS_LOADED = (
    "performance.getEntriesByType('resource').some(({ name }) => /search-/.test(name))"
)
"""Comes last of all that the page loads."""
_CLEAR = f"""document.getElementById("visit")?.hidden
    && document.getElementById("page").childElementCount === 0
    && document.getElementById("neutral").getBoundingClientRect().height > 0
    && !document.documentElement.outerHTML.includes({SECRET!r})"""


class Tab(Protocol):
    """What a person can do with a tab, and what a test may ask it."""

    def goto(self, address: str) -> None:
        """Load a page."""

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - what the page says
        """What an expression gives in the page, its promise kept."""

    def press(self, keys: str) -> None:
        """Press a key with others held, such as `Shift+Escape`."""

    def write(self, text: str) -> None:
        """Press a key for each character."""

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""

    def tap(self, x: int, y: int, times: int = 1) -> None:
        """Tap with a finger, at pixels from the top left."""

    def go(self, steps: int) -> None:
        """Go forward so many pages in the history, or back."""

    def has_named(self, name: str) -> bool:
        """Whether the accessibility tree has something of that name."""

    def activate(self, role: str, name: str) -> None:
        """Do what a screen reader does to press something of a role and a name."""

    def reload(self) -> None:
        """Load the page again."""


class ChromiumTab:
    """A page of Playwright's as a tab."""

    def __init__(self, page: Page) -> None:
        """Take the page."""
        self.page = page
        self._session = page.context.new_cdp_session(page)

    def goto(self, address: str) -> None:
        """Load a page."""
        self.page.goto(address)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - what the page says
        """What an expression gives in the page, its promise kept."""
        return self.page.evaluate(expression)

    def press(self, keys: str) -> None:
        """Press a key with others held, such as `Shift+Escape`."""
        self.page.keyboard.press(keys)

    def write(self, text: str) -> None:
        """Press a key for each character."""
        self.page.keyboard.type(text)

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        self.page.click(selector)

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def tap(self, x: int, y: int, times: int = 1) -> None:
        """Tap with a finger, at pixels from the top left; ten taps take a second of the page's."""
        begun = time.time()
        for number in range(times):
            for after, kind, points in (
                (0.0, "touchStart", [{"x": x, "y": y}]),
                (0.05, "touchEnd", []),
            ):
                touch = {
                    "type": kind,
                    "touchPoints": points,
                    "timestamp": begun + number / 10 + after,
                }
                self._session.send("Input.dispatchTouchEvent", touch)

    def go(self, steps: int) -> None:
        """Go forward so many pages in the history, or back."""
        for _ in range(abs(steps)):
            self.page.go_forward() if steps > 0 else self.page.go_back()

    def has_named(self, name: str) -> bool:
        """Whether the accessibility tree has something of that name."""
        tree = self._session.send("Accessibility.getFullAXTree")
        return any(node.get("name", {}).get("value") == name for node in tree["nodes"])

    def activate(self, role: str, name: str) -> None:
        """Do what a screen reader does to press something of a role and a name."""
        root = self._session.send("DOM.getDocument")["root"]["backendNodeId"]
        wanted = {"backendNodeId": root, "role": role, "accessibleName": name}
        node, *_ = self._session.send("Accessibility.queryAXTree", wanted)["nodes"]
        found = self._session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})
        click = {
            "objectId": found["object"]["objectId"],
            "functionDeclaration": "function () { this.click(); }",
        }
        self._session.send("Runtime.callFunctionOn", click)


def wait(tab: Tab, expression: str) -> None:
    """Wait until an expression is true in the page."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not _is_true(tab, expression):
        shown = "document.body.innerText"
        assert time.monotonic() < deadline, f"{expression}: {tab.evaluate(shown)}"
        time.sleep(0.02)


def _is_true(tab: Tab, expression: str) -> bool:
    try:
        return bool(tab.evaluate(f"Boolean({expression})"))
    except (Error, BrowserError):
        return False  # the browser was on its way to another page


def begin(tab: Tab, address: str) -> None:
    """Go to the kiosk, and come in as far as the start page."""
    tab.goto(address)
    wait(tab, "document.getElementById('begin')?.disabled === false")
    have_patience(tab)
    tab.click("#begin")
    expect(tab, SECRET)


def have_patience(tab: Tab, **seconds: int) -> None:
    """Let the page wait for a visitor as long as any test takes.

    Args:
        tab: The tab.
        seconds: `idleSeconds`, `patientSeconds` and `warningSeconds`, where others are wanted.
    """
    wanted = {"idleSeconds": 3600, "patientSeconds": 3600, "warningSeconds": 3600, **seconds}
    tab.evaluate(f"Object.assign(document.body.dataset, {json.dumps(wanted)})")


def expect(tab: Tab, text: str) -> None:
    """Wait until the page that is open has a text."""
    wait(tab, f"document.getElementById('page').textContent.includes({text!r})")


def search_for(tab: Tab, text: str) -> None:
    """Open the search and type."""
    tab.press("/")
    wait(tab, "document.activeElement.id === 'box'")
    tab.write(text)


def is_clear(tab: Tab) -> bool:
    """Whether the neutral page is all there is, shown or hidden."""
    return bool(tab.evaluate(f"Boolean({_CLEAR})"))


def expect_clear(tab: Tab) -> None:
    """Wait until the neutral page is all there is."""
    wait(tab, _CLEAR)
