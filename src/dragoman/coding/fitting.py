"""Whether the parties that a frame found fit the sense: of the right kind, no things, no mere bystanders."""

from __future__ import annotations

import math

from dragoman.coding import grammar as g
from dragoman.coding import laws, parties
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft, concerned
from dragoman.coding.mentions import noun_natures
from dragoman.coding.noun_frames import done_by_others
from dragoman.coding.slots import ENDING, TIME_NOUNS, is_calendar
from dragoman.coding.trees import QUARTERS
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence

_NEEDS_RECIPIENT_ACTOR = frozenset({"CONSULT", "AID", "COOPERATE", "AGREE"})
_SAID_OF = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST"})
"""Types that are said of a thing, whose owner is who is meant."""
_THINGS_ALLOWED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT", "CONCEDE"})


def fit(s: Sentence, cast: Cast, d: Draft) -> tuple[float, str]:
    """How well the fillers suit the frame, and why not where they do not (then -inf)."""
    score = d.score
    in_words = d.event_type == "ASSAULT" and s.lemmas[d.trigger] in _FIGURATIVE
    in_words = in_words or (d.event_type == "SANCTION" and s.lemmas[d.trigger] == "dismiss")
    if in_words and s.pos[d.trigger] == "VERB":
        done = [t for t in d.frame.slots.get("R", []) if noun_natures().get(s.lemmas[t]) == "act"]
        if done:
            return -math.inf, f"R: {s.words[done[0]]} is nothing that can be hit"
    unfit = _no_party_met(s, cast, d) or _no_such_charge(s, d) or _points_back(s, d)
    unfit = unfit or _told_to_the_press(s, cast, d) or _of_workers(s, d) or _ended_by_others(s, d)
    unfit = unfit or _given_up(s, d) or _beasts(s, cast, d) or _in_words(s, cast, d) or _against_them(s, d)
    unfit = unfit or _words_withdrawn(s, d) or _some_of_them_freed(s, cast, d) or _trip_spoken_of(s, d)
    if unfit:
        return -math.inf, unfit
    for slot, kind in d.frame.sense.kinds.items():
        wrong = [t for t in d.frame.slots.get(slot, []) if not is_kind(s, cast, t, kind)]
        if wrong:
            return -math.inf, f"{slot}: {s.words[wrong[0]]} is no {kind}"
        score += 0.4
    if any(s.words[t].lower() in _PERSONS_NO_PLACE for t in d.frame.slots.get("P", [])):
        return -math.inf, "P: a person is no place"  # "took them to the border" takes no ground
    if any(_is_a_person(s, cast, d, t) for t in d.frame.slots.get("P", [])):
        return -math.inf, "P: a person is no place"  # "captured President Touré", "evacuated foreigners"
    _drop_idle_source(s, cast, d)
    laws.drop(s, cast, d)
    for slot in ("A", "B"):
        tokens = d.frame.slots.get(slot, [])
        if not tokens:
            continue
        good, reason = _side(s, cast, tokens, recipient=False)
        if reason and not set(tokens) <= d.frame.literals:
            return -math.inf, f"{slot}: {reason}"
        score += 0.8 if good else -0.3
    gain, reason = _recipient_fit(s, cast, d)
    if reason:
        return -math.inf, reason
    score += gain
    if "A" in d.frame.sense.slots and not d.frame.slots.get("A"):
        score -= 0.3
    if d.frame.sense.pos == "v" and _overlooks_object(s, cast, d):
        score -= _OVERLOOKED
    return score, ""


_PERSONS_NO_PLACE = frozenset("them him her us me you themselves himself herself".split())


def _is_a_person(s: Sentence, cast: Cast, d: Draft, t: int) -> bool:
    role = (
        cast.knowledge.role([s.words[t].lower()]) if s.lemmas[d.trigger] in ("evacuate", "capture") else None
    )
    people = role is not None and role.kind == "person" and s.pos[t] == "NOUN"
    return s.deps[t] == "dobj" and (people or cast.filler(s, t).kind == "person")


