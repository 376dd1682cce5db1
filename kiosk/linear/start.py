"""Starts the conversation."""

import signal
import sys
from contextlib import suppress
from types import FrameType

from kiosk.content.faults import ContentError
from kiosk.desk.desk import Desk
from kiosk.edits.kept import store_for
from kiosk.edits.store import store_at
from kiosk.edits.trial import newest
from kiosk.exits import FAULT
from kiosk.linear.conversation import Conversation
from kiosk.linear.terminal import Terminal
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.settings import Settings


def run_linear(settings: Settings, settings_path: str) -> int:
    """Talk to visitors, a line at a time, until the input ends.

    Args:
        settings: The library's settings.
        settings_path: The file they came from; nothing for the defaults.

    Returns:
        The exit code.
    """
    try:
        with store_for(settings.data, settings_path) as store:
            catalogue = newest(settings_path, store_at(store), Catalogue.keep_all)
    except ContentError as error:
        print(error, file=sys.stderr)
        return FAULT
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    for number in (signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
        signal.signal(number, signal.SIG_IGN)  # the page would stay, and a shell below it
    terminal = Terminal()
    try:
        with terminal.held():
            Conversation(catalogue, LeaveBehind(Desk(settings)), terminal).run()
    except Exception:
        # No traceback: it could hold what a visitor typed.
        print("kiosk: the conversation has failed. Start it again.", file=sys.stderr)
        return FAULT
    finally:
        with suppress(EOFError):
            terminal.clear()
    return 0


def _end(_number: int, _frame: FrameType | None) -> None:
    raise EOFError
