"""The warm parent: imports the app once and forks every visitor from there.

Started by the guard as `python -m kiosk.guard.warm MODULE ARGUMENT...`, in a
session of its own, with the guard's socket as standard input; then 0, 1 and 2 are /dev/null.

MODULE has three functions:

`prepare(*arguments: str) -> dict[str, str]`
    Called once. Imports and loads all that visitors share, and returns texts that the guard
    hands to `options.warning_frame`. COLUMNS and LINES tell the terminal's size meanwhile, for
    what it may draw beforehand. It must leave no thread and no event loop running, since
    the process is forked from there, and must open nothing that one visitor could leave to the
    next.

`renew(*arguments: str) -> dict[str, str]`
    Called in the place of `prepare` in a process that is to replace another one, since what
    visitors are made of may have changed. If it raises, the other one goes on.

`visit(drawn: Callable[[], None]) -> None`
    Called in a new process for each visitor. Descriptors 0, 1 and 2 are the visitor's own
    terminal, of the right size, with echo off. It first writes the neutral page, then calls
    `drawn()`, and returns when the visitor is done. What it writes is text, cursor moves and
    colours: the guard owns the terminal's modes. On SIGUSR1 it paints everything anew, on
    SIGWINCH for the new size. Its death in any other way is as good as its return. On descriptor
    3 it may tell what the guard needs for the idle warning, a byte each: `+` that the page is one
    to spend more time with, `-` that it is none, a letter in which look of the texts the warning
    is to be: `a` for `look-a`. It never waits there.

A visitor is confined (see `kiosk.confinement.confine`). For what it may do all the same, MODULE may
have two more functions:

`open_line() -> int`
    Called before each fork. What it returns, a descriptor, is the visitor's own, as descriptor
    4, and is closed here; -1 for nothing.

`reads() -> list[str]`
    Called once after `prepare`. Files and folders that visitors read beside the program itself.
"""

import fcntl
import gc
import importlib
import os
import select
import signal
import socket
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from kiosk.confinement.confine import Confinement, close_all_but, program_files
from kiosk.confinement.libc import adopt_orphans, be_undumpable
from kiosk.guard.children import kill_group, kill_stopped
from kiosk.guard.link import Link, Message, what_lacks
from kiosk.guard.survivor import Survivor
from kiosk.guard.terminal import DEFAULT_SIZE

Visit = Callable[[Callable[[], None]], None]

LONGEST_REASON = 60_000  # staff read every fault
LINK_FD = DRAWN_FD = 3
LINE_FD = 4
_SIZE = "COLUMNS", "LINES"
CRASHED = 70  # EX_SOFTWARE of sysexits.h

