"""The trained disambiguator: is this frame, in this sentence, the event that its sense says?

A logistic model over hashed features of a draft, trained by ``training/train.py`` on the
project's own sentences (``training/*.tsv``) and on the lexicon's examples.  It answers
with a calibrated probability: of drafts with 0.9 about nine in ten are right.
"""

from __future__ import annotations

import math
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft
from dragoman.coding.mentions import Filler
from dragoman.language import Sentence

MODEL_FILE = Path(__file__).parent / "model" / "disambiguator.npz"
BITS = 18
_WEIGHT = 3
"""How often the features that say what a word usually means are counted."""
_SECTOR_CLASSES = (
    ("police", frozenset({"COP"})),
    ("armed", frozenset({"MIL", "REB", "PRM", "UAF", "INS", "SEP"})),
    ("court", frozenset({"JUD"})),
    ("public", frozenset({"GOV", "LEG", "IGO", "PTY", "OPP", "ELI", "SPY"})),
    (
        "civil",
        frozenset({"CVL", "REF", "SOC", "EDU", "LAB", "MED", "JRN", "NGO", "REL", "AGR", "HRI", "CRM"}),
    ),
)
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})


class Disambiguator:
    """Weights of the logistic model and the calibration on top of it."""

    def __init__(self, weights: NDArray[np.float32], bias: float, calibration: tuple[float, float]) -> None:
        self.weights = weights
        self.bias = bias
        self.slope, self.intercept = calibration

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> Disambiguator | None:
        """The shipped model, or None where the file is missing (then frames alone decide)."""
        if not path.exists():
            return None
        with np.load(path) as stored:
            weights = np.zeros(1 << BITS, dtype=np.float32)
            weights[stored["index"]] = stored["value"].astype(np.float32)
            return cls(weights, float(stored["bias"]), (float(stored["slope"]), float(stored["intercept"])))

    def probability(self, names: list[str]) -> float:
        """Calibrated probability that a draft with these features is right."""
        index = list(map(_PLACES.__getitem__, names))
        raw = float(self.weights[index].sum()) / norm(len(names)) + self.bias
        return 1 / (1 + math.exp(-(self.slope * raw + self.intercept)))


def norm(count: int) -> float:
    """Features are scaled so that long sentences do not weigh more than short ones."""
    return math.sqrt(max(1, count))


def index_of(name: str, bits: int = BITS) -> int:
    """Stable place of a feature in a weight vector of 2 to the power of ``bits``."""
    return zlib.crc32(name.encode("utf-8")) & ((1 << bits) - 1)


class _Places(dict[str, int]):
    """The places of the features that have been asked for."""

    def __missing__(self, name: str) -> int:
        place = self[name] = index_of(name)
        return place


_PLACES = _Places()


def features(s: Sentence, cast: Cast, d: Draft) -> list[str]:
    """Names of the features that a draft has in its sentence."""
    sense, t = d.frame.sense, d.trigger
    kind = sense.event_type or sense.operator or "-"
    lemma = s.lemmas[t]
    prior = [f"sense={sense.where.split(':')[0]}|{sense.pattern}", f"lemma,type={lemma},{kind}"]
    out = [
        *prior * _WEIGHT,
        f"type={kind}",
        f"type,mode={kind},{sense.mode}",
        f"lemma={lemma}",
        f"lemma,sensepos={lemma},{sense.pos}",
        f"dep,pos={'ROOT' if _caused(s, t) else s.deps[t]},{sense.pos}",
        f"tag={_tag(s, t)},{sense.pos}",
        f"head={lemma if _caused(s, t) else s.lemmas[s.heads[t]]},{kind}",
        f"passive={d.frame.passive},{sense.pos}",
        f"light={s.lemmas[d.frame.light] if d.frame.light is not None else '-'},{sense.pos}",
        f"specificity={min(4, int(d.frame.specificity))},{sense.pos}",
        f"literals={min(3, len(d.frame.literals))}",
        *_sides(s, cast, d, kind),
    ]
    for slot in ("A", "R", "B", "X", "P"):
        out += _slot(s, cast, d, slot, kind, lemma)
    for c in s.children[t]:
        if s.deps[c] == "punct":
            continue
        out.append(f"kid={s.deps[c]},{kind}")
        if s.deps[c] in ("amod", "compound", "advmod", "prt", "neg", "aux", "prep", "dobj", "det"):
            out.append(f"kid={s.deps[c]}:{s.lemmas[c]},{kind}")
            out.append(f"kid={s.deps[c]}:{s.lemmas[c]},{lemma}")
    for offset in (-3, -2, -1, 1, 2, 3):
        if 0 <= t + offset < len(s):
            out.append(f"near={s.lemmas[t + offset]},{kind}")
    bag = {s.lemmas[i] for i in range(len(s)) if s.pos[i] in _CONTENT and i != t}
    out += [f"word={w}" for w in bag]
    out += [f"word={w},{kind}" for w in bag]
    return out


