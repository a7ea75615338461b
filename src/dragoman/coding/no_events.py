"""Drafts that tell no event though their words fit: what is over, private, a figure of speech, a mere description."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding import hands, idle_words, implied, laws, operators, parties
from dragoman.coding.actors import Cast
from dragoman.coding.antecedents import accord_meant
from dragoman.coding.drafts import MATERIAL_CONFLICT, VERBAL_CONFLICT, Draft
from dragoman.coding.fitting import MACHINES
from dragoman.coding.mentions import VEHICLES, noun_natures
from dragoman.coding.said import WELFARE
from dragoman.coding.slots import is_calendar
from dragoman.coding.tales import (
    blamed_for,
    in_a_charge,
    in_a_tale,
    in_an_insult,
    in_an_unproven_claim,
    in_general,
    looks_for_survivors,
    of_any_such,
)
from dragoman.language import Sentence

_COMPANIES = frozenset({"BUS"})
_PRIVATE = frozenset("BUS MED JRN CVL EDU AGR UNK HLH ENV".split())
_DEALINGS = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT", "REQUEST", "CONCEDE", "AID"})


_OF_WORDS = VERBAL_CONFLICT | {"SUPPORT", "CONSULT", "AGREE"}
"""What somebody said or stood up for, of which news tells only as the reason why he was tried."""


def no_event(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a draft with parties is no political event all the same, or nothing."""
    if _mere_description(s, d):
        return "only says who somebody is"
    if idle := idle_words.why_none(s, cast, d):
        return idle
    if _asked_by_reporters(s, cast, d):
        return "a question of the press"
    if in_a_tale(s, d.trigger):
        return "told in a work of fiction"
    if _only_ended(s, d):
        return "only what is lifted or comes to an end"
    unproven = in_general(s, d.trigger) or in_an_unproven_claim(s, d.trigger)
    unproven = unproven or (d.event_type in _DEALINGS and blamed_for(s, d.trigger))
    violent = d.event_type == "ASSAULT"
    if unproven or in_a_charge(s, d.trigger, of_words=d.event_type in _OF_WORDS, violent=violent):
        return "said of such events in general, or in a charge"
    if d.event_type == "CONCEDE" and s.lemmas[d.trigger] in _ADMITTING and _no_fault(s, cast, d):
        return "admits no fault of its own"
    if d.event_type in MATERIAL_CONFLICT | {"RETREAT"} and _of_the_dead(s, d):
        return "tells of the dead"
    if d.event_type in MATERIAL_CONFLICT and _no_deed(s, d):
        return "tells of no deed"
    talks = d.event_type == "CONSULT" and s.pos[d.trigger] in ("NOUN", "PROPN")
    if talks and (_in_a_title(s, d.trigger) or _only_backed(s, d) or _alone(s, cast, d)):
        return "a body's own meeting, or what an envoy is sent for"
    if d.event_type == "COOPERATE" and s.lemmas[d.trigger] in _TRADE and _is_a_figure(s, d.trigger):
        return "a figure of trade"
    if d.mode == "visit" and (any(s.lemmas[t] in VEHICLES for t in d.actors) or _takes_flight(s, cast, d)):
        return "a flight or a ride, no visit"
    if d.mode == "resign" and s.lemmas[d.trigger] in ("flee", "escape") and not _in_power(s, cast, d):
        return "who flees holds no office"
    private = _private(s, cast, d) or _nobodys(s, d)
    return _mere_words(s, cast, d) or (f"{d.event_type} {private}" if private else "")


_SENT_FOR = frozenset("envoy representative mediator facilitator negotiator coordinator rapporteur".split())


def _in_a_title(s: Sentence, noun: int) -> bool:
    """ "The special envoy for the Cyprus talks went to Rome": what his office is called."""
    prep = s.heads[noun]
    titled = s.deps[noun] == "pobj" and s.lemmas[prep] in ("for", "to") and s.deps[prep] == "prep"
    return titled and s.lemmas[s.heads[prep]] in _SENT_FOR


def _only_ended(s: Sentence, d: Draft) -> bool:
    """True for what the sentence only tells the end of."""
    if d.event_type == "ASSAULT":
        return _is_over(s, d.trigger)
    return d.event_type in ("COERCE", "SANCTION") and _is_ended(s, d.trigger)


def _is_over(s: Sentence, n: int) -> bool:
    """ "Talks led to an end to the fighting between Chad and the rebels": it is over, and none broke out."""
    if s.pos[n] != "NOUN" or s.deps[n] != "pobj":
        return False
    for p in (s.heads[n], s.heads[s.heads[s.heads[n]]]):  # "an end to the latest round of fighting"
        if s.lemmas[p] in ("to", "of") and s.lemmas[s.heads[p]] in ("end", "halt", "cessation"):
            return s.pos[s.heads[p]] == "NOUN"
    return False


