"""More of what the parser gets wrong in news: clauses and names that hang at the wrong word.

Like :mod:`dragoman.coding.repairs`, each function knows one construction by its shape and
changes the sentence in place.
"""

from __future__ import annotations

import re

from dragoman.coding.frames import TIME_NOUNS, is_calendar
from dragoman.coding.grammar import PLOTS, in_which
from dragoman.coding.people import PERSON_NOUNS, TITLES, looks_personal
from dragoman.coding.trees import FINITE, WEEKDAYS, attach
from dragoman.language import Sentence


def _doing_beside_object(s: Sentence) -> None:
    """ "Chad condemns raids and targeting nurses": what it condemns, and no deed of Chad."""
    for v in s.labelled("conj", 4):
        verb = s.heads[v]
        if s.tags[v] != "VBG" or s.tags[verb] not in ("VBZ", "VBP", "VBD") or s.words[v - 1] != "and":
            continue
        what = [o for o in s.kids(verb, "dobj") if verb < o < v]
        if not what or s.kids(v, "nsubj", "aux") or s.kids(verb, "advcl", "conj") != [v]:
            continue
        if s.words[v - 2] == "," or s.kids(verb, "aux"):
            continue
        attach(s, v, what[-1], "conj")
        attach(s, v - 1, what[-1], "cc")


def _renamed_then_told_of(s: Sentence) -> None:
    """ "ties with Syria, the main broker there, which broke with him": the broker is Syria."""
    for r in s.labelled("relcl", 5):
        noun = s.heads[r]
        if s.pos[noun] != "NOUN" or s.deps[noun] not in ("dobj", "conj", "npadvmod", "dep") or noun > r:
            continue
        first, last = min(s.subtree(noun)), [k for k in s.subtree(noun) if k < min(s.subtree(r))]
        name = first - 2
        closed = bool(last) and s.words[last[-1]] == "," and s.words[first - 1] == ","
        if name < 1 or not closed or s.words[first].lower() not in ("the", "a", "an"):
            continue
        if s.pos[name] == "PROPN" and s.deps[name] in ("pobj", "dobj") and s.heads[noun] < name:
            attach(s, noun, name, "appos")


_RULING = frozenset("government authority regime junta administration cabinet leadership ruler".split())


def _government_in(s: Sentence) -> None:
    """ "put the government in Juba on notice": the government there, whatever is done to it."""
    for p in s.labelled("prep"):
        noun = p - 1
        if s.words[p].lower() != "in" or noun < 1 or s.lemmas[noun] not in _RULING or s.heads[p] == noun:
            continue
        where = s.kids(p, "pobj")
        if s.pos[noun] == "NOUN" and len(where) == 1 and where[0] == p + 1 and s.pos[where[0]] == "PROPN":
            attach(s, p, noun, "prep")


_SUM = re.compile(
    r"^(?:(?:US|HK|NZ|NT|[ACRS])\$|RM|Rs\.?|K[Ss]h\.?|[UT]?Sh\.?|Tk\.?|PHP|EUR|USD|GBP)\d[\d.,]*$"
)


_DIGIT = re.compile(r"\d")


def is_sum(word: str) -> bool:
    """True for a sum of money in one word: "RM210", "Rs5,000", "US$3.9"."""
    return _SUM.match(word) is not None


def repair(s: Sentence) -> None:
    """Apply every repair of this room."""
    _active_after_all(s)
    _recognised_by(s)
    _blame_on(s)
    _who_they_said(s)
    _in_three_provinces(s)
    _underway_between(s)
    _against_behind_places(s)
    _first_to_be(s)
    _sums(s)
    _adjective_as_object(s)
    _left_for(s)
    _noun_after_article(s)
    _name_before_who(s)
    _found_guilty(s)
    _object_before_by(s)
    _complaint_against(s)
    _by_no_agent(s)
    _relative_as_content(s)
    _claims_in_a_row(s)
    _subject_behind_day(s)
    _sum_in_a_name(s)
    _time_behind_object(s)
    _distance_behind_object(s)
    _object_as_apposition(s)
    _title_before_name(s)
    _persona_non_grata(s)
    _modal_for_a_name(s)
    _rather_than(s)
    _name_of_the_person(s)
    _comment_at_the_end(s)
    _what_it_called(s)
    _to_a_noun(s)
    _to_pressure(s)
    _verb_before_object(s)
    _people_doing(s)
    _people_wanted(s)
    _crowd_demanding(s)
    _place_before_participle(s)
    _police_seizing(s)
    _aim_of_a_plot(s)
    _led_to_do(s)
    _aged(s)
    _share_of_the_owner(s)
    _deeds_in_a_relative_clause(s)
    _clause_before_semicolon(s)
    _said_is_no_subject(s)
    _deed_of_the_sayer(s)
    _as_did_others(s)
    _voted_to(s)
    _alive_from(s)
    _wanted_done(s)
    _doing_beside_object(s)
    _renamed_then_told_of(s)
    _whence_they_are(s)
    _done_too(s)
    _two_of_two_countries(s)
    _deeds_in_which(s)
    _many_who(s)
    _several_by_name(s)
    _and_the_adviser(s)
    _which_somebody_did(s)
    _government_in(s)
    _done_as_well(s)


def _deeds_in_which(s: Sentence) -> None:
    """ "The army sent tanks after riots in which youths burned offices, looted shops": the youths looted."""
    for v in range(3, len(s)):
        verb = s.heads[v]
        joined = s.deps[v] in ("conj", "advcl") and s.tags[v] in ("VBD", "VBN") and bool(s.kids(v, "dobj"))
        if not joined or s.tags[verb] != "VBD" or s.kids(v, "nsubj", "aux", "mark", "advmod"):
            continue
        if s.words[v - 1] != "," and s.deps[v - 1] != "cc":
            continue
        inner = [r for r in range(verb + 1, v) if s.tags[r] in FINITE]
        if inner and s.deps[inner[-1]] == "relcl" and _in_which(s, inner[-1]):
            attach(s, v, inner[-1], "conj")
            s.tags[v] = "VBD"


