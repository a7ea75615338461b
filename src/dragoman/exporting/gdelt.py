"""GDELT 1.0 and 2.0: tab-separated lines without a header, FIPS 10-4 country codes for places.

Sources: GDELT Event Database Data Format Codebook 1.03 and 2.0 (gdeltproject.org).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from dragoman.exporting.codes import cameo_of, compact, number_of, one_line, state
from dragoman.exporting.columns import HAPPENED, Cell, Column, ColumnExporter, Counts, Exporter, Work
from dragoman.exporting.selection import BATCH, Party

_GEO_TYPES = {"country": 1, "region": 5, "city": 4, "feature": 4}


def event_number(cell: Cell) -> int:
    """The number of a pair's event, the same in the table of events and in that of mentions."""
    parties = [(p["actor_id"], p["name"]) if p else None for p in (cell.source, cell.target)]
    return number_of(cell.item.id, *parties)


def _fraction(day: dt.date) -> str:
    return f"{day.year + (day.month * 30 + day.day) / 365:.4f}"


def _day(form: Callable[[dt.date], str]) -> Callable[[Cell], str]:
    return lambda c: form(c.item.day) if c.item.day else ""


def quad_class(code: str) -> int:
    """GDELT's four classes, which put protest with verbal conflict; not PLOVER's."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 14 else 4


def _actor(n: int) -> tuple[Column, ...]:
    def of(get: Callable[[Party], Any]) -> Callable[[Cell], Any]:
        def value(cell: Cell) -> Any:
            party = cell.source if n == 1 else cell.target
            return get(party) if party else ""

        return value

    def sector(place: int) -> Callable[[Cell], Any]:
        return of(lambda p: p["sectors"][place] if len(p["sectors"]) > place else "")

    a = f"Actor{n}"
    return (
        Column(
            f"{a}Code",
            "country and sectors, run together",
            of(lambda p: (p["country"] or "") + "".join(p["sectors"])),
        ),
        Column(f"{a}Name", "the name in capitals", of(lambda p: p["name"].upper())),
        Column(f"{a}CountryCode", "three letters (ISO), as CAMEO has them", of(lambda p: p["country"])),
        Column(f"{a}KnownGroupCode"),
        Column(f"{a}EthnicCode"),
        Column(f"{a}Religion1Code"),
        Column(f"{a}Religion2Code"),
        *(Column(f"{a}Type{i}Code", f"PLOVER sector {i}", sector(i - 1)) for i in (1, 2, 3)),
    )


def _full_name(row: dict[str, Any]) -> str:
    parts = [row["place_name"], row["place_admin1"], state(row["place_country"], "name")]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _geo(name: str, adm2: bool) -> tuple[Column, ...]:
    """The place of the action; GDELT's places of the actors are not known here."""
    action = name == "ActionGeo"

    def at(meaning: str, get: Callable[[dict[str, Any]], Any]) -> tuple[str, Callable[[Cell], Any]]:
        return (
            (meaning, lambda c: get(c.row) if c.row["place_name"] else "") if action else ("", lambda c: "")
        )

    fips = at("FIPS 10-4 code of the country", lambda r: state(r["place_country"], "fips"))
    return (
        Column(
            f"{name}_Type",
            "1 country, 4 city or feature, 5 region, 0 none" if action else "always 0: none",
            lambda c: (
                _GEO_TYPES.get(c.row["place_precision"] or "", 0) if action and c.row["place_name"] else 0
            ),
        ),
        Column(f"{name}_FullName", *at("place, region, country", _full_name)),
        Column(f"{name}_CountryCode", *fips),
        Column(
            f"{name}_ADM1Code",
            *at(
                "the country's code only, as GDELT does for countries",
                lambda r: state(r["place_country"], "fips"),
            ),
        ),
        *((Column(f"{name}_ADM2Code"),) if adm2 else ()),
        Column(f"{name}_Lat", *at("degrees, WGS 84", lambda r: r["latitude"])),
        Column(f"{name}_Long", *at("degrees, WGS 84", lambda r: r["longitude"])),
        Column(f"{name}_FeatureID"),
    )


