"""The children of a process: who has started them, who was stopped, who has ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kiosk.guard.children import adopted, children, kill_group
from tests.terminal.processes import is_alive
from tests.tools import DEADLINE_SECONDS, wait_until


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Give two processes that wait for the end of their input; the first leads a group."""
    processes = [
        subprocess.Popen(["cat"], stdin=subprocess.PIPE, process_group=group) for group in (0, None)
    ]
    yield processes
    for process in processes:
        process.kill()
        process.wait()
        assert process.stdin is not None
        process.stdin.close()


def test_who_was_not_started_by_us_is_found(started: list[subprocess.Popen[bytes]]) -> None:
    """Whoever lives, and whoever has ended, with the status: that one is collected."""
    before = children() - {process.pid for process in started}
    first, second = (process.pid for process in started)
    assert adopted(before) == ({first, second}, {})
    assert adopted({*before, first}) == ({second}, {})
    os.kill(first, signal.SIGTERM)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert adopted({*before, first}) == ({second}, {})
    assert adopted(before) == ({second}, {first: -signal.SIGTERM})
    assert adopted(before) == ({second}, {})
    assert first not in children()


def test_one_that_leads_no_group_is_killed_alone(started: list[subprocess.Popen[bytes]]) -> None:
    """Just forked, or one that another has started; a number that nobody has is no fault."""
    for process in started:
        kill_group(process.pid)
        assert process.wait() == -signal.SIGKILL
        kill_group(process.pid)


LEADS = """
import os, sys
os.setsid()
pid = os.fork()
if pid:
    print(pid, flush=True)
sys.stdin.read()
"""


def test_a_group_is_killed_as_a_whole() -> None:
    """With what a visitor, or a warm parent, has started."""
    with subprocess.Popen(
        [sys.executable, "-c", LEADS], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as leader:
        assert leader.stdout is not None
        follower = int(leader.stdout.readline())
        kill_group(leader.pid)
        leader.wait(DEADLINE_SECONDS)
    wait_until(lambda: not is_alive(follower), "its end")
