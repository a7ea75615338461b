"""Attribution chains and statements: who is quoted, and through whom it reached the page."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

from dragoman.coding.actors import Cast
from dragoman.coding.speech import SpeechAct, acts, quotes
from dragoman.language import Sentence
from dragoman.records import Entity, Span, Statement, stable_id

_DOCUMENTS = frozenset(
    "statement report communique tweet post letter website document study survey interview".split()
)
_REPORTERS = ("agency", "outlet")


@dataclass(slots=True)
class _Voice:
    """A speech act with its sources resolved."""

    act: SpeechAct
    sentence: Sentence
    sources: tuple[Entity, ...]


class Attributor:
    """All acts of reporting in one document."""

    def __init__(self, cast: Cast, text: str, sentences: list[Sentence], outlet: Entity | None) -> None:
        self.cast = cast
        self.text = text
        self.outlet = outlet
        self.sentences = sentences
        self.voices: dict[tuple[str, int], list[_Voice]] = {}
        self.quotes = quotes(text)
        for s in sentences:
            found = [_Voice(a, s, self._sources(s, a)) for a in acts(s)]
            self.voices[s.field, s.start] = [v for v in found if v.sources]
            if s.field == "text" and self.voices[s.field, s.start]:
                cast.set_speaker(s, self.voices[s.field, s.start][0].sources[0])
        self._carry_speakers()

    def _carry_speakers(self) -> None:
        """A quoted sentence without a cue is spoken by whom the quote's other sentences name."""
        starts = [a for a, _ in self.quotes]
        last: Entity | None = None
        for s in (x for x in self.sentences if x.field == "text"):
            voices = self.voices[s.field, s.start]
            if voices:
                last = voices[0].sources[0]
                continue
            i = bisect.bisect_right(starts, s.start + 1) - 1
            if (
                last is not None
                and i >= 0
                and self.quotes[i][0] <= s.start + 1
                and s.end <= self.quotes[i][1] + 2
            ):
                self.cast.set_speaker(s, last)

    def _sources(self, s: Sentence, act: SpeechAct) -> tuple[Entity, ...]:
        out = []
        for token in act.sources:
            entity = self.source(s, token, act)
            if entity is not None:
                out.append(entity)
        return tuple(out)

    def source(self, s: Sentence, token: int, act: SpeechAct) -> Entity | None:
        """The speaker, agency, outlet or document behind a token, with its kind."""
        f = self.cast.filler(s, token)
        if f.nature in ("hazard", "instrument"):
            return None
        entity = f.entity
        if (
            f.kind == "pronoun"
            and not entity.actor_id
            and entity.name.lower() in ("it", "that", "this", "which", "there", "what")
        ):
            return None
        if s.lemmas[f.head] in _DOCUMENTS:
            owners = self.cast.responsible(s, f.head)
            if owners:
                return replace(owners[0], kind="document")
            return replace(entity, kind="document")
        if f.kind == "outlet":
            agency = (
                "agency" in entity.name.lower()
                or "agency" in s.lemmas[f.head]
                or "agency" in (entity.resolved_by or "")
            )
            return replace(entity, kind="agency" if agency or self._is_agency(entity) else "outlet")
        if "JRN" in entity.sectors:
            return replace(entity, kind="outlet")
        if f.kind == "role" and f.plural and not entity.actor_id:
            return replace(entity, kind="anonymous")
        if not f.acts and f.kind == "noun" and not entity.name[:1].isupper() and s.pos[f.head] == "NOUN":
            return replace(entity, kind="document") if act.verb is None else replace(entity, kind="speaker")
        return replace(entity, kind="speaker")

    def _is_agency(self, entity: Entity) -> bool:
        entry = self.cast.knowledge.entry(entity.actor_id) if entity.actor_id else None
        return entry is not None and "agency" in str(entry.get("outlet_kind") or entry.get("kind") or "")

    def sources(self, s: Sentence, trigger: int) -> tuple[Entity, ...]:
        """The attribution chain of an event: nearest speaker first, the outlet last."""
        position = s.starts[trigger]
        covering = [
            v
            for v in self.voices.get((s.field, s.start), [])
            if v.act.covers(position) and v.act.verb != trigger
        ]
        covering.sort(key=lambda v: sum(b - a for a, b in v.act.content))
        chain: list[Entity] = []
        for voice in covering:
            for e in voice.sources:
                if not any(_same(e, x) for x in chain):
                    chain.append(e)
        if self.outlet is not None and not any(_same(self.outlet, x) for x in chain):
            chain.append(self.outlet)
        return tuple(chain)

    def reported_by(self, voice: _Voice) -> tuple[Entity, ...]:
        """Who passes this statement on: acts that cover its cue, and the outlet."""
        out: list[Entity] = []
        inner = sum(b - a for a, b in voice.act.content)
        for other in self.voices[voice.sentence.field, voice.sentence.start]:
            covers_cue = other.act.covers(voice.act.cue[0])
            wider = sum(b - a for a, b in other.act.content) > inner and other.act.covers(
                voice.act.content[0][0]
            )
            if other is not voice and (covers_cue or wider):
                out += [e for e in other.sources if not any(_same(e, x) for x in out)]
        if self.outlet is not None:
            out.append(self.outlet)
        return tuple(out)


