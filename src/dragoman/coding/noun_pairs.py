"""Two nouns whose second the parser takes for a verb: "travel bans and asset freezes on six generals"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence


@cache
def pairs() -> dict[str, frozenset[str]]:
    """``noun_pairs.tsv``: second word → the words before it that make it a noun."""
    out: dict[str, set[str]] = {}
    for row in tsv.rows(Path(__file__).parent / "noun_pairs.tsv"):
        for second in row["second"].split("/"):
            out.setdefault(second, set()).update(row["first"].split("/"))
    return {second: frozenset(first) for second, first in out.items()}


def repair(s: Sentence) -> None:
    """Hang such a noun where its clause has it: beside the noun that it is joined to, or as an object."""
    for v in range(1, len(s)):
        first = v - 1
        if s.pos[v] != "VERB" or s.words[first].lower() not in pairs().get(s.words[v].lower(), ()):
            continue
        verb = s.heads[v]
        if verb >= v or s.pos[verb] not in ("VERB", "AUX"):
            continue
        subjects = s.kids(v, "nsubj", "nsubjpass")
        joined = next((t for t in subjects if t < first), None)
        if joined is None:
            attach(s, v, verb, "dobj")
        else:
            attach(s, joined, verb, "dobj")
            attach(s, v, joined, "conj")
        attach(s, first, v, "compound")
        led = s.kids(v, "prep", "advmod", "npadvmod", "advcl")
        rehang(s, [c for c in led if c != first], verb)
        s.pos[v], s.tags[v] = "NOUN", "NNS" if s.words[v].endswith("s") else "NN"
