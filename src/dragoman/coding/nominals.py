"""Noun phrases that tell an event: whose deed it is, where the parser hangs the agent too low.

"the detention of dozens of activists by Ugandan police" is by the police, not "dozens by the police";
"the destruction of a bridge by retreating troops" is by the troops.
"""

from __future__ import annotations

from dragoman.coding.antecedents import event_nouns
from dragoman.coding.trees import WEEKDAYS, attach, rehang
from dragoman.language import Sentence

_DEED = ("tion", "sion", "ment", "ing", "ure", "al", "ance", "ence")
"""Endings of nouns that tell what somebody does."""
_NO_DEEDS = frozenset(
    "government parliament nation region million hospital building official capital general journal "
    "animal conference ambulance thing king morning evening wedding cathedral tribunal criminal "
    "parliamentary mission commission generation population institution organisation organization union "
    "station section document apartment department regiment settlement journalist".split()
)
_OTHERS = frozenset(
    "visit use release exchange arrest raid strike murder massacre rape theft sale purchase boycott blockade "
    "siege embargo ban veto attack assault offer promise pledge call appeal demand request plea threat "
    "vote rescue surrender escape flight exile hack coup takeover defeat loss capture seizure search "
    "collapse breach abuse".split()
)
_ON_THE_MOVE = frozenset(
    "retreat advance flee withdraw invade attack march protest riot strike demonstrate oppose rival "
    "defect mutiny occupy visit fight".split()
)
_ARMS = frozenset(
    "drone missile rocket tank artillery mortar air airstrike jet helicopter gunship naval shell "
    "shelling bomb commando ground cruise warplane sniper gun cross-border hypersonic".split()
)
_FORCE = frozenset(
    "strike attack fire raid barrage assault bombardment offensive bombing salvo launch test incursion "
    "operation shelling airstrike base position site battery factory stockpile".split()
)
_IN_THE_STREET = frozenset("cheer wave chant wait applaud weep jeer scream adore dance sing".split())
"""What crowds do that somebody comes home to."""
_SWELLING = frozenset(
    "mount grow rise increase escalate worsen simmer linger deepen intensify swell surge spiral".split()
)
"""Participles of no object: "amid mounting criticism"."""


def repair(s: Sentence) -> None:
    """Hang by-phrases under the noun that tells the deed."""
    _subject_behind_place(s)
    _by_hyphen(s)
    _whose_weapons(s)
    for v in range(len(s) - 1):
        if s.deps[v] == "pcomp":
            _participle_before_noun(s, v)
        if s.deps[v] == "acl":
            _deed_read_as_participle(s, v)
        if s.tags[v] == "VBG":
            _deed_that_is_judged(s, v)
            _deed_read_as_clause(s, v)
            _deed_after_its_mark(s, v)
        if s.deps[v] == "dobj":
            _summing_up(s, v)
    _of_behind_a_day(s)
    _object_behind_a_day(s)
    _between_its_sides(s)
    for p in range(1, len(s)):
        if s.deps[p] == "conj" and s.words[p].lower() in _LEADS:
            _led_again(s, p)
        if s.words[p].lower() == "by" and s.deps[p] in ("prep", "agent"):
            _fate_before_name(s, p)
            _agent_beside(s, p)
            _before_its_verb(s, p)
            _higher(s, p)
            _aim_of_the_deed(s, p)
            _second_deed(s, p)


_BETWEEN_TWO = frozenset(
    "clash skirmish fight fighting battle gunbattle gunfight firefight shootout encounter confrontation "
    "scuffle war conflict violence hostility standoff dispute row talk talks negotiation meeting summit deal "
    "agreement accord pact truce ceasefire".split()
)


_FROM_AFAR = frozenset("launched fired conducted perpetrated ordered operated directed inflicted".split())


