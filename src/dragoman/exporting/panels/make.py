"""From a store to a panel: every step is one statement of SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dragoman.exporting.panels import items, layout, measures, membership
from dragoman.exporting.panels.spec import PanelError, PanelSpec
from dragoman.store import Store
from dragoman.store.reviewed import as_reviewed, overlaid
from dragoman.version import __version__

MOST_ROWS = 100_000_000
"""Rows that a panel may have; more are asked for by mistake."""


@dataclass(frozen=True, slots=True)
class PanelCounts:
    """What became of the events or mentions: those counted for no unit are told, not hidden."""

    rows: int
    items: int
    counted: int
    outside: tuple[tuple[str, int], ...]
    """Country codes that stand for no member of the system on the day, and how many items name them."""

    @property
    def left_out(self) -> int:
        """Items that count for no unit."""
        return self.items - self.counted


def prepared(store: Store, spec: PanelSpec) -> tuple[duckdb.DuckDBPyConnection, str]:
    """A cursor whose temporary tables hold the panel, and the SELECT that gives its rows.

    What it needs beside the store's tables lies in memory until the store is closed.

    Raises:
        PanelError: it would have more than ``MOST_ROWS`` rows.
    """
    which = spec.filter.reviewed
    cursor = (store if which == "all" else overlaid(store, which)).cursor()
    try:
        _prepare(cursor, spec)
    except BaseException:
        cursor.close()
        raise
    return cursor, select(spec)


@contextmanager
def panel(store: Store, spec: PanelSpec) -> Iterator[duckdb.DuckDBPyRelation]:
    """The panel as a DuckDB relation, good within the ``with`` block.

    Raises:
        PanelError: it would have more than ``MOST_ROWS`` rows.
    """
    with as_reviewed(store, spec.filter.reviewed) as held, _cursor(held) as cursor:
        _prepare(cursor, spec)
        yield cursor.sql(select(spec))


def write_panel(store: Store, spec: PanelSpec, path: Path) -> PanelCounts:
    """Write the panel to ``path``, as Parquet or CSV after the name's ending; whole or not at all.

    Raises:
        PanelError: the ending is another, or the panel would be too large.
        OSError: the file cannot be written.
    """
    form = {".parquet": "parquet", ".csv": "csv"}.get(path.suffix.lower())
    if form is None:
        raise PanelError(f"{path}: name the file .csv or .parquet")
    if not path.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(path.parent))
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with as_reviewed(store, spec.filter.reviewed) as held, _cursor(held) as cursor:
            _prepare(cursor, spec)
            cursor.execute(f"COPY ({select(spec)}) TO {_text(str(unfinished))} ({_options(form, spec)})")
            unfinished.replace(path)
            return _counts(cursor, spec)
    except duckdb.IOException as error:
        raise OSError(5, str(error).split("\n", 1)[0], str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _cursor(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    cursor = store.cursor()
    try:
        yield cursor
    finally:
        cursor.close()


def _prepare(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    membership.make_tables(c)
    items.make_items(c, spec)
    items.make_periods(c, spec)
    items.make_parties(c, spec)
    items.make_units(c, spec)
    membership.make_standing(c, spec.system)
    _check_size(c, spec)
    c.execute(f"CREATE OR REPLACE TEMP TABLE cells AS {_cells(spec)}")


def _check_size(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> None:
    rows = _number(c, f"SELECT count(*) FROM ({layout.grid(spec)})")
    if rows > MOST_ROWS:
        raise PanelError(
            f"the panel would have {rows:,} rows; take a longer period, fewer years or --fill active"
        )


def _cells(spec: PanelSpec) -> str:
    """What is counted in each unit and period where anything happened."""
    keys = (*items.KEYS[spec.unit], "start")
    grouped = ", ".join(f"u.{key}" for key in keys)
    counted = ",\n  ".join(f"{c.sql} AS {c.name}" for c in measures.columns(spec) if c.sql)
    cells = f"SELECT {grouped},\n  {counted}\nFROM units u JOIN items i USING (item) GROUP BY {grouped}"
    if not measures.held(spec.measures):
        return cells
    outlets = (
        f"SELECT {grouped}, count(DISTINCT outlet) AS n_outlets FROM units u JOIN told t USING (item) "
        f"GROUP BY {grouped}"
    )
    return f"SELECT * FROM ({cells}) LEFT JOIN ({outlets}) USING ({', '.join(keys)})"


def select(spec: PanelSpec) -> str:
    """The final SELECT: the grid with what was counted, zero where nothing was."""
    named, joins = layout.names(spec)
    same = " AND ".join(f"c.{key} = g.{key}" for key in (*items.KEYS[spec.unit], "start"))
    counted = ",\n  ".join(
        f"coalesce(c.{column.name}, 0) AS {column.name}" if column.zero else f"c.{column.name}"
        for column in measures.columns(spec)
    )
    order = ", ".join(f"g.{key}" for key in (*items.KEYS[spec.unit], "start"))
    return f"""SELECT {named}, {layout.dates(spec)},
  {counted}
FROM ({layout.grid(spec)}) g JOIN periods q ON q.start = g.start{joins}
LEFT JOIN cells c ON {same}
ORDER BY {order}"""


def _options(form: str, spec: PanelSpec) -> str:
    if form == "csv":
        return "FORMAT csv, HEADER true"
    about = {"dragoman": __version__, "panel": describe(spec)}
    cells = ", ".join(f"{key}: {_text(value)}" for key, value in about.items())
    return f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{cells}}}"


def describe(spec: PanelSpec) -> str:
    """What the panel is, as JSON: it stands in the Parquet file's metadata."""
    said = {
        "unit": spec.unit,
        "by": spec.by,
        "since": spec.since and spec.since.isoformat(),
        "until": spec.until and spec.until.isoformat(),
        "system": spec.system,
        "weight": spec.weight,
        "side": spec.seen_from,
        "fill": spec.filled,
        "filter": spec.filter.words(),
    }
    return json.dumps(said, ensure_ascii=False)


def _counts(c: duckdb.DuckDBPyConnection, spec: PanelSpec) -> PanelCounts:
    outside: list[tuple[str, int]] = []
    if spec.unit in ("country", "dyad", "undirected-dyad", "admin1"):
        place = spec.unit == "admin1" or spec.seen_from == "place"
        source = "SELECT item, day, place_country AS country FROM items" if place else "FROM parties"
        outside = c.execute(
            f"""SELECT country, count(DISTINCT item) AS n FROM ({source}) p
            WHERE country IS NOT NULL AND NOT EXISTS (FROM coded c WHERE c.system = '{spec.system}'
              AND c.iso3 = p.country AND p.day BETWEEN c.start AND c.stop)
            GROUP BY country ORDER BY n DESC, country"""
        ).fetchall()
    return PanelCounts(
        _number(c, f"SELECT count(*) FROM ({layout.grid(spec)})"),
        _number(c, "SELECT count(*) FROM items"),
        _number(c, "SELECT count(DISTINCT item) FROM units"),
        tuple(outside),
    )


def _number(c: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = c.execute(sql).fetchone()
    return int(row[0]) if row else 0


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