_BLOODY = frozenset("death shoot machete kill axe ax knife burn panga massacre murder".split())


def _of_the_dead(s: Sentence, d: Draft) -> bool:
    """ "Ten people had been hacked or shot to death": no computers were hacked, and nobody left."""
    hacked = d.mode == "cyber" and s.lemmas[d.trigger] == "hack" and not s.bag.isdisjoint(_BLOODY)
    return hacked or _only_the_dead_left(s, d)


_AS_THEY_ARE_LEFT = frozenset(
    "dead wounded injured wound injure homeless stranded orphaned disabled blind hungry alive".split()
)
_CLASHING = frozenset("clash scuffle skirmish battle brawl".split())
_HARMING = frozenset("leave kill wound injure hurt".split())
_PEOPLE = frozenset("people person dozen hundred score number other civilian bystander several".split())


def _hurt_as_they_clashed(s: Sentence, d: Draft) -> bool:
    """ "One person was killed and nearly 100 injured as activists clashed with police": the toll of the clash."""
    v = d.trigger
    while s.deps[v] == "conj" and s.lemmas[s.heads[v]] in _HARMING:
        v = s.heads[v]
    if d.event_type != "ASSAULT" or d.mode or d.actors or s.lemmas[v] not in _HARMING or not d.frame.passive:
        return False
    return any(
        s.lemmas[c] in _CLASHING and any(s.lemmas[m] in ("as", "when") for m in s.kids(c, "mark", "advmod"))
        for c in s.kids(v, "advcl")
    )


def toll_of_a_clash(s: Sentence, d: Draft) -> bool:
    """ "Supporters clashed with police, injuring dozens of people": neither side is told to have done it."""
    if _hurt_as_they_clashed(s, d):
        return True
    v = d.trigger if s.tags[d.trigger] == "VBG" else s.heads[d.trigger]
    if d.event_type != "ASSAULT" or s.deps[v] != "advcl" or s.tags[v] != "VBG" or s.lemmas[v] not in _HARMING:
        return False
    clash = next((a for a in s.ancestors(v) if s.deps[a] != "advcl"), v)
    with_whom = [o for n, p, o in g.prepositional(s, clash) if n == "with" and s.heads[p] == clash]
    if s.lemmas[clash] not in _CLASHING or not with_whom:
        return False
    return any(s.lemmas[c].lower() in _PEOPLE for c in s.subtree(v) if s.heads[c] in (v, d.trigger))


def _only_the_dead_left(s: Sentence, d: Draft) -> bool:
    """ "Raked the room, leaving seven people dead": nobody left, and the gunmen are not dead."""
    if d.event_type == "RETREAT" and s.lemmas[d.trigger] == "leave":
        return any(s.lemmas[i] in _AS_THEY_ARE_LEFT for i in s.subtree(d.trigger))
    leave = s.heads[d.trigger]
    return s.lemmas[d.trigger] == "dead" and s.lemmas[leave] == "leave" and leave not in d.frame.literals


_FALL = frozenset(
    "exile overrun oust overthrow topple flee escape abdicate depose coup toppling downfall".split()
)
_JOURNEY = frozenset("fly leave land arrive travel head go".split())


