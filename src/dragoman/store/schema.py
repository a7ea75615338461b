"""The tables of a store, as data.

The one list of columns gives both the SQL that makes a table and the Arrow schema in
which rows are handed to it, so the two cannot drift apart.  A change that an older
dragoman could not read raises ``SCHEMA_VERSION``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.store.columns import (
    COLUMNS_OF_ENTITY,
    ENTITY,
    ENTITY_FIELDS,
    HASHES,
    SPANS,
    TEXTS,
    Column,
    Table,
)
from dragoman.store.ingest_tables import INGEST_TABLES
from dragoman.store.story_tables import STORY_TABLES
from dragoman.store.views import MORE_VIEWS

SCHEMA_VERSION = 2

TABLES = (
    Table(
        "meta",
        "What this file is: schema_version and the dragoman that made it.",
        (Column("key", "VARCHAR", "", "PRIMARY KEY"), Column("value", "VARCHAR")),
    ),
    Table(
        "runs",
        "One row for each run that changed something, with everything needed to make its rows again.",
        (
            Column("id", "INTEGER", "1, 2, 3 … in order of time", "PRIMARY KEY"),
            Column("dragoman", "VARCHAR", "version of the package"),
            Column("knowledge", "VARCHAR", "version of the knowledge base"),
            Column("ontology", "VARCHAR", "versions of PLOVER and CAMEO"),
            Column("configuration", "VARCHAR", "hash over lexicon, trained model, parser and settings"),
            Column("started", "TIMESTAMP", "first rows written, in UTC"),
            Column("finished", "TIMESTAMP", "last rows written, in UTC"),
            Column("documents", "INTEGER", "documents that it added or replaced"),
        ),
    ),
    Table(
        "documents",
        "Reports as read, one row each.",
        (
            Column("id", "VARCHAR", "hash of what was read", "PRIMARY KEY"),
            Column("source_id", "VARCHAR", "the id that the source itself gave"),
            Column("title", "VARCHAR"),
            Column("published", "DATE"),
            Column("outlet", "VARCHAR"),
            Column("url", "VARCHAR"),
            Column("authors", TEXTS),
            Column("language", "VARCHAR", "ISO 639-1"),
            Column("place", "VARCHAR", "place of the dateline"),
            Column("text", "VARCHAR", "the body; all spans count characters of it"),
            Column("source_file", "VARCHAR"),
            Column("source_offset", "BIGINT", "row number or byte offset inside source_file"),
            Column("notes", TEXTS, "what the reader did about trouble"),
            Column("run", "INTEGER", "the run that coded it as it stands here"),
            Column("digest", "VARCHAR", "hash of the whole record: equal means nothing to write"),
        ),
    ),
    Table(
        "event_mentions",
        "One telling of one event in one document.",
        (
            Column("document_id", "VARCHAR"),
            Column("position", "INTEGER", "place in the record, from 0"),
            Column("id", "VARCHAR"),
            Column("event_type", "VARCHAR", "PLOVER type"),
            Column("event_mode", "VARCHAR", "PLOVER mode"),
            Column("contexts", TEXTS, "PLOVER contexts"),
            Column("cameo", "VARCHAR", "CAMEO code"),
            Column("quad_code", "TINYINT", "1 to 4"),
            Column("quad", "VARCHAR"),
            Column("plover_score", "DOUBLE", "-10 to +10"),
            Column("goldstein", "DOUBLE", "-10 to +10"),
            Column("status", "VARCHAR", "asserted, denied, future, hypothetical, historical or negated"),
            Column("confidence", "DOUBLE", "0 to 1"),
            Column("date_start", "DATE"),
            Column("date_end", "DATE"),
            Column("date_text", "VARCHAR", "the words that say when"),
            Column("date_basis", "VARCHAR", "text, published or unknown"),
            Column("place_name", "VARCHAR"),
            Column("place_country", "VARCHAR"),
            Column("place_admin1", "VARCHAR"),
            Column("latitude", "DOUBLE"),
            Column("longitude", "DOUBLE"),
            Column("geonames_id", "BIGINT"),
            Column("place_precision", "VARCHAR", "city, region, country or feature"),
            Column("place_start", "INTEGER"),
            Column("place_end", "INTEGER"),
            Column("killed", "BIGINT"),
            Column("injured", "BIGINT"),
            Column("size", "BIGINT", "people taking part"),
            Column("magnitude_spans", "STRUCT(name VARCHAR, start INTEGER, stop INTEGER)[]"),
            Column("field", "VARCHAR", "text or title: what the offsets count in"),
            Column("sentence", "VARCHAR"),
            Column("sentence_start", "INTEGER"),
            Column("sentence_end", "INTEGER"),
            Column("trigger_start", "INTEGER"),
            Column("trigger_end", "INTEGER"),
            Column("rule", "VARCHAR", "the lexicon line that made it"),
        ),
    ),
    Table(
        "mention_actors",
        "Who takes part in an event mention, and who reports it.",
        (
            Column("document_id", "VARCHAR"),
            Column("mention", "INTEGER", "position of the event mention in the document"),
            Column("role", "VARCHAR", "actor, recipient or attribution"),
            Column(
                "position", "INTEGER", "place in its list, from 0; attribution runs from speaker to outlet"
            ),
            *COLUMNS_OF_ENTITY,
        ),
    ),
    Table(
        "statements",
        "What a named speaker is quoted or reported as saying.",
        (
            Column("document_id", "VARCHAR"),
            Column("position", "INTEGER"),
            Column("id", "VARCHAR"),
            Column("text", "VARCHAR"),
            Column("kind", "VARCHAR", "direct, indirect, mixed or attitude"),
            Column("field", "VARCHAR"),
            Column("span_start", "INTEGER"),
            Column("span_end", "INTEGER"),
            Column("cue_start", "INTEGER", "the word of saying"),
            Column("cue_end", "INTEGER"),
            Column("speaker", ENTITY),
            Column("reported_by", f"{ENTITY}[]"),
            Column("about", TEXTS, "ids of the actors that it speaks of"),
        ),
    ),
    Table(
        "actors",
        "Everybody named in a document, with every place that names them.",
        (
            Column("document_id", "VARCHAR"),
            Column("position", "INTEGER"),
            Column("name", "VARCHAR"),
            Column("actor_id", "VARCHAR"),
            Column("country", "VARCHAR"),
            Column("sectors", TEXTS),
            Column("office", "VARCHAR"),
            Column("resolved_by", "VARCHAR"),
            Column("mentions", SPANS),
        ),
    ),
    Table(
        "relations",
        "A lasting tie between two actors, as a report states it.",
        (
            Column("document_id", "VARCHAR"),
            Column("position", "INTEGER"),
            Column("id", "VARCHAR"),
            Column(
                "kind",
                "VARCHAR",
                "backs, is backed by, is part of, operates, leads, hosts or is at war with",
            ),
            Column("subject", ENTITY),
            Column("object", ENTITY),
            Column("date_start", "DATE", "the report speaks of it as so on this day"),
            Column("date_end", "DATE"),
            Column("field", "VARCHAR", "text or title: what the offsets count in"),
            Column("span_start", "INTEGER", "the words that state the tie"),
            Column("span_end", "INTEGER"),
            Column("sentence", "VARCHAR"),
            Column("sentence_start", "INTEGER"),
        ),
    ),
    Table(
        "rejected",
        "Input that could not be read, one row each.",
        (
            Column("file", "VARCHAR"),
            Column("offset", "BIGINT", "row number or byte offset inside the file"),
            Column("reason", "VARCHAR"),
            Column("run", "INTEGER", "the run that met it; NULL where watch had coded nothing yet"),
            Column("at", "TIMESTAMP", "in UTC"),
        ),
    ),
    *INGEST_TABLES,
    *STORY_TABLES,
)
BY_NAME = {table.name: table for table in TABLES}
OF_A_DOCUMENT = ("event_mentions", "mention_actors", "statements", "actors", "relations")
"""Tables whose rows belong to a document and go when it is coded again."""


def _entities(role: str) -> str:
    """The entities of one role as flat cells, several joined by ";" in the same order."""
    columns = {
        "names": "name",
        "ids": "coalesce(actor_id, '')",
        "countries": "coalesce(country, '')",
        "sectors": "array_to_string(sectors, '+')",
    }
    columns["kinds" if role == "attribution" else "offices"] = (
        "coalesce(kind, '')" if role == "attribution" else "coalesce(office, '')"
    )
    return ",\n    ".join(
        f"nullif(string_agg({sql}, ';' ORDER BY position) FILTER (role = '{role}'), '') AS {role}_{name}"
        for name, sql in columns.items()
    )


def mentions_flat(mentions: str = "event_mentions", parties: str = "mention_actors") -> str:
    """SQL for the flat rows of ``mentions``, whose actors, recipients and sources are in ``parties``."""
    return f"""WITH parties AS (
  SELECT document_id, mention,
    {_entities("actor")},
    {_entities("recipient")},
    {_entities("attribution")}
  FROM {parties} GROUP BY document_id, mention
)
SELECT m.id AS mention_id, m.document_id, d.source_id, d.published, d.outlet, d.title, d.url,
  m.event_type, m.event_mode, nullif(array_to_string(m.contexts, ';'), '') AS contexts,
  m.cameo, m.quad_code, m.quad, m.plover_score, m.goldstein, m.status, m.confidence,
  p.actor_names, p.actor_ids, p.actor_countries, p.actor_sectors, p.actor_offices,
  p.recipient_names, p.recipient_ids, p.recipient_countries, p.recipient_sectors, p.recipient_offices,
  p.attribution_names, p.attribution_ids, p.attribution_countries, p.attribution_sectors,
  p.attribution_kinds,
  m.date_start, m.date_end, m.date_text, m.date_basis,
  m.place_name, m.place_country, m.place_admin1, m.latitude, m.longitude, m.geonames_id,
  m.place_precision, m.killed, m.injured, m.size,
  m.sentence, m.field, m.sentence_start, m.sentence_end, m.trigger_start, m.trigger_end, m.rule,
  r.dragoman, r.knowledge, r.ontology, r.configuration
