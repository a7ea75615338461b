"""What the parser misreads in reports of fighting.

"Heavy shelling in the capital killed nine" (a noun, no verb), "gunmen holed up in a hospital let captives go"
(a participle before the verb), "the fighters pressed on toward the port" (a verb, no participle).
"""

from __future__ import annotations

from dragoman.coding.grammar import in_which
from dragoman.coding.slots import is_calendar
from dragoman.coding.trees import UNITS_OF_TIME, attach, rehang
from dragoman.language import Sentence

_DEEDS = frozenset(
    "shelling fighting bombing shooting killing firing raiding bombardment looting rioting stabbing "
    "ambushing strafing beating kidnapping".split()
)
_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr"})


def repair(s: Sentence) -> None:
    """Mend nouns of violence, participles before a verb, and verbs read as participles."""
    _deed_as_verb(s)
    _after_shelling(s)
    _land_before_the_attack(s)
    _where_the_attack_was(s)
    _hurt_in_fighting(s)
    _killed_in_shelling(s)
    _shelling_of(s)
    _deed_after_name(s)
    _shot_dead(s)
    _town_described(s)
    _said_that(s)
    _had_hours_earlier(s)
    _what_they_did_then(s)
    _loyal_to(s)
    _next_subject(s)
    _who_does_before_noun(s)
    _participle_before_verb(s)
    _fighters_went_on(s)
    _name_as_verb(s)
    _weapons_fired(s)
    _to_rubble(s)
    _set_ablaze(s)
    _set_free(s)
    _sleeping_people(s)
    _killed_and_others_wounded(s)
    _strikes_from_the_air(s)
    _dead_in_which(s)
    if {"alongside", "against"} <= s.bag:
        _against_whom(s)


def _against_whom(s: Sentence) -> None:
    """ "fought alongside police in Benin against rebels": fought against them."""
    for p in s.labelled("prep", 2):
        if s.lemmas[p] != "against":
            continue
        above = list(s.ancestors(p))
        beside = next((a for a in above if s.lemmas[a] == "alongside"), None)
        if beside is not None and s.pos[s.heads[beside]] == "VERB":
            attach(s, p, s.heads[beside], "prep")


def _strikes_from_the_air(s: Sentence) -> None:
    """ "in retaliation for NATO airstrikes": a noun, whatever the tagger says, and whose they are."""
    for i in range(1, len(s)) if "airstrike" in s.bag or "airstrikes" in s.bag else ():
        if not s.words[i].lower().startswith("airstrike") or not s.tags[i].startswith("V"):
            continue
        who = i - 1
        if s.kids(i, "nsubj", "aux") or s.deps[who] not in ("pobj", "dobj", "nsubj", "nsubjpass", "conj"):
            continue
        attach(s, i, s.heads[who] if s.heads[who] != i else s.heads[i], s.deps[who])
        attach(s, who, i, "amod" if s.pos[who] == "ADJ" else "compound")
        s.pos[i], s.tags[i], s.lemmas[i] = "NOUN", "NNS" if s.words[i].endswith("s") else "NN", "airstrike"


_ATTACKS = frozenset(
    "attack assault raid strike airstrike bombing bombardment blast explosion shooting shelling ambush clash "
    "riot massacre siege offensive operation crackdown incursion invasion fighting battle gunfight gunbattle "
    "shootout war conflict violence unrest rampage stampede incident".split()
)
_BY_OTHERS = frozenset("shelling bombing shooting stabbing kidnapping strafing".split())
_MEANWHILE = frozenset("after following amid since despite during".split())
_ANSWERED = frozenset("for by from before".split())
_WHERE = frozenset("in near across around outside".split())


def _after_shelling(s: Sentence) -> None:
    """ "Aid was halted after shelling near Sumy": a noun, and nobody told who did so first."""
    for n in s.labelled("pcomp", 1):
        led = s.heads[n]
        if s.words[n].lower() not in _BY_OTHERS or s.lemmas[led] not in _MEANWHILE or led != n - 1:
            continue
        if s.kids(n, "dobj", "nsubj") or not any(s.lemmas[p] in _WHERE for p in s.kids(n, "prep")):
            continue
        s.pos[n], s.tags[n], s.lemmas[n] = "NOUN", "NN", s.words[n].lower()
        attach(s, n, led, "pobj")


