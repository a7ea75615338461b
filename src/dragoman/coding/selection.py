"""Which of the drafts of a sentence become event mentions."""

from __future__ import annotations

import math
from dataclasses import replace

from dragoman.coding import grammar as g
from dragoman.coding import hands, idle_words, implied, laws, operators, parties
from dragoman.coding.actors import Cast
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.disambiguate import Disambiguator, features
from dragoman.coding.drafts import MATERIAL_CONFLICT, VERBAL_CONFLICT, Draft, concerned
from dragoman.coding.frames import ENDING, TIME_NOUNS, done_by_others, is_calendar
from dragoman.coding.mentions import VEHICLES, noun_natures
from dragoman.coding.tales import (
    in_a_charge,
    in_a_tale,
    in_an_insult,
    in_general,
    looks_for_survivors,
    of_any_such,
)
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import EventMention

MINIMUM_CONFIDENCE = 0.35
"""Of the type.  Near misses are commoner among the training sentences than in the news: a little under even."""
_FLOOR = 0.2
"""A draft below it is not even looked at as the content of an operator."""
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
    unfit = _no_party_met(s, cast, d) or _no_such_charge(s, d)
    unfit = unfit or _told_to_the_press(s, cast, d) or _of_workers(s, d) or _ended_by_others(s, d)
    unfit = unfit or _given_up(s, d) or _beasts(s, cast, d)
    unfit = unfit or _some_of_them_freed(s, cast, d) or _trip_spoken_of(s, d)
    if unfit:
        return -math.inf, unfit
    for slot, kind in d.frame.sense.kinds.items():
        wrong = [t for t in d.frame.slots.get(slot, []) if not _is_kind(s, cast, t, kind)]
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
    if d.event_type != "ASSAULT" or not strikes:
        return ""
    before = {s.lemmas[c].lower() for t in strikes for c in s.subtree(t) if c < t}
    before |= {part for w in before for part in w.split("-")}
    return "a strike of workers" if before & _AT_WORK else ""


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
TRUSTED = 0.9
"""Confidence at least of a user's own trigger."""


def _logit(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1 - p))


_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})


_PLACES = frozenset(
    "town city village district province region capital port base island camp outpost area".split()
)


def _is_kind(s: Sentence, cast: Cast, token: int, kind: str) -> bool:
    """True when a filler is of the kind that its slot asks for ("R:person")."""
    f = cast.filler(s, token)
    if kind == "person":
        if s.pos[token] == "NOUN" and s.lemmas[token] in _PLACES:
            return False  # "seized the town of Cadale"
        if s.lemmas[token] in parties.GATHERINGS and s.lemmas[s.heads[token]] == "hold":
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
        return f.nature == "place" or f.kind == "country"
    if kind == "armed":
        return bool(_ARMED & set(f.entity.sectors)) or (
            s.lemmas[token] in _MACHINES and any(e.country for e in cast.parties(s, token))  # "US aircraft"
        )
    return f.acts


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


def prefer_within_trigger(
    s: Sentence, cast: Cast, drafts: list[Draft], model: Disambiguator | None, rejected: list[str]
) -> list[Draft]:
    """Of several senses of one trigger keep the likeliest; a line in ``rejected`` for the others."""
    best: dict[int, Draft] = {}
    for d in drafts:
        value, reason = fit(s, cast, d)
        if reason:
            rejected.append(f"{s.words[d.trigger]}: {d.frame.sense.where} {d.frame.sense.pattern}: {reason}")
            continue
        d.confidence = (
            model.probability(features(s, cast, d)) if model else 1 / (1 + math.exp(-0.2 - 0.6 * value))
        )
        if d.frame.sense.trusted:
            d.confidence = max(d.confidence, TRUSTED)
        d.score = value + _logit(d.confidence)
        d.steps.append(f"disambiguator: {d.confidence:.2f}")
        if d.confidence < _FLOOR:
            rejected.append(
                f"{s.words[d.trigger]}: {d.event_type} ({d.frame.sense.where}) is unlikely here: {d.confidence:.2f}"
            )
            continue
        if d.trigger not in best or _better(s, cast, d, best[d.trigger]):
            best[d.trigger] = d
    return list(best.values())


_ALIKE = 0.05
"""Senses of one type that differ less in confidence are as likely; the one that tells how is better."""


def _better(s: Sentence, cast: Cast, d: Draft, other: Draft) -> bool:
    """The likelier of two senses; one that names no party must be far likelier than one that does."""
    if d.event_type == other.event_type and min(d.confidence, other.confidence) > MINIMUM_CONFIDENCE:
        mine, theirs = ({*x.actors, *x.recipients, *x.frame.literals} for x in (d, other))
        if mine < theirs or theirs < mine:  # "met the leaders in Juba": whom, before where
            extra = (mine | theirs) - (mine & theirs)
            if all(_is_party(s, cast, t) for t in extra):
                return theirs < mine
    if d.event_type == other.event_type and _has_sides(d) != _has_sides(other):
        nobody = other if _has_sides(d) else d  # "clashes erupted between students and police in Dhaka"
        where = nobody.frame.slots.get("R", [])
        if set(nobody.frame.slots.get("A", [])) <= nobody.frame.literals and all(
            _is_kind(s, cast, t, "place") or s.lemmas[s.heads[t]] in _WHERE for t in where
        ):
            return _has_sides(d)
    alike = d.event_type == other.event_type and abs(d.confidence - other.confidence) < _ALIKE
    if alike and bool(d.mode) != bool(
        other.mode
    ):  # "a missile attack killed six": by missiles, before an attack
        return bool(d.mode)
    gap = d.score - other.score
    if abs(gap) < _NEARLY and (told := bool(_parties(s, cast, d))) != bool(_parties(s, cast, other)):
        return told
    return gap > 0


