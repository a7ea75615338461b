"""Phoenix events: tab-separated without a header, 26 columns, a dyad a row.

Source: Open Event Data Alliance, Phoenix Data Project documentation (phoenixdata.org).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.exporting.codes import cameo_of
from dragoman.exporting.columns import HAPPENED, Cell, Column, ColumnExporter
from dragoman.exporting.gdelt import event_number
from dragoman.exporting.selection import Party


def penta_class(code: str) -> int:
    """0 neutral, 1 and 2 verbal and material cooperation, 3 and 4 conflict: Phoenix's own cuts of roots."""
    root = int(code[:2])
    return 0 if root <= 2 else 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _party(role: str, source: bool) -> tuple[Column, ...]:
    def of(get: Callable[[Party], Any]) -> Callable[[Cell], Any]:
        def value(cell: Cell) -> Any:
            party = cell.source if source else cell.target
            return get(party) if party else ""

        return value

    return (
        Column(
            f"{role}ActorFull", "country and sectors, run together",
            of(lambda p: (p["country"] or "") + "".join(p["sectors"])),
        ),
        Column(f"{role}ActorEntity", "country", of(lambda p: p["country"])),
        Column(f"{role}ActorRole", "first sector", of(lambda p: (p["sectors"] or [""])[0])),
        Column(f"{role}ActorAttribute", "other sectors, joined by ;", of(lambda p: ";".join(p["sectors"][1:]))),
    )  # fmt: skip


class Phoenix(ColumnExporter):
    """Phoenix's columns."""

    header = False
    statuses = HAPPENED
    columns = (
        Column("EventID", "a number from the id and the pair", event_number),
        Column("Date", "YYYYMMDD: first day, else day of the report", lambda c: c.item.day and f"{c.item.day:%Y%m%d}"),
        Column("Year", "YYYY", lambda c: c.item.day and c.item.day.year),
        Column("Month", "1 to 12", lambda c: c.item.day and c.item.day.month),
        Column("Day", "1 to 31", lambda c: c.item.day and c.item.day.day),
        *_party("Source", True),
        *_party("Target", False),
        Column("EventCode", "CAMEO code", lambda c: cameo_of(c.row)),
        Column("EventRootCode", "its first two digits", lambda c: cameo_of(c.row)[:2]),
        Column("PentaClass", "Phoenix's class of the root", lambda c: penta_class(cameo_of(c.row))),
        Column("GoldsteinScore", "Goldstein score", lambda c: c.row["goldstein"]),
        Column("Issues", "PLOVER contexts, joined by ;", lambda c: ";".join(c.row["contexts"] or ())),
        Column("Lat", "degrees, WGS 84", lambda c: c.row["latitude"]),
        Column("Lon", "degrees, WGS 84", lambda c: c.row["longitude"]),
        Column("LocationName", "place", lambda c: c.row["place_name"]),
        Column("StateName", "first-level region", lambda c: c.row["place_admin1"]),
        Column("CountryCode", "ISO alpha-3", lambda c: c.row["place_country"]),
        Column("SentenceID", "report's id and offset of the sentence, for mentions",
               lambda c: f"{c.row['document_id']}_{c.row['sentence_start']}" if "sentence_start" in c.row else ""),
        Column("URLs", "address of the (first) report", lambda c: c.row["url"]),
        Column("NewsSources", "its outlet", lambda c: c.row["outlet"]),
    )  # fmt: skip
