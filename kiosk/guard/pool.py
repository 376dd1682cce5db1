"""Keeps one spare visitor, fully drawn, behind the one at the screen, and replaces what ends."""

from collections.abc import Callable, Iterator

from kiosk.guard.births import Births
from kiosk.guard.children import kill_group
from kiosk.guard.link import Message, what_lacks
from kiosk.guard.options import GuardOptions, IdleTimes
from kiosk.guard.parent import CoolDown
from kiosk.guard.renewal import Parents
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

KILL_AFTER_SECONDS = 0.002  # kill and hang-up would hold the new frame back in the kernel
FORK_AFTER_SECONDS = 0.25  # and a fork more so
RESIZED_AFTER_SECONDS = 0.1  # a storm of resizes makes one new visitor, not a hundred
DRAWN_WITHIN_SECONDS = 20.0
QUICK_DEATH_SECONDS = 2.0
QUICK_DEATHS_ALLOWED = 2


class Lack:
    """What the machine has no more of, so that no visitor can be had.

    Attributes:
        reason: As `Hooks.on_lack` is told it; "" while visitors can be had.
    """

    def __init__(self, tell: Callable[[str], object]) -> None:
        """Lack nothing; `tell` is told of each change."""
        self.reason = ""
        self._tell = tell

    def note(self, reason: str) -> None:
        """Take in the present reason."""
        if reason != self.reason:
            self.reason = reason
            self._tell(reason)


