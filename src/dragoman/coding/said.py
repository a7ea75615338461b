"""What the words of a speaker amount to where they tell no known event.

"said that Qatar must mediate" asks, "said the militia was behind the raid" and "called the raid an
act of piracy, he said" accuse, "said the accusations were false" rejects.
"""

from __future__ import annotations

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.drafts import Draft
from dragoman.coding.frames import Frame, words_fit
from dragoman.coding.senses import word_class
from dragoman.language import Sentence

DEFAULT_CONFIDENCE = 0.6
"""That of an operator whose content is no known event ("agreed to cut the fees")."""
_DUTY = frozenset({"must", "should", "ought"})
_GUILT = frozenset("responsible guilty complicit culpable liable behind blame".split())


def said(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    """ "said that Qatar must mediate" asks; "said the militia was behind the raid" accuses."""
    clause = f.complement
    if clause is None or any(d.anchors & {clause} for d in inner):
        return None  # a known action: its own modality decides
    untrue = _untrue(s, f, clause)
    if untrue is not None:
        return [*inner, untrue]
    damned = _damned(s, f, clause)
    if damned is not None:
        return [*inner, damned]
    asked = g.surface_subjects(s, clause)
    speakers = f.slots.get("A", [])
    if speakers and any(s.lemmas[t] in _HOSTILITIES for t in asked) and _goes_on(s, clause):
        return [*inner, _made(s, f, "THREATEN", "violence", "138", [])]
    named = [
        t for t in asked if any(s.pos[k] == "PROPN" for k in s.subtree(t)) or s.lemmas[t] in content.BODIES
    ]
    # not "his country must"
    named = [t for t in named if not any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))]
    if not named or not speakers or set(named) & set(speakers):
        return None
    duty = any(s.words[a].lower() in _DUTY for a in s.kids(clause, "aux")) or (
        s.lemmas[clause] == "need" and bool(s.kids(clause, "xcomp"))
    )
    blamed = s.lemmas[clause] == "be" and any(
        s.lemmas[k] in _GUILT for k in s.kids(clause, "acomp", "attr", "prep", "xcomp")
    )
    if not duty and (s.kids(clause, "neg") or not blamed):
        return None
    if duty and any(s.lemmas[a] == "have" for a in s.kids(clause, "aux")):
        # "said Delhi should have acted": blame, no demand
        return [*inner, _made(s, f, "ACCUSE", "disapprove", "111", named)]
    if duty:
        return [*inner, _made(s, f, "REQUEST", "change", "104", named)]
    return [*inner, _made(s, f, "ACCUSE", "allege", "112", named)]


def _made(s: Sentence, f: Frame, event_type: str, mode: str, cameo: str, recipients: list[int]) -> Draft:
    made = Draft(f, event_type, mode, cameo, (), list(f.slots.get("A", [])), recipients)
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    said_of = f.complement if f.complement is not None else f.trigger
    made.steps.append(f"{f.sense.where}: {f.sense.pattern}: {s.words[said_of]} → {event_type}")
    return made


_HOSTILITIES = frozenset(
    "fighting war struggle offensive attack strike bombardment campaign operation airstrike assault".split()
)


def _goes_on(s: Sentence, clause: int) -> bool:
    """ "said the offensive would go on": whoever says so will fight on."""
    ahead = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would", "'ll"}
    return (
        bool(ahead)
        and s.lemmas[clause] in ("continue", "go", "resume", "intensify")
        and not s.kids(clause, "neg")
    )


_FALSE = frozenset(
    "false untrue baseless unfounded groundless absurd ridiculous fabricated nonsense lie fiction "
    "fabrication unsubstantiated preposterous invention slander".split()
)


def _untrue(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said Kyiv's accusations were false": the charge is rejected."""
    said = [t for t in s.kids(clause, "nsubj") if s.lemmas[t] in content.TELLINGS]
    verdict = any(s.lemmas[k] in _FALSE for k in s.kids(clause, "acomp", "attr"))
    if s.lemmas[clause] != "be" or not said or not verdict or s.kids(clause, "neg") or not f.slots.get("A"):
        return None
    made = Draft(f, "REJECT", None, "120", (), list(f.slots["A"]), [], owned=said)
    made.covers = set(said)
    made.score, made.confidence = f.specificity, 0.7
    made.steps.append(f"{f.sense.where}: {s.words[said[0]]} said to be untrue → REJECT")
    return made


_MAKING_UP = frozenset("constitute represent amount".split())


def _damned(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said the raid was an act of piracy": said of somebody's deed, it is a complaint."""
    speakers = f.slots.get("A", [])
    if not speakers or s.kids(clause, "neg", "expl") or s.kids(clause, "aux"):
        return None
    told = s.kids(clause, "attr", "acomp") if s.lemmas[clause] == "be" else []
    if s.lemmas[clause] in _MAKING_UP:
        told = [*s.kids(clause, "dobj"), *(o for p in s.kids(clause, "prep") for o in s.kids(p, "pobj"))]
    bad = word_class("verdict_bad") | word_class("slur")
    subjects = [t for t in s.kids(clause, "nsubj") if t not in speakers and s.pos[t] != "PRON"]
    if not subjects or not any(words_fit(s, t, bad) for t in told):
        return None
    if s.lemmas[subjects[0]] in content.TELLINGS or any(
        s.lemmas[c] == "no" for t in told for c in s.kids(t, "det")
    ):
        return None
    deed = s.lemmas[subjects[0]] in event_nouns() or content.is_name(s, subjects[0])
    if not deed:
        return None
    parties = subjects if content.is_name(s, subjects[0]) else []
    made = Draft(
        f, "ACCUSE", "disapprove", "111", (), list(speakers), parties, owned=[] if parties else subjects
    )
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    made.steps.append(f"{f.sense.where}: {f.sense.pattern}: {s.words[subjects[0]]} is called bad → ACCUSE")
    return made
