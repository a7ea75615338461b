"""Mentions → events: which telling each telling belongs to.

Tellings are taken in the order of their rank, those with most to hold on to first.  One
that is like none of the *central* tellings before it becomes central itself and begins an
event; every other joins a central telling that it is like.  So each member of an event is
held against its centre and never against a chain of others, and the outcome depends on the
set of tellings alone, not on the order in which they arrived.

A telling that is like several centres joins the one that it is most like; the more reports
give a centre's very day, the more it draws, so that a report without a date goes with the
many and not with the one that has the day wrong; and what one report tells twice goes
together rather than apart.

It is also local: when a telling comes or goes, only those that it is compared with can
change, and then those that these are compared with.  ``settle`` follows such changes from
rank to rank and touches nothing else.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from dragoman.story.likeness import likeness
from dragoman.story.tellings import Key, Telling

_DRAW = 0.05
"""What a centre gains in likeness each time that its reports grow e-fold."""

_CONTEXT = 0.08
"""What it gains where another telling of the same report is more like it."""


class Neighbours(Protocol):
    """Where tellings, and those that they are to be compared with, come from."""

    def load(self, keys: Iterable[Key]) -> None:
        """Make ready all that the other methods will be asked about ``keys``."""

    def is_loaded(self, key: Key) -> bool:
        """True where that was done."""

    def telling(self, key: Key) -> Telling:
        """One telling that shares a block with one that was loaded."""

    def blocks(self, key: Key) -> list[int]:
        """The blocks of a telling that was loaded."""

    def members(self, block: int) -> list[Key]:
        """All tellings of such a block."""

    def centre(self, key: Key) -> Key | None:
        """The central telling that ``key`` has belonged to so far."""


@dataclass(slots=True)
class Settlement:
    """What became of every telling that was looked at."""

    neighbours: Neighbours
    centres: dict[Key, tuple[Key, float]] = field(default_factory=dict)
    """The centre of each telling that was looked at again, and how like it is."""
    _central: dict[Key, bool] = field(default_factory=dict)
    _in_block: dict[int, set[Key]] = field(default_factory=dict)
    _like: dict[tuple[Key, Key], float | None] = field(default_factory=dict)
    _draw: dict[Key, float] = field(default_factory=dict)

    def is_central(self, key: Key) -> bool:
        """As decided now, or else as it was."""
        if key not in self._central:
            self._central[key] = self.neighbours.centre(key) == key
        return self._central[key]

    def decide(self, key: Key, central: bool) -> None:
        """Make ``key`` central, or no longer."""
        self._central[key] = central
        for block in self.neighbours.blocks(key):
            if central:
                self._centrals(block).add(key)
            else:
                self._centrals(block).discard(key)

    def _centrals(self, block: int) -> set[Key]:
        if block not in self._in_block:
            self._in_block[block] = {m for m in self.neighbours.members(block) if self.is_central(m)}
        return self._in_block[block]

    def rivals(self, key: Key) -> set[Key]:
        """The central tellings that share a block with ``key``, itself left out."""
        found = {m for block in self.neighbours.blocks(key) for m in self._centrals(block)}
        found.discard(key)
        return found

    def fitting(self, key: Key) -> dict[Key, float]:
        """The central tellings that ``key`` is like, and how like."""
        return {m: like for m in self.rivals(key) if (like := self.like(key, m)) is not None}

    def mates(self, key: Key) -> list[Key]:
        """All tellings that share a block with ``key`` and are like it."""
        shared = {m for block in self.neighbours.blocks(key) for m in self.neighbours.members(block)}
        shared.discard(key)
        return [m for m in shared if self.like(key, m) is not None]

    def like(self, one: Key, other: Key) -> float | None:
        """Likeness, computed once a pair."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._like:
            telling = self.neighbours.telling
            self._like[pair] = likeness(telling(pair[0]), telling(pair[1]))
        return self._like[pair]

    def draw(self, centre: Key) -> float:
        """What a centre gains by the number of reports that date it alike."""
        if centre not in self._draw:
            telling = self.neighbours.telling
            own = telling(centre)
            alike = {telling(m).group for m in self.mates(centre) if _same_day(telling(m), own)}
            self._draw[centre] = _DRAW * math.log(1 + len(alike | {own.group}))
        return self._draw[centre]


def settle(neighbours: Neighbours, dirty: Iterable[Key], shaken: Iterable[Key] = ()) -> Settlement:
    """Decide on tellings, and on all that follows from them.

    Args:
        neighbours: where tellings come from.
        dirty: tellings that are new, or that were held against a central one that has gone.
        shaken: central tellings near which one has gone.
    """
    out = Settlement(neighbours)
    waiting = set(dirty)
    again = set(waiting)
    new = set(waiting)
    neighbours.load(waiting)
    telling = neighbours.telling
    queue = [(telling(key).rank, key) for key in waiting]
    heapq.heapify(queue)
    while queue:
        rank, key = heapq.heappop(queue)
        waiting.discard(key)
        if not neighbours.is_loaded(key):
            neighbours.load([key, *waiting])
        now = not any(telling(m).rank < rank and out.like(key, m) is not None for m in out.rivals(key))
        if now == out.is_central(key):
            continue
        out.decide(key, now)
        for m in out.mates(key):
            again.add(m)
            if telling(m).rank > rank and m not in waiting:
                waiting.add(m)
                heapq.heappush(queue, (telling(m).rank, m))
    again |= _drawn_anew(out, new, shaken)
    neighbours.load(again)
    fitting = {key: out.fitting(key) for key in again if not out.is_central(key)}
    neighbours.load({m for found in fitting.values() if len(found) > 1 for m in found})
    for key in again:
        out.centres[key] = _nearest(out, key, fitting[key]) if key in fitting else (key, 1.0)
    return out


def _drawn_anew(out: Settlement, new: set[Key], shaken: Iterable[Key]) -> set[Key]:
    """The tellings that could go elsewhere because the number of reports behind a centre has changed."""
    telling = out.neighbours.telling
    centres = set(shaken)
    for key in new:
        near = out.rivals(key) | ({key} if out.is_central(key) else set())
        centres |= {m for m in near if _same_day(telling(m), telling(key)) and (m == key or out.like(key, m))}
    out.neighbours.load(centres)
    return {m for centre in centres if out.is_central(centre) for m in (centre, *out.mates(centre))}


def _same_day(one: Telling, other: Telling) -> bool:
    return one.basis == other.basis and one.told == other.told


def _nearest(out: Settlement, key: Key, found: dict[Key, float]) -> tuple[Key, float]:
    """The central telling that ``key`` goes with; of several alike the one of the highest rank."""
    if len(found) == 1:  # there is one at least: it is not central because something central is like it
        return next(iter(found.items()))
    beside = _beside(out, key)

    def order(centre: Key) -> tuple[float, tuple[Any, ...]]:
        like = found[centre]
        # what a report says more exactly elsewhere helps to place what it says loosely here
        closer = any(m != centre and (out.like(m, centre) or 0) > like for m in beside)
        worth = like + out.draw(centre) + (_CONTEXT if closer else 0.0)
        return -round(worth, 6), out.neighbours.telling(centre).rank

    centre = min(found, key=order)
    return centre, found[centre]


def _beside(out: Settlement, key: Key) -> list[Key]:
    """Other tellings of the same report that share a block."""
    members = out.neighbours.members
    shared = {m for block in out.neighbours.blocks(key) for m in members(block) if m[0] == key[0]}
    return [m for m in shared if m != key]
