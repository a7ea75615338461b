"""Who acts where nobody is named and only one kind of party can: "three reporters were arrested in Minsk"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import laws, parties
from dragoman.coding.counterparts import is_envoy
from dragoman.coding.drafts import Draft
from dragoman.coding.foes import STATE_CODE
from dragoman.coding.hands import DEALS
from dragoman.coding.kinds import retyped
from dragoman.coding.people import ARMED, OUTLAWS, looks_personal
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast
    from dragoman.coding.antecedents import Antecedents

_POWERS = {
    ("COERCE", "arrest"): ("police", "COP"),
    ("COERCE", "curfew"): ("authorities", "GOV"),
    ("COERCE", "martial-law"): ("authorities", "GOV"),
    ("COERCE", "censor"): ("authorities", "GOV"),
    ("COERCE", "restrict"): ("authorities", "GOV"),
    ("SANCTION", "convict"): ("court", "JUD"),
    ("ASSAULT", "crowd-control"): ("police", "COP"),
}
"""What only the state of a place does, and who does it there."""


def _of_one_country(m: EventMention) -> str | None:
    """The country of all whom it befalls, where they are of one."""
    countries = {r.country for r in m.recipients}
    return next(iter(countries)) if len(countries) == 1 else None


def _guessed(m: EventMention) -> str | None:
    """The country of people whom the report puts in one: "the arrest of up to 200 monks"."""
    told = [r.resolved_by or "" for r in m.recipients]
    at_home = all(how.endswith("country from the report") or "of the body" in how for how in told)
    return _of_one_country(m) if at_home else None


_COMPATRIOTS = frozenset({"PTY", "OPP", "JRN", "CVL", "LAB", "EDU", "SOC", "LEG", "REL"})


def _of_parties(s: Sentence, cast: Cast, m: EventMention) -> str | None:
    """ "154 BNP leaders arrested", "leading critic held" over a report on Bangladesh: there."""
    told = [(r.resolved_by or "", set(r.sectors)) for r in m.recipients]
    unnamed = all("role" in how or "office" in how or "its place" in how for how, _ in told)
    if s.field == "title" and not any(known.field != "title" for known in cast.mentions):
        return None
    kinds = _COMPATRIOTS if s.field == "title" else {"PTY", "OPP"}
    told_of = unnamed and all(kinds & sectors for _, sectors in told)
    return _at_home_there(m, cast.focus(s)) if told_of else None


_HOMES = frozenset("home house residence villa compound palace quarters house_arrest arrest".split())


def _held_at_home(s: Sentence, d: Draft, m: EventMention) -> str | None:
    """The country of those confined to their homes, which are there: "has been confined to his residence"."""
    at_home = any(s.lemmas[t] in _HOMES for t in d.frame.literals)
    return _of_one_country(m) if at_home else None


def _at_home_there(m: EventMention, about: str | None) -> str | None:
    """The country that the report is about, where all whom it befalls are of it."""
    return about if about and _of_one_country(m) == about else None


_ON_DUTY = frozenset(
    "hour hours police prosecutor prosecutors detectives graft bribery corruption custody".split()
)
_BY_INVESTIGATORS = frozenset(
    "question grill interrogate quiz charge indict arraign try prosecute investigate".split()
)


def _of_justice(s: Sentence, d: Draft, m: EventMention) -> tuple[str, str] | None:
    """ "was grilled for six hours", "was freed on bail": by whom such things are done everywhere."""
    if m.event_mode == "release" and s.pos[d.trigger] == "NOUN" and not d.actors:
        held = s.bag.isdisjoint(_OF_KIDNAPPERS) and not s.bag.isdisjoint(_OF_THE_STATES | _OFTEN_HELD)
        return ("authorities", "GOV") if held else None  # "welcomed the release of six editors"
    if m.event_mode in ("arrest", "convict") and s.lemmas[d.trigger] in _SENTENCED:
        return ("court", "JUD")
    if not d.frame.passive:
        return None
    if m.event_mode == "arrest" and s.lemmas[d.trigger] in ("jail", "imprison", "sentence", "remand"):
        return ("court", "JUD")
    if s.lemmas[d.trigger] in ("grill", "quiz") and s.bag.isdisjoint(_ON_DUTY):
        return None
    if m.event_type == "ACCUSE" and s.lemmas[d.trigger] in _BY_INVESTIGATORS:
        return ("investigators", "JUD")
    bailed = s.lemmas[d.trigger] == "bail" or any(s.lemmas[t] == "bail" for t in d.frame.literals)
    if m.event_mode != "release":
        return _in_custody(s, m)
    held = s.bag.isdisjoint(_OF_KIDNAPPERS) and not s.bag.isdisjoint(_OF_THE_STATES)
    return ("court", "JUD") if bailed else ("authorities", "GOV") if held else None


_OF_THE_STATES = frozenset(
    "pledge pending appeal verdict trial charge charges custody police detention prison jail sentence pardon "
    "amnesty detainee detainees prisoner prisoners activist activists dissident dissidents arrested jailed "
    "detained".split()
)
"""Words of those whom a state holds, and lets go."""
_OFTEN_HELD = frozenset(
    "opposition journalist journalists reporter reporters editor editors blogger bloggers lawyer lawyers "
    "politician politicians senator lawmaker lawmakers poet cartoonist protester protesters".split()
)
_OF_KIDNAPPERS = frozenset(
    "hostage hostages kidnapper kidnappers abducted kidnapped ransom captor captors rebel rebels militant "
    "militants gunman gunmen bandit bandits swap exchange".split()
)


def _in_custody(s: Sentence, m: EventMention) -> tuple[str, str] | None:
    """ "were beaten while in police custody": by the police."""
    if m.event_type != "ASSAULT" or "custody" not in s.bag:
        return None
    keepers = {s.lemmas[c] for t in range(len(s)) if s.lemmas[t] == "custody" for c in s.kids(t, "compound")}
    military = ("soldiers", "MIL") if keepers & {"army", "military"} else None
    return ("police", "COP") if "police" in keepers else military


_SENTENCED = frozenset({"receive", "get", "hand", "give", "serve"})
"""Verbs of those whom a court sentences: "got nine years", "was handed a suspended sentence"."""
_UNDERGOING = _SENTENCED | {"go", "serve", "spend", "languish"}
"""Verbs of those to whom it is done: "went to the gallows", "is serving a life sentence"."""
_BY_ANYBODY = frozenset({"besiege", "surround", "encircle", "blockade", "trap", "pin", "siege"})
_RULED_BY_OTHERS = frozenset({"PSE"})
"""Where it is often another state that closes roads and arrests."""
_CAPTIVES = frozenset("hostage hostages captive captives crew pilot pilots".split())


def _at_home(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> str | None:
    """The country of those it is done to, if the report is about no other: "the arrest of a Russian editor".

    Of somebody who "was banned" it is not told by whom, nor of an arrest where another state is named.
    """
    owned = s.kids(d.trigger, "poss") or any(s.lemmas[p] == "of" for p in s.kids(d.trigger, "prep"))
    home = _at_home_there(m, cast.focus(s))
    if (s.pos[d.trigger] == "NOUN" and owned) or m.event_mode == "convict":
        return home
    unsure = s.field == "title" or _others_named(s, cast, home) or _bears_arms(m)
    return home if m.event_mode == "arrest" and not unsure else None


def _others_named(s: Sentence, cast: Cast, home: str | None) -> bool:
    """ "Japan was urged to free the Chinese who were held": perhaps by the other state of the sentence."""
    first, last = s.start, s.start + len(s.text)
    here = (k.entity.country for k in cast.mentions if k.field == s.field and first <= k.start < last)
    return any(c and c != home and len(c) == STATE_CODE and c not in INTERNATIONAL for c in here)


def _bears_arms(m: EventMention) -> bool:
    """ "Soldiers were captured": by those whom they fight."""
    return any(ARMED & set(r.sectors) for r in m.recipients)


def authorities(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """Give an arrest, a curfew or a conviction without an actor the authorities of its place."""
    out = _kept_out_by(s, cast, d, m)
    if out is not None:
        return replace(retyped(m, "SANCTION", "discontinue", "163"), actors=(cast.country_entity(out, None),))
    justice = _of_justice(s, d, m)
    power = justice or _POWERS.get((m.event_type, m.event_mode or ""))
    if power is None and _by_the_hangman(s, d, m):
        power = ("authorities", "GOV")
    host = _host(s, cast, d, m) if power is None else None
    power = ("authorities", "GOV") if host else power
    place = m.place
    gone = s.lemmas[d.trigger] in _UNDERGOING
    if not (
        d.frame.passive or s.pos[d.trigger] == "NOUN" or laws.by_law(d) or gone
    ):  # "tanks surrounded the barracks": the tanks did
        return m
    near = _guessed(m) or _held_at_home(s, d, m) or _at_home(s, cast, d, m)
    if m.event_mode == "arrest" and justice is None:
        near = near or _of_parties(s, cast, m)
    country = host or (place.country if place is not None else near)
    if place is not None and power == ("court", "JUD"):  # "sentenced over the Kobani protests": not there
        home = _at_home_there(m, cast.focus(s))
        country = home if home and all(r.actor_id for r in m.recipients) else country
    if justice and (m.event_type != "COERCE" or s.lemmas[d.trigger] == "sentence"):
        country = country or _at_home_there(m, cast.focus(s))
    if m.actors or power is None or not country or len(country) != STATE_CODE:
        return m
    if s.lemmas[d.trigger] in _BY_ANYBODY:  # "UN staff are besieged": by whom is not told
        return m
    if country in _RULED_BY_OTHERS or any(_CAPTIVES & set(r.name.lower().split()) for r in m.recipients):
        return m
    name, sector = power
    actor = Entity(name, None, country, (sector,), resolved_by="implied by the place of the event")
    return replace(m, actors=(actor,))


def _host(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> str | None:
    """ "The Bangladeshi envoy was summoned to the ministry in Islamabad": by the state that he is sent to."""
    home = _of_one_country(m)
    if m.event_type != "ACCUSE" or s.lemmas[d.trigger] != "summon" or not d.frame.passive or home is None:
        return None
    there = m.place.country if m.place is not None else cast.where.written_in()
    there = there or cast.focus(s, frozenset({home}))
    return there if there and there != home and len(there) == STATE_CODE else None


_COMING_IN = frozenset("travel enter visit fly".split())
_IN_POWER = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "BUS", "PRM"})


def _kept_out_by(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> str | None:
    """ "Four judges are banned from entering EU countries": by those who rule there, not at home."""
    if m.event_type != "COERCE" or m.event_mode != "restrict" or not d.frame.passive or d.actors:
        return None
    coming = [t for t in s.subtree(d.trigger) if t > d.trigger and s.lemmas[t] in _COMING_IN]
    theirs = {r.country for r in m.recipients}
    if not coming or None in theirs or not all(_IN_POWER & set(r.sectors) for r in m.recipients):
        return None
    there = [o for t in coming for name, _, o in g.prepositional(s, t) if name == "to"]
    there += [o for t in coming for o in s.kids(t, "dobj")]
    for t in there:
        words = [s.words[x] for x in sorted(s.subtree(t))]
        if "EU" in words or {"European", "Union"} <= set(words):
            return "EUR"
        f = cast.filler(s, t)
        country = f.entity.country if f.kind == "country" else None
        if country and country not in theirs | INTERNATIONAL:
            return country
    return None


_OF_CONVICTS = frozenset(
    "convict prisoner inmate gallow gallows injection trafficker offence offense offences sentence prison "
    "jail squad row smuggler convicted".split()
)
"""Words of those whom courts condemned: who kills them is the state."""


def _by_the_hangman(s: Sentence, d: Draft, m: EventMention) -> bool:
    """ "Five hanged in Iran", "nine convicts were beheaded": no murder, a sentence carried out."""
    if m.event_type != "ASSAULT" or m.event_mode != "targeted":
        return False
    if s.lemmas[d.trigger] == "hang":
        return d.frame.passive
    return s.lemmas[d.trigger] in ("execute", "behead", "put", "go", "execution", "shoot") and not (
        s.bag.isdisjoint(_OF_CONVICTS)
    )


_AT_HOME = frozenset(
    {
        ("COERCE", "arrest"),
        ("COERCE", "restrict"),
        ("SANCTION", "convict"),
        ("SANCTION", "expel"),
        ("ACCUSE", "investigate"),
        ("ACCUSE", "allege"),
        ("RETREAT", "release"),
    }
)
"""What courts, police and parties do to people of their own country, if the report tells of no other."""
_NOTHING_KNOWN = "not in the knowledge base"


def of_this_country(s: Sentence, cast: Cast, m: EventMention) -> EventMention:
    """ "Ama Mensah was suspended": of whom nothing is told is of the country that the report is about."""
    if (m.event_type, m.event_mode) not in _AT_HOME:
        return m
    unknown = [r for r in m.recipients if _a_stranger(s, r)]
    home = cast.focus(s) if unknown else None
    if not home or len(home) != STATE_CODE or home in _RULED_BY_OTHERS:
        return m
    if {a.country for a in m.actors} - {home, None} or {r.country for r in m.recipients} - {home, None}:
        return m
    how = f"{_NOTHING_KNOWN}; country from the report"
    told = (replace(r, country=home, resolved_by=how) if r in unknown else r for r in m.recipients)
    return replace(m, recipients=tuple(told))


def _a_stranger(s: Sentence, r: Entity) -> bool:
    """A person of whom the report tells no more than the name."""
    nameless = r.country is None and r.actor_id is None and r.resolved_by in (_NOTHING_KNOWN, "coreference")
    return nameless and looks_personal(s, 0, r.name) and r.name.split()[-1] not in _THINGS


_THINGS = frozenset(
    "Bill Act Law Plan Fund Party Group Bank Company Corporation Agreement Treaty Award".split()
)
"""Last words of names that no person has."""


_EASED = frozenset({"081", "0811", "0812", "0813", "0814", "0833", "0834"})
"""CAMEO of curbs that are eased and rights that are given."""


def who_eases(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "The ban on parties is being lifted": by the state that the report is about."""
    if m.event_type != "CONCEDE" or m.actors or m.cameo not in _EASED or not d.frame.passive:
        return m
    told = {r.country for r in m.recipients if r.country}
    place = m.place.country if m.place is not None else None
    country = next(iter(told)) if len(told) == 1 else place or cast.focus(s)
    if not country or len(country) != STATE_CODE or country in _RULED_BY_OTHERS:
        return m
    actor = Entity(
        "authorities", None, country, ("GOV",), resolved_by="implied: who eases it; country from the report"
    )
    return replace(m, actors=(actor,))


