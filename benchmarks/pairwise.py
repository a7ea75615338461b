"""Pairwise precision, recall and F1 of a grouping against the true one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple


class PairScores(NamedTuple):
    """Shares of pairs, 0 to 1."""

    precision: float
    recall: float
    f1: float


def pairwise(truth: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> PairScores:
    """Score every pair of items that either grouping puts together; both must cover the same items."""
    if truth.keys() != found.keys():
        raise ValueError(f"{len(truth.keys() ^ found.keys())} items are in one grouping only")
    both = _pairs(Counter((truth[k], found[k]) for k in truth))
    of_truth, of_found = _pairs(Counter(truth.values())), _pairs(Counter(found.values()))
    precision = both / of_found if of_found else 1.0
    recall = both / of_truth if of_truth else 1.0
    return PairScores(precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0)


def _pairs(counts: Counter[Hashable]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())
