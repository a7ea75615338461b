"""``dragoman explain``: every step of the coding of a sentence, shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import day, errors_reported

if TYPE_CHECKING:
    from rich.tree import Tree

    from dragoman.coding import Coder, SentenceTrace
    from dragoman.coding.drafts import Draft
    from dragoman.language import Sentence
    from dragoman.records import Entity, Record

_SHORT = 4
"""Reasons of each kind that are shown unless all are asked for."""


def explain(
    sentence: Annotated[str, typer.Argument(help="One sentence or a few, in quotation marks.")],
    date: Annotated[
        dt.date | None, typer.Option(parser=day, metavar="DATE", help="Date of the report, like 2018-08-27.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Show every sense that was tried, not a few of each kind.")
    ] = False,
) -> None:
    """Show how a sentence is coded: gate, parse, triggers, frames, status, attribution, actors."""
    with errors_reported():
        _explain(sentence, date, everything=everything)


def _explain(text: str, date: dt.date | None, *, everything: bool) -> None:
    from rich.rule import Rule

    from dragoman.cli.tables import console
    from dragoman.coding import Coder
    from dragoman.reading import document_from_text

    coder = Coder()
    document = document_from_text(text, published=date, find_title=False)
    record, traces = coder.explain(document)
    out = console()
    for trace in traces:
        out.print(Rule(style="dim"))
        for part in _sentence(coder, trace, everything=everything):
            out.print(part)
    out.print(Rule(style="dim"))
    out.print(_statements(record))
    for note in document.notes:
        out.print(f"[dim]note: {note}[/]")


def _sentence(coder: Coder, trace: SentenceTrace, *, everything: bool) -> list[Tree | str]:
    from rich.markup import escape

    parts: list[Tree | str] = [f"[bold]{escape(trace.text)}[/]", _gate(coder, trace)]
    if trace.parse is None:
        return parts
    parts.append(_parse(trace.parse, trace))
    parts.append(_triggers(coder, trace.parse, trace))
    parts.append(_frames(trace.parse, trace.drafts))
    parts.append(_rejected(trace.rejected, everything=everything))
    parts.append(_mentions(trace))
    return parts


def _tree(name: str, note: str = "") -> Tree:
    from rich.tree import Tree

    return Tree(f"[bold cyan]{name}[/]" + (f" [dim]{note}[/]" if note else ""), guide_style="dim")


def _gate(coder: Coder, trace: SentenceTrace) -> Tree:
    from dragoman.language import stems

    words = {w.strip(".,;:!?\"'“”’()").lower() for w in trace.text.replace("’", "'").split()}
    hits = sorted(w for w in words if any(stem in coder.gate.lemmas for stem in stems(w)))
    if trace.off_topic:
        return _tree("gate", f"{trace.OFF_TOPIC}: not parsed, nothing coded")
    if not trace.passed_gate:
        return _tree("gate", "no trigger and no word of saying: not parsed, nothing coded")
    return _tree("gate", f"let through by: {', '.join(hits) or 'a word of saying'}")


def _parse(s: Sentence, trace: SentenceTrace) -> Tree:
    from rich.markup import escape

    triggers = {d.trigger for d in trace.drafts}

    def label(i: int) -> str:
        word = f"[bold yellow]{escape(s.words[i])}[/]" if i in triggers else escape(s.words[i])
        return f"{word} [dim]{s.deps[i]}, {s.pos[i].lower()}[/]"

    def grow(tree: Tree, i: int) -> None:
        for child in s.children[i]:
            if s.pos[child] != "PUNCT" or s.children[child]:
                grow(tree.add(label(child)), child)

    out = _tree("parse", "word, its relation to the word above, part of speech; triggers in yellow")
    for i, head in enumerate(s.heads):
        if head == i and s.pos[i] != "PUNCT":
            grow(out.add(label(i)), i)
    return out


def _triggers(coder: Coder, s: Sentence, trace: SentenceTrace) -> Tree:
    out = _tree("triggers", "words with senses in the lexicon")
    kept = {d.trigger: d for d in trace.drafts}
    for i, lemma in enumerate(s.lemmas):
        senses = [x for pos in "vna" for x in coder.lexicon.candidates(pos, lemma)]
        if not senses:
            continue
        names = sorted({x.operator or x.event_type or "" for x in senses} - {""})
        fate = f"→ {kept[i].event_type}" if i in kept else "[dim]none kept[/]"
        plural = "" if len(senses) == 1 else "s"
        out.add(f"{s.words[i]}: {len(senses)} sense{plural} ({', '.join(names)}) {fate}")
    return out


def _frames(s: Sentence, drafts: list[Draft]) -> Tree:
    from rich.markup import escape

    out = _tree("frames", "senses that hold, with what fills them, and what later steps made of them")
    for d in drafts:
        sense = d.frame.sense
        node = out.add(
            f"[yellow]{escape(s.words[d.trigger])}[/] {escape(sense.pattern)} [dim]{sense.where}[/]"
        )
        for slot, tokens in d.frame.slots.items():
            node.add(f"{_SLOTS.get(slot, slot)}: {escape('; '.join(_phrase(s, t) for t in tokens))}")
        for step in d.steps:
            node.add(f"[dim]step[/] {escape(step)}")
    if not drafts:
        out.add("[dim]none[/]")
    return out


_SLOTS = {
    "A": "A, who",
    "R": "R, to whom",
    "B": "B, the parties",
    "P": "P, where",
    "X": "X, anything",
    "C": "C, the act",
}


def _phrase(s: Sentence, token: int) -> str:
    """The words under a token, shortened to its own clause."""
    tokens = [t for t in s.subtree(token) if abs(t - token) <= 8]
    return s.slice(tokens[0], tokens[-1])


def _rejected(lines: list[str], *, everything: bool) -> Tree:
    """Senses that did not hold, under the word and the reason."""
    from rich.markup import escape

    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        word, _, rest = line.partition(": ")
        sense, found, reason = rest.rpartition(": ")
        groups[word][reason if found else rest].append(sense)
    out = _tree("rejected", f"{len(lines)} senses that were tried and did not hold")
    hidden = 0
    for word, reasons in groups.items():
        node = out.add(f"[yellow]{escape(word)}[/]")
        ranked = sorted(reasons.items(), key=lambda item: (len(item[1]), item[0]))
        for reason, senses in ranked if everything else ranked[:_SHORT]:
            shown = [x for x in senses if x] if everything else [x for x in senses if x][:2]
            more = len(senses) - len(shown)
            tail = f" [dim]and {more} more[/]" if shown and more > 0 else ""
            node.add(f"{escape(reason)}[dim]{': ' if shown else ''}{escape('; '.join(shown))}[/]{tail}")
        hidden += 0 if everything else max(0, len(ranked) - _SHORT)
    if hidden:
        out.add(f"[dim]… {hidden} more reasons: --all shows everything[/]")
    return out


def _mentions(trace: SentenceTrace) -> Tree:
    from dragoman.cli.tables import days

    out = _tree("event mentions", "" if trace.mentions else "none")
    for m in trace.mentions:
        mode = f" {m.event_mode}" if m.event_mode else ""
        node = out.add(
            f"[bold]{m.event_type}{mode}[/], {m.status}, confidence {m.confidence:.2f} [dim]{m.rule or ''}[/]"
        )
        for role, entities in (
            ("actor", m.actors),
            ("recipient", m.recipients),
            ("according to", m.attribution),
        ):
            for entity in entities:
                _entity(node, role, entity)
        if m.date.start or m.date.text:
            words = f" [dim]from “{m.date.text}”[/]" if m.date.text else f" [dim]from {m.date.basis}[/]"
            node.add(f"when: {days(m.date)}{words}")
        if m.place:
            node.add(f"where: {m.place.name} [dim]{m.place.country or ''} {m.place.precision or ''}[/]")
        for name in ("killed", "injured", "size"):
            if getattr(m.magnitude, name) is not None:
                node.add(f"{name}: {getattr(m.magnitude, name)}")
        scores = f"PLOVER {m.plover_score:+g}, " if m.plover_score is not None else ""
        goldstein = f"Goldstein {m.goldstein:+g}" if m.goldstein is not None else ""
        contexts = ", ".join(m.contexts) or "none"
        for what, names in trace.why_sure(m):
            node.add(f"{what}: [dim]{names}[/]")
        node.add(f"[dim]{m.quad}; {scores}{goldstein}; CAMEO {m.cameo}; contexts {contexts}[/]")
    return out


def _entity(node: Tree, role: str, e: Entity) -> None:
    from rich.markup import escape

    known = ", ".join(x for x in (e.country, "+".join(e.sectors), e.office, e.kind) if x)
    how = f" [dim]{e.actor_id or 'not in the knowledge base'}; by {e.resolved_by or 'nothing'}[/]"
    line = node.add(f"{role}: [bold]{escape(e.name)}[/]{f' ({escape(known)})' if known else ''}{how}")
    if e.candidates:
        line.add(f"[dim]could also be: {escape(', '.join(e.candidates))}[/]")


def _statements(record: Record) -> Tree:
    from rich.markup import escape

    out = _tree("statements", "" if record.statements else "none")
    for s in record.statements:
        via = f", through {', '.join(e.name for e in s.reported_by)}" if s.reported_by else ""
        out.add(f"[bold]{escape(s.speaker.name)}[/]{escape(via)} ({s.kind}): “{escape(s.text)}”")
    return out