_WHERE = frozenset("in at near around across along".split())


def _has_sides(d: Draft) -> bool:
    """True for a sense that tells who was on either side, not only where."""
    return bool(d.frame.slots.get("B"))


def _is_party(s: Sentence, cast: Cast, t: int) -> bool:
    named = s.pos[t] in ("NOUN", "PROPN") and s.lemmas[s.heads[t]] != "for"
    return named and bool(cast.parties(s, t, recipient=True))


def select(s: Sentence, cast: Cast, drafts: list[Draft]) -> tuple[list[Draft], list[str]]:
    """Drafts to keep, best first, and a line for each one let go."""
    kept: list[Draft] = []
    rejected: list[str] = []
    taken: set[int] = set()
    spoken_of = _content_nouns(s, drafts)
    violent = any(d.event_type == "ASSAULT" and d.confidence >= MINIMUM_CONFIDENCE for d in drafts)
    for d in drafts:
        laws.by_adopters(s, d)
    _deed_before_deaths(s, drafts)
    for d in sorted(drafts, key=lambda d: (-len(d.covers), -d.score, d.trigger)):
        if d.trigger in taken:
            rejected.append(f"{s.words[d.trigger]}: part of another event")
            continue
        if any(_thwarts(s, o, d) for o in drafts) or (
            (d.trigger in spoken_of or _also_asked(s, d.trigger, drafts)) and not d.covers
        ):
            rejected.append(f"{s.words[d.trigger]}: only what is asked or refused")
            continue
        if violent and d.mode == "strike" and s.pos[d.trigger] == "NOUN" and s.lemmas[d.trigger] == "strike":
            rejected.append(f"{s.words[d.trigger]}: a strike of weapons, not of workers")
            continue
        if idle := _told_otherwise(s, cast, d, drafts):
            rejected.append(f"{s.words[d.trigger]}: {idle}")
            continue
        threat = d.spoken and d.event_type == "THREATEN"  # by whoever speaks
        if not _parties(s, cast, d) and not _collective(s, cast, d) and not threat:
            rejected.append(f"{s.words[d.trigger]}: {d.event_type} without any party")
            continue
        unfit = _no_event(s, cast, d)
        if unfit:
            rejected.append(f"{s.words[d.trigger]}: {unfit}")
            continue
        if d.confidence < MINIMUM_CONFIDENCE:
            rejected.append(
                f"{s.words[d.trigger]}: {d.event_type} confidence {d.confidence:.2f} is under {MINIMUM_CONFIDENCE}"
            )
            continue
        lifted = next((k for k in kept if _is_lifted(s, k, d)), None)
        if lifted is not None:
            rejected.append(f"{s.words[d.trigger]}: what {s.words[lifted.trigger]} ends")
            continue
        carried = next(
            (k for k in kept if k.frame.light == d.trigger and k.trigger in d.frame.literals), None
        )
        if carried is not None:
            rejected.append(f"{s.words[d.trigger]}: carries {s.words[carried.trigger]}")
            continue
        twin = next((k for k in kept if _same_event(s, k, d) and not _of_two_states(s, cast, k, d)), None)
        if twin is not None:
            _merge(s, twin, d)
            rejected.append(f"{s.words[d.trigger]}: told again by {s.words[twin.trigger]}")
            continue
        taken |= d.covers | d.frame.literals | {d.trigger}
        kept.append(d)
    kept = [d for d in kept if not laws.only_passed(s, d, kept)]
    _no_deeds_as_victims(s, kept)
    return sorted(kept, key=lambda d: d.trigger), rejected


def _told_otherwise(s: Sentence, cast: Cast, d: Draft, drafts: list[Draft]) -> str:
    """Why a draft is the outcome of what is told, or of nobody's doing."""
    if _verdict_before(s, d, drafts):
        return "the verdict of the sentence that is told"
    if _toll_of_a_clash(s, d):
        return "the toll of a clash that is told"
    return "a hazard did it, no actor" if d.event_type == "ASSAULT" and _by_hazard(s, cast, d) else ""


def _no_deeds_as_victims(s: Sentence, kept: list[Draft]) -> None:
    """ "A campaign of bombings and shootings": neither was done to the other."""
    deeds = {d.trigger for d in kept if d.event_type == "ASSAULT" and s.pos[d.trigger] == "NOUN"}
    for d in kept if len(deeds) > 1 else ():
        if d.event_type == "ASSAULT":
            d.recipients = [t for t in d.recipients if t not in deeds]


def _thwarts(s: Sentence, refusal: Draft, d: Draft) -> bool:
    """ "derailed the bloc's plan to send monitors": the plan is what is refused, and nothing agreed."""
    sure = refusal.event_type == "REJECT" and refusal.confidence >= MINIMUM_CONFIDENCE
    return (
        d.event_type == "AGREE"
        and sure
        and refusal.trigger == s.heads[d.trigger]
        and d.trigger in refusal.frame.literals
    )


_DEFYING = frozenset("defy flout ignore break violate breach disregard disobey".split())
_OF_WORDS = frozenset({"REQUEST", "REJECT", "THREATEN"})


