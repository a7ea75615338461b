"""The nouns of the record, immutable and typed, with their JSON form.

Offsets are counted in characters of the document's ``text`` (or of its ``title`` where
``Evidence.field`` says so) and are end-exclusive.  Unknown is ``None`` or an empty
tuple, never a sentinel string.  Nothing here needs another room of the package.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""Start and end offset in characters, end-exclusive."""

Status = Literal["asserted", "denied", "future", "hypothetical", "historical", "negated"]
Field = Literal["text", "title"]
AttributionKind = Literal["speaker", "document", "agency", "outlet", "anonymous"]
StatementKind = Literal["direct", "indirect", "mixed", "attitude"]
"""``attitude``: no words are reported, only what somebody backs, blames, wants, plans or speaks about."""
RelationKind = Literal["backs", "is backed by", "is part of", "operates", "leads", "hosts", "is at war with"]


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read, before anything is coded in it."""

    id: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    source_id: str | None = None
    """The id that the row or file itself carried, where it came from a table."""
    source_file: str | None = None
    source_offset: int | None = None
    """Row number or byte offset of the document inside ``source_file``."""
    place: str | None = None
    """The place named by a dateline ("KABUL, 3 May (AP) -")."""
    notes: tuple[str, ...] = ()
    """What the reader did about trouble ("no date found", "decoded as cp1252")."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, recipient, speaker or source as it stands in one place of a document."""

    name: str
    actor_id: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    span: Span | None = None
    resolved_by: str | None = None
    kind: str | None = None
    """For attributions: one of ``AttributionKind``; otherwise left out."""
    candidates: tuple[str, ...] = ()
    """Other entries that the name could have meant, best first."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the event happened: a day or a range, and the words that say so."""

    start: dt.date | None
    end: dt.date | None
    text: str | None = None
    basis: Literal["text", "published", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where the event happened, with coordinates in decimal degrees (WGS 84)."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    span: Span | None = None
    precision: Literal["city", "region", "country", "feature"] | None = None


@dataclass(frozen=True, slots=True)
class Magnitude:
    """Counts of people, as the report gives them; ``spans`` maps each to its words."""

    killed: int | None = None
    injured: int | None = None
    size: int | None = None
    spans: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that an event mention was coded from."""

    field: Field
    text: str
    start: int
    end: int
    trigger: Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of one event in one document."""

    id: str
    event_type: str
    event_mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad_code: int
    quad: str
    plover_score: float | None
    goldstein: float | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    status: Status
    attribution: tuple[Entity, ...]
    date: EventDate
    place: EventPlace | None
    magnitude: Magnitude
    evidence: Evidence
    confidence: float
    rule: str | None = None
    """The lexicon line that made it (``assault.tsv:12``)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named speaker is quoted or reported as saying."""

    id: str
    text: str
    kind: StatementKind
    span: Span
    speaker: Entity
    reported_by: tuple[Entity, ...] = ()
    about: tuple[str, ...] = ()
    """Ids of the actors that the statement speaks of."""
    cue: Span | None = None
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity of the document with every place in ``text`` that names it."""

    name: str
    actor_id: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    mentions: tuple[Span, ...] = ()
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie between two actors, as one sentence states it ("X-backed Y", "commander of Y")."""

    id: str
    kind: RelationKind
    subject: Entity
    object: Entity
    start: dt.date | None
    """The report speaks of it as so from this day to ``end``; both are its own date where it names none."""
    end: dt.date | None
    field: Field
    span: Span
    """The words that state the tie."""
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class CoderVersion:
    """What made a record: enough to make it again."""

    dragoman: str
    knowledge: str
    ontology: str
    configuration: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that was coded in one document."""

    document: Document
    event_mentions: tuple[EventMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    coder: CoderVersion = field(default_factory=lambda: CoderVersion("", "", "", ""))
    relations: tuple[Relation, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record in the form that ``dragoman code --format json`` prints."""
        doc = self.document
        return {
            "id": doc.id,
            "source_id": doc.source_id,
            "title": doc.title,
            "published": doc.published.isoformat() if doc.published else None,
            "outlet": doc.outlet,
            "url": doc.url,
            "authors": list(doc.authors),
            "language": doc.language,
            "text": doc.text,
            "event_mentions": [_plain(m) for m in self.event_mentions],
            "statements": [_plain(s) for s in self.statements],
            "actors": [_plain(a) for a in self.actors],
            "relations": [_plain(r) for r in self.relations],
            "coder": _plain(self.coder),
            "notes": list(doc.notes),
        }

    def to_json(self, indent: int | None = None) -> str:
        """The record as JSON text, one line unless ``indent`` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _repr_html_(self) -> str:
        """The report marked up, where a notebook shows the record."""
        from dragoman.marking import html_of

        return html_of(self)


def stable_id(*parts: object) -> str:
    """A short id that depends only on ``parts``: the same input gives the same id."""
    joined = "\x1f".join("" if p is None else str(p) for p in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """``value`` as JSON types: dataclasses become dicts, dates ISO strings, tuples lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for f in dataclasses.fields(value):
            item = getattr(value, f.name)
            if f.name == "kind" and item is None:
                continue
            if f.name == "candidates" and not item:
                continue
            if f.name == "spans":
                out["spans"] = {name: list(span) for name, span in item}
                continue
            out[f.name] = _plain(item)
        return out
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value
