"""Where a deed was that a report tells of once more: in the place that it told before.

"Gunmen raided a market in Dori. Two guards were killed in the attack and ten people were hurt": the sentence
with the toll seldom names the place again.  A noun that points back ("in the clash") means the place of the
deed that it can be; a bare toll is that of the sentence right before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import grammar as g
from dragoman.coding.background import told_of
from dragoman.coding.drafts import ON_THE_SPOT, Draft
from dragoman.coding.slots import is_calendar
from dragoman.language import Sentence
from dragoman.records import EventMention, EventPlace

_FIGHTS = frozenset(
    "attack assault raid ambush clash fighting shooting blast explosion bombing gunfight shootout firefight "
    "battle violence incident massacre siege shelling bombardment airstrike strike operation crackdown melee "
    "stampede riot unrest exchange skirmish".split()
)
_CROWDS = frozenset("protest rally demonstration march riot unrest violence clash sit-in gathering".split())
"""Nouns that mean a fight or a crowd told before, and with it where that was."""
_HARMED = frozenset(
    "kill die wound injure hurt perish shoot stab burn arrest detain hospitalise hospitalize".split()
)
"""Verbs of tolls, which follow what took them."""
_WITHIN = frozenset({"in", "during", "by", "from", "at"})
_NEAR = 600
"""Characters back in which the deed was told that a noun points to."""
_NEXT = 2
"""Characters between two sentences that follow each other, be it in two paragraphs."""


_LEAD = 1
"""The last sentence, counted from none, that tells at length what the title has told."""


def titled(s: Sentence, d: Draft, own: EventPlace | None, told: Sequence[EventMention]) -> EventPlace | None:
    """ "Bomb in Kirkuk kills ten" | "A car bomb killed ten people": in Kirkuk, as the title says."""
    return _of_the_title(s, d, told) if own is None else own


def _of_the_title(s: Sentence, d: Draft, told: Sequence[EventMention]) -> EventPlace | None:
    if s.field != "text" or s.index > _LEAD or d.event_type not in ON_THE_SPOT or d.status != "asserted":
        return None
    if told_of(s, d.trigger).before or any(_names_a_place(s, t) for t in range(len(s))):
        return None
    same = [m for m in told if m.evidence.field == "title" and m.event_type == d.event_type]
    found = {m.place.name: m.place for m in same if m.place is not None and m.status == "asserted"}
    place = next(iter(found.values())) if len(found) == 1 else None
    return place if place is not None and place.precision != "country" else None


def _names_a_place(s: Sentence, t: int) -> bool:
    """ "In Osh", "at the Sabena hotel": a name that tells where, whatever it is where."""
    led = s.deps[t] == "prep" and s.lemmas[t] in (
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "from",
        "into",
        "to",
    )
    return led and any(s.pos[o] == "PROPN" and not is_calendar(s, o) for o in s.kids(t, "pobj"))


def told_again(
    s: Sentence, d: Draft, told: Sequence[EventMention], here: Sequence[EventMention]
) -> EventPlace | None:
    """The place of the deed to which a draft belongs that names none itself."""
    if moves_in(s, d):
        near = [m for m in told if m.evidence.field == s.field and s.start - m.evidence.end <= _NEXT]
        return next((m.place for m in reversed([*near, *here]) if m.place is not None), None)
    if s.field != "text" or d.event_type not in ("ASSAULT", "COERCE") or d.status != "asserted":
        return None  # "the unrest left 300 people dead" tells of no other protest
    before = [
        m
        for m in told
        if m.evidence.field == "text" and m.evidence.start < s.start and m.status == "asserted"
        if m.event_type in ON_THE_SPOT and s.start - m.evidence.end <= _NEAR
    ]
    same = [
        m
        for m in here
        if s.deps[d.trigger] == "conj" and m.evidence.trigger[0] == s.starts[s.heads[d.trigger]]
    ]
    if same and _is_a_toll(s, d) and s.bag.isdisjoint(_LONG_TIMES):
        return same[-1].place
    for t in _pointing(s, d):
        kinds = {"PROTEST"} if s.lemmas[t] in _CROWDS else set()
        kinds |= {"ASSAULT"} if s.lemmas[t] in _FIGHTS else set()
        meant = [m for m in before if m.event_type in kinds and m.place is not None]
        return meant[-1].place if meant else None
    goes_on = _is_a_toll(s, d) or _goes_on(s, d)
    last = before[-1:] if goes_on and not _of_another_day(s, before) else []
    return next((m.place for m in last if s.start - m.evidence.end <= _NEXT), None)


def moves_in(s: Sentence, d: Draft) -> bool:
    """ "Rebels quit Bria, and troops moved in": into the place told last."""
    inside = [c for c in s.kids(d.trigger, "prt", "advmod", "prep") if s.words[c].lower() == "in"]
    return (
        d.event_type == "MOBILIZE"
        and s.lemmas[d.trigger] == "move"
        and any(not s.children[c] for c in inside)
    )


def _pointing(s: Sentence, d: Draft) -> list[int]:
    """ "In the clash", "the shooting": nouns that point back to what was told."""
    nouns = [t for t in (d.trigger, *d.frame.literals) if s.pos[t] == "NOUN"]
    nouns += [o for name, _, o in g.prepositional(s, d.trigger) if name in _WITHIN]
    return [
        t
        for t in nouns
        if s.lemmas[t] in _FIGHTS | _CROWDS
        and (_definite(s, t) or any(is_calendar(s, c) for c in s.kids(t, "poss")))  # "Sunday's protest"
        and not any(s.pos[c] == "PROPN" for c in s.subtree(t))
    ]


def _definite(s: Sentence, t: int) -> bool:
    """ "in the attack", "in that raid": one that has been told of."""
    return any(s.words[c].lower() in ("the", "this", "that", "these") for c in s.kids(t, "det"))


def _goes_on(s: Sentence, d: Draft) -> bool:
    """ "The attackers also looted shops": those of the attack told right before."""
    return any(
        s.lemmas[t] in _ASSAILANTS and _definite(s, t) and not s.kids(t, "prep", "relcl") for t in d.actors
    )


_ASSAILANTS = frozenset("attacker assailant raider gunman intruder kidnapper abductor looter rioter".split())


def _is_a_toll(s: Sentence, d: Draft) -> bool:
    """ "Two guards were killed", by whom and where was told right before."""
    passive = bool(s.kids(d.trigger, "nsubjpass")) or s.lemmas[d.trigger] in ("die", "perish")
    return passive and s.lemmas[d.trigger] in _HARMED and not s.kids(d.trigger, "agent")


_LONG_TIMES = frozenset("year month week decade since far ever past previous earlier later ago".split())
"""Words of tolls of more than the deed told last."""


def _of_another_day(s: Sentence, before: Sequence[EventMention]) -> bool:
    """ "Nine soldiers were killed on Sunday": in another attack than that of Monday."""
    if not s.bag.isdisjoint(_LONG_TIMES):
        return True
    days = [s.words[t] for t in range(len(s)) if is_calendar(s, t)]
    return bool(days) and not any(day in m.evidence.text for m in before[-1:] for day in days)
