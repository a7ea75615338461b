"""Changing a parse in place: the one primitive that the repairs use."""

from __future__ import annotations

from dragoman.language import Sentence

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs in the present or the past."""
FINITE = TENSED | {"MD"}
"""Tags of what a clause cannot do without."""
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
UNITS_OF_TIME = frozenset("minute hour day week month year".split())
QUARTERS = frozenset("north south east west northeast northwest southeast southwest".split())
DASHES = frozenset({"-", "--", "–", "—"})


def attach(s: Sentence, i: int, head: int, dep: str) -> None:
    """Hang token ``i`` under ``head``; a token that is its own head becomes the root.

    Where ``head`` stands below ``i`` it first takes its place: no ring is made, not even for a while.
    """
    if s.asked:
        s.asked.clear()
    if i != head and i in s.ancestors(head):
        above, own = (head, "ROOT") if s.heads[i] == i else (s.heads[i], s.deps[i])
        _hang(s, head, above, own)
    _hang(s, i, head, "ROOT" if i == head else dep)


def rehang(s: Sentence, tokens: list[int], head: int) -> None:
    """Hang tokens under another head, each with its label: what hung on a wrong verb, on the right one."""
    for i in tokens:
        attach(s, i, head, s.deps[i])


def _hang(s: Sentence, i: int, head: int, dep: str) -> None:
    if s.heads[i] != i:
        s.children[s.heads[i]].remove(i)
    s.heads[i], s.deps[i] = head, dep
    if i == head:
        s.root = i
    else:
        s.children[head].append(i)
        s.children[head].sort()
