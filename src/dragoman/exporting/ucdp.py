"""UCDP-GED-like: deadly violence with the 49 columns of UCDP's event data, comma-separated.

Source: Högbladh, UCDP Georeferenced Event Dataset Codebook 23.1, Uppsala University.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from dragoman.exporting.acled import civilian
from dragoman.exporting.codes import number_of, state
from dragoman.exporting.columns import HAPPENED, Cell, Column, ColumnExporter
from dragoman.exporting.selection import Item, Party

_STATE = frozenset(("GOV", "MIL", "COP", "SPY"))
_WHERE = {"city": 1, "feature": 2, "region": 4, "country": 6}


def violence(item: Item) -> int:
    """1 with a state on a side, 2 between others, 3 against civilians."""
    if civilian(item):
        return 3
    return 1 if any(_STATE & set(p["sectors"]) for p in (*item.actors, *item.recipients)) else 2


def grid_cell(latitude: float | None, longitude: float | None) -> Any:
    """Number of the PRIO-GRID cell: half degrees from the south-west corner, row by row."""
    if latitude is None or longitude is None:
        return ""
    row, column = math.floor((latitude + 90) * 2), math.floor((longitude + 180) * 2)
    return min(row, 359) * 720 + min(column, 719) + 1


def _side(parties: tuple[Party, ...]) -> str:
    return ", ".join(p["name"] for p in parties)


def _sides(c: Cell) -> tuple[str, str]:
    if not c.item.recipients and len(c.item.actors) > 1:
        return _side(c.item.actors[:1]), _side(c.item.actors[1:])
    return _side(c.item.actors), "Civilians" if violence(c.item) == 3 else _side(c.item.recipients)


def _date_precision(c: Cell) -> int:
    start, end = c.row["date_start"], c.row["date_end"]
    days = (end - start).days if start and end else 365
    return next((n for n, most in ((1, 0), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _government(parties: tuple[Party, ...]) -> str:
    return ";".join(g for p in parties if _STATE & set(p["sectors"]) and (g := state(p["country"], "gw")))


def _point(c: Cell) -> str:
    return f"POINT ({c.row['longitude']} {c.row['latitude']})" if c.row["latitude"] is not None else ""


def _high(c: Cell) -> Any:
    return c.row["killed_max"] if "killed_max" in c.row else c.row["killed"]


_COLUMNS: dict[str, tuple[str, Any]] = {
    "id": ("a number from the id", lambda c: number_of(c.item.id)),
    "relid": ("id of the mention or event", lambda c: c.item.id),
    "year": ("of the first day", lambda c: c.item.day and c.item.day.year),
    "type_of_violence": (
        "1 a state takes part, 2 others, 3 civilians; from sectors",
        lambda c: violence(c.item),
    ),
    "dyad_name": ("both sides", lambda c: " - ".join(_sides(c))),
    "side_a": ("actors, joined by a comma", lambda c: _sides(c)[0]),
    "side_b": ("recipients or partners; Civilians for type 3", lambda c: _sides(c)[1]),
    "number_of_sources": ("outlets", lambda c: c.row["n_outlets"]),
    "source_article": (
        "address of the (first) report, else its id",
        lambda c: c.row["url"] or c.row["document_id"],
    ),
    "source_office": ("its outlet", lambda c: c.row["outlet"]),
    "source_date": ("its day", lambda c: c.item.reported),
    "source_headline": ("its title", lambda c: c.row["title"]),
    "source_original": ("nearest sources", lambda c: "; ".join(c.row["sources"] or ())),
    "where_prec": (
        "1 town, 2 feature, 4 region, 6 country",
        lambda c: _WHERE.get(c.row["place_precision"] or "", ""),
    ),
    "where_coordinates": ("place", lambda c: c.row["place_name"]),
    "adm_1": ("first-level region", lambda c: c.row["place_admin1"]),
    "latitude": ("degrees, WGS 84", lambda c: c.row["latitude"]),
    "longitude": ("degrees, WGS 84", lambda c: c.row["longitude"]),
    "geom_wkt": ("the point", _point),
    "priogrid_gid": ("PRIO-GRID cell", lambda c: grid_cell(c.row["latitude"], c.row["longitude"])),
    "country": ("name of the place's country", lambda c: state(c.row["place_country"], "name")),
    "country_id": ("its Gleditsch-Ward number", lambda c: state(c.row["place_country"], "gw")),
    "event_clarity": ("always 1", lambda c: 1),
    "date_prec": ("1 day, 2 up to 6 days, 3 week, 4 month, 5 longer or unknown", _date_precision),
    "date_start": ("first day, else day of the report", lambda c: c.item.day),
    "date_end": ("last day", lambda c: c.row["date_end"] or c.item.day),
    "deaths_civilians": (
        "deaths of type 3",
        lambda c: c.item.number("killed") if violence(c.item) == 3 else 0,
    ),
    "deaths_unknown": (
        "deaths of types 1 and 2",
        lambda c: 0 if violence(c.item) == 3 else c.item.number("killed"),
    ),
    "best": ("the lowest count, as UCDP prefers", lambda c: c.item.number("killed")),
    "high": ("the highest", _high),
    "low": ("the lowest", lambda c: c.item.number("killed")),
    "gwnoa": ("Gleditsch-Ward numbers of states on side a", lambda c: _government(c.item.actors)),
    "gwnob": ("the same of side b", lambda c: _government(c.item.recipients)),
}
_ORDER = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()


class UcdpGed(ColumnExporter):
    """GED's columns; several on a side stay together, since a row for each would count the dead twice."""

    delimiter = ","
    dyads = False
    statuses = HAPPENED
    columns = tuple(Column(name, *_COLUMNS[name]) if name in _COLUMNS else Column(name) for name in _ORDER)

    def rows(self, item: Item) -> Iterable[Cell]:
        """Only assaults with at least one death that is counted."""
        return (Cell(item),) if item.row["event_type"] == "ASSAULT" and (_high(Cell(item)) or 0) > 0 else ()
