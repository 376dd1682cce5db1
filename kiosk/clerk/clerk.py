"""The clerk's own process: what it does for each visitor, and how much of it."""

import asyncio
import socket
from collections.abc import Collection
from contextlib import suppress
from uuid import UUID

import msgspec

from kiosk.clerk import messages
from kiosk.clerk.speech import Voice
from kiosk.desk.desk import Desk
from kiosk.desk.forms import SEALED_SIZES
from kiosk.desk.trouble import DeskError, Reason
from kiosk.door.lock import Lock
from kiosk.pages.leave_behind import WISHES

FORMS_A_VISITOR = 20
CARDS_A_VISITOR = 3
REQUESTS_A_VISITOR = 2000
"""What a visitor may ask for in all; hands never come near it."""


class RudeError(Exception):
    """A visitor asked for what none of ours asks for: their line ends."""


class Clerk:
    """Serves every visitor, one request after the other.

    Args:
        desk: Keeps forms, counts and wishes.
        lock: The staff door's, where there is one.
        voice: Reads aloud, where anything does.
        topics: The topics that can be counted.
        numbers: The numbers that can be printed.
    """

    def __init__(
        self,
        desk: Desk,
        lock: Lock | None,
        voice: Voice | None,
        topics: Collection[str],
        numbers: Collection[str] = (),
    ) -> None:
        self.desk = desk
        self.lock = lock
        self.voice = voice
        self.topics = frozenset(topics)
        self.numbers = frozenset(numbers)
        self.speaking_for: Visitor | None = None

    async def serve(self, control: socket.socket) -> None:
        """Serve until nobody can come any more, and everybody has gone.

        Args:
            control: Brings a line for each new visitor, as a descriptor beside one byte.
        """
        control.setblocking(False)
        lines: set[asyncio.Task[None]] = set()
        closed = asyncio.Event()
        loop = asyncio.get_running_loop()

        def take_line() -> None:
            try:
                byte, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            except BlockingIOError:
                return
            except OSError:
                byte, descriptors = b"", []
            for descriptor in descriptors:
                task = loop.create_task(Visitor(self).serve(socket.socket(fileno=descriptor)))
                lines.add(task)
                task.add_done_callback(lines.discard)
            if not byte:
                loop.remove_reader(control)
                closed.set()

        loop.add_reader(control, take_line)
        await closed.wait()
        while lines:
            await asyncio.wait(lines)

    def hush(self, visitor: "Visitor | None" = None) -> None:
        """Silence the voice; only if it speaks for this visitor, where one is given."""
        if self.voice is not None and visitor in (None, self.speaking_for):
            self.speaking_for = None
            self.voice.hush()


class Visitor:
    """One visitor, as the clerk knows them: a line, and what they have had already."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._requests = self._forms = self._cards = 0
        self._counted: set[str] = set()
        self._writer: asyncio.StreamWriter

    async def serve(self, line: socket.socket) -> None:
        """Answer until the visitor is gone, or asks for what nobody may have."""
        reader, self._writer = await asyncio.open_connection(
            sock=line, limit=messages.LONGEST_MESSAGE
        )
        with suppress(EOFError, OSError, RudeError, msgspec.MsgspecError):
            while True:
                (length,) = messages.LENGTH.unpack(await reader.readexactly(messages.LENGTH.size))
                if length > messages.LONGEST_MESSAGE:
                    break
                self._tell(self._answer(messages.decode_request(await reader.readexactly(length))))
        self._clerk.hush(self)
        self._writer.close()

    def _tell(self, answer: messages.Answer | None) -> None:
        if answer is not None:
            self._writer.write(messages.packed(answer))

    def _answer(self, request: messages.Request) -> messages.Answer | None:
        """Do what is asked.

        Raises:
            RudeError: It may not be asked for.
        """
        self._requests += 1
        if self._requests > REQUESTS_A_VISITOR:
            raise RudeError
        match request:
            case messages.Say(number, text, language):
                self._say(number, text, language)
                return None
            case messages.Hush():
                self._clerk.hush(self)
                return None
        self._clerk.hush()  # the rest may wait for a disk, and nobody shall speak meanwhile
        try:
            return self._wait_on(request)
        except DeskError as error:
            return messages.NotDone(error.reason)

    def _wait_on(
        self,
        request: messages.KeepForm
        | messages.Count
        | messages.TellWishes
        | messages.KeepWishes
        | messages.TryPassphrase
        | messages.PrintNumbers,
    ) -> messages.Answer:
        match request:
            case messages.KeepForm(number, sealed):
                return self._keep_form(number, sealed)
            case messages.Count(topic):
                return self._count(topic)
            case messages.PrintNumbers(numbers):
                return self._print(numbers)
            case messages.TellWishes():
                return messages.Wishes(self._clerk.desk.wishes())
            case messages.KeepWishes(wishes):
                return self._keep_wishes(wishes)
            case messages.TryPassphrase(typed):
                opened = self._clerk.lock.open(typed) if self._clerk.lock else ""
                return messages.Shut(opened) if isinstance(opened, str) else messages.Opened(opened)

    def _keep_form(self, number: UUID, sealed: bytes) -> messages.Answer:
        self._forms += 1
        if self._forms > FORMS_A_VISITOR or len(sealed) not in SEALED_SIZES:
            raise RudeError
        if not self._clerk.desk.offers_forms:
            return messages.NotDone(Reason.SETTINGS)
        self._clerk.desk.keep_sealed(number, sealed)
        return messages.Done()

    def _count(self, topic: str) -> messages.Answer:
        if topic not in self._clerk.topics or topic in self._counted:
            raise RudeError
        self._counted.add(topic)
        self._clerk.desk.count(topic)
        return messages.Done()

    def _print(self, numbers: list[str]) -> messages.Answer:
        self._cards += 1
        if self._cards > CARDS_A_VISITOR or not self._clerk.numbers.issuperset(numbers):
            raise RudeError
        self._clerk.desk.print_card(numbers)
        return messages.Done()

    def _keep_wishes(self, wishes: dict[str, str]) -> messages.Answer:
        if not wishes.keys() <= WISHES:
            raise RudeError
        if wishes:
            self._clerk.desk.keep_wishes(wishes)
        else:
            self._clerk.desk.forget_wishes()
        return messages.Done()

    def _say(self, number: int, text: str, language: str) -> None:
        if self._clerk.voice is not None:
            self._clerk.speaking_for = self
            self._clerk.voice.say(text, language, lambda: self._tell(messages.Said(number)))