def _takes_flight(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "flies to India as crowds overrun her palace", "commandos flew to Uganda": nobody is visited."""
    if s.lemmas[d.trigger] not in _JOURNEY or s.pos[d.trigger] != "VERB":
        return False
    fillers = [cast.filler(s, t) for t in d.actors]
    troops = bool(fillers) and all(
        f.kind == "role"
        and f.plural
        and set(f.entity.sectors[:1]) <= {"MIL", "REB", "PRM"}
        and f.entity.sectors
        for f in fillers
    )
    return troops or not s.bag.isdisjoint(_FALL)


def _mere_words(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a warning or a demand is none."""
    if d.event_type == "THREATEN" and s.pos[d.trigger] == "NOUN" and not _named(s, cast, d):
        return "a threat that nobody makes"
    if at_risk := _no_one_threatened(s, cast, d):
        return at_risk
    if d.event_type == "THREATEN" and s.lemmas[d.trigger] == "warn" and _to_its_own(s, cast, d):
        return "advice to its own citizens"
    if d.event_type == "THREATEN" and s.lemmas[d.trigger] == "warn" and _idle(s, cast, d):
        return "a warning of what nobody would do"
    if d.event_type == "REQUEST" and _travel_advice(s, cast, d):
        return "advice to its own citizens abroad"
    if d.event_type == "REQUEST" and d.mode != "yield" and operators.own_forces(s, d.frame):
        return "an order to one's own forces"
    return ""


_CHERISHED = frozenset(
    "security stability peace existence interest sovereignty unity democracy future livelihood survival way "
    "relation supply economy integrity order harmony cohesion prospect credibility".split()
)
"""What a state of affairs threatens, which is no threat that somebody utters."""


def _no_one_threatened(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "an alliance which threatens Morocco's security" utters no threat."""
    if d.event_type != "THREATEN" or s.lemmas[d.trigger] != "threaten":
        return ""
    hit = [t for t in g.objects(s, d.trigger) if s.lemmas[t] in _CHERISHED or _a_town(cast, s, t)]
    return f"R: {s.words[hit[0]]} is put at risk, not threatened by anybody" if hit else ""


def _a_town(cast: Cast, s: Sentence, t: int) -> bool:
    """ "militants threatening Kunduz", "rebels threatened the capital, Bangui": they stand near, and say nothing."""
    f = cast.filler(s, t)
    return s.lemmas[t] in _TOWNS or (f.nature == "place" and s.pos[t] == "PROPN" and not f.acts)


_TOWNS = frozenset("town city capital village airport port suburb outskirts".split())


_ENDINGS = frozenset(
    "lifting end easing removal relaxation repeal abolition scrapping cancellation loosening ending".split()
)
_DECIDED = frozenset("decision order threat ruling move".split())
_UNDOING = frozenset(
    "reverse overturn rescind revoke scrap drop shelve abandon withdraw cancel quash annul suspend".split()
)
_EASING = frozenset("lower halve slash trim cut reduce ease relax waive lift remove scrap".split())


def _is_ended(s: Sentence, noun: int) -> bool:
    """ "the lifting of the curfew", "lowered its duties", "reversed its decision to expel": nothing of the kind."""
    if (
        s.deps[noun] == "conj" and s.pos[noun] == "NOUN"
    ):  # "cuts its tariffs on cars and their tariffs on seeds"
        same = (a for a in s.ancestors(noun) if s.lemmas[a] == s.lemmas[noun] and s.pos[a] == "NOUN")
        noun = next(same, noun)
    lead = s.heads[noun]
    if s.deps[noun] in ("acl", "relcl") and s.lemmas[lead] in _DECIDED and s.tags[noun] == "VB":
        above = s.heads[lead]
        return s.deps[lead] in ("dobj", "nsubjpass") and s.lemmas[above] in _UNDOING
    if s.pos[noun] == "NOUN" and s.deps[noun] in ("dobj", "nsubjpass"):
        return s.lemmas[lead] in _EASING
    return (
        s.pos[noun] == "NOUN"
        and s.deps[noun] == "pobj"
        and s.lemmas[lead] in ("of", "to")
        and s.lemmas[s.heads[lead]] in _ENDINGS
    )


_TRADE = frozenset({"trade", "commerce", "sale", "export", "import"})
_COUNTED = frozenset("be stand reach total amount exceed fall drop average hit account represent".split())


def _is_a_figure(s: Sentence, noun: int) -> bool:
    """ "Trade between the two reached 3 billion dollars": how large it is, not that they trade."""
    return s.deps[noun] == "nsubj" and s.lemmas[s.heads[noun]] in _COUNTED


_ADMITTING = frozenset({"admit", "acknowledge", "concede"})
_FAULTS = frozenset("mistake error fault abuse failing wrong lapse".split())


def _no_fault(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "admitted that its computers had been hit", "admitted he had no illusions": nothing done wrong."""
    clause = d.frame.complement
    if clause is None or s.pos[clause] not in ("VERB", "AUX"):
        return False
    subjects = g.surface_subjects(s, clause)
    if any(s.lemmas[t] in _FAULTS for t in [*subjects, *s.kids(clause, "dobj", "attr", "acomp")]):
        return False
    if g.is_passive(s, clause) or s.lemmas[clause] == "have":
        return True
    own = {e.country for t in d.actors for e in cast.parties(s, t) if e.country}
    return not any(_speaks_of_own(s, cast, t, own) for t in subjects)


_OF_ONES_OWN = frozenset(
    "prayer cabinet board committee town budget campaign fundraising party staff news".split()
)
"""What is said before a meeting of one's own people."""


def _named(s: Sentence, cast: Cast, d: Draft) -> bool:
    return any(cast.parties(s, t) for t in (*d.actors, *d.lent))


_GOING = frozenset({"leave", "avoid", "depart", "shelter", "evacuate", "travel"})


def _travel_advice(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The embassy urged American citizens to leave": advice of a state to its own people."""
    if (
        s.lemmas[d.trigger] in ("advise", "warn")
        and d.recipients
        and all(s.lemmas[t] in ("citizen", "national") and s.kids(t, "poss") for t in d.recipients)
    ):
        return True  # "advised its citizens against travel"
    clause = d.frame.complement
    if clause is None or s.lemmas[clause] not in _GOING:
        return False
    if any(s.lemmas[c] == "foreign" for t in d.recipients for c in s.subtree(t)):
        return False
    home = {cast.filler(s, t).entity.country for t in d.actors}
    asked = [cast.filler(s, t) for t in d.recipients]
    own = [s.lemmas[f.head] in ("citizen", "national") or f.kind == "country" for f in asked]
    return bool(own) and all(own) and all(f.entity.country in home for f in asked)


def _to_its_own(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The embassy warned Americans to stay indoors"."""
    home = {e.country for t in d.actors for e in cast.parties(s, t)}
    warned = parties.done_to(cast, s, d)
    named = [e for e in warned if e.actor_id and "CVL" in e.sectors]
    return bool(warned) and len(named) == len(warned) and {e.country for e in warned} <= home


def _in_power(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The president fled": a single person of the government, no troops and no villagers."""
    fillers = [cast.filler(s, t) for t in d.actors]
    ruling = any({"GOV", "ELI"} & set(f.entity.sectors) for f in fillers)
    return ruling and not any(f.plural for f in fillers)


def _no_deed(s: Sentence, d: Draft) -> bool:
    if in_an_insult(s, d.trigger) or of_any_such(s, d.trigger) or looks_for_survivors(s, d.trigger):
        return True
    return _one_of_many(s, d.trigger)


_ONE_OF = frozenset("latest newest last first second third".split())


def _one_of_many(s: Sentence, noun: int) -> bool:
    """ "Gunmen ambushed a patrol, one more in a wave of raids on the force": told by the ambush."""
    if s.pos[noun] != "NOUN" or not _lasted(s, noun):
        return False
    led = s.heads[s.heads[s.heads[noun]]]
    first = s.heads[led]
    one = any(s.words[c].lower() in _ONE_OF for c in (first, *s.kids(first, "amod")))
    return s.lemmas[led] in ("in", "of") and one and s.deps[first] not in ("attr", "nsubj", "ROOT")


_WORRIED = frozenset("concern concerned worry worried alarm alarmed anxiety anxious".split())


def _worried_for(s: Sentence, d: Draft) -> bool:
    """ "is concerned about the safety of the refugees": no charge against them."""
    words = [w for w in (d.trigger, *d.frame.literals, *s.children[d.trigger]) if s.lemmas[w] in _WORRIED]
    about = (
        o for w in words for name, _, o in g.prepositional(s, w) if name in ("about", "over", "for", "at")
    )
    return any(s.lemmas[o] in WELFARE for o in about)


def _only_backed(s: Sentence, d: Draft) -> bool:
    """ "offered support for talks": who backs them need not sit at them."""
    link = s.heads[d.trigger]
    if s.deps[d.trigger] != "pobj" or s.lemmas[link] != "for":
        return False
    between = any(s.lemmas[p] in ("between", "with") for p in s.kids(d.trigger, "prep"))
    above = {s.lemmas[x] for x in (s.heads[link], *s.kids(s.heads[link], "dobj"))}
    return not above.isdisjoint(_HOPES if between else _BACKING | _HOPES)


_BACKING = frozenset({"support", "backing", "praise"})
_HOPES = frozenset("hope basis condition chance prospect".split())


def _alone(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "the Federal Reserve's meeting": one body and nobody else."""
    if any(s.lemmas[c] in _OF_ONES_OWN for c in s.kids(d.trigger, "compound")):
        return True
    parties = [cast.filler(s, t) for t in (*d.actors, *d.recipients) if cast.filler(s, t).acts]
    return len(parties) == 1 and parties[0].kind == "org" and not parties[0].plural


_HARM = frozenset(
    "pay face suffer answer respond retaliate avenge regret punish strike hit attack fight resist destroy "
    "crush teach meet tolerate hesitate act intervene react defend shoot fire sink die bleed burn consequence "
    "retaliation war act target line response option aggression revenge punishment".split()
)
"""What a threat is made of, as verb of the clause or as what it amounts to."""
_PRICE = frozenset("cost price consequence reckoning repercussion retribution hell".split())


def _idle(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "warned that rebuilding trust would take time": no harm, and nothing that the warner would do."""
    clause = d.frame.complement
    if clause is None:
        clause = next(iter(s.kids(d.trigger, "ccomp")), None)
    if clause is None:
        return False
    below = [clause, *s.kids(clause, "attr", "acomp", "dobj", "xcomp")]
    below += [o for p in s.kids(clause, "prep") for o in s.kids(p, "pobj")]
    if any(s.lemmas[t] in _HARM for t in below):
        return False
    if s.lemmas[clause] in operators.BEFALLING and g.is_passive(s, clause):
        return False  # "warned that any ship inside the zone would be treated as hostile"
    subjects = g.surface_subjects(s, clause)
    if s.lemmas[clause] == "be" and s.kids(clause, "expl") and any(s.lemmas[t] in _PRICE for t in below):
        return False  # "warned Pakistan that there would be a cost"
    if s.lemmas[clause] in ("be", "lead", "mean", "become", "cause", "risk"):
        return not set(d.actors) & set(subjects) and not s.kids(clause, "agent")
    own = {e.country for t in d.actors for e in cast.parties(s, t) if e.country}
    return not any(_speaks_of_own(s, cast, t, own) for t in subjects)


def _speaks_of_own(s: Sentence, cast: Cast, t: int, own: set[str]) -> bool:
    """True for "it" and "they", and for whoever is of the warner's country."""
    if s.pos[t] == "PRON":
        return True
    return cast.filler(s, t).acts and any(e.country in own for e in cast.parties(s, t))


_PUT_QUESTIONS = frozenset("ask press question quiz grill challenge seek request".split())


def _asked_by_reporters(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "A reporter asked the minister to explain": a question, no demand."""
    if d.event_type == "REQUEST" and s.pos[d.trigger] == "NOUN":  # "no reaction to a request for comment"
        aims = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "for" for o in s.kids(p, "pobj")]
        return any(s.lemmas[o] in ("comment", "interview", "reaction") for o in aims)
    if d.event_type != "REQUEST" or s.lemmas[d.trigger] not in _PUT_QUESTIONS:
        return False
    asking = parties.doers(cast, s, d)
    return bool(asking) and all("JRN" in e.sectors for e in asking)


_MEN = frozenset("militia militiaman fighter guerrilla gunman man soldier troop force commander".split())


def _own_men(s: Sentence, t: int) -> bool:
    """ "ordering his militia not to relent"."""
    held = any(s.lemmas[n] == "not" for v in s.kids(s.heads[t], "xcomp", "ccomp") for n in s.kids(v, "neg"))
    return held and s.lemmas[t] in _MEN and any(s.tags[c] == "PRP$" for c in s.kids(t, "poss"))


def _nobodys(s: Sentence, d: Draft) -> str:
    """ "marched in support of the president": told by the march, and nobody else's support."""
    if d.event_type == "REQUEST" and d.recipients and all(_own_men(s, t) for t in d.recipients):
        return "of one's own men"
    if d.event_type == "ACCUSE" and _worried_for(s, d):
        return "of nobody, but for people"
    if d.event_type != "SUPPORT" or s.pos[d.trigger] != "NOUN" or d.actors:
        return ""
    return "nobody's" if s.deps[d.trigger] == "pobj" and s.lemmas[s.heads[d.trigger]] == "in" else ""


_SIDES = frozenset("side party delegation team three four negotiator".split())
_OF_CROWDS = frozenset({"demand", "chant", "clamour", "clamor"})


def _private(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a dealing is no political event: companies among themselves, or a private promise of nothing known."""
    rivals = (
        d.event_type == "ASSAULT" and len(d.actors) > 1 and not d.recipients
    )  # "a battle for market share"
    if d.event_type not in _DEALINGS and not rivals:
        return ""
    sides = parties.doers(cast, s, d) + parties.done_to(cast, s, d)
    if not sides:
        return ""
    sectors = [frozenset(e.sectors) for e in sides]
    if all(x and x <= _COMPANIES for x in sectors):
        return "between companies only"
    unnamed = "content is no known event" in d.steps and s.lemmas[d.trigger] not in _OF_CROWDS
    at_table = any(s.lemmas[t] in _SIDES for t in d.actors)
    if unnamed and not at_table and all(x and x <= _PRIVATE for x in sectors):
        return "of private parties, about nothing known"
    return ""


def by_hazard(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "killed when a volcano erupted", "an air ambulance crashed, killing six": nobody did it, no weapon."""
    if d.mode == "abduct" or s.lemmas[d.trigger] == "capture":
        return False
    looked_into = _accident(s) and _who_only_look_into_it(s, d)
    if not looked_into and any(s.lemmas[t] not in VEHICLES and cast.parties(s, t) for t in d.actors):
        return False
    if _accident(s):
        return True
    if d.mode:
        return False
    nouns = [i for i in range(len(s)) if s.pos[i] in ("NOUN", "PROPN") and not _only_a_measure(s, i)]
    natures = [noun_natures().get(s.lemmas[i]) for i in nouns]
    return "hazard" in natures and "instrument" not in natures


_LOOKING_INTO = frozenset("look investigate probe examine seek determine inspect study try say".split())


def _who_only_look_into_it(s: Sentence, d: Draft) -> bool:
    """ "Investigators look into what made the plane crash, killing ten": none of them killed anybody."""
    loose = s.deps[d.trigger] == "advcl" and s.tags[d.trigger] == "VBG"
    return loose and s.lemmas[s.heads[d.trigger]] in _LOOKING_INTO


def _only_a_measure(s: Sentence, i: int) -> bool:
    """ "A wave of reprisals", "a storm of bullets": no wave and no storm."""
    if s.pos[i] == "PROPN" and s.lemmas[i].lower() in ("tiger", "tigers"):  # "the Tiger chief was slain"
        return True
    of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return any(s.pos[o] == "NOUN" and noun_natures().get(s.lemmas[o]) != "hazard" for o in of)


def is_lifted(s: Sentence, by: Draft, d: Draft) -> bool:
    """ "rolled back the tariffs": the tariffs are no sanction of their own."""
    return (
        by.event_type in ("CONCEDE", "RETREAT")
        and d.event_type in ("SANCTION", "COERCE", "PROTEST")
        and s.pos[d.trigger] == "NOUN"
        and s.heads[d.trigger] == by.trigger
        and s.deps[d.trigger] in ("dobj", "nsubjpass")
    )


_BACKERS = frozenset("back support fund arm train finance sponsor equip supply".split())
_HOLDING = frozenset({"hold", "control", "occupy", "run"})
_INQUIRERS = frozenset(
    "tribunal court commission panel committee team prosecutor judge magistrate detective investigator expert body".split()
)


def _who_look_into_it(s: Sentence, d: Draft) -> bool:
    """ "Indicted by the tribunal investigating the war": which tribunal, and no inquiry that begins."""
    described = s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBG"
    return d.mode == "investigate" and described and s.lemmas[s.heads[d.trigger]] in _INQUIRERS


_PLACES_TO_HOLD = frozenset(
    "prison jail cell centre center camp house island hospital barracks station".split()
)


def _where_somebody_is_held(s: Sentence, d: Draft) -> bool:
    """ "marched on the prison where Mandela is held": which prison, and no arrest."""
    where = any(s.tags[c] == "WRB" for c in s.kids(d.trigger, "advmod"))
    described = s.deps[d.trigger] == "relcl" and s.lemmas[s.heads[d.trigger]] in _PLACES_TO_HOLD
    return d.mode == "arrest" and d.frame.passive and where and described


def _mere_description(s: Sentence, d: Draft) -> bool:
    """ "detained two men suspected of theft", "a militia backed by Iran": it only says who they are."""
    if _who_look_into_it(s, d) or _where_somebody_is_held(s, d):
        return True
    above = s.heads[s.heads[d.trigger]]
    if (
        d.mode == "arrest"
        and s.deps[d.trigger] == "pobj"
        and s.lemmas[above] in ("warrant", "reward", "order")
    ):
        return True  # "a warrant for the arrest of X" is told by its issuing
    guarding = d.event_type in ("MOBILIZE", "AID") and s.deps[d.trigger] == "acl"
    if guarding and s.tags[d.trigger] == "VBG" and s.heads[d.trigger] not in d.frame.literals:
        return True  # "threw stones at police guarding a shelter"; but not "a ship carrying flour docked"
    backing = d.event_type == "SUPPORT" and s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBG"
    if backing and s.lemmas[d.trigger] in _BACKERS and s.heads[d.trigger] in d.actors:
        return True  # "forces backing the junta have attacked a camp"
    if d.event_type == "AID" and _as_it_always_does(s, d.trigger):
        return True
    if s.lemmas[d.trigger] == "ally" and s.deps[d.trigger] in ("acl", "amod"):
        return True  # "gunmen allied with the army shot at marchers"
    if s.deps[d.trigger] != "acl" or s.tags[d.trigger] != "VBN":
        return False
    if s.words[s.heads[d.trigger]].lower() == "those" and not g.those_named(
        s, s.heads[d.trigger]
    ):  # "300 of those detained were let go"
        return True
    if d.mode == "seize":  # "positions held by the rebels"
        return s.lemmas[d.trigger] in _HOLDING
    if s.lemmas[d.trigger] in ("appoint", "name", "nominate"):
        return True  # "diplomats appointed by the secretary-general"
    inquiry = d.mode == "investigate" and d.frame.passive  # "a commission of inquiry set up by him"
    return (d.event_type == "ACCUSE" and (inquiry or not d.actors)) or (
        d.event_type in ("AID", "SUPPORT") and s.lemmas[d.trigger] in _BACKERS
    )


_BENEVOLENT = frozenset(
    "agency charity group organisation organization body foundation programme program ngo fund movement "
    "association network service".split()
)


def _as_it_always_does(s: Sentence, v: int) -> bool:
    """ "Relief Now, a charity that brings food to refugees": what it is there for, and no gift of today."""
    v = s.heads[v] if s.pos[v] == "NOUN" and s.deps[v] in ("dobj", "pobj") else v
    body = s.heads[v]
    of_a_kind = s.lemmas[body] in _BENEVOLENT and any(s.words[c] in ("a", "an") for c in s.kids(body, "det"))
    return s.deps[v] == "relcl" and s.tags[v] in ("VBZ", "VBP") and of_a_kind


_ACCIDENTS = frozenset(
    "accident plunge overturn collide collision derail derailment capsize leak spill firework fireworks "
    "crash pileup stampede sinkhole blowout".split()
)
_PLANTS = frozenset(
    "gas plant tank warehouse cylinder container boiler pipeline factory transformer refinery depot "
    "chemical solvent ammonium fertiliser fertilizer mine furnace generator silo petroleum".split()
)
_INTENT = frozenset(
    "attack attacker bomb bomber bombing militant gunman rebel terrorist terrorism shell missile rocket "
    "airstrike strike suicide ied grenade assailant insurgent soldier troop army police militia jihadist "
    "sabotage arson drone clash protester mob shoot shot fighter kidnap".split()
)


def _accident(s: Sentence) -> bool:
    """Deaths in a crash, a leak, or the blast of a plant, with nobody in the sentence who meant them."""
    if not s.bag.isdisjoint(_INTENT):
        return False
    blast = not s.bag.isdisjoint({"explode", "explosion", "blast", "fire"})
    return not s.bag.isdisjoint(_ACCIDENTS) or (blast and not s.bag.isdisjoint(_PLANTS))


_TOLLS = frozenset(
    "fighting violence toll dead life clash battle hostility shell rocket missile bomb mortar grenade body corpse "
    "casualty loss death_toll count tally number".split()
)
"""Nouns of what goes on between sides that were named before."""


def _truce_of_whom_it_tells(s: Sentence, cast: Cast, d: Draft, *, here: bool) -> bool:
    """ "The truce took effect", between those who fought; "the guns were silent in Beirut"."""
    return (here and s.pos[d.trigger] in ("AUX", "ADJ")) or (not cast.short and s.pos[d.trigger] == "VERB")


def collective(s: Sentence, cast: Cast, d: Draft) -> bool:
    """Events whose parties go without saying.

    A protest has its protesters, if it is told as news with a place; arrests that "were made" have
    their police, and people whose kind no list knows ("rumour-mongers were held") are people; what
    "was looted in Jena" is somebody's there; a curfew is imposed by those who rule.
    """
    if hands.by_those_who_rule(d) and s.pos[d.trigger] == "VERB":
        return d.frame.passive
    if d.cameo == "082" and d.frame.passive:
        return True  # "the strike was suspended": by those who struck
    if d.event_type == "COERCE" and d.mode in _BY_THE_STATE and _by_nobody(d):
        things = [t for t in d.frame.literals if s.pos[t] == "NOUN"]
        return any(_is_somewhere(s, t) for t in (d.trigger, *things))  # "Twitter was blocked in Turkey"
    if accord_meant(s, d) or implied.voted_on(s, d) or implied.talked_before(s, cast, d):
        return True
    if d.event_type == "COERCE" and d.mode == "arrest":
        counted = any(s.pos[t] == "NUM" for t in d.recipients)  # "the arrest of 31"
        return counted or (s.pos[d.trigger] == "VERB" and bool(d.recipients or d.frame.literal_objects))
    if d.event_type in ("ASSAULT", "COERCE") and d.frame.sense.pos == "n" and not d.recipients:
        told = s.deps[d.trigger] != "pobj" or _told_beside(s, d)
        return _in_a_place(s, d.trigger) and told  # "Bombings in Baghdad killed ten"
    told_of = [d.trigger, *d.recipients[:1], *sorted(d.frame.literals)]
    here = any(_in_a_place(s, t) for t in told_of if s.pos[t] != "ADP")
    here = here or any(_is_a_name(s, t) for t in (*d.frame.slots.get("P", []), *d.frame.literal_objects))
    told_already = d.event_type == "ASSAULT" and not cast.short and not d.recipients
    if told_already and any(s.lemmas[t] in _TOLLS for t in (d.trigger, *d.frame.literals)):
        return True  # "the fighting began on Wednesday", "the toll rose": of what the report has told
    if d.event_type == "ASSAULT" and any(s.lemmas[t] in MACHINES for t in d.frame.literals):
        return True  # "tanks shelled the building"
    if d.mode == "ceasefire" and _truce_of_whom_it_tells(s, cast, d, here=here):
        return True
    if d.event_type in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"):
        return here and s.pos[d.trigger] == "VERB"
    if d.event_type != "PROTEST":
        return False
    told_again = cast.protested and _is_told(s, d.trigger)
    if told_again or _lasted(s, d.trigger) or _sparked(s, d) or (d.frame.passive and d.frame.literal_objects):
        return True  # "rival rallies have been called for Sunday"
    if s.pos[d.trigger] == "NOUN" and _took_place(s, d.trigger):
        return True
    here = here or any(parties.held_there(cast, s, t) for t in told_of)  # "Moscow rallies drew thousands"
    return _is_somewhere(s, d.trigger) or (here and s.pos[d.trigger] in ("VERB", "AUX"))


_BESIDE = frozenset("after following since amid despite by for from before".split())


def _told_beside(s: Sentence, d: Draft) -> bool:
    """ "called it a reprisal for air strikes in Idlib": a deed with a place of its own, told on the way."""
    return d.event_type == "ASSAULT" and s.lemmas[s.heads[d.trigger]] in _BESIDE


def _is_told(s: Sentence, t: int) -> bool:
    """ "The strike shut down schools", "at the start of the strike": a noun that a clause is about."""
    return s.pos[t] == "NOUN" and s.deps[t] in ("nsubj", "nsubjpass", "dobj", "pobj")


_LARGE = frozenset(
    "mass massive large huge big violent widespread nationwide national deadly bloody street anti-government "
    "antigovernment public angry daily".split()
)


def _took_place(s: Sentence, noun: int) -> bool:
    """ "There were large demonstrations", "was elected amid mass protests": by those of the country."""
    n = g.whole_of(s, noun)
    above = s.heads[n]
    if any(s.lemmas[c] in ("no", "any") for c in s.kids(n, "det")):
        return False
    if s.lemmas[above] == "during":  # "clashed with police during a general strike", "during a strike march"
        return s.lemmas[noun] == "strike" or any(s.lemmas[c] == "strike" for c in s.kids(noun, "compound"))
    if s.lemmas[above] == "amid":
        return any(s.words[c].lower() in _LARGE for c in s.kids(noun, "amod", "compound"))
    there = any(s.words[c].lower() == "there" for c in s.kids(above, "expl"))
    unreal = s.kids(above, "neg") or any(s.tags[a] == "MD" for a in s.kids(above, "aux"))
    return s.lemmas[above] == "be" and there and s.deps[n] in ("attr", "nsubj") and not unreal


def _sparked(s: Sentence, d: Draft) -> bool:
    """ "The ruling sparked protests", "the strike shut down schools": whose they are goes without saying."""
    subject = d.frame.sense.subject
    if subject is None or s.pos[d.trigger] != "VERB":
        return False
    shut = subject.slot is None and d.mode == "strike" and bool(d.recipients)
    return subject.slot == "X" or (shut and not d.frame.passive)


_BEGINNING = frozenset("start beginning height outset".split())
_LASTING = frozenset("day night week weekend month year wave series string spate round".split())


def _lasted(s: Sentence, noun: int) -> bool:
    """ "After six weeks of protests", "at the start of a strike": so many that they are news by themselves."""
    above = s.heads[noun]
    whole = s.heads[above]
    begun = s.lemmas[noun] == "strike" and s.lemmas[whole] in _BEGINNING
    return s.deps[noun] == "pobj" and s.lemmas[above] == "of" and (s.lemmas[whole] in _LASTING or begun)


def _by_nobody(d: Draft) -> bool:
    return d.frame.passive or d.frame.sense.pos == "n" or laws.by_law(d)


_BY_THE_STATE = frozenset({"censor", "curfew", "martial-law", "restrict"})
"""What only those who rule a place do there."""


def _is_somewhere(s: Sentence, trigger: int) -> bool:
    """ "Thousands marched in Minsk", "a protest in Barcelona", "riots broke out in Sukhumi"."""
    if s.pos[trigger] in ("VERB", "AUX") or _in_a_place(s, trigger):
        return _in_a_place(s, trigger)
    above = s.heads[trigger]
    told = s.deps[trigger] in ("nsubj", "nsubjpass", "dobj")  # "protests were held in Oral"
    return told and s.pos[above] == "VERB" and _in_a_place(s, above)


def _is_a_name(s: Sentence, t: int) -> bool:
    """ "patrolled Port Louis", "packed Tahrir Square"."""
    return s.pos[t] == "PROPN" and not is_calendar(s, t)


LOCATING = frozenset("in into across at outside near around of off over along from through".split())


def _in_a_place(s: Sentence, i: int) -> bool:
    """True where a token has "in", "at" or the like with a name behind it."""
    return any(
        s.pos[o] == "PROPN" or any(s.pos[x] == "PROPN" for q in s.kids(o, "prep") for x in s.kids(q, "pobj"))
        for p in s.kids(i, "prep")
        if s.lemmas[p] in LOCATING
        for o in s.kids(p, "pobj")
        if not is_calendar(s, o)
    )
