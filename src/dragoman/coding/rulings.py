"""What judges rule that shall be done: "a court ruled that he must stay in prison" keeps him there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_COURTS = frozenset("court judge tribunal magistrate bench justice panel chamber".split())
_RULING = frozenset("rule order decide determine hold decree".split())
_DEEDS = frozenset({"COERCE", "SANCTION", "CONCEDE", "RETREAT"})
"""What judges do by their word alone."""


def carry_out(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, with what a court rules that must be done as the court's own deed."""
    if not drafts or s.bag.isdisjoint(_FINDING) or s.bag.isdisjoint(_COURTS):
        return drafts
    drafts = _without_ground(s, drafts)
    for v in range(1, len(s)):
        if s.pos[v] != "VERB" or s.lemmas[v] not in _RULING or s.tags[v] not in ("VBD", "VBZ", "VBN"):
            continue
        judges = [t for t in g.surface_subjects(s, v) if s.lemmas[t] in _COURTS]
        ruled = {c for c in s.kids(v, "ccomp") if c > v and _shall_be(s, c)}
        deeds = [
            d for d in drafts if d.event_type in _DEEDS and d.mode != "convict" and _clause(s, d) in ruled
        ]
        if not judges or not deeds or s.kids(v, "neg"):
            continue
        for d in deeds:
            d.actors, d.settled = judges, True
            if d.event_type == "RETREAT":  # a release that others set for later
                d.event_type, d.mode, d.cameo = "CONCEDE", None, "080"
            d.steps.append(f"{s.words[v]}: ruled by a court, so it is done")
        drafts = [d for d in drafts if d.trigger != v]
    return drafts


_FINDING = _RULING | {"find", "declare"}
_PLEAS = frozenset(
    "complaint claim appeal petition application challenge lawsuit suit plea objection motion request".split()
)
_GROUNDLESS = frozenset(
    "unfounded inadmissible groundless baseless meritless untenable unsubstantiated".split()
)


def _without_ground(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "The court ruled that the party's complaint was unfounded": turned down, and nobody convicted."""
    if s.bag.isdisjoint(_GROUNDLESS) or s.bag.isdisjoint(_PLEAS):
        return drafts
    for word in (i for i in range(2, len(s)) if s.lemmas[i] in _GROUNDLESS):
        above = [k for k in (word, *s.ancestors(word)) if s.lemmas[k] in _FINDING and s.pos[k] == "VERB"]
        pleas = [i for k in ("nsubj", "dobj", "nsubjpass") for i in s.labelled(k) if s.lemmas[i] in _PLEAS]
        pleas = sorted(i for i in pleas if i < word)
        if not above or not pleas or above[0] > word:
            continue
        told = [d for d in drafts if d.trigger == above[0] and d.event_type in ("SANCTION", "ACCUSE")]
        for d in told:
            d.event_type, d.mode, d.cameo, d.owned = "REJECT", None, "120", [pleas[-1]]
            d.steps.append(f"{s.words[pleas[-1]]} {s.words[word]}: turned down by a court")
        if told:
            drafts = [d for d in drafts if d.trigger not in pleas]
    return drafts


_PAYING = frozenset("pay compensate reimburse repay refund".split())
_DAMAGES = frozenset("damage damages compensation reparation restitution fine cost redress".split())
_ORDERING = frozenset("order instruct direct command".split())


def made_to_pay(s: Sentence, cast: Cast, drafts: list[Draft]) -> None:
    """ "The court ordered five editors to pay damages to the judges": a penalty for the editors.

    "ordered him to stand trial" is a charge.
    """
    for d in drafts:
        v = d.trigger
        if s.lemmas[v] not in _ORDERING or s.pos[v] != "VERB" or d.status == "negated":
            continue
        told = s.kids(v, "nsubjpass") if g.is_passive(s, v) else s.kids(v, "dobj", "dative")
        below = s.kids(v, "xcomp", "ccomp", "advcl")
        told = told or [t for c in below for t in s.kids(c, "nsubj")]
        pays = any(s.lemmas[c] in _PAYING and not _as_wages(s, cast, c) for c in below)
        tried = any(s.lemmas[c] == "stand" and "trial" in _objects(s, c) for c in below)
        judges = [
            t for t in g.agents(s, v) or s.kids(v, "nsubj") if s.lemmas[t] in _COURTS or _judges(s, cast, t)
        ]
        if not told or not (pays or tried) or not (judges or (tried and g.is_passive(s, v))):
            continue
        kind = ("SANCTION", "convict", "116") if pays else ("ACCUSE", "allege", "115")
        d.event_type, d.mode, d.cameo = kind
        d.actors, d.recipients, d.owned, d.two_sided = judges, told, [], False
        d.steps.append(f"ordered by a court → {kind[0]}/{kind[1]}")


def _as_wages(s: Sentence, cast: Cast, v: int) -> bool:
    """ "to pay the teachers": what they are owed, and no penalty."""
    paid = s.kids(v, "dobj")
    people = any(cast.filler(s, o).acts for o in paid)
    return s.lemmas[v] == "pay" and people and not {s.lemmas[k] for k in s.subtree(v)} & _DAMAGES


def _objects(s: Sentence, v: int) -> set[str]:
    return {s.lemmas[o] for o in s.kids(v, "dobj")}


def _judges(s: Sentence, cast: Cast, t: int) -> bool:
    return "JUD" in cast.filler(s, t).entity.sectors[:1]


def _shall_be(s: Sentence, clause: int) -> bool:
    """ "must stay", "should be freed", "be held": what is to be, not what was found to have been."""
    words = {s.words[a].lower() for a in s.kids(clause, "aux", "auxpass")}
    bare = s.tags[clause] == "VB" or "be" in words
    return bare and not words & {"had", "have", "could", "would"} and not s.kids(clause, "neg")


def _clause(s: Sentence, d: Draft) -> int | None:
    """The clause of which a draft tells: its verb, or the "be" or "stay" beside which it stands."""
    i = d.trigger
    while s.deps[i] in ("pobj", "prep", "acomp", "attr", "xcomp", "oprd") and s.pos[i] != "VERB":
        i = s.heads[i]
    return i
