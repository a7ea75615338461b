"""Checks of the lexicon: conflicts, unreachable senses, examples that do not code as they should."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import ontology
from dragoman.coding.coder import Coder
from dragoman.coding.senses import Lexicon, Sense, head_word
from dragoman.records import Document, EventMention

_FOLDED = {
    "CONSULT": {"AGREE", "REJECT", "REQUEST"},
    "AID": {"AGREE", "REJECT"},
    "COOPERATE": {"AGREE"},
    "SUPPORT": {"AGREE", "REJECT"},
    "RETREAT": {"CONCEDE", "AGREE"},
}
"""What a type may become by tense or refusal, so that an example in the future tense still counts."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend in the lexicon, with the row it stands in."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def check_rows(lexicon: Lexicon) -> Iterator[Finding]:
    """Rows that cannot be read, unknown codes, missing examples, and rows that say the same twice."""
    for problem in lexicon.problems:
        yield Finding(f"{problem.file}:{problem.line}", problem.message)
    seen: dict[tuple[str, str], Sense] = {}
    claims: dict[tuple[str, str], set[str]] = defaultdict(set)
    for sense in lexicon.senses:
        yield from _check_codes(sense)
        if not sense.example:
            yield Finding(sense.where, "no example sentence")
        yield from _check_reach(sense)
        twin = seen.setdefault((sense.pos, sense.pattern), sense)
        if twin is not sense and twin.operator is None and sense.operator is None:
            kind = "the same as" if twin.event_type == sense.event_type else "in conflict with"
            yield Finding(sense.where, f"{sense.pattern!r} is {kind} {twin.where}")
        claims[sense.pos, sense.pattern].add(sense.event_type or "")


_PREPOSITIONS = frozenset("of in on at under by to for with from".split())


def _check_reach(sense: Sense) -> Iterator[Finding]:
    """Senses that no sentence can have: their own word excludes them, or is read as no verb."""
    words = {head_word(head, sense.pos) for head in sense.heads}
    for miss in sense.near_misses:
        if len(miss) == 1 and miss[0] in words:
            yield Finding(sense.where, f"the near miss {miss[0]!r} is a word of the sense itself")
    if sense.pos == "v" and words & _PREPOSITIONS:
        yield Finding(
            sense.where, f"{sense.pattern!r}: no verb is found in it; 'be in force' is written as 'a'"
        )


def _check_codes(sense: Sense) -> Iterator[Finding]:
    kind = sense.event_type
    if kind and kind not in ontology.types():
        yield Finding(sense.where, f"no PLOVER type {kind!r}")
        return
    if kind and sense.mode and (kind, sense.mode) not in ontology.modes():
        yield Finding(sense.where, f"{kind} has no mode {sense.mode!r}")
    if sense.cameo and sense.cameo not in ontology.cameo():
        yield Finding(sense.where, f"no CAMEO code {sense.cameo!r}")
    for context in sense.contexts:
        if context not in ontology.contexts():
            yield Finding(sense.where, f"no PLOVER context {context!r}")


def check_examples(coder: Coder, only: str | None = None) -> Iterator[tuple[Sense, Finding | None]]:
    """Code every example; give its sense with what went wrong, or None where it codes as it says.

    Args:
        only: the name of one lexicon file, without its ending, to check it alone.
    """
    for sense in coder.lexicon.senses:
        if sense.operator or not sense.example or (only and not sense.where.startswith(f"{only}.")):
            continue
        record = coder.code(Document("example", sense.example))
        yield sense, _verdict(sense, record.event_mentions)


def _verdict(sense: Sense, mentions: tuple[EventMention, ...]) -> Finding | None:
    accepted = {sense.event_type} | _FOLDED.get(sense.event_type or "", set())
    found = [m for m in mentions if m.event_type in accepted]
    if not found:
        kinds = ", ".join(f"{m.event_type} ({m.rule})" for m in mentions) or "nothing"
        return Finding(sense.where, f"{sense.pattern!r}: the example codes as {kinds}: {sense.example}")
    if sense.mode and not any(m.event_mode == sense.mode or m.event_type != sense.event_type for m in found):
        modes = ", ".join(f"{m.event_mode} ({m.rule})" for m in found)
        return Finding(
            sense.where, f"{sense.pattern!r}: mode {modes} where {sense.mode} is due: {sense.example}"
        )
    return None
