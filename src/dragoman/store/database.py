"""The store itself: open it, add records, count them, read them back."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from dragoman.records import CoderVersion, Record
from dragoman.store import search
from dragoman.store.errors import (
    NotAStore,
    StoreBusy,
    StoreError,
    StoreNotFound,
    StoreUnwritable,
    StoreVersionError,
)
from dragoman.store.rows import Row, digest_of, record_of, rows_of
from dragoman.store.schema import OF_A_DOCUMENT, SCHEMA_VERSION, TABLES, VIEWS, arrow_schema
from dragoman.version import __version__

BATCH = 64
"""Documents written in one transaction."""
RECORDS = 500
"""Records read together."""
_MAGIC = (8, b"DUCK")
"""Where a DuckDB file says so, and what it says."""
_OTHER_FILES = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".parquet", ".sqlite", ".xlsx"})


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of records that were handed over."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    changed: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Ids of the documents that were added or replaced."""

    def __add__(self, other: AddResult) -> AddResult:
        return AddResult(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.changed + other.changed,
        )

    def __str__(self) -> str:
        return f"{self.added} added, {self.replaced} replaced, {self.unchanged} unchanged"


@dataclass(frozen=True, slots=True)
class StoreCounts:
    """How many rows each table holds."""

    documents: int
    event_mentions: int
    statements: int
    actors: int
    runs: int


