"""Debian's Firefox as a tab: what a person does in it, and what a test may ask it."""

import json
from pathlib import Path
from typing import Any, Self

from tests.web.bidi import Bidi, Result

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


class Firefox:
    """A Firefox of its own, and one tab in it."""

    def __init__(self, profile: Path) -> None:
        """Start it.

        Args:
            profile: Its folder; what is there from before goes on.
        """
        self._bidi = Bidi(profile)
        self._send = self._bidi.send
        self.tab: str = self.tabs()[0]["context"]

    def tabs(self) -> list[Result]:
        """Every tab that is open."""
        found: list[Result] = self._send("browsingContext.getTree")["contexts"]
        return found

    def click(self, selector: str) -> None:
        """Click in the middle of an element, which is brought into sight."""
        element = f"document.querySelector({json.dumps(selector)})"
        seen = f"{element}.scrollIntoView({{ block: 'nearest' }})"
        box = self.evaluate(f"({seen}, {element}.getBoundingClientRect())")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        at = {"type": "pointerMove", "x": round(x), "y": round(y)}
        press = [at, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform({"type": "pointer", "id": "mouse", "actions": press})

    def goto(self, address: str) -> None:
        """Load a page."""
        self._send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - what the page says
        """What an expression gives in the page, its promise kept."""
        told = self._send(
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
        self._send("input.performActions", context=self.tab, actions=list(sources))

    def go(self, steps: int) -> None:
        """Go forward so many pages in the history, or back."""
        self._send("browsingContext.traverseHistory", context=self.tab, delta=steps)

    def has_named(self, name: str) -> bool:
        """Whether the accessibility tree has something of that name."""
        return len(self._in_tree(name=name)) > 0

    def activate(self, role: str, name: str) -> None:
        """Do what a screen reader does to press something of a role and a name."""
        node, *_ = self._in_tree(role=role, name=name)
        self._send(
            "script.callFunction",
            functionDeclaration="(element) => element.click()",
            arguments=[{"sharedId": node["sharedId"]}],
            target={"context": self.tab},
            awaitPromise=False,
        )

    def _in_tree(self, **wanted: str) -> list[Result]:
        locator = {"type": "accessibility", "value": wanted}
        found = self._send("browsingContext.locateNodes", context=self.tab, locator=locator)
        nodes: list[Result] = found["nodes"]
        return nodes

    def reload(self) -> None:
        """Load the page again."""
        self._send("browsingContext.reload", context=self.tab, wait="complete")

    def open_beside(self) -> str:
        """Put another tab in front, and return its name."""
        other: str = self._send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.activate", context=other)
        return other

    def close(self, tab: str) -> None:
        """Close a tab."""
        self._send("browsingContext.close", context=tab)

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._bidi.end()
