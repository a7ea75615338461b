"""The cues of reported speech and attitude, and the nouns that can be their source: ``cues.tsv``, ``speakers.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from dragoman import tsv

CueKind = Literal["say", "think", "ask", "want", "plan", "attitude", "topic"]

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which a word introduces what somebody says or thinks."""

    lemma: str
    pos: str
    """``v``, ``n`` or ``a``."""
    frames: frozenset[str]
    kind: CueKind
    example: str
    particle: str | None = None
    """The word that must follow the verb: "out" of *point out*."""

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that may lead to the content."""
        return self.frames - {"clause", "ask", "np", "data", "as"}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from tsv.rows(FOLDER / name)


@cache
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """(part of speech, lemma) → its cues, those with a particle first; frames of equal rows add up."""
    found: dict[tuple[str, str, str | None], Cue] = {}
    for row in _rows("cues.tsv"):
        for word in row["cue"].split():
            lemma, _, particle = word.partition("_")
            key = (row["pos"], lemma, particle or None)
            frames = frozenset(row["frames"].split())
            if key in found:
                frames |= found[key].frames
            kind = found[key].kind if key in found else row["kind"]
            found[key] = Cue(lemma, row["pos"], frames, kind, row["example"], particle or None)  # type: ignore[arg-type]
    out: dict[tuple[str, str], list[Cue]] = {}
    for (pos, lemma, _), cue in found.items():
        out.setdefault((pos, lemma), []).append(cue)
    return {k: tuple(sorted(v, key=lambda c: c.particle is None)) for k, v in out.items()}


@cache
def speakers() -> dict[str, str]:
    """Noun → ``people``, ``anonymous`` or ``document``."""
    return {row["noun"]: row["kind"] for row in _rows("speakers.tsv")}


@cache
def gate_words() -> frozenset[str]:
    """Lemmas of the verbs that let a sentence through to the parser; those of many other uses are left out."""
    return frozenset(lemma for (pos, lemma) in cues() if pos == "v") - _COMMON


_COMMON = frozenset(
    "see like love hear know learn plan aim mean try seek view rate rank open begin finish cast frame project back "
    "point focus touch name list carry value order back measure put include contain allow require hold stream air "
    "rule post find fight push press call charge need want offer raise weigh choose struggle attempt elect vote play "
    "enjoy flag cry bar speak talk mind care share side picture notice hit lash back show cheer toast go".split()
) - {"show", "find", "want", "hold"}
