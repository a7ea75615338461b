"""Row by row: is a coded mention the event that a reader marked in the same words?

A gold event with its ``evidence`` and a coded mention are the same row when their types are
equal and the mention's trigger or sentence meets the evidence.  Such a row is *right* when its
actors and its recipients share a country with the gold's, where the gold tells one.  What else
the gold tells of a right or wrong row (mode, status, day, place, numbers) is scored on all
rows that met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dragoman.evaluation.gold import Gold, GoldEvent
from dragoman.knowledge import names
from dragoman.records import Entity, EventMention, Record

COUNTED = frozenset({"asserted", "historical", "future", "denied"})
"""Statuses that are compared; negated and hypothetical events are left out on both sides."""
FACETS = ("mode", "status", "date", "place", "killed")


@dataclass(slots=True)
class RowScores:
    """Counts over many reports: rows coded, rows marked, rows met, rows right, and facets of those met."""

    coded: int = 0
    marked: int = 0
    met: int = 0
    right: int = 0
    facets: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in FACETS})
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right rows among those coded."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Right rows among those marked."""
        return self.right / self.marked if self.marked else 0.0

    def add(self, gold: Gold, record: Record) -> list[tuple[EventMention, bool]]:
        """Count one report; what is given back is each of its rows and whether it is right."""
        judged: list[tuple[EventMention, bool]] = []
        mentions = [m for m in record.event_mentions if m.status in COUNTED]
        marked = [
            (event, raw)
            for event, raw in zip(gold.events, gold.raw["events"], strict=True)
            if raw.get("status") in COUNTED
        ]
        self.coded += len(mentions)
        self.marked += len(marked)
        free = list(mentions)
        for event, raw in marked:
            same = [m for m in free if m.event_type == event.root and _meets(record, m, raw["evidence"])]
            if not same:
                self.wrong.append(f"{gold.id}: missed {event.root}: {raw['evidence'][:100]}")
                continue
            best = max(same, key=lambda m: (_agrees(event, m), _near(record, m, raw["evidence"])))
            free.remove(best)
            self.met += 1
            self.right += _agrees(event, best)
            judged.append((best, _agrees(event, best)))
            self._facets(record, raw, best)
            if not _agrees(event, best):
                self.wrong.append(f"{gold.id}: {event.root} {_who(best)}: {raw['evidence'][:100]}")
        self.wrong += [f"{gold.id}: extra {m.event_type} {_who(m)}: {m.evidence.text[:100]}" for m in free]
        return judged + [(m, False) for m in free]

    def _facets(self, record: Record, raw: dict[str, Any], m: EventMention) -> None:
        told: dict[str, tuple[Any, bool]] = {
            "mode": (raw.get("mode"), raw.get("mode") == m.event_mode),
            "status": (raw.get("status"), raw.get("status") == m.status),
            "date": (raw.get("event_date"), _on_day(raw.get("event_date"), m)),
            "place": (raw.get("place"), _at_place(record, raw.get("place"), m)),
            "killed": (raw.get("killed"), raw.get("killed") == m.magnitude.killed),
        }
        for name, (value, same) in told.items():
            if value is not None:
                self.facets[name][0] += same
                self.facets[name][1] += 1


def can_be_scored(gold: Iterable[Gold]) -> bool:
    """True where every event of the gold names its evidence and status."""
    events = [raw for g in gold for raw in g.raw.get("events") or []]
    return bool(events) and all(raw.get("evidence") and raw.get("status") for raw in events)


def _meets(record: Record, m: EventMention, evidence: str) -> bool:
    """The evidence lies in the mention's sentence (or the sentence in it)."""
    return evidence in m.evidence.text or m.evidence.text in evidence or _near(record, m, evidence) > 0


def _near(record: Record, m: EventMention, evidence: str) -> int:
    """2 where the trigger lies in the evidence, 1 where the sentence only touches it, else 0."""
    text = (record.document.title if m.evidence.field == "title" else record.document.text) or ""
    start = text.find(evidence)
    if start < 0:
        return 0
    end = start + len(evidence)
    if start <= m.evidence.trigger[0] < end:
        return 2
    return int(m.evidence.start < end and start < m.evidence.end)


def _agrees(event: GoldEvent, m: EventMention) -> bool:
    actors, recipients = _countries(m.actors), _countries(m.recipients)
    want_actors = {s.country for s in event.sources if s.country}
    want_recipients = {s.country for s in event.targets if s.country}
    if event.symmetric:
        return not want_actors or len(want_actors & (actors | recipients)) >= min(2, len(want_actors))
    if not recipients and len(m.actors) > 1 and m.event_type in _BETWEEN:
        recipients = actors  # both sides stand among the actors, those of one country too
    return bool(not want_actors or want_actors & actors) and bool(
        not want_recipients or want_recipients & recipients
    )


_BETWEEN = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types that are told of two parties alike: "the two leaders talked"."""


def _countries(entities: tuple[Entity, ...]) -> set[str]:
    return {e.country for e in entities if e.country}


def _who(m: EventMention) -> str:
    def side(entities: tuple[Entity, ...]) -> str:
        return "; ".join(f"{e.name} ({e.country})" for e in entities) or "-"

    return f"{side(m.actors)} → {side(m.recipients)}"


def _on_day(day: str | None, m: EventMention) -> bool:
    return bool(day and m.date.start and m.date.end and str(m.date.start) <= day <= str(m.date.end))


def _at_place(record: Record, name: str | None, m: EventMention) -> bool:
    """By its name, or by the words that told it: "the Iranian capital" is Tehran, "Derry" Londonderry."""
    if not name or m.place is None:
        return False
    text = (record.document.title if m.evidence.field == "title" else record.document.text) or ""
    span = m.place.span
    here = span is not None and m.evidence.start <= span[0] < m.evidence.end
    told = text[slice(*span)] if span and here else ""
    words = set(names.key(name).split())
    return any(words & set(names.key(x).split()) for x in (m.place.name, told))
