"""What people say they want to see or hope that others will do, which asks it of them.

"We want to see deeds from Accra", "We hope that Benin will honour its word": REQUEST by the speaker.
"""

from __future__ import annotations

from dragoman.language import Sentence

_WISHING = frozenset("want need expect like wish hope wait".split())
_STEPS = frozenset(
    "action step progress deed change commitment movement evidence proof improvement measure gesture "
    "reform move restraint response answer effort goodwill willingness sign".split()
)
"""What others are to do: "we want to see action, not words"."""
_DUTIES = frozenset(
    "keep honour honor respect fulfil fulfill implement abide comply adhere observe stop cease refrain "
    "reconsider cooperate release free withdraw disarm desist listen heed lift halt stick uphold rethink "
    "return reverse".split()
)
"""What one hopes of others and cannot hope for of the weather: "will keep its promises"."""


def wished_of(s: Sentence, v: int) -> list[int] | None:
    """Of whom a wish asks something, which may be nobody named; None where it is no such wish."""
    if s.kids(v, "neg") or s.lemmas[v] not in _WISHING:
        return None
    return _hoped(s, v) if s.lemmas[v] == "hope" else _to_see(s, v)


def _to_see(s: Sentence, v: int) -> list[int] | None:
    for see in s.kids(v, "xcomp"):
        seen = [t for t in s.kids(see, "dobj") if s.lemmas[t] in _STEPS]
        if s.lemmas[see] == "see" and seen:
            leads = [p for h in (see, *seen) for p in s.kids(h, "prep") if s.lemmas[p] in ("from", "by")]
            return [o for p in leads for o in s.kids(p, "pobj")]
    return None


def _hoped(s: Sentence, v: int) -> list[int] | None:
    for c in s.kids(v, "ccomp"):
        will = any(s.lemmas[a] in ("will", "would") for a in s.kids(c, "aux"))
        if will and s.lemmas[c] in _DUTIES and not s.kids(c, "auxpass"):
            asked = s.kids(c, "nsubj")
            if asked and s.lemmas[asked[0]] not in ("we", "i", "it", "this", "that"):
                return asked
    return None
