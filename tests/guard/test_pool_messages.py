"""What the warm parent and the waiting visitor say, and what the pool makes of it."""

import os
from typing import cast

import pytest

from kiosk.guard import pool as pool_module
from kiosk.guard.births import FORKED_WITHIN_SECONDS
from kiosk.guard.parent import FIRST_COOL_DOWN_SECONDS
from kiosk.guard.pool import FORK_AFTER_SECONDS
from tests.guard.test_pool import END_STATUS, Stand, stand

__all__ = ["stand"]


def test_forks_are_answered_in_the_order_in_which_they_were_asked_for(stand: Stand) -> None:
    """The number belongs to who was asked for first."""
    first = stand.pool.take(10)
    stand.pool.tick(11)
    second = stand.waiting
    stand.pool.resize(90, 30, 12)
    stand.pool.tick(13)
    third = stand.waiting
    stand.says("forked", pid=101)
    stand.says("forked", pid=102)
    assert first is not None
    assert (first.pid, third.pid) == (100, 102)
    assert second.closed


def test_who_was_given_up_before_their_fork_is_killed_as_soon_as_there_is_a_number(
    stand: Stand,
) -> None:
    """Nobody is left over who was forked too late."""
    stand.pool.take(10)
    stand.pool.tick(11)
    stand.pool.resize(90, 30, 12)
    assert stand.killed == []
    stand.says("forked", pid=101)
    assert stand.killed == [101]


def test_a_fork_that_failed_is_tried_again_a_moment_later(stand: Stand) -> None:
    """The answer is about who was asked for first, who is waiting no longer; staff are told why."""
    stand.pool.take(10)
    stand.pool.tick(11)
    stand.says("not_forked", now=12, lack="processes")
    assert stand.pool.spare is None
    assert list(stand.pool.deadlines())[-1] == 12 + FIRST_COOL_DOWN_SECONDS
    assert ("no_visitor", {"reason": "processes", "retry_seconds": 1}) in stand.events
    assert stand.pool.lack.reason == "processes"


def test_nothing_lacks_once_a_visitor_has_drawn(stand: Stand) -> None:
    """The next one who is there ends what is said on the neutral page."""
    stand.pool.take(10)
    stand.pool.tick(11)
    stand.says("not_forked", now=12, lack="memory")
    stand.ask_again(20)
    stand.says("forked", pid=101)
    assert stand.pool.lack.reason == "memory"
    stand.draw()
    assert stand.pool.lack.reason == ""


def test_a_warm_parent_that_does_not_answer_is_given_up(stand: Stand) -> None:
    """It may be stopped, or hang: ten seconds after it was asked to fork it is killed."""
    stand.pool.take(10)
    stand.pool.tick(11)
    assert 11 + FORKED_WITHIN_SECONDS in stand.pool.deadlines()
    stand.pool.tick(11 + FORKED_WITHIN_SECONDS - 0.1)
    assert "kill" not in stand.parent.done
    stand.pool.tick(11 + FORKED_WITHIN_SECONDS)
    assert "kill" in stand.parent.done


def test_a_request_that_does_not_go_out_is_made_again(stand: Stand) -> None:
    """A warm parent that is going takes none; the visitor's pty is closed."""
    stand.pool.take(10)
    stand.parent.takes_requests = False
    stand.pool.tick(11)
    assert stand.pool.spare is None
    stand.parent.takes_requests = True
    assert not stand.is_asked_at(11 + FORK_AFTER_SECONDS - 0.01)
    assert stand.is_asked_at(11 + FORK_AFTER_SECONDS)


