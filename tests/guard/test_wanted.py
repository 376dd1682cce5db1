"""What is left of a visitor for whom something lacked, or whom nobody wants any more."""

import os
from typing import NoReturn

import pytest

from kiosk.confinement.confine import Confinement
from kiosk.guard.visitor import Visitor
from kiosk.guard.warm import _become_visitor


def no_pipe() -> NoReturn:
    """Be a machine without another descriptor.

    Raises:
        OSError: As the kernel says it.
    """
    raise OSError(24, "Too many open files")


def test_a_pty_without_a_pipe_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would stay for ever, and each next try would fail the sooner."""
    opened: list[int] = []
    openpty = os.openpty

    def noted() -> tuple[int, int]:
        opened.extend(openpty())
        return opened[0], opened[1]

    monkeypatch.setattr("kiosk.guard.visitor.os.openpty", noted)
    monkeypatch.setattr("kiosk.guard.visitor.os.pipe", no_pipe)
    with pytest.raises(OSError, match="Too many open files"):
        Visitor(80, 24, born=0)
    assert len(opened) == 2
    for descriptor in opened:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)


def test_who_is_not_wanted_any_more_has_not_crashed() -> None:
    """The log would tell of a crash where a resize has only come while somebody was forked."""
    master, slave = os.openpty()
    os.close(master)
    child = os.fork()
    if child == 0:
        _become_visitor(slave, os.open(os.devnull, os.O_WRONLY), -1, print, Confinement([]))
    os.close(slave)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
