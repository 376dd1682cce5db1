"""Which requests are believed, and what every answer says to the browser."""

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

HEALTH = "/health"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-read=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


def headers_for(*, takes_forms: bool) -> dict[str, str]:
    """What every answer must say about the page's files.

    Args:
        takes_forms: Whether there is somebody to take forms: nobody else is ever spoken to.
    """
    connect = "connect-src 'self'" if takes_forms else "connect-src 'none'"
    policy = _POLICY.replace("connect-src 'self'", connect)
    return {**_HEADERS, "Content-Security-Policy": policy.replace("types 'none'", "types kiosk")}


async def harden(_request: web.Request, response: web.StreamResponse) -> None:
    """Give an answer its headers, and take off the one that names our software."""
    response.headers.update(_HEADERS)
    response.headers.popall("Server", None)


def believe_only(origins: frozenset[str]) -> Middleware:
    """A middleware that turns away requests for other hosts, and from other sites' pages.

    A page of another site could otherwise open connections here, or come to be taken for this
    one by naming itself in the DNS. The address for health checks tells nothing, and is asked
    for by number.

    Args:
        origins: Where the kiosk is served, such as `https://kiosk.example`, in small letters.
    """
    hosts = {origin.partition("://")[2] for origin in origins}

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        is_ours = request.host.lower() in hosts
        is_from_us = request.headers.get("Origin", "").lower() in {"", *origins}
        if not (is_ours and is_from_us) and request.path != HEALTH:
            raise web.HTTPForbidden(text="Forbidden")
        return await handler(request)

    return check
