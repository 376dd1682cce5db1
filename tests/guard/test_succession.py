"""A new warm parent in the place of the old one: when it starts, and that no edit is lost."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import succession as succession_module
from kiosk.guard.parent import Parent
from kiosk.guard.succession import Succession
from kiosk.guard.terminal import Terminal
from tests.guard.fake_pool import FakeLink, FakeParent
from tests.terminal.run_guard import guard_options

VISITORS = [7, 8]


class Renewal:
    """A succession, the warm parent in office, and what was logged."""

    def __init__(self) -> None:
        """Want no new one yet."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        options = guard_options(
            {"log": lambda event, **fields: self.events.append((event, fields))}
        )
        self.terminal = cast("Terminal", object())
        self.succession = Succession(options, self.terminal)
        self.old = FakeParent(options, self.terminal)

    @property
    def heirs(self) -> list[FakeParent]:
        """Everybody who was planned to follow, in order."""
        return FakeParent.made[1:]

    def succeed(self) -> FakeParent:
        """Let the new one take over."""
        new = self.succession.succeed(cast("Parent", self.old), VISITORS)
        self.old = cast("FakeParent", new)
        return self.old


@pytest.fixture
def renewal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Renewal]:
    """Give a warm parent that can be replaced."""
    monkeypatch.setattr(FakeParent, "made", [])
    monkeypatch.setattr(succession_module, "Parent", FakeParent)
    yield Renewal()
    for parent in FakeParent.made:
        if parent.link is not None:
            parent.link.close()


def test_nothing_is_due_before_it_is_asked_for(renewal: Renewal) -> None:
    """No new one, no time, no line."""
    succession = renewal.succession
    succession.tick(1, VISITORS)
    succession.handle([0], 1)
    succession.end()
    assert not succession.is_due
    assert [*succession.deadlines(), *succession.descriptors()] == []


def test_a_new_one_is_started_when_it_is_time(renewal: Renewal) -> None:
    """At once after it was asked for; after a failure when the wait is over, and not before."""
    succession = renewal.succession
    succession.begin()
    (heir,) = renewal.heirs
    heir.start_at = 5
    assert list(succession.deadlines()) == [5]
    assert list(succession.descriptors()) == []
    succession.tick(4.9, VISITORS)
    assert heir.done == []
    succession.tick(5, VISITORS)
    succession.tick(6, VISITORS)
    assert heir.done == [("start", 5, VISITORS)]
    assert list(succession.deadlines()) == []
    assert heir.link is not None
    assert list(succession.descriptors()) == [heir.link.fileno()]


def test_it_is_due_once_it_has_loaded(renewal: Renewal) -> None:
    """The old one serves until then."""
    renewal.succession.begin()
    renewal.succession.tick(0, VISITORS)
    assert not renewal.succession.is_due
    renewal.heirs[0].load()
    assert renewal.succession.is_due


def test_the_new_one_takes_over_visitors_and_the_log(renewal: Renewal) -> None:
    """It learns whom the old one leaves, the old one ends, and nobody else is wanted."""
    old = renewal.old
    renewal.succession.begin()
    renewal.succession.tick(0, VISITORS)
    renewal.heirs[0].load()
    new = renewal.succeed()
    assert new.done[1:] == [("adopt", VISITORS)]
    assert old.done == ["retire"]
    assert not renewal.succession.is_due
    assert list(renewal.succession.descriptors()) == []
    assert new.log is not None
    new.log("warm_ended", retry_seconds=1)
    assert renewal.events == [("warm_ended", {"retry_seconds": 1})]


def test_an_edit_that_comes_while_one_loads_is_not_lost(renewal: Renewal) -> None:
    """It has not seen that edit; so another follows at once, and that one is the last."""
    succession = renewal.succession
    succession.begin()
    succession.tick(0, VISITORS)
    succession.begin()
    succession.begin()
    assert len(renewal.heirs) == 1
    renewal.heirs[0].load()
    renewal.succeed()
    assert len(renewal.heirs) == 2
    succession.tick(1, VISITORS)
    assert renewal.heirs[1].done == [("start", 1, VISITORS)]
    renewal.heirs[1].load()
    renewal.succeed()
    assert len(renewal.heirs) == 2


def test_an_edit_that_comes_before_it_loads_needs_no_other(renewal: Renewal) -> None:
    """What starts later sees what there is then."""
    succession = renewal.succession
    succession.begin()
    renewal.heirs[0].start_at = 5
    succession.begin()
    succession.tick(5, VISITORS)
    renewal.heirs[0].load()
    renewal.succeed()
    assert len(renewal.heirs) == 1


def test_of_the_retired_the_last_one_alone_is_kept(renewal: Renewal) -> None:
    """A retired process ends by itself, and is collected at the next change or at the end."""
    first = renewal.old
    for _ in range(2):
        renewal.succession.begin()
        renewal.succession.tick(0, VISITORS)
        renewal.heirs[-1].load()
        second = renewal.old
        renewal.succeed()
    assert first.done == ["retire", "reap"]
    assert second.done[1:] == [("adopt", VISITORS), "retire"]
    renewal.succession.begin()
    renewal.succession.end()
    assert second.done[1:] == [("adopt", VISITORS), "retire", "reap"]
    assert renewal.heirs[-1].done == ["reap"]
    assert "reap" not in renewal.old.done


def test_only_its_own_line_is_heard(renewal: Renewal) -> None:
    """One that dies while it loads is planned anew by itself, and nobody else notices."""
    succession = renewal.succession
    succession.begin()
    succession.handle([0], 0)
    succession.tick(0, VISITORS)
    heir = renewal.heirs[0]
    link = cast("FakeLink", heir.link)
    link.is_cut = True
    lines = []
    for ready in (link.fileno() + 1, link.fileno()):
        succession.handle([ready], 0)
        lines.append(heir.link)
    assert lines == [link, None]
    assert not succession.is_due


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("warm_ready", ["renewed"]),
        ("warm_failed", ["renewal_failed"]),
        ("warm_ended", []),
        ("visitor_failed", []),
    ],
)
def test_what_the_new_one_says_of_itself_has_other_names(
    renewal: Renewal, said: str, logged: list[str]
) -> None:
    """In the log it is a renewal; that it tries again is nobody's concern."""
    renewal.succession.begin()
    log = renewal.heirs[0].log
    assert log is not None
    log(said, reason="x")
    assert renewal.events == [(name, {"reason": "x"}) for name in logged]
