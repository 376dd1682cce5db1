"""The guard's side of the warm parent: what it makes of messages, and when it tries again."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.guard import parent as parent_module
from kiosk.guard.options import VisitorOptions
from kiosk.guard.parent import HEALTHY_SECONDS, Parent
from kiosk.guard.visitor import Visitor


class FakeLink:
    """A line on which tests put messages."""

    def __init__(self) -> None:
        """Be open."""
        self.messages: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.is_cut = self.is_closed = False

    def receive(self) -> tuple[list[dict[str, Any]], list[int]]:
        """Return the messages."""
        if self.is_cut:
            raise EOFError
        messages, self.messages = self.messages, []
        return messages, []

    def send(self, message: dict[str, Any], _descriptors: object = ()) -> None:
        """Note what is sent."""
        if self.is_cut:
            raise BrokenPipeError
        self.sent.append(message)

    def close(self) -> None:
        """Close."""
        self.is_closed = True


class Office:
    """A warm parent, the processes that it was, and what was logged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Plan the first."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.links: list[FakeLink] = []
        self.processes: list[subprocess.Popen[bytes]] = []
        self.left: list[list[int]] = []
        self.cannot_start = False
        monkeypatch.setattr(parent_module, "start", self._start)
        monkeypatch.setattr(parent_module, "Link", lambda _: self.links[-1])
        self.parent = Parent(
            VisitorOptions("x"), None, lambda event, **fields: self.events.append((event, fields))
        )

    def _start(self, _command: object, first: bytes, _: object) -> tuple[int, None]:
        if self.cannot_start:
            raise OSError
        self.left.append(json.loads(first)["others"])
        self.links.append(FakeLink())
        process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        self.processes.append(process)
        return process.pid, None

    def die(self, now: float) -> None:
        """Let the one in office die."""
        self.links[-1].is_cut = True
        with pytest.raises(EOFError):
            self.parent.receive(now)


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give a warm parent that is planned."""
    office = Office(monkeypatch)
    yield office
    office.parent.reap()
    for process in office.processes:
        process.returncode = 0  # it was collected by the code at hand
        if process.stdin is not None:
            process.stdin.close()


def test_visitors_are_told_where_one_after_the_other_dies_as_it_loads(office: Office) -> None:
    """The first death may be a chance; nobody who waits for the next is to press Enter in vain."""
    lacks = []
    for now in (10.0, 20.0):
        office.parent.start(now, [])
        office.die(now)
        lacks.append(office.parent.lack)
    assert lacks == ["", "visitors"]
    office.parent.start(30.0, [])
    office.links[-1].messages = [{"event": "ready", "texts": {}}]
    office.parent.receive(31.0)
    assert office.parent.lack == ""
    office.die(32.0)
    assert office.parent.lack == ""


def test_it_is_ready_once_it_says_so(office: Office) -> None:
    """With its texts; whoever asked hears it, too, with what is said of visitors."""
    office.parent.start(10.0, [7])
    assert office.left == [[7]]
    ready = [office.parent.ready]
    said: list[dict[str, Any]] = [
        {"event": "ready", "texts": {"idle": "?"}},
        {"event": "forked", "pid": 5},
    ]
    office.links[0].messages = list(said)
    assert office.parent.receive(10.1234) == said
    assert [*ready, office.parent.ready] == [False, True]
    assert office.parent.texts == {"idle": "?"}
    assert office.parent.born == 10.0


def test_one_that_dies_is_followed_after_longer_and_longer(office: Office) -> None:
    """1, 2, 4 seconds; its socket is closed and nobody is ready."""
    now, waits = 10.0, []
    for number in range(3):
        office.parent.start(now, [])
        office.parent.ready = True
        office.die(now + 1)
        assert office.links[number].is_closed
        assert not office.parent.ready
        waits.append(office.parent.start_at - (now + 1))
        now = office.parent.start_at
    assert waits == [1, 2, 4]
    assert office.events == [("warm_ended", {"retry_seconds": wait}) for wait in waits]


@pytest.mark.parametrize(("lived", "wait"), [(HEALTHY_SECONDS - 0.1, 2), (HEALTHY_SECONDS, 1)])
def test_a_minute_of_health_forgives(office: Office, lived: float, wait: int) -> None:
    """Who has lived so long did not die of how it was started."""
    office.parent.start(0, [])
    office.die(1)
    office.parent.start(10, [])
    office.die(10 + lived)
    assert office.parent.start_at == 10 + lived + wait


def test_one_that_cannot_be_started_is_tried_again(office: Office) -> None:
    """As after a death."""
    office.cannot_start = True
    office.parent.start(10, [])
    assert office.parent.link is None
    assert office.parent.start_at == 11


def test_a_request_to_one_that_is_gone_fails(office: Office) -> None:
    """Its end of the socket says so next; to one that is there it goes out."""
    visitor = Visitor(80, 24, 0)
    office.parent.start(10, [])
    assert office.parent.fork(visitor)
    office.links[0].is_cut = True
    assert not office.parent.fork(visitor)
    office.parent.know([1])  # says nothing either way
    visitor.kill()
    assert office.links[0].sent == [{"do": "fork"}]


def test_a_retired_one_is_killed_before_its_socket_closes(office: Office) -> None:
    """It would take that for the guard's death; it is collected later."""
    office.parent.start(10, [])
    office.parent.know([1])
    office.parent.ready = True
    office.parent.know([3, 4])
    assert office.links[0].sent == [{"do": "know", "others": [3, 4]}]
    office.parent.retire()
    assert office.links[0].is_closed
    assert office.parent.link is None
    office.parent.reap()
    assert office.parent.pid is None


def test_at_the_end_it_is_asked_first(office: Office) -> None:
    """And killed if it does not end within half a second."""
    office.parent.end()  # there is none yet
    office.parent.start(10, [])
    office.parent.end()
    assert office.links[0].sent == [{"do": "end"}]
    assert office.parent.pid is None
