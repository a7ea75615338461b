"""Mending what the parser is known to get wrong in news, before any frame is tried.

Each repair looks for one construction whose wrong parse can be told from its shape, and
hangs the words where they belong.  Sentences are changed in place.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding import (
    asking,
    attachments,
    clauses,
    combat,
    dispatches,
    gunfire,
    handling,
    headline_speakers,
    headlines,
    nominals,
    noun_pairs,
    openings,
    outcomes,
    shared_nouns,
    statecraft,
    subjects,
    visits,
    weapons,
)
from dragoman.coding.grammar import first_joined, verb_above
from dragoman.coding.slots import TIME_NOUNS
from dragoman.coding.trees import TENSED, WEEKDAYS, attach, rehang
from dragoman.language import Sentence, stems

_SPEECH = frozenset("say report announce add tell note claim state confirm believe think".split())
_PERSON_POS = frozenset({"NOUN", "PROPN"})
_CLAUSE_LINKS = frozenset("after before since until as when while because".split())


def repair(s: Sentence, verbs: Set[str] = frozenset()) -> None:
    """Apply every repair; ``verbs`` are the lemmas that may be a headline's verb."""
    if not len(s):
        return
    if s.field == "title" or s.pos[s.root] not in ("VERB", "AUX") or _is_heading(s):
        headlines.repair(s, verbs)
        headline_speakers.sayer_at_the_end(s)
    _leading_date(s)
    _leading_time(s)
    _misread_word(s)
    _handed_in(s)
    _semicolon(s)
    _those_meeting(s)
    _reduced_root(s)
    _noun_for_verb(s)
    _adjective_for_verb(s, verbs)
    _verb_in_a_name(s)
    _noun_before_that(s)
    _list_as_apposition(s)
    _speakers_at_the_end(s)
    _told_and_reported(s)
    _participle_of_the_nearer_clause(s)
    _two_subjects(s)
    _chain_of_deeds(s)
    _stray_object(s)
    _tools_downed(s)
    _by_so_many_votes(s)
    _voted_down(s)
    _found_guilty(s)
    _let_back(s)
    handling.repair(s)
    _clause_after_preposition(s)
    _clause_after_an_aside(s)
    subjects.repair(s)
    _shot_dead(s)
    _taken_hostage(s)
    _object_as_predicate(s)
    _had_long_done(s)
    _said_and_urged(s)
    _demanded_in_a_row(s)
    asking.repair(s)
    _gerund_for_noun(s, verbs)
    _noun_for_gerund(s)
    _loyal_ones(s)
    _day_before_the_teller(s)
    weapons.call_by_kind(s)
    combat.repair(s)
    gunfire.repair(s)
    noun_pairs.repair(s)
    shared_nouns.repair(s)
    statecraft.repair(s)
    clauses.repair(s)
    outcomes.repair(s)
    dispatches.repair(s)
    attachments.repair(s)
    nominals.repair(s)
    openings.repair(s)
    visits.repair(s)
    _said_last(s)


_HEADING = 14
"""Words at most of a heading within a text."""


def _is_heading(s: Sentence) -> bool:
    """A short line without a stop: "GUINEA: Strike enters second week"."""
    return len(s) <= _HEADING and s.text.rstrip()[-1:].isalnum()


def _semicolon(s: Sentence) -> None:
    """ "X arrested Y; he denies it": the first clause is no content of the second."""
    for i in s.labelled("ccomp"):
        w = s.heads[i]
        if w < i or s.pos[i] not in ("VERB", "AUX"):
            continue
        own = s.kids(w, "nsubj", "nsubjpass")
        if s.deps[w] not in ("ROOT", "conj") or not own or own[0] < i:
            continue
        if any(s.words[k] == ";" for k in range(i, w)):
            above, dep = (i, "ROOT") if s.deps[w] == "ROOT" else (s.heads[w], "conj")
            attach(s, i, above, dep)
            attach(s, w, i, "conj")


def _chain_of_deeds(s: Sentence) -> None:
    """ "Poland closed its border, declared an emergency, arrested …": no deed is content of the next."""
    for i in s.labelled("ccomp"):
        w = s.heads[i]
        if w < i or s.deps[w] != "ROOT" or s.tags[i] != "VBD" or s.tags[w] != "VBD":
            continue
        if (
            s.lemmas[w] in _SPEECH | _SAYING
            or s.kids(w, "nsubj", "nsubjpass", "aux", "auxpass")
            or s.kids(i, "mark")
        ):
            continue
        if s.words[w - 1] == "," and s.kids(i, "nsubj", "nsubjpass") and s.kids(w, "dobj", "prep", "conj"):
            attach(s, i, i, "ROOT")
            attach(s, w, i, "conj")


_SAYING = frozenset("tell write quote warn insist argue stress explain ask read go".split())


def _those_doing(s: Sentence) -> None:
    """ "Leaders of the unions camping at the gates rejected it": the leaders did, who camp there."""
    for m in s.labelled("nsubj", 2):
        who = s.kids(m, "nsubj")
        doing = s.words[m].endswith("ing") and s.tags[m] in ("NN", "VBG") and not s.kids(m, "det", "poss")
        if not doing or len(who) != 1 or s.tags[who[0]] not in ("NNS", "NNPS") or s.tags[s.heads[m]] != "VBD":
            continue
        attach(s, who[0], s.heads[m], "nsubj")
        attach(s, m, who[0], "acl")
        s.pos[m], s.tags[m] = "VERB", "VBG"


