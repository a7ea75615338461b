"""The tellings of one event → its rows: what most say, and where they differ side by side."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from dragoman import ontology
from dragoman.records import EventPlace
from dragoman.story.names import is_name, similar
from dragoman.story.parties import same_party
from dragoman.story.tellings import Party, Telling, event_id

Row = dict[str, Any]
T = TypeVar("T")

_SAYS_SO = ("asserted", "historical")
_SAYS_NOT = ("denied", "negated")
_OTHERS = ("future", "hypothetical")


def order(t: Telling) -> tuple[Any, ...]:
    """Earliest report first; the same for any order of arrival."""
    return (t.published or dt.date.max, t.key[0], t.key[1])


def event_rows(central: Telling, tellings: Iterable[tuple[Telling, float]]) -> dict[str, list[Row]]:
    """The rows of ``events``, ``event_members`` and ``event_actors`` for one event.

    Args:
        central: the telling that the others were held against.
        tellings: all of them, it included, each with its likeness to it.
    """
    members = sorted(tellings, key=lambda m: order(m[0]))
    told = [t for t, _ in members]
    key = event_id(told[0])
    return {
        "events": [_event(key, central, told)],
        "event_members": [
            {
                "event_id": key,
                "mention_id": t.id,
                "document_id": t.key[0],
                "mention": t.key[1],
                "central": t.key == central.key,
                "similarity": like,
            }
            for t, like in members
        ],
        "event_actors": [row for role in ("actor", "recipient") for row in _actors(key, role, told)],
    }


def _event(key: str, central: Telling, told: Sequence[Telling]) -> Row:
    sure = _most_real(told)
    mode = _most(t.mode for t in sure)
    cameo = _most(t.cameo for t in sure if t.mode == mode) or _most(t.cameo for t in sure)
    kind = ontology.types().get(central.event_type)
    start, end = _date(sure)
    days = [t.published for t in told if t.published]
    best = _speaking(sure)
    row: Row = {
        "id": key,
        "event_type": central.event_type,
        "event_mode": mode,
        "contexts": [c for c, _ in _counted(c for t in sure for c in t.contexts)],
        "cameo": cameo,
        "quad_code": kind.quad_code if kind else None,
        "quad": kind.quad if kind else None,
        "plover_score": _score(central.event_type, mode),
        "goldstein": ontology.goldstein(cameo) if cameo in ontology.cameo() else None,
        "status": status_of(told),
        "date_start": start,
        "date_end": end,
        **_place_cells(place_of(sure)),
        "n_mentions": len(told),
        "n_documents": len({t.key[0] for t in told}),
        "n_reports": len({t.group for t in told}),
        "n_outlets": len({t.outlet for t in told if t.outlet}),
        "first_reported": min(days, default=None),
        "last_reported": max(days, default=None),
        "asserted_by": sources(t for t in told if t.status not in _SAYS_NOT),
        "denied_by": sources(t for t in told if t.status in _SAYS_NOT),
        "confidence": max(t.confidence for t in told),
        "sentence": best.sentence,
    }
    for name in ("killed", "injured", "size"):
        numbers = [n for t in told if (n := getattr(t, name)) is not None]
        row |= {f"{name}_min": min(numbers, default=None), f"{name}_max": max(numbers, default=None)}
    return row


def _score(event_type: str, mode: str | None) -> float | None:
    try:
        return ontology.plover_score(event_type, mode)
    except ontology.UnknownTerm:
        return None


def status_of(told: Iterable[Telling]) -> str:
    """``contested`` where some say it happened and others that it did not."""
    found = {t.status for t in told}
    yes, no = found.intersection(_SAYS_SO), found.intersection(_SAYS_NOT)
    if yes and no:
        return "contested"
    return next(s for s in (*_SAYS_SO, *_SAYS_NOT, *_OTHERS, *sorted(found)) if s in found)


def _most_real(told: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings that say it happened, or else all: a plan gives no date to what was done."""
    return [t for t in told if t.status in _SAYS_SO] or [t for t in told if t.status in _SAYS_NOT] or told


def _counted(values: Iterable[T | None]) -> list[tuple[T, int]]:
    """Values with their number, most first, then in their own order."""
    found = Counter(v for v in values if v is not None)
    return sorted(found.items(), key=lambda item: (-item[1], str(item[0])))


