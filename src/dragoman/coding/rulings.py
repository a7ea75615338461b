"""What judges rule that shall be done: "a court ruled that he must stay in prison" keeps him there."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

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