def _those_meeting(s: Sentence) -> None:
    """ "Arab ministers meeting in Tunis demanded": the ministers meet, no meeting demands."""
    _those_doing(s)
    for m in range(1, len(s)):
        who = m - 1
        if s.words[m] != "meeting" or s.tags[m] != "NN" or s.deps[m] not in ("nsubj", "nsubjpass"):
            continue
        if s.tags[who] not in ("NNS", "NNPS") or s.heads[who] != m or s.kids(m, "det", "poss"):
            continue
        rehang(s, [c for c in s.children[m] if c < who], who)
        attach(s, who, s.heads[m], s.deps[m])
        attach(s, m, who, "acl")
        s.pos[m], s.tags[m], s.lemmas[m] = "VERB", "VBG", "meet"


def _reduced_root(s: Sentence) -> None:
    """ "A group, the Catalan Assembly, called on …": a subject with its verb, not a noun with a clause."""
    root = s.root
    if s.pos[root] not in _PERSON_POS or s.words[-1] not in (".", "!", '"', "”"):
        return
    for v in range(root + 1, len(s)):
        if s.deps[v] != "acl" or s.tags[v] not in ("VBD", "VBN") or s.kids(v, "agent", "aux", "nsubj"):
            continue
        between = [c for c in s.kids(root, "relcl") if c < v]  # "Libya, which has denied it, offered to …"
        told = s.words[v - 1] == "," and (s.tags[v] == "VBD" or bool(s.kids(v, "oprd", "dobj") or between))
        told = told or _tells(s, root, v)
        behind_comma = told or _comma_apposition(s, root, v)
        active = v == root + 1 and bool(s.kids(v, "dobj"))  # "eighty fighters handed in their rifles"
        active = active or (v == root + 1 and s.lemmas[v] in _ACTIVE_WITH_PARTICLE and bool(s.kids(v, "prt")))
        asking = v == root + 1 and s.lemmas[v] in ("call", "appeal") and s.tags[v] == "VBD"
        active = active or (asking and any(s.lemmas[p] in ("for", "on", "to") for p in s.kids(v, "prep")))
        if behind_comma or active or s.lemmas[v] in _INTRANSITIVE:
            attach(s, v, v, "ROOT")
            attach(s, root, v, "nsubj")
            for c in [c for i in (root, *s.ancestors(root)) for c in s.children[i]]:
                if c > v and s.heads[c] != v:
                    attach(s, c, v, s.deps[c])
            called = s.kids(v, "oprd")
            if len(called) == 2 and not s.kids(v, "dobj"):
                s.deps[called[0]] = "dobj"  # "called Ortega a dictator"
            return


def _tells(s: Sentence, root: int, v: int) -> bool:
    """ "The poll found last week that …", "Murphy, the head of the group, tweeted on Friday"."""
    if s.lemmas[v] not in _TELLING:
        return False
    clause = any(c > v and (s.kids(c, "mark") or s.kids(c, "nsubj")) for c in s.kids(v, "ccomp"))
    return (clause and v == root + 1) or (s.words[v - 1] == "," and s.pos[root] == "PROPN")


_TELLING = frozenset(
    "find show say tell add tweet write warn note state report announce suggest indicate claim argue insist "
    "predict conclude reveal declare reply respond comment post estimate".split()
)


_MISREAD = frozenset({"hoping", "hoped", "froze"})


def _misread_word(s: Sentence) -> None:
    """ "hoping" is no *hop*; "commission records show": a subject, no part of a name."""
    for i in range(len(s)) if not s.bag.isdisjoint(_MISREAD) else ():
        if s.lemmas[i] == "hop" and s.words[i].lower() in ("hoping", "hoped"):
            s.lemmas[i] = "hope"
        if s.words[i] == "froze" and s.pos[i] != "VERB":  # "recalled its envoy and froze ties"
            s.pos[i], s.tags[i], s.lemmas[i] = "VERB", "VBD", "freeze"
    for v in s.labelled("ROOT", 1):  # "The Court prosecutor requests warrants": he does, it is no compound
        noun = s.pos[v - 1] in ("NOUN", "PROPN") and (s.heads[v - 1], s.deps[v - 1]) == (v, "compound")
        if noun and s.tags[v] in TENSED and not s.kids(v, "nsubj", "nsubjpass"):
            s.deps[v - 1] = "nsubjpass" if s.kids(v, "auxpass") else "nsubj"
    v = s.root
    told = s.lemmas[v] in _TELLING and s.pos[v] == "VERB" and not s.kids(v, "nsubj", "nsubjpass") and v > 0
    if told and (s.heads[v - 1], s.deps[v - 1]) == (v, "compound") and s.tags[v - 1] in ("NNS", "NN"):
        s.deps[v - 1] = "nsubj"


def _comma_apposition(s: Sentence, root: int, v: int) -> bool:
    """ "China, a neighbour with ties to the generals, called on …": the verb follows a closed apposition."""
    if s.words[v - 1] != ",":
        return False
    if s.pos[root] == "NOUN":  # "The minister, Kim Tae-young, offered to resign"
        named = [c for c in s.kids(root, "appos") if s.pos[c] == "PROPN"]
        return any(max(s.subtree(c)) == v - 2 for c in named)
    return any(c < v and v in s.subtree(c) for c in s.kids(root, "appos"))


