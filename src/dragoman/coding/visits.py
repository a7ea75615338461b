"""Sentences on visits and visitors that the parser misreads: who called where, at whose head, in which office."""

from __future__ import annotations

from dragoman.coding.trees import attach
from dragoman.language import Sentence


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _called_by(s)
    _at_the_head_of(s)
    _officer_of_two_words(s)


_CALLING = frozenset("drop stop come swing pass call".split())


def _called_by(s: Sentence) -> None:
    """ "The envoy dropped by the palace": where he called, and nobody who dropped him."""
    for p in s.labelled("agent"):
        v = s.heads[p]
        if s.lemmas[v] in _CALLING and s.tags[v] == "VBD" and s.kids(v, "nsubj") and p == v + 1:
            s.deps[p] = "prep"


def _at_the_head_of(s: Sentence) -> None:
    """ "arrived at the head of a delegation": not where he arrived."""
    for p in s.labelled("prep"):
        heads = [o for o in s.kids(p, "pobj") if s.words[o] == "head" and s.kids(o, "prep")]
        if s.lemmas[p] == "at" and heads and s.pos[s.heads[p]] == "VERB":
            s.deps[p] = "dep"


_OFFICERS = frozenset({"general", "elect", "designate", "emeritus", "minister"})


def _officer_of_two_words(s: Sentence) -> None:
    """ "The secretary-general of ASEAN left for Yangon": one office, and what its holder did."""
    root = s.root
    if s.pos[root] not in ("NOUN", "PROPN") or root + 2 >= len(s) or s.words[root + 1] != "-":
        return
    second = root + 2
    if s.words[second].lower() not in _OFFICERS or s.heads[second] != root:
        return
    verbs = [v for v in s.kids(root, "acl", "relcl") if s.tags[v] == "VBD" and not s.kids(v, "nsubj", "agent")]
    if not verbs:
        return
    v = verbs[0]
    attach(s, v, v, "ROOT")
    attach(s, root, v, "nsubj")
    for c in [c for c in s.children[second] if c > second]:
        attach(s, c, root, s.deps[c])
    for c in [c for c in s.children[root] if c > v]:
        attach(s, c, v, s.deps[c])
