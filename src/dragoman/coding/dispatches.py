"""Repairs of parses that dispatches from wars and riots need; called from :mod:`repairs`."""

from __future__ import annotations

from dragoman.coding.grammar import first_joined, verb_above
from dragoman.coding.trees import FINITE, QUARTERS, WEEKDAYS, attach, rehang
from dragoman.language import Sentence, stems


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _did_on_friday(s)
    _whom_on_friday(s)
    _released_six_he_said(s)
    _west_of(s)
    _people_taken(s)
    _people_freed(s)
    _left_so_many_dead(s)
    _left_people_killed(s)
    _said_to_be(s)
    _went_free(s)
    _named_crossing(s)
    _slain(s)
    _off_the_coast(s)
    _since_done(s)
    _which_is_nobody(s)
    _none_of_whom(s)
    _next_subject(s)
    _one_by_one(s)
    _tens_of_thousands(s)
    _masked_youths(s)
    _soldiers_of_the_city(s)
    _last_of_the_deeds(s)
    _loyal_to_whom(s)
    _fired_into(s)


_DIRECTIONS = QUARTERS | {"outside"}
_LENGTHS = frozenset(
    "km kilometre kilometer mile metre meter hour minute yard day week month year decade second time".split()
)
_TIMES_BESIDE = frozenset({"earlier", "later", "before", "afterwards", "overnight"})


_PARTS_OF_A_DAY = frozenset("morning afternoon evening night midnight noon dawn dusk lunchtime".split())


def _whom_on_friday(s: Sentence) -> None:
    """ "The army killed on Friday two gunmen": the gunmen are the object, the day alone tells when."""
    for p in s.labelled("prep", 1) if not s.bag.isdisjoint(WEEKDAYS) else ():
        day, v = p + 1, s.heads[p]
        if day >= len(s) - 1 or s.words[p].lower() != "on" or s.words[day].lower() not in WEEKDAYS:
            continue
        objects = [o for o in s.kids(p, "pobj") if o > day and s.tags[o] in ("NN", "NNS", "NNP", "NNPS")]
        objects = [o for o in objects if s.lemmas[o] not in _PARTS_OF_A_DAY]
        active = s.pos[v] == "VERB" and v == p - 1 and not s.kids(v, "dobj", "auxpass", "ccomp")
        if not objects or not active or not (s.kids(v, "nsubj") or s.tags[v] in FINITE):
            continue
        rehang(s, [c for c in s.children[day] if c != objects[0]], objects[0])
        attach(s, day, p, "pobj")
        attach(s, objects[0], v, "dobj")
        s.tags[v] = "VBD" if s.tags[v] == "VBN" and not s.kids(v, "aux") else s.tags[v]


def _released_six_he_said(s: Sentence) -> None:
    """ "Kidnappers released on Tuesday six hostages, an official said": with an object it is active."""
    said = s.root
    subjects = s.kids(said, "nsubj")
    if s.lemmas[said] not in ("say", "report", "announce", "confirm") or len(subjects) != 2:
        return
    who = subjects[0]
    verbs = [v for v in s.kids(who, "acl") if s.tags[v] in ("VBN", "VBD") and s.kids(v, "dobj")]
    if len(verbs) != 1 or verbs[0] < who or s.kids(verbs[0], "agent"):
        return
    s.tags[verbs[0]] = "VBD"
    attach(s, verbs[0], said, "ccomp")
    attach(s, who, verbs[0], "nsubj")


def _did_on_friday(s: Sentence) -> None:
    """ "The president on Friday doubled duties": what he did, no duties doubled on Fridays."""
    for p in s.labelled("prep", 1) if not s.bag.isdisjoint(WEEKDAYS) else ():
        who, day, v = s.heads[p], p + 1, p + 2
        if v >= len(s) - 1 or s.words[p].lower() != "on" or s.words[day].lower() not in WEEKDAYS:
            continue
        n, above = s.heads[v], s.heads[who]
        if s.deps[v] != "amod" or s.tags[v] not in ("VBN", "VBD") or (s.heads[n], s.deps[n]) != (p, "pobj"):
            continue
        alone = above == who
        if s.pos[who] not in ("NOUN", "PROPN") or not (
            alone or (s.deps[who] == "nsubj" and s.tags[above] == "VBG")
        ):
            continue
        s.pos[v], s.tags[v] = "VERB", "VBD"
        if alone or s.heads[above] == above:
            attach(s, v, v, "ROOT")
        else:
            attach(s, v, s.heads[above], s.deps[above])
        if not alone:
            attach(s, above, v, "advcl")
        attach(s, who, v, "nsubj")
        attach(s, day, p, "pobj")
        attach(s, p, v, "prep")
        attach(s, n, v, "dobj")


