"""Dead and wounded whom one sentence counts apart: all of them suffered the one deed that it tells."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

_SUFFERING = frozenset("kill wound injure hurt maim".split())


def hurt_as_well(s: Sentence, d: Draft, deeds: Set[int]) -> list[int]:
    """ "One guard was killed and four others were wounded in clashes": those of the other verb, too.

    ``deeds`` are the triggers of the other events of the sentence, whose victims are theirs alone.
    """
    if d.event_type != "ASSAULT":
        return []
    for t in d.recipients:
        v = s.heads[g.first_joined(s, t)]
        if s.deps[g.first_joined(s, t)] != "nsubjpass" or s.lemmas[v] not in _SUFFERING:
            continue
        beside = [v, *s.kids(v, "conj"), *([s.heads[v]] if s.deps[v] == "conj" else [])]
        others = [
            x for x in beside if x != v and s.lemmas[x] in _SUFFERING and (x not in deeds or x == d.trigger)
        ]
        found = [y for x in others for z in _hurt(s, x) for y in g.conjuncts(s, z)]
        return [y for y in found if y not in d.recipients and s.pos[y] != "NUM"]
    return []


def _hurt(s: Sentence, v: int) -> list[int]:
    """Who was wounded in "five others wounded" or "five others were wounded"."""
    if g.is_passive(s, v):
        return s.kids(v, "nsubjpass")
    bare = s.tags[v] in ("VBN", "VBD") and not s.kids(v, "aux", "auxpass", "dobj")
    return s.kids(v, "nsubj") if bare and s.deps[v] == "conj" else []