_STATES = frozenset(
    "ally neighbour neighbor country nation state power rival partner foe republic patron".split()
)
_COUNTS_OF_TWO = frozenset({"two", "both", "three", "four"})


def _several_by_name(s: Sentence) -> None:
    """ "urged the North's allies, China and Russia, to help": they are these two, and no third party."""
    if s.bag.isdisjoint(_STATES):
        return
    for name in [i for dep in ("conj", "appos") for i in s.labelled(dep, 3)]:
        noun = s.heads[name]
        if s.tags[noun] != "NNS" or s.lemmas[noun] not in _STATES or s.pos[name] != "PROPN" or noun > name:
            continue
        named = [name]
        while more := [c for c in s.kids(named[-1], "conj") if s.pos[c] == "PROPN"]:
            named.append(more[0])
        first, last = min(s.subtree(name)), named[-1]
        between = s.words[noun + 1 : last]
        closed = last + 1 < len(s) and s.words[last + 1] == ","
        counted = any(s.lemmas[c] in _COUNTS_OF_TWO for c in s.children[noun] if c < noun)
        joined = len(named) > 1 and "and" in between and s.words[first - 1] == "," and first == noun + 2
        if joined and (closed or counted) and all(s.pos[k] != "NOUN" for k in range(noun + 1, last)):
            attach(s, name, s.heads[noun], s.deps[noun])
            attach(s, noun, name, "dep")


def _and_the_adviser(s: Sentence) -> None:
    """ "Riza and UN adviser General Joseph Baril met": two people, not one name."""
    for i in [i for dep in ("nmod", "compound") for i in s.labelled(dep)]:
        name = s.heads[i]
        role = [c for c in s.kids(i, "conj") if s.pos[c] == "NOUN" and s.words[c].islower() and i < c < name]
        joined = i + 1 < len(s) and s.words[i + 1].lower() == "and"
        named = s.pos[name] == "PROPN" and s.kids(name, "compound")
        if role and joined and named and s.words[i][:1].isupper() and not s.kids(i, "det", "poss"):
            attach(s, i, s.heads[name], s.deps[name])
            attach(s, name, i, "conj")
            attach(s, role[0], name, "compound")
            s.pos[i], s.tags[i] = "PROPN", "NNP"


_TITLES = frozenset(
    "mr mrs ms dr sir president minister chancellor premier king queen pope general gen secretary "
    "chairman".split()
)


def _many_who(s: Sentence) -> None:
    """ "three judges named by Mr Ada Nkosi, who have been accused": a plural verb is of no single person."""
    for v in s.labelled("relcl", 4):
        name = s.heads[v]
        who = [k for k in s.kids(v, "nsubj", "nsubjpass") if s.lemmas[k] == "who"]
        verb = next((a for a in s.kids(v, "aux", "auxpass")), v)
        plural = s.words[verb].lower() in ("have", "are", "were")
        if not who or not plural or s.tags[name] != "NNP" or s.kids(name, "conj") or name > v:
            continue
        titled = any(s.lemmas[c].rstrip(".") in _TITLES for c in s.kids(name, "compound"))
        described = s.deps[name] == "appos" and s.tags[s.heads[name]] in ("NN", "NNP")
        people = [a for a in s.ancestors(name) if s.tags[a] == "NNS" and a < name]
        if (titled or described) and people and s.deps[people[0]] != "appos":
            attach(s, v, people[0], "relcl")


def _which_somebody_did(s: Sentence) -> None:
    """ "deliveries, which the group halted": a clause on the deliveries, and no halted group."""
    for w in range(2, len(s) - 2):
        if s.words[w].lower() != "which" or s.deps[w] not in ("appos", "dep") or s.heads[w] > w:
            continue
        thing = s.heads[w]
        for doer in s.kids(w, "nsubj"):
            done = [v for v in s.kids(doer, "acl") if s.tags[v] in ("VBN", "VBD") and v > doer]
            if done:
                attach(s, done[0], thing, "relcl")
                attach(s, doer, done[0], "nsubj")
                attach(s, w, done[0], "dobj")
                s.tags[done[0]] = "VBD"


def _done_as_well(s: Sentence) -> None:
    """ "He was arrested while trying to leave and shot dead": no infinitive is joined to a past tense."""
    for v in range(3, len(s)):
        verb = s.heads[v]
        if s.deps[v] != "conj" or s.tags[v] not in ("VBD", "VBN") or s.tags[verb] not in ("VB", "VBG"):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        gerund = (
            s.tags[v] == "VBD" and s.deps[verb] == "xcomp"
        )  # "ruled out stepping down and offered to talk"
        if not (s.kids(verb, "aux") if s.tags[verb] == "VB" else gerund):
            continue
        above = next(
            (u for u in s.ancestors(verb) if s.tags[u] in ("VBD", "VBN") and _has_subject(s, u)), None
        )
        perfect = above is not None and any(s.lemmas[a] == "have" for a in s.kids(above, "aux"))
        if above is not None and (s.kids(above, "auxpass") or s.tags[v] == "VBD" or perfect):
            attach(s, v, above, "conj")
            if s.kids(above, "auxpass") and not s.kids(v, "dobj"):
                s.tags[v] = "VBN"


def _has_subject(s: Sentence, v: int) -> bool:
    return bool(s.kids(v, "nsubj", "nsubjpass"))


def _in_which(s: Sentence, r: int) -> bool:
    """True for a clause "in which somebody did something", with a subject of its own."""
    own = [k for k in s.kids(r, "nsubj") if s.pos[k] in ("NOUN", "PROPN")]
    return bool(own) and bool(s.kids(r, "dobj")) and in_which(s, r)


_SHORT_SUM = re.compile(r"\d[\d.,]*(bn|mn|m|tn)")
_LONG = {"bn": "billion", "tn": "trillion"}
_CURRENCIES = frozenset("$£€¥₹₦₽")


