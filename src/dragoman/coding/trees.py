"""Changing a parse in place: the one primitive that the repairs use, and their safety net."""

from __future__ import annotations

from dragoman.language import Sentence


def attach(s: Sentence, i: int, head: int, dep: str) -> None:
    """Hang token ``i`` under ``head``; a token that is its own head becomes the root."""
    if s.asked:
        s.asked.clear()
    if i == head:
        s.root = i
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
    safe: set[int] = set()
    for start in range(len(s)):
        path: list[int] = []
        i = start
        while i not in safe and i not in path and s.heads[i] != i:
            path.append(i)
            i = s.heads[i]
        if i in path:
            return sorted(path[path.index(i) :])
        safe.update(path, (i,))
    return []
