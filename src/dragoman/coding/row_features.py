"""What speaks for or against a row: features of the mention, of its sentence and of the whole report.

:mod:`dragoman.coding.confidence` weighs them.  Each has a name in words, for the weights are a table that
people read (``confidence.tsv``) and ``dragoman explain`` says which of them counted.
"""

from __future__ import annotations

import bisect
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.coding.mentions import Mention
from dragoman.coding.people import ARMED
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention, Evidence, Field

_TWO_SIDED = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT"})
"""Types whose parties may all stand on one side."""
_ONE_SIDED = frozenset({"resign", "curfew", "martial-law"})
"""Modes that are done to nobody: a row without a recipient lacks nothing."""
_SIGNING = ("sign", "initial", "ink", "seal", "put", "countersign", "ratif", "exchang", "finali")
"""How words of signing begin."""
_MUTUAL = re.compile(r"\b(?:each other|one another|mutual|(?:trad|exchang|swapp)(?:e|es|ed|ing)\b)")
_LIFTED = frozenset({"0812", "0813", "0814", "0831", "0832", "0833", "0834"})
"""CAMEO of a ban, a curfew or martial law lifted and of reforms: of nobody in particular."""
_AGAIN = 3
"""Rows like this one that are counted at most."""
_SIDE = 2
"""Parties of a side that are looked at: further ones are of the same make."""


class ReportFeatures:
    """What the rows of one report are seen against.

    Args:
        mentions: the rows, each with the confidence of its type.
        named: the names of the report that the knowledge base tells.
        sentences: the parsed sentences.
    """

    def __init__(
        self,
        mentions: Sequence[EventMention],
        named: Iterable[Mention],
        sentences: Iterable[Sentence],
    ) -> None:
        self._named = list(named)
        self._countries = Counter(x.entity.country for x in self._named if x.entity.country)
        self._told = Counter(map(_deed, mentions))
        self._sentences: Mapping[tuple[Field, int], Sentence] = {(s.field, s.start): s for s in sentences}
        self._crowds: dict[tuple[Field, int], tuple[float, float]] = {}
        """How many names and countries a sentence has, as logarithms."""

    def of(self, m: EventMention) -> Iterator[tuple[str, float]]:
        """Names and values of what speaks for or against a mention."""
        yield from _of_type(m)
        yield from _of_parties(m)
        yield from self._of_report(m)
        s = self._sentences.get((m.evidence.field, m.evidence.start))
        if s is not None:
            yield from _of_words(s, m)

    def _of_report(self, m: EventMention) -> Iterator[tuple[str, float]]:
        """Whether the report tells the like elsewhere, and how much it speaks of the parties' countries."""
        yield "told alike elsewhere", min(_AGAIN, max(0, self._told[_deed(m)] - 1))
        yield "countries that the report names", math.log1p(len(self._countries))
        total = sum(self._countries.values()) or 1
        for side, parties in (("actor", m.actors), ("recipient", m.recipients)):
            country = next((e.country for e in parties if e.country), None)
            if country:
                yield f"share of the {side}'s country among the names", self._countries[country] / total
        names, countries = self._crowd(m.evidence)
        yield "names in the sentence (log)", names
        yield "countries in the sentence (log)", countries

    def _crowd(self, e: Evidence) -> tuple[float, float]:
        found = self._crowds.get((e.field, e.start))
        if found is None:
            here = [x for x in self._named if x.field == e.field and e.start <= x.start < e.end]
            found = math.log1p(len(here)), math.log1p(len({x.entity.country for x in here}))
            self._crowds[e.field, e.start] = found
        return found


def _deed(m: EventMention) -> tuple[str, frozenset[str], frozenset[str]]:
    return m.event_type, _countries(m.actors), _countries(m.recipients)


