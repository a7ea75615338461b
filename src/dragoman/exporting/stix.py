"""STIX 2.1: a bundle with an ``incident`` for each event that armed actors take part in.

Source: OASIS Standard STIX Version 2.1 (incident is a stub object there: a name and a description).
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import Any

from dragoman.exporting.codes import state
from dragoman.exporting.columns import HAPPENED, Counts, Exporter, Work
from dragoman.exporting.selection import Item, Party

ARMED = frozenset(("MIL", "REB", "UAF", "PRM", "COP", "SPY", "CRM"))
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "dragoman")
_CLASSES = {"person": "individual", "country": "organization", "org": "organization"}


class Stix(Exporter):
    """Identities, locations, incidents and the ``related-to`` relationships between them."""

    statuses = HAPPENED

    def export(self, work: Work) -> Counts:
        """Write one bundle, an object a line."""
        counts, seen = Counts(), set[str]()
        with work.path.open("w", encoding="utf-8", newline="") as stream:
            bundle = _id("bundle", work.asked, work.events)
            stream.write(f'{{"type": "bundle", "id": "{bundle}", "objects": [')
            for item in work.items():
                if not any(ARMED & set(p["sectors"]) for p in (*item.actors, *item.recipients)):
                    counts.left_out += 1
                    continue
                counts.items += 1
                for found in _objects(item):
                    if found["id"] in seen:
                        continue
                    seen.add(found["id"])
                    stream.write(",\n" if counts.rows else "\n")
                    stream.write(json.dumps(found, ensure_ascii=False))
                    counts.rows += 1
            stream.write("\n]}\n")
        return counts


def _id(kind: str, *parts: object) -> str:
    return f"{kind}--{uuid.uuid5(_NAMESPACE, chr(31).join(map(str, (kind, *parts))))}"


def _time(day: dt.date | None) -> str:
    return f"{day or dt.date(1970, 1, 1)}T00:00:00.000Z"


def _objects(item: Item) -> Iterator[dict[str, Any]]:
    row, when = item.row, _time(item.reported or item.day)
    head = {"spec_version": "2.1", "created": when, "modified": when}
    incident: dict[str, Any] = {
        "type": "incident",
        "id": _id("incident", item.id),
        **head,
        "name": f"{row['event_type']}{': ' + row['event_mode'] if row['event_mode'] else ''}, {item.day}",
        "description": row["sentence"],
        "labels": [x for x in (row["event_type"], row["event_mode"], row["cameo"], row["status"]) if x],
    }
    source = {"source_name": row["outlet"] or "report", "external_id": row["document_id"] or item.id}
    if str(row["url"]).startswith(("http://", "https://")):
        source["url"] = row["url"]
    incident["external_references"] = [source]
    yield incident
    linked = [("actor", _identity(p, head)) for p in item.actors]
    linked += [("recipient", _identity(p, head)) for p in item.recipients]
    if row["latitude"] is not None or state(row["place_country"], "iso2"):
        linked.append(("place", _location(row, head)))
    for role, target in linked:
        yield target
        yield {
            "type": "relationship",
            "id": _id("relationship", incident["id"], role, target["id"]),
            **head,
            "relationship_type": "related-to",
            "description": role,
            "source_ref": incident["id"],
            "target_ref": target["id"],
        }


def _identity(p: Party, head: dict[str, Any]) -> dict[str, Any]:
    kind = (p["actor_id"] or "").split(":")[0]
    known = {
        "type": "identity",
        "id": _id("identity", p["actor_id"] or (p["name"], p["country"])),
        **head,
        "name": p["name"] or "unnamed",
        "identity_class": _CLASSES.get(kind, "group"),
        "labels": [*p["sectors"], *([p["country"]] if p["country"] else [])],
    }
    return {name: value for name, value in known.items() if value}


def _location(row: dict[str, Any], head: dict[str, Any]) -> dict[str, Any]:
    known = {
        "type": "location",
        "id": _id("location", row["place_name"], row["place_country"], row["latitude"], row["longitude"]),
        **head,
        "name": row["place_name"],
        "country": state(row["place_country"], "iso2"),
        "administrative_area": row["place_admin1"],
    }
    if row["latitude"] is not None and row["longitude"] is not None:
        known |= {"latitude": row["latitude"], "longitude": row["longitude"]}
    return {name: value for name, value in known.items() if value not in (None, "")}
