"""ICEWS events: tab-separated with a header, 20 columns, countries by name, a dyad a row.

Source: Boschee and others, ICEWS Coded Event Data, Harvard Dataverse doi:10.7910/DVN/28075.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman import ontology
from dragoman.exporting.codes import cameo_of, number_of, state
from dragoman.exporting.columns import HAPPENED, Cell, Column, ColumnExporter
from dragoman.exporting.gdelt import event_number
from dragoman.exporting.selection import Party


def sector_names(party: Party) -> str:
    """Sectors in words, joined by commas as ICEWS joins its own."""
    return ",".join(ontology.sectors().get(s, s).split(":")[0].replace(",", " and") for s in party["sectors"])


def _party(role: str, source: bool) -> tuple[Column, ...]:
    def of(get: Callable[[Party], Any]) -> Callable[[Cell], Any]:
        def value(cell: Cell) -> Any:
            party = cell.source if source else cell.target
            return get(party) if party else ""

        return value

    return (
        Column(f"{role} Name", "its name", of(lambda p: p["name"])),
        Column(f"{role} Sectors", "PLOVER sectors in words, not ICEWS's own", of(sector_names)),
        Column(f"{role} Country", "name of its country", of(lambda p: state(p["country"], "name"))),
    )


def _code_name(cell: Cell) -> str:
    found = ontology.cameo().get(cameo_of(cell.row))
    return found.name if found else ""


class Icews(ColumnExporter):
    """ICEWS's columns; its ids are unique only with the date, these are unique by themselves."""

    statuses = HAPPENED
    columns = (
        Column("Event ID", "a number from the id and the pair; unique without the date", event_number),
        Column("Event Date", "first day, else day of the report", lambda c: c.item.day),
        *_party("Source", True),
        Column("Event Text", "name of the CAMEO code", _code_name),
        Column("CAMEO Code", "text: its leading zero counts", lambda c: cameo_of(c.row)),
        Column("Intensity", "Goldstein score", lambda c: c.row["goldstein"]),
        *_party("Target", False),
        Column("Story ID", "a number from the report's id", lambda c: number_of(c.row["document_id"])),
        Column("Sentence Number"),
        Column("Publisher", "outlet", lambda c: c.row["outlet"]),
        Column("City", "where the place is a city", lambda c: c.row["place_name"] if c.row["place_precision"] == "city" else ""),
        Column("District"),
        Column("Province", "first-level region", lambda c: c.row["place_admin1"]),
        Column("Country", "name of the place's country", lambda c: state(c.row["place_country"], "name")),
        Column("Latitude", "degrees, WGS 84", lambda c: c.row["latitude"]),
        Column("Longitude", "degrees, WGS 84", lambda c: c.row["longitude"]),
    )  # fmt: skip
