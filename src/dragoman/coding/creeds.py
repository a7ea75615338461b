"""Peoples, creeds and their followers: ethnic groups, the armed among them, their state."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import (
    homes,
    peoples,
)
from dragoman.coding.mentions import Filler
from dragoman.coding.people import (
    FORCES,
)
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


FOLLOWERS = frozenset("supporter follower loyalist backer opponent critic fan ally aide relative".split())


def of_a_creed_at_home(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "the country's leading Shiite cleric": of the country that the report is about, not of all Shiites."""
    peaceful = not (FORCES - {"GOV"}) & set(entity.sectors)
    if entity.country != "IMG" or s.pos[h] != "NOUN" or not peaceful:
        return entity
    if entity.actor_id and entity.resolved_by != "name and role":
        return entity
    home = homes.with_country(cast, s, h, replace(entity, country=None, actor_id=None))
    return home if home.country and len(home.country) == 3 else entity


_REBELS = frozenset("rebel guerrilla insurgent fighter militant cadre leader".split())


def of_a_creed(cast: Cast, s: Sentence, h: int, span: Span, plural: bool) -> Filler | None:
    """ "Maoist rebels" in a report on a country whose own Maoist party it names: no Maoists of elsewhere."""
    words = [c for c in s.kids(h, "compound", "amod") if s.words[c][:1].isupper()]
    if s.lemmas[h] in _REBELS and words:
        creed = s.words[words[-1]]
    elif s.words[h][:1].isupper() and s.words[h].endswith("ists"):
        creed = s.words[h][:-1]
    else:
        return None
    if not creed.endswith("ist"):
        return None
    for m in cast.mentions:
        own = m.kind == "org" and m.entity.actor_id and m.entity.country == cast.focus(s)
        if own and creed in re.findall(r"\w+", m.entity.name) and len(m.entity.name.split()) > 1:
            entity = replace(m.entity, span=span, resolved_by="part of the name")
            return Filler(entity, "actor", "org", h, plural)
    return None


def followers(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "supporters of the junta": people of its country, not the junta."""
    if s.lemmas[h] not in FOLLOWERS or s.tags[h] != "NNS" or s.pos[h] != "NOUN":
        return None
    owners = [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    of = cast.filler(s, owners[0]) if owners else None
    if of is None or not of.acts or of.kind == "pair":
        return None
    sectors = ("PTY",) if "PTY" in of.entity.sectors else ("CVL",)
    people = Entity(text, None, of.entity.country, sectors, None, span, f"followers of {of.entity.name}")
    return Filler(people, "actor", "role", h, True)


_AFGHAN = re.compile(r"\b(?:Afghan\w*|Kabul|Kandahar|Helmand|Kunduz|Herat|Ghazni)\b")


def of_the_other_taliban(cast: Cast, entity: Entity) -> Entity:
    """The Taliban of a report on Pakistan that never speaks of Afghanistan are Pakistan's own."""
    theirs = entity.actor_id == "org:taliban" and "Pakistan" in cast.text and not _AFGHAN.search(cast.text)
    if not theirs:
        return entity
    return replace(
        entity, name="Tehrik-i-Taliban Pakistan", actor_id="org:tehrik-i-taliban-pakistan", country="PAK",
        sectors=("REB",), resolved_by="namesake at home",
    )  # fmt: skip


_UNNAMED = frozenset("man woman person people youth teenager group other stranger".split())
_WEAPONS = frozenset(
    "weapon rifle gun pistol grenade machete kalashnikov launcher bomb explosive axe knife sword".split()
)


def bearing_arms(cast: Cast, s: Sentence, h: int, people: Entity) -> Entity:
    """ "Five men armed with assault rifles" are gunmen."""
    armed = people.sectors == ("CVL",) and s.lemmas[h] in _UNNAMED and _bear_arms(s, h)
    return replace(people, sectors=("UAF",)) if armed or _who_bombs(cast, s, h) else people


_FLYING = frozenset(
    "jet plane aircraft warplane fly sortie squadron airbase runway pilot stealth strategic".split()
)


def _who_bombs(cast: Cast, s: Sentence, h: int) -> bool:
    """ "A bomber killed twelve", not "American bombers": a man, no machine."""
    one = s.tags[h] == "NN" or "suicide" in cast.text.lower()
    if s.lemmas[h] != "bomber" or not one or not s.bag.isdisjoint(_FLYING) or s.words[h - 1] == "-":
        return False
    return not any(
        s.words[c][:1].isupper() or s.words[c][-1:].isdigit() for c in s.kids(h, "amod", "compound", "nmod")
    )


def _bear_arms(s: Sentence, h: int) -> bool:
    for c in s.kids(h, "acl", "amod"):
        if s.lemmas[c] == "arm" or s.words[c].lower() == "armed":
            return True
        if s.lemmas[c] in ("carry", "brandish", "wield", "tote", "fire") and any(
            s.lemmas[o] in _WEAPONS for o in s.kids(c, "dobj")
        ):
            return True
    return False


NO_PEOPLE = frozenset(
    "violence war fighting clash conflict cleansing tension strife unrest killing line division hatred riot "
    "feud rivalry battle background origin group diversity politics".split()
)


def ethnic_group(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "ethnic Albanian guerrillas": of the country where they live, not of Albania."""
    if not text.lower().startswith("ethnic ") or s.lemmas[h] in NO_PEOPLE:
        return None
    role = cast.knowledge.role([s.words[h].lower()])
    sectors = role.sectors if role is not None and s.pos[h] == "NOUN" else ("CVL",)
    people = Entity(text, None, None, tuple(sectors), None, span, "ethnic group")
    own = cast.knowledge.resolve(text.split()[1], cast.date)
    if (
        own and own[0].kind == "org" and own[0].sectors == ("CVL",) and own[0].country
    ):  # "ethnic Hema militiamen"
        whole = replace(people, name=own[0].name, actor_id=own[0].actor_id, country=own[0].country, span=None)
        country = peoples.at_home(cast, s, Filler(whole, "actor", "org", h)).entity.country
        return Filler(replace(people, country=country), "actor", "role", h, True)
    return Filler(homes.with_country(cast, s, h, people, only_place=True), "actor", "role", h, True)


_AMERICAS = frozenset(
    "MEX GTM HND SLV NIC CRI PAN COL VEN ECU PER BOL BRA PRY ARG CHL GUY SUR USA CAN BLZ".split()
)


def of_the_americas(cast: Cast, s: Sentence) -> str | None:
    """ "Tzotzil Indians" in a report on Mexico that does not speak of India."""
    home = cast.focus(s, frozenset({"IND"}))
    return home if home in _AMERICAS and not re.search(r"\b(?:India|Delhi|Mumbai)\b", cast.text) else None
