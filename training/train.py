"""Train the disambiguator from the project's own sentences.

usage: python training/train.py [--report]

Reads training/*.tsv (one judgement on one trigger a row) and the examples of the
lexicon, makes every draft that the frames allow, labels each as right or wrong, fits a
logistic model over hashed features, calibrates it on cross-validated scores and writes
src/dragoman/coding/model/disambiguator.npz.  Takes minutes on two cores; the same input
gives the same file to the bit.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dragoman.coding import disambiguate as dis
from dragoman.coding import fitting, frames, operators, senses, status
from dragoman.coding.actors import Cast
from dragoman.coding.casing import common_words
from dragoman.coding.drafts import Draft, draft_of
from dragoman.coding.headline_verbs import read_again
from dragoman.coding.repairs import repair
from dragoman.coding.slots import Frame
from dragoman.knowledge import Knowledge
from dragoman.language import Parser, Piece, Sentence, in_small_letters
from dragoman.records import Field

HERE = Path(__file__).parent
COLUMNS = ["text", "trigger", "type", "mode", "actors", "recipients"]
C = 6.0


@dataclass
class Judgement:
    """What one trigger of one sentence means; type None where it is no event."""

    text: str
    trigger: str
    type: str | None
    mode: str | None
    where: str

    @property
    def one_of_several(self) -> bool:
        """Rows of ``reports_*.tsv`` tell one event of a trigger; that it tells no other they do not say."""
        return self.where.startswith("reports_")


@dataclass
class Instance:
    """One draft with its features and whether it is right."""

    names: list[str]
    label: bool
    group: int
    where: str
    text: str
    type: str


def judgements() -> list[Judgement]:
    out = []
    for path in sorted(HERE.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for line, row in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
                if not row or row[0].startswith("#") or row == COLUMNS:
                    continue
                if len(row) != len(COLUMNS):
                    print(
                        f"{path.name}:{line}: {len(row)} cells where {len(COLUMNS)} are due; left out",
                        file=sys.stderr,
                    )
                    continue
                kind = None if row[2] in ("NONE", "") else row[2]
                out.append(Judgement(row[0], row[1], kind, row[3] or None, f"{path.name}:{line}"))
    return out


def instances(lexicon: senses.Lexicon) -> list[Instance]:
    knowledge, parser = Knowledge.load(), Parser()
    by_text: dict[str, list[Judgement]] = {}
    for j in judgements():
        by_text.setdefault(j.text, []).append(j)
    examples: dict[str, list[senses.Sense]] = {}
    for sense in lexicon.senses:
        if sense.example and (not sense.operator or operators.stands_alone(sense)):
            examples.setdefault(sense.example, []).append(sense)
    texts = list(dict.fromkeys([*by_text, *examples]))
    out: list[Instance] = []
    verbs = frozenset(lemma for pos, lemma in lexicon.by_head if pos == "v")
    casts = [_cast(knowledge, t) for t in texts]
    common = common_words(knowledge, lexicon)
    names = [c.names(_field(t), 0, len(t)) for t, c in zip(texts, casts, strict=True)]
    pieces = [
        Piece(t, 0, _field(t), 0, known, in_small_letters(t, 0, known, common))
        for t, known in zip(texts, names, strict=True)
    ]
    sentences = parser.parse(pieces)
    read_again(parser, pieces, sentences, verbs)
    for group, (s, cast) in enumerate(zip(sentences, casts, strict=True)):
        repair(s, verbs)  # as the coder does, so that the model learns from what it will be shown
        cast.settle(s)
        cast.note(s)
        judged, shown = by_text.get(s.text, []), examples.get(s.text, [])
        drafts = [(f, d, _label(s, f, judged, shown)) for f, d in _drafts(s, cast, lexicon)]
        told = {f.trigger for f, _, label in drafts if label is Label.RIGHT}
        for f, d, label in drafts:
            if label is None or (label is Label.OTHER_MODE and f.trigger not in told):
                continue
            right = label is Label.RIGHT
            out.append(Instance(dis.features(s, cast, d), right, group, f.sense.where, s.text, d.event_type))
    return out


def _drafts(s: Sentence, cast: Cast, lexicon: senses.Lexicon) -> Iterator[tuple[Frame, Draft]]:
    """Every draft that the frames allow and that the coder would not refuse by rule."""
    for f in frames.frames(s, lexicon, lambda i: cast.is_actor(s, i)):
        if f.sense.operator and not operators.stands_alone(f.sense):
            continue
        d = draft_of(f)
        if not fitting.fit(s, cast, d)[1]:
            yield f, d


def _cast(knowledge: Knowledge, text: str) -> Cast:
    cast = Cast(knowledge, None)
    cast.read(text, _field(text))
    return cast


def _field(text: str) -> Field:
    """A line that ends without a stop is a headline."""
    return "text" if text.rstrip("\"'”’)")[-1:] in (".", "!", "?", "…") else "title"


class Label(Enum):
    """What the judgements of a sentence say of a draft."""

    RIGHT = "right"
    WRONG = "wrong"
    OTHER_MODE = "of the right type, in a mode that is not the sense's"
    """Wrong beside a draft of the same word that is right; of an event that no sense tells in that mode,
    it says nothing of whether the word tells one."""


def _label(s: Sentence, f: Frame, judged: list[Judgement], exemplified: list[senses.Sense]) -> Label | None:
    """What is known of a draft; None where nothing is."""
    word = s.words[f.trigger]
    anchors = {word, *(s.words[k] for k in f.literals)}
    here = [j for j in judged if j.trigger == word or word in j.trigger.replace("-", " ").split()]
    if not here and f.literals:
        here = [j for j in judged if j.trigger in anchors]
    if here:
        folded = draft_of(f)
        status.fold(s, folded)
        of_type = [j for j in here if j.type in {f.sense.event_type, folded.event_type}]
        if any(not j.mode or not f.sense.mode or j.mode == f.sense.mode for j in of_type):
            return Label.RIGHT
        if any(j.type and j.one_of_several for j in here):
            return None
        return Label.OTHER_MODE if of_type else Label.WRONG
    if any(f.sense is x for x in exemplified):
        return Label.RIGHT
    same_word = [
        x for x in exemplified if s.lemmas[f.trigger] in {senses.head_word(h, x.pos) for h in x.heads}
    ]
    if same_word:
        same_type = any(x.event_type == f.sense.event_type for x in same_word)
        return Label.RIGHT if same_type else Label.WRONG
    return None


def matrix(found: list[list[int]], bits: int) -> csr_matrix:
    """One line a text, from the places of its features among 2 to the power of ``bits``."""
    data = np.concatenate([np.full(len(f), 1.0 / dis.norm(len(f))) for f in found])
    pointer = np.cumsum([0, *map(len, found)])
    m = csr_matrix((data, np.concatenate(found), pointer), shape=(len(found), 1 << bits))
    m.sum_duplicates()
    return m


def cross_validated(x: csr_matrix, y: np.ndarray, groups: np.ndarray) -> np.ndarray:
    scores = np.zeros(len(y))
    for train, test in GroupKFold(5).split(x, y, groups):
        model = LogisticRegression(C=C, solver="liblinear", random_state=0).fit(x[train], y[train])
        scores[test] = model.decision_function(x[test])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", action="store_true", help="print the worst errors too")
    options = parser.parse_args()
    started = time.time()
    lexicon = senses.load()
    rows = instances(lexicon)
    x = matrix([[dis.index_of(n) for n in r.names] for r in rows], dis.BITS)
    y = np.array([r.label for r in rows])
    groups = np.array([r.group for r in rows])
    scores = cross_validated(x, y, groups)
    platt = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), y)
    slope, intercept = float(platt.coef_[0][0]), float(platt.intercept_[0])
    probability = 1 / (1 + np.exp(-(slope * scores + intercept)))
    model = LogisticRegression(C=C, solver="liblinear", random_state=0).fit(x, y)
    weights = model.coef_[0].astype(np.float16)
    index = np.flatnonzero(weights).astype(np.int32)
    dis.MODEL_FILE.parent.mkdir(exist_ok=True)
    with dis.MODEL_FILE.open("wb") as stream:
        np.savez_compressed(
            stream,
            index=index,
            value=weights[index],
            bias=model.intercept_[0],
            slope=slope,
            intercept=intercept,
        )
    report = reliability(probability, y)
    report["sentences"] = len(set(groups.tolist()))
    report["drafts"] = len(rows)
    (HERE / "report.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1), f"\n{time.time() - started:.0f} s")
    if options.report:
        wrong = sorted(zip(abs(probability - y), probability, rows, strict=True), key=lambda w: -w[0])
        for gap, p, r in wrong[:120]:
            if gap > 0.5:
                print(f"{p:.2f} {'right' if r.label else 'wrong'} {r.type} {r.where} | {r.text[:150]}")


def reliability(probability: np.ndarray, y: np.ndarray) -> dict[str, object]:
    """Accuracy and, per band of stated confidence, how often it was right (cross-validated)."""
    bands = []
    for low in np.arange(0, 1, 0.1):
        inside = (probability >= low) & (probability < low + 0.1 + (low > 0.85))
        if inside.any():
            bands.append([round(float(low), 1), int(inside.sum()), round(float(y[inside].mean()), 3)])
    return {
        "accuracy": round(float(((probability > 0.5) == y).mean()), 4),
        "majority": round(float(max(y.mean(), 1 - y.mean())), 4),
        "bands": bands,
    }


if __name__ == "__main__":
    main()
