"""Fit the weights of ``coding/confidence.tsv`` on the rows of the project's own gold (``make train``).

Every row that the coder makes of the dev halves is right or wrong (type, actor and recipient, as
``dragoman eval`` counts rows); a logistic regression over what :mod:`dragoman.coding.confidence`
reads off a row says how likely it is right.  Rows of articles that the coder was tuned on are right
more often than those of a new article, so the rows of ``more_articles.jsonl`` and ``briefs.jsonl`` are
taken as they were first coded, before anybody had read them (``rows/first.tsv``).  ``rows.json`` tells
how well all that holds on reports left out of the fit, and on the rows of the test halves, which no fit
has seen.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dragoman import tsv
from dragoman.coding import Coder, confidence
from dragoman.evaluation import judged_rows, read_gold

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"
STRENGTH = 0.4
"""Inverse of the penalty: a few hundred rows bear no large weights."""
SEEN_OFTEN = 20
"""A feature of fewer rows tells nothing."""
BANDS = (0.0, 0.35, 0.5, 0.65, 0.8, 1.01)
REPORT = Path(__file__).parent / "rows.json"
FIRST_ROWS = Path(__file__).parent / "rows" / "first.tsv"
"""Rows as first coded: report, right or wrong, and ``name=value`` of each feature, parted by ``|``."""
_AS_FIRST_CODED = {"more_articles.jsonl", "briefs.jsonl"}
Judged = list[tuple[dict[str, float], bool, int]]


def judged(coder: Coder, split: str) -> Judged:
    """Features of rows, whether they are right, and the number of their report."""
    out: Judged = []
    left = _AS_FIRST_CODED if split == "dev" else set()
    for path in sorted(p for p in GOLD.glob("*.jsonl") if p.name not in left):
        for gold in read_gold(path, split):
            report = len({g for *_, g in out})
            out += [(dict(confidence.features(m)), right, report) for m, right in judged_rows(coder, gold)]
    return out


def first_rows() -> Judged:
    """The rows of ``rows/first.tsv``; their reports are numbered below 0."""
    out: Judged = []
    for row in tsv.rows(FIRST_ROWS):
        told = dict(x.rsplit("=", 1) for x in row["features"].split("|"))
        found = {name: float(value) for name, value in told.items()}
        out.append((found, row["right"] == "yes", -int(row["report"])))
    return out


def matrix(rows: Judged, names: list[str]) -> np.ndarray:
    """One line a row, one column a feature; the bias is the regression's own."""
    x = np.zeros((len(rows), len(names)))
    for i, (found, _, _) in enumerate(rows):
        for name, value in found.items():
            if name in names:
                x[i, names.index(name)] = value
    return x


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
    argparse.ArgumentParser(description=__doc__).parse_args()
    coder = Coder(minimum_confidence=0.0)
    coder.sure = lambda m: m.confidence
    rows = judged(coder, "dev") + first_rows()
    seen: dict[str, int] = {}
    for found, _, _ in rows:
        for name in found:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(n for n, count in seen.items() if n != "bias" and count >= SEEN_OFTEN)
    x, y = matrix(rows, names), np.array([right for _, right, _ in rows])
    groups = np.array([g for *_, g in rows])
    held_out = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, groups):
        fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x[train], y[train])
        held_out[test] = fitted.predict_proba(x[test])[:, 1]
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x, y)
    unseen = judged(coder, "test")
    probability = model.predict_proba(matrix(unseen, names))[:, 1]
    truth = np.array([right for _, right, _ in unseen])
    report = {"dev": measures(held_out, y), "test": measures(probability, truth)}
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report))
    weights = [("bias", float(model.intercept_[0]), len(rows))]
    weights += [(n, float(w), seen[n]) for n, w in zip(names, model.coef_[0], strict=True)]
    lines = [
        "# source: fitted by training/row_confidence.py on the dev halves of evaluation/gold",
        "# What speaks for a row (above 0) or against it (below 0), in log odds; rows: how many show it",
        "what\tweight\trows",
        *(f"{name}\t{weight:.3f}\t{count}" for name, weight, count in weights),
    ]
    confidence.WEIGHTS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
