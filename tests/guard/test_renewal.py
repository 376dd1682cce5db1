"""A new warm parent in the place of the old one: when it starts, and that no edit is lost."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import renewal as renewal_module
from kiosk.guard.options import Hooks, IdleTimes, VisitorOptions
from kiosk.guard.renewal import Parents
from kiosk.guard.terminal import Terminal
from tests.guard.fake_pool import FakeLink, FakeParent

LEFT = {7}
READY = {"event": "ready", "texts": {}}


class Renewal:
    """Warm parents of which the first one serves, what was logged, and who was told what."""

    def __init__(self) -> None:
        """Want no new one yet."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.told: list[str] = []
        self.times: IdleTimes | None = None
        hooks = Hooks(
            self._on_ready,
            lambda reason: self.told.append(f"failed {reason}"),
            lambda reason: self.told.append(f"refused {reason}"),
            lambda event, **fields: self.events.append((event, fields)),
        )
        self.parents = Parents(VisitorOptions("x"), hooks, cast("Terminal", object()))
        self.tick(0)
        self.parents.know(LEFT)
        self.says(self.old, READY)
        self.told.clear()
        self.events.clear()
        del self.old.done[1:]

    def _on_ready(self) -> IdleTimes | None:
        self.told.append("ready")
        return self.times

    @property
    def old(self) -> FakeParent:
        """The one that serves."""
        return cast("FakeParent", self.parents.current)

    @property
    def following(self) -> list[FakeParent]:
        """Everybody who was planned to follow, in order."""
        return FakeParent.made[1:]

    def tick(self, now: float) -> None:
        """Start who is due."""
        self.parents.tick(now)

    def says(self, parent: FakeParent, *messages: dict[str, Any], now: float = 0) -> list[Any]:
        """Let a warm parent say something; what of it is about visitors."""
        link = cast("FakeLink", parent.link)
        link.messages += messages
        return self.parents.receive({link.fileno()}, now)

    def load(self) -> None:
        """Let the newest one start, and be ready."""
        self.tick(0)
        self.says(self.following[-1], READY)

    def replace(self) -> FakeParent:
        """Let the new one take over."""
        self.parents.replace()
        return self.old


@pytest.fixture
def renewal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Renewal]:
    """Give a warm parent that can be replaced."""
    monkeypatch.setattr(FakeParent, "made", [])
    monkeypatch.setattr(renewal_module, "Parent", FakeParent)
    yield Renewal()
    for parent in FakeParent.made:
        if parent.link is not None:
            parent.link.close()


def test_nothing_is_due_before_it_is_asked_for(renewal: Renewal) -> None:
    """No new one, no time, and one line: that of who serves."""
    parents = renewal.parents
    renewal.tick(1)
    assert renewal.following == []
    assert not parents.next_is_ready
    assert list(parents.deadlines()) == []
    assert list(parents.descriptors()) == [cast("FakeLink", renewal.old.link).fileno()]


def test_the_first_one_is_told_of_with_its_time(renewal: Renewal) -> None:
    """Visitors can be had; how long it took is logged in whole milliseconds."""
    renewal.times = IdleTimes(60, 30)
    assert renewal.says(renewal.old, READY, {"event": "forked", "pid": 5}, now=0.1234) == [
        READY,
        {"event": "forked", "pid": 5},
    ]
    assert renewal.told == ["ready"]
    assert renewal.parents.times == IdleTimes(60, 30)
    assert renewal.events == [("warm_ready", {"milliseconds": 123})]


def test_one_that_is_ready_is_told_what_is_left(renewal: Renewal) -> None:
    """That may be other than at its start, and while it loads it is told nothing."""
    renewal.says(renewal.old, READY)
    assert renewal.old.done[1:] == [("know", [7])]


def test_words_that_cannot_be_loaded_are_counted(renewal: Renewal) -> None:
    """Each time; the reason is told and logged."""
    renewal.says(renewal.old, *[{"event": "failed", "reason": "x"}] * 2)
    assert renewal.parents.failures == 2
    assert renewal.told == ["failed x"] * 2
    assert renewal.events == [("warm_failed", {"reason": "x"})] * 2


def test_a_new_one_is_started_when_it_is_time(renewal: Renewal) -> None:
    """At once after it was asked for; after a death when the wait is over, and not before."""
    parents = renewal.parents
    parents.renew()
    (following,) = renewal.following
    following.start_at = 5
    assert list(parents.deadlines()) == [5]
    assert len(list(parents.descriptors())) == 1
    renewal.tick(4.9)
    assert following.done == []
    renewal.tick(5)
    renewal.tick(6)
    assert following.done == [("start", 5, [7])]
    assert list(parents.deadlines()) == [following.ready_by]
    assert following.link is not None
    assert following.link.fileno() in list(parents.descriptors())


