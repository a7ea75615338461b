"""Words of a deed that tell none: an award of a court, an own membership, what somebody does all the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.coding import polls
from dragoman.coding.drafts import Draft
from dragoman.coding.people import TITLES
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


def why_none(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a draft is no event, or nothing."""
    if d.status != "hypothetical" and polls.of_a_share(s, d.trigger, d.event_type):
        return "what part of a people thinks"
    if _lasting(s, d):
        return "how it is, and no news"
    if _only_alleged(s, d):
        return "only alleged by who complains of it"
    return next((why for holds, why in _IDLE.get(d.event_type, ()) if holds(s, cast, d)), "")


_ALLEGED = frozenset("alleged purported supposed so-called".split())
_COMPLAINING = frozenset(
    "accuse summon protest condemn denounce blame charge complain sue criticise "
    "criticize censure rebuke".split()
)


def _only_alleged(s: Sentence, d: Draft) -> bool:
    """ "summoned the envoy to protest at alleged violations by Indian troops": a charge, no deed told."""
    if s.pos[d.trigger] != "NOUN" or d.event_type == "ACCUSE":
        return False
    said = any(s.words[c].lower() in _ALLEGED for c in s.kids(d.trigger, "amod"))
    return said and any(s.lemmas[a] in _COMPLAINING for a in s.ancestors(d.trigger))


_HALTED = frozenset("stall deadlock suspend collapse falter freeze postpone adjourn halt".split())


