"""The list of actors, and an actor: names, offices, relations, events, statements."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import events, reports
from dragoman.explorer.asking import Asked, asked, page_number
from dragoman.explorer.charts.timeline import timeline, unit_for
from dragoman.explorer.errors import NotFound
from dragoman.explorer.pages.common import page
from dragoman.explorer.settings import PAGE_ROWS
from dragoman.explorer.state import explorer_of
from dragoman.store.filters import Filter


def actors(request: Request) -> Response:
    """The page at ``/actors``."""
    wanted = asked(request.query_params, ("q", "page"), filters=False)
    number = page_number(wanted)
    text = wanted.other.get("q", "")
    rows = reports.actors(
        explorer_of(request).db, text=text, limit=PAGE_ROWS + 1, offset=(number - 1) * PAGE_ROWS
    )
    return page(
        request, "actors.html", rows=rows[:PAGE_ROWS], text=text, number=number, more=len(rows) > PAGE_ROWS
    )


def actor(request: Request) -> Response:
    """The page at ``/actors/ID``."""
    explorer = explorer_of(request)
    actor_id = request.path_params["actor_id"]
    entry = explorer.names.entry(actor_id)
    found = reports.actor(explorer.db, actor_id)
    if entry is None and found is None:
        raise NotFound(f"Neither the store nor the knowledge base knows an actor {actor_id!r}.")
    whole = Filter(parties=(actor_id,))
    first, last = events.bounds(explorer.db, whole)
    drawn = narrow = None
    if first and last:
        unit = unit_for(first, last)
        rows = events.over_time(explorer.db, whole, unit)
        drawn, narrow = timeline(rows, unit, height=170), timeline(rows, unit, width=400, height=170, most=40)
    name = str((entry or {}).get("name") or (found or {}).get("name") or actor_id)
    return page(
        request,
        "actor.html",
        actor_id=actor_id,
        name=name,
        found=found or {},
        entry=entry or {},
        names=_other_names(name, entry, found),
        terms=_terms(entry),
        facets=events.facets(explorer.db, whole, most=8),
        total=events.count(explorer.db, whole),
        newest=events.listed(explorer.db, whole, events.Sort("date"), 15),
        statements=reports.statements(explorer.db, speaker=actor_id, limit=20),
        relations=reports.relations(explorer.db, actor_id=actor_id),
        drawn=drawn,
        narrow=narrow,
        asked=Asked(whole, {"party": [actor_id]}, {}),
    )


def _other_names(name: str, entry: dict[str, Any] | None, found: dict[str, Any] | None) -> list[str]:
    names = [*(found or {}).get("names", ())]
    for column in ("variants", "demonyms", "adjectives", "capital", "metonyms"):
        names += str((entry or {}).get(column) or "").split("|")
    return [n for n in dict.fromkeys(names) if n and n != name][:60]


def _terms(entry: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Offices held, as the knowledge base dates them."""
    return sorted((entry or {}).get("terms") or [], key=lambda t: t.get("start") or "")
