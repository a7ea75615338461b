"""Sentences on visits and visitors that the parser misreads: who called where, and in which office."""

from __future__ import annotations

from dragoman.coding.grammar import verb_above
from dragoman.coding.people import PERSON_NOUNS, TITLES
from dragoman.coding.slots import is_calendar
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _face_to_face(s)
    _opposing(s)
    _visitor_with_a_title(s)
    _called_by(s)
    _at_the_head_of(s)
    _between_the_two_for(s)
    _to_before_adjective(s)
    _whom_they_met(s)
    _bare_again(s)
    _promised_as_well(s)
    _officer_of_two_words(s)
    if s.field == "title":
        _there_on_a_visit(s)


_VISITS = frozenset("visit trip tour stopover pilgrimage talk talks summit meeting negotiation".split())


def _there_on_a_visit(s: Sentence) -> None:
    """ "Nyerere in Kampala on state visit", "Rabin in Cairo for talks": the visit there, of whom it names."""
    who = s.root
    if s.pos[who] not in ("PROPN", "NOUN"):
        return
    there = next((p for p in s.kids(who, "prep") if p == who + 1 and s.lemmas[p] == "in"), None)
    places = s.kids(there, "pobj") if there is not None else []
    if there is None or not places or s.pos[places[0]] != "PROPN":
        return
    for lead in [p for h in (who, *places) for p in s.kids(h, "prep") if s.lemmas[p] in ("on", "for")]:
        for visit in s.kids(lead, "pobj"):
            if s.lemmas[visit] in _VISITS and lead > places[0]:
                attach(s, visit, visit, "ROOT")
                attach(s, who, visit, "poss")
                attach(s, there, visit, "prep")
                attach(s, lead, visit, "dep")
                for kind in s.kids(visit, "compound"):
                    if s.lemmas[kind] == "state":  # a state visit: no visit of a state
                        s.deps[kind] = "dep"
                return


_TO_VISITORS = frozenset("with by between to from on upon for of among".split())
_WITH_VISITORS = frozenset(
    "meet tell receive host greet welcome see assure urge thank invite inform brief ask entertain join "
    "decorate".split()
)
_GUESTS = PERSON_NOUNS | TITLES | frozenset("delegation team counterpart lawmakers crown".split())


def _visitor_with_a_title(s: Sentence) -> None:
    """ "met with visiting US Secretary of State Mike Pompeo": he is the visitor, nobody visits him."""
    for v in range(1, len(s) - 1) if "visit" in s.bag or "visiting" in s.bag else ():
        head = s.heads[v]
        if s.words[v] != "visiting" or s.deps[v] not in ("pcomp", "advcl", "xcomp"):
            continue
        guests = s.kids(v, "dobj")
        if head != v - 1 or not guests or min(s.subtree(guests[0])) != v + 1:
            continue
        led = s.deps[v] == "pcomp" and s.lemmas[head] in _TO_VISITORS
        words = {s.words[t].lower() for t in s.subtree(guests[0])}
        if not (led or s.lemmas[head] in _WITH_VISITORS) or words.isdisjoint(_GUESTS):
            continue
        attach(s, guests[0], head, "pobj" if led else "dobj")
        verb = next((a for a in s.ancestors(v) if s.pos[a] == "VERB"), head)
        rehang(s, [c for c in s.children[v] if c != guests[0]], verb)
        attach(s, v, guests[0], "amod")
        s.pos[v], s.tags[v] = "ADJ", "JJ"


_SIDES = frozenset(
    "mp lawmaker deputy group side faction force army camp supporter fighter militia party crowd gang troop "
    "tribe clan team bench".split()
)