def _columns(version: int) -> tuple[Column, ...]:
    clock = "000000" if version == 2 else ""
    return (
        Column("GLOBALEVENTID", "a number from the id and the pair", event_number),
        Column("SQLDATE", "first day, else day of the report", _day(compact)),
        Column("MonthYear", "YYYYMM", _day(lambda d: d.strftime("%Y%m"))),
        Column("Year", "YYYY", _day(lambda d: f"{d.year:04}")),
        Column("FractionDate", "year and (month × 30 + day) / 365", _day(_fraction)),
        *_actor(1),
        *_actor(2),
        Column("IsRootEvent", "1 where a report's first sentence or title tells it; 1 for events",
               lambda c: int(c.row.get("sentence_start", 0) == 0)),
        Column("EventCode", "CAMEO code, leading zero kept", lambda c: cameo_of(c.row)),
        Column("EventBaseCode", "its first three digits", lambda c: cameo_of(c.row)[:3]),
        Column("EventRootCode", "its first two digits", lambda c: cameo_of(c.row)[:2]),
        Column("QuadClass", "GDELT's class of the root, not PLOVER's", lambda c: quad_class(cameo_of(c.row))),
        Column("GoldsteinScale", "Goldstein score", lambda c: c.row["goldstein"]),
        Column("NumMentions", "tellings; 1 for a mention", lambda c: c.row["n_mentions"]),
        Column("NumSources", "outlets; 1 for a mention", lambda c: c.row["n_outlets"]),
        Column("NumArticles", "reports; 1 for a mention", lambda c: c.row["n_documents"]),
        Column("AvgTone"),
        *(column for name in ("Actor1Geo", "Actor2Geo", "ActionGeo") for column in _geo(name, version == 2)),
        Column("DATEADDED", "day of the (first) report" + (", midnight" if clock else ""),
               lambda c: compact(c.item.reported) + clock if c.item.reported else ""),
        Column("SOURCEURL", "address of the (first) report, else its id", lambda c: c.row["url"] or c.row["document_id"]),
    )  # fmt: skip


class Gdelt1(ColumnExporter):
    """GDELT 1.0 events: 58 columns."""

    columns = _columns(1)
    header = False
    statuses = HAPPENED


class Gdelt2(ColumnExporter):
    """GDELT 2.0 events: 61 columns."""

    columns = _columns(2)
    header = False
    statuses = HAPPENED


class Gdelt2Mentions(Exporter):
    """GDELT 2.0 mentions: 16 columns, a row for each report's telling of each row of ``gdelt2``."""

    statuses = HAPPENED
    columns = (
        Column("GLOBALEVENTID", "as in gdelt2"),
        Column("EventTimeDate", "day of the event, midnight"),
        Column("MentionTimeDate", "day of the report, midnight"),
        Column("MentionType", "1 where there is an address (web), else 2 (citation only)"),
        Column("MentionSourceName", "outlet"),
        Column("MentionIdentifier", "address, else the report's id"),
        Column("SentenceID"),
        Column("Actor1CharOffset", "always -1: unknown"),
        Column("Actor2CharOffset", "always -1: unknown"),
        Column("ActionCharOffset", "offset of the trigger"),
        Column("InRawText", "always 1"),
        Column("Confidence", "0 to 100"),
        Column("MentionDocLen", "characters of the report"),
        Column("MentionDocTone"),
        Column("MentionDocTranslationInfo"),
        Column("Extras"),
    )

    def export(self, work: Work) -> Counts:
        """Write the tellings of what is asked for."""
        counts = Counts()
        with work.path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            source = work.items()
            while batch := list(islice(source, BATCH)):
                told = _tellings(work, [item.id for item in batch]) if work.events else {}
                for item in batch:
                    for a, b in item.dyads():
                        for row in told.get(item.id, [item.row]):
                            cells = _mention(Cell(item, a, b), row)
                            stream.write("\t".join(one_line(cell) for cell in cells) + "\n")
                            counts.rows += 1
                    counts.items += 1
        return counts


def _tellings(work: Work, events: list[str]) -> dict[str, list[dict[str, Any]]]:
    """What tells of each event, in order of time."""
    found = work.store.connection.execute(
        """SELECT t.event_id, m.*, d.published AS reported, d.outlet, d.url, length(d.text) AS n_characters
        FROM event_members t JOIN event_mentions m ON m.document_id = t.document_id AND m.position = t.mention
        JOIN documents d ON d.id = m.document_id WHERE t.event_id IN (SELECT unnest($ids))
        ORDER BY d.published, d.id, m.position""",
        {"ids": events},
    )
    names = [column[0] for column in found.description or ()]
    told: dict[str, list[dict[str, Any]]] = {key: [] for key in events}
    for values in found.fetchall():
        row = dict(zip(names, values, strict=True))
        told[row["event_id"]].append(row)
    return told


def _mention(cell: Cell, row: dict[str, Any]) -> Iterable[Any]:
    def clock(day: dt.date | None) -> str:
        return f"{compact(day)}000000" if day else ""

    return (
        event_number(cell), clock(cell.item.day), clock(row["reported"]), 1 if row["url"] else 2,
        row["outlet"], row["url"] or row["document_id"], "", -1, -1, row["trigger_start"], 1,
        round((row["confidence"] or 0) * 100), row["n_characters"], "", "", "",
    )  # fmt: skip
