"""What the warm parent and the waiting visitor say, and what the pool makes of it."""

import os

import pytest

from kiosk.guard import nursery as nursery_module
from kiosk.guard.nursery import FORK_AFTER_SECONDS
from tests.guard.test_pool import END_STATUS, Pool, pool

__all__ = ["pool"]


def test_forks_are_answered_in_the_order_in_which_they_were_asked_for(pool: Pool) -> None:
    """The number belongs to who was asked for first."""
    first = pool.nursery.take(10)
    pool.nursery.tick(11)
    second = pool.waiting
    pool.nursery.resize(90, 30, 12)
    pool.nursery.tick(13)
    third = pool.waiting
    pool.says("forked", pid=101)
    pool.says("forked", pid=102)
    assert first is not None
    assert (first.pid, third.pid) == (100, 102)
    assert second.closed


def test_who_was_given_up_before_their_fork_is_killed_as_soon_as_there_is_a_number(
    pool: Pool,
) -> None:
    """Nobody is left over who was forked too late."""
    pool.nursery.take(10)
    pool.nursery.tick(11)
    pool.nursery.resize(90, 30, 12)
    assert pool.killed == []
    pool.says("forked", pid=101)
    assert pool.killed == [101]


def test_a_fork_that_failed_is_tried_again_a_moment_later(pool: Pool) -> None:
    """The answer is about who was asked for first, who is waiting no longer."""
    pool.nursery.take(10)
    pool.nursery.tick(11)
    pool.says("not_forked", now=12)
    assert pool.nursery.waiting is None
    assert list(pool.nursery.deadlines())[-1] == 12 + FORK_AFTER_SECONDS


def test_a_request_that_does_not_go_out_is_made_again(pool: Pool) -> None:
    """A warm parent that is going takes none; the visitor's pty is closed."""
    pool.nursery.take(10)
    pool.parent.takes_requests = False
    pool.nursery.tick(11)
    assert pool.nursery.waiting is None
    pool.parent.takes_requests = True
    assert not pool.is_asked_at(11 + FORK_AFTER_SECONDS - 0.01)
    assert pool.is_asked_at(11 + FORK_AFTER_SECONDS)