def _at_a_standstill(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The six-party talks, which involve China and Japan, have been stalled since May": none took place."""
    noun = s.heads[d.trigger] if s.deps[d.trigger] in ("relcl", "acl") else d.trigger
    verb = s.heads[noun]
    return s.deps[noun] in ("nsubj", "nsubjpass") and s.pos[noun] == "NOUN" and s.lemmas[verb] in _HALTED


_LISTED = frozenset("list designate classify consider regard deem ban outlaw blacklist proscribe".split())


_MET_THINGS = frozenset(
    "demand target deadline obligation condition commitment requirement rule goal standard need cost "
    "quota".split()
)


def _of_things(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chancellor would meet his fiscal rules": nobody was met; "met his deputies": people are."""
    if s.lemmas[d.trigger] != "meet":
        return False
    met = [o for o in s.kids(d.trigger, "dobj") if s.pos[o] == "NOUN"]
    if any(s.lemmas[o] in _MET_THINGS for o in met):
        return True
    return bool(met) and all(cast.filler(s, o).kind == "noun" and not cast.filler(s, o).acts for o in met)


def _dismissed_as(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Dismissed them as a load of nonsense": nobody lost an office; but "dismissed him as minister"."""
    v = d.trigger
    called = [o for p in s.kids(v, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
    return s.lemmas[v] == "dismiss" and bool(called) and s.lemmas[called[0]] not in TITLES


_LASTING_STATES = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT", "SUPPORT"})
"""Types that a clause in the present tense tells as what somebody does all the time."""


_HABITUALLY = frozenset(
    "often regularly routinely usually sometimes frequently rarely seldom always generally typically".split()
)


def _lasting(s: Sentence, d: Draft) -> bool:
    """ "Pakistan, which shelters 400,000 Afghans, said …", "who is barred from office": all the time."""
    tensed = s.kids(d.trigger, "aux", "auxpass")
    if any(s.lemmas[a] in _HABITUALLY for a in s.kids(d.trigger, "advmod")):  # "are often threatened"
        return {s.tags[a] for a in tensed or [d.trigger]} <= {"VBZ", "VBP"} and not any(
            s.lemmas[a] == "have" for a in tensed
        )
    if d.event_type == "SANCTION" and s.lemmas[d.trigger] in _LISTED and s.kids(d.trigger, "auxpass"):
        return [s.tags[a] for a in tensed] in (["VBZ"], ["VBP"])  # "is listed as a terrorist group by Turkey"
    if _done_often(s, d.trigger):
        return True
    if s.deps[d.trigger] != "relcl":
        return False
    if not tensed:
        return d.event_type in _LASTING_STATES and s.tags[d.trigger] in ("VBZ", "VBP")
    barred = d.event_type in ("SANCTION", "SUPPORT") or d.mode == "restrict"  # "that is backed by a tycoon"
    return barred and all(s.words[a].lower() in ("is", "are") for a in tensed)


def _done_often(s: Sentence, trigger: int) -> bool:
    """ "They often use Iraq to plan attacks", "use the word to imply a killing": no single deed."""
    for a in s.ancestors(trigger):
        if any(s.lemmas[c] in _HABITUALLY for c in s.kids(a, "advmod")):
            return s.tags[a] in ("VBZ", "VBP") and not s.kids(a, "aux", "auxpass") and s.lemmas[a] == "use"
    return False


def _own_duty(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Britain says that it must extradite him": of nobody else."""
    if not d.recipients or any(s.words[t].lower() not in ("it", "he", "she", "they") for t in d.recipients):
        return False
    mine = {e.actor_id for t in d.actors for e in cast.parties(s, t)}
    asked = {e.actor_id for t in d.recipients for e in cast.parties(s, t, recipient=True)}
    return bool(asked) and None not in asked and asked <= mine


_FORETELLING = frozenset(
    "insist vow promise warn pledge assure guarantee predict believe doubt hope swear expect bet".split()
)


def _foretold(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Lavrov insists that Turkish officers will not enter the enclave": no refusal of theirs."""
    told = s.heads[d.trigger]
    if s.deps[d.trigger] != "ccomp" or s.lemmas[told] not in _FORETELLING or s.tags[d.trigger] != "VB":
        return False
    by = {e.country for t in s.kids(told, "nsubj") for e in cast.parties(s, t)}
    own = {e.country for t in d.actors for e in cast.parties(s, t)}
    return bool(by - {None}) and bool(own - {None}) and not by & own


def _own_troops(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a Philippine boat with food for Philippine troops": whose they are."""
    givers = {e.country for t in (*d.actors, *d.owned) for e in cast.parties(s, t)} - {None}
    taken = [e for t in d.recipients for e in cast.parties(s, t, recipient=True)]
    return bool(taken) and all("MIL" in e.sectors and e.country in givers for e in taken)


_NUMBERED = frozenset(
    "first second third fourth fifth latest worst deadliest bloodiest biggest largest".split()
)


def _one_in_a_row(s: Sentence, _: Cast, d: Draft) -> bool:
    """ "It was the first suicide attack in the city this year": it points back to what was told."""
    about = s.heads[d.trigger]
    if s.pos[d.trigger] != "NOUN" or s.deps[d.trigger] != "attr" or s.lemmas[about] != "be":
        return False
    whose = [t for t in s.kids(about, "nsubj") if s.words[t].lower() in ("it", "this", "that")]
    ranked = any(
        s.lemmas[c].lower() in _NUMBERED or s.words[c].lower() in _NUMBERED for c in s.kids(d.trigger, "amod")
    )
    return bool(whose) and ranked


def _helps_him(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Kenyatta, who helped him": one person another."""
    him = bool(d.recipients) and all(s.words[t].lower() in ("him", "her") for t in d.recipients)
    return him and bool(d.actors) and all(cast.filler(s, t).kind == "person" for t in d.actors)


def _stands_there(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The king stood beside the premier": on a square, and not by his side in a quarrel."""
    beside = any(s.lemmas[p] in ("beside", "next", "alongside") for p in s.kids(d.trigger, "prep", "advmod"))
    if s.lemmas[d.trigger] != "stand" or s.tags[d.trigger] != "VBD" or not beside:
        return False
    return all(cast.filler(s, t).kind in ("person", "office") for t in d.actors)


def _in_print(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The party newspaper's attack on Tito": in words, as is all that newspapers and agencies do."""
    by = [e for t in d.actors for e in cast.parties(s, t)]
    return bool(by) and all("JRN" in e.sectors for e in by)


def _own_membership(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chancellor suspended Britain's membership of the mechanism": his own country's."""
    if not any(s.lemmas[t] in ("membership", "participation") for t in s.kids(d.trigger, "dobj")):
        return False
    mine = {e.country for t in d.actors for e in cast.parties(s, t)}
    theirs = {e.country for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)}
    return bool(mine & theirs)


def _awarded(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The islet was given to Benin by the court at The Hague": a ruling, and no aid."""
    givers = [e for t in d.actors for e in cast.parties(s, t)]
    return bool(givers) and all("JUD" in e.sectors for e in givers)


def _in_the_courtroom(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chief justice told the lawyers to be brief": how a hearing is led, and no demand."""
    by = [e for t in d.actors for e in cast.parties(s, t)]
    at_bar = bool(d.recipients) and all(s.lemmas[t] in _AT_THE_BAR for t in d.recipients)
    return at_bar and bool(by) and all("JUD" in e.sectors for e in by)


_AT_THE_BAR = frozenset(
    "lawyer attorney barrister counsel advocate witness juror jury defendant clerk".split()
)


def _self_reproach(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "He himself was to blame": nobody else accuses him."""
    return any(s.words[t].lower().endswith(("self", "selves")) for t in d.actors)


_PAPERS = frozenset(
    "order law bill act measure sanction policy tariff duty decree rule plan programme program scheme "
    "legislation ban restriction levy tax move step ad advert advertisement campaign lawsuit probe "
    "investigation".split()
)


def _aimed_by_paper(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Signed an order targeting transgender soldiers": nobody is shot at."""
    if s.lemmas[d.trigger] != "target":
        return False
    above = s.heads[d.trigger]
    nouns = [above, *s.kids(above, "dobj"), *s.kids(d.trigger, "nsubj", "nsubjpass")]
    return any(s.lemmas[n] in _PAPERS and s.pos[n] == "NOUN" and n < d.trigger for n in nouns)


_IDLE: dict[str, tuple[tuple[Callable[[Sentence, Cast, Draft], bool], str], ...]] = {
    "CONSULT": ((_at_a_standstill, "talks that are not held"), (_of_things, "meets a demand")),
    "ACCUSE": ((_self_reproach, "self-reproach"),),
    "SANCTION": ((_own_membership, "its own membership"), (_dismissed_as, "only an opinion")),
    "AID": (
        (_awarded, "what a court awards"),
        (_own_troops, "its own troops"),
        (_helps_him, "people who help each other"),
    ),
    "REQUEST": ((_in_the_courtroom, "said in a courtroom"), (_own_duty, "its own duty")),
    "REJECT": ((_foretold, "what somebody else says of them"),),
    "ASSAULT": (
        (_in_print, "an attack in words"),
        (_aimed_by_paper, "what a paper is aimed at"),
        (_one_in_a_row, "what number a deed told before is"),
    ),
    "PROTEST": ((_one_in_a_row, "what number a deed told before is"),),
    "SUPPORT": ((_stands_there, "where they stood"),),
}
"""By type, what makes its words idle, and the reason that the trace gives."""
