"""Fit the weights of ``coding/confidence.tsv`` on rows that a reader has judged (``make train``).

usage: python training/row_confidence.py
       python training/row_confidence.py --judge GOLD.jsonl ...

A row that the coder makes of a report with known events is right or wrong (type, actor and recipient, as
``dragoman eval`` counts rows); a logistic regression over what :mod:`dragoman.coding.row_features` reads
off a row says how likely it is right.  It is fitted on ``rows/judged.tsv.gz``, the features of rows of some
thousand news reports, and on the rows of the dev halves of the project's own gold.  The reports themselves
are others' texts and are not kept here; ``--judge`` adds the rows of further ones to the table.
``rows.json`` tells how well all that holds on dev reports left out of the fit, and on the rows of the test
halves, which no fit has seen.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dragoman import tsv
from dragoman.coding import Coder, confidence
from dragoman.evaluation import judged_rows, read_gold
from dragoman.records import EventMention

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"
STRENGTH = 0.1
"""Inverse of the penalty: most features hold of few rows and bear no large weights."""
OWN_COUNT = 6
"""A row of the project's own gold counts as so many of others' reports: its conventions are the project's."""
SEEN_OFTEN = 15
"""A feature of fewer rows tells nothing."""
BANDS = (0.0, 0.35, 0.5, 0.65, 0.8, 1.01)
REPORT = Path(__file__).parent / "rows.json"
TABLE = Path(__file__).parent / "rows" / "judged.tsv.gz"
"""Report, right or wrong, and ``name=value`` of each feature, parted by ``|``; a value of 1 is left out."""
_HEAD = """# source: rows that the coder made of news reports of many outlets, countries and decades, judged
# by this project against events marked before the reports were coded; what speaks for each row, and no text
report\tright\tfeatures
"""
Judged = list[tuple[dict[str, float], bool, int]]


class Recorder:
    """A coder that keeps all rows and remembers what speaks for and against each."""

    def __init__(self) -> None:
        self.coder = Coder(minimum_confidence=0.0)
        self.coder.sure = self._sure
        self._found: dict[tuple[object, ...], dict[str, float]] = {}

    def judged(self, path: Path, split: str, first: int) -> Judged:
        """Features of the rows of a gold set, whether they are right, and the number of their report."""
        out: Judged = []
        for number, gold in enumerate(read_gold(path, split), start=first):
            self._found.clear()
            for m, right in judged_rows(self.coder, gold):
                out.append((self._found[_row(m)], right, number))
        return out

    def _sure(self, m: EventMention, features: confidence.Features) -> float:
        self._found[_row(m)] = dict(features)
        return m.confidence


def _row(m: EventMention) -> tuple[object, ...]:
    return m.evidence.field, m.evidence.trigger, m.event_type


def own(recorder: Recorder, split: str) -> Judged:
    """The rows of one half of the project's own gold; their reports are numbered below 0."""
    out: Judged = []
    for path in sorted(GOLD.glob("*.jsonl")):
        out += recorder.judged(path, split, _next(out, -1_000_000))
    return out


def _next(rows: Judged, first: int) -> int:
    """The number of the next report; the first has ``first``."""
    return max((n for *_, n in rows), default=first - 1) + 1


def kept() -> Judged:
    """The rows of the table."""
    with gzip.open(TABLE, "rt", encoding="utf-8", newline="") as stream:
        table = tsv.parsed(stream)
    return [(_read(row["features"]), row["right"] == "yes", int(row["report"])) for row in table]


def _read(told: str) -> dict[str, float]:
    pairs = (feature.partition("=") for feature in told.split("|"))
    return {name: float(value or 1) for name, _, value in pairs}


def _written(found: dict[str, float]) -> str:
    return "|".join(name if value == 1 else f"{name}={value:.4g}" for name, value in found.items())


def judge(paths: list[Path]) -> None:
    """Add the rows of gold sets to the table, each report under a number of its own."""
    rows = kept() if TABLE.exists() else []
    recorder = Recorder()
    for path in paths:
        rows += recorder.judged(path, "dev", _next(rows, 1))
        print(f"{path.name}: {len(rows)} rows", flush=True)
    lines = [f"{n}\t{'yes' if right else 'no'}\t{_written(found)}\n" for found, right, n in rows]
    with TABLE.open("wb") as stream, gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed:
        packed.write("".join([_HEAD, *lines]).encode())


def matrix(rows: Judged, names: list[str]) -> csr_matrix:
    """One line a row, one column a feature; the bias is the regression's own."""
    places = {name: n for n, name in enumerate(names)}
    told = [[(places[k], v) for k, v in found.items() if k in places] for found, _, _ in rows]
    pointer = np.cumsum([0, *map(len, told)])
    flat = [pair for line in told for pair in line]
    columns, values = [k for k, _ in flat], [v for _, v in flat]
    return csr_matrix((values, columns, pointer), shape=(len(rows), len(names)))


def fitted(x: csr_matrix, y: np.ndarray, groups: np.ndarray) -> LogisticRegression:
    """The regression; a solver that gives the same weights to the bit."""
    counts = np.where(groups < 0, OWN_COUNT, 1)
    return LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(x, y, counts)


def measures(p: np.ndarray, y: np.ndarray) -> dict[str, object]:
    """How well probabilities tell right rows from wrong ones, and how true they are, band by band."""
    bands = []
    for low, high in itertools.pairwise(BANDS):
        inside = (p >= low) & (p < high)
        if inside.any():
            bands.append([low, min(high, 1.0), int(inside.sum()), round(float(y[inside].mean()), 3)])
    return {
        "rows": len(y),
        "share": round(float(y.mean()), 3),
        "auc": round(float(roc_auc_score(y, p)), 3),
        "brier": round(float(((p - y) ** 2).mean()), 3),
        "bands": bands,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--judge", nargs="+", type=Path, metavar="GOLD", help="gold sets to add to the table")
    options = parser.parse_args()
    if options.judge:
        judge(options.judge)
    recorder = Recorder()
    dev, test = own(recorder, "dev"), own(recorder, "test")
    rows = kept() + dev
    seen = Counter(name for found, _, _ in rows for name in found)
    names = sorted(n for n, count in seen.items() if n != "bias" and count >= SEEN_OFTEN)
    x, y = matrix(rows, names), np.array([right for _, right, _ in rows])
    groups = np.array([g for *_, g in rows])
    held_out = np.zeros(len(y))
    for train, left in GroupKFold(10).split(x, y, groups):
        held_out[left] = fitted(x[train], y[train], groups[train]).predict_proba(x[left])[:, 1]
    model = fitted(x, y, groups)
    probability = model.predict_proba(matrix(test, names))[:, 1]
    truth = np.array([right for _, right, _ in test])
    mine = groups < 0
    report = {
        "table": measures(held_out[~mine], y[~mine]),
        "dev": measures(held_out[mine], y[mine]),
        "test": measures(probability, truth),
    }
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report))
    weights = [("bias", float(model.intercept_[0]), len(rows))]
    weights += [(n, float(w), seen[n]) for n, w in zip(names, model.coef_[0], strict=True)]
    lines = [
        "# source: fitted by training/row_confidence.py on rows of news reports that a reader has judged",
        "# What speaks for a row (above 0) or against it (below 0), in log odds; rows: how many show it",
        "what\tweight\trows",
        *(f"{name}\t{weight:.3f}\t{count}" for name, weight, count in weights),
    ]
    confidence.WEIGHTS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