class Store:
    """One DuckDB file of coded reports; use it as a context manager, or close it.

    A report that is coded again with the same result changes nothing.  One that is coded
    again with another result (another version, another date of publication) replaces what
    the store held of it; its ``run`` tells which run made what stands there now.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path, catalog: str | None = None) -> None:
        self.connection = connection
        self.path = path
        self.catalog = catalog
        """Where the tables are, if not in the file itself; see ``reviewed.py``."""
        self._runs: dict[CoderVersion, int] = {}
        self.in_transaction = False

    @classmethod
    def open(
        cls, path: Path | str, *, create: bool = True, read_only: bool = False, wait: float = 0.0
    ) -> Self:
        """Open the store at ``path``.

        Args:
            path: the file.
            create: make the file where there is none.
            read_only: allow no change; several programs can read one store at a time.
            wait: seconds to wait for another program that has it open, such as for the moment in
                which `dragoman serve` copies it.

        Raises:
            StoreNotFound: there is no file and none is to be made.
            NotAStore: the file is something else.
            StoreVersionError: the store's tables are of another version.
            StoreBusy: another program has it open.
            StoreUnwritable: the file cannot be opened or made.
        """
        path = Path(path)
        until = time.monotonic() + wait
        while True:
            try:
                return cls._open(path, create=create, read_only=read_only)
            except StoreBusy:
                if time.monotonic() >= until:
                    raise
                time.sleep(0.1)

    @classmethod
    def _open(cls, path: Path, *, create: bool, read_only: bool) -> Self:
        _check_path(path, create=create and not read_only)
        new = not path.exists()
        try:
            connection = duckdb.connect(str(path.absolute()), read_only=read_only)
        except duckdb.Error as error:
            raise _opening_error(path, error) from error
        store = cls(connection, path)
        try:
            if new or (not read_only and store._is_blank()):
                store._make()
            store._check_version(upgrade=not read_only)
        except BaseException:
            connection.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, after waiting for what another thread still asks; a second time does nothing."""
        for wait in (0.05, 0.2, 1.0, 5.0):
            try:
                self.connection.close()
            except duckdb.Error as error:
                if "busy" not in str(error):
                    raise
                time.sleep(wait)
            else:
                return
        self.connection.close()

    def reopen(self, *, wait: float = 0.0) -> None:
        """Open a store for writing that was closed here; settings of the connection are DuckDB's own again.

        Raises:
            StoreBusy: another program has it open, for longer than ``wait`` seconds.
        """
        self.connection = type(self).open(self.path, create=False, wait=wait).connection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same tables, so that two questions can be open at a time."""
        made = self.connection.cursor()
        if self.catalog is not None:
            made.execute(f"USE {self.catalog}")
        return made

    # --- writing --------------------------------------------------------------------------------

    def add(self, record: Record) -> AddResult:
        """Store one record; see :meth:`add_many`."""
        return self._add_batch([record])

    def add_many(self, records: Iterable[Record], *, batch: int = BATCH) -> AddResult:
        """Store records, ``batch`` documents in a transaction: all rows of a document, or none.

        Raises:
            StoreUnwritable: the file can no longer be written; earlier batches stand.
        """
        total = AddResult()
        source = iter(records)
        while chunk := list(islice(source, batch)):
            total += self._add_batch(chunk)
        return total

    def _add_batch(self, records: list[Record]) -> AddResult:
        latest = {record.document.id: record for record in records}
        digests = {key: digest_of(record) for key, record in latest.items()}
        held = self._digests(list(latest))
        changed = [record for key, record in latest.items() if held.get(key) != digests[key]]
        replaced = [record.document.id for record in changed if record.document.id in held]
        if changed:
            with _Transaction(self):
                self._write(changed, replaced, digests)
        ids = tuple(record.document.id for record in changed)
        return AddResult(len(changed) - len(replaced), len(replaced), len(records) - len(changed), ids)

    def _digests(self, ids: list[str]) -> dict[str, str]:
        rows = self.connection.execute(
            "SELECT id, digest FROM documents WHERE id IN (SELECT unnest($ids))", {"ids": ids}
        ).fetchall()
        return dict(rows)

    def _write(self, records: list[Record], replaced: list[str], digests: dict[str, str]) -> None:
        if replaced:
            for table, key in (*((t, "document_id") for t in OF_A_DOCUMENT), ("documents", "id")):
                self.connection.execute(
                    f"DELETE FROM {table} WHERE {key} IN (SELECT unnest($ids))", {"ids": replaced}
                )
        rows: dict[str, list[Row]] = {}
        for record in records:
            run = self.run(record.coder)
            for table, found in rows_of(record, run, digests[record.document.id]).items():
                rows.setdefault(table, []).extend(found)
        for table, found in rows.items():
            self.insert(table, found)
        self._index(records, replaced)
        self._count_runs([self._runs[record.coder] for record in records])

    def _index(self, records: list[Record], replaced: list[str]) -> None:
        """Let the full-text search know the reports that were written."""
        if replaced:
            search.forget(self.connection, replaced)
        documents = [record.document for record in records]
        reports = {name: [getattr(d, name) for d in documents] for name in ("id", "title", "text")}
        kinds = pa.schema([(name, pa.string()) for name in reports])
        self.connection.register("reports_written", pa.table(reports, schema=kinds))
        try:
            search.index(self.connection, "reports_written")
        finally:
            self.connection.unregister("reports_written")

    def transaction(self) -> AbstractContextManager[None]:
        """A block whose writes are all made, or none of them.

        Raises:
            StoreUnwritable: the file can no longer be written; nothing of the block stands.
        """
        return _Transaction(self)

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put rows, as column → value, into one of the tables of ``schema.TABLES``."""
        if not rows:
            return
        self.connection.register("incoming", pa.Table.from_pylist(list(rows), schema=arrow_schema(table)))
        try:
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
        finally:
            self.connection.unregister("incoming")

    def run(self, version: CoderVersion) -> int:
        """The id of this run, whose row is made when it first has something to write."""
        if version not in self._runs:
            found = self.connection.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchone()
            self._runs[version] = run = int(found[0]) if found else 1
            moment = now()
            self.connection.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                [
                    run,
                    version.dragoman,
                    version.knowledge,
                    version.ontology,
                    version.configuration,
                    moment,
                    moment,
                ],
            )
        return self._runs[version]

    def _count_runs(self, runs: list[int]) -> None:
        moment = now()
        for run in set(runs):
            self.connection.execute(
                "UPDATE runs SET finished = ?, documents = documents + ? WHERE id = ?",
                [moment, runs.count(run), run],
            )

    # --- reading --------------------------------------------------------------------------------

    def counts(self) -> StoreCounts:
        """How many rows each table holds."""
        names = ("documents", "event_mentions", "statements", "actors", "runs")
        sql = ", ".join(f"(SELECT count(*) FROM {name})" for name in names)
        row = self.connection.execute(f"SELECT {sql}").fetchone() or (0,) * len(names)
        return StoreCounts(*map(int, row))

    def record(self, document_id: str) -> Record | None:
        """The record of one document as it was added, or None where the store has none."""
        return next(self.records_of([document_id]), None)

    def records(self) -> Iterator[Record]:
        """Every record, oldest report first."""
        found = self.connection.execute("SELECT id FROM documents ORDER BY published, id").fetchall()
        return self.records_of([key for (key,) in found])

    def records_of(self, document_ids: Sequence[str]) -> Iterator[Record]:
        """The records of documents, in the order of their ids; those that the store lacks are left out.

        A batch of documents is read at a time, since a table without an index is read whole for one.
        """
        for start in range(0, len(document_ids), RECORDS):
            yield from self._records(list(document_ids[start : start + RECORDS]))

    def _records(self, ids: list[str]) -> Iterator[Record]:
        wanted = "IN (SELECT unnest(?::VARCHAR[]))"
        documents = {d["id"]: d for d in self._rows(f"SELECT * FROM documents WHERE id {wanted}", ids)}
        by_table: dict[str, dict[str, list[Row]]] = {}
        for table in OF_A_DOCUMENT:
            by_document: dict[str, list[Row]] = {key: [] for key in documents}
            rows = f"SELECT * FROM {table} WHERE document_id {wanted} ORDER BY document_id, position"
            for row in self._rows(rows, ids):
                by_document.setdefault(row["document_id"], []).append(row)
            by_table[table] = by_document
        runs = {row["id"]: row for row in self._rows("SELECT * FROM runs")}
        for key in ids:
            if key in documents:
                tables = {table: found[key] for table, found in by_table.items()}
                yield record_of(documents[key], tables, runs[documents[key]["run"]])

    def _rows(self, sql: str, *values: object) -> list[Row]:
        found = self.connection.execute(sql, list(values))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    # --- making and checking --------------------------------------------------------------------

    def _is_blank(self) -> bool:
        return not self.connection.execute("SELECT 1 FROM duckdb_tables() LIMIT 1").fetchall()

    def _make(self) -> None:
        with _Transaction(self):
            self._create()
            self.connection.execute(
                "INSERT INTO meta VALUES ('schema_version', ?), ('made_by', ?)",
                [str(SCHEMA_VERSION), f"dragoman {__version__}"],
            )

    def _create(self) -> None:
        """Make the tables that are missing, and the views as they are defined now."""
        for table in TABLES:
            self.connection.execute(table.ddl)
        for statement in VIEWS.values():
            self.connection.execute(statement)

    def _upgrade(self) -> None:
        """Version 2 only adds tables; ``dragoman story rebuild`` fills those of the story."""
        with _Transaction(self):
            self._create()
            search.rebuild(self.connection)
            self.connection.execute(
                "UPDATE meta SET value = ? WHERE key = 'schema_version'", [str(SCHEMA_VERSION)]
            )

    def _check_version(self, *, upgrade: bool = False) -> None:
        try:
            row = self.connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
        except duckdb.CatalogException:
            row = None
        if row is None:
            reason = "the file is a DuckDB database, but not a store of dragoman"
            raise NotAStore(self.path, reason, "name another file; a new one is made")
        if row[0] == "1" and upgrade:
            self._upgrade()
        elif row[0] == "1":
            raise StoreVersionError(
                self.path,
                "the store was made by an older dragoman and has no tables for events",
                "run `dragoman story rebuild --store FILE` on it once; that adds them and loses nothing",
            )
        elif row[0] != str(SCHEMA_VERSION):
            raise StoreVersionError(
                self.path,
                f"the store's tables are of version {row[0]}, and this dragoman writes {SCHEMA_VERSION}",
                "use the dragoman that made it, or code the reports into a new file",
            )
        elif upgrade:  # a store of this version from before reports were compared by their days
            self.connection.execute("ALTER TABLE story_bands ADD COLUMN IF NOT EXISTS day DATE")