_INTRANSITIVE = frozenset(
    "protest march rally gather demonstrate clash meet flee fight riot vote assemble arrive disembark "
    "surrender defect retreat advance mass converge patrol die mutiny desert walk flare erupt spread troop "
    "rampage congregate snake stream surge trek parade crawl roam flock swarm converge camp queue kneel "
    "squat ensue occur rage persist".split()
)
_ACTIVE_WITH_PARTICLE = frozenset(
    {"dig", "break", "walk", "turn", "pour", "step", "back", "pull", "stand", "camp"}
)


def _adjective_for_verb(s: Sentence, verbs: Set[str]) -> None:
    """ "said soldiers assaulted his aides": what has a subject and an object is a verb."""
    for v in range(1, len(s) - 1):
        if (
            s.pos[v] != "ADJ"
            or not s.words[v].endswith("ed")
            or not s.kids(v, "nsubj")
            or not s.kids(v, "dobj")
        ):
            continue
        lemma = next((x for x in stems(s.words[v].lower()) if x in verbs and x != s.words[v]), None)
        if lemma is not None and not s.kids(v, "cop", "aux", "auxpass"):
            s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBD", lemma


def _noun_for_verb(s: Sentence) -> None:
    """ "Myanmar's military seized power on Monday": a verb in the past read as the noun's participle."""
    root = s.root
    if s.pos[root] != "NOUN":
        return
    for v in s.kids(root, "amod"):
        subject = v - 3 if v > 2 and s.words[v - 1] == "-" else v - 1  # "North Korea test-fired missiles"
        if s.tags[v] != "VBD" or v < 2 or s.pos[subject] not in ("NOUN", "PROPN", "ADJ"):
            continue
        if s.heads[subject] not in (root, v) or not s.kids(root, "poss", "det", "compound"):
            continue
        s.pos[v], s.pos[subject] = "VERB", "NOUN" if s.pos[subject] == "ADJ" else s.pos[subject]
        attach(s, v, v, "ROOT")
        rehang(s, [c for c in s.children[root] if c < subject], subject)
        rehang(s, [c for c in s.children[root] if c > root], v)
        if s.heads[subject] != v:
            attach(s, subject, v, "nsubj")
        attach(s, root, v, "dobj")
        return


def _verb_in_a_name(s: Sentence) -> None:
    """ "A court sentences activist Ali Hassan to a year": a verb with its subject is no part of a name."""
    name = s.root
    if s.pos[name] != "PROPN":
        return
    for v in s.kids(name, "compound", "amod", "nmod"):
        if s.tags[v] not in ("VBZ", "VBD") or not s.kids(v, "nsubj"):
            continue
        for c in list(s.children[name]):
            if c < v or c > name:
                attach(s, c, v, s.deps[c])
        attach(s, v, v, "ROOT")
        for c in s.kids(v, "dobj"):
            if c < name:
                attach(s, c, name, "compound")
        attach(s, name, v, "dobj")
        return


_SAID_AS_NOUN = {
    "claim": "VBP",
    "claims": "VBZ",
    "reports": "VBZ",
    "report": "VBP",
    "states": "VBZ",
    "warns": "VBZ",
}


def _noun_before_that(s: Sentence) -> None:
    """ "The army claim that two men were killed": it claims so, and no claim was killed."""
    for i in (*s.labelled("nsubjpass"), *s.labelled("nsubj")) if "that" in s.bag else ():
        v, that = s.heads[i], i + 1
        if (
            s.words[i].lower() not in _SAID_AS_NOUN
            or s.pos[i] != "NOUN"
            or s.words[that : that + 1] != ["that"]
        ):
            continue
        own = [c for c in s.kids(v, "nsubj", "nsubjpass") if c > that]
        who = [c for c in s.kids(i, "compound") if c == i - 1]
        if s.heads[that] != v or not own or not who:
            continue
        above, dep = s.heads[v], s.deps[v]
        attach(s, i, i if dep == "ROOT" else above, dep)
        attach(s, v, i, "ccomp")
        attach(s, who[0], i, "nsubj")
        for c in s.kids(i, "det"):
            attach(s, c, who[0], "det")
        s.pos[i], s.tags[i], s.lemmas[i] = (
            "VERB",
            _SAID_AS_NOUN[s.words[i].lower()],
            s.words[i].lower().rstrip("s"),
        )
        return


def _list_as_apposition(s: Sentence) -> None:
    """ "Japan, the European Union and India": three names, not one with another name for it."""
    for y in s.labelled("appos"):
        x = s.heads[y]
        if s.pos[x] != "PROPN" or s.pos[y] != "PROPN" or y < x:
            continue
        others = [c for c in s.kids(y, "conj") if s.pos[c] == "PROPN"]
        if others and not s.kids(x, "conj") and s.deps[x] != "appos" and not _closed(s, others[-1]):
            attach(s, y, x, "conj")


def _closed(s: Sentence, last: int) -> bool:
    """A comma after the last name: "Kim, head of X and Y, said" is an apposition after all."""
    end = max(s.subtree(last))
    return end + 1 < len(s) and s.words[end + 1] == ","


def _speakers_at_the_end(s: Sentence) -> None:
    """ "…, wounding 20 others, security sources and a local official said.": whose saying it is."""
    v = s.root
    if s.lemmas[v] not in _SPEECH or s.kids(v, "nsubj", "nsubjpass") or s.tags[v] in ("VB", "VBG"):
        return
    clauses.subject_from_before(s, v)


