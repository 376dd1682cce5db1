"""The guard's waiting, for descriptors or for a time."""

import os

import pytest

from kiosk.guard.waiting import wait_for


@pytest.mark.parametrize("seconds", [0.0, 86_400.0, 2_147_484.0, 1e12, None])
def test_any_time_can_be_waited_for(seconds: float | None) -> None:
    """Whatever is ready is told at once, also where the kernel cannot count the milliseconds."""
    reading, writing = os.pipe()
    os.write(writing, b"x")
    assert wait_for([reading], [writing], seconds) == ([reading], [writing])
    os.close(reading)
    os.close(writing)
