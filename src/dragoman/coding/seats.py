"""Towns that stand for a court or union that sits there: "The Hague convicted …", "Brussels fined …"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding import grammar as g
from dragoman.language import Sentence

_JUDGING = frozenset(
    "rule convict acquit sentence indict order fine find condemn charge try jail issue uphold overturn "
    "summon judge clear deem rebuke prosecute".split()
)
_ADDRESSING = frozenset(
    "accuse blame criticise criticize urge ask tell warn defy challenge condemn sue attack slam thank praise "
    "beg press assure remind".split()
)
"""Verbs whose object is a body, no town."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A row of ``seats.tsv``."""

    judging: bool
    body: str
    unless: str | None
    named: tuple[str, ...]


@cache
def seats() -> dict[str, Seat]:
    """``seats.tsv``: town in small letters → the body that it can stand for."""
    rows = tsv.rows(Path(__file__).parent / "seats.tsv")
    return {
        r["town"]: Seat(
            r["acts"] == "judging",
            r["body"],
            r["unless"] or None,
            tuple(filter(None, r["named"].split("|"))),
        )
        for r in rows
    }


def body_at(s: Sentence, h: int, text: str, spoken_of: Callable[[str], bool]) -> str | None:
    """The name of the body that a town stands for where it acts, or None.

    Args:
        s: the sentence.
        h: the token of the town.
        text: the phrase.
        spoken_of: tells whether the report names a body, or speaks of a country's code.
    """
    bare = text.lower()
    seat = seats().get(bare) or seats().get(f"the {bare}")
    if seat is None or (seat.unless and spoken_of(seat.unless)):
        return None
    first = g.first_joined(s, h)  # "Both Washington and Brussels imposed sanctions"
    verb = s.heads[first]
    if not seat.judging and _envoys_there(s, first):
        return next((b for b in seat.named if spoken_of(b)), seat.body if spoken_of(seat.body) else None)
    if s.pos[verb] not in ("VERB", "AUX"):
        return None
    spoken_to = not seat.judging and s.deps[h] == "dobj" and s.lemmas[verb] in _ADDRESSING
    if not spoken_to and first not in g.subjects(s, verb):
        return None
    if seat.judging and s.lemmas[verb] not in _JUDGING:
        return None
    return next((b for b in seat.named if spoken_of(b)), seat.body)


_ENVOYS = frozenset("ambassador envoy representative".split())


def _envoys_there(s: Sentence, h: int) -> bool:
    """ "The Union imposed sanctions; Minsk recalled its envoys from Brussels": from the Union."""
    above = s.heads[s.heads[h]]
    if s.deps[h] != "pobj" or s.lemmas[s.heads[h]] != "from" or above == h:
        return False
    return s.lemmas[above] in _ENVOYS or any(s.lemmas[o] in _ENVOYS for o in s.kids(above, "dobj"))
