"""Which requests are believed, and what every answer says to the browser."""

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

HEALTH = "/health"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src {}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types kiosk"
)
_HEADERS = {
    "Cache-Control": "no-store",
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
    policy = _POLICY.format("'self'" if takes_forms else "'none'")
    return {"Content-Security-Policy": policy, **_HEADERS}


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
        named = {origin.lower() for origin in request.headers.getall("Origin", [])}
        if not (is_ours and named <= origins) and request.path != HEALTH:
            raise web.HTTPForbidden(text="Forbidden")
        return await handler(request)

    return check
