"""A visitor's end of the line to the clerk: the desk, the lock and the voice as pages use them."""

import asyncio
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

import msgspec

from kiosk.clerk import messages
from kiosk.desk.desk import Desk
from kiosk.desk.forms import Form
from kiosk.desk.trouble import DeskError, Reason
from kiosk.pages.staff_status import StaffStatus

PATIENCE_SECONDS = 15.0
"""How long an answer is waited for: longer than the outbox waits for whoever holds it."""


class Line:
    """The line itself, from the fork to the end of the visit."""

    def __init__(self, descriptor: int) -> None:
        """Take the descriptor that the fork is to leave."""
        self._descriptor = descriptor
        self._when_said: tuple[int, Callable[[], None]] | None = None
        self._spoken = 0

    @cached_property
    def _socket(self) -> socket.socket:
        """The line, from its first use on: the app is begun before the fork."""
        line = socket.socket(fileno=self._descriptor)
        line.settimeout(PATIENCE_SECONDS)
        return line

    def ask(self, request: messages.Request) -> messages.Answer:
        """Ask, and wait for the answer.

        Raises:
            DeskError: There is none, or it says so.
        """
        try:
            self._socket.sendall(messages.packed(request))
            while isinstance(answer := self._read(), messages.Said):
                pass  # asking has silenced it
        except (OSError, EOFError, msgspec.MsgspecError):
            raise DeskError(Reason.BUSY, "The clerk does not answer.") from None
        if isinstance(answer, messages.NotDone):
            raise DeskError(Reason(answer.reason), "The clerk could not do it.")
        return answer

    def say(self, text: str, language: str, when_said: Callable[[], None]) -> None:
        """Say a text aloud; see `kiosk.clerk.speech.Speech.say`."""
        self._spoken += 1
        self._when_said = self._spoken, when_said
        with suppress(OSError):
            self._socket.sendall(
                messages.packed(
                    messages.Say(self._spoken, text[: messages.LONGEST_SENTENCE], language)
                )
            )
        asyncio.get_running_loop().add_reader(self._socket, self._hear)

    def hush(self) -> None:
        """Say nothing more."""
        if self._when_said is not None:
            self._when_said = None
            with suppress(OSError):
                self._socket.sendall(messages.packed(messages.Hush()))

    def _hear(self) -> None:
        """Take in that something was said; where the clerk is gone, all is."""
        try:
            answer: messages.Answer | None = self._read()
        except (OSError, EOFError, msgspec.MsgspecError):
            asyncio.get_running_loop().remove_reader(self._socket)
            answer = None
        if self._when_said is None:
            return
        number, when_said = self._when_said
        if answer is None or (isinstance(answer, messages.Said) and answer.number == number):
            self._when_said = None
            when_said()

    def _read(self) -> messages.Answer:
        (length,) = messages.LENGTH.unpack(self._receive(messages.LENGTH.size))
        return messages.decode_answer(self._receive(length))

    def _receive(self, count: int) -> bytes:
        received = b""
        while len(received) < count:
            more = self._socket.recv(count - len(received))
            if not more:
                raise EOFError
            received += more
        return received


class LineDesk:
    """The desk, as far as pages use it: forms are sealed here, and kept there."""

    def __init__(self, line: Line, desk: Desk) -> None:
        """Ask over `line`; `desk` seals."""
        self._line = line
        self._desk = desk

    def submit(self, form: Form) -> None:
        """Seal a form and have it put on the disk; see `Desk.submit`."""
        self._line.ask(messages.KeepForm(form.id, self._desk.seal(form)))

    def count(self, topic: str) -> None:
        """Have one added to a topic's number of today, where counts are offered."""
        if self._desk.offers_counts:
            self._line.ask(messages.Count(topic))

    def print_card(self, numbers: Sequence[str]) -> None:
        """Have the card of numbers printed; see `Desk.print_card`."""
        self._line.ask(messages.PrintNumbers(list(numbers)))

    def wishes(self) -> dict[str, str]:
        """How a visitor before wanted the pages, and agreed to leave it so."""
        if not self._desk.offers_wishes:
            return {}
        with suppress(DeskError):
            answer = self._line.ask(messages.TellWishes())
            return answer.wishes if isinstance(answer, messages.Wishes) else {}
        return {}

    def keep_wishes(self, wishes: Mapping[str, str]) -> None:
        """Have it kept how this visitor wants the pages."""
        self._line.ask(messages.KeepWishes(dict(wishes)))

    def forget_wishes(self) -> None:
        """Have no wishes kept any longer."""
        self._line.ask(messages.KeepWishes({}))


class LineLock:
    """The lock of the staff door."""

    def __init__(self, line: Line) -> None:
        """Ask over `line`."""
        self._line = line

    def open(self, typed: str) -> StaffStatus | str:
        """Try a passphrase; see `kiosk.door.lock.Lock.open`."""
        try:
            answer = self._line.ask(messages.TryPassphrase(typed))
        except DeskError:
            return ""
        if isinstance(answer, messages.Opened):
            return answer.status
        return answer.wait if isinstance(answer, messages.Shut) else ""
