"""How sure a row is: the probability that its type, its actor and its recipient are all right.

The disambiguator answers for the type alone.  Whether the parties are right too depends on how they
were found, on the words between them and the trigger, and on the rest of the report.
``confidence.tsv`` weighs these (:mod:`dragoman.coding.row_features`); ``training/row_confidence.py`` fits
the weights on rows that a reader has judged, and says how well they hold on reports that they were not
fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dragoman import tsv

WEIGHTS_FILE = Path(__file__).parent / "confidence.tsv"
MINIMUM = 0.37
"""Rows of a report that are less sure are left out: most of them are wrong."""
OF_A_BRIEF = 0.2
"""The same for a headline with a sentence or two, where less can speak for a row."""

Features = Iterable[tuple[str, float]]


def of_row(features: Features) -> float:
    """The probability that a row of which these things hold is right."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features)
    return round(1 / (1 + math.exp(-score)), 4)


def reasons(features: Features, most: int = 3) -> tuple[list[str], list[str]]:
    """What speaks most for a row and what most against it, each the strongest first."""
    weights = _weights()
    found = sorted((weights.get(name, 0.0) * value, name) for name, value in features if name != "bias")
    against = [name for weight, name in found[:most] if weight <= -_TELLING]
    return [name for weight, name in found[::-1][:most] if weight >= _TELLING], against


_TELLING = 0.2
"""Log odds under which a feature is not worth telling."""


@cache
def _weights() -> dict[str, float]:
    return dict(_read(tsv.rows(WEIGHTS_FILE)))


def _read(table: Iterable[dict[str, str]]) -> Iterator[tuple[str, float]]:
    for row in table:
        yield row["what"], float(row["weight"])