def _west_of(s: Sentence) -> None:
    """ "razed three villages west of Nyala", "killed two men earlier": what was razed, not how far west."""
    for n in range(1, len(s)):
        way = s.heads[n]
        v = s.heads[way]
        if s.deps[n] != "npadvmod" or s.pos[n] != "NOUN" or s.lemmas[n] in _LENGTHS:
            continue
        beside = s.lemmas[way] in _DIRECTIONS or (
            s.words[way].lower() in _TIMES_BESIDE and s.tags[n] == "NNS"
        )
        if not beside or s.pos[v] != "VERB" or not v < n < way or s.kids(v, "dobj"):
            continue
        attach(s, n, v, "dobj")
        attach(s, way, n, "advmod")


_TAKING_PEOPLE = frozenset("kidnap abduct seize capture arrest detain kill wound injure shoot free".split())


def _people_taken(s: Sentence) -> None:
    """ "Raiders kidnapped 30 nurses last year": the nurses, and no length of time."""
    for n in s.labelled("npadvmod", 2):
        v = s.heads[n]
        counted = s.tags[n] == "NNS" and s.kids(n, "nummod") and s.lemmas[n] not in _LENGTHS
        if not counted or s.lemmas[v] not in _TAKING_PEOPLE or not v < n <= v + 4:
            continue
        if s.kids(v, "nsubj") and not s.kids(v, "dobj", "auxpass", "nsubjpass"):
            s.deps[n] = "dobj"


def _people_freed(s: Sentence) -> None:
    """ "Nurses kidnapped from hospital released by rebels": the nurses, and not the hospital."""
    for v in s.labelled("acl", 4):
        noun = s.heads[v]
        taken = s.heads[s.heads[noun]]
        who = s.heads[taken]
        let_go = s.lemmas[v] in ("release", "free", "rescue") and s.tags[v] == "VBN"
        if not let_go or s.deps[noun] != "pobj" or s.deps[taken] != "acl":
            continue
        if s.lemmas[taken] in _TAKING_PEOPLE and who < taken < noun and s.pos[who] == "NOUN":
            attach(s, v, who, "acl")


_HURT = frozenset({"dead", "wounded", "injured", "hurt", "homeless", "missing"})


def _left_so_many_dead(s: Sentence) -> None:
    """ "clashes left 27 dead": the number is the people."""
    for a in range(2, len(s)):
        v, n = s.heads[a], a - 1
        if (
            s.words[a].lower() not in _HURT
            or s.lemmas[v] != "leave"
            or s.deps[a] not in ("oprd", "dobj", "acomp")
        ):
            continue
        if s.pos[n] == "NUM" and s.heads[n] == a and not s.kids(v, "dobj"):
            attach(s, n, v, "dobj")
            s.pos[a] = "ADJ"
            attach(s, a, v, "oprd")


def _left_people_killed(s: Sentence) -> None:
    """ "leaves more than a dozen killed": what became of them, no second deed."""
    for a in range(2, len(s)) if "leave" in s.bag else ():
        v = s.heads[a]
        killed = s.words[a].lower() in ("killed", "wounded", "injured") and s.deps[a] in (
            "conj",
            "acl",
            "advcl",
        )
        if killed and s.deps[a] == "acl":
            v = s.heads[v]
        if (
            killed
            and s.lemmas[v] == "leave"
            and s.kids(v, "dobj") == [a - 1]
            and not s.kids(a, "cc", "aux", "nsubj", "mark", "dobj")
        ):
            s.pos[a], s.lemmas[a] = "ADJ", s.words[a].lower()
            attach(s, a, v, "oprd")


_REPORTING = frozenset("report fear believe presume confirm understand know think".split())


def _said_to_be(s: Sentence) -> None:
    """ "21 people were reported to be killed": they were killed, as is reported."""
    for v in s.labelled("xcomp", 3) if not s.bag.isdisjoint(_REPORTING) else ():
        above = s.heads[v]
        who = s.kids(above, "nsubjpass")
        if s.lemmas[above] not in _REPORTING or s.words[v].lower() not in ("killed", *_HURT) or not who:
            continue
        if s.tags[v] != "VBN" or not s.kids(v, "auxpass") or s.kids(above, "dobj", "ccomp"):
            continue
        attach(s, v, v if s.heads[above] == above else s.heads[above], s.deps[above])
        rehang(s, [c for c in s.children[above] if c != v], v)
        for c in s.kids(v, "aux", "auxpass"):
            if above < c < v:  # "to be"
                attach(s, c, above, s.deps[c])
        attach(s, above, v, "aux")


