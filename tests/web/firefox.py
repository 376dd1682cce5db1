"""Debian's Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).

Firefox speaks it by itself, over a WebSocket on a port that it tells in a file of its profile; no
driver program is needed.
"""

import asyncio
import json
import subprocess
import threading
from collections.abc import Coroutine
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp

from tests.tools import DEADLINE_SECONDS, need

_PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.sessionstore.interval": 500,  # milliseconds between two writings of what is open
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 3,  # as it was
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.w3c_touch_events.enabled": 1,
    "remote.prefs.recommended": False,  # they would keep nothing of what is open
    "toolkit.startup.max_resumed_crashes": -1,
}
KEYS = {
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "F9": "\ue039",
    "Space": " ",
}
"""WebDriver's codes (https://w3c.github.io/webdriver/#keyboard-actions)."""
Result = dict[str, Any]
T = TypeVar("T")


class Firefox:
    """A Firefox without a window, with a profile of its own, and one tab in it."""

    def __init__(self, profile: Path) -> None:
        """Start it.

        Args:
            profile: Its folder; what is there from before goes on.
        """
        need("firefox-esr")
        profile.mkdir(exist_ok=True)
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items())
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        told = profile / "WebDriverBiDiServer.json"
        told.unlink(missing_ok=True)
        command = ["firefox-esr", "--headless", "--remote-debugging-port=0", "--no-remote"]
        self._process = subprocess.Popen(
            [*command, "--profile", profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._numbers = count(1)
        self._socket = self._run(self._connect(told))
        self.send("session.new", capabilities={})
        self.tab = self.tabs()[0]["context"]

    async def _connect(self, told: Path) -> aiohttp.ClientWebSocketResponse:
        """Connect as soon as Firefox has told its port, in a file that it writes at once."""
        while not told.exists():
            await asyncio.sleep(0.05)
        server = json.loads(told.read_text(encoding="utf-8"))
        self._client = aiohttp.ClientSession()
        address = f"ws://{server['ws_host']}:{server['ws_port']}/session"
        return await self._client.ws_connect(address, max_msg_size=0)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(DEADLINE_SECONDS)

    def send(self, method: str, **parameters: object) -> Result:
        """Send a command, and wait for its result.

        Raises:
            AssertionError: Firefox says that it cannot.
        """
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        return self._run(self._ask(number, message))

    async def _ask(self, number: int, message: Result) -> Result:
        await self._socket.send_json(message)
        while True:
            told: Result = await self._socket.receive_json()
            if told.get("id") == number:
                assert told["type"] == "success", told
                result: Result = told["result"]
                return result

    def tabs(self) -> list[Result]:
        """Every tab that is open."""
        found: list[Result] = self.send("browsingContext.getTree")["contexts"]
        return found

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        element = f"document.querySelector({json.dumps(selector)})"
        box = self.evaluate(f"{element}.getBoundingClientRect()")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        at = {"type": "pointerMove", "x": round(x), "y": round(y)}
        press = [at, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform({"type": "pointer", "id": "mouse", "actions": press})

    def goto(self, address: str) -> None:
        """Load a page."""
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - what the page says
        """What an expression gives in the page, its promise kept."""
        told = self.send(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value))",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def press(self, keys: str) -> None:
        """Press a key with others held, such as `Shift+Escape`."""
        codes = [KEYS.get(key, key) for key in keys.split("+")]
        actions = [{"type": "keyDown", "value": code} for code in codes]
        actions += [{"type": "keyUp", "value": code} for code in reversed(codes)]
        self._perform({"type": "key", "id": "keyboard", "actions": actions})

    def write(self, text: str) -> None:
        """Press a key for each character."""
        for character in text:
            self.press(character.replace(" ", "Space"))

    def tap(self, x: int, y: int, times: int = 1) -> None:
        """Tap with a finger, at pixels from the top left."""
        tap = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        finger = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}}
        self._perform({**finger, "actions": tap * times})

    def _perform(self, *sources: Result) -> None:
        self.send("input.performActions", context=self.tab, actions=list(sources))

    def go(self, steps: int) -> None:
        """Go forward so many pages in the history, or back."""
        self.send("browsingContext.traverseHistory", context=self.tab, delta=steps)

    def has_named(self, name: str) -> bool:
        """Whether the accessibility tree has something of that name."""
        locator = {"type": "accessibility", "value": {"name": name}}
        found = self.send("browsingContext.locateNodes", context=self.tab, locator=locator)
        return len(found["nodes"]) > 0

    def reload(self) -> None:
        """Load the page again."""
        self.send("browsingContext.reload", context=self.tab, wait="complete")

    def open_beside(self) -> str:
        """Put another tab in front, and return its name."""
        other: str = self.send("browsingContext.create", type="tab")["context"]
        self.send("browsingContext.activate", context=other)
        return other

    def close(self, tab: str) -> None:
        """Close a tab."""
        self.send("browsingContext.close", context=tab)

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        with suppress(Exception):
            self._run(self._client.close())
        self.kill()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
