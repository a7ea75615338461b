"""What the knowledge base answers with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name or a description can mean on a date.

    ``actor_id`` is ``""`` where the base knows no such actor and only says what the words tell.
    """

    actor_id: str
    name: str
    kind: str
    """``country``, ``org``, ``person``, ``outlet``, ``role``, ``office`` or ``place``."""
    country: str | None
    sectors: tuple[str, ...]
    office: str | None
    """The title held on the date, as printed."""
    start: str | None
    end: str | None
    resolved_by: str
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; ``id`` is the GeoNames number where there is one."""

    id: int | None
    name: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    kind: str
    population: int

    @property
    def is_no_village(self) -> bool:
        """ "The village of Santiago" is not the capital of Chile."""
        return self.kind == "country" or self.population > _VILLAGE


_VILLAGE = 60_000
"""Inhabitants from which nobody calls a place a village."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name in a sentence: token offsets, end-exclusive, and what it can mean, best first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A common noun that names a kind of actor ("protester", "defence ministry")."""

    phrase: str
    sectors: tuple[str, ...]
    kind: str
    """``person``, ``group`` or ``institution``."""
    words: int
    """How many words of the noun phrase, from its end, it covers."""


def ranked(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates without repeats, best first, in a fixed order."""
    best: dict[tuple[str, str, str], Candidate] = {}
    for candidate in found:
        key = (candidate.actor_id, candidate.kind, "" if candidate.actor_id else candidate.name)
        if key not in best or _order(candidate) < _order(best[key]):
            best[key] = candidate
    return tuple(sorted(best.values(), key=_order))


def _order(candidate: Candidate) -> tuple[bool, float, str, str]:
    """Sort key: a user's own first, then by score."""
    return (
        not candidate.resolved_by.startswith("own "),
        -candidate.score,
        candidate.actor_id,
        candidate.name,
    )