def _went_free(s: Sentence) -> None:
    """ "prisoners will go free within days": what became of them."""
    for a in range(1, len(s)):
        v = s.heads[a]
        loose = s.words[a].lower() == "free" and s.deps[a] in ("advcl", "advmod", "xcomp") and v == a - 1
        if loose and s.lemmas[v] in ("go", "walk", "set"):
            attach(s, a, v, "acomp")


def _named_crossing(s: Sentence) -> None:
    """ "closed the Kerem Shalom crossing": what has a name before it is a noun."""
    for i in range(2, len(s)):
        v = s.heads[i]
        if s.words[i].lower() not in ("crossing", "building", "landing") or s.tags[i] != "VBG":
            continue
        names = [c for c in s.kids(i, "compound", "nsubj", "dep") if c == i - 1 and s.pos[c] == "PROPN"]
        if not names or s.pos[v] != "VERB" or v > i or s.kids(v, "dobj"):
            continue
        s.pos[i], s.tags[i], s.lemmas[i] = "NOUN", "NN", s.words[i].lower()
        attach(s, i, v, "dobj")
        attach(s, names[0], i, "compound")


_DONE_TO_THEM = frozenset("slain wounded killed jailed besieged trapped beheaded detained overrun".split())
_PASTS = {"slain": "slay", "overrun": "overrun"}


def _slain(s: Sentence) -> None:
    """ "Five bandits were also slain", "18 soldiers slain": a passive, not a trait."""
    for i in range(1, len(s)):
        v, word = s.heads[i], s.words[i].lower()
        if word == "slain" and s.tags[i] in ("VBP", "VBD", "VB"):
            s.tags[i] = "VBN"
            for c in s.kids(i, "nsubj"):
                s.deps[c] = "nsubjpass"
        if word not in _DONE_TO_THEM or s.deps[i] not in ("acomp", "attr") or s.lemmas[v] != "be":
            continue
        if s.kids(i, "det", "amod"):
            continue
        lemma = _PASTS.get(word) or next(iter(stems(word)), s.lemmas[i])
        below = [c for c in s.children[v] if c != i]
        s.pos[i], s.tags[i], s.lemmas[i] = "VERB", "VBN", lemma
        attach(s, i, i if s.heads[v] == v else s.heads[v], s.deps[v])
        for c in below:
            attach(s, c, i, "nsubjpass" if s.deps[c] == "nsubj" else s.deps[c])
        for c in s.kids(i, "prep"):
            s.deps[c] = "agent" if s.lemmas[c] == "by" else "prep"
        s.pos[v] = "AUX"
        attach(s, v, i, "auxpass")


def _off_the_coast(s: Sentence) -> None:
    """ "abducted off Tawi-Tawi": where, no "abduct off"."""
    for p in range(1, len(s)):
        v = s.heads[p]
        if s.deps[p] != "prt" or s.words[p].lower() not in ("off", "on", "over") or s.pos[v] != "VERB":
            continue
        named = [o for o in s.kids(p, "pobj") if s.pos[o] == "PROPN"]
        if named and not s.kids(v, "dobj"):
            s.deps[p] = "prep"


def _since_done(s: Sentence) -> None:
    """ "They have since stoned couples": what was done, not since when."""
    for p in range(1, len(s) - 1):
        v = p + 1
        if s.words[p].lower() != "since" or s.lemmas[p - 1] != "have" or s.tags[v] not in ("VBN", "VBD"):
            continue
        n = s.heads[v]
        if s.deps[v] != "amod" or s.deps[n] != "pobj" or s.heads[n] != p:
            continue
        have, main = p - 1, s.heads[p]
        s.pos[v], s.tags[v] = "VERB", "VBN"
        if main == have:
            attach(s, v, v if s.heads[have] == have else s.heads[have], s.deps[have])
            rehang(s, [c for c in s.children[have] if c != p], v)
            attach(s, have, v, "aux")
        elif s.tags[main] == "VBD" and main > v:  # "have since stoned couples, cut off hands and …"
            attach(s, v, v if s.heads[main] == main else s.heads[main], s.deps[main])
            rehang(s, [c for c in s.children[main] if c <= p + 1 or (s.deps[c] == "punct" and c < main)], v)
            attach(s, main, v, "conj")
        else:
            continue
        attach(s, n, v, "dobj")
        attach(s, p, v, "advmod")
        return


_BEINGS = frozenset(
    "resident people inhabitant villager citizen soldier fighter official member leader refugee worker "
    "relative witness mayor governor native elder".split()
)


