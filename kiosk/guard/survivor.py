"""What the warm parent does when the guard dies: it clears the screen in the guard's place."""

import os
import select
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

from kiosk.guard.children import children, kill_group
from kiosk.guard.restore import GONE_WITHIN_SECONDS, restore_for_guard


class Survivor:
    """Knows the terminal and the visitors, so that it can end them when the guard cannot.

    Attributes:
        visitors: Our children: each leads, or is about to lead, a visitor's session.
        others: Who else is to die with the guard, as it has said last.
    """

    def __init__(self, end: socket.socket, term: str) -> None:
        """Stand by for the process at the other end of the socket, which is our parent."""
        self.visitors: set[int] = set()
        self.others: set[int] = set()
        self._end = end
        self._guard = os.getppid()
        self._term = term
        self._path: str | None = None
        self._attributes: list[Any] | None = None

    def learn_terminal(self, path: str | None, attributes: list[Any] | None) -> None:
        """Remember the terminal's device if there is one, and the attributes to leave it with."""
        self._path = path
        self._attributes = attributes

    def clear_and_exit(self) -> NoReturn:
        """Kill every visitor, erase the terminal and put it back in order, end this process."""
        self.kill_visitors()
        self._await_guards_end()
        if self._path:
            restore_for_guard(self._path, self._term, self._attributes)
            for pid in self.others:  # not earlier: one of them clears where we do not
                kill_group(pid)
        self._exit()

    def kill_and_exit(self) -> NoReturn:
        """Kill every visitor and end this process: the guard sees to the terminal itself."""
        self.kill_visitors()
        self._exit()

    def _exit(self) -> NoReturn:
        """End this process, with all that it has started in its own group."""
        if os.getpgid(0) == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(0)

    def kill_visitors(self) -> None:
        """Kill each visitor."""
        for pid in self.visitors:
            kill_group(pid)

    def kill_orphans(self) -> None:
        """Kill what a visitor who has ended has left behind, which the kernel has made our child.

        What the module has started itself is in our own session, as no visitor's process is.
        """
        for pid in children():
            with suppress(ProcessLookupError, PermissionError):
                if pid not in self.visitors and os.getsid(pid) != os.getsid(0):
                    os.kill(pid, signal.SIGKILL)

    def _await_guards_end(self) -> None:
        """Wait until the guard is wholly gone.

        The kernel closes the socket early in its end, hangs up a console it leads later, and
        gives its children to another parent last; what is written before the hang-up is lost.
        """
        deadline = time.monotonic() + GONE_WITHIN_SECONDS
        while os.getppid() == self._guard and time.monotonic() < deadline:
            time.sleep(0.001)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the guard from a thread while this one is busy; the thread is gone afterwards."""
        stop_read, stop_write = os.pipe()
        thread = threading.Thread(target=self._watch, args=(stop_read,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            os.close(stop_write)
            thread.join()
            os.close(stop_read)

    def _watch(self, stop: int) -> None:
        """End this process if the guard is gone, or tells us to end, before `stop` is closed."""
        ready = select.select([self._end.fileno(), stop], [], [])[0]
        if stop in ready:
            return
        if not self._end.recv(1, socket.MSG_PEEK):
            self.clear_and_exit()
        self.kill_and_exit()  # the one message that can come meanwhile is "end"
