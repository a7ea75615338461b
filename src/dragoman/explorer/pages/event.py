"""An event: all its tellings side by side; a mention, and why it was coded so."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.explorer import events, reports
from dragoman.explorer.database import Database
from dragoman.explorer.errors import NotFound
from dragoman.explorer.marks import marks_of, paragraph, pieces
from dragoman.explorer.pages.common import page
from dragoman.explorer.state import explorer_of
from dragoman.explorer.why import steps_of
from dragoman.records import Document, EventMention, Record

_MOST = 60
"""Tellings that are shown in full; the rest are listed."""


def event(request: Request) -> Response:
    """The page at ``/events/ID``."""
    explorer = explorer_of(request)
    event_id = request.path_params["event_id"]
    db = events.holding(explorer.db, event_id)
    found = events.by_id(db, event_id)
    if found is None:
        raise NotFound("The store holds no event by that id. It may have been coded anew since.")
    heads = reports.tellings(db, event_id)
    tellings = [t for t in (telling(db, head) for head in heads[:_MOST]) if t is not None]
    return page(
        request,
        "event.html",
        event=found,
        tellings=tellings,
        more=heads[_MOST:],
        voices=_voices(tellings),
    )


def telling(db: Database, head: dict[str, Any]) -> dict[str, Any] | None:
    """One mention with its report, its paragraph cut into marked pieces."""
    record = db.store_record(head["document_id"])
    if record is None:
        return None
    found = next((m for m in record.event_mentions if m.id == head["mention_id"]), None)
    return None if found is None else shown(record, found)


def shown(record: Record, mention: EventMention) -> dict[str, Any]:
    """What a template needs to show a mention in its paragraph."""
    field = mention.evidence.field
    text = (record.document.title or "") if field == "title" else record.document.text
    start, end = paragraph(text, (mention.evidence.start, mention.evidence.end))
    marks = marks_of(mention, text)
    e = mention.evidence
    return {
        "mention": mention,
        "document": record.document,
        "before": text[start : e.start],
        "sentence": pieces(text, marks, e.start, e.end),
        "before_pieces": pieces(text, [m for m in marks if m.role != "action"], start, e.start),
        "behind_pieces": pieces(text, [m for m in marks if m.role != "action"], e.end, end),
        "cut_before": start > 0 and text[start - 1] != "\n",
        "coder": record.coder,
    }


def _voices(tellings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who says so and who denies it: each source with what it says."""
    voices: dict[str, dict[str, Any]] = {}
    for t in tellings:
        mention = t["mention"]
        names = [e.name for e in mention.attribution] or [t["document"].outlet or "the report itself"]
        voice = voices.setdefault(
            names[0], {"name": names[0], "through": set(), "statuses": {}, "numbers": set()}
        )
        voice["through"].update(names[1:])
        voice["statuses"][mention.status] = voice["statuses"].get(mention.status, 0) + 1
        for kind in ("killed", "injured", "size"):
            value = getattr(mention.magnitude, kind)
            if value is not None:
                voice["numbers"].add(f"{kind} {value:,}")
    return sorted(voices.values(), key=lambda v: (-sum(v["statuses"].values()), v["name"]))


def mention(request: Request) -> Response:
    """Lead from a mention's id to its event, at the mention."""
    explorer = explorer_of(request)
    mention_id = request.path_params["mention_id"]
    event_id = reports.event_of(explorer.db, mention_id)
    if event_id is None:
        raise NotFound("The store holds no mention by that id.")
    return RedirectResponse(f"/events/{event_id}#m-{mention_id}", 303)


def why(request: Request) -> Response:
    """Every step of the coding of the sentence of a mention, done again."""
    explorer = explorer_of(request)
    mention_id = request.path_params["mention_id"]
    row = explorer.db.row("SELECT document_id FROM event_mentions WHERE id = $id LIMIT 1", {"id": mention_id})
    record = explorer.db.store_record(row["document_id"]) if row else None
    found = next((m for m in record.event_mentions if m.id == mention_id), None) if record else None
    if record is None or found is None:
        raise NotFound("The store holds no mention by that id.")
    return page(
        request,
        "why.html",
        telling=shown(record, found),
        document=record.document,
        coder=record.coder,
        now=explorer.coder().version,
        steps=steps_of(explorer.coder(), _near(record.document, found), found),
    )


def _near(document: Document, mention: EventMention, *, most: int = 20_000) -> Document:
    """The document, or where it is very long the part of it that the mention stands in."""
    if len(document.text) <= most or mention.evidence.field == "title":
        return document
    import dataclasses

    end = min(len(document.text), mention.evidence.end + most // 2)
    return dataclasses.replace(document, text=document.text[:end])
