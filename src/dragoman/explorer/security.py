"""Who may ask, and what a browser may do with the answer.

Text from reports is hostile.  Templates escape it; the policy sent with every answer lets no script
or style run but the explorer's own files, so that even a mistake there runs nothing.
"""

from __future__ import annotations

import hmac
import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.explorer.errors import BadRequest, ExplorerError, Forbidden, NeedsToken, TooLarge
from dragoman.explorer.settings import MAX_BODY, MAX_QUERY, Settings, is_loopback

COOKIE = "dragoman_token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Guard:
    """ASGI middleware: limits, the host's name, the token, writes from this site only, headers.

    ``refuse`` makes the answer to a request that is turned away.
    """

    def __init__(self, app: ASGIApp, settings: Settings, refuse: ASGIApp) -> None:
        self.app = app
        self.settings = settings
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or turn it away."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_header_pairs(scope)]
            await send(message)

        app = self.app
        scope.setdefault("state", {})
        try:
            check(HTTPConnection(scope), scope["method"], self.settings)
        except ExplorerError as error:
            scope["state"]["error"] = error
            app = self.refuse
        await app(scope, receive, guarded)


def _header_pairs(scope: Scope) -> list[tuple[bytes, bytes]]:
    pairs = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    if not scope["path"].startswith(("/static/", "/assets/")):
        pairs.append((b"cache-control", b"no-store"))
    return pairs


def check(request: HTTPConnection, method: str, settings: Settings) -> None:
    """Raise the error for which a request is turned away."""
    if len(request.scope.get("query_string", b"")) > MAX_QUERY:
        raise TooLarge(f"The address is longer than {MAX_QUERY} bytes; take fewer values.")
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MAX_BODY:
        raise TooLarge(f"The body is larger than {MAX_BODY} bytes.")
    if settings.loopback and not _names_this_machine(request.headers.get("host", "")):
        # another site's name that points here: its pages must not read ours
        raise BadRequest("The address names another machine. Use http://127.0.0.1 or http://localhost.")
    if request.scope["path"].startswith(("/static/", "/assets/")):
        return
    arriving = request.scope["path"] == "/" and "token" in request.query_params  # it is checked there
    if not settings.loopback and not has_token(request, settings) and not arriving:
        raise NeedsToken(
            "This server is open to other machines, so it asks for the token that it was started with."
        )
    if method not in SAFE_METHODS:
        check_write(request, settings)


def check_write(request: HTTPConnection, settings: Settings) -> None:
    """Raise ``Forbidden`` unless a write has the token and comes from a page of this server."""
    if not has_token(request, settings):
        raise Forbidden("Writing needs the token; open the address that was printed when the server started.")
    if bearer(request):  # a program: no page of another site can set this header
        return
    origin = request.headers.get("origin")
    if origin is None:
        same = request.headers.get("sec-fetch-site") == "same-origin"
    else:
        parts = urlsplit(origin)
        same = parts.scheme in ("http", "https") and parts.netloc == request.headers.get("host")
    if not same:
        raise Forbidden("Writes are taken from this server's own pages only.")


def bearer(request: HTTPConnection) -> str:
    """The token of the Authorization header, or nothing."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() if kind.lower() == "bearer" else ""


def has_token(request: HTTPConnection, settings: Settings) -> bool:
    """Whether a request shows the right token, in its header or its cookie."""
    try:
        jar: SimpleCookie = SimpleCookie(request.headers.get("cookie", ""))
    except CookieError:
        jar = SimpleCookie()
    cookie = jar[COOKIE].value if COOKIE in jar else ""
    return any(same_token(given, settings.token) for given in (bearer(request), cookie))


def same_token(given: str, token: str) -> bool:
    """Compare in constant time; no token is never right."""
    return bool(token) and bool(given) and hmac.compare_digest(given.encode(), token.encode())


def _names_this_machine(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname if host else None
    return name is not None and is_loopback(name)


def safe_href(url: str | None) -> str | None:
    """An address that may stand in a link: http or https with a host, and nothing else."""
    if not url or len(url) > 2048 or any(ord(c) <= 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def visible(text: object) -> str:
    """Text without control characters and the marks that turn the direction of writing."""
    return _UNSEEN.sub("", str(text))


def spreadsheet_safe(text: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
