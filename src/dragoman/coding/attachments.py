"""More of what the parser gets wrong in news: clauses and names that hang at the wrong word.

Like :mod:`dragoman.coding.repairs`, each function knows one construction by its shape and
changes the sentence in place.
"""

from __future__ import annotations

import itertools

from dragoman.coding.grammar import first_joined
from dragoman.coding.joined_clauses import (
    as_did_others,
    claims_in_a_row,
    clause_before_semicolon,
    comment_at_the_end,
    crowd_demanding,
    deed_of_the_sayer,
    deeds_in_a_relative_clause,
    deeds_in_which,
    doing_beside_object,
    done_as_well,
    done_too,
    led_to_do,
    many_who,
    name_before_who,
    people_doing,
    people_wanted,
    relative_as_content,
    renamed_then_told_of,
    said_is_no_subject,
    to_do_both,
    voted_to,
    wanted_done,
    what_it_called,
    which_somebody_did,
    who_they_said,
    with_people_doing,
)
from dragoman.coding.noun_phrases import (
    accused_of_it,
    adjective_as_object,
    aged,
    aim_of_a_plot,
    and_his_wife,
    and_the_adviser,
    between_two_numbers,
    called_so,
    deed_of_a_person,
    government_in,
    in_three_provinces,
    last_of_the_places,
    modal_for_a_name,
    name_behind_its_office,
    name_of_the_person,
    neighbouring_states,
    noun_after_article,
    persona_non_grata,
    place_before_participle,
    several_by_name,
    share_of_the_owner,
    sum_in_a_name,
    sums,
    tear_gas,
    title_before_name,
    two_of_two_countries,
    two_titles,
    whence_they_are,
)
from dragoman.coding.slots import CALENDAR, TIME_NOUNS, is_calendar
from dragoman.coding.trees import UNITS_OF_TIME, WEEKDAYS, attach, rehang
from dragoman.language import Sentence


def repair(s: Sentence) -> None:
    """Apply every repair of this room."""
    _active_after_all(s)
    _recognised_by(s)
    _blame_on(s)
    who_they_said(s)
    in_three_provinces(s)
    _underway_between(s)
    _against_behind_places(s)
    _aimed_at(s)
    _also_done_to(s)
    _first_to_be(s)
    _first_of_them_to_be(s)
    and_his_wife(s)
    sums(s)
    _along_with(s)
    _quarrel_over(s)
    between_two_numbers(s)
    adjective_as_object(s)
    _left_for(s)
    noun_after_article(s)
    name_before_who(s)
    _found_guilty(s)
    _object_before_by(s)
    _handed_by(s)
    _complaint_against(s)
    _by_no_agent(s)
    relative_as_content(s)
    claims_in_a_row(s)
    _subject_behind_day(s)
    sum_in_a_name(s)
    _time_behind_object(s)
    _day_before_of(s)
    _distance_behind_object(s)
    _object_as_apposition(s)
    _called_names(s)
    title_before_name(s)
    persona_non_grata(s)
    modal_for_a_name(s)
    _rather_than(s)
    accused_of_it(s)
    _allied_people(s)
    if "gas" in s.bag:
        tear_gas(s)
    two_titles(s)
    deed_of_a_person(s)
    name_behind_its_office(s)
    name_of_the_person(s)
    comment_at_the_end(s)
    what_it_called(s)
    _to_a_noun(s)
    _to_pressure(s)
    neighbouring_states(s)
    called_so(s)
    last_of_the_places(s)

    _under_pressure_to(s)
    _told_of_by(s)
    _verb_before_object(s)
    people_doing(s)
    people_wanted(s)
    crowd_demanding(s)
    with_people_doing(s)
    place_before_participle(s)
    _police_seizing(s)
    aim_of_a_plot(s)
    led_to_do(s)
    aged(s)
    share_of_the_owner(s)
    deeds_in_a_relative_clause(s)
    clause_before_semicolon(s)
    said_is_no_subject(s)
    as_did_others(s)
    voted_to(s)
    _alive_from(s)
    _people_who_strike(s)
    wanted_done(s)
    doing_beside_object(s)
    to_do_both(s)
    renamed_then_told_of(s)
    whence_they_are(s)
    done_too(s)
    two_of_two_countries(s)
    deeds_in_which(s)
    many_who(s)
    several_by_name(s)
    and_the_adviser(s)
    which_somebody_did(s)
    government_in(s)
    done_as_well(s)
    deed_of_the_sayer(s)