def _by_hyphen(s: Sentence) -> None:
    """ "Houthi-launched drone attacks": attacks of the Houthis."""
    for v in range(2, len(s) - 1) if not s.bag.isdisjoint(_FROM_AFAR) else ():
        who, noun = v - 2, s.heads[v]
        joined = s.words[v].lower() in _FROM_AFAR and s.words[v - 1] == "-" and s.heads[who] == v
        if joined and s.words[who][:1].isupper() and s.pos[noun] == "NOUN" and noun > v:
            attach(s, who, noun, "compound")


def _whose_weapons(s: Sentence) -> None:
    """ "killed in Russian drone strikes": the strikes are Russian, as the drones are."""
    for c in s.labelled("amod") if not s.bag.isdisjoint(_FORCE) else ():
        weapon = s.heads[c]
        deed = s.heads[weapon]
        if not s.words[c][:1].isupper() or s.pos[c] != "ADJ" or s.lemmas[weapon] not in _ARMS:
            continue
        if s.deps[weapon] in ("compound", "nmod") and weapon < deed and s.lemmas[deed] in _FORCE:
            attach(s, c, deed, "amod")


def _between_its_sides(s: Sentence) -> None:
    """ "Two killed in clash between Thai and Lao troops": the clash was between them, not the killing."""
    for p in s.labelled("prep", 2):
        noun, head = p - 1, s.heads[p]
        if s.words[p].lower() != "between" or s.lemmas[noun] not in _BETWEEN_TWO or head == noun:
            continue
        if (
            s.deps[noun] == "pobj"
            and s.pos[head] == "VERB"
            and head in s.ancestors(noun)
            and s.kids(p, "pobj")
        ):
            attach(s, p, noun, "prep")


def _of_behind_a_day(s: Sentence) -> None:
    """ "the arrest on Monday of three bloggers": of bloggers, not on a Monday of theirs."""
    for p in s.labelled("prep", 3):
        day = s.heads[p]
        on = s.heads[day]
        if s.lemmas[p] != "of" or s.words[day].lower() not in WEEKDAYS or s.deps[day] != "pobj":
            continue
        if s.pos[s.heads[on]] == "NOUN" and s.heads[on] < on and p == day + 1:
            attach(s, p, s.heads[on], "prep")


_WORDS_AND_DEEDS = frozenset(
    "plans calls talks claims demands offers threats attacks strikes moves bids".split()
)


def _object_behind_a_day(s: Sentence) -> None:
    """ "discussed on Monday plans to sign": the plans are discussed, and nobody plans."""
    for v in s.labelled("ccomp", 2) if not s.bag.isdisjoint(WEEKDAYS) else ():
        named = s.words[v] in _WORDS_AND_DEEDS and s.words[v - 1].lower() in WEEKDAYS
        if named and s.tags[v] == "VBZ" and s.heads[v] < v and not s.kids(v, "nsubj", "nsubjpass", "expl"):
            s.pos[v], s.tags[v] = "NOUN", "NNS"
            attach(s, v, s.heads[v], "dobj")
            for c in s.kids(v, "xcomp", "advcl", "ccomp"):
                attach(s, c, v, "acl")


_DEEDS_IN_ING = frozenset(
    "shelling bombing killing jailing beating burning storming sacking hanging shooting looting "
    "poisoning stabbing downing torching freeing arming bugging blocking closing shutting seizing "
    "ousting naming".split()
)


def _deed_read_as_participle(s: Sentence, v: int) -> None:
    """ "the Russian shelling of Nikopol": a noun, no participle of "Russian"."""
    adjective = s.heads[v]
    if s.words[v].lower() not in _DEEDS_IN_ING or s.deps[v] != "acl" or adjective != v - 1 or not v:
        return
    if s.words[v + 1].lower() != "of" or s.pos[adjective] not in ("ADJ", "PROPN"):
        return
    head, dep = s.heads[adjective], s.deps[adjective]
    attach(s, v, v if head == adjective else head, dep)
    s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
    rehang(s, list(s.children[adjective]), v)
    attach(s, adjective, v, "amod")
    s.pos[adjective] = "ADJ"


