"""Parses of what becomes of somebody: "had their passports confiscated", "kept the road blocked"."""

from __future__ import annotations

from dragoman.coding import headline_passives
from dragoman.coding.grammar import verb_above
from dragoman.coding.trees import attach
from dragoman.language import Sentence, stems

_BELONGINGS = frozenset(
    "passport licence license permit account asset property home house flat apartment citizenship "
    "nationality visa accreditation immunity sentence conviction bail phone telephone computer "
    "equipment camera car vehicle land salary wage pay pension mandate registration candidacy appeal "
    "request application right office credential card paper document funding broadcast website page "
    "newspaper programme program show contract membership travel term charge case card email laptop "
    "farm shop store money savings post duty power privilege seat title rank party nomination status "
    "permission hair head face leg arm hand tongue throat arrest detention".split()
)
"""Things that somebody has taken from him; people whom somebody has arrested are arrested at his word."""
_STATES_OF_ROADS = frozenset("block close shut seal occupy paralyse paralyze besiege cut obstruct".split())


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _had_it_done(s)
    _ordered_frozen(s)
    _kept_closed(s)
    _shown_the_door(s)
    _stayed_shut(s)
    _declared_himself(s)
    _left_out_was(s)
    _left_dead(s)
    _reported_killed(s)
    _of_whom(s)
    _aim_of_a_call(s)
    _sentenced_to(s)
    _whose_removal(s)
    _frozen_assets(s)
    _goes_on_doing(s)


def _participle(s: Sentence, v: int) -> bool:
    """True for a verb that may be a past participle and has no auxiliary of its own."""
    if s.kids(v, "aux", "auxpass", "mark", "neg"):
        return False
    return s.tags[v] in ("VBN", "JJ") or (s.tags[v] in ("VBD", "VB") and not s.kids(v, "dobj"))


_LIKE_ADJECTIVES = {
    "frozen": "freeze", "sealed": "seal", "confiscated": "confiscate", "closed": "close",
    "slit": "slit", "cut": "cut", "slashed": "slash",
}  # fmt: skip
"""Participles that a parser takes for adjectives, with their verbs."""


def _had_it_done(s: Sentence) -> None:
    """ "had their passports confiscated": taken from them; "had the banker detained": at their word."""
    for v in [v for dep in ("ccomp", "xcomp") for v in s.labelled(dep, 2)]:
        have = s.heads[v]
        if s.lemmas[have] != "have" or v < have or not _participle(s, v):
            continue
        if s.deps[v] == "xcomp" and s.tags[v] == "VB":  # "had their throats cut"
            _with_its_thing(s, v, have)
        things = [n for n in s.kids(v, "nsubj", "nsubjpass") if have < n < v]
        if not things or not s.kids(have, "nsubj") or s.kids(have, "dobj"):
            continue
        thing = things[-1]
        if s.tags[v] == "JJ":  # "had its accounts frozen"
            if s.words[v].lower() not in _LIKE_ADJECTIVES:
                continue
            s.pos[v], s.lemmas[v] = "VERB", _LIKE_ADJECTIVES[s.words[v].lower()]
        s.tags[v] = "VBN"
        if s.lemmas[thing] in _BELONGINGS:
            s.deps[thing] = "nsubjpass"
        else:
            _done_at_ones_word(s, v, thing)


def _ordered_frozen(s: Sentence) -> None:
    """ "ordered their accounts frozen", "ordered that they be frozen": what is to be done to them."""
    for v in range(2, len(s)) if not s.bag.isdisjoint(("order", "want")) else ():
        done = s.tags[v] == "VBN" or (s.tags[v] == "VBD" and not s.kids(v, "dobj", "nsubj"))
        verb = s.lemmas[v] if done else _LIKE_ADJECTIVES.get(s.words[v].lower())
        if verb is None or s.tags[v] not in ("JJ", "VBN", "VBD"):
            continue
        if s.deps[v] == "acomp" and s.words[v - 1] == "be":
            _to_be_frozen(s, v - 1, v)
        order = s.heads[v]
        if s.deps[v] not in ("ccomp", "xcomp", "oprd") or s.lemmas[order] not in ("order", "want"):
            continue
        if s.kids(v, "auxpass"):
            s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBN", verb
            continue
        things = [n for n in s.kids(order, "dobj") if order < n < v] + s.kids(v, "nsubj", "nsubjpass")
        if len(things) != 1 or s.kids(v, "aux", "mark"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v], s.deps[v] = "VERB", "VBN", verb, "ccomp"
        attach(s, things[0], v, "nsubjpass")