def _land_before_the_attack(s: Sentence) -> None:
    """ "Fourteen dead in Kashmir violence": in the violence, which was in Kashmir."""
    for n in (*s.labelled("npadvmod", 3), *(n for n in s.labelled("ROOT", 3) if n != s.root)):
        land = n - 1
        if (
            s.lemmas[n] not in _ATTACKS
            or s.pos[land] != "PROPN"
            or s.deps[land] != "pobj"
            or s.kids(n, "det")
        ):
            continue
        lead = s.heads[land]
        if s.lemmas[lead] in ("in", "after", "following", "amid"):
            attach(s, n, lead, "pobj")
            attach(s, land, n, "compound")


def _where_the_attack_was(s: Sentence) -> None:
    """ "a reprisal for air strikes in Idlib": the strikes were there, as the phrase stands beside them."""
    for p in s.labelled("prep", 3):
        deed, above = p - 1, s.heads[p]
        if s.lemmas[p] not in _WHERE or above == deed or s.deps[deed] != "pobj":
            continue
        lead = s.heads[deed]
        if s.lemmas[deed] not in _ATTACKS or s.lemmas[lead] not in _MEANWHILE | _ANSWERED:
            continue
        if above not in s.ancestors(lead):
            continue
        if any(s.pos[o] == "PROPN" and not is_calendar(s, o) for o in s.kids(p, "pobj")):
            attach(s, p, deed, "prep")


_OF_DEATH = frozenset("kill wound injure hurt maim die perish murder shoot massacre slaughter".split())


def _dead_in_which(s: Sentence) -> None:
    """ "A raid on a village near the border in which ten died": they died in the raid, not the border."""
    if s.bag.isdisjoint(_OF_DEATH):
        return
    for v in s.labelled("relcl", 4):
        noun = s.heads[v]
        if s.lemmas[v] not in _OF_DEATH or not in_which(s, v) or s.lemmas[noun] in _ATTACKS or noun > v:
            continue
        for k in range(noun - 1, max(noun - 16, -1), -1):
            if s.pos[k] in ("VERB", "AUX") or s.words[k] == ";":
                break
            if s.lemmas[k] in _ATTACKS and s.pos[k] == "NOUN" and s.deps[k] != "compound":
                attach(s, v, k, "relcl")
                break


HURT = frozenset("wound injure hurt maim".split())


def _killed_and_others_wounded(s: Sentence) -> None:
    """ "Six were killed and over a dozen wounded in attacks": they were wounded, the dozen is not killed."""
    for v in s.labelled("acl", 4):
        who = s.heads[v]
        killed = s.heads[who]
        if s.tags[v] != "VBN" or s.lemmas[v] not in HURT or s.deps[who] != "conj" or who > v:
            continue
        hit = s.lemmas[killed] in HURT | {"kill"} and s.kids(killed, "auxpass", "nsubjpass")
        held = s.tags[killed] == "VBN" and s.kids(killed, "auxpass") and s.kids(killed, "nsubjpass")
        if not (hit or held):  # "ten were arrested and 31 injured"
            continue
        attach(s, v, killed, "conj")
        attach(s, who, v, "nsubjpass")


def _name_as_verb(s: Sentence) -> None:
    """ "attributed the bombing to Shining Path guerrillas": whose guerrillas they are."""
    for n in s.labelled("pcomp"):
        objects = s.kids(n, "dobj")
        if (
            not s.words[n][:1].isupper()
            or len(objects) != 1
            or objects[0] > n + 2
            or s.kids(n, "nsubj", "aux")
        ):
            continue
        noun, prep = objects[0], s.heads[n]
        attach(s, noun, prep, "pobj")
        rehang(s, [c for c in s.children[n] if c > noun], noun)
        attach(s, n, noun, "compound")
        s.pos[n], s.tags[n] = "PROPN", "NNP"


_AMMUNITION = frozenset("missile rocket shell bomb shot bullet torpedo mortar drone grenade".split())


