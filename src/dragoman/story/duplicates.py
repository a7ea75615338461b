"""Near-duplicate reports: the same agency text in many outlets, cut, updated or reprinted.

Each report is brought down to a MinHash signature over three words in a row; signatures
are cut into bands, and only reports that share a band are compared: a narrow one within
``DAYS``, a wide one at any distance in time.  Two reports are
near-duplicates by a pure function of the two; a group is all that is so connected.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

Signature = NDArray[np.uint32]
"""``PERMUTATIONS`` numbers, or none for a report without enough words."""

_BANDS, _ROWS = 32, 3
_WIDE_BANDS, _WIDE_ROWS = 8, 6
"""Reports that hardly differ (``_SAME``) share a wide band but for one pair in 40,000; few others do, so
that the reports of all years can be looked through."""
PERMUTATIONS = _BANDS * _ROWS
_SEED = 20260801
_SHINGLE = 3
_FEWEST = 8
"""Words below which a report is too short to tell from others by its words."""
_SURE, _NOT = 0.8, 0.2
"""An estimate from signatures above or below these needs no look at the texts."""
SIMILAR = 0.5
"""Share of three words in a row that two reports must have in common."""
_PART, _PART_FEWEST = 0.85, 60
"""A report that was cut: so much of the shorter one, of at least so many shingles, is in the longer."""
DAYS = 14
"""Reports farther apart are near-duplicates only if almost nothing in them differs."""
_SAME = 0.95
_MIX = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a report to compare it: its signature and its date of publication."""

    document_id: str
    published: dt.date | None
    signature: Signature


def shingles(text: str) -> frozenset[str]:
    """All three words in a row; none where the text is too short."""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def signature(text: str) -> Signature:
    """The MinHash signature of a text, empty where it is too short."""
    found = shingles(text)
    if not found:
        return np.empty(0, np.uint32)
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(found))
    return np.array(sketch.digest(), np.uint32)


def bands(values: Signature) -> list[int]:
    """The numbers of the narrow bands of a signature."""
    return [int(b) for b in _bands(values, _BANDS, _ROWS)]


def wide_bands(values: Signature) -> list[int]:
    """The numbers of its wide bands, all below zero."""
    return [int(b) for b in ~_bands(values, _WIDE_BANDS, _WIDE_ROWS)]


def _bands(values: Signature, count: int, rows: int) -> NDArray[np.int64]:
    """Each band's number in 63 bits: its place, then the first 58 bits of a mix of its values."""
    if not values.size:
        return np.empty(0, np.int64)
    mixed = np.zeros(count, np.uint64)
    for column in values[: count * rows].reshape(count, rows).T.astype(np.uint64):
        mixed = mixed * _MIX + column + np.uint64(1)
        mixed ^= mixed >> np.uint64(29)
    places = np.arange(count, dtype=np.uint64) << np.uint64(58)
    return (places | mixed >> np.uint64(6)).astype(np.int64)


def estimate(a: Signature, b: Signature) -> float:
    """The similarity of two reports as their signatures show it, give or take 0.05."""
    return float(np.count_nonzero(a == b)) / a.size if a.size and b.size else 0.0


def judge(a: Sketch, b: Sketch) -> bool | None:
    """True for near-duplicates, false for others, None where the words themselves must tell."""
    guess = estimate(a.signature, b.signature)
    if guess < _NOT:
        return False
    return True if guess >= _SURE and not _far(a, b) else None


def are_duplicates(a: Sketch, b: Sketch, one: frozenset[str], other: frozenset[str]) -> bool:
    """The same by the shingles of both, for a pair that ``judge`` leaves open."""
    shared = len(one & other)
    jaccard = shared / max(1, len(one | other))
    if _far(a, b):
        return jaccard >= _SAME
    least = min(len(one), len(other))
    return jaccard >= SIMILAR or (least >= _PART_FEWEST and shared / least >= _PART)


def _far(a: Sketch, b: Sketch) -> bool:
    return (
        a.published is not None and b.published is not None and abs((a.published - b.published).days) > DAYS
    )


def groups(
    known: Mapping[str, str], pairs: Iterable[tuple[str, str]], order: Callable[[str], object]
) -> dict[str, str]:
    """Report → the earliest report of its group.

    Args:
        known: the group that each report belongs to so far, its own id for a new one.
        pairs: near-duplicates.
        order: what to sort ids by; the least of a group gives it its name.
    """
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for one, other in (*known.items(), *pairs):
        parent[root(one)] = root(other)
    together: dict[str, list[str]] = {}
    for document in known:
        together.setdefault(root(document), []).append(document)
    named = {r: min(members, key=order) for r, members in together.items()}  # type: ignore[arg-type]
    return {document: named[root(document)] for document in known}
