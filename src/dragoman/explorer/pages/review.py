"""Review: confirm, correct, reject, add what is missing; by keyboard alone if one likes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from dragoman.explorer import events
from dragoman.explorer.asking import Asked, asked, choice, number
from dragoman.explorer.errors import BadRequest, NotFound, TooLarge
from dragoman.explorer.pages.common import page
from dragoman.explorer.pages.event import shown
from dragoman.explorer.pages.reports import marked
from dragoman.explorer.settings import MAX_BODY
from dragoman.explorer.state import Explorer, explorer_of
from dragoman.records import EventMention, Record, stable_id
from dragoman.store import reviews as kept

COOKIE = "dragoman_reviewer"
ORDERS = {"unsure": "m.confidence, m.id", "report": "d.published, m.document_id, m.position"}
"""In which order mentions come up: the least sure first, or as they stand in their reports."""
_FORM = 200
"""Fields of a form at most."""


def queue(request: Request) -> Response:
    """The next mention that the reviewer has not judged, or the one named by ``mention``."""
    wanted = asked(request.query_params, ("order", "mention", "skip"))
    if wanted.filter.reviewed != "all":
        raise BadRequest("Review shows what the coder coded; leave 'reviewed' out of the address.")
    order = choice(wanted, "order", ORDERS, "unsure")
    skip = number(wanted, "skip", 0, 0, 100_000)
    explorer = explorer_of(request)
    reviewer = reviewer_of(request)
    decided = kept.standing(_all(explorer))
    mine = {m for who, m in decided if who == reviewer}
    head = (
        _named(explorer, wanted.other["mention"])
        if wanted.other.get("mention")
        else _next(explorer, wanted, order, mine, skip)
    )
    shown_mention = _shown(explorer, head) if head else None
    context: dict[str, Any] = {"decision": None}
    if shown_mention is not None:
        context["decision"] = decided.get((reviewer, shown_mention["mention"].id))
    return page(
        request,
        "review.html",
        asked=wanted,
        order=order,
        skip=skip,
        orders=tuple(ORDERS),
        telling=shown_mention,
        reviewer=reviewer,
        left=_left(explorer, wanted, mine),
        done=len(mine),
        last=_last(explorer, reviewer),
        modes=_modes(),
        here=_here(request),
        **context,
    )


def whole_report(request: Request) -> Response:
    """A whole report with all its mentions and the reviewer's decisions, where missed ones are added."""
    explorer = explorer_of(request)
    document_id = request.path_params["document_id"]
    record = explorer.db.store_record(document_id)
    if record is None:
        raise NotFound("The store holds no report by that id.")
    reviewer = reviewer_of(request)
    found = kept.all_reviews(explorer.db.cursor(), document_id)
    mine = {m: r for (who, m), r in kept.standing(found).items() if who == reviewer}
    hrefs: list[str | None] = [f"/review?mention={m.id}" for m in record.event_mentions]
    return page(
        request,
        "review_report.html",
        record=record,
        document=record.document,
        reviewer=reviewer,
        mine=mine,
        added=[r for r in mine.values() if r.decision == "add"],
        hrefs=hrefs,
        last=_last(explorer, reviewer),
        modes=_modes(),
        here=_here(request),
        **marked(record, hrefs),
    )


def agreement(request: Request) -> Response:
    """How far reviewers agree, and all decisions."""
    found = _all(explorer_of(request))
    return page(
        request,
        "review_agreement.html",
        agreements=kept.agreements_of_reviewers(found),
        decisions=list(reversed(found))[:200],
        standing={r.id for r in kept.standing(found).values()},
        reviewers=sorted({r.reviewer for r in found}),
        n=len(found),
    )


def gold(request: Request) -> Response:
    """Reports that are judged in full, as a gold set for ``dragoman eval``."""
    wanted = asked(request.query_params, ("reviewer",), filters=False)
    explorer = explorer_of(request)
    found = _all(explorer)

    def lines() -> Iterator[str]:
        ids = list(dict.fromkeys(r.document_id for r in found))
        records = (r for r in map(explorer.db.store_record, ids) if r is not None)
        for row in kept.gold(records, found, wanted.other.get("reviewer") or None):
            yield json.dumps(row, ensure_ascii=False) + "\n"

    return StreamingResponse(
        lines(),
        media_type="application/x-ndjson",
        headers={"content-disposition": 'attachment; filename="gold.jsonl"'},
    )


# --- writing --------------------------------------------------------------------------------------