def _weapons_fired(s: Sentence) -> None:
    """ "Missiles fired from a battery hit a jet": what was fired, no missiles that fire."""
    for v in s.labelled("ROOT"):
        who = s.kids(v, "nsubj")
        hits = [c for c in s.kids(v, "conj", "ccomp") if s.tags[c] in ("VBD", "VBP", "VBZ") and c > v]
        from_whom = [o for p in s.kids(v, "prep") for o in s.kids(p, "pobj")]
        hits += [c for o in from_whom for c in s.kids(o, "acl") if s.tags[c] in ("VBN", "VBD")]
        if s.lemmas[v] not in ("fire", "launch", "drop", "hurl", "lob") or len(who) != 1 or len(hits) != 1:
            continue
        if s.lemmas[who[0]] not in _AMMUNITION or v != who[0] + 1 or s.kids(v, "dobj", "cc", "aux"):
            continue
        hit = hits[0]
        if s.kids(hit, "nsubj", "nsubjpass", "mark"):
            continue
        attach(s, hit, hit, "ROOT")
        attach(s, who[0], hit, "nsubj")
        rehang(s, [c for c in s.children[v] if c > hit], hit)
        attach(s, v, who[0], "acl")
        s.tags[v], s.tags[hit] = "VBN", "VBD"


_STUFF = frozenset({"rubble", "dust", "ash", "ashes", "ruin", "ruins", "matchwood", "cover", "shields"})
"""What places are turned to and people are used as, in forms that look like verbs."""


def _to_rubble(s: Sentence) -> None:
    """ "Turned the wedding hall to rubble", "used nuns as cover": a noun, no clause of its own."""
    for n in sorted(i for dep in ("advcl", "xcomp", "relcl", "acl") for i in s.labelled(dep)):
        before = n - 1
        verb = s.heads[n]
        if s.words[n].lower() not in _STUFF or s.words[before].lower() not in ("to", "as"):
            continue
        if verb >= before or s.heads[before] != n or s.kids(n, "nsubj", "dobj"):
            continue
        if s.pos[verb] != "VERB":  # "turned a hall to rubble": under the hall
            verb = s.heads[verb]
        attach(s, before, verb, "prep")
        attach(s, n, before, "pobj")
        s.pos[n], s.tags[n], s.tags[before], s.pos[before] = "NOUN", "NN", "IN", "ADP"
        s.lemmas[n] = {"ashes": "ash", "ruins": "ruin", "shields": "shield"}.get(s.lemmas[n], s.lemmas[n])


_BURNING = frozenset({"ablaze", "alight", "aflame", "afire"})


def _set_ablaze(s: Sentence) -> None:
    """ "Set a depot in Bryansk ablaze": what became of the depot, no part of the town's name."""
    for n in s.labelled("pobj"):
        verb = s.heads[s.heads[n]] if s.deps[n] == "pobj" else s.heads[n]
        town = n - 1
        if s.words[n].lower() not in _BURNING or s.heads[town] != n or s.deps[n] == "dobj":
            continue
        verb = verb if s.pos[verb] == "VERB" else s.heads[verb]
        if s.lemmas[verb] not in ("set", "leave"):
            continue
        attach(s, town, s.heads[n], "pobj")
        rehang(s, [c for c in s.children[n] if c != town], town)
        attach(s, n, verb, "advmod")
        s.pos[n], s.tags[n] = "ADV", "RB"


def _set_free(s: Sentence) -> None:
    """ "Set two workers free on Sunday", "threw the palaces open to monitors": what becomes of them."""
    for n in s.labelled("advcl"):
        verb = s.heads[n]
        if s.words[n].lower() not in ("free", "open", "loose") or s.lemmas[verb] not in _SETTING:
            continue
        if s.pos[n] != "ADJ" or not any(verb < o < n for o in s.kids(verb, "dobj")):
            continue
        if s.kids(n, "nsubj", "aux", "mark", "cop"):
            continue
        s.deps[n] = "oprd"
        for p in s.kids(n, "prep"):
            attach(s, p, verb, "prep")