_JUDGING = frozenset(
    "condemn denounce decry deplore criticise criticize slam blast protest reject oppose welcome praise hail "
    "back support defend lament regret".split()
)


def _deed_that_is_judged(s: Sentence, v: int) -> None:
    """ "Greece condemned Turkish drilling off Cyprus": the drilling, and nobody called Turkish."""
    if s.tags[v] != "VBG" or s.deps[v] not in ("ccomp", "xcomp", "dobj") or s.kids(v, "nsubj") != [v - 1]:
        return
    if s.pos[v - 1] not in ("ADJ", "PROPN") or not s.words[v - 1].endswith(_DEMONYMS):
        return
    above = s.heads[v]
    led = s.kids(v, "prt")  # "drilling off Cyprus"
    if s.lemmas[above] not in _JUDGING or above != v - 2 or s.kids(v, "aux", "mark", "xcomp"):
        return
    if s.kids(v, "dobj") and not led:
        return
    for p in led:
        for o in s.kids(v, "dobj"):
            attach(s, o, p, "pobj")
        s.deps[p] = "prep"
    attach(s, v, above, "dobj")
    attach(s, v - 1, v, "amod")
    s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
    s.pos[v - 1], s.tags[v - 1] = "ADJ", "JJ"


_DEMONYMS = ("ish", "ian", "ean", "ese", "can", "eli", "qi", "ani", "ch", "ni", "ek", "ai", "US", "Dutch")


def _deed_read_as_clause(s: Sentence, v: int) -> None:
    """ "Fighting between Armenia and Azerbaijan left 30 dead": a noun, no clause without a subject."""
    alone = s.deps[v] == "ROOT" and s.field == "title"  # "Shelling in Donetsk"
    met = s.words[v].lower() == "meeting" and any(s.words[p] in ("between", "of") for p in s.kids(v, "prep"))
    if s.tags[v] != "VBG" or not (met or s.words[v].lower() in _DEEDS_IN_ING | {"fighting"}):
        return
    if not (alone or s.deps[v] in ("csubj", "nsubj")) or s.kids(v, "dobj", "prt") or not s.kids(v, "prep"):
        return
    s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
    s.deps[v] = "ROOT" if alone else "nsubj"


def _deed_after_its_mark(s: Sentence, v: int) -> None:
    """ "on fire after Russian shelling": after a deed, not after the Russians shelled."""
    marks = [c for c in s.kids(v, "mark") if s.words[c].lower() in ("after", "amid", "before", "during")]
    doers = s.kids(v, "nsubj")
    if s.tags[v] != "VBG" or s.words[v].lower() not in _DEEDS_IN_ING or len(marks) != 1 or doers != [v - 1]:
        return
    if s.kids(v, "dobj", "aux") or s.deps[v] != "advcl" or s.children[v - 1]:
        return
    above = s.heads[v]
    attach(s, marks[0], above, "prep")
    attach(s, v, marks[0], "pobj")
    attach(s, v - 1, v, "amod")
    s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()


def _summing_up(s: Sentence, n: int) -> None:
    """ "accuses Sudan of arming rebels, a claim denied by Khartoum": what was just said, no object."""
    v = s.heads[n]
    if s.deps[n] != "dobj" or s.pos[n] != "NOUN" or n < v or not s.kids(n, "acl", "relcl"):
        return
    first = s.subtree(n)[0]
    article = s.words[first].lower() in ("a", "an") and s.words[first - 1] == ","
    if article and any(c < first for c in s.kids(v, "dobj", "ccomp", "xcomp")):
        s.deps[n] = "appos"


_LEADS = frozenset({"by", "with", "from", "against"})


