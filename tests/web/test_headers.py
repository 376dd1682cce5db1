"""Which requests are believed, and every header that the page's files have."""

from collections.abc import Mapping

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from kiosk.web.headers import HEALTH, believe_only, headers_for

ORIGINS = frozenset({"https://kiosk.example", "http://127.0.0.1:8000"})
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "kiosk",
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
        ("kiosk.example", "", False),
        ("evil.example", "https://kiosk.example", False),
    ],
)
async def test_who_is_believed(host: str, origin: str | None, *, believed: bool) -> None:
    """Only a request for one of our addresses, from one of our pages or from no page at all."""
    headers = {"Host": host} | ({} if origin is None else {"Origin": origin})
    assert await is_believed("/", headers) is believed


@pytest.mark.parametrize("others", [["https://evil.example"], ["https://evil.example", ""]])
async def test_who_names_two_pages_is_not_believed(others: list[str]) -> None:
    """Whichever of them stands first; no browser does."""
    for named in (["https://kiosk.example", *others], [*others, "https://kiosk.example"]):
        headers = CIMultiDict([("Host", "kiosk.example"), *(("Origin", each) for each in named)])
        assert not await is_believed("/", headers)


@pytest.mark.parametrize(
    ("path", "believed"), [(HEALTH, True), ("/health/", False), ("/", False), ("/form", False)]
)
async def test_only_the_health_of_the_server_is_told_to_everybody(
    path: str, *, believed: bool
) -> None:
    """It tells nothing, and is asked for by number."""
    assert (
        await is_believed(path, {"Host": "10.0.0.7", "Origin": "https://evil.example"}) is believed
    )
    assert HEALTH == "/health"


@pytest.mark.parametrize(("takes_forms", "connect"), [(False, "'none'"), (True, "'self'")])
def test_what_a_page_is_told_about_its_files(connect: str, *, takes_forms: bool) -> None:
    """Nothing of anybody else's, and nothing kept; it may send where forms are taken alone."""
    headers = headers_for(takes_forms=takes_forms)
    policy = headers.pop("Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {**POLICY, "connect-src": connect}
    assert headers == HEADERS
