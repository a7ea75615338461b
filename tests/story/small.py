"""Small records to try the story on, and the whole story of a store as plain rows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb

from dragoman.records import (
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
    Status,
    stable_id,
)
from dragoman.store import Store
from dragoman.story.update import TABLES

KENYA = Entity("Kenya", "country:KEN", "KEN", ("GOV",))
UGANDA = Entity("Uganda", "country:UGA", "UGA", ("GOV",))
SUDAN = Entity("Sudan", "country:SDN", "SDN", ("GOV",))
MINISTER = Entity("the Kenyan foreign minister", None, "KEN", ("GOV",), "foreign minister")
GUNMEN = Entity("gunmen", None, None, ("UAF",))
REBELS = Entity("Sudanese rebels", None, "SDN", ("REB",))
VILLAGERS = Entity("villagers", None, "SDN", ("CVL",))
KAMPALA = EventPlace("Kampala", "UGA", "Central", 0.316, 32.582, 232422, precision="city")
NYALA = EventPlace("Nyala", "SDN", "South Darfur", 12.049, 24.881, 367927, precision="city")
DARFUR = EventPlace("South Darfur", "SDN", "South Darfur", 12.1, 24.9, 408660, precision="region")
SOMEWHERE = EventPlace("Sudan", "SDN", precision="country")
DAY = dt.date(2021, 5, 3)


def mention(
    event_type: str = "CONSULT",
    actors: tuple[Entity, ...] = (KENYA, UGANDA),
    recipients: tuple[Entity, ...] = (),
    *,
    day: dt.date | None = DAY,
    basis: str = "text",
    place: EventPlace | None = None,
    status: Status = "asserted",
    mode: str | None = None,
    killed: int | None = None,
    sentence: str | None = None,
    source: str | None = None,
    contexts: tuple[str, ...] = (),
) -> EventMention:
    """A mention with the fields that a test cares about."""
    text = sentence or f"Somebody reported this {event_type} about {', '.join(e.name for e in actors)}."
    return EventMention(
        "", event_type, mode, contexts, "040", 1, "verbal cooperation", 2.5, 1.0, actors, recipients, status,
        (Entity(source, kind="agency"),) if source else (), EventDate(day, day, None, basis),  # type: ignore[arg-type]
        place, Magnitude(killed=killed), Evidence("text", text, 0, len(text), (3, 8)), 0.8,
    )  # fmt: skip


def record(
    *mentions: EventMention,
    key: str = "",
    outlet: str | None = None,
    published: dt.date | None = DAY,
    text: str | None = None,
) -> Record:
    """A record of these mentions; its text is their sentences unless it is given."""
    import dataclasses

    words = text if text is not None else "\n".join(m.evidence.text for m in mentions)
    key = key or stable_id(words, outlet, published, *(m.date for m in mentions))
    placed, at = [], 0
    for n, m in enumerate(mentions):
        evidence = dataclasses.replace(
            m.evidence, start=at, end=at + len(m.evidence.text), trigger=(at + 3, at + 8)
        )
        placed.append(dataclasses.replace(m, id=stable_id(key, n), evidence=evidence))
        at += len(m.evidence.text) + 1
    return Record(Document(key, words, published=published, outlet=outlet), tuple(placed))


def new_store() -> Store:
    """A store in memory."""
    store = Store(duckdb.connect(), Path("memory"))
    store._make()
    return store


def told(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the story, in an order of its own."""
    return {t: store.connection.execute(f"SELECT * FROM {t} ORDER BY ALL").fetchall() for t in TABLES}


def rows(store: Store, sql: str) -> list[dict[str, Any]]:
    """The rows of a query as dicts."""
    found = store.connection.execute(sql)
    names = [c[0] for c in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