class _Transaction:
    """All of it or nothing; what DuckDB says about a failed write becomes ``StoreUnwritable``.

    Inside another one it is a part of that one.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.inner = False

    def __enter__(self) -> None:
        self.inner = self.store.in_transaction
        if not self.inner:
            self.runs = dict(self.store._runs)
            self.store.connection.execute("BEGIN")
            self.store.in_transaction = True

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if self.inner:
            return
        self.store.in_transaction = False
        try:
            if error is None:
                self.store.connection.execute("COMMIT")
                return
            self.store.connection.execute("ROLLBACK")
        except duckdb.Error as failed:
            error = error or failed
        self.store._runs = self.runs
        if isinstance(error, duckdb.Error):
            advice = "check the disk's space and the file's permissions; what was stored before stands"
            raise StoreUnwritable(
                self.store.path, f"cannot be written ({_first_line(error)})", advice
            ) from error


def now() -> dt.datetime:
    """The time in UTC, without a zone, as the store keeps it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def _check_path(path: Path, *, create: bool) -> None:
    """Say plainly what DuckDB would say in its own words."""
    if path.is_dir():
        raise NotAStore(path, "this is a folder", "name a file, such as events.duckdb")
    if path.exists():
        _check_content(path)
        return
    if path.suffix.lower() in _OTHER_FILES:
        raise NotAStore(path, f"{path.suffix} is no ending for a store", "name it like events.duckdb")
    if not create:
        raise StoreNotFound(path, "there is no such store", "check the path")
    if not path.parent.is_dir():
        raise StoreUnwritable(path, f"there is no folder {path.parent}", "make the folder first")


def _check_content(path: Path) -> None:
    """DuckDB also opens CSV, Parquet and SQLite files, as something that is no store."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_MAGIC[0] + len(_MAGIC[1]))
    except OSError as error:
        reason = f"cannot be opened ({error.strerror})"
        raise StoreUnwritable(path, reason, "check the path and its permissions") from error
    if not head:
        raise NotAStore(path, "the file is empty", "remove it, or name another file; a new one is made")
    if head[_MAGIC[0] :] != _MAGIC[1]:
        raise NotAStore(path, "the file is not a DuckDB database", "name another file; a new one is made")


def _opening_error(path: Path, error: duckdb.Error) -> StoreError:
    message = _first_line(error)
    if "not a valid DuckDB" in message:
        return NotAStore(path, "the file is not a DuckDB database", "name another file; a new one is made")
    if "version number" in message or "newer version" in message or "older version" in message:
        return StoreVersionError(
            path, "the file was written by another version of DuckDB", f"install that version ({message})"
        )
    if "lock" in message:
        holder = re.search(r"PID (\d+)", str(error))
        who = f"another program (process {holder[1]})" if holder else "another program"
        return StoreBusy(path, f"{who} has the store open", "close it there, then run this again")
    return StoreUnwritable(path, f"cannot be opened ({message})", "check the path and its permissions")


def _first_line(error: BaseException) -> str:
    return str(error).strip().split("\n", 1)[0]
