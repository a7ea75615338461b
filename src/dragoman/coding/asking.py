"""Mending the parse of verbs that name, judge and ask, before any frame is tried.

"called the raid a crime", "branded the RSF a rebel group", "considers the vote to be a farce": the
parser makes one phrase of what is named and what it is called.  "demanded that he go and called on
him": it hangs what is asked next into the first demand.
"""

from __future__ import annotations

from dragoman.coding import judging
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_BLAMED = frozenset("responsible accountable answerable liable culpable guilty".split())
_NAMING = frozenset("call brand term label dub deem declare pronounce consider find hold".split())
_HOLDING = frozenset({"consider", "deem", "find"})
"""Verbs whose small clause is what somebody holds: statements are made of it."""
_JUDGING = frozenset(
    "describe denounce decry condemn brand regard dismiss reject hail praise see view label portray "
    "characterise characterize slam blast depict welcome criticise criticize treat".split()
)
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def repair(s: Sentence) -> None:
    """Apply the repairs of this room to a sentence, in place."""
    _accused_for_accusing(s)
    _name_that_is_suspected(s)
    _those_loyal_to(s)
    for v in range(len(s)):
        if s.pos[v] != "VERB":
            continue
        if s.lemmas[v] == "hold":
            for a in s.kids(v, "advcl", "acomp", "ccomp", "amod"):
                if s.lemmas[a] in _BLAMED and s.kids(v, "dobj") and not s.kids(a, "mark", "aux", "nsubj"):
                    s.deps[a] = "oprd"  # "held him personally responsible"
        called = s.kids(v, "oprd") if s.lemmas[v] in ("name", "identify", "list") else []
        active = (
            len(called) == 1 and v < called[0] and s.kids(v, "nsubj") and not s.kids(v, "dobj", "auxpass")
        )
        if active and any(s.words[p] == "as" and p > called[0] for p in s.kids(v, "prep")):
            s.deps[called[0]] = "dobj"  # "named the former president as a suspect"
        if s.lemmas[v] in _NAMING:
            _noun_taken_for_a_verb(s, v)
            _small_clause(s, v)
            _thing_before_name(s, v)
            _thing_before_adjective(s, v)
            _adjective_behind(s, v)
            _name_far_behind(s, v)
    _judged_as(s)
    _judged_as_before(s)
    _counterpart_named(s)
    _called_is_active(s)
    _called_somebody_something(s)
    _asked_of_a_name(s)
    _charges_in_a_row(s)
    _asked_next(s)
    _told_to(s)
    _stop_doing_and_do(s)
    if "by" in s.bag and "to" in s.bag:
        _made_to_by(s)
    _infinitives_in_a_row(s)
    _as_planned(s)
    _asked_behind_a_clause(s)
    _ruled_out_doing(s)
    _that_is_judged(s)
    _judging_what_was_told(s)
    _that_taken_for_an_object(s)
    _said_somewhere_that(s)
    _spoke_on(s)
    _subject_as_object(s)
    _verb_taken_for_a_noun(s)
    _object_of_a_noun(s)
    _quoted_as(s)
    _made_plain_that(s)
    _accused_by_one_of(s)
    _content_of_a_plea(s)


_SUSPECTING = frozenset({"suspect", "accuse", "blame"})


def _name_that_is_suspected(s: Sentence) -> None:
    """ "Police suspect Jaish-e-Mohammed of the bombing": the name is the object, no measure."""
    for n in s.labelled("npadvmod"):
        v = s.heads[n]
        if s.lemmas[v] in _SUSPECTING and v < n and s.pos[n] == "PROPN" and not s.kids(v, "dobj"):
            s.deps[n] = "dobj"
            for p in [p for p in s.kids(n, "prep") if s.words[p].lower() in ("of", "in", "for")]:
                attach(s, p, v, "prep")


def _those_loyal_to(s: Sentence) -> None:
    """ "Police suspect men loyal to the warlord": the men, who are loyal; no clause of what they are."""
    for a in s.labelled("ccomp"):
        v = s.heads[a]
        whom = s.kids(a, "nsubj")
        if (
            s.pos[a] != "ADJ"
            or s.lemmas[v] not in _SUSPECTING
            or whom != [a - 1]
            or s.kids(a, "aux", "cop", "mark")
        ):
            continue
        attach(s, whom[0], v, "dobj")
        attach(s, a, whom[0], "amod")


