"""The arithmetic: precision, recall, F1, macro-F1, confusion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Set
from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, gold: Set[Hashable], predicted: Set[Hashable]) -> None:
        """Count one row's sets against each other."""
        self.tp += len(gold & predicted)
        self.fp += len(predicted - gold)
        self.fn += len(gold - predicted)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the gold labels of (gold, predicted) pairs."""
    labels = {g for g, _ in pairs}
    if not labels:
        return 0.0
    total = 0.0
    for label in labels:
        counts = Counts()
        for g, p in pairs:
            counts.tp += g == p == label
            counts.fp += p == label != g
            counts.fn += g == label != p
        total += counts.f1
    return total / len(labels)


def accuracy(pairs: list[tuple[str, str]]) -> float:
    """Share of pairs that agree."""
    return sum(g == p for g, p in pairs) / len(pairs) if pairs else 0.0


def confusion(pairs: list[tuple[str, str]], most: int = 15) -> list[tuple[str, str, int]]:
    """The commonest disagreements: gold, predicted, how often."""
    wrong = Counter((g, p) for g, p in pairs if g != p)
    return [(g, p, n) for (g, p), n in wrong.most_common(most)]
