"""Mending what the parser is known to get wrong in news, before any frame is tried.

Each repair looks for one construction whose wrong parse can be told from its shape, and
hangs the words where they belong.  Sentences are changed in place.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding import headlines
from dragoman.coding.trees import attach
from dragoman.language import Sentence

_SPEECH = frozenset("say report announce add tell note claim state confirm believe think".split())
_PERSON_POS = frozenset({"NOUN", "PROPN"})
_CLAUSE_LINKS = frozenset("after before since until as when while because".split())


def repair(s: Sentence, verbs: Set[str] = frozenset()) -> None:
    """Apply every repair; ``verbs`` are the lemmas that may be a headline's verb."""
    if not len(s):
        return
    if s.field == "title" or s.pos[s.root] not in ("VERB", "AUX"):
        headlines.repair(s, verbs)
    _semicolon(s)
    _reduced_root(s)
    _speakers_at_the_end(s)
    _two_subjects(s)
    _stray_object(s)
    _clause_after_preposition(s)


def _semicolon(s: Sentence) -> None:
    """ "X arrested Y; he denies it": the first clause is no content of the second."""
    for i in range(len(s)):
        w = s.heads[i]
        if s.deps[i] != "ccomp" or w < i or s.pos[i] not in ("VERB", "AUX") or s.deps[w] != "ROOT":
            continue
        own = s.kids(w, "nsubj", "nsubjpass")
        if any(s.words[k] == ";" for k in range(i, w)) and own and own[0] > i:
            attach(s, i, i, "ROOT")
            attach(s, w, i, "conj")


def _reduced_root(s: Sentence) -> None:
    """ "A group, the Catalan Assembly, called on …": a subject with its verb, not a noun with a clause."""
    root = s.root
    if s.pos[root] not in _PERSON_POS:
        return
    for v in s.kids(root, "acl"):
        if s.tags[v] == "VBD" and v > root + 1 and s.words[v - 1] == "," and not s.kids(v, "agent"):
            attach(s, v, v, "ROOT")
            attach(s, root, v, "nsubj")
            for c in list(s.children[root]):
                if c > v:
                    attach(s, c, v, s.deps[c])
            return


def _speakers_at_the_end(s: Sentence) -> None:
    """ "…, wounding 20 others, security sources and a local official said.": whose saying it is."""
    v = s.root
    if s.lemmas[v] not in _SPEECH or s.kids(v, "nsubj", "nsubjpass") or s.tags[v] in ("VB", "VBG"):
        return
    comma = next((k for k in range(v - 1, 0, -1) if s.words[k] in (",", '"', "”")), None)
    if comma is None or v - comma > 14:
        return
    for k in range(comma + 1, v):
        if s.heads[k] < comma and s.pos[k] in _PERSON_POS and s.deps[k] in ("conj", "appos", "dobj", "pobj"):
            attach(s, k, v, "nsubj")
            return


def _stray_object(s: Sentence) -> None:
    """ "killing the envoy, X, and 17 other people": a noun coordinated with a verb is one more object."""
    for i in range(len(s)):
        v = s.heads[i]
        if s.deps[i] != "conj" or s.pos[i] not in ("NOUN", "PROPN", "NUM") or s.pos[v] != "VERB":
            continue
        objects = [o for o in s.kids(v, "dobj") if o < i]
        if objects and not s.kids(i, "nsubj", "cop", "aux"):
            attach(s, i, objects[-1], "conj")


def _two_subjects(s: Sentence) -> None:
    """ "The West African bloc ECOWAS closed …": a description and its name, side by side."""
    for i in range(len(s) - 1):
        j = i + 1
        same = s.heads[i] == s.heads[j] and s.deps[i] in ("nsubj", "nsubjpass") and s.deps[j] == s.deps[i]
        if same and s.pos[i] == "NOUN" and s.pos[j] == "PROPN" and s.tags[i] == "NN":
            attach(s, j, i, "appos")


def _clause_after_preposition(s: Sentence) -> None:
    """ "after a bombing on a bus killed 20": the noun is the subject of the verb behind it."""
    for w in range(2, len(s)):
        if s.deps[w] != "conj" or s.tags[w] not in ("VBD", "VBZ") or s.kids(w, "nsubj", "nsubjpass"):
            continue
        if s.pos[w - 1] in ("CCONJ", "PUNCT", "ADV", "AUX", "PART"):
            continue
        for p in range(w - 2, -1, -1):
            if s.lemmas[p] not in _CLAUSE_LINKS or s.deps[p] != "prep":
                continue
            objects = s.kids(p, "pobj")
            if objects and max(s.subtree(objects[0])) == w - 1 and w not in s.subtree(p):
                governor = s.heads[p]
                attach(s, w, governor, "advcl")
                attach(s, objects[0], w, "nsubj")
                attach(s, p, w, "mark")
            break
