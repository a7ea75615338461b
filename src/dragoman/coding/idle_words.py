"""Words of a deed that tell none: an award of a court, an own membership, what somebody does all the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding import daily_life, mere_topics, parties, polls
from dragoman.coding.drafts import Draft
from dragoman.coding.grammar import verb_above
from dragoman.coding.mere_topics import expected_by_then
from dragoman.coding.people import ARMED, TITLES
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


def why_none(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a draft is no event, or nothing."""
    if d.status != "hypothetical" and polls.of_a_share(s, d.trigger, d.event_type):
        return "what part of a people thinks"
    if _lasting(s, d):
        return "how it is, and no news"
    if _unanswered(s, d):
        return "calls that nobody took"
    if _only_alleged(s, d):
        return "only alleged by who complains of it"
    tables = (_IDLE, daily_life.IDLE, mere_topics.IDLE)
    tests = (*mere_topics.ALWAYS, *(test for table in tables for test in table.get(d.event_type, ())))
    return next((why for holds, why in tests if holds(s, cast, d)), "")


def _unanswered(s: Sentence, d: Draft) -> bool:
    """ "Calls to the spokesman went unanswered": nobody talked, and nothing was asked for."""
    if s.pos[d.trigger] != "NOUN" or s.lemmas[d.trigger] != "call" or "unanswered" not in s.bag:
        return False
    return {s.lemmas[p] for p in s.kids(d.trigger, "prep")} >= {"to"} and "for" not in s.bag


_ALLEGED = frozenset("alleged purported supposed so-called".split())
_COMPLAINING = frozenset(
    "accuse summon protest condemn denounce blame charge complain sue criticise "
    "criticize censure rebuke".split()
)


def _only_alleged(s: Sentence, d: Draft) -> bool:
    """ "summoned the envoy to protest at alleged violations by Indian troops": a charge, no deed told."""
    role = s.heads[s.heads[d.trigger]]
    if s.pos[d.trigger] == "VERB" and s.deps[d.trigger] == "pcomp" and s.pos[role] == "NOUN":
        return any(
            s.words[c].lower() in _ALLEGED for c in s.kids(role, "amod")
        )  # "its alleged role in arming them"
    if s.pos[d.trigger] != "NOUN" or d.event_type == "ACCUSE":
        return False
    said = any(s.words[c].lower() in _ALLEGED for c in s.kids(d.trigger, "amod"))
    return said and any(s.lemmas[a] in _COMPLAINING for a in s.ancestors(d.trigger))


_HALTED = frozenset(
    "stall deadlock suspend collapse falter freeze postpone adjourn halt bog bogge stagnate founder "
    "languish".split()
)


_STUCK = frozenset("stalled deadlocked suspended collapsed stalemated moribund frozen abortive".split())