_TAKEN_FOR_VERBS = frozenset(
    {"plan", "move", "offer", "demand", "claim", "visit", "sentence", "protest", "levy", "test"}
)


def _noun_taken_for_a_verb(s: Sentence, v: int) -> None:
    """ "branded the security plan a failure", "called the Estonian move absurd": it is what is named."""
    for c in s.kids(v, "ccomp"):
        before = s.kids(c, "nsubj") or [o for o in s.kids(v, "dobj") if o == c - 1]
        if s.lemmas[c] not in _TAKEN_FOR_VERBS or s.tags[c] not in ("VB", "VBP", "VBZ") or not before:
            continue
        if s.kids(c, "aux", "mark", "neg") or before[0] != c - 1 or before[0] < v:
            continue
        told = s.kids(c, "dobj", "acomp", "oprd", "attr")
        if not told:
            continue
        rehang(s, [k for k in s.children[before[0]] if s.deps[k] in ("det", "poss", "amod")], c)
        people = s.pos[before[0]] in ("ADJ", "PROPN")
        attach(s, before[0], c, "amod" if people else "compound")
        s.pos[c], s.tags[c] = "NOUN", "NN"
        attach(s, c, v, "dobj")
        attach(s, told[0], v, "oprd")
        return


_PLEAS = frozenset(
    "plea appeal request call demand offer threat pledge promise bid proposal invitation".split()
)
_ANSWERED = frozenset(
    "reject refuse decline turn rebuff spurn snub ignore dismiss heed answer shrug brush wave resist defy "
    "accept welcome renew repeat reiterate back".split()
)


def _content_of_a_plea(s: Sentence) -> None:
    """ "snubs Seoul's plea to drop the curbs": what is asked for, not what the snub is for."""
    for p in s.labelled("prep"):
        v = s.heads[p]
        if s.lemmas[p] != "for" or s.lemmas[v] not in _ANSWERED:
            continue
        asked = [o for o in s.kids(v, "dobj", "nsubjpass") if o < p and s.lemmas[o] in _PLEAS]
        if asked and max(s.subtree(asked[0])) == p - 1:  # "ignored calls from the EU for his release"
            attach(s, p, asked[0], "prep")
    for c in s.labelled("advcl"):
        v = s.heads[c]
        to = s.tags[c] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(c, "aux"))
        if not to or s.lemmas[v] not in _ANSWERED or s.kids(c, "nsubj"):
            continue
        for o in s.kids(v, "dobj", "pobj", "nsubjpass"):
            if s.lemmas[o] in _PLEAS and o < c and max(k for k in s.subtree(o) if k < c) >= c - 3:
                attach(s, c, o, "acl")
                break


def _accused_by_one_of(s: Sentence) -> None:
    """ "was accused by the president of meddling": of what, no president of it."""
    for p in s.labelled("prep"):
        agent = s.heads[p]
        by = s.heads[agent]
        v = s.heads[by]
        if s.lemmas[p] != "of" or s.deps[by] != "agent" or s.lemmas[v] not in ("accuse", "suspect", "warn"):
            continue
        doing = any(s.tags[o] == "VBG" for o in s.kids(p, "pobj", "pcomp"))
        if doing and not any(s.deps[c] == "prep" and s.lemmas[c] == "of" for c in s.children[v]):
            attach(s, p, v, "prep")
            for o in s.kids(p, "pobj"):
                s.deps[o] = "pcomp"


def _made_plain_that(s: Sentence) -> None:
    """ "made it plain that it would not follow suit": the clause is what is said."""
    for v in range(len(s)):
        if s.lemmas[v] != "make" or s.pos[v] != "VERB":
            continue
        plain = next((c for c in s.kids(v, "ccomp", "oprd", "acomp", "xcomp") if s.lemmas[c] in _PLAIN), None)
        if plain is None or plain < v:
            continue
        told = [
            c
            for h in (plain, v)
            for c in s.kids(h, "advcl", "ccomp")
            if c > plain and any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))
        ]
        if told:
            attach(s, told[0], v, "ccomp")
            s.deps[plain] = "acomp"


