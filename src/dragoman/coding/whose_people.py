"""Whose people a role means: of the body, the owner, the officer or the place that its phrase tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import (
    homes,
    pronouns,
    strangers,
)
from dragoman.coding.mentions import Mention, at_sea, name_key
from dragoman.coding.people import (
    FORCES,
    OUTLAWS,
)
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


KIN = frozenset(
    "brother sister son daughter wife husband father mother uncle aunt nephew niece cousin widow widower "
    "grandson granddaughter grandfather grandmother fiance fiancee spouse sibling parent child".split()
)
"""Relatives of the powerful, who hold no office for that; "brother" is no monk here."""


def titled_stranger(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "Colonel Dole, chief of the UN force", later "General Dole": of the force, not of its seat."""
    if entity.actor_id or entity.country:
        return entity
    known, kind = cast.by_name.get(name_key(entity.name), (entity, ""))
    ranked = "MIL" in entity.sectors
    told_of = kind == "person" and " " not in entity.name and " " in known.name and known.country
    if told_of and ranked == bool({"MIL", "REB"} & {*known.sectors}):
        return replace(known, span=entity.span, resolved_by="surname after the full name")
    told = strangers.told_by_apposition(cast, s, h, replace(entity, sectors=()))
    if told.resolved_by != "apposition" or not told.country:
        return entity
    sectors = told.sectors if {"MIL", "REB", "PRM", "COP"} & {*told.sectors} else entity.sectors
    return replace(told, sectors=sectors, office=entity.office)


