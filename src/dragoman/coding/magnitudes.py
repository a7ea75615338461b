"""How many were killed, injured, or took part: numbers with the words that give them.

Words without a number get their customary lower bound: a dozen is 12, dozens 24, scores
40, hundreds 200, thousands 2,000, several 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.coding import grammar as g
from dragoman.coding.combat import HURT
from dragoman.coding.drafts import Draft
from dragoman.coding.grammar_of_pronouns import HE_OR_SHE
from dragoman.language import Sentence
from dragoman.records import Magnitude, Span

_UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split())}  # fmt: skip
_TENS = {
    w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000, "several": 3, "dozen": 12,
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "a dozen": 12, "two dozen": 24, "a few": 3,
    "half a dozen": 6, "half a million": 500_000, "a million": 1_000_000, "a": 1, "an": 1, "both": 2, "couple": 2, "a couple": 2,
}  # fmt: skip
_LEAD = (
    r"(?:at least|more than|over|nearly|almost|about|around|some|up to|as many as|an estimated|(?:no )?fewer than|"
    r"(?:no )?less than|close to|well over|just over|just under|roughly|approximately|another|a further|"
    r"an additional|a total of)"
)
_COUNT_WORD = "|".join(sorted([*_UNITS, *_TENS, *_VAGUE], key=len, reverse=True))
_ONE = rf"(?:(?<![\d,.])\d{{1,3}}(?: \d{{3}})+\b|(?<![\d,.])\d[\d,.]*(?: ?(?:thousand|million))?|\b(?:{_COUNT_WORD})(?:[ -](?:{_COUNT_WORD}|hundred|thousand|million))*\b)"
_OR = r"(?<!\ba)(?<!\ban)(?: (?:to|or) |(?<=\d)-(?=\d))"
_NUMBER = rf"(?<!\bfrom )(?P<n>between {_ONE} and {_ONE}|(?:{_LEAD}\s+){{0,2}}{_ONE}(?:{_OR}{_ONE})?)"
_NO_ARTICLE = r"(?!\ban?\b(?! (?:further|additional|total|estimated)\b))"
_INCLUDING = r"(?:, (?:including|among them|most of them|many of them|mostly|all of them)[^,]{0,60},)?"
_WORD = r"(?!and\b|but\b|or\b|while\b|when\b|after\b|in\b|killed\b|wounded\b|injured\b|dead\b|died\b)(?:U\.S\.|U\.N\.|[\w'’-]+)"
_PEOPLE = rf"(?:{_WORD} ){{0,4}}?{_WORD}{_INCLUDING}"
_AUX = r"(?:were |was |have been |had been |has been |are |is |being )?(?:also |reportedly |later )?"
_TO_DEATH = r"(?:(?:hacked|stabbed|burn(?:ed|t)|beaten|bludgeoned|clubbed|stoned|shot|lynched|kicked|put|crushed|trampled|starved|blasted|bombed)(?: (?:or|and) \w+)? to death|burn(?:ed|t) alive|(?:gunned|mown|mowed|cut) down|blown (?:up|apart|to (?:pieces|bits|shreds))|fatally (?:shot|stabbed|wounded|injured|hit)|shot in the head|(?:had )?their throats (?:slit|cut))"
_KILL = rf"(?:killed|dead|died|dying|die|slain|massacred|shot dead|executed|murdered|assassinated|beheaded|martyred|slaughtered|butchered|lynched|hanged|decapitated|perished|lives|fatalities|deaths|bodies|corpses|{_TO_DEATH})"
_ANOTHER = r"(?P<n>another|one other)\b(?! (?:\d|" + _COUNT_WORD + r")\b)"
_HURT = r"(?:injured|wounded|hurt|maimed|injuries)"
_PERSON = (
    r"(?:[\w.'’-]+ ){0,3}?(?:person|man|woman|child|boy|girl|baby|soldier|policeman|policewoman|officer|civilian|"
    r"protester|demonstrator|journalist|worker|passenger|bystander|villager|student|teenager|resident|official|"
    r"driver|guard|militant|rebel|fighter|leader|lawmaker|activist|policemen|pilot|airman|nun|priest|monk|imam|teacher|"
    r"farmer|doctor|nurse|mayor|judge|lawyer|councillor|senator|marine|sailor|constable|hostage|herder|pupil|tourist|"
    r"diplomat|peacekeeper|editor|reporter|candidate|mother|father|infant|pensioner|prisoner|recruit|conscript|"
    r"commander|colonel|captain|lieutenant|sergeant|trader|bishop|missionary|engineer|broadcaster|cameraman|inmate)\b"
)
_KILLED = [
    re.compile(rf"\b(?:death )?toll\b[^;]*?\b(?:to|at|of) {_NUMBER}\b", re.I),
    re.compile(rf"\b(?:death )?toll\b[^;]*?\b(?:pass(?:es|ed)|top(?:s|ped)|reach(?:es|ed)|exceed(?:s|ed)|hit|hits|was|is|now) (?:now )?{_NUMBER}\b", re.I),
    re.compile(rf"\b(?:dead|number of (?:[\w'’-]+ ){{0,3}}?(?:dead|deaths|killed|slain|victims|fatalities)|losses)\b(?: now| so far)? (?:at|stood at|stands at|had (?:risen|climbed|reached) (?:to )?|(?:rose|rises|climbed) to|numbered|reached|to) {_NUMBER}\b", re.I),
    re.compile(rf"\b(?:to|at) {_NUMBER} the (?:number|total|toll|count)\b(?! of (?:wounded|injured|missing|arrest))", re.I),
    re.compile(rf"{_NUMBER} (?:{_PEOPLE} )?(?:(?:have|has|had) )?(?:now )?(?:lay|lying|lost their|met their) (?:dead|lives|deaths?)\b", re.I),
    re.compile(rf"\bput(?:s|ting)? the (?:[\w-]+ )?(?:toll|number|figure|tally|dead)\b[^;]*? at {_NUMBER}\b", re.I),
    re.compile(rf"\b(?:kill(?:ed|ing|s)?|claimed|cost(?:ing)?|the lives of|shot dead|shooting dead|fatally (?:shot|stabbed|wounded)|gunned down|gunning down|stabbed to death|hacked to death|"
               rf"execut(?:ed|ing)|murder(?:ed|ing)|massacr(?:ed|ing)|behead(?:ed|ing)|slaughter(?:ed|ing)|butchered|claiming|slew) (?:the lives of )?{_NO_ARTICLE}{_NUMBER}\b(?! ?%)(?! (?:more |others |other |people )*(?:wounded|injured|hurt))", re.I),
    re.compile(rf"\b(?:leav(?:e|es|ing)|left) {_NO_ARTICLE}{_NUMBER}\b(?=[^.;]{{0,80}}\b(?:dead|lifeless)\b)(?! (?:more |others |other |people )*(?:wounded|injured|hurt))", re.I),
    re.compile(rf"\b(?:killed|killing|kills|shot dead|murdered|beheaded|executed) (?P<n>an?) {_PERSON}", re.I),
    re.compile(rf"\b(?:killed|killing|kills|shot dead|murdered|beheaded|executed) {_ANOTHER}", re.I),
    re.compile(rf"{_NO_ARTICLE}{_NUMBER} (?:{_PEOPLE} )?{_AUX}{_KILL}\b", re.I),
    re.compile(rf"\b(?P<n>an?) {_PERSON} {_AUX}{_KILL}\b", re.I),
    re.compile(rf"\b(?:loss|deaths?|killings?|murders?|massacre|slaughter|execution|slaying|assassination|lynching|beheading|bodies|corpses|remains) of (?:the lives of )?{_NO_ARTICLE}{_NUMBER}\b", re.I),
]  # fmt: skip
_INJURED = [
    re.compile(rf"\b(?:wound(?:ed|ing|s)?|injur(?:ed|ing|es|e)|hurt(?:ing)?|maim(?:ed|ing|s)?) {_NO_ARTICLE}{_NUMBER}\b", re.I),
    re.compile(rf"\b(?:wounded|wounding|wounds|injured|injuring|injures) (?P<n>an?) {_PERSON}", re.I),
    re.compile(rf"\b(?:wound(?:ed|ing|s)?|injur(?:ed|ing|es|e)|hurt(?:ing)?|maim(?:ed|ing|s)?) {_ANOTHER}", re.I),
    re.compile(rf"{_NO_ARTICLE}{_NUMBER} (?:{_PEOPLE} )?{_AUX}{_HURT}\b", re.I),
    re.compile(rf"\b(?P<n>an?) {_PERSON} {_AUX}{_HURT}\b", re.I),
]  # fmt: skip
_CROWD = r"(?:people|protesters?|demonstrators?|supporters|students|workers|residents|marchers|women|men|teachers|farmers|activists|miners|doctors|nurses|migrants|refugees|inmates|citizens|drivers|members|employees|villagers|monks|lawyers|opponents|youths|youngsters|mourners|relatives|settlers|rioters|fans|veterans|pensioners|officers|nurses|pilgrims|pickets|mothers|traders|Palestinians|Israelis|(?-i:[A-Z]\w+(?<!ou)s))"
_SIZE = [
    re.compile(rf"(?!\b(?:an?|both|several|few)\b(?! (?:dozen|hundred|thousand|million))){_NUMBER} (?:of )?(?:(?!(?:in|at|on|from|to|by|for|with|near|and)\b)[\w-]+ ){{0,3}}?{_CROWD}\b(?!['’])", re.I),
    re.compile(rf"\bcrowd of (?:about |some |over )?{_NUMBER}\b", re.I),
    re.compile(r"\b(?P<n>dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands) (?:have |had |also )?(?:march|rall|gather|protest|demonstrat|took|take|join|turn|pour)\w*", re.I),
]  # fmt: skip


_KILLING = frozenset(
    "kill assassinate murder behead execute hang slay butcher massacre slaughter lynch decapitate guillotine "
    "strangle die perish succumb fall beheading assassination murder killing slaying lynching".split()
)
_SHOT_DOWN = frozenset({"gun", "mow"})
_DEADLY_OBJECTS = frozenset({"throat"})
_AFTERWARDS = frozenset({"kill", "murder", "behead", "execute"})


def _kills(s: Sentence, v: int) -> bool:
    """ "Killed", "shot dead", "stabbed to death", "gunned down", "ambushed and killed", "fatally wounded"."""
    dead = s.words[v + 1 : v + 2] == ["dead"] or any(
        s.lemmas[c] == "dead" for c in s.kids(v, "oprd", "acomp", "advmod")
    )
    to_death = any(
        s.lemmas[o] in ("death", "piece", "bit")
        for p in s.kids(v, "prep")
        if s.lemmas[p] == "to"
        for o in s.kids(p, "pobj")
    )
    how = any(
        s.words[c].lower() in ("fatally", "alive") and s.lemmas[v] != "take"
        for c in s.kids(v, "advmod", "oprd", "acomp")
    )
    cut = any(s.lemmas[o] in _DEADLY_OBJECTS for o in s.kids(v, "dobj", "nsubjpass"))
    blown_up = (
        s.lemmas[v] == "blow"
        and s.kids(v, "prt", "advmod")
        and any(s.tags[c] == "NNS" for c in s.kids(v, "nsubjpass"))
    )
    cut_down = s.lemmas[v] in ("cut", "mow", "gun") and any(
        s.lemmas[c] == "down" for c in s.kids(v, "prt", "advmod")
    )
    if s.lemmas[v] == "find" and any(  # "was found shot to death"
        s.pos[c] == "VERB" and _kills(s, c) for c in s.kids(v, "oprd", "xcomp", "ccomp", "acl") if c > v
    ):
        return True
    then = any(
        s.lemmas[c] in _AFTERWARDS and not s.kids(c, "dobj", "nsubj", "nsubjpass") for c in s.kids(v, "conj")
    )
    found = s.heads[v] if s.lemmas[s.heads[v]] == "find" else v  # "was found shot and later died"
    then = then or any(s.lemmas[c] == "die" and not s.kids(c, "nsubj") for c in s.kids(found, "conj"))
    return (
        s.lemmas[v] in _KILLING | _SHOT_DOWN
        or dead
        or to_death
        or how
        or cut
        or cut_down
        or bool(blown_up)
        or then
    )


def _hurts(s: Sentence, v: int) -> bool:
    """ "wounded two guards", but not "fatally wounded", which kills."""
    return s.lemmas[v] in HURT and not _kills(s, v)


def magnitude(
    s: Sentence, draft: Draft, *, persons: frozenset[int] = frozenset(), deeds: frozenset[int] = frozenset()
) -> Magnitude:
    """Counts of an ASSAULT (killed, injured) or a PROTEST (size, killed), and of people taken, freed or sent.

    ``persons`` are those recipients that are a single person each, who counts where he was killed;
    ``deeds`` are the triggers of all events of the sentence, for the dead of another deed are its own.
    """
    killed = injured = size = None
    if draft.event_type == "ASSAULT" and _only_tried(s, draft.trigger):
        return Magnitude(None, None, None, ())
    if draft.event_type == "ASSAULT" and draft.mode != "abduct":
        him = [t for t in draft.recipients if s.words[t].lower() in HE_OR_SHE]
        if him and len(draft.recipients) == 1 and _kills(s, draft.trigger):
            return Magnitude(1, None, None, (("killed", (s.starts[him[0]], s.ends[him[0]])),))
        killed = _of_those(s, draft, persons, _kills, _first(s, _KILLED, draft, deeds))
        injured = _of_those(s, draft, persons, _hurts, _first(s, _INJURED, draft, deeds))
        if killed and (more := _along_with(s, draft)):
            killed = killed[0] + more, killed[1]
        if killed and injured and killed[1] == injured[1]:
            injured = None
    elif draft.event_type == "PROTEST":
        size = _first(s, _SIZE)
        size = None if size and _counts_the_held(s, size[1], draft) else size
        dead = _first(s, _KILLED + _INJURED)
        size = None if size and dead and size[1] == dead[1] else size  # "protests in which 300 people died"
        deadly = any(_was_deadly(s, t) for t in (draft.trigger, *draft.frame.literals))
        killed = _first(s, _KILLED) if deadly else None
    size = size or _taken_or_sent(s, draft)
    found = {"killed": killed, "injured": injured, "size": size}
    spans = tuple((name, hit[1]) for name, hit in found.items() if hit)
    return Magnitude(
        killed[0] if killed else None, injured[0] if injured else None, size[0] if size else None, spans
    )


def _of_those(
    s: Sentence,
    draft: Draft,
    persons: frozenset[int],
    strikes: Callable[[Sentence, int], bool],
    told: tuple[int, Span] | None,
) -> tuple[int, Span] | None:
    """The number that is told, or else as many as those to whom it was done; ``strikes`` knows verbs of it."""
    own = any(strikes(s, t) for t in (draft.trigger, *draft.covers))
    hit = [t for t in draft.recipients if _struck(s, t, strikes, own=own)]
    found = _one_by_one(s, hit, persons) or told
    one_person = len(draft.recipients) == 1 and draft.recipients[0] in persons
    if found is None and one_person and strikes(s, draft.trigger):
        return 1, (s.starts[draft.trigger], s.ends[draft.trigger])
    return found or _counted(s, hit, persons)


_TRYING = frozenset(
    "try attempt fail want plot conspire plan seek hope vow threaten bid conspiracy effort".split()
)


def _only_tried(s: Sentence, v: int) -> bool:
    """ "Tried to kill the governor", "a plot to kill two ministers": nobody died of it."""
    if any(s.lemmas[c] in _NOT_DONE for c in s.kids(v, "amod")):
        return True  # "the attempted murder of a defector"
    return (
        s.tags[v] == "VB"
        and s.deps[v] in ("xcomp", "acl", "relcl")
        and s.lemmas[s.heads[v]] in _TRYING
        and any(s.lemmas[c] == "to" for c in s.kids(v, "aux"))
    )


_NOT_DONE = frozenset("attempted attempt failed fail foiled foil botched thwarted thwart abortive".split())


_HELD = frozenset(
    "arrest detain hold jail imprison charge kill wound injure hurt hospitalize hospitalise".split()
)


def _counts_the_held(s: Sentence, span: Span, draft: Draft) -> bool:
    """ "Sixty people were arrested during protests": how many were held, and not how many marched."""
    counted = (
        s.heads[i] for i in range(len(s)) if span[0] <= s.starts[i] < span[1] and s.deps[i] == "nummod"
    )
    return any(
        s.deps[t] in ("nsubjpass", "dobj") and s.lemmas[s.heads[t]] in _HELD and s.heads[t] != draft.trigger
        for t in counted
    )


_OF_PEOPLE = frozenset({"arrest", "deport", "abduct", "release", "expel"})
"""Modes of what is done to people only: as many as are told are its size."""
_TAKINGS = frozenset("arrest detention deportation expulsion abduction kidnapping release".split())
_FORCES = frozenset(
    "troop soldier officer policeman police peacekeeper man marine fighter reservist agent guard paratrooper "
    "serviceman conscript commando gendarme personnel airman member militant".split()
)
_PEOPLE_SENT = {
    "MOBILIZE": _FORCES,
    "RETREAT": _FORCES,
    "AID": frozenset(
        "person people resident refugee civilian survivor patient family villager evacuee".split()
    ),
}
"""Nouns that tell the size of what is sent, withdrawn or helped."""


def _taken_or_sent(s: Sentence, draft: Draft) -> tuple[int, Span] | None:
    """ "Detained 17 fishermen", "freed two nurses and a driver", "sent in 1,500 troops": how many."""
    nouns = _PEOPLE_SENT.get(draft.event_type)
    if draft.mode in _OF_PEOPLE:
        deeds = (t for t in (draft.trigger, *draft.frame.literals) if s.lemmas[t] in _TAKINGS)
        counts = [t for t in draft.recipients if _count_on(s, t)]
        tokens = counts or [t for t in deeds if s.tags[t] == "NNS"]  # "made 75 arrests"
    elif nouns:
        slots = [t for slot in draft.frame.slots.values() for t in slot]
        tokens = [*slots, *g.objects(s, draft.trigger)]
        tokens += [o for t in (draft.trigger, *tokens) for n, _, o in g.prepositional(s, t) if n == "of"]
        tokens = [t for t in tokens if s.lemmas[t] in nouns]
    else:
        return None
    counted = [hit for t in dict.fromkeys(tokens) if (hit := _count_on(s, t))]
    total = sum(value for value, _ in counted)
    return (total, counted[0][1]) if total > 1 else None


def _count_on(s: Sentence, token: int) -> tuple[int, Span] | None:
    """How many a noun tells: "17 fishermen", "a driver", "twenty of his men"."""
    numbers = [token] if s.pos[token] == "NUM" else s.kids(token, "nummod")
    for n in numbers:
        words = [i for i in s.subtree(n) if s.pos[i] not in ("PUNCT", "SYM") and (i <= n or n != token)]
        text = s.text[s.starts[words[0]] - s.start : s.ends[words[-1]] - s.start]
        value = number(text) or number(s.words[n])
        if value:
            return value, (s.starts[words[0]], s.ends[words[-1]])
    if s.lemmas[token] in ("total", "group"):  # "a total of 516 people"
        return next((_count_on(s, o) for name, _, o in g.prepositional(s, token) if name == "of"), None)
    vague = number(s.words[token]) if s.tags[token] == "NNS" else None
    if vague:  # "dozens of students"
        return vague, (s.starts[token], s.ends[token])
    beside = s.deps[token] == "conj" or s.kids(token, "conj")
    single = s.tags[token] == "NN" and any(s.lemmas[c] in ("a", "an") for c in s.kids(token, "det"))
    person = re.fullmatch(_PERSON, s.words[token], re.I)
    return (1, (s.starts[token], s.ends[token])) if single and beside and person else None


def _one_by_one(s: Sentence, hit: list[int], persons: frozenset[int]) -> tuple[int, Span] | None:
    """ "A farmer and a clerk were shot": two; "killed the mayor, his wife and two guards": four."""
    first = g.first_joined(s, hit[0]) if hit else 0
    beside = {s.deps[t] for t in hit} <= {"nsubj"}  # "40 rebels and as many as 12 officers died"
    if len(hit) < 2 or not (beside or set(hit) <= set(g.conjuncts(s, first))):
        return None
    counts = [_how_many(s, t, persons) for t in hit]
    return (sum(counts), (s.starts[hit[0]], s.ends[hit[-1]])) if all(counts) else None


_NO_ONE_PERSON = frozenset(
    "number group handful couple dozen score family crowd unit patrol total series string team".split()
)


def _how_many(s: Sentence, t: int, persons: frozenset[int]) -> int:
    """How many one of several joined nouns tells, 0 where it does not: "two guards", "a driver", "Ahmed Bello"."""
    if (told := _count_on(s, t)) is not None:
        return told[0]
    if s.lemmas[t] in _NO_ONE_PERSON:
        return 0
    article = s.tags[t] == "NN" and any(s.lemmas[c] in ("a", "an", "another") for c in s.kids(t, "det"))
    kin = s.lemmas[t] in _KIN and bool(s.kids(t, "poss"))  # "and his wife"
    return int(article or kin or t in persons)


def _struck(s: Sentence, t: int, strikes: Callable[[Sentence, int], bool], *, own: bool) -> bool:
    """ "raided a base, killing a woman": she was killed, and not the base."""
    while s.deps[t] == "conj" and s.pos[s.heads[t]] in ("NOUN", "PROPN"):
        t = s.heads[t]
    return strikes(s, s.heads[t]) if s.pos[s.heads[t]] == "VERB" else own


_KIN = frozenset(
    "wife husband son daughter brother sister father mother driver bodyguard pilot deputy leader cousin aide "
    "nephew uncle interpreter child baby niece aunt".split()
)


def _along_with(s: Sentence, draft: Draft) -> int:
    """ "The hijackers were killed, along with 20 soldiers and a hostage": 21 more."""
    if s.bag.isdisjoint({"along", "together"}) or not _kills(s, draft.trigger):
        return 0
    also = [
        o
        for name, p, o in g.prepositional(s, draft.trigger)
        if name == "with" and s.words[p - 1].lower() in ("along", "together")
    ]
    first = [o for o in also if o not in draft.recipients]
    joined = dict.fromkeys(c for o in first for c in g.conjuncts(s, o))
    singles = frozenset(c for c in joined if s.tags[c] == "NN")  # "and the commander"
    return sum(_how_many(s, c, singles) for c in joined)


def _counted(s: Sentence, hit: list[int], persons: frozenset[int]) -> tuple[int, Span] | None:
    """ "Hacked sixteen herders to death": as many as those to whom it was done."""
    for r in hit:
        if s.lemmas[r] in _NO_ONE_PERSON:  # "a number of gunmen", "a group of about 20 rebels"
            if told := _count_on(s, r):
                return told
            continue
        if s.lemmas[r] in g.BUILT:
            continue
        for n in s.kids(r, "nummod"):
            words = [i for i in s.subtree(n) if s.pos[i] not in ("ADP", "PUNCT", "SYM")]
            value = (
                number(s.text[s.starts[words[0]] - s.start : s.ends[words[-1]] - s.start]) if words else None
            )
            if value:
                return value, (s.starts[words[0]], s.ends[words[-1]])
        alone = any(s.lemmas[c] in ("a", "an") for c in s.kids(r, "det"))
        alone = alone or (bool(s.kids(r, "poss")) and s.lemmas[r] in _KIN)  # "killed his daughter"
        alone = alone or (r in persons and s.deps[r] != "conj" and not s.kids(r, "conj"))
        if s.tags[r] not in ("NNS", "NNPS") and alone:
            return 1, (s.starts[r], s.ends[r])
    return None


def _first(
    s: Sentence,
    patterns: list[re.Pattern[str]],
    draft: Draft | None = None,
    deeds: frozenset[int] = frozenset(),
) -> tuple[int, Span] | None:
    hits = [m for pattern in patterns for m in pattern.finditer(s.text)]
    if draft is not None:
        hits.sort(
            key=lambda m: not _counts_the_hit(s, m, draft)
        )  # "300 are dead, and 241 rebels were killed"
    for m in hits:
        value = number(m["n"])
        if value is None or _YEAR.search(m["n"]) or (draft and not _of_the_deed(s, m, draft, deeds)):
            continue
        other = _counts_buildings(s, m) or bool(_OTHER_UNITS.match(s.text, m.end("n")))
        if other or (draft and _counts_the_killers(s, m, draft)):
            continue
        if _AVENGED.search(s.text[: m.start("n")]) or _is_an_age(s.text, m):
            continue
        if draft is not None:
            value += _and_others(s, s.start + m.start("n"))
        return value, (s.start + m.start("n"), s.start + m.end("n"))
    return None


def _counts_buildings(s: Sentence, m: re.Match[str]) -> bool:
    """ "Two schools were blown up": of the dead nothing is told."""
    counted = range(s.start + m.start("n"), s.start + m.end("n"))
    nouns = [s.heads[i] for i in range(len(s)) if s.starts[i] in counted and s.deps[i] == "nummod"]
    return any(s.lemmas[n] in g.BUILT for n in nouns)


_AGE_AHEAD = re.compile(r"[^\W\d_][,(] ?$")


def _is_an_age(text: str, m: re.Match[str]) -> bool:
    """ "A woman, 43, was shot dead", "killed Juan Ruiz (61)": how old, and not how many."""
    number_ = m["n"].rstrip(",.")
    start = m.start("n")
    ahead = _AGE_AHEAD.search(text[:start]) or text[:start].endswith("(")
    behind = text[start + len(number_) : start + len(number_) + 1]
    return number_.isdigit() and int(number_) < _OLDEST and bool(ahead) and behind in (",", ")")


_OLDEST = 120
_OTHER_UNITS = re.compile(
    r"\s*(?:second|minute|hour|day|week|month|year|mile|kilomet|km|metre|meter)s?\b", re.I
)
"""What follows a number that counts no people: "killed two days after"."""
_AVENGED = re.compile(
    r"\b(?:(?:retaliation|revenge|reprisal|vengeance|response) (?:for|to|over)|aveng\w+) the (?:\w+ )?"
    r"(?:deaths?|killings?|murders?|execution|assassination) of $"
)
"""What stands before the number of those who are avenged: "killed him in revenge for the deaths of three"."""
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d$")


def _and_others(s: Sentence, start: int) -> int:
    """ "killed nine soldiers and an aid worker", "two guards and six inmates died": those named beside the first."""
    counted = next((i for i in range(len(s)) if s.ends[i] > start and s.pos[i] == "NUM"), None)
    one = next((i for i in range(len(s)) if s.starts[i] == start and s.lemmas[i] in ("a", "an")), None)
    if one is not None:  # "killing a soldier and two contractors"
        counted = one
    elif counted is None or s.deps[counted] != "nummod" or s.starts[counted] > start + 20:
        return 0
    own, total = s.heads[counted], 0
    first = g.first_joined(s, own, "NOUN")
    listed = g.conjuncts(s, first)
    if s.field == "title":  # "Gunmen kill 8 guards, 1 nurse"
        listed = [*listed, *(a for a in s.kids(first, "appos") if s.kids(a, "nummod"))]
    for c in listed:
        number_of = [number(s.words[k]) for k in s.kids(c, "nummod")]
        single = s.tags[c] in ("NN", "NNP", "JJ") and any(
            s.lemmas[k] in ("a", "an") for k in s.kids(c, "det")
        )
        if c != own and s.lemmas[c] not in _NO_ONE_PERSON:
            total += (number_of[0] or 0) if number_of else int(single)
    return total


_OTHER_TIMES = frozenset({"after", "before", "since", "until"})
"""Words that part two happenings: "shelled the town after a bomb killed five"."""
_HARMING = frozenset("kill wound injure hurt die slay murder execute behead massacre maim".split())


def _counts_the_hit(s: Sentence, m: re.Match[str], draft: Draft) -> bool:
    """True where the number stands with those to whom it was done."""
    counted = range(s.start + m.start("n"), s.start + m.end("n"))
    return any(s.starts[k] in counted for r in draft.recipients for k in s.subtree(r))


def _counts_the_killers(s: Sentence, m: re.Match[str], draft: Draft) -> bool:
    """True for "seven rebels who killed soldiers": so many did it, how many died is not told."""
    if draft.frame.passive or s.pos[draft.trigger] != "VERB" or s.lemmas[draft.trigger] not in _HARMING:
        return False
    counted = range(s.start + m.start("n"), s.start + m.end("n"))
    those = {s.heads[i] for i in range(len(s)) if s.starts[i] in counted and s.deps[i] == "nummod"}
    return bool(those & set(draft.actors)) and not those & set(draft.recipients)


def _was_deadly(s: Sentence, protest: int) -> bool:
    """ "Protests in which 11 people were killed"."""
    below = (v for c in s.kids(protest, "relcl", "acl") for v in s.subtree(c) if s.lemmas[v] in _HARMING)
    return s.pos[protest] == "NOUN" and any(_nearest_noun(s, v) == protest for v in below)


def _nearest_noun(s: Sentence, verb: int) -> int | None:
    """ "A strike to protest a raid that killed nine": the raid."""
    return next((a for a in s.ancestors(verb) if s.pos[a] in ("NOUN", "PROPN")), None)


def _of_the_deed(s: Sentence, m: re.Match[str], draft: Draft, deeds: frozenset[int]) -> bool:
    """ "They broke in, killed two men and took nine hostage": two were killed by the killing alone."""
    start, end = s.start + m.start(), s.start + m.end()
    between = sorted((s.starts[draft.trigger] - s.start, m.start("n")))
    if ";" in s.text[between[0] : between[1]]:
        return False  # "the army lost 16 men; the rebels reported 20 dead"
    inside = (i for i in range(len(s)) if start <= s.starts[i] < end)
    harming = (i for i in inside if s.pos[i] == "VERB" and (s.lemmas[i] in _HARMING or _kills(s, i)))
    verb = next(harming, None)
    own = {draft.trigger, *draft.covers, *draft.frame.literals, draft.frame.light}
    if verb is None or verb in own:
        return True
    if (
        _is_another(s, draft, own)
        or _within_another(s, verb, draft.trigger)
        or _took_by_another(s, verb, own)
    ):
        return False
    if verb not in deeds:
        return not _toll_of_another(s, verb, own, deeds)
    if _counts_the_hit(s, m, draft):
        return True  # "opened fire and killed six worshippers"
    led = any(s.lemmas[k] in _OTHER_TIMES for k in s.kids(verb, "mark"))
    since = any(
        s.lemmas[k] == "since" for k in s.kids(draft.trigger, "mark")
    )  # "since they stormed it, 100 died"
    below, above = _joined(s, verb, draft.trigger), _joined(s, draft.trigger, verb)
    return (below and not led) or (above and not since)


_OTHERS = frozenset({"similar", "separate", "another", "simultaneous", "second", "fresh"})


def _is_another(s: Sentence, draft: Draft, own: set[int | None]) -> bool:
    """ "nine died in the inn as rebels began a similar raid on a camp": none of them there."""
    nouns = [t for t in own if t is not None and s.pos[t] == "NOUN"]
    named = any(s.lemmas[c] in _OTHERS for t in nouns for c in s.kids(t, "amod", "det"))
    return named and s.deps[draft.trigger] == "advcl"


def _within_another(s: Sentence, verb: int, trigger: int) -> bool:
    """ "Nine died when jets bombed a hill to help troops who were hit during a raid": not in the raid."""
    chain = [trigger, *s.ancestors(trigger)]
    below = chain[1 : chain.index(verb)] if verb in chain else []
    return any(s.deps[t] == "relcl" for t in below)


_BLOWS = frozenset(
    "attack assault strike airstrike raid ambush bombing blast explosion shelling massacre bombardment shooting "
    "clash fighting battle crash siege".split()
)
_ANSWERED = frozenset("after before following over for to since against despite".split())
_RECALLED = frozenset("protest condemn avenge mark investigate denounce commemorate mourn remember".split())


def _took_by_another(s: Sentence, verb: int, own: set[int | None]) -> bool:
    """ "Shelled the hill in revenge for an ambush in which nine died": they died in the ambush."""
    if s.deps[verb] not in ("relcl", "acl"):
        return False
    first = min(s.subtree(verb))
    for noun in range(first - 1, -1, -1):
        if s.pos[noun] in ("VERB", "AUX") or noun in own:
            return False
        if s.lemmas[noun] in _BLOWS and s.pos[noun] == "NOUN":
            chain = [*s.ancestors(noun)]
            above = chain[: next((n for n, a in enumerate(chain) if a in own), len(chain))]
            return any(
                (s.deps[a] == "prep" and s.lemmas[a] in _ANSWERED) or s.lemmas[a] in _RECALLED for a in above
            )
    return False


def _toll_of_another(s: Sentence, verb: int, own: set[int | None], deeds: frozenset[int]) -> bool:
    """ "Rebels took a post, and the army made a raid, killing two": they died in the raid."""
    above = s.heads[verb]
    if s.deps[verb] != "advcl" or s.tags[verb] != "VBG" or above in own:
        return False
    theirs = deeds & {above, *s.kids(above, "dobj")}
    return bool(theirs) and not theirs & own and s.deps[above] == "conj"


def _joined(s: Sentence, low: int, high: int) -> bool:
    """True where one word hangs below another, and is no further deed beside what hangs there."""
    while low != high:
        both = s.lemmas[low] in _HARMING and s.lemmas[s.heads[low]] in _HARMING
        beyond = s.heads[low] != high and s.tags[low] == s.tags[s.heads[low]] == "VBG"
        if s.heads[low] == low or (s.deps[low] == "conj" and not both and not beyond):
            return False  # but "attacked the base, destroying two aircraft and killing three"
        low = s.heads[low]
    return True


_LEADS = re.compile(rf"^(?:{_LEAD}\s+)+")
_FROM_TO = re.compile(rf"(?:between )?({_ONE})(?: and |{_OR})({_ONE})$")


def number(words: str) -> int | None:
    """ "at least 12", "dozens", "two hundred" → an integer, or None."""
    text = _LEADS.sub("", words.strip().lower())
    if text in ("another", "one other"):
        return 1
    if span := _FROM_TO.match(text):  # "between 20 and 30": at least 20
        order = re.search(r" (?:thousand|million)$", span[2])
        return _number(span[1] + order[0] if order and not span[1].endswith(order[0]) else span[1])
    return _number(text)


def _number(text: str) -> int | None:
    if text in _VAGUE:
        return _VAGUE[text]
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)  # "70 000"
    digits = re.match(r"([\d,.]+) ?(thousand|million)?$", text)
    if digits:
        try:
            value = float(digits[1].replace(",", "").rstrip("."))
        except ValueError:
            return None
        return int(value * {"thousand": 1000, "million": 1_000_000}.get(digits[2] or "", 1))
    total = current = 0
    for part in re.split(r"[ -]", text):
        if part in _UNITS:
            current += _UNITS[part]
        elif part in _TENS:
            current += _TENS[part]
        elif part == "several":
            current += 3
        elif part == "hundred":
            current = max(current, 1) * 100
        elif part == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif part == "million":
            total, current = total + max(current, 1) * 1_000_000, 0
        elif part == "a":
            current = max(current, 1)
        elif part != "and":
            return None
    return (total + current) or None
