"""Whoever dies, or is stopped, at whatever moment: no words stay, no mode, no process."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal.conftest import GuardTerminal
from tests.terminal.faults import READY_WITHIN_SECONDS, Kiosk, open_search, run_rounds
from tests.terminal.processes import is_alive, kill
from tests.terminal.test_afterwards import assert_as_found

ROUNDS = 8


def stop(pid: int) -> None:
    """Send SIGSTOP."""
    os.kill(pid, signal.SIGSTOP)


@pytest.mark.parametrize("first", [kill, stop])
@pytest.mark.parametrize("name", ["warm_parent", "second_survivor"])
def test_the_guard_dies_with_one_of_those_who_survive_it(
    sensitive: GuardTerminal, name: str, first: Callable[[int], None]
) -> None:
    """Whether that one is dead or stopped, the other clears the screen and ends every visitor."""
    family = sensitive.family()
    pid = getattr(sensitive, name)
    assert pid is not None
    first(pid)
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)
    sensitive.settle()
    assert_as_found(sensitive)


def test_a_second_survivor_that_is_stopped_too_late_ends(sensitive: GuardTerminal) -> None:
    """The guard's death continues what was stopped before; the warm parent kills what is after."""
    family = sensitive.family()
    second = sensitive.second_survivor
    assert second is not None

    def is_gone_though_stopped() -> bool:
        if is_alive(second):
            stop(second)
        return not is_alive(second)

    kill(sensitive.process.pid)
    sensitive.wait_until(is_gone_though_stopped)
    sensitive.wait_until_gone(family)
    sensitive.settle()
    assert_as_found(sensitive)


def test_the_guard_dies_while_no_warm_parent_is_there(sensitive: GuardTerminal) -> None:
    """In the pause before the next one is started, too."""
    family = sensitive.family()
    assert sensitive.warm_parent is not None
    kill(sensitive.warm_parent)
    sensitive.wait_until(lambda: "warm_ended retry_seconds=1" in sensitive.log)
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)
    sensitive.settle()
    assert_as_found(sensitive)


def test_visitors_that_ignore_the_hang_up_die_with_both(sensitive: GuardTerminal) -> None:
    """The second survivor knows the numbers of the visitors whom a dead warm parent has left."""
    sensitive.send(b"d")
    sensitive.wait_until(lambda: "SENSITIVE deaf" in sensitive.text)
    family = sensitive.family()
    assert sensitive.warm_parent is not None
    kill(sensitive.warm_parent)
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)


@pytest.mark.parametrize("end", [kill, stop])
def test_the_second_survivor_is_replaced(
    sensitive: GuardTerminal, end: Callable[[int], None]
) -> None:
    """Staff are told; whoever sits at the screen notices nothing."""
    first = sensitive.second_survivor
    assert first is not None
    end(first)
    sensitive.wait_until(lambda: sensitive.second_survivor not in (None, first))
    assert "second_survivor_ended retry_seconds=1" in sensitive.log
    assert sensitive.is_sensitive


def test_a_stopped_spare_is_never_shown(sensitive: GuardTerminal) -> None:
    """It is ended at once and replaced: the Enter after the next Escape leads on."""
    sensitive.wait_until(lambda: len(sensitive.visitors) == 2)
    at_screen, spare = sensitive.visitors
    stop(spare)
    sensitive.wait_until(lambda: not is_alive(spare) and len(sensitive.visitors) == 2)
    assert at_screen in sensitive.visitors
    assert sensitive.is_sensitive
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.open_sensitive_page()


def test_a_visitor_who_hangs_on_the_neutral_page_is_passed_over(
    start_guard: Callable[..., GuardTerminal],
) -> None:
    """One who never answers the first Enter is swapped, and the next one gets it."""
    terminal = start_guard(visitor_arguments=["first_hangs"])
    terminal.wait_for_visitor()
    terminal.send(b"\r")
    terminal.wait_until(lambda: terminal.text.count("SENSITIVE") > 20)
    assert "visitor_hung" in terminal.log


def test_a_stopped_warm_parent_is_replaced(sensitive: GuardTerminal) -> None:
    """Else there would be no next visitor, and nobody would know."""
    first = sensitive.warm_parent
    assert first is not None
    stop(first)
    sensitive.wait_until(lambda: sensitive.warm_parent not in (None, first))
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)
    sensitive.open_sensitive_page()


def test_a_visitor_who_is_left_may_leave_while_the_next_warm_parent_loads(
    start_guard: Callable[..., GuardTerminal], tmp_path: Path
) -> None:
    """It is told of nobody before it has loaded: it would take that for its own end."""
    folder = tmp_path / "started"
    folder.mkdir()
    gate = folder / "go"
    gate.touch()
    terminal = start_guard(visitor_arguments=[f"slow_start={folder}"])
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    first = terminal.warm_parent
    assert first is not None
    gate.unlink()
    kill(first)
    terminal.wait_until(lambda: len(list(folder.iterdir())) == 2)
    second = terminal.warm_parent
    assert second != first
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: len(terminal.left) == 1 and terminal.is_neutral)
    gate.touch()
    terminal.wait_until(lambda: len(terminal.visitors) == 1)
    assert terminal.warm_parent == second


class Left(NamedTuple):
    """A kiosk whose warm parent has died while a visitor was there, and the clerk it has left."""

    kiosk: Kiosk
    clerk: int

    def is_without_clerk(self) -> bool:
        """Whether the clerk is gone, however often it is stopped."""
        if is_alive(self.clerk):
            stop(self.clerk)
        return not is_alive(self.clerk)


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Left]:
    """Give one."""
    with Kiosk(tmp_path) as kiosk:
        kiosk.wait_until(lambda: kiosk.is_whole, READY_WITHIN_SECONDS)
        open_search(kiosk)
        warm_parent, clerk = kiosk.one("warm parent"), kiosk.one("clerk")
        kill(warm_parent)
        kiosk.wait_until(lambda: not is_alive(warm_parent))
        yield Left(kiosk, clerk)


def test_a_clerk_that_is_left_serves_on_but_is_not_left_stopped(left: Left) -> None:
    """The visitor at the screen needs it, and one that is stopped would never end by itself."""
    assert is_alive(left.clerk)
    stop(left.clerk)
    left.kiosk.wait_until(lambda: not is_alive(left.clerk))
    assert left.kiosk.shows_words


@pytest.mark.parametrize("dead", [None, "second survivor"])
def test_a_clerk_that_is_left_ends_with_the_guard(left: Left, dead: str | None) -> None:
    """Stopped or not, and whichever of those who survive the guard is dead as well."""
    kiosk = left.kiosk
    if dead:
        kiosk.wait_until(lambda: kiosk.is_whole, READY_WITHIN_SECONDS)
        kill(kiosk.one(dead))
    kill(kiosk.process.pid)
    kiosk.wait_until(left.is_without_clerk)
    kiosk.wait_until(lambda: not kiosk.left())


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_left_after_random_faults(tmp_path: Path, seed: int) -> None:
    """Every process of a whole kiosk, killed and stopped at random; see `poe faults`."""
    assert run_rounds(tmp_path, ROUNDS, seed, lambda _: None) == []