def by_their_owner(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """Kin hold no office, and "his men" of a commander are what he is."""
    if is_kin(s, h):
        return replace(entity, sectors=("CVL",), office=None)
    sectors = sectors_of_owner(cast, s, h)
    if sectors:
        return replace(entity, sectors=sectors)
    entity = _officer_of_its_body(cast, s, h, _deputy_of_another(cast, s, h, entity))
    return of_a_body(cast, s, h, _armed_men(cast, s, h, entity))


def is_kin(s: Sentence, h: int) -> bool:
    """ "the general's son", "his brother Oleg"."""
    if s.lemmas[h] in KIN and s.pos[h] == "NOUN":
        return True
    return any(s.lemmas[c] in KIN and s.words[c].islower() for c in s.kids(h, "compound", "nmod"))


_OF_BODIES = frozenset(
    "spokesman spokeswoman spokesperson coordinator official representative leader president chairman "
    "chairwoman chief head director secretary negotiator member delegate "
    "treasurer organiser organizer".split()
)
"""Offices that a party, union or movement has as well as a state."""


def of_a_body(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "the party's spokesman", "its leader": of what the body is, and of its country."""
    if s.lemmas[h] not in _OF_BODIES | _ON_A_STAFF or entity.actor_id:
        return entity
    leads = ("of", "for", "from", "at", "with") if s.lemmas[h] in _ON_A_STAFF else ("of", "for", "from")
    owners = s.kids(h, "poss") or [
        o for p in s.kids(h, "prep") if s.lemmas[p] in leads for o in s.kids(p, "pobj")
    ]
    bodies = [(f.entity, f.kind) for o in owners if o != h and (f := cast.filler(s, o))]
    short = [
        cast.by_name.get(name_key(s.words[c])) for c in s.kids(h, "compound") if s.words[c][:1].isupper()
    ]
    bodies += [known for known in short if known is not None]  # "Council members"
    bodies += [(m.entity, m.kind) for m in [_body_of_members(cast, s, h)] if m is not None]
    body = next((e for e, kind in bodies if kind == "org" and e.sectors), None)
    if body is None:
        return entity
    how = f"{entity.resolved_by}; of the body {body.name}"
    if OUTLAWS & set(entity.sectors) and body.sectors in (("CVL",), ("REL",)):
        # "a Tamil rebel leader"
        return replace(entity, country=body.country or entity.country, resolved_by=how)
    return replace(entity, country=body.country or entity.country, sectors=body.sectors, resolved_by=how)


_ON_A_STAFF = frozenset("director researcher adviser advisor analyst campaigner investigator".split())
"""Who is "at" a body: "Central Africa director at Human Rights Watch"."""


def _body_of_members(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """ "The Security Council met. The council members urged …": of the last body of that name."""
    words = {s.words[c] for c in s.kids(h, "compound")} & _WITH_MEMBERS if s.lemmas[h] == "member" else set()
    for m in cast.before(s, s.starts[h]) if words else ():
        if m.kind == "org" and not words.isdisjoint(m.entity.name.lower().split()):
            return m
    return None


_WITH_MEMBERS = frozenset("council assembly commission committee alliance league union board".split())
_OF_A_BODY = frozenset("spokesman spokeswoman spokesperson leader commander chief fighter negotiator".split())
_RETINUE = frozenset("aide adviser advisor deputy lieutenant bodyguard associate".split())
"""Whose kind is that of whom they serve: a warlord's aides are rebels."""
_OUTSIDE_STATE = frozenset({"REB", "PRM", "UAF", "PTY", "OPP", "CVL", "LAB", "SOC", "REL", "CRM"})


def sectors_of_owner(cast: Cast, s: Sentence, h: int) -> tuple[str, ...]:
    """ "Their spokesman" of rebels is a rebel, no official."""
    owners = s.kids(h, "poss") if s.lemmas[h] in _OF_A_BODY | _RETINUE else []
    if not owners or (s.lemmas[h] in _RETINUE and s.pos[owners[0]] != "PROPN"):
        return ()
    who = cast.filler(
        s, g._resolve_relative(s, next((a for a in s.ancestors(h) if s.deps[a] == "relcl"), h), owners[0])
    )
    kinds = ("person",) if s.lemmas[h] in _RETINUE else ("org", "role", "group")
    outside = who.acts and who.kind in kinds and bool(who.entity.sectors)
    return who.entity.sectors if outside and set(who.entity.sectors) <= _OUTSIDE_STATE else ()


_LOST = frozenset("kill wound injure capture arrest seize martyr die fall slay shoot gun hit".split())
_OF_OUR_OWN = frozenset("official commander leader member figure fighter chief officer militant".split())


def lost_by_the_sayer(cast: Cast, s: Sentence, h: int) -> Entity | None:
    """ "A Shabaab spokesman said a senior official, Ali Farah, had been killed": one of their own."""
    lost = s.heads[h]
    indefinite = any(s.lemmas[c] in ("a", "an", "one") for c in s.kids(h, "det", "nummod"))
    if s.lemmas[h] not in _OF_OUR_OWN or not indefinite or s.lemmas[lost] not in _LOST:
        return None
    if s.deps[h] not in ("nsubjpass", "nsubj") or s.deps[lost] != "ccomp" or s.kids(h, "prep"):
        return None
    if any(cast.knowledge.nationality(s.words[c]) for c in s.kids(h, "amod", "compound")):
        return None
    for x in g.surface_subjects(s, s.heads[lost]):
        who = cast.filler(s, x).entity
        if who.country and OUTLAWS & set(who.sectors):
            return who
    return None


def _deputy_of_another(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "The ambassador and his deputy": no member of parliament, but what the first one is."""
    joined = s.heads[h] if s.deps[h] == "conj" and any(s.tags[c] == "PRP$" for c in s.kids(h, "poss")) else h
    if s.words[h].lower() == "deputy" and joined != h and not entity.actor_id:
        leader = cast.filler(s, joined)  # "the guerrilla leader and his deputy"
        if leader.kind in ("person", "role", "office") and OUTLAWS & set(leader.entity.sectors):
            return replace(entity, sectors=leader.entity.sectors)
    if entity.sectors != ("LEG",) or s.words[h].lower() != "deputy":
        return entity
    first = s.heads[h] if s.deps[h] == "conj" else h
    if first != h and s.pos[first] == "NOUN":
        chief = cast.filler(s, first).entity.sectors
        return (
            replace(entity, sectors=chief)
            if chief and not any(c in chief for c in ("LEG", "CVL"))
            else entity
        )
    his = any(s.tags[c] == "PRP$" for c in s.kids(h, "poss"))
    return replace(entity, sectors=("GOV",)) if his and not s.kids(h, "amod") else entity


def _officer_of_its_body(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "The party sent its vice president": a party's officer, not the state's."""
    member = entity.sectors == ("UNK",) and s.lemmas[h] == "member"
    if entity.sectors != ("GOV",) and not member:
        return entity
    if entity.actor_id or s.pos[h] != "NOUN":
        return entity
    for c in s.kids(h, "poss"):
        span = (s.starts[c], s.ends[c])  # a pronoun is asked afresh: those it means may not be told yet
        owner = pronouns.pronoun(cast, s, c, span) if s.tags[c] == "PRP$" else cast.filler(s, c)
        if owner.kind == "org" and owner.entity.sectors[:1] in _PRIVATE_BODIES:
            country = owner.entity.country or entity.country
            return replace(entity, sectors=owner.entity.sectors, country=country, office=None)
    return entity


_PRIVATE_BODIES = (("PTY",), ("LAB",), ("REB",), ("BUS",), ("SOC",), ("REL",), ("OPP",))


def _banished(s: Sentence, h: int) -> bool:
    """ "an exiled banker in Paris": of the country that he left."""
    return any(s.lemmas[c] in ("exiled", "exile", "foreign", "fugitive") for c in s.kids(h, "amod"))


def in_the_nearer_place(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "Punjab police" in a report on Pakistan: of two places of one name that of the report's country."""
    if _banished(s, h) and re.match(r"(?:place|capital|metonym) and", entity.resolved_by or ""):
        return replace(entity, country=None)
    if not (entity.resolved_by or "").startswith("place and"):
        return entity
    if at_sea(" ".join(entity.name.split()[:-1])):  # "a Red Sea city": of no state for that
        known = next((f.entity.country for o in _named_behind(s, h) if (f := cast.filler(s, o))), None)
        return replace(entity, country=known, resolved_by="role")
    if _longer_than_known(cast, s, h, entity):
        how = "role; country from the report"
        return replace(entity, country=cast.focus(s, frozenset({entity.country or ""})), resolved_by=how)
    own = cast.countries[entity.country or ""]
    of = [o for p in s.kids(h, "prep") if s.lemmas[p] in ("of", "in") for o in s.kids(p, "pobj")]
    for c in (*s.kids(h, "amod", "compound", "nmod", "poss"), *of):
        named = [p.country for p in cast.knowledge.places(s.words[c])]
        here = [p for p in named if p and cast.countries[p] and cast.countries[p] >= own]
        if homes.no_such_village(cast, s, h, c):
            return replace(entity, country=None, resolved_by="role")
        if here and here[0] != entity.country:
            how = f"{entity.resolved_by}; of the country that the report names"
            return replace(entity, country=here[0], resolved_by=how)
    return entity


def _named_behind(s: Sentence, h: int) -> list[int]:
    """The name in "the Black Sea port of Odessa"."""
    return [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]


def _longer_than_known(cast: Cast, s: Sentence, h: int, entity: Entity) -> bool:
    """ "Pisa Bango town" in a report that never speaks of Italy: a town that the lists lack."""
    first, last = g.phrase(s, h, with_of=False)
    own = (s.starts[first], s.ends[last])
    besides = [m for m in cast.mentions if not (m.field == s.field and own[0] <= m.start < own[1])]
    if any(m.entity.country == entity.country for m in besides):
        return False
    start = h
    while start and s.pos[start - 1] == "PROPN":
        start -= 1
    if h - start <= 1:
        return False
    whole = s.slice(start, h - 1)
    return not cast.knowledge.places(whole) and not cast.knowledge.nationality(whole)


_HIS_MEN = frozenset("man fighter force troop militia gunman militiaman follower loyalist".split())
"""Who are what their commander is."""


def _armed_men(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "The commander said his men …": they are what he is."""
    worn = [o for p in s.kids(h, "prep") if s.lemmas[p] == "in" for o in s.kids(p, "pobj")]
    if s.lemmas[h] == "man" and any(s.lemmas[o] in ("uniform", "fatigue") for o in worn):
        return replace(entity, sectors=("MIL",))  # "men in uniform"
    owners = s.kids(h, "poss")
    if s.lemmas[h] not in _HIS_MEN or not owners:
        return entity
    span = (s.starts[owners[0]], s.ends[owners[0]])
    his = s.tags[owners[0]] == "PRP$"
    who = pronouns.pronoun(cast, s, owners[0], span) if his else cast.filler(s, owners[0])
    if who.kind != "person":
        return entity
    arms = tuple(x for x in who.entity.sectors if x in FORCES and x != "GOV")
    arms = arms if s.lemmas[h] == "man" else tuple(x for x in arms if x in OUTLAWS)
    return replace(entity, sectors=arms or entity.sectors)


def spoken_of(cast: Cast, what: str) -> bool:
    """True where the report names a body, or (by its code) a country other than by its capital."""
    if len(what) == 3 and what.isupper():
        return any(m.entity.country == what and m.entity.resolved_by != "capital" for m in cast.mentions)
    return any(m.entity.name == what for m in cast.mentions)


def person_at(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """The known person whose name ends in a token: "Minister for Women Ada Nkosi"."""
    if s.pos[h] != "PROPN":
        return None
    return next(
        (m for m in cast.named if m.kind == "person" and m.field == s.field
         and m.start < s.starts[h] and s.ends[h] == m.end), None,
    )  # fmt: skip