def _sums(s: Sentence) -> None:
    """ "$3.8bn": billions, as any lexicon of money has them."""
    for i in range(1, len(s)):
        short = _SHORT_SUM.fullmatch(s.words[i]) if s.words[i - 1][-1:] in _CURRENCIES else None
        if short is not None:
            s.lemmas[i] = _LONG.get(short[1], "million")
            s.bag |= {s.lemmas[i]}
        elif s.words[i] == "m" and s.ends[i - 1] == s.starts[i] and s.words[i - 1][:1].isdigit():
            if s.heads[i - 1] != i:  # "€ 4.7 m"
                attach(s, i, s.heads[i - 1], s.deps[i - 1])
                attach(s, i - 1, i, "compound")
            s.lemmas[i], s.pos[i], s.tags[i] = "million", "NUM", "CD"
            s.bag |= {"million"}


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


def _in_three_provinces(s: Sentence) -> None:
    """ "fought his forces in Darfur, Blue Nile and South Kordofan": three places, no three foes."""
    for p in s.labelled("prep", 1):
        noun = s.heads[p]
        if s.lemmas[p] not in ("in", "across", "around") or s.pos[noun] != "NOUN" or noun > p:
            continue
        first = [o for o in s.kids(p, "pobj") if s.pos[o] == "PROPN"]
        after = first[0] + 1 if first else len(s)
        if after >= len(s) or s.words[after] != ",":
            continue
        for c in [c for c in s.kids(noun, "conj") if c > after and s.pos[c] == "PROPN"]:
            listed = all(s.pos[i] == "PROPN" or i == c for i in range(after + 1, c + 1))
            if listed and s.kids(c, "conj", "cc"):
                attach(s, c, first[0], "conj")


_PEOPLE = frozenset("man woman boy girl suspect people gunman militant fighter rebel student".split())
_SAYING = frozenset("say believe suspect claim allege think fear report".split())


def _who_they_said(s: Sentence) -> None:
    """ "killed four men they said were planning raids", "a raid, which he said forced many to flee"."""
    for said in range(2, len(s) - 1) if not s.bag.isdisjoint(_SAYING) else ():
        if s.lemmas[said] not in _SAYING or s.deps[said] not in ("relcl", "parataxis", "ccomp", "acl"):
            continue
        speakers = s.kids(said, "nsubj")
        done = [v for v in s.kids(said, "ccomp") if v > said and not s.kids(v, "nsubj", "nsubjpass", "mark")]
        if len(done) != 1 or len(speakers) != 1 or not said - 1 <= speakers[0] + 1 <= said:
            continue
        first = min(s.subtree(speakers[0]))
        man = [c for c in s.kids(speakers[0], "compound") if s.lemmas[c] in PERSON_NOUNS | _PEOPLE]
        if man and s.words[speakers[0]].lower() in ("police", "officials", "prosecutors", "authorities"):
            attach(s, man[0], s.heads[said], "dobj")  # "a man police said was armed"
            for c in [c for c in s.children[speakers[0]] if c < man[0]]:
                attach(s, c, man[0], s.deps[c])
            first = man[0] + 1
        which = [c for c in range(first - 1, max(first - 2, 0), -1) if s.tags[c] in ("WDT", "WP")]
        noun = first - 1 - len(which) - (1 if which and s.words[first - 2] == "," else 0)
        finite = s.tags[done[0]] in FINITE or any(
            s.tags[a] in FINITE for a in s.kids(done[0], "aux", "auxpass")
        )
        if noun < 0 or s.pos[noun] not in ("NOUN", "PROPN", "PRON", "NUM") or not finite:
            continue
        attach(s, done[0], noun, "relcl")
        attach(s, said, done[0], "parataxis")
        for w in which:
            attach(s, w, done[0], "nsubjpass" if s.kids(done[0], "auxpass") else "nsubj")


_OF_TWO = frozenset(
    "talk talks negotiation discussion dialogue fighting clash battle consultation "
    "skirmish gunfight firefight shootout summit".split()
)
_GOING_ON = frozenset(
    "be occur erupt break take begin start resume continue flare rage happen ensue hold".split()
)


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


def _adjective_as_object(s: Sentence) -> None:
    """ "gave the Iranian envoys two days": one object, and no Iranian beside the envoys."""
    for i in range(1, len(s) - 1):
        same = s.heads[i] == s.heads[i + 1] and s.deps[i] in ("dobj", "dative") and s.deps[i + 1] == "dobj"
        if same and s.tags[i] == "JJ" and s.tags[i + 1] in ("NN", "NNS") and not s.kids(i + 1, "det"):
            for c in list(s.children[i]):
                attach(s, c, i + 1, s.deps[c])
            attach(s, i, i + 1, "amod")


def _noun_after_article(s: Sentence) -> None:
    """ "the bloc": no name, whatever the tagger says."""
    for i in range(1, len(s)):
        if (
            s.tags[i] == "NNP"
            and s.words[i].islower()
            and any(s.lemmas[d] == "the" for d in s.kids(i, "det"))
        ):
            s.pos[i], s.tags[i] = "NOUN", "NN"
        elif (
            s.tags[i] in ("VBZ", "VBP")
            and s.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj")
            and s.kids(i, "det", "compound", "poss")
        ):  # "the bank accounts were frozen"
            s.pos[i], s.tags[i] = "NOUN", "NNS" if s.tags[i] == "VBZ" else "NN"


def _name_before_who(s: Sentence) -> None:
    """ "Onnoghen, who was chief justice, was charged": a name and the subject, no adverb."""
    for i in range(len(s) - 3):
        if s.deps[i] not in ("advmod", "npadvmod", "dep") or not s.words[i][:1].isupper():
            continue
        who = s.words[i + 1] == "," and s.words[i + 2].lower() in ("who", "whose")
        verb = s.heads[i]
        if who and verb > i and s.kids(i, "relcl") and not s.kids(verb, "nsubj", "nsubjpass"):
            s.pos[i], s.tags[i] = "PROPN", "NNP"
            s.deps[i] = "nsubjpass" if s.kids(verb, "auxpass") else "nsubj"


