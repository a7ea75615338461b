"""The ledger of agreements, and one agreement with all its steps."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import events
from dragoman.explorer import reports as source
from dragoman.explorer.asking import asked, page_number
from dragoman.explorer.errors import NotFound
from dragoman.explorer.pages.common import page
from dragoman.explorer.settings import PAGE_ROWS
from dragoman.explorer.state import explorer_of
from dragoman.store.filters import Filter


def agreements(request: Request) -> Response:
    """The page at ``/agreements``."""
    wanted = asked(request.query_params, ("party", "kind", "status", "page"), filters=False)
    number = page_number(wanted)
    db = explorer_of(request).db
    chosen = {name: wanted.other.get(name, "") for name in ("party", "kind", "status")}
    rows = source.agreements(db, **chosen, limit=PAGE_ROWS + 1, offset=(number - 1) * PAGE_ROWS)
    kinds = db.kept_rows("SELECT DISTINCT kind FROM agreements ORDER BY kind") if db.has_agreements else []
    statuses = (
        db.kept_rows("SELECT DISTINCT status FROM agreements ORDER BY status") if db.has_agreements else []
    )
    signed = Filter(types=("AGREE", "SUPPORT"))
    return page(
        request,
        "agreements.html",
        rows=rows[:PAGE_ROWS],
        number=number,
        more=len(rows) > PAGE_ROWS,
        chosen=chosen,
        kinds=[r["kind"] for r in kinds if r["kind"]],
        statuses=[r["status"] for r in statuses if r["status"]],
        agreed=[] if db.has_agreements else events.listed(db, signed, events.Sort("date"), PAGE_ROWS),
    )


def agreement(request: Request) -> Response:
    """The page at ``/agreements/ID``."""
    found = source.agreement(explorer_of(request).db, request.path_params["agreement_id"])
    if found is None:
        raise NotFound("The store holds no agreement by that id.")
    return page(request, "agreement.html", agreement=found)
