"""Changing a parse in place: the one primitive that the repairs use."""

from __future__ import annotations

from dragoman.language import Sentence


def attach(s: Sentence, i: int, head: int, dep: str) -> None:
    """Hang token ``i`` under ``head``; a token that is its own head becomes the root."""
    if i == head:
        s.root = i
    if s.heads[i] != i:
        s.children[s.heads[i]].remove(i)
    s.heads[i], s.deps[i] = head, dep
    if i != head:
        s.children[head].append(i)
        s.children[head].sort()