_CAUSING = frozenset("prompt force compel oblige spur lead drive cause".split())
"""Verbs whose content has happened: "prompted Quito to expel the envoy" tells of an expulsion."""


def _caused(s: Sentence, t: int) -> bool:
    return s.deps[t] in ("xcomp", "ccomp") and s.lemmas[s.heads[t]] in _CAUSING


def _tag(s: Sentence, t: int) -> str:
    """The trigger's tag; the present tense of headlines tells what has happened."""
    if _caused(s, t) and s.tags[t] == "VB":
        return "VBD"
    return "VBD" if s.field == "title" and s.tags[t] in ("VBZ", "VBP") else s.tags[t]


def _sides(s: Sentence, cast: Cast, d: Draft, kind: str) -> list[str]:
    """Who stands on both sides at once: a state against a crowd, a court and a person, nobody."""
    sides = []
    for tokens in (d.actors, d.recipients or d.owned):
        fillers = [cast.filler(s, t) for t in tokens[:1]]
        sides.append(next((_class_of(f) for f in fillers), "none"))
    known = sum(1 for x in sides if x not in ("none", "thing", "pronoun"))
    pair = "+".join(sides)
    return [f"pair={pair}", f"pair={pair},{kind}", f"acting={known}", f"acting={known},{kind}"]


def _class_of(f: Filler) -> str:
    """A coarse class of a filler: state, armed, police, public, civil, person, people, thing."""
    if not f.acts:
        return "thing"
    if f.kind in ("country", "pair", "pronoun"):
        return "state" if f.kind != "pronoun" else "pronoun"
    sectors = set(f.entity.sectors)
    for name, codes in _SECTOR_CLASSES:
        if codes & sectors:
            return name
    return "named" if f.entity.actor_id else "people"


def _slot(s: Sentence, cast: Cast, d: Draft, slot: str, kind: str, lemma: str) -> list[str]:
    if slot not in d.frame.sense.slots:
        return []
    tokens = d.frame.slots.get(slot, [])
    if not tokens:
        return [f"{slot}=none,{kind}", f"{slot}=none,{lemma}"]
    out = [f"{slot}#={min(3, len(tokens))},{kind}"]
    for t in tokens[:2]:
        f = cast.filler(s, t)
        h = g.content_head(s, t)
        what = f.kind if f.acts else f.nature
        out += [
            f"{slot}={what},{kind}",
            f"{slot}={what},{lemma}",
            f"{slot}.known={bool(f.entity.actor_id)},{kind}",
        ]
        out += [f"{slot}.sector={x},{kind}" for x in f.entity.sectors[:2]]
        if s.pos[h] in ("NOUN", "PRON"):
            out += [f"{slot}:{s.lemmas[h]},{kind}", f"{slot}:{s.lemmas[h]},{lemma}", f"{slot}:{s.lemmas[h]}"]
    return out