def _said_last(s: Sentence) -> None:
    """ "The army should free them, the group said on Monday": what was said, and no second deed of a row."""
    root = s.root
    for v in s.kids(root, "conj"):
        own = s.kids(v, "nsubj")
        if s.lemmas[v] not in _SPEECH or s.tags[v] != "VBD" or len(own) != 1 or s.kids(v, "ccomp", "dobj"):
            continue
        first = min(s.subtree(own[0]))
        if v - own[0] > 2 or s.words[first - 1] != "," or not s.kids(root, "nsubj", "nsubjpass"):
            continue
        attach(s, v, v, "ROOT")
        attach(s, root, v, "ccomp")
        return


def _told_and_reported(s: Sentence) -> None:
    """'"…," said the minister, the agency reported': who said it, and who reported it."""
    for r in s.labelled("ccomp", 4):
        said = s.heads[r]
        if said > r or s.tags[said] != "VBD" or s.tags[r] != "VBD":
            continue
        if not {s.lemmas[said], s.lemmas[r]} <= _SPEECH or s.kids(said, "nsubj") or s.kids(r, "dobj"):
            continue
        comma = max((k for k in range(said + 1, r) if s.words[k] == ","), default=r)
        speaker = next((x for x in s.kids(r, "nsubj") if said < x < comma), None)
        behind = (k for k in range(r - 1, comma, -1) if s.heads[k] < comma)
        reporter = next((k for k in behind if s.pos[k] in _PERSON_POS), None)
        if speaker is None or reporter is None:
            continue
        attach(s, speaker, said, "nsubj")
        attach(s, reporter, r, "nsubj")
        attach(s, r, r, "ROOT")
        attach(s, said, r, "parataxis")


def _participle_of_the_nearer_clause(s: Sentence) -> None:
    """ "was adjourned as members stormed the well, shouting slogans": the members shout."""
    for v in s.labelled("advcl", 4):
        main = s.heads[v]
        if s.tags[v] != "VBG" or not s.kids(main, "nsubjpass") or s.kids(v, "mark"):
            continue
        nearer = [c for c in s.kids(main, "advcl") if main < c < v and s.kids(c, "nsubj")]
        if nearer and s.words[v - 1] == ",":
            attach(s, v, nearer[-1], "advcl")


def _stray_object(s: Sentence) -> None:
    """ "killing the envoy, X, and 17 other people": a noun coordinated with a verb is one more object."""
    for i in s.labelled("conj"):
        v = s.heads[i]
        if s.pos[i] not in ("NOUN", "PROPN", "NUM") or s.pos[v] != "VERB":
            continue
        objects = [o for o in s.kids(v, "dobj") if o < i]
        if objects and not s.kids(i, "nsubj", "cop", "aux"):
            attach(s, i, objects[-1], "conj")


_TAKES_DOWN = frozenset("vote strike shoot gun turn".split())


def _tools_downed(s: Sentence) -> None:
    """ "Workers at a shoe factory downed tools": tools that somebody put down, no tools that are downed."""
    for i in range(1, len(s) - 1) if "downed" in s.bag or "down" in s.bag else ():
        n = i + 1
        root = s.root
        if s.words[i] != "downed" or s.deps[i] != "amod" or s.words[n] not in ("tools", "pens", "shutters"):
            continue
        if s.pos[root] != "NOUN" or root > i or s.deps[n] != "pobj":
            continue
        place = i - 1
        led = s.heads[n]
        rehang(s, [c for c in s.children[n] if c < i], place)
        attach(s, place, led, "pobj")
        s.pos[i], s.tags[i], s.lemmas[i] = "VERB", "VBD", "down"
        attach(s, i, i, "ROOT")
        attach(s, root, i, "nsubj")
        attach(s, n, i, "dobj")
        rehang(s, [c for c in s.children[root] if c > n], i)
        return


def _by_so_many_votes(s: Sentence) -> None:
    """ "was passed by 31 votes": by how much, not by whom."""
    for by in s.labelled("agent", 2) if not s.bag.isdisjoint(_MARGINS) else ():
        if any(s.lemmas[o] in _MARGINS for o in s.kids(by, "pobj")):
            s.deps[by] = "advmod"


_MARGINS = frozenset("vote majority margin landslide acclamation".split())


def _voted_down(s: Sentence) -> None:
    """ "voted down the bill": what is read as a place is the object of a verb with its particle."""
    for p in s.labelled("prep", 1):
        v = p - 1
        if s.words[p] != "down" or s.heads[p] != v:
            continue
        taken = s.kids(p, "pobj")
        if taken and s.lemmas[v] in _TAKES_DOWN and not s.kids(v, "dobj"):
            attach(s, p, v, "prt")
            attach(s, taken[0], v, "dobj")


_HANDED_IN = frozenset("weapon arm gun rifle firearm grenade ammunition resignation".split())


_BRINGING = frozenset("fly send bring call draft ship rush airlift truck bus".split())
_FORCES = frozenset(
    "troop soldier police force reinforcement marine commando army tank peacekeeper guard".split()
)


def _handed_in(s: Sentence) -> None:
    """ "handed in their rifles": no place, but what is given up."""
    for p in s.labelled("prep", 1):
        v = p - 1
        if s.words[p] not in ("in", "over") or s.heads[p] != v or s.kids(v, "dobj"):
            continue
        taken = s.kids(p, "pobj")
        brought = s.lemmas[v] in _BRINGING and s.words[p] == "in" and taken and s.lemmas[taken[0]] in _FORCES
        if brought or (
            s.lemmas[v] in ("hand", "turn", "give") and taken and s.lemmas[taken[0]] in _HANDED_IN
        ):
            attach(s, p, v, "prt")
            attach(s, taken[0], v, "dobj")