_PLAIN = frozenset({"clear", "plain", "known", "explicit", "evident", "obvious"})


def _quoted_as(s: Sentence) -> None:
    """ "quoted the president as urging Russia to stop": he urges it, and the agency only quotes him."""
    for v in range(3, len(s)):
        p = s.heads[v]
        if s.tags[v] != "VBG" or s.lemmas[v] == "say" or s.deps[v] != "pcomp" or s.lemmas[p] != "as":
            continue
        quoting = s.heads[p]
        named = [t for t in s.kids(quoting, "dobj") if t < p]
        if s.lemmas[quoting] in ("quote", "cite") and named:
            attach(s, v, named[0], "acl")


def _accused_for_accusing(s: Sentence) -> None:
    """ "The army accused rebels led by X of shelling": no army of accused rebels; the verb is "accused"."""
    for v in range(1, len(s) - 1):
        n = s.heads[v]
        if s.words[v].lower() != "accused" or s.deps[v] != "amod" or n < v or s.deps[n] != "ROOT":
            continue
        subjects = s.kids(v, "nsubj") or [c for c in s.kids(n, "nsubj") if c < v]
        if not subjects or s.pos[n] not in ("NOUN", "PROPN"):
            continue
        attach(s, v, v, "ROOT")
        s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBD", "accuse"
        attach(s, subjects[-1], v, "nsubj")
        for c in list(s.children[n]):
            if c < v or s.deps[c] == "punct":
                attach(s, c, v, s.deps[c])
        attach(s, n, v, "dobj")
        of = [c for c in s.subtree(n) if s.lemmas[c] == "of" and s.kids(c, "pcomp")]
        for c in of[:1]:
            attach(s, c, v, "prep")


_GIVING = frozenset("give grant offer award hand deal promise lend deny".split())


def _object_of_a_noun(s: Sentence) -> None:
    """ "called the Italian decree an insult", "gave the plan a welcome": no common noun has an object."""
    for o in range(2, len(s)):
        thing = s.heads[o]
        if s.deps[o] != "dobj" or s.pos[o] != "NOUN" or s.tags[thing] not in ("NN", "NNS") or thing > o:
            continue
        v = s.heads[thing]
        if s.pos[v] != "VERB" or s.deps[thing] not in ("dobj", "oprd", "dative") or thing < v:
            continue
        if s.lemmas[v] in _NAMING:
            s.deps[thing] = "dobj"
            attach(s, o, v, "oprd")
        elif s.lemmas[v] in _GIVING:
            s.deps[thing] = "dative"
            attach(s, o, v, "dobj")


_REJECTS = frozenset({"rejects", "disputes", "contests", "refutes"})
_CHARGES = frozenset("charge accusation allegation claim suggestion assertion".split())


def _verb_taken_for_a_noun(s: Sentence) -> None:
    """ "a charge that the Russian foreign ministry rejects": the last word is what the ministry does."""
    for v in range(3, len(s)):
        noun = s.heads[v]
        if (
            s.words[v] not in _REJECTS
            or s.pos[v] != "NOUN"
            or s.deps[v] != "relcl"
            or s.lemmas[noun] not in _CHARGES
        ):
            continue
        who = v - 1
        if s.heads[who] != v or s.pos[who] not in ("NOUN", "PROPN"):
            continue
        for c in list(s.children[v]):
            if c < who and s.deps[c] in ("det", "amod", "compound", "poss", "nmod"):
                attach(s, c, who, s.deps[c])
            elif s.words[c].lower() in ("that", "which"):
                s.deps[c], s.tags[c], s.pos[c] = "dobj", "WDT", "PRON"
        attach(s, who, v, "nsubj")
        s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBZ", s.words[v][:-1]