def _opposing(s: Sentence) -> None:
    """ "threw eggs at opposing deputies", "between opposing camps": those of the other side."""
    for v in range(1, len(s) - 1) if "opposing" in s.words else ():
        whom = s.kids(v, "dobj") if s.words[v] == "opposing" else []
        if s.deps[v] != "pcomp" or whom != [v + 1] or s.lemmas[v + 1].lower() not in _SIDES:
            continue
        attach(s, v + 1, s.heads[v], "pobj")
        rehang(s, [c for c in s.children[v] if c > v + 1], v + 1)
        attach(s, v, v + 1, "amod")
        s.pos[v], s.tags[v], s.lemmas[v] = "ADJ", "JJ", "opposing"


def _face_to_face(s: Sentence) -> None:
    """ "met face to face for the first time": how they met, and nobody who is met."""
    for a in range(1, len(s) - 2) if "face" in s.bag else ():
        if s.lemmas[a] != "face" or s.words[a + 1].lower() != "to" or s.lemmas[a + 2] != "face":
            continue
        v = s.heads[a]
        if s.pos[v] != "VERB" or v > a:
            continue
        rehang(s, [c for c in s.children[a + 2] if c > a + 2], v)
        attach(s, a, v, "npadvmod")
        attach(s, a + 1, a, "prep")
        attach(s, a + 2, a + 1, "pobj")
        for t in (a, a + 2):
            s.pos[t], s.tags[t] = "NOUN", "NN"


_LINES = frozenset(
    "telephone phone video videoconference videolink radio satellite telex hotline Zoom".split()
)
_CALLING = frozenset("drop stop come swing pass call".split())


def _called_by(s: Sentence) -> None:
    """ "The envoy dropped by the palace", "conferred by telephone": where or how, and nobody who did it."""
    for p in s.labelled("agent"):
        v = s.heads[p]
        by = any(s.lemmas[o] in _LINES for o in s.kids(p, "pobj"))
        if by and s.deps[v] == "acl" and s.heads[v] == s.root and s.pos[s.root] in ("NOUN", "PROPN"):
            _make_main(s, s.root, v)
            s.tags[v] = "VBD"
        if s.tags[v] != "VBD" or not s.kids(v, "nsubj") or s.kids(v, "auxpass"):
            continue
        if by or (s.lemmas[v] in _CALLING and p == v + 1):
            s.deps[p] = "prep"


def _at_the_head_of(s: Sentence) -> None:
    """ "arrived at the head of a delegation": not where he arrived."""
    for p in s.labelled("prep"):
        heads = [o for o in s.kids(p, "pobj") if s.words[o] == "head" and s.kids(o, "prep")]
        if s.lemmas[p] == "at" and heads and s.pos[s.heads[p]] == "VERB":
            s.deps[p] = "dep"


def _between_the_two_for(s: Sentence) -> None:
    """ "had mediated between the two for six weeks": between them, and for how long."""
    for two in range(2, len(s) - 3):
        if s.words[two].lower() != "two" or s.deps[two] != "quantmod" or s.words[two + 1].lower() != "for":
            continue
        between = next((k for k in (two - 1, two - 2) if s.lemmas[k] == "between"), None)
        span = (
            next((o for o in s.kids(between, "pobj") if o > two + 1), None) if between is not None else None
        )
        if between is None or span is None:
            continue
        attach(s, two, between, "pobj")
        attach(s, two + 1, s.heads[between], "prep")
        attach(s, span, two + 1, "pobj")
        if two - 1 != between:
            attach(s, two - 1, two, "det")
        return


_ONE_FORM = frozenset("set put cut let shut quit spread split cost hit bid hurt cast".split())


def _bare_again(s: Sentence) -> None:
    """ "are to name envoys and set up a commission": an infinitive, whose past looks the same."""
    for w in s.labelled("conj"):
        first = s.heads[w]
        again = s.words[w] in _ONE_FORM and s.tags[w] in ("VBD", "VBN", "VBP") and s.tags[first] == "VB"
        if again and s.kids(first, "aux") and not s.kids(w, "nsubj", "nsubjpass", "aux", "auxpass"):
            s.tags[w] = "VB"


_MEETING = frozenset("meet visit see thank receive telephone welcome host greet praise congratulate".split())


