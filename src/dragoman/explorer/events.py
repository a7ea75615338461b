"""Events as the pages and the API show them: filtered, sorted, counted, with their parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.explorer.database import Database, Row
from dragoman.store.filters import EVENTS, MENTIONS, Clause, Filter, where

DAY = "coalesce(e.date_start, e.first_reported, DATE '0001-01-01')"
"""The day by which events are put in order; it is never NULL."""


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort: an expression that is never NULL, and its usual direction."""

    sql: str
    type: str
    meaning: str
    down: bool = True


ORDERS = {
    "date": Order(DAY, "DATE", "day of the event"),
    "reported": Order("coalesce(e.last_reported, DATE '0001-01-01')", "DATE", "day of the last report"),
    "mentions": Order("e.n_mentions", "BIGINT", "number of tellings"),
    "outlets": Order("e.n_outlets", "BIGINT", "number of outlets"),
    "confidence": Order("e.confidence", "DOUBLE", "confidence"),
    "score": Order("coalesce(e.plover_score, 0)", "DOUBLE", "PLOVER score", down=False),
    "killed": Order("coalesce(e.killed_max, -1)", "BIGINT", "most killed"),
    "type": Order("e.event_type", "VARCHAR", "event type", down=False),
    "status": Order("e.status", "VARCHAR", "status", down=False),
    "place": Order("coalesce(e.place_name, '~')", "VARCHAR", "name of the place", down=False),
}
"""The orders there are, by name; ``-date`` is the newest first."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order with its direction."""

    name: str = "date"
    down: bool = True

    @property
    def key(self) -> str:
        """As it stands in an address: ``-date``."""
        return f"-{self.name}" if self.down else self.name

    @property
    def sql(self) -> str:
        """What stands behind ORDER BY."""
        return f"{ORDERS[self.name].sql} {'DESC' if self.down else 'ASC'}, e.id"

    def after(self) -> str:
        """The condition for rows behind the one whose sort value is $at_value and whose id is $at_id."""
        order = ORDERS[self.name]
        value, sign = f"CAST($at_value AS {order.type})", "<" if self.down else ">"
        return f"({order.sql} {sign} {value} OR ({order.sql} = {value} AND e.id > $at_id))"


def condition(db: Database, asked: Filter) -> Clause:
    """The filter as a condition on ``x.events e``; what it holds for is worked out once.

    It is one on the coder's record, or on the reviewed one, whichever ``db`` is.
    """
    if asked.is_empty:
        return Clause("true", {})
    if db.has_story:
        clause = where(asked, EVENTS)
    else:
        clause = where(asked, MENTIONS)
        clause = Clause(f"e.id IN (SELECT m.id FROM {MENTIONS.source} WHERE {clause.sql})", clause.parameters)
    return Clause(db.hits(clause.sql, clause.parameters), {})


def listed(
    db: Database,
    asked: Filter,
    sort: Sort,
    limit: int,
    *,
    offset: int = 0,
    after: tuple[Any, str] | None = None,
) -> list[Row]:
    """Events with ``actors`` and ``recipients``, and ``sort_value`` to go on from."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    parameters = dict(clause.parameters)
    behind = ""
    if after is not None:
        behind = f"AND {sort.after()}"
        parameters |= {"at_value": after[0], "at_id": after[1]}
    rows = db.kept_rows(
        f"""WITH page AS (SELECT e.row_id, {ORDERS[sort.name].sql} AS sort_value FROM x.events e
          WHERE {clause.sql} {behind} ORDER BY {sort.sql} LIMIT {int(limit)} OFFSET {int(offset)})
        SELECT e.* EXCLUDE (row_id), page.sort_value FROM page JOIN x.events e ON e.row_id = page.row_id
        ORDER BY {sort.sql}""",
        parameters,
    )
    return with_parties(db, rows)


def holding(db: Database, event_id: str) -> Database:
    """Where the event is: with the coder's, or where a reviewer added it, with the reviewed ones."""
    there = db.rows("SELECT 1 FROM x.events e WHERE e.id = $id LIMIT 1", {"id": event_id})
    return db if there else db.reviewed("unrejected")


def by_id(db: Database, event_id: str) -> Row | None:
    """One event with its parties."""
    rows = with_parties(
        db, db.rows("SELECT e.* EXCLUDE (row_id) FROM x.events e WHERE e.id = $id LIMIT 1", {"id": event_id})
    )
    return rows[0] if rows else None


def with_parties(db: Database, rows: Sequence[Row]) -> list[Row]:
    """The events with the lists ``actors`` and ``recipients`` of their entities."""
    sides: dict[tuple[str, str], list[Row]] = defaultdict(list)
    ids = [row["id"] for row in rows]
    if ids:
        sql = """SELECT * FROM x.parties WHERE event_id IN (SELECT unnest($ids))
          ORDER BY event_id, role, position"""
        for party in db.kept_rows(sql, {"ids": ids}):
            sides[party["event_id"], party["role"]].append(
                {k: party[k] for k in ("name", "actor_id", "country", "sectors", "office")}
            )
    return [
        {**row, "actors": sides[row["id"], "actor"], "recipients": sides[row["id"], "recipient"]}
        for row in rows
    ]


