"""When nobody touches the keys."""

import re

from tests.terminal.conftest import GuardTerminal, StartGuard


def idle_guard(start_guard: StartGuard, **settings: float) -> GuardTerminal:
    """Return a guard that warns soon, with the sensitive page open."""
    terminal = start_guard(**{"idle_seconds": 0.6, "warning_seconds": 30, **settings})
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    return terminal


def seconds_left(terminal: GuardTerminal) -> int:
    """What the warning counts; 0 where there is none."""
    told = re.search(r"Still there\? (\d+)", terminal.text)
    return int(told[1]) if told else 0


def test_the_warning_shows_nothing_of_the_page(start_guard: StartGuard) -> None:
    """The warning stands on an empty screen and counts down."""
    terminal = idle_guard(start_guard)
    terminal.wait_until(lambda: seconds_left(terminal))
    first = seconds_left(terminal)
    assert not terminal.is_sensitive
    terminal.wait_until(lambda: 0 < seconds_left(terminal) < first)
    assert not terminal.is_sensitive


def test_any_key_returns_to_the_exact_place(start_guard: StartGuard) -> None:
    """The key that ends the warning is not passed on, and the page is there as it was."""
    terminal = idle_guard(start_guard, idle_seconds=3)  # within which the test types
    terminal.send(b"abc")
    terminal.wait_until(lambda: terminal.typed == b"abc".hex())
    terminal.wait_until(lambda: seconds_left(terminal))
    terminal.send(b"q")
    terminal.wait_until(lambda: terminal.typed == b"abc".hex())
    assert not seconds_left(terminal)


def test_nobody_there_is_a_swap(start_guard: StartGuard) -> None:
    """At the end of the count the next neutral page is there."""
    terminal = idle_guard(start_guard, warning_seconds=1)
    terminal.wait_until(lambda: "swap reason=idle" in terminal.log)
    terminal.wait_until(lambda: terminal.is_neutral)


def test_escape_in_the_warning_swaps(start_guard: StartGuard) -> None:
    """Escape does not return to the page."""
    terminal = idle_guard(start_guard)
    terminal.wait_until(lambda: "Still there?" in terminal.text)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)


def test_what_is_painted_under_the_warning_stays_unseen(start_guard: StartGuard) -> None:
    """A visitor who goes on painting does not paint over the warning."""
    terminal = idle_guard(start_guard)
    terminal.send(b"r")
    terminal.wait_until(lambda: seconds_left(terminal))
    first = seconds_left(terminal)
    terminal.wait_until(lambda: 0 < seconds_left(terminal) < first)
    assert not terminal.is_sensitive


def test_the_neutral_page_has_no_warning(start_guard: StartGuard) -> None:
    """Where nobody has touched a key, nobody is asked."""
    terminal = start_guard(idle_seconds=0.1, warning_seconds=1)
    terminal.wait_for_visitor()
    terminal.settle(0.5)
    assert terminal.is_neutral
    assert not any(event.startswith("swap") for event in terminal.log)