def _to_be_frozen(s: Sentence, be: int, v: int) -> None:
    """ "ordered that the funds be frozen": no state that they are in, but what is to be done."""
    if s.heads[v] != be or s.deps[be] != "ccomp" or s.kids(be, "aux"):
        return
    _as_passive(s, be, v)


def _as_passive(s: Sentence, be: int, v: int) -> None:
    """Make a participle that the parser hung below *be* its passive."""
    attach(s, v, v if s.heads[be] == be else s.heads[be], s.deps[be])
    for c in list(s.children[be]):
        attach(s, c, v, "nsubjpass" if s.deps[c] == "nsubj" else s.deps[c])
    attach(s, be, v, "auxpass")


def _with_its_thing(s: Sentence, v: int, have: int) -> None:
    """Hang the thing that stands between the two below the participle."""
    things = [n for n in s.kids(have, "dobj") if n == v - 1 and s.lemmas[n] in _BELONGINGS]
    if things:
        s.deps[v] = "ccomp"
        attach(s, things[0], v, "nsubj")


_STRICKEN = frozenset({"dead", "wounded", "injured", "hurt", "maimed", "homeless"})


def _left_dead(s: Sentence) -> None:
    """ "A raid left four herders dead": it left the people so."""
    stricken = range(3, len(s)) if not s.bag.isdisjoint(_STRICKEN) else ()
    for a in [i for i in stricken if s.words[i].lower() in _STRICKEN and s.deps[i] in ("oprd", "ccomp")]:
        leave = s.heads[a]
        left = [n for n in s.kids(a, "nsubj", "nsubjpass") if leave < n < a]
        if s.lemmas[leave] != "leave" or not left:
            continue
        if not s.kids(a, "aux", "auxpass", "cop", "mark") and not s.kids(leave, "dobj"):
            attach(s, left[0], leave, "dobj")
            s.deps[a] = "oprd"


def _done_at_ones_word(s: Sentence, v: int, thing: int) -> None:
    """Make what somebody has done the deed of that somebody."""
    s.tags[v] = "VB"
    s.deps[v] = "xcomp"
    s.deps[thing] = "dobj"


def _stayed_shut(s: Sentence) -> None:
    """ "Shops stayed shut": a state that lasts, no passive of shutting."""
    for v in range(1, len(s)) if "stayed" in s.bag or "stay" in s.bag else ():
        stay = v - 1
        if s.words[v] not in ("shut", "closed") or s.words[stay].lower() not in ("stayed", "stay"):
            continue
        if s.heads[stay] != v or s.deps[stay] not in ("auxpass", "aux", "nsubj"):
            continue
        attach(s, stay, s.heads[v] if s.heads[v] != v else stay, s.deps[v])
        s.pos[stay], s.lemmas[stay] = "VERB", "stay"
        for c in s.children[v]:
            if c != stay:
                attach(s, c, stay, "nsubj" if s.deps[c] == "nsubjpass" else s.deps[c])
        attach(s, v, stay, "acomp")
        s.pos[v], s.tags[v], s.lemmas[v] = "ADJ", "JJ", s.words[v]


_FROZEN = frozenset("asset property account fund holding wealth money reserve deposit fortune".split())


def _frozen_assets(s: Sentence) -> None:
    """ "Their assets are frozen": somebody has frozen them."""
    for v in range(2, len(s)) if "frozen" in s.bag else ():
        be = s.heads[v]
        things = s.kids(be, "nsubj")
        if s.words[v] != "frozen" or s.deps[v] != "acomp" or s.lemmas[be] != "be":
            continue
        if not any(s.lemmas[t] in _FROZEN for t in things):
            continue
        _as_passive(s, be, v)
        s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBN", "freeze"
        s.pos[be] = "AUX"


_KEEPING_ON = frozenset({"go", "carry"})


def _goes_on_doing(s: Sentence) -> None:
    """ "would go on shelling the town": would continue to."""
    for v in range(len(s) - 2) if not s.bag.isdisjoint(_KEEPING_ON) else ():
        on, doing = v + 1, v + 2
        if s.lemmas[v] not in _KEEPING_ON or s.pos[v] != "VERB" or s.words[on] != "on" or s.heads[on] != v:
            continue
        led = (s.heads[doing] == v and s.deps[doing] == "advcl") or s.heads[doing] == on
        if s.tags[doing] != "VBG" or not led or s.lemmas[doing] == "talk" or s.kids(doing, "nsubj", "mark"):
            continue
        s.lemmas[v] = "continue"
        attach(s, doing, v, "xcomp")
        attach(s, on, doing, "dep")


