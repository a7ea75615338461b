"""One event mention as one flat row: the columns of CSV, of Parquet and of the view ``events_flat``.

Where a mention has several actors their names stand in one cell, joined by ``;``, and
their ids, countries, sectors and offices in the same order in theirs; what is unknown of
one of several leaves its place empty, and an actor's own sectors are joined by ``+``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.records import Entity, EventMention, Record

Kind = Literal["text", "integer", "number", "date"]


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """A column: its name, type and meaning, and how it is had from a record and a mention."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Record, EventMention], Any]


def flat_rows(record: Record) -> Iterator[dict[str, Any]]:
    """A row for each event mention of the record."""
    for mention in record.event_mentions:
        yield {column.name: column.value(record, mention) for column in COLUMNS}


def _joined(values: Iterable[str | None]) -> str | None:
    """Values joined by ";", an unknown one as nothing; None where all are unknown."""
    return ";".join(v or "" for v in values) or None


def _of_mention(name: str, kind: Kind, meaning: str) -> FlatColumn:
    return FlatColumn(name, kind, meaning, lambda r, m: getattr(m, name))


def _of_document(name: str, kind: Kind, meaning: str) -> FlatColumn:
    return FlatColumn(name, kind, meaning, lambda r, m: getattr(r.document, name))


def _of_date(name: str, kind: Kind, meaning: str) -> FlatColumn:
    return FlatColumn(f"date_{name}", kind, meaning, lambda r, m: getattr(m.date, name))


def _of_place(column: str, kind: Kind, meaning: str) -> FlatColumn:
    name = column.removeprefix("place_")
    return FlatColumn(column, kind, meaning, lambda r, m: getattr(m.place, name) if m.place else None)


def _of_magnitude(name: str, meaning: str) -> FlatColumn:
    return FlatColumn(name, "integer", meaning, lambda r, m: getattr(m.magnitude, name))


def _of_coder(name: str, meaning: str) -> FlatColumn:
    return FlatColumn(name, "text", meaning, lambda r, m: getattr(r.coder, name))


def _of_entities(
    role: str, field: str, cell: Callable[[Entity], str | None], *extra: str
) -> tuple[FlatColumn, ...]:
    def column(name: str, meaning: str, value: Callable[[Entity], str | None]) -> FlatColumn:
        return FlatColumn(
            f"{role}_{name}", "text", meaning, lambda r, m: _joined(value(e) for e in getattr(m, field))
        )

    return (
        column("names", f"names, one for each {role}", lambda e: e.name),
        column("ids", "their ids in the knowledge base", lambda e: e.actor_id),
        column("countries", "their countries (ISO 3166 alpha-3, or PLOVER's codes)", lambda e: e.country),
        column("sectors", "their PLOVER sectors, an entity's own joined by +", lambda e: "+".join(e.sectors)),
        column(extra[0], extra[1], cell),
    )


COLUMNS: tuple[FlatColumn, ...] = (
    FlatColumn("mention_id", "text", "id of the event mention", lambda r, m: m.id),
    FlatColumn(
        "document_id", "text", "id of the report: a hash of what was read", lambda r, m: r.document.id
    ),
    _of_document("source_id", "text", "the id that the source itself gave"),
    _of_document("published", "date", "date of the report"),
    _of_document("outlet", "text", "paper, broadcaster or agency"),
    _of_document("title", "text", "headline"),
    _of_document("url", "text", "address"),
    _of_mention("event_type", "text", "PLOVER type"),
    _of_mention("event_mode", "text", "PLOVER mode"),
    FlatColumn("contexts", "text", "PLOVER contexts, joined by ;", lambda r, m: _joined(m.contexts)),
    _of_mention("cameo", "text", "CAMEO code; text, since its leading zero counts"),
    _of_mention("quad_code", "integer", "quad class, 1 to 4"),
    _of_mention("quad", "text", "quad class in words"),
    _of_mention("plover_score", "number", "PLOVER conflict–cooperation score, -10 to +10"),
    _of_mention("goldstein", "number", "Goldstein score of the CAMEO code, -10 to +10"),
    _of_mention("status", "text", "asserted, denied, future, hypothetical, historical or negated"),
    _of_mention("confidence", "number", "0 to 1"),
    *_of_entities("actor", "actors", lambda e: e.office, "offices", "offices that they hold on the day"),
    *_of_entities(
        "recipient", "recipients", lambda e: e.office, "offices", "offices that they hold on the day"
    ),
    *_of_entities(
        "attribution",
        "attribution",
        lambda e: e.kind,
        "kinds",
        "speaker, document, agency, outlet or anonymous",
    ),
    _of_date("start", "date", "first day of the event"),
    _of_date("end", "date", "last day of the event"),
    _of_date("text", "text", "the words that say when"),
    _of_date("basis", "text", "text, published or unknown: what the days rest on"),
    _of_place("place_name", "text", "where"),
    _of_place("place_country", "text", "its country"),
    _of_place("place_admin1", "text", "its first-level region"),
    _of_place("latitude", "number", "degrees, WGS 84"),
    _of_place("longitude", "number", "degrees, WGS 84"),
    _of_place("geonames_id", "integer", "its GeoNames entry"),
    _of_place("place_precision", "text", "city, region, country or feature"),
    _of_magnitude("killed", "people killed, as the report gives them"),
    _of_magnitude("injured", "people injured"),
    _of_magnitude("size", "people taking part"),
    FlatColumn("sentence", "text", "the sentence that it was coded from", lambda r, m: m.evidence.text),
    FlatColumn("field", "text", "text or title: what the offsets count in", lambda r, m: m.evidence.field),
    FlatColumn("sentence_start", "integer", "offset in characters", lambda r, m: m.evidence.start),
    FlatColumn("sentence_end", "integer", "offset in characters, exclusive", lambda r, m: m.evidence.end),
    FlatColumn(
        "trigger_start", "integer", "offset of the word that reports it", lambda r, m: m.evidence.trigger[0]
    ),
    FlatColumn("trigger_end", "integer", "its end, exclusive", lambda r, m: m.evidence.trigger[1]),
    _of_mention("rule", "text", "the lexicon line that made it"),
    _of_coder("dragoman", "version of the coder"),
    _of_coder("knowledge", "version of the knowledge base"),
    _of_coder("ontology", "version of the ontology"),
    _of_coder("configuration", "hash over lexicon, model and settings"),
)