class Pool:
    """The spare visitor, and all that leads to one.

    Attributes:
        parents: The warm parents.
        spare: The visitor to come, drawn or not yet, if there is one.
        end_asked: Whether a visitor has ended with the status that ends the kiosk.
        lack: Why no visitor can be had.
    """

    def __init__(self, options: GuardOptions, terminal: Terminal, size: tuple[int, int]) -> None:
        """Plan to have a visitor of `size` (columns, rows) as soon as can be."""
        self.parents = Parents(options.visitors, options.hooks, terminal)
        self.spare: Visitor | None = None
        self._times = options.times
        self.end_asked = False
        self.lack = Lack(options.hooks.on_lack)
        self._end_status = options.end_status
        self._hooks = options.hooks
        self._size = size
        self._fork_at = 0.0
        self._births = Births()
        self._leaving: list[tuple[float, Visitor]] = []  # whom to kill when
        self._quick_deaths = 0
        self._cool_down = CoolDown()

    @property
    def times(self) -> IdleTimes:
        """After how long without a key visitors are asked whether they are there."""
        return self.parents.times or self._times

    @property
    def has_drawn(self) -> bool:
        """Whether there is a spare visitor whose page is drawn."""
        return self.spare is not None and self.spare.drawn

    def take(self, now: float) -> Visitor | None:
        """Hand over the spare visitor if they are drawn; another is forked a moment later."""
        visitor = self.spare
        if visitor is None or not visitor.drawn:
            return None
        self.spare = None
        self._fork_at = max(self._fork_at, now + FORK_AFTER_SECONDS)
        return visitor

    def retire(self, visitor: Visitor, now: float) -> None:
        """End a visitor, a moment later: nothing may hold back what was just written."""
        if now - visitor.born >= QUICK_DEATH_SECONDS:
            self._all_is_well()
        self._leaving.append((now + KILL_AFTER_SECONDS, visitor))

    def reap(self, visitor: Visitor, now: float) -> None:
        """Take away who has ended unasked; several quick deaths make forks cool down."""
        if visitor is self.spare:
            self.spare = None
        seconds: float = FORK_AFTER_SECONDS
        if now - visitor.born >= QUICK_DEATH_SECONDS:
            self._all_is_well()
        else:
            self._quick_deaths += 1
            if self._quick_deaths > QUICK_DEATHS_ALLOWED:
                seconds = self._cool_down.failed()
                self._hooks.log("visitor_failed", retry_seconds=seconds)
                self.lack.note("visitors")
        self._fork_at = max(self._fork_at, now + seconds)
        self._leaving.append((now, visitor))

    def resize(self, columns: int, rows: int, now: float) -> None:
        """Replace the spare visitor, who has drawn for another size."""
        self._size = (columns, rows)
        self._drop_spare()
        self._fork_at = max(self._fork_at, now + RESIZED_AFTER_SECONDS)

    def tick(self, now: float) -> None:
        """Do what is due."""
        while self._leaving and now >= self._leaving[0][0]:
            self._births.kill(self._leaving.pop(0)[1])
        if now >= self._births.overdue_at:
            self.parents.current.kill()  # and its end is heard of
        self.parents.tick(now)
        self.lack.note(self.parents.current.lack or self.lack.reason)
        if self.parents.next_is_ready and not self._births.asked:  # they are answered first
            self._replace_parent(now)
        spare = self.spare
        if spare is None:
            if self.parents.current.ready and now >= self._fork_at:
                self._fork(now)
        elif spare.worn or (not spare.drawn and now >= spare.born + DRAWN_WITHIN_SECONDS):
            self.reap(spare, now)

    def deadlines(self) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        yield from self.parents.deadlines()
        if self._leaving:
            yield self._leaving[0][0]
        if self._births.asked:
            yield self._births.overdue_at
        if self.spare is None:
            if self.parents.current.ready:
                yield self._fork_at
        elif not self.spare.drawn:
            yield self.spare.born + DRAWN_WITHIN_SECONDS

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        yield from self.parents.descriptors()
        if self.spare is not None:
            yield from self.spare.descriptors()

    def handle(self, ready: list[int], now: float) -> None:
        """Read what has come from the warm parents and from the spare visitor."""
        try:
            for message in self.parents.receive(ready, now):
                self._take_in(message, now)
        except EOFError:  # it has died, and owes us whom it has not forked
            if self.spare in self._births.forget_asked():
                self._drop_spare()
        spare = self.spare
        if spare is None:
            return
        if spare.master in ready:
            try:
                spare.read()
            except EOFError:
                self.reap(spare, now)
                return
        if spare.drawn_pipe in ready and spare.notice_drawn():
            self.lack.note("")

    def processes(self) -> set[int]:
        """Return the warm parents, all visitors, and what dead warm parents have left."""
        return {*self.parents.pids(), *self._births.alive, *self.parents.left}

    def hear_ended(self, pid: int, status: int, now: float) -> None:
        """Take in the end of what a dead warm parent has left, such as a visitor."""
        if pid in self._births.alive:
            self._take_in({"event": "ended", "pid": pid, "status": status}, now)

    def end(self) -> None:
        """Kill every visitor and end the warm parents."""
        self._births.kill_all()
        self.parents.end()

    def _replace_parent(self, now: float) -> None:
        """Let the next warm parent take over: the spare is replaced, who is there may stay."""
        self._drop_spare()
        for visitor in self._births.alive.values():
            visitor.outdated = True
        self.parents.replace()
        self._fork_at = now

    def _fork(self, now: float) -> None:
        """Ask for a visitor; what served those whom dead warm parents have left may end before."""
        if self.parents.left.isdisjoint(self._births.alive):
            for pid in self.parents.left:
                kill_group(pid)
        try:
            visitor = Visitor(*self._size, born=now)
        except OSError as error:
            self._cannot_fork(what_lacks(error, "ptys"), now)
            return
        if self._births.ask(self.parents.current, visitor):
            self.spare = visitor
        else:
            self._fork_at = now + FORK_AFTER_SECONDS

    def _take_in(self, message: Message, now: float) -> None:
        """Take in one thing that is said of visitors."""
        if message["event"] == "ended" and message["status"] == self._end_status:
            self.end_asked = True
        elif message["event"] == "ended":
            self._hooks.log("visitor_ended", status=message["status"])
        gone = self._births.hear(message)
        if gone is None:
            return
        if message["event"] == "not_forked":
            self._births.kill(gone)
            self.spare = None if gone is self.spare else self.spare
            self._cannot_fork(message["lack"], now)
        elif gone is self.spare:
            self.reap(gone, now)

    def _cannot_fork(self, lack: str, now: float) -> None:
        """Try again later, since the machine has run out of something; tell staff and visitors."""
        seconds = self._cool_down.failed()
        self._fork_at = max(self._fork_at, now + seconds)
        self._hooks.log("no_visitor", reason=lack, retry_seconds=seconds)
        self.lack.note(lack)

    def _drop_spare(self) -> None:
        """Kill the spare visitor if there is one."""
        if self.spare is not None:
            visitor, self.spare = self.spare, None
            self._births.kill(visitor)

    def _all_is_well(self) -> None:
        """Forget past failures."""
        self._quick_deaths = 0
        self._cool_down.succeeded()
