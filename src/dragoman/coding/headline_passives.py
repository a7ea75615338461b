"""Passives of headlines, which leave out "was": "Russian ambassador shot dead", "Curfew imposed"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_FILE = Path(__file__).parent / "done_to.tsv"
_NOUNS = ("NOUN", "PROPN")
_DONE = ("VBN", "VBD")
_NO_PASSIVE = ("dobj", "aux", "auxpass", "ccomp")
_TOLD = frozenset(
    "urge ask tell order force invite warn authorise authorize forbid ban bar send suspect say".split()
)
"""Verbs whose infinitive says what somebody is to do: "Sudan urged to free editor"."""
_ONLY_PARTICIPLES = frozenset(
    "beaten withdrawn overthrown given taken driven shaken stolen broken torn thrown blown frozen "
    "hidden forbidden slain written sworn drawn shown stricken bitten chosen".split()
)
"""Forms that are never a past tense."""
_PLACES = frozenset(
    "hospital clinic school market village town church mosque temple synagogue home house embassy "
    "consulate shop convoy camp port airport refinery pipeline depot base bus train ship tanker office "
    "station university bridge road factory prison jail court palace parliament newspaper website "
    "channel broadcaster radio border crossing airspace internet twitter facebook telegram whatsapp "
    "youtube monument statue building compound checkpoint".split()
)
_ACTS = frozenset(
    "curfew emergency law ban sanction embargo tariff deal pact treaty accord agreement truce ceasefire "
    "cease-fire talk summit meeting vote election poll rally protest march strike bill budget "
    "resolution motion plan proposal offer aid fund loan flight service tie relation visa permit "
    "licence license warrant charge case inquiry probe investigation attack offensive operation raid "
    "airstrike gas shot bomb drone missile rocket shell plane jet aircraft airliner helicopter vessel "
    "dam power water electricity cash weapon arm drug rule restriction blockade siege lockdown coup "
    "riot clash unrest war constitution verdict sentence conviction appeal ruling amnesty pardon "
    "mission envoy ambassador troop tank warship soldier force peacekeeper body grave corridor blackout "
    "government cabinet coalition".split()
)
_THINGS = _PLACES | _ACTS
"""Subjects of which a verb that can do without an object tells what was done to them."""
_NO_CLAUSES = ("advcl", "relcl", "acl", "amod", "pcomp", "xcomp", "csubj")
_READ_AS_NOUNS = frozenset({"shot", "overrun", "hit", "cut", "struck", "hurt", "slain", "gunned"})
_AFTER_THEM = frozenset(
    "in at by near outside on over amid after during dead while as when before inside for".split()
)


def repair(s: Sentence) -> None:
    """Make passives of the clauses of a headline that lack an object."""
    _noun_for_participle(s)
    _off_somewhere(s)
    _hurt_as_well(s)
    _reported_dead(s)
    _state_of_things(s)
    for v in range(1, len(s)):
        _hit_while(s, v)
        if s.pos[v] != "VERB" or s.tags[v] not in _DONE:
            continue
        if s.deps[v] not in _NO_CLAUSES or _meanwhile(s, v):
            _left_out_be(s, v)


def _meanwhile(s: Sentence, v: int) -> bool:
    """ "Army seizes power as president ousted": a clause of its own, which lacks its "is"."""
    links = s.kids(v, "mark", "advmod")
    return s.deps[v] == "advcl" and any(s.lemmas[c] in ("as", "after", "while", "when") for c in links)


def _counted_people(s: Sentence) -> bool:
    """ "31 Tigers killed in air strikes": they were, and killed nobody called 31."""
    if len(s) < 3 or s.root != 0 or s.pos[0] != "NUM":
        return False
    for v in s.kids(0, "relcl", "acl"):
        who = [c for c in s.kids(v, "nsubj") if 0 < c < v]
        if len(who) != 1 or s.tags[v] not in _DONE or s.kids(v, "dobj") or not is_done_to(s, v, who[0]):
            continue
        rehang(s, [c for c in s.children[0] if c > v], v)
        attach(s, v, v, "ROOT")
        attach(s, 0, who[0], "nummod")
        attach(s, who[0], v, "nsubjpass")
        s.tags[v] = "VBN"
        return True
    return False


_DEAD_IN = frozenset("in after following amid".split())


def _dead_in(s: Sentence) -> bool:
    """ "Three soldiers dead after ambush in Mali": they were killed, for no other verb tells of them."""
    root = s.root
    if "dead" not in s.bag or s.pos[root] not in (*_NOUNS, "NUM", "ADJ", "AUX", "VERB"):
        return False
    for d in range(1, len(s) - 2):
        if s.words[d].lower() != "dead" or s.words[d + 1].lower() not in _DEAD_IN:
            continue
        if any(s.pos[i] in ("VERB", "AUX") and i != d for i in range(len(s))):
            return False
        who = s.heads[d] if s.heads[d] < d else d - 1
        if s.pos[who] not in (*_NOUNS, "NUM") or any(s.pos[i] == "ADP" for i in range(who, d)):
            return False
        above = [c for c in s.children[who] if c > d] + [c for c in s.children[d] if c > d]
        rehang(s, above, d)
        attach(s, d, d, "ROOT")
        attach(s, who, d, "nsubjpass")
        s.pos[d], s.tags[d], s.lemmas[d] = "VERB", "VBN", "kill"
        return True
    return False


def participle(s: Sentence) -> bool:
    """ "Ex-minister charged with treason": a whole headline that tells what was done to somebody."""
    if _counted_people(s) or _dead_in(s):
        return True
    root = s.root
    if s.pos[root] == "ADJ" and root == 0:  # "Dissident released"
        s.pos[root], s.tags[root] = "NOUN", "NN"
    counted = s.pos[root] == "NUM" and root == 0  # "Nine held over temple blast"
    if (s.pos[root] not in _NOUNS and not counted) or any(s.tags[i] in ("VBZ", "VBP") for i in range(len(s))):
        return False
    for v in s.kids(root, "acl"):
        if s.tags[v] not in _DONE or s.kids(v, "dobj") or not is_done_to(s, v, root):
            continue
        if s.words[v - 1] in (",", ":"):
            continue
        attach(s, v, v, "ROOT")
        attach(s, root, v, "nsubjpass")
        s.tags[v] = "VBN"
        rehang(s, [c for c in s.children[root] if c > v], v)
        return True
    return False


_HIT = frozenset(
    "gun kill shoot stab hack injure wound arrest detain seize abduct kidnap ambush slay".split()
)


def _hit_while(s: Sentence, v: int) -> None:
    """ "Candidate gunned down leaving rally", "Leader arrested campaigning": as he left it."""
    objects = s.kids(v, "dobj")
    if s.pos[v] != "VERB" or s.lemmas[v] not in _HIT or s.tags[v] not in _DONE or len(objects) != 1:
        return
    busy = objects[0]
    if busy == v + 1 and s.words[busy].endswith("ing") and s.words[busy].islower() and s.tags[busy] != "NNS":
        attach(s, busy, v, "advcl")
        s.pos[busy], s.tags[busy] = "VERB", "VBG"
        return
    doing = [c for c in s.kids(objects[0], "amod") if s.tags[c] == "VBG" and v < c == objects[0] - 1]
    if not doing or not all(s.deps[k] == "prt" for k in range(v + 1, doing[0])):
        return
    attach(s, doing[0], v, "advcl")
    attach(s, objects[0], doing[0], "dobj")
    s.pos[doing[0]] = "VERB"


def _left_out_be(s: Sentence, v: int) -> None:
    """ "Dozens killed as army shells market", "Clinics shelled in Aleppo": a passive without its "were"."""
    subjects = [c for c in s.kids(v, "nsubj") if c < v]
    full = [c for c in s.kids(v, *_NO_PASSIVE) if s.deps[c] != "ccomp" or not _is_a_toll(s, v, c)]
    if not subjects or full or s.words[v].endswith("ing"):
        return
    if any(s.pos[c] in _NOUNS for c in s.kids(v, "dative")):
        return
    if any(s.tags[c] != "VBG" for c in s.kids(v, "xcomp")) and s.lemmas[v] not in _TOLD:
        return
    if any(s.tags[c] in ("WDT", "WP", "PRP") for c in subjects) or not is_done_to(s, v, subjects[0]):
        return
    for c in subjects:
        attach(s, c, v, "nsubjpass")
    s.tags[v] = "VBN"


def _is_a_toll(s: Sentence, v: int, clause: int) -> bool:
    """ "March dispersed in Lome, 4 killed": what happened stands first, and is nothing that they told."""
    comma = s.words[s.subtree(s.kids(v, "nsubj")[-1])[0] - 1] == "," if s.kids(v, "nsubj") else False
    return clause < v and comma and s.lemmas[v] in _HURTING


def is_done_to(s: Sentence, v: int, subject: int) -> bool:
    """True where a verb without an object tells what was done to its subject."""
    if s.words[v].lower() in _ONLY_PARTICIPLES:
        return True
    kind = done_to().get(s.lemmas[v])
    if kind == "anything":
        return s.lemmas[v] != "shoot" or not _shoots(s, v)
    if kind != "thing":
        return False
    if s.lemmas[v] == "fire" and s.lemmas[subject] not in _THINGS:  # "Minister fired over leak"
        return not any(s.lemmas[p] in ("at", "on", "into", "in") for p in s.kids(v, "prep"))
    if s.lemmas[subject] == "state":  # "State of emergency declared"
        return "emergency" in s.lemmas[subject:v]
    return s.lemmas[subject] in _THINGS


def _shoots(s: Sentence, v: int) -> bool:
    """ "Police shot at crowd", not "Abe shot dead at rally"."""
    targets = [o for p in s.kids(v, "prep") if s.lemmas[p] == "at" for o in s.kids(p, "pobj")]
    return not s.kids(v, "oprd", "acomp") and any(
        s.tags[o] == "NNS" or s.lemmas[o] in ("crowd", "convoy", "car", "police") for o in targets
    )


_HURTING = frozenset("injure wound hurt kill arrest detain abduct kidnap".split())


def _hurt_as_well(s: Sentence) -> None:
    """ "Woman killed, 7 injured in Indian firing": the seven are as many more, and it was done to all."""
    for v in s.labelled("acl", 3):
        who = s.heads[v]
        first = s.heads[who]
        counted = s.pos[who] == "NUM" and s.deps[who] in ("npadvmod", "appos", "dep", "conj", "dobj")
        if not counted or s.tags[v] not in _DONE or s.lemmas[v] not in _HURTING or v != who + 1:
            continue
        if s.lemmas[first] in _HURTING and first < who and s.words[who - 1] == ",":
            attach(s, v, first, "conj")
            attach(s, who, v, "nsubjpass")


_REPORTED = frozenset({"report", "confirm"})
_FALLEN = frozenset("kill slay wound injure hurt dead missing arrest detain shoot".split())


def _reported_dead(s: Sentence) -> None:
    """ "41 Reported Slain": they were, and told nobody anything."""
    for v in range(1, len(s) - 1):
        if s.lemmas[v] not in _REPORTED or s.tags[v] not in _DONE or s.lemmas[v + 1] not in _FALLEN:
            continue
        for c in s.kids(v, "nsubj"):
            s.deps[c] = "nsubjpass"
            s.tags[v] = "VBN"


def _state_of_things(s: Sentence) -> None:
    """ "Martial law in Fiji, premier held": what is the case stands before the comma, and is not held."""
    for v in range(3, len(s)):
        subjects = s.kids(v, "nsubj", "nsubjpass")
        if len(subjects) < 2 or s.tags[v] not in _DONE or subjects[-1] > v:
            continue
        first, last = subjects[0], subjects[-1]
        comma = s.words[s.subtree(last)[0] - 1] == ","
        if comma and s.pos[first] == "NOUN" and s.lemmas[first] in _ACTS:
            s.deps[first] = "dep"


def _off_somewhere(s: Sentence) -> None:
    """ "Tanker hijacked off Benin": a place, no particle."""
    for p in range(1, len(s) - 1):
        if s.words[p].lower() == "off" and s.deps[p] == "prt" and s.kids(p, "pobj"):
            s.deps[p] = "prep"


def _noun_for_participle(s: Sentence) -> None:
    """ "US diplomat shot in Lahore", "Base overrun by rebels": a participle taken for a noun."""
    v = s.root
    if s.pos[v] not in ("NOUN", "PROPN", "ADJ") or s.words[v].lower() not in _READ_AS_NOUNS or not v:
        return
    if v + 1 < len(s) and s.words[v + 1].lower() not in _AFTER_THEM:
        return
    subject = v - 1
    counted = s.pos[subject] == "NUM" and not subject  # "Sixteen slain in Algeria village"
    if (
        (s.pos[subject] not in _NOUNS and not counted)
        or s.heads[subject] != v
        or s.deps[subject] not in ("nsubj", "compound", *(("nummod",) if counted else ()))
    ):
        return
    s.pos[v], s.tags[v] = "VERB", "VBN"
    word = s.words[v].lower()
    s.lemmas[v] = {"shot": "shoot", "struck": "strike", "slain": "slay", "gunned": "gun"}.get(word, word)
    rehang(s, [c for c in s.kids(v, "compound", "amod", "nmod", "poss") if c < subject], subject)
    for c in s.kids(v, "amod"):
        if s.lemmas[c] == "dead":
            s.deps[c] = "oprd"
    attach(s, subject, v, "nsubjpass")


@cache
def done_to() -> dict[str, str]:
    """``done_to.tsv``: verbs that without an object tell what was done, and to what subjects."""
    return {row["verb"]: row["subject"] for row in tsv.rows(_FILE)}
