"""Changing a parse in place: the one primitive that the repairs use, and their safety net."""

from __future__ import annotations

from dragoman.language import Sentence

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs in the present or the past."""
FINITE = TENSED | {"MD"}
"""Tags of what a clause cannot do without."""
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
UNITS_OF_TIME = frozenset("minute hour day week month year".split())


def attach(s: Sentence, i: int, head: int, dep: str) -> None:
    """Hang token ``i`` under ``head``; a token that is its own head becomes the root."""
    if s.asked:
        s.asked.clear()
    if i == head:
        s.root, dep = i, "ROOT"
    if s.heads[i] != i:
        s.children[s.heads[i]].remove(i)
    s.heads[i], s.deps[i] = head, dep
    if i != head:
        s.children[head].append(i)
        s.children[head].sort()


def keep_a_tree(s: Sentence) -> None:
    """Cut every ring that repairs of an odd parse have made: its first verb hangs under the root."""
    for ring in iter(lambda: _ring(s), []):
        top = next((i for i in ring if s.pos[i] in ("VERB", "AUX")), ring[0])
        if s.heads[s.root] == s.root:
            attach(s, top, s.root, "dep")
        else:
            attach(s, top, top, "ROOT")


def _ring(s: Sentence) -> list[int]:
    """Tokens that stand above themselves, in order; none in a tree."""
    heads = s.heads
    seen = [-1] * len(heads)
    """From which token each was first come by."""
    for start in range(len(heads)):
        i = start
        while seen[i] < 0:
            seen[i] = start
            if heads[i] == i:
                break
            i = heads[i]
        else:
            if seen[i] == start:
                return sorted(_round(heads, i))
    return []


def _round(heads: list[int], i: int) -> list[int]:
    """A token and all that stand above it, until it comes again."""
    ring = [i]
    while heads[ring[-1]] != i:
        ring.append(heads[ring[-1]])
    return ring
