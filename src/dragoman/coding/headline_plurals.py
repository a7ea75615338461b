"""Verbs of headlines that the parser takes for plurals, and what stands behind them: "Court orders rerun"."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.slots import TIME_NOUNS, is_calendar
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence, stems

_NOUNS = frozenset({"NOUN", "PROPN"})
_GIVEN = frozenset(
    "rerun re-run bail vote probe strike ban release arrest return halt review recount boycott protest "
    "march veto appeal raid deal call demand offer bid plan force report visit support aid help pardon "
    "reform cut rise hike tax retreat exit delay search retrial inquest audit lockdown crackdown "
    "blackout shutdown handover pullout walkout coup reshuffle vigil curfew trial result".split()
)
"""Words that are what somebody orders, calls or defies, where a verb stands before them."""


_KEPT = frozenset({"amod", "poss", "det", "case", "nummod"})


def repair(s: Sentence, verbs: Set[str]) -> bool:
    """Mend the headline's verb; true where it was found."""
    return _unrest_goes_on(s) or _thing_for_verb(s, verbs) or _with_its_object(s, verbs)


def objects(s: Sentence, verbs: Set[str]) -> None:
    """Mend what stands behind the verb."""
    _deed_of_a_state(s)
    _object_of_preposition(s)
    _pair_behind_preposition(s)
    _participle_before_object(s)
    _second_verb(s, verbs)


_UNREST = frozenset("protests strikes riots rallies clashes attacks demonstrations marches".split())
_GO_ON = frozenset(
    "flare erupt resume continue spread rage escalate intensify turn enter grow mount swell persist subside "
    "rock hit sweep roil grip follow spark break kill leave dig gather draw simmer ebb ensue mar".split()
)


def _unrest_goes_on(s: Sentence) -> bool:
    """ "Bahrain protests flare after verdict": the unrest there flares; no state protests."""
    v = s.root
    if (
        s.words[v].lower() in _GO_ON
        and v > 1
        and s.words[v - 1].lower() in _UNREST
        and s.tags[v - 1] == "NNS"
    ):
        beside = s.heads[v - 2] == v and s.deps[v - 2] == "nsubj"  # "Chile protests turn violent"
        if beside:
            attach(s, v - 2, v - 1, "compound")
        return beside
    v = v - 1 if v > 1 and s.words[v].lower() in _GO_ON and s.heads[v - 1] == v else v
    told = v + 1
    if s.tags[v] != "VBZ" or s.words[v].lower() not in _UNREST or told >= len(s):
        return False
    after = s.words[told].lower()
    if after not in _GO_ON or not s.kids(v, "nsubj") or s.kids(v, "nsubj")[0] != v - 1:
        return False
    land = v - 1
    rest = [c for i in (v, told) for c in s.children[i] if c not in (told, land, v)]
    s.pos[v], s.tags[v] = "NOUN", "NNS"
    s.lemmas[v] = min(stems(s.words[v].lower()), key=len, default=s.lemmas[v])
    s.pos[told], s.tags[told], s.lemmas[told] = "VERB", "VBP", after
    attach(s, told, told, "ROOT")
    attach(s, v, told, "nsubj")
    attach(s, land, v, "compound")
    rehang(s, rest, told)
    return True


def _base(s: Sentence, v: int, verbs: Set[str]) -> str | None:
    """The verb that a word in -s may be, where a singular noun stands before it."""
    word = s.words[v].lower()
    if v < 1 or not word.endswith("s") or word.endswith("ss") or s.pos[v - 1] not in _NOUNS | {"PART"}:
        return None
    if s.tags[v - 1] not in ("NN", "NNP") or s.words[v - 1].lower() in ("'s", "’s"):
        return None
    found = {x for x in (s.lemmas[v], *stems(word)) if x != word and x in verbs}
    return min(found, key=len) if found else None


