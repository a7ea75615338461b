"""The rows that a panel has before anything is counted, and the columns that name them."""

from __future__ import annotations

from dragoman.exporting.panels.items import CELL, KEYS
from dragoman.exporting.panels.spec import PanelSpec

_DATES = {
    "day": "year(g.start) AS year, month(g.start) AS month",
    "week": "isoyear(g.start) AS iso_year, week(g.start) AS iso_week",
    "month": "year(g.start) AS year, month(g.start) AS month",
    "year": "year(g.start) AS year",
}
MONTH_ID = "((year(g.start) - 1980) * 12 + month(g.start))::INTEGER AS month_id"
"""ViEWS counts months from January 1980, which is 1."""


def grid(spec: PanelSpec) -> str:
    """SQL for the keys of each unit in each period, zero rows included."""
    keys = ", ".join(KEYS[spec.unit])
    if spec.filled == "none":
        return f"SELECT DISTINCT {keys}, start FROM units"
    if spec.unit == "country":
        active = "" if spec.filled == "all" else " WHERE code IN (SELECT code FROM units)"
        return f"SELECT code, start FROM standing{active}"
    if spec.unit in ("dyad", "undirected-dyad"):
        return _pairs(spec)
    if spec.unit == "admin1":
        return f"""SELECT u.code, u.admin1, s.start FROM (SELECT DISTINCT {keys} FROM units) u
          JOIN standing s USING (code)"""
    return f"SELECT {keys}, p.start FROM (SELECT DISTINCT {keys} FROM units), periods p"


def _pairs(spec: PanelSpec) -> str:
    """Pairs of which both are members in the period."""
    both = "standing a JOIN standing b ON b.start = a.start AND a.code"
    both += " <> b.code" if spec.unit == "dyad" else " < b.code"
    pairs = f"SELECT a.code AS code_1, b.code AS code_2, a.start FROM {both}"
    if spec.filled == "all":
        return pairs
    return """SELECT code_1, code_2, a.start FROM (SELECT DISTINCT code_1, code_2 FROM units)
      JOIN standing a ON a.code = code_1 JOIN standing b ON b.code = code_2 AND b.start = a.start"""


def names(spec: PanelSpec) -> tuple[str, str]:
    """The columns that identify a row ``g`` of the grid, and the joins that they need."""
    if spec.unit == "country":
        return "s.iso3, s.name AS country, s.gw, s.cow", _member("s", "g.code")
    if spec.unit == "admin1":
        return "s.iso3, s.name AS country, s.gw, s.cow, g.admin1", _member("s", "g.code")
    if spec.unit in ("dyad", "undirected-dyad"):
        ends = ("actor_{}", "recipient_{}") if spec.unit == "dyad" else ("{}_1", "{}_2")
        cells = ", ".join(
            f"{row}.{name} AS {end.format(name)}"
            for row, end in zip(("a", "b"), ends, strict=True)
            for name in ("iso3", "gw", "cow")
        )
        return cells, _member("a", "g.code_1") + _member("b", "g.code_2")
    if spec.unit == "actor":
        named = "SELECT actor_id, mode(name ORDER BY name) AS name, mode(country) AS country FROM parties"
        return (
            "g.actor_id, s.name AS actor, s.country AS iso3",
            f" LEFT JOIN ({named} GROUP BY actor_id) s ON s.actor_id = g.actor_id",
        )
    row, column = "((g.gid - 1) // 720)", "((g.gid - 1) % 720)"
    return (
        f"g.gid, {row} + 1 AS row, {column} + 1 AS col, {column} * {CELL} - 180 + {CELL / 2} AS xcoord, "
        f"{row} * {CELL} - 90 + {CELL / 2} AS ycoord",
        "",
    )


def _member(alias: str, code: str) -> str:
    return f" JOIN standing {alias} ON {alias}.code = {code} AND {alias}.start = g.start"


def dates(spec: PanelSpec) -> str:
    """The columns that date a row."""
    month_id = f", {MONTH_ID}" if spec.by in ("day", "month") else ""
    return f"g.start AS period_start, q.stop AS period_end, {_DATES[spec.by]}{month_id}"