def _small_clause(s: Sentence, v: int) -> None:
    """ "considers the vote a farce", "considers the step to be an insult": object and what it is called."""
    for c in s.kids(v, "ccomp"):
        subject = s.kids(c, "nsubj")
        if c < v or not subject or s.kids(c, "mark") or subject[0] < v:
            continue
        told = [c]
        if s.lemmas[c] == "be":
            told = s.kids(c, "attr", "acomp") if any(s.lemmas[a] == "to" for a in s.kids(c, "aux")) else []
        elif (
            s.pos[c] not in _NOMINAL
            or s.kids(c, "cop", "aux")
            or (s.lemmas[v] in _HOLDING and (s.pos[c] != "ADJ" or s.lemmas[v] != "deem"))
        ):
            continue
        if not told:
            continue
        attach(s, subject[0], v, "dobj")
        attach(s, told[0], v, "oprd")
        if told[0] != c:
            attach(s, c, told[0], "aux")
        return


def _thing_before_name(s: Sentence, v: int) -> None:
    """ "branded [the RSF] [a rebel group]": an article in the midst of what seems one phrase."""
    for o in s.kids(v, "dobj", "oprd", "attr"):
        article = next((k for k in s.kids(o, "det") if s.lemmas[k] == "a" and k > v + 1), None)
        if article is None or o < v:
            continue
        before = [c for c in s.children[o] if v < c < article and s.pos[c] in ("NOUN", "PROPN", "PRON")]
        if not before or s.kids(v, "dobj") not in ([], [o]):
            continue
        thing = before[-1]
        rehang(s, [k for k in s.children[o] if v < k < article and k != thing], thing)
        attach(s, thing, v, "dobj")
        attach(s, o, v, "oprd")
        return


def _name_far_behind(s: Sentence, v: int) -> None:
    """ "called the plan to fill the lake a threat": a second object inside is what it is called."""
    things = [o for o in s.kids(v, "dobj", "oprd") if o > v]
    if len(things) != 1:
        return
    for o in s.subtree(things[0]):
        inner = s.heads[o]
        before = [x for x in s.kids(inner, "dobj") if x < o] if inner not in (v, o) else []
        if s.deps[o] == "dobj" and before and any(s.lemmas[k] == "a" for k in s.kids(o, "det")):
            s.deps[things[0]] = "dobj"
            attach(s, o, v, "oprd")
            return


def _thing_before_adjective(s: Sentence, v: int) -> None:
    """ "called the shooting reckless": the gerund is what is named, the adjective what it is called."""
    if s.kids(v, "dobj", "nsubjpass"):
        return
    for a in s.kids(v, "oprd", "acomp"):
        named = [k for k in s.kids(a, "npadvmod") if v < k < a and s.kids(k, "det") and s.pos[k] == "NOUN"]
        if s.pos[a] == "ADJ" and named:  # "called the step regrettable"
            attach(s, named[0], v, "dobj")
            return
    for a in s.kids(v, "oprd", "acomp", "dobj"):
        before = [k for k in s.kids(a, "amod", "compound") if v < k < a]
        if s.pos[a] != "ADJ" or not before or not s.kids(a, "det"):
            continue
        thing = before[-1]
        rehang(s, [k for k in s.children[a] if v < k < thing], thing)
        s.pos[thing] = "NOUN" if s.pos[thing] != "PROPN" else "PROPN"
        s.lemmas[thing] = s.words[thing].lower() if s.tags[thing] == "VBG" else s.lemmas[thing]
        attach(s, thing, v, "dobj")
        s.deps[a] = "oprd"
        return


def _adjective_behind(s: Sentence, v: int) -> None:
    """ "called the decision on Jerusalem unacceptable": no adjective stands behind its noun."""
    things = [o for o in s.kids(v, "dobj") if o > v]
    if len(things) != 1 or s.kids(v, "oprd"):
        return
    for a in s.subtree(things[0]):
        if s.pos[a] == "ADJ" and s.deps[a] == "amod" and s.heads[a] < a and not s.kids(a, "prep", "xcomp"):
            attach(s, a, v, "oprd")
            return


_ENDING = frozenset("stop cease quit avoid".split())


