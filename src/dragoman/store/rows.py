"""Record ↔ rows of the tables, without loss in either direction."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.records import (
    Actor,
    CoderVersion,
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
    Relation,
    Span,
    Statement,
)

Row = dict[str, Any]
_ROLES = (("actor", "actors"), ("recipient", "recipients"), ("attribution", "attribution"))


def digest_of(record: Record) -> str:
    """A hash over everything in the record, its coder's versions included."""
    return hashlib.sha256(record.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:32]


def rows_of(record: Record, run: int, digest: str) -> dict[str, list[Row]]:
    """The rows of all tables that hold ``record``."""
    document = record.document
    key = document.id
    rows: dict[str, list[Row]] = {
        "documents": [_document_row(document, run, digest)],
        "event_mentions": [_mention_row(key, n, m) for n, m in enumerate(record.event_mentions)],
        "mention_actors": [],
        "statements": [_statement_row(key, n, s) for n, s in enumerate(record.statements)],
        "actors": [_actor_row(key, n, a) for n, a in enumerate(record.actors)],
        "relations": [_relation_row(key, n, r) for n, r in enumerate(record.relations)],
    }
    for n, mention in enumerate(record.event_mentions):
        for role, name in _ROLES:
            for position, entity in enumerate(getattr(mention, name)):
                head = {"document_id": key, "mention": n, "role": role, "position": position}
                rows["mention_actors"].append(head | entity_row(entity))
    return rows


def record_of(document: Row, tables: Mapping[str, Sequence[Row]], run: Row) -> Record:
    """The record that the rows of one document make; rows in the order of their positions."""
    parties = tables["mention_actors"]
    return Record(
        _document(document),
        tuple(
            _mention(m, [p for p in parties if p["mention"] == m["position"]])
            for m in tables["event_mentions"]
        ),
        tuple(_statement(s) for s in tables["statements"]),
        tuple(_actor(a) for a in tables["actors"]),
        CoderVersion(run["dragoman"], run["knowledge"], run["ontology"], run["configuration"]),
        tuple(_relation(r) for r in tables["relations"]),
    )


# --- records → rows ---------------------------------------------------------------------------


def _document_row(d: Document, run: int, digest: str) -> Row:
    row = {f.name: getattr(d, f.name) for f in dataclasses.fields(d)}
    return row | {"authors": list(d.authors), "notes": list(d.notes), "run": run, "digest": digest}


def _mention_row(key: str, position: int, m: EventMention) -> Row:
    place = m.place or EventPlace("")
    evidence = m.evidence
    return {
        "document_id": key,
        "position": position,
        "id": m.id,
        "event_type": m.event_type,
        "event_mode": m.event_mode,
        "contexts": list(m.contexts),
        "cameo": m.cameo,
        "quad_code": m.quad_code,
        "quad": m.quad,
        "plover_score": m.plover_score,
        "goldstein": m.goldstein,
        "status": m.status,
        "confidence": m.confidence,
        "date_start": m.date.start,
        "date_end": m.date.end,
        "date_text": m.date.text,
        "date_basis": m.date.basis,
        "place_name": m.place.name if m.place else None,
        "place_country": place.country,
        "place_admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
        "place_precision": place.precision,
        **_span_cells("place", place.span),
        "killed": m.magnitude.killed,
        "injured": m.magnitude.injured,
        "size": m.magnitude.size,
        "magnitude_spans": [{"name": n, "start": a, "stop": b} for n, (a, b) in m.magnitude.spans],
        "field": evidence.field,
        "sentence": evidence.text,
        "sentence_start": evidence.start,
        "sentence_end": evidence.end,
        **_span_cells("trigger", evidence.trigger),
        "rule": m.rule,
    }


def entity_row(e: Entity) -> Row:
    """The cells of an entity, as a struct or as columns."""
    return {
        "name": e.name,
        "actor_id": e.actor_id,
        "country": e.country,
        "sectors": list(e.sectors),
        "office": e.office,
        **_span_cells("span", e.span),
        "resolved_by": e.resolved_by,
        "kind": e.kind,
        "candidates": list(e.candidates),
    }


def _statement_row(key: str, position: int, s: Statement) -> Row:
    return {
        "document_id": key,
        "position": position,
        "id": s.id,
        "text": s.text,
        "kind": s.kind,
        "field": s.field,
        **_span_cells("span", s.span),
        **_span_cells("cue", s.cue),
        "speaker": entity_row(s.speaker),
        "reported_by": [entity_row(e) for e in s.reported_by],
        "about": list(s.about),
    }


