"""The token in an address: taken out of it, and kept in a cookie that no script can read."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.explorer.errors import NeedsToken
from dragoman.explorer.security import COOKIE, same_token
from dragoman.explorer.state import explorer_of


def redirect_if_token(request: Request) -> Response | None:
    """The way to the same page without the token, or None where the address has none.

    Raises:
        NeedsToken: it is another server's.
    """
    given = request.query_params.get("token")
    if given is None:
        return None
    settings = explorer_of(request).settings
    if not same_token(given, settings.token):
        raise NeedsToken(
            "That token is not this server's; open the address that was printed when it started."
        )
    rest = [(k, v) for k, v in request.query_params.multi_items() if k != "token"]
    answer = RedirectResponse(f"{request.url.path}?{urlencode(rest)}" if rest else request.url.path, 303)
    answer.set_cookie(COOKIE, settings.token, httponly=True, samesite="lax", path="/")
    return answer