_SETTING = frozenset({"set", "throw", "fling", "let", "break", "leave", "swing", "push"})


_DOING_NOTHING = frozenset(
    "sleeping praying worshipping retreating withdrawing marching surrendering protesting rioting "
    "advancing returning".split()
)


def _sleeping_people(s: Sentence) -> None:
    """ "Fell on sleeping villagers", "fired at retreating soldiers": people, not their sleeping."""
    for v in s.labelled("pcomp"):
        people = s.kids(v, "dobj")
        at_rest = s.words[v].lower() in _DOING_NOTHING and people == [v + 1]
        if not (at_rest or _by_invading_troops(s, v, people)) or s.kids(v, "prt", "aux"):
            continue
        attach(s, people[0], s.heads[v], "pobj")
        rehang(s, [c for c in s.children[v] if c > people[0]], people[0])
        attach(s, v, people[0], "amod")
        s.pos[v] = "ADJ"


_ON_THE_MOVE = frozenset(
    "invading attacking occupying advancing marauding rampaging warring besieging".split()
)
_OVERCOMING = frozenset(
    "oust topple overrun attack kill wound shoot capture seize take beat besiege surround loot burn drive "
    "raid ransack massacre overthrow depose injure detain".split()
)
_HOSTS = frozenset(
    "troop force soldier army rebel fighter gunman mob militia militiaman guerrilla tribe".split()
)


def _by_invading_troops(s: Sentence, v: int, people: list[int]) -> bool:
    """ "Ousted by invading US-led troops": the troops did it, who invade nobody named."""
    by = s.heads[v]
    if len(people) != 1 or s.lemmas[by] != "by" or s.lemmas[s.heads[by]] not in _OVERCOMING:
        return False
    bare = not s.kids(people[0], "det", "poss") and s.lemmas[people[0]] in _HOSTS
    return bare and people[0] > v and s.words[v].lower() in _ON_THE_MOVE


