"""The idle count, with a clock made of numbers."""

import pytest

from kiosk.guard.options import IdleTimes
from kiosk.guard.parent import CoolDown
from kiosk.guard.patience import Idle


@pytest.mark.parametrize(
    ("now", "left"),
    [(0, None), (149.9, None), (150, 20), (150.1, 20), (151, 19), (170, 0), (999, 0)],
)
def test_the_warning_counts_down_from_its_start(now: float, left: int | None) -> None:
    """150 seconds of nothing, 20 of warning, then the end."""
    assert Idle(IdleTimes(150, 20), now=0).seconds_left(now) == left


def test_a_key_starts_the_count_anew() -> None:
    """After a key at 160 the warning is due at 310, not before."""
    idle = Idle(IdleTimes(150, 20), now=0)
    shown = [idle.shown]
    idle.shown = 5
    idle.restart(160)
    assert [*shown, idle.shown] == [None, None]
    assert idle.seconds_left(309) is None
    assert idle.seconds_left(310) == 20


def test_the_next_change_is_when_the_number_changes() -> None:
    """Waking at each next change sees every second once, and nothing in between."""
    idle = Idle(IdleTimes(150, 20), now=0)
    now, seen = 0.0, []
    while idle.seconds_left(now) != 0:
        now = idle.next_change(now)
        seen.append(idle.seconds_left(now))
    assert seen == list(range(20, -1, -1))


def test_cool_downs_double_up_to_a_minute() -> None:
    """1, 2, 4, 8, 16, 32, 60, 60 seconds, and 1 again after a success."""
    cool_down = CoolDown()
    assert [cool_down.failed() for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
    cool_down.succeeded()
    assert cool_down.failed() == 1
