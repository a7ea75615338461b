"""The table of events: filtered, sorted, with facets and a page at a time."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import events as source
from dragoman.explorer.asking import asked, page_number, sort_of
from dragoman.explorer.pages.common import other_parameters, page, paging
from dragoman.explorer.settings import PAGE_ROWS
from dragoman.explorer.state import explorer_of

COLUMNS = (
    ("date", "When"),
    (None, "Who"),
    ("type", "Did what"),
    (None, "To whom"),
    ("place", "Where"),
    (None, "According to"),
    ("status", "Status"),
    ("outlets", "Outlets"),
    ("confidence", "Sure"),
)
"""Order by which a column sorts, and its heading."""


def events(request: Request) -> Response:
    """The page at ``/events``."""
    wanted = asked(request.query_params, ("sort", "page"))
    sort, number = sort_of(wanted), page_number(wanted)
    db = explorer_of(request).db
    total = source.count(db, wanted.filter)
    rows = source.listed(db, wanted.filter, sort, PAGE_ROWS, offset=(number - 1) * PAGE_ROWS)
    kept = other_parameters(wanted, ("sort",))
    return page(
        request,
        "events.html",
        asked=wanted,
        rows=rows,
        total=total,
        sort=sort,
        columns=COLUMNS,
        facets=source.facets(db, wanted.filter),
        paging=paging(wanted, "/events", number, len(rows), total, PAGE_ROWS, **kept),
        kept=kept,
    )