def _relative_as_content(s: Sentence) -> None:
    """ "declared an emergency on Monday that suspends rights": the clause tells of the noun."""
    for c in s.labelled("ccomp"):
        v = s.heads[c]
        if v > c or s.kids(c, "mark"):
            continue
        subject = s.kids(c, "nsubj")
        if not subject or s.lemmas[subject[0]] != "that" or subject[0] > c or s.pos[subject[0]] != "PRON":
            continue
        things = [o for o in s.kids(v, "dobj") if v < o < subject[0] and s.pos[o] in ("NOUN", "PROPN")]
        if things and s.words[subject[0] - 1] != ":":
            attach(s, c, things[-1], "relcl")


def _claims_in_a_row(s: Sentence) -> None:
    """ "demand that X close, that Y quit and that …": the second claim is not the main clause."""
    root = s.root
    for c in sorted({s.heads[m] for m in s.labelled("mark") if s.lemmas[m] == "that"}):
        that = [m for m in s.kids(c, "mark") if s.lemmas[m] == "that"]
        claimed = s.kids(c, "nsubj", "nsubjpass") and that
        if claimed and s.deps[c] == "ccomp" and s.pos[c] == "NOUN" and s.words[c] == s.lemmas[c]:
            s.pos[c], s.tags[c] = "VERB", "VB"
        listed = s.deps[c] in ("appos", "dep", "parataxis") or (
            s.deps[c] == "advcl" and bool(that) and s.words[that[0] - 1] in (",", "and")
        )
        if claimed and listed and s.deps[s.heads[c]] == "ccomp":
            s.deps[c] = "conj"
    marks = [m for m in s.kids(root, "mark", "dobj") if s.lemmas[m] == "that" and s.tags[m] == "IN"]
    if not marks or marks[0] > root:
        return
    for c in s.kids(root, "ccomp"):
        below = [i for i in s.subtree(c) if s.deps[i] == "ccomp" and s.kids(i, "mark") and i < root]
        if c < root and below:
            attach(s, c, c, "ROOT")
            attach(s, root, below[-1], "conj")
            return


def _subject_behind_day(s: Sentence) -> None:
    """ "Late on Friday police used …": two nouns under one preposition, the second a subject."""
    for p in s.labelled("prep"):
        objects, verb = s.kids(p, "pobj"), s.heads[p]
        if len(objects) != 2 or s.pos[verb] != "VERB" or p > verb:
            continue
        day, subject = objects
        if s.lemmas[day] in WEEKDAYS and subject < verb and not s.kids(verb, "nsubj", "nsubjpass"):
            attach(s, subject, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")


def _sum_in_a_name(s: Sentence) -> None:
    """ "fined the MP RM210 million": the sum is no part of the name before it."""
    for i in range(1, len(s)) if _DIGIT.search(s.text) else ():
        if not is_sum(s.words[i]):
            continue
        head = s.heads[i] if s.words[s.heads[i]] in ("million", "billion") else i
        people = [c for c in s.kids(head, "compound", "nmod") if c < i and s.pos[c] in ("NOUN", "PROPN")]
        if not people or s.deps[head] not in ("dobj", "pobj"):
            continue
        noun = people[-1]
        attach(s, noun, s.heads[head], s.deps[head])
        for c in [c for c in s.children[head] if c < i and c != noun]:
            attach(s, c, noun, s.deps[c])
        attach(s, head, s.heads[noun], "npadvmod")


_UNITS_OF_TIME = frozenset("minute hour day week month year".split())


def _object_as_apposition(s: Sentence) -> None:
    """ "Court sentences Post reporter to prison": a verb has no appositions."""
    for i in s.labelled("appos", 2):
        v = s.heads[i]
        near = i > v and all(s.pos[k] in ("PROPN", "NOUN", "ADJ", "DET", "NUM") for k in range(v + 1, i))
        if s.pos[v] == "VERB" and near and not s.kids(v, "dobj") and s.pos[i] in ("NOUN", "PROPN"):
            attach(s, i, v, "dobj")


def _time_behind_object(s: Sentence) -> None:
    """ "arrests opposition chief days before the election": the days are no chief's, and no object."""
    for i in range(2, len(s) - 1) if not s.bag.isdisjoint(_UNITS_OF_TIME) else ():
        if s.tags[i] != "NNS" or s.lemmas[i] not in _UNITS_OF_TIME:
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
        for c in [c for c in s.children[i] if c < noun]:
            attach(s, c, noun, s.deps[c])
        attach(s, i, verb, "npadvmod")


_LENGTHS = frozenset("mile kilometer kilometre meter metre km yard foot".split())


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
        for c in [c for c in s.children[i] if c < noun]:
            attach(s, c, noun, s.deps[c])
        attach(s, i, noun, "npadvmod")


def _led_to_do(s: Sentence) -> None:
    """ "Two were shot, leading the ministry in Kyiv to warn Minsk": the ministry warned it."""
    for v in s.labelled("advcl", 3):
        verb = s.heads[v]
        if s.tags[v] != "VB" or s.lemmas[verb] not in ("lead", "prompt", "cause", "force", "push", "drive"):
            continue
        moved = [o for o in s.kids(verb, "dobj") if verb < o < v]
        if moved and s.words[v - 1] == "to" and not s.kids(verb, "xcomp", "ccomp"):
            s.deps[v] = "xcomp"


_NOT_WELCOME = ("persona", "personae", "personas"), ("grata", "gratae", "gratas")


def _persona_non_grata(s: Sentence) -> None:
    """ "declared three diplomats personae non gratae": Latin that tells what they are, and no verb."""
    for n in range(1, len(s) - 1) if "non" in s.bag else ():
        words = s.words[n - 1].lower(), s.words[n + 1].lower()
        if s.words[n].lower() != "non" or any(
            w not in fit for w, fit in zip(words, _NOT_WELCOME, strict=True)
        ):
            continue
        verb = next((v for v in range(n - 2, -1, -1) if s.lemmas[v] == "declare" and s.pos[v] == "VERB"), -1)
        if verb < 0:
            continue
        for x in (n - 1, n, n + 1):
            s.pos[x], s.tags[x] = "NOUN", "NN"
        s.lemmas[n - 1], s.lemmas[n], s.lemmas[n + 1] = "persona", "non", "grata"
        for c in [c for x in (n - 1, n, n + 1) for c in s.children[x] if c not in (n - 1, n, n + 1)]:
            whom = c < n and s.pos[c] in ("NOUN", "PROPN") and not s.kids(verb, "dobj", "nsubjpass")
            attach(s, c, verb, "dobj" if whom else s.deps[c])
        attach(s, n + 1, verb, "oprd")
        attach(s, n, n + 1, "compound")
        attach(s, n - 1, n + 1, "compound")


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


def _modal_for_a_name(s: Sentence) -> None:
    """ "Prime Minister May announces": a name, as what follows is finite."""
    for i in range(1, len(s) - 1) if s.bag & {"may", "will", "can"} else ():
        if s.tags[i] != "MD" or not s.words[i].istitle() or s.lemmas[i - 1].lower() not in TITLES:
            continue
        verb = s.heads[i]
        before = [n for n in s.kids(verb, "nsubj") if n == i - 1]
        if not before or s.tags[verb] not in ("VBZ", "VBD"):
            continue
        s.pos[i], s.tags[i] = "PROPN", "NNP"
        attach(s, i, verb, "nsubj")
        for c in s.kids(i - 1):
            attach(s, c, i, s.deps[c])
        attach(s, i - 1, i, "compound")


def _title_before_name(s: Sentence) -> None:
    """ "and acting Justice Minister Ada Nkosi": a title and its name, not two people."""
    for h in range(1, len(s)):
        if s.pos[h] != "PROPN" or s.deps[h] not in ("dobj", "nsubj", "pobj", "conj"):
            continue
        first = min([c for c in s.kids(h, "compound") if c < h], default=h)
        title = first - 1
        if title < 1 or s.lemmas[title].lower() not in TITLES or s.pos[title] not in ("PROPN", "NOUN"):
            continue
        same = s.deps[title] == "conj" or s.heads[title] == s.heads[h]
        if not same or s.heads[title] == h or s.heads[title] > h:
            continue
        attach(s, h, s.heads[title], s.deps[title])
        attach(s, title, h, "compound")


def _name_of_the_person(s: Sentence) -> None:
    """ "the commander of the guard, Idris Deby": the name is the person's, not the body's."""
    for name in s.labelled("appos", 2):
        body = s.heads[name]
        if s.deps[body] != "pobj" or name < body or s.pos[name] != "PROPN":
            continue
        prep = s.heads[body]
        person = s.heads[prep]
        if s.lemmas[prep] not in ("of", "for", "in") or s.lemmas[person] not in PERSON_NOUNS:
            continue
        abroad = any(s.lemmas[p] == "to" for p in s.kids(person, "prep"))
        if s.pos[person] != "NOUN" or s.tags[person] == "NNS" or s.kids(person, "appos") or abroad:
            continue
        first = min(s.subtree(name))
        if s.words[first - 1] == "," and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, person, "appos")
    _name_of_the_nearer(s)
    _name_at_the_end(s)


