"""A screen to test with: its terminal, its pool and its visitors note what is done to them."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from kiosk.guard.modes import clean_page
from kiosk.guard.options import GuardOptions, Hooks, IdleTimes, VisitorOptions
from kiosk.guard.pool import Lack, Pool
from kiosk.guard.screen import Screen
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

SIZE = (80, 24)
TITLE = "Library"
IDLE, PATIENCE, WARNING, DEAF = 150.0, 300.0, 20, 0.4
CLEAN = clean_page("xterm", TITLE, kitty=False)
BEGAN = 1000.0
"""When the screen is taken over, by a clock made of numbers."""


class FakeVisitor:
    """A visitor without a process."""

    def __init__(self, frame: bytes | None = b"page", *, touched: bool = False) -> None:
        """Be drawn, with this page, or with none that is known."""
        self.frame = frame if frame is None else bytearray(frame)
        self.touched = touched
        self.drawn = True
        self.ended = self.outdated = self.worn = self.is_patient = False
        self.look = ""
        self.done: list[object] = []

    def type(self, keys: bytes) -> None:
        """Note keys, as a real one does."""
        self.done.append(bytes(keys))
        self.touched, self.frame = True, None

    def resize(self, columns: int, rows: int) -> None:
        """Note a size."""
        self.done.append((columns, rows))

    def repaint(self) -> None:
        """Note that it is to paint."""
        self.done.append("repaint")


class FakeParents:
    """What a screen asks of the warm parents."""

    def __init__(self) -> None:
        """Have loaded well."""
        self.texts = {"idle": "still there?"}
        self.failures = 0

    @property
    def current(self) -> "FakeParents":
        """Who serves."""
        return self


class FakePool:
    """Hands over one visitor, if it has one."""

    def __init__(self, story: list[tuple[Any, ...]]) -> None:
        """Note in this list what is asked."""
        self.spare: FakeVisitor | None = None
        self.parents = FakeParents()
        self.lack = Lack(lambda _: None)
        self.times = IdleTimes(IDLE, WARNING, PATIENCE)
        self._story = story

    @property
    def has_drawn(self) -> bool:
        """Whether somebody waits."""
        return self.spare is not None and self.spare.drawn

    def take(self, now: float) -> FakeVisitor | None:
        """Hand over who waits; a pool counts on from that moment."""
        assert now >= BEGAN
        visitor = self.spare
        if visitor is None or not visitor.drawn:
            return None
        self.spare = None
        return visitor

    def retire(self, visitor: FakeVisitor, now: float) -> None:
        """Note who is retired."""
        self._story.append(("retire", visitor, now))

    def reap(self, visitor: FakeVisitor, now: float) -> None:
        """Note who is reaped."""
        self._story.append(("reap", visitor, now))

    def resize(self, columns: int, rows: int, now: float) -> None:
        """Note a size."""
        self._story.append(("resize", columns, rows, now))


class FakeTerminal:
    """A terminal that notes what is written."""

    def __init__(self, story: list[tuple[Any, ...]]) -> None:
        """Note in this list."""
        self.term, self.kitty, self.pending = "xterm", False, b""
        self.forgotten = 0
        self._story = story

    def replace(self, data: bytes) -> None:
        """Note a whole page."""
        self._story.append(("replace", data))

    def write(self, data: bytes) -> None:
        """Note a piece."""
        self._story.append(("write", data))

    def forget_selection(self) -> None:
        """Count how often nothing was to be pasted any more."""
        self.forgotten += 1


class Stage:
    """A screen and all that is around it.

    Attributes:
        story: What was done, in order: pages, ends, events.
    """

    def __init__(
        self,
        visitor: FakeVisitor | None = None,
        neutral_frame: Callable[[int, int], bytes] = lambda columns, rows: (
            b"guard %d %d" % (columns, rows)
        ),
    ) -> None:
        """Take over a terminal, with this visitor at the screen."""
        self.story: list[tuple[Any, ...]] = []
        self.pool = FakePool(self.story)
        self.terminal = FakeTerminal(self.story)
        self.options = GuardOptions(
            visitors=VisitorOptions(""),
            neutral_frame=neutral_frame,
            warning_frame=warning_frame,
            title=TITLE,
            times=self.pool.times,
            deaf_seconds=DEAF,
            hooks=Hooks(log=lambda event, **fields: self.story.append((event, fields))),
        )
        self.screen = Screen(
            self.options,
            cast("Terminal", self.terminal),
            cast("Pool", self.pool),
            SIZE,
            BEGAN,
        )
        self.screen.visitor = cast("Visitor | None", visitor)

    @property
    def visitor(self) -> FakeVisitor | None:
        """Who is at the screen."""
        return cast("FakeVisitor | None", self.screen.visitor)

    def told(self) -> list[tuple[Any, ...]]:
        """What was done since this was last asked."""
        story = list(self.story)
        self.story.clear()
        return story

    def after(self, seconds: float) -> list[tuple[Any, ...]]:
        """What a tick does, so long after the beginning; the next page is made ready before."""
        self.screen.prepare(BEGAN + seconds)
        self.screen.tick(BEGAN + seconds)
        return self.told()


def warning_frame(columns: int, rows: int, seconds: int, texts: Mapping[str, str]) -> bytes:
    """The idle warning of these tests."""
    return f"{texts.get('look', '')}{texts['idle']} {seconds} {columns} {rows}".encode()
