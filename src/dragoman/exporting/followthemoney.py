"""followthemoney: an ``Event`` entity for each mention or event, and an entity for each who is involved.

Source: the schemata Event, Interval, Thing, LegalEntity, Person, Organization (followthemoney.tech).
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from dragoman.exporting.codes import state
from dragoman.exporting.columns import HAPPENED, Counts, Exporter, Work
from dragoman.exporting.selection import Item, Party

_SCHEMATA = {"person": "Person", "org": "Organization", "party": "Organization", "country": "PublicBody"}


class FollowTheMoney(Exporter):
    """One entity a line; an entity that takes part in several events is written once."""

    statuses = HAPPENED

    def export(self, work: Work) -> Counts:
        """Write the file."""
        counts, seen = Counts(), set[str]()
        with work.path.open("w", encoding="utf-8", newline="") as stream:
            for item in work.items():
                parties = [_party(p) for p in (*item.actors, *item.recipients)]
                new = {e["id"]: e for e in parties if e["id"] not in seen}
                seen.update(new)
                for entity in (*new.values(), _event(item)):
                    stream.write(json.dumps(entity, ensure_ascii=False) + "\n")
                    counts.rows += 1
                counts.items += 1
        return counts


def _key(*parts: object) -> str:
    return (
        "dragoman-" + hashlib.sha1("\x1f".join(map(str, parts)).encode(), usedforsecurity=False).hexdigest()
    )


def _party_key(p: Party) -> str:
    return _key(p["actor_id"]) if p["actor_id"] else _key("name", p["name"], p["country"])


def _party(p: Party) -> dict[str, Any]:
    kind = (p["actor_id"] or "").split(":")[0]
    schema = _SCHEMATA.get(kind, "LegalEntity")
    known = {"name": [p["name"]], "country": _countries(p["country"]), "keywords": p["sectors"]}
    if schema == "Person" and p["office"]:
        known["position"] = [p["office"]]
    return {"id": _party_key(p), "schema": schema, "properties": {k: v for k, v in known.items() if v}}


def _event(item: Item) -> dict[str, Any]:
    row = item.row
    title = f"{row['event_type']}: {', '.join(p['name'] for p in item.actors)}"
    known: dict[str, list[Any]] = {
        "name": [title + (f" → {', '.join(p['name'] for p in item.recipients)}" if item.recipients else "")],
        "summary": [row["sentence"]],
        "startDate": [row["date_start"] or item.day],
        "endDate": [row["date_end"]],
        "location": [row["place_name"]],
        "country": _countries(row["place_country"]),
        "organizer": [_party_key(p) for p in item.actors],
        "involved": [_party_key(p) for p in item.recipients],
        "keywords": [row["event_type"], row["event_mode"], row["cameo"], *(row["contexts"] or ())],
        "recordId": [item.id],
        "sourceUrl": [row["url"] if str(row["url"]).startswith(("http://", "https://")) else None],
        "publisher": [row["outlet"]],
    }
    properties = {k: [str(v) for v in dict.fromkeys(vs) if v] for k, vs in known.items()}
    return {
        "id": _key("event", item.id),
        "schema": "Event",
        "properties": {k: v for k, v in properties.items() if v},
    }


def _countries(iso3: str | None) -> list[str]:
    code = state(iso3, "iso2").lower()
    return [code] if code else []
