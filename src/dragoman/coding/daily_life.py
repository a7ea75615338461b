"""Words of a deed where daily life tells them: things carried off, people who see each other, advice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.coding import parties
from dragoman.coding.drafts import Draft
from dragoman.coding.grammar import first_joined
from dragoman.coding.people import ARMED, OUTLAWS
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_PUBLIC = frozenset(
    "public people citizen resident traveller traveler tourist visitor passenger motorist driver viewer "
    "voter consumer customer parent pupil goer pensioner fan user reader family woman child".split()
)
"""Whom authorities and experts advise for their own good."""
_LIFE = frozenset({"CVL", "UNK", "EDU", "HLH", "MED", "JRN", "AGR", "LAB", "BUS", "ENV", "SOC"})
"""Sectors of whom no power is told."""
_RULING = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "PTY", "OPP", "ELI", "REL"}) | OUTLAWS


def _only_seen(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The witness saw only the driver", "we have seen governments fall": with the eyes alone."""
    if s.lemmas[d.trigger] != "see":
        return False
    sides = [cast.filler(s, t) for t in (*d.actors, *d.recipients)]
    one_each = all(f.kind in ("person", "office") and not f.plural for f in sides)
    powers = all(_RULING & set(f.entity.sectors) or f.kind == "office" for f in sides)
    judged = any(s.lemmas[p] == "as" for p in s.kids(d.trigger, "prep"))  # "see him as the best man"
    return judged or not (one_each and powers)


_RETAINED = frozenset("lawyer attorney solicitor barrister doctor agent coach therapist psychologist".split())