_LEAVING = frozenset("leave depart head fly sail set embark".split())


def _active_after_all(s: Sentence) -> None:
    """ "The coalition bombed Mosul", "have so far executed 82 people": no passive, which needs its "be"."""
    for n in s.labelled("nsubjpass") if s.field == "text" else ():
        v = s.heads[n]
        helpers = {s.lemmas[a] for a in s.kids(v, "aux", "auxpass")}
        after = [o for o in s.kids(v, "dobj", "npadvmod") if o > v and s.pos[o] in ("NOUN", "PROPN")]
        after = [
            o
            for o in after
            if s.deps[o] == "dobj"
            or (o == v + 1 and s.pos[o] == "PROPN" and s.words[o].lower() not in WEEKDAYS)
        ]
        if n > v or "be" in helpers or "get" in helpers or not after or s.kids(v, "agent"):
            continue
        if not (helpers or s.heads[v] == v) or s.tags[v] != "VBN":
            continue
        s.deps[n], s.deps[after[0]] = "nsubj", "dobj"
        s.tags[v] = s.tags[v] if helpers else "VBD"


_BY_WHOM = frozenset(
    "recognized recognised backed led brokered mediated sponsored funded supported run".split()
)


def _recognised_by(s: Sentence) -> None:
    """ "head of the UN-recognized government": of the government, and of no UN."""
    for v in range(3, len(s) - 1):
        x = v - 2
        if s.words[v].lower() not in _BY_WHOM or s.words[v - 1] != "-" or s.pos[x] != "PROPN":
            continue
        noun = s.heads[v]
        if noun <= v or s.heads[x] != s.heads[noun] or s.deps[x] != s.deps[noun] or s.deps[v] != "amod":
            continue
        for c in s.kids(x, "det"):
            attach(s, c, noun, "det")
        attach(s, x, v, "npadvmod")


_BLAMING = frozenset({"blame", "pin"})


def _blame_on(s: Sentence) -> None:
    """ "blamed the attack on the rebels": blamed on them, and no attack on them."""
    for v in range(1, len(s)) if not s.bag.isdisjoint(_BLAMING) else ():
        if (
            s.lemmas[v] not in _BLAMING
            or s.pos[v] != "VERB"
            or [p for p in s.kids(v, "prep") if s.lemmas[p] == "on"]
        ):
            continue
        below = {t for o in s.kids(v, "dobj", "nsubjpass") for t in s.subtree(o)}
        on = [p for p in sorted(below) if p > v and s.lemmas[p] == "on" and s.deps[p] == "prep"]
        if on and s.kids(on[-1], "pobj"):
            attach(s, on[-1], v, "prep")


_OF_TWO = frozenset(
    "talk talks negotiation discussion dialogue fighting clash battle consultation "
    "skirmish gunfight firefight shootout summit".split()
)
_GOING_ON = frozenset(
    "be occur erupt break take begin start resume continue flare rage happen ensue hold".split()
)


def _along_with(s: Sentence) -> None:
    """ "Rebels were killed along with guards": no verb "kill along"; nurses "along with" doctors."""
    for p in s.labelled("prt") if "along" in s.bag else ():
        if s.lemmas[p] == "along" and p + 1 < len(s) and s.lemmas[p + 1] == "with":
            s.deps[p] = "prep"
            attach(s, p + 1, p, "prep")
    if "with" not in s.bag or not {"along", "together"} & s.bag:
        return
    for p in range(1, len(s) - 2):
        if s.words[p].lower() in ("along", "together") and s.words[p + 1].lower() == "with":
            _beside_it(s, p)


def _end(s: Sentence, i: int, before: int) -> int:
    """The last word of a phrase, as far as it stands before a token."""
    return max(x for x in s.subtree(i) if x < before and s.words[x] != ",")