def collect_statements(attributor: Attributor, document_id: str) -> tuple[Statement, ...]:
    """Every quoted or reported statement of the document with its speaker."""
    out: list[Statement] = []
    for voices in attributor.voices.values():
        for voice in voices:
            out.extend(_of_voice(attributor, voice, document_id))
    taken = [s.span for s in out if s.field == "text"]
    out.extend(_orphan_quotes(attributor, document_id, taken))
    out.sort(key=lambda s: (s.field == "text", s.span))
    return tuple(_outermost(out))


def _of_voice(attributor: Attributor, voice: _Voice, document_id: str) -> list[Statement]:
    s, made = voice.sentence, []
    speaker = voice.sources[0]
    if voice.act.reporting and speaker.kind in _REPORTERS and len(attributor.voices[s.field, s.start]) > 1:
        inner = [
            v
            for v in attributor.voices[s.field, s.start]
            if v is not voice and voice.act.covers(v.act.cue[0])
        ]
        if inner:
            return []
    for start, end in voice.act.content:
        start, end = _trim(s, start, end)
        if end - start < 8:
            continue
        span = _widen(attributor, s, (start, end))
        kind = _kind(attributor.quotes if s.field == "text" else [], span, s)
        text = (
            attributor.text[span[0] : span[1]]
            if s.field == "text"
            else s.text[span[0] - s.start : span[1] - s.start]
        )
        about = _about(attributor.cast, s, span, speaker)
        made.append(Statement(
            stable_id(document_id, s.field, span[0], span[1], speaker.name), text, kind, span, speaker,  # type: ignore[arg-type]
            attributor.reported_by(voice), about, voice.act.cue, s.field,
        ))  # fmt: skip
    return made


def _about(cast: Cast, s: Sentence, span: Span, speaker: Entity) -> tuple[str, ...]:
    """Ids of the actors that are named inside a statement, its speaker left out."""
    inside = (m.entity.actor_id for m in cast.mentions if m.field == s.field and span[0] <= m.start < span[1])
    return tuple(dict.fromkeys(i for i in inside if i and i != speaker.actor_id))


def _trim(s: Sentence, start: int, end: int) -> Span:
    text = s.text[start - s.start : end - s.start]
    left = len(text) - len(text.lstrip(" ,\"“”'’:;-–—"))
    right = len(text) - len(text.rstrip(" ,\"“”'‘:;-–—"))
    return start + left, end - right


def _widen(attributor: Attributor, s: Sentence, span: Span) -> Span:
    """A quote over several sentences belongs to the statement as a whole."""
    if s.field != "text":
        return span
    for start, end in attributor.quotes:
        inside = start <= span[0] + 2 and span[1] - 2 <= end
        if inside or (start < span[1] <= end and start >= span[0] - 2 and end > s.end):
            return min(start, span[0]) if not inside else start, end
    return span


def _kind(quoted: list[Span], span: Span, s: Sentence) -> str:
    covered = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in quoted)
    share = covered / max(1, span[1] - span[0])
    return "direct" if share > 0.85 else "mixed" if share > 0.08 else "indirect"


def _orphan_quotes(attributor: Attributor, document_id: str, taken: list[Span]) -> list[Statement]:
    """Quotes that no speech verb governs: spoken by the nearest speaker of the paragraph."""
    out = []
    for start, end in attributor.quotes:
        if end - start < 30 or any(a < end and start < b for a, b in taken):
            continue
        voice = _nearest_voice(attributor, start, end)
        if voice is None:
            continue
        speaker = voice.sources[0]
        out.append(Statement(
            stable_id(document_id, "text", start, end, speaker.name), attributor.text[start:end], "direct",
            (start, end), speaker, attributor.reported_by(voice), (), None, "text",
        ))  # fmt: skip
    return out


def _nearest_voice(attributor: Attributor, start: int, end: int) -> _Voice | None:
    text = attributor.text
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    voices = [
        v
        for vs in attributor.voices.values()
        for v in vs
        if v.sentence.field == "text" and v.sources[0].kind != "document"
    ]
    near = [v for v in voices if first <= v.sentence.start < last]
    if not near:
        near = [v for v in voices if v.sentence.start < first][-1:]
        near = [v for v in near if start - v.sentence.end < 700]
    return min(near, key=lambda v: min(abs(v.act.cue[0] - end), abs(v.act.cue[0] - start)), default=None)


def _outermost(statements: list[Statement]) -> list[Statement]:
    """Drop a statement that the same speaker's longer one holds."""
    out: list[Statement] = []
    for s in statements:
        if any(
            o.field == s.field
            and o.span[0] <= s.span[0]
            and s.span[1] <= o.span[1]
            and _same(o.speaker, s.speaker)
            and o is not s
            for o in out
        ):
            continue
        out.append(s)
    return out


def _same(a: Entity, b: Entity) -> bool:
    return a.actor_id == b.actor_id if a.actor_id and b.actor_id else a.name == b.name
