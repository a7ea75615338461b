"""Dated membership of the state system, as tables for a panel.

``spells`` has one row for each time that a state was a member of the panel's system.
``coded`` says which member a country code of the coder stands for on a day: the member's own
ISO code, and the other codes of ``aliases.tsv``.  Both hold the two systems side by side, so
that a panel made with one gives the other's number too.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import duckdb

from dragoman import tsv
from dragoman.knowledge.tables import DATA

_EVER = dt.date(9999, 12, 31)


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary tables ``spells`` and ``coded``."""
    columns = "system VARCHAR, code INTEGER, iso3 VARCHAR, start DATE, stop DATE"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE spells ({columns}, name VARCHAR)")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE coded ({columns}, shown BOOLEAN)")
    spells = [
        (r["system"], int(r["code"]), r["iso3"] or None, *_days(r), r["name"])
        for r in _rows(DATA / "membership.tsv")
    ]
    aliases = [
        (r["system"], int(r["code"]), r["coded"], *_days(r), r["shown"] == "yes")
        for r in _rows(Path(__file__).with_name("aliases.tsv"))
    ]
    own = [(*spell[:5], False) for spell in spells if spell[2]]
    for table, rows in (("spells", spells), ("coded", own + aliases)):
        # one statement with a list for each column: row by row takes a second
        cells = ", ".join(f"unnest($c{n})" for n in range(6))
        values = {f"c{n}": list(column) for n, column in enumerate(zip(*rows, strict=True))}
        connection.execute(f"INSERT INTO {table} SELECT {cells}", values)


def make_standing(connection: duckdb.DuckDBPyConnection, system: str) -> None:
    """Make ``standing``: each member in each row of ``periods`` in which it was one for a day at least."""
    other = "COW" if system == "GW" else "GW"
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE standing AS
        WITH here AS (
          SELECT s.code, p.start, p.stop, max_by(s.iso3, s.start) AS own, max_by(s.name, s.start) AS name
          FROM periods p JOIN spells s ON s.system = '{system}' AND s.start <= p.last AND s.stop >= p.first
          GROUP BY s.code, p.start, p.stop
        ), named AS (
          SELECT h.* EXCLUDE (own), coalesce(a.iso3, h.own) AS iso3
          FROM here h LEFT JOIN coded a
          ON a.system = '{system}' AND a.shown AND a.code = h.code AND a.start <= h.stop AND a.stop >= h.stop
        ), crossed AS (
          SELECT n.code, n.start, max_by(c.code, c.start) AS other
          FROM named n JOIN coded c
          ON c.system = '{other}' AND c.iso3 = n.iso3 AND c.start <= n.stop AND c.stop >= n.start
          GROUP BY n.code, n.start
        )
        SELECT n.code, n.start, n.iso3, n.name, n.code AS {system.lower()}, x.other AS {other.lower()}
        FROM named n LEFT JOIN crossed x USING (code, start)"""
    )


def _days(row: dict[str, str]) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]) if row["end"] else _EVER


@cache
def _rows(path: Path) -> list[dict[str, str]]:
    return tsv.rows(path)