def _beside_it(s: Sentence, p: int) -> None:
    """ "Nurses, along with doctors, marched": both did; "held a nurse together with a doctor": both."""
    others = s.kids(p + 1, "pobj")
    before = p - 1 - (s.words[p - 1] == ",")
    people = [i for i in range(before + 1) if s.deps[i] in ("nsubj", "nsubjpass", "dobj")]
    first = next((i for i in people if _end(s, i, p) == before), None)
    if first is None and s.tags[before] == "VBN":  # "two were killed along with a guard"
        first = next(iter(s.kids(before, "nsubjpass")), None)
    above = s.heads[p + 1] if s.heads[p] == p + 1 else s.heads[p]
    if first is None or len(others) != 1 or above not in (first, s.heads[first]):
        return
    attach(s, others[0], first, "conj")
    attach(s, p, first, "cc")
    attach(s, p + 1, p, "prep")


_QUARRELLING = frozenset(
    "clash fight quarrel argue wrangle feud squabble spar differ disagree battle".split()
)


def _quarrel_over(s: Sentence) -> None:
    """ "Herders and farmers clash over land": over what, and no verb "clash over"."""
    for p in s.labelled("prt", 1) if "over" in s.bag else ():
        v = s.heads[p]
        if s.lemmas[p] != "over" or s.lemmas[v] not in _QUARRELLING:
            continue
        s.deps[p] = "prep"
        for o in [o for o in s.kids(v, "dobj") if o > p][:1]:
            attach(s, o, p, "pobj")


def _underway_between(s: Sentence) -> None:
    """ "Talks are under way in Cairo between the two": talks between them, whatever stands in between."""
    for p in s.labelled("prep", 2) if "between" in s.bag else ():
        v = s.heads[p]
        if s.words[p].lower() != "between":
            continue
        if s.pos[v] == "PROPN" and p > 1 and s.words[p - 1] == ",":  # "in Dolow, Somalia, between the two"
            v = next((a for a in s.ancestors(v) if s.pos[a] in ("VERB", "AUX")), v)
        if s.lemmas[v] not in _GOING_ON:
            continue
        told = [n for n in s.kids(v, "nsubj") if n < v and s.lemmas[n] in _OF_TWO]
        if told and not [c for c in s.kids(told[0], "prep") if s.lemmas[c] in ("between", "with")]:
            attach(s, p, told[0], "prep")


_IN_PROTEST = frozenset("protest march rally demonstrate demonstration gather turn strike".split())
_PLACES_OF_CROWDS = frozenset(
    "city town capital square street province region district centre center".split()
)


def _against_behind_places(s: Sentence) -> None:
    """ "protest in Sofia and other Bulgarian cities against the plan": the protest is, and no city."""
    for p in s.labelled("prep", 4) if "against" in s.bag else ():
        n = s.heads[p]
        if s.words[p].lower() != "against" or not (s.pos[n] == "PROPN" or s.lemmas[n] in _PLACES_OF_CROWDS):
            continue
        while s.deps[n] == "conj" and s.pos[s.heads[n]] != "VERB":
            n = s.heads[n]
        lead = s.heads[n]
        above = lead if s.deps[n] == "conj" else s.heads[lead]
        where = s.deps[n] == "pobj" and s.lemmas[lead] in ("in", "at", "across", "outside", "through")
        if (where or above == lead) and s.lemmas[above] in _IN_PROTEST:
            attach(s, p, above, "prep")


_TOLD_TO = frozenset(
    "order tell force sentence ban bar forbid summon deport transfer jail fine charge".split()
)


def _also_done_to(s: Sentence) -> None:
    """ "was freed from custody and ordered to pay": the second is done to him as the first."""
    for v in s.labelled("conj", 3) if not s.bag.isdisjoint(_TOLD_TO) else ():
        first = s.heads[v]
        if s.tags[v] != "VBD" or s.lemmas[v] not in _TOLD_TO or not s.kids(first, "auxpass"):
            continue
        if not s.kids(v, "nsubj", "nsubjpass", "dobj", "aux", "ccomp"):
            s.tags[v] = "VBN"


