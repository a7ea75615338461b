"""The calls of the API; ``openapi.py`` describes them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.explorer import events, reports
from dragoman.explorer.api.forms import JSON, answer_json, answer_table, cursor, form_of, read_cursor
from dragoman.explorer.api.openapi import LISTS, document
from dragoman.explorer.asking import Asked, asked, choice, number, sort_of
from dragoman.explorer.charts.timeline import UNITS, unit_for
from dragoman.explorer.errors import BadRequest, NotFound, TooLarge
from dragoman.explorer.pages.review import keep, take_back
from dragoman.explorer.settings import MAX_BODY, MAX_EXPORT, MAX_ROWS
from dragoman.explorer.state import explorer_of
from dragoman.store import reviews as kept

Answer = Callable[[Request], Response]
_SORT_KINDS = {"DATE": dt.date, "BIGINT": float, "DOUBLE": float, "VARCHAR": str}


def _asked(request: Request, name: str) -> Asked:
    """The parameters of a list, those that ``openapi.py`` gives it and no others."""
    call = LISTS[name]
    return asked(request.query_params, call.parameters, filters=call.filters)


def _limit(wanted: Asked, media: str) -> int:
    most = MAX_ROWS if media == JSON else MAX_EXPORT
    return number(wanted, "limit", 50 if media == JSON else MAX_EXPORT, 1, most)


def list_events(request: Request) -> Response:
    """Events, filtered and sorted."""
    wanted = _asked(request, "events")
    media = form_of(request, wanted.other.get("format", ""))
    sort, limit = sort_of(wanted), _limit(wanted, media)
    after = read_cursor(wanted.other.get("cursor", ""), _SORT_KINDS[events.ORDERS[sort.name].type])
    db = explorer_of(request).db
    rows = events.listed(db, wanted.filter, sort, limit + 1, after=after)
    return _page(wanted, media, rows, limit, "events", lambda: events.count(db, wanted.filter))


def list_reports(request: Request) -> Response:
    """Reports, the newest first."""
    wanted = _asked(request, "reports")
    media = form_of(request, wanted.other.get("format", ""))
    limit = _limit(wanted, media)
    after = read_cursor(wanted.other.get("cursor", ""), dt.date)
    rows = reports.reports(
        explorer_of(request).db, text=wanted.other.get("q", ""), limit=limit + 1, after=after
    )
    return _page(wanted, media, rows, limit, "reports", None)


def _page(
    wanted: Asked,
    media: str,
    rows: list[dict[str, Any]],
    limit: int,
    name: str,
    total: Callable[[], int] | None,
) -> Response:
    more, rows = len(rows) > limit, rows[:limit]
    following = cursor(rows[-1]["sort_value"], rows[-1]["id"]) if more and rows else None
    plain = [{k: v for k, v in row.items() if k != "sort_value"} for row in rows]
    if media != JSON:
        return answer_table(plain, media, name)
    body: dict[str, Any] = {"data": plain, "next_cursor": following}
    if total is not None:
        body["total"] = total()
    answer = answer_json(body)
    if following:
        kept_words = {k: v for k, v in wanted.other.items() if k != "cursor"}
        link = wanted.address(f"/api/v1/{name}", **kept_words, cursor=following)
        answer.headers["link"] = f'<{link}>; rel="next"'
    return answer


def _offset_list(name: str, ask: Callable[[Request, Asked, int, int], list[dict[str, Any]]]) -> Answer:
    """A list whose cursor counts rows: of those that have no order of their own to go on from."""

    def answer(request: Request) -> Response:
        wanted = _asked(request, name)
        media = form_of(request, wanted.other.get("format", ""))
        limit = _limit(wanted, media)
        found = read_cursor(wanted.other.get("cursor", ""), float)
        offset = int(min(max(found[0], 0), 10_000_000)) if found else 0
        rows = ask(request, wanted, limit + 1, offset)
        if media != JSON:
            return answer_table(rows[:limit], media, name)
        following = cursor(offset + limit, name) if len(rows) > limit else None
        return answer_json({"data": rows[:limit], "next_cursor": following})

    return answer


def _statements(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    return reports.statements(
        explorer_of(request).db,
        speaker=wanted.other.get("speaker") or None,
        document=wanted.other.get("document") or None,
        limit=limit,
        offset=offset,
    )


def _agreements(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    chosen = {k: wanted.other.get(k, "") for k in ("party", "kind", "status")}
    return reports.agreements(explorer_of(request).db, **chosen, limit=limit, offset=offset)


def _actors(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    return reports.actors(explorer_of(request).db, text=wanted.other.get("q", ""), limit=limit, offset=offset)


def _places(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    return events.places(explorer_of(request).db, wanted.filter, most=offset + limit)[offset:]


def _pairs(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    level = choice(wanted, "level", ("country", "actor"), "country")
    return events.pairs(explorer_of(request).db, wanted.filter, level=level, most=offset + limit)[offset:]


def _relations(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    actor = wanted.other.get("actor") or None
    return reports.relations(explorer_of(request).db, actor_id=actor, limit=offset + limit)[offset:]


def _timeline(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    db = explorer_of(request).db
    unit = choice(wanted, "unit", ("", *UNITS), "")
    if not unit:
        first, last = events.bounds(db, wanted.filter)
        unit = unit_for(first, last) if first and last else "month"
    return events.over_time(db, wanted.filter, unit)[offset : offset + limit]


def _reviews(request: Request, wanted: Asked, limit: int, offset: int) -> list[dict[str, Any]]:
    document_id = wanted.other.get("document") or None
    found = kept.all_reviews(explorer_of(request).db.cursor(), document_id)
    return [dataclasses.asdict(r) for r in found][offset : offset + limit]


def facets(request: Request) -> Response:
    """The commonest values of each facet of the events asked for."""
    wanted = asked(request.query_params)
    db = explorer_of(request).db
    return answer_json({"total": events.count(db, wanted.filter), "facets": events.facets(db, wanted.filter)})


def one_event(request: Request) -> Response:
    """An event with its tellings."""
    event_id = request.path_params["event_id"]
    db = events.holding(explorer_of(request).db, event_id)
    found = events.by_id(db, event_id)
    if found is None:
        raise NotFound("The store holds no event by that id.")
    return answer_json({**found, "tellings": reports.tellings(db, event_id)})


def one_report(request: Request) -> Response:
    """A report as ``dragoman code`` prints it."""
    record = explorer_of(request).db.store_record(request.path_params["document_id"])
    if record is None:
        raise NotFound("The store holds no report by that id.")
    return answer_json(record.to_dict())


def one_agreement(request: Request) -> Response:
    """An agreement with its parties and steps."""
    found = reports.agreement(explorer_of(request).db, request.path_params["agreement_id"])
    if found is None:
        raise NotFound("The store holds no agreement by that id.")
    return answer_json(found)


def one_actor(request: Request) -> Response:
    """An actor as the store and the knowledge base know it."""
    explorer = explorer_of(request)
    actor_id = request.path_params["actor_id"]
    entry, found = explorer.names.entry(actor_id), reports.actor(explorer.db, actor_id)
    if entry is None and found is None:
        raise NotFound("Neither the store nor the knowledge base knows that actor.")
    return answer_json({"actor_id": actor_id, "store": found, "knowledge": entry})


async def add_review(request: Request) -> Response:
    """Keep a decision, or take one back."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise TooLarge(f"The body is larger than {MAX_BODY} bytes.")
    form, reviewer = _review_of(body)
    explorer = explorer_of(request)
    if form.get("decision") == "undo":
        await run_in_threadpool(take_back, explorer, reviewer, form.get("undoes", ""))
        return Response(status_code=204)
    review = await run_in_threadpool(keep, explorer, reviewer, form)
    return answer_json(dataclasses.asdict(review), 201)


