"""The watchdog's arithmetic: for whom it beats, how often, and what it says of trouble."""

import os

import pytest

from kiosk.guard.options import Hooks
from kiosk.guard.watchdog import BEATS_A_LIMIT, Watchdog
from tests.guard.test_watchdog import LIMIT_SECONDS, Systemd, systemd

__all__ = ["systemd"]


@pytest.mark.parametrize(
    ("changed", "beats"),
    [
        ({}, True),
        ({"WATCHDOG_PID": ""}, True),
        ({"WATCHDOG_PID": str(os.getpid() + 1)}, False),
        ({"WATCHDOG_USEC": ""}, False),
        ({"WATCHDOG_USEC": "soon"}, False),
        ({"WATCHDOG_USEC": "-5"}, False),
        ({"NOTIFY_SOCKET": ""}, False),
    ],
)
def test_for_whom_it_beats(systemd: Systemd, changed: dict[str, str], *, beats: bool) -> None:
    """Only with a line, a limit that is a number, and where the limit is meant for this process."""
    watchdog = Watchdog({**systemd.environment, **changed}, Hooks().log)
    watchdog.ready(100)
    due = [100 + LIMIT_SECONDS / BEATS_A_LIMIT] if beats else []
    assert list(watchdog.deadlines()) == due


def test_three_beats_may_be_lost() -> None:
    """A fourth of the limit lies between two, as sd_watchdog_enabled(3) asks for half at most."""
    assert BEATS_A_LIMIT == 4


def test_nothing_is_due_before_the_start_is_told(systemd: Systemd) -> None:
    """The limit counts from the moment at which systemd hears that the kiosk is there."""
    watchdog = Watchdog(systemd.environment, Hooks().log)
    assert list(watchdog.deadlines()) == []
    assert systemd.heard() == []


def test_each_change_is_logged_once(systemd: Systemd) -> None:
    """Another trouble is told as well as the first; a beat that is well after well is no event."""
    events: list[tuple[str, object]] = []

    def log(event: str, **fields: object) -> None:
        events.append((event, fields.get("reason")))

    watchdog = Watchdog(systemd.environment, log)
    for trouble in ("", "raw", "raw", "page", "", ""):
        watchdog.beat(trouble, 10)
    assert events == [("unwell", "raw"), ("unwell", "page"), ("well", None)]
    assert systemd.heard() == ["WATCHDOG=1"] * 3


def test_an_address_is_used_as_it_is(systemd: Systemd) -> None:
    """Only an @ at the beginning stands for the byte that a path cannot have."""
    environment = {"NOTIFY_SOCKET": systemd.environment["NOTIFY_SOCKET"]}
    Watchdog(environment, Hooks().log).ready(0)
    assert systemd.heard() == ["READY=1"]
