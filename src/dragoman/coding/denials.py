"""Denials of what a report has told before: "The army denied it", "Moscow rejected the accusation".

A deed that somebody is accused of is kept aside.  When the accused denies it in the same sentence or
soon after, the deed is told once more, with status ``denied`` and the denier as its source.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import MATERIAL_CONFLICT
from dragoman.coding.said import FALSE
from dragoman.coding.trees import DASHES
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention, Evidence, stable_id

_DENY = frozenset({"deny", "refute", "rebut"})
_IT = frozenset({"it", "this", "that"})
_REACH = 3
"""Sentences; how far back the deed may have been told."""
_DEEDS = MATERIAL_CONFLICT | {"AID", "COOPERATE", "SUPPORT", "CONSULT", "AGREE"}
_BLAMED = MATERIAL_CONFLICT | {"AID", "COOPERATE"}
"""What a charge can be of."""
_LOST = 0.9


@dataclass(slots=True)
class Alleged:
    """Deeds of which somebody was accused so far, each with the number of its sentence."""

    deeds: list[tuple[int, EventMention]] = field(default_factory=list)
    blows: list[tuple[int, EventMention]] = field(default_factory=list)
    """What was done to somebody, whoever did it."""

    def note(self, s: Sentence, deeds: list[EventMention]) -> None:
        """Keep deeds for the denials to come."""
        if s.field == "text":
            self.deeds += [(s.index, m) for m in deeds if m.event_type in _DEEDS and m.actors]

    def note_blows(self, s: Sentence, mentions: list[EventMention]) -> None:
        """Keep the harm that a sentence tells, for those who will deny a part in it."""
        if s.field == "text":
            done = [m for m in mentions if m.event_type in _HARM and m.status in _TOLD and m.recipients]
            self.blows += [(s.index, m) for m in done]

    def denied(self, s: Sentence, cast: Cast, document: str) -> list[EventMention]:
        """The deeds that a sentence denies by pointing back to them."""
        if s.field != "text":
            return []
        out: list[EventMention] = []
        for verb in range(len(s)):
            if s.pos[verb] == "VERB" and s.lemmas[verb] in _DENY and (part := self._part(s, verb, cast)):
                deniers, doers, told = part
                told = replace(told, actors=tuple(doers), recipients=_but(told.recipients, doers))
                out.append(_denied(told, s, verb, deniers, document))
                continue
            if s.pos[verb] != "VERB" or not (_disputes(s, verb) and _points_back(s, verb)):
                continue
            deniers = [e for t in g.subjects(s, verb) for e in cast.parties(s, t)]
            deed = self._meant(s, verb, deniers)
            if deed is not None:
                out.append(_denied(deed, s, verb, deniers, document))
        return out

    def _part(
        self, s: Sentence, verb: int, cast: Cast
    ) -> tuple[list[Entity], list[Entity], EventMention] | None:
        """The deniers, the doers and the deed of "denied that it had ordered the raid", "any part in it"."""
        part = _part_in(s, verb)
        deniers = [e for t in g.subjects(s, verb) for e in cast.parties(s, t)]
        if part is None or not deniers:
            return None
        clause, deed = part
        doers = [e for t in (g.subjects(s, clause) if clause is not None else []) for e in cast.parties(s, t)]
        for index, m in reversed(self.blows):
            if s.index - index > (_REACH if deed is not None else 1):
                break
            if _is_of(m, s.lemmas[deed]) if deed is not None else _by_nobody_known(m):
                return deniers, doers or deniers, m
        return None

    def _meant(self, s: Sentence, verb: int, deniers: list[Entity]) -> EventMention | None:
        pronoun = any(s.words[o].lower() in _IT for o in s.kids(verb, "dobj"))
        told = [(i, m) for i, m in reversed(self.deeds) if m.evidence.trigger[0] < s.starts[verb]]
        if not pronoun:  # an "allegation" is of no visit and no promise
            told = [(i, m) for i, m in told if m.event_type in _BLAMED]
        for index, deed in told:
            if s.index - index > _REACH:
                break
            if any(_answers_for(d, a) for d in deniers for a in deed.actors):
                return deed
        if pronoun and told and s.index - told[0][0] <= 1 and deniers:
            return told[0][1]  # "The rebels said they had taken the port.  The army denied it."
        return None


def in_passing(s: Sentence, cast: Cast, mentions: list[EventMention]) -> list[EventMention]:
    """ "…, which Islamabad denied", "…, a charge Moscow rejects": the deed told just before is denied."""
    out = list(mentions)
    for verb in range(4, len(s)):
        comma = _adds_a_denial(s, verb) if s.pos[verb] == "VERB" else None
        deniers = [e for t in g.subjects(s, verb) for e in cast.parties(s, t)] if comma else []
        if comma is None or not deniers:
            continue
        told = [m for m in out if m.event_type in _DEEDS and m.evidence.trigger[0] < s.starts[comma]]
        deed = max(told, key=lambda m: m.evidence.trigger[0], default=None)
        tried = deed if deed is not None and deed.event_mode in ("convict", "arrest") else None
        if tried and not any(_answers_for(d, a) for d in deniers for a in tried.actors):
            continue  # "jailed for fraud, a charge he denies": the fraud, and not that he was jailed
        if deed is not None and deed.status in ("asserted", "historical"):
            sources = tuple(replace(e, kind="speaker") for e in deniers)
            others = tuple(e for e in deed.attribution if not any(_answers_for(d, e) for d in deniers))
            out[out.index(deed)] = replace(deed, status="denied", attribution=sources + others)
            told_by = (s.starts[verb], s.ends[verb])
            out = [m for m in out if m.event_type != "REJECT" or m.evidence.trigger != told_by]
    return out


def _adds_a_denial(s: Sentence, verb: int) -> int | None:
    """The comma or dash behind which "which", "something" or "a charge" stands that the verb denies."""
    lemma = s.lemmas[verb]
    if lemma not in _DENY | {"reject", "dispute", "dismiss"} or s.kids(verb, "neg", "ccomp"):
        return None
    for k in range(verb - 1, max(0, verb - 9), -1):
        if s.words[k] not in _MARKS:
            continue
        first, second = s.words[k + 1].lower(), "".join(s.lemmas[k + 2 : k + 3])
        named = first in ("a", "an") and second in content.TELLINGS
        thing = lemma in _DENY and first in ("which", "something")
        whom = [x for x in s.kids(verb, "dobj") if x > verb]
        return k if (named or thing) and not whom and k > 2 else None
    return None


_MARKS = DASHES | {","}


def _part_in(s: Sentence, verb: int) -> tuple[int | None, int | None] | None:
    """The clause and the noun of a deed in which somebody denies a part; None where he denies no part.

    "denied any role in the attack", "denied that it was behind the blast", "denied being involved".
    """
    if s.kids(verb, "neg"):
        return None
    for o in s.kids(verb, "dobj"):
        if s.lemmas[o] in _SHARES:
            deeds = _nouns_led(s, o) or _nouns_led(s, verb)
            return (None, deeds[0] if deeds else None) if all(_points(s, d) for d in deeds) else None
    for clause in s.kids(verb, "ccomp", "xcomp"):
        found = _share(s, clause)
        if found is not None:
            return clause, found[0] if found else None
    return None


def _share(s: Sentence, clause: int) -> list[int] | None:
    """The noun of the deed that a clause tells a share in, as a list; [] where it is left open."""
    lemma = s.lemmas[clause]
    if lemma == "be":
        heads = s.kids(clause, "prep")
        deeds = [o for p in heads if s.lemmas[p] == "behind" for o in s.kids(p, "pobj")]
        behind = [a for a in s.kids(clause, "acomp", "attr") if s.lemmas[a] in ("involved", "responsible")]
        deeds += [d for a in behind for d in _nouns_led(s, a)]
        if not deeds and not behind:
            return None
    elif lemma == "have" and any(s.lemmas[o] in ("anything", "nothing") for o in s.kids(clause, "dobj")):
        deeds = [d for t in s.subtree(clause) for d in s.kids(t, "pobj") if s.lemmas[s.heads[d]] == "with"]
    elif lemma in _DIRECTING:
        deeds = s.kids(clause, "dobj")
        if not deeds:
            return None
    elif lemma == "involve" and s.kids(clause, "auxpass", "nsubjpass"):
        deeds = _nouns_led(s, clause)
    else:
        return None
    return deeds[:1] if all(_points(s, d) for d in deeds) else None


def _nouns_led(s: Sentence, head: int) -> list[int]:
    return g.led(s, head, _LEADS)


def _points(s: Sentence, noun: int) -> bool:
    """ "the attack", "that raid", "Monday's blast": one that was told, and of which no more is said."""
    more = [c for c in s.children[noun] if s.deps[c] in ("prep", "acl", "relcl", "amod")]
    definite = [c for c in s.kids(noun, "det", "poss") if s.lemmas[c] not in ("a", "an", "any", "no")]
    return not more and bool(definite) and s.pos[noun] == "NOUN"


def _is_of(m: EventMention, noun: str) -> bool:
    """ "the attack" is whatever was done to somebody; "the killing" cost lives."""
    if noun in _ANY_BLOW:
        return m.event_type == "ASSAULT" or m.event_mode == "cyber"
    if noun in _DEATHS:
        return m.event_type == "ASSAULT" and m.magnitude.killed is not None
    told = f"{m.event_mode or ''} {m.evidence.text.lower()}"
    return m.event_type == "ASSAULT" and noun[: max(4, len(noun) - 3)] in told


def _by_nobody_known(m: EventMention) -> bool:
    """What a bare "denied any involvement" can be of."""
    return m.event_type == "ASSAULT" and not m.actors


def _but(recipients: tuple[Entity, ...], doers: list[Entity]) -> tuple[Entity, ...]:
    """Recipients without the doers themselves, and without a country that was only guessed."""
    others = (r for r in recipients if not any(r.actor_id and r.actor_id == d.actor_id for d in doers))
    guessed = "country from the report"
    return tuple(replace(r, country=None) if guessed in (r.resolved_by or "") else r for r in others)


_DEATHS = frozenset("killing murder death slaying assassination massacre execution".split())
_HARM = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"asserted", "historical"})
_SHARES = frozenset("role involvement part hand participation complicity responsibility".split())
_LEADS = frozenset({"in", "for", "behind", "with", "to"})
_DIRECTING = frozenset("order carry stage mount launch plan sponsor orchestrate commit conduct".split())
_ANY_BLOW = frozenset("attack assault incident raid strike blast operation".split())
"""Nouns for a deed of any kind that was told before."""


def _disputes(s: Sentence, verb: int) -> bool:
    """ "denied it", "called that a lie", "dismissed the charge as false"."""
    if s.lemmas[verb] in _DENY:
        return True
    called = s.kids(verb, "oprd", "attr", "acomp")
    as_what = [o for p in s.kids(verb, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj", "amod")]
    return s.lemmas[verb] in _CALLING and any(s.lemmas[t] in FALSE for t in (*called, *as_what))


_CALLING = frozenset("call brand term label dub dismiss reject describe denounce".split())


def _points_back(s: Sentence, verb: int) -> bool:
    """The object is "it", or a charge or a part in something of which nothing more is said."""
    objects = s.kids(verb, "dobj")
    if s.kids(verb, "neg", "ccomp", "xcomp") or len(objects) != 1:
        return False
    o = objects[0]
    if s.words[o].lower() in _IT:
        return True
    bare = not any(
        s.deps[c] in ("poss", "prep", "acl", "relcl", "ccomp", "amod", "compound") for c in s.children[o]
    )
    behind = any(s.lemmas[p] in ("in", "for", "behind") for p in s.kids(verb, "prep") if p == o + 1)
    return bare and (s.lemmas[o] in content.TELLINGS or (s.lemmas[o] in content.PARTS and not behind))


def _answers_for(denier: Entity, doer: Entity) -> bool:
    if denier.actor_id and denier.actor_id == doer.actor_id:
        return True
    if denier.name == doer.name:
        return True
    official = {"GOV", "MIL", "COP", "SPY", "PRM", "ELI"}
    return bool(
        denier.country
        and denier.country == doer.country
        and official & set(denier.sectors)
        and official & set(doer.sectors)
    )


def _denied(deed: EventMention, s: Sentence, verb: int, deniers: list[Entity], document: str) -> EventMention:
    sources = tuple(replace(e, kind="speaker") for e in deniers)
    evidence = Evidence(s.field, s.text, s.start, s.end, (s.starts[verb], s.ends[verb]))
    return replace(
        deed,
        id=stable_id(document, s.field, s.start, verb, deed.event_type, "denied"),
        status="denied",
        attribution=sources,
        evidence=evidence,
        confidence=round(deed.confidence * _LOST, 3),
    )
