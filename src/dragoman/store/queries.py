"""Rows out of a store: the mentions or events that a filter asks for, or what one SELECT gives.

Everything here reads and never writes.  What comes out is :class:`Rows`, fetched as it is used; it
shows the store as it was when it was asked, whatever is written to it meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

import duckdb

from dragoman.store.database import Store
from dragoman.store.filters import EVENTS, MENTIONS, Filter, Target, where
from dragoman.store.schema import mentions_flat
from dragoman.store.search import ranked
from dragoman.store.views import events_resolved

Order = Literal["oldest", "newest", "surest", "closest"]
ORDERS: tuple[str, ...] = get_args(Order)
SECONDS = 60.0
"""After which a query is broken off, unless told otherwise."""
_AT_ONCE = 1000
_SEALED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    "max_temp_directory_size": "0KB",
    "lock_configuration": "true",
}
"""No other file, no network, no extension, no variable of this program can be read; memory is bounded."""


class QueryError(ValueError):
    """A query that cannot be answered; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query gives: the columns, and the rows as they are fetched.

    Close it, or use it as a context manager, where not all rows are fetched.
    """

    columns: tuple[str, ...]
    values: Iterator[tuple[Any, ...]]
    total: int | None = None
    """Rows there would be without a limit; None where nobody counted."""
    close: Callable[[], None] = lambda: None

    def __enter__(self) -> Rows:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Each row as column → value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.values)


def mentions(
    store: Store,
    asked: Filter,
    *,
    limit: int | None = None,
    order: Order = "oldest",
    seconds: float = SECONDS,
) -> Rows:
    """Event mentions as rows of ``events_flat``."""
    return _asked(store, asked, MENTIONS, limit, order, seconds)


def events(
    store: Store,
    asked: Filter,
    *,
    limit: int | None = None,
    order: Order = "oldest",
    seconds: float = SECONDS,
) -> Rows:
    """Events as rows of ``events_resolved``."""
    return _asked(store, asked, EVENTS, limit, order, seconds)


def select(path: Path, sql: str, *, seconds: float = SECONDS) -> Rows:
    """What one SELECT gives, on a connection that can read the store and nothing else.

    Raises:
        StoreError: the store cannot be opened.
        QueryError: ``sql`` is not one SELECT, is wrong, or takes longer than ``seconds``.
    """
    _check_select(sql)
    with Store.open(path, read_only=True):
        pass  # says what is wrong with the file in words of its own
    connection = duckdb.connect(str(path.absolute()), read_only=True, config=dict(_SEALED))
    try:
        rows = run(connection, sql, {}, seconds=seconds)
    except BaseException:
        connection.close()
        raise

    def close() -> None:
        rows.close()
        connection.close()

    return replace(rows, close=close)


def run(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: dict[str, Any],
    *,
    seconds: float = SECONDS,
    total: int | None = None,
) -> Rows:
    """Run a query; the time limit is for it and for the fetching of all its rows.

    Raises:
        QueryError: it is wrong, or takes longer; also while its rows are fetched.
    """
    limit = _TimeLimit(connection, seconds)
    try:
        with limit:
            cursor = connection.execute(sql, parameters or None)
    except duckdb.Error as error:
        raise _query_error(error, seconds) from error
    columns = tuple(str(column[0]) for column in cursor.description or ())
    return Rows(columns, _fetched(cursor, limit), total)


class _TimeLimit:
    """Breaks a connection's query off when it has worked for some seconds.

    What whoever uses the rows does between them is not counted.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, seconds: float) -> None:
        self.connection = connection
        self.seconds = self.left = seconds

    def __enter__(self) -> None:
        self.timer = threading.Timer(max(self.left, 0.0), self.connection.interrupt)
        self.timer.daemon = True
        self.began = time.monotonic()
        self.timer.start()

    def __exit__(self, *error: object) -> None:
        self.left -= time.monotonic() - self.began
        self.timer.cancel()
        self.timer.join()


