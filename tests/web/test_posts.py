"""What visitors leave behind from a browser: only what is offered, checked, sealed and kept."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from nacl.public import PrivateKey

from kiosk.desk.desk import Desk
from kiosk.desk.forms import Feedback, Mailing
from kiosk.desk.outbox import FILE_NAME, Outbox
from kiosk.desk.sealing import public_text, unseal
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.web.posts import AT_ONCE, LARGEST_BODY, PER_SECOND, Posts
from tests.desk.conftest import numbers_in
from tests.tools import DEADLINE_SECONDS

KEY = PrivateKey.generate()
NUMBER = str(uuid4())
FEEDBACK = {"form": "feedback", "id": NUMBER, "answers": {"useful": "4", "words": "Kind words"}}
MAILING = {
    "form": "mailing",
    "id": NUMBER,
    "answers": {"email": "a@example.org", "topics": "young people"},
}


def _sender(request: web.Request) -> str:
    return request.headers["From"]


class At:
    """A server with a desk, and what is in its outbox.

    Attributes:
        client: Asks it.
        address: From where the next request comes.
        seconds: The time, which stands still until a test says so.
    """

    def __init__(self, data: Path, **settings: Any) -> None:
        """Offer what the settings offer."""
        values = {
            "counts": True,
            "forms": FormSettings(public_key=public_text(KEY.public_key)),
            "data": str(data),
            **settings,
        }
        offered = Settings(**values)
        self._outbox = data / FILE_NAME
        self.address = "1.1.1.1"
        self.seconds = 0.0
        current: Any = SimpleNamespace(
            settings=offered, desk=Desk(offered), topics=frozenset({"one"})
        )
        posts = Posts(current, _sender, lambda: self.seconds)
        application = web.Application(client_max_size=LARGEST_BODY)
        application.add_routes([web.post("/form", posts.form), web.post("/count", posts.count)])
        self.client = TestClient(TestServer(application))

    async def post(self, path: str, body: object) -> int:
        """Send something; the answer's status."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.client.post(path, data=data, headers={"From": self.address}) as answer:
            return answer.status

    def forms(self) -> list[Any]:
        """What is kept, opened with the library's key."""
        if not self._outbox.exists():
            return []
        with Outbox(self._outbox).begin() as connection:
            return [unseal(one, KEY) for (one,) in connection.execute("SELECT sealed FROM forms")]

    def counted(self) -> dict[str, int]:
        """How often each topic was opened."""
        return numbers_in(Outbox(self._outbox))


@pytest.fixture
async def at(tmp_path: Path) -> AsyncIterator[At]:
    """A server that offers everything."""
    at = At(tmp_path)
    async with at.client:
        yield at


async def test_a_form_is_sealed_and_kept(at: At) -> None:
    """The library's private key opens what is on the disk; sending it twice is sending it once."""
    assert await at.post("/form", FEEDBACK) == 204
    assert await at.post("/form", FEEDBACK) == 204
    (form,) = at.forms()
    assert isinstance(form, Feedback)
    assert (form.rating, form.words, str(form.id)) == (4, "Kind words", NUMBER)


async def test_a_form_is_checked_anew(at: At) -> None:
    """Whatever a page says, a form on the disk is one that could be filled in at a kiosk."""
    assert await at.post("/form", MAILING) == 204
    assert isinstance(at.forms()[0], Mailing)


async def test_what_is_not_answered_is_empty(at: At) -> None:
    """A page need not name each question."""
    assert await at.post("/form", {**FEEDBACK, "answers": {"useful": "4"}}) == 204
    (form,) = at.forms()
    assert form.words == ""


async def test_who_never_ends_a_form_is_not_waited_for(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told that it took too long."""
    monkeypatch.setattr("kiosk.web.posts.BODY_SECONDS", 0.01)

    async def endless() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    headers = {"From": at.address}
    async with (
        asyncio.timeout(DEADLINE_SECONDS),
        at.client.post("/form", data=endless(), headers=headers) as answer,
    ):
        assert answer.status == 408


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        ([], 400),
        ({**FEEDBACK, "id": "7"}, 400),
        ({**FEEDBACK, "answers": {"useful": 4}}, 400),
        ({**FEEDBACK, "answers": {}}, 400),
        ({**FEEDBACK, "answers": {"useful": "6"}}, 400),
        ({**FEEDBACK, "answers": {"useful": "4", "words": "a" * 501}}, 400),
        ({**MAILING, "answers": {"email": "nobody", "topics": "x"}}, 400),
        ({**FEEDBACK, "form": "other"}, 404),
        (b"a" * (LARGEST_BODY + 1), 413),
    ],
)
async def test_what_is_no_form_is_not_kept(at: At, body: object, status: int) -> None:
    """It is refused, and whoever sent it is told no more."""
    assert await at.post("/form", body) == status
    assert at.forms() == []


@pytest.mark.parametrize(
    ("settings", "body"),
    [({"forms": FormSettings()}, FEEDBACK), ({"mailing_list": False}, MAILING)],
)
async def test_what_is_not_offered_is_not_taken(
    tmp_path: Path, settings: dict[str, Any], body: object
) -> None:
    """A page made by hand gets no further than the one that is served."""
    at = At(tmp_path, **settings)
    async with at.client:
        assert await at.post("/form", body) == 404


async def test_a_question_that_is_not_asked_is_not_answered(tmp_path: Path) -> None:
    """Where feedback may hold no words, none are kept, whoever sends them."""
    at = At(tmp_path, feedback_words=False)
    async with at.client:
        assert await at.post("/form", FEEDBACK) == 204
    assert at.forms()[0].words == ""


async def test_a_topic_is_counted(at: At) -> None:
    """Each time that a page tells, where counts are offered, for topics that there are."""
    for _ in range(2):
        assert await at.post("/count", {"topic": "one"}) == 204
    assert await at.post("/count", {"topic": "none"}) == 404
    assert await at.post("/count", {"topic": 1}) == 400
    assert at.counted() == {"one": 2}


async def test_nothing_is_counted_where_that_is_not_offered(tmp_path: Path) -> None:
    """Staff have not switched it on."""
    at = At(tmp_path, counts=False)
    async with at.client:
        assert await at.post("/count", {"topic": "one"}) == 404


async def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """The visitor keeps what they wrote, and can try again."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    at = At(blocked)
    async with at.client:
        assert await at.post("/form", FEEDBACK) == 503


async def test_one_address_cannot_flood_the_desk(at: At) -> None:
    """After so many at once it waits for the next one; another address is not kept waiting."""
    statuses = [await at.post("/count", {"topic": "none"}) for _ in range(AT_ONCE + 1)]
    assert statuses == [404] * AT_ONCE + [429]
    at.address = "2.2.2.2"
    assert await at.post("/count", {"topic": "one"}) == 204
    at.address = "1.1.1.1"
    at.seconds += 1 / PER_SECOND
    statuses = [await at.post("/count", {"topic": "one"}) for _ in range(2)]
    assert statuses == [204, 429]