def _review_of(body: bytes) -> tuple[dict[str, str], str]:
    """The fields of a decision given as JSON, as the form of the review page has them."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is no JSON.") from error
    if not isinstance(given, dict) or not all(isinstance(v, str | int) for v in given.values()):
        raise BadRequest("A decision is a JSON object of words and numbers.")
    form = {k: str(v).replace("\x00", "") for k, v in given.items()}
    return form, form.get("reviewer", "").strip()[:80]


def description(request: Request) -> Response:
    """The OpenAPI document."""
    return answer_json(document(explorer_of(request).db.has_story))


ROUTES = [
    Route("/api/v1/openapi.json", description),
    Route("/api/v1/events", list_events),
    Route("/api/v1/events/{event_id}", one_event),
    Route("/api/v1/reports", list_reports),
    Route("/api/v1/reports/{document_id}", one_report),
    Route("/api/v1/statements", _offset_list("statements", _statements)),
    Route("/api/v1/agreements", _offset_list("agreements", _agreements)),
    Route("/api/v1/agreements/{agreement_id}", one_agreement),
    Route("/api/v1/relations", _offset_list("relations", _relations)),
    Route("/api/v1/actors", _offset_list("actors", _actors)),
    Route("/api/v1/actors/{actor_id:path}", one_actor),
    Route("/api/v1/places", _offset_list("places", _places)),
    Route("/api/v1/pairs", _offset_list("pairs", _pairs)),
    Route("/api/v1/timeline", _offset_list("timeline", _timeline)),
    Route("/api/v1/facets", facets),
    Route("/api/v1/reviews", _offset_list("reviews", _reviews), methods=["GET"]),
    Route("/api/v1/reviews", add_review, methods=["POST"]),
]
