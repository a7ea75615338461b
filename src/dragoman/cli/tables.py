"""Records as tables for people to read."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.records import Entity, EventDate, EventMention, Record

_WIDTH = 118
"""Columns where the output is no terminal."""
_QUAD_STYLES = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
_STATUS_STYLES = {"asserted": "", "denied": "magenta", "negated": "magenta"}
_COLUMNS: tuple[tuple[str, int | None, int | None], ...] = (
    ("when", 10, None),
    ("who", None, 5),
    ("did what", 14, None),
    ("to whom", None, 5),
    ("where", None, 3),
    ("according to", None, 4),
    ("status", 12, None),
    ("sure", 4, None),
)
"""Heading, and either a width or a share of what is left."""


def console(*, stderr: bool = False, file: IO[str] | None = None) -> Console:
    """A console as wide as the terminal, or of a fixed width where there is none."""
    stream = file or (sys.stderr if stderr else sys.stdout)
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH
    return Console(stderr=stderr, file=file, highlight=False, width=fixed)


def show_record(target: Console, record: Record, *, evidence: bool = False) -> None:
    """Print one record: a heading, then a row for each event mention."""
    target.print(_heading(record))
    if not record.event_mentions:
        target.print(Text("  no events\n", style="dim"))
        return
    if evidence:
        rows: list[RenderableType] = [_table(record.event_mentions[:0], heading=True)]
        for mention in record.event_mentions:
            rows += [_table((mention,), heading=False), _sentence(mention)]
        target.print(Group(*rows))
    else:
        target.print(_table(record.event_mentions, heading=True))
    target.print()


def _heading(record: Record) -> Text:
    document = record.document
    title = document.title or document.text[:70].strip().replace("\n", " ") + " …"
    known = [document.published.isoformat() if document.published else "no date", document.outlet]
    n, m = len(record.event_mentions), len(record.statements)
    known.append(f"{n} event mention{'' if n == 1 else 's'}, {m} statement{'' if m == 1 else 's'}")
    return Text.assemble((title, "bold"), "\n", (" · ".join(k for k in known if k), "dim"))


def _table(mentions: tuple[EventMention, ...], *, heading: bool) -> Table:
    table = Table(box=None, pad_edge=False, show_header=heading, header_style="dim", expand=True)
    for name, width, share in _COLUMNS:
        table.add_column(name, width=width, ratio=share, overflow="fold")
    for mention in mentions:
        table.add_row(*_cells(mention))
    return table


def _cells(m: EventMention) -> tuple[Text, ...]:
    style = _QUAD_STYLES[m.quad_code]
    return (
        Text(days(m.date)),
        _names(m.actors),
        Text.assemble((m.event_type, f"bold {style}"), (f"\n{m.event_mode}" if m.event_mode else "", style)),
        _names(m.recipients),
        Text(m.place.name if m.place else ""),
        Text(" ← ".join(e.name for e in m.attribution)),
        Text(m.status, style=_STATUS_STYLES.get(m.status, "yellow")),
        Text(f"{m.confidence:.2f}"[1:] if m.confidence < 1 else "1"),
    )


def _names(entities: tuple[Entity, ...]) -> Text:
    out = Text()
    for n, entity in enumerate(entities):
        out.append("; " if n else "")
        out.append(entity.name)
        if entity.country and not (entity.actor_id or "").startswith("country:"):
            out.append(f" ({entity.country})", style="dim")
    return out


def days(date: EventDate) -> str:
    """ "2018-08-26", "2018-08-26 to 27", or nothing where it is unknown."""
    start, end = date.start, date.end
    if start is None or end is None or start == end:
        known = start or end
        return known.isoformat() if known else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.isoformat()} to {end:%d}"
    return f"{start.isoformat()} to {_shortened(start, end)}"


def _shortened(start: dt.date, end: dt.date) -> str:
    return f"{end:%m-%d}" if start.year == end.year else end.isoformat()


def _sentence(m: EventMention) -> Padding:
    """The sentence with its trigger marked, under its row."""
    e = m.evidence
    begin, end = e.trigger[0] - e.start, e.trigger[1] - e.start
    text = Text(f"“{e.text}”", style="dim")
    text.stylize("not dim underline", begin + 1, end + 1)
    return Padding(text, (0, 0, 1, 4))
