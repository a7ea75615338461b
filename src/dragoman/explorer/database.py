"""The store as the explorer asks it: one cursor a question, a limit of time, answers kept.

A schema ``x`` in memory beside the store holds the views that every query reads: ``x.events``,
``x.parties`` and ``x.members``.  They stand on the story's tables where those are filled, and else
on the event mentions, each taken for an event of its own.  The record as reviewers left it is another
:class:`Database` on the same connection; see :meth:`Database.reviewed`.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from dragoman.explorer.errors import ReadOnly, TooSlow
from dragoman.records import Record
from dragoman.store import Store, reviews
from dragoman.store.reviewed import drop, overlaid
from dragoman.store.reviews import Review

Row = dict[str, Any]
Parameters = Mapping[str, Any]
_KEPT = 256
"""Answers that are kept."""
_KEPT_HITS = 24
"""Filters whose events are kept."""
_catalogs = itertools.count(1)
_STORY = {
    "events": "SELECT e.*{row_id} FROM {store}.{numbered}events e",
    "parties": "SELECT event_id, role, position, name, actor_id, country, sectors, office "
    "FROM {store}.event_actors WHERE role IN ('actor', 'recipient')",
    "members": "SELECT event_id, mention_id, document_id, mention FROM {store}.event_members",
}
_MENTIONS = {
    "events": """
SELECT m.id, m.event_type, m.event_mode, m.contexts, m.cameo, m.quad_code, m.quad,
  m.plover_score, m.goldstein, m.status, m.date_start, m.date_end,
  m.place_name, m.place_country, m.place_admin1, m.latitude, m.longitude,
  m.geonames_id, m.place_precision, 1 AS n_mentions, 1 AS n_documents, 1 AS n_reports,
  CASE WHEN d.outlet IS NULL THEN 0 ELSE 1 END AS n_outlets,
  d.published AS first_reported, d.published AS last_reported,
  m.killed AS killed_min, m.killed AS killed_max, m.injured AS injured_min, m.injured AS injured_max,
  m.size AS size_min, m.size AS size_max,
  CASE WHEN s.name IS NULL OR m.status = 'denied' THEN []::VARCHAR[] ELSE [s.name] END AS asserted_by,
  CASE WHEN s.name IS NULL OR m.status <> 'denied' THEN []::VARCHAR[] ELSE [s.name] END AS denied_by,
  m.confidence, m.sentence, {row_id}
FROM {store}.{numbered}event_mentions m
JOIN {store}.documents d ON d.id = m.document_id
LEFT JOIN {store}.mention_actors s ON s.document_id = m.document_id AND s.mention = m.position
  AND s.role = 'attribution' AND s.position = 0""",
    "parties": """
