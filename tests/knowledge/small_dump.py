"""A Wikidata dump in small: entities in the dump's own shape, about persons who do not exist."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import zstandard

Claims = dict[str, list[dict[str, Any]]]
CODECS = {
    "": lambda data: data,
    ".bz2": bz2.compress,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def item(number: int) -> dict[str, Any]:
    return {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}


def when(text: str) -> dict[str, Any]:
    year, month, day = [*text.split("-"), "00", "00"][:3]
    precision = 9 + (month != "00") + (day != "00")
    return {"time": f"+{year}-{month}-{day}T00:00:00Z", "precision": precision, "calendarmodel": "Q1985727"}


def snak(value: Any) -> dict[str, Any]:
    if value in ("somevalue", "novalue"):
        return {"snaktype": value}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "any"}}


def said(value: Any, rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    return {
        "mainsnak": snak(value),
        "rank": rank,
        "qualifiers": {p: [snak(v)] for p, v in qualifiers.items()},
    }


def entity(
    number: int, label: str, aliases: list[str] | None = None, language: str = "en", **claims: Any
) -> str:
    return json.dumps(
        {
            "type": "item",
            "id": f"Q{number}",
            "labels": {language: {"language": language, "value": label}},
            "aliases": {"en": [{"language": "en", "value": a} for a in aliases or []]},
            "claims": {p: v if isinstance(v, list) else [said(v)] for p, v in claims.items()},
            "sitelinks": {},
        },
        separators=(",", ":"),
    )


ENTITIES = [
    entity(1, "universe", P31=item(36906466)),
    entity(20, "Norway", P31=item(3624078), P298="NOR"),
    entity(29, "Spain", P31=item(3624078), P298="ESP"),
    entity(501, "Minister of Foreign Affairs of Norway", P31=item(294414), P1001=item(20)),
    entity(502, "Norwegian Minister of Fisheries and Good Weather", P31=item(4164871), P17=item(20)),
    entity(503, "President of the Hillside Bowling Club", P31=item(4164871), P17=item(29)),
    entity(504, "mayor", P31=item(4164871)),
    entity(505, "Minister of Defence of Spain", P279=item(83307), P17=item(29)),
    entity(506, "Keeper of the Quaich", P31=item(4164871), P17=item(20)),
    entity(
        1001, "Ola Testnes", ["Ola B. Testnes", "Testnes"], P31=item(5), P27=item(20),
        P39=[
            said(item(501), P580=when("2031-02-03"), P582=when("2033-10")),
            said(item(505), rank="deprecated", P580=when("2001"), P582=when("2002")),
            said(item(506), P580=when("2010"), P582=when("2011")),
            said(item(503), P580=when("2012"), P582=when("2013")),
            said(item(777), P580=when("2014"), P582=when("2015")),
        ],
    ),
    entity(
        1002, "Pilar Ensayo", language="mul", P31=item(5), P27=item(29), P570=when("2030-05-06"),
        P39=[
            said(item(505), P580=when("2027-01-01"), P582="somevalue"),
            said(item(504), P580=when("1950"), P582=when("1951-07-08")),
        ],
    ),
    entity(
        1003, "Kari Prøve", P31=[said({"entity-type": "item", "numeric-id": 5})], P27=item(20),
        P39=[
            said({"entity-type": "item", "numeric-id": 501}, P580=when("2034-01-01"), P582="novalue"),
            said(item(502), P580=when("2020")),
        ],
    ),
    entity(1004, "Nobody Much", P31=item(5), P27=item(20)),
    entity(
        2001, "Fjord Rescue Party", ["FRP of the fjords", "Norway"],
        P31=item(7278), P17=item(20), P571=when("1990-02"),
    ),
    entity(2002, "Fjordposten", P31=item(11032), P17=item(20)),
    entity(2003, "Hamas", P31=item(7278), P17=item(20)),
]  # fmt: skip


def dump(lines: list[str] | None = None) -> bytes:
    """The lines as a dump."""
    return ("[\n" + ",\n".join(ENTITIES if lines is None else lines) + "\n]\n").encode()


def write_dump(path: Path, members: int = 1, content: bytes | None = None) -> Path:
    """Write a dump, compressed as its suffix says, in so many members."""
    data = dump() if content is None else content
    size = len(data) // members + 1
    parts = [data[i : i + size] for i in range(0, len(data), size)]
    path.write_bytes(b"".join(CODECS[path.suffix if path.suffix in CODECS else ""](p) for p in parts))
    return path
