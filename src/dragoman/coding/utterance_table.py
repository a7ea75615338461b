"""The rows of ``utterances.tsv``: what people say as an act by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding import judging
from dragoman.coding.senses import Sense

DUTY = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """One row of ``utterances.tsv``."""

    form: str
    words: frozenset[str]
    needed: frozenset[str]
    sense: Sense
    sure: float


@cache
def utterances() -> dict[tuple[str, str], tuple[Utterance, ...]]:
    """(form, lemma) → the rows that the lemma can stand for."""
    out: dict[tuple[str, str], list[Utterance]] = {}
    for number, row in enumerate(tsv.rows(Path(__file__).parent / "utterances.tsv"), 1):
        sense = Sense(
            pos="v", pattern=row["form"], heads=frozenset(), event_type=row["type"], mode=row["mode"] or None,
            cameo=row["cameo"], contexts=(), near_misses=(), example=row["example"],
            where=f"utterances.tsv:{number}",
        )  # fmt: skip
        words = frozenset(row["words"].split())
        made = Utterance(row["form"], words, frozenset(row["with"].split()), sense, float(row["sure"]))
        for word in words:
            out.setdefault((made.form, word), []).append(made)
    return {key: tuple(rows) for key, rows in out.items()}


@cache
def gate_words() -> frozenset[str]:
    """Lemmas one of which stands in every quoted sentence that can be such an act."""
    return (
        frozenset(lemma for _, lemma in utterances())
        | DUTY
        | {"need", "time", "thank"}
        | judging.words("bad")
    )
