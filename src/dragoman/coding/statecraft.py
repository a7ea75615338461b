"""Mending clauses of the prose of ministries and communiqués that the parser hangs on the wrong word."""

from __future__ import annotations

from dragoman.coding.grammar import verb_above
from dragoman.coding.trees import attach
from dragoman.language import Sentence

_NOUNS = ("NOUN", "PROPN")
_CALLING = frozenset("call push press appeal ask lobby wait campaign vote argue".split())
_ABOUT = frozenset("over about with despite after of at to in by due".split())
_ASKING = frozenset(
    "call urge demand ask require request condemn denounce provide extend impose envisage propose seek "
    "order".split()
)
_PAPERS = frozenset(
    "proposal resolution letter statement draft plan motion document petition declaration communique "
    "communiqué text message note offer initiative appeal report memorandum".split()
)
_STANCES = frozenset(
    "support back reject dismiss welcome oppose slam condemn denounce block rebuff decry hail endorse "
    "criticise criticize protest deplore spurn shun laud mock blast".split()
)
"""Verbs that take no clause: what follows them in a headline is their object."""
_WORDS = frozenset(
    "call plan bid move push offer demand vow threat claim appeal request remark comment statement proposal "
    "decision attack raid strike visit vote pledge".split()
)


def repair(s: Sentence) -> None:
    """Apply every repair of this room."""
    _call_for_it_to_be(s)
    _following(s)
    _thing_having_done(s)
    _paper_that_asks(s)
    _as_well_as(s)
    _and_his_counterpart(s)
    _and_his_visitor(s)
    _described_as(s)
    if s.field == "title":
        _said_at_the_end(s)
        _files_complaint(s)
        _object_of_a_stance(s)


def _call_for_it_to_be(s: Sentence) -> None:
    """ "called for the meeting to be cancelled": a cancellation is called for, and no meeting."""
    for p in s.labelled("prep", 2) if not s.bag.isdisjoint(_CALLING) else ():
        v = s.heads[p]
        if s.lemmas[p] != "for" or s.lemmas[v] not in _CALLING:
            continue
        for o in s.kids(p, "pobj"):
            clauses = [
                c for c in (*s.kids(v, "advcl", "xcomp", "ccomp"), *s.kids(o, "acl", "relcl")) if c > o
            ]
            passive = [c for c in clauses if s.kids(c, "auxpass") and not s.kids(c, "mark", "nsubjpass")]
            if passive and any(s.lemmas[a] == "to" for a in s.kids(passive[0], "aux")):
                attach(s, passive[0], v, "advcl")
                attach(s, p, passive[0], "mark")
                attach(s, o, passive[0], "nsubjpass")


def _following(s: Sentence) -> None:
    """ "at a news conference following talks with his guest": after the talks, and nothing that follows."""
    for i in range(1, len(s) - 1) if "follow" in s.bag else ():
        if (
            s.words[i].lower() != "following"
            or s.deps[i] not in ("acl", "advcl")
            or s.kids(i, "nsubj", "aux")
        ):
            continue
        told = [o for o in s.kids(i, "dobj") if s.pos[o] in _NOUNS]
        verb = verb_above(s, i)
        if not told or verb is None:
            continue
        attach(s, i, verb, "prep")
        s.pos[i], s.tags[i], s.lemmas[i] = "ADP", "IN", "after"
        for o in told:
            s.deps[o] = "pobj"


def _thing_having_done(s: Sentence) -> None:
    """ "a note over the country's plane having violated its airspace": the plane did, no ministry."""
    for v in s.labelled("advcl", 3) if "have" in s.bag else ():
        having = next((a for a in s.kids(v, "aux") if s.words[a].lower() == "having"), None)
        if having is None or having < 2 or s.tags[v] != "VBN" or s.kids(v, "nsubj", "nsubjpass"):
            continue
        thing = having - 1
        lead = s.heads[thing]
        if s.pos[thing] in _NOUNS and s.deps[thing] == "pobj" and s.lemmas[lead] in _ABOUT:
            attach(s, v, lead, "pcomp")
            attach(s, thing, v, "nsubj")


def _paper_that_asks(s: Sentence) -> None:
    """ "its proposal to the council which calls for talks": the proposal does."""
    for v in s.labelled("relcl", 3) if not s.bag.isdisjoint(_PAPERS) else ():
        body, lead = s.heads[v], s.heads[s.heads[v]]
        paper = s.heads[lead]
        if s.lemmas[v] not in _ASKING or s.deps[body] != "pobj" or s.lemmas[lead] not in ("to", "of", "in"):
            continue
        if s.lemmas[paper] in _PAPERS and any(s.tags[t] == "WDT" for t in s.kids(v, "nsubj")):
            attach(s, v, paper, "relcl")


def _as_well_as(s: Sentence) -> None:
    """ "condemned the detention of the president, as well as members of his family": theirs too."""
    for i in range(2, len(s) - 3) if "well" in s.bag else ():
        if [w.lower() for w in s.words[i : i + 3]] != ["as", "well", "as"]:
            continue
        last = i - 1 if s.words[i - 1] != "," else i - 2
        also = next((n for n in range(i + 3, len(s)) if s.deps[n] == "dobj" and s.heads[n] < i), None)
        if also is None or s.pos[last] not in _NOUNS or last <= s.heads[also]:
            continue
        if s.heads[also] in s.ancestors(last) and len(s.kids(s.heads[also], "dobj")) > 1:
            attach(s, also, last, "conj")