def _stop_doing_and_do(s: Sentence) -> None:
    """ "must stop harassing editors and drop the charges": what is to be done, not to be stopped."""
    for v in s.labelled("conj", 3) if not s.bag.isdisjoint(_ENDING) else ():
        doing = s.heads[v]
        end = s.heads[doing]
        bare = s.tags[v] == "VB" and s.tags[doing] == "VBG" and s.tags[end] == "VB"
        if bare and s.lemmas[end] in _ENDING and doing in s.kids(end, "xcomp"):
            attach(s, v, end, "conj")
            for c in [c for c in s.kids(doing, "cc") if c > doing]:
                attach(s, c, end, "cc")


_MADE_TO = frozenset("force compel oblige order tell ask urge allow pressure".split())
_PERSONS = frozenset(
    "authority government police army court military soldier official ministry security".split()
)


def _made_to_by(s: Sentence) -> None:
    """ "The paper was forced to close by the police": the police forced it."""
    for p in [*s.labelled("prep", 4), *s.labelled("agent", 4)]:
        inner = s.heads[p]
        verb = s.heads[inner]
        if s.words[p] != "by" or s.deps[inner] != "xcomp" or s.lemmas[verb] not in _MADE_TO:
            continue
        who = s.kids(p, "pobj")
        of_power = any(s.lemmas[x] in _PERSONS for o in who for x in (o, *s.kids(o, "compound")))
        if s.kids(verb, "auxpass") and of_power and not s.kids(verb, "agent"):
            attach(s, p, verb, "agent")


def _judged_as(s: Sentence) -> None:
    """ "described the move as wholly unacceptable": the adjective is what follows the preposition."""
    for p in range(2, len(s)):
        if s.words[p].lower() != "as" or s.kids(p, "pobj"):
            continue
        adjective = next((k for k in range(p + 1, min(len(s), p + 4)) if s.pos[k] != "ADV"), None)
        if adjective is None or s.pos[adjective] != "ADJ":
            continue
        verb = _judge(s, p, adjective)
        if verb is None or s.heads[adjective] not in (verb, p):
            continue
        attach(s, p, verb, "prep")
        s.pos[p] = "ADP"
        attach(s, adjective, p, "pobj")


def _judged_as_before(s: Sentence) -> None:
    """ "dismissed as baseless reports of a raid": the reports are what is dismissed."""
    for o in s.labelled("pobj", 3):
        p = s.heads[o]
        v = s.heads[p]
        if s.lemmas[p] != "as" or s.lemmas[v] not in _JUDGING or s.kids(v, "dobj"):
            continue
        article = next((c for c in s.kids(o, "det") if s.lemmas[c] in ("a", "an", "the")), p + 1)
        if article > p + 1 and all(s.pos[k] in ("ADJ", "ADV", "PUNCT") for k in range(p + 1, article)):
            attach(s, article - 1, p, "pobj")  # "rejected as too little, too late a promise"
            attach(s, o, v, "dobj")
            continue
        called = [c for c in s.kids(o, "amod") if c == p + 1]
        if called and s.tags[o] == "NNS" and not s.kids(o, "det", "poss") and o > called[0]:
            attach(s, called[0], p, "pobj")
            attach(s, o, v, "dobj")


def _judge(s: Sentence, p: int, adjective: int) -> int | None:
    """The verb of judging to which an *as* belongs, also through what is judged."""
    above = s.heads[p]
    if above == adjective:
        above = s.heads[adjective]
    if s.pos[above] in ("NOUN", "PROPN", "PRON") and s.deps[above] in ("dobj", "nsubjpass"):
        above = s.heads[above]
    return above if s.pos[above] == "VERB" and s.lemmas[above] in _JUDGING else None


def _counterpart_named(s: Sentence) -> None:
    """ "held talks with his counterpart, Mr Sergey Lavrov": the name behind the comma is his."""
    for h in range(len(s) - 2) if "counterpart" in s.bag else ():
        if s.lemmas[h] != "counterpart" or s.words[h + 1] != "," or s.kids(h, "appos"):
            continue
        name = h + 2
        while s.pos[name] == "PROPN" and s.deps[name] in ("compound", "nmod") and s.heads[name] > name:
            name = s.heads[name]
        if s.pos[name] == "PROPN" and s.deps[name] == "npadvmod":
            attach(s, name, h, "appos")