def _deed_as_verb(s: Sentence) -> None:
    """ "Heavy shelling in the capital killed nine": the shelling, which is heavy."""
    for v in s.labelled("acl"):
        a = s.heads[v]
        if (
            s.words[v].lower() not in _DEEDS
            or v != a + 1
            or (s.pos[a] != "ADJ" and s.lemmas[a].lower() not in _WEAPONS)
            or s.deps[a] not in _NOUN_PLACES
        ):
            continue
        if s.kids(v, "dobj", "nsubj"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
        above, dep = s.heads[a], s.deps[a]
        attach(s, v, v if dep == "ROOT" else above, dep)
        rehang(s, [c for c in s.children[a] if c != v], v)
        attach(s, a, v, "amod" if s.pos[a] == "ADJ" else "compound")
        for by in s.kids(v, "agent"):
            s.deps[by] = "prep"


_WEAPONS = frozenset("mortar artillery rocket tank missile sniper cannon gun howitzer".split())
"""Nouns before a deed of theirs: "mortar shelling by the army"."""


def _hurt_in_fighting(s: Sentence) -> None:
    """ "An officer was killed in fighting with rebels": a noun; he did not fight as he was killed."""
    for v in s.labelled("pcomp", 2):
        lead = s.heads[v]
        above = s.heads[lead]
        if s.words[v].lower() not in _DEEDS or s.lemmas[lead] not in ("in", "during", "amid"):
            continue
        suffered = s.lemmas[above] == "die" or (s.lemmas[above] in HURT | {"kill"} and s.tags[above] == "VBN")
        if not suffered or s.kids(v, "dobj", "nsubj", "aux"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v], s.deps[v] = "NOUN", "NN", s.words[v].lower(), "pobj"


def _killed_in_shelling(s: Sentence) -> None:
    """ "Two killed in Israeli shelling": a headline's last word, and no verb of its own."""
    v = s.root
    if (
        s.field != "title"
        or s.tags[v] != "VBG"
        or s.words[v].lower() not in _DEEDS
        or s.kids(v, "dobj", "aux")
    ):
        return
    owner = v - 1
    lead = s.heads[owner] if owner > 0 else v
    if s.deps[owner] != "pobj" or s.lemmas[lead] not in ("in", "by", "during"):
        return
    killed = s.heads[lead]
    hit = s.heads[killed]
    if s.tags[killed] not in ("VBN", "VBD") or s.deps[killed] not in ("acl", "ccomp", "nsubj", "csubj"):
        return
    s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
    attach(s, killed, killed, "ROOT")
    attach(s, v, lead, "pobj")
    attach(s, owner, v, "amod" if s.words[owner].islower() else "compound")
    if hit not in (v, killed):
        attach(s, hit, killed, "nsubjpass")
        s.tags[killed] = "VBN"
    rehang(s, [c for c in s.children[v] if c < lead], killed)


_LAYING_WASTE = frozenset("shelling bombing bombardment killing storming looting torching".split())


def _shelling_of(s: Sentence) -> None:
    """ "The ambush prompted Israeli shelling of villages": a noun, whose owner did it."""
    for v in s.labelled("dobj") if not s.bag.isdisjoint(_LAYING_WASTE | {"shell", "bomb", "kill"}) else ():
        if s.words[v].lower() not in _LAYING_WASTE or s.tags[v] != "VBG" or s.kids(v, "dobj", "nsubj"):
            continue
        of = [p for p in s.kids(v, "prep") if s.lemmas[p] == "of"]
        if of and s.kids(v, "amod", "det", "poss", "compound", "nmod"):
            s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()


def _had_hours_earlier(s: Sentence) -> None:
    """ "The group had hours earlier turned over two policemen": no hours did."""
    for v in s.labelled("ccomp"):
        had = s.heads[v]
        times = [c for c in s.kids(v, "nsubj") if s.lemmas[c] in UNITS_OF_TIME and c == had + 1]
        if s.words[had].lower() != "had" or s.tags[v] not in ("VBN", "VBD") or not times:
            continue
        attach(s, v, v if s.deps[had] == "ROOT" else s.heads[had], s.deps[had])
        rehang(s, [c for c in s.children[had] if c != v], v)
        attach(s, had, v, "aux")
        s.deps[times[0]] = "npadvmod"
        s.tags[v] = "VBN"


_HARMING = frozenset(
    "hack kill wound injure shoot stab burn loot murder rape torch behead massacre slaughter hurt "
    "maim".split()
)


def _what_they_did_then(s: Sentence) -> None:
    """ "Stormed a church where people had taken refuge, killing 25": those who stormed it killed them."""
    for v in s.labelled("advcl"):
        clause = s.heads[v]
        if s.tags[v] != "VBG" or s.lemmas[v] not in _HARMING or s.words[v - 1] != "," or clause > v:
            continue
        if s.deps[clause] not in ("relcl", "advcl") or not any(
            s.words[c].lower() == "where" for c in s.kids(clause, "advmod")
        ):
            continue
        main = s.heads[clause]
        while s.pos[main] not in ("VERB", "AUX") and s.heads[main] != main:
            main = s.heads[main]
        if s.pos[main] == "VERB" and main < clause:
            attach(s, v, main, "advcl")


def _shot_dead(s: Sentence) -> None:
    """ "A sniper shot dead the premier": a verb, no shot of a sniper's."""
    for dead in range(1, len(s)):
        shot = dead - 1
        if s.words[dead].lower() != "dead" or s.words[shot].lower() != "shot" or s.pos[shot] != "NOUN":
            continue
        who = [c for c in s.kids(shot, "compound", "nmod") if c == shot - 1 and s.pos[c] in ("NOUN", "PROPN")]
        whom = s.kids(dead, "dobj", "npadvmod", "dep")
        if s.heads[shot] != dead or s.deps[shot] not in ("nsubj", "compound") or not who or not whom:
            continue
        above = s.heads[dead]
        attach(s, shot, shot if s.deps[dead] == "ROOT" else above, s.deps[dead])
        s.pos[shot], s.tags[shot], s.lemmas[shot] = "VERB", "VBD", "shoot"
        rehang(s, [c for c in s.children[shot] if c < who[0]], who[0])
        rehang(s, [c for c in s.children[dead] if c != shot], shot)
        attach(s, who[0], shot, "nsubj")
        attach(s, dead, shot, "oprd")
        s.deps[whom[0]] = "dobj"


def _town_described(s: Sentence) -> None:
    """ "In Kisumu, the stronghold of the Luo, policemen shot three looters": the policemen alone did."""
    for v in s.labelled("ROOT"):
        _describe(s, v)
    for v in s.labelled("ccomp"):
        _describe(s, v)


def _describe(s: Sentence, v: int) -> None:
    subjects = s.kids(v, "nsubj", "nsubjpass")
    if len(subjects) != 2 or subjects[1] > v:
        return
    first, begin = subjects[0], s.subtree(subjects[0])[0]
    town = begin - 2
    after = s.subtree(first)[-1]
    commas = town > 0 and s.words[begin - 1] == "," and "," in (s.words[after], s.words[min(after + 1, v)])
    if commas and s.pos[town] == "PROPN" and s.deps[town] == "pobj" and s.pos[first] == "NOUN":
        attach(s, first, town, "appos")


def _said_that(s: Sentence) -> None:
    """ "Officials said suspicion centred on a Saudi": nobody says a suspicion."""
    for v in s.labelled("acl"):
        noun = s.heads[v]
        say = s.heads[noun]
        said = s.deps[noun] == "dobj" and s.lemmas[say] == "say" and say < noun < v
        if not said or s.tags[v] not in ("VBD", "VBN") or s.kids(v, "aux", "agent") or s.kids(say, "ccomp"):
            continue
        s.tags[v] = "VBD"
        attach(s, v, say, "ccomp")
        attach(s, noun, v, "nsubj")


_SIDING = frozenset({"loyal", "close", "faithful", "sympathetic", "opposed", "hostile"})


def _loyal_to(s: Sentence) -> None:
    """ "After militiamen loyal to the warlord shot down two helicopters": they shot them down."""
    for a in range(1, len(s) - 1):
        if s.pos[a] != "ADJ" or s.lemmas[a] not in _SIDING:
            continue
        subjects = s.kids(a, "nsubj")
        if s.deps[a] == "oprd" and s.tags[a - 1] == "NNS" and s.words[a + 1] == "to":
            attach(s, a, a - 1, "amod")  # "bombed troops and gunmen loyal to the warlord"
        if subjects != [a - 1] or s.kids(a, "aux", "cop"):
            continue
        v = 1 + max((s.subtree(p)[-1] for p in s.kids(a, "prep")), default=a)
        if v >= len(s) or s.pos[v] != "VERB" or s.tags[v] not in ("VBD", "VBZ", "VBP"):
            continue
        if s.kids(v, "nsubj", "nsubjpass") or (v != s.heads[a] and s.deps[v] != "advcl"):
            continue
        noun = subjects[0]
        for c in s.kids(a, "mark"):
            attach(s, c, v, "mark")
        attach(s, noun, v, "nsubj")
        attach(s, a, noun, "amod")


def _next_subject(s: Sentence) -> None:
    """ "London froze assets, and the Council, meeting in New York, demanded a pullout": the Council did."""
    for v in s.labelled("conj"):
        first = s.heads[v]
        if (
            s.pos[v] != "VERB"
            or s.pos[first] != "VERB"
            or s.tags[v] not in ("VBD", "VBZ", "VBP")
            or first > v
        ):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "csubj") or s.words[v - 1] != ",":
            continue
        for n in reversed(range(first + 1, v)):
            if s.deps[n] == "conj" and s.pos[n] in ("NOUN", "PROPN") and _opens_a_clause(s, n, first):
                attach(s, n, v, "nsubj")
                for c in [c for c in s.kids(first, "advcl") if n < c < v]:
                    attach(s, c, n, "acl")
                break


