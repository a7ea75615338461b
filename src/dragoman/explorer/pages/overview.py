"""The first page: what is new, who is busy, what is contested, which agreements moved."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import events, reports
from dragoman.explorer.app_token import redirect_if_token
from dragoman.explorer.asking import Asked
from dragoman.explorer.charts.timeline import timeline, unit_for
from dragoman.explorer.pages.common import page
from dragoman.explorer.state import Explorer, explorer_of
from dragoman.store.filters import Filter

_EVERYTHING = Asked(Filter(), {}, {})


def overview(request: Request) -> Response:
    """The page at ``/``."""
    moved = redirect_if_token(request)
    if moved is not None:
        return moved
    return page(request, "overview.html", asked=_EVERYTHING, **context(explorer_of(request)))


def context(explorer: Explorer) -> dict[str, Any]:
    """Everything that the page shows; it is remembered, so a second call costs little."""
    db = explorer.db
    first, last = events.bounds(db, Filter())
    drawn = narrow = None
    if first and last:
        unit = unit_for(first, last)
        rows = events.over_time(db, Filter(), unit)
        drawn = timeline(rows, unit, height=190)
        narrow = timeline(rows, unit, width=400, height=200, most=40)
    contested = Filter(statuses=("contested", "denied"))
    agreements = reports.agreements(db, limit=6)
    return {
        "counts": reports.overview_counts(db),
        "drawn": drawn,
        "narrow": narrow,
        "newest": events.listed(db, Filter(), events.Sort("reported"), 8),
        "pairs": events.pairs(db, Filter(), most=8, directed=False),
        "contested": events.listed(db, contested, events.Sort("reported"), 6),
        "agreements": agreements,
        "agreed": [] if agreements else events.listed(db, Filter(types=("AGREE",)), events.Sort("date"), 6),
    }


def help_page(request: Request) -> Response:
    """What the marks, colours and keys mean."""
    return page(request, "help.html")