def _actor_row(key: str, position: int, a: Actor) -> Row:
    return {
        "document_id": key,
        "position": position,
        "name": a.name,
        "actor_id": a.actor_id,
        "country": a.country,
        "sectors": list(a.sectors),
        "office": a.office,
        "resolved_by": a.resolved_by,
        "mentions": [{"start": start, "stop": stop} for start, stop in a.mentions],
    }


def _relation_row(key: str, position: int, r: Relation) -> Row:
    return {
        "document_id": key,
        "position": position,
        "id": r.id,
        "kind": r.kind,
        "subject": entity_row(r.subject),
        "object": entity_row(r.object),
        "date_start": r.start,
        "date_end": r.end,
        "field": r.field,
        **_span_cells("span", r.span),
        "sentence": r.sentence,
        "sentence_start": r.sentence_start,
    }


def _span_cells(name: str, span: Span | None) -> Row:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


# --- rows → records ---------------------------------------------------------------------------


def _document(row: Row) -> Document:
    cells = {f.name: row[f.name] for f in dataclasses.fields(Document)}
    return Document(**cells | {"authors": tuple(row["authors"]), "notes": tuple(row["notes"])})


def _mention(row: Row, parties: Iterable[Row]) -> EventMention:
    by_role: dict[str, list[Entity]] = {role: [] for role, _ in _ROLES}
    for party in parties:
        by_role[party["role"]].append(_entity(party))
    return EventMention(
        id=row["id"],
        event_type=row["event_type"],
        event_mode=row["event_mode"],
        contexts=tuple(row["contexts"]),
        cameo=row["cameo"],
        quad_code=row["quad_code"],
        quad=row["quad"],
        plover_score=row["plover_score"],
        goldstein=row["goldstein"],
        actors=tuple(by_role["actor"]),
        recipients=tuple(by_role["recipient"]),
        status=row["status"],
        attribution=tuple(by_role["attribution"]),
        date=EventDate(row["date_start"], row["date_end"], row["date_text"], row["date_basis"]),
        place=_place(row),
        magnitude=Magnitude(
            row["killed"],
            row["injured"],
            row["size"],
            tuple((s["name"], (s["start"], s["stop"])) for s in row["magnitude_spans"]),
        ),
        evidence=Evidence(
            row["field"],
            row["sentence"],
            row["sentence_start"],
            row["sentence_end"],
            (row["trigger_start"], row["trigger_end"]),
        ),
        confidence=row["confidence"],
        rule=row["rule"],
    )


def _place(row: Row) -> EventPlace | None:
    if row["place_name"] is None:
        return None
    return EventPlace(
        row["place_name"],
        row["place_country"],
        row["place_admin1"],
        row["latitude"],
        row["longitude"],
        row["geonames_id"],
        _span(row, "place"),
        row["place_precision"],
    )


def _entity(row: Row) -> Entity:
    return Entity(
        row["name"],
        row["actor_id"],
        row["country"],
        tuple(row["sectors"]),
        row["office"],
        _span(row, "span"),
        row["resolved_by"],
        row["kind"],
        tuple(row["candidates"]),
    )


def _statement(row: Row) -> Statement:
    return Statement(
        row["id"],
        row["text"],
        row["kind"],
        (row["span_start"], row["span_end"]),
        _entity(row["speaker"]),
        tuple(_entity(e) for e in row["reported_by"]),
        tuple(row["about"]),
        _span(row, "cue"),
        row["field"],
    )


def _actor(row: Row) -> Actor:
    return Actor(
        row["name"],
        row["actor_id"],
        row["country"],
        tuple(row["sectors"]),
        row["office"],
        tuple((s["start"], s["stop"]) for s in row["mentions"]),
        row["resolved_by"],
    )


def _relation(row: Row) -> Relation:
    return Relation(
        row["id"],
        row["kind"],
        _entity(row["subject"]),
        _entity(row["object"]),
        row["date_start"],
        row["date_end"],
        row["field"],
        (row["span_start"], row["span_end"]),
        row["sentence"],
        row["sentence_start"],
    )


def _span(row: Row, name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else (start, row[f"{name}_end"])