def _kept_closed(s: Sentence) -> None:
    """ "have kept the main road blocked": whoever keeps it so blocks it."""
    for v in range(2, len(s)) if not s.bag.isdisjoint(_STATES_OF_ROADS) else ():
        keep = s.heads[v]
        before = s.heads[v - 1]
        if s.deps[v - 1] == "dobj" and s.lemmas[before] in ("keep", "hold"):  # hung too high
            keep = before
        elif s.deps[v] not in ("ccomp", "oprd", "acl", "xcomp") or s.lemmas[keep] not in ("keep", "hold"):
            keep = s.heads[keep] if s.deps[v] == "acl" else keep
        if s.lemmas[keep] not in ("keep", "hold") or keep > v or s.pos[keep] != "VERB":
            continue
        state = next((x for x in (s.lemmas[v], *stems(s.words[v].lower())) if x in _STATES_OF_ROADS), None)
        roads = [n for n in s.kids(keep, "dobj") if n < v]
        if state is None or not roads or s.kids(v, "agent", "dobj", "nsubj"):
            continue
        s.pos[v], s.lemmas[v] = "VERB", state
        attach(s, v, keep, "xcomp")
        s.tags[v] = "VB"
        attach(s, roads[-1], v, "dobj")


_DOORS = frozenset({"door", "exit"})


def _shown_the_door(s: Sentence) -> None:
    """ "showed six diplomats the door": the diplomats are no door."""
    for d in s.labelled("appos", 3) if not s.bag.isdisjoint(_DOORS) else ():
        whom = s.heads[d]
        verb = s.heads[whom]
        if s.lemmas[d] in _DOORS and s.lemmas[verb] == "show" and s.deps[whom] == "dobj":
            s.deps[whom] = "dative"
            attach(s, d, verb, "dobj")


_SELVES = frozenset({"himself", "herself", "itself", "themselves"})


def _declared_himself(s: Sentence) -> None:
    """ "proclaimed himself head of state": what he made of himself, no clause of its own."""
    for i in s.labelled("nsubj", 2) if not s.bag.isdisjoint(_SELVES) else ():
        name = s.heads[i]
        verb = s.heads[name]
        if s.words[i].lower() not in _SELVES or s.pos[name] not in ("NOUN", "PROPN"):
            continue
        if s.deps[name] == "ccomp" and verb == i - 1 and s.pos[verb] == "VERB":
            attach(s, i, verb, "dobj")
            attach(s, name, verb, "oprd")


_CASUALTIES = frozenset({"kill", "wound", "injure", "hurt"})
_DONE_TO = frozenset(
    "search close shut seal block cut sever ransack burn impose declare lift raise suspend loot smash "
    "torch overturn destroy damage ground cancel postpone halt disrupt fine freeze revoke "
    "confiscate block ban".split()
)
"""Verbs that tell what was done to a thing before them, where another passive has just told as much."""


def _left_out_was(s: Sentence) -> None:
    """ "The editor was arrested, his house searched and his passport seized": three passives."""
    for v in range(4, len(s)):
        if s.tags[v] not in ("VBN", "VBD") or s.deps[v] not in ("conj", "ccomp", "ROOT"):
            continue
        subjects = [c for c in s.kids(v, "nsubj") if c < v]
        if not subjects:
            continue
        if s.lemmas[v] in _CASUALTIES:  # "ten were killed and twenty wounded": one happening
            continue
        if s.kids(v, "aux", "auxpass", "dobj", "ccomp", "mark") or s.tags[subjects[-1]] in ("WDT", "WP"):
            continue
        first = _passive_before(s, v)
        done_to = s.lemmas[v] in _DONE_TO or headline_passives.is_done_to(s, v, subjects[-1])
        if first is None or not done_to:
            continue
        s.tags[v] = "VBN"
        s.deps[subjects[-1]] = "nsubjpass"
        if s.heads[first] == v:
            above, dep = s.heads[v], s.deps[v]
            attach(s, first, first if dep == "ROOT" else above, dep)
            attach(s, v, first, "conj")


_TOLD = frozenset({"report", "confirm"})


