"""Work in a process beside this one ends here as if it had been done here."""

import os
import signal
import subprocess
import sys

import pytest

from kiosk.app.forked_call import ForkedCall
from kiosk.content.faults import ContentError, Fault
from tests.terminal.processes import is_alive
from tests.tools import DEADLINE_SECONDS, wait_until


def test_the_result_comes_back() -> None:
    """What the function returns in the child is returned here."""
    assert ForkedCall(lambda: [os.getpid()] * 2).result() != [os.getpid()] * 2


def test_an_error_comes_back_whole() -> None:
    """Faults that the child finds are raised here, each with its file and line."""
    fault = Fault("en/topics/one.md", 3, "There is no topic 'two' to lead to.")

    def fail() -> None:
        raise ContentError([fault])

    with pytest.raises(ContentError) as raised:
        ForkedCall(fail).result()
    assert raised.value.faults == [fault]
    assert str(raised.value) == str(fault)


def test_a_killed_child_costs_only_time() -> None:
    """Where the child was killed, the work is done here."""
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert ForkedCall(work).result() == here


STOPS = """
import os, signal, sys
from kiosk.app.forked_call import ForkedCall
call = ForkedCall(lambda: os.kill(os.getpid(), signal.SIGSTOP))
os.waitid(os.P_PID, call._child, os.WSTOPPED)
print(call._child, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_stopped_child_ends_with_its_parent() -> None:
    """It may hold the lock of the accepted words, for which every later start would wait."""
    done = subprocess.run(
        [sys.executable, "-c", STOPS], capture_output=True, check=False, timeout=DEADLINE_SECONDS
    )
    child = int(done.stdout)
    wait_until(lambda: not is_alive(child))