def _called_is_active(s: Sentence) -> None:
    """ "The mission called for parties to talk": it called, and was not called."""
    v = s.root
    if s.lemmas[v] not in ("call", "appeal") or s.tags[v] != "VBN" or s.kids(v, "auxpass", "aux", "nsubj"):
        return
    subjects = s.kids(v, "nsubjpass")
    if s.field == "text" and subjects and v + 1 < len(s) and s.words[v + 1] in ("for", "on", "upon", "to"):
        s.tags[v] = "VBD"
        for x in subjects:
            s.deps[x] = "nsubj"


def _called_somebody_something(s: Sentence) -> None:
    """ "The opposition called Uribe unfit": it called him so, and was not itself called Uribe."""
    noun = s.root
    if s.pos[noun] not in ("NOUN", "PROPN"):
        return
    for v in s.kids(noun, "acl"):
        told = [o for o in s.kids(v, "oprd", "dobj", "attr", "acomp") if o > v]
        if s.lemmas[v] not in _NAMING or s.tags[v] not in ("VBN", "VBD") or len(told) != 2:
            continue
        known = s.pos[told[0]] in ("PROPN", "NOUN", "PRON") and s.pos[told[1]] in ("ADJ", "NOUN")
        if not known or v < noun or s.kids(v, "aux", "agent"):
            continue
        s.tags[v] = "VBD"
        attach(s, v, v, "ROOT")
        attach(s, noun, v, "nsubj")
        s.deps[told[0]], s.deps[told[1]] = "dobj", "oprd"
        return


def _charges_in_a_row(s: Sentence) -> None:
    """ "accused them of abuses including fraud, letting minors vote": accused of it all."""
    for v in s.labelled("advcl"):
        main = s.heads[v]
        if s.tags[v] != "VBG" or s.lemmas[main] not in _SUSPECTING | {"charge"} or s.words[v - 1] != ",":
            continue
        named = [
            o
            for p in range(main + 1, v)
            if s.words[p] in ("including", "like")
            for o in s.kids(p, "pobj", "pcomp")
        ]
        if named:
            attach(s, v, named[-1], "conj")


_ASKED_OF = frozenset({"call", "appeal", "rely", "count", "prevail"})


def _asked_of_a_name(s: Sentence) -> None:
    """ "are calling on Minister Nkosi to intervene": on whom they call, and he does not intervene yet."""
    for p in s.labelled("prep") if not s.bag.isdisjoint(_ASKED_OF) else ():
        v, name = s.heads[p], p + 1
        if s.lemmas[v] not in _ASKED_OF or s.words[p] not in ("on", "upon", "to") or s.kids(p, "pobj"):
            continue
        for c in s.kids(v, "ccomp", "xcomp", "advcl"):
            asked = [n for n in s.kids(c, "nsubj") if p < n < c and min(s.subtree(n)) == name]
            if asked and s.tags[c] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(c, "aux")):
                attach(s, asked[0], p, "pobj")
                s.deps[p], s.deps[c], s.pos[p] = "prep", "xcomp", "ADP"


_TELLING = frozenset("help warn tell urge order ask advise instruct caution beg implore exhort".split())


def _told_to(s: Sentence) -> None:
    """ "Officials warn marchers not to protest": whom they warn, and not who protests."""
    for c in s.labelled("ccomp", 3) if not s.bag.isdisjoint(_TELLING) else ():
        v = s.heads[c]
        bare = s.tags[c] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(c, "aux"))
        told = [n for n in s.kids(c, "nsubj") if v < n < c and min(s.subtree(n)) == v + 1]
        helped = s.lemmas[v] == "help" and s.tags[c] == "VB"  # "help Qatar weather the crisis"
        asked = (bare and s.lemmas[v] in _TELLING) or helped
        if asked and told and s.pos[v] == "VERB" and not s.kids(v, "dobj"):
            attach(s, told[0], v, "dobj")
            s.deps[c] = "xcomp"


