"""The other side of a dealing that its sentence tells without one.

"Caracas froze imports", "The opposition demanded elections", "Talks with the IMF were held": with whom, and
of whom, the rest of the report tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.antecedents import Antecedents, event_nouns
from dragoman.coding.drafts import Draft
from dragoman.coding.mentions import PAPERS, Mention
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention, EventPlace

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_BODIES = frozenset({"UNO", "IGO", "NGO"})
_AID_PROMISED = frozenset({"033", "0331", "0332", "0333", "0334"})
"""CAMEO codes of aid that is promised."""
_TRADED = _AID_PROMISED | {"031", "0311", "0312"}
"""CAMEO codes of goods, troops and aid that are promised."""
_AT_HOME_AGAINST = frozenset({"OPP", "PTY", "LEG", "LAB", "EDU", "SOC", "CVL", "REL", "JUD"})
"""Who asks and scolds the government of his own country, where nobody else is named."""
ENVOYS = frozenset({"ambassador", "envoy", "consul", "diplomat", "chargé", "attaché"})
_POSTS = frozenset({"embassy", "mission", "consulate", "legation", "consultation"})
"""What else a state shuts, and for what it calls people home, where another state is meant."""
_TAKING_POWER = frozenset({"coup", "takeover", "putsch", "mutiny"})


def is_envoy(s: Sentence, t: int) -> bool:
    """True for an ambassador, a consul, a "charge d'affaires"."""
    after = s.words[t + 1].lower() if t + 1 < len(s) else ""
    affairs = s.words[t].lower() in ("d'affaires", "d’affaires")
    return s.lemmas[t] in ENVOYS or affairs or (s.lemmas[t] == "charge" and after.startswith(("d'", "d’")))


_JOINED = frozenset(
    "pact deal treaty accord agreement agency organisation organization bloc body union league".split()
)
"""What one leaves, which is no state."""
ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST", "THREATEN"})
"""Types that are said of what somebody did: their recipient is who did it."""
_OVER = frozenset("for of over at about against with on".split())
"""Prepositions that lead what is praised or blamed."""
_TALKED = ("discuss", "review", "exchang", "talked", "spoke")


def objects(s: Sentence, d: Draft) -> list[int]:
    """What a draft's verb is about, whether or not it names a party, and what that is a trait of."""
    about = [*d.recipients, *d.owned, *d.frame.slots.get("X", []), *sorted(d.frame.literal_objects)]
    if s.pos[d.trigger] == "NOUN" and d.event_type in ANSWERS and not about:  # "support for the operation"
        leads = [p for p in s.kids(d.trigger, "prep") if s.lemmas[p] in _OVER]
        about = [o for p in leads for o in s.kids(p, "pobj")]
    return [
        *about,
        *(o for t in about for p in s.kids(t, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")),
    ]


_TALKS_ENDED = "164"
"""CAMEO's code for negotiations that somebody halts."""


def across_the_table(d: Draft, actors: tuple[Entity, ...], earlier: Antecedents) -> tuple[Entity, ...]:
    """ "Santos suspended the talks in Havana": with the rebels of whom it was told, not with the hosts."""
    if d.event_type != "SANCTION" or d.cameo != _TALKS_ENDED or len(actors) != 1:
        return ()
    found = earlier.opponent(actors[0])
    rebels = {"REB", "OPP", "PRM", "PTY", "LAB"}
    at_home = all(e.country == actors[0].country and rebels & set(e.sectors) for e in found)
    return found if at_home else ()


_PEACE = frozenset(
    "ceasefire cease-fire truce armistice talk negotiation dialogue process lull round".split()
)
_RISINGS = frozenset("insurgency rebellion revolt insurrection".split())
"""What is always against those who rule."""
_FIGHT_OTHERS = frozenset({"PSE", "LBN", "ESH", "IRQ", "SYR"})
"""Where armed groups mostly fight another state than their own."""


def at_war_at_home(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Rebels called off a truce", "launched an insurgency": the government that they fight."""
    breaks = d.event_type == "SANCTION" and d.mode in ("discontinue", "withdraw")
    breaks = breaks or (d.event_type == "REJECT" and d.mode == "meet")
    told = {s.lemmas[t] for t in (*d.frame.literals, *objects(s, d), d.frame.complement or d.trigger)}
    rises = d.event_type == "ASSAULT" and bool(told & _RISINGS)
    if not (breaks and told & _PEACE) and not rises:
        return ()
    countries = {a.country for a in actors}
    country = next(iter(countries), None)
    rebels = all({"REB", "UAF"} & set(a.sectors) for a in actors)
    if not rebels or len(countries) != 1 or not country or country in _FIGHT_OTHERS or country in _BODIES:
        return ()
    return (replace(cast.country_entity(country, None), resolved_by="the government that they fight"),)


def in_need(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The World Bank offered 100 million dollars": to the country that the report is about."""
    promised = d.event_type == "AGREE" and (d.cameo in _AID_PROMISED or _to_help(s, d))
    ended = d.event_type == "SANCTION" and all(a.country in _BODIES for a in actors)
    if not actors or d.two_sided:
        return ()
    owners = [c for t in objects(s, d) for c in s.kids(t, "poss") if s.pos[c] != "PRON"]
    if any(all(s.tags[o] != "PRP$" for o in s.kids(c, "poss")) for c in owners):  # but "his country's"
        return ()  # "promised to rebuild the kingdom's army": theirs, whoever they are
    if _between_states(s, d, actors):
        return _the_other_state(cast, s, actors)
    to_a_body = any(s.lemmas[p] == "to" for p in s.kids(d.trigger, "prep", "dative"))
    if d.event_type == "ACCUSE" and s.lemmas[d.trigger] in ("complain", "protest") and to_a_body:
        # "Guyana complained to the Security Council"
        return _the_other_state(cast, s, actors) if _are_states(actors) else ()
    if not (d.event_type == "AID" or promised or ended):
        return ()
    country = cast.focus(s)
    if country is None or country in {a.country for a in actors} or not any(a.country for a in actors):
        return ()
    return (replace(cast.country_entity(country, None), resolved_by="country that the report is about"),)


_OFFERS = frozenset("offer invitation proposal request appeal gift loan pledge call bid plea".split())
_ANSWERING = frozenset({"accept", "reject", "decline", "refuse", "spurn", "turn"})
_COMING = frozenset("come visit travel go fly attend return".split())


def offerers(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "accepted an offer of asylum from Nigeria", "an invitation to come to Oslo": by whom it was made."""
    if d.event_type not in ("AGREE", "REJECT") or not actors:
        return ()
    own = {a.country for a in actors}
    answer = s.heads[d.trigger]
    if s.lemmas[d.trigger] in _OFFERS and s.deps[d.trigger] == "dobj" and s.lemmas[answer] in _ANSWERING:
        who = [e for t in g.surface_subjects(s, answer) for e in cast.parties(s, t, recipient=True)]
        return tuple(e for e in who if e.country and e.country not in own)
    nouns = [t for t in objects(s, d) if s.lemmas[t] in _OFFERS and s.pos[t] == "NOUN"]
    below = [k for t in nouns for k in s.subtree(t) if k > t]
    makers = [o for k in below if s.lemmas[k] == "from" for o in s.kids(k, "pobj")]
    trips = [k for t in nouns for k in s.kids(t, "acl", "xcomp", "relcl") if s.lemmas[k] in _COMING]
    makers += [o for k in trips for n, _, o in g.prepositional(s, k) if n == "to" and s.pos[o] == "PROPN"] + [
        o for k in trips for o in s.kids(k, "dobj") if s.pos[o] == "PROPN"
    ]
    found = [e for o in makers[:1] for e in cast.parties(s, o, recipient=True)]
    return tuple(e for e in found if e.country and e.country not in own)


def plotters(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The African Union condemned the coup": those who took power there, whoever they are."""
    if d.event_type not in ("ACCUSE", "REJECT") or not any(a.country for a in actors):
        return ()
    about = [
        t for t in objects(s, d) if s.lemmas[t] in _SEIZURES or s.slice(t - 1, t).lower() == "power grab"
    ]
    if not about or any(s.kids(t, "poss", "relcl", "acl") for t in about):
        return ()
    of = [o for n, p, o in g.prepositional(s, about[0]) if n in ("in", "of") and s.heads[p] == about[0]]
    there = next((cast.filler(s, o).entity.country for o in of), None)
    country = there or (cast.focus(s) if not of else None)
    if country is None or country in {a.country for a in actors if "GOV" not in a.sectors}:
        return ()
    return (Entity("coup leaders", None, country, ("MIL",), resolved_by="those who took power there"),)


_MISSIONS = frozenset("embassy consulate legation".split())
_BEFORE_IT = frozenset("at outside near before around in opposite to".split())


def at_the_embassy(cast: Cast, s: Sentence, d: Draft) -> tuple[Entity, ...]:
    """ "About 50 protesters rallied at the US embassy": against those whose it is."""
    if d.event_type != "PROTEST" or s.bag.isdisjoint(_MISSIONS):
        return ()
    words = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] in _BEFORE_IT for o in s.kids(p, "pobj")]
    there = [t for t in words if s.lemmas[t].lower() in _MISSIONS]
    found = [e for t in there for e in cast.parties(s, t, recipient=True) if e.country]
    return tuple(replace(e, resolved_by=f"{e.resolved_by}; where they gathered") for e in found)


_SEIZURES = frozenset({"coup", "takeover", "putsch"})
_BEHIND = frozenset(
    "led backed sponsored orchestrated funded inspired instigated directed hatched run".split()
)
"""Second halves of words that tell whose doing a thing is: "a U.S.-backed plot"."""


def behind_the_plot(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "He alleges a U.S.-led plot against him", "denounced a Saudi-backed coup": whose it is."""
    if d.event_type != "ACCUSE" or not actors:
        return ()
    for noun in [*objects(s, d), *sorted(d.frame.literals)]:
        for c in [c for c in s.subtree(noun) if c < noun]:
            whose, joint, part = s.words[c].rpartition("-")  # "U.S.-led" is one word
            if part.lower() in _BEHIND and not joint and c > 1 and s.words[c - 1] == "-":
                whose = s.words[c - 2]
            found = cast.knowledge.nationality(whose) if whose and part.lower() in _BEHIND else ()
            if found and found[0] not in {a.country for a in actors}:
                return (cast.country_entity(found[0], (s.starts[c], s.ends[c])),)
    return ()


def _to_help(s: Sentence, d: Draft) -> bool:
    """ "promised to help put the pact into effect": help is promised, whatever with."""
    return any(s.lemmas[c] in ("help", "assist", "finance", "fund") for c in s.kids(d.trigger, "xcomp"))


def helped_before(d: Draft, actors: tuple[Entity, ...], earlier: Antecedents) -> tuple[Entity, ...]:
    """ "It praised Kyiv. It announced military aid": for the state that it helped or praised last."""
    promised = d.event_type == "AID" or (d.event_type == "AGREE" and d.cameo in _AID_PROMISED)
    own = {a.country for a in actors if a.country}
    if not promised or not own or d.two_sided:
        return ()
    for m in reversed([*earlier.told, *earlier.here][-_FRIENDS:]):
        friends = [r for r in m.recipients if "GOV" in r.sectors and r.country not in own | _BODIES]
        if m.event_type in ("SUPPORT", "AID", "AGREE") and own & {a.country for a in m.actors} and friends:
            return tuple(replace(r, span=None, resolved_by="whom they helped before") for r in friends)
    return ()


def followed_suit(
    s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents
) -> tuple[Entity, ...]:
    """ "Bahrain expelled the Iranians. The Emirates downgraded relations": with the same state."""
    dealings = d.event_type == "SANCTION" and d.mode in ("expel", "withdraw", "discontinue")
    if not dealings or not actors or not _are_states(actors) or s.field == "title":
        return ()
    own = {a.country for a in actors}
    for m in reversed([*earlier.told, *earlier.here][-_FRIENDS:]):
        found = [
            r for r in m.recipients if r.country and r.country not in own | _BODIES and "GOV" in r.sectors
        ]
        if (
            m.event_type == "SANCTION"
            and m.event_mode != "convict"
            and found
            and not own & {a.country for a in m.actors}
        ):
            return tuple(replace(r, span=None, resolved_by="with whom others broke before") for r in found)
    return ()


def of_the_same_state(
    s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...], earlier: Antecedents
) -> tuple[Entity, ...]:
    """ "Sudan expelled the ambassador as well": of the state whose envoys others had expelled."""
    officials = all("GOV" in r.sectors for r in recipients)  # "sanctions on banks": nobody's envoys
    if not recipients or not officials or any(r.country or r.actor_id for r in recipients):
        return recipients
    return followed_suit(s, d, actors, earlier) or recipients


_STRIKES = frozenset(
    "strike hartal protest march rally demonstration shutdown boycott blockade sit-in stoppage bandh".split()
)


def who_called_it(
    s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents
) -> tuple[Entity, ...]:
    """ "The union backed the strike": those who called it, where the report has told who did."""
    if d.event_type != "SUPPORT" or s.field == "title":
        return ()
    if not any(s.lemmas[t] in _STRIKES for t in (*d.frame.literals, *objects(s, d))):
        return ()
    for m in reversed([*earlier.told, *earlier.here]):
        called = m.event_type == "PROTEST" and m.actors and all(a.country and a.sectors for a in m.actors)
        if called and not {a.name for a in m.actors} & {a.name for a in actors}:
            return tuple(replace(a, span=None, resolved_by="who called what is backed") for a in m.actors)
    return ()


_FRIENDS = 8
"""Mentions back in which the same state may have praised or helped another."""


def own_government(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "The opposition demanded elections", "The union threatened to strike": of or at its government."""
    asked = d.event_type == "REQUEST" and d.mode not in ("assist", "meet")
    scolded = d.event_type == "ACCUSE" and d.mode == "disapprove" and not _of_others(s, d)
    opposed = d.event_type == "REJECT" and d.mode == "change"
    threatened = d.event_type == "THREATEN" and d.mode != "violence"
    countries = {a.country for a in actors}
    if not (asked or scolded or opposed or threatened) or len(countries) != 1 or countries & _BODIES:
        return ()
    country = next(iter(countries))
    if (
        not country
        or country in ("EUR", "VAT")
        or not all(_AT_HOME_AGAINST & {*a.sectors[:1], *({"PTY", "OPP"} & set(a.sectors))} for a in actors)
    ):
        return ()
    most = cast.countries.most_common(1)  # a French party speaks of Algeria in a report on Algeria
    if not cast.short and most and cast.countries[country] * _OFTEN < most[0][1]:
        return ()
    return (replace(cast.country_entity(country, None), resolved_by="the government of their country"),)


def whose_fall(cast: Cast, s: Sentence, d: Draft) -> tuple[Entity, ...]:
    """ "The army demanded that he be declared unfit for office": of him who rules."""
    if d.event_type == "PROTEST":
        return _ousted_by_it(cast, s, d)
    c = d.frame.complement
    if d.event_type != "REQUEST" or c is None or s.tags[c] not in ("VBN", "VBD") or s.pos[c] != "VERB":
        return ()
    if not any(s.words[a].lower() == "be" for a in s.kids(c, "auxpass")):
        return ()
    who = s.kids(c, "nsubjpass")
    if who and s.pos[who[0]] == "PRON":  # never he who demands it: he of whom the sentence tells
        above = [a for a in s.ancestors(d.trigger) if s.pos[a] == "VERB"]
        who = [t for a in above[-1:] for t in g.surface_subjects(s, a) if t not in d.actors]
    found = [e for t in who for e in cast.parties(s, t, recipient=True)]
    return tuple(e for e in found if e.sectors[:1] == ("GOV",) and e.country)


_OUSTING = frozenset("drive force oust topple sweep unseat overthrow bring push".split())


def _ousted_by_it(cast: Cast, s: Sentence, d: Draft) -> tuple[Entity, ...]:
    """ "He was driven out by three weeks of protest": the protest was against him."""
    by = next((a for a in s.ancestors(d.trigger) if s.lemmas[a] == "by"), None)
    if s.pos[d.trigger] != "NOUN" or by is None:
        return ()
    v = s.heads[by]
    if s.lemmas[v] not in _OUSTING or not g.is_passive(s, v):
        return ()
    found = [e for t in g.surface_subjects(s, v) for e in cast.parties(s, t, recipient=True)]
    return tuple(e for e in found if {"GOV", "MIL"} & set(e.sectors[:1]) and e.country)


def aims_at_nobody(s: Sentence, d: Draft) -> bool:
    """ "Trump and Kim exchanged insults": at each other; nor is anything done to anybody on paper."""
    light = d.frame.light
    return (light is not None and s.lemmas[light] in ("exchange", "trade", "swap")) or _is_on_paper(s, d)


def _is_on_paper(s: Sentence, d: Draft) -> bool:
    """ "left the Non-Proliferation Treaty", "threw out the Border Bill": it is done to a paper, to nobody."""
    if d.event_type in ("REJECT", "REQUEST", "ACCUSE"):
        return False  # "threw out the Border Bill": the government's
    verbs = [t for t in (d.trigger, *d.covers) if s.pos[t] == "VERB"]
    named = [*d.frame.slots.get("R", []), *(o for v in verbs for o in s.kids(v, "dobj"))]
    return any(s.pos[t] == "PROPN" and s.lemmas[t].lower() in PAPERS and s.kids(t, "compound") for t in named)


def boycotted(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "cleared their shelves of Danish goods as a boycott spreads": whose goods nobody buys."""
    if d.mode != "boycott" or d.event_type != "PROTEST" or s.bag.isdisjoint(_GOODS):
        return ()
    own = {a.country for a in actors}
    flags = [c for i in range(len(s)) if s.lemmas[i] in _GOODS for c in s.kids(i, "amod", "compound")]
    found = {c for t in flags for c in cast.knowledge.nationality(s.words[t])[:1]} - own
    if len(found) != 1:
        return ()
    return (replace(cast.country_entity(next(iter(found)), None), resolved_by="whose goods are shunned"),)


_GOODS = frozenset(
    "goods good product produce import export brand fruit wine beef dairy company chain".split()
)


def silenced(cast: Cast, s: Sentence, d: Draft) -> tuple[Entity, ...]:
    """ "told broadcasters to drop phone-ins", "seized the newspapers": the press that it is done to."""
    if d.event_type != "COERCE" or d.mode not in ("censor", "restrict"):
        return ()
    things = [t for t in sorted(d.frame.literal_objects) if s.pos[t] in ("NOUN", "PROPN")]
    found = [e for t in things for e in cast.parties(s, t, recipient=True)]
    return tuple(e for e in found if _SILENCED & set(e.sectors) and e.country)


_SILENCED = frozenset({"JRN", "MED", "OPP", "PTY", "NGO", "EDU", "REL", "LAB"})
_OFTEN = 2
"""How many times as often a report names the country that it is about."""


def _who_came(actors: tuple[Entity, ...], told: list[EventMention]) -> tuple[Entity, ...]:
    """Who deals, in the sentences before, with the country whose leader somebody met."""
    home = actors[0].country
    for m in reversed(told[-_LATELY:]):
        sides = (*m.actors, *m.recipients)
        others = [e for e in sides if e.country and e.country != home]
        if len(others) == 1 and len(sides) > 1 and any(e.country == home for e in sides):
            return (replace(others[0], span=None, resolved_by="coreference: who came to see them"),)
    return ()


_LATELY = 3


def at_the_table(
    cast: Cast,
    s: Sentence,
    d: Draft,
    actors: tuple[Entity, ...],
    recipients: tuple[Entity, ...],
    told: list[EventMention],
) -> tuple[Entity, ...]:
    """ "Talks with the IMF were held in Colombo" in a report on Sri Lanka: Sri Lanka talked."""
    if d.event_type not in ("CONSULT", "COOPERATE") or not d.two_sided or len(actors) != 1 or recipients:
        return ()
    if d.event_type == "COOPERATE":  # "Egyptian airmen were there for joint exercises" in a report on Sudan
        joint = any(s.lemmas[c] == "joint" for c in s.kids(d.trigger, "amod"))
        return _the_other_state(cast, s, actors) if joint and actors[0].country else ()
    if called := _on_the_line(cast, s, d, actors) or _whose_hand(cast, s, d, actors):
        return called
    with_them = any(s.lemmas[s.heads[t]] == "with" for t in d.actors)
    if with_them and (visitor := _who_came(actors, told)):
        return visitor
    return _the_other_state(cast, s, actors) if with_them and actors[0].country else ()


def other_state(cast: Cast, s: Sentence, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Havana asked for an end to the embargo" in a report on Cuba and America: to the other's."""
    return _the_other_state(cast, s, actors) if actors and _are_states(actors) else ()


def _whose_hand(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Blair shook Gaddafi's hand": the other one's."""
    hands = [t for t in d.frame.literals if s.lemmas[t] == "hand"]
    owners = [p for t in hands for p in s.kids(t, "poss")]
    owners += [o for t in hands for p in s.kids(t, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    told = [e for p in owners if s.tags[p] != "PRP$" for e in cast.parties(s, p)]
    return tuple(e for e in told if e.country and e.country != actors[0].country)


def _on_the_line(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "In a telephone call, Ada Nkosi congratulated Omar Haddad": it was he whom she called."""
    lead = s.heads[d.trigger]
    verb = s.heads[lead]
    if s.deps[d.trigger] != "pobj" or s.lemmas[lead] not in ("in", "during") or s.pos[verb] != "VERB":
        return ()
    if not any(actors[0].name == e.name for t in g.surface_subjects(s, verb) for e in cast.parties(s, t)):
        return ()
    told = [e for t in g.objects(s, verb) for e in cast.parties(s, t, recipient=True)]
    return tuple(e for e in told if e.country and e.country != actors[0].country)


_SAID_TO = frozenset("tell say report inform add claim announce confirm".split())


def brought_together(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Oman and Iran signed an accord after talks chaired by Ada Nkosi": between whom she mediated."""
    if d.event_type != "CONSULT" or d.cameo != "045" or not actors:
        return ()
    verb = next((a for a in s.ancestors(d.trigger) if s.pos[a] == "VERB" and s.kids(a, "nsubj")), None)
    if verb is None or s.lemmas[verb] in _SAID_TO:  # "told AFP that Kuwait was mediating"
        return ()
    sides = [e for t in g.surface_subjects(s, verb) for e in cast.parties(s, t)]
    if (
        len({e.country for e in sides if e.country}) == 1
    ):  # "Eritrea freed a Djiboutian after Qatari mediation"
        sides += [e for t in g.objects(s, verb) for e in cast.parties(s, t, recipient=True)]
    own = {a.name for a in actors}
    return (
        tuple(sides)
        if len({e.country for e in sides if e.country}) > 1 and not own & {e.name for e in sides}
        else ()
    )


_LETTERS = frozenset(
    "letter note message petition telegram cable memorandum memo email ultimatum appeal list".split()
)
_SENDING = frozenset("send write deliver hand submit present address give pass forward".split())
_BEHESTS = frozenset({"request", "behest", "urging", "insistence", "invitation", "instigation"})


def addressed(cast: Cast, s: Sentence, d: Draft) -> tuple[Entity, ...]:
    """Of whom it is asked: "sent the junta a letter demanding talks", "left at the ministers' request"."""
    told = _by_letter(s, d.trigger) or _at_the_behest(s, d.trigger)
    return tuple(e for t in told for e in cast.parties(s, t, recipient=True))


def _by_letter(s: Sentence, trigger: int) -> list[int]:
    noun = s.heads[trigger]
    verb = s.heads[noun] if s.lemmas[noun] in _LETTERS and s.pos[noun] == "NOUN" else noun
    if s.deps[trigger] not in ("acl", "advcl", "relcl") or s.lemmas[verb] not in _SENDING:
        return []
    leads = [p for x in {verb, noun} for p in s.kids(x, "prep", "dative") if s.lemmas[p] == "to"]
    to = [o for p in leads for o in s.kids(p, "pobj")]
    return [c for c in s.kids(verb, "dative") if s.pos[c] != "ADP"] or to


def _at_the_behest(s: Sentence, trigger: int) -> list[int]:
    lead = s.heads[trigger]
    if s.lemmas[trigger] not in _BEHESTS or s.deps[trigger] != "pobj" or s.lemmas[lead] != "at":
        return []
    verb = g.verb_above(s, lead, full=True)
    if verb is None:
        return []
    return g.agents(s, verb) if g.is_passive(s, verb) else g.subjects(s, verb)


def not_itself(
    cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "It recalled its ambassador from Madrid" is not Spain: no state breaks with itself."""
    pronoun = len(d.actors) == 1 and s.words[d.actors[0]].lower() == "it"
    itself = len(actors) == 1 and actors[0].actor_id in {r.actor_id for r in recipients if r.actor_id}
    here = {e.country for e in actors if e.country}
    own = bool(recipients) and {r.country for r in recipients} == here and actors[0].sectors[:1] == ("GOV",)
    itself = (
        itself if d.event_type in ("SANCTION", "REQUEST", "THREATEN") else d.event_type == "ACCUSE" and own
    )
    if not (pronoun and itself):
        return actors
    return _another_state(cast, s, d.actors[0], here, acting=True)


def _another_state(
    cast: Cast, s: Sentence, t: int, own: Set[str | None], *, acting: bool = False
) -> tuple[Entity, ...]:
    """The last state told of before a token that is not one's own, where ``acting`` one that acts."""
    for m in cast.before(s, s.starts[t]):
        told = m.subject if acting else m.kind == "country" and not _only_where(s, m)
        if told and m.kind in ("country", "person") and m.entity.country and m.entity.country not in own:
            state = m.entity if m.kind == "country" else cast.country_entity(m.entity.country, None)
            return (replace(state, resolved_by="coreference: not the other side"),)
    return ()


def _only_where(s: Sentence, m: Mention) -> bool:
    """ "a summit in Rome": where it was, and nobody who had a part in it."""
    here = m.field == s.field and s.start <= m.start and m.entity.resolved_by == "capital"
    return here and s.text[: m.start - s.start].rstrip().endswith((" in", " at"))


def who_told_them_to_leave(
    cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """ "The Swiss envoy was told to leave Harare": by the state that he is to leave, itself unharmed."""
    if actors or d.event_type != "SANCTION" or d.mode != "expel":
        return actors, recipients
    leaving = [
        c for c in s.subtree(d.trigger) if s.lemmas[c] in ("leave", "quit", "depart") and c != d.trigger
    ]
    places = [cast.filler(s, o).entity.country for v in leaving for o in s.kids(v, "dobj")]
    sent = {r.country for r in recipients}
    left = next((c for c in places if c and (len(sent) > 1 or c not in sent)), None)
    if left is None:
        return actors, recipients
    return (cast.country_entity(left, None),), tuple(r for r in recipients if r.country != left)


def urged_it(
    cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "Wang Yi protested to the Indian side and urged it to stop": no minister urges his own state so.

    Nor does a state lend to its own central bank ("visited Malawi and gave money to its central bank").
    """
    if d.event_type == "AID" and len(d.recipients) == 1:
        return _to_its_own(cast, s, d.recipients[0], actors, recipients)
    if d.event_type not in _TO_OTHERS or [s.words[t].lower() for t in d.recipients] != ["it"]:
        return recipients
    own = {a.country for a in actors if a.country}
    if len(own) != 1 or [r.actor_id for r in recipients] != [f"country:{next(iter(own))}"]:
        return recipients
    return _another_state(cast, s, d.recipients[0], own)


def _to_its_own(
    cast: Cast, s: Sentence, t: int, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The recipients of aid, made those of the state named before where "its" is taken for the giver's."""
    its = any(s.words[c].lower() in ("its", "their") for c in s.kids(t, "poss"))
    own = {a.country for a in actors}
    if (
        not its
        or len(own) != 1
        or {r.country for r in recipients} != own
        or not _BODIES_OF_STATE & set(recipients[0].sectors)
    ):
        return recipients
    other = _another_state(cast, s, t, own)
    return tuple(replace(r, country=other[0].country) for r in recipients) if other else recipients


_BODIES_OF_STATE = frozenset({"GOV", "MIL", "COP"})
_TO_OTHERS = frozenset({"REQUEST", "THREATEN", "SANCTION", "REJECT"})


_CLAIMED = {"claim": "claim", "allegation": "allege", "accusation": "accuse", "charge": "charge"}


def claimant(cast: Cast, s: Sentence, about: Iterable[int], actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Delhi claimed that it struck, but Islamabad rejected the claims": whose claims they are."""
    for t in about:
        verb = _CLAIMED.get(s.lemmas[t])
        for v in range(t - 1, -1, -1) if verb in s.bag else ():
            if s.lemmas[v] != verb or s.pos[v] != "VERB":
                continue
            who = [cast.filler(s, o) for o in g.subjects(s, v)]
            found = [f.entity for f in who if f.acts and f.entity.country not in {a.country for a in actors}]
            if found:
                return tuple(replace(e, resolved_by="who claims it") for e in found)
    return ()


def under_fire(
    cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents
) -> tuple[Entity, ...]:
    """ "Chile recalled its ambassador", "Japan was appalled": at the state that all others answer."""
    own = {a.country for a in actors}
    if own <= {None} or s.field == "title" or not _answers_a_state(s, d):
        return ()
    if not all(a.sectors[:1] == ("GOV",) or a.country in _BODIES | {"EUR"} for a in actors):
        return ()
    country = earlier.under_fire(own, at_home=any(s.lemmas[t] in _WHAT_GOES_ON for t in objects(s, d)))
    if country is None:
        return ()
    return (replace(cast.country_entity(country, None), resolved_by="whom all others answer"),)


_WHAT_GOES_ON = frozenset("event development situation move step action measure repression".split())
"""What others denounce of a state that harms its own people."""
_TELLING = frozenset("tell inform notify warn remind assure".split())


def addressee(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Ankara told Moscow that it would not yield": at the other government, which is told."""
    promised = d.event_type == "AGREE" and _in_doing_so(s, d.trigger)
    if not (promised or d.event_type in ("ACCUSE", "REJECT", "THREATEN")) or not actors:
        return ()
    own = {a.country for a in actors}
    if promised:
        told = [e for t in s.kids(s.heads[s.heads[d.trigger]], "dobj", "dative") for e in cast.parties(s, t)]
        return tuple(replace(e, resolved_by=f"{e.resolved_by}; who is told") for e in told if e.country)
    said = next((v for v in (d.trigger, *s.ancestors(d.trigger)) if s.lemmas[v] in _TELLING), None)
    if said is None or (said != d.trigger and not s.kids(said, "ccomp")):
        return ()
    told = [e for t in s.kids(said, "dobj", "dative") for e in cast.parties(s, t)]
    abroad = [e for e in told if e.country and e.country not in own and e.sectors[:1] == ("GOV",)]
    how = "who is told"
    return tuple(replace(e, resolved_by=f"{e.resolved_by}; {how}") for e in abroad)


def refused_abroad(
    d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "China cancelled a visit by its negotiator": nobody of its own, but whoever's plan is turned down."""
    if d.event_type != "REJECT" or not actors or actors[0].sectors[:1] != ("GOV",):
        return recipients
    own = {a.country for a in actors}
    return tuple(
        r for r in recipients if r.country not in own or r.sectors[:1] != ("GOV",) or _is_whose_plan(d, r)
    )


def _is_whose_plan(d: Draft, r: Entity) -> bool:
    """ "A minister left after the president rejected his plan": refused at home."""
    person = not (r.actor_id or "").startswith("country:")
    return d.mode != "meet" and r.resolved_by == "coreference" and person


def _in_doing_so(s: Sentence, trigger: int) -> bool:
    """ "In pledging aid, Biden told Zelensky that …": what is pledged to whoever is told."""
    lead = s.heads[trigger]
    in_it = s.deps[trigger] == "pcomp" and s.lemmas[lead] in ("in", "while", "when")
    return in_it and s.lemmas[s.heads[lead]] in _TELLING


def answered(s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents) -> tuple[Entity, ...]:
    """ "Juba asked for talks. Khartoum responded with an offer of talks": to whoever asked."""
    lead = s.heads[d.trigger]
    offers = d.event_type == "AGREE" and s.deps[d.trigger] == "pobj" and s.lemmas[lead] == "with"
    if not offers or s.lemmas[s.heads[lead]] not in _RESPONDING or not actors:
        return ()
    own = {a.country for a in actors}
    for m in reversed([*earlier.told, *earlier.here][-_LAST_SAID:]):
        abroad = [e for e in m.actors if e.country and e.country not in own and e.sectors[:1] == ("GOV",)]
        if m.event_type in ("REQUEST", "AGREE", "THREATEN") and abroad:
            return tuple(replace(e, span=None, resolved_by="coreference: who is answered") for e in abroad)
    return ()


_RESPONDING = frozenset({"respond", "reply", "answer", "counter", "react", "reciprocate"})
_LAST_SAID = 3
"""Mentions back among which the words are that somebody answers."""


def adversary(s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents) -> tuple[Entity, ...]:
    """ "Seoul warned of retaliation", "Ottawa would not budge": at the state with which theirs is at odds."""
    if d.event_type == "REJECT" and objects(s, d):
        return ()  # "vetoed a resolution"
    if d.event_type not in ("THREATEN", "REJECT") or s.field == "title":
        return ()
    if len({a.country for a in actors}) != 1 or not _are_states(actors):
        return ()
    found = earlier.opponent(actors[0])
    abroad = all(e.country and e.country != actors[0].country and e.country not in _BODIES for e in found)
    return found if abroad and all(_is_state(e) for e in found) else ()


def _is_state(e: Entity) -> bool:
    return bool({"GOV", "MIL"} & set(e.sectors))


def _answers_a_state(s: Sentence, d: Draft) -> bool:
    """Complaints that do not say of what, and envoys called home; not of bloodshed, whoever shed it."""
    if d.event_type == "SANCTION":
        envoys = any(is_envoy(s, t) or s.lemmas[t] in _POSTS for t in d.frame.literals)
        return envoys and d.mode in ("withdraw", "discontinue")
    if d.event_type != "ACCUSE" or d.mode != "disapprove":
        return False
    about = objects(s, d)
    if any(s.lemmas[p] == "of" for t in about for p in s.kids(t, "prep")):
        return False  # "condemned the policy of punishing them all": it says itself what is meant
    behind = {s.lemmas[o] for t in about for p in s.kids(t, "prep") for o in s.kids(p, "pobj")}
    if (behind | {s.lemmas[t] for t in about}) & _HAPPENINGS:
        return False  # "called the events in Abidjan regrettable": whoever is behind them
    nouns = [s.lemmas[t] for t in about if s.lemmas[t] in event_nouns()]
    return not any("ASSAULT" in event_nouns()[n][0] for n in nouns if n != "raid")


_HAPPENINGS = frozenset(
    "event development situation violence unrest crisis turmoil bloodshed instability insecurity "
    "fighting".split()
)
_ALLIES = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)
"""Who are named as somebody's: "government troops and their Kenyan allies" are not of one country."""


_ABROAD = re.compile(
    r"(?:his|her|their) (?:\w+ )?(?:colleague|(?:counterpart|host|guest|visitor|opposite number)s?)"
    r"|their (?:\w+ )?colleagues"
)
"""Who is of the other side; "his colleagues" are most often those of his own."""


_POST = re.compile(r"\b(?:embassy|consulate|mission|legation)\b", re.IGNORECASE)


def beside_the_foreign(
    d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "Washington imposed sanctions on two Peruvian ministers and a bank": no bank of its own.

    Who is hit beside people of one other state, and is told by no country, is theirs.
    """
    own = {a.country for a in actors if a.country}
    if d.event_type not in ("SANCTION", "ACCUSE", "THREATEN", "ASSAULT") or len(own) != 1:
        return recipients
    others = [r for r in recipients if not _ALLIES.match(r.name)]
    if d.event_type == "ASSAULT" and any(_POST.search(r.name) for r in others):
        return recipients  # who dies at a consulate is most often of the place
    sure = {r.country for r in others if r.country and "from the report" not in (r.resolved_by or "")}
    if len(sure) != 1 or sure & (own | INTERNATIONAL):
        return recipients
    how = "of those beside"
    return tuple(
        replace(r, country=next(iter(sure)), resolved_by=f"{(r.resolved_by or '').split(';')[0]}; {how}")
        if r.country in own and not r.actor_id and "from the report" in (r.resolved_by or "")
        else r
        for r in recipients
    )


def abroad(
    cast: Cast, s: Sentence, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "expressed gratitude to his colleague": of the other state, where nothing else is told of him."""
    own = {a.country for a in actors}
    out = []
    for r in recipients:
        how = r.resolved_by or ""
        guessed = not r.actor_id and (r.country is None or "from the report" in how or "a modifier" in how)
        if guessed and r.country in own | {None} and _ABROAD.fullmatch(r.name.lower()):
            other = _the_other_state(cast, s, actors)
            r = replace(r, country=other[0].country, resolved_by=other[0].resolved_by) if other else r
        out.append(r)
    return tuple(out)


def barred(
    cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "Washington imposed visa restrictions on 25 people": on none of its own."""
    own = {a.country for a in actors}
    if d.mode != "discontinue" or "visa" not in s.bag or None in own or not own:
        return recipients
    if not any("from the report" in (r.resolved_by or "") and r.country in own for r in recipients):
        return recipients
    other = _the_other_state(cast, s, actors)
    land, how = (other[0].country, other[0].resolved_by) if other else (None, "of another state")
    return tuple(
        replace(r, country=land, resolved_by=how)
        if r.country in own and ("from the report" in (r.resolved_by or "") or _ALLIES.match(r.name))
        else r
        for r in recipients
    )


def as_governments(s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "a deal brokered by the Americans": in dealings between states a people is its government."""
    if d.event_type not in ("CONSULT", "AGREE", "COOPERATE", "AID") or d.mode == "visit":
        return actors
    return tuple(
        replace(a, sectors=("GOV",))
        if a.resolved_by == "demonym" and a.sectors == ("CVL",) and _with_article(s, a)
        else a
        for a in actors
    )


def _with_article(s: Sentence, e: Entity) -> bool:
    """ "the Americans", not "300 Americans"."""
    if e.span is None:
        return False
    before = s.text[: e.span[0] - s.start].rstrip().lower()
    return before.endswith("the") or s.text[e.span[0] - s.start :].lower().startswith("the ")


def not_among_themselves(
    d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "The two sides promised to resume dialogue between their governments": no third party."""
    own = {a.country for a in actors if a.country}
    between = d.event_type in ("AGREE", "CONSULT", "COOPERATE") and len(own) > 1
    same = between and bool(recipients) and all(r.country in own for r in recipients)
    return () if same and len({r.country for r in recipients}) > 1 else recipients


def _at_the_reporters(cast: Cast, s: Sentence, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "who flew in on Wednesday": to where the report is written."""
    own = {a.country for a in actors if a.country}
    here = cast.where.dateline[1] if cast.where.dateline else cast.focus(s, frozenset(own))
    if not cast.where.dateline and not cast.short and cast.countries[here or ""] < _OFTEN:
        return ()  # a country that a report at home names in passing
    if not own or here is None or here in own:
        return ()
    return (
        replace(cast.country_entity(here, None), resolved_by="the country that the report is written in"),
    )


def _quarrelled_over(s: Sentence, visit: int) -> bool:
    """ "protested to Washington over his stopover": who protests is no host."""
    return s.deps[visit] == "pobj" and s.lemmas[s.heads[visit]] in ("over", "at", "against", "about")


def _to_a_sight(s: Sentence, visit: int) -> bool:
    """ "visited the shrine", "her trip to Pearl Harbour": what is seen there is no host."""
    seen = s.kids(visit, "dobj") if s.pos[visit] == "VERB" else []
    seen += [o for p in s.kids(visit, "prep") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")]
    goes = s.lemmas[visit] in ("visit", "trip", "tour", "travel", "pilgrimage")
    return goes and any(s.pos[o] in ("NOUN", "PROPN") for o in seen)


def host(
    cast: Cast,
    s: Sentence,
    d: Draft,
    recipients: tuple[Entity, ...],
    actors: tuple[Entity, ...],
    place: EventPlace | None,
) -> tuple[Entity, ...]:
    """ "flew to Doha, where he was received by the emir": the one of the country that he is in."""
    visited = d.event_type == "CONSULT" and d.mode == "visit"
    if visited and not recipients and place is None:
        elsewhere = _quarrelled_over(s, d.trigger) or _to_a_sight(s, d.trigger)
        return () if elsewhere else _at_the_reporters(cast, s, actors)
    if not visited or place is None or not place.country or place.country in {a.country for a in actors}:
        return recipients
    own = {a.country for a in actors}
    return tuple(
        replace(r, country=place.country, resolved_by=f"{r.resolved_by}; of the country that is visited")
        if not r.actor_id and r.country in own and "from the report" in (r.resolved_by or "")
        else r
        for r in recipients
    )


def without_echoes(mentions: list[EventMention]) -> list[EventMention]:
    """ "received a call from Macron, during which the two discussed Gaza": what the call is made of.

    "found him guilty and sentenced him": of one conviction the sentence makes no second.
    """
    out: list[EventMention] = []
    for m in mentions:
        if m.event_mode == "convict" and any(o.event_mode == "convict" and _same_sides(o, m) for o in out):
            continue
        if m.event_type in ("CONSULT", "AGREE") and any(_fighting(o, m) for o in mentions):
            continue
        word = m.evidence.text[slice(*(x - m.evidence.start for x in m.evidence.trigger))]
        echo = m.event_type == "CONSULT" and word.startswith(_TALKED) and len(_sides(m)) > 1
        told = [o for o in out if o.event_type == "CONSULT" and o.event_mode]
        if not echo or not any(_sides(o) == _sides(m) for o in told):
            out.append(m)
    return out


def _fighting(o: EventMention, m: EventMention) -> bool:
    """ "Russian and Syrian jets pound Idlib after summit": the jets held no summit."""
    attackers = [(a.name, a.country) for a in o.actors]
    alike = bool(m.actors) and not m.recipients and attackers == [(a.name, a.country) for a in m.actors]
    return alike and o.event_type == "ASSAULT" and all(a.sectors[:1] == ("MIL",) for a in m.actors)


def _same_sides(a: EventMention, b: EventMention) -> bool:
    """Convictions of the same people by the same court, told by two words of a sentence."""
    whom = [{e.actor_id or e.name for e in m.recipients} for m in (a, b)]
    by = [{e.actor_id or e.name for e in m.actors} for m in (a, b)]
    return bool(whom[0]) and whom[0] == whom[1] and (by[0] == by[1] or not (by[0] and by[1]))


def _sides(m: EventMention) -> set[str]:
    return {e.country for e in (*m.actors, *m.recipients) if e.country}


def _the_other_state(cast: Cast, s: Sentence, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Caracas froze imports" in a report on Venezuela and Colombia: those of the other one."""
    own = {a.country for a in actors if a.country}
    for a in actors:  # "Brussels hit bourbon with duties": the Union, which is not hitting Belgium
        if a.resolved_by == "seat of the body" and a.span:
            seat = cast.knowledge.places(s.text[a.span[0] - s.start : a.span[1] - s.start])
            own |= {p.country for p in seat[:1] if p.country}
    country = cast.focus(s, frozenset(own))
    if country is None or not any(m.entity.country == country and m.kind != "place" for m in cast.mentions):
        return ()  # a town that bears the name of one in another state brings none in
    how = "the other state that the report is about"
    return (replace(cast.country_entity(country, None), resolved_by=how),)


def _are_states(actors: tuple[Entity, ...]) -> bool:
    return all(a.sectors[:1] == ("GOV",) and a.country and a.country not in _BODIES for a in actors)


def _between_states(s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> bool:
    """What one state does to, or promises, another, though only the one is named."""
    countries = {a.country for a in actors}
    if not countries or not _are_states(actors):
        return False
    if d.event_type == "AGREE":
        return d.cameo in _TRADED and len(countries) == 1
    if d.event_type == "ACCUSE" and d.mode == "disapprove":
        return any(s.lemmas[t] in _TAKING_POWER for t in objects(s, d))
    left = any(s.lemmas[t] in _JOINED for t in d.frame.literals)
    envoys = any(is_envoy(s, t) or s.lemmas[t] in _POSTS for t in d.frame.literals)
    broken = d.mode == "discontinue" or (d.mode == "withdraw" and envoys)
    return d.event_type == "SANCTION" and broken and not left


def _of_others(s: Sentence, d: Draft) -> bool:
    """ "condemned the bombing", "called the accord treachery": of those who bombed, of several parties."""
    nouns = [event_nouns()[s.lemmas[t]] for t in objects(s, d) if s.lemmas[t] in event_nouns()]
    return any("ASSAULT" in types or everybody for types, everybody in nouns)
