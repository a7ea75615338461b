"""What is exported: mentions or events with their parties, streamed from a store in order of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from dragoman.store import Store
from dragoman.store.filters import EVENTS, MENTIONS, Filter, Target, where

BATCH = 2000
"""Rows fetched at a time."""
SLICE = 20_000
"""Mentions or events of which DuckDB holds everything at a time."""
Party = dict[str, Any]
"""``name``, ``actor_id``, ``country``, ``sectors`` (a list) and ``office``."""


@dataclass(frozen=True, slots=True)
class Item:
    """One mention or one event: its row in the store, and who takes part."""

    id: str
    row: dict[str, Any]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reported: dt.date | None
    """Day of the report, or of the first one."""

    @property
    def day(self) -> dt.date | None:
        """The first day of it, else the day of its report."""
        found: dt.date | None = self.row["date_start"] or self.row["date_end"] or self.reported
        return found

    def number(self, low: str) -> Any:
        """A magnitude such as ``killed``: an event's lowest count, a mention's only one."""
        return self.row[low] if low in self.row else self.row[f"{low}_min"]

    def dyads(self) -> list[tuple[Party | None, Party | None]]:
        """Every actor with every recipient.

        Those who do something together, with no recipient, make a pair in each direction, as
        CAMEO codes reciprocal acts; a lone actor has nobody across from it.
        """
        if self.actors and self.recipients:
            found: list[tuple[Party | None, Party | None]]
            found = [(a, r) for a in self.actors for r in self.recipients if not _same(a, r)]
            return found or [(self.actors[0], self.recipients[0])]
        if len(self.actors) > 1:
            return [(a, b) for a in self.actors for b in self.actors if not _same(a, b)]
        return [(self.actors[0] if self.actors else None, self.recipients[0] if self.recipients else None)]


def _same(a: Party, b: Party) -> bool:
    return a is b or (a["actor_id"] is not None and a["actor_id"] == b["actor_id"])


def target_of(events: bool) -> Target:
    """What a filter is applied to."""
    return EVENTS if events else MENTIONS


def count(store: Store, asked: Filter, events: bool) -> int:
    """How many mentions or events are asked for."""
    target = target_of(events)
    clause = where(asked, target)
    found = store.connection.execute(
        f"SELECT count(*) FROM {target.source} WHERE {clause.sql}", clause.parameters
    ).fetchone()
    return int(found[0]) if found else 0


def items(store: Store, asked: Filter, events: bool) -> Iterator[Item]:
    """What is asked for, oldest first, in an order that does not depend on how it was stored."""
    target = target_of(events)
    sql = _EVENTS if events else _MENTIONS
    # a cursor of its own: other questions may be asked while this one is read
    cursor = store.cursor()
    for source, condition in slices(cursor, asked, target):
        cursor.execute(sql.format(source=source, where=condition, day=target.first_day))
        names = [column[0] for column in cursor.description]
        while rows := cursor.fetchmany(BATCH):
            for row in rows:
                yield _item(dict(zip(names, row, strict=True)))


def slices(cursor: DuckDBPyConnection, asked: Filter, target: Target) -> Iterator[tuple[str, str]]:
    """What is asked for in parts that fit in memory, oldest first: a source for FROM, and a condition.

    Only keys and their order are held for all of it, as the temporary table ``picked`` of the cursor.
    """
    clause = where(asked, target)
    a = target.alias
    keys = ("id",) if a == "e" else ("document_id", "position")
    listed = ", ".join(f"{a}.{key}" for key in keys)
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE picked AS SELECT row_number() OVER (ORDER BY {target.first_day} "
        f"NULLS LAST, {listed}) AS rank, {listed} FROM {target.source} WHERE {clause.sql}",
        clause.parameters,
    )
    ((total,),) = cursor.execute("SELECT count(*) FROM picked").fetchall()
    joined = " AND ".join(f"k.{key} = {a}.{key}" for key in keys)
    for first in range(0, total, SLICE):
        source = f"{target.source} JOIN picked k ON {joined}"
        yield source, f"k.rank > {first} AND k.rank <= {first + SLICE}"


def _item(row: dict[str, Any]) -> Item:
    parties = row.pop("parties") or []
    by_role = {role: tuple(p for p in parties if p["role"] == role) for role in ("actor", "recipient")}
    return Item(row["id"], row, by_role["actor"], by_role["recipient"], row["reported"])


_PARTY = (
    "{{role: p.role, name: p.name, actor_id: p.actor_id, country: p.country, "
    "sectors: p.sectors, office: p.office}}"
)
_MENTIONS = (
    """WITH chosen AS MATERIALIZED (
  SELECT m.*, d.published AS reported, d.outlet, d.url, d.title, d.source_id, d.language,
    length(d.text) AS n_characters, {day} AS day FROM {source} WHERE {where}
), who AS (
  SELECT p.document_id, p.mention, list("""
    + _PARTY
    + """ ORDER BY p.role, p.position) AS parties,
    list(p.name ORDER BY p.position) FILTER (p.role = 'attribution') AS sources
  FROM mention_actors p SEMI JOIN chosen c ON p.document_id = c.document_id AND p.mention = c.position
  GROUP BY ALL
)
SELECT c.*, w.parties, w.sources, 1 AS n_mentions, 1 AS n_documents, 1 AS n_outlets
FROM chosen c LEFT JOIN who w ON w.document_id = c.document_id AND w.mention = c.position
ORDER BY c.day NULLS LAST, c.document_id, c.position"""
)
_EVENTS = (
    """WITH chosen AS MATERIALIZED (
  SELECT e.*, e.first_reported AS reported, {day} AS day FROM {source} WHERE {where}
), who AS (
  SELECT p.event_id, list("""
    + _PARTY
    + """ ORDER BY p.role, p.position) AS parties
  FROM event_actors p SEMI JOIN chosen c ON p.event_id = c.id GROUP BY ALL
), told AS (
  SELECT t.event_id, arg_min(d, coalesce(d.published, DATE '9999-12-31')) AS d
  FROM event_members t SEMI JOIN chosen c ON t.event_id = c.id
  JOIN (SELECT id, published, outlet, url, title, source_id, language FROM documents ORDER BY id) d
    ON d.id = t.document_id GROUP BY ALL
)
SELECT c.*, w.parties, c.asserted_by AS sources, told.d.id AS document_id, told.d.outlet AS outlet,
  told.d.url AS url, told.d.title AS title, told.d.source_id AS source_id, told.d.language AS language
FROM chosen c LEFT JOIN who w ON w.event_id = c.id LEFT JOIN told ON told.event_id = c.id
ORDER BY c.day NULLS LAST, c.id"""
)
