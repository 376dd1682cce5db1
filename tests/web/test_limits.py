"""How fast one may send: the arithmetic, without a server."""

import pytest

from kiosk.web import posts
from kiosk.web.posts import Allowances


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        """Seconds from some moment on."""
        return self.now


def test_an_allowance_fills_with_time() -> None:
    """What is at once may be spent at once; after that, only what time has brought."""
    clock = Clock()
    allowances = Allowances(10, 2, clock)
    assert [allowances.spend("a") for _ in range(11)] == [True] * 10 + [False]
    for moment, spent in ((100.4, 0), (100.5, 1), (102.0, 3), (1000.0, 10)):
        clock.now = moment
        assert [allowances.spend("a") for _ in range(11)] == [True] * spent + [False] * (11 - spent)


def test_an_address_is_known_until_all_is_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a moment longer, and not a moment less."""
    monkeypatch.setattr(posts, "_MOST_ADDRESSES", 1)
    clock = Clock()
    allowances = Allowances(10, 2, clock)
    assert all(allowances.spend("a") for _ in range(4))
    for moment, is_forgotten in ((100.0, False), (101.9, False), (102.0, True)):
        clock.now = moment
        assert allowances.spend("b") == is_forgotten


def test_one_address_takes_nothing_from_another() -> None:
    """Each has a bucket of its own."""
    allowances = Allowances(2, 1, Clock())
    assert [allowances.spend("a") for _ in range(3)] == [True, True, False]
    assert allowances.spend("b")


def test_addresses_are_forgotten_when_their_buckets_are_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As many are known as may be; then those are dropped of whom nothing would be noticed."""
    monkeypatch.setattr(posts, "_MOST_ADDRESSES", 2)
    clock = Clock()
    allowances = Allowances(2, 1, clock)
    assert allowances.spend("a")
    assert allowances.spend("b")
    assert not allowances.spend("c")
    assert len(allowances) == 2
    clock.now = 101.0
    assert allowances.spend("c")
    assert len(allowances) == 1
