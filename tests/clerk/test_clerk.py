"""What visitors get over their line, and what ends it."""

import os
import signal
import struct
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.clerk.clerk import FORMS_A_VISITOR, REQUESTS_A_VISITOR
from kiosk.clerk.line import Line, LineDesk, LineLock
from kiosk.clerk.messages import (
    LENGTH,
    LONGEST_MESSAGE,
    Count,
    Hush,
    KeepForm,
    KeepWishes,
    TellWishes,
    Wishes,
    packed,
)
from kiosk.clerk.office import Office
from kiosk.desk.desk import Desk
from kiosk.desk.forms import SEALED_SIZES, Feedback
from kiosk.desk.trouble import DeskError, Reason
from kiosk.door.lock import FREE_TRIES
from kiosk.pages.staff_status import StaffStatus
from kiosk.settings import load_settings
from tests.clerk.conftest import PASSPHRASE, Open
from tests.desk.conftest import forms_in, numbers_in, outbox_in
from tests.terminal.processes import children, is_alive
from tests.tools import wait_until


def read_to_the_end(line: Line) -> None:
    """Take what the clerk says, until it ends the line."""
    with suppress(EOFError, ConnectionError):
        while True:
            line._read()


@pytest.fixture
def desk(settings_path: Path) -> Desk:
    """The desk of a visitor's own process, which seals."""
    return Desk(load_settings(str(settings_path)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder."""
    return tmp_path / "data"


def test_a_form_is_on_the_disk_once_it_is_submitted(
    open_line: Open, desk: Desk, data: Path
) -> None:
    """The library's key opens what was sealed at this end; sent twice, it is kept once."""
    form = Feedback(rating=4, words="Clear and kind.")
    for _ in range(2):
        LineDesk(open_line(), desk).submit(form)
    assert forms_in(outbox_in(data)) == [form]


def test_a_disk_that_takes_nothing_is_told(open_line: Open, desk: Desk, data: Path) -> None:
    """The page learns why, as from a desk of its own; the line goes on."""
    data.mkdir()
    (data / "outbox.sqlite").write_bytes(b"no database" * 100)
    line = open_line()
    for _ in range(2):
        with pytest.raises(DeskError) as error:
            LineDesk(line, desk).submit(Feedback(rating=4))
        assert error.value.reason is Reason.BROKEN


def test_each_visitor_counts_a_topic(open_line: Open, desk: Desk, data: Path) -> None:
    """Two visitors make a 2."""
    for _ in range(2):
        LineDesk(open_line(), desk).count("the-law")
    assert numbers_in(outbox_in(data)) == {"the-law": 2}


def test_wishes_greet_the_next_visitor(open_line: Open, desk: Desk) -> None:
    """What one visitor leaves, the next one is told, until somebody forgets it."""
    LineDesk(open_line(), desk).keep_wishes({"theme": "light"})
    assert LineDesk(open_line(), desk).wishes() == {"theme": "light"}
    LineDesk(open_line(), desk).forget_wishes()
    assert LineDesk(open_line(), desk).wishes() == {}


def test_the_passphrase_opens_the_door(open_line: Open, desk: Desk) -> None:
    """Staff are told what waits, and how often the passphrase was wrong."""
    line = open_line()
    LineDesk(line, desk).submit(Feedback(rating=4))
    assert LineLock(line).open("a wrong guess") == "0"
    status = LineLock(line).open(PASSPHRASE)
    assert isinstance(status, StaffStatus)
    assert (status.forms_waiting, status.wrong_tries) == (1, 1)


def test_wrong_tries_outlive_the_visitor(open_line: Open) -> None:
    """Whoever comes next has to wait for what those before have tried."""
    for _ in range(FREE_TRIES):
        LineLock(open_line()).open("a wrong guess")
    waits = LineLock(open_line()).open(PASSPHRASE)
    assert isinstance(waits, str)
    assert int(waits) > 0


RUDE = {
    "no message": LENGTH.pack(4) + b"rude",
    "endless": LENGTH.pack(LONGEST_MESSAGE + 1) + b"x" * 100,
    "a form of another size": packed(KeepForm(uuid4(), b"x" * 100)),
    "a form too large": packed(KeepForm(uuid4(), b"x" * (SEALED_SIZES[-1] + 1))),
    "a topic that is none": packed(Count("../../etc/passwd")),
    "a topic twice": packed(Count("the-law")) * 2,
    "wishes that are none": packed(KeepWishes({"run": "me"})),
    "more forms than hands fill in": b"".join(
        packed(KeepForm(uuid4(), b"x" * SEALED_SIZES[0])) for _ in range(FORMS_A_VISITOR + 1)
    ),
    "more than hands ask for": packed(Hush()) * (REQUESTS_A_VISITOR + 1),
}


@pytest.mark.parametrize("rude", RUDE.values(), ids=RUDE)
def test_a_visitor_who_is_none_of_ours_gets_nothing(open_line: Open, rude: bytes) -> None:
    """Their line ends, and nobody else's does."""
    line, other = open_line(), open_line()
    line._socket.sendall(rude)
    read_to_the_end(line)
    assert other.ask(TellWishes()) == Wishes({})


def test_no_more_forms_are_kept_than_a_visitor_may_send(open_line: Open, data: Path) -> None:
    """Of one that floods the disk the first twenty stay."""
    line = open_line()
    line._socket.sendall(RUDE["more forms than hands fill in"])
    read_to_the_end(line)
    assert outbox_in(data).count_forms() == FORMS_A_VISITOR


def test_half_a_message_holds_up_nobody(open_line: Open) -> None:
    """A visitor who stops in the middle is waited for, while others are served."""
    open_line()._socket.sendall(struct.pack(">I", 100) + b"x")
    assert open_line().ask(TellWishes()) == Wishes({})


def test_a_clerk_that_dies_is_followed_by_another(open_line: Open) -> None:
    """Its visitors are told that nothing was done; the next visitor is served as ever."""
    before = set(children(os.getpid()))
    line = open_line()
    (clerk,) = set(children(os.getpid())) - before
    os.kill(clerk, signal.SIGKILL)
    os.waitpid(clerk, 0)
    with pytest.raises(DeskError):
        line.ask(TellWishes())
    assert LineLock(line).open(PASSPHRASE) == ""
    assert open_line().ask(TellWishes()) == Wishes({})


def test_the_clerk_has_nothing_of_its_parents(open_line: Open) -> None:
    """No file that was open there, and no core of its memory goes to the disk."""
    before = set(children(os.getpid()))
    ends = os.pipe()
    assert open_line().ask(TellWishes()) == Wishes({})
    (clerk,) = set(children(os.getpid())) - before
    links = {os.readlink(path) for path in Path(f"/proc/{clerk}/fd").iterdir()}
    ours = {os.readlink(f"/proc/self/fd/{end}") for end in ends}
    for end in ends:
        os.close(end)
    assert not ours & links
    limits = Path(f"/proc/{clerk}/limits").read_text().splitlines()
    (core,) = (line.split() for line in limits if line.startswith("Max core file size"))
    assert core[4:6] == ["0", "0"]


def test_the_clerk_leaves_after_the_last_visitor(office: Office) -> None:
    """With the warm parent gone it serves those who are still there, and then ends."""
    before = set(children(os.getpid()))
    line = Line(office.open_line())
    (clerk,) = set(children(os.getpid())) - before
    assert office._control is not None
    office._control.close()
    assert line.ask(TellWishes()) == Wishes({})
    line._socket.close()
    wait_until(lambda: os.waitpid(clerk, os.WNOHANG)[0])
    assert not is_alive(clerk)
