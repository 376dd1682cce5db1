"""Who was asked for, and who is alive."""

import math
from collections import deque
from collections.abc import Collection

from kiosk.guard.link import Message
from kiosk.guard.parent import Parent
from kiosk.guard.visitor import Visitor

FORKED_WITHIN_SECONDS = 10.0  # a warm parent that takes longer to answer is given up


class Births:
    """The ledger of what a warm parent forks: who was asked for, and who is alive.

    Forks are answered in the order in which they were asked for. A process's number is forgotten
    as soon as its end is known, or it is killed: it may soon be another's.

    Attributes:
        asked: Who was asked for and is not there yet.
        alive: Who is there, by the number of the process.
    """

    def __init__(self) -> None:
        """Know nobody yet."""
        self.asked: deque[Visitor] = deque()
        self.alive: dict[int, Visitor] = {}

    def ask(self, parent: Parent, visitor: Visitor) -> bool:
        """Have a visitor forked; return whether the request went out. If not, they are closed."""
        if not parent.fork(visitor):
            visitor.kill()
            return False
        visitor.close_child_ends()
        self.asked.append(visitor)
        return True

    def hear(self, message: Message) -> Visitor | None:
        """Take in what the warm parent says; return who has ended by it, or never came to be."""
        match message["event"]:
            case "forked":
                visitor = self.asked.popleft()
                visitor.pid = message["pid"]
                self.alive[message["pid"]] = visitor
                if visitor.closed:  # gone before they were there
                    self.kill(visitor)
            case "not_forked":
                return self.asked.popleft()
            case "ended":
                ended = self.alive.pop(message["pid"], None)
                if ended is not None:
                    ended.pid = None
                    ended.ended = True
                return ended
        return None

    def forget_asked(self) -> Collection[Visitor]:
        """Forget, and return, whom the warm parent still owed when it died.

        Their ptys are closed by now, which whoever reads them sees.
        """
        owed, self.asked = self.asked, deque()
        return owed

    @property
    def overdue_at(self) -> float:
        """When whoever was asked for first should have been there."""
        return self.asked[0].born + FORKED_WITHIN_SECONDS if self.asked else math.inf

    def kill(self, visitor: Visitor) -> None:
        """End a visitor at once."""
        if visitor.pid is not None:
            self.alive.pop(visitor.pid, None)
        visitor.kill()

    def kill_all(self) -> None:
        """End everybody."""
        for visitor in [*self.alive.values(), *self.asked]:
            visitor.kill()
