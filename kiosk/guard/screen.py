"""What is on the terminal: a visitor, the idle warning over them, or the neutral page alone."""

import math
from collections.abc import Iterator

from kiosk.guard import modes
from kiosk.guard.options import GuardOptions, IdleTimes
from kiosk.guard.pool import Pool
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

NEUTRAL_CLOCK_SECONDS = 60.0


class Idle:
    """Counts the time since the last key; it is told the time and has no clock.

    Attributes:
        shown: The seconds that the warning on the screen tells, None if there is no warning.
        is_patient: Whether the page is one to spend more time with.
    """

    def __init__(self, times: IdleTimes, now: float) -> None:
        """Count from `now`."""
        self.shown: int | None = None
        self.is_patient = False
        self._times = times
        self._last_key = now

    def restart(self, now: float) -> None:
        """Note a key, or a new visitor: count from here."""
        self._last_key = now
        self.shown = None

    def seconds_left(self, now: float) -> int | None:
        """Return the whole seconds that a warning has to tell, 0 at the end, None before it."""
        warn_at = self._warn_at
        if now < warn_at:
            return None
        return max(0, math.ceil(warn_at + self._times.warning_seconds - now))

    def next_change(self, now: float) -> float:
        """Return when `seconds_left` will next say something else."""
        left = self.seconds_left(now)
        warn_at = self._warn_at
        if left is None:
            return warn_at
        return warn_at + self._times.warning_seconds - (left - 1)

    @property
    def _warn_at(self) -> float:
        """When the warning is due."""
        least = self._times.patient_seconds if self.is_patient else 0.0
        return self._last_key + max(self._times.idle_seconds, least)


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
        self._failures_seen = 0
        self._next_page = b""  # what a swap will write, kept ready by `prepare`
        self._next_page_is_for: tuple[object, ...] = ()

    def panic(self, now: float) -> None:
        """Have the neutral page on the screen at once, whatever is there now."""
        visitor = self.visitor
        if visitor is None or visitor.frame is not None:
            self._show_neutral_again(now)
        else:
            self.swap("panic", now)

    def swap(self, reason: str, now: float) -> None:
        """Put the spare visitor on the screen, in one write, and end who was there."""
        self._terminal.replace(self._next_page)  # before any thought about who it is
        self._terminal.forget_selection()
        self._painted_at = now
        left = self.visitor
        self.visitor = self._pool.take(now)
        self._be_deaf(now)
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
                self.visitor.type(keys)
            elif b"\r" in keys:
                self._enter_typed = True
        self._idle.restart(now)

    def output(self, data: bytes | memoryview) -> None:
        """Write what the visitor has written; under the warning it is painted anew later."""
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
            self._terminal.replace(self._clean_page())
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
        elif visitor.touched:
            self._watch_idleness(now)
        elif visitor.outdated and self._pool.has_drawn:
            self.swap("renewed", now)

    def prepare(self, now: float) -> None:
        """Have the bytes of the next swap ready; to be called whenever that may have changed."""
        spare = self._pool.spare
        visitor = spare if spare is not None and spare.drawn else None
        version = len(visitor.frame or b"") if visitor is not None else now // NEUTRAL_CLOCK_SECONDS
        is_for = (visitor, version, self._size, self._terminal.kitty)
        if is_for != self._next_page_is_for:
            self._next_page_is_for = is_for
            self._next_page = self._clean_page() + self._neutral_frame(visitor)

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

    def _welcome(self, now: float) -> None:
        """Let the spare visitor in if they are drawn; else keep the page's clock right."""
        self.visitor = self._pool.take(now)
        if self.visitor is not None:
            self._paint_neutral(now)
            if self._enter_typed:
                self._idle.restart(now)
                self.visitor.type(b"\r")
            self._enter_typed = False
        elif now >= self._painted_at + NEUTRAL_CLOCK_SECONDS or self._parent_has_failed():
            self._paint_neutral(now)

    def _parent_has_failed(self) -> bool:
        """Tell whether the app has failed to load since this was last asked.

        Whoever makes the neutral frame may want to say so on it.
        """
        failures, self._failures_seen = self._failures_seen, self._pool.parents.failures
        return failures != self._failures_seen

    def _show_neutral_again(self, now: float) -> None:
        """Paint the neutral page that is there already, unless it is still on its way.

        Escape held down on a slow terminal would start the page anew each time, for ever.
        """
        self._enter_typed = False
        self._be_deaf(now)
        if not self._terminal.pending:
            self._paint_neutral(now)

    def _paint_neutral(self, now: float) -> None:
        """Write the page of the untouched visitor at the screen, or the guard's own."""
        self._terminal.replace(self._clean_page() + self._neutral_frame(self.visitor))
        self._painted_at = now

    def _neutral_frame(self, visitor: Visitor | None) -> bytes:
        """Return the neutral page of a visitor; the guard's own if there is none."""
        if visitor is None or visitor.frame is None:
            return self._options.neutral_frame(*self._size)
        return bytes(visitor.frame)

    def _clean_page(self) -> bytes:
        """Return what comes before any page: modes, title, erase."""
        terminal = self._terminal
        return modes.clean_page(terminal.term, self._options.title, kitty=terminal.kitty)

    def _be_deaf(self, now: float) -> None:
        """Ignore keys for a moment, so that frantic ones do not lead back in."""
        self.deaf_until = now + self._options.deaf_seconds

    def _watch_idleness(self, now: float) -> None:
        """Warn, count down, and swap at the end."""
        visitor = self.visitor
        self._idle.is_patient = visitor is not None and visitor.is_patient
        left = self._idle.seconds_left(now)
        if left == 0:
            self.swap("idle", now)
        elif left is not None and left != self._idle.shown:
            texts = self._pool.parents.current.texts
            if visitor is not None and visitor.look:
                texts = {**texts, "look": texts.get(f"look-{visitor.look}", "")}
            frame = self._options.warning_frame(*self._size, left, texts)
            first = self._idle.shown is None
            self._terminal.replace(self._clean_page() + frame if first else modes.ABORT + frame)
            self._idle.shown = left