def _which_is_nobody(s: Sentence) -> None:
    """ "Residents of Konna, which fell on Thursday": the town fell, not its residents."""
    for v in range(3, len(s)):
        who = s.heads[v]
        if s.deps[v] != "relcl" or s.lemmas[who] not in _BEINGS:
            continue
        which = [c for c in s.kids(v, "nsubj", "nsubjpass", "dobj") if s.words[c].lower() == "which"]
        if not which:
            continue
        before = [o for p in s.kids(who, "prep") for o in s.kids(p, "pobj") if o < which[0]]
        if before:
            attach(s, v, before[-1], "relcl")


def _none_of_whom(s: Sentence) -> None:
    """ "fired at the homes of two men, neither of whom was in, and overran a barracks": whoever fired did."""
    for v in range(4, len(s)):
        was = s.heads[v]
        if (
            s.deps[v] != "conj"
            or s.tags[v] != "VBD"
            or s.deps[was] != "relcl"
            or s.kids(v, "nsubj", "nsubjpass")
        ):
            continue
        quantified = any(
            s.words[o].lower() == "whom" for c in s.kids(was, "nsubj", "nsubjpass") for o in s.subtree(c)
        )
        main = next((a for a in s.ancestors(was) if s.tags[a] == "VBD"), None)
        if quantified and main is not None and s.words[v - 2] == ",":
            attach(s, v, main, "conj")


_DECREEING = frozenset(
    "declare impose order launch storm seize attack block close burn cut fire kill arrest detain raid ban "
    "lift extend suspend announce open shut loot torch capture free release".split()
)


def _next_subject(s: Sentence) -> None:
    """ "The mayor declared an emergency and police detained 90 men": two deeds, the second by the police."""
    for w in range(4, len(s)):
        v = s.heads[w]
        if s.deps[w] != "ccomp" or s.tags[w] != "VBD" or s.lemmas[v] not in _DECREEING or v > w:
            continue
        if s.kids(v, "dobj") or s.kids(w, "mark", "aux"):
            continue
        own = [n for n in s.kids(w, "nsubj") if n > v]
        next_one = [
            (n, c) for n in own for k in s.subtree(n) for c in s.kids(k, "conj") if max(s.subtree(c)) == w - 1
        ]
        if len(next_one) != 1:
            continue
        thing, subject = next_one[0]
        joined = s.heads[subject]
        attach(s, thing, v, "dobj")
        attach(s, w, v, "conj")
        attach(s, subject, w, "nsubj")
        for c in s.kids(joined, "cc"):
            attach(s, c, v, "cc")


def _one_by_one(s: Sentence) -> None:
    """ "shot one by one": how, not whom; and of passengers who were robbed first, so were they shot."""
    for o in range(2, len(s) - 2):
        v = s.heads[o]
        if s.deps[o] not in ("dobj", "nummod") or s.words[o].lower() != "one":
            continue
        if [x.lower() for x in s.words[o + 1 : o + 3]] != ["by", "one"] or s.pos[v] != "VERB":
            continue
        attach(s, o, v, "npadvmod")
        if s.deps[v] == "conj" and s.kids(first_joined(s, v), "auxpass") and not s.kids(v, "nsubj"):
            s.tags[v] = "VBN"


_TENS = frozenset({"tens", "hundreds"})


def _tens_of_thousands(s: Sentence) -> None:
    """ "has killed tens of thousands": one object, not two."""
    for i in range(len(s) - 2) if not s.bag.isdisjoint(_TENS) else ():
        whole = i + 2
        if s.words[i].lower() not in _TENS or s.words[i + 1].lower() != "of":
            continue
        twice = s.heads[i] == s.heads[whole] and s.deps[i] == s.deps[whole]
        if twice and s.words[whole].lower() in ("thousands", "millions"):
            attach(s, i, whole, "quantmod")


_INTRANSITIVE = frozenset(
    "clash march rally gather protest riot fight battle flee surrender demonstrate skirmish scuffle arrive "
    "retreat advance".split()
)


def _masked_youths(s: Sentence) -> None:
    """ "In Lyon masked youths clashed with gendarmes": the youths clashed, nobody masked them."""
    v = s.root
    n = v + 1
    if s.tags[v] not in ("VBD", "VBN") or n >= len(s) or s.heads[n] != v or s.deps[n] != "dobj":
        return
    if s.tags[n] != "NNS" or s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass", "agent", "prt"):
        return
    verbs = [c for c in s.kids(n, "acl", "relcl") if c == n + 1 and s.lemmas[c] in _INTRANSITIVE]
    if not verbs or s.kids(verbs[0], "agent", "nsubj"):
        return
    w = verbs[0]
    s.tags[w] = "VBD"
    attach(s, w, w, "ROOT")
    attach(s, n, w, "nsubj")
    rehang(s, list(s.children[v]), w)
    s.pos[v] = "ADJ"
    attach(s, v, n, "amod")


