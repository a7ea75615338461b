"""Rows of mentions, events or anything else as tables for people to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import IO, Any

from rich.table import Table
from rich.text import Text

from dragoman.cli.tables import console, days
from dragoman.records import EventDate

Row = dict[str, Any]
_QUAD_STYLES = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
_CELL = 60
"""Characters of a cell in a table of unknown columns."""


def print_rows(stream: IO[str], kind: str, columns: Sequence[str], rows: list[Row]) -> int:
    """Print rows; ``kind`` is mentions, events or rows.  Gives how many there were."""
    if rows:
        maker = {"mentions": mention_table, "events": event_table}.get(kind)
        table = maker(rows) if maker else any_table(columns, rows)
        console(file=stream).print(table)
    return len(rows)


def mention_table(rows: list[Row]) -> Table:
    """Mentions: rows of ``events_flat``."""
    return _table(
        rows,
        ("mention", 16, None, lambda r: Text(r["mention_id"], style="dim")),
        ("when", 10, None, _when),
        ("who", None, 4, lambda r: _names(r["actor_names"])),
        ("did what", 12, None, _what),
        ("to whom", None, 4, lambda r: _names(r["recipient_names"])),
        ("where", None, 3, lambda r: Text(r["place_name"] or "")),
        ("according to", None, 4, lambda r: Text(_chain(r))),
        ("status", 12, None, lambda r: Text(r["status"])),
    )


def event_table(rows: list[Row]) -> Table:
    """Events: rows of ``events_resolved``."""
    return _table(
        rows,
        ("event", 16, None, lambda r: Text(r["event_id"], style="dim")),
        ("when", 10, None, _when),
        ("who", None, 4, lambda r: _names(r["actor_names"])),
        ("did what", 12, None, _what),
        ("to whom", None, 4, lambda r: _names(r["recipient_names"])),
        ("where", None, 3, lambda r: Text(r["place_name"] or "")),
        ("told", 9, None, lambda r: Text(f"{r['n_mentions']}× in {r['n_reports']}")),
        ("status", 12, None, lambda r: Text(r["status"])),
    )


def any_table(columns: Sequence[str], rows: list[Row]) -> Table:
    """Rows of any columns; long cells are cut."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_cut(row[name]) for name in columns))
    return table


def _table(rows: list[Row], *columns: tuple[str, int | None, int | None, Callable[[Row], Text]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    for name, width, share, _ in columns:
        table.add_column(name, width=width, ratio=share, overflow="fold")
    for row in rows:
        table.add_row(*(cell(row) for *_, cell in columns))
    return table


def _cut(value: Any) -> Text:
    text = "" if value is None else str(value).replace("\n", " ")
    return Text(text if len(text) <= _CELL else text[: _CELL - 1] + "…")


def _when(row: Row) -> Text:
    return Text(days(EventDate(row["date_start"], row["date_end"])))


def _what(row: Row) -> Text:
    style = _QUAD_STYLES.get(row["quad_code"], "")
    mode = f"\n{row['event_mode']}" if row["event_mode"] else ""
    return Text.assemble((row["event_type"], f"bold {style}"), (mode, style))


def _names(cell: str | None) -> Text:
    return Text((cell or "").replace(";", "; "))


def _chain(row: Row) -> str:
    names = (row["attribution_names"] or "").split(";")
    return " ← ".join(filter(None, names)) or row["outlet"] or ""