def _opens_a_clause(s: Sentence, n: int, verb: int) -> bool:
    """True for a noun behind ", and" that a comma follows, no second object of the verb before it."""
    begin = s.subtree(n)[0]
    joined = begin > 1 and s.words[begin - 1].lower() in ("and", "but", "while") and s.words[begin - 2] == ","
    return joined and s.heads[n] != verb and s.words[n + 1] == ","


def _deed_after_name(s: Sentence) -> None:
    """ "Sudan fighting live: …" heads a report on the fighting in Sudan."""
    if s.field != "title":
        return
    for v in range(1, len(s)):
        subject = v - 1
        if (
            s.words[v].lower() not in _DEEDS
            or s.tags[v] != "VBG"
            or s.heads[subject] != v
            or s.deps[subject] != "nsubj"
        ):
            continue
        if s.pos[subject] != "PROPN" or s.kids(v, "dobj", "aux", "prep", "xcomp", "agent"):
            continue
        s.pos[v], s.tags[v], s.lemmas[v] = "NOUN", "NN", s.words[v].lower()
        attach(s, subject, v, "compound")


def _who_does_before_noun(s: Sentence) -> None:
    """ "Retreating fighters torched whole blocks": the fighters did, who retreat."""
    for v in s.labelled("csubj"):
        w, objects = s.heads[v], s.kids(v, "dobj")
        if (
            s.tags[v] != "VBG"
            or len(objects) != 1
            or objects[0] != v + 1
            or s.tags[objects[0]] != "NNS"
            or w < v
        ):
            continue
        if s.tags[w] in ("VBZ",) or s.kids(w, "nsubj", "nsubjpass"):
            continue
        noun = objects[0]
        attach(s, noun, w, "nsubj")
        attach(s, v, noun, "amod")
        s.pos[v], s.tags[v] = "ADJ", "JJ"
        rehang(s, [c for c in s.children[v] if c > noun], noun)