async def name(request: Request) -> Response:
    """Keep the reviewer's name in a cookie."""
    form = await read_form(request)
    answer = RedirectResponse(_back(form), 303)
    answer.set_cookie(
        COOKIE,
        quote(form.get("reviewer", "").strip()[:80]),
        httponly=True,
        samesite="lax",
        path="/",
        max_age=31536000,
    )
    return answer


async def decide(request: Request) -> Response:
    """Keep one decision, and go on."""
    form = await read_form(request)
    explorer = explorer_of(request)
    reviewer = reviewer_of(request)
    await run_in_threadpool(keep, explorer, reviewer, form)
    return RedirectResponse(_back(form), 303)


async def undo(request: Request) -> Response:
    """Take back the reviewer's last decision, or the one that is named."""
    form = await read_form(request)
    explorer = explorer_of(request)
    await run_in_threadpool(take_back, explorer, reviewer_of(request), form.get("review", ""))
    return RedirectResponse(_back(form), 303)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; of a field that comes twice the last.

    Raises:
        BadRequest: it is no form, or has too many fields.
        TooLarge: it is over the limit.
    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise TooLarge(f"The body is larger than {MAX_BODY} bytes.")
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_FORM)
    except ValueError as error:
        raise BadRequest("The form cannot be read.") from error
    return {name: values[-1].replace("\x00", "") for name, values in fields.items()}


def keep(explorer: Explorer, reviewer: str, form: Mapping[str, str]) -> kept.Review:
    """Store the decision that a form holds.

    Raises:
        BadRequest: it cannot be kept, for a reason that the message gives.
        NotFound: there is no such report or mention.
    """
    if not reviewer:
        raise BadRequest("Say who you are first: the name is kept with each decision.")
    record = explorer.db.store_record(form.get("document", ""))
    if record is None:
        raise NotFound("The store holds no report by that id.")
    decision = form.get("decision", "")
    if decision == "undo":
        raise BadRequest("Decisions are taken back one at a time, with the undo form.")
    put: dict[str, Any] | None = put_of(form) if decision in ("correct", "add") else None
    mention_id, coded = _judged(record, decision, form, put)
    try:
        review = kept.new_review(
            reviewer,
            record.document.id,
            mention_id,
            decision,
            coded=coded,
            put=put,
            note=form.get("note", "").strip()[:1000] or None,
        )
    except kept.ReviewError as error:
        raise BadRequest(str(error)) from error
    explorer.db.keep(review)
    return review


def _judged(
    record: Record, decision: str, form: Mapping[str, str], put: dict[str, Any] | None
) -> tuple[str, dict[str, Any] | None]:
    """The id of the mention that is judged and how it was coded; for an added one a new id."""
    if decision == "add":
        span = _span(record, form)
        assert put is not None
        put |= {
            "span": list(span),
            "field": form.get("field", "text"),
            "words": _field(record, form)[slice(*span)],
        }
        return stable_id("review", record.document.id, form.get("field"), *span, put["event_type"]), None
    found = next((m for m in record.event_mentions if m.id == form.get("mention")), None)
    if found is None:
        raise NotFound("The report has no mention by that id; it may have been coded anew.")
    return found.id, coded_of(found)


def _field(record: Record, form: Mapping[str, str]) -> str:
    return (record.document.title or "") if form.get("field") == "title" else record.document.text


def _span(record: Record, form: Mapping[str, str]) -> tuple[int, int]:
    """The words that were marked, by offsets, or else by the words themselves."""
    text = _field(record, form)
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdigit() and end.isdigit() and 0 <= int(start) < int(end) <= len(text):
        return int(start), int(end)
    words = form.get("words", "").strip()
    at = text.find(words) if words else -1
    if at < 0:
        raise BadRequest("Mark the words in the report that tell of the event; these do not stand in it.")
    return at, at + len(words)


def put_of(form: Mapping[str, str]) -> dict[str, Any]:
    """What a correction puts in the coding's place."""
    event_type, _, mode = form.get("what", "").partition("/")
    return {
        "event_type": event_type,
        "event_mode": mode or None,
        "status": form.get("status") or "asserted",
        "actors": parties_of(form.get("actors", "")),
        "recipients": parties_of(form.get("recipients", "")),
        "place": form.get("place", "").strip()[:200] or None,
        "date": form.get("date", "").strip() or None,
    }


def parties_of(text: str) -> list[dict[str, str]]:
    """``Iran (IRN); rebels`` → names with their codes."""
    out = []
    for part in text.split(";")[:30]:
        words, bracket, code = part.strip().rpartition(" (")
        code = code.rstrip(")").strip().upper()
        if bracket and len(code) == 3 and code.isalpha():
            out.append({"text": words.strip()[:200], "code": code})
        elif part.strip():
            out.append({"text": part.strip()[:200], "code": ""})
    return out