def _name_of_the_nearer(s: Sentence) -> None:
    """ "The general, who is an aide of the party leader, Ada Nkosi, promised": she is the leader."""
    for name in s.labelled("appos", 4):
        far, first = s.heads[name], min(s.subtree(name))
        near = first - 2
        if near <= far or s.words[first - 1] != "," or s.pos[name] != "PROPN" or s.pos[far] != "NOUN":
            continue
        inside = any(near in s.subtree(r) for r in s.kids(far, "relcl", "acl"))
        role = s.pos[near] == "NOUN" and s.tags[near] == "NN" and s.lemmas[near] in PERSON_NOUNS
        if inside and role and not s.kids(near, "appos") and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, near, "appos")


def _name_at_the_end(s: Sentence) -> None:
    """ "arrested the head of the guard, Ada Nkosi.": the name is that of the one arrested."""
    for name in range(3, len(s)):
        if s.deps[name] not in ("npadvmod", "oprd", "dep", "attr") or s.pos[name] != "PROPN":
            continue
        first = min(s.subtree(name))
        people = [o for o in s.kids(s.heads[name], "dobj") if o < first and s.lemmas[o] in PERSON_NOUNS]
        if not people or s.words[first - 1] != "," or s.kids(people[-1], "appos"):
            continue
        beside = max(s.subtree(people[-1])) in (first - 1, first - 2)
        if beside and s.tags[people[-1]] == "NN" and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, people[-1], "appos")


_COMMENTS = frozenset(
    "ruling move decision step act measure charge claim verdict gesture sign blow escalation development "
    "setback demand position sentence allegation accusation recommendation proposal request warning pledge "
    "promise offer call appeal plea view".split()
)


def _comment_at_the_end(s: Sentence) -> None:
    """ "sent him to prison, a ruling that stoked unrest": it speaks of it all and fills no place."""
    for n in range(3, len(s)) if not s.bag.isdisjoint(_COMMENTS) else ():
        if s.lemmas[n] not in _COMMENTS or s.deps[n] not in (
            "dobj",
            "appos",
            "conj",
            "npadvmod",
            "oprd",
            "attr",
        ):
            continue
        first = min(s.subtree(n))
        if s.words[first - 1] != "," or s.lemmas[first] != "a" or not s.kids(n, "relcl"):
            continue
        attach(s, n, s.root, "parataxis")


_CALLING = frozenset("call term dub brand label consider deem".split())
_SEEING_AS = frozenset("describe see regard characterise characterize portray denounce".split())


def _what_it_called(s: Sentence) -> None:
    """ "condemned what it called a coup": the coup is condemned."""
    for c in range(2, len(s)):
        above = s.heads[c]
        if s.deps[c] not in ("ccomp", "pcomp", "dobj") or s.words[c - 2].lower() != "what" or above > c:
            continue
        noun = _named_thing(s, c)
        if noun is None:
            continue
        dep = "pobj" if s.deps[c] == "pcomp" else "dobj"
        attach(s, noun, above, dep)
        attach(s, c, noun, "dep")


