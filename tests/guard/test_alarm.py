"""The guard's clock, and the alarm by it."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from kiosk.guard import alarm as alarm_module
from kiosk.guard.alarm import Alarm, seconds
from tests.tools import DEADLINE_SECONDS, lacking, need

ASLEEP = 100_000
"""Seconds that a machine is said to have slept, so that its clocks differ."""
SCRIPT = """
import select, time
from kiosk.guard.alarm import Alarm, seconds
print(seconds() - time.monotonic())
alarm = Alarm()
alarm.set(seconds() + 0.01, seconds())
print(len(select.select([alarm.descriptor], [], [], 60)[0]))
"""


@pytest.fixture
def alarm() -> Iterator[Alarm]:
    """An alarm that is silent, on a system that has one."""
    alarm = Alarm()
    if alarm.descriptor < 0:
        lacking("Linux")
    yield alarm
    os.close(alarm.descriptor)


def rings(alarm: Alarm, within: float) -> bool:
    """Whether it goes off."""
    return bool(select.select([alarm.descriptor], [], [], within)[0])


def test_time_asleep_counts() -> None:
    """On a machine that has slept, the clock is ahead of the one that stands still meanwhile."""
    need("unshare")
    apart = ["unshare", "--user", "--map-root-user", "--time", f"--boottime={ASLEEP}", "--fork"]
    if subprocess.run([*apart, "true"], check=False, capture_output=True).returncode:
        lacking("a kernel that lets a time namespace be made")
    done = subprocess.run(
        [*apart, sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    ahead, rung = done.stdout.split()
    assert round(float(ahead)) >= ASLEEP
    assert rung == "1"


def test_it_goes_off_when_time_is_over_and_once(alarm: Alarm) -> None:
    """Not before; and once it was heard, not again."""
    alarm.set(seconds() + 0.05, seconds())
    assert rings(alarm, DEADLINE_SECONDS)
    alarm.hear()
    assert not rings(alarm, 0)
    alarm.hear()  # nothing is there to be heard any more


@pytest.mark.parametrize("due", [0.0, 5.0])
def test_what_is_overdue_goes_off_at_once(alarm: Alarm, due: float) -> None:
    """A time of the past is one, and so is the present."""
    alarm.set(due, 5.0)
    assert rings(alarm, DEADLINE_SECONDS)


def test_it_can_be_put_off_and_switched_off(alarm: Alarm) -> None:
    """The last word counts."""
    alarm.set(10.0, 10.0)
    alarm.set(4000.0, 10.0)
    assert not rings(alarm, 0.05)
    alarm.set(10.0, 10.0)
    alarm.set(None, 10.0)
    assert not rings(alarm, 0.05)


def test_it_is_set_only_where_something_changes(
    alarm: Alarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call into the kernel at every key would be one too many."""
    calls: list[float | None] = []
    monkeypatch.setattr("kiosk.guard.alarm.set_timer", lambda _, after: calls.append(after))
    for due in (15.0, 15.0, None, None, 12.0):
        alarm.set(due, 10.0)
    assert calls == [5.0, None, 2.0]


def test_without_one_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere than on Linux `select` has to do, and the clock is the plain one."""
    monkeypatch.setattr("kiosk.confinement.libc._libc", None)
    alarm = Alarm()
    assert alarm.descriptor == -1
    alarm.set(1.0, 0.0)
    assert alarm_module.CLOCK in (getattr(time, "CLOCK_BOOTTIME", None), time.CLOCK_MONOTONIC)
