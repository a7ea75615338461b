"""Coalitions of armies: "the U.S.-led coalition", "coalition warplanes", "the international coalition".

A coalition of parties governs at home; one that bombs is of several states, and not of the report's country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.mentions import Filler
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_ARMS = frozenset(
    "airstrike strike raid warplane aircraft jet plane helicopter bombing bombardment force troop soldier "
    "convoy commander missile airplane drone gunship".split()
)
_OF_NATIONS = frozenset({"international", "multinational", "military", "western", "global"})
_SINCE = 2014
_FIGHTING_IS = frozenset({"IRQ", "SYR", "IMG"})


def of_armies(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """The armies behind "coalition": its leader's where one is told, else those of several states."""
    at = next(
        (c for c in (h, *s.kids(h, "compound", "nmod", "amod")) if s.lemmas[c].lower() == "coalition"), None
    )
    if at is None or (at != h and s.lemmas[h] not in _ARMS):
        return None
    leader = _led_by(cast, s, at)
    before = {s.lemmas[c] for c in s.kids(at, "amod", "compound")}
    armed = at != h or (s.deps[h] in ("compound", "nmod", "amod") and s.lemmas[s.heads[h]] in _ARMS)
    if not (leader or armed or before & _OF_NATIONS):
        return None
    named = _against_is(cast) if leader in (None, "USA") else None
    if named is not None:
        return Filler(
            Entity(named.name, named.actor_id, named.country, named.sectors, None, span, how(leader)),
            "actor",
            "org",
            h,
        )
    name = text if at == h or s.tags[h] == "NNS" else "coalition"
    return Filler(Entity(name, None, leader or "IGO", ("MIL",), None, span, how(leader)), "actor", "org", h)


def how(leader: str | None) -> str:
    """The reason that is shown."""
    return "who leads the coalition" if leader else "a coalition of armies"


def _led_by(cast: Cast, s: Sentence, at: int) -> str | None:
    """The state of "U.S.-led", "Saudi - led" before the noun."""
    for i in range(max(at - 5, 1), at):
        if s.words[i].lower() == "led" and s.words[i - 1] == "-" and i > 1:
            return next(iter(cast.knowledge.nationality(s.words[i - 2])), None)
        if s.words[i].lower().endswith("-led"):
            return next(iter(cast.knowledge.nationality(s.words[i][:-4])), None)
    return None


def _against_is(cast: Cast) -> Entity | None:
    """The one against Islamic State, in a report of its years on Iraq or Syria."""
    if not any(cast.countries[c] for c in _FIGHTING_IS):
        return None
    if cast.date is not None and cast.date.year < _SINCE:
        return None
    found = cast.knowledge.lookup("global coalition against Islamic State", cast.date)
    return None if not found else Entity(found[0].name, found[0].actor_id, found[0].country, found[0].sectors)
