"""What stands inside an operator, who asks whom, and the outer event that it makes."""

from __future__ import annotations

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.drafts import (
    Draft,
)
from dragoman.coding.said import cleft
from dragoman.coding.slots import Frame
from dragoman.language import Sentence

_ABOUT_DEEDS = frozenset({"deny", "dismiss", "plan", "reject"})
"""Operators that reach a deed through "involvement in", "reports that", "intention of"."""
_WEIGHING = frozenset({"consider", "weigh", "discuss", "examine", "contemplate"})
"""Of a deed that is thought of: "ready to consider sanctions"."""
REQUEST_CAMEO = {"assist": "101", "meet": "106", "yield": "105", "change": "104"}
REJECT_CAMEO = {"assist": "121", "meet": "125", "yield": "124", "change": "123"}


def content_tokens(s: Sentence, f: Frame) -> set[int]:
    """The tokens of the operator's inner action: the complement, its conjuncts, what it carries."""
    if f.complement is None:
        return set()
    out = {f.complement}
    if s.lemmas[f.complement] == "be":  # "hoped that the junta would be ready to talk"
        out.update(s.kids(f.complement, "acomp", "attr"))
        out.update(cleft(s, f.complement)[1])
    if f.sense.operator in _ABOUT_DEEDS or content.disclaims(s, f.complement):
        out.update(content.deed_tokens(s, f.complement))
    if f.sense.operator == "commit" and s.lemmas[f.complement] in _WEIGHING:
        out.update(s.kids(f.complement, "dobj"))
    stack = list(out)
    while stack:
        i = stack.pop()
        for c in s.kids(i, "conj"):
            if c not in out:
                out.add(c)
                stack.append(c)
    return out


def finite_clause(s: Sentence, clause: int | None) -> bool:
    """True for a clause with a tense of its own ("announced that it will withdraw")."""
    if clause is None or s.pos[clause] not in ("VERB", "AUX"):
        return False
    return s.tags[clause] in ("VBZ", "VBP") or any(
        s.tags[a] in ("MD", "VBZ", "VBP", "VBD") for a in s.kids(clause, "aux", "auxpass")
    )


HARMS = frozenset(
    "retaliate avenge bury crush destroy punish annihilate hit strike fight resist respond obliterate hunt "
    "defeat eradicate eliminate wipe smash crack reply".split()
)
"""Verbs of harm that are a threat when they are vowed."""


def is_active_clause(s: Sentence, verb: int) -> bool:
    """ "that Iraq withdraw", but not "that Bazoum be freed": whom it is done to is not asked."""
    return s.deps[verb] == "ccomp" and not s.kids(verb, "nsubjpass", "auxpass")


def mode_cameo(event_type: str, mode: str | None) -> str | None:
    """The code of what is asked for or refused, by its mode."""
    return (REQUEST_CAMEO if event_type == "REQUEST" else REJECT_CAMEO).get(mode or "")


def outer(
    s: Sentence, f: Frame, inner: Draft, event_type: str, mode: str | None, cameo: str, recipients: list[int]
) -> Draft:
    """An event of the operator's own verb that takes the inner one in."""
    made = Draft(
        frame=f,
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        contexts=inner.contexts,
        actors=list(f.slots.get("A", [])),
        recipients=[r for r in recipients if r not in f.slots.get("A", [])],
        covers=inner.covers | inner.anchors | inner.frame.literals,
        steps=list(inner.steps),
        score=f.specificity + inner.score + 1,
        confidence=0.45 + 0.5 * inner.confidence,
    )
    if not any(s.pos[r] != "PRON" for r in made.recipients):
        made.owned = list(inner.owned)
    if not made.recipients and not made.owned and s.pos[inner.trigger] == "NOUN":
        made.recipients = [t for t in content.partners(s, inner.trigger) if t not in made.actors]
        made.owned = [inner.trigger] if event_type == "REJECT" and not made.recipients else []
    if not made.actors:
        made.actors = [a for a in inner.actors if a not in made.recipients]
    return made


def others(f: Frame, inner: Draft) -> list[int]:
    """Everybody of the inner event who is not the one that promises, asks or refuses."""
    own = set(f.slots.get("A", []))
    asked = f.slots.get("R", [])
    return list(dict.fromkeys([*asked, *[x for x in (*inner.recipients, *inner.actors) if x not in own]]))


def asker_of(s: Sentence, f: Frame) -> int | None:
    """The noun of the offer or demand that an operator refuses: its owner is the one refused."""
    if f.complement is None:
        return None
    noun = f.complement if s.pos[f.complement] == "NOUN" else s.heads[f.complement]
    return noun if noun != f.trigger and s.lemmas[noun] in content.DEMANDS else None


DEFYING = frozenset("ignore defy disobey flout disregard violate break".split())
"""Verbs of which a vow is a refusal, no threat."""
_ANSWERING = frozenset(
    "reject refuse decline turn rebuff spurn snub ignore dismiss deny grant accept approve heed answer shrug "
    "brush resist defy".split()
)


def answerers(s: Sentence, f: Frame) -> list[int]:
    """Who answers what a noun asks: "Jakarta turned down Manila's request to send troops"."""
    verb = s.heads[f.trigger]
    answered = s.pos[f.trigger] == "NOUN" and s.deps[f.trigger] in ("dobj", "pobj", "nsubjpass")
    verb = s.heads[verb] if s.deps[f.trigger] == "pobj" else verb
    if not answered or s.pos[verb] != "VERB" or s.lemmas[verb] not in _ANSWERING:
        return []
    return g.subjects(s, verb)
