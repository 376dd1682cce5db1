"""When the warm parent or its visitors die, the neutral page stays and tries back off."""

import os
import signal

from tests.terminal.conftest import GuardTerminal, StartGuard
from tests.terminal.processes import is_alive, kill, stat_of


def test_visitors_outlive_their_warm_parent(sensitive: GuardTerminal) -> None:
    """With the warm parent killed, the visitor at the screen goes on, and Escape still swaps."""
    warm_parent = sensitive.warm_parent
    assert warm_parent is not None
    visitors = sensitive.visitors
    kill(warm_parent)
    sensitive.wait_until(lambda: "warm_ended retry_seconds=1" in sensitive.log)
    sensitive.send(b".")
    sensitive.wait_until(lambda: sensitive.typed == b".".hex())
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.wait_until(lambda: sum(is_alive(pid) for pid in visitors) == 1)
    sensitive.wait_until(lambda: len(sensitive.visitors) == 1)
    sensitive.open_sensitive_page()
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.wait_until(lambda: not any(is_alive(pid) for pid in visitors))


def test_a_stopped_warm_parent_holds_nothing_up(sensitive: GuardTerminal) -> None:
    """Escape needs nothing of the warm parent."""
    assert sensitive.warm_parent is not None
    os.kill(sensitive.warm_parent, signal.SIGSTOP)
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)


def test_an_app_that_does_not_load_leaves_the_neutral_page(start_guard: StartGuard) -> None:
    """The guard's own page stays, the log tells why, and the tries back off."""
    terminal = start_guard(visitor_arguments=["fail"])
    terminal.wait_until(lambda: "warm_ended retry_seconds=2" in terminal.log)
    assert "warm_failed reason=RuntimeError: told to fail" in terminal.log
    terminal.send(b"\r\x1b")
    terminal.settle(0.1)
    terminal.wait_until(lambda: all(row.startswith("neutral guard") for row in terminal.lines))
    until_then = terminal.log[: terminal.log.index("warm_ended retry_seconds=2")]
    assert sum(event.startswith("warm_failed") for event in until_then) == 2


def test_a_module_that_does_not_exist_is_named(start_guard: StartGuard) -> None:
    """Staff read in the log which module was not found."""
    terminal = start_guard(visitor_module="no_such_visitor")
    terminal.wait_until(lambda: any("no_such_visitor" in event for event in terminal.log))
    terminal.wait_until(lambda: all(row.startswith("neutral guard") for row in terminal.lines))


def test_visitors_who_die_at_once_back_off(start_guard: StartGuard) -> None:
    """Two quick deaths are chance; from the third on, forks wait 1, 2, 4 ... seconds."""
    terminal = start_guard(visitor_arguments=["die_seconds=0"])
    terminal.wait_until(lambda: "visitor_failed retry_seconds=2" in terminal.log)
    until_then = terminal.log[: terminal.log.index("visitor_failed retry_seconds=2")]
    assert sum(event.startswith("visitor_ended") for event in until_then) <= 4
    terminal.wait_until(lambda: all(row.startswith("neutral guard") for row in terminal.lines))


def test_a_backed_off_guard_sleeps(start_guard: StartGuard) -> None:
    """Waiting for the next try costs no processor time."""
    terminal = start_guard(visitor_arguments=["fail"])
    terminal.wait_until(lambda: "warm_ended retry_seconds=2" in terminal.log)

    def ticks() -> int:
        stat = stat_of(terminal.process.pid)
        assert stat is not None
        return stat.ticks

    before = ticks()
    terminal.wait_until(lambda: "warm_ended retry_seconds=4" in terminal.log)
    assert ticks() - before <= 20  # of 200 in these two seconds


def test_a_visitor_who_never_draws_is_not_shown(start_guard: StartGuard) -> None:
    """Until "drawn" is said the guard's own page stays."""
    terminal = start_guard(visitor_arguments=["never_drawn"])
    terminal.wait_until(lambda: len(terminal.visitors) == 1)
    terminal.send(b"\r")
    terminal.settle(0.2)
    assert all(row.startswith("neutral guard") for row in terminal.lines)


def test_a_waiting_visitor_who_writes_too_much_is_replaced(start_guard: StartGuard) -> None:
    """A clock that ticked for hours on a kept page does not make the page grow without end."""
    terminal = start_guard(visitor_arguments=["tick_bytes=8000000"])
    terminal.wait_until(lambda: terminal.log.count("visitor_ended status=-9") >= 1)
    terminal.wait_until(lambda: all(row.startswith("neutral") for row in terminal.lines))
