"""The one loop: the keyboard first, then everything else."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType

from kiosk.guard.alarm import Alarm, seconds
from kiosk.guard.companion import Companions
from kiosk.guard.keys import KeyScanner
from kiosk.guard.options import GuardOptions
from kiosk.guard.pool import Pool
from kiosk.guard.screen import Screen
from kiosk.guard.selection import selection_of
from kiosk.guard.sequences import panic_sequences
from kiosk.guard.terminal import Terminal, wipe
from kiosk.guard.visitor import Visitor
from kiosk.guard.waiting import wait_for
from kiosk.guard.watchdog import Watchdog, trouble

PENDING_LIMIT = 262144  # bytes the terminal has not taken, beyond which no visitor is read
KITTY_ANSWERS_WITHIN_SECONDS = 2.0
TERMINAL_GONE = 1
EARLIEST_END_SECONDS = 10.0  # no visitor can end a guard sooner, so that it cannot flicker
_IGNORED = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
_USER = (signal.SIGUSR1, signal.SIGALRM)
RENEW = signal.SIGUSR2
"""What visitors are made from has changed: the next ones are to be made from it."""
_HEARD = (
    signal.SIGTERM, signal.SIGHUP, signal.SIGWINCH, signal.SIGCONT, signal.SIGCHLD, RENEW,
)  # fmt: skip


class Guard:
    """Reads the keyboard, the visitors, the warm parent and signals, and acts on them."""

    def __init__(
        self,
        options: GuardOptions,
        terminal: Terminal,
        size: tuple[int, int],
        clock: Callable[[], float] = seconds,
    ) -> None:
        """Take over a terminal of `size` (columns, rows) that shows the neutral page already.

        Raises:
            ValueError: A panic key of the options has no known name.
        """
        now = clock()
        self._options = options
        self._terminal = terminal
        self._clock = clock
        self._size = size
        self._pool = Pool(options, terminal, size)
        self._screen = Screen(options, terminal, self._pool, size, now)
        self._companions = Companions(options, terminal)
        self._scanner = KeyScanner(
            panic_sequences=panic_sequences(options.panic_keys),
            more_keys=panic_sequences(options.more_keys),
            columns=size[0],
            rows=size[1],
        )
        self._watchdog = Watchdog(os.environ, options.hooks.log)
        self._last_input = self._began = now
        self._kitty_until = now + KITTY_ANSWERS_WITHIN_SECONDS
        self._due: float | None = None  # the next time at which something has to be done
        self._alarm = Alarm()
        self._exit_code: int | None = None

    def run(self) -> int:
        """Run until a signal ends it or the terminal goes away; return the exit code."""
        wake = listen()
        try:
            self._watchdog.ready(self._clock())
            self._do_what_is_due()
            self._terminal.ask_kitty()
            self._terminal.selection = selection_of(os.environ)
            self._options.hooks.log("started", columns=self._size[0], rows=self._size[1])
            gc.freeze()
            gc.disable()
            while self._exit_code is None:
                self._turn(wake)
        finally:
            self._terminal.leave()
            self._pool.end()
            self._companions.end()
        return self._exit_code

    def _turn(self, wake: int) -> None:
        """Wait, then look once at everything that is ready."""
        keyboard = self._terminal.fileno()
        visitor = self._screen.visitor
        alarm = self._alarm.descriptor
        reading = [keyboard, wake, *([alarm] if alarm >= 0 else [])]
        reading += [*self._pool.descriptors(), *self._companions.descriptors()]
        if visitor is not None and len(self._terminal.pending) < PENDING_LIMIT:
            reading += visitor.descriptors()
        writing = [keyboard] if self._terminal.pending else []
        patience = None if self._due is None else max(0.0, self._due - self._clock())
        ready, writable = wait_for(reading, writing, patience)
        if keyboard in ready:
            self._hear_keyboard()
        if visitor is not None and visitor is self._screen.visitor:
            self._hear_visitor(visitor, ready)
            painted = ready == [visitor.master] and not visitor.ended
            if painted and not self._is_overdue():
                return  # only painted: the kernel delivers it sooner if we sleep at once
        if writable:
            self._terminal.flush()
        if alarm in ready:
            self._alarm.hear()
        if wake in ready:
            self._hear_signals(heard(wake))
        self._pool.handle(ready, self._clock())
        self._companions.handle(ready, self._clock())
        if self._pool.end_asked:
            self._end_for_staff()
        self._do_what_is_due()

    def _is_overdue(self) -> bool:
        """Tell whether something has to be done now that time has come."""
        return self._due is not None and self._clock() >= self._due

    def _deadlines(self, now: float) -> Iterator[float]:
        """Return the times of the clock at which something is due."""
        yield from self._pool.deadlines()
        yield from self._screen.deadlines(now)
        yield from self._companions.deadlines()
        yield from self._watchdog.deadlines()
        if self._scanner.patience is not None:
            yield self._last_input + self._scanner.patience

    def _do_what_is_due(self) -> None:
        """Do what time has brought: unfinished keys, ends, idleness, the next visitor.

        Before it and after it the page of the next swap is made ready, so that a swap is one write.
        """
        now = self._clock()
        self._screen.prepare(now)
        patience = self._scanner.patience
        overdue = patience is not None and now >= self._last_input + patience
        if overdue and self._scanner.expire().panic:
            self._screen.panic(now)
        self._screen.tick(now)
        self._pool.tick(now)
        self._companions.tick(now, self._pool)
        self._screen.prepare(now)
        if self._watchdog.due is not None and now >= self._watchdog.due:
            self._watchdog.beat(trouble(self._terminal, self._screen), now)
        if not self._terminal.is_raw():
            self._terminal.set_raw()  # somebody has used stty on it: Escape would wait for Enter
        self._due = min(self._deadlines(now), default=None)
        self._alarm.set(self._due, now)

    def _hear_keyboard(self) -> None:
        """Read keys: a panic swaps, the rest is the screen's."""
        try:
            data = self._terminal.read()
        except EOFError:
            self._end(0, TERMINAL_GONE)
            return
        now = self._last_input = self._clock()
        if now >= self._screen.deaf_until:
            self._scanner.forget_tail()
        scan = self._scanner.feed(data)
        wipe(data)
        if scan.panic:
            self._screen.panic(now)
        elif scan.forward or not scan.replies:
            self._screen.type(scan.forward, now)
        scan.wipe()
        for reply in scan.replies:
            self._hear_reply(reply, now)

    def _hear_reply(self, reply: bytes, now: float) -> None:
        """Take in the answer to `Terminal.ask_kitty`; at any other time it is not believed."""
        if now > self._kitty_until:
            return
        if reply.endswith(b"u"):
            self._terminal.speak_kitty()
            self._scanner.kitty = True
        elif reply.endswith(b"c"):
            self._kitty_until = now
            self._terminal.owes_answer = False

    def _hear_visitor(self, visitor: Visitor, ready: list[int]) -> None:
        """Write on what the visitor at the screen has written, and hear what they tell."""
        if visitor.drawn_pipe in ready:
            visitor.notice_drawn()
        if visitor.master not in ready:
            return
        try:
            data = visitor.read()
        except EOFError:
            visitor.ended = True
        else:
            self._screen.output(data)
            wipe(data)

    def _hear_signals(self, numbers: set[int]) -> None:
        """Act on signals."""
        now = self._clock()
        for number in (signal.SIGTERM, signal.SIGHUP):
            if number in numbers:
                self._end(number, 0)
                return
        if signal.SIGCHLD in numbers:
            self._companions.hear_children(self._pool, now)
        if signal.SIGCONT in numbers:
            self._terminal.set_raw()
        if RENEW in numbers:
            self._pool.parents.renew()
        size = self._terminal.size()
        if size != self._size:
            self._size = self._scanner.columns, self._scanner.rows = size
            self._screen.resize(size, now)
            self._options.hooks.log("resized", columns=size[0], rows=size[1])
        if signal.SIGCONT in numbers:
            self._screen.show_again(now)

    def _end_for_staff(self) -> None:
        """End if a visitor's process has asked for it, but not time and again."""
        self._pool.end_asked = False
        if self._clock() >= self._began + EARLIEST_END_SECONDS:
            self._options.hooks.log("ended_by_staff")
            self._end(0, 0)

    def _end(self, number: int, exit_code: int) -> None:
        """Leave the loop after this turn."""
        if self._exit_code is None:
            self._exit_code = exit_code
            self._options.hooks.log("ended", signal=number)


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number is in the wake-up pipe already."""


def listen() -> int:
    """Ignore what must not end the kiosk, and hear the rest.

    Returns:
        A non-blocking descriptor to read the numbers of SIGTERM, SIGHUP, SIGWINCH, SIGCONT,
        SIGCHLD and SIGUSR2 from, one byte each.
    """
    read_end, write_end = os.pipe()
    for descriptor in (read_end, write_end):
        os.set_blocking(descriptor, False)
    signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
    for number in (*_IGNORED, *_USER):
        signal.signal(number, signal.SIG_IGN)
    for number in _HEARD:
        signal.signal(number, _wake)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])  # whoever has started us may block them
    return read_end


def heard(descriptor: int) -> set[int]:
    """Return the numbers of the signals that have come."""
    try:
        return set(os.read(descriptor, 512))
    except BlockingIOError:
        return set()