def _reported_killed(s: Sentence) -> None:
    """ "Ten people are reported killed in an airstrike": they were killed, says somebody."""
    told_so = (*s.labelled("xcomp", 3), *s.labelled("oprd", 3)) if not s.bag.isdisjoint(_TOLD) else ()
    for v in told_so:
        told = s.heads[v]
        plain = s.lemmas[told] in _TOLD and s.lemmas[v] in _CASUALTIES and s.tags[v] == "VBN" and v > told
        if not plain or not s.kids(told, "nsubjpass") or s.kids(v, "aux", "auxpass"):
            continue
        above, dep = s.heads[told], s.deps[told]
        for c in list(s.children[told]):
            if c != v:
                attach(s, c, v, s.deps[c])
        attach(s, v, v if dep == "ROOT" else above, dep)
        attach(s, told, v, "advmod")


def _passive_before(s: Sentence, v: int) -> int | None:
    """The full passive that a shortened one goes on with, or another shortened one."""
    beside = [s.heads[v], *s.kids(v, "ccomp"), *s.kids(s.heads[v], "ccomp", "acomp")]
    for p in beside:
        whole = s.kids(p, "auxpass", "nsubjpass") or (s.deps[p] == "acomp" and s.tags[p] == "VBN")
        if p < v and s.pos[p] in ("VERB", "ADJ") and whole:
            return p
    return None


_LOOSE = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis", "acl"})


def _of_whom(s: Sentence) -> None:
    """ "The protesters, hundreds of whom were beaten": said of the protesters."""
    for w in range(4, len(s) - 1) if not s.bag.isdisjoint(("whom", "which")) else ():
        of, some = s.heads[w], s.heads[s.heads[w]]
        v = s.heads[some]
        if s.words[w].lower() not in ("whom", "which") or s.lemmas[of] != "of" or s.deps[w] != "pobj":
            continue
        if s.deps[some] not in ("nsubj", "nsubjpass") or s.deps[v] not in _LOOSE or v < w:
            continue
        comma = s.subtree(some)[0] - 1
        noun = comma - 1
        if comma < 2 or s.words[comma] != "," or s.pos[noun] not in ("NOUN", "PROPN"):
            continue
        while s.deps[noun] == "compound" and s.heads[noun] < comma:
            noun = s.heads[noun]
        if v not in s.ancestors(noun):
            attach(s, v, noun, "relcl")


_CALLS = frozenset("call appeal plea demand request threat pledge promise offer vow bid refusal".split())


def _aim_of_a_call(s: Sentence) -> None:
    """ "Ankara renewed its call on Washington to extradite him": what the call is for."""
    for v in range(4, len(s)) if not s.bag.isdisjoint(_CALLS) else ():
        verb = s.heads[v]
        if s.deps[v] not in ("advcl", "xcomp") or s.tags[v] != "VB" or s.pos[verb] != "VERB":
            continue
        if not any(s.lemmas[a] == "to" for a in s.kids(v, "aux")):
            continue
        calls = [n for n in s.kids(verb, "dobj") if verb < n < v and s.lemmas[n] in _CALLS]
        if calls and (s.kids(calls[-1], "poss", "prep") or s.tags[calls[-1]] == "NNS"):
            attach(s, v, calls[-1], "acl")


_TERMS = frozenset("year month life imprisonment prison jail death term labour labor".split())


def _sentenced_to(s: Sentence) -> None:
    """ "sentenced a Lebanese, Abbas Rhayel, to life imprisonment": the term is the verb's."""
    for p in s.labelled("prep", 3) if not s.bag.isdisjoint(("sentence", "condemn")) else ():
        if s.lemmas[p] != "to" or s.pos[s.heads[p]] == "VERB":
            continue
        if not any(s.lemmas[o] in _TERMS for o in s.kids(p, "pobj")):
            continue
        verb = verb_above(s, p, full=True)
        if verb is not None and s.lemmas[verb] in ("sentence", "condemn"):
            attach(s, p, verb, "prep")


def _whose_removal(s: Sentence) -> None:
    """ "whose removal protesters had sought": what they sought, no kind of protesters."""
    for w in range(2, len(s) - 2) if "whose" in s.bag else ():
        noun = w + 1
        who = s.heads[noun]
        if s.words[w].lower() != "whose" or s.pos[noun] != "NOUN" or s.deps[noun] != "compound":
            continue
        verb = s.heads[who]
        if s.deps[who] != "nsubj" or s.tags[who] != "NNS" or s.deps[verb] != "relcl" or who > verb:
            continue
        if not s.kids(verb, "dobj", "auxpass"):
            attach(s, noun, verb, "dobj")
            attach(s, w, noun, "poss")