def _drop_idle_source(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "came under fire from a house": from where, and no house fired."""
    subject = d.frame.sense.subject
    if subject is None or subject.slot == "A" or not d.frame.sense.may_lack("A"):
        return
    tokens = d.frame.slots.get("A", [])
    if tokens and not any(cast.parties(s, t) or cast.filler(s, t).nature == "instrument" for t in tokens):
        d.actors = [t for t in d.actors if t not in tokens]
        d.frame.slots["A"] = []


_NO_HOSTS = frozenset("border frontier boundary frontline".split())


def _trip_spoken_of(s: Sentence, d: Draft) -> str:
    """ "attacked Mr Gul's trip": what is spoken of, and no news of a journey; nor is a border a host."""
    if d.mode == "visit" and any(s.lemmas[t] in _NO_HOSTS for t in d.frame.slots.get("R", [])):
        return f"{s.words[d.trigger]}: a border is no host"
    bare = d.mode == "visit" and s.pos[d.trigger] == "NOUN" and not {"R", "P"} & set(d.frame.sense.slots)
    return f"{s.words[d.trigger]}: only spoken of" if bare and s.deps[d.trigger] == "dobj" else ""


def _some_of_them_freed(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "freed 57 of them", "took seventy diplomats to Djibouti": those people, and no place."""
    if d.event_type == "ASSAULT" and s.lemmas[d.trigger] == "take" and d.frame.slots.get("P"):
        people = [t for t in d.frame.slots["P"] if cast.filler(s, t).acts and s.tags[t] == "NNS"]
        return f"P: {s.words[people[0]]} are no place" if people else ""
    if d.event_type != "ASSAULT" or s.lemmas[d.trigger] not in ("free", "liberate", "clear"):
        return ""
    some = [t for t in s.kids(d.trigger, "dobj") if s.pos[t] == "NUM" or s.lemmas[t] in _SOME]
    return f"P: {s.words[some[0]]} is no place" if some else ""


_SOME = frozenset("some many most several dozen hundred thousand all few".split())


def _ended_by_others(s: Sentence, d: Draft) -> str:
    """ "Troops stopped an attack by rebels": nobody gives up a deed of his own."""
    if d.event_type not in ("RETREAT", "CONCEDE") or s.lemmas[d.trigger] not in ENDING:
        return ""
    others = [o for t in d.frame.literal_objects for o in done_by_others(s, t, d.actors)]
    return f"{s.words[d.trigger]}: what {s.words[others[0]]} did" if others else ""


def _given_up(s: Sentence, d: Draft) -> str:
    """ "The strike was suspended", "called off the march": there is none, or no longer."""
    if d.event_type != "PROTEST" or s.pos[d.trigger] != "NOUN" or s.deps[d.trigger] not in _DONE_WITH:
        return ""
    verb = s.heads[d.trigger]
    off = s.lemmas[verb] == "call" and any(s.words[p] == "off" for p in s.kids(verb, "prt", "advmod", "prep"))
    own = s.lemmas[verb] == "end" and s.deps[d.trigger] == "dobj" and set(d.actors) & set(g.subjects(s, verb))
    return f"{s.words[d.trigger]}: given up" if off or own or s.lemmas[verb] in _GIVING_UP else ""


_DONE_WITH = frozenset({"dobj", "nsubjpass"})
_GIVING_UP = frozenset("suspend cancel postpone avert abandon shelve scrap".split())
_SAYINGS = frozenset(
    "claim remark statement accusation allegation charge complaint offer threat proposal".split()
)


def _words_withdrawn(s: Sentence, d: Draft) -> str:
    """ "The army withdrew its claim": words, and no troops."""
    if d.event_type != "RETREAT" or s.lemmas[d.trigger] != "withdraw":
        return ""
    words = [o for o in s.kids(d.trigger, *_DONE_WITH) if s.lemmas[o] in _SAYINGS]
    return f"{s.words[words[0]]}: words are withdrawn" if words else ""


_HUNTERS = frozenset({"poacher", "hunter"})


def _beasts(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "Poachers killed four rhinos": no deed between people; nor is what becomes of a fire."""
    hit = d.frame.slots.get("R", []) if d.event_type == "ASSAULT" else []
    hunted = any(s.lemmas[t] in _HUNTERS for t in d.actors)
    wild = [t for t in hit if cast.filler(s, t).nature == "hazard" or (hunted and s.tags[t] == "CD")]
    return f"R: {s.words[wild[0]]} is nobody" if wild and len(wild) == len(hit) else ""


def _no_party_met(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "met its obligations on transit": what is met is nobody."""
    if d.event_type != "CONSULT" or s.pos[d.trigger] != "VERB" or s.lemmas[d.trigger] != "meet":
        return ""
    above = s.heads[d.trigger]
    if s.deps[d.trigger] == "xcomp" and s.lemmas[above] in ("allow", "permit") and g.is_passive(s, above):
        return "meet: what prisoners may do"  # "will be held and only allowed to meet his family"
    by = g.agents(s, d.trigger) if d.frame.passive else []
    if by and all({"COP", "MIL"} & set(cast.filler(s, t).entity.sectors) for t in by):
        return f"R: {s.words[by[0]]} wait for them, and confer with nobody"  # "were met by riot police"
    met = [t for t in g.objects(s, d.trigger) if s.pos[t] == "NOUN" and not is_calendar(s, t)]
    things = [t for t in met if not cast.parties(s, t, recipient=True) and s.lemmas[t] not in TIME_NOUNS]
    return f"R: {s.words[things[0]]} is nobody whom one meets" if things and len(things) == len(met) else ""


def _points_back(s: Sentence, d: Draft) -> str:
    """ "At the meeting, the Greek premier praised Cyprus": with whom he met, another sentence tells."""
    n, prep = d.trigger, s.heads[d.trigger]
    if d.event_type != "CONSULT" or s.pos[n] != "NOUN" or s.deps[n] != "pobj" or s.deps[prep] != "prep":
        return ""
    whose = [p for p in s.kids(n, "prep", "poss") if s.lemmas[p] not in ("in", "since", "for", "at")]
    if any(s.lemmas[c] == "such" for c in s.kids(n, "amod")) and not whose:
        return "only points back to a meeting"  # "met in Oslo, in the first such visit since May"
    bare = [s.lemmas[c] for c in s.children[n]] in (["the"], ["this"], ["that"])
    opens = s.lemmas[prep] in _CIRCUMSTANCE and all(
        t > n for t in s.kids(s.heads[prep], "nsubj", "nsubjpass")
    )
    return "only points back to a meeting" if bare and opens and s.pos[s.heads[prep]] == "VERB" else ""


_CIRCUMSTANCE = frozenset("in at during after before following throughout".split())
_TELLING = frozenset({"speak", "talk", "chat"})


def _told_to_the_press(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "Speaking to Reuters by phone, the rebel …": an interview, no talks."""
    if d.event_type != "CONSULT" or s.lemmas[d.trigger] not in _TELLING:
        return ""
    heard = [cast.filler(s, o) for name, _, o in g.prepositional(s, d.trigger) if name in ("to", "with")]
    return "told to the press" if any("JRN" in f.entity.sectors for f in heard) else ""


_AT_WORK = frozenset(
    "bus train rail tube metro transport hospital teacher doctor nurse school general wildcat dock port "
    "airline pilot postal truck trucker driver miner mine civil token warning public sector health "
    "garbage refuse student hunger sympathy solidarity labour labor union worker workers airport subway "
    "taxi court ferry day hour".split()
)
"""What stands before a strike of workers."""


def _of_workers(s: Sentence, d: Draft) -> str:
    """ "Bus strikes hit London": nothing that falls from the sky."""
    strikes = [t for t in d.frame.literals if s.lemmas[t] == "strike" and s.pos[t] == "NOUN"]
    if d.event_type not in ("ASSAULT", "PROTEST") or not strikes:
        return ""
    before = {s.lemmas[c].lower() for t in strikes for c in s.subtree(t) if c < t}
    before |= {part for w in before for part in w.split("-")}
    hits = s.lemmas[d.trigger] == "hit" and bool(g.objects(s, d.trigger))
    target = hits and any(s.lemmas[o] in _TARGETS for o in g.objects(s, d.trigger))
    if d.event_type == "PROTEST":  # "One strike hit a convoy": it fell from the sky
        return "a strike from the air" if target and not before & _AT_WORK else ""
    bare = hits and not any(s.kids(t, "compound", "amod", "poss", "nmod") for t in strikes)
    return "a strike of workers" if before & _AT_WORK or (bare and not target) else ""


_TARGETS = frozenset(
    "convoy camp village house home building bunker base compound position vehicle car launcher tunnel "
    "depot outpost apartment flat tent shelter mosque hideout warehouse residence".split()
)
"""What strikes from the air hit; strikes of workers hit ports, schools and trade."""


_STRIKING = frozenset(
    "baton truncheon horse shield club stick whip bayonet dog lathi cane rifle butt weapon sabre".split()
)
_MASSED = frozenset("crowd mob line marcher protest rally demonstration barricade procession".split())
_BUREAUCRATS = frozenset("authority government official regime prosecutor court state ministry".split())
_WITH_ARMS = frozenset(
    "kill bomb missile drone strike attack airstrike shell rocket fire raid bullet".split()
)


def _no_such_charge(s: Sentence, d: Draft) -> str:
    """ "Police charged 20 demonstrators with rioting" strikes nobody; "charged the crowd" accuses nobody."""
    ruled = d.frame.complement if d.mode == "convict" and s.lemmas[d.trigger] == "rule" else None
    if ruled is not None and s.kids(ruled, "neg"):
        return "ruled that nothing was done"  # "ruled that the accord did not affect the plan"
    if d.mode == "withhold" and any(s.words[t].lower() == "powers" for t in d.frame.literals):
        return "powers of an office"
    if d.event_type == "ASSAULT" and s.lemmas[d.trigger] == "target":  # "targeted by the authorities"
        officials = [t for t in d.actors if s.lemmas[t] in _BUREAUCRATS]
        return "harassed, and not attacked" if officials and s.bag.isdisjoint(_WITH_ARMS) else ""
    if s.lemmas[d.trigger] != "charge" or s.pos[d.trigger] != "VERB":
        return ""
    by = [o for name, _, o in g.prepositional(s, d.trigger) if name in ("with", "over")]
    if d.event_type == "ASSAULT" and any(s.lemmas[o] not in _STRIKING for o in by):
        return "charged with a crime"
    if d.event_type == "ACCUSE" and not by and any(s.lemmas[o] in _MASSED for o in g.objects(s, d.trigger)):
        return "charged by force"
    return ""


def _recipient_fit(s: Sentence, cast: Cast, d: Draft) -> tuple[float, str]:
    """What the fillers of R add to the fit, and why they do not suit at all."""
    tokens = d.frame.slots.get("R", [])
    if any(_is_justice(s, t) for t in tokens):
        d.recipients = [t for t in d.recipients if not _is_justice(s, t)]
        d.owned = d.owned or ([] if d.recipients else concerned(d.frame))
        return 0.0, ""
    if not tokens:
        return (-0.2 if "R" in d.frame.sense.slots else 0.0), ""
    if any(cast.parties(s, t, recipient=True) for t in tokens):
        return 0.7, ""
    if d.event_type in _SAID_OF and d.frame.sense.may_lack("R"):  # "rejected a French statement of concern"
        d.recipients, d.owned = [], [*concerned(d.frame), *(t for t in tokens if s.pos[t] == "NOUN")]
        return 0.0, ""
    if d.event_type in _NEEDS_RECIPIENT_ACTOR:
        if not d.frame.sense.may_lack("R"):
            return 0.0, "recipient is no actor"
        d.recipients = []  # "gave 50 tonnes of rice for schools": no party is named
        return 0.0, ""
    return (0.0 if d.event_type in _THINGS_ALLOWED else -0.2), ""


def _is_justice(s: Sentence, t: int) -> bool:
    """ "called the verdict a travesty of justice": no judge."""
    of = s.heads[t]
    return s.words[t] == "justice" and s.lemmas[of] == "of" and s.pos[s.heads[of]] == "NOUN"


_OVERLOOKED = 1.5
"""What a sense loses that has no place for the party that its verb acts on ("met Syrian leaders in Cairo")."""


def _overlooks_object(s: Sentence, cast: Cast, d: Draft) -> bool:
    taken = d.frame.literals.union(*d.frame.slots.values())
    return any(o not in taken and cast.filler(s, o).acts for o in g.objects(s, d.trigger))


_FIGURATIVE = frozenset("attack hit strike target slam savage hammer assail blast pummel assault".split())
"""Verbs of violence that words do too ("attacked the trip")."""


_TELLING_HOW = frozenset(
    "say allege accuse claim call charge argue insist term brand describe question".split()
)


def _in_words(s: Sentence, cast: Cast, d: Draft) -> str:
    """ "attacked the government, saying it had lied", "launched an attack on it, calling it a sham": no blow."""
    if d.event_type != "ASSAULT":
        return ""
    noun = s.pos[d.trigger] != "VERB" or not d.frame.literals.isdisjoint(g.objects(s, d.trigger))
    words = {s.lemmas[d.trigger], *(s.lemmas[t] for t in d.frame.literals if noun)}
    if not words & _FIGURATIVE:
        return ""
    if noun and any(_ARMED & set(cast.filler(s, t).entity.sectors) for t in d.actors):
        return ""  # "rebels launched an attack, accusing the army of theft"
    verb = d.trigger if s.pos[d.trigger] == "VERB" else s.heads[d.trigger]
    near = [*s.kids(verb, "advcl"), *(c for o in s.kids(verb, "dobj") for c in s.kids(o, "acl"))]
    telling = _REVILING if noun else _TELLING_HOW
    how = [c for c in near if c > d.trigger and s.tags[c] == "VBG" and s.lemmas[c] in telling]
    return "attacked in words" if any(not noun or s.kids(c, "dobj", "ccomp") for c in how) else ""


_REVILING = frozenset("accuse call brand describe term".split())


_AIMED = frozenset("sanction embargo boycott tariff blockade".split())
"""What is called after those against whom it is: "Iran sanctions"."""
_WHO_IMPOSE = frozenset("US U.S. UN U.N. EU UK".split())


def _against_them(s: Sentence, d: Draft) -> str:
    """ "EU backs Syria sanctions": no support of Syria."""
    if d.event_type != "SUPPORT":
        return ""
    aimed = [c for t in d.recipients if s.lemmas[t] in _AIMED for c in s.kids(t, "compound", "nmod")]
    return "aimed at them" if any(s.words[c] not in _WHO_IMPOSE for c in aimed) else ""


def logit(p: float) -> float:
    """The log odds of a probability, held off 0 and 1."""
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1 - p))


_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})
_PLACES = frozenset(
    "town city village district province region capital port base island camp outpost area".split()
)


_MEETINGS = frozenset("gathering meeting ceremony celebration event prayer".split())


def is_kind(s: Sentence, cast: Cast, token: int, kind: str) -> bool:
    """True when a filler is of the kind that its slot asks for ("R:person")."""
    f = cast.filler(s, token)
    if kind == "person":
        if s.pos[token] == "NOUN" and s.lemmas[token] in _PLACES:
            return False  # "seized the town of Cadale"
        if s.lemmas[token] in parties.GATHERINGS | _MEETINGS and s.lemmas[s.heads[token]] == "hold":
            return False  # "demonstrations have been held"
        if s.lemmas[token] == "member" and s.pos[token] == "NOUN":
            return True  # "five members of Congress"
        # "Boko Haram fighters" and "31,000 Haitians" are people, the group and the state are not
        if f.kind == "role" and s.pos[f.head] == "NOUN" and f.entity.sectors == ("UNK",):
            role = cast.knowledge.role([s.words[f.head].lower()])
            if role is not None and role.kind != "person":
                return False  # "its first meeting"
        common = f.plural and (s.pos[f.head] == "NOUN" or s.tags[f.head] == "NNPS")
        common = common or (f.kind == "country" and f.entity.sectors == ("CVL",))  # "four Frenchmen"
        common = common or (f.kind == "pair" and s.lemmas[f.head] in ("pair", "duo"))
        return (
            f.acts and (common or f.kind not in ("country", "org", "outlet", "pair"))
        ) or f.kind == "pronoun"
    if kind == "state":  # "Romanians" are none
        ruling = f.kind == "org" and f.entity.sectors == ("GOV",) and f.entity.country not in INTERNATIONAL
        return (f.kind in ("country", "pair") and f.entity.sectors != ("CVL",)) or ruling
    if kind == "place":
        return f.nature == "place" or f.kind == "country" or _part_of_a_place(s, token)
    if kind == "armed":
        return bool(_ARMED & set(f.entity.sectors)) or (
            s.lemmas[token] in MACHINES and any(e.country for e in cast.parties(s, token))  # "US aircraft"
        )
    return f.acts


_PARTS = QUARTERS | frozenset("outskirts suburb heart edge interior centre center part".split())


def _part_of_a_place(s: Sentence, token: int) -> bool:
    """ "the north of Mali", "the outskirts of Homs"."""
    of = [o for p in s.kids(token, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return (s.lemmas[token] in _PARTS or s.words[token].lower() in _PARTS) and any(
        s.pos[o] == "PROPN" for o in of
    )


def _side(s: Sentence, cast: Cast, tokens: list[int], *, recipient: bool) -> tuple[int, str]:
    good = 0
    for t in tokens:
        f = cast.filler(s, t)
        if f.nature == "hazard":
            return 0, f"{s.words[t]} is a hazard, not an actor"
        if cast.parties(s, t, recipient=recipient):
            good += 1
        elif f.nature == "instrument":
            continue
    if not good and not any(cast.filler(s, t).nature in ("instrument", "unknown") for t in tokens):
        return 0, f"{s.words[tokens[0]]} cannot act"
    return good, ""


MACHINES = frozenset("tank jet warplane plane aircraft helicopter gunship artillery howitzer warship".split())