def _found_guilty(s: Sentence) -> None:
    """ "found the general guilty": what the noun was found, not a guilty general."""
    for a in s.labelled("dobj", 2):
        v, person = s.heads[a], a - 1
        if s.lemmas[a] not in ("guilty", "liable", "responsible"):
            continue
        if s.lemmas[v] not in ("find", "hold", "declare", "judge", "rule") or s.heads[person] != a:
            continue
        s.pos[person] = "NOUN" if s.pos[person] == "ADJ" else s.pos[person]
        s.pos[a] = "ADJ"
        attach(s, person, v, "dobj")
        rehang(s, [c for c in s.children[a] if c < person], person)
        attach(s, a, v, "oprd")


def _let_back(s: Sentence) -> None:
    """ "let inspectors back into the plant": the adverb is no verb of its own."""
    for a in s.labelled("ccomp", 2):
        v = s.heads[a]
        if (s.pos[a] != "ADV" and s.tags[a] != "RP") or s.lemmas[v] not in ("let", "allow"):
            continue
        people = s.kids(a, "nsubj")
        if not people:
            continue
        attach(s, people[0], v, "dobj")
        attach(s, a, v, "advmod" if s.pos[a] == "ADV" else "prt")
        for p in s.kids(a, "prep"):
            attach(s, p, v, "prep")


def _two_subjects(s: Sentence) -> None:
    """ "The West African bloc ECOWAS closed …": a description and its name, side by side."""
    for i in range(len(s) - 1):
        j = i + 1
        same = s.heads[i] == s.heads[j] and s.deps[i] in ("nsubj", "nsubjpass") and s.deps[j] == s.deps[i]
        if same and s.pos[i] == "NOUN" and s.pos[j] == "PROPN" and s.tags[i] == "NN":
            attach(s, j, i, "appos")
    for j in s.labelled("nsubj", 2):  # "Its chairwoman Ada Nkosi returned"
        i = min(s.subtree(j)) - 1
        if i < 0 or s.deps[i] != "nsubj" or s.heads[i] != s.heads[j]:
            continue
        if s.pos[i] == "NOUN" and s.tags[i] == "NN" and s.pos[j] == "PROPN" and s.kids(j, "compound"):
            attach(s, j, i, "appos")
    for i in s.labelled("nsubj"):  # "President Sadat and Prime Minister Begin signed": one below the other
        j = s.heads[i]
        above = s.heads[j]
        if (
            s.deps[j] == "nsubj"
            and i < j < above
            and s.pos[i] == s.pos[j] == "PROPN"
            and any(s.words[k].lower() == "and" for k in range(i + 1, j))
        ):
            attach(s, i, above, "nsubj")
            attach(s, j, i, "conj")


def _clause_after_preposition(s: Sentence) -> None:
    """ "after a bombing on a bus killed 20": the noun is the subject of the verb behind it."""
    for w in s.labelled("conj", 2):
        if s.tags[w] not in ("VBD", "VBZ") or s.kids(w, "nsubj", "nsubjpass"):
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


def _clause_after_an_aside(s: Sentence) -> None:
    """ "hours after the court, in a rare sitting, refused to stay it": the court refused."""
    for w in range(4, len(s)) if not s.bag.isdisjoint(_LINKS_OF_TIME) else ():
        if s.tags[w] != "VBD" or s.deps[w] not in ("advcl", "conj") or s.words[w - 1] != ",":
            continue
        if s.kids(w, "nsubj", "nsubjpass", "mark") or s.heads[w] > w:
            continue
        commas = [i for i in range(s.heads[w], w - 1) if s.words[i] == ","]
        noun = commas[-1] - 1 if commas else -1
        p = s.heads[noun] if noun > 0 else -1
        if (
            p < 0
            or s.deps[noun] != "pobj"
            or s.lemmas[p] not in _LINKS_OF_TIME
            or s.pos[noun] not in _PERSON_POS
        ):
            continue
        if any(s.tags[i] in ("VBD", "VBZ", "VBP") for i in range(p, w)):
            continue
        governor = s.heads[w]
        measure = s.heads[p] if s.tags[s.heads[p]] in ("NNS", "NN") and s.heads[p] == p - 1 else None
        attach(s, noun, w, "nsubj")
        attach(s, w, governor, "advcl")
        attach(s, p, w, "mark")
        if measure is not None:
            attach(s, measure, w, "npadvmod")
        return


_LINKS_OF_TIME = frozenset({"after", "before"})


def _shot_dead(s: Sentence) -> None:
    """ "shot dead nine activists": what became of them, not dead activists who were shot."""
    if "dead" not in s.bag:
        return
    for i in range(1, len(s)):
        if s.lemmas[i] == "dead" and s.lemmas[i - 1] in _KILLING and s.pos[s.heads[i]] in _PERSON_POS:
            attach(s, i, i - 1, "oprd")
        elif s.lemmas[i] == "dead" and s.lemmas[i - 1] in _KILLING and s.deps[i] == "prep":
            for victim in s.kids(i, "pobj"):  # "shot dead a hunter who was gathering wood"
                attach(s, victim, i - 1, "dobj")
            attach(s, i, i - 1, "oprd")
        counted = s.kids(i - 1, "nummod")
        if s.words[i] == "dead" and s.words[i - 1] == "shot" and s.root == i - 1 and counted:
            s.pos[i - 1], s.tags[i - 1], s.lemmas[i - 1] = (
                "VERB",
                "VBN",
                "shoot",
            )  # "Three shot dead in Lagos"
            attach(s, counted[0], i - 1, "nsubjpass")


