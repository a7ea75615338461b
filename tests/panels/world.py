"""Made-up mentions for panels, and the store that holds them with an event for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from dragoman import ontology, story
from dragoman.records import (
    CoderVersion,
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
)
from dragoman.store import Store


def country(code: str) -> Entity:
    return Entity(code, f"country:{code}", code, ("GOV",))


def told(
    key: str,
    day: str | dt.date | None,
    actors: str = "USA",
    recipients: str = "",
    event_type: str = "CONSULT",
    *,
    place: EventPlace | None = None,
    outlet: str | None = "The Post",
    status: str = "asserted",
    magnitude: Magnitude | None = None,
) -> Record:
    """A report with one mention; who takes part is given as country codes with spaces between."""
    kind = ontology.types()[event_type]
    cameo = ontology.default_cameo(event_type)
    start = dt.date.fromisoformat(day) if isinstance(day, str) else day
    text = f"Report {key} tells of {event_type} by {actors}."
    mention = EventMention(
        f"m{key}", event_type, None, (), cameo, kind.quad_code, kind.quad, kind.plover_score,
        ontology.goldstein(cameo), tuple(map(country, actors.split())), tuple(map(country, recipients.split())),
        status, (), EventDate(start, start, None, "text"), place, magnitude or Magnitude(),
        Evidence("text", text, 0, len(text), (0, 6)), 0.9,
    )  # type: ignore[arg-type]  # fmt: skip
    document = Document(f"d{key}", text, None, start, outlet)
    return Record(document, (mention,), coder=CoderVersion("0.1.0", "k", "o", "c"))


def stored(path: Path, records: Sequence[Record], *, events: bool = True) -> Path:
    with Store.open(path) as store:
        store.add_many(records)
        if events:
            story.catch_up(store)
    return path
