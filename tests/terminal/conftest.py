"""Fixtures: the guard with the plain visitor, on a terminal that closes itself."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import (
    children,
    command_of,
    is_alive,
    is_visitor,
    leads_session,
)
from tests.tools import DEADLINE_SECONDS

NEUTRAL_BY_VISITOR = "neutral visitor 1"
CANCEL = b"\x18"
"""What a swap begins with: it ends any sequence that the one before has left open."""


class GuardTerminal(KioskTerminal):
    """The guard with the plain visitor, and the questions that tests ask of it."""

    def __init__(self, log_file: Path, settings: dict[str, Any], terminal: dict[str, Any]) -> None:
        """Start the guard with these settings, on a terminal as `KioskTerminal` takes it."""
        self._log_file = log_file
        settings = {"log_file": str(log_file), "deaf_seconds": 0.2, **settings}
        command = [sys.executable, "-m", "tests.terminal.run_guard", json.dumps(settings)]
        super().__init__(command, **terminal)

    @property
    def log(self) -> list[str]:
        """The guard's events so far."""
        return self._log_file.read_text().splitlines() if self._log_file.exists() else []

    @property
    def warm_parent(self) -> int | None:
        """The warm parent's process, if there is one."""
        return next(iter(self.started("kiosk.guard.warm")), None)

    @property
    def second_survivor(self) -> int | None:
        """The second survivor's process, if there is one."""
        return next(iter(self.started("kiosk.guard.second_survivor")), None)

    def started(self, module: str) -> list[int]:
        """What the guard has started of a module; not whom a dead warm parent has left to it."""
        return [
            pid
            for pid in children(self.process.pid)
            if module in command_of(pid) and leads_session(pid) and not is_visitor(pid)
        ]

    @property
    def visitors(self) -> list[int]:
        """The processes of all visitors of the present warm parent."""
        return children(self.warm_parent) if self.warm_parent else []

    @property
    def left(self) -> list[int]:
        """The visitors whom a dead warm parent has left to the guard."""
        return list(filter(is_visitor, children(self.process.pid)))

    @property
    def is_neutral(self) -> bool:
        """Whether every row is neutral, and nothing sensitive is anywhere."""
        return all(row.startswith("neutral") for row in self.lines) and not self.is_sensitive

    @property
    def is_sensitive(self) -> bool:
        """Whether anything sensitive is on a screen, in the scrollback or in the title."""
        return "SENSITIVE" in self.everywhere

    @property
    def typed(self) -> str:
        """What the visitor says was typed, in hexadecimal."""
        return self.lines[-1].rpartition("typed ")[2].strip()

    def wait_for_visitor(self) -> None:
        """Wait until a visitor is at the screen and another one waits."""
        self.wait_until(lambda: NEUTRAL_BY_VISITOR in self.text and len(self.visitors) >= 2)
        self.settle(0.1)

    def open_sensitive_page(self) -> None:
        """Press Enter until the page opens: right after a swap keys are ignored."""

        def is_open() -> bool:
            return self.text.count("SENSITIVE") > 20 and "typed" in self.text

        patience = 0.1
        while patience < DEADLINE_SECONDS:
            self.send(b"\r")
            if self.comes(is_open, patience):
                break
            patience *= 2
        self.wait_until(is_open)
        self.settle(0.05)

    def family(self) -> set[int]:
        """Return the guard, the warm parent and all visitors."""
        return {self.process.pid, *children(self.process.pid), *self.visitors}

    def wait_until_gone(self, pids: set[int]) -> None:
        """Wait until none of these processes lives."""
        self.wait_until(lambda: not any(is_alive(pid) for pid in pids))


StartGuard = Callable[..., GuardTerminal]


@pytest.fixture
def start_guard(tmp_path: Path) -> Iterator[StartGuard]:
    """Give a function that starts the guard: `start_guard(idle_seconds=1, columns=20, rows=6)`.

    After the test no process of it may be left.
    """
    terminal_names = ("columns", "rows", "term", "kitty", "environment", "before")
    started: list[GuardTerminal] = []
    with ExitStack() as stack:

        def start(**settings: object) -> GuardTerminal:
            options = {name: settings.pop(name) for name in terminal_names if name in settings}
            log_file = tmp_path / f"log{len(started)}"
            started.append(GuardTerminal(log_file, settings, options))
            return stack.enter_context(started[-1])

        yield start


@pytest.fixture
def guard(start_guard: StartGuard) -> GuardTerminal:
    """Give a running guard with a visitor at the screen and another one waiting."""
    terminal = start_guard()
    terminal.wait_for_visitor()
    return terminal


@pytest.fixture
def sensitive(guard: GuardTerminal) -> GuardTerminal:
    """Give a guard whose visitor has opened the sensitive page."""
    guard.open_sensitive_page()
    return guard