FROM {mentions} m
JOIN documents d ON d.id = m.document_id
LEFT JOIN parties p ON p.document_id = m.document_id AND p.mention = m.position
LEFT JOIN runs r ON r.id = d.run"""


VIEWS = {
    "events_flat": f"""
CREATE OR REPLACE VIEW events_flat AS
{mentions_flat()}
ORDER BY d.published, m.document_id, m.position""",
    "statements_flat": """
CREATE OR REPLACE VIEW statements_flat AS
SELECT s.id AS statement_id, s.document_id, d.published, d.outlet, d.title, s.kind,
  s.speaker.name AS speaker, s.speaker.actor_id AS speaker_id, s.speaker.country AS speaker_country,
  s.speaker.office AS speaker_office,
  nullif(array_to_string(list_transform(s.reported_by, lambda e: e.name), ';'), '') AS reported_by,
  nullif(array_to_string(s.about, ';'), '') AS about, s.text, s.field, s.span_start, s.span_end
FROM statements s JOIN documents d ON d.id = s.document_id
ORDER BY d.published, s.document_id, s.position""",
    **MORE_VIEWS,
}


@cache
def arrow_schema(table: str) -> Any:
    """The Arrow schema in which rows of ``table`` are handed over."""
    import pyarrow as pa

    span = [("start", pa.int32()), ("stop", pa.int32())]
    simple = {
        "VARCHAR": pa.string(),
        "INTEGER": pa.int32(),
        "BIGINT": pa.int64(),
        "TINYINT": pa.int8(),
        "DOUBLE": pa.float64(),
        "DATE": pa.date32(),
        "BOOLEAN": pa.bool_(),
        "TIMESTAMP": pa.timestamp("us"),
        HASHES: pa.list_(pa.uint32()),
        TEXTS: pa.list_(pa.string()),
        SPANS: pa.list_(pa.struct(span)),
        "STRUCT(name VARCHAR, start INTEGER, stop INTEGER)[]": pa.list_(
            pa.struct([("name", pa.string()), *span])
        ),
    }
    entity = pa.struct([(name, simple[kind]) for name, kind in ENTITY_FIELDS])
    simple |= {ENTITY: entity, f"{ENTITY}[]": pa.list_(entity)}
    return pa.schema([(c.name, simple[c.type]) for c in BY_NAME[table].columns])