def test_it_takes_over_once_it_has_loaded(renewal: Renewal) -> None:
    """The old one serves until then; nobody is told before.

    It alone tries what is new: should it die later, its own successor makes what was accepted.
    """
    old = renewal.old
    renewal.parents.renew()
    renewal.tick(0)
    readiness = [renewal.parents.next_is_ready]
    renewal.says(renewal.following[0], READY, now=1.5)
    readiness.append(renewal.parents.next_is_ready)
    assert readiness == [False, True]
    assert renewal.events == [("renewed", {"milliseconds": 1500})]
    assert (renewal.old, renewal.told) == (old, [])
    tries_what_is_new = [old.renews, renewal.following[0].renews]
    new = renewal.replace()
    assert [*tries_what_is_new, new.renews] == [False, True, False]
    assert new.done[1:] == [("know", [7])]
    assert old.done[1:] == ["retire"]
    assert renewal.told == ["ready"]
    assert not renewal.parents.next_is_ready
    assert len(list(renewal.parents.descriptors())) == 1


def test_the_new_one_logs_its_end_once_it_serves(renewal: Renewal) -> None:
    """That it tries again before is nobody's concern."""
    renewal.parents.renew()
    (following,) = renewal.following
    assert following.log is not None
    following.log("warm_ended", retry_seconds=1)
    renewal.load()
    renewal.events.clear()
    log = renewal.replace().log
    assert log is not None
    log("warm_ended", retry_seconds=2)
    assert renewal.events == [("warm_ended", {"retry_seconds": 2})]


def test_what_it_refuses_leaves_the_old_one(renewal: Renewal) -> None:
    """The reason is told and logged, and no other is tried until there is something new."""
    old = renewal.old
    renewal.parents.renew()
    renewal.tick(0)
    renewal.says(renewal.following[0], {"event": "failed", "reason": "x"})
    assert renewal.told == ["refused x"]
    assert renewal.events == [("renewal_failed", {"reason": "x"})]
    assert renewal.parents.failures == 0
    assert renewal.following[0].done[1:] == ["retire"]
    renewal.tick(100)
    assert (renewal.old, len(renewal.following)) == (old, 1)
    assert list(renewal.parents.deadlines()) == []
    renewal.parents.renew()
    assert len(renewal.following) == 2


@pytest.mark.parametrize("outcome", ["ready", "refused"])
def test_an_edit_that_comes_while_one_loads_is_not_lost(renewal: Renewal, outcome: str) -> None:
    """It has not seen that edit; so another follows at once, and that one is the last."""
    parents = renewal.parents
    parents.renew()
    renewal.tick(0)
    parents.renew()
    parents.renew()
    assert len(renewal.following) == 1
    if outcome == "ready":
        renewal.load()
        renewal.replace()
    else:
        renewal.says(renewal.following[0], {"event": "failed", "reason": "x"})
    assert len(renewal.following) == 2
    renewal.tick(1)
    assert renewal.following[1].done == [("start", 1, [7])]
    renewal.load()
    renewal.replace()
    assert len(renewal.following) == 2


def test_an_edit_that_comes_before_it_loads_needs_no_other(renewal: Renewal) -> None:
    """What starts later sees what there is then."""
    renewal.parents.renew()
    renewal.following[0].start_at = 5
    renewal.parents.renew()
    renewal.tick(5)
    renewal.says(renewal.following[0], READY)
    renewal.replace()
    assert len(renewal.following) == 1


def test_of_the_retired_the_last_one_alone_is_kept(renewal: Renewal) -> None:
    """A retired process ends by itself, and is collected at the next change or at the end."""
    first = renewal.old
    for _ in range(2):
        renewal.parents.renew()
        renewal.load()
        second = renewal.old
        renewal.replace()
    assert first.done[1:] == ["retire", "reap"]
    assert second.done[1:] == [("know", [7]), "retire"]
    renewal.parents.renew()
    renewal.parents.end()
    assert second.done[1:] == [("know", [7]), "retire", "reap"]
    assert renewal.following[-1].done == ["reap"]
    assert renewal.old.done[-1] == "end"


def test_only_its_own_line_is_heard(renewal: Renewal) -> None:
    """One that dies while it loads is planned again by itself, and nobody else notices."""
    renewal.parents.renew()
    renewal.parents.receive({0}, 0)
    renewal.tick(0)
    following = renewal.following[0]
    link = cast("FakeLink", following.link)
    link.is_cut = True
    lines = []
    for ready in (1_000_000, link.fileno()):
        renewal.parents.receive({ready}, 0)
        lines.append(following.link)
    assert lines == [link, None]
    assert not renewal.parents.next_is_ready
    assert renewal.told == []