_KILLING = frozenset("shoot stab hack beat gun strike leave burn crush trample".split())


def _object_as_predicate(s: Sentence) -> None:
    """ "Marines recaptured Mr Guzman": what a verb that is no "be" has behind it is its object."""
    for i in range(len(s)):
        v = s.heads[i]
        if s.deps[i] == "npadvmod" and i == v + 1 and s.lemmas[v] == "visit" and not s.kids(v, "dobj"):
            s.deps[i] = "dobj"  # "visited Baghdad"
        if (
            s.deps[i] == "attr"
            and i > v
            and s.pos[v] == "VERB"
            and s.pos[i] in _PERSON_POS
            and s.lemmas[v] not in _COPULAS
            and not s.kids(v, "dobj")
        ):
            attach(s, i, v, "dobj")


_COPULAS = frozenset(
    "be become remain seem appear prove turn look stay sound feel make number total mean".split()
)


_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})


def _taken_hostage(s: Sentence) -> None:
    """ "took dozens of tourists hostage": what became of them, not a hostage of tourists."""
    for i in range(2, len(s)) if not s.bag.isdisjoint(_CAPTIVE) else ():
        people = i - 1
        if s.words[i].lower() not in _CAPTIVE:
            continue
        v = s.heads[i]
        if (
            s.lemmas[v] in clauses.TAKING
            and s.heads[people] == v
            and s.deps[people] == "dobj"
            and s.pos[i] == "VERB"
        ):
            s.pos[i], s.tags[i], s.deps[i] = "NOUN", "NN", "oprd"
            rehang(s, list(s.children[i]), v)
        if s.heads[people] != i:
            continue
        verb = verb_above(s, i, full=True)
        if verb is None or s.lemmas[verb] not in clauses.TAKING or s.tags[people] == "PRP$":
            continue
        head, dep = s.heads[i], s.deps[i]
        if s.pos[people] not in _PERSON_POS or dep not in ("dobj", "pobj"):
            continue
        attach(s, people, head, dep)
        for c in [c for c in s.children[i] if c != people]:
            attach(s, c, people if c < i else verb, s.deps[c])
        attach(s, i, verb, "oprd")


_PARTS_OF_MONTHS = frozenset({"early", "mid", "late", "-", "last"})
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)


def _leading_date(s: Sentence) -> None:
    """ "On 16 March 2013 police arrested …", "On Sunday Saudi Arabia …": the date is no part of the name."""
    if len(s) < 4 or s.words[0].lower() not in ("on", "in") or s.pos[0] != "ADP":
        return
    last = 0
    while last + 1 < len(s) and s.words[last + 1].lower() in _PARTS_OF_MONTHS:
        last += 1
    if last and (last + 1 == len(s) or s.words[last + 1].lower() not in _MONTHS_AND_DAYS):
        return
    while last + 1 < len(s) and (
        s.words[last + 1].lower() in _MONTHS_AND_DAYS or s.words[last + 1].isdigit()
    ):
        last += 1
    if last == 0 or (s.words[1].isdigit() and last == 1 and len(s.words[1]) != 4):
        return
    outside = [i for i in range(1, last + 1) if s.heads[i] > last and s.deps[i] in _PARTS_OF_NAMES]
    if not outside:
        return
    noun, verb = s.heads[outside[0]], s.heads[0]
    for i in range(1, last + 1):
        attach(s, i, 0 if i == last else last, "pobj" if i == last else "compound")
    if s.deps[noun] == "pobj" and s.heads[noun] == 0 and verb != 0:
        attach(s, noun, verb, "nsubj")


_HOURS = TIME_NOUNS | frozenset(
    "nightfall dusk dawn midnight noon midday daybreak sunset sunrise fortnight".split()
)
_POINTING = frozenset("that this next following same previous a an one".split())
_OFFSETS = frozenset({"later", "earlier", "before", "afterwards", "ago"})


def _leading_time(s: Sentence) -> None:
    """ "That morning troops …", "A day later rebels …", "By nightfall troops …": no part of who did it."""
    noun = next((i for i in range(1, len(s)) if s.deps[i] in ("nsubj", "nsubjpass")), None)
    if noun is None or s.heads[noun] < noun:
        return
    early = s.words[0].lower() in ("early", "late")  # "Early Sunday jets bombed …"
    hours = (i for i in range(noun) if s.lemmas[i] in _HOURS and s.pos[i] == "NOUN")
    t = 1 if early and s.words[1].lower() in _MONTHS_AND_DAYS else next(hours, None)
    if t is None or noun not in (s.heads[t], s.heads[s.heads[t]]):
        return
    verb, offset = s.heads[noun], s.heads[t] if s.words[s.heads[t]].lower() in _OFFSETS else None
    led = t == 1 and s.deps[0] == "prep" and not s.kids(0, "pobj") and s.heads[0] == verb
    before = [i for i in s.kids(noun, "det", "amod", "nummod", "advmod") if i < t]
    if offset is None and not (led or early) and not any(s.words[i].lower() in _POINTING for i in before):
        return
    rehang(s, before, t)
    if offset is not None:
        attach(s, offset, verb, "advmod")
    attach(s, t, *((0, "pobj") if led else (offset if offset is not None else verb, "npadvmod")))


