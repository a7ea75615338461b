"""POLECAT events: tab-separated with a header, several values joined by "; ", "None" for unknown.

Source: POLECAT Weekly Data, Harvard Dataverse doi:10.7910/DVN/AJGVIT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dragoman.exporting.codes import state
from dragoman.exporting.columns import Cell, Column, ColumnExporter
from dragoman.exporting.selection import Party
from dragoman.version import __version__

NONE = "None"
"""What POLECAT writes where it knows nothing of an actor; pandas must be told that it is text."""


def _listed(values: Iterable[Any]) -> str:
    return "; ".join(str(v or NONE) for v in values) or NONE


def _party(role: str, actors: bool) -> tuple[Column, ...]:
    def each(get: Callable[[Party], Any]) -> Callable[[Cell], Any]:
        return lambda c: _listed(get(p) for p in (c.item.actors if actors else c.item.recipients))

    return (
        Column(f"{role} Name", "names", each(lambda p: p["name"])),
        Column(f"{role} Country", "ISO alpha-3, or PLOVER's codes", each(lambda p: p["country"])),
        Column(f"{role} COW", "numbers of the Correlates of War", each(lambda p: state(p["country"], "cow"))),
        Column(f"Primary {role} Sector", "first sectors", each(lambda p: (p["sectors"] or [None])[0])),
        Column(
            f"{role} Sectors",
            "all sectors, one actor's joined by a comma",
            each(lambda p: ",".join(p["sectors"])),
        ),
        Column(f"{role} Title", "offices", each(lambda p: p["office"])),
        Column(f"{role} Name Raw", "the same as the names", each(lambda p: p["name"])),
        Column(f"Wikipedia {role} ID", "dragoman's own ids, not Wikipedia's", each(lambda p: p["actor_id"])),
    )


def _status(cell: Cell) -> str:
    """PLOVER's auxiliary modes stand in the contexts of nothing; they are kept with the mode."""
    mode, status = cell.row["event_mode"] or "", cell.row["status"]
    return "; ".join(x for x in (mode, "" if status in ("asserted", "contested") else status) if x) or NONE


def _city(cell: Cell) -> str:
    return cell.row["place_name"] if cell.row["place_precision"] == "city" else NONE


class Polecat(ColumnExporter):
    """POLECAT's columns; every status, as it has PLOVER's auxiliary modes."""

    dyads = False
    columns = (
        Column("Event ID", "id of the mention or event", lambda c: c.item.id),
        Column("Event Date", "first day, else day of the report", lambda c: c.item.day or NONE),
        Column("Event Type", "PLOVER type", lambda c: c.row["event_type"]),
        Column("Event Mode", "PLOVER mode, then the status unless it happened", _status),
        Column("Intensity", "PLOVER score", lambda c: c.row["plover_score"]),
        Column("Quad Code", "quad class in capitals", lambda c: c.row["quad"].upper()),
        Column("Contexts", "PLOVER contexts", lambda c: _listed(c.row["contexts"] or ())),
        *_party("Actor", True),
        *_party("Recipient", False),
        Column("Placename", "place", lambda c: c.row["place_name"] or NONE),
        Column("City", "where the place is a city", _city),
        Column("District", "always None", lambda c: NONE),
        Column("Province", "first-level region", lambda c: c.row["place_admin1"] or NONE),
        Column("Country", "ISO alpha-3", lambda c: c.row["place_country"] or NONE),
        Column("Latitude", "degrees, WGS 84", lambda c: c.row["latitude"]),
        Column("Longitude", "degrees, WGS 84", lambda c: c.row["longitude"]),
        Column("GeoNames ID", "GeoNames entry", lambda c: c.row["geonames_id"]),
        Column("Raw Placename", "the same as the place", lambda c: c.row["place_name"] or NONE),
        Column(
            "Feature Type", "city, region, country or feature", lambda c: c.row["place_precision"] or NONE
        ),
        Column("Source", "outlet", lambda c: c.row["outlet"] or NONE),
        Column("Publication Date", "day of the (first) report", lambda c: c.item.reported or NONE),
        Column("Story People", "always None", lambda c: NONE),
        Column("Story Organizations", "always None", lambda c: NONE),
        Column("Story Locations", "always None", lambda c: NONE),
        Column("Language", "of the report", lambda c: c.row["language"] or NONE),
        Column("Version", "dragoman's", lambda c: f"dragoman {__version__}"),
    )
