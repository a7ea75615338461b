"""What is counted, and for whom: the temporary tables ``items``, ``parties``, ``told`` and ``units``.

An item is an event or a mention, whichever the panel weighs by; it counts on its first day.
"""

from __future__ import annotations

import datetime as dt

import duckdb

from dragoman.exporting.panels.spec import PanelSpec
from dragoman.store.filters import EVENTS, MENTIONS, where

CELL = 0.5
"""Width of a PRIO-GRID cell in degrees; there are 360 rows of 720, counted from the south-west."""

KEYS = {
    "country": ("code",),
    "dyad": ("code_1", "code_2"),
    "undirected-dyad": ("code_1", "code_2"),
    "actor": ("actor_id",),
    "admin1": ("code", "admin1"),
    "prio-grid": ("gid",),
}
"""The columns that tell one unit from another."""


def make_items(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    """``items``: what the filter asks for, one row each."""
    target = EVENTS if spec.weight == "events" else MENTIONS
    a = target.alias
    clause = where(spec.filter, target)
    key = "e.id AS event_id" if spec.weight == "events" else "m.document_id, m.position"
    counts = (
        "e.killed_min, e.killed_max, e.injured_min, e.injured_max, e.size_min, e.size_max"
        if spec.weight == "events"
        else "m.killed, m.injured, m.size"
    )
    c.execute(
        f"""CREATE OR REPLACE TEMP TABLE items AS
        SELECT row_number() OVER () AS item, {target.first_day} AS day,
          date_trunc('{spec.by}', {target.first_day})::DATE AS start, {key},
          {a}.event_type, {a}.quad_code, left({a}.cameo, 2) AS root, {a}.status, {a}.plover_score,
          {a}.goldstein, {a}.place_country, {a}.place_admin1, {a}.latitude, {a}.longitude,
          {a}.place_precision, {counts}
        FROM {target.source} WHERE {clause.sql}""",
        clause.parameters,
    )


def make_periods(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    """``periods`` with first and last day, also within what is asked for; items outside it go."""
    found = c.execute("SELECT min(day), max(day) FROM items").fetchone() or (None, None)
    since, until = spec.since or found[0], spec.until or found[1]
    if since is None or until is None:  # nothing is dated and no period was asked for
        since, until = dt.date(1, 1, 2), dt.date(1, 1, 1)
    c.execute("DELETE FROM items WHERE day NOT BETWEEN $since AND $until", {"since": since, "until": until})
    c.execute(
        f"""CREATE OR REPLACE TEMP TABLE periods AS
        SELECT d::DATE AS start, (d + INTERVAL 1 {spec.by} - INTERVAL 1 day)::DATE AS stop,
          greatest(start, $since) AS first, least(stop, $until) AS last
        FROM generate_series(
          date_trunc('{spec.by}', $since), $until::TIMESTAMP, INTERVAL 1 {spec.by}
        ) t(d)""",
        {"since": since, "until": until},
    )


def make_parties(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    """``parties``: who takes part in each item; ``told``: the outlets that it stands in."""
    if spec.weight == "events":
        source, told = (
            "event_actors p JOIN items i ON i.event_id = p.event_id",
            "event_members t JOIN items i ON i.event_id = t.event_id "
            "JOIN documents d ON d.id = t.document_id",
        )
    else:
        source, told = (
            "mention_actors p JOIN items i ON i.document_id = p.document_id AND i.position = p.mention",
            "items i JOIN documents d ON d.id = i.document_id",
        )
    # names of a million actors take longer than all the rest: only a panel of actors has them
    who = "p.country, p.actor_id, p.name" if spec.unit == "actor" else "p.country"
    c.execute(
        f"""CREATE OR REPLACE TEMP TABLE parties AS
        SELECT i.item, i.day, i.start, p.role, {who}
        FROM {source} WHERE p.role IN ('actor', 'recipient')"""
    )
    if "outlets" in spec.measures:
        c.execute(
            f"CREATE OR REPLACE TEMP TABLE told AS SELECT DISTINCT i.item, d.outlet FROM {told} "
            "WHERE d.outlet IS NOT NULL"
        )


def make_units(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    """``units``: for which units each item counts; never twice for one unit."""
    c.execute(f"CREATE OR REPLACE TEMP TABLE units AS {_UNITS[spec.unit](spec)}")


def _member(spec: PanelSpec, country: str, row: str) -> str:
    """A join that gives the member of the system that a country code stands for on the day."""
    return (
        f"JOIN coded c ON c.system = '{spec.system}' AND c.iso3 = {country} "
        f"AND {row}.day BETWEEN c.start AND c.stop"
    )


def _country(spec: PanelSpec) -> str:
    if spec.seen_from == "place":
        return f"SELECT i.item, i.start, c.code FROM items i {_member(spec, 'i.place_country', 'i')}"
    member = _member(spec, "p.country", "p")
    return f"SELECT DISTINCT p.item, p.start, c.code FROM parties p {member} {_side(spec)}"


def _side(spec: PanelSpec) -> str:
    return "" if spec.seen_from == "either" else f"WHERE p.role = '{spec.seen_from}'"


def _directed(spec: PanelSpec) -> str:
    """Actor to recipient; where nobody is a recipient, each of those who meet to each other."""
    return f"""WITH who AS (
          SELECT DISTINCT p.item, p.start, p.role, c.code FROM parties p {_member(spec, "p.country", "p")}
        ), alone AS (
          SELECT item FROM parties GROUP BY item HAVING bool_and(role = 'actor')
        )
        SELECT DISTINCT a.item, a.start, a.code AS code_1, r.code AS code_2
        FROM who a JOIN who r ON r.item = a.item AND r.code <> a.code AND a.role = 'actor'
        WHERE r.role = 'recipient' OR a.item IN (FROM alone)"""


def _undirected(spec: PanelSpec) -> str:
    return f"""SELECT DISTINCT item, start, least(code_1, code_2) AS code_1,
          greatest(code_1, code_2) AS code_2 FROM ({_directed(spec)})"""


def _actor(spec: PanelSpec) -> str:
    side = _side(spec) or "WHERE true"
    return f"SELECT DISTINCT p.item, p.start, p.actor_id FROM parties p {side} AND p.actor_id IS NOT NULL"


def _admin1(spec: PanelSpec) -> str:
    return (
        f"SELECT i.item, i.start, c.code, i.place_admin1 AS admin1 FROM items i "
        f"{_member(spec, 'i.place_country', 'i')} WHERE i.place_admin1 IS NOT NULL"
    )


def _grid(spec: PanelSpec) -> str:
    """Only places that are closer than a region: the middle of a country is not where it happened."""
    return f"""SELECT item, start, {gid("latitude", "longitude")} AS gid FROM items
        WHERE latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180
          AND coalesce(place_precision, 'city') IN ('city', 'feature')"""


def gid(latitude: str, longitude: str) -> str:
    """SQL for the number of the PRIO-GRID cell of a place in degrees, 1 in the south-west."""
    row = f"least(floor(({latitude} + 90) / {CELL}), 359)::INTEGER"
    column = f"least(floor(({longitude} + 180) / {CELL}), 719)::INTEGER"
    return f"({row} * 720 + {column} + 1)"


_UNITS = {
    "country": _country,
    "dyad": _directed,
    "undirected-dyad": _undirected,
    "actor": _actor,
    "admin1": _admin1,
    "prio-grid": _grid,
}
