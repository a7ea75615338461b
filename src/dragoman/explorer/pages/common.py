"""What the views share: rendering, the filter's form, pages of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.explorer.asking import Asked
from dragoman.explorer.security import has_token
from dragoman.explorer.settings import MAX_PAGE
from dragoman.explorer.state import explorer_of

NAVIGATION = (
    ("/", "Overview"),
    ("/events", "Events"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/actors", "Actors"),
    ("/agreements", "Agreements"),
    ("/reports", "Reports"),
    ("/review", "Review"),
)
FILTERED = ("/events", "/map", "/timeline", "/network")
"""Views that take a filter, and hand it to each other."""


def page(request: Request, template: str, /, *, status: int = 200, **context: Any) -> Response:
    """A page from a template, with what the frame of every page needs."""
    explorer = explorer_of(request)
    path = request.url.path
    context.setdefault("asked", None)
    text = explorer.render(
        template,
        request=request,
        path=path,
        navigation=NAVIGATION,
        filtered=FILTERED,
        can_write=explorer.db.writable and has_token(request, explorer.settings),
        **context,
    )
    return HTMLResponse(text, status)


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a table stands: the rows shown, of how many, and the addresses of its neighbours."""

    number: int
    rows: int
    total: int
    size: int
    previous: str | None
    next: str | None

    @property
    def first(self) -> int:
        """The number of the first row shown, from 1."""
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return (self.number - 1) * self.size + self.rows


def paging(asked: Asked, path: str, number: int, rows: int, total: int, size: int, **kept: Any) -> Paging:
    """The paging of a table whose page ``number`` shows ``rows`` rows."""

    def address(to: int) -> str:
        return asked.address(path, **kept, page=to if to > 1 else None)

    more = number * size < total and number < MAX_PAGE
    return Paging(
        number,
        rows,
        total,
        size,
        address(number - 1) if number > 1 else None,
        address(number + 1) if more else None,
    )


def other_parameters(asked: Asked, names: tuple[str, ...]) -> Mapping[str, str]:
    """The parameters beside the filter that an address has, to be kept in its links."""
    return {name: asked.other[name] for name in names if asked.other.get(name)}