def _talks_of_a_visit(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Talking about a visit to Washington": of it, and not to Washington."""
    if s.lemmas[d.trigger] not in ("talk", "speak"):
        return False
    about = [p for p in s.kids(d.trigger, "prep") if s.lemmas[p] in ("about", "of", "on")]
    of = [o for p in about for o in s.kids(p, "pobj") if s.lemmas[o] in ("visit", "trip", "tour", "journey")]
    return any(t > o for o in of for t in (*d.actors, *d.recipients))


_ILLS = frozenset(
    "syndrome virus epidemic aids hiv malaria cholera disease flu influenza pandemic ebola plague cancer "
    "tuberculosis measles smoking obesity covid polio typhoid dengue".split()
)


def _by_an_illness(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "AIDS has killed millions": nobody did it."""
    return any(s.lemmas[k].lower() in _ILLS for t in d.actors for k in s.subtree(t))


def _ones_own_helper(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The defendant spoke to her lawyer": her own affair."""
    return any(s.lemmas[t] in _RETAINED and s.kids(t, "poss") for t in d.recipients + d.actors)


_CONTAGION = frozenset("patient hunter infected infection virus plague disease quarantine".split())


def _contact_of_the_sick(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "28 people who had close contact with the patient": of the body, and no word said."""
    return any(s.lemmas[t] == "contact" for t in (d.trigger, *d.frame.literals)) and not s.bag.isdisjoint(
        _CONTAGION
    )


_SIGHTS = frozenset(
    "shrine temple church cathedral mosque museum memorial grave tomb cemetery monument exhibition fair farm "
    "factory school hospital clinic mine stadium zoo".split()
)


def _of_a_sight(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The premier paid a visit to a shrine": nobody receives him there."""
    if d.mode != "visit":
        return False
    leads = [p for p in s.kids(d.trigger, "prep") if s.lemmas[p] in ("to", "of")]
    seen = [*d.recipients, *s.kids(d.trigger, "dobj"), *(o for p in leads for o in s.kids(p, "pobj"))]
    return bool(seen) and all(s.lemmas[t].lower() in _SIGHTS for t in seen)


def _stops_something(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "to stop the crackdown in Kosovo": no stopover there."""
    return d.mode == "visit" and s.lemmas[d.trigger] == "stop" and bool(s.kids(d.trigger, "dobj"))


def _leads_a_mission(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "He is heading the mission to Albania": what he is, and no journey."""
    return d.mode == "visit" and s.lemmas[d.trigger] == "head" and s.tags[d.trigger] == "VBG"


_TO_HONOUR = frozenset(
    "mourn pray celebrate watch greet commemorate honour honor remember hear see pay enjoy".split()
)


def _gathers_to_mourn(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Hundreds gathered at the hospital on Sunday to mourn him": no protest."""
    aims = s.kids(d.trigger, "advcl", "xcomp", "acl")
    return s.lemmas[d.trigger] in ("gather", "march", "assemble", "congregate", "rally") and any(
        s.lemmas[a] in _TO_HONOUR and (s.kids(a, "aux") or s.tags[a] == "VBG") for a in aims
    )


_SAYING = frozenset("say tell speak announce declare claim joke vow promise add boast ask".split())


def _where_he_spoke(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The voters do not buy it, the president said at a rally in Ohio": where he spoke, and no protest."""
    at = s.heads[d.trigger]
    verb = s.heads[at]
    if s.deps[d.trigger] != "pobj" or s.lemmas[at] not in ("at", "in") or s.lemmas[verb] not in _SAYING:
        return False
    who = [cast.filler(s, t) for t in s.kids(verb, "nsubj")]
    return any(f.kind in ("person", "office") and not f.plural for f in who)


def _turns_its_back(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The party has turned its back on the people": it does not care; a crowd turns its back on a mayor."""
    if not any(s.lemmas[t] == "back" for t in d.frame.literal_objects | d.frame.literals):
        return False
    return s.lemmas[d.trigger] == "turn" and not any(cast.filler(s, t).plural for t in d.actors)


def _pitches_his_court(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The president and his men pitched camp in Jowhar": where he settled, and no protest."""
    if s.lemmas[d.trigger] not in ("pitch", "erect", "camp"):
        return False
    return any("GOV" in e.sectors for e in parties.doers(cast, s, d))


_OF_WORDS = frozenset(
    "right trade policy diplomatic legal verbal personality budget culture political courtroom television "
    "bidding price ideological philosophical commercial".split()
)


def _a_clash_of_views(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Denmark braces for a human rights clash with China": with words."""
    if s.pos[d.trigger] != "NOUN" or d.mode:
        return False
    return any(s.lemmas[c] in _OF_WORDS for c in s.kids(d.trigger, "compound", "amod", "nmod"))


_NO_BODIES = frozenset(
    "motion bill plan estimate forecast proposal amendment project deal idea hope budget tax rate job cost "
    "price output resolution measure programme program story rumour rumor".split()
)


def _of_a_paper(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The commission killed a motion against Cuba", "cut its estimate": nobody is hurt."""
    hit = [o for o in s.kids(d.trigger, "dobj", "nsubjpass") if s.pos[o] == "NOUN"]
    return s.pos[d.trigger] == "VERB" and bool(hit) and all(s.lemmas[o] in _NO_BODIES for o in hit)


def _over_a_matter(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The candidate hammered the governor over his tax plan": with words."""
    if s.lemmas[d.trigger] not in ("hammer", "pound", "batter", "maul", "savage", "blast", "hit", "shell"):
        return False
    over = any(s.lemmas[p] in ("over", "on", "for", "about") for p in s.kids(d.trigger, "prep"))
    fillers = [cast.filler(s, t) for t in (*d.actors, *d.recipients)]
    people = len(fillers) > 1 and all(f.kind in ("person", "office") for f in fillers)
    return over and people and not any(ARMED & set(f.entity.sectors) for f in fillers)


def _for_their_own_good(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Police advised visitors to leave valuables at home", "warned people to keep away": advice."""
    if s.lemmas[d.trigger] not in ("advise", "counsel", "warn", "caution", "remind"):
        return False
    named = [t for t in d.recipients if s.lemmas[t] in _PUBLIC]
    told = parties.done_to(cast, s, d)
    homes = {e.country for e in parties.doers(cast, s, d)}
    private = all(set(e.sectors) <= _LIFE for e in told)
    return bool(named) and private and {e.country for e in told} <= homes | {None}


_THINGS_LET_OUT = frozenset(
    "estimate video report figure statement transcript data footage film album book photo photograph picture "
    "image document list result name detail tape recording memo letter text song single trailer".split()
)


def _let_out_to_be_read(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The prosecutors released their final estimates": nobody was held."""
    things = s.kids(d.trigger, "dobj", "nsubjpass")
    return bool(things) and all(s.lemmas[o] in _THINGS_LET_OUT for o in things)


_SHOT = frozenset("missile rocket shell projectile gun shot weapon trajectory torpedo artillery".split())


_PAPERS_THROWN = frozenset(
    "plea case appeal suit lawsuit claim petition charge bill motion complaint verdict evidence ballot "
    "challenge application conviction objection".split()
)


def _throws_out_a_plea(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The court threw out his plea for appeal": the plea, and nobody."""
    thrown = s.kids(d.trigger, "dobj", "nsubjpass")
    return s.lemmas[d.trigger] in ("throw", "toss", "kick") and any(
        s.lemmas[o] in _PAPERS_THROWN for o in thrown
    )


def _fires_missiles(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "It tested two missiles and fired them on steep trajectories": nobody lost an office."""
    return (
        s.lemmas[d.trigger] == "fire"
        and not s.bag.isdisjoint(_SHOT)
        and any(s.pos[o] == "PRON" for o in s.kids(d.trigger, "dobj"))
    )


def _carries_things_off(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "All sections of the wreck have been taken away": things, and no people."""
    if d.mode != "arrest" or not d.recipients:
        return False
    taken = [cast.filler(s, t) for t in d.recipients]
    return all(s.pos[f.head] == "NOUN" and f.entity.sectors in ((), ("UNK",)) for f in taken) and all(
        s.lemmas[f.head] in _PARTS for f in taken
    )


_PARTS = frozenset(
    "section part piece carriage wreckage debris body item vehicle car box record file".split()
)


_CELLS = frozenset("jail prison sentence bar term imprisonment gaol custody cell".split())


def _given_time(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The UN has given us three months": to do it in, and no sentence."""
    if s.lemmas[d.trigger] not in ("give", "hand", "award") or d.mode not in ("convict", "arrest"):
        return False
    by = parties.doers(cast, s, d)
    return bool(by) and not any("JUD" in e.sectors for e in by) and s.bag.isdisjoint(_CELLS)


def _wins_a_house(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The opposition took control of Congress": by votes."""
    by, taken = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    elected = bool(by) and all({"PTY", "OPP"} & set(e.sectors) for e in by)
    return d.mode == "seize" and elected and any("LEG" in e.sectors for e in taken)


def _harassed_by_nobody(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Women were harassed in the square": by men of whom nothing is told, not by the state."""
    return s.lemmas[d.trigger] in ("harass", "intimidate") and d.frame.passive and not d.actors


def _follows_of_itself(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "It passed a motion, allowing Chad to escape censure", "a rule to let it fight": what follows."""
    if s.lemmas[d.trigger] not in ("allow", "permit", "let", "enable"):
        return False
    aim = s.tags[d.trigger] == "VB" and any(s.words[a].lower() == "to" for a in s.kids(d.trigger, "aux"))
    loose = s.deps[d.trigger] in ("advcl", "acl", "relcl") and (s.tags[d.trigger] == "VBG" or aim)
    subjects = s.kids(d.trigger, "nsubj")
    idle = any(s.words[t].lower() in ("it", "this", "that", "which") for t in subjects)
    return loose or idle


def _in_order_to(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "In order to disarm them": an aim, and no order."""
    t = d.trigger
    if s.lemmas[t] != "order" or not 0 < t < len(s) - 1:
        return False
    return s.words[t - 1].lower() == "in" and s.words[t + 1].lower() in ("to", "that", "for")


def _clears_hurdles(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The firm has cleared all technical hurdles": nobody is let go."""
    things = s.kids(d.trigger, "dobj")
    return s.lemmas[d.trigger] == "clear" and any(
        s.lemmas[o] in ("hurdle", "obstacle", "bar", "barrier", "way", "path", "field", "air") for o in things
    )


def _rushed_to_hospital(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The officer was rushed to hospital": as one who is hurt."""
    return s.lemmas[d.trigger] in ("rush", "fly", "take", "airlift") and not s.bag.isdisjoint(
        {"hospital", "clinic", "surgery"}
    )


def _hires_a_firm(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The space agency recruited two companies for its programme": no soldiers."""
    taken = parties.done_to(cast, s, d)
    return s.lemmas[d.trigger] == "recruit" and any("BUS" in e.sectors for e in taken)


def _reassures_the_public(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The health centre assured the public that the risk was low": no promise to anybody."""
    if s.lemmas[d.trigger] not in ("assure", "reassure"):
        return False
    told = [t for t in d.recipients if s.lemmas[t] in _PUBLIC and not s.kids(t, "poss")]
    return bool(told) and len(told) == len(d.recipients)


_WAITING = frozenset("await need seek require want lack expect request pend".split())


def _still_awaited(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The pacts await approval from the cabinet": not given yet."""
    verb = s.heads[d.trigger]
    return s.pos[d.trigger] == "NOUN" and s.deps[d.trigger] == "dobj" and s.lemmas[verb] in _WAITING


def _in_a_bid(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "They met in a bid to bridge their differences": an aim, and no promise."""
    lead = s.heads[d.trigger]
    return s.lemmas[d.trigger] == "bid" and s.deps[d.trigger] == "pobj" and s.lemmas[lead] == "in"


def _likes_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The shopkeeper was impressed by the candidate": what one of the many thinks."""
    pleased = s.lemmas[d.trigger] in ("pleased", "satisfied", "happy", "impressed", "encouraged", "delighted")
    by = parties.doers(cast, s, d)
    return pleased and bool(by) and all(set(e.sectors) <= _LIFE for e in by)


_TRAIT = re.compile(r"(?:ment|ness|[a-z]ty|tion|sion|ance|ence|cy|ing|dom|motive|approach|need|conduct)$")


def _by_those_of_the_deed(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Accused of gang raping a woman", "suspected of trading with Chad": no gang accuses them, nor Chad."""
    if d.mode != "allege" or not d.frame.passive or not d.actors or s.pos[d.trigger] != "VERB":
        return False
    of = [p for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "of"]
    deeds = [k for p in of for v in s.kids(p, "pcomp", "pobj") for k in s.subtree(v)]
    return all(t in deeds for t in d.actors)


def _doubts_a_trait(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Senators questioned the minister's judgment": a doubt, and no inquiry."""
    asked = s.kids(d.trigger, "dobj") if d.mode == "investigate" and s.lemmas[d.trigger] == "question" else []
    return any(_TRAIT.search(s.lemmas[o]) and s.pos[o] == "NOUN" and s.kids(o, "poss", "prep") for o in asked)


_FURTHERING = frozenset(
    "strengthen boost promote deepen expand enhance develop improve forge cement bolster intensify".split()
)


def _only_aimed_at(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "They agreed on ways of boosting trade", "met to promote exchanges": an aim, and nothing done yet."""
    verb = next((v for v in (d.trigger, s.heads[d.trigger]) if s.lemmas[v] in _FURTHERING), None)
    if verb is None or s.pos[verb] != "VERB":
        return False
    verb = first_joined(s, verb, "VERB")
    infinitive = s.tags[verb] == "VB" and any(s.words[a].lower() == "to" for a in s.kids(verb, "aux"))
    return (s.tags[verb] == "VBG" and s.deps[verb] == "pcomp") or (
        infinitive and s.deps[verb] in ("advcl", "acl", "relcl")
    )


Test = Callable[[Sentence, "Cast", Draft], bool]

IDLE: dict[str, tuple[tuple[Test, str], ...]] = {
    "CONSULT": (
        (_only_seen, "seen with the eyes"),
        (_talks_of_a_visit, "spoken of"),
        (_ones_own_helper, "one's own lawyer or doctor"),
        (_contact_of_the_sick, "contact of the body"),
        (_of_a_sight, "a sight"),
        (_leads_a_mission, "what somebody leads"),
        (_stops_something, "what is brought to an end"),
    ),
    "PROTEST": (
        (_gathers_to_mourn, "gathers to honour somebody"),
        (_where_he_spoke, "where somebody spoke"),
        (_turns_its_back, "does not care"),
        (_pitches_his_court, "where somebody settled"),
    ),
    "ASSAULT": (
        (_by_an_illness, "an illness"),
        (_of_a_paper, "a paper or a figure"),
        (_over_a_matter, "a quarrel in words"),
        (_a_clash_of_views, "a clash of views"),
    ),
    "ACCUSE": (
        (_doubts_a_trait, "a doubt, and no inquiry"),
        (_by_those_of_the_deed, "who has to do with the deed"),
    ),
    "REQUEST": ((_for_their_own_good, "advice to the public"),),
    "THREATEN": ((_for_their_own_good, "advice to the public"),),
    "RETREAT": ((_let_out_to_be_read, "what is published"),),
    "SANCTION": (
        (_fires_missiles, "missiles that are fired"),
        (_given_time, "time that is given"),
        (_throws_out_a_plea, "a plea"),
    ),
    "COERCE": (
        (_carries_things_off, "things, and no people"),
        (_harassed_by_nobody, "by nobody known"),
        (_given_time, "time that is given"),
        (_wins_a_house, "a house that is won"),
    ),
    "CONCEDE": (
        (_follows_of_itself, "what follows of itself"),
        (_clears_hurdles, "hurdles"),
        (_in_order_to, "an aim"),
    ),
    "MOBILIZE": ((_hires_a_firm, "firms that are hired"), (_rushed_to_hospital, "to be treated")),
    "AGREE": (
        (_reassures_the_public, "to the public"),
        (_in_a_bid, "what is aimed at"),
        (_in_order_to, "an aim"),
    ),
    "SUPPORT": (
        (_likes_it, "what one of the many thinks"),
        (_only_aimed_at, "what is aimed at"),
        (_still_awaited, "not given"),
    ),
    "COOPERATE": ((_only_aimed_at, "what is aimed at"),),
}
"""By type, what makes its words those of daily life, and the reason that the trace gives."""
