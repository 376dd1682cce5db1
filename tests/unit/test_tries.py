"""The wait after wrong tries at the passphrase: from when on, how long, and how long at most."""

import pytest

from kiosk.door.lock import FIRST_WAIT_SECONDS, FREE_TRIES, LONGEST_WAIT_SECONDS, Tries


class Clock:
    """Seconds that pass when a test says so."""

    seconds = 1000.0

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [
        (0, 0),
        (2, 0),
        (3, 10),
        (4, 20),
        (5, 40),
        (8, 320),
        (9, 640),
        (10, 900),
        (13, 900),
        (14, 900),
        (5000, 900),
    ],
)
def test_the_wait_doubles_up_to_a_quarter_of_an_hour(wrong: int, wait: int) -> None:
    """Two wrong tries cost nothing, a third ten seconds, each one more twice as many."""
    tries = Tries(Clock())
    for _ in range(wrong):
        tries.begin()
    assert (tries.wrong, tries.wait_seconds) == (wrong, wait)
    assert (FREE_TRIES, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS) == (3, 10, 900)


@pytest.mark.parametrize(
    ("passed", "left"), [(0, 10), (0.1, 10), (1, 9), (9, 1), (9.9, 1), (10, 0), (11, 0), (999, 0)]
)
def test_whole_seconds_are_told_until_there_are_none(passed: float, left: int) -> None:
    """Never less than there are, and never less than none."""
    clock = Clock()
    tries = Tries(clock)
    for _ in range(FREE_TRIES):
        tries.begin()
    clock.seconds += passed
    assert tries.wait_seconds == left


def test_the_wait_counts_from_the_last_try() -> None:
    """A right one ends it, and the next wrong one is the first again."""
    clock = Clock()
    tries = Tries(clock)
    for _ in range(FREE_TRIES):
        tries.begin()
        clock.seconds += 5
    assert tries.wait_seconds == 5
    tries.forget()
    assert (tries.wrong, tries.wait_seconds) == (0, 0)
    tries.begin()
    assert (tries.wrong, tries.wait_seconds) == (1, 0)
