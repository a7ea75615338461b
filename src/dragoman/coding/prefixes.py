""" "anti-French riots", "pro-Russian rallies": the country is what they are against or for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.coding.mentions import entity_of, name_key
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_AGAINST = frozenset({"anti"})
_SIDES = _AGAINST | {"pro"}
_CROWDS = frozenset(
    "protest demonstration rally march riot demonstrator protester marcher slogan chant crowd".split()
)
_RULERS = frozenset("government regime state establishment incumbent".split())
"""Nouns after "anti-" that mean those who rule the country of the protesters."""


def takes_a_side(s: Sentence, c: int) -> bool:
    """True for the "French" of "anti-French", for the prefix, and the country of a "pro-Russian rally"."""
    if s.bag.isdisjoint(_SIDES):
        return False
    if s.words[c].lower() in _SIDES:
        return c + 1 < len(s) and s.words[c + 1] == "-"
    while c > 2 and s.words[c - 1][:1].isupper():
        c -= 1  # "an anti-Ada Nkosi rally"
    if c < 2 or s.words[c - 1] != "-" or s.words[c - 2].lower() not in _SIDES:
        return False
    return s.words[c - 2].lower() in _AGAINST or s.lemmas[s.heads[c]] in _CROWDS


def against(cast: Cast, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Whom an "anti-French riot", or "anti-government protesters", are against."""
    if d.event_type != "PROTEST" or s.bag.isdisjoint(_AGAINST):
        return ()
    told = {d.trigger, *d.frame.literals, *(g.content_head(s, t) for t in (*d.actors, *d.lent))}
    for c in range(2, len(s)):
        if s.words[c - 1] != "-" or s.words[c - 2].lower() not in _AGAINST:
            continue
        while _goes_on(s, c):
            c += 1
        if not ({s.heads[c], s.heads[s.heads[c]]} & told):
            continue
        found = _meant(cast, s, c, actors)
        if found is not None:
            return (found,)
    return ()


def _goes_on(s: Sentence, c: int) -> bool:
    """ "an anti-Ada Nkosi rally": the first part of a name of two words."""
    joined = s.deps[c] == "compound" and s.heads[c] == c + 1 and s.pos[c] == s.pos[c + 1] == "PROPN"
    return joined or (s.field != "title" and s.pos[c + 1] == "PROPN" and s.words[c + 1][:1].isupper())


def _meant(cast: Cast, s: Sentence, c: int, actors: tuple[Entity, ...]) -> Entity | None:
    span = (s.starts[c], s.ends[c])
    lands = cast.knowledge.nationality(s.words[c])
    if lands:
        return cast.country_entity(lands[0], span)
    if s.lemmas[c].lower() in _RULERS:
        own = {a.country for a in actors if a.country}
        ruled = cast.country_entity(next(iter(own)), span) if len(own) == 1 else None
        return replace(ruled, resolved_by="the government of their country") if ruled else None
    f = cast.filler(s, c) if s.words[c][:1].isupper() else None
    if f is not None and f.acts and f.entity.country:
        return replace(f.entity, span=span)
    return _by_name(cast, s, c) if s.words[c][:1].isupper() else None


def _by_name(cast: Cast, s: Sentence, c: int) -> Entity | None:
    """ "anti-Berlusconi": the man of that name, whom the parser keeps behind the prefix."""
    first = c
    while s.words[first - 1][:1].isupper():
        first -= 1
    name, span = s.slice(first, c), (s.starts[first], s.ends[c])
    known = cast.by_name.get(name_key(name))
    if known is not None:
        return replace(known[0], span=span)
    found = [x for x in cast.knowledge.resolve(name, cast.date) if x.actor_id and x.country]
    return entity_of(found[0], found[0].name, span) if found and cast.fits_report(name, found[0]) else None
