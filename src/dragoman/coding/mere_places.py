"""Where a deed was, and no party to it: "a bomb exploded in southern Peru", "gunfire in a Kingston slum".

What is only a place has no government that was hit; homes, farms and shops are those of people.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_Parties = tuple[Entity, ...]
_LOCATIVE = frozenset("in across throughout inside within around near outside at over".split())
_GROUNDS = frozenset(
    "slum suburb district neighbourhood neighborhood quarter street village shantytown township favela area "
    "region province town city countryside outskirts market square".split()
)
"""Stretches of a town or country that are called after it: "a Kingston slum"."""
_OF_PEOPLE = frozenset(
    "home house farm farmhouse farmland orchard grove vineyard crop field greenhouse shop store stall hut "
    "shack tent apartment flat dwelling cottage property livestock sheep cattle village hamlet neighbourhood "
    "neighborhood slum suburb cafe café restaurant bakery pen cemetery grave".split()
)
"""What belongs to people of a country, and not to its government."""


def _token_of(s: Sentence, e: Entity) -> int | None:
    """The last token of the words that an entity was read from, where they stand in the sentence."""
    if e.span is None:
        return None
    return next((i for i in range(len(s)) if s.ends[i] == e.span[1]), None)


def _ground(s: Sentence, i: int) -> int | None:
    """The noun of a stretch of land behind a place name, or the name itself; None before any other noun."""
    top = i
    while s.deps[top] in ("compound", "amod", "nmod") and s.heads[top] > top:
        top = s.heads[top]
    return top if top == i or s.lemmas[top] in _GROUNDS else None


def _placed(s: Sentence, e: Entity) -> str | None:
    """The preposition before a state that is a place, "" of one that is hit itself; None of other parties."""
    state = (e.actor_id or "").startswith("country:") and e.sectors == ("GOV",)
    named = state and e.resolved_by not in ("adjective", "demonym")  # "at an Omani base": Oman's
    i = _token_of(s, e) if named else None
    top = None if i is None else _ground(s, i)
    if top is None:
        return None
    above = s.heads[top]
    if s.deps[top] == "pobj":
        return s.lemmas[above] if s.lemmas[above] in _LOCATIVE else None
    return "" if s.deps[top] in ("dobj", "nsubjpass") else None


def only_places(s: Sentence, d: Draft, hit: _Parties, actors: _Parties) -> _Parties:
    """ "A bomb in Lima killed two": the two; "a bomb rocked Lima", "raids in Peru": there, no government."""
    if d.event_type != "ASSAULT":
        return hit
    where = [_placed(s, e) for e in hit]
    there = [w is not None and bool(w or not actors) for w in where]  # "troops invaded Kuwait": that state
    others = not all(there)
    return tuple(
        replace(e, sectors=()) if t else e for e, t in zip(hit, there, strict=True) if not (t and others)
    )


def of_people(cast: Cast, s: Sentence, token: int, owners: list[Entity]) -> list[Entity]:
    """ "demolished Bedouin homes", "burned Malian farms": those of people, where the owners are a state."""
    if s.lemmas[token] not in _OF_PEOPLE or not owners:
        return owners
    if not all((e.actor_id or "").startswith("country:") for e in owners):
        return owners
    first, last = g.phrase(s, token, with_of=False)
    span = (s.starts[first], s.ends[last])
    how = "what belongs to people"
    return [
        replace(e, name=s.slice(first, last), actor_id=None, sectors=("CVL",), span=span, resolved_by=how)
        for e in owners
    ]
