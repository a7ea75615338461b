"""What the parser misreads in reports of fighting.

"Heavy shelling in the capital killed nine" (a noun, no verb), "gunmen holed up in a hospital let captives go"
(a participle before the verb), "the fighters pressed on toward the port" (a verb, no participle).
"""

from __future__ import annotations

from dragoman.coding.trees import attach
from dragoman.language import Sentence

_DEEDS = frozenset(
    "shelling fighting bombing shooting killing firing raiding bombardment looting rioting stabbing "
    "ambushing strafing beating kidnapping".split()
)
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr"})


def repair(s: Sentence) -> None:
    """Mend nouns of violence, participles before a verb, and verbs read as participles."""
    _deed_as_verb(s)
    _deed_after_name(s)
    _loyal_to(s)
    _next_subject(s)
    _who_does_before_noun(s)
    _participle_before_verb(s)
    _fighters_went_on(s)
    _name_as_verb(s)


def _name_as_verb(s: Sentence) -> None:
    """ "attributed the bombing to Shining Path guerrillas": whose guerrillas they are."""
    for n in s.labelled("pcomp"):
        objects = s.kids(n, "dobj")
        if (
            not s.words[n][:1].isupper()
            or len(objects) != 1
            or objects[0] > n + 2
            or s.kids(n, "nsubj", "aux")
        ):
            continue
        noun, prep = objects[0], s.heads[n]
        attach(s, noun, prep, "pobj")
        for c in [c for c in s.children[n] if c > noun]:
            attach(s, c, noun, s.deps[c])
        attach(s, n, noun, "compound")
        s.pos[n], s.tags[n] = "PROPN", "NNP"


def _deed_as_verb(s: Sentence) -> None:
    """ "Heavy shelling in the capital killed nine": the shelling, which is heavy."""
    for v in s.labelled("acl"):
        a = s.heads[v]
        if (
            s.words[v].lower() not in _DEEDS
            or v != a + 1
            or s.pos[a] != "ADJ"
            or s.deps[a] not in _NOUN_PLACES
        ):
            continue
        if s.kids(v, "dobj", "nsubj"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
        above, dep = s.heads[a], s.deps[a]
        attach(s, v, v if dep == "ROOT" else above, dep)
        for c in [c for c in s.children[a] if c != v]:
            attach(s, c, v, s.deps[c])
        attach(s, a, v, "amod")


_SIDING = frozenset({"loyal", "close", "faithful", "sympathetic", "opposed", "hostile"})


def _loyal_to(s: Sentence) -> None:
    """ "After militiamen loyal to the warlord shot down two helicopters": they shot them down."""
    for a in range(1, len(s) - 1):
        subjects = s.kids(a, "nsubj")
        if s.pos[a] != "ADJ" or s.lemmas[a] not in _SIDING or subjects != [a - 1] or s.kids(a, "aux", "cop"):
            continue
        v = 1 + max((s.subtree(p)[-1] for p in s.kids(a, "prep")), default=a)
        if v >= len(s) or s.pos[v] != "VERB" or s.tags[v] not in ("VBD", "VBZ", "VBP"):
            continue
        if s.kids(v, "nsubj", "nsubjpass") or (v != s.heads[a] and s.deps[v] != "advcl"):
            continue
        noun = subjects[0]
        for c in s.kids(a, "mark"):
            attach(s, c, v, "mark")
        attach(s, noun, v, "nsubj")
        attach(s, a, noun, "amod")


def _next_subject(s: Sentence) -> None:
    """ "London froze assets, and the Council, meeting in New York, demanded a pullout": the Council did."""
    for v in s.labelled("conj"):
        first = s.heads[v]
        if (
            s.pos[v] != "VERB"
            or s.pos[first] != "VERB"
            or s.tags[v] not in ("VBD", "VBZ", "VBP")
            or first > v
        ):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "csubj") or s.words[v - 1] != ",":
            continue
        for n in reversed(range(first + 1, v)):
            if s.deps[n] == "conj" and s.pos[n] in ("NOUN", "PROPN") and _opens_a_clause(s, n, first):
                attach(s, n, v, "nsubj")
                for c in [c for c in s.kids(first, "advcl") if n < c < v]:
                    attach(s, c, n, "acl")
                break


