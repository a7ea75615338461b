"""What shares of a people think, as surveys count it: an opinion, and no act of anybody."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.language import Sentence
from dragoman.records import Status

_ASKING = frozenset("survey poll pollster questionnaire respondent polling".split())
_SHARES = frozenset(
    "percent % percentage majority half third quarter fifth tenth share proportion minority plurality number "
    "most many few fewer some more less two three four five six seven eight nine one".split()
)
"""Words that take a part of all people."""
_WHOLE = frozenset(
    "voter respondent citizen adult people population public electorate those household".split()
)
"""The people of whom it is a part, where no nationality tells them."""
_OPINIONS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "AGREE", "AID", "THREATEN", "CONSULT"})
_PRESENT = frozenset({"VBZ", "VBP"})


def thought(s: Sentence, trigger: int, event_type: str) -> tuple[Status, str] | None:
    """The status of what shares of a people think, and the word that tells it."""
    share = of_a_share(s, trigger, event_type)
    return ("hypothetical", share) if share else None


def of_a_share(s: Sentence, trigger: int, event_type: str) -> str:
    """The verb of "most Poles reject the pact", "a third of voters blame Paris"; nothing where they act."""
    if event_type not in _OPINIONS or s.pos[trigger] not in ("VERB", "AUX", "NOUN"):
        return ""
    counted = not s.bag.isdisjoint(_ASKING)
    for verb in (trigger, *s.ancestors(trigger)):
        if s.pos[verb] not in ("VERB", "AUX"):
            continue
        tensed = [s.tags[a] for a in s.kids(verb, "aux", "auxpass")] or [s.tags[verb]]
        if not counted and not _PRESENT & set(tensed):
            continue
        subjects = s.kids(verb, "nsubj") or (g.surface_subjects(s, verb) if s.deps[verb] == "xcomp" else [])
        if any(_is_share(s, t, counted=counted) for t in subjects):
            return s.words[verb]
    return ""


def _is_share(s: Sentence, subject: int, *, counted: bool) -> bool:
    """ "Most Danes", "two in three Germans", "a growing number of voters"; not "half of the deputies"."""
    words = range(min(s.subtree(subject)), subject + 1)
    near = {s.lemmas[i] for i in words} | {s.words[i].lower() for i in words}
    if not near & _SHARES:
        return False
    whole = subject
    for _ in range(3):
        below = [o for p in s.kids(whole, "prep") if s.lemmas[p] in ("of", "in") for o in s.kids(p, "pobj")]
        if not below:
            break
        whole = below[0]
    named = s.pos[whole] == "PROPN" and (s.tags[whole] == "NNPS" or not s.kids(whole, "compound"))
    several = s.tags[whole] == "NNPS" or s.words[whole].lower().endswith(("s", "ese", "ish", "ch"))
    return (named and several) or s.lemmas[whole] in _WHOLE or (counted and s.lemmas[subject] in _SHARES)