_PARTS_OF_NAMES = frozenset({"compound", "nmod", "nummod", "amod", "npadvmod", "appos"})


_ASKING = frozenset(
    "call urge demand ask appeal press warn insist pledge promise vow accuse criticise criticize condemn "
    "denounce thank praise welcome order instruct reiterate reaffirm stress express threaten offer deny "
    "reject propose invite implore blame advise counsel caution assure hail describe defend apologise plead "
    "complain".split()
)
"""Verbs of a speaker, who goes on speaking after what he said first."""
_TOLD_IN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "pcomp"})


def _said_and_urged(s: Sentence) -> None:
    """ "He said that jets had bombed the town and urged Peru to stop": the speaker urged.

    The parser hangs the second verb into the clause.  It belongs there only if it could share
    the clause's auxiliary or follows it without a comma.
    """
    for v in s.labelled("conj"):
        if s.lemmas[v] not in _ASKING and not _not_by_the_victim(s, v) and not _in_another_tense(s, v):
            continue
        active = s.tags[v] == "VBN" and s.kids(v, "dobj") and _after_comma(s, v, s.heads[v])
        if s.tags[v] != "VBD" and not active:  # "had treated 31 people, and accused officers"
            continue
        if s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        first = first_joined(s, s.heads[v])
        main = _speaker_verb(s, first)
        if main is None or s.lemmas[first] in _ASKING | _SPEECH:
            continue
        reported = s.deps[first] == "ccomp" and (s.kids(first, "aux") or s.lemmas[first] == "be")
        aside = s.deps[first] != "ccomp" and _after_comma(s, v, first)
        if reported or aside:
            attach(s, v, main, "conj")


def _in_another_tense(s: Sentence, v: int) -> bool:
    """ "denied that Moscow had played a part and telephoned the leader": he telephoned."""
    first = s.heads[v]
    had = any(s.words[a].lower() == "had" for a in s.kids(first, "aux"))
    main = s.heads[first] if s.deps[first] == "ccomp" else None
    denied = main is not None and s.lemmas[main] in ("deny", "reject", "dismiss") and s.tags[main] == "VBD"
    return (
        had and denied and s.tags[v] == "VBD" and s.lemmas[v] not in _SAME_FORMS and bool(s.kids(v, "dobj"))
    )


_SAME_FORMS = frozenset("kill attack shell bomb wound injure fire shoot arm help support".split())
"""Verbs of deeds that are denied together: "had shelled the town and killed civilians"."""


def _not_by_the_victim(s: Sentence, v: int) -> bool:
    """ "said the man had died in a fight, and dismissed five officers": he dismissed nobody."""
    first = s.heads[v]
    suffered = s.lemmas[first] == "die" or bool(s.kids(first, "auxpass"))
    return suffered and bool(s.kids(v, "dobj")) and _after_comma(s, v, first)


def _speaker_verb(s: Sentence, clause: int) -> int | None:
    """The verb in the past that governs a clause, looking through the nouns between."""
    if s.deps[clause] not in _TOLD_IN_CLAUSE:
        return None
    above = verb_above(s, clause, full=True)
    spoken = above is not None and s.tags[above] == "VBD" and s.lemmas[above] in _ASKING | _SPEECH
    return above if spoken else None


def _after_comma(s: Sentence, v: int, first: int) -> bool:
    """True where ", and" closes the clause before a verb."""
    links = [c for c in range(first + 1, v) if s.deps[c] == "cc"]
    return bool(links) and s.words[links[-1] - 1] == ","


def _demanded_in_a_row(s: Sentence) -> None:
    """ "demanded that the group withdraw, lay down its arms": bare verbs stay inside the demand."""
    for v in s.labelled("conj"):
        main = s.heads[v]
        if s.tags[main] != "VBD" or s.kids(v, "nsubj", "aux", "auxpass"):
            continue
        wanted = [c for c in s.kids(main, "ccomp") if c < v and s.tags[c] in ("VB", "VBP")]
        wanted = [c for c in wanted if s.kids(c, "mark", "nsubj") and not s.kids(c, "aux")]
        if not wanted and s.tags[v] == "VB":
            wanted = [c for c in range(v) if _is_demanded(s, c)]
        if wanted and (s.words[v] == s.lemmas[v] or s.tags[v] in ("VB", "VBP") or s.words[v] in _BARE):
            attach(s, v, wanted[-1], "conj")
            s.tags[v], s.lemmas[v] = "VB", _BARE.get(s.words[v], s.lemmas[v])
        elif s.tags[v] == "VB" and s.lemmas[main] == "demand":  # "demanded the ELN renounce it and free him"
            attach(s, v, main, "ccomp")


def _is_demanded(s: Sentence, c: int) -> bool:
    """The bare verb of "a declaration demanding that the government withdraw …"."""
    subjunctive = s.deps[c] == "ccomp" and s.tags[c] in ("VB", "VBP") and not s.kids(c, "aux")
    return subjunctive and bool(s.kids(c, "nsubj")) and any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))


_BARE = {"lay": "lay"}
"""Bare forms that are also the past of another verb, and their own lemma."""


