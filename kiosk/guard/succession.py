"""A new warm parent in the place of the old one, which serves until the new one is ready."""

from __future__ import annotations

from kiosk.guard.options import GuardOptions
from kiosk.guard.parent import Parent
from kiosk.guard.terminal import Terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Succession:
    """The warm parent to come, if one is wanted."""

    def __init__(self, options: GuardOptions, terminal: Terminal) -> None:
        """Want none yet."""
        self._options = options
        self._terminal = terminal
        self._heir: Parent | None = None
        self._again = False  # it was asked for after the heir had begun to load
        self._retired: Parent | None = None

    @property
    def is_due(self) -> bool:
        """Whether the heir is ready."""
        return self._heir is not None and self._heir.ready

    def begin(self) -> None:
        """Want one that has seen what there is now."""
        if self._heir is None:
            self._heir = Parent(self._options, self._terminal, log=self._log)
        else:
            self._again = True

    def tick(self, now: float, visitors: Iterable[int]) -> None:
        """Start the heir when it is time; after a failure that is a while later."""
        heir = self._heir
        if heir is not None and heir.link is None and now >= heir.start_at:
            self._again = False  # it will see what there is
            heir.start(now, visitors)

    def deadlines(self) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        if self._heir is not None and self._heir.link is None:
            yield self._heir.start_at

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        if self._heir is not None and self._heir.link is not None:
            yield self._heir.link.fileno()

    def handle(self, ready: list[int], now: float) -> None:
        """Read what has come from the heir; before it takes over it speaks of itself alone."""
        heir = self._heir
        if heir is None or heir.link is None or heir.link.fileno() not in ready:
            return
        try:
            heir.receive(now)
        except EOFError:
            return  # it has died, and planned the next one

    def succeed(self, old: Parent, visitors: Iterable[int]) -> Parent:
        """Retire the old warm parent and return the new one.

        Args:
            old: Who has served until now.
            visitors: Whom it leaves.
        """
        heir = self._heir
        assert heir is not None
        heir.log = self._options.log
        heir.adopt(visitors)
        old.retire()
        if self._retired is not None:
            self._retired.reap()  # ended long ago
        self._retired, self._heir = old, None
        if self._again:
            self._again = False
            self.begin()
        return heir

    def end(self) -> None:
        """End the heir, and forget who was retired."""
        for parent in (self._heir, self._retired):
            if parent is not None:
                parent.reap()

    def _log(self, event: str, **fields: int | str) -> None:
        """Log what the heir says of itself; that it tries again is nobody's concern."""
        name = {"warm_ready": "renewed", "warm_failed": "renewal_failed"}.get(event)
        if name:
            self._options.log(name, **fields)