_AIMED = frozenset({"aim", "direct", "target", "point"})
_FIRED = frozenset("fire launch lob shoot hurl throw loose unleash".split())


def _aimed_at(s: Sentence) -> None:
    """ "fired rockets aimed at a base": they were fired at it."""
    for v in s.labelled("acl", 2) if not s.bag.isdisjoint(_AIMED) else ():
        thing = s.heads[v]
        verb = s.heads[thing]
        if s.lemmas[v] not in _AIMED or s.tags[v] != "VBN" or s.lemmas[verb] not in _FIRED:
            continue
        at = [p for p in s.kids(v, "prep") if s.lemmas[p] in ("at", "against", "on")]
        if at and s.deps[thing] in ("dobj", "nsubjpass"):
            attach(s, at[0], verb, "prep")


_RANKED = frozenset("first second third only latest last youngest oldest".split())


def _first_to_be(s: Sentence) -> None:
    """ "became the first sitting president to be arrested": he was arrested, and nothing lies ahead."""
    for v in s.labelled("relcl", 5) if not s.bag.isdisjoint(_RANKED) else ():
        noun = s.heads[v]
        to = [a for a in s.kids(v, "aux") if s.words[a].lower() == "to"]
        ranked = any(s.words[c].lower() in _RANKED for c in s.kids(noun, "amod"))
        if not to or not ranked or s.deps[noun] != "attr" or not s.kids(v, "auxpass") or s.tags[v] != "VBN":
            continue
        become = s.heads[noun]
        if s.lemmas[become] not in ("become", "be") or s.tags[become] not in ("VBD", "VBZ"):
            continue
        attach(s, v, become, "conj")
        for c in to:
            s.deps[c] = "dep"


def _first_of_them_to_be(s: Sentence) -> None:
    """ "the first of nine miners held in the pit in May to be freed": they were not freed in May."""
    for v in s.labelled("advcl", 7) if not s.bag.isdisjoint(_RANKED) else ():
        held = s.heads[v]
        noun = s.heads[held]
        to = any(s.words[a].lower() == "to" for a in s.kids(v, "aux"))
        if not to or not s.kids(v, "auxpass") or (s.deps[held], s.tags[held]) != ("acl", "VBN"):
            continue
        of = s.heads[noun]
        if s.lemmas[of] == "of" and s.words[s.heads[of]].lower() in _RANKED:
            attach(s, v, noun, "acl")


def _left_for(s: Sentence) -> None:
    """ "left Athens for Belgrade to plead": where he went, and no pleading Belgrade."""
    for f in s.labelled("mark", 2):
        clause = s.heads[f]
        where = [o for o in s.kids(clause, "nsubj") if s.pos[o] == "PROPN" and o > f]
        above = s.heads[clause]
        if s.lemmas[f] != "for" or s.lemmas[above] not in _LEAVING or not where or above > f:
            continue
        attach(s, f, above, "prep")
        attach(s, where[0], f, "pobj")


