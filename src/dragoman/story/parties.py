"""How well two lists of parties agree: 1 the same, 0 at odds, None where one names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.story.names import is_name, similar
from dragoman.story.tellings import Party

_OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PRM"})
_AGAINST_IT = frozenset({"REB", "OPP", "CRM"})
_UNCLEAR = frozenset({"UAF", "UNK"})
MATCH = 0.4
"""From here on two parties can be the same."""


def same_side(one: Sequence[Party], other: Sequence[Party]) -> float | None:
    """How well two sides agree; a report may leave parties out, but not name others.

    Every party of the shorter list is held against its best match in the longer one.  Where
    one of three has none the lists may still speak of the same; where more have none, not.
    """
    if not one or not other:
        return None
    if len(one) == len(other):
        return min(_covered(one, other), _covered(other, one))
    return _covered(one, other) if len(one) < len(other) else _covered(other, one)


def _covered(short: Sequence[Party], long: Sequence[Party]) -> float:
    best = [max(same_party(p, q) for q in long) for p in short]
    missed = sum(1 for b in best if b < MATCH)
    if missed and (missed * 3 > len(short)):
        return 0.0
    return sum(best) / len(best)


def same_party(a: Party, b: Party) -> float:
    """How likely two parties are the same, or one stands for the other ("Iran", its minister)."""
    if a.actor_id and b.actor_id:
        return 1.0 if a.actor_id == b.actor_id else _two_known(a, b)
    if a.state and b.state and a.state != b.state:
        return 0.0
    named = is_name(a.name) and is_name(b.name)
    if a.name.casefold() == b.name.casefold() or (named and similar(a.name, b.name)):
        return 0.95
    if a.state and b.state:
        return _same_country(a, b, named=named)
    return _by_sector(a, b, named=named)


def _two_known(a: Party, b: Party) -> float:
    """Two entries of the knowledge base that differ."""
    if not a.state or a.state != b.state:
        return 0.0
    if _is_country(a) or _is_country(b):
        other = b if _is_country(a) else a
        return 0.8 if _side(other) == "state" else 0.6 if _side(other) is None else 0.1
    if _kind(a) != _kind(b) and _side(a) == _side(b):
        return 0.55  # a minister and his ministry
    return 0.2


def _same_country(a: Party, b: Party, *, named: bool) -> float:
    if _at_odds(a, b):
        return 0.1
    if named and not (_is_country(a) or _is_country(b)):
        return 0.3  # two names that are not alike
    if set(a.sectors) & set(b.sectors):
        return 0.8
    if _is_country(a) or _is_country(b):
        return 0.6  # "bombed Syria", "bombed Syrian civilians"
    return 0.7 if not a.sectors or not b.sectors else 0.45


def _by_sector(a: Party, b: Party, *, named: bool) -> float:
    """At least one has no country."""
    if _at_odds(a, b):
        return 0.15
    if named:
        return 0.15
    if set(a.sectors) & set(b.sectors):
        return 0.65
    if (set(a.sectors) | set(b.sectors)) & _UNCLEAR:
        return 0.55
    if not a.sectors or not b.sectors:
        return 0.45
    return 0.3


def _is_country(p: Party) -> bool:
    return bool(p.actor_id and p.actor_id.startswith("country:"))


def _kind(p: Party) -> str:
    return (p.actor_id or "").partition(":")[0]


def _side(p: Party) -> str | None:
    sectors = set(p.sectors)
    if sectors & _AGAINST_IT:
        return "against"
    return "state" if sectors & _OF_THE_STATE else None


def _at_odds(a: Party, b: Party) -> bool:
    """One belongs to the state, the other fights it."""
    return {_side(a), _side(b)} == {"state", "against"}