def _led_again(s: Sentence, p: int) -> None:
    """ "criticised by Paris and by Rome": two of one kind, each with its preposition."""
    first = s.heads[p]
    before, after = s.kids(first, "pobj"), s.kids(p, "pobj")
    if s.lemmas[first] == s.lemmas[p] and before and after:
        attach(s, after[0], before[0], "conj")


def _subject_behind_place(s: Sentence) -> None:
    """ "In Baidoa, the removal of the speaker was criticised": the subject, no other name of the town."""
    v = s.root
    if s.pos[v] != "VERB" or s.deps[0] != "prep" or s.heads[0] != v or s.kids(v, "nsubj", "nsubjpass"):
        return
    for place in s.kids(0, "pobj"):
        for n in s.kids(place, "appos"):
            if n > place + 1 and s.words[place + 1] == "," and s.pos[n] == "NOUN" and n < v:
                attach(s, n, v, "nsubjpass" if s.kids(v, "auxpass") else "nsubj")
                return


def _agent_beside(s: Sentence, p: int) -> None:
    """ "have been killed by security forces": whom the parser takes for a measure ("by two points")."""
    verb = s.heads[p]
    for c in s.kids(p, "npadvmod", "advmod", "dep"):
        if not s.kids(p, "pobj") and s.tags[c] in ("NNS", "NNP", "NNPS") and s.kids(verb, "auxpass"):
            s.deps[c], s.deps[p] = "pobj", "agent"


def _before_its_verb(s: Sentence, p: int) -> None:
    """ "the removal of X, by a vote of lawmakers, was criticised": by whom he was removed."""
    v = s.heads[p]
    if s.pos[v] != "VERB" or p > v or not s.kids(v, "auxpass"):
        return
    for n in s.kids(v, "nsubjpass", "nsubj"):
        if n < p and tells_a_deed(s, n):
            attach(s, p, n, "prep")
            return


def tells_a_deed(s: Sentence, n: int) -> bool:
    """True for a common noun by whose form, or by a list, somebody does something."""
    lemma = s.lemmas[n]
    if s.pos[n] != "NOUN" or lemma in _NO_DEEDS:
        return False
    return lemma in _OTHERS or lemma in event_nouns() or (len(lemma) > 5 and lemma.endswith(_DEED))


def _participle_before_noun(s: Sentence, v: int) -> None:
    """ "by retreating Russian troops", "amid mounting criticism": the troops, the criticism."""
    p = s.heads[v]
    people = s.kids(v, "dobj") or _second_subject(s, v)
    if s.tags[v] != "VBG" or v != p + 1 or not people:
        return
    by_them = s.words[p].lower() == "by" and tells_a_deed(s, s.heads[p]) and s.lemmas[v] in _ON_THE_MOVE
    greeted = s.words[p].lower() in ("to", "by", "before") and s.lemmas[v] in _IN_THE_STREET
    greeted = greeted or (
        s.words[p].lower() in ("to", "for") and s.lemmas[v] in ("flee", "retreat", "starve")
    )
    if not by_them and not greeted and s.lemmas[v] not in _SWELLING:
        return
    if s.kids(people[0], "det", "poss") or s.kids(v, "prt"):
        return
    below = [c for c in s.children[v] if c != people[0]]
    attach(s, people[0], p, "pobj")
    attach(s, v, people[0], "amod")
    rehang(s, below, people[0])


def _fate_before_name(s: Sentence, p: int) -> None:
    """ "the firm founded by murdered premier Rafik Hariri": what became of him, no deed of the firm."""
    v = p + 1
    if v == len(s) or s.kids(p, "pobj", "pcomp") or s.tags[v] not in ("VBD", "VBN") or s.heads[p] == v:
        return  # a text may be cut off behind its preposition
    whom = s.kids(v, "dobj")
    if len(whom) != 1 or s.kids(whom[0], "det", "poss") or s.kids(v, "aux", "auxpass") or s.root == v:
        return
    above = s.heads[v]
    others = [c for c in s.children[v] if c != whom[0]]
    attach(s, whom[0], p, "pobj")
    attach(s, v, whom[0], "amod")
    s.tags[v], s.pos[v] = "VBN", "ADJ"
    for c in others:
        attach(s, c, above, s.deps[c] if s.deps[c] == "punct" else "appos" if c < p else "dep")


