"""Keeps one visitor waiting, fully drawn, behind the one at the screen; buries those who left."""

from __future__ import annotations

from kiosk.guard.backoff import Backoff
from kiosk.guard.options import GuardOptions
from kiosk.guard.parent import Parent
from kiosk.guard.succession import Succession
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.guard.link import Message

BURY_AFTER_SECONDS = 0.002  # kill and hang-up would hold the new frame back in the kernel
FORK_AFTER_SECONDS = 0.25  # and a fork more so
RESIZED_AFTER_SECONDS = 0.1  # a storm of resizes makes one new visitor, not a hundred
DRAWN_WITHIN_SECONDS = 20.0
QUICK_DEATH_SECONDS = 2.0
QUICK_DEATHS_ALLOWED = 2


class Nursery:
    """The waiting visitor and all that leads to one.

    Attributes:
        parent: The warm parent.
        waiting: The visitor to come, drawn or not yet, if there is one.
        end_asked: Whether a visitor has ended with the status that ends the kiosk.
    """

    def __init__(self, options: GuardOptions, terminal: Terminal, size: tuple[int, int]) -> None:
        """Plan to have a visitor of `size` (columns, rows) as soon as can be."""
        self.parent = Parent(options, terminal)
        self._succession = Succession(options, terminal)
        self.waiting: Visitor | None = None
        self.end_asked = False
        self._end_status = options.end_status
        self._log = options.log
        self._size = size
        self._fork_at = 0.0
        self._asked: list[Visitor] = []  # forks that were asked for and not answered yet
        self._alive: dict[int, Visitor] = {}
        self._graves: list[tuple[float, Visitor]] = []
        self._quick_deaths = 0
        self._backoff = Backoff()

    @property
    def has_drawn(self) -> bool:
        """Whether somebody waits whose page is drawn."""
        return self.waiting is not None and self.waiting.drawn

    def renew(self) -> None:
        """Have the next visitors made anew, from what there is now; nobody at the screen goes."""
        self._succession.begin()

    def take(self, now: float) -> Visitor | None:
        """Hand over the waiting visitor if they are drawn; another is forked a moment later."""
        visitor = self.waiting
        if visitor is None or not visitor.drawn:
            return None
        self.waiting = None
        self._fork_at = max(self._fork_at, now + FORK_AFTER_SECONDS)
        return visitor

    def bury(self, visitor: Visitor, now: float) -> None:
        """End a visitor, a moment later: nothing may hold back what was just written."""
        if now - visitor.born >= QUICK_DEATH_SECONDS:
            self._all_is_well()
        self._graves.append((now + BURY_AFTER_SECONDS, visitor))

    def resize(self, columns: int, rows: int, now: float) -> None:
        """Replace the waiting visitor, who has drawn for another size."""
        self._size = (columns, rows)
        self._drop_waiting()
        self._fork_at = max(self._fork_at, now + RESIZED_AFTER_SECONDS)

    def tick(self, now: float) -> None:
        """Do what is due."""
        if self.parent.link is None and now >= self.parent.start_at:
            self.parent.start(now, self._alive)
        while self._graves and now >= self._graves[0][0]:
            self._kill(self._graves.pop(0)[1])
        self._succession.tick(now, self._alive)
        if self._succession.is_due and not self._asked:
            self._succeed(now)
        waiting = self.waiting
        if waiting is None:
            if self.parent.ready and now >= self._fork_at:
                self._fork(now)
        elif waiting.worn or (not waiting.drawn and now >= waiting.born + DRAWN_WITHIN_SECONDS):
            self.mourn(waiting, now)

    def deadlines(self) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        if self.parent.link is None:
            yield self.parent.start_at
        yield from self._succession.deadlines()
        if self._graves:
            yield self._graves[0][0]
        if self.waiting is None:
            if self.parent.ready:
                yield self._fork_at
        elif not self.waiting.drawn:
            yield self.waiting.born + DRAWN_WITHIN_SECONDS

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        if self.parent.link is not None:
            yield self.parent.link.fileno()
        yield from self._succession.descriptors()
        if self.waiting is not None:
            yield self.waiting.master
            if self.waiting.drawn_pipe >= 0:
                yield self.waiting.drawn_pipe

    def handle(self, ready: list[int], now: float) -> None:
        """Read what has come from the warm parent and from the waiting visitor."""
        if self.parent.link is not None and self.parent.link.fileno() in ready:
            self._hear_parent(now)
        self._succession.handle(ready, now)
        waiting = self.waiting
        if waiting is None:
            return
        if waiting.master in ready:
            try:
                waiting.read()
            except EOFError:
                self.mourn(waiting, now)
                return
        if waiting.drawn_pipe in ready:
            waiting.notice_drawn()

    def mourn(self, visitor: Visitor, now: float) -> None:
        """Note that a visitor has ended unasked; several quick deaths make forks back off."""
        if visitor is self.waiting:
            self.waiting = None
        seconds = FORK_AFTER_SECONDS
        if now - visitor.born >= QUICK_DEATH_SECONDS:
            self._all_is_well()
        else:
            self._quick_deaths += 1
            if self._quick_deaths > QUICK_DEATHS_ALLOWED:
                seconds = self._backoff.failed()
                self._log("visitor_failed", retry_seconds=seconds)
        self._fork_at = max(self._fork_at, now + seconds)
        self._graves.append((now, visitor))

    def end(self) -> None:
        """Kill every visitor and end the warm parent."""
        for visitor in [*self._alive.values(), *self._asked]:
            visitor.kill()
        self._succession.end()
        self.parent.end()

    def _succeed(self, now: float) -> None:
        """Let the new warm parent take over: who waits is replaced, who is there may stay."""
        self._drop_waiting()
        for visitor in self._alive.values():
            visitor.outdated = True
        self.parent = self._succession.succeed(self.parent, self._alive)
        self._fork_at = now

    def _all_is_well(self) -> None:
        """Forget past failures."""
        self._quick_deaths = 0
        self._backoff.succeeded()

    def _fork(self, now: float) -> None:
        """Ask for a visitor."""
        try:
            visitor = Visitor(*self._size, born=now)
        except OSError:  # no ptys left
            self._fork_at = now + self._backoff.failed()
            return
        if self.parent.fork(visitor):
            visitor.close_child_ends()
            self._asked.append(visitor)
            self.waiting = visitor
        else:
            visitor.kill()
            self._fork_at = now + FORK_AFTER_SECONDS

    def _hear_parent(self, now: float) -> None:
        """Read the warm parent's messages; if it has died, drop the forks it still owed us."""
        try:
            messages = self.parent.receive(now)
        except EOFError:
            if self.waiting in self._asked:
                self._drop_waiting()
            self._asked.clear()
            return
        for message in messages:
            self._hear(message, now)

    def _hear(self, message: Message, now: float) -> None:
        """Take in one message about a visitor."""
        match message["event"]:
            case "forked":
                visitor = self._asked.pop(0)
                visitor.pid = message["pid"]
                self._alive[message["pid"]] = visitor
                if visitor.closed:
                    self._kill(visitor)
            case "not_forked":
                self.mourn(self._asked.pop(0), now)
            case "ended":
                self._note_status(message["status"])
                ended = self._alive.pop(message["pid"], None)
                if ended is not None:
                    ended.pid = None  # the number may soon be another's
                    ended.ended = True
                if ended is not None and ended is self.waiting:
                    self.mourn(ended, now)

    def _note_status(self, status: int) -> None:
        """Take in how a visitor's process has ended."""
        if status == self._end_status:
            self.end_asked = True
        else:
            self._log("visitor_ended", status=status)

    def _drop_waiting(self) -> None:
        """Kill the waiting visitor if there is one."""
        if self.waiting is not None:
            visitor, self.waiting = self.waiting, None
            self._kill(visitor)

    def _kill(self, visitor: Visitor) -> None:
        """Kill a visitor, and forget the number, which may soon be another process's."""
        if visitor.pid is not None:
            self._alive.pop(visitor.pid, None)
        visitor.kill()
