"""Who can come in through the browser, and what becomes of them, without a process."""

import os
from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import renewal as renewal_module
from kiosk.guard import visitor as visitor_module
from kiosk.settings import Settings
from kiosk.web import visitors as visitors_module
from kiosk.web.visitors import NotReadyError, Visitors
from tests.guard.fake_pool import FakeLink, FakeParent


class House:
    """Visitors with a warm parent that is ready, and what was logged and killed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Open the doors."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.killed: list[int] = []
        monkeypatch.setattr(visitor_module, "_kill_group", self.killed.append)
        monkeypatch.setattr(renewal_module, "Parent", FakeParent)
        self.visitors = Visitors(
            Settings(), "", "", lambda event, **fields: self.events.append((event, fields))
        )
        self.parent = cast("FakeParent", self.visitors._parents.current)
        self.parent.start(0, [])
        self.parent.load()

    def says(self, event: str, **fields: object) -> None:
        """Let the warm parent say something."""
        link = cast("FakeLink", self.parent.link)
        link.messages.append({"event": event, **fields})
        self.visitors._hear_parents({link.fileno()})


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """Give open doors, and close everything afterwards."""
    monkeypatch.setattr(FakeParent, "made", [])
    house = House(monkeypatch)
    yield house
    for visitor in house.parent.asked:
        visitor.kill()
    if house.parent.link is not None:
        house.parent.link.close()


def test_who_comes_in_has_a_screen_of_their_size(house: House) -> None:
    """And nobody else is ever shown what they see."""
    visitor = house.visitors.admit(100, 30)
    assert os.get_terminal_size(visitor.master) == (100, 30)
    assert visitor.frame is None
    assert house.parent.asked == [visitor]


def test_nobody_comes_in_before_there_is_somebody_to_fork_from(house: House) -> None:
    """No pty is opened for them either."""
    house.parent.ready = False
    assert not house.visitors.ready
    with pytest.raises(NotReadyError):
        house.visitors.admit(80, 24)
    assert house.parent.asked == []


def test_nobody_comes_in_without_a_pty(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine has none left."""

    def none_left(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(visitors_module, "Visitor", none_left)
    with pytest.raises(NotReadyError):
        house.visitors.admit(80, 24)


def test_a_request_that_does_not_go_out_leaves_nothing_open(house: House) -> None:
    """The warm parent is just going."""
    before = len(os.listdir("/proc/self/fd"))
    house.parent.takes_requests = False
    with pytest.raises(NotReadyError):
        house.visitors.admit(80, 24)
    assert len(os.listdir("/proc/self/fd")) == before


def test_forks_are_answered_in_their_order(house: House) -> None:
    """Each visitor gets the number of their own process, and is killed by it."""
    first, second = (house.visitors.admit(80, 24) for _ in range(2))
    house.says("forked", pid=101)
    house.says("forked", pid=102)
    assert (first.pid, second.pid) == (101, 102)
    house.visitors.dismiss(second)
    assert house.killed == [102]
    assert second.closed
    assert not first.closed


def test_who_has_left_before_their_fork_is_killed_as_soon_as_there_is_a_number(
    house: House,
) -> None:
    """A page that was closed at once leaves no process."""
    visitor = house.visitors.admit(80, 24)
    house.visitors.dismiss(visitor)
    assert house.killed == []
    house.says("forked", pid=101)
    assert house.killed == [101]


def test_a_fork_that_failed_belongs_to_who_was_first(house: House) -> None:
    """The next answer is the next one's."""
    first, second = (house.visitors.admit(80, 24) for _ in range(2))
    house.says("not_forked")
    house.says("forked", pid=102)
    assert (first.pid, second.pid) == (None, 102)


def test_who_has_ended_is_never_killed_by_number(house: House) -> None:
    """It may be another's by then; the end of somebody unknown is nothing."""
    visitor = house.visitors.admit(80, 24)
    house.says("forked", pid=101)
    house.says("ended", pid=101, status=0)
    house.says("ended", pid=555, status=0)
    house.visitors.dismiss(visitor)
    assert house.killed == []


def test_when_the_warm_parent_dies_what_it_owed_is_forgotten(house: House) -> None:
    """The next one's answers are not for them."""
    house.visitors.admit(80, 24)
    link = cast("FakeLink", house.parent.link)
    link.is_cut = True
    house.visitors._hear_parents({link.fileno()})
    assert list(house.visitors._births.asked) == []


def test_at_the_end_everybody_is_ended(house: House) -> None:
    """Who is in, who was only asked for, and the warm parent."""
    inside = house.visitors.admit(80, 24)
    house.says("forked", pid=101)
    asked = house.visitors.admit(80, 24)
    house.visitors.end()
    assert inside.closed
    assert asked.closed
    assert house.killed == [101]
    assert house.parent.done[-1] == "end"


READY = {"event": "ready", "texts": {}}


@pytest.mark.parametrize(
    ("said", "failure"),
    [
        ([READY], ""),
        ([{"event": "failed", "reason": "ContentError: a:1: x"}], "a:1: x"),
        ([{"event": "failed", "reason": "OSError: y"}], "OSError: y"),
        ([{"event": "failed", "reason": "z"}, READY], ""),
    ],
)
def test_why_nobody_can_come_in(house: House, said: list[dict[str, object]], failure: str) -> None:
    """The faults in the words, without our own name for them; once they load, nothing."""
    assert not house.visitors._news.is_set()
    for message in said:
        house.says(**cast("Any", message))
    assert house.visitors.failure == failure
    assert house.visitors._news.is_set()
    names = {"ready": "warm_ready", "failed": "warm_failed"}
    assert [event for event, _ in house.events] == [names[str(each["event"])] for each in said]