def _at_a_standstill(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The six-party talks, which involve China and Japan, have been stalled since May": none took place."""
    noun = s.heads[d.trigger] if s.deps[d.trigger] in ("relcl", "acl") else d.trigger
    verb = s.heads[noun]
    if s.pos[d.trigger] == "NOUN" and any(
        s.lemmas[c] in _HALTED or s.words[c].lower() in _STUCK for c in s.kids(d.trigger, "amod")
    ):
        return True  # "the subject of stalled talks with Washington"
    return s.deps[noun] in ("nsubj", "nsubjpass") and s.pos[noun] == "NOUN" and s.lemmas[verb] in _HALTED


_FOR_THE_PRESS = frozenset({"press", "news", "media"})


def _with_the_press(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Blair held his monthly media conference": he met reporters."""
    told = [d.trigger, *d.frame.literals] if d.event_type == "CONSULT" else s.subtree(d.trigger)
    held = (t for t in told if s.lemmas[t] in ("conference", "briefing"))
    held = (t for t in held if d.event_type == "CONSULT" or not _where_it_was_said(s, t))
    return any(s.lemmas[c] in _FOR_THE_PRESS for t in held for c in s.kids(t, "compound"))


def _where_it_was_said(s: Sentence, t: int) -> bool:
    """ "Speaking at a press conference, he agreed to reopen the embassy"; no "agreed to speak at" one."""
    lead, there = s.heads[t], s.heads[s.heads[t]]
    if s.lemmas[there] in ("meet", "speak", "appear", "talk", "answer"):
        return s.lemmas[there] != "meet" and s.tags[there] != "VB"
    return s.deps[t] == "pobj" and s.lemmas[lead] != "to"


_NOBODY_IN_POWER = frozenset({"UNK", "CRM"})


def _of_private_people(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The patient met his fiancée", "failed to return from a trip to East Kilbride": their own affair."""
    named = [cast.filler(s, t) for t in d.actors]
    sides = [f.entity for f in named] + parties.done_to(cast, s, d)
    if not named or any(f.kind != "person" or f.entity.country in INTERNATIONAL for f in named):
        return False
    places = all(e.resolved_by == "place" or not set(e.sectors) - _NOBODY_IN_POWER for e in sides)
    return places and len(cast.text) > _LONG


_LONG = 600
"""Characters from which on a report would say who a person in power is."""


def _spoke_how(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "He had spoken with such sincerity": how, and with nobody."""
    if s.lemmas[d.trigger] not in ("speak", "talk"):
        return False
    with_what = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "with" for o in s.kids(p, "pobj")]
    return any(s.lemmas[o].endswith(_HOW) and s.pos[o] == "NOUN" for o in with_what)


_HOW = ("ity", "ness", "ence", "ance", "ion", "our", "age", "acy", "accent", "voice")


def _part_of_a_tour(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Landed in Hanoi as part of his tour of Asia": the visit is told, the tour is the frame of it."""
    of = s.heads[d.trigger]
    if s.deps[d.trigger] == "pobj" and s.lemmas[of] == "for" and s.lemmas[s.heads[of]] in _GOING:
        return s.kids(d.trigger, "prep") != [] and s.lemmas[d.trigger] in ("meeting", "summit")
    return s.deps[d.trigger] == "pobj" and s.lemmas[of] == "of" and s.lemmas[s.heads[of]] == "part"


_GOING = frozenset("fly travel go head leave depart".split())


_FURTHERING = frozenset(
    "sustain maintain preserve keep promote facilitate encourage foster revive restart ensure enhance "
    "deepen".split()
)


def _only_aimed_at(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "steps taken to sustain dialogue between the two states": an aim, and no meeting."""
    verb = s.heads[d.trigger]
    aim = s.deps[verb] in ("advcl", "acl", "relcl") and s.tags[verb] == "VB"
    return (
        s.pos[d.trigger] == "NOUN" and s.deps[d.trigger] == "dobj" and aim and s.lemmas[verb] in _FURTHERING
    )


_AROUND = frozenset(
    "water sea area region zone territory airspace hill mountain land village street circumstance".split()
)


def _lies_around(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "the waters surrounding the islands": where they are, and nobody besieges them."""
    waters = s.deps[d.trigger] == "acl" and s.lemmas[s.heads[d.trigger]] in _AROUND
    return waters and s.lemmas[d.trigger] == "surround" and s.tags[d.trigger] == "VBG"


_STANDING = frozenset("station base garrison".split())


def _where_they_are(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "the withdrawal of all troops stationed in Chad": where they are, and nobody sends them."""
    return s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBN" and s.lemmas[d.trigger] in _STANDING


_LISTED = frozenset("list designate classify consider regard deem ban outlaw blacklist proscribe".split())


_MET_THINGS = frozenset(
    "demand target deadline obligation condition commitment requirement rule goal standard need cost "
    "quota".split()
)


def _of_things(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chancellor would meet his fiscal rules": nobody was met; "met his deputies": people are."""
    meeting = next(
        (t for t in (d.frame.complement, d.trigger) if t is not None and s.lemmas[t] == "meet"), None
    )
    if meeting is None:
        return False
    met = [o for o in s.kids(meeting, "dobj") if s.pos[o] == "NOUN"]
    if any(s.lemmas[o] in _MET_THINGS for o in met):
        return True
    return bool(met) and all(cast.filler(s, o).kind == "noun" and not cast.filler(s, o).acts for o in met)


def _dismissed_as(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Dismissed them as a load of nonsense": nobody lost an office; but "dismissed him as minister"."""
    v = d.trigger
    called = [o for p in s.kids(v, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
    lost = any(s.lemmas[p] == "from" for p in s.kids(v, "prep"))  # "dismissed from his post as a clerk"
    return s.lemmas[v] == "dismiss" and bool(called) and not lost and s.lemmas[called[0]] not in TITLES


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
    doers = parties.doers(cast, s, d)
    told = parties.done_to(cast, s, d)
    bodies = {e.country for e in told}
    whole = {e.name for e in told} <= {"United Nations", "European Union"}  # not "Ban urged the council"
    if len(bodies) == 1 and whole and bodies <= {"UNO", "EUR"} and bodies == {e.country for e in doers}:
        return True  # "The UN must act, its secretary-general said"
    if not d.recipients or any(s.words[t].lower() not in ("it", "he", "she", "they") for t in d.recipients):
        return False
    mine, asked = {e.actor_id for e in doers}, {e.actor_id for e in told}
    return bool(asked) and None not in asked and asked <= mine


_SAYING = frozenset(
    "say add stress insist declare state argue maintain reiterate repeat note emphasise "
    "emphasize underline".split()
)


def _ones_own_country(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Marcos said the Philippines must keep talking to China": what his own government will do."""
    doers = parties.doers(cast, s, d)
    asked = parties.done_to(cast, s, d)
    if (
        s.lemmas[d.trigger] not in _SAYING
        or not doers
        or not asked
        or not all("GOV" in e.sectors for e in doers + asked)
    ):
        return False
    home = {f"country:{e.country}" for e in doers}
    return len(home) == 1 and {e.actor_id for e in asked} == home


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
    taken = parties.done_to(cast, s, d)
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


_BODING = frozenset(
    "ceasefire cease-fire truce row dispute crisis violence fighting attack war conflict clash unrest "
    "drought shortage scandal deal pact accord collapse defeat delay".split()
)


def _by_no_one(s: Sentence, _: Cast, d: Draft) -> bool:
    """ "Failed Bosnian ceasefire threatens peace": no threat of Bosnia's."""
    boding = bool(d.actors) and all(s.lemmas[t].lower() in _BODING for t in d.actors)
    return s.lemmas[d.trigger] == "threaten" and boding


_WARS = frozenset("war conflict insurgency rebellion struggle feud uprising dispute insurrection".split())
_OF_YEARS = re.compile(
    r"\b(?:\w+-long|long-running|\w+-year(?:-old)?|years?-old|long|protracted|endless)$", re.IGNORECASE
)


def _long_war(s: Sentence, _: Cast, d: Draft) -> bool:
    """ "An escalation in the decades-long war between Turkey and the PKK": no war that broke out."""
    if s.pos[d.trigger] != "NOUN" or s.lemmas[d.trigger] not in _WARS:
        return False
    first = min([c for c in s.subtree(d.trigger) if c <= d.trigger])
    before = s.slice(first, d.trigger - 1).split() if first < d.trigger else []
    return any(_OF_YEARS.match(word) for word in before)


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
    by = parties.doers(cast, s, d)
    return bool(by) and all("JRN" in e.sectors for e in by)


def _own_membership(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chancellor suspended Britain's membership": his own country's; "its" membership it gives up."""
    parts = [t for t in s.kids(d.trigger, "dobj") if s.lemmas[t] in ("membership", "participation")]
    if not parts or any(s.tags[c] == "PRP$" for t in parts for c in s.kids(t, "poss")):
        return False
    mine = {e.country for t in d.actors for e in cast.parties(s, t)}
    theirs = {e.country for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)}
    return bool(mine & theirs)


def _awarded(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The islet was given to Benin by the court at The Hague": a ruling, and no aid."""
    givers = parties.doers(cast, s, d)
    return bool(givers) and all("JUD" in e.sectors for e in givers)


def _in_the_courtroom(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chief justice told the lawyers to be brief": how a hearing is led, and no demand."""
    by = parties.doers(cast, s, d)
    at_bar = bool(d.recipients) and all(s.lemmas[t] in _AT_THE_BAR for t in d.recipients)
    return at_bar and bool(by) and all("JUD" in e.sectors for e in by)


def _pleases(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The plans would appeal to women": they please, and ask nobody for anything."""
    subjects = s.kids(d.trigger, "nsubj") if s.lemmas[d.trigger] == "appeal" else []
    return bool(subjects) and all(
        s.pos[t] == "NOUN" and (s.lemmas[t] in _PAPERS | _IDEAS or not cast.filler(s, t).acts)
        for t in subjects
    )


_IDEAS = frozenset("proposal idea message promise pledge offer reform product film book cut package".split())


def _to_values(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "A speech with its appeal to core values": nobody is asked."""
    if s.lemmas[d.trigger] != "appeal" or s.pos[d.trigger] != "NOUN":
        return False
    to = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")]
    return bool(to) and all(s.lemmas[o] in _FELT for o in to)


_FELT = frozenset("value sense heart emotion fear instinct pride conscience patriotism reason taste".split())


def _asks_questions(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Ministers can ask hard questions": what they are for, and no demand."""
    asked = s.kids(d.trigger, "dobj") if s.lemmas[d.trigger] == "ask" else []
    return any(s.lemmas[t] == "question" for t in asked)


_SEEING = frozenset("see benefit notice enjoy feel".split())


def _expected_to_see(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Taxpayers should see little change", "aid should arrive in a week": expected, and asked of nobody."""
    inner = [d.frame.complement, d.trigger]
    return any(
        t is not None
        and any(s.words[a].lower() == "should" for a in s.kids(t, "aux"))
        and (s.lemmas[t] in _SEEING or expected_by_then(s, t))
        for t in inner
    )


_AT_THE_BAR = frozenset(
    "lawyer attorney barrister counsel advocate witness juror jury defendant clerk".split()
)


def _self_reproach(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "He himself was to blame": nobody else accuses him."""
    return any(s.words[t].lower().endswith(("self", "selves")) for t in d.actors)


_ANIMALS = frozenset(
    "sheep goat cow cattle dog horse camel pig chicken whale elephant lion wolf bird animal "
    "livestock donkey".split()
)


def _at_the_polls(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "It appears that Conde will beat Diallo": one politician another, at the polls."""
    if (
        s.lemmas[d.trigger] != "beat"
        or s.kids(d.trigger, "prt")
        or len(d.actors) != 1
        or len(d.recipients) != 1
    ):
        return False
    sides = [cast.filler(s, t) for t in (*d.actors, *d.recipients)]
    return all(f.kind in ("person", "role") and s.pos[f.head] == "PROPN" for f in sides) and not any(
        {"COP", "MIL", "REB"} & set(f.entity.sectors) for f in sides
    )


def _animals(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Killing three sheep and injuring four others": no people."""
    hit = [t for t in d.recipients if s.pos[t] != "PRON"]
    if not hit or s.bag.isdisjoint(_ANIMALS):
        return False
    before = [o for k in (d.trigger, s.heads[d.trigger]) for o in s.kids(k, "dobj", "nsubjpass")]
    others = any(s.lemmas[o] in _ANIMALS for o in before)
    return all(s.lemmas[t] in _ANIMALS or (s.lemmas[t] == "other" and others) for t in hit)


def _persons_in_words(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The mayor clashed with a campaigner", "the two ministers fight it out": with words."""
    if (
        s.lemmas[d.trigger] not in ("clash", "fight", "battle", "spar", "tussle")
        or s.pos[d.trigger] != "VERB"
    ):
        return False
    sides = [e for t in (*d.actors, *d.recipients) for e in cast.parties(s, t, recipient=True)]
    one_each = all(cast.filler(s, t).kind in ("person", "office") for t in (*d.actors, *d.recipients))
    named = all(
        (e.actor_id or "").startswith("person:") or not cast.filler(s, d.trigger).plural for e in sides
    )
    return bool(sides) and one_each and named and not any(ARMED & set(e.sectors) for e in sides)


def _waits_for(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "As Delhi awaited a response from Islamabad": it asks nothing then."""
    return s.lemmas[d.trigger] == "await"


_CIVIL_RULERS = frozenset("government administration cabinet coalition party premier minister".split())
_BY_FORCE = frozenset(
    "coup putsch junta force military army soldier armed rebel gun gunpoint overthrow topple oust".split()
)


def _comes_to_office(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "since a new government took power in May": after an election or a vote, and by no coup."""
    takes = d.mode == "seize" and s.lemmas[d.trigger] in ("take", "assume")
    if not takes or not any(s.lemmas[t] == "power" for t in d.frame.literals):
        return False
    rulers = [t for t in d.actors if s.lemmas[t].lower() in _CIVIL_RULERS]
    return bool(rulers) and len(rulers) == len(d.actors) and s.bag.isdisjoint(_BY_FORCE)


def _by_decree(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Officials extended the shutdown": those who govern close a town, and strike for nothing."""
    by = parties.doers(cast, s, d)
    return s.lemmas[d.trigger] == "shutdown" and bool(by) and all(e.sectors[:1] == ("GOV",) for e in by)


def _stirs_fears(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Imposed a law on the city, raising fears for its freedoms": what came of it, and said by nobody."""
    raised = s.pos[d.trigger] == "NOUN" and s.deps[d.trigger] == "dobj"
    v = s.heads[d.trigger] if raised else d.trigger
    return s.lemmas[v] == "raise" and s.tags[v] == "VBG" and s.deps[v] == "advcl"


_PAPERS = frozenset(
    "order law bill act measure resolution sanction policy tariff duty decree rule plan programme program "
    "scheme legislation ban restriction levy tax move step ad advert advertisement campaign lawsuit probe "
    "investigation".split()
)


def _aimed_by_paper(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Signed an order targeting transgender soldiers": nobody is shot at."""
    if s.lemmas[d.trigger] != "target":
        return False
    above = s.heads[d.trigger]
    nouns = [above, *s.kids(above, "dobj"), *s.kids(d.trigger, "nsubj", "nsubjpass")]
    return any(s.lemmas[n] in _PAPERS and s.pos[n] == "NOUN" and n < d.trigger for n in nouns)


_ENDING_A_CASE = frozenset("dismiss throw quash drop void close discontinue reject".split())
_BENCH = frozenset("court judge tribunal magistrate prosecutor".split())


def _thrown_out(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "A court dismissed the case against her": the court ends it, and denies no charge of its own."""
    verb = s.heads[d.trigger]
    if s.pos[d.trigger] != "NOUN" or s.lemmas[verb] not in _ENDING_A_CASE:
        return False
    by = [*s.kids(verb, "nsubj"), *(o for p in s.kids(verb, "agent") for o in s.kids(p, "pobj"))]
    return s.deps[d.trigger] in ("dobj", "nsubjpass") and any(s.lemmas[t].lower() in _BENCH for t in by)


_SERVING = frozenset("serve complete finish await commute".split())


def _time_served(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The detainees have served most of their sentences": passed long ago, and no verdict that is told."""
    noun = d.trigger
    if d.mode != "convict":
        return False
    if s.pos[noun] == "NOUN" and s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "of":
        noun = s.heads[s.heads[noun]]
    told = s.pos[d.trigger] == "NOUN" and s.deps[noun] in ("dobj", "nsubjpass")
    return told and s.lemmas[s.heads[noun]] in _SERVING


_BEARING = frozenset(
    "pay think feel see wait believe look want wonder laugh cry realise realize understand".split()
)


def _makes_them_pay(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The party would make people pay more tax": what it costs them, and no force."""
    if s.lemmas[d.trigger] != "make":
        return False
    return any(s.lemmas[c] in _BEARING for c in s.kids(d.trigger, "ccomp", "xcomp"))


_CIVILIANS = frozenset({"CVL", "REF", "UNK", "EDU", "AGR", "LAB", "HLH", "MED", "JRN"})


def _hands_a_thing_over(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Left the base, handing it over to the army": the base, and no office."""
    handed = [o for o in s.kids(d.trigger, "dobj") if s.lemmas[o] not in _OFFICE]
    return d.mode == "resign" and s.lemmas[d.trigger] in ("hand", "turn") and bool(handed)


_OFFICE = frozenset(
    "power rein reins office control command leadership presidency government chair seal authority "
    "premiership post baton crown throne rule sovereignty administration state country".split()
)


def _civilians_leave(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The crossing opened for Palestinians to leave Gaza": people go, and no force withdraws."""
    if not d.frame.sense.pattern.startswith("A leave {base_n}"):
        return False
    gone = parties.doers(cast, s, d)
    return bool(gone) and all(e.sectors and set(e.sectors) <= _CIVILIANS for e in gone)


def _of_a_firm(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The airline ceased operations": it went out of business, and no guns fell silent."""
    by = parties.doers(cast, s, d)
    return d.mode == "ceasefire" and bool(by) and all(e.sectors == ("BUS",) for e in by)


_WEATHER = frozenset(
    "cyclone hurricane typhoon storm flood flooding heatwave wildfire tsunami earthquake volcano eruption "
    "snow rain landslide avalanche drought pollution smog".split()
)


def _weather_alert(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Put the island on red alert as a cyclone came near": no troops."""
    alert = any(s.lemmas[t] in ("alert", "standby") for t in d.frame.literals)
    return alert and not s.bag.isdisjoint(_WEATHER)


def _an_audience(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Mandela told a rally in Cape Town that …", "addressing a rally": those who listen to a speech."""
    verb = s.heads[d.trigger]
    heard = s.deps[d.trigger] in ("dobj", "dative") and s.lemmas[verb] in ("tell", "address")
    return heard and s.lemmas[d.trigger] in ("rally", "gathering", "crowd", "meeting")


_DOUBTING = frozenset({"question", "doubt", "dispute", "test", "mock", "ridicule"})


def _doubted(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Malta questioned Libya's commitment to the talks": none was made."""
    return (
        s.pos[d.trigger] == "NOUN"
        and s.deps[d.trigger] == "dobj"
        and s.lemmas[s.heads[d.trigger]] in _DOUBTING
    )


def _of_his_own(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Defended his meeting with the king", "proud of his army": what is his own, and no other's support."""
    about = d.recipients or d.owned
    if s.lemmas[d.trigger] not in ("defend", "proud") or not about:
        return False
    owners = [[c for k in (t, *s.kids(t, "poss")) for c in s.kids(k, "poss")] for t in about]
    own = all(any(s.tags[c] == "PRP$" for c in found) for found in owners)
    homes = {e.country for e in parties.doers(cast, s, d)} - {None}
    theirs = {e.country for t in about for e in cast.parties(s, t, recipient=True)} - {None}
    return own or (s.lemmas[d.trigger] == "proud" and bool(theirs) and theirs <= homes)


_TIME_FOR = frozenset("time room space chance opportunity way scope pause".split())


def _time_is_given(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Put off the drill to leave room for talks with Peru", "is due in Oslo for talks": none yet."""
    prep = s.heads[d.trigger]
    led = s.deps[d.trigger] == "pobj" and s.lemmas[prep] in ("for", "to") and s.heads[prep] != prep
    over = s.heads[prep] if led else d.trigger
    return led and (
        s.lemmas[over] in _TIME_FOR
        or (s.lemmas[over] in ("expect", "due") and s.pos[over] != "NOUN")  # "is expected in Oslo for talks"
        or any(s.lemmas[o] in _TIME_FOR and s.lemmas[over] in _GIVING for o in s.kids(over, "dobj"))
    )


_GIVING = frozenset("give allow leave make provide offer buy free create".split())


def _what_a_protest_is_for(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Demonstrations calling for his resignation erupted": told by the protest, and by nobody else."""
    above = s.heads[d.trigger]
    led = s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBG" and s.lemmas[above] in _PROTESTS
    return led and not any(cast.parties(s, t) for t in d.actors)


_PROTESTS = frozenset("demonstration protest rally march strike sit-in riot vigil".split())
_ROUTING = frozenset("raid storm clear dismantle attack assault clearing storming eviction evict".split())


def _camp_cleared(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Police raided a protest camp": what was raided, and no protest that is told."""
    if not {"camp", "encampment"} & {s.lemmas[d.trigger], s.lemmas[s.heads[d.trigger]]}:
        return False
    return any(s.lemmas[k] in _ROUTING for k in s.ancestors(d.trigger))


def _dismantles_anothers(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The army broke up most of the group's rockets": no arms of its own."""
    if s.lemmas[d.trigger] not in ("dismantle", "destroy", "disable"):
        return False
    things = {k for o in s.kids(d.trigger, "dobj") for k in s.subtree(o)}
    return any(s.deps[k] == "poss" and s.tags[k] != "PRP$" and k in things for k in things)


_FALLING_THROUGH = frozenset("collapse fail founder unravel lapse expire crumble stall implode".split())
_FALLING = {"fall": ("apart", "through"), "break": ("down",), "come": ("apart",)}


def _fallen_through(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "A deal between Iraq and Kuwait collapsed in 2011": nobody agrees."""
    v = s.heads[d.trigger]
    if s.pos[d.trigger] != "NOUN" or s.deps[d.trigger] != "nsubj":
        return False
    how = {s.words[c].lower() for c in s.children[v]}
    return s.lemmas[v] in _FALLING_THROUGH or bool(how & set(_FALLING.get(s.lemmas[v], ())))


_CANVASSING = frozenset("campaign candidate electoral campaigning nominee running-mate".split())


def _wooing_voters(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The candidate had planned rallies on the campaign's last day": for votes, against nobody."""
    rally = s.lemmas[d.trigger] == "rally" and s.pos[d.trigger] == "NOUN"
    against = any(s.lemmas[p] in ("against", "over", "to") for p in s.kids(d.trigger, "prep"))
    return rally and not against and not s.bag.isdisjoint(_CANVASSING)


_REFUSING_AID = frozenset("veto block oppose reject hold withhold delay freeze stall scupper".split())


def _vetoed(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Vetoed 50 million euros in aid for Chad": aid that is not given."""
    verb = verb_above(s, d.trigger, full=True)
    if s.pos[d.trigger] != "NOUN" or verb is None or s.lemmas[verb] not in _REFUSING_AID:
        return False
    return any(d.trigger in s.subtree(o) for o in s.kids(verb, "dobj", "nsubjpass"))


def _of_a_former_chairman(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Tusk, a former Council president chairing its summits": what he once did."""
    above = s.heads[d.trigger]
    described = s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBG"
    return described and any(s.lemmas[c] in ("former", "ex") for c in s.kids(above, "amod"))


_FORBIDDING = frozenset(
    "ban outlaw prohibit forbid criminalise criminalize punish silence stifle quash suppress muzzle tolerate "
    "brook quell".split()
)
_BANS = frozenset("ban crackdown clampdown restriction curb limit law".split())


def _not_allowed(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a law that bans criticism of the king", "a ban on insults": words that nobody has said."""
    if s.pos[d.trigger] != "NOUN":
        return False
    above = s.heads[d.trigger]
    if s.deps[d.trigger] in ("dobj", "nsubjpass"):
        return s.lemmas[above] in _FORBIDDING
    return (
        s.deps[d.trigger] == "pobj"
        and s.lemmas[above] in ("on", "against")
        and s.lemmas[s.heads[above]] in _BANS
    )


_COURT_PAPERS = frozenset(
    "indictment charge lawsuit suit complaint affidavit petition accusation case".split()
)


def _only_the_source(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "according to a copy of the indictment against him": a paper that is quoted."""
    if s.lemmas[d.trigger] not in _COURT_PAPERS or "according" not in s.bag or s.pos[d.trigger] != "NOUN":
        return False
    for a in s.ancestors(d.trigger):
        if s.words[a].lower() == "according" or s.pos[a] in ("VERB", "AUX"):
            return s.words[a].lower() == "according"
    return False


_IDLE: dict[str, tuple[tuple[daily_life.Test, str], ...]] = {
    "CONSULT": (
        (_at_a_standstill, "talks that are not held"),
        (_only_aimed_at, "talks that are aimed at"),
        (_time_is_given, "talks that may follow"),
        (_of_a_former_chairman, "what somebody once did"),
        (_of_things, "meets a demand"),
        (_part_of_a_tour, "the frame of what is told"),
        (_spoke_how, "how somebody spoke"),
        (_with_the_press, "with reporters"),
        (_of_private_people, "of private people"),
    ),
    "RETREAT": (
        (_civilians_leave, "people who go"),
        (_of_a_firm, "a firm's business"),
        (_hands_a_thing_over, "a thing that is handed over"),
        (_dismantles_anothers, "what is another's"),
    ),
    "MOBILIZE": ((_weather_alert, "an alert of the weather"), (_where_they_are, "where troops are")),
    "COERCE": (
        (_makes_them_pay, "what it costs them"),
        (_lies_around, "what lies around it"),
        (_comes_to_office, "a change of government"),
    ),
    "AGREE": (
        (_doubted, "what somebody doubts"),
        (_with_the_press, "with reporters"),
        (_of_things, "meets a demand"),
        (_fallen_through, "a deal that did not last"),
    ),
    "ACCUSE": (
        (_self_reproach, "self-reproach"),
        (_thrown_out, "a case that a court ends"),
        (_stirs_fears, "what came of it"),
        (_only_the_source, "where it is told"),
        (_not_allowed, "words that are forbidden"),
    ),
    "SANCTION": (
        (_time_served, "a term that is served"),
        (_own_membership, "its own membership"),
        (_dismissed_as, "only an opinion"),
    ),
    "AID": (
        (_awarded, "what a court awards"),
        (_vetoed, "aid that is not given"),
        (_own_troops, "its own troops"),
        (_helps_him, "people who help each other"),
    ),
    "REQUEST": (
        (_in_the_courtroom, "said in a courtroom"),
        (_what_a_protest_is_for, "what a protest is for"),
        (_own_duty, "its own duty"),
        (_ones_own_country, "its own duty"),
        (_waits_for, "what is waited for"),
        (_pleases, "what pleases somebody"),
        (_asks_questions, "questions"),
        (_to_values, "what pleases somebody"),
        (_of_things, "meets a demand"),
        (_expected_to_see, "what is expected"),
    ),
    "REJECT": ((_foretold, "what somebody else says of them"),),
    "ASSAULT": (
        (_long_war, "a war of many years"),
        (_at_the_polls, "a race for votes"),
        (_in_print, "an attack in words"),
        (_aimed_by_paper, "what a paper is aimed at"),
        (_one_in_a_row, "what number a deed told before is"),
        (_persons_in_words, "a quarrel in words"),
        (_animals, "animals"),
    ),
    "PROTEST": (
        (_wooing_voters, "a rally for votes"),
        (_one_in_a_row, "what number a deed told before is"),
        (_persons_in_words, "a quarrel in words"),
        (_an_audience, "an audience"),
        (_by_decree, "a closure by those who govern"),
        (_camp_cleared, "a camp that is cleared"),
    ),
    "THREATEN": ((_by_no_one, "what something bodes"),),
    "SUPPORT": ((_stands_there, "where they stood"), (_of_his_own, "what is his own")),
}
"""By type, what makes its words idle, and the reason that the trace gives."""