def _asked(
    store: Store, asked: Filter, target: Target, limit: int | None, order: Order, seconds: float
) -> Rows:
    sql, parameters = flat_query(asked, target, limit, order)
    cursor = store.cursor()  # what else is asked or written of the store would end the rows of its own early
    try:
        total = None
        if limit is not None:
            clause = where(asked, target)
            counted = f"SELECT count(*) FROM {target.source} WHERE {clause.sql}"
            with run(cursor, counted, clause.parameters, seconds=seconds) as counting:
                total = next(counting.values)[0]
        rows = run(cursor, sql, parameters, seconds=seconds, total=total)
    except BaseException:
        cursor.close()
        raise

    def close() -> None:
        rows.close()
        cursor.close()

    return replace(rows, values=_closing(rows.values, close), close=close)


def _closing(values: Iterator[tuple[Any, ...]], close: Callable[[], None]) -> Iterator[tuple[Any, ...]]:
    """The values; at their end, or where nobody wants the rest, what they came from is closed."""
    try:
        yield from values
    finally:
        close()


def flat_query(
    asked: Filter, target: Target, limit: int | None = None, order: Order = "oldest"
) -> tuple[str, dict[str, Any]]:
    """The SQL of the flat rows that are asked for, and its parameters.

    The rows are chosen first, and only their parties are gathered: on a large store that is
    a hundred times quicker than a condition on the view.
    """
    clause = where(asked, target)
    parameters = dict(clause.parameters)
    by = _order(asked, target, order, parameters)
    bound = "" if limit is None else f"LIMIT {int(limit)}"
    return flat_sql(target, target.source, f"{clause.sql} ORDER BY rank {bound}", by), parameters


def flat_sql(target: Target, source: str, condition: str, by: str) -> str:
    """The SQL of the flat rows of ``source`` under a condition, in the order ``by``."""
    a = target.alias
    chosen = f"""WITH chosen AS MATERIALIZED (
  SELECT {a}.*, row_number() OVER (ORDER BY {by}) AS rank FROM {source} WHERE {condition}
)"""
    if target is MENTIONS:
        mine = "(FROM mention_actors p SEMI JOIN chosen m ON p.document_id = m.document_id "
        flat = mentions_flat("chosen", mine + "AND p.mention = m.position)")
        flat += "\nORDER BY m.rank"
    else:
        flat = events_resolved("chosen", "(FROM event_actors p SEMI JOIN chosen e ON p.event_id = e.id)")
        flat += "\nORDER BY e.rank"
    return f"{chosen}, {flat.removeprefix('WITH ')}"


def _order(asked: Filter, target: Target, order: Order, parameters: dict[str, Any]) -> str:
    if order == "closest":
        if not asked.text:
            raise QueryError("to sort by closeness there must be words to be close to; give --text")
        parameters["words"] = asked.text
        score = f"SELECT score FROM ({ranked('$words')}) s"
        if target is MENTIONS:
            return f"({score} WHERE s.document_id = m.document_id) DESC, m.id"
        return (
            f"(SELECT max(score) FROM ({ranked('$words')}) s JOIN event_members t USING (document_id) "
            "WHERE t.event_id = e.id) DESC, e.id"
        )
    tie = "m.document_id, m.position" if target is MENTIONS else "e.id"
    if order == "surest":
        return f"{target.alias}.confidence DESC, {tie}"
    return f"{target.first_day} {'DESC' if order == 'newest' else 'ASC'} NULLS LAST, {tie}"


def _check_select(sql: str) -> None:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise _query_error(error, SECONDS) from error
    kinds = [statement.type for statement in statements]
    if kinds not in ([duckdb.StatementType.SELECT], [duckdb.StatementType.EXPLAIN]):
        raise QueryError("--sql takes one SELECT, and nothing that changes the store or reads another file")


def _fetched(cursor: duckdb.DuckDBPyConnection, limit: _TimeLimit) -> Iterator[tuple[Any, ...]]:
    try:
        while True:
            with limit:
                rows = cursor.fetchmany(_AT_ONCE)
            if not rows:
                return
            yield from rows
    except duckdb.Error as error:
        raise _query_error(error, limit.seconds) from error


def _query_error(error: duckdb.Error, seconds: float) -> QueryError:
    if isinstance(error, duckdb.InterruptException):
        return QueryError(f"the query took longer than {seconds:g} s; ask for less or give more --seconds")
    if isinstance(error, duckdb.PermissionException):
        return QueryError(f"the query may read nothing but the store ({str(error).splitlines()[0]})")
    return QueryError(str(error).strip())
