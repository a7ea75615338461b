"""What people decided about codings: kept beside the record, never in its place.

``reviews`` is only ever added to.  A later decision of the same reviewer about the same mention
stands for the earlier one, and taking one back is a decision too.  The coder's own rows are not
touched; who wants the record as reviewed asks for it (:func:`reviewed`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import duckdb

from dragoman import ontology
from dragoman.records import (
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Field,
    Magnitude,
    Record,
    Span,
)
from dragoman.store.columns import Column, Table

Decision = Literal["confirm", "correct", "reject", "add", "undo"]
DECISIONS: tuple[str, ...] = get_args(Decision)
CORRECTABLE = ("event_type", "event_mode", "status", "actors", "recipients", "place", "date")
"""What a correction or an added mention may say; actors and recipients are lists of ``{text, code}``."""

REVIEWS = Table(
    "reviews",
    "Decisions of reviewers about codings, one row each; rows are added and never changed.",
    (
        Column("id", "VARCHAR", "in order of time", "PRIMARY KEY"),
        Column("at", "TIMESTAMP", "in UTC"),
        Column("reviewer", "VARCHAR"),
        Column("document_id", "VARCHAR"),
        Column("mention_id", "VARCHAR", "the mention, or for an added one its own new id"),
        Column("decision", "VARCHAR", "confirm, correct, reject, add or undo"),
        Column("undoes", "VARCHAR", "the id of the decision that an undo takes back"),
        Column("coded", "JSON", "the mention as it stood when it was judged"),
        Column("put", "JSON", "what a correction or an added mention says instead"),
        Column("note", "VARCHAR"),
    ),
)


class ReviewError(ValueError):
    """A decision that cannot be kept, such as a correction to a type that does not exist."""


@dataclass(frozen=True, slots=True)
class Review:
    """One decision; ``put`` holds keys of ``CORRECTABLE``, for an added one ``span`` and ``field`` too."""

    id: str
    at: dt.datetime
    reviewer: str
    document_id: str
    mention_id: str
    decision: str
    undoes: str | None = None
    coded: Mapping[str, Any] | None = None
    put: Mapping[str, Any] | None = None
    note: str | None = None


def make_table(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table where the store has none; it changes nothing for those who do not read it."""
    connection.execute(REVIEWS.ddl)


def new_review(
    reviewer: str,
    document_id: str,
    mention_id: str,
    decision: str,
    *,
    undoes: str | None = None,
    coded: Mapping[str, Any] | None = None,
    put: Mapping[str, Any] | None = None,
    note: str | None = None,
) -> Review:
    """A decision made now.

    Raises:
        ReviewError: the decision, or what is put, cannot be.
    """
    if not reviewer.strip():
        raise ReviewError("A decision needs the name of who makes it.")
    if decision not in DECISIONS:
        raise ReviewError(f"There is no decision {decision!r}; there are {', '.join(DECISIONS)}.")
    if decision in ("correct", "add"):
        check_put(put or {})
    elif put:
        raise ReviewError(f"A decision to {decision} puts nothing in the coding's place.")
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    key = f"{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
    return Review(
        key, now, reviewer.strip()[:80], document_id, mention_id, decision, undoes, coded, put, note or None
    )


def check_put(put: Mapping[str, Any]) -> None:
    """Raise ``ReviewError`` where a correction says what the ontology does not have."""
    event_type = put.get("event_type")
    if event_type not in ontology.types():
        raise ReviewError(f"There is no event type {event_type!r}.")
    mode = put.get("event_mode")
    if mode and (event_type, mode) not in ontology.modes():
        raise ReviewError(f"{event_type} has no mode {mode!r}.")
    if put.get("status", "asserted") not in ontology.statuses():
        raise ReviewError(f"There is no status {put.get('status')!r}.")
    if put.get("date"):
        try:
            dt.date.fromisoformat(str(put["date"]))
        except ValueError:
            raise ReviewError(f"{put['date']!r} is no date; write it like 2018-08-27.") from None


def add(connection: duckdb.DuckDBPyConnection, review: Review) -> None:
    """Keep a decision."""
    make_table(connection)
    cells = dataclasses.asdict(review)
    for name in ("coded", "put"):
        cells[name] = None if cells[name] is None else json.dumps(cells[name], ensure_ascii=False)
    names = [column.name for column in REVIEWS.columns]
    marks = ", ".join("?" for _ in names)
    connection.execute(f"INSERT INTO reviews VALUES ({marks})", [cells[name] for name in names])


def all_reviews(connection: duckdb.DuckDBPyConnection, document_id: str | None = None) -> list[Review]:
    """Every decision, those taken back included, in order of time."""
    known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reviews'").fetchall()
    if not known:
        return []
    condition = "WHERE document_id = $id" if document_id else ""
    found = connection.execute(
        f"SELECT * FROM reviews {condition} ORDER BY id", {"id": document_id} if document_id else {}
    )
    return [_review(row) for row in found.fetchall()]