def _second_deed(s: Sentence, p: int) -> None:
    """ "criticism by officials and a protest from Baghdad": two deeds, not officials and a protest."""
    n = s.heads[p]
    for agent in s.kids(p, "pobj"):
        for c in s.kids(agent, "conj"):
            own = any(s.words[q].lower() in ("by", "from", "of") for q in s.kids(c, "prep"))
            if own and tells_a_deed(s, c) and s.pos[n] == "NOUN":
                attach(s, c, n, "conj")


_PROTESTS = frozenset("protest demonstration rally march sit-in vigil strike riot picket attack raid".split())
_AT = frozenset({"outside", "against", "over", "on", "near"})


def _aim_of_the_deed(s: Sentence, p: int) -> None:
    """ "a protest by supporters outside the embassy": the protest was outside, not the supporters."""
    n = s.heads[p]
    if s.lemmas[n] not in _PROTESTS or s.pos[n] != "NOUN":
        return
    for q in s.subtree(p):
        if s.deps[q] == "prep" and s.words[q].lower() in _AT and s.heads[q] != n and q > p:
            attach(s, q, n, "prep")


_SAID_OF_DEEDS = frozenset(
    "complaint report allegation accusation claim charge rumour rumor evidence account fear footage".split()
)
"""Nouns of words whose "of … by" tells who did it: "complaints of ill-treatment by soldiers"."""


def _second_subject(s: Sentence, v: int) -> list[int]:
    """ "the burning of a bridge by retreating troops cut the road": the troops cut nothing."""
    for above in s.ancestors(v):
        subjects = s.kids(above, "nsubj", "nsubjpass")
        behind = [c for c in subjects if c > v and s.subtree(c)[0] == v + 1]
        if behind and len(subjects) > 1:
            return behind
    return []


_BLOWS = frozenset("attack assault raid strike ambush airstrike offensive bombing shelling".split())


def _struck(s: Sentence, lead: int) -> bool:
    """ "a raid on an army base by bandits": the raid is theirs, the base is not."""
    return s.lemmas[lead] in ("on", "against") and s.lemmas[s.heads[lead]] in _BLOWS


def _higher(s: Sentence, p: int) -> None:
    """ "the detention of dozens of activists by police": from "dozens" up to "detention"."""
    agents = s.kids(p, "pobj")
    n = s.heads[p]
    told_of = s.lemmas[n] in _SAID_OF_DEEDS
    one = s.pos[n] == "ADJ" and s.deps[n] in ("conj", "pobj")  # "two Spaniards and a Czech"
    if not agents or not (one or s.pos[n] in ("NOUN", "PROPN")) or s.pos[agents[0]] == "NUM":
        return
    if tells_a_deed(s, n) and not told_of:
        return
    deeds = [o for q in s.kids(n, "prep") if s.lemmas[q] == "of" and q < p for o in s.kids(q, "pobj")]
    if deeds and tells_a_deed(s, deeds[0]):  # "months of pressure by Washington", "a wave of raids by police"
        attach(s, p, deeds[0], "prep")
        return
    if told_of:
        return
    leads = ("of",) if s.pos[n] == "NOUN" else ("of", "on", "against", "to", "for", "from", "in", "into")
    while s.deps[n] == "conj" or (
        s.deps[n] == "pobj" and (s.lemmas[s.heads[n]] in leads or _struck(s, s.heads[n]))
    ):
        n = s.heads[n] if s.deps[n] == "conj" else s.heads[s.heads[n]]
        if tells_a_deed(s, n):
            attach(s, p, n, "prep")
            return
