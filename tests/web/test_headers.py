"""Which requests are believed, and every header that an answer has."""

from collections.abc import Mapping

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from kiosk.web.headers import HEALTH, believe_only, harden

ORIGINS = frozenset({"https://kiosk.example", "http://127.0.0.1:8000"})
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-read=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


async def is_believed(path: str, headers: Mapping[str, str]) -> bool:
    """Whether a request gets an answer."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="answer")

    request = make_mocked_request("GET", path, headers=headers)
    try:
        response = await believe_only(ORIGINS)(request, answer)
    except web.HTTPForbidden:
        return False
    return isinstance(response, web.Response) and response.text == "answer"


@pytest.mark.parametrize(
    ("host", "origin", "believed"),
    [
        ("kiosk.example", None, True),
        ("KIOSK.example", None, True),
        ("127.0.0.1:8000", None, True),
        ("127.0.0.1", None, False),
        ("127.0.0.1:8001", None, False),
        ("evil.example", None, False),
        ("kiosk.example.evil.example", None, False),
        ("https://kiosk.example", None, False),
        ("kiosk.example", "https://kiosk.example", True),
        ("kiosk.example", "HTTPS://Kiosk.example", True),
        ("kiosk.example", "http://127.0.0.1:8000", True),
        ("kiosk.example", "http://kiosk.example", False),
        ("kiosk.example", "https://evil.example", False),
        ("kiosk.example", "null", False),
        ("kiosk.example", "", True),
        ("evil.example", "https://kiosk.example", False),
    ],
)
async def test_who_is_believed(host: str, origin: str | None, *, believed: bool) -> None:
    """Only a request for one of our addresses, from one of our pages or from no page at all."""
    headers = {"Host": host} | ({} if origin is None else {"Origin": origin})
    assert await is_believed("/", headers) is believed


@pytest.mark.parametrize(
    ("path", "believed"), [(HEALTH, True), ("/health/", False), ("/", False), ("/visit", False)]
)
async def test_only_the_health_of_the_server_is_told_to_everybody(
    path: str, *, believed: bool
) -> None:
    """It tells nothing, and is asked for by number."""
    assert (
        await is_believed(path, {"Host": "10.0.0.7", "Origin": "https://evil.example"}) is believed
    )
    assert HEALTH == "/health"


async def test_every_answer_has_these_headers() -> None:
    """And no other that names our software; what an answer had before is replaced."""
    response = web.Response(headers={"Server": "aiohttp", "X-Frame-Options": "ALLOW"})
    await harden(make_mocked_request("GET", "/"), response)
    policy = response.headers.pop("Content-Security-Policy")
    assert dict(rule.strip().split(" ", 1) for rule in policy.split(";")) == POLICY
    kept = {name: value for name, value in response.headers.items() if name != "Content-Type"}
    assert kept == HEADERS


async def test_an_answer_without_our_softwares_name_gets_the_same() -> None:
    """There is nothing to take off."""
    response = web.Response()
    await harden(make_mocked_request("GET", "/"), response)
    assert "Server" not in response.headers
    assert response.headers["X-Frame-Options"] == "DENY"