def test_without_ptys_it_is_tried_again_after_longer_and_longer(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that has run out of them is not asked all the time."""

    def none_left(*_arguments: object, **_named: object) -> None:
        raise OSError

    pool.nursery.take(10)
    monkeypatch.setattr(nursery_module, "Visitor", none_left)
    for now, due in ((11, 12), (12, 14), (14, 18)):
        pool.nursery.tick(now)
        assert list(pool.nursery.deadlines()) == [due]


def test_who_has_ended_is_known_to_have_and_never_killed_by_number(pool: Pool) -> None:
    """The number may be another's a moment later."""
    reader = pool.nursery.take(10)
    assert reader is not None
    pool.says("ended", pid=100, status=1)
    assert (reader.ended, reader.pid) == (True, None)
    pool.nursery.tick(10)
    assert not reader.closed  # who is at the screen is buried by the swap
    reader.kill()
    assert pool.killed == []
    assert pool.events == [("visitor_ended", {"status": 1})]


def test_who_ends_while_waiting_is_mourned(pool: Pool) -> None:
    """Another is asked for a moment later."""
    pool.says("ended", now=10, pid=100, status=-9)
    assert pool.nursery.waiting is None
    assert list(pool.nursery.deadlines())[-1] == 10 + FORK_AFTER_SECONDS


def test_the_end_of_somebody_unknown_changes_nothing(pool: Pool) -> None:
    """Such as one who was killed before."""
    waiting = pool.waiting
    pool.says("ended", pid=555, status=0)
    assert pool.nursery.waiting is waiting


@pytest.mark.parametrize(
    ("status", "asked"), [(END_STATUS, True), (END_STATUS - 1, False), (0, False), (-9, False)]
)
def test_one_status_alone_ends_the_kiosk(pool: Pool, status: int, *, asked: bool) -> None:
    """It is no failure, so the log has no line of its own for it."""
    pool.says("ended", pid=100, status=status)
    assert pool.nursery.end_asked is asked
    assert pool.events == ([] if asked else [("visitor_ended", {"status": status})])


@pytest.mark.parametrize("is_forked", [False, True])
def test_when_the_warm_parent_dies_who_was_not_forked_is_dropped(
    pool: Pool, *, is_forked: bool
) -> None:
    """Who has a process of their own lives on and can be shown."""
    if not is_forked:
        pool.nursery.take(10)
        pool.nursery.tick(11)
    waiting = pool.waiting
    assert pool.parent.link is not None
    pool.parent.link.is_cut = True
    pool.nursery.handle([pool.parent.link.fileno()], 12)
    assert (pool.nursery.waiting is waiting) is is_forked
    assert waiting.closed is not is_forked
    assert pool.nursery._asked == []


def test_what_is_waited_for(pool: Pool) -> None:
    """The warm parent, the pty of who waits, and their pipe until they have drawn."""
    assert pool.parent.link is not None
    parent = pool.parent.link.fileno()
    assert list(pool.nursery.descriptors()) == [parent, pool.waiting.master]
    pool.nursery.take(10)
    assert list(pool.nursery.descriptors()) == [parent]
    pool.nursery.tick(11)
    waiting = pool.waiting
    assert list(pool.nursery.descriptors()) == [parent, waiting.master, waiting.drawn_pipe]


def test_a_page_is_kept_as_it_is_written(pool: Pool) -> None:
    """Only what was waited for is read; what the visitor paints is what a swap will show."""
    assert pool.parent.link is not None
    pool.parent.link.messages.append({"event": "ended", "pid": 100, "status": 0})
    os.write(pool.parent.terminal, b"page")
    frames = []
    for ready in ([], [pool.waiting.master]):
        pool.nursery.handle(ready, 1)
        frames.append(bytes(pool.waiting.frame or b""))
    assert frames == [b"", b"page"]
    assert pool.parent.link.messages != []
    assert pool.nursery.has_drawn


def test_a_waiting_visitor_whose_terminal_closes_is_mourned(pool: Pool) -> None:
    """The process has ended, whatever the warm parent will say."""
    waiting = pool.waiting
    os.close(pool.parent.terminal)
    pool.nursery.handle([waiting.master], 10)
    assert pool.nursery.waiting is None
    pool.nursery.tick(10)
    assert waiting.closed


def test_new_visitors_come_from_the_new_warm_parent_at_once(pool: Pool) -> None:
    """Who waits is replaced, who reads is outdated and stays, and the old one is left."""
    old, reader = pool.parent, pool.nursery.take(10)
    pool.nursery.tick(11)
    pool.says("forked", pid=101)
    replaced = pool.waiting
    pool.nursery.renew()
    pool.nursery.tick(20)
    assert pool.parent is old
    assert replaced is pool.waiting
    heir = type(old).made[-1]
    assert heir.done == [("start", 20, [100, 101])]
    assert heir.link is not None
    assert heir.link.fileno() in pool.nursery.descriptors()
    pool.nursery.handle([heir.link.fileno()], 20)
    heir.load()
    pool.nursery.tick(21)
    assert pool.parent is heir
    assert replaced.closed
    assert reader is not None
    assert reader.outdated
    assert not reader.closed
    assert heir.done[1:] == [("adopt", [100])]
    assert heir.asked == [pool.waiting]
    assert not pool.waiting.outdated


def test_a_new_warm_parent_waits_for_a_fork_that_is_under_way(pool: Pool) -> None:
    """The answer comes from the old one, who must be there to give it."""
    old = pool.parent
    pool.nursery.take(10)
    pool.nursery.renew()
    pool.nursery.tick(11)
    type(old).made[-1].load()
    pool.nursery.tick(12)
    assert pool.parent is old
    pool.says("forked", pid=101)
    pool.nursery.tick(13)
    assert pool.parent is not old


def test_at_the_end_everybody_is_killed(pool: Pool) -> None:
    """Who reads, who waits, and who was only asked for; then the warm parents are ended."""
    reader = pool.nursery.take(10)
    pool.nursery.tick(11)
    asked = pool.waiting
    pool.nursery.renew()
    heir = type(pool.parent).made[-1]
    pool.nursery.end()
    assert reader is not None
    assert reader.closed
    assert asked.closed
    assert pool.killed == [100]
    assert pool.parent.done[-1] == "end"
    assert heir.done == ["reap"]
