"""SIGUSR2: the next visitors are made anew, and nobody at the screen notices."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.conftest import GuardTerminal, StartGuard
from tests.terminal.processes import children, is_alive, kill


def renew(terminal: GuardTerminal) -> None:
    """Ask for new visitors, and wait until the new warm parent has taken over."""
    before = len(renewals(terminal))
    os.kill(terminal.process.pid, signal.SIGUSR2)
    terminal.wait_until(lambda: len(renewals(terminal)) > before)
    terminal.wait_until(lambda: len(terminal.started("kiosk.guard.warm")) == 1)


def renewals(terminal: GuardTerminal) -> list[str]:
    """The events that tell of a new warm parent."""
    return [event for event in terminal.log if event.startswith("renewed")]


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A file for which new warm parents wait while they load."""
    return tmp_path / "gate"


@pytest.fixture
def loading(start_guard: StartGuard, gate: Path) -> GuardTerminal:
    """Give a guard at which a new warm parent loads, until the gate is there."""
    terminal = start_guard(visitor_arguments=[f"gate={gate}"])
    terminal.wait_for_visitor()
    os.kill(terminal.process.pid, signal.SIGUSR2)
    terminal.wait_until(lambda: len(terminal.started("kiosk.guard.warm")) == 2)
    return terminal


def test_a_visitor_at_the_screen_stays(sensitive: GuardTerminal) -> None:
    """Who reads goes on reading with the new warm parent, and Escape brings somebody new."""
    old_parent, old_visitors = sensitive.warm_parent, sensitive.visitors
    assert old_parent is not None
    shown = sensitive.lines
    renew(sensitive)
    assert sensitive.warm_parent != old_parent
    assert sensitive.lines == shown
    sensitive.send(b".")
    sensitive.wait_until(lambda: sensitive.typed == b".".hex())
    sensitive.wait_until(lambda: sum(is_alive(pid) for pid in old_visitors) == 1)
    sensitive.wait_until(lambda: len(sensitive.visitors) == 1)
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.wait_until(lambda: not any(is_alive(pid) for pid in old_visitors))
    assert not is_alive(old_parent) or old_parent not in children(sensitive.process.pid)


def test_an_untouched_visitor_is_replaced(guard: GuardTerminal) -> None:
    """Whoever walks up to an idle kiosk is somebody new, so the page that waits there goes."""
    old_visitors = guard.visitors
    renew(guard)
    guard.wait_until(lambda: not any(is_alive(pid) for pid in old_visitors))
    guard.wait_until(lambda: len(guard.visitors) == 2)
    assert "swap reason=renewed" in guard.log
    guard.open_sensitive_page()


def test_the_old_one_serves_while_the_new_one_loads(loading: GuardTerminal, gate: Path) -> None:
    """However long the new warm parent loads, Escape swaps, and a new visitor is forked."""
    for _ in range(2):
        loading.open_sensitive_page()
        loading.send(b"\x1b")
        loading.wait_until(lambda: loading.is_neutral)
    loading.open_sensitive_page()
    assert renewals(loading) == []
    gate.touch()
    loading.wait_until(lambda: len(renewals(loading)) == 1)
    assert loading.is_sensitive


def test_a_new_one_that_dies_changes_nothing(loading: GuardTerminal, gate: Path) -> None:
    """The old one serves on, and another try follows a second later."""
    loading.open_sensitive_page()
    old_parent, heir = loading.started("kiosk.guard.warm")
    kill(heir)
    loading.wait_until(lambda: not is_alive(heir))
    assert is_alive(old_parent)
    assert loading.is_sensitive
    gate.touch()
    loading.wait_until(lambda: len(renewals(loading)) == 1)
    loading.send(b"\x1b")
    loading.wait_until(lambda: loading.is_neutral)


def test_what_is_refused_leaves_the_old_one(start_guard: StartGuard) -> None:
    """Visitors come from it as before, and nothing is tried again until there is something new."""
    terminal = start_guard(visitor_arguments=["refuse"])
    terminal.wait_for_visitor()
    old_parent = terminal.warm_parent

    def was_refused(times: int) -> bool:
        return terminal.log.count("renewal_failed reason=ValueError: told to refuse") == times

    for times in (1, 2):
        os.kill(terminal.process.pid, signal.SIGUSR2)
        terminal.wait_until(partial(was_refused, times))
        terminal.wait_until(lambda: terminal.started("kiosk.guard.warm") == [old_parent])
    assert renewals(terminal) == []
    terminal.open_sensitive_page()
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)


@pytest.mark.parametrize("requests", [1, 30])
def test_edits_while_a_new_one_loads_bring_one_more(
    loading: GuardTerminal, gate: Path, requests: int
) -> None:
    """What was edited after it had begun to load is not lost; at the end one is left."""
    for _ in range(requests):
        os.kill(loading.process.pid, signal.SIGUSR2)
        loading.pump(0.01)
    painted = len(loading.raw)
    loading.send(b"\x1b")
    loading.wait_until(lambda: len(loading.raw) > painted)  # all requests came before
    gate.touch()
    loading.wait_until(lambda: len(renewals(loading)) >= 2)
    loading.wait_until(
        lambda: len(loading.started("kiosk.guard.warm")) == 1 and len(loading.visitors) == 2
    )
    assert len(renewals(loading)) == 2
    loading.open_sensitive_page()


def test_the_end_ends_a_new_one_too(loading: GuardTerminal) -> None:
    """SIGTERM while a new warm parent loads leaves no process."""
    family = loading.family()
    loading.process.terminate()
    loading.wait_until(lambda: loading.process.poll() is not None)
    loading.wait_until_gone(family)


def test_the_new_one_clears_the_screen_when_the_guard_dies(sensitive: GuardTerminal) -> None:
    """It knows the visitor whom the old one has left at the screen."""
    (old_parent, old_visitors) = sensitive.warm_parent, sensitive.visitors
    renew(sensitive)
    assert sensitive.warm_parent != old_parent
    family = {*old_visitors, *sensitive.family()}
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family - {sensitive.process.pid})
    sensitive.settle()
    assert not sensitive.is_sensitive