def _review(row: tuple[Any, ...]) -> Review:
    cells = dict(zip((column.name for column in REVIEWS.columns), row, strict=True))
    for name in ("coded", "put"):
        cells[name] = None if cells[name] is None else json.loads(cells[name])
    return Review(**cells)


def standing(reviews: Iterable[Review]) -> dict[tuple[str, str], Review]:
    """The decision of each reviewer on each mention that stands: the last one not taken back."""
    kept = list(reviews)
    undone = {r.undoes for r in kept if r.decision == "undo"}
    return {
        (r.reviewer, r.mention_id): r
        for r in sorted(kept, key=lambda r: r.id)
        if r.decision != "undo" and r.id not in undone
    }


def latest(reviews: Iterable[Review]) -> dict[str, Review]:
    """The decision that holds for each mention: where reviewers differ, the latest."""
    last: dict[str, Review] = {}
    for (_, mention), review in standing(reviews).items():
        if mention not in last or last[mention].id < review.id:
            last[mention] = review
    return last


# --- the record as reviewed -----------------------------------------------------------------------


def reviewed(record: Record, reviews: Iterable[Review], *, reviewer: str | None = None) -> Record:
    """The record with what reviewers decided: rejected mentions gone, corrected changed, missed added.

    Where reviewers differ the latest decision holds, unless one ``reviewer`` is named.
    """
    held = latest(r for r in reviews if reviewer in (None, "", r.reviewer))
    last = {mention: r for mention, r in held.items() if r.document_id == record.document.id}
    mentions = []
    for mention in record.event_mentions:
        decision = last.pop(mention.id, None)
        if decision is None or decision.decision == "confirm":
            mentions.append(mention)
        elif decision.decision == "correct":
            mentions.append(corrected(record, mention, decision.put or {}))
    late = sorted(
        last.values(), key=lambda r: r.id
    )  # one that was added again stands where it was added last
    mentions += [added(record, r) for r in late if r.decision == "add"]
    return dataclasses.replace(record, event_mentions=tuple(mentions))


def corrected(record: Record, mention: EventMention, put: Mapping[str, Any]) -> EventMention:
    """The mention with what a reviewer put in place of its parts; what is not named stays."""
    event_type, mode = put["event_type"], put.get("event_mode") or None
    changed: dict[str, Any] = {"status": put.get("status", mention.status), "rule": "review"}
    if (event_type, mode) != (mention.event_type, mention.event_mode):
        changed |= _typed(event_type, mode)
    for side in ("actors", "recipients"):
        if side in put:
            changed[side] = tuple(_entity(record, getattr(mention, side), party) for party in put[side])
    if "place" in put and (put["place"] or None) != (mention.place.name if mention.place else None):
        changed["place"] = EventPlace(put["place"]) if put["place"] else None
    if "date" in put:
        day = dt.date.fromisoformat(put["date"]) if put["date"] else None
        if day != mention.date.start:
            changed["date"] = EventDate(day, day, None, "text" if day else "unknown")
    return dataclasses.replace(mention, **changed)


def added(record: Record, review: Review) -> EventMention:
    """The mention that a reviewer added."""
    put = review.put or {}
    field: Field = "title" if put.get("field") == "title" else "text"
    whole = (record.document.title or "") if field == "title" else record.document.text
    trigger = (int(put["span"][0]), int(put["span"][1]))
    start, end = sentence_around(whole, trigger)
    day = dt.date.fromisoformat(put["date"]) if put.get("date") else None
    return EventMention(
        id=review.mention_id,
        contexts=(),
        actors=tuple(_entity(record, (), p) for p in put.get("actors", ())),
        recipients=tuple(_entity(record, (), p) for p in put.get("recipients", ())),
        status=put.get("status", "asserted"),
        attribution=(),
        date=EventDate(day, day, None, "text" if day else "unknown"),
        place=EventPlace(put["place"]) if put.get("place") else None,
        magnitude=Magnitude(),
        evidence=Evidence(field, whole[start:end], start, end, trigger),
        confidence=1.0,
        rule="review",
        **_typed(put["event_type"], put.get("event_mode") or None),
    )


