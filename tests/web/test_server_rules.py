"""What the server makes of a request, rule by rule, without a process or a browser."""

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest
from aiohttp import WSCloseCode, web
from aiohttp.test_utils import make_mocked_request

from kiosk.settings import Settings
from kiosk.web import server as server_module
from kiosk.web.options import ServeOptions
from kiosk.web.server import Server
from kiosk.web.visitors import NotReadyError

SIZE = "/visit?size=100x30"


def server(**options: Any) -> Server:  # noqa: ANN401 - any of the options
    """A server that listens nowhere."""
    return Server(
        Settings(idle_seconds=100, warning_seconds=33, panic_keys=("f12",)),
        "",
        "",
        ServeOptions(**options),
        8000,
    )


def request(
    path: str = "/", headers: Mapping[str, str] | None = None, peer: str = "9.9.9.9"
) -> Any:  # noqa: ANN401 - a mocked one
    """A request from an address."""
    transport = Mock()
    transport.get_extra_info = lambda name, default=None: (
        (peer, 1) if name == "peername" else default
    )
    return make_mocked_request("GET", path, headers=headers or {}, transport=transport)


@pytest.mark.parametrize(("ready", "status", "text"), [(True, 200, "ok"), (False, 503, "starting")])
async def test_health_is_whether_visitors_can_be_had(
    monkeypatch: pytest.MonkeyPatch, status: int, text: str, *, ready: bool
) -> None:
    """A proxy sends nobody here before that."""
    kiosk = server()
    monkeypatch.setattr(kiosk, "_visitors", SimpleNamespace(ready=ready))
    answer = await kiosk._health(request())
    assert (answer.status, answer.text) == (status, text)


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "address"),
    [
        (False, None, "9.9.9.9"),
        (False, "1.1.1.1", "9.9.9.9"),
        (True, None, "9.9.9.9"),
        (True, "1.1.1.1", "1.1.1.1"),
        (True, "1.1.1.1, 2.2.2.2", "2.2.2.2"),
        (True, "1.1.1.1,2.2.2.2 ", "2.2.2.2"),
    ],
)
def test_whose_place_it_is(forwarded: str | None, address: str, *, behind_proxy: bool) -> None:
    """Behind a proxy the address that it has added last; else the one that is connected."""
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    assert server(behind_proxy=behind_proxy)._address(request(headers=headers)) == address


@pytest.mark.parametrize(
    ("host", "public", "origins"),
    [
        ("127.0.0.1", (), ["http://127.0.0.1:8000", "http://localhost:8000"]),
        ("::1", (), ["http://127.0.0.1:8000", "http://[::1]:8000", "http://localhost:8000"]),
        (
            "10.0.0.1",
            ("https://Kiosk.example/",),
            [
                "http://10.0.0.1:8000",
                "http://127.0.0.1:8000",
                "http://localhost:8000",
                "https://kiosk.example",
            ],
        ),
    ],
)
def test_which_addresses_are_ours(host: str, public: tuple[str, ...], origins: list[str]) -> None:
    """Where it listens, this machine by both its names, and what a proxy serves."""
    assert sorted(server(host=host, public=public)._origins) == origins


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/visit", {"Origin": "x"}),
        ("/visit?size=", {"Origin": "x"}),
        ("/visit?size=large", {"Origin": "x"}),
        (SIZE, {}),
    ],
)
async def test_a_visit_needs_a_size_and_a_page_that_it_comes_from(
    path: str, headers: Mapping[str, str]
) -> None:
    """Anything else is no page of ours."""
    with pytest.raises(web.HTTPForbidden):
        await server()._visit(request(path, headers))


class FakePage:
    """A WebSocket that notes how it is made and closed."""

    made: list[dict[str, Any]] = []
    codes: list[int] = []

    def __init__(self, **how: Any) -> None:  # noqa: ANN401 - any of them
        """Note how."""
        self.made.append(how)

    async def prepare(self, _request: object) -> None:
        """Be open."""

    async def close(self, code: int) -> None:
        """Note the code."""
        self.codes.append(code)


@pytest.mark.parametrize(
    ("places", "trouble", "code", "logged"),
    [
        (1, None, WSCloseCode.OK, []),
        (0, None, WSCloseCode.TRY_AGAIN_LATER, [("refused", {"visitors": 0})]),
        (1, NotReadyError, WSCloseCode.INTERNAL_ERROR, []),
    ],
)
async def test_how_a_visit_ends(
    monkeypatch: pytest.MonkeyPatch,
    places: int,
    trouble: type[Exception] | None,
    code: WSCloseCode,
    logged: list[tuple[str, dict[str, int]]],
) -> None:
    """In order, with all places taken, or with nobody to be had; no address is logged."""
    monkeypatch.setattr(FakePage, "made", [])
    monkeypatch.setattr(FakePage, "codes", [])
    monkeypatch.setattr("kiosk.web.server.web.WebSocketResponse", FakePage)
    kiosk = server(visitors=places)
    events: list[tuple[str, dict[str, int]]] = []
    monkeypatch.setattr(kiosk, "_log", lambda event, **fields: events.append((event, fields)))
    monkeypatch.setattr(kiosk, "_serve_visitor", AsyncMock(side_effect=trouble))
    await kiosk._visit(request(SIZE, {"Origin": "x"}))
    assert FakePage.codes == [code]
    assert events == logged
    assert "9.9.9.9" not in json.dumps(events)
    assert FakePage.made == [
        {"max_msg_size": 8192, "compress": False, "heartbeat": 10.0, "timeout": 1.0}
    ]


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
async def test_a_visitor_is_dismissed_whatever_happens(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception] | None
) -> None:
    """They have the size of the page, and longer for a key than the page itself gives them."""
    kiosk = server()
    visitors = Mock(settings=kiosk._visitors.settings)
    connection = Mock()
    connection.return_value.run = AsyncMock(side_effect=error)
    monkeypatch.setattr(kiosk, "_visitors", visitors)
    monkeypatch.setattr(server_module, "Connection", connection)
    page = Mock()
    if error is None:
        await kiosk._serve_visitor(page, (100, 30))
    else:
        with pytest.raises(error):
            await kiosk._serve_visitor(page, (100, 30))
    visitors.admit.assert_called_once_with(100, 30)
    visitor = visitors.admit.return_value
    connection.assert_called_once_with(
        page, visitor, (100, 30), panic_keys=("f12",), patience_seconds=100 + 33 + 5
    )
    visitors.dismiss.assert_called_once_with(visitor)
