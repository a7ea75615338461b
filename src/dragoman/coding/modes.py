"""The mode of an event where no sense tells one: what is asked for or refused, with what people were hit."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
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
    if d.mode is not None:
        return None
    if d.event_type in _ASKED_FOR:
        return _of_what_is_asked(s, d)
    if d.event_type == "CONSULT" and _of_a_bloc(s, d):
        return "multilateral"
    if d.event_type == "ASSAULT":
        return _of_the_clause_below(s, d, here) or _of_the_weapon(s, d)
    return None


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
    return any(s.lemmas[o] in _BLOCS for o in of)


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
    return found or next(named, None)


_BY_WEAPON = frozenset(
    {"explosives", "firearms", "heavy-weapons", "aerial", "drone", "suicide-attack", "primitive"}
)


def _of_the_weapon(s: Sentence, d: Draft) -> str | None:
    """ "A truck bomb left 81 dead", "were wounded by gunmen", "hurt by a home-made mortar"."""
    led = (o for name, _, o in g.prepositional(s, d.trigger) if name in ("by", "with", "from"))
    agents = (o for a in s.kids(d.trigger, "agent") for o in s.kids(a, "pobj"))
    if s.pos[d.trigger] == "VERB":
        tokens = [*g.surface_subjects(s, d.trigger), *agents, *led]
    else:  # "last month's gun attacks"
        tokens = s.kids(d.trigger, "compound")
    if s.lemmas[d.trigger] not in _HARMING:
        tokens = [t for t in tokens if s.lemmas[t] not in _ARMED]  # "gunmen stormed the town"
    return next((mode for t in tokens if (mode := _weapon(s, t))), None)


_HARMING = frozenset("kill wound injure hurt shoot murder ambush hit attack die fire slay massacre".split())
_ARMED = frozenset("gunman gunmen sniper marksman shooter".split())
_WEAPONS = {
    **dict.fromkeys("bomb landmine mine blast explosion dynamite".split(), "explosives"),
    **dict.fromkeys(
        "gunman gunmen sniper marksman bullet gunfire rifle pistol gun machinegun shooter".split(), "firearms"
    ),
    **dict.fromkeys(
        "mortar rocket shell artillery missile howitzer shelling salvo shellfire".split(), "heavy-weapons"
    ),
    **dict.fromkeys("warplane jet airstrike aircraft helicopter plane".split(), "aerial"),
    "drone": "drone",
    **dict.fromkeys("machete knife axe arrow spear sword".split(), "primitive"),
}
"""Nouns of what people are hit with, and of who hits with one weapon alone."""


def _weapon(s: Sentence, token: int) -> str | None:
    if s.lemmas[token] == "bomber" and any(s.lemmas[c] == "suicide" for c in s.kids(token, "compound")):
        return "suicide-attack"
    if s.lemmas[token] == "salvo":
        shot = [o for name, _, o in g.prepositional(s, token) if name == "of"]
        return next((mode for o in shot if (mode := _weapon(s, o))), "heavy-weapons")
    if any(s.lemmas[c] == "mortar" for c in s.kids(token, "compound")):  # "mortar bombs"
        return "heavy-weapons"
    return _WEAPONS.get(s.lemmas[token])
