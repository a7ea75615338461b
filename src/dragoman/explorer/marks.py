"""Marks in a text: who, did what, to whom, where, when, according to whom.

Spans overlap as they like; a text is cut wherever one begins or ends, and each piece carries the marks
that cover it.  Pieces are plain text: escaping is the template's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.records import EventMention, Record, Span

ROLES = ("action", "actor", "recipient", "place", "date", "source", "number")
"""What a mark can say, the most telling first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with what it is; ``href`` leads to what it speaks of, ``quad`` colours an action."""

    start: int
    end: int
    role: str
    title: str = ""
    href: str | None = None
    quad: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks, the narrowest mark last."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> str:
        """The classes of the piece, for the style sheet."""
        names = dict.fromkeys(m.role for m in self.marks)
        quads = {m.quad for m in self.marks if m.quad}
        return " ".join([*names, *(f"q{q}" for q in sorted(quads))])

    @property
    def title(self) -> str:
        """What the marks say in words."""
        return "; ".join(dict.fromkeys(m.title for m in reversed(self.marks) if m.title))

    @property
    def href(self) -> str | None:
        """Where the narrowest mark that leads anywhere leads."""
        return next((m.href for m in reversed(self.marks) if m.href), None)


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """``text[start:end]`` cut at the ends of the marks; marks outside of it are left out."""
    end = len(text) if end is None else end
    held = [m for m in marks if m.start < m.end and m.start < end and m.end > start]
    held.sort(key=lambda m: (m.end - m.start, ROLES.index(m.role) if m.role in ROLES else 9), reverse=True)
    cuts = sorted({start, end, *(max(start, m.start) for m in held), *(min(end, m.end) for m in held)})
    return [
        Piece(text[a:b], a, tuple(m for m in held if m.start <= a and b <= m.end)) for a, b in pairwise(cuts)
    ]


def paragraph(text: str, span: Span, *, most: int = 1500) -> Span:
    """The paragraph that holds ``span``, or what is near it where the paragraph is long."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    end = len(text) if end < 0 else end
    start = max(start, span[0] - most)
    end = min(end, span[1] + most)
    return start, end


def marks_of(mention: EventMention, text: str) -> list[Mark]:
    """Everything that was coded in one mention, as marks in the field of its evidence."""
    told = mention.evidence
    what = mention.event_type + (f" ({mention.event_mode})" if mention.event_mode else "")
    out = [Mark(*told.trigger, "action", f"action: {what}", None, mention.quad_code)]
    for role, entities in (
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("source", mention.attribution),
    ):
        out += [
            Mark(*e.span, role, f"{role}: {e.name}")
            for e in entities
            if e.span is not None and _belongs(e.name, e.span, mention, text)
        ]
    if mention.place is not None and mention.place.span is not None and mention.place.span[1] <= len(text):
        out.append(Mark(*mention.place.span, "place", f"place: {mention.place.name}"))
    out += [
        Mark(*span, "number", f"{name}: {getattr(mention.magnitude, name, '')}")
        for name, span in mention.magnitude.spans
    ]
    words = mention.date.text
    if words:
        at = text.find(words, told.start, told.end)
        if at >= 0:
            out.append(Mark(at, at + len(words), "date", f"date: {mention.date.start or words}"))
    return [m for m in out if 0 <= m.start < m.end <= len(text)]


def _belongs(name: str, span: Span, mention: EventMention, text: str) -> bool:
    """Whether a span counts in this text: one of a headline's mention may count in the body."""
    if span[1] > len(text):
        return False
    e = mention.evidence
    inside = e.start <= span[0] and span[1] <= e.end
    return inside or e.field == "text" or text[span[0] : span[1]].strip().lower() in name.lower()


_BREAK = re.compile(r"\n+")


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs of a text, empty ones left out."""
    out = []
    at = 0
    for found in _BREAK.finditer(text):
        if text[at : found.start()].strip():
            out.append((at, found.start()))
        at = found.end()
    if text[at:].strip():
        out.append((at, len(text)))
    return out


def marks_of_record(record: Record, hrefs: Sequence[str | None]) -> dict[str, list[Mark]]:
    """Everything coded in a report, as marks by field; ``hrefs`` leads from each mention to its event."""
    out: dict[str, list[Mark]] = {"text": [], "title": []}
    for n, (mention, href) in enumerate(zip(record.event_mentions, hrefs, strict=True), start=1):
        e = mention.evidence
        what = mention.event_type + (f" ({mention.event_mode})" if mention.event_mode else "")
        out[e.field].append(
            Mark(*e.trigger, "action", f"event {n}: {what}, {mention.status}", href, mention.quad_code)
        )
    for actor in record.actors:
        link = f"/actors/{actor.actor_id}" if actor.actor_id else None
        known = ", ".join(x for x in (actor.country, actor.office) if x)
        title = actor.name + (f" ({known})" if known else "")
        out["text"] += [Mark(a, b, "named", title, link) for a, b in actor.mentions]
    for s in record.statements:
        out[s.field].append(Mark(*s.span, "said", f"{s.kind} statement of {s.speaker.name}"))
    return out