# What the guard and the warm parent ignore or handle is no business of a visitor's.
_DEFAULT_SIGNALS = (
    signal.SIGHUP,  # the guard is gone: end
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTSTP,
    signal.SIGTERM,
    signal.SIGWINCH,
    signal.SIGCHLD,
    signal.SIGPIPE,
    signal.SIGUSR1,
)


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number is in the wake-up pipe already."""


class WarmParent:
    """Forks visitors when told to and reports their ends."""

    def __init__(self, link: Link) -> None:
        """Serve the guard at the other end of `link`."""
        self._link = link
        self._survivor = Survivor(link.end, os.environ.get("TERM", ""))
        self._descriptors: list[int] = []
        self._renews = False
        self._size = DEFAULT_SIZE
        self._visit: Visit
        self._open_line: Callable[[], int]
        self._confinement: Confinement

    def run(self, module_name: str, arguments: list[str]) -> NoReturn:
        """Prepare, then serve until the guard is gone."""
        self._next_messages()  # the guard's first words: which terminal, which visitors
        gc.disable()  # what is imported and loaded stays: looking for garbage only delays it
        texts = self._prepare(module_name, arguments)
        gc.freeze()  # a collection in a visitor would copy every page that it touches
        wake_read, wake_write = os.pipe()
        for descriptor in (wake_read, wake_write):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, _wake)
        self._tell({"event": "ready", "texts": texts})
        while True:
            ready = select.select([self._link.fileno(), wake_read], [], [])[0]
            if wake_read in ready:
                os.read(wake_read, 512)
                self._report_ends()
            if self._link.fileno() in ready:
                self._next_messages()

    def _prepare(self, module_name: str, arguments: list[str]) -> dict[str, str]:
        """Import the module and let it prepare, and return its texts; or say "failed" and end."""
        size = zip(_SIZE, map(str, self._size), strict=True)
        os.environ.update(size)
        try:
            with self._survivor.watching():
                module = importlib.import_module(module_name)
                prepare = module.renew if self._renews else module.prepare
                texts: dict[str, str] = prepare(*arguments)
            self._visit = module.visit
            self._open_line = getattr(module, "open_line", lambda: -1)
            reads: list[str] = getattr(module, "reads", list)()
            self._confinement = Confinement([*program_files(), *reads])
        except BaseException as error:
            reason = f"{type(error).__name__}: {error}"[:LONGEST_REASON]
            self._tell({"event": "failed", "reason": reason})
            raise
        for name in _SIZE:  # they would beat a visitor's own
            os.environ.pop(name, None)
        return texts

    def _tell(self, message: Message) -> None:
        """Send a message; if the guard is gone, clear the screen and end."""
        try:
            self._link.send(message)
        except OSError:
            self._survivor.clear_and_exit()

    def _next_messages(self) -> None:
        """Do what the guard says next; if it is gone, clear the screen and end."""
        try:
            messages, descriptors = self._link.receive()
        except EOFError:
            self._survivor.clear_and_exit()
        self._descriptors += descriptors
        for message in messages:
            self._obey(message)

    def _obey(self, message: Message) -> None:
        """Do what one message says."""
        match message["do"]:
            case "begin":
                self._survivor.learn_terminal(message["terminal"], message["attributes"])
                self._renews = message["renews"]
                self._size = message["size"] or DEFAULT_SIZE
                self._survivor.others = set(message["others"])
            case "know":
                self._survivor.others = set(message["others"])
            case "fork":
                self._fork()
            case "end":
                self._survivor.kill_and_exit()

    def _fork(self) -> None:
        """Fork a visitor onto the two descriptors that came with the message."""
        terminal, drawn_end = self._descriptors[:2]
        del self._descriptors[:2]
        line = pid = -1
        lack = ""
        try:
            line = self._open_line()
            pid = os.fork()
        except OSError as error:
            lack = what_lacks(error, "processes")
        if pid == 0:
            _become_visitor(terminal, drawn_end, line, self._visit, self._confinement)
        for descriptor in (terminal, drawn_end, line):
            if descriptor >= 0:
                os.close(descriptor)
        if pid > 0:
            self._survivor.visitors.add(pid)
            self._tell({"event": "forked", "pid": pid})
        else:
            self._tell({"event": "not_forked", "lack": lack})

    def _report_ends(self) -> None:
        """Collect every visitor that has ended, with all it had started, and say so.

        What was stopped is ended first, since somebody waits for its answer.
        """
        kill_stopped()
        while (ended := _ended_child()) is not None:
            pid = ended.si_pid
            if pid not in self._survivor.visitors:
                os.waitpid(pid, 0)  # something that the module has started
                continue
            kill_group(pid)  # the number is still taken, so it can hit no other
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            self._survivor.visitors.discard(pid)
            self._survivor.kill_orphans()
            self._tell({"event": "ended", "pid": pid, "status": status})


def _ended_child() -> os.waitid_result | None:
    """A child of ours that has ended, and is not collected by this; None if there is none."""
    with suppress(ChildProcessError):
        return os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return None


def _become_visitor(
    terminal: int, drawn_end: int, line: int, visit: Visit, confinement: Confinement
) -> NoReturn:
    """Turn this freshly forked process into a visitor and never return.

    Whatever `visit` raises ends the process without a word: a traceback would hold what the
    visitor had typed.

    Args:
        terminal: The visitor's side of the pty.
        drawn_end: The end of the pipe on which "drawn" is said.
        line: What the module has opened for this visitor, -1 for nothing.
        visit: Shows everything; given a function to call once the first page is written.
        confinement: What the visitor enters before that.
    """
    status = CRASHED
    try:
        _settle_in(terminal, drawn_end, line, confinement)
        visit(_say_drawn)
        status = 0
    except SystemExit as exit_request:
        status = exit_request.code if isinstance(exit_request.code, int) else CRASHED
    finally:
        os._exit(status & 0xFF)


def _settle_in(terminal: int, drawn_end: int, line: int, confinement: Confinement) -> None:
    """Take the pty as the controlling terminal on 0 to 2, the pipe on 3, the line on 4.

    Nothing else stays open, and nothing else can be had any more.
    """
    signal.set_wakeup_fd(-1)
    for number in _DEFAULT_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    try:
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    except OSError:
        os._exit(0)  # the guard wants them no more: the terminal's other end is closed
    for standard in (0, 1, 2):
        os.dup2(terminal, standard)
    os.dup2(drawn_end, DRAWN_FD)
    if line >= 0:
        os.dup2(line, LINE_FD)
    close_all_but({0, 1, 2, DRAWN_FD, LINE_FD if line >= 0 else DRAWN_FD, confinement.descriptor})
    gc.enable()
    confinement.enter()


def _say_drawn() -> None:
    """Tell the guard that the neutral page is written; only the first call counts."""
    with suppress(OSError):
        os.write(DRAWN_FD, b"1")


def main(module_name: str, *arguments: str) -> NoReturn:
    """Serve the guard on standard input."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    os.dup2(0, LINK_FD, inheritable=False)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):  # what is started here must not hold the socket
        os.dup2(nowhere, standard)
    close_all_but({0, 1, 2, LINK_FD})  # whatever the guard has inherited itself
    be_undumpable()
    adopt_orphans()  # what a visitor leaves behind
    WarmParent(Link(socket.socket(fileno=LINK_FD))).run(module_name, list(arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
