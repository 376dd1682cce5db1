"""A pool to test with: real ptys, warm parents that only note what they are asked, no process."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from kiosk.guard.options import VisitorOptions
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor


class FakeLink:
    """A line to a warm parent, on which tests put its messages."""

    def __init__(self) -> None:
        """Be open and silent."""
        self._end, self.far_end = os.pipe()
        self.messages: list[dict[str, Any]] = []
        self.is_cut = False

    def fileno(self) -> int:
        """Return what to wait on."""
        return self._end

    def close(self) -> None:
        """Close both ends."""
        os.close(self._end)
        os.close(self.far_end)


class FakeParent:
    """A warm parent that forks nothing.

    Attributes:
        asked: The visitors that it was asked to fork.
        done: What else was done to it, in order.
        takes_requests: Whether a request to fork goes out.
    """

    made: list["FakeParent"] = []

    def __init__(
        self,
        options: VisitorOptions,
        terminal: Terminal | None,
        log: Callable[..., None],
        *,
        renews: bool = False,
    ) -> None:
        """Be planned, to be started at once."""
        assert options is not None
        assert terminal is None or terminal
        self.link: FakeLink | None = None
        self.ready = False
        self.texts: dict[str, str] = {}
        self.start_at = self.born = 0.0
        self.log = log
        self.renews = renews
        self.asked: list[Visitor] = []
        self.done: list[object] = []
        self.takes_requests = True
        self.lack = ""
        self.pid: int | None = None
        FakeParent.made.append(self)

    def start(self, now: float, others: Iterable[int]) -> None:
        """Begin to load."""
        self.link = FakeLink()
        self.born = now
        self.done.append(("start", now, list(others)))

    def load(self) -> None:
        """Be ready, as tests say."""
        self.ready = True

    def fork(self, visitor: Visitor) -> bool:
        """Note who was asked for."""
        if self.takes_requests:
            self.asked.append(visitor)
            self._hold_open(visitor)
        return self.takes_requests

    def _hold_open(self, visitor: Visitor) -> None:
        """Keep what a forked process would hold: its terminal, and the pipe to say "drawn" on."""
        self.terminal, self.drawn_end = map(os.dup, visitor.child_ends)

    def receive(self, now: float) -> list[dict[str, Any]]:
        """Return what tests have put on the line; one that has died plans the next from then on."""
        assert now >= 0
        assert self.link is not None
        if self.link.is_cut:
            self.link.close()
            self.link, self.ready = None, False
            raise EOFError
        messages, self.link.messages = self.link.messages, []
        self.ready |= any(message["event"] == "ready" for message in messages)
        return messages

    def know(self, others: Iterable[int]) -> None:
        """Note what it is to kill with us."""
        self.done.append(("know", list(others)))

    @property
    def ready_by(self) -> float:
        """When it is given up while it loads."""
        return self.born + 300

    def kill_if_late(self, now: float) -> None:
        """Be as quick as ever."""

    def kill(self) -> None:
        """Note that it is given up."""
        self.done.append("kill")

    def retire(self) -> None:
        """Note that it is replaced."""
        self.done.append("retire")
        if self.link is not None:
            self.link.close()
            self.link = None

    def reap(self) -> None:
        """Note that it is collected."""
        self.done.append("reap")

    def end(self) -> None:
        """Note that all is over."""
        self.done.append("end")


class Nobody:
    """No process beside the guard."""

    def __init__(self, *_: object) -> None:
        """Start none."""

    def tick(self, *_: object) -> None:
        """Do nothing."""

    handle = hear_children = tick

    def deadlines(self) -> list[float]:
        """Have no time at which anything is due."""
        return []

    descriptors = deadlines
