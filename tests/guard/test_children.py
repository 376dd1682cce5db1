"""The children of a process: who has started them, who was stopped, who has ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from kiosk.guard import companion as companion_module
from kiosk.guard.children import adopted, children, kill_group
from kiosk.guard.companion import Companions
from kiosk.guard.terminal import Terminal
from tests.terminal.processes import is_alive
from tests.terminal.run_guard import guard_options
from tests.tools import DEADLINE_SECONDS, wait_until

if TYPE_CHECKING:
    from kiosk.guard.pool import Pool


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


@pytest.mark.parametrize("others", [set(), {3}])
def test_what_dead_warm_parents_leave_is_ours(
    monkeypatch: pytest.MonkeyPatch, others: set[int]
) -> None:
    """The pool knows who lives, and is told who has ended. Not so where we had other children."""
    done: list[object] = []
    pool = SimpleNamespace(
        parents=SimpleNamespace(pids=lambda: [70], left=set()),
        hear_ended=lambda *ended: done.append(ended),
    )

    def look(ours: set[int]) -> tuple[set[int], dict[int, int]]:
        done.append(ours)
        return {7}, {8: 90}

    for name, value in (
        ("children", lambda: others),
        ("adopt_orphans", lambda: True),
        ("adopted", look),
        ("kill_group", done.append),
    ):
        monkeypatch.setattr(companion_module, name, value)
    master, slave = os.openpty()
    companions = Companions(guard_options({}), Terminal(slave, "xterm"))
    companions.hear_children(cast("Pool", pool), 12.0)
    assert done == ([] if others else [{70}, (8, 90, 12.0)])
    assert pool.parents.left == (set() if others else {7})
    others.add(4)
    companions.end()
    assert done[2:] == ([] if 3 in others else [4])
    for descriptor in (master, slave):
        os.close(descriptor)
