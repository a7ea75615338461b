"""How sure a row is: the probability that its type, its actor and its recipient are all right.

The disambiguator answers for the type alone.  Whether the parties are right too depends on how they
were found (a name, a description that points back, a country guessed from the report), on the status
and on the sentence.  ``confidence.tsv`` weighs these; ``training/row_confidence.py`` fits the weights
on rows that a reader has judged, and says how well they hold on reports that they were not fitted on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding.people import ARMED
from dragoman.records import Entity, EventMention

WEIGHTS_FILE = Path(__file__).parent / "confidence.tsv"
MINIMUM = 0.4
"""A row of a report is left out where it is likelier wrong than right."""
_TWO_SIDED = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT"})
"""Types whose parties may all stand on one side."""
_ONE_SIDED = frozenset({"resign", "curfew", "martial-law"})
"""Modes that are done to nobody: a row without a recipient lacks nothing."""

_SIGNING = ("sign", "initial", "ink", "seal", "put", "countersign", "ratif", "exchang", "finali")
"""How words of signing begin."""
_MUTUAL = re.compile(r"\b(?:each other|one another|mutual|(?:trad|exchang|swapp)(?:e|es|ed|ing)\b)")
_LIFTED = frozenset({"0812", "0813", "0814", "0831", "0832", "0833", "0834"})
"""CAMEO of a ban, a curfew or martial law lifted and of reforms: of nobody in particular."""


def of_row(m: EventMention) -> float:
    """The probability that a mention, whose ``confidence`` is that of its type, is right as a row."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(m))
    return round(1 / (1 + math.exp(-score)), 4)


def features(m: EventMention) -> Iterator[tuple[str, float]]:
    """Names and values of what the row's confidence is reckoned from."""
    p = min(max(m.confidence, 0.01), 0.995)
    yield "bias", 1.0
    yield "type is right (log odds)", math.log(p / (1 - p))
    yield "words in the sentence (log)", math.log(max(4, len(m.evidence.text.split())) / 25)
    yield f"type {m.event_type}", 1.0
    yield f"status {m.status}", 1.0
    yield f"actor {_found(m.actors)}", 1.0
    shared = m.event_type in _TWO_SIDED or _is_signed(m) or _is_mutual(m)
    paired = shared and len(m.actors) > 1 and not m.recipients
    alone = not m.recipients and (m.event_mode in _ONE_SIDED or m.cameo in _LIFTED or _gives_ground(m))
    found = "among the actors" if paired else "not due" if alone else _found(m.recipients)
    if found == "not told" and m.event_type == "PROTEST":  # a crowd is often against nobody named
        found = "not told of a protest"
    yield f"recipient {found}", 1.0
    if m.evidence.field == "title":
        yield "headline", 1.0
    if m.attribution:
        yield "told by a source", 1.0
    if (m.rule or "").startswith("operators"):
        yield "content of another verb", 1.0


def _is_signed(m: EventMention) -> bool:
    """ "Chad and Niger signed a treaty": both are actors, and nobody is left out."""
    first, last = (x - m.evidence.start for x in m.evidence.trigger)
    return m.cameo == "057" and m.evidence.text[first:last].lower().startswith(_SIGNING)


def _is_mutual(m: EventMention) -> bool:
    """ "Delhi and Islamabad accused each other", "traded blame": each is what the other aims at."""
    return bool(_MUTUAL.search(m.evidence.text.lower(), m.evidence.trigger[0] - m.evidence.start))


def _gives_ground(m: EventMention) -> bool:
    """Soldiers, rebels or two states that withdraw or disarm: seldom is told in whose favour."""
    armed = bool(m.actors) and all(ARMED & set(a.sectors) for a in m.actors)
    gives = m.event_type == "RETREAT" and m.event_mode in ("withdraw", "disarm")
    return gives and (armed or len(m.actors) > 1)


def _found(side: tuple[Entity, ...]) -> str:
    """How the parties of one side were found: the surest way of any of them."""
    if not side:
        return "not told"
    return min((_way(e) for e in side), key=_WAYS.index)


_WAYS = ("known by name", "named", "pointed back to", "of a country guessed", "of no country")


def _way(e: Entity) -> str:
    how = e.resolved_by or ""
    if not e.country:
        return "of no country"
    if "from the report" in how:
        return "of a country guessed"
    if how.startswith(("coreference", "description", "pronoun")) or "told of before" in how:
        return "pointed back to"
    return "known by name" if e.actor_id else "named"


@cache
def _weights() -> dict[str, float]:
    return dict(_read(tsv.rows(WEIGHTS_FILE)))


def _read(table: Iterable[dict[str, str]]) -> Iterator[tuple[str, float]]:
    for row in table:
        yield row["what"], float(row["weight"])