def take_back(explorer: Explorer, reviewer: str, review_id: str) -> None:
    """Take back a decision of this reviewer.

    Raises:
        NotFound: there is none to take back.
    """
    mine = [r for r in kept.standing(_all(explorer)).values() if r.reviewer == reviewer]
    chosen = [r for r in mine if r.id == review_id] if review_id else sorted(mine, key=lambda r: r.id)[-1:]
    if not chosen:
        raise NotFound("There is no decision of yours to take back.")
    last = chosen[0]
    review = kept.new_review(reviewer, last.document_id, last.mention_id, "undo", undoes=last.id)
    explorer.db.keep(review)


def coded_of(m: EventMention) -> dict[str, Any]:
    """The coding as it stood when it was judged, in brief."""
    return {
        "event_type": m.event_type,
        "event_mode": m.event_mode,
        "status": m.status,
        "actors": [{"text": e.name, "code": e.country or ""} for e in m.actors],
        "recipients": [{"text": e.name, "code": e.country or ""} for e in m.recipients],
        "place": m.place.name if m.place else None,
        "date": m.date.start.isoformat() if m.date.start else None,
        "rule": m.rule,
    }


# --- reading --------------------------------------------------------------------------------------


def reviewer_of(request: Request) -> str:
    """The name that the reviewer gave, or nothing."""
    from urllib.parse import unquote

    return unquote(request.cookies.get(COOKIE, ""))[:80].strip()


def _all(explorer: Explorer) -> list[kept.Review]:
    return kept.all_reviews(explorer.db.cursor())


def _next(explorer: Explorer, wanted: Asked, order: str, mine: set[str], skip: int) -> dict[str, Any] | None:
    clause = events.condition(explorer.db, wanted.filter)
    chosen = (
        "true" if clause.sql == "true" else f"t.event_id IN (SELECT e.id FROM x.events e WHERE {clause.sql})"
    )
    return explorer.db.row(
        f"""SELECT m.id AS mention_id, m.document_id FROM event_mentions m
        JOIN documents d ON d.id = m.document_id
        WHERE m.id NOT IN (SELECT unnest($mine::VARCHAR[]))
          AND m.id IN (SELECT t.mention_id FROM x.members t WHERE {chosen})
        ORDER BY {ORDERS[order]} LIMIT 1 OFFSET {int(skip)}""",
        clause.parameters | {"mine": sorted(mine)},
    )


def _named(explorer: Explorer, mention_id: str) -> dict[str, Any]:
    row = explorer.db.row(
        "SELECT id AS mention_id, document_id FROM event_mentions WHERE id = $id LIMIT 1", {"id": mention_id}
    )
    if row is None:
        raise NotFound("The store holds no mention by that id.")
    return row


def _left(explorer: Explorer, wanted: Asked, mine: set[str]) -> int:
    """Mentions of the filter that the reviewer has not judged."""
    clause = events.condition(explorer.db, wanted.filter)
    chosen = (
        "" if clause.sql == "true" else f"AND t.event_id IN (SELECT e.id FROM x.events e WHERE {clause.sql})"
    )
    row = explorer.db.row(
        f"SELECT count(*) AS n FROM x.members t "
        f"WHERE t.mention_id NOT IN (SELECT unnest($mine::VARCHAR[])) {chosen}",
        clause.parameters | {"mine": sorted(mine)},
    )
    return int(row["n"]) if row else 0


def _shown(explorer: Explorer, head: Mapping[str, Any]) -> dict[str, Any] | None:
    record = explorer.db.store_record(head["document_id"])
    found = next((m for m in record.event_mentions if m.id == head["mention_id"]), None) if record else None
    return shown(record, found) if record and found else None


def _last(explorer: Explorer, reviewer: str) -> kept.Review | None:
    mine = [r for (who, _), r in kept.standing(_all(explorer)).items() if who == reviewer]
    return max(mine, key=lambda r: r.id, default=None)


def _modes() -> list[tuple[str, list[str]]]:
    from dragoman import ontology

    return [(t, [m for kind, m in ontology.modes() if kind == t]) for t in ontology.types()]


def _here(request: Request) -> str:
    """Where a form leads back to."""
    rest = [(k, v) for k, v in request.query_params.multi_items() if k != "mention"]
    return f"{request.url.path}?{urlencode(rest)}" if rest else request.url.path


def _back(form: Mapping[str, str]) -> str:
    """An address of this server only."""
    target = form.get("back", "")
    return target if target.startswith("/review") and "\\" not in target and "\n" not in target else "/review"
