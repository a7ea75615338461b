"""The mode of an event where no sense tells one: what is asked for or refused, with what people were hit."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.coding.many_lands import of_a_region
from dragoman.language import Sentence
from dragoman.records import EventMention

_MEETING = frozenset("talk negotiation negotiate dialogue meeting meet summit mediation mediate".split())
_HELP = frozenset(
    "aid help assistance support asylum shelter food water medicine doctor nurse tent blanket school "
    "fund funding money loan credit investment relief troop soldier peacekeeper observer intervention ship "
    "protection equipment helicopter plane ambulance bus expert reinforcement refuge donation".split()
)
_GIVING_WAY = frozenset(
    "stop halt end cease drop lift free release withdraw withdrawal pull recall cancel refrain restraint "
    "ceasefire truce reopen allow spare evacuate suspend renounce ease open lifting removal surrender disarm "
    "vacate abandon moderation unblock pardon clemency calm".split()
)
_PARTICLES_OF_GIVING_WAY = frozenset(
    {("call", "off"), ("lay", "down"), ("stand", "back"), ("hand", "over"), ("give", "up"), ("hold", "back"),
     ("stand", "down"), ("let", "go")}
)  # fmt: skip
_FAVOURS = frozenset({"request", "plea", "appeal"})
"""Nouns that ask for help where they do not say for what: "at the request of the government"."""
_CHARGES = frozenset(
    "report charge claim allegation accusation suggestion verdict appeal rumour rumor".split()
)
"""What is denied or dismissed, not refused."""
_ASKING = frozenset(
    "ask urge call demand appeal beg press tell request order plead implore propose petition lobby".split()
)
_ASKED_FOR = ("REQUEST", "REJECT")


def told_otherwise(s: Sentence, d: Draft, here: list[EventMention]) -> str | None:
    """The mode that a sentence tells of an event beside its sense; None where the sense has the last word."""
    if d.event_type == "MOBILIZE" and d.mode in (None, "troops") and _are_arms(s, d):
        return "weapons"
    if d.event_type == "ASSAULT" and d.mode == "crowd-control" and _by_nobody_told(s, d):
        return "explosives"
    if d.event_type == "ASSAULT" and d.mode == "firearms" and _fires_shells(s, d):
        return "heavy-weapons"
    if d.event_type == "ASSAULT" and d.mode in ("firearms", "suicide-attack") and _by_a_vehicle(s, d):
        return "primitive"
    if d.event_type == "ASSAULT" and d.mode == "explosives" and _by_a_suicide(s, d):
        return "suicide-attack"
    if d.event_type == "ASSAULT" and d.mode == "explosives" and _by_a_mortar(s, d):
        return "heavy-weapons"
    if d.event_type == "ASSAULT" and d.mode == "destroy" and s.pos[d.trigger] == "VERB":
        # "a bomb wrecked a bus"
        return next((m for t in _hitting(s, d) if (m := _weapon(s, t)) in _BLASTS), None)
    if d.mode is not None:
        return None
    if d.event_type in _ASKED_FOR:
        return _of_what_is_asked(s, d)
    if d.event_type == "CONSULT" and _of_a_bloc(s, d):
        return "multilateral"
    if d.event_type == "ASSAULT":
        return _of_the_clause_below(s, d, here) or _of_the_weapon(s, d) or _of_the_fight(s, d)
    return None


_RECOGNISING = frozenset({"recognise", "recognize"})


_MANNED = frozenset(
    "aircraft plane jet helicopter airliner fighter warplane bomber fighter-bomber airplane".split()
)
_DOWNING = frozenset({"shoot", "bring", "down", "downing"})


def is_unsaid(s: Sentence, d: Draft) -> bool:
    """True where the words do not tell the mode that the sense has.

    "Refused to recognise the junta": no aid or relations that somebody has asked for.  "Shot down a
    helicopter": it may have been by a gun, a missile or another aircraft.
    """
    if d.mode == "heavy-weapons" and s.lemmas[d.trigger] in _DOWNING:
        hit = [*g.objects(s, d.trigger), *s.kids(d.trigger, "nsubjpass")]
        hit += [o for name, _, o in g.prepositional(s, d.trigger) if name == "of"]
        by = [o for name, _, o in g.prepositional(s, d.trigger) if name in ("with", "by")]
        by += [*g.surface_subjects(s, d.trigger), *_by_whom(s, d.trigger)]
        missile = any(_weapon(s, t) == "heavy-weapons" for t in by)
        return any(s.lemmas[t] in _MANNED for t in hit) and not missile
    if d.event_type != "REJECT" or d.mode != "assist" or s.bag.isdisjoint(_RECOGNISING):
        return False
    below = [d.trigger, *(t for t in (d.frame.complement,) if t is not None), *g.objects(s, d.trigger)]
    below += s.kids(d.trigger, "xcomp")
    return any(s.lemmas[t] in _RECOGNISING for t in below)


_ARMS = frozenset("tank armour armor artillery warplane warship missile rocket gunboat howitzer".split())
_ARMOURED = frozenset({"armoured", "armored"})


def _are_arms(s: Sentence, d: Draft) -> bool:
    """ "Sent tanks to the border", "Ethiopian armour had rolled in": arms, and no men beside them."""
    moved = sorted(d.frame.literal_objects) or g.surface_subjects(s, d.trigger)
    moved += [c for t in moved for c in s.kids(t, "conj")]
    arms = [s.lemmas[t] in _ARMS or any(s.lemmas[c] in _ARMOURED for c in s.kids(t, "amod")) for t in moved]
    return bool(arms) and all(arms)


_BLOCS = frozenset("bloc union alliance league community group organisation organization cartel".split())


def _of_a_bloc(s: Sentence, d: Draft) -> bool:
    """ "Leaders of the ECOWAS bloc met": many at a table, none of them named."""
    if len(d.actors) != 1 or d.recipients or s.tags[d.actors[0]] != "NNS" or s.lemmas[d.trigger] != "meet":
        return False
    of = [o for p in s.kids(d.actors[0], "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    if any(s.lemmas[o] in _BLOCS for o in of):
        return True
    before = s.kids(d.actors[0], "compound", "nmod", "amod")
    return any(s.words[c] in _ACRONYMS or of_a_region(s, c) for c in before)


_ACRONYMS = frozenset(
    "NATO EU ASEAN AU ECOWAS OPEC GCC SADC MERCOSUR Mercosur UNASUR Unasur CARICOM Caricom BRICS IGAD OSCE "
    "OAS SCO CSTO APEC G7 G8 G20".split()
)
"""Bodies whose ministers or envoys are many at a table: "NATO ambassadors met"."""


def _of_what_is_asked(s: Sentence, d: Draft) -> str | None:
    """ "Appealed to the rebels to call off the siege": yield; "pleaded for tents": assist."""
    if d.event_type == "REJECT" and any(s.lemmas[o] in _CHARGES for o in g.objects(s, d.trigger)):
        return None
    behind = [i for i in s.subtree(d.trigger) if i >= d.trigger and s.deps[i] != "punct"]
    words = {s.lemmas[i] for i in behind}
    if words & _MEETING:
        return "meet"
    if any(s.deps[i] == "neg" and s.heads[i] != d.trigger for i in behind):
        return "yield" if d.event_type == "REQUEST" else None  # "not to fire"
    particles = {(s.lemmas[s.heads[i]], s.lemmas[i]) for i in behind if s.deps[i] in ("prt", "advmod")}
    if words & _GIVING_WAY or particles & _PARTICLES_OF_GIVING_WAY:
        return "yield"
    if words & _HELP or any(s.words[i] in ("$", "€", "£") for i in behind):
        return "assist"
    clause = any(s.deps[i] in ("xcomp", "ccomp", "advcl") and s.heads[i] == d.trigger for i in behind)
    if not clause and words & _FAVOURS:
        return "assist"
    asked = s.lemmas[d.trigger] in _ASKING and d.event_type == "REQUEST"
    return "change" if clause and asked else None


def _of_the_clause_below(s: Sentence, d: Draft, here: list[EventMention]) -> str | None:
    """ "Six people died when a missile hit the block": by what hit them."""
    below = {
        s.starts[v]
        for v in s.kids(d.trigger, "advcl")
        if any(s.lemmas[c] in ("when", "as") for c in s.kids(v, "advmod", "mark"))
    }
    told = (m.event_mode for m in here if m.evidence.trigger[0] in below and m.event_type == "ASSAULT")
    found = next((mode for mode in told if mode in _BY_WEAPON), None)
    clauses = [v for v in s.kids(d.trigger, "advcl") if s.starts[v] in below]
    named = (mode for v in clauses for t in g.surface_subjects(s, v) if (mode := _weapon(s, t)))
    return found or next(named, None) or next((mode for v in clauses if (mode := _by_what_means(s, v))), None)


_GOING_OFF = frozenset({"explode", "detonate"})


def _by_what_means(s: Sentence, v: int) -> str | None:
    """ "when his car exploded", "when rebels attacked with a suicide car bomb": how somebody was killed."""
    if s.lemmas[v] in _GOING_OFF and any(
        s.lemmas[t] in _VEHICLES | {"motorcycle", "motorbike", "bicycle", "parcel", "device"}
        for t in g.surface_subjects(s, v)
    ):
        return "explosives"
    for name, _, o in g.prepositional(s, v):
        if name == "with" and (mode := _weapon(s, o)):
            suicide = mode == "explosives" and any(s.lemmas[c] == "suicide" for c in s.kids(o, "compound"))
            return "suicide-attack" if suicide else mode
    return None


_BY_WEAPON = frozenset(
    {"explosives", "firearms", "heavy-weapons", "aerial", "drone", "suicide-attack", "primitive"}
)


def _of_the_weapon(s: Sentence, d: Draft) -> str | None:
    """ "A truck bomb left 81 dead", "were wounded by gunmen", "hurt by a home-made mortar"."""
    led = (
        o
        for name, _, o in g.prepositional(s, d.trigger)
        if name in ("by", "with", "from") or (name == "in" and s.lemmas[o] == "exchange")
    )
    if s.pos[d.trigger] == "VERB":
        hitting = [] if d.frame.passive else g.surface_subjects(s, d.trigger)  # "two gunmen were killed"
        tokens = [*hitting, *_by_whom(s, d.trigger), *led]
    else:  # "last month's gun attacks"
        tokens = s.kids(d.trigger, "compound")
    tokens = [g.content_head(s, t) for t in tokens]  # "a group of gunmen"
    if s.lemmas[d.trigger] not in _HARMING:
        tokens = [t for t in tokens if s.lemmas[t] not in _ARMED]  # "gunmen stormed the town"
    return next((mode for t in tokens if (mode := _weapon(s, t))), None)


def _by_whom(s: Sentence, v: int) -> list[int]:
    """What stands behind the "by" of a passive."""
    return [o for a in s.kids(v, "agent") for o in s.kids(a, "pobj")]


def _hitting(s: Sentence, d: Draft) -> list[int]:
    """What or who hits, where a verb tells it."""
    return [*_by_whom(s, d.trigger), *([] if d.frame.passive else g.surface_subjects(s, d.trigger))]


def _by_a_mortar(s: Sentence, d: Draft) -> bool:
    """ "A mortar bomb killed five": no bomb that somebody laid."""
    return any(s.lemmas[c] in ("mortar", "rocket") for t in _hitting(s, d) for c in s.kids(t, "compound"))


def _by_nobody_told(s: Sentence, d: Draft) -> bool:
    """ "Stun grenades were hurled at cars": grenades of the police are thrown by the police."""
    thrown = d.frame.passive and any(s.lemmas[t] == "grenade" for t in g.surface_subjects(s, d.trigger))
    return thrown and not d.actors


def _fires_shells(s: Sentence, d: Draft) -> bool:
    """ "Fired rounds of mortar at the village", "of howitzer shells": no shots of rifles."""
    fired = (o for t in d.frame.literal_objects for name, _, o in g.prepositional(s, t) if name == "of")
    return any(_weapon(s, o) == "heavy-weapons" for o in fired)


def _by_a_suicide(s: Sentence, d: Draft) -> bool:
    """ "A suicide car bomb killed ten": no mere car bomb."""
    nouns = {d.trigger, *d.frame.literals}
    return any(s.lemmas[c] == "suicide" for t in nouns for c in s.kids(t, "compound", "amod"))


_DRIVING = frozenset("mow ram drive crash plough plow".split())
_VEHICLES = frozenset("car truck lorry van vehicle pickup bus tractor jeep suv taxi minibus".split())
_BLOWN_UP = ("explo", "bomb", "suicid", "blast", "deton", "laden")
_SHOT_TOO = frozenset("shoot gun rifle bullet pistol gunfire machine-gun kalashnikov".split())


def _by_a_vehicle(s: Sentence, d: Draft) -> bool:
    """ "Mowed down shoppers in a van", "drove a lorry into a crowd": with nothing but the vehicle."""
    if s.lemmas[d.trigger] not in _DRIVING or s.bag.isdisjoint(_VEHICLES):
        return False
    if any(word.lower().startswith(_BLOWN_UP) for word in s.words):
        return False
    return d.mode != "firearms" or s.bag.isdisjoint(_SHOT_TOO)


_GUNFIGHTS = frozenset("gunbattle gunfight shootout shoot-out".split())


def _of_the_fight(s: Sentence, d: Draft) -> str | None:
    """ "A gunbattle with rebels", "died in a shootout": with guns, as the noun says."""
    nouns = (d.trigger, *d.frame.literals)
    shot = any(
        s.lemmas[t] in _GUNFIGHTS
        or _weapon(s, t) == "firearms"
        or (s.lemmas[t] in ("battle", "fight") and any(s.lemmas[c] == "gun" for c in s.kids(t, "compound")))
        for t in nouns
    )
    return "firearms" if shot else None


_HARMING = frozenset("kill wound injure hurt shoot murder ambush hit attack die fire slay massacre".split())
_ARMED = frozenset("gunman gunmen sniper marksman shooter".split())
_WEAPONS = {
    **dict.fromkeys("bomb landmine mine blast explosion dynamite bombing".split(), "explosives"),
    **dict.fromkeys(
        "gunman gunmen sniper marksman bullet gunfire rifle pistol gun machinegun shooter".split(), "firearms"
    ),
    **dict.fromkeys(
        "mortar rocket shell artillery missile howitzer shelling salvo shellfire".split(), "heavy-weapons"
    ),
    **dict.fromkeys("warplane jet airstrike aircraft helicopter plane".split(), "aerial"),
    "drone": "drone",
    **dict.fromkeys("machete knife axe arrow spear sword throat arson arsonist".split(), "primitive"),
}
"""Nouns of what people are hit with, and of who hits with one weapon alone."""
_SHOTS = frozenset({"shot", "fire", "gunfire", "bullet"})
_BLASTS = frozenset({"explosives", "heavy-weapons", "suicide-attack"})
_RAIDS = frozenset("strike raid attack assault bombardment bombing bomb blast explosion".split())


def _weapon(s: Sentence, token: int) -> str | None:
    if s.lemmas[token] == "bomber" and "suicide" in (s.lemmas[i] for i in s.subtree(token) if i < token):
        return "suicide-attack"
    if s.lemmas[token] == "salvo":
        shot = [o for name, _, o in g.prepositional(s, token) if name == "of"]
        return next((mode for o in shot if (mode := _weapon(s, o))), "heavy-weapons")
    if s.lemmas[token] == "exchange":  # "wounded in an exchange of shots"
        traded = {s.lemmas[o] for name, _, o in g.prepositional(s, token) if name == "of"}
        return "firearms" if traded & _SHOTS else None
    before = {s.lemmas[c] for c in s.kids(token, "compound")}
    if "mortar" in before:  # "mortar bombs"
        return "heavy-weapons"
    if s.lemmas[token] in _RAIDS and before & {"air", "drone", "suicide"}:
        return "aerial" if "air" in before else "drone" if "drone" in before else "suicide-attack"
    return _WEAPONS.get(s.lemmas[token])