_CROWDS_AND_FORCES = frozenset(
    "soldier policeman police troop gunman protester demonstrator resident villager student worker crowd "
    "youth rebel fighter militiaman militant gendarme officer guard looter rioter farmer miner teacher "
    "trader shopkeeper driver marine insurgent".split()
)


def _soldiers_of_the_city(s: Sentence) -> None:
    """ "In the city of Florencia soldiers patrolled the streets": they did, in Florencia."""
    v = s.root
    n = v - 1
    if (
        n < 2
        or s.pos[v] != "VERB"
        or s.kids(v, "nsubj", "nsubjpass", "expl")
        or s.words[0].lower() not in _IN
    ):
        return
    if s.deps[n] != "pobj" or s.tags[n] not in ("NNS", "NN") or s.lemmas[n] not in _CROWDS_AND_FORCES:
        return
    place = n - 1
    if s.heads[place] != n or s.pos[place] != "PROPN" or s.deps[place] not in ("compound", "nmod"):
        return
    prep = s.heads[n]
    attach(s, place, prep, "pobj")
    rehang(s, [c for c in s.kids(n, "compound", "nmod", "det", "amod") if c < place], place)
    attach(s, n, v, "nsubj")


_IN = frozenset({"in", "at", "near", "outside", "around", "across"})


def _last_of_the_deeds(s: Sentence) -> None:
    """ "They broke in, killed two men who resisted and took nine hostage": the last deed is theirs too."""
    for v in range(6, len(s)):
        w = s.heads[v]
        if s.deps[v] != "conj" or s.tags[v] != "VBD" or s.deps[w] != "relcl":
            continue
        if s.kids(v, "nsubj", "nsubjpass"):
            continue
        if s.kids(w, "dobj", "xcomp", "ccomp", "prep") or not s.kids(v, "dobj"):
            continue
        killed = verb_above(s, w, full=True)
        if killed is None or s.deps[killed] != "conj" or s.tags[killed] != "VBD":
            continue
        first = s.heads[killed]
        if s.words[killed - 1] == "," and not s.kids(first, "cc"):  # the list still lacks its "and"
            attach(s, v, killed, "conj")


_SIDING = frozenset("loyal close opposed allied faithful hostile sympathetic".split())


def _loyal_to_whom(s: Sentence) -> None:
    """ "Fighters loyal to the deposed president attacked": the fighters did, and not he."""
    for p in range(1, len(s)):
        if s.words[p].lower() != "to" or s.lemmas[s.heads[p]] not in _SIDING or s.kids(p, "pobj"):
            continue
        who = s.heads[s.heads[p]]
        verb = s.heads[who]
        if s.deps[who] not in ("nsubj", "nsubjpass"):
            continue
        for other in s.kids(verb, "nsubj", "nsubjpass"):
            if p < other < verb:
                attach(s, other, p, "pobj")
                break


def _fired_into(s: Sentence) -> None:
    """ "Policemen with rifles fired into crowds": they fired, nobody dismissed them."""
    if s.pos[s.root] not in ("NOUN", "PROPN"):
        return
    shots = (c for c in s.labelled("acl") if c > s.root and s.lemmas[c] in ("fire", "shoot", "charge"))
    v = next((c for c in shots if s.heads[c] == s.root or _worn_by(s, s.heads[c], s.root)), None)
    if v is None or s.tags[v] != "VBN" or s.kids(v, "agent", "auxpass"):
        return
    aimed = any(s.lemmas[p] in ("into", "at", "on", "upon") and s.kids(p, "pobj") for p in s.kids(v, "prep"))
    if not aimed or s.field == "title" or s.words[-1] not in (".", "!", '"', "”"):
        return
    who = s.root
    s.tags[v] = "VBD"
    if s.lemmas[v] == "fire" and not any(s.lemmas[p] in ("into", "at") for p in s.kids(v, "prep")):
        return
    attach(s, v, v, "ROOT")
    attach(s, who, v, "nsubj")
    rehang(s, [c for c in s.children[who] if c > v], v)


def _worn_by(s: Sentence, thing: int, who: int) -> bool:
    """ "Policemen with rifles": what stands behind "with" or "in"."""
    prep = s.heads[thing]
    return s.deps[thing] == "pobj" and s.lemmas[prep] in ("with", "in", "on") and s.heads[prep] == who