def _named_thing(s: Sentence, c: int) -> int | None:
    """What "what he called …" calls it."""
    if s.lemmas[c] in _CALLING:
        found = [o for o in s.kids(c, "oprd", "dobj", "attr") if o > c]
    elif s.lemmas[c] in _SEEING_AS:
        found = [o for p in s.kids(c, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
    elif s.lemmas[c] == "say":
        found = [o for b in s.kids(c, "ccomp") if s.lemmas[b] == "be" for o in s.kids(b, "attr")]
    else:
        found = []
    nouns = [o for o in found if s.pos[o] in ("NOUN", "PROPN")]
    return nouns[0] if nouns else None


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


_CROWDED = frozenset(
    "try attempt seek demand protest march gather wait flee chant block throw hurl carry wave call shout "
    "oppose camp demonstrate rally besiege storm riot loot picket".split()
)


def _people_doing(s: Sentence) -> None:
    """ "fired on demonstrators trying to storm parliament": it is they who try."""
    for v in s.labelled("advcl", 1):
        people = v - 1
        if s.tags[v] != "VBG" or s.lemmas[v] not in _CROWDED:
            continue
        if (
            s.tags[people] == "NNS"
            and s.deps[people] in ("pobj", "dobj", "nsubjpass")
            and not s.kids(v, "nsubj")
        ):
            attach(s, v, people, "acl")


_SOUGHT = frozenset(
    "want accuse suspect believe charge convict sentence arrest detain hold jail wound injure strand "
    "trap".split()
)


def _people_wanted(s: Sentence) -> None:
    """ "led away seven officials wanted in Peru": they are led away, and wanted; nobody wanted anything."""
    for c in s.labelled("ccomp", 3) if not s.bag.isdisjoint(_PARTICIPLES) else ():
        v = s.heads[c]
        whom = [n for n in s.kids(c, "nsubj") if v < n == c - 1]
        if s.lemmas[c] not in _SOUGHT or s.tags[c] not in ("VBD", "VBN") or not whom or s.tags[v] == "VB":
            continue
        if s.kids(c, "dobj", "ccomp", "aux", "auxpass", "mark", "neg") or s.kids(v, "dobj", "mark"):
            continue
        if not s.kids(v, "prt", "advmod") or s.tags[whom[0]] not in ("NNS", "NN"):
            continue
        s.tags[c] = "VBN"
        attach(s, whom[0], v, "dobj")
        attach(s, c, whom[0], "acl")


_PARTICIPLES = frozenset(
    "wanted accused suspected believed charged convicted sentenced arrested detained held jailed wounded "
    "injured stranded trapped".split()
)
_VOICED = frozenset("demand call chant shout accuse protest denounce urge warn vow".split())
_STAGED = frozenset(
    "besiege surround storm picket block occupy march rally gather blockade ring encircle barricade".split()
)


def _crowd_demanding(s: Sentence) -> None:
    """ "Thousands besieged the party headquarters demanding weapons": the thousands do, no headquarters."""
    for v in s.labelled("acl", 3):
        thing = s.heads[v]
        verb = s.heads[thing] if s.deps[thing] == "dobj" else s.heads[s.heads[thing]]
        if s.tags[v] != "VBG" or s.lemmas[v] not in _VOICED or s.lemmas[verb] not in _STAGED:
            continue
        if s.tags[thing] != "NNS" or s.lemmas[thing] in ("headquarters", "barrack"):
            attach(s, v, verb, "advcl")
    for v in [*s.labelled("acl", 4), *s.labelled("pcomp", 4)]:  # "marched through Kinshasa demanding war"
        above = next((a for a in s.ancestors(v) if s.pos[a] == "VERB"), None)
        names = [t for t in s.kids(v, "nsubj") if s.pos[t] == "PROPN" and s.deps[v] == "pcomp"]
        place = bool(names) or s.deps[s.heads[v]] == "pobj"
        if above is not None and place and s.tags[v] == "VBG" and s.lemmas[v] in _VOICED:
            people = any(s.tags[t] == "NNS" for t in s.kids(above, "nsubj"))
            if people and s.lemmas[above] in _THRONGING:
                for t in names:
                    attach(s, t, s.heads[v], "pobj")
                attach(s, v, above, "advcl")


_THRONGING = frozenset(
    "swarm pour march stream parade surge throng walk flood gather rally mass demonstrate".split()
)


_TOWNS = frozenset("capital city town village district suburb province region port".split())


def _place_before_participle(s: Sentence) -> None:
    """ "a protest in the capital Lima calling for a vote": the protest calls for it, Lima does not."""
    for v in s.labelled("acl", 3):
        name = v - 1
        if s.tags[v] != "VBG" or s.heads[name] != v or s.deps[name] != "nsubj":
            continue
        if s.pos[name] == "PROPN" and s.lemmas[name - 1] in _TOWNS and s.deps[name - 1] == "pobj":
            attach(s, name, name - 1, "appos")
            doers = [o for p in s.kids(s.heads[v], "prep", "agent") for o in s.kids(p, "pobj")]
            people = [o for o in doers if s.tags[o] == "NNS" and s.lemmas[s.heads[o]] in ("by", "of")]
            attach(s, v, people[0] if people else s.heads[v], "acl")
    for v in s.labelled("advcl", 4):  # "derailed in Tabas, Iran injuring 30": it injured them, not Iran
        name, town = v - 1, v - 3
        if s.tags[v] != "VBG" or s.heads[name] != v or s.deps[name] != "nsubj" or s.words[v - 2] != ",":
            continue
        if s.pos[name] == s.pos[town] == "PROPN" and s.deps[town] == "pobj" and not s.children[name]:
            attach(s, name, town, "appos")


def _aged(s: Sentence) -> None:
    """ "A 14-year-old student was held": how old he is, no time of the deed."""
    for year in s.labelled("npadvmod", 2) if "old" in s.bag else ():
        old = year + 2
        if s.lemmas[year] != "year" or old >= len(s) or s.words[old].lower() != "old":
            continue
        who = s.heads[old]
        if (
            s.words[year + 1] == "-"
            and s.deps[old] == "amod"
            and s.words[who].islower()
            and s.heads[year] != old
        ):
            attach(s, year, old, "npadvmod")


def _share_of_the_owner(s: Sentence) -> None:
    """ "Trump's 25% tariffs": his tariffs, and no per cent of his."""
    for p in s.labelled("poss") if "%" in s.bag or "percent" in s.bag else ():
        cent = s.heads[p]
        if (
            s.words[cent] in ("%", "percent")
            and s.deps[cent] in ("compound", "nmod")
            and s.heads[cent] > cent
        ):
            attach(s, p, s.heads[cent], "poss")


def _aim_of_a_plot(s: Sentence) -> None:
    """ "Police foiled a plot to kill him": whoever plotted was to kill him, not the police."""
    for v in (*s.labelled("advcl", 3), *s.labelled("xcomp", 3)) if not s.bag.isdisjoint(PLOTS) else ():
        plots = [o for o in s.kids(s.heads[v], "dobj") if s.lemmas[o] in PLOTS and o < v]
        if plots and s.tags[v] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(v, "aux")):
            attach(s, v, plots[-1], "acl")


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


def _two_of_two_countries(s: Sentence) -> None:
    """ "Theresa May of Britain and Bernard Cazeneuve of France": two people."""
    for other in s.labelled("conj", 3):
        home = s.heads[other]
        if s.deps[home] != "pobj" or s.pos[other] != "PROPN":
            continue
        prep = s.heads[home]
        person = s.heads[prep]
        if s.lemmas[prep] != "of" or s.pos[person] != "PROPN" or not s.kids(person, "compound"):
            continue
        if s.kids(other, "compound") and any(s.lemmas[p] == "of" for p in s.kids(other, "prep")):
            attach(s, other, person, "conj")


def _deeds_in_a_relative_clause(s: Sentence) -> None:
    """ "denied a role in the coup, in which soldiers bombed it, blocked roads and killed …": theirs."""
    for v in s.labelled("conj"):
        main = s.heads[v]
        if s.pos[v] != "VERB" or s.pos[main] != "VERB" or s.kids(v, "nsubj", "nsubjpass"):
            continue
        perfect = any(s.lemmas[a] == "have" for a in s.kids(main, "aux")) and s.tags[v] == "VBD"
        listed = s.words[v - 1] == "," and bool(s.kids(v, "conj"))
        inner = [
            r
            for r in range(main + 1, v)
            if s.deps[r] == "relcl" and s.tags[r] == "VBD" and s.kids(r, "nsubj") and main in s.ancestors(r)
        ]
        if perfect and listed and inner:
            attach(s, v, inner[-1], "conj")


def _clause_before_semicolon(s: Sentence) -> None:
    """ "Eight people drowned in the river; agents saved 37 others": two clauses with a subject each."""
    for v in range(len(s)) if ";" in s.words else ():
        own = s.kids(v, "nsubj")
        if len(own) < 2 or s.pos[v] != "VERB":
            continue
        first, second = own[0], own[-1]
        between = [k for k in range(first, second) if s.words[k] == ";"]
        verbs = [
            w for w in s.kids(first, "acl") if s.tags[w] in ("VBN", "VBD") and between and w < between[0]
        ]
        if verbs and not s.kids(verbs[0], "agent"):
            s.tags[verbs[0]] = "VBD"
            attach(s, verbs[0], v, "parataxis")
            attach(s, first, verbs[0], "nsubj")


def _said_is_no_subject(s: Sentence) -> None:
    """ "promised that abuses would be investigated": the promise is the main verb, and no subject."""
    for v in range(len(s) - 2):
        r = s.heads[v]
        if s.deps[v] not in ("csubj", "csubjpass") or s.tags[v] not in ("VBD", "VBZ") or r < v:
            continue
        if not s.kids(v, "nsubj") or s.words[v + 1].lower() != "that":
            continue
        head, dep = (v, "ROOT") if s.heads[r] == r else (s.heads[r], s.deps[r])
        subject = [o for o in s.kids(v, "dobj", "nsubj") if v < o < r]
        attach(s, v, head, dep)
        attach(s, r, v, "ccomp")
        if subject:
            attach(s, subject[0], r, "nsubjpass" if s.kids(r, "auxpass") else "nsubj")
        for c in [c for c in s.kids(r, "conj") if s.tags[c] == "VBD" and not s.kids(c, "nsubj", "nsubjpass")]:
            attach(s, c, v, "conj")


_THINGS = frozenset(
    "bill law plan deal budget decree reform measure proposal agreement accord treaty vote result "
    "report charge allegation accusation decision ruling economy price figure talk sanction tariff step "
    "policy project move strike protest rally election referendum process system situation crisis raid "
    "attack arrest claim remark comment statement letter document list programme program aid money fund "
    "tax inquiry investigation case verdict sentence evidence operation ban curfew order rule amendment "
    "constitution".split()
)
_OF_PERSONS = frozenset(
    "offer vow pledge promise accuse urge ask call warn demand threaten order appeal invite criticise "
    "criticize condemn reject deny denounce refuse blame insist announce declare apologise apologize "
    "resign agree propose challenge summon thank praise welcome instruct".split()
)
"""What no bill and no budget does."""


def _deed_of_the_sayer(s: Sentence) -> None:
    """ "denied that the bill singled out a school and offered talks": the minister offered them."""
    for c in range(3, len(s)):
        v = s.heads[c]
        if s.deps[c] != "conj" or s.lemmas[c] not in _OF_PERSONS or s.tags[c] not in ("VBD", "VBZ", "VBN"):
            continue
        r = s.heads[v]
        subject = s.kids(v, "nsubj", "nsubjpass")
        same = s.tags[r] == s.tags[c] or (s.tags[c] == "VBN" and s.tags[r] == "VBD")
        if s.deps[v] != "ccomp" or r > v or not same or s.kids(c, "nsubj", "nsubjpass", "auxpass"):
            continue
        thing = subject and s.pos[subject[0]] == "NOUN" and s.lemmas[subject[0]] in _THINGS
        undergone = bool(s.kids(v, "auxpass")) and bool(s.kids(c, "dobj")) and bool(s.kids(v, "aux"))
        if (thing or undergone) and s.kids(r, "nsubj"):
            attach(s, c, r, "conj")  # "said aides had been warned and accused Chad": he did


def _found_guilty(s: Sentence) -> None:
    """ "found the general guilty of genocide": the general is the object, and no adjective."""
    for g in range(2, len(s)):
        v = s.heads[g]
        if s.lemmas[g] not in ("guilty", "liable") or s.lemmas[v] != "find" or s.deps[g] not in _CONTENTS:
            continue
        n = g - 1
        if s.heads[n] == g and s.deps[n] in ("amod", "compound", "nmod") and s.kids(g, "det"):
            s.pos[n], s.tags[n] = "NOUN", "NN"
            for c in [c for c in s.children[g] if c < n]:
                attach(s, c, n, s.deps[c])
        elif s.kids(g, "nsubj"):
            n = s.kids(g, "nsubj")[-1]
        else:
            continue
        if v < n < g:
            attach(s, n, v, "dobj")
            attach(s, g, v, "oprd")


_CONTENTS = frozenset({"ccomp", "dobj", "oprd", "acomp", "xcomp"})
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


def _as_did_others(s: Sentence) -> None:
    """ "Chad condemned the coup, as did Niger and Mali": they did it too."""
    for d in range(3, len(s) - 1):
        verb = s.heads[d]
        if (
            s.deps[d] != "advcl"
            or s.words[d] not in _DID
            or [s.words[c] for c in s.kids(d, "mark")] != ["as"]
        ):
            continue
        others = [c for c in s.kids(d, "nsubj") if c > d]
        first = s.kids(verb, "nsubj", "nsubjpass")
        if others and first and verb < d and not s.kids(d, "ccomp", "xcomp", "attr", "acomp", "dobj"):
            attach(s, others[0], first[-1], "conj")
            s.deps[d] = "dep"


_DID = frozenset("did does do has have had is are was were".split())


_COUNTS = frozenset("abstention vote majority margin ballot".split())


def _voted_to(s: Sentence) -> None:
    """ "voted 101-6, with 10 abstentions, to impeach him": what they voted to do."""
    for c in range(3, len(s)):
        n = s.heads[c]
        if s.tags[c] != "VB" or s.deps[c] not in ("relcl", "acl") or s.lemmas[n] not in _COUNTS:
            continue
        verb = next((a for a in s.ancestors(n) if s.pos[a] == "VERB"), None)
        if verb is not None and verb < n and s.lemmas[verb] == "vote" and s.words[c - 1] == "to":
            attach(s, c, verb, "xcomp")


def _alive_from(s: Sentence) -> None:
    """ "pulled a man alive from the ruins": out of the ruins he was pulled."""
    for p in range(2, len(s)):
        a = s.heads[p]
        if s.deps[p] != "prep" or s.lemmas[a] not in ("alive", "dead", "unconscious") or a > p:
            continue
        verb = next((v for v in s.ancestors(a) if s.pos[v] == "VERB"), None)
        if verb is not None and s.lemmas[p] in ("from", "out"):
            attach(s, p, verb, "prep")


_WANTING = frozenset("order want need see".split())


def _wanted_done(s: Sentence) -> None:
    """ "ordered the militia dissolved and branded it a gang": done to the militia; the orderer branded it."""
    for c in range(2, len(s)):
        v = s.heads[c]
        if s.deps[c] != "ccomp" or s.tags[c] not in ("VBN", "VBD") or s.lemmas[v] not in _WANTING or c < v:
            continue
        subject = s.kids(c, "nsubj", "nsubjpass")
        if not subject or s.kids(c, "aux", "auxpass", "mark", "dobj") or subject[0] < v:
            continue
        s.tags[c], s.deps[subject[0]] = "VBN", "nsubjpass"
        for k in [k for k in s.kids(c, "conj") if s.tags[k] in ("VBD", "VBN") and s.kids(k, "dobj", "ccomp")]:
            if not s.kids(k, "nsubj", "nsubjpass"):
                attach(s, k, v, "conj")
                s.tags[k] = s.tags[v]


_EXPELLING = frozenset("expel eject oust evict banish arrest detain kidnap abduct".split())


def _whence_they_are(s: Sentence) -> None:
    """ "expelled diplomats from Chad, Niger and Mali": theirs, as nobody is sent from three countries."""
    for p in range(2, len(s)):
        verb = s.heads[p]
        if s.deps[p] != "prep" or s.lemmas[p] != "from" or s.lemmas[verb] not in _EXPELLING:
            continue
        whence = s.kids(p, "pobj")
        people = [o for o in s.kids(verb, "dobj") if o == p - 1 and s.tags[o] == "NNS"]
        named = bool(whence) and s.pos[whence[0]] == "PROPN"
        if people and named and any(s.pos[c] == "PROPN" for c in s.kids(whence[0], "conj")):
            attach(s, p, people[0], "prep")


_DONE = frozenset(
    "detain arrest kill loot burn torch destroy damage deport dismiss sack suspend release free expel close "
    "shut ban seize confiscate displace sentence convict charge indict execute abduct kidnap rescue evacuate "
    "ransack overturn jail imprison fine bar block search raid impound freeze cancel postpone annul exile "
    "behead torture beat rape shell bomb".split()
)
"""What is done to several; the wounded are counted with the dead."""


def _done_too(s: Sentence) -> None:
    """ "had been killed and 3,800 people detained": they were detained, too."""
    for c in range(2, len(s)):
        v = s.heads[c]
        if s.deps[c] != "conj" or s.tags[c] not in ("VBD", "VBN") or s.lemmas[c] not in _DONE:
            continue
        subject = s.kids(c, "nsubj")
        if not subject or subject[0] > c or not s.kids(v, "auxpass"):
            continue
        if not s.kids(c, "aux", "auxpass", "dobj", "mark", "ccomp", "xcomp", "prt"):
            s.deps[subject[0]], s.tags[c] = "nsubjpass", "VBN"