_SENTENCE_ENDS = ("\n", ". ", "? ", "! ")


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or at least the line, that holds ``span``."""
    before = [(at, mark) for mark in _SENTENCE_ENDS if (at := text.rfind(mark, 0, span[0])) >= 0]
    behind = [at + (mark != "\n") for mark in _SENTENCE_ENDS if (at := text.find(mark, span[1])) >= 0]
    return max((at + len(mark) for at, mark in before), default=0), min(behind, default=len(text))


def _typed(event_type: str, mode: str | None) -> dict[str, Any]:
    """The cells that follow from a type and a mode."""
    kind = ontology.types()[event_type]
    cameo = ontology.default_cameo(event_type)
    return {
        "event_type": event_type,
        "event_mode": mode,
        "cameo": cameo,
        "quad_code": kind.quad_code,
        "quad": kind.quad,
        "plover_score": ontology.plover_score(event_type, mode),
        "goldstein": ontology.goldstein(cameo),
    }


def _entity(record: Record, coded: Iterable[Entity], party: Mapping[str, str]) -> Entity:
    """The entity that a reviewer means: one of the mention, or of the report, or a new name."""
    name, code = party.get("text", "").strip(), (party.get("code") or "").strip() or None
    for entity in coded:
        if entity.name == name and (code is None or entity.country == code):
            return entity
    for actor in record.actors:
        if actor.name == name and (code is None or actor.country == code):
            return Entity(actor.name, actor.actor_id, actor.country, actor.sectors, actor.office)
    return Entity(name, None, code, resolved_by="review")


# --- gold and agreement ---------------------------------------------------------------------------


def gold(
    records: Iterable[Record], reviews: Iterable[Review], reviewer: str | None = None
) -> Iterator[dict[str, Any]]:
    """Rows of a gold set for ``dragoman eval``: the reports of which every mention has been judged."""
    kept = list(reviews)
    by_document: dict[str, set[str]] = {}
    for (who, mention), review in standing(kept).items():
        if reviewer in (None, who):
            by_document.setdefault(review.document_id, set()).add(mention)
    for record in records:
        judged = by_document.get(record.document.id)
        if judged is None or any(m.id not in judged for m in record.event_mentions):
            continue
        yield _gold_row(reviewed(record, kept, reviewer=reviewer))


def _gold_row(record: Record) -> dict[str, Any]:
    d = record.document
    return {
        "id": d.id,
        "split": "dev",
        "lang": d.language or "en",
        "date": d.published.isoformat() if d.published else None,
        "title": d.title,
        "text": d.text,
        "outlet": d.outlet,
        "events": [_gold_event(m) for m in record.event_mentions],
    }


def _gold_event(m: EventMention) -> dict[str, Any]:
    return {
        "source": [_side(e) for e in m.actors],
        "target": [_side(e) for e in m.recipients],
        "plover_root": m.event_type,
        "mode": m.event_mode,
        "status": m.status,
        "place": m.place.name if m.place else None,
        "event_date": m.date.start.isoformat() if m.date.start and m.date.basis == "text" else None,
        "attribution": [e.name for e in m.attribution],
        "evidence": m.evidence.text,
        "symmetric": len(m.actors) > 1 and not m.recipients,
        "killed": m.magnitude.killed,
        "injured": m.magnitude.injured,
        "size": m.magnitude.size,
    }


def _side(e: Entity) -> dict[str, str]:
    return {"text": e.name, "code": e.country or "", "sector": e.sectors[0] if e.sectors else ""}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the mentions that both have judged.

    ``verdict`` compares right (confirmed) with wrong (corrected or rejected); ``type`` compares the event
    types that they end with, "none" where rejected.  Kappa is None where chance alone explains everything.
    """

    first: str
    second: str
    judged: int
    same_verdict: int
    same_type: int
    kappa_verdict: float | None
    kappa_type: float | None


def agreements_of_reviewers(reviews: Iterable[Review]) -> list[Agreement]:
    """Every two reviewers who judged some of the same mentions."""
    by_reviewer: dict[str, dict[str, Review]] = {}
    for (who, mention), review in standing(reviews).items():
        if review.decision != "add":
            by_reviewer.setdefault(who, {})[mention] = review
    names = sorted(by_reviewer)
    out = []
    for n, first in enumerate(names):
        for second in names[n + 1 :]:
            both = sorted(by_reviewer[first].keys() & by_reviewer[second].keys())
            if both:
                out.append(
                    _agreement(first, second, [(by_reviewer[first][m], by_reviewer[second][m]) for m in both])
                )
    return out


def _agreement(first: str, second: str, judged: list[tuple[Review, Review]]) -> Agreement:
    verdicts = [(a.decision == "confirm", b.decision == "confirm") for a, b in judged]
    kinds = [(_final_type(a), _final_type(b)) for a, b in judged]
    return Agreement(
        first,
        second,
        len(judged),
        sum(a == b for a, b in verdicts),
        sum(a == b for a, b in kinds),
        kappa(verdicts),
        kappa(kinds),
    )


def _final_type(review: Review) -> str:
    if review.decision == "reject":
        return "none"
    source = review.put if review.decision == "correct" else review.coded
    return str((source or {}).get("event_type", "?"))


def kappa(pairs: Iterable[tuple[Any, Any]]) -> float | None:
    """Cohen's kappa of two raters' labels, -1 to 1; None where only one label occurs at all."""
    rated = list(pairs)
    if not rated:
        return None
    n = len(rated)
    observed = sum(a == b for a, b in rated) / n
    labels = {label for pair in rated for label in pair}
    chance = sum(
        sum(a == label for a, _ in rated) / n * sum(b == label for _, b in rated) / n for label in labels
    )
    return None if chance == 1 else (observed - chance) / (1 - chance)
