"""Map, timeline, network, and the history of a pair."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import events
from dragoman.explorer.asking import Asked, asked, choice
from dragoman.explorer.charts.network import network
from dragoman.explorer.charts.timeline import UNITS, Timeline, timeline, unit_for
from dragoman.explorer.charts.worldmap import HEIGHT, WIDTH, circles, disputed, graticule, labelled, view
from dragoman.explorer.errors import BadRequest
from dragoman.explorer.pages.common import page
from dragoman.explorer.state import Explorer, explorer_of
from dragoman.store.filters import Filter


def map_page(request: Request) -> Response:
    """Events by place."""
    wanted = asked(request.query_params)
    explorer = explorer_of(request)
    rows = events.places(explorer.db, wanted.filter)
    round_ones = circles(rows)
    shown = view(round_ones)
    drawn, narrow = _timelines(explorer, wanted.filter, height=110)
    return page(
        request,
        "map.html",
        asked=wanted,
        places=rows,
        circles=round_ones,
        labelled=labelled(round_ones, shown),
        view=shown,
        graticule=graticule(),
        disputed=disputed(),
        width=WIDTH,
        height=HEIGHT,
        drawn=drawn,
        narrow=narrow,
        total=events.count(explorer.db, wanted.filter),
    )


def timeline_page(request: Request) -> Response:
    """Cooperation and conflict over time."""
    wanted = asked(request.query_params, ("unit",))
    explorer = explorer_of(request)
    unit = choice(wanted, "unit", ("", *UNITS), "")
    drawn, narrow = _timelines(explorer, wanted.filter, unit=unit, height=300)
    return page(
        request,
        "timeline.html",
        asked=wanted,
        drawn=drawn,
        narrow=narrow,
        unit=unit,
        units=UNITS,
        newest=events.listed(explorer.db, wanted.filter, events.Sort("date"), 20),
        total=events.count(explorer.db, wanted.filter),
    )


def network_page(request: Request) -> Response:
    """Who acts on whom."""
    wanted = asked(request.query_params, ("level",))
    explorer = explorer_of(request)
    level = choice(wanted, "level", ("country", "actor"), "country")
    rows = events.pairs(explorer.db, wanted.filter, level=level, most=300)
    names = _names(explorer, rows, level)
    return page(
        request,
        "network.html",
        asked=wanted,
        level=level,
        rows=rows[:40],
        drawn=network(rows),
        narrow=network(rows, size=400, most=14),
        names=names,
        total=events.count(explorer.db, wanted.filter),
    )


def _names(explorer: Explorer, rows: list[dict[str, object]], level: str) -> dict[str, str]:
    keys = {str(r[side]) for r in rows for side in ("source", "target")}
    if level == "country":
        return {k: explorer.names.country(k) for k in keys}
    found = explorer.db.kept_rows(
        "SELECT actor_id, mode(name) AS name FROM x.parties WHERE actor_id IN (SELECT unnest($keys)) "
        "GROUP BY actor_id",
        {"keys": sorted(keys)},
    )
    return {k: k for k in keys} | {r["actor_id"]: r["name"] for r in found}


def pair_page(request: Request) -> Response:
    """The history of two parties with each other."""
    wanted = asked(request.query_params, ("a", "b"))
    first, second = wanted.other.get("a", ""), wanted.other.get("b", "")
    if not first or not second:
        raise BadRequest("A pair needs both parties: /pair?a=IRN&b=SYR.")
    explorer = explorer_of(request)
    db = explorer.db
    both = replace(wanted.filter, parties=(*wanted.filter.parties, first, second))
    there = replace(wanted.filter, actors=(first,), recipients=(second,))
    back = replace(wanted.filter, actors=(second,), recipients=(first,))
    drawn, narrow = _timelines(explorer, both, height=220)
    words = {**wanted.words, "party": [*wanted.words.get("party", ()), first, second]}
    return page(
        request,
        "pair.html",
        asked=Asked(both, words, {}),
        a=first,
        b=second,
        name_a=party_name(explorer, first),
        name_b=party_name(explorer, second),
        drawn=drawn,
        narrow=narrow,
        scores=_scores(explorer, both),
        there=_sums(explorer, there),
        back=_sums(explorer, back),
        total=events.count(db, both),
        newest=events.listed(db, both, events.Sort("date"), 25),
    )


def party_name(explorer: Explorer, party: str) -> str:
    """A party as people call it: a country code, an actor's id, or a name as it stands."""
    if ":" in party:
        entry = explorer.names.entry(party)
        return str(entry["name"]) if entry and entry.get("name") else party
    return explorer.names.country(party) if party.isupper() and len(party) == 3 else party


def _scores(explorer: Explorer, wanted: Filter) -> list[tuple[str, int, float]]:
    """For each year the number of events and the mean PLOVER score."""
    years: dict[str, tuple[int, float]] = {}
    for row in events.over_time(explorer.db, wanted, "year"):
        n, total = years.get(f"{row['bucket'].year}", (0, 0.0))
        years[f"{row['bucket'].year}"] = (n + row["n"], total + (row["score"] or 0.0) * row["n"])
    return [(year, n, total / n) for year, (n, total) in years.items()]


def _sums(explorer: Explorer, wanted: Filter) -> dict[str, object]:
    """How one side acts on the other: events by quad class and by type."""
    facets = events.facets(explorer.db, wanted, most=6)
    return {
        "n": events.count(explorer.db, wanted),
        "quads": {int(r["value"]): r["n"] for r in facets["quad"]},
        "types": facets["type"],
    }


def _timelines(
    explorer: Explorer, wanted: Filter, *, unit: str = "", height: int
) -> tuple[Timeline | None, Timeline | None]:
    """A drawing for wide screens and one for phones."""
    first, last = events.bounds(explorer.db, wanted)
    if not first or not last:
        return None, None
    unit = unit or unit_for(first, last)
    rows = events.over_time(explorer.db, wanted, unit)
    return (
        timeline(rows, unit, height=height, most=180),
        timeline(rows, unit, width=400, height=max(150, int(height * 0.8)), most=48),
    )