def _most(values: Iterable[T | None]) -> T | None:
    found = _counted(values)
    return found[0][0] if found else None


def _date(told: Sequence[Telling]) -> tuple[dt.date | None, dt.date | None]:
    """The day or days that most reports name; else those of the first that was printed.

    Background that no report dates has only a last day.
    """
    for basis in ("day", "range", "vague"):
        named = _most(t.told for t in told if t.basis == basis)
        if named is not None:
            return named
    printed = [
        (start, t.told[1] or start) for t in told if t.basis != "none" and (start := t.told[0] or t.published)
    ]
    if printed:
        return min(printed)
    last = min((day for t in told if (day := t.told[1] or t.published)), default=None)
    return None if any(t.told[1] for t in told) else last, last


def place_of(told: Sequence[Telling]) -> EventPlace | None:
    """The most exact place that most tellings give."""
    for exact in (("city", "feature"), ("region",), ("country",), (None,)):
        found = _most(t.place for t in told if t.place is not None and t.place.precision in exact)
        if found is not None:
            return found
    return None


def _place_cells(place: EventPlace | None) -> Row:
    p = place or EventPlace("")
    return {
        "place_name": place.name if place else None,
        "place_country": p.country,
        "place_admin1": p.admin1,
        "latitude": p.latitude,
        "longitude": p.longitude,
        "geonames_id": p.geonames_id,
        "place_precision": p.precision,
    }


def _speaking(told: Sequence[Telling]) -> Telling:
    """The telling whose sentence shows the event best: sure, exact, from the body, not too long."""

    def worth(t: Telling) -> tuple[Any, ...]:
        length = len(t.sentence)
        return (
            t.where[0] == "title",
            not 40 <= length <= 320,
            -len(t.parties[:3]),
            -round(t.confidence, 1),
            order(t),
        )

    return min(told, key=worth)


def nearest_source(t: Telling) -> str | None:
    """The name of the first source of a telling, or else its outlet."""
    return t.sources[0].name if t.sources else t.outlet


def sources(told: Iterable[Telling]) -> list[str]:
    """The names of the nearest sources, those behind most tellings first."""
    return [name for name, _ in _counted(nearest_source(t) for t in told)]


def _actors(key: str, role: str, told: Sequence[Telling]) -> list[Row]:
    sides = [t.actors if role == "actor" else t.recipients for t in told]
    return [
        {"event_id": key, "role": role, "position": n, "n_mentions": count, **entity_cells(p)}
        for n, (p, count) in enumerate(united(sides))
    ]


def entity_cells(p: Party) -> Row:
    """The columns of an entity."""
    return {
        "name": p.name,
        "actor_id": p.actor_id,
        "country": p.country,
        "sectors": list(p.sectors),
        "office": p.office,
    }


def united(sides: Iterable[Sequence[Party]]) -> list[tuple[Party, int]]:
    """The different parties of many tellings, each with the number of tellings that name it.

    One that only describes another ("gunmen" beside a named group, a state beside its
    minister) adds to the count of that one.
    """
    counts: Counter[Party] = Counter()
    for side in sides:
        counts.update(set(side))
    named = sorted(counts.items(), key=lambda item: (_vagueness(item[0]), -item[1], _party_order(item[0])))
    out: list[tuple[Party, int]] = []
    for party, count in named:
        at = next((n for n, (known, _) in enumerate(out) if _stands_for(party, known)), None)
        if at is None:
            out.append((party, count))
        else:
            out[at] = (out[at][0], out[at][1] + count)
    return sorted(out, key=lambda item: (-item[1], _party_order(item[0])))


def _vagueness(p: Party) -> int:
    if p.actor_id:
        return 1 if p.actor_id.startswith("country:") else 0
    return 2 if is_name(p.name) else 3


def _party_order(p: Party) -> tuple[str, ...]:
    return (p.name, p.actor_id or "", p.country or "", p.office or "", *p.sectors)


def _stands_for(p: Party, known: Party) -> bool:
    if p.actor_id and known.actor_id:
        return p.actor_id == known.actor_id or (
            p.actor_id.startswith("country:") and same_party(p, known) >= 0.8
        )
    if is_name(p.name):
        return same_party(p, known) >= 0.9 or (similar(p.name, known.name) and same_party(p, known) > 0.3)
    return same_party(p, known) >= 0.55