def _also_asked(s: Sentence, noun: int, drafts: list[Draft]) -> bool:
    """ "called for the departure of the troops and the disarmament of militias": asked for, both of them."""
    if s.pos[noun] != "NOUN":
        return False
    charge = s.heads[s.heads[noun]]  # "charged the army with shelling villages"
    if s.lemmas[s.heads[noun]] == "with" and s.lemmas[charge] == "charge":
        return any(d.trigger == charge and d.event_type == "ACCUSE" for d in drafts)
    sure = [d for d in drafts if d.event_type in _OF_WORDS and d.confidence >= MINIMUM_CONFIDENCE]
    asking = {d.trigger for d in sure if d.trigger != noun}
    asked = set().union(*(d.covers | d.frame.literals for d in sure if d.trigger != noun))
    n = noun
    while s.deps[n] == "conj" and s.pos[s.heads[n]] == "NOUN":
        n = s.heads[n]
        if n in asked or n in asking:  # "its call for a truce and the rebels' withdrawal"
            return True
    lead = s.heads[n]
    while s.deps[lead] == "conj" and s.lemmas[lead] == s.lemmas[s.heads[lead]]:
        lead = s.heads[lead]
    further = (
        n != noun or lead != s.heads[n] or s.lemmas[s.heads[lead]] == "ask"
    )  # "asked them for sanctions"
    return further and s.deps[n] == "pobj" and s.lemmas[lead] == "for" and s.heads[lead] in asking


def _content_nouns(s: Sentence, drafts: list[Draft]) -> set[int]:
    """Nouns that a verb of asking, refusing or threatening has as its own: "asked for an urgent meeting"."""
    return {
        t
        for d in drafts
        if d.event_type in _OF_WORDS and s.pos[d.trigger] == "VERB" and d.confidence >= MINIMUM_CONFIDENCE
        if s.lemmas[d.trigger] not in _DEFYING  # "defied a ban": the ban is a deed
        for t in d.frame.literals
        if s.pos[t] == "NOUN"
    }


def _parties(s: Sentence, cast: Cast, d: Draft) -> bool:
    return (
        any(cast.parties(s, t) for t in d.actors)
        or any(cast.parties(s, t, recipient=True) for t in d.recipients)
        or any(parties.owners(cast, s, t, harmed=False) for t in d.owned)
        or (d.event_type in _OF_FORCES and bool(parties.lent_agents(cast, s, d.lent, [])))
    )


_OF_FORCES = frozenset({"RETREAT"})
"""Types whose fixed noun may name who does it: "the redeployment of Syrian troops"."""
_NEARLY = 2.0
"""How far a sense without a party must be ahead, in log odds, of one with a party."""
_COMPANIES = frozenset({"BUS"})
_PRIVATE = frozenset("BUS MED JRN CVL EDU AGR UNK HLH ENV".split())
_DEALINGS = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT", "REQUEST", "CONCEDE", "AID"})


def _no_event(s: Sentence, cast: Cast, d: Draft) -> str:
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
    if in_general(s, d.trigger) or in_a_charge(s, d.trigger, of_words=d.event_type in VERBAL_CONFLICT):
        return "said of such events in general, or in a charge"
    if d.event_type == "CONCEDE" and s.lemmas[d.trigger] in _ADMITTING and _no_fault(s, cast, d):
        return "admits no fault of its own"
    if d.event_type in MATERIAL_CONFLICT | {"RETREAT"} and _of_the_dead(s, d):
        return "tells of the dead"
    if d.event_type in MATERIAL_CONFLICT and _no_deed(s, d):
        return "tells of no deed"
    if d.event_type == "CONSULT" and s.pos[d.trigger] == "NOUN" and _alone(s, cast, d):
        return "a body's own meeting"
    if d.event_type == "COOPERATE" and s.lemmas[d.trigger] in _TRADE and _is_a_figure(s, d.trigger):
        return "a figure of trade"
    if d.mode == "visit" and (any(s.lemmas[t] in VEHICLES for t in d.actors) or _takes_flight(s, cast, d)):
        return "a flight or a ride, no visit"
    if d.mode == "resign" and s.lemmas[d.trigger] in ("flee", "escape") and not _in_power(s, cast, d):
        return "who flees holds no office"
    private = _private(s, cast, d) or _nobodys(s, d)
    return _mere_words(s, cast, d) or (f"{d.event_type} {private}" if private else "")


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
    "dead wounded injured wound injure homeless stranded orphaned disabled blind hungry".split()
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


def _toll_of_a_clash(s: Sentence, d: Draft) -> bool:
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
    warned = [e for t in d.recipients for e in cast.parties(s, t, recipient=True)]
    named = [e for e in warned if e.actor_id and "CVL" in e.sectors]
    return bool(warned) and len(named) == len(warned) and {e.country for e in warned} <= home


