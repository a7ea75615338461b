"""Mentions → events: which telling each telling belongs to.

Tellings are taken in the order of their rank, those with most to hold on to first.  One
that is like none of the *central* tellings before it becomes central itself and begins an
event; every other joins the central telling that it is most like.  So each member of an
event is held against its centre and never against a chain of others, and the outcome
depends on the set of tellings alone, not on the order in which they arrived.

It is also local: when a telling comes or goes, only those that it is compared with can
change, and then those that these are compared with.  ``settle`` follows such changes from
rank to rank and touches nothing else.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.story.likeness import likeness
from dragoman.story.tellings import Key, Telling


class Neighbours(Protocol):
    """Where tellings, and those that they are to be compared with, come from."""

    def load(self, keys: Iterable[Key]) -> None:
        """Make ready all that ``mates`` will be asked about."""

    def is_loaded(self, key: Key) -> bool:
        """True where ``mates`` can be asked about ``key``."""

    def telling(self, key: Key) -> Telling:
        """One telling."""

    def mates(self, key: Key) -> Iterable[Key]:
        """The tellings that share a block with ``key``, itself left out."""

    def centre(self, key: Key) -> Key | None:
        """The central telling that ``key`` has belonged to so far."""


@dataclass(slots=True)
class Settlement:
    """What became of every telling that was looked at."""

    neighbours: Neighbours
    central: dict[Key, bool] = field(default_factory=dict)
    centres: dict[Key, tuple[Key, float]] = field(default_factory=dict)
    """The centre of each telling that was looked at again, and how like it is."""
    _like: dict[tuple[Key, Key], float | None] = field(default_factory=dict)

    def is_central(self, key: Key) -> bool:
        """As decided now, or else as it was."""
        if key not in self.central:
            self.central[key] = self.neighbours.centre(key) == key
        return self.central[key]

    def like(self, one: Key, other: Key) -> float | None:
        """Likeness, computed once a pair."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._like:
            telling = self.neighbours.telling
            self._like[pair] = likeness(telling(pair[0]), telling(pair[1]))
        return self._like[pair]


def settle(neighbours: Neighbours, dirty: Iterable[Key]) -> Settlement:
    """Decide on the tellings ``dirty`` (new, or with a changed neighbourhood) and all that follows."""
    out = Settlement(neighbours)
    waiting = set(dirty)
    again = set(waiting)
    neighbours.load(waiting)
    telling = neighbours.telling
    queue = [(telling(key).rank, key) for key in waiting]
    heapq.heapify(queue)
    while queue:
        rank, key = heapq.heappop(queue)
        waiting.discard(key)
        if not neighbours.is_loaded(key):
            neighbours.load([key, *waiting])
        mates = list(neighbours.mates(key))
        before = out.is_central(key)
        now = not any(
            telling(m).rank < rank and out.is_central(m) and out.like(key, m) is not None for m in mates
        )
        if now == before:
            continue
        out.central[key] = now
        for m in mates:
            if out.like(key, m) is None:
                continue
            again.add(m)
            if telling(m).rank > rank and m not in waiting:
                waiting.add(m)
                heapq.heappush(queue, (telling(m).rank, m))
    neighbours.load(again)
    for key in again:
        out.centres[key] = _nearest(out, key)
    return out


def _nearest(out: Settlement, key: Key) -> tuple[Key, float]:
    """The central telling that ``key`` is most like; of several the one of the highest rank."""
    if out.is_central(key):
        return key, 1.0
    best: tuple[float, Key] | None = None
    rank = None
    for m in out.neighbours.mates(key):
        like = out.like(key, m) if out.is_central(m) else None
        if like is None:
            continue
        other = out.neighbours.telling(m).rank
        if best is None or like > best[0] or (like == best[0] and other < rank):
            best, rank = (like, m), other
    if best is None:  # cannot be: it is not central because something central is like it
        raise AssertionError(f"no centre for {key}")
    return best[1], best[0]