SELECT m.id AS event_id, a.role, a.position, a.name, a.actor_id, a.country, a.sectors, a.office
FROM {store}.mention_actors a
JOIN {store}.event_mentions m ON m.document_id = a.document_id AND m.position = a.mention
WHERE a.role IN ('actor', 'recipient')""",
    "members": "SELECT id AS event_id, id AS mention_id, document_id, position AS mention "
    "FROM {store}.event_mentions",
}
_ROW_IDS = {
    (False, True): ", e.rowid AS row_id", (False, False): "m.rowid AS row_id",
    (True, True): "", (True, False): "m.row_id",
}  # fmt: skip
"""Whether the rows of a table are numbered by a column, and whether there is a story → their number."""


class Original(Protocol):
    """The store itself, where what is shown is a copy of it."""

    def writing(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """It, open to write."""


class Database:
    """Questions to one open store, from any thread."""

    def __init__(
        self,
        store: Store,
        *,
        seconds: float,
        coded: Database | None = None,
        original: Original | None = None,
    ) -> None:
        self.store = store
        self.original = original
        """Where decisions go first, if the store is a copy."""
        self.copy: Path | None = None
        """The file of the copy."""
        self.seconds = seconds
        self.writable = coded is None and not _is_read_only(store.connection)
        self._writing = threading.Lock()
        self._opening = threading.Lock()
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._keeping = threading.Lock()
        self._asking = [threading.Lock() for _ in range(64)]
        self.tables: frozenset[str] = coded.tables if coded else self._tables()
        self.has_story: bool = coded.has_story if coded else "events" in self.tables and self._any("events")
        self.has_agreements = "agreements" in self.tables and self._any("agreements")
        self._make_views()
        self._reviewing = threading.Lock()
        self._decisions = 0
        self._reviewed: dict[str, tuple[int, Database]] = {}
        self._outdated: list[Database] = []
        self._sides = threading.Lock()
        self._has_sides = False
        self._hits: OrderedDict[Any, tuple[str, float]] = OrderedDict()
        self._hitting = threading.Lock()
        self._numbers = itertools.count(1)

    def _tables(self) -> frozenset[str]:
        found = self.store.connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal")
        return frozenset(name for (name,) in found.fetchall())

    def _any(self, table: str) -> bool:
        return bool(self.store.connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall())

    def _make_views(self) -> None:
        connection = self.store.connection
        (name,) = connection.execute("SELECT current_database()").fetchall()[0]
        home = '"' + name.replace('"', '""') + '".main'
        catalog, numbered = self.store.catalog, "numbered_"
        if catalog is None:
            catalog, numbered = f"dragoman_pages_{next(_catalogs)}", ""
            connection.execute(f"ATTACH ':memory:' AS {catalog} (READ_WRITE)")
        self._x = f"{catalog}.x"
        self._path = f"SET search_path = '{home},{self._x}'"
        connection.execute(f"CREATE SCHEMA {self._x}")
        for view, sql in (_STORY if self.has_story else _MENTIONS).items():
            made = sql.format(store=home, numbered=numbered, row_id=_ROW_IDS[bool(numbered), self.has_story])
            connection.execute(f"CREATE VIEW {self._x}.{view} AS {made}")

    def reviewed(self, which: str) -> Database:
        """The record as its reviewers left it, made anew after each decision; itself for ``all``."""
        if which == "all":
            return self
        with self._reviewing:
            made = self._reviewed.get(which)
            if made is None or made[0] != self._decisions:
                while self._outdated:
                    drop(self._outdated.pop().store)  # nobody has asked it since the last decision
                if made is not None:
                    self._outdated.append(made[1])
                before = self._decisions
                with self._opening:
                    store = overlaid(self.store, which)
                made = self._reviewed[which] = before, Database(store, seconds=self.seconds, coded=self)
            return made[1]

    # --- questions ------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Parameters | None = None) -> list[Row]:
        """The rows of a query as dicts.

        Raises:
            TooSlow: it took longer than the limit.
        """
        with self._cursor() as cursor:
            cursor.execute(sql, dict(parameters or {}))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, parameters: Parameters | None = None) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def arrow(self, sql: str, parameters: Parameters | None = None) -> pa.Table:
        """The rows of a query as an Arrow table."""
        with self._cursor() as cursor:
            return cursor.execute(sql, dict(parameters or {})).to_arrow_table()

    def need_sides(self) -> None:
        """Make ``x.sides``: who takes part in which event, by the event's row number, which joins fast."""
        with self._sides:
            if not self._has_sides:
                self.rows(
                    f"""CREATE TABLE {self._x}.sides AS SELECT e.row_id, p.role, p.country,
                      coalesce(p.actor_id, p.name) AS who
                    FROM x.parties p JOIN x.events e ON e.id = p.event_id"""
                )
                self._has_sides = True

    def hits(self, sql: str, parameters: Parameters) -> str:
        """A condition on ``e`` that holds for the events for which ``sql`` does; it is worked out once."""
        key = (sql, repr(sorted(parameters.items())))
        with self._hitting:
            if key not in self._hits:
                name = f"hits_{next(self._numbers)}"
                select = f"SELECT e.row_id FROM x.events e WHERE {sql}"
                self.rows(f"CREATE TABLE {self._x}.{name} AS {select}", parameters)
                self._hits[key] = name, 0.0
            name = self._hits[key][0]
            self._hits[key] = name, time.monotonic()
            self._hits.move_to_end(key)
            self._forget_hits()
        return f"e.row_id IN (SELECT row_id FROM x.{name})"

    def _forget_hits(self) -> None:
        """Drop the oldest answers, if no query can still be reading them."""
        while len(self._hits) > _KEPT_HITS:
            key, (name, used) = next(iter(self._hits.items()))
            if time.monotonic() - used < 4 * self.seconds:
                return
            del self._hits[key]
            self.rows(f"DROP TABLE {self._x}.{name}")

    def store_record(self, document_id: str) -> Record | None:
        """Everything that was coded in one report, or None where the store has none by that id."""
        with self._cursor() as cursor:
            return Store(cursor, self.store.path).record(document_id)

    def kept_rows(self, sql: str, parameters: Parameters | None = None) -> list[Row]:
        """As :meth:`rows`, remembered: while this program has the store, nobody else changes it."""
        key = (sql, tuple(sorted((k, repr(v)) for k, v in (parameters or {}).items())))
        return self._remembered(key, lambda: self.rows(sql, parameters))

    def _remembered(self, key: Any, make: Callable[[], list[Row]]) -> list[Row]:
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return list(self._kept[key])
        with self._lock_of(key):  # who asks the same meanwhile waits for this answer
            with self._keeping:
                if key in self._kept:
                    return list(self._kept[key])
            value = make()
        with self._keeping:
            self._kept[key] = value
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return list(value)

    def _lock_of(self, key: Any) -> threading.Lock:
        return self._asking[hash(key) % len(self._asking)]

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that is interrupted when its time is up."""
        cursor = self.cursor()
        timer = threading.Timer(self.seconds, cursor.interrupt)
        timer.daemon = True
        timer.start()
        try:
            yield cursor
        except duckdb.InterruptException as error:
            raise TooSlow(
                f"The store gave no answer within {self.seconds:g} seconds. Narrow the dates or the actors."
            ) from error
        finally:
            timer.cancel()
            cursor.close()

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own; the shared one refuses a second caller instead of waiting."""
        with self._opening:
            made = self.store.connection.cursor()
        made.execute(self._path)
        return made

    # --- writing --------------------------------------------------------------------------------

    def keep(self, review: Review) -> None:
        """Keep a reviewer's decision, one at a time.

        Raises:
            ReadOnly: the store was opened for reading only.
            Busy: another program is writing it.
        """
        if not self.writable:
            raise ReadOnly("The store was opened for reading only; start the server on a file it may write.")
        with self._writing:
            if self.original is not None:
                with self.original.writing() as connection:
                    reviews.add(connection, review)
            with self._opening:
                cursor = self.store.connection.cursor()
            try:
                reviews.add(cursor, review)
            finally:
                cursor.close()
                self._decisions += 1

    def close(self) -> None:
        """Close the store."""
        with self._opening:
            self.store.close()


def _is_read_only(connection: duckdb.DuckDBPyConnection) -> bool:
    sql = "SELECT readonly FROM duckdb_databases() WHERE database_name = current_database()"
    return any(bool(flag) for (flag,) in connection.execute(sql).fetchall())