_ASKING = frozenset("demand insist urge ask request recommend propose suggest order call appeal want".split())


def _asked_next(s: Sentence) -> None:
    """ "demanded that the state submit it and called on him to go": a verb in the past asks on its own."""
    for v in s.labelled("conj"):
        clause = s.heads[v]
        if s.tags[v] != "VBD" or s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        main = s.heads[clause]
        if s.tags[clause] != "VB" or s.deps[clause] not in ("ccomp", "xcomp") or main > clause:
            continue
        if s.tags[main] == "VBD" and s.lemmas[main] in _ASKING and s.words[v] != s.lemmas[v]:
            attach(s, v, main, "conj")


def _infinitives_in_a_row(s: Sentence) -> None:
    """ "was told to shut the channel, close a base and pay": bare verbs go on with what is asked."""
    for v in range(2, len(s)):
        main = s.heads[v]
        if s.tags[v] != "VB" or s.deps[v] not in ("advcl", "ccomp", "dep") or s.words[v - 1] != ",":
            continue
        if s.kids(v, "nsubj", "nsubjpass", "aux", "mark"):
            continue
        first = [c for c in s.kids(main, "xcomp") if c < v and s.tags[c] == "VB" and s.kids(c, "aux")]
        if first:
            attach(s, v, first[-1], "conj")


def _asked_behind_a_clause(s: Sentence) -> None:
    """ "asked the states that guarantee the treaty to send observers": they are to send them."""
    for v in range(len(s)):
        if s.tags[v] != "VB" or s.deps[v] not in ("relcl", "acl"):
            continue
        noun = s.heads[v]
        if not any(s.lemmas[a] == "to" for a in s.kids(v, "aux")) or s.kids(v, "nsubj", "nsubjpass"):
            continue
        clause = next((a for a in (noun, *s.ancestors(noun)) if s.deps[a] == "relcl"), None)
        if clause is None or noun == s.heads[clause]:
            continue
        asked = s.heads[clause]
        main = s.heads[asked]
        upon = s.deps[asked] == "pobj" and s.lemmas[main] in ("for", "on", "upon", "to")
        main = s.heads[main] if upon else main  # "called for parties that have concerns to seek redress"
        if (upon or s.deps[asked] == "dobj") and s.lemmas[main] in _ASKING and not s.kids(main, "xcomp"):
            attach(s, v, main, "xcomp")


def _ruled_out_doing(s: Sentence) -> None:
    """ "ruled out selling the island": what is ruled out, not how."""
    for v in range(2, len(s)):
        main = s.heads[v]
        if (
            s.tags[v] == "VBG"
            and s.deps[v] == "advcl"
            and s.words[v - 1] == "out"
            and s.lemmas[main] == "rule"
        ):
            attach(s, v, main, "xcomp")


_SAYING = frozenset(
    "say warn tell announce declare state insist add vow promise stress argue claim repeat".split()
)
_OCCASIONS = frozenset(
    "meeting rally conference speech interview broadcast address briefing ceremony summit session visit "
    "sermon crowd audience parliament reporter newspaper service debate hearing dinner lunch forum "
    "gathering call letter note statement message telegram cable post tweet video conversation "
    "communique".split()
)


def _that_is_judged(s: Sentence) -> None:
    """ "dismissed that as laughable and called for a poll": "that" is what is dismissed."""
    for t in range(1, len(s) - 1):
        v = t - 1
        if s.words[t].lower() != "that" or s.words[t + 1].lower() != "as" or s.lemmas[v] not in _JUDGING:
            continue
        s.pos[t], s.tags[t] = "PRON", "DT"
        attach(s, t, v, "dobj")
        for o in s.kids(t + 1, "pobj"):
            for c in s.kids(o, "conj"):
                if s.pos[o] == "ADJ" and s.tags[c] == s.tags[v] == "VBD":
                    attach(s, c, v, "conj")


_CALLING = frozenset("describe call brand label term dismiss denounce".split())