_VOTING = frozenset("pass adopt carry defeat vote enact throw".split())
_BEFORE_PARLIAMENT = frozenset("bill law motion amendment budget act legislation".split())
_HOUSES = frozenset(
    "parliament senate assembly congress house chamber legislature knesset duma council".split()
)


def voted_on(s: Sentence, d: Draft) -> bool:
    """ "The bill was defeated by two votes": what only a parliament does, named or not."""
    if d.event_type not in ("SUPPORT", "REJECT") or not d.frame.passive:
        return False
    if not any(s.lemmas[t] in _BEFORE_PARLIAMENT for t in d.frame.literal_objects):
        return False
    approved = s.lemmas[d.trigger] in ("approve", "reject", "endorse") and bool(_houses(s, d.trigger))
    return approved or s.lemmas[d.trigger] in _VOTING


def _houses(s: Sentence, v: int) -> list[int]:
    """The parliaments in which something is passed."""
    return [o for name, _, o in g.prepositional(s, v) if name in ("in", "by") and s.lemmas[o] in _HOUSES]


def who_voted(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "The motion was voted down in the senate": by that senate, or by the home parliament."""
    if m.actors or not voted_on(s, d):
        return m
    for o in _houses(s, d.trigger):
        house = cast.filler(s, o)
        if house.acts and house.entity.country:
            return replace(m, actors=(house.entity,))
    country = cast.focus(s)
    if not country or len(country) != STATE_CODE:
        return m
    actor = Entity("parliament", None, country, ("LEG",), resolved_by="implied by the event")
    return replace(m, actors=(actor,))


_CABINETS = frozenset("cabinet government".split())


def who_is_dismissed(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "The president dismissed his entire cabinet": the fixed object of the sense is who was hit."""
    if m.event_type != "SANCTION" or m.event_mode != "expel" or m.recipients:
        return m
    found = [cast.filler(s, t) for t in d.frame.literal_objects if s.lemmas[t] in _CABINETS]
    hit = tuple(f.entity for f in found if f.acts)
    return replace(m, recipients=hit) if hit else m


_TO = frozenset({"into", "to", "across", "over", "toward", "towards"})


def fled_from_elsewhere(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "Thousands of people fled into Bangladesh": they are hardly of the country that they fled to."""
    if (
        m.event_type != "SANCTION"
        or m.event_mode != "expel"
        or not m.recipients
        or s.pos[d.trigger] != "VERB"
    ):
        return m
    to = {cast.filler(s, o).entity.country for name, _, o in g.prepositional(s, d.trigger) if name in _TO}
    guesses = ("from the report", "from its place", "from the place of the event")
    guessed = [(r.resolved_by or "").endswith(guesses) for r in m.recipients]
    if not all(guessed) or not all(r.country in to for r in m.recipients):
        return m
    how, country = "where they fled from is not told", None
    others = [c for c in cast.countries if c and len(c) == STATE_CODE and c not in to | INTERNATIONAL]
    if len(others) == 1:  # "a truce between Sudan and its rebels; 110,000 have fled into Chad"
        how, country = "of the country that the report is about", others[0]
    return replace(m, recipients=tuple(replace(r, country=country, resolved_by=how) for r in m.recipients))


def victims(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "A coup in Niger", "bombings in Kabul": set against the country where it happened."""
    place = m.place
    lethal = any(s.lemmas[t] == "life" for t in d.frame.literals)  # "the violence claimed 90 lives"
    if not (s.pos[d.trigger] == "NOUN" or lethal) or m.recipients or place is None or not place.country:
        return m
    if m.actors:
        return m
    if m.event_type != "ASSAULT" and m.event_mode not in (None, "seize"):
        return m
    sectors = ("CVL",) if m.event_type == "ASSAULT" else ("GOV",)
    name = place.name
    return replace(
        m, recipients=(Entity(name, None, place.country, sectors, resolved_by="place of the event"),)
    )


def raided(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "Raids by militia from Darfur", "Russian raids on Aleppo": no searches, but attacks."""
    if m.event_type != "COERCE" or s.lemmas[d.trigger] != "raid" or not m.actors:
        return m
    if _abroad(m) and s.bag.isdisjoint(_SEARCHING):
        return retyped(m, "ASSAULT", None, "190")
    if not all(OUTLAWS & set(a.sectors) and "GOV" not in a.sectors for a in m.actors):
        return m
    return retyped(m, "ASSAULT", None, "190")


_OF_STATES = frozenset({"GOV", "MIL"})
_SEARCHING = frozenset(
    "detain detained detaining arrest arrested arresting arrests search searched suspects taken".split()
)
"""Words of raids in which people are taken: "raids across the West Bank, arresting thirty"."""


def _abroad(m: EventMention) -> bool:
    """A state or its army that raids people or places of another state, in that state."""
    own = {a.country for a in m.actors}
    states = all(_OF_STATES & set(a.sectors) and "COP" not in a.sectors and a.country for a in m.actors)
    hit = {r.country for r in m.recipients if r.country} | ({m.place.country} if m.place else set())
    return states and bool(hit) and not own & hit


def blockaded(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "The blockade of Qatar by four Arab states": states do not protest."""
    states = bool(m.actors) and all(_OF_STATES & set(a.sectors) for a in m.actors)
    if (
        not states
        or m.event_type != "PROTEST"
        or m.event_mode != "obstruct"
        or s.lemmas[d.trigger] != "blockade"
    ):
        return m
    return retyped(m, "COERCE", "restrict", "191")


_GATHERINGS = frozenset(
    "rally protest demonstration march sit-in gathering procession vigil picket riot camp encampment mob "
    "crowd".split()
)


def crowd_of(s: Sentence, d: Draft, actors: tuple[Entity, ...], earlier: Antecedents) -> tuple[Entity, ...]:
    """ "Police broke up a rally": those who held it, of whom it was told before or who are of the country."""
    countries = {a.country for a in actors}
    country = next(iter(countries), None)
    held = {s.lemmas[t] for t in d.frame.literals if s.pos[t] == "NOUN"} & _GATHERINGS
    banned = s.lemmas[d.trigger] in ("ban", "outlaw", "prohibit", "forbid", "cancel")  # at nobody yet
    power = not banned and all({"COP", "MIL", "GOV", "PRM"} & set(a.sectors) for a in actors)
    if d.mode != "restrict" or not held or not power or len(countries) != 1 or not country:
        return ()
    crowd = Entity("protesters", None, country, ("CVL",), resolved_by="implied by the event")
    return earlier.crowd(actors) or (crowd,)


def by_the_army(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "He was toppled in a military coup": by the army of his country."""
    if m.actors or m.event_type not in ("COERCE", "SANCTION") or s.bag.isdisjoint(_COUPS):
        return m
    country = _of_one_country(m)
    below = [
        o for p in s.kids(d.trigger, "prep", "agent") for o in s.kids(p, "pobj") if s.lemmas[o] in _COUPS
    ]
    ours = any(s.lemmas[c] in ("military", "army") for o in below for c in s.kids(o, "amod", "compound"))
    if not ours or not country or len(country) != STATE_CODE:
        return m
    return replace(
        m, actors=(Entity("military", None, country, ("MIL",), resolved_by="implied by the coup"),)
    )


def imposed_by(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "US sanctions imposed on Iran in 2018": by those whose sanctions they are."""
    if m.actors or m.event_type != "SANCTION" or m.event_mode != "discontinue" or not d.frame.passive:
        return m
    hit = {r.country for r in m.recipients}
    whose = [e for t in sorted(d.frame.literal_objects) for e in parties.owners(cast, s, t, harmed=False)]
    whose = [e for e in whose if e.country and e.country not in hit]
    return replace(m, actors=tuple(whose[:1])) if hit else m


_CALLING_HOME = frozenset("recall withdraw call pull".split())
_QUARRELS = frozenset("row dispute quarrel spat feud scandal crisis rift standoff stand-off argument".split())


def called_home(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """ "Norway's envoy in Lima was called home over a row with Peru": by Norway, and away from Peru."""
    if m.actors or m.event_type != "SANCTION" or m.event_mode != "discontinue" or not d.frame.passive:
        return m
    envoys = [t for t in sorted(d.frame.literal_objects) if is_envoy(s, t) or s.lemmas[t] == "commissioner"]
    if s.lemmas[d.trigger] not in _CALLING_HOME or not envoys or d.recipients:
        return m
    led = [(name, o) for t in (*envoys, d.trigger) for name, _, o in g.prepositional(s, t)]
    rows = [o for name, o in led if s.lemmas[o] in _QUARRELS]
    foes = [o for t in rows for name, _, o in g.prepositional(s, t) if name == "with"]
    foes += [o for name, o in led if name in ("to", "in", "from") and s.pos[o] == "PROPN"]
    own = {r.country for r in m.recipients}
    states = [cast.filler(s, t).entity.country for t in foes]
    found = [cast.country_entity(c, None) for c in dict.fromkeys(states) if c and c not in own]
    return replace(m, actors=m.recipients, recipients=tuple(found[:1]))


def between(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "A deal between Greece and its creditors was reached", "between rivals": they did."""
    tokens = [t for t in d.recipients if s.deps[t] in ("pobj", "conj")]
    led = [t for t in tokens if s.deps[t] == "pobj" and s.lemmas[s.heads[t]] in ("between", "among")]
    if m.actors or not m.recipients or not led or m.event_type not in DEALS:
        return m
    return replace(m, actors=m.recipients, recipients=())


_CROWDS = frozenset("protest demonstration riot rally march unrest strike sit-in camp vigil blockade".split())
_COUPS = frozenset({"coup", "putsch", "mutiny"})
_OUTRAGES = frozenset(
    "attack blast bombing explosion shooting massacre killing stabbing siege ambush kidnapping clash "
    "violence fighting".split()
)


def where_not_who(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "Iran protests", "the Mali coup", "Iraq blast": where it was, and no deed of that state."""
    m = _where_the_coup_was(s, d, m)
    if struck := [a for a in m.actors if _is_struck(s, d, a)]:  # "dead in Peru convoy attack"
        m = replace(m, actors=tuple(a for a in m.actors if a not in struck))
    states = [a for a in m.actors if _before_an_outrage(s, d, a) or _said_of_a_crowd(s, d, a)]
    if not states or len(states) < len(m.actors):
        return m
    country = states[0].country
    if m.event_type == "PROTEST":
        crowd = Entity("protesters", None, country, ("CVL",), resolved_by="implied by the event")
        return replace(m, actors=(crowd,))
    if m.event_type == "COERCE" and not m.recipients:
        return replace(m, actors=(), recipients=tuple(states))
    if all(r.country in (country, None) or r.country in INTERNATIONAL for r in m.recipients):
        return replace(m, actors=())  # "peacekeepers killed in Mali ambush" as well
    return m


_STRUCK = frozenset(
    "convoy base camp church mosque temple shrine school hotel airport embassy market bus train barracks "
    "checkpoint village prison hospital port mall cafe restaurant".split()
)


def _is_struck(s: Sentence, d: Draft, a: Entity) -> bool:
    """ "the convoy attack", "a mosque bombing": what was hit, and nobody who did it."""
    if d.event_type != "ASSAULT" or a.span is None or a.actor_id:
        return False
    before = (c for n in sorted(d.frame.literals) if s.lemmas[n] in _OUTRAGES for c in s.kids(n, "compound"))
    return any(s.lemmas[c] in _STRUCK and a.span[0] <= s.starts[c] < a.span[1] for c in before)


def _where_the_coup_was(s: Sentence, d: Draft, m: EventMention) -> EventMention:
    """ "The nation's fourth coup": suffered by the state, whoever staged it."""
    owners = s.kids(d.trigger, "poss") if s.lemmas[d.trigger] in _COUPS else []
    if m.event_type != "COERCE" or not owners or m.recipients:
        return m
    spans = [(s.starts[t], s.ends[t]) for t in owners]
    suffered = [
        a
        for a in m.actors
        if a.span and any(a.span[0] <= x and y <= a.span[1] for x, y in spans) and "GOV" in a.sectors
        if (a.actor_id or "").startswith("country:") or s.pos[owners[0]] == "NOUN"
    ]
    if not suffered:
        return m
    return replace(m, actors=tuple(a for a in m.actors if a not in suffered), recipients=tuple(suffered))


def _said_of_a_crowd(s: Sentence, d: Draft, a: Entity) -> bool:
    """ "Syrian protests", "Iran's riots": the people, not the state."""
    told = [n for n in (d.trigger, *d.frame.literals) if s.pos[n] == "NOUN" and s.lemmas[n] in _CROWDS]
    return d.event_type == "PROTEST" and bool(told) and (a.actor_id or "").startswith("country:")


def _before_an_outrage(s: Sentence, d: Draft, a: Entity) -> bool:
    if a.span is None or not ((a.actor_id or "").startswith("country:") or "PRE" in a.sectors):
        return False
    for n in (d.trigger, *sorted(d.frame.literals)):
        kinds = _CROWDS if d.event_type == "PROTEST" else _COUPS | _OUTRAGES
        aimed = any(s.lemmas[p] in ("on", "against") for p in s.kids(n, "prep"))
        if s.lemmas[n] not in kinds or (aimed and s.lemmas[n] in _OUTRAGES):
            continue
        before = [
            c for c in s.kids(n, "compound", "nmod") if s.pos[c] == "PROPN" and s.starts[c] < s.starts[n]
        ]
        if any(a.span[0] <= s.starts[c] < a.span[1] for c in before):
            return a.resolved_by not in ("adjective", "demonym")
    return False


_SAID_OF_DEEDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST"})
"""Types that are said of what somebody did."""


def doers(s: Sentence, cast: Cast, kept: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "The arrests in Minsk drew a protest from Warsaw": of whoever made the arrests."""
    by_trigger = {d.trigger: m for d, m in zip(kept, mentions, strict=True)}
    out = []
    for d, m in zip(kept, mentions, strict=True):
        if m.event_type in _SAID_OF_DEEDS and not m.recipients and m.actors:
            deeds = [by_trigger[t] for t in (*d.recipients, *d.owned) if t in by_trigger and t != d.trigger]
            found = [a for deed in deeds for a in deed.actors]
            found = found or _amid(s, cast, d, by_trigger) or _by_whom_the_move_was(s, d, by_trigger)
            own = {a.country for a in m.actors if a.country}
            found = [a for a in found if a.country and a.country not in own]
            how = "who did what is spoken of"
            m = replace(m, recipients=tuple(replace(a, span=None, resolved_by=how) for a in found))
        out.append(m)
    return out


_MOVES = frozenset("move step measure decision action act gesture announcement".split())
_HARSH = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "REJECT", "THREATEN"})


def _by_whom_the_move_was(s: Sentence, d: Draft, by_trigger: dict[int, EventMention]) -> list[Entity]:
    """ "Peru taxed the wine of Chile, a move that Santiago denounced": denounced of Peru."""
    move = s.heads[d.trigger]
    if s.deps[d.trigger] != "relcl" or s.lemmas[move] not in _MOVES or s.words[move - 2 : move - 1] == ["of"]:
        return []
    before = [t for t, m in by_trigger.items() if t < move and m.event_type in _HARSH and m.actors]
    return list(by_trigger[max(before)].actors) if before else []


_HARM = frozenset({"COERCE", "ASSAULT"})


def same_hands(s: Sentence, kept: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Raids by soldiers and the arrest of monks": by the same hands."""
    by_trigger = {d.trigger: m for d, m in zip(kept, mentions, strict=True)}
    out = []
    for d, m in zip(kept, mentions, strict=True):
        first = by_trigger.get(s.heads[d.trigger]) if s.deps[d.trigger] == "conj" else None
        alike = s.pos[d.trigger] == "NOUN" and s.pos[s.heads[d.trigger]] == "NOUN"
        told = first is not None and {first.event_type, m.event_type} <= _HARM
        if alike and told and first is not None and first.actors and not m.actors:
            hands = (a for a in first.actors if a.name not in {r.name for r in m.recipients})
            m = replace(m, actors=tuple(replace(a, span=None, resolved_by="the same hands") for a in hands))
        out.append(m)
    return out


_AMID = frozenset({"amid", "despite", "following", "under", "after", "amidst"})


def _amid(s: Sentence, cast: Cast, d: Draft, by_trigger: dict[int, EventMention]) -> list[Entity]:
    """ "Turkey's drive went on amid criticism by Paris": of Turkey."""
    n = d.trigger
    while s.pos[n] == "NOUN" and s.deps[n] == "conj":
        n = s.heads[n]
    lead = s.heads[n]
    if s.pos[n] != "NOUN" or s.deps[n] != "pobj" or s.words[lead].lower() not in _AMID:
        return []
    verb = s.heads[lead]
    if s.pos[verb] not in ("VERB", "AUX"):
        return []
    subjects = g.surface_subjects(s, verb)
    deeds = [t for t in subjects if t in by_trigger]
    for t in deeds or (g.agents(s, verb) if g.is_passive(s, verb) else subjects):
        deed = by_trigger.get(t)
        found = list(deed.actors) if deed is not None else parties.behind(cast, s, t)
        if found:
            return found
    return []


_TALKS = frozenset("talk negotiation discussion consultation summit".split())


def talked_before(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The talks were held in Batken": of two whom the report has told to talk."""
    nouns = [t for t in (d.trigger, *d.frame.literals) if s.lemmas[t] in _TALKS]
    subjects = any(s.deps[g.whole_of(s, t)] in ("nsubj", "nsubjpass") for t in nouns)
    return d.event_type == "CONSULT" and subjects and bool(cast.talking)


def who_talks(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """The parties of talks that name none: those of the talks told of last."""
    if m.actors or m.recipients or not talked_before(s, cast, d):
        return m
    again = "coreference: the talks told of before"
    return replace(m, actors=tuple(replace(e, span=None, resolved_by=again) for e in cast.talking))


def settle(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> EventMention:
    """A mention with the parties, and of the type, that its noun and its place tell."""
    m = who_talks(s, cast, d, m)
    m = blockaded(s, d, raided(s, d, between(s, d, m)))
    return victims(s, d, authorities(s, cast, d, where_not_who(s, d, m)))
