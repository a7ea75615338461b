"""What resolution looks at in one event mention: who, when, where, how many, and in which report."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dragoman import ontology
from dragoman.records import EventPlace, stable_id
from dragoman.story.settings import types

Key = tuple[str, int]
"""A mention: its document's id and its position in the document."""
Basis = Literal["day", "range", "vague", "published", "none"]
"""How an event is dated: a day or two, a stretch, a stretch of more than six weeks, only by
publication, or not at all."""

_LONG_RANGE = 45
_AHEAD = 14
"""Days after publication in which an announced event without a date is looked for."""
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, a recipient or a source of a mention."""

    name: str
    actor_id: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    kind: str | None = None

    @property
    def state(self) -> str | None:
        """The country, where it is one: codes such as IGO say nothing about who it is."""
        return self.country if self.country and self.country not in _no_state() else None


@cache
def _no_state() -> frozenset[str]:
    return frozenset(ontology.nonstate())


@dataclass(frozen=True, slots=True)
class Telling:
    """One event mention, with what is needed of its report."""

    key: Key
    id: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    sources: tuple[Party, ...]
    start: dt.date | None
    end: dt.date | None
    basis: Basis
    told: tuple[dt.date | None, dt.date | None]
    """The date as the record gives it."""
    place: EventPlace | None
    killed: int | None
    injured: int | None
    size: int | None
    sentence: str
    where: tuple[str, int, int]
    """Field, start of the sentence, and of the trigger inside it."""
    confidence: float
    published: dt.date | None
    outlet: str | None
    group: str
    """The group of near-duplicates that the report belongs to."""
    words: frozenset[str]
    rank: tuple[Any, ...]
    """Tellings with more to hold on to come first; ties are broken by a hash, so that no order
    of arrival and no outlet is preferred."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and recipients."""
        return self.actors + self.recipients


def telling_of(row: Mapping[str, Any]) -> Telling:
    """The telling in one row of ``shelf.TELLINGS``."""
    by_role: dict[str, list[Party]] = {"actor": [], "recipient": [], "attribution": []}
    for p in row["parties"] or ():
        if not any(c.isalpha() for c in p["name"] or ""):  # a bare number ("killing 20") is nobody
            continue
        by_role[p["role"]].append(
            Party(p["name"], p["actor_id"], p["country"], tuple(p["sectors"] or ()), p["office"], p["kind"])
        )
    actors, recipients = tuple(by_role["actor"]), tuple(by_role["recipient"])
    start, end, basis = _dates(row)
    key = (row["document_id"], row["position"])
    place = _place(row)
    return Telling(
        key=key,
        id=row["id"],
        event_type=row["event_type"],
        mode=row["event_mode"],
        contexts=tuple(row["contexts"] or ()),
        cameo=row["cameo"],
        status=row["status"],
        actors=actors,
        recipients=recipients,
        sources=tuple(by_role["attribution"]),
        start=start,
        end=end,
        basis=basis,
        told=(row["date_start"], row["date_end"]),
        place=place,
        killed=row["killed"],
        injured=row["injured"],
        size=row["size"],
        sentence=row["sentence"] or "",
        where=(row["field"], row["sentence_start"], row["trigger_start"] - row["sentence_start"]),
        confidence=row["confidence"],
        published=row["published"],
        outlet=outlet_of(row["outlet"], row["url"]),
        group=row["group_id"] or row["document_id"],
        words=frozenset(w.lower() for w in _WORD.findall(row["sentence"] or "")),
        rank=_rank(key, row, actors, recipients, basis, place),
    )


def _dates(row: Mapping[str, Any]) -> tuple[dt.date | None, dt.date | None, Basis]:
    """The days between which it happened, and how well they are known.

    A report that names no day is dated by the earliest of its near-duplicates: a reprint
    of the next morning tells nothing about a later day.  What has only a last day (background
    that nobody dates) is not dated by its report.
    """
    start, end = row["date_start"], row["date_end"]
    if start is None and end is not None and row["date_basis"] in ("text", "unknown"):
        return None, None, "none"
    start, end = start or end, end or start
    if start is not None and end is not None and row["date_basis"] == "text":
        if start > end:
            start, end = end, start
        days = (end - start).days
        return start, end, "day" if days <= 1 else "range" if days <= _LONG_RANGE else "vague"
    published = row["group_published"] or row["published"] or end
    if published is None:
        return None, None, "none"
    settings = types().get(row["event_type"])
    if row["status"] == "future":
        return published, _shifted(published, _AHEAD), "published"
    return _shifted(published, -(settings.back if settings else 2)), published, "published"


def _shifted(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _place(row: Mapping[str, Any]) -> EventPlace | None:
    if row["place_name"] is None:
        return None
    return EventPlace(
        row["place_name"],
        row["place_country"],
        row["place_admin1"],
        row["latitude"],
        row["longitude"],
        row["geonames_id"],
        precision=row["place_precision"],
    )


_PRECISION = {"day": 0, "range": 2, "published": 1, "vague": 3, "none": 4}
_STATUS = {"asserted": 0, "historical": 1, "denied": 2, "negated": 2, "future": 3, "hypothetical": 4}


def _rank(
    key: Key,
    row: Mapping[str, Any],
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    basis: Basis,
    place: EventPlace | None,
) -> tuple[Any, ...]:
    known = sum(min(2, sum(1 for p in side if p.actor_id or p.state)) for side in (actors, recipients))
    fine = 2 if place is not None and place.precision in ("city", "feature") else 1 if place else 0
    mixed = hashlib.blake2b(f"{key[0]}\x1f{key[1]}\x1f{row['id']}".encode(), digest_size=8).hexdigest()
    return (
        _STATUS.get(row["status"], 4),
        _PRECISION[basis] + (2 - min(known, 2)) + (2 - fine),
        mixed,
        key,
    )


def outlet_of(outlet: str | None, url: str | None) -> str | None:
    """The outlet's name in lower case, or else the host of the report's address."""
    if outlet and outlet.strip():
        return outlet.strip().lower()
    found = re.match(r"https?://(?:www\.)?([^/:?#]+)", url or "", re.IGNORECASE)
    return found.group(1).lower() if found else None


def event_id(earliest: Telling) -> str:
    """An event's id, from its earliest telling."""
    return stable_id("event", earliest.key[0], earliest.key[1], earliest.id)