def _opens_a_clause(s: Sentence, n: int, verb: int) -> bool:
    """True for a noun behind ", and" that a comma follows, no second object of the verb before it."""
    begin = s.subtree(n)[0]
    joined = begin > 1 and s.words[begin - 1].lower() in ("and", "but", "while") and s.words[begin - 2] == ","
    return joined and s.heads[n] != verb and s.words[n + 1] == ","


def _deed_after_name(s: Sentence) -> None:
    """ "Sudan fighting live: …" heads a report on the fighting in Sudan."""
    if s.field != "title":
        return
    for v in range(1, len(s)):
        subject = v - 1
        if (
            s.words[v].lower() not in _DEEDS
            or s.tags[v] != "VBG"
            or s.heads[subject] != v
            or s.deps[subject] != "nsubj"
        ):
            continue
        if s.pos[subject] != "PROPN" or s.kids(v, "dobj", "aux", "prep", "xcomp", "agent"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
        attach(s, subject, v, "compound")


def _who_does_before_noun(s: Sentence) -> None:
    """ "Retreating fighters torched whole blocks": the fighters did, who retreat."""
    for v in s.labelled("csubj"):
        w, objects = s.heads[v], s.kids(v, "dobj")
        if (
            s.tags[v] != "VBG"
            or len(objects) != 1
            or objects[0] != v + 1
            or s.tags[objects[0]] != "NNS"
            or w < v
        ):
            continue
        if s.tags[w] in ("VBZ",) or s.kids(w, "nsubj", "nsubjpass"):
            continue
        noun = objects[0]
        attach(s, noun, w, "nsubj")
        attach(s, v, noun, "amod")
        s.pos[v], s.tags[v] = "ADJ", "JJ"
        for c in [c for c in s.children[v] if c > noun]:
            attach(s, c, noun, s.deps[c])


_TIED = frozenset({"hole", "base", "hide", "dig", "trap", "besiege", "corner", "camp", "entrench", "shelter"})
"""What those are who stay somewhere; a finite verb follows."""


def _participle_before_verb(s: Sentence) -> None:
    """ "Gunmen holed up in a hospital let 200 captives go": they let them go."""
    for v in s.labelled("conj"):
        h = s.heads[v]
        if h > v or s.pos[h] != "VERB" or s.pos[v] != "VERB" or s.tags[h] not in ("VBN", "VBD"):
            continue
        subjects = s.kids(h, "nsubj")
        if not subjects or s.lemmas[h] not in _TIED or s.kids(h, "cc", "aux", "auxpass", "dobj"):
            continue
        if any(s.words[k] in (",", ";") for k in range(h, v)) or subjects[-1] + 1 != h:
            continue
        subject = subjects[-1]
        attach(s, v, v if s.deps[h] == "ROOT" else s.heads[h], s.deps[h])
        for c in [c for c in s.children[h] if c < subject or c > v]:
            attach(s, c, v, s.deps[c])
        attach(s, subject, v, "nsubj")
        attach(s, h, subject, "acl")
        s.tags[h] = "VBN"


_MOVING = frozenset(
    "press push advance pour sweep move roll race pull fall charge swarm creep stream slip melt cross break "
    "burst open close dig fan".split()
)


def _fighters_went_on(s: Sentence) -> None:
    """ "The fighters pressed on toward the port." tells what they did."""
    root = s.root
    if s.pos[root] not in ("NOUN", "PROPN") or s.field == "title":
        return
    v = root + 1
    if v >= len(s) or s.heads[v] != root or s.deps[v] != "acl" or s.lemmas[v] not in _MOVING:
        return
    others = (i for i in range(len(s)) if i != v and s.tags[i] in ("VBD", "VBZ", "VBP", "MD"))
    if s.tags[v] not in ("VBD", "VBN") or s.kids(v, "agent") or any(s.heads[i] != v for i in others):
        return
    s.tags[v] = "VBD"
    attach(s, v, v, "ROOT")
    attach(s, root, v, "nsubj")
    for c in [c for c in s.children[root] if c > v]:
        attach(s, c, v, s.deps[c])
