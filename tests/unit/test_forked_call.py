"""Work in a process beside this one ends here as if it had been done here."""

import os
import signal

import pytest

from kiosk.app.forked_call import ForkedCall
from kiosk.content.faults import ContentError, Fault


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