def _subject_behind_day(s: Sentence) -> None:
    """ "Late on Friday police used …": two nouns under one preposition, the second a subject."""
    for p in s.labelled("prep"):
        objects, verb = s.kids(p, "pobj"), s.heads[p]
        if len(objects) != 2 or s.pos[verb] != "VERB" or p > verb:
            continue
        day, subject = objects
        if s.lemmas[day] in WEEKDAYS and subject < verb and not s.kids(verb, "nsubj", "nsubjpass"):
            attach(s, subject, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")


_NAMING = frozenset("call brand label dub term".split())


def _called_names(s: Sentence) -> None:
    """ "called Britain's envoy to Manila an utter fool": what he was called, and no other name for him."""
    for name in s.labelled("appos", 2) if not s.bag.isdisjoint(_NAMING) else ():
        if s.words[name - 1] == "," or not any(s.lemmas[c] in ("a", "an") for c in s.kids(name, "det")):
            continue
        for who, v in itertools.pairwise(s.ancestors(name)):
            if s.deps[who] in ("oprd", "dobj") and s.lemmas[v] in _NAMING:
                first = min(s.subtree(name))
                if s.words[first - 1] != "," and not s.kids(v, "auxpass"):
                    s.deps[who] = "dobj"
                    attach(s, name, v, "oprd")
                return


def _object_as_apposition(s: Sentence) -> None:
    """ "Court sentences Post reporter to prison": a verb has no appositions."""
    for i in s.labelled("appos", 2):
        v = s.heads[i]
        near = i > v and all(s.pos[k] in ("PROPN", "NOUN", "ADJ", "DET", "NUM") for k in range(v + 1, i))
        if s.pos[v] == "VERB" and near and not s.kids(v, "dobj") and s.pos[i] in ("NOUN", "PROPN"):
            attach(s, i, v, "dobj")


def _time_behind_object(s: Sentence) -> None:
    """ "arrests opposition chief days before the election": the days are no chief's, and no object."""
    for i in range(2, len(s) - 1) if not s.bag.isdisjoint(UNITS_OF_TIME) else ():
        if s.tags[i] != "NNS" or s.lemmas[i] not in UNITS_OF_TIME:
            continue
        noun, verb = i - 1, s.heads[i]
        if s.words[i + 1].lower() not in ("before", "after", "ahead") or s.pos[noun] not in ("NOUN", "PROPN"):
            continue
        if s.deps[noun] != "compound" or s.heads[noun] != i or s.kids(i, "nummod"):
            continue
        role = s.deps[i] if s.deps[i] in ("dobj", "pobj") else "dobj"
        if s.pos[verb] != "VERB" or verb > i:
            verb = next((v for v in range(i - 1, 0, -1) if s.pos[v] == "VERB"), -1)
        if verb < 0 or (role == "dobj" and s.kids(verb, "dobj") not in ([], [i])):
            continue
        attach(s, noun, verb, role)
        rehang(s, [c for c in s.children[i] if c < noun], noun)
        attach(s, i, verb, "npadvmod")


_LENGTHS = frozenset("mile kilometer kilometre meter metre km yard foot".split())


def _day_before_of(s: Sentence) -> None:
    """ "The jailing on May 16 of two monks", "the killing on Monday of a driver": of whom, and when."""
    for of in s.labelled("prep", 4):
        if s.words[of] != "of" or of == len(s) - 1:
            continue
        first = of
        while first > 2 and (s.pos[first - 1] == "NUM" or s.lemmas[first - 1].lower() in CALENDAR):
            first -= 1
        link, deed = first - 1, first - 2
        told = s.pos[deed] == "NOUN" or s.tags[deed] == "VBG"
        if first == of or s.words[link] not in ("on", "in") or not told or not s.kids(deed, "det"):
            continue
        whom = next(iter(s.kids(of, "pobj")), None)
        if whom is not None and not is_calendar(s, whom) and s.lemmas[whom] not in TIME_NOUNS:
            attach(s, link, deed, "prep")
            attach(s, of, deed, "prep")
            if s.tags[deed] == "VBG":
                s.pos[deed], s.tags[deed], s.lemmas[deed] = "NOUN", "NN", s.words[deed].lower()


def _distance_behind_object(s: Sentence) -> None:
    """ "seized a tanker hundreds of miles off Oman": how far off, and no object."""
    if s.bag.isdisjoint(_LENGTHS):
        return
    for i in (*s.labelled("dobj", 3), *s.labelled("pobj", 3), *s.labelled("nsubjpass", 2)):
        if s.lemmas[i] not in ("hundred", "dozen", "score", "thousand", "ten") or s.tags[i] != "NNS":
            continue
        if s.words[i + 1 : i + 2] != ["of"] or not any(
            w.lower() in _LENGTHS for w in s.lemmas[i + 2 : i + 3]
        ):
            continue
        noun = i - 1
        if s.heads[noun] != i or s.pos[noun] not in ("NOUN", "PROPN", "ADJ") or s.tags[noun] == "CD":
            continue
        attach(s, noun, s.heads[i], s.deps[i])
        if s.pos[noun] == "ADJ":
            s.pos[noun], s.tags[noun] = "NOUN", "NN"
        rehang(s, [c for c in s.children[i] if c < noun], noun)
        attach(s, i, noun, "npadvmod")


def _rather_than(s: Sentence) -> None:
    """ "prepared to withdraw rather than reinstate him": what they will not do, and nothing joined to it."""
    for t in range(1, len(s) - 1) if "than" in s.bag else ():
        verb = s.heads[t]
        if s.words[t].lower() != "than" or s.words[t - 1].lower() != "rather" or s.deps[t] != "cc":
            continue
        done = [c for c in s.kids(verb, "conj") if c > t and s.pos[c] == "VERB"]
        if done and s.pos[verb] == "VERB" and s.tags[done[0]] in ("VB", "VBG"):
            attach(s, t, verb, "prep")
            attach(s, done[0], t, "pcomp")


_GIVING_WAY = frozenset(
    "yield bow cave give succumb submit bend buckle surrender respond react stand".split()
)


def _to_a_noun(s: Sentence) -> None:
    """ "shut its ports to cargo bound for Iran": what is tagged a noun is no infinitive."""
    for n in s.labelled("xcomp", 3):
        to = n - 1
        if s.tags[n] not in ("NN", "NNS") or s.words[to] != "to" or s.heads[to] != n or s.deps[to] != "aux":
            continue
        if s.kids(n, "dobj", "nsubj", "ccomp", "xcomp"):
            continue
        s.pos[to], s.tags[to] = "ADP", "IN"
        attach(s, to, s.heads[n], "prep")
        attach(s, n, to, "pobj")


def _under_pressure_to(s: Sentence) -> None:
    """ "came under pressure from Poland to open its files": the clause is what it is to do."""
    for n in range(2, len(s)) if "pressure" in s.bag else ():
        under = s.heads[n]
        if s.words[n] != "pressure" or s.words[under].lower() != "under" or s.deps[n] != "pobj":
            continue
        for c in s.kids(n, "acl", "relcl"):
            if s.tags[c] == "VB" and s.kids(c, "aux") and s.lemmas[s.heads[under]] in ("come", "be"):
                attach(s, c, s.heads[under], "xcomp")


_TELLING = frozenset("complain protest object warn speak talk hear learn worry".split())
"""Verbs that take no agent: "complained of raids by soldiers"."""


def _told_of_by(s: Sentence) -> None:
    """ "Kabul complained of firing by border police": they fired, and did not complain."""
    for p in range(3, len(s)) if "by" in s.bag and not s.bag.isdisjoint(_TELLING) else ():
        v = s.heads[p]
        if (
            s.lemmas[p] != "by"
            or s.deps[p] not in ("agent", "prep")
            or s.lemmas[v] not in _TELLING
            or s.kids(v, "auxpass", "nsubjpass")
        ):
            continue
        before = [o for x in s.kids(v, "prep") if v < x < p for o in s.kids(x, "pobj") if o == p - 1]
        doer = s.kids(p, "pobj")
        if before and doer and s.pos[before[-1]] == "NOUN" and s.pos[doer[0]] in ("NOUN", "PROPN"):
            attach(s, p, before[-1], "prep")


def _to_pressure(s: Sentence) -> None:
    """ "would not yield to pressure from the street": a noun, no infinitive."""
    for n in range(2, len(s)) if "pressure" in s.bag else ():
        v, to = s.heads[n], n - 1
        if (
            s.words[n] != "pressure"
            or s.tags[n] != "VB"
            or s.words[to] != "to"
            or s.lemmas[v] not in _GIVING_WAY
        ):
            continue
        if s.kids(n, "dobj", "xcomp"):
            continue
        s.pos[n], s.tags[n], s.pos[to], s.tags[to] = "NOUN", "NN", "ADP", "IN"
        attach(s, to, v, "prep")
        attach(s, n, to, "pobj")


def _verb_before_object(s: Sentence) -> None:
    """ "Nurses in Harare downed tools": a verb in the past, no apposition with a participle."""
    root = s.root
    if s.pos[root] not in ("NOUN", "PROPN") or s.words[-1] != ".":
        return
    for n in s.kids(root, "appos"):
        v = n - 1
        if s.deps[v] != "amod" or s.tags[v] not in ("VBN", "VBD") or s.heads[v] != n or s.words[v - 1] == ",":
            continue
        s.pos[v], s.tags[v] = "VERB", "VBD"
        attach(s, v, v, "ROOT")
        attach(s, root, v, "nsubj")
        attach(s, n, v, "dobj")
        for p in [c for c in s.kids(n, "prep") if s.lemmas[c] not in ("of",)]:
            attach(s, p, v, "prep")
        return


_SEIZING = frozenset("arrest detain injure wound kill seize round beat hurt capture".split())
_BREAKING = frozenset(
    "break disperse storm raid attack foil disrupt halt stop suppress crush prevent intercept search".split()
)
_GATHERING = frozenset(
    "march protest rally demonstration meeting gathering sit-in procession vigil strike parade house home "
    "office headquarters village camp building ship boat vessel plot convoy".split()
)


def _police_seizing(s: Sentence) -> None:
    """ "Officers broke up a march arresting twelve": the officers did, no march."""
    for v in s.labelled("acl", 3):
        thing = s.heads[v]
        verb = s.heads[thing]
        if s.tags[v] != "VBG" or s.lemmas[v] not in _SEIZING or s.kids(v, "nsubj"):
            continue
        if s.deps[thing] == "dobj" and s.lemmas[verb] in _BREAKING and s.lemmas[thing] in _GATHERING:
            attach(s, v, verb, "advcl")


def _found_guilty(s: Sentence) -> None:
    """ "found the general guilty of genocide": the general is the object, and no adjective."""
    for g in range(2, len(s)):
        if s.lemmas[g] not in ("guilty", "liable"):
            continue
        found = first_joined(s, s.heads[g])  # "found Okot, 24, and Odong, 27, guilty"
        verb = s.heads[found]
        if s.deps[g] == "amod" and found < g and s.deps[found] == "dobj" and s.lemmas[verb] == "find":
            attach(s, g, verb, "oprd")
            continue
        v = s.heads[g]
        if s.lemmas[v] != "find" or s.deps[g] not in _CONTENTS:
            continue
        n = g - 1
        if s.heads[n] == g and s.deps[n] in ("amod", "compound", "nmod") and s.kids(g, "det"):
            s.pos[n], s.tags[n] = "NOUN", "NN"
            rehang(s, [c for c in s.children[g] if c < n], n)
        elif s.kids(g, "nsubj"):
            n = s.kids(g, "nsubj")[-1]
        else:
            continue
        if v < n < g:
            attach(s, n, v, "dobj")
            attach(s, g, v, "oprd")


_CONTENTS = frozenset({"ccomp", "dobj", "oprd", "acomp", "xcomp"})
_SIDING = frozenset("allied affiliated aligned associated".split())


def _allied_people(s: Sentence) -> None:
    """ "accused the army and allied militias of killing villagers": militias on its side."""
    for v in s.labelled("conj", 3) if not s.bag.isdisjoint(_SIDING | {"ally", "affiliate", "align"}) else ():
        verb, people = s.heads[v], s.kids(v, "dobj")
        before = [o for o in s.kids(verb, "dobj") if o < v]
        plain = s.words[v].lower() in _SIDING and s.words[v - 1].lower() in ("and", "or")
        if not plain or not before or len(people) != 1 or s.kids(v, "aux", "nsubj", "det"):
            continue
        noun = people[0]
        rehang(s, [c for c in (*s.children[v], *s.children[noun]) if c > noun], verb)
        attach(s, noun, before[-1], "conj")
        attach(s, v, noun, "amod")
        attach(s, v - 1, before[-1], "cc")
        s.pos[v], s.tags[v] = "ADJ", "JJ"


_NO_AGENTS = frozenset(
    "decree vote majority acclamation ballot referendum letter telephone phone telegram fax email mail "
    "order fiat lot proxy stealth force helicopter bus train car boat ship plane air road sea land "
    "night day nightfall dawn noon midnight evening morning mistake accident name law surprise margin "
    "show edict courier video videolink hand default consensus midday sunset sunrise dusk".split()
)
_COMPLAINTS = frozenset("complaint dispute case suit lawsuit appeal charge petition action".split())


def _complaint_against(s: Sentence) -> None:
    """ "launched a dispute at the WTO against U.S. tariffs": the dispute is against them, not the WTO."""
    for p in s.labelled("prep") if "against" in s.bag else ():
        h = s.heads[p]
        lead = s.heads[h]
        if s.words[p] != "against" or s.deps[h] not in ("pobj", "appos") or p < h:
            continue
        if s.deps[h] == "appos":
            lead = s.heads[lead]
        noun = s.heads[lead]
        if s.lemmas[lead] in ("at", "to", "with", "in", "before") and s.lemmas[noun] in _COMPLAINTS:
            attach(s, p, noun, "prep")


def _object_before_by(s: Sentence) -> None:
    """ "Police stopped a march by students": the march was theirs, and the police stopped it."""
    for p in s.labelled("agent"):
        v = s.heads[p]
        if s.tags[v] != "VBD" or s.kids(v, "dobj", "auxpass", "nsubjpass") or not s.kids(v, "nsubj"):
            continue
        between = [n for n in s.kids(v, "npadvmod") if v < n < p and s.pos[n] == "NOUN"]
        if between and s.lemmas[between[-1]] not in TIME_NOUNS and not is_calendar(s, between[-1]):
            s.deps[between[-1]] = "dobj"
            attach(s, p, between[-1], "prep")


_HANDED = frozenset("deny refuse give grant offer hand lend sell send award promise owe pay show".split())


def _handed_by(s: Sentence) -> None:
    """ "The envoys were denied visas by Oman", "was given a warning by Rome": Oman denied them."""
    for p in s.labelled("prep", 4) if "by" in s.bag and not s.bag.isdisjoint(_HANDED) else ():
        thing = s.heads[p]
        v = s.heads[thing]
        if s.words[p] != "by" or s.deps[thing] != "dobj" or s.lemmas[v] not in _HANDED:
            continue
        doer = s.kids(p, "pobj")
        if s.kids(v, "nsubjpass") and s.kids(v, "auxpass") and doer and s.pos[doer[0]] == "PROPN":
            attach(s, p, v, "agent")


def _by_no_agent(s: Sentence) -> None:
    """ "was relieved of his duties by presidential decree": the means, not who did it."""
    for p in range(1, len(s)):
        if s.deps[p] != "agent" or not s.kids(s.heads[p], "nsubjpass", "auxpass"):
            continue
        o = next(iter(s.kids(p, "pobj")), None)
        if o is None or s.lemmas[o] not in _NO_AGENTS or s.pos[o] != "NOUN" or s.kids(o, "poss"):
            continue
        if not any(s.lemmas[x] in ("of", "by") for x in s.kids(o, "prep")) or s.lemmas[o] == "show":
            s.deps[p], s.deps[o] = "prep", "npadvmod"


def _alive_from(s: Sentence) -> None:
    """ "pulled a man alive from the ruins": out of the ruins he was pulled."""
    for p in range(2, len(s)):
        a = s.heads[p]
        if s.deps[p] != "prep" or s.lemmas[a] not in ("alive", "dead", "unconscious") or a > p:
            continue
        verb = next((v for v in s.ancestors(a) if s.pos[v] == "VERB"), None)
        if verb is not None and s.lemmas[p] in ("from", "out"):
            attach(s, p, verb, "prep")


_OF_PEOPLE = frozenset(
    "strike protest march demonstrate riot mutiny flee retreat advance warring loot".split()
)


def _people_who_strike(s: Sentence) -> None:
    """ "a crackdown on striking miners": on miners, and nobody strikes them."""
    for v in s.labelled("pcomp") if not s.bag.isdisjoint(_OF_PEOPLE) else ():
        people = [
            o for o in s.kids(v, "dobj") if s.tags[o] == "NNS" and not s.kids(o, "det", "poss", "nummod")
        ]
        if (
            s.tags[v] != "VBG"
            or s.lemmas[v] not in _OF_PEOPLE
            or not people
            or min(s.subtree(people[0])) <= v
        ):
            continue
        attach(s, people[0], s.heads[v], "pobj")
        rehang(s, list(s.children[v]), people[0])
        attach(s, v, people[0], "amod")
        s.pos[v] = "ADJ"