_TIED = frozenset({"hole", "base", "hide", "dig", "trap", "besiege", "corner", "camp", "entrench", "shelter"})
"""What those are who stay somewhere; a finite verb follows."""


def _participle_before_verb(s: Sentence) -> None:
    """ "Gunmen holed up in a hospital let 200 captives go": they let them go."""
    for v in s.labelled("conj"):
        h = s.heads[v]
        if h > v or s.pos[h] != "VERB" or s.pos[v] != "VERB" or s.tags[h] not in ("VBN", "VBD"):
            continue
        subjects = s.kids(h, "nsubj")
        if not subjects or s.lemmas[h] not in _TIED or s.kids(h, "cc", "aux", "auxpass", "dobj"):
            continue
        if any(s.words[k] in (",", ";") for k in range(h, v)) or subjects[-1] + 1 != h:
            continue
        subject = subjects[-1]
        attach(s, v, v if s.deps[h] == "ROOT" else s.heads[h], s.deps[h])
        rehang(s, [c for c in s.children[h] if c < subject or c > v], v)
        attach(s, subject, v, "nsubj")
        attach(s, h, subject, "acl")
        s.tags[h] = "VBN"


_MOVING = frozenset(
    "press push advance pour sweep move roll race pull fall charge swarm creep stream slip melt cross break "
    "burst open close dig fan".split()
)


_HITTING = frozenset(
    "riddle spray rake kill shoot attack ambush bomb shell storm seize kidnap abduct torch burn hurl throw "
    "fire lob "
    "detonate stab hack behead execute massacre loot raid overrun".split()
)


def _fighters_went_on(s: Sentence) -> None:
    """ "The fighters pressed on toward the port." tells what they did."""
    root = s.root
    if s.pos[root] not in ("NOUN", "PROPN") or s.field == "title":
        return
    told = [c for c in s.kids(root, "acl") if s.lemmas[c] in _MOVING and c == root + 1]
    hit = [
        c for c in s.kids(root, "acl", "amod") if s.lemmas[c] in _HITTING and s.kids(c, "dobj") and c > root
    ]
    v = next(iter(told + hit), len(s))
    if v >= len(s):
        return
    others = (i for i in range(len(s)) if i != v and s.tags[i] in ("VBD", "VBZ", "VBP", "MD"))
    if s.tags[v] not in ("VBD", "VBN") or s.kids(v, "agent") or any(s.heads[i] != v for i in others):
        return
    s.tags[v] = "VBD"
    attach(s, v, v, "ROOT")
    attach(s, root, v, "nsubj")
    rehang(s, [c for c in s.children[root] if c > v], v)