def _make_verb(s: Sentence, v: int, lemma: str) -> None:
    s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBZ", lemma


def _rebuild(s: Sentence, v: int, lemma: str, thing: int | None) -> None:
    """Make the words subject, verb and object; what stood below the wrong verb hangs under the right one."""
    root = s.root
    subject = v - 1
    _make_verb(s, v, lemma)
    left = [c for c in range(subject) if s.heads[c] >= subject]
    right = [c for i in {root, v, subject} for c in s.children[i] if c > (v if thing is None else thing)]
    attach(s, v, v, "ROOT")
    attach(s, subject, v, "nsubj")
    for c in left:
        attach(s, c, subject, s.deps[c] if s.deps[c] in _KEPT else "compound")
    if thing is not None:
        for c in range(v + 1, thing):
            if s.heads[c] in (root, v, subject, thing) and c != root:
                attach(s, c, thing, "amod" if s.pos[c] == "ADJ" else "compound")
            elif c == root:
                attach(s, c, thing, "compound")
        s.pos[thing], s.tags[thing] = "NOUN", "NN"
        attach(s, thing, v, "dobj")
    for c in right:
        if c not in (thing, v):
            attach(s, c, v, s.deps[c])


def _thing_for_verb(s: Sentence, verbs: Set[str]) -> bool:
    """ "Court orders rerun", "Chile scraps fare rise": the verb taken for a plural, the thing for a verb."""
    root = s.root
    v = root - 1
    told = s.pos[root] == "VERB" and s.tags[root] in ("VB", "VBP")
    told = told or (s.pos[root] == "NOUN" and s.deps[v] in ("aux", "nsubj"))  # "Opposition threatens boycott"
    if not told or v < 1:
        return False
    base = _base(s, v, verbs)
    if base is None or s.heads[v] != root or s.deps[v] not in ("nsubj", "compound", "aux"):
        return False
    behind = [c for c in s.kids(root, "dobj") if c > root]
    if s.words[root].lower() in _GIVEN and not behind:
        _rebuild(s, v, base, root)
        return True
    if s.lemmas[root] not in verbs and behind == [root + 1] and s.pos[root + 1] == "NOUN":
        _rebuild(s, v, base, root + 1)
        return True
    return False


def _with_its_object(s: Sentence, verbs: Set[str]) -> bool:
    """ "Mali's army attacks camp": a noun has no object."""
    v = s.root
    if s.tags[v] != "NNS" or s.kids(v, "prep", "nsubj") or not any(o > v for o in s.kids(v, "dobj")):
        return False
    base = _base(s, v, verbs)
    if base is None or s.heads[v - 1] != v or s.deps[v - 1] not in ("compound", "nmod"):
        return False
    _rebuild(s, v, base, None)
    return True


def _deed_of_a_state(s: Sentence) -> None:
    """ "US condemns Belarus crackdown": what it condemns, no clause of its own."""
    v = s.root
    if s.pos[v] != "VERB" or s.kids(v, "dobj"):
        return
    for c in s.kids(v, "ccomp"):
        own = s.kids(c, "nsubj")
        if s.pos[c] not in _NOUNS or not own or own[0] != c - 1 or own[0] <= v or s.kids(c, "cop", "aux"):
            continue
        attach(s, c, v, "dobj")
        attach(s, own[0], c, "compound")
        for p in s.kids(c, "prep"):
            attach(s, p, v, "prep")
        return


def _object_of_preposition(s: Sentence) -> None:
    """ "Students beaten in dormitory raid": what "in" leads, and nothing that they beat."""
    for v in range(len(s) - 2):
        p = v + 1
        if s.pos[v] != "VERB" or s.deps[p] != "prep" or s.heads[p] != v or s.kids(p, "pobj", "pcomp"):
            continue
        things = [o for o in s.kids(v, "dobj") if o > p]
        if things and min(s.subtree(things[0])) == p + 1:
            attach(s, things[0], p, "pobj")