def _countries(side: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(e.country for e in side if e.country)


def _of_type(m: EventMention) -> Iterator[tuple[str, float]]:
    p = min(max(m.confidence, 0.01), 0.995)
    yield "bias", 1.0
    yield "type is right (log odds)", math.log(p / (1 - p))
    yield "words in the sentence (log)", math.log(max(4, len(m.evidence.text.split())) / 25)
    yield f"type {m.event_type}", 1.0
    yield f"mode {m.event_mode or 'none'} of {m.event_type}", 1.0
    yield f"status {m.status}", 1.0
    if m.evidence.field == "title":
        yield "headline", 1.0
    if m.attribution:
        yield "told by a source", 1.0
    if (m.rule or "").startswith("operators"):
        yield "content of another verb", 1.0
    if m.place:
        yield "place told", 1.0
    if m.magnitude.killed is not None:
        yield "killed told", 1.0


def _of_parties(m: EventMention) -> Iterator[tuple[str, float]]:
    """How the parties were found, and how they stand to each other."""
    yield f"actor {_found(m.actors)}", 1.0
    shared = m.event_type in _TWO_SIDED or _is_signed(m) or _is_mutual(m)
    paired = shared and len(m.actors) > 1 and not m.recipients
    alone = not m.recipients and (m.event_mode in _ONE_SIDED or m.cameo in _LIFTED or _gives_ground(m))
    found = "among the actors" if paired else "not due" if alone else _found(m.recipients)
    if found == "not told" and m.event_type == "PROTEST":  # a crowd is often against nobody named
        found = "not told of a protest"
    yield f"recipient {found}", 1.0
    yield "number of actors", float(len(m.actors))
    for side, parties in (("actor", m.actors), ("recipient", m.recipients)):
        if not parties:
            yield f"no {side} of {m.event_type}", 1.0
        for name in dict.fromkeys(x for e in parties[:_SIDE] for x in _of_party(side, m, e)):
            yield name, 1.0
    if _countries(m.actors) & _countries(m.recipients):
        yield "one country on both sides", 1.0
        yield f"one country on both sides of {m.event_type}", 1.0


def _of_party(side: str, m: EventMention, e: Entity) -> Iterator[str]:
    how = re.split(r"[(\"'“‘;:]", e.resolved_by or "nothing")
    yield f"{side} by {how[0].strip() or 'nothing'}"
    if how[1:]:
        yield f"{side} by … {how[-1].strip()}"
    yield f"{side} {'in' if e.actor_id else 'not in'} the knowledge base"
    if not e.country:
        yield f"one {side} of no country"
    if e.span is None:
        yield f"{side} without words"
    elif not m.evidence.start <= e.span[0] < m.evidence.end:
        yield f"{side} from another sentence"


def _of_words(s: Sentence, m: EventMention) -> Iterator[tuple[str, float]]:
    """The trigger in its clause, and the way from it to the parties."""
    t = s.at(m.evidence.trigger[0])
    if t is None:
        return
    yield f"word {s.lemmas[t]}", 1.0
    yield f"word as {s.deps[t]}", 1.0
    yield f"word as {s.tags[t]}", 1.0
    verb = next((i for i in (t, *s.ancestors(t)) if s.pos[i] in ("VERB", "AUX")), None)
    if verb is not None:
        yield f"its verb as {s.tags[verb]}", 1.0
        for name in {s.lemmas[k] for k in s.kids(verb, "aux", "mark", "neg")}:
            yield f"its verb with {name}", 1.0
    for side, parties in (("actor", m.actors), ("recipient", m.recipients)):
        head = _head(s, parties[0]) if parties else None
        if head is not None:
            up, down = _way(s, t, head)
            yield f"{side} below the word as {down}", 1.0
            if side == "actor":
                yield "steps from the word to the actor", float(up)


def _head(s: Sentence, e: Entity) -> int | None:
    """The word of a party that governs its others; None where it stands in another sentence."""
    if e.span is None or not s.start <= e.span[0] < s.end:
        return None
    first, last = bisect.bisect_right(s.ends, e.span[0]), bisect.bisect_left(s.starts, e.span[1])
    words = range(first, last)
    return next((i for i in words if s.heads[i] == i or s.heads[i] not in words), None)


def _way(s: Sentence, t: int, head: int) -> tuple[int, str]:
    """Steps through the tree from the trigger to a party, and the first of them that leads down."""
    up = [t, *s.ancestors(t)]
    down = [head, *s.ancestors(head)]
    meet = next((i for i in down if i in up), None)
    if meet is None:
        return len(up), "nothing"
    way = down[: down.index(meet)]
    return up.index(meet) + len(way), s.deps[way[-1]] if way else "itself"


def _is_signed(m: EventMention) -> bool:
    """ "Chad and Niger signed a treaty": both are actors, and nobody is left out."""
    first, last = (x - m.evidence.start for x in m.evidence.trigger)
    return m.cameo == "057" and m.evidence.text[first:last].lower().startswith(_SIGNING)


def _is_mutual(m: EventMention) -> bool:
    """ "Delhi and Islamabad accused each other", "traded blame": each is what the other aims at."""
    return bool(_MUTUAL.search(m.evidence.text.lower(), m.evidence.trigger[0] - m.evidence.start))


def _gives_ground(m: EventMention) -> bool:
    """Soldiers, rebels or two states that withdraw or disarm: seldom is told in whose favour."""
    armed = bool(m.actors) and all(ARMED & set(a.sectors) for a in m.actors)
    gives = m.event_type == "RETREAT" and m.event_mode in ("withdraw", "disarm")
    return gives and (armed or len(m.actors) > 1)


def _found(side: tuple[Entity, ...]) -> str:
    """How the parties of one side were found: the surest way of any of them."""
    if not side:
        return "not told"
    return min((_way_found(e) for e in side), key=_WAYS.index)


_WAYS = ("known by name", "named", "pointed back to", "of a country guessed", "of no country")


def _way_found(e: Entity) -> str:
    how = e.resolved_by or ""
    if not e.country:
        return "of no country"
    if "from the report" in how:
        return "of a country guessed"
    if how.startswith(("coreference", "description", "pronoun")) or "told of before" in how:
        return "pointed back to"
    return "known by name" if e.actor_id else "named"
