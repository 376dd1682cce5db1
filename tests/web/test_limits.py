"""How fast one may send: the arithmetic, without a server."""

import pytest

from kiosk.web import limits
from kiosk.web.limits import Allowance, Allowances


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        """Seconds from some moment on."""
        return self.now


def test_an_allowance_fills_with_time() -> None:
    """What is at once may be spent at once; after that, only what time has brought."""
    clock = Clock()
    allowance = Allowance(10, 2, clock)
    assert allowance.spend(10)
    assert not allowance.spend(1)
    clock.now = 100.5
    assert allowance.spend(1)
    clock.now = 1000.0
    assert not allowance.spend(11)
    assert allowance.spend(10)


def test_a_bucket_is_full_once_all_is_there_again() -> None:
    """Not a moment before."""
    clock = Clock()
    allowance = Allowance(10, 2, clock)
    found = [allowance.is_full]
    allowance.spend(4)
    for moment in (100.0, 101.9, 102.0):
        clock.now = moment
        found.append(allowance.is_full)
    assert found == [True, False, False, True]


def test_one_address_takes_nothing_from_another() -> None:
    """Each has a bucket of its own."""
    allowances = Allowances(2, 1, Clock())
    assert [allowances.spend("a") for _ in range(3)] == [True, True, False]
    assert allowances.spend("b")


def test_addresses_are_forgotten_when_their_buckets_are_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As many are known as may be; then those are dropped of whom nothing would be noticed."""
    monkeypatch.setattr(limits, "_MOST_ADDRESSES", 2)
    clock = Clock()
    allowances = Allowances(2, 1, clock)
    assert allowances.spend("a")
    assert allowances.spend("b")
    assert not allowances.spend("c")
    assert len(allowances) == 2
    clock.now = 101.0
    assert allowances.spend("c")
    assert len(allowances) == 1
