"""The clerk's rules without a process: what is done, what is refused, and what ends a line."""

import asyncio
import socket
from collections.abc import Iterator
from functools import partial
from unittest.mock import Mock
from uuid import UUID

import msgspec
import pytest

from kiosk.clerk import messages
from kiosk.clerk.clerk import (
    CARDS_A_VISITOR,
    FORMS_A_VISITOR,
    REQUESTS_A_VISITOR,
    Clerk,
    RudeError,
    Visitor,
)
from kiosk.clerk.line import Line, LineDesk, LineLock
from kiosk.clerk.messages import LONGEST_MESSAGE, LONGEST_SENTENCE
from kiosk.desk.forms import SEALED_SIZES
from kiosk.desk.trouble import DeskError, Reason
from kiosk.door.passphrase import LONGEST
from kiosk.pages.leave_behind import WISHES

FORM = messages.KeepForm(UUID(int=1), b"x" * SEALED_SIZES[0])
CODE, LONG_CODE = "x" * 64, "x" * 65


@pytest.fixture
def desk() -> Mock:
    """A desk that only notes what it is asked for."""
    desk = Mock()
    desk.wishes.return_value = {"theme": "dark"}
    return desk


@pytest.fixture
def clerk(desk: Mock) -> Clerk:
    """A clerk with that desk, and a lock that lets nobody in."""
    lock = Mock()
    lock.open.return_value = "7"
    return Clerk(desk, lock, Mock(), {"the-law"}, {"999", "101"})


@pytest.mark.parametrize(
    ("request_", "answer", "does"),
    [
        (FORM, messages.Done(), "keep_sealed"),
        (messages.Count("the-law"), messages.Done(), "count"),
        (messages.PrintNumbers(["999", "101"]), messages.Done(), "print_card"),
        (messages.TellWishes(), messages.Wishes({"theme": "dark"}), "wishes"),
        (messages.KeepWishes({"theme": "light"}), messages.Done(), "keep_wishes"),
        (messages.KeepWishes(dict.fromkeys(WISHES, "")), messages.Done(), "keep_wishes"),
        (messages.KeepWishes({}), messages.Done(), "forget_wishes"),
    ],
)
def test_what_is_asked_for_is_done(
    clerk: Clerk, desk: Mock, request_: messages.Request, answer: messages.Answer, does: str
) -> None:
    """By one call of the desk; no wishes at all means that none are to be kept."""
    assert Visitor(clerk)._answer(request_) == answer
    assert [call[0] for call in desk.method_calls] == [does]


@pytest.mark.parametrize(
    "request_",
    [
        messages.Count("another"),
        messages.PrintNumbers(["999", "112"]),
        messages.KeepWishes({"theme": "light", "more": "x"}),
        *(messages.KeepForm(UUID(int=1), b"x" * (size - 1)) for size in SEALED_SIZES),
        *(messages.KeepForm(UUID(int=1), b"x" * (size + 1)) for size in SEALED_SIZES),
    ],
)
def test_what_no_page_of_ours_asks_for_is_not_done(
    clerk: Clerk, desk: Mock, request_: messages.Request
) -> None:
    """The line ends, and the desk hears nothing of it."""
    with pytest.raises(RudeError):
        Visitor(clerk)._answer(request_)
    assert desk.method_calls == []


@pytest.mark.parametrize(
    ("request_", "most"),
    [
        (FORM, FORMS_A_VISITOR),
        (messages.PrintNumbers(["999"]), CARDS_A_VISITOR),
        (messages.Count("the-law"), 1),
        (messages.Hush(), REQUESTS_A_VISITOR),
    ],
)
def test_a_visitor_may_ask_so_often_and_no_more(
    clerk: Clerk, request_: messages.Request, most: int
) -> None:
    """The next visitor begins anew."""
    visitor = Visitor(clerk)
    for _ in range(most):
        visitor._answer(request_)
    with pytest.raises(RudeError):
        visitor._answer(request_)
    Visitor(clerk)._answer(request_)


def test_where_no_forms_are_offered_none_is_kept(clerk: Clerk, desk: Mock) -> None:
    """The visitor is told, and the line goes on."""
    desk.offers_forms = False
    assert Visitor(clerk)._answer(FORM) == messages.NotDone(Reason.SETTINGS)
    assert not desk.keep_sealed.called


def test_a_trouble_of_the_desk_is_told_by_its_reason(clerk: Clerk, desk: Mock) -> None:
    """And by nothing else of it."""
    desk.count.side_effect = DeskError(Reason.FULL, "secret")
    assert Visitor(clerk)._answer(messages.Count("the-law")) == messages.NotDone(Reason.FULL)


def test_a_door_without_a_lock_stays_shut(clerk: Clerk) -> None:
    """With one, whoever types waits as it says."""
    assert Visitor(clerk)._answer(messages.TryPassphrase("x")) == messages.Shut("7")
    clerk.lock = None
    assert Visitor(clerk)._answer(messages.TryPassphrase("x")) == messages.Shut("")


