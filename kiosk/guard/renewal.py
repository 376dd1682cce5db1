"""A new warm parent in the place of the old one, which serves until the new one is ready."""

from collections.abc import Collection, Iterator

from kiosk.guard.link import Message
from kiosk.guard.options import Hooks, IdleTimes, VisitorOptions
from kiosk.guard.parent import Parent
from kiosk.guard.terminal import Terminal


class Parents:
    """The warm parent that serves, and the next one, which takes its place once it is ready.

    Attributes:
        current: The one that visitors are forked from.
        failures: How often it could not load the app.
        times: What `Hooks.on_ready` has said last.
        left: What those who are dead have left: visitors, and what serves them.
    """

    def __init__(
        self, options: VisitorOptions, hooks: Hooks, terminal: Terminal | None = None
    ) -> None:
        """Plan to start the first one at once; see `Parent` for the arguments."""
        self.failures = 0
        self.times: IdleTimes | None = None
        self.left: set[int] = set()
        self._others: set[int] = set()
        self._options = options
        self._hooks = hooks
        self._terminal = terminal
        self.current = Parent(options, terminal, hooks.log)
        self._next: Parent | None = None
        self._again = False  # it was asked for after the next one had begun to load
        self._retired: list[Parent] = []

    def renew(self) -> None:
        """Have the next one made of what there is now; the current one serves meanwhile."""
        if self._next is None:
            # That it tries again is nobody's concern.
            self._next = Parent(self._options, self._terminal, lambda *_, **__: None, renews=True)
        else:
            self._again = True

    def tick(self, now: float) -> None:
        """Start whoever is due."""
        for parent in self._living():
            parent.kill_if_late(now)
        if self.current.link is None and now >= self.current.start_at:
            self.current.start(now, self._others)
        if self._next is not None and self._next.link is None and now >= self._next.start_at:
            self._again = False  # it will see what there is
            self._next.start(now, self._others)

    def deadlines(self) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        for parent in self._living():
            if parent.link is None:
                yield parent.start_at
            elif not parent.ready:
                yield parent.ready_by

    def pids(self) -> Iterator[int]:
        """Return the processes of all that are not collected yet."""
        for parent in (*self._living(), *self._retired):
            if parent.pid is not None:
                yield parent.pid

    def know(self, others: set[int]) -> None:
        """Have who serves kill these processes if we die, and what those who are dead have left."""
        if others | self.left != self._others:
            self._others = others | self.left
            self.current.know(self._others)

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        for parent in self._living():
            if parent.link is not None:
                yield parent.link.fileno()

    def receive(self, ready: Collection[int], now: float) -> list[Message]:
        """Read what has come, and return what is said of visitors.

        Args:
            ready: The descriptors that have input.
            now: The guard's clock.

        Raises:
            EOFError: The current one has died, and another is planned.
        """
        if self._next is not None and _has_input(self._next, ready):
            self._hear_next(self._next, now)
        if not _has_input(self.current, ready):
            return []
        messages = self.current.receive(now)
        for message in messages:
            if message["event"] == "ready":
                self.current.know(self._others)
                self._hooks.log("warm_ready", milliseconds=_age(self.current, now))
                self.times = self._hooks.on_ready()
            elif message["event"] == "failed":
                self.failures += 1
                self._hooks.log("warm_failed", reason=message["reason"])
                self._hooks.on_failed(message["reason"])
        return messages

    def _living(self) -> Iterator[Parent]:
        """Return who serves, and who is to follow."""
        yield self.current
        if self._next is not None:
            yield self._next

    @property
    def next_is_ready(self) -> bool:
        """Whether `replace` may be called."""
        return self._next is not None and self._next.ready

    def replace(self) -> None:
        """Let the next one take the current one's place."""
        following = self._next
        assert following is not None
        following.log, following.renews = self._hooks.log, False
        following.know(self._others)
        self._retire(self.current)
        self.current = following
        self._end_renewal()
        self.times = self._hooks.on_ready()

    def end(self) -> None:
        """End all of them, and the visitors of the current one."""
        for parent in (self._next, *self._retired):
            if parent is not None:
                parent.reap()
        self.current.end()

    def _hear_next(self, following: Parent, now: float) -> None:
        """Take in what the next one says: before it takes over, that is of itself alone."""
        try:
            messages = following.receive(now)
        except EOFError:
            return  # it has died, and planned another
        for message in messages:
            if message["event"] == "ready":
                self._hooks.log("renewed", milliseconds=_age(following, now))
            elif message["event"] == "failed":
                self._hooks.log("renewal_failed", reason=message["reason"])
                self._hooks.on_refused(message["reason"])
                self._retire(following)
                self._end_renewal()
                return

    def _end_renewal(self) -> None:
        """Want no other, unless what visitors are made of has changed meanwhile."""
        self._next = None
        if self._again:
            self.renew()

    def _retire(self, parent: Parent) -> None:
        """End one; it is collected at the next change, so that nobody waits for it now."""
        parent.retire()
        for earlier in self._retired:
            earlier.reap()
        self._retired = [parent]


def _has_input(parent: Parent, ready: Collection[int]) -> bool:
    return parent.link is not None and parent.link.fileno() in ready


def _age(parent: Parent, now: float) -> int:
    """For how many milliseconds it has been there."""
    return round((now - parent.born) * 1000)
