"""WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) with Debian's Firefox.

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
from typing import Any, TypeVar

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
Result = dict[str, Any]
T = TypeVar("T")


class BrowserError(AssertionError):
    """Firefox cannot do what it was told, as while it is on its way to another page."""


class Bidi:
    """A Firefox without a window, with a profile of its own, and the connection to it."""

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
        try:
            self._socket = self._run(self._connect(told))
            self.send("session.new", capabilities={})
        except Exception:
            self.end()  # nobody else could
            raise

    async def _connect(self, told: Path) -> aiohttp.ClientWebSocketResponse:
        """Connect as soon as Firefox has told its port, in a file that is empty at first."""
        while not (told.exists() and (text := told.read_text(encoding="utf-8")).endswith("}")):
            await asyncio.sleep(0.05)
        server = json.loads(text)
        self._client = aiohttp.ClientSession()
        address = f"ws://{server['ws_host']}:{server['ws_port']}/session"
        return await self._client.ws_connect(address, max_msg_size=0)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(DEADLINE_SECONDS)

    def send(self, method: str, **parameters: object) -> Result:
        """Send a command, and wait for its result.

        Raises:
            BrowserError: Firefox says that it cannot.
        """
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        return self._run(self._ask(number, message))

    async def _ask(self, number: int, message: Result) -> Result:
        await self._socket.send_json(message)
        while True:
            told: Result = await self._socket.receive_json()
            if told.get("id") == number:
                if told["type"] != "success":
                    raise BrowserError(told)
                result: Result = told["result"]
                return result

    def end(self) -> None:
        """Kill it, as a crash would."""
        with suppress(Exception):
            self._run(self._client.close())
        self._process.kill()
        self._process.wait()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