def _judging_what_was_told(s: Sentence) -> None:
    """ "opposed the pact that the two signed, calling it a trap": whoever opposed it calls it so."""
    for v in s.labelled("advcl"):
        below = s.heads[v]
        if (
            s.tags[v] != "VBG"
            or s.lemmas[v] not in _CALLING
            or s.words[v - 1] != ","
            or s.deps[below] != "relcl"
        ):
            continue
        above = s.heads[s.heads[below]]
        if s.pos[above] == "ADP":
            above = s.heads[above]
        if any(s.words[o].lower() == "it" for o in s.kids(v, "dobj")) and s.pos[above] == "VERB":
            attach(s, v, above, "advcl")


def _that_taken_for_an_object(s: Sentence) -> None:
    """ "said at a briefing that thieves would be caught": a passive clause has no object "that"."""
    for t in s.labelled("dobj"):
        c = s.heads[t]
        if (
            s.words[t].lower() == "that"
            and s.tags[t] == "WDT"
            and s.kids(c, "nsubjpass")
            and s.heads[c] == t - 1
        ):
            s.deps[t], s.tags[t], s.pos[t] = "mark", "IN", "SCONJ"


_ADDRESSES = frozenset(
    "plead urge appeal accuse blame demand warn threaten vow pledge condemn denounce criticise criticize beg "
    "implore dismiss reject refuse".split()
)


def _spoke_on(s: Sentence) -> None:
    """ "denied that the bills touched their land and pleaded with them": no bills plead."""
    for v in s.labelled("conj"):
        clause = s.heads[v]
        main = s.heads[clause]
        if s.lemmas[v] not in _ADDRESSES or s.tags[v] not in ("VBD", "VBZ") or s.tags[v] != s.tags[main]:
            continue
        things = s.kids(clause, "nsubj", "nsubjpass")
        if s.deps[clause] != "ccomp" or main > clause or s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        if things and all(
            (s.pos[t] == "NOUN" and judging.is_deed(s, t)) or s.words[t] == "it" for t in things
        ):
            attach(s, v, main, "conj")


def _said_somewhere_that(s: Sentence) -> None:
    """ "warned at a prayer meeting that traitors would pay": what is said, not what the meeting is about."""
    for c in range(len(s)):
        noun = s.heads[c]
        if s.deps[c] not in ("relcl", "acl") or s.lemmas[noun] not in _OCCASIONS or s.deps[noun] != "pobj":
            continue
        if not any(s.lemmas[m] == "that" and m < c for m in s.kids(c, "mark")) or not s.kids(
            c, "nsubj", "nsubjpass"
        ):
            continue
        verb = s.heads[s.heads[noun]]
        if s.lemmas[verb] in _SAYING and not s.kids(verb, "ccomp"):
            attach(s, c, verb, "ccomp")


def _subject_as_object(s: Sentence) -> None:
    """ "criticised his remarks and Pretoria protested": who stands before the second verb does it."""
    for v in s.labelled("conj", 2):
        first, name = s.heads[v], v - 1
        if s.tags[v] not in ("VBD", "VBZ") or s.kids(v, "nsubj", "nsubjpass", "aux"):
            continue
        if (
            s.deps[name] != "conj"
            or s.pos[name] != "PROPN"
            or s.words[name - 1].lower() not in ("and", "but", "while")
        ):
            continue
        joined = s.heads[name]
        if s.heads[joined] == first and s.deps[joined] == "dobj" and s.pos[joined] == "NOUN":
            attach(s, name, v, "nsubj")


_AS_SAID = frozenset("plan expect schedule agree intend promise order instruct foresee".split())


def _as_planned(s: Sentence) -> None:
    """ "insisted that it would go ahead as planned and accused Egypt": the speaker accused."""
    for v in s.labelled("conj"):
        said = s.heads[v]
        if s.tags[v] != "VBD" or s.lemmas[said] not in _AS_SAID or s.tags[said] != "VBN":
            continue
        if s.deps[said] != "advcl" or s.kids(v, "nsubj", "nsubjpass") or s.words[said - 1].lower() != "as":
            continue
        clause = s.heads[said]
        main = s.heads[clause] if s.deps[clause] == "ccomp" else clause
        if s.tags[main] == "VBD":
            attach(s, v, main, "conj")
