"""What visitors leave behind from a browser: forms, which are sealed at once, and counts.

Both come as JSON of a known shape, checked anew, and go to the desk as those of any visitor do.
Nothing else of a request is looked at, but the address for how fast it sends.
"""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import msgspec
from aiohttp import web

from kiosk.desk.forms import FORMS, Form, is_on, questions_in
from kiosk.desk.questions import FormError
from kiosk.desk.trouble import DeskError
from kiosk.web.current import Current

LARGEST_BODY = 16384
"""Bytes: the longest form, each character told in as many as JSON may take."""
BODY_SECONDS = 10
AT_ONCE, PER_SECOND = 60, 0.5
"""Forms and counts from one address; a school often has only one."""
_MOST_ADDRESSES = 1000
_Shape = TypeVar("_Shape")


class Allowances:
    """For each address so much at once, and so much a second in the long run.

    Of each is known from when on all of it is there again (a generic cell rate algorithm, ITU-T
    I.371); then the address is forgotten, as if nobody had ever come.
    """

    def __init__(
        self, at_once: float, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Know nobody yet.

        Args:
            at_once: What may be spent at once.
            per_second: What comes back in a second.
            clock: Tells seconds from some moment on.
        """
        self._seconds_for_one = 1 / per_second
        self._seconds_for_all = at_once / per_second
        self._clock = clock
        self._whole_from: dict[str, float] = {}

    def __len__(self) -> int:
        """How many addresses are known."""
        return len(self._whole_from)

    def spend(self, address: str) -> bool:
        """Take one of what an address may; False where there is none left, or too many ask."""
        now = self._clock()
        if address not in self._whole_from and len(self) >= _MOST_ADDRESSES:
            known = self._whole_from.items()
            self._whole_from = {who: moment for who, moment in known if moment > now}
            if len(self) >= _MOST_ADDRESSES:
                return False
        whole_from = max(now, self._whole_from.get(address, now)) + self._seconds_for_one
        if whole_from - now > self._seconds_for_all:
            return False
        self._whole_from[address] = whole_from
        return True


class _Filled(msgspec.Struct):
    form: str
    id: UUID
    answers: dict[str, str]


class _Opened(msgspec.Struct):
    topic: str


class Posts:
    """Takes forms and counts."""

    def __init__(
        self,
        current: Current,
        address_of: Callable[[web.Request], str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take them for a desk.

        Args:
            current: Has the desk, and what is offered.
            address_of: From where a request comes.
            clock: Tells seconds from some moment on.
        """
        self._current = current
        self._address_of = address_of
        self._allowances = Allowances(AT_ONCE, PER_SECOND, clock)

    async def form(self, request: web.Request) -> web.Response:
        """Seal a form and keep it; the page is told whether that is done."""
        filled = await self._read(request, _Filled)
        form = self._form_of(filled)
        return await _done(self._current.desk.submit, form)

    async def count(self, request: web.Request) -> web.Response:
        """Add one to a topic's number of today."""
        opened = await self._read(request, _Opened)
        if not self._current.desk.offers_counts or opened.topic not in self._current.topics:
            raise web.HTTPNotFound
        return await _done(self._current.desk.count, opened.topic)

    def _form_of(self, filled: _Filled) -> Form:
        settings = self._current.settings
        kind = FORMS.get(filled.form)
        if kind is None or not self._current.desk.offers_forms or not is_on(settings, kind.setting):
            raise web.HTTPNotFound
        asked = (each for each in questions_in(kind) if is_on(settings, each.setting))
        answers = {each.name: filled.answers.get(each.name, "") for each in asked}
        try:
            return kind.from_answers(filled.id, answers)
        except FormError as error:
            raise web.HTTPBadRequest from error

    async def _read(self, request: web.Request, shape: type[_Shape]) -> _Shape:
        if not self._allowances.spend(self._address_of(request)):
            raise web.HTTPTooManyRequests
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
            return msgspec.json.decode(body, type=shape)
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (msgspec.MsgspecError, ValueError) as error:
            raise web.HTTPBadRequest from error


async def _done(leave: Callable[[_Shape], object], what: _Shape) -> web.Response:
    """Leave something; the disk is waited for elsewhere than where everybody is served."""
    try:
        await asyncio.to_thread(leave, what)
    except DeskError as error:
        raise web.HTTPServiceUnavailable from error
    return web.Response(status=204)
