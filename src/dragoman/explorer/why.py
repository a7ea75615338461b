"""Why a mention was coded as it was: the steps of its sentence, as a tree of plain text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.records import Document, Entity, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder, SentenceTrace
    from dragoman.coding.drafts import Draft
    from dragoman.language import Sentence

_SHORT = 6
_SLOTS = {"A": "who", "R": "to whom", "B": "the parties", "P": "where", "X": "anything", "C": "the act"}


@dataclass(slots=True)
class Step:
    """One thing that a step did, with what it consists of."""

    text: str
    note: str = ""
    below: list[Step] = field(default_factory=list)

    def add(self, text: str, note: str = "") -> Step:
        """Put something under this step."""
        step = Step(text, note)
        self.below.append(step)
        return step


def steps_of(coder: Coder, document: Document, mention: EventMention) -> list[Step]:
    """The steps by which the coder, as it is now, codes the sentence of a mention."""
    _, traces = coder.explain(document)
    trace = next(
        (t for t in traces if t.text == mention.evidence.text and t.field == mention.evidence.field), None
    )
    if trace is None:
        return [Step("The coder, as it is now, cuts this text into other sentences", "code the report again")]
    out = [_gate(trace)]
    if trace.parse is not None:
        out += [
            _parse(trace.parse),
            _triggers(coder, trace.parse, trace),
            _frames(trace.parse, trace.drafts),
            _rejected(trace.rejected),
        ]
        out.append(_mentions(trace))
    return out


def _gate(trace: SentenceTrace) -> Step:
    if trace.passed_gate:
        return Step("Gate", "let through: it holds a trigger or a word of saying")
    if trace.off_topic:
        return Step("Gate", f"{trace.OFF_TOPIC}: not parsed, nothing coded")
    return Step("Gate", "no trigger and no word of saying: not parsed, nothing coded")


def _parse(s: Sentence) -> Step:
    out = Step("Parse", "each word with its relation to the word above it")

    def grow(above: Step, i: int) -> None:
        for child in s.children[i]:
            if s.pos[child] != "PUNCT" or s.children[child]:
                grow(above.add(s.words[child], f"{s.deps[child]}, {s.pos[child].lower()}"), child)

    for i, head in enumerate(s.heads):
        if head == i and s.pos[i] != "PUNCT":
            grow(out.add(s.words[i], f"{s.deps[i]}, {s.pos[i].lower()}"), i)
    return out


def _triggers(coder: Coder, s: Sentence, trace: SentenceTrace) -> Step:
    out = Step("Triggers", "words with senses in the lexicon")
    kept = {d.trigger: d for d in trace.drafts}
    for i, lemma in enumerate(s.lemmas):
        senses = [x for pos in "vna" for x in coder.lexicon.candidates(pos, lemma)]
        if senses:
            names = sorted({x.operator or x.event_type or "" for x in senses} - {""})
            fate = f"kept as {kept[i].event_type}" if i in kept else "none kept"
            out.add(s.words[i], f"{len(senses)} of {', '.join(names)}; {fate}")
    return out


def _frames(s: Sentence, drafts: Iterable[Draft]) -> Step:
    out = Step("Frames", "senses that hold, with what fills them and what later steps made of them")
    for d in drafts:
        sense = d.frame.sense
        node = out.add(f"{s.words[d.trigger]}: {sense.pattern}", sense.where)
        for slot, tokens in d.frame.slots.items():
            node.add(f"{_SLOTS.get(slot, slot)}: {'; '.join(_phrase(s, t) for t in tokens)}")
        for step in d.steps:
            node.add(step)
    return out


def _phrase(s: Sentence, token: int) -> str:
    """The words under a token, shortened to its own clause."""
    tokens = [t for t in s.subtree(token) if abs(t - token) <= 8]
    return s.slice(tokens[0], tokens[-1])


def _rejected(lines: Iterable[str]) -> Step:
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        word, _, rest = line.partition(": ")
        sense, found, reason = rest.rpartition(": ")
        groups[word][reason if found else rest].append(sense)
    out = Step("Rejected", "senses that were tried and did not hold")
    for word, reasons in groups.items():
        node = out.add(word)
        ranked = sorted(reasons.items(), key=lambda item: (len(item[1]), item[0]))
        for reason, senses in ranked[:_SHORT]:
            shown = [x for x in senses if x]
            more = f" and {len(shown) - 2} more" if len(shown) > 2 else ""
            node.add(reason, "; ".join(shown[:2]) + more)
        if len(ranked) > _SHORT:
            node.add(f"and {len(ranked) - _SHORT} more reasons")
    return out


def _mentions(trace: SentenceTrace) -> Step:
    out = Step("Event mentions", "what came out")
    for m in trace.mentions:
        mode = f" ({m.event_mode})" if m.event_mode else ""
        node = out.add(
            f"{m.event_type}{mode}, {m.status}", f"confidence {m.confidence:.2f}; {m.rule or 'no rule'}"
        )
        for role, entities in (
            ("actor", m.actors),
            ("recipient", m.recipients),
            ("according to", m.attribution),
        ):
            for e in entities:
                _entity(node, role, e)
        if m.date.start or m.date.text:
            source = f"from “{m.date.text}”" if m.date.text else f"from {m.date.basis}"
            node.add(f"when: {m.date.start or '?'} to {m.date.end or '?'}", source)
        if m.place:
            node.add(f"where: {m.place.name}", f"{m.place.country or ''} {m.place.precision or ''}".strip())
        for what, names in trace.why_sure(m):
            node.add(what, names)
    return out


def _entity(node: Step, role: str, e: Entity) -> None:
    known = ", ".join(x for x in (e.country, "+".join(e.sectors), e.office, e.kind) if x)
    line = node.add(
        f"{role}: {e.name}" + (f" ({known})" if known else ""),
        f"{e.actor_id or 'not in the knowledge base'}; by {e.resolved_by or 'nothing'}",
    )
    if e.candidates:
        line.add(f"could also be: {', '.join(e.candidates)}")