def _in_power(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The president fled": a single person of the government, no troops and no villagers."""
    fillers = [cast.filler(s, t) for t in d.actors]
    ruling = any({"GOV", "ELI"} & set(f.entity.sectors) for f in fillers)
    return ruling and not any(f.plural for f in fillers)


def _no_deed(s: Sentence, d: Draft) -> bool:
    return in_an_insult(s, d.trigger) or of_any_such(s, d.trigger) or looks_for_survivors(s, d.trigger)


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
    if d.event_type != "REQUEST" or s.lemmas[d.trigger] not in _PUT_QUESTIONS:
        return False
    parties = [e for t in d.actors for e in cast.parties(s, t)]
    return bool(parties) and all("JRN" in e.sectors for e in parties)


_TERMS = frozenset("year month prison jail imprisonment life bar custody labour labor".split())
_METED_OUT = frozenset("sentence give hand receive get draw award mete impose serve".split())
_NO_PRISON = frozenset("suspend death fine community probation".split())


def sentences_served(s: Sentence, kept: list[Draft]) -> list[Draft]:
    """ "sentenced him to four years in prison" convicts and imprisons: the other one of the two."""
    convicted = any(d.mode == "convict" and s.lemmas[d.trigger] not in _METED_OUT for d in kept)
    jailed = any(d.mode == "arrest" and s.lemmas[d.trigger] not in _METED_OUT for d in kept)
    out: list[Draft] = []
    for d in kept:
        if s.lemmas[d.trigger] not in _METED_OUT or s.pos[d.trigger] != "VERB":
            continue
        if d.status != "asserted" or not _goes_to_prison(s, d):
            continue
        if d.mode == "convict" and not jailed:
            out.append(replace(d, event_type="COERCE", mode="arrest", cameo="173"))
        elif d.mode == "arrest" and not convicted and s.lemmas[d.trigger] != "serve":
            out.append(replace(d, event_type="SANCTION", mode="convict", cameo="116"))
    return out


def _goes_to_prison(s: Sentence, d: Draft) -> bool:
    """True where the sentence that is told is one of prison."""
    told = [o for _, _, o in g.prepositional(s, d.trigger)] + sorted(d.frame.literals - {d.trigger})
    near = {s.lemmas[k] for t in told for k in (t, *s.kids(t, "compound", "amod", "nummod", "nmod"))}
    near |= {s.lemmas[o] for t in told for p in s.kids(t, "prep") for o in s.kids(p, "pobj")}
    near |= {part for w in near for part in w.split("-")}
    return not near.isdisjoint(_TERMS) and near.isdisjoint(_NO_PRISON)


def jailed_by_court(s: Sentence, d: Draft) -> None:
    """ "The court jailed the editor": the verdict is told by where it sends him."""
    if d.event_type == "SANCTION" and d.mode == "convict" and s.lemmas[d.trigger] in ("jail", "imprison"):
        d.event_type, d.mode, d.cameo = "COERCE", "arrest", "173"


_MEN = frozenset("militia militiaman fighter guerrilla gunman man soldier troop force commander".split())


def _own_men(s: Sentence, t: int) -> bool:
    """ "ordering his militia not to relent"."""
    held = any(s.lemmas[n] == "not" for v in s.kids(s.heads[t], "xcomp", "ccomp") for n in s.kids(v, "neg"))
    return held and s.lemmas[t] in _MEN and any(s.tags[c] == "PRP$" for c in s.kids(t, "poss"))


def _nobodys(s: Sentence, d: Draft) -> str:
    """ "marched in support of the president": told by the march, and nobody else's support."""
    if d.event_type == "REQUEST" and d.recipients and all(_own_men(s, t) for t in d.recipients):
        return "of one's own men"
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
    parties = [e for t in d.actors for e in cast.parties(s, t)]
    parties += [e for t in d.recipients for e in cast.parties(s, t, recipient=True)]
    if not parties:
        return ""
    sectors = [frozenset(e.sectors) for e in parties]
    if all(x and x <= _COMPANIES for x in sectors):
        return "between companies only"
    unnamed = "content is no known event" in d.steps and s.lemmas[d.trigger] not in _OF_CROWDS
    at_table = any(s.lemmas[t] in _SIDES for t in d.actors)
    if unnamed and not at_table and all(x and x <= _PRIVATE for x in sectors):
        return "of private parties, about nothing known"
    return ""


def _by_hazard(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "killed when a volcano erupted", "an air ambulance crashed, killing six": nobody did it, no weapon."""
    if d.mode == "abduct" or s.lemmas[d.trigger] == "capture":
        return False
    if any(s.lemmas[t] not in VEHICLES and cast.parties(s, t) for t in d.actors):
        return False
    if _accident(s):
        return True
    if d.mode:
        return False
    nouns = [i for i in range(len(s)) if s.pos[i] in ("NOUN", "PROPN") and not _only_a_measure(s, i)]
    natures = [noun_natures().get(s.lemmas[i]) for i in nouns]
    return "hazard" in natures and "instrument" not in natures


def _only_a_measure(s: Sentence, i: int) -> bool:
    """ "A wave of reprisals", "a storm of bullets": no wave and no storm."""
    if s.pos[i] == "PROPN" and s.lemmas[i].lower() in ("tiger", "tigers"):  # "the Tiger chief was slain"
        return True
    of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return any(s.pos[o] == "NOUN" and noun_natures().get(s.lemmas[o]) != "hazard" for o in of)


def _is_lifted(s: Sentence, by: Draft, d: Draft) -> bool:
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
    if d.event_type in ("MOBILIZE", "AID") and s.deps[d.trigger] == "acl" and s.tags[d.trigger] == "VBG":
        return True  # "threw stones at police guarding a shelter"
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


def _collective(s: Sentence, cast: Cast, d: Draft) -> bool:
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
    if accord_meant(s, d) or implied.voted_on(s, d):
        return True
    if d.event_type == "COERCE" and d.mode == "arrest":
        counted = any(s.pos[t] == "NUM" for t in d.recipients)  # "the arrest of 31"
        return counted or (s.pos[d.trigger] == "VERB" and bool(d.recipients or d.frame.literal_objects))
    if d.event_type in ("ASSAULT", "COERCE") and d.frame.sense.pos == "n" and not d.recipients:
        return _in_a_place(s, d.trigger) and s.deps[d.trigger] != "pobj"  # "Bombings in Baghdad killed ten"
    told_of = [d.trigger, *d.recipients[:1], *sorted(d.frame.literals)]
    here = any(_in_a_place(s, t) for t in told_of if s.pos[t] != "ADP")
    here = here or any(_is_a_name(s, t) for t in (*d.frame.slots.get("P", []), *d.frame.literal_objects))
    told_already = d.event_type == "ASSAULT" and not cast.short and not d.recipients
    if told_already and any(s.lemmas[t] in _TOLLS for t in (d.trigger, *d.frame.literals)):
        return True  # "the fighting began on Wednesday", "the toll rose": of what the report has told
    if d.event_type == "ASSAULT" and any(s.lemmas[t] in _MACHINES for t in d.frame.literals):
        return True  # "tanks shelled the building"
    if d.mode == "ceasefire" and here and s.pos[d.trigger] in ("AUX", "ADJ"):
        return True  # "the guns were silent in Beirut"
    if d.event_type in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"):
        return here and s.pos[d.trigger] == "VERB"
    if d.event_type != "PROTEST":
        return False
    if _lasted(s, d.trigger) or _sparked(s, d) or (d.frame.passive and d.frame.literal_objects):
        return True  # "rival rallies have been called for Sunday"
    here = here or any(parties.held_there(cast, s, t) for t in told_of)  # "Moscow rallies drew thousands"
    return _is_somewhere(s, d.trigger) or (here and s.pos[d.trigger] in ("VERB", "AUX"))


def _sparked(s: Sentence, d: Draft) -> bool:
    """ "The ruling sparked protests": whose they are goes without saying."""
    subject = d.frame.sense.subject
    return subject is not None and subject.slot == "X" and s.pos[d.trigger] == "VERB"


_LASTING = frozenset("day night week weekend month year wave series string spate round".split())


def _lasted(s: Sentence, noun: int) -> bool:
    """ "After six weeks of protests", "a wave of strikes": so many that they are news by themselves."""
    above = s.heads[noun]
    whole = s.heads[above]
    return s.deps[noun] == "pobj" and s.lemmas[above] == "of" and s.lemmas[whole] in _LASTING


def _by_nobody(d: Draft) -> bool:
    return d.frame.passive or d.frame.sense.pos == "n" or laws.by_law(d)


_BY_THE_STATE = frozenset({"censor", "curfew", "martial-law", "restrict"})
"""What only those who rule a place do there."""
_MACHINES = frozenset(
    "tank jet warplane plane aircraft helicopter gunship artillery howitzer warship".split()
)


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


_WHERE = frozenset("in into across at outside near around of off over along from through".split())


def accord_meant(s: Sentence, d: Draft) -> list[int]:
    """ "the treaty was signed", "the pact provides for": the accord, whose parties the report has told."""
    if d.event_type not in ("AGREE", "SUPPORT") or s.pos[d.trigger] != "VERB" or d.recipients:
        return []
    return [
        t
        for t in sorted(d.frame.literals)
        if s.lemmas[t] in event_nouns()
        and event_nouns()[s.lemmas[t]][1]
        and s.heads[t] == d.trigger
        and any(s.lemmas[c] in ("the", "this") for c in s.kids(t, "det"))
    ]


def _in_a_place(s: Sentence, i: int) -> bool:
    """True where a token has "in", "at" or the like with a name behind it."""
    return any(
        s.pos[o] == "PROPN" or any(s.pos[x] == "PROPN" for q in s.kids(o, "prep") for x in s.kids(q, "pobj"))
        for p in s.kids(i, "prep")
        if s.lemmas[p] in _WHERE
        for o in s.kids(p, "pobj")
        if not is_calendar(s, o)
    )


_TAKEN_AND_KILLED = (
    {"abduct", "firearms"},
    {"abduct", "targeted"},
    {"abduct", "primitive"},
    {"abduct", None},
)


def _same_event(s: Sentence, a: Draft, b: Draft) -> bool:
    """One happening told by two words of a sentence ("killed … in an attack")."""
    if a.event_type != b.event_type or a.status != b.status:
        return False
    if a.trigger in b.actors or b.trigger in a.actors:
        return True  # "the attack killed twelve"
    if a.event_type == "PROTEST" and (_ranked(s, a.trigger) or _ranked(s, b.trigger)):
        return True
    if a.event_type == "ASSAULT" and _inside_the_other(s, a, b):
        return True
    if a.mode != b.mode and a.event_type != "ASSAULT" and ((a.mode and b.mode) or a.event_type == "CONSULT"):
        return False
    if _two_deeds(s, a, b) or _days_apart(s, a, b) or _beside_a_war(s, a, b):
        return False
    if not (a.two_sided or b.two_sided) and (
        set(a.actors) & set(b.recipients) or set(b.actors) & set(a.recipients)
    ):
        return False  # "surrendered and were disarmed": the one's doers are the other's receivers
    for d, whole in ((a, b), (b, a)):  # "claimed responsibility for a blast that killed ten"
        told = {t for t in whole.frame.literals if s.deps[t] == "pobj"}
        if a.event_type == "ASSAULT" and d.actors and set(d.actors) <= told:
            return True
        own_subject = any(s.tags[c] not in ("WDT", "WP") for c in s.kids(d.trigger, "nsubj"))
        shell = s.heads[d.trigger] if s.deps[d.trigger] == "relcl" and not own_subject else None
        if a.event_type == "ASSAULT" and shell is not None and shell in whole.frame.literals - told:
            return True  # "a missile that hit a school killed ten"
    actors_agree = not a.actors or not b.actors or bool(set(a.actors) & set(b.actors))
    if a.event_type == "ASSAULT" and actors_agree and _one_attack(s, a, b):
        return True
    recipients_agree = not a.recipients or not b.recipients or bool(set(a.recipients) & set(b.recipients))
    return actors_agree and recipients_agree and abs(a.trigger - b.trigger) < 25


def _inside_the_other(s: Sentence, a: Draft, b: Draft) -> bool:
    """True for an attack that a clause of another one tells again."""
    for d, whole in ((a, b), (b, a)):  # "responded with an invasion in which 400 people died"
        shell = s.heads[d.trigger] in {whole.trigger, *whole.frame.literals} and s.deps[d.trigger] == "relcl"
        if (shell and g.in_which(s, d.trigger)) or _launched_in_it(s, d, whole):
            return True
    return a.mode == b.mode == "abduct" and _taking_it(s, *sorted((a.trigger, b.trigger)))


def _ranked(s: Sentence, t: int) -> bool:
    """ "began a strike, the biggest protest in years", "…, the latest in a series of rallies": the one just told."""
    if s.pos[t] != "NOUN" or s.deps[t] == "pobj":
        return False
    rank = next((c for c in s.kids(t, "amod") if s.tags[c] == "JJS" or s.lemmas[c] == "latest"), None)
    the = next((c for c in s.kids(t, "det") if s.words[c] == "the"), None)
    return rank is not None and the is not None and the > 1 and s.words[the - 1] in (",", "—", "–", "-")


def _taking_it(s: Sentence, first: int, second: int) -> bool:
    """ "Pirates hijacked a tanker, seizing the ship and its crew": one deed, told twice."""
    return s.deps[second] == "advcl" and s.tags[second] == "VBG" and s.heads[second] == first


def _launched_in_it(s: Sentence, d: Draft, whole: Draft) -> bool:
    """ "Iran captured Faw in an offensive it launched in February": one campaign."""
    noun = s.heads[d.trigger]
    led = (
        s.deps[d.trigger] == "relcl"
        and s.deps[noun] == "pobj"
        and s.lemmas[s.heads[noun]] in ("in", "during")
    )
    return led and s.heads[s.heads[noun]] == whole.trigger


def _of_two_states(s: Sentence, cast: Cast, a: Draft, b: Draft) -> bool:
    """ "An Iraqi jet was shot down after raids on Ahvaz": one side's loss and then the other's."""
    first, second = sorted((a.trigger, b.trigger))
    above = s.heads[second]
    after = s.deps[second] == "pobj" and s.lemmas[above] in ("after", "before", "following")
    beside = s.deps[second] == "conj" and above == first and bool(s.kids(second, "nsubjpass"))
    if a.event_type != "ASSAULT" or not (beside or (after and s.heads[above] == first)):
        return False
    hit = [
        {e.country for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)} - {None}
        for d in (a, b)
    ]
    return bool(hit[0]) and bool(hit[1]) and not hit[0] & hit[1]


_TWO_DEEDS = frozenset({"SUPPORT", "ACCUSE", "SANCTION", "COERCE"})


def _two_deeds(s: Sentence, a: Draft, b: Draft) -> bool:
    """True for what the sentence tells as one thing after or beside another."""
    if a.event_type == "REQUEST" and _asked_twice(s, a, b):
        return True
    if a.event_type in _TWO_DEEDS and _of_two_things(s, a, b):
        return True
    if {a.mode, b.mode} in _TAKEN_AND_KILLED and s.deps[max(a.trigger, b.trigger)] == "conj":
        return True  # "were kidnapped and shot dead"
    if a.event_type in _SEPARATE and _in_turn(s, a, b):
        return True
    if a.event_type == "ASSAULT" and a.mode != b.mode and _of_two_things(s, a, b) and not _deadly(s, a, b):
        return True  # "shot down two jets and captured a pilot"
    # "shots were fired, and officers returned fire"
    return len({s.lemmas[d.trigger] in _ANSWERING for d in (a, b)}) > 1


_SEPARATE = frozenset({"ACCUSE", "SANCTION", "COERCE", "REJECT", "SUPPORT", "PROTEST"})
_IN_TURN = frozenset({"after", "before", "since", "when"})


def _in_turn(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "He was charged after prosecutors alleged …": one came after the other, by somebody of its own."""
    first, second = sorted((a.trigger, b.trigger))
    if s.deps[second] != "advcl" or s.heads[second] != first or s.pos[second] != "VERB":
        return False
    linked = any(s.lemmas[m] in _IN_TURN for m in s.kids(second, "mark", "advmod"))
    return linked and bool(s.kids(second, "nsubj", "nsubjpass"))


def _verdict_before(s: Sentence, d: Draft, drafts: list[Draft]) -> bool:
    """ "A judge jailed the trader after a jury found him guilty": one conviction, told with its verdict."""
    him = bool(d.recipients) and all(s.pos[t] == "PRON" for t in d.recipients)
    if d.event_type != "SANCTION" or d.mode != "convict" or not him:
        return False
    clause = next((k for k in (d.trigger, *s.ancestors(d.trigger)) if s.deps[k] == "advcl"), None)
    above = s.heads[clause] if clause is not None else None
    return any(o.trigger == above and o.mode in ("convict", "arrest") for o in drafts)


def _beside_a_war(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "was killed after the ceasefire that ended the war between the two": not by the whole of that war."""
    first, second = sorted((a.trigger, b.trigger))
    if s.lemmas[second].lower() not in ("war", "conflict") or s.pos[first] != "VERB":
        return False
    return not (
        s.deps[second] == "pobj" and first in (s.heads[s.heads[second]], s.heads[s.heads[s.heads[second]]])
    )


_SPANS_OF_TIME = frozenset("minute hour day night week month year decade".split())


def _days_apart(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "His jet was shot down, a day after Indian planes struck a camp": two deeds with a time between them."""
    first, second = sorted((a.trigger, b.trigger))
    link = next((k for k in (second, *s.ancestors(second)) if s.deps[k] == "advcl"), None)
    if link is None or link <= first or s.heads[link] not in (first, s.heads[first]):
        return False
    marks = [m for m in s.kids(link, "mark", "advmod", "prep") if s.lemmas[m] in ("after", "before")]
    return any(m and s.lemmas[m - 1] in _SPANS_OF_TIME for m in marks)


def _asked_twice(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "appealed for restraint and urged the government to let them assemble": two demands."""
    first, second = sorted((a.trigger, b.trigger))
    joined = s.deps[second] == "conj" and s.heads[second] == first
    return joined and s.pos[first] == s.pos[second] == "VERB" and s.lemmas[first] != s.lemmas[second]


def _of_two_things(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "thanked the bloc and called the accord a milestone": each verb with an object of its own."""
    own = [set(g.objects(s, d.trigger)) for d in (a, b)]
    return _asked_twice(s, a, b) and bool(own[0]) and bool(own[1]) and not own[0] & own[1]


_ANSWERING = frozenset({"return", "retaliate", "respond", "answer", "reply"})
_CASUALTIES = frozenset("kill wound injure hurt maim".split())
_BLOWS = frozenset(
    "kidnap abduct shoot stab hack gun behead execute murder slay slaughter massacre destroy damage torch".split()
)
"""What else is done in an attack: "were shot dead by gunmen in an attack in Jos"."""
_DYING = frozenset({"die", "perish"})
_RECEIVING = frozenset("receive sustain suffer get".split())
_INJURIES = frozenset("injury wound burn".split())


def _deadly(s: Sentence, a: Draft, b: Draft) -> bool:
    told = (a.trigger, b.trigger)
    return not {s.lemmas[t] for t in told}.isdisjoint(_CASUALTIES | _DYING) or any(
        _of_a_clash(s, t) for t in told
    )


def _one_attack(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "opened fire on traders, killing 11 and wounding 20": one happening, told with its outcome."""
    leaves = "leave" in (s.lemmas[a.trigger], s.lemmas[b.trigger])
    first, second = sorted((a, b), key=lambda d: d.trigger)
    v = second.trigger
    if not (leaves or _deadly(s, a, b) or s.lemmas[first.trigger] in _BLOWS):
        return False
    if _killed_when(s, first.trigger, v) or _hurt_by_crowd_control(s, first, second):
        return True
    above = _harmed_through(s, v)
    if above is not None:  # "killed 46 civilians in an attack on a village"
        verb = s.heads[above] if s.lemmas[above] in _INJURIES else above  # "sustained injuries in an attack"
        return first.trigger in (above, verb, s.heads[verb])
    if not (leaves or _deadly(s, a, b)):
        return False
    injured = s.lemmas[v] in _RECEIVING and any(s.lemmas[o] in _INJURIES for o in s.kids(v, "dobj"))
    if injured and s.deps[v] == "conj":  # "one was killed and eight people received injuries"
        return s.heads[v] == first.trigger
    if s.lemmas[v] not in _CASUALTIES or any(s.tags[c] != "WDT" for c in s.kids(v, "nsubj")):
        return False
    passive = bool(s.kids(v, "nsubjpass"))
    while s.deps[v] == "conj" and v != first.trigger and s.lemmas[s.heads[v]] in _CASUALTIES:
        v = s.heads[v]
    if v == first.trigger:
        return not passive or s.lemmas[v] in _CASUALTIES
    return s.deps[v] == "advcl" and s.tags[v] == "VBG" and (s.heads[v] in (first.trigger, first.frame.light))


def _hurt_by_crowd_control(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "used batons on marchers, leaving dozens wounded", "were hurt as police fired tear gas": one happening."""
    if "crowd-control" not in (a.mode, b.mode) or a.mode == b.mode:
        return False
    toll, other = (a, b) if b.mode == "crowd-control" else (b, a)
    hurt = toll.trigger
    if s.lemmas[hurt] == "leave":
        return True
    left = s.deps[hurt] in ("xcomp", "ccomp", "acl", "oprd") and s.lemmas[s.heads[hurt]] == "leave"
    linked = s.deps[other.trigger] == "advcl" and s.heads[other.trigger] == hurt
    return s.lemmas[hurt] in _CASUALTIES and (left or linked)


_OUTCOMES = frozenset({"result", "wake", "aftermath", "consequence", "course"})


def _harmed_through(s: Sentence, noun: int) -> int | None:
    """The verb in whose course an attack came: "killed in a raid", "hurt due to", "died after a raid"."""
    p = s.heads[noun]
    if s.pos[noun] == "NOUN" and s.deps[noun] == "advcl":  # "due to shelling", whose noun is read as a verb
        first = min(s.subtree(noun))
        return p if s.lemmas[max(0, first - 2) : first] == ["due", "to"] else None
    if s.pos[noun] != "NOUN" or s.deps[noun] not in ("pobj", "dobj") or s.deps[p] not in ("prep", "pcomp"):
        return None
    before, above = s.lemmas[p - 1], s.heads[p]
    if s.lemmas[p] in ("in", "during"):
        return above
    if s.lemmas[p] in ("because", "due"):
        return above
    if (s.lemmas[p], before) in (("to", "due"), ("of", "because")):
        return s.heads[p - 1] if above == p - 1 else above
    if s.lemmas[p] == "of" and s.lemmas[above] in _OUTCOMES and s.deps[above] == "pobj":
        return s.heads[s.heads[above]]
    if s.words[p].lower() in ("after", "following") and not s.kids(p, "npadvmod", "advmod"):
        alone = not s.kids(above, "agent", "dobj") and s.lemmas[above] in _CASUALTIES
        return above if alone and p > above else None
    return None


def _deed_before_deaths(s: Sentence, drafts: list[Draft]) -> None:
    """ "Five died when rebels attacked a camp": the attack is the event, and those who died its toll."""
    for d in drafts if not s.bag.isdisjoint(_DYING | _CLASH_NOUNS) else ():
        bare = s.lemmas[d.trigger] in _DYING or _of_a_clash(s, d.trigger)
        if d.event_type != "ASSAULT" or not bare:
            continue
        deeds = [o for o in drafts if o.event_type == "ASSAULT" and _killed_when(s, d.trigger, o.trigger)]
        for o in deeds:
            if o.confidence >= MINIMUM_CONFIDENCE:
                d.score = min(d.score, o.score - 0.1)


def _of_a_clash(s: Sentence, v: int) -> bool:
    """ "Fighting was reported in Loikaw when rebels attacked a post": the clause tells who fought."""
    return any(s.lemmas[t] in _CLASH_NOUNS for t in s.kids(v, "nsubj", "nsubjpass"))


_CLASH_NOUNS = frozenset(
    "fighting clash battle firefight gunbattle shootout skirmish encounter combat".split()
)


def _told_together(s: Sentence, killed: int) -> list[int]:
    """ "Twelve died and 16 were wounded": both."""
    also = [v for v in s.kids(killed, "conj") if s.lemmas[v] in _CASUALTIES | _DYING]
    return [killed, *also]


def _killed_when(s: Sentence, killed: int, done: int) -> bool:
    """ "Twelve were killed when a bomber blew himself up": one happening, told by its toll first."""
    first = s.heads[killed] if s.deps[killed] == "conj" else killed  # "six were killed and 20 injured after"
    along = s.lemmas[first] in _CASUALTIES | _DYING and s.kids(first, "nsubj", "nsubjpass")
    hit = s.lemmas[killed] in _CASUALTIES and (s.kids(killed, "nsubjpass") or along)
    if not hit and s.lemmas[killed] not in _DYING and not _of_a_clash(s, killed):
        return False
    if s.pos[done] != "VERB":
        return False
    if s.kids(killed, "agent") or s.deps[done] != "advcl" or s.heads[done] not in _told_together(s, first):
        return False
    who = s.kids(done, "nsubj", "nsubjpass")
    links = {s.lemmas[m] for m in s.kids(done, "advmod", "mark")}
    if "when" in links or not links & {"after", "as"}:
        return bool(who) and "when" in links
    him = "after" in links and any(s.tags[o] == "PRP" for o in s.kids(done, "dobj"))
    if him:  # "killed after a gunman shot him"
        return bool(who)
    strangers = bool(who) and s.pos[who[0]] != "PRON" and s.lemmas[done] in _ATTACKING
    fallen = {s.lemmas[g.content_head(s, t)] for t in s.kids(killed, "nsubj", "nsubjpass")}
    later = any(s.kids(m, "npadvmod", "advmod") for m in s.kids(done, "mark")) or s.kids(done, "npadvmod")
    return strangers and fallen.isdisjoint(_ATTACKERS) and not later


_ATTACKING = frozenset(
    "attack storm ambush bomb shell raid strike target hit open detonate explode blow".split()
)
_ATTACKERS = frozenset(
    "attacker militant gunman terrorist bomber assailant rebel insurgent guerrilla fighter raider bandit "
    "intruder infiltrator extremist jihadi jihadist suspect".split()
)
"""Who may have been killed after *they* attacked."""


def _merge(s: Sentence, into: Draft, other: Draft) -> None:
    """Take the other telling in; of "killed 46 people in an attack on a village" the killed are the recipients."""
    harming = _CASUALTIES | _BLOWS
    if s.pos[other.trigger] == "NOUN" and s.lemmas[into.trigger] in harming and into.recipients:
        other.recipients = []
    elif s.pos[into.trigger] == "NOUN" and s.lemmas[other.trigger] in harming and other.recipients:
        into.recipients = []
    if _of_a_clash(s, other.trigger):
        other.recipients = []  # where they fought
    if (
        s.lemmas[other.trigger] in _CASUALTIES and into.recipients
    ):  # "fired at villagers, killing two": of them
        other.recipients = [t for t in other.recipients if s.pos[t] != "NUM"]
    if _killed_when(s, *sorted((into.trigger, other.trigger))) and (into.recipients and other.recipients):
        within = [t for t in into.recipients if s.lemmas[s.heads[t]] not in ("in", "near", "outside", "at")]
        into.recipients = within  # "killed when a bomber blew himself up in Kandahar": those killed
    into.actors += [t for t in other.actors if t not in into.actors and t not in into.recipients]
    into.recipients += [t for t in other.recipients if t not in into.recipients and t not in into.actors]
    if (
        into.event_type not in MATERIAL_CONFLICT
    ):  # "backed Assad's troops, helping them": whose the troops are
        into.owned += [t for t in other.owned if t not in into.owned]
    into.lent += [t for t in other.lent if t not in into.lent]
    into.mode = into.mode or other.mode
    into.covers |= other.covers
    if s.lemmas[other.trigger] in _DYING:
        into.covers.add(other.trigger)


def without_repeats(mentions: list[EventMention]) -> list[EventMention]:
    """Drop what a headline and the text's repeat of it would double word for word."""
    seen: set[tuple[str, str, str | None]] = set()
    out = []
    for m in mentions:
        key = (
            m.evidence.text,
            m.event_type,
            m.evidence.text[m.evidence.trigger[0] - m.evidence.start :][:12],
        )
        if key not in seen:
            seen.add(key)
            out.append(m)
    return out
