"""Of which country people are whom only their part in a deed tells: of the place, or of the other side."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.drafts import Draft
from dragoman.coding.mentions import at_sea
from dragoman.knowledge.words import INTERNATIONAL, PEOPLES
from dragoman.language import Sentence
from dragoman.records import (
    Entity,
    EventPlace,
)


def is_ruler(office: str) -> bool:
    """True for an office that rules a state: president, prime minister, king."""
    return bool(
        set(office.lower().split()) & {"president", "premier", "king", "emir", "sultan", "chancellor"}
    ) or ("prime minister" in office.lower())


_GUESS = "; country from the report"


def moved(entity: Entity, country: str, why: str) -> Entity:
    """An entity in another country than was guessed, with the reason in place of the guess."""
    how = (entity.resolved_by or "").removesuffix(_GUESS)
    return replace(entity, country=country, resolved_by=f"{how}; {why}")


def is_guess(entity: Entity) -> bool:
    """True where nothing but the drift of the report, or nothing at all, tells the country."""
    guessed = (entity.resolved_by or "").endswith(_GUESS)
    return (guessed or not entity.country) and not entity.actor_id


def of_nobodys_land(
    d: Draft, place: EventPlace | None, actors: tuple[Entity, ...], hit: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """Who was hit at sea is not of the attacker's country because the report names no other."""
    if d.event_type != "ASSAULT" or place is None or not at_sea(place.name):
        return hit
    own = {a.country for a in actors}
    return tuple(
        replace(e, country=None, resolved_by=f"{e.resolved_by}, and not at sea")
        if e.country in own and (e.resolved_by or "").endswith("country from the report")
        else e
        for e in hit
    )


def served_there(r: Entity, d: Draft, place: EventPlace | None) -> Entity:
    """ "Men for the international force in Liberia": for the country where it serves, though not its own."""
    abroad = (r.resolved_by or "").endswith("of several countries") and r.sectors[:1] == ("MIL",)
    if not abroad or r.country or place is None or d.event_type not in ("AGREE", "AID"):
        return r
    return replace(r, country=place.country, resolved_by=f"{r.resolved_by}; where they serve")


_FROM_ABROAD = re.compile(r"\b(?:peacekeepers?|blue helmets?|foreigners?|expatriates?)$", re.IGNORECASE)
"""People who are not of the land where they are, whatever word has told of them since."""


def at_home(entity: Entity, country: str, *, things: bool = False) -> Entity:
    """People without a name or a nationality ("soldiers", "residents") are of the place of the event."""
    if entity.country == "IMG" and entity.sectors[:1] in PEOPLES:  # "Shiite pilgrims were killed in Karbala"
        return moved(entity, country, "country from the place of the event")
    if not is_guess(entity) or entity.country == country or country in INTERNATIONAL:
        return entity
    if "several" in (entity.resolved_by or "") or _FROM_ABROAD.search(entity.name):
        return entity
    if not entity.sectors and not things:
        return entity
    if country == "PSE" and _SETTLERS.search(entity.name):
        return moved(entity, "ISR", "country of the settlers there")
    return moved(entity, country, "country from the place of the event")


_SETTLERS = re.compile(r"\bsettlers?$", re.IGNORECASE)
_FORCES = frozenset({"MIL", "COP"})
_HOME_POWERS = frozenset({"COP", "JUD", "GOV", "MIL"})
_HOME_VOICES = frozenset({"OPP", "PTY", "CVL", "LAB", "LEG", "EDU"})
_OVER_PEOPLE = frozenset({"COERCE", "SANCTION", "ASSAULT", "RETREAT", "CONCEDE"})


def of_the_actors_country(
    r: Entity, actors: tuple[Entity, ...], kind: str, place: EventPlace | None, mode: str | None
) -> Entity:
    """Whom the police arrest, and which government the opposition speaks to, where nothing else is told."""
    countries = {a.country for a in actors if a.country}
    owned = r.name.lower().startswith(("our ", "my ", "their ", "its ", "his ", "her "))
    sectors = {x for a in actors for x in a.sectors}
    ruler = any(is_ruler(a.office or "") for a in actors)
    own = kind in ("REQUEST", "SUPPORT") and ruler and bool(_FORCES & set(r.sectors))
    if own and is_guess(r) and len(countries) == 1 and r.country != next(iter(countries)):
        return moved(r, next(iter(countries)), "forces of the ruler who speaks of them")
    held = mode == "arrest" and is_guess(r) and "GOV" in sectors
    put_down = kind == "COERCE" and r.resolved_by == "those who gathered" and place is None
    if put_down and len(countries) == 1 and _HOME_POWERS & sectors and not countries & INTERNATIONAL:
        return replace(r, country=next(iter(countries)))  # "cracked down on protests": on those at home
    if held and len(countries) == 1 and r.country not in countries and not owned and place is None:
        return moved(r, next(iter(countries)), "of the state that holds them")
    if r.country or r.actor_id or len(countries) > 1 or owned or "several" in (r.resolved_by or ""):
        return r
    named = not r.sectors and len(r.name.split()) >= 2 and all(w[:1].isupper() for w in r.name.split()[:2])
    if kind == "RETREAT" and named and not r.sectors:
        return r  # those who are freed are often from elsewhere
    if kind in _OVER_PEOPLE and (named or r.sectors):
        powers = bool(_HOME_POWERS & sectors) and kind != "ASSAULT"
        country = (
            place.country
            if place and place.country
            else next(iter(countries - INTERNATIONAL), None)
            if powers
            else None
        )
        country = None if place and at_sea(place.name) else country
    elif r.sectors[:1] == ("GOV",) and _HOME_VOICES & sectors:
        country = next(iter(countries), None)
    else:
        return r
    if country is None:
        return r
    return replace(r, country=country, resolved_by=f"{r.resolved_by}; country of the other side")


_BODILY = frozenset(
    "kill murder wound injure shoot behead execute slay stab hang lynch beat torture rape hurt kidnap abduct "
    "snatch free release hold arrest detain jail imprison deport convict sentence bury rescue killing "
    "beheading execution shooting kidnapping abduction death detention stabbing hostage".split()
)
"""What is done to a person, and not to a state."""


def one_of_them(s: Sentence, d: Draft, e: Entity) -> Entity:
    """ "Gunmen kidnapped the Korean", "killing of Nepali": somebody of that country, not its government."""
    state = (e.actor_id or "").startswith("country:") and e.sectors == ("GOV",)
    if not state or e.span is None or e.resolved_by not in ("adjective", "demonym"):
        return e
    t = next((i for i in range(len(s)) if s.ends[i] == e.span[1]), None)
    if t is None or s.deps[t] in ("compound", "amod", "nmod", "poss"):
        return e
    done = s.heads[s.heads[t]] if s.deps[t] == "pobj" and s.lemmas[s.heads[t]] == "of" else s.heads[t]
    if s.heads[d.trigger] == t and s.deps[d.trigger] == "acl":  # "the Korean being held"
        done = d.trigger
    if s.lemmas[done] not in _BODILY or (s.deps[t] in ("nsubj", "agent") and s.heads[t] == done):
        return e
    return replace(e, sectors=("CVL",), resolved_by="demonym; of those to whom it is done")