def _pair_behind_preposition(s: Sentence) -> None:
    """ "Oman summons envoy over airspace breach": a breach of airspace, and the envoy is whom it summons."""
    for y in range(4, len(s)):
        x, v = y - 1, s.heads[y]
        p = s.heads[x]
        if s.deps[x] != "pobj" or not v < p < x or s.pos[v] != "VERB" or s.lemmas[p] not in _ABOUT:
            continue
        if s.tags[x] == "NNS" or s.lemmas[x] in TIME_NOUNS or is_calendar(s, x) or not _leftover(s, y):
            continue
        s.pos[y], s.tags[y] = "NOUN", "NNS" if s.words[y].endswith("s") else "NN"
        own = [c for c in s.kids(y, "nsubj", "compound", "nmod", "amod", "dep") if c < p]
        attach(s, y, p, "pobj")
        attach(s, x, y, "compound")
        rehang(s, [c for c in s.children[x] if c < x], y)
        attach(s, p, v, "prep")
        for c in own:
            attach(s, c, v, "dobj")


def _leftover(s: Sentence, y: int) -> bool:
    """Whether a word is only taken for an object, or for a verb: "over airspace | remarks"."""
    if s.pos[y] == "NOUN":
        return s.deps[y] in ("dobj", "npadvmod", "dep")
    taken = s.tags[y] == "VBZ" and s.deps[y] in ("ccomp", "dep", "conj", "advcl")
    return taken and not s.kids(y, "dobj", "attr", "acomp", "xcomp", "ccomp", "prt", "aux")


def _participle_before_object(s: Sentence) -> None:
    """ "Jordan raps reported raid on shrine": what it raps, and no clause of its own."""
    v = s.root
    if (
        s.deps[v - 1] == "aux"
        and s.tags[v - 1] == "VBZ"
        and s.lemmas[v - 1] not in _AUXILIARIES
        and (s.kids(v, "nsubj") or s.kids(v - 1, "nsubj"))
    ):
        attach(s, v - 1, v - 1, "ROOT")  # "raps" as "has"
        rehang(s, [x for x in s.children[v] if x < v - 1], v - 1)
        attach(s, v, v - 1, "ccomp")
        v -= 1
        s.pos[v] = "VERB"
    c = v + 1
    if s.pos[v] != "VERB" or c >= len(s) or s.heads[c] != v or s.deps[c] not in ("ccomp", "xcomp", "conj"):
        return
    things = s.kids(c, "dobj")
    if s.tags[c] in ("VBD", "VBN") and things and not s.kids(c, "nsubj", "nsubjpass", "aux", "mark"):
        s.pos[c], s.tags[c] = "ADJ", "VBN"
        attach(s, things[0], v, "dobj")
        rehang(s, s.kids(c, "prep"), v)
        attach(s, c, things[0], "amod")


_AUXILIARIES = frozenset("be have do get 's".split())
_ABOUT = frozenset("over after amid for on in about following despite during before at against".split())


def _second_verb(s: Sentence, verbs: Set[str]) -> None:
    """ "Generals grab power, detain premier": a second deed, no part of the name behind it."""
    v = s.root
    if s.tags[v] != "VBP" or not s.kids(v, "nsubj"):
        return
    for w in range(v + 2, len(s) - 1):
        noun = s.heads[w]
        if s.words[w - 1] != "," or s.words[w].lower() not in verbs or s.words[w].lower().endswith("s"):
            continue
        if s.deps[w] not in ("compound", "amod") or noun < w or s.pos[noun] not in _NOUNS:
            continue
        if s.deps[noun] not in ("npadvmod", "appos", "dobj", "conj"):
            continue
        s.pos[w], s.tags[w], s.lemmas[w] = "VERB", "VBP", s.words[w].lower()
        attach(s, w, v, "conj")
        attach(s, noun, w, "dobj")
        return