@pytest.mark.parametrize(
    ("message", "is_taken"),
    [
        (messages.Count(CODE), True),
        (messages.Count(LONG_CODE), False),
        (messages.KeepForm(UUID(int=1), b"x" * max(SEALED_SIZES)), True),
        (messages.KeepForm(UUID(int=1), b"x" * (max(SEALED_SIZES) + 1)), False),
        (messages.KeepWishes({f"{n}": CODE for n in range(20)}), True),
        (messages.KeepWishes({f"{n}": "" for n in range(21)}), False),
        (messages.KeepWishes({LONG_CODE: ""}), False),
        (messages.PrintNumbers([CODE] * 20), True),
        (messages.PrintNumbers([""] * 21), False),
        (messages.TryPassphrase("x" * LONGEST), True),
        (messages.TryPassphrase("x" * (LONGEST + 1)), False),
        (messages.Say(1, "x" * LONGEST_SENTENCE, CODE), True),
        (messages.Say(1, "x" * (LONGEST_SENTENCE + 1), ""), False),
    ],
)
def test_a_message_is_taken_up_to_its_longest(message: messages.Request, *, is_taken: bool) -> None:
    """And what is taken fits into what the line takes."""
    sent = messages.encode(message)
    if is_taken:
        assert messages.decode_request(sent) == message
        assert len(sent) <= LONGEST_MESSAGE
    else:
        with pytest.raises(msgspec.ValidationError):
            messages.decode_request(sent)


@pytest.mark.parametrize(
    "message",
    [
        FORM,
        messages.Count(CODE),
        messages.TellWishes(),
        messages.KeepWishes({}),
        messages.PrintNumbers([]),
        messages.TryPassphrase(""),
        messages.Say(1, "", ""),
        messages.Hush(),
    ],
)
def test_nothing_unknown_is_in_a_message(message: messages.Request) -> None:
    """A page of ours sends none of it."""
    fields = msgspec.msgpack.decode(messages.encode(message))
    assert messages.decode_request(msgspec.msgpack.encode(fields)) == message
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        messages.decode_request(msgspec.msgpack.encode(fields | {"more": 1}))


@pytest.fixture
def ends() -> Iterator[tuple[Line, socket.socket]]:
    """A visitor's line, and the clerk's end of it."""
    ours, theirs = socket.socketpair()
    line = Line(ours.detach())
    with theirs:
        yield line, theirs
        line._socket.close()


def test_what_was_said_is_no_answer(ends: tuple[Line, socket.socket]) -> None:
    """It is passed over; what follows is the answer."""
    line, clerk = ends
    clerk.sendall(messages.packed(messages.Said(1)) + messages.packed(messages.Shut("3")))
    assert LineLock(line).open("x") == "3"


@pytest.mark.parametrize(
    ("answer", "opened"), [(messages.Shut("5"), "5"), (messages.Done(), ""), (None, "")]
)
def test_a_door_that_nobody_answers_for_stays_shut(
    ends: tuple[Line, socket.socket], answer: messages.Answer | None, opened: str
) -> None:
    """So it does with an answer to something else."""
    line, clerk = ends
    if answer:
        clerk.sendall(messages.packed(answer))
    else:
        clerk.close()
    assert LineLock(line).open("x") == opened


def test_half_an_answer_is_none(ends: tuple[Line, socket.socket]) -> None:
    """The clerk has died in the middle of it."""
    line, clerk = ends
    clerk.sendall(messages.packed(messages.Done())[:-1])
    clerk.shutdown(socket.SHUT_WR)
    with pytest.raises(DeskError):
        line.ask(messages.TellWishes())


@pytest.mark.parametrize("offered", [True, False])
def test_only_what_is_offered_is_asked_for(*, offered: bool) -> None:
    """A page that counts or greets where staff have not switched it on sends nothing."""
    line = Mock()
    line.ask.return_value = messages.Wishes({"theme": "dark"})
    desk = LineDesk(line, Mock(offers_counts=offered, offers_wishes=offered))
    desk.count("the-law")
    assert desk.wishes() == ({"theme": "dark"} if offered else {})
    asked = [messages.Count("the-law"), messages.TellWishes()] if offered else []
    assert [call.args[0] for call in line.ask.call_args_list] == asked


@pytest.mark.parametrize("trouble", [True, False])
def test_wishes_that_cannot_be_told_are_none(*, trouble: bool) -> None:
    """A visit begins without them."""
    line = Mock()
    line.ask.side_effect = DeskError(Reason.BUSY, "x") if trouble else [messages.Done()]
    assert LineDesk(line, Mock()).wishes() == {}


async def test_a_sentence_is_sent_as_long_as_may_be(ends: tuple[Line, socket.socket]) -> None:
    """What is longer would end the line; the end of one that was cut off is not told."""
    line, clerk = ends
    told: list[int] = []
    for number in (1, 2):
        line.say("x" * (LONGEST_SENTENCE + number), "en", partial(told.append, number))
        (length,) = messages.LENGTH.unpack(clerk.recv(messages.LENGTH.size, socket.MSG_WAITALL))
        said = messages.decode_request(clerk.recv(length, socket.MSG_WAITALL))
        assert said == messages.Say(number, "x" * LONGEST_SENTENCE, "en")
    for number in (1, 2):
        clerk.sendall(messages.packed(messages.Said(number)))
        line._hear()
        assert told == ([] if number == 1 else [2])
    line.hush()
    clerk.setblocking(False)
    with pytest.raises(BlockingIOError):  # it was silent already
        clerk.recv(1)
    asyncio.get_running_loop().remove_reader(line._socket)
