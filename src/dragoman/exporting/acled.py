"""ACLED-like: violence, protest, arrests and agreements with ACLED's 31 columns, comma-separated.

Source: Armed Conflict Location & Event Data Project (ACLED) Codebook, columns of the export tool.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.exporting.codes import state
from dragoman.exporting.columns import HAPPENED, Cell, Column, ColumnExporter
from dragoman.exporting.selection import Item, Party

_REMOTE = {
    "aerial": "Air/drone strike",
    "drone": "Air/drone strike",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "explosives": "Remote explosive/landmine/IED",
    "suicide-attack": "Suicide bomb",
    "unconventional": "Chemical weapon",
}
_CIVILIAN = frozenset("CVL REF JRN LAB AGR BUS EDU MED HLH REL SOC ELI".split())
_INTER = (
    ("MIL GOV COP SPY", "State forces"),
    ("REB", "Rebel group"),
    ("PRM UAF", "Political militia"),
    ("CVL REF JRN LAB AGR BUS EDU MED HLH REL SOC", "Civilians"),
)
_PRECISION = {"city": 1, "feature": 2, "region": 3, "country": 3}


def kind_of(item: Item) -> tuple[str, str] | None:
    """ACLED's type and sub-type, as near as PLOVER comes; None where ACLED has no such event."""
    event_type, mode = item.row["event_type"], item.row["event_mode"]
    if event_type == "PROTEST":
        riot = mode in ("riot", "vandalize")
        return ("Riots", "Violent demonstration") if riot else ("Protests", "Peaceful protest")
    if event_type == "ASSAULT":
        if mode in _REMOTE:
            return "Explosions/Remote violence", _REMOTE[mode]
        if mode == "crowd-control":
            return "Protests", "Protest with intervention"
        if mode in ("abduct", "sexual") or civilian(item):
            sub = {"abduct": "Abduction/forced disappearance", "sexual": "Sexual violence"}.get(
                mode or "", "Attack"
            )
            return "Violence against civilians", sub
        return "Battles", "Armed clash"
    if (event_type, mode) == ("COERCE", "arrest"):
        return "Strategic developments", "Arrests"
    if (event_type, mode) == ("RETREAT", "ceasefire"):
        return "Strategic developments", "Agreement"
    return None


def civilian(item: Item) -> bool:
    """Whether it is done to civilians only."""
    return bool(item.recipients) and all(_CIVILIAN & set(p["sectors"]) for p in item.recipients)


def _inter(parties: tuple[Party, ...], item: Item) -> str:
    """The kind of a side's first actor; state forces abroad are external ones for ACLED."""
    if not parties:
        return ""
    sectors = set(parties[0]["sectors"])
    found = next((name for codes, name in _INTER if sectors & set(codes.split())), "")
    where, whose = item.row["place_country"], parties[0]["country"]
    return (
        "External/Other forces" if found == "State forces" and where and whose not in (where, None) else found
    )


def _inter_1(item: Item) -> str:
    """Those who demonstrate have kinds of their own."""
    first = _sides(Cell(item))[0]
    crowd = {"Riots": "Rioters", "Protests": "Protesters"}.get((kind_of(item) or ("",))[0])
    return crowd if crowd and first and item.row["event_type"] == "PROTEST" else _inter(first, item)


def _inter_2(item: Item) -> str:
    return _inter(_sides(Cell(item))[1], item)


def _sides(cell: Cell) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    actors, recipients = cell.item.actors, cell.item.recipients
    return (actors, recipients) if recipients or len(actors) < 2 else (actors[:1], actors[1:])


def _interaction(cell: Cell) -> str:
    """Both kinds with a hyphen; a side alone is "only", as ACLED says it."""
    kinds = [name for name in (_inter_1(cell.item), _inter_2(cell.item)) if name]
    return f"{kinds[0]} only" if len(kinds) == 1 and not _sides(cell)[1] else "-".join(kinds)


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(p["name"] for p in parties)


def _time_precision(cell: Cell) -> int:
    start, end = cell.row["date_start"], cell.row["date_end"]
    days = (end - start).days if start and end else 30 * (not start)
    return 1 if days < 1 else 2 if days < 8 else 3


class Acled(ColumnExporter):
    """ACLED's columns; the first actor stands in ``actor1``, those with it in ``assoc_actor_1``."""

    delimiter = ","
    dyads = False
    statuses = HAPPENED
    columns = (
        Column("event_id_cnty", "id of the mention or event", lambda c: c.item.id),
        Column("event_date", "first day, else day of the report", lambda c: c.item.day),
        Column("year", "its year", lambda c: c.item.day and c.item.day.year),
        Column("time_precision", "1 day, 2 week, 3 longer or unknown", _time_precision),
        Column("disorder_type", "demonstrations, political violence or strategic developments",
               lambda c: _disorder((kind_of(c.item) or ("",))[0])),
        Column("event_type", "from PLOVER type and mode", lambda c: (kind_of(c.item) or ("", ""))[0]),
        Column("sub_event_type", "from the mode", lambda c: (kind_of(c.item) or ("", ""))[1]),
        Column("actor1", "first actor", lambda c: _names(_sides(c)[0][:1])),
        Column("assoc_actor_1", "other actors", lambda c: _names(_sides(c)[0][1:])),
        Column("inter1", "kind of actor1, from its sectors; of state forces abroad External/Other forces", lambda c: _inter_1(c.item)),
        Column("actor2", "first recipient, or partner", lambda c: _names(_sides(c)[1][:1])),
        Column("assoc_actor_2", "the others", lambda c: _names(_sides(c)[1][1:])),
        Column("inter2", "kind of actor2", lambda c: _inter_2(c.item)),
        Column("interaction", "inter1 and inter2, joined by -; one alone with only", _interaction),
        Column("civilian_targeting", "where all recipients are civilians",
               lambda c: "Civilian targeting" if c.row["event_type"] == "ASSAULT" and civilian(c.item) else ""),
        Column("iso"),
        Column("region"),
        Column("country", "name of the place's country", lambda c: state(c.row["place_country"], "name")),
        Column("admin1", "first-level region", lambda c: c.row["place_admin1"]),
        Column("admin2"),
        Column("admin3"),
        Column("location", "place", lambda c: c.row["place_name"]),
        Column("latitude", "degrees, WGS 84", lambda c: c.row["latitude"]),
        Column("longitude", "degrees, WGS 84", lambda c: c.row["longitude"]),
        Column("geo_precision", "1 town, 2 feature, 3 region or country",
               lambda c: _PRECISION.get(c.row["place_precision"] or "", "")),
        Column("source", "outlet", lambda c: c.row["outlet"]),
        Column("source_scale"),
        Column("notes", "the sentence", lambda c: c.row["sentence"]),
        Column("fatalities", "lowest count of people killed; empty: the reports give none",
               lambda c: c.item.number("killed")),
        Column("tags"),
        Column("timestamp"),
    )  # fmt: skip

    def rows(self, item: Item) -> Iterable[Cell]:
        """Only what ACLED has a type for."""
        return (Cell(item),) if kind_of(item) else ()


def _disorder(event_type: str) -> str:
    if event_type in ("Protests", "Riots"):
        return "Demonstrations"
    return event_type if event_type == "Strategic developments" else "Political violence"
