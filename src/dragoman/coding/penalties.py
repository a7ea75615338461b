"""Sanctions that somebody backs: against whom they are, by the words around them."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

_SANCTIONS = frozenset("sanction embargo blacklist boycott".split())
_SET_AT = frozenset("aim direct level target design intend".split())
_UNDOING = frozenset(
    "lift ease suspend waive drop remove relax lifting easing relief waiver end removal".split()
)
_IMPOSERS = frozenset(
    "US U.S. UN U.N. EU UK Western American European British Nations States Union Council".split()
)
"""Words before sanctions that tell whose they are: "U.N. sanctions"."""


def backed(s: Sentence, cast: Cast, drafts: list[Draft]) -> None:
    """ "backed fresh U.N. sanctions aimed at Eritrea's arms trade": as good as laid on Eritrea."""
    for d in drafts:
        if d.event_type not in ("SUPPORT", "SANCTION") or s.lemmas[d.trigger] not in _BACKING:
            continue
        noun = _sanctions(s, d.trigger)
        if noun is None or not s.bag.isdisjoint(_UNDOING):
            continue
        aims = against(s, noun)
        if not aims and d.event_type == "SANCTION":
            continue
        d.event_type, d.mode, d.cameo = "SANCTION", "discontinue", "163"
        d.recipients = [t for t in aims if cast.filler(s, t).acts or cast.filler(s, t).nature == "place"]
        d.owned = [] if d.recipients else aims
        d.covers |= {noun, *s.kids(noun, "acl")}
        d.steps.append(f"{s.words[noun]} backed → SANCTION")


_BACKING = frozenset("back support endorse favour favor champion approve adopt".split())


def _sanctions(s: Sentence, verb: int) -> int | None:
    """The sanctions that a verb has for its object, counted or not: "a round of sanctions"."""
    for o in s.kids(verb, "dobj"):
        found = [o, *(x for p in s.kids(o, "prep") if s.lemmas[p] == "of" for x in s.kids(p, "pobj"))]
        noun = next((t for t in found if s.lemmas[t] in _SANCTIONS), None)
        if noun is not None:
            return noun
    return None


def against(s: Sentence, noun: int) -> list[int]:
    """At whom or what sanctions are aimed: "on Mali", "targeting its banks", "aimed at curbing its trade"."""
    heads = [noun]
    if s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "of":
        heads.append(s.heads[s.heads[noun]])
    leads = [p for h in heads for p in s.kids(h, "prep") if s.lemmas[p] in ("against", "on")]
    out = [x for p in leads for o in s.kids(p, "pobj") for x in g.conjuncts(s, o)]
    for c in (c for h in heads for c in s.kids(h, "acl", "advcl", "relcl")):
        if s.lemmas[c] not in _SET_AT:
            continue
        led = [x for p in s.kids(c, "prep") for x in s.kids(p, "pobj", "pcomp")]
        led = led or s.kids(c, "xcomp")
        for x in [*s.kids(c, "dobj"), *led]:
            out += s.kids(x, "dobj") if s.pos[x] == "VERB" else [x]
    if not out:
        named = [c for c in s.kids(noun, "compound", "nmod") if s.pos[c] == "PROPN"]
        out = [c for c in named if s.words[c] not in _IMPOSERS]
    return out