def _had_long_done(s: Sentence) -> None:
    """ "The minister had on Thursday outlawed protests": a verb, not an adjective of what it is done to."""
    for n in s.labelled("dobj", 2):
        had, v = s.heads[n], n - 1
        if s.words[had].lower() not in ("had", "has", "have"):
            continue
        if (
            s.heads[v] != n
            or s.deps[v] != "amod"
            or s.tags[v] not in ("VBN", "VBD")
            or s.kids(n, "det", "poss")
        ):
            continue
        deed = next((x for x in (s.lemmas[v], *stems(s.words[v].lower())) if x in _DEEDS), None)
        if (v - had < 2 and deed is None) or any(
            s.pos[k] not in ("ADP", "PROPN", "NUM", "ADV") for k in range(had + 1, v)
        ):
            continue
        s.pos[v], s.tags[v] = "VERB", "VBN"
        s.lemmas[v] = deed or s.lemmas[v]
        head, dep = (v, "ROOT") if s.heads[had] == had else (s.heads[had], s.deps[had])
        below = [c for c in s.children[had] if c != n]
        attach(s, v, head, dep)
        rehang(s, below, v)
        attach(s, had, v, "aux")
        attach(s, n, v, "dobj")


_DEEDS = frozenset(
    "torture kill beat arrest detain jail imprison close ban rape abduct kidnap expel sack harass "
    "intimidate bomb shell execute displace loot block censor deport murder massacre persecute mistreat "
    "evict silence gas dismiss release free accuse blame criticise criticize condemn sentence convict "
    "attack bribe register lodge".split()
)
"""Deeds of which somebody "had tortured prisoners": he did it, he had none who were tortured."""


def _gerund_for_noun(s: Sentence, verbs: Set[str]) -> None:
    """ "no intention of handing over the fugitive": what has a particle is a verb."""
    for i in range(1, len(s)):
        if s.tags[i] != "NN" or not s.words[i].endswith("ing") or s.deps[i] not in ("pobj", "dobj"):
            continue
        particles = s.kids(i, "prt")
        lemma = next((x for x in stems(s.words[i].lower()) if x in verbs and x != s.words[i]), None)
        if not particles or lemma is None or s.kids(i, "det", "amod", "poss", "compound"):
            continue
        s.pos[i], s.tags[i], s.lemmas[i] = "VERB", "VBG", lemma
        attach(s, i, s.heads[i], "pcomp" if s.deps[i] == "pobj" else "xcomp")
        for o in [o for p in particles for o in s.kids(p, "pobj")]:
            attach(s, o, i, "dobj")
        for p in [p for q in particles for p in s.kids(q, "prep")]:
            attach(s, p, i, "prep")


def _noun_for_gerund(s: Sentence) -> None:
    """ "fled after shelling by the army", "fled following air strikes": deeds that nouns tell."""
    for i in s.labelled("pcomp"):
        by = i + 1 < len(s) and s.words[i + 1] == "by" and s.heads[i + 1] == i and s.kids(i + 1, "pobj")
        if s.tags[i] == "VBG" and by and not s.kids(i, "dobj", "prt", "aux", "xcomp", "ccomp"):
            s.pos[i], s.tags[i], s.deps[i], s.lemmas[i] = "NOUN", "NN", "pobj", s.words[i].lower()
    if "following" not in s.words:
        return
    for i in range(1, len(s) - 1):
        things = s.kids(i, "dobj")
        loose = s.words[i] == "following" and s.deps[i] in ("xcomp", "advcl", "acl")
        led = loose and s.words[i - 1] != "," and not s.kids(i, "aux", "mark")
        if led and len(things) == 1 and s.lemmas[things[0]] in _FOLLOWED:
            s.pos[i], s.tags[i], s.deps[i] = "ADP", "VBG", "prep"
            attach(s, things[0], i, "pobj")


_FOLLOWED = frozenset(
    "strike airstrike attack raid shelling bombing clash fighting ambush blast explosion coup protest riot "
    "violence unrest talk meeting summit election vote crackdown arrest death killing dispute row threat "
    "assault offensive battle shooting massacre abduction kidnapping siege invasion incursion visit".split()
)


def _loyal_ones(s: Sentence) -> None:
    """ "clashed with forces (NLA) loyal to Omar, he said": it is they who are loyal."""
    if "loyal" not in s.bag:
        return
    for i in range(3, len(s) - 1):
        if s.lemmas[i] != "loyal" or s.words[i - 1] != ")" or s.words[i + 1] != "to":
            continue
        noun = next(
            (n for n in range(i - 2, 0, -1) if s.words[n + 1] == "(" and s.pos[n] in _PERSON_POS), None
        )
        if noun is not None and s.lemmas[s.heads[i]] not in ("be", "remain", "stay"):
            attach(s, i, noun, "amod")


def _day_before_the_teller(s: Sentence) -> None:
    """ "will meet the envoy on Friday, the agency quoted him as saying": they meet on it."""
    for p in s.labelled("prep", 2):
        v, day = s.heads[p], p + 1
        if v < p or s.heads[day] != p or s.lemmas[day] not in WEEKDAYS or s.words[day + 1 : day + 2] != [","]:
            continue
        tellers = s.kids(v, "nsubj")
        if not tellers or min(s.subtree(tellers[0])) < day or s.lemmas[v] not in _SPEECH | {"quote", "cite"}:
            continue
        told = [u for u in range(1, p) if s.pos[u] == "VERB" and s.kids(u, "nsubj", "nsubjpass")]
        if told and "," not in s.words[told[-1] : p]:
            attach(s, p, told[-1], "prep")