def _object_of_a_stance(s: Sentence) -> None:
    """ "Chad backs UN call to readmit Mali", "Spokesman slams envoy's remarks": nouns."""
    for c in s.labelled("ccomp", 2):
        v = s.heads[c]
        if s.lemmas[v] not in _STANCES or s.lemmas[c] not in _WORDS or s.tags[c] not in ("VBP", "VBZ", "VB"):
            continue
        if s.kids(c, "aux", "dobj", "mark") or not v < c:
            continue
        for t in s.kids(c, "nsubj"):
            s.deps[t] = "compound" if t == c - 1 else "poss" if s.kids(t, "case") else "nmod"
        s.deps[c], s.pos[c] = "dobj", "NOUN"
        s.tags[c] = "NNS" if s.tags[c] == "VBZ" else "NN"
        for below in s.kids(c, "advcl", "xcomp"):
            s.deps[below] = "acl"


_SUITS = frozenset("complaint lawsuit suit petition".split())


def _files_complaint(s: Sentence) -> None:
    """ "China files complaint to WTO": a verb and its object, and no files that complain."""
    for c in range(2, len(s)) if not s.bag.isdisjoint(_SUITS) else ():
        v = c - 1
        if s.lemmas[c] not in _SUITS or s.deps[v] != "nsubj" or s.heads[v] != c or s.deps[c] != "ROOT":
            continue
        if s.lemmas[v] not in ("file", "lodge", "submit", "bring", "launch") or not s.kids(
            v, "compound", "amod"
        ):
            continue
        attach(s, v, v, "ROOT")
        for below in list(s.children[c]):
            attach(s, below, v, s.deps[below])
        attach(s, c, v, "dobj")
        s.pos[v], s.tags[v], s.pos[c], s.tags[c] = "VERB", "VBZ", "NOUN", "NN"
        who = s.kids(v, "compound", "amod")[-1]
        attach(s, who, v, "nsubj")
        for below in s.kids(v, "compound", "amod"):
            attach(s, below, who, "compound")


_TELLER = 4
"""Words at most of who says so behind a headline's colon."""


def _said_at_the_end(s: Sentence) -> None:
    """ "Russia will endorse the solution: Lavrov": he says so, and is no solution."""
    colon = next((k for k in range(len(s) - 1, 1, -1) if s.words[k] == ":"), None)
    if colon is None or not 0 < len(s) - 1 - colon <= _TELLER:
        return
    for name in range(colon + 1, len(s)):
        if s.deps[name] == "appos" and s.heads[name] < colon and s.pos[name] == "PROPN":
            attach(s, name, s.root, "dep")


def _and_his_counterpart(s: Sentence) -> None:
    """ "The Syrian minister, F. Mekdad, and his Iranian counterpart condemned it": both of them."""
    for c in s.labelled("conj", 3) if not s.bag.isdisjoint(_COLLEAGUES) else ():
        name = s.heads[c]
        if s.lemmas[c] not in _COLLEAGUES or s.deps[name] != "appos" or not s.kids(c, "poss"):
            continue
        attach(s, c, s.heads[name], "conj")
        for cc in s.kids(name, "cc"):
            attach(s, cc, s.heads[c], "cc")


_COLLEAGUES = frozenset({"counterpart", "colleague", "homologue"})


def _and_his_visitor(s: Sentence) -> None:
    """ "Ada Nkosi, leader of the union, and visiting President Ben Obi signed it": both of them."""
    for v in s.labelled("conj", 3) if "visit" in s.bag else ():
        host = s.heads[v]
        names = [o for o in s.kids(v, "dobj") if s.pos[o] == "PROPN"]
        if (
            s.words[v].lower() != "visiting"
            or s.pos[host] not in _NOUNS
            or not names
            or s.deps[host] != "nsubj"
        ):
            continue
        attach(s, names[0], host, "conj")
        attach(s, v, names[0], "amod")


_DESCRIBING = frozenset(
    "describe brand label condemn denounce dismiss reject decry portray characterise".split()
)


def _described_as(s: Sentence) -> None:
    """ "described as 'unfortunate' the remarks": the word behind "as", and no mark of quotation."""
    for p in s.labelled("prep", 1) if not s.bag.isdisjoint(_DESCRIBING) else ():
        v = s.heads[p]
        if s.lemmas[p] != "as" or s.lemmas[v] not in _DESCRIBING:
            continue
        word = next((a for a in s.kids(p, "amod") if a in (p + 1, p + 2)), None)
        marks = [o for o in s.kids(p, "pobj") if s.words[o] in _MARKS]
        if word is None or len(marks) != len(s.kids(p, "pobj")):
            continue
        attach(s, word, p, "pobj")
        for mark in marks:
            s.deps[mark] = "punct"
        for o in s.kids(word, "dobj"):
            attach(s, o, v, "dobj")


_MARKS = frozenset({"'", '"', "”", "’", "''"})
