"""Train the model that tells news of politics from other news by its bare words (``make train``).

usage: python training/topic.py

Reads training/*.tsv, where a sentence that holds an event stands against one that holds none, and
writes src/dragoman/coding/model/topic.npz: a logistic regression over hashed words, in seconds; the
same input gives the same file to the bit.
"""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict
from train import judgements, matrix

from dragoman.coding import topic

C = 4.0


def sentences() -> dict[str, bool]:
    """Each sentence of the training files, and whether one of its triggers tells an event."""
    out: dict[str, bool] = {}
    for j in judgements():
        out[j.text] = out.get(j.text, False) or j.type is not None
    return out


def main() -> None:
    told = sentences()
    x = matrix([sorted(topic.places(t)) for t in told], topic.BITS)
    y = np.array(list(told.values()))
    fit = LogisticRegression(C=C, solver="liblinear", random_state=0)
    odds = cross_val_predict(fit, x, y, cv=5, method="decision_function")
    low = odds < topic.SURELY_NONE
    print(
        f"{len(y)} sentences, {y.mean():.0%} with an event; area under the curve {roc_auc_score(y, odds):.3f}"
    )
    print(f"under {topic.SURELY_NONE}: {low[y].mean():.2%} of events, {low[~y].mean():.0%} of the rest")
    fit.fit(x, y)
    weights = fit.coef_[0].astype(np.float16)
    index = np.flatnonzero(weights).astype(np.int32)
    with topic.MODEL_FILE.open("wb") as stream:
        np.savez_compressed(stream, index=index, value=weights[index], bias=fit.intercept_[0])


if __name__ == "__main__":
    main()