def _whom_they_met(s: Sentence) -> None:
    """ "met Sir Julius Chan": a person, no measure or time."""
    for t in s.labelled("npadvmod"):
        v = s.heads[t]
        near = t > v and min(s.subtree(t)) == v + 1 and s.pos[t] == "PROPN" and len(s.subtree(t)) > 1
        if near and s.lemmas[v] in _MEETING and not s.kids(v, "dobj") and not is_calendar(s, t):
            s.deps[t] = "dobj"


def _to_before_adjective(s: Sentence) -> None:
    """ "put their names to separate agreements", "rush help to shattered Nepal": no infinitive."""
    for v in range(2, len(s) - 1):
        to = v - 1
        if s.deps[v] not in ("acl", "xcomp", "advcl", "relcl"):
            continue
        if s.tags[v] != "VBN" or s.words[to] != "to" or s.heads[to] != v:
            continue
        nouns = [o for o in s.kids(v, "dobj") if min(s.subtree(o)) == v + 1]
        if nouns and not s.kids(v, "auxpass"):
            noun, above = nouns[0], s.heads[v]
            above = s.heads[above] if s.deps[above] == "dobj" else above
            s.pos[v], s.tags[v], s.pos[to], s.tags[to] = "ADJ", "JJ", "ADP", "IN"
            attach(s, to, above, "prep")
            attach(s, noun, to, "pobj")
            attach(s, v, noun, "amod")
            return
    for v in s.labelled("amod", 3):
        noun, to = s.heads[v], v - 1
        if s.tags[v] != "VB" or s.words[to] != "to" or s.heads[to] != v or noun < v:
            continue
        verb = s.heads[noun]
        if s.deps[noun] == "dobj" and any(o < to for o in s.kids(verb, "dobj")):
            s.pos[v], s.tags[v], s.pos[to], s.tags[to] = "ADJ", "JJ", "ADP", "IN"
            attach(s, to, verb, "prep")
            attach(s, noun, to, "pobj")


_PROMISING = frozenset(
    "promise pledge offer vow agree invite urge call assure undertake reiterate express".split()
)
_ADDRESSING = frozenset(
    "thank praise congratulate commend hail applaud salute welcome greet tell assure invite urge visit "
    "meet".split()
)


def _promised_as_well(s: Sentence) -> None:
    """ "thanked Kenya for the teachers it sent and promised to open an embassy": he who thanked did."""
    for v in s.labelled("conj", 5):
        w = s.heads[v]
        if s.lemmas[v] not in _PROMISING or s.tags[v] != "VBD" or s.deps[w] != "relcl":
            continue
        main = verb_above(s, w, full=True)
        if main is None or s.lemmas[main] not in _ADDRESSING or s.tags[main] != "VBD":
            continue
        if s.lemmas[w] not in _ADDRESSING | _PROMISING and not s.kids(v, "nsubj") and s.words[v - 1] == "and":
            attach(s, v, main, "conj")


_OFFICERS = frozenset({"general", "elect", "designate", "emeritus", "minister"})


def _officer_of_two_words(s: Sentence) -> None:
    """ "The secretary-general of ASEAN left for Yangon": one office, and what its holder did."""
    root = s.root
    if s.pos[root] not in ("NOUN", "PROPN") or root + 2 >= len(s) or s.words[root + 1] != "-":
        return
    second = root + 2
    if s.words[second].lower() not in _OFFICERS or s.heads[second] != root:
        return
    verbs = [
        v for v in s.kids(root, "acl", "relcl") if s.tags[v] == "VBD" and not s.kids(v, "nsubj", "agent")
    ]
    if not verbs:
        return
    rehang(s, [c for c in s.children[second] if c > second], root)
    _make_main(s, root, verbs[0])


def _make_main(s: Sentence, root: int, v: int) -> None:
    """Make a verb the main one, and the noun that it hangs below its subject."""
    attach(s, v, v, "ROOT")
    attach(s, root, v, "nsubj")
    rehang(s, [c for c in s.children[root] if c > v], v)
