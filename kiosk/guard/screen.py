"""What is on the terminal: a visitor, the idle warning over them, or the neutral page alone."""

from collections.abc import Iterator

from kiosk.guard import modes
from kiosk.guard.options import GuardOptions
from kiosk.guard.patience import Idle, Patience
from kiosk.guard.pool import Pool
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

NEUTRAL_CLOCK_SECONDS = 60.0


class Screen:
    """Shows one visitor and swaps them for the next.

    Attributes:
        visitor: Who is at the screen, None while there is only the neutral page.
        deaf_until: Keys but panic keys are ignored before this time of the guard's clock.
    """

    def __init__(
        self,
        options: GuardOptions,
        terminal: Terminal,
        pool: Pool,
        size: tuple[int, int],
        now: float,
    ) -> None:
        """Take over a terminal of `size` (columns, rows) that shows the neutral page already."""
        self.visitor: Visitor | None = None
        self.deaf_until = now
        self._options = options
        self._terminal = terminal
        self._pool = pool
        self._size = size
        self._idle = Idle(options.times, now)
        self._enter_typed = False  # while there was no visitor to give it to
        self._painted_at = now
        self._patience = Patience()
        self._trouble_seen: tuple[int, str] = (0, "")
        self._next_page = b""  # what a swap will write, kept ready by `prepare`
        self._next_page_is_for: tuple[object, ...] = ()

    def panic(self, now: float) -> None:
        """Have the neutral page on the screen at once, whatever is there now."""
        visitor = self.visitor
        if visitor is not None and visitor.frame is None:
            self.swap("panic", now)
            return
        self._enter_typed = False
        self.deaf_until = now + self._options.deaf_seconds
        # Escape held down on a slow terminal would start the page anew each time, for ever.
        if not self._terminal.pending:
            self._paint_neutral(now)

    def swap(self, reason: str, now: float) -> None:
        """Put the spare visitor on the screen, in one write, and end who was there."""
        self._terminal.replace(self._next_page)  # before any thought about who it is
        self._terminal.forget_selection()
        self._painted_at = now
        left = self.visitor
        self.visitor = self._pool.take(now)
        self.deaf_until = now + self._options.deaf_seconds  # a frantic key leads nowhere
        self._patience = Patience()
        self._idle = Idle(self._pool.times, now)
        if left is not None and not left.ended:
            self._pool.retire(left, now)
        self._options.hooks.log("swap", reason=reason)

    def type(self, keys: bytes | bytearray, now: float) -> None:
        """Take keys from the keyboard: any key ends a warning, the rest is the visitor's.

        Args:
            keys: What the scanner forwards, b"" if it swallowed the key.
            now: The guard's clock.
        """
        if self._idle.shown is not None:
            self._idle.restart(now)
            self.show_again(now)
            return
        if keys and now >= self.deaf_until:
            if self.visitor is not None:
                self._pass_on(self.visitor, keys, now)
            elif b"\r" in keys:
                self._enter_typed = True
        self._idle.restart(now)

    def output(self, data: bytes | memoryview) -> None:
        """Write what the visitor has written; under the warning it is painted anew later."""
        self._patience.answered()
        if self._idle.shown is None:
            self._terminal.write(data)

    def resize(self, size: tuple[int, int], now: float) -> None:
        """Take in the terminal's new size, (columns, rows)."""
        self._size = size
        self._pool.resize(*size, now)
        self._idle.shown = None  # if it is still due, it is painted anew
        if self.visitor is None:
            self._paint_neutral(now)
        else:
            self.visitor.resize(*size)

    def show_again(self, now: float) -> None:
        """Paint everything anew, after something else was on the terminal."""
        if self.visitor is None or self.visitor.frame is not None:
            self._paint_neutral(now)
        else:
            self._terminal.replace(_clean_page(self._options, self._terminal))
            self.visitor.repaint()

    def tick(self, now: float) -> None:
        """Do what is due: swap visitors who have ended, warn, welcome the next."""
        visitor = self.visitor
        if visitor is None:
            self._welcome(now)
        elif visitor.ended:
            self._pool.reap(visitor, now)
            self.swap("finish", now)
        elif visitor.frame is not None and visitor.worn:
            self.swap("worn", now)
        elif not self._terminal.pending and self._patience.is_over(now, visitor.repaint):
            self._give_up(now)
        elif visitor.touched:
            self._watch_idleness(visitor, now)
        elif visitor.outdated and self._pool.has_drawn:
            self.swap("renewed", now)

    def prepare(self, now: float) -> None:
        """Have the bytes of the next swap ready; to be called whenever that may have changed."""
        spare = self._pool.spare
        visitor = spare if spare is not None and spare.drawn else None
        of_guard = (now // NEUTRAL_CLOCK_SECONDS, self._trouble)
        version = of_guard if visitor is None else len(visitor.frame or b"")
        is_for = (visitor, version, self._size, self._terminal.kitty)
        if is_for != self._next_page_is_for:
            self._next_page_is_for = is_for
            self._next_page = self._neutral_page(visitor)

    @property
    def _trouble(self) -> tuple[int, str]:
        """How often the app has failed to load, and what lacks for a visitor."""
        return self._pool.parents.failures, self._pool.lack.reason

    @property
    def is_ready(self) -> bool:
        """Whether there is a page to show at the next swap."""
        return bool(self._next_page)

    def deadlines(self, now: float) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        if self.visitor is None:
            yield self._painted_at + NEUTRAL_CLOCK_SECONDS
        elif self.visitor.touched:
            yield self._idle.next_change(now)
            if self._patience.due is not None and not self._terminal.pending:
                yield self._patience.due

    def _welcome(self, now: float) -> None:
        """Let the spare visitor in if they are drawn; else keep the page's clock right."""
        trouble = self._trouble
        self.visitor = self._pool.take(now)
        if self.visitor is not None:
            self._paint_neutral(now)
            if self._enter_typed:
                self._enter_typed = False
                self._idle.restart(now)
                self._pass_on(self.visitor, b"\r", now)
        elif now >= self._painted_at + NEUTRAL_CLOCK_SECONDS or trouble != self._trouble_seen:
            self._paint_neutral(now)
        self._trouble_seen = trouble  # whoever makes the neutral frame may say so on it

    def _give_up(self, now: float) -> None:
        """Swap a visitor who does not answer; the next one gets the Enter that led nowhere."""
        enter = self._patience.enter
        self._options.hooks.log("visitor_hung")
        self.swap("hung", now)
        self._enter_typed = enter and self.visitor is None
        if enter and self.visitor is not None:
            self._pass_on(self.visitor, b"\r", now)

    def _pass_on(self, visitor: Visitor, keys: bytes | bytearray, now: float) -> None:
        """Give keys to the visitor at the screen, who is to answer."""
        self._patience.typed(now, first=not visitor.touched, enter=b"\r" in keys)
        visitor.type(keys)

    def _paint_neutral(self, now: float) -> None:
        """Write the page of the untouched visitor at the screen, or the guard's own."""
        self._terminal.replace(self._neutral_page(self.visitor))
        self._painted_at = now

    def _neutral_page(self, visitor: Visitor | None) -> bytes:
        """Return the neutral page of a visitor; the guard's own if there is none."""
        frame = None if visitor is None else visitor.frame
        before = _clean_page(self._options, self._terminal)
        return before + (self._options.neutral_frame(*self._size) if frame is None else frame)

    def _watch_idleness(self, visitor: Visitor, now: float) -> None:
        """Warn, count down, and swap at the end."""
        self._idle.is_patient = visitor.is_patient
        left = self._idle.seconds_left(now)
        if left == 0:
            self.swap("idle", now)
        elif left is not None and left != self._idle.shown:
            texts = self._pool.parents.current.texts
            if visitor.look:
                texts = {**texts, "look": texts.get(f"look-{visitor.look}", "")}
            frame = self._options.warning_frame(*self._size, left, texts)
            first = self._idle.shown is None
            before = _clean_page(self._options, self._terminal) if first else modes.ABORT
            self._terminal.replace(before + frame)
            self._idle.shown = left


def _clean_page(options: GuardOptions, terminal: Terminal) -> bytes:
    """Return what comes before any page: modes, title, erase."""
    return modes.clean_page(terminal.term, options.title, kitty=terminal.kitty)