def test_without_ptys_it_is_tried_again_after_longer_and_longer(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that has run out of them is not asked all the time."""

    def none_left(*_arguments: object, **_named: object) -> None:
        raise OSError

    stand.pool.take(10)
    monkeypatch.setattr(pool_module, "Visitor", none_left)
    for now, due in ((11, 12), (12, 14), (14, 18)):
        stand.pool.tick(now)
        assert list(stand.pool.deadlines()) == [due]


def test_who_has_ended_is_known_to_have_and_never_killed_by_number(stand: Stand) -> None:
    """The number may be another's a moment later."""
    reader = stand.pool.take(10)
    assert reader is not None
    stand.says("ended", pid=100, status=1)
    assert (reader.ended, reader.pid) == (True, None)
    stand.pool.tick(10)
    assert not reader.closed  # who is at the screen is retired by the swap
    reader.kill()
    assert stand.killed == []
    assert stand.events == [("visitor_ended", {"status": 1})]


def test_who_ends_while_waiting_is_reaped(stand: Stand) -> None:
    """Another is asked for a moment later."""
    stand.says("ended", now=10, pid=100, status=-9)
    assert stand.pool.spare is None
    assert list(stand.pool.deadlines())[-1] == 10 + FORK_AFTER_SECONDS


def test_the_end_of_somebody_unknown_changes_nothing(stand: Stand) -> None:
    """Such as one who was killed before."""
    waiting = stand.waiting
    stand.says("ended", pid=555, status=0)
    assert stand.pool.spare is waiting


@pytest.mark.parametrize(
    ("status", "asked"), [(END_STATUS, True), (END_STATUS - 1, False), (0, False), (-9, False)]
)
def test_one_status_alone_ends_the_kiosk(stand: Stand, status: int, *, asked: bool) -> None:
    """It is no failure, so the log has no line of its own for it."""
    stand.says("ended", pid=100, status=status)
    assert stand.pool.end_asked is asked
    assert stand.events == ([] if asked else [("visitor_ended", {"status": status})])


@pytest.mark.parametrize("is_forked", [False, True])
def test_when_the_warm_parent_dies_who_was_not_forked_is_dropped(
    stand: Stand, *, is_forked: bool
) -> None:
    """Who has a process of their own lives on and can be shown."""
    if not is_forked:
        stand.pool.take(10)
        stand.pool.tick(11)
    waiting = stand.waiting
    assert stand.parent.link is not None
    stand.parent.link.is_cut = True
    stand.pool.handle([stand.parent.link.fileno()], 12)
    assert (stand.pool.spare is waiting) is is_forked
    assert waiting.closed is not is_forked
    assert not stand.pool._births.asked


def test_what_is_waited_for(stand: Stand) -> None:
    """The warm parent, the pty of who waits, and the pipe on which they tell more."""
    assert stand.parent.link is not None
    parent = stand.parent.link.fileno()
    drawn = stand.waiting
    assert list(stand.pool.descriptors()) == [parent, drawn.master, drawn.drawn_pipe]
    stand.pool.take(10)
    assert list(stand.pool.descriptors()) == [parent]
    stand.pool.tick(11)
    waiting = stand.waiting
    assert list(stand.pool.descriptors()) == [parent, waiting.master, waiting.drawn_pipe]


def test_a_page_is_kept_as_it_is_written(stand: Stand) -> None:
    """Only what was waited for is read; what the visitor paints is what a swap will show."""
    assert stand.parent.link is not None
    stand.parent.link.messages.append({"event": "ended", "pid": 100, "status": 0})
    os.write(stand.parent.terminal, b"page")
    frames = []
    for ready in ([], [stand.waiting.master]):
        stand.pool.handle(ready, 1)
        frames.append(bytes(stand.waiting.frame or b""))
    assert frames == [b"", b"page"]
    assert stand.parent.link.messages != []
    assert stand.pool.has_drawn


def test_a_waiting_visitor_whose_terminal_closes_is_reaped(stand: Stand) -> None:
    """The process has ended, whatever the warm parent will say."""
    waiting = stand.waiting
    os.close(stand.parent.terminal)
    stand.pool.handle([waiting.master], 10)
    assert stand.pool.spare is None
    stand.pool.tick(10)
    assert waiting.closed


def test_new_visitors_come_from_the_new_warm_parent_at_once(stand: Stand) -> None:
    """Who waits is replaced, who reads is outdated and stays, and the old one is left."""
    old, reader = stand.parent, stand.pool.take(10)
    stand.pool.tick(11)
    stand.says("forked", pid=101)
    replaced = stand.waiting
    stand.pool.parents.renew()
    stand.pool.tick(20)
    assert stand.parent is old
    assert replaced is stand.waiting
    following = type(old).made[-1]
    assert following.done == [("start", 20, [])]
    assert following.link is not None
    assert following.link.fileno() in stand.pool.descriptors()
    stand.pool.handle([following.link.fileno()], 20)
    following.load()
    stand.pool.tick(21)
    assert stand.parent is following
    assert replaced.closed
    assert reader is not None
    assert reader.outdated
    assert not reader.closed
    assert following.done[1:] == [("know", [])]
    assert following.asked == [stand.waiting]
    assert not stand.waiting.outdated


def test_a_new_warm_parent_waits_for_a_fork_that_is_under_way(stand: Stand) -> None:
    """The answer comes from the old one, who must be there to give it."""
    old = stand.parent
    stand.pool.take(10)
    stand.pool.parents.renew()
    stand.pool.tick(11)
    type(old).made[-1].load()
    stand.pool.tick(12)
    assert stand.parent is old
    stand.says("forked", pid=101)
    stand.pool.tick(13)
    assert stand.parent is not old


def test_how_a_visitor_ends_whom_a_dead_warm_parent_has_left_is_told_by_the_kernel(
    stand: Stand,
) -> None:
    """They are our own child then; so staff can still end the kiosk, and no number is kept."""
    reader = stand.pool.take(10)
    assert reader is not None
    stand.pool.parents.left = {7, 100}
    stand.pool.parents.know({9})
    told = [set(pids) for _, pids in cast("list[tuple[str, list[int]]]", stand.parent.done[1:])]
    assert told == [{7, 9, 100}]
    assert stand.pool.processes() == {7, 100}
    stand.pool.hear_ended(8, END_STATUS, 12)  # no visitor
    asked = [stand.pool.end_asked]
    stand.pool.hear_ended(100, END_STATUS, 12)
    assert [*asked, stand.pool.end_asked] == [False, True]
    assert (reader.ended, reader.pid) == (True, None)
    stand.pool.parents.left = {7}
    for _ in range(2):
        stand.pool.parents.know(set())
    assert stand.parent.done[2:] == [("know", [7])]


@pytest.mark.parametrize("others", [set(), {100}])
def test_what_served_them_ends_once_the_last_of_them_has_left(
    stand: Stand, others: set[int]
) -> None:
    """A moment later, before the next fork: a form may just be on its way to the disk."""
    stand.pool.take(10)
    stand.pool.parents.left = {7, *others}
    stand.pool.tick(11)
    assert stand.killed == ([] if others else [7])


def test_at_the_end_everybody_is_killed(stand: Stand) -> None:
    """Who reads, who waits, and who was only asked for; then the warm parents are ended."""
    reader = stand.pool.take(10)
    stand.pool.tick(11)
    asked = stand.waiting
    stand.pool.parents.renew()
    following = type(stand.parent).made[-1]
    stand.pool.end()
    assert reader is not None
    assert reader.closed
    assert asked.closed
    assert stand.killed == [100]
    assert stand.parent.done[-1] == "end"
    assert following.done == ["reap"]