def count(db: Database, asked: Filter) -> int:
    """How many events are asked for."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    return int(
        db.kept_rows(f"SELECT count(*) AS n FROM x.events e WHERE {clause.sql}", clause.parameters)[0]["n"]
    )


FACETS = {
    "type": "e.event_type",
    "quad": "e.quad_code",
    "status": "e.status",
    "mode": "e.event_mode",
    "context": "unnest(e.contexts)",
    "place": "e.place_country",
}
"""Facets that are columns of an event, by the name of the filter that a value of theirs sets."""
_SIDES = {"actor": "actor", "recipient": "recipient"}


def facets(db: Database, asked: Filter, *, most: int = 12) -> dict[str, list[Row]]:
    """For each facet its commonest values as ``value`` and ``n``, most events first."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    out = {}
    for name, sql in FACETS.items():
        out[name] = db.kept_rows(
            f"""SELECT value, count(*) AS n FROM (SELECT {sql} AS value FROM x.events e WHERE {clause.sql})
            WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT {int(most)}""",
            clause.parameters,
        )
    db.need_sides()
    chosen = "" if clause.sql == "true" else f"AND {clause.sql}"
    for name, role in _SIDES.items():
        out[name] = db.kept_rows(
            f"""SELECT e.country AS value, count(DISTINCT e.row_id) AS n FROM x.sides e
            WHERE e.role = '{role}' AND e.country IS NOT NULL {chosen}
            GROUP BY value ORDER BY n DESC, value LIMIT {int(most)}""",
            clause.parameters,
        )
    return out


def bounds(db: Database, asked: Filter) -> tuple[Any, Any]:
    """The first and the last day of the events asked for; None where there are none."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    row = db.kept_rows(
        f"""SELECT min(day) AS first, max(day) AS last FROM
        (SELECT coalesce(e.date_start, e.first_reported) AS day FROM x.events e WHERE {clause.sql})""",
        clause.parameters,
    )[0]
    return row["first"], row["last"]


def over_time(db: Database, asked: Filter, unit: str) -> list[Row]:
    """Events by ``bucket`` (first day of a day, week, month or year) and ``quad_code``, with mean scores."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    return db.kept_rows(
        f"""SELECT date_trunc($unit, day)::DATE AS bucket, quad_code, count(*) AS n, avg(score) AS score FROM
        (SELECT coalesce(e.date_start, e.first_reported) AS day, e.quad_code, e.plover_score AS score
         FROM x.events e WHERE {clause.sql})
        WHERE day IS NOT NULL GROUP BY ALL ORDER BY bucket, quad_code""",
        clause.parameters | {"unit": unit},
    )


def places(db: Database, asked: Filter, *, most: int = 400) -> list[Row]:
    """Places with coordinates, by number of events: ``q1`` to ``q4`` count the quad classes."""
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    quads = ", ".join(f"count(*) FILTER (e.quad_code = {q}) AS q{q}" for q in (1, 2, 3, 4))
    return db.kept_rows(
        f"""SELECT e.place_name AS name, e.place_country AS country,
          any_value(e.place_precision) AS precision,
          avg(e.latitude) AS latitude, avg(e.longitude) AS longitude, count(*) AS n, {quads}
        FROM x.events e WHERE e.latitude IS NOT NULL AND e.longitude IS NOT NULL AND {clause.sql}
        GROUP BY e.place_name, e.place_country, e.geonames_id ORDER BY n DESC, name LIMIT {int(most)}""",
        clause.parameters,
    )


_KEYS = {"country": "e.country", "actor": "e.who"}


def pairs(
    db: Database, asked: Filter, *, level: str = "country", most: int = 40, directed: bool = True
) -> list[Row]:
    """Who acts on whom: ``source``, ``target``, ``n``, ``q1`` to ``q4`` and mean ``score``.

    Where the pairs are not ``directed``, both directions are one, in the order of the alphabet.
    Parties of an event that has several actors and no recipient act on each other; such a pair is
    counted once.
    """
    db = db.reviewed(asked.reviewed)
    clause = condition(db, asked)
    db.need_sides()
    key = _KEYS[level]
    quads = ", ".join(f"count(*) FILTER (e.quad_code = {q}) AS q{q}" for q in (1, 2, 3, 4))
    ends = "a.who AS source, b.who AS target"
    if not directed:
        ends = "least(a.who, b.who) AS source, greatest(a.who, b.who) AS target"
    return db.kept_rows(
        f"""WITH side AS (
          SELECT e.row_id, e.role, {key} AS who FROM x.sides e WHERE {key} IS NOT NULL AND {clause.sql}
        ), received AS (SELECT row_id FROM side WHERE role = 'recipient'
        ), linked AS (
          SELECT a.row_id, {ends} FROM side a JOIN side b USING (row_id)
          WHERE a.role = 'actor' AND b.role = 'recipient' AND a.who <> b.who
          UNION
          SELECT a.row_id, a.who, b.who FROM side a JOIN side b USING (row_id)
          ANTI JOIN received r ON r.row_id = a.row_id
          WHERE a.role = 'actor' AND b.role = 'actor' AND a.who < b.who
        )
        SELECT source, target, count(*) AS n, {quads}, avg(e.plover_score) AS score
        FROM linked JOIN x.events e ON e.row_id = linked.row_id
        GROUP BY source, target ORDER BY n DESC, source, target LIMIT {int(most)}""",
        clause.parameters,
    )
