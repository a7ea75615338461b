"""Deeds told of a law, a decree or a ruling: "the decree bans rallies", "the verdict bars him from office"."""

from __future__ import annotations

from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

_ACTS = frozenset(
    "law bill act decree ordinance edict order ruling verdict sentence judgment judgement decision amendment "
    "regulation directive injunction ban legislation measure rule circular warrant statute proclamation fatwa "
    "referendum executive_order crackdown clampdown curfew".split()
)
"""What those who rule and judge give out, and what then does the deed in their place."""
_LASTING = frozenset("islamic sharia shariah religious canon international moral divine biblical natural".split())
"""Laws that nobody has just made."""
_TYPES = frozenset({"COERCE", "SANCTION", "CONCEDE"})
DONE_BY_LAW = "told of a law"


def drop(s: Sentence, cast: Cast, d: Draft) -> None:
    """Let a law that nobody's name stands behind fill no place: it is whoever rules there that acts."""
    tokens = d.frame.slots.get("A", [])
    if d.event_type not in _TYPES or d.frame.passive or not tokens or s.pos[d.trigger] != "VERB":
        return
    if not all(is_an_act(s, t) and not cast.parties(s, t) for t in tokens) or set(tokens) & d.frame.literals:
        return
    d.actors = [t for t in d.actors if t not in tokens]
    d.frame.slots["A"] = []
    d.steps.append(DONE_BY_LAW)


def is_an_act(s: Sentence, t: int) -> bool:
    """True for "the decree" and "a new law", but not for law as such or one of old."""
    if s.lemmas[t] not in _ACTS or s.pos[t] != "NOUN":
        return False
    before = [c for c in s.children[t] if c < t]
    if any(s.lemmas[c] in _LASTING for c in before):
        return False
    return any(s.deps[c] in ("det", "poss", "amod", "nummod") for c in before) or s.tags[t] == "NNS"


def by_law(d: Draft) -> bool:
    """True for a deed that a law does."""
    return DONE_BY_LAW in d.steps
