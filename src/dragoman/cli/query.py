"""``dragoman query``: questions to a store, by filters or in SQL."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.app import EXIT_CODES, Exit, OutputError, errors_reported, say
from dragoman.cli.filters import HELP, Asked, StoreOption, filtered, names_given

if TYPE_CHECKING:
    from dragoman.store.filters import Filter
    from dragoman.store.queries import Order, Rows

EPILOG = f"{HELP}\n\n`docs/store.md` lists the tables and views for --sql.\n\n{EXIT_CODES}"
_TABLE_ROWS = 100
"""Rows of a table for people, unless told otherwise."""


class Output(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class Sort(StrEnum):
    """Which rows come first."""

    oldest = "oldest"
    newest = "newest"
    surest = "surest"
    closest = "closest"


@filtered(event="Mentions of this event.")
def query(
    store: StoreOption,
    asked: Asked,
    events: Annotated[
        bool, typer.Option("--events", help="Events, each made of all its mentions; not single mentions.")
    ] = False,
    sql: Annotated[
        str | None, typer.Option("--sql", metavar="SELECT", help="Any one SELECT, instead of filters.")
    ] = None,
    format: Annotated[Output, typer.Option("--format", "-f", help="How to print.")] = Output.table,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")
    ] = None,
    sort: Annotated[
        Sort | None,
        typer.Option("--sort", help="Which come first: oldest, or closest with --text."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=0, metavar="N", help="Rows at most; 0: all. A table has 100."),
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.001, help="Time after which it is broken off.")] = 60.0,
) -> None:
    """Ask a store for event mentions or events, or anything in SQL."""
    if sql is not None and (given := names_given(asked)):
        raise typer.BadParameter(f"--sql stands alone; put {given} into its WHERE")
    if limit is None and format is Output.table:
        limit = _TABLE_ROWS
    with errors_reported(), _Asking() as asking:
        if sql is not None:
            asking.sql(store, sql, seconds, limit or None)
        else:
            asking.filtered(store, asked, events, limit or None, sort, seconds)
        asking.print(format, output)
    raise typer.Exit(Exit.OK)


class _Asking:
    """A question, from the store to the paper."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.kind = "rows"
        self.limit: int | None = None

    def __enter__(self) -> _Asking:
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        from dragoman.store.queries import QueryError

        self.stack.close()
        if isinstance(error, QueryError):
            say(str(error))
            raise typer.Exit(Exit.USAGE) from None

    def filtered(
        self, path: Path, asked: Filter, events: bool, limit: int | None, sort: Sort | None, seconds: float
    ) -> None:
        """Ask by filters."""
        from dragoman.store import Store, queries
        from dragoman.store.reviewed import as_reviewed

        opened = self.stack.enter_context(Store.open(path, read_only=True))
        held = self.stack.enter_context(as_reviewed(opened, asked.reviewed))
        order: Order = sort.value if sort else ("closest" if asked.text else "oldest")
        ask = queries.events if events else queries.mentions
        self.rows: Rows = ask(held, asked, limit=limit, order=order, seconds=seconds)
        self.stack.callback(self.rows.close)
        self.kind, self.limit = ("events" if events else "mentions"), limit

    def sql(self, path: Path, sql: str, seconds: float, limit: int | None) -> None:
        """Ask in SQL."""
        from dragoman.store import queries

        self.rows = queries.select(path, sql, seconds=seconds)
        self.stack.callback(self.rows.close)
        self.limit = limit

    def print(self, format: Output, output: Path | None) -> None:
        """Write the rows, and say on standard error where there are more."""
        from itertools import islice

        stream = self.stack.enter_context(_opened(output)) if output else sys.stdout
        found = self.rows.dicts() if self.limit is None else islice(self.rows.dicts(), self.limit)
        if format is Output.table:
            from dragoman.cli.row_tables import print_rows

            shown = print_rows(stream, self.kind, self.rows.columns, list(found))
        else:
            counted = _Counted(found)
            _WRITERS[format](stream, self.rows.columns, counted)
            shown = counted.n
        if self.rows.total is not None and self.rows.total > shown:
            say(f"{shown:,} of {self.rows.total:,} {self.kind}; --limit 0 gives all")
        elif self.rows.total is None and self.limit is not None and next(self.rows.values, None) is not None:
            say(f"the first {shown:,} rows; --limit 0 gives all")
        elif not shown:
            say(f"no {self.kind}")


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise OutputError(path, error.strerror) from error


class _Counted:
    """Rows on their way, counted."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self.rows = rows
        self.n = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self.rows:
            self.n += 1
            yield row


def _json(stream: IO[str], columns: tuple[str, ...], rows: _Counted) -> None:
    stream.write("[")
    for row in rows:
        stream.write(",\n " if rows.n > 1 else "\n ")
        stream.write(json.dumps(row, ensure_ascii=False, default=_plain))
    stream.write("\n]\n" if rows.n else "]\n")


def _jsonl(stream: IO[str], columns: tuple[str, ...], rows: _Counted) -> None:
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")


def _csv(stream: IO[str], columns: tuple[str, ...], rows: _Counted) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])


_WRITERS = {Output.json: _json, Output.jsonl: _jsonl, Output.csv: _csv}


def _cell(value: Any) -> Any:
    """A value as a cell of CSV: lists and structs as JSON."""
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return value


def _plain(value: Any) -> Any:
    """What JSON has no type for, as text."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
