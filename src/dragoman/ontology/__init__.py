"""PLOVER and CAMEO as tables, the crosswalk between them, and both scores.

All facts are rows of ``data/*.tsv``, each file naming its source; where the manual
contradicts itself, ``docs/ontology.md`` says what was decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import tsv

VERSION = "plover-0.8+cameo-1.1b3"
_DATA = Path(__file__).parent / "data"


class UnknownTerm(KeyError):
    """A code, type, mode or context that the ontology does not have."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's sixteen event types; the score runs from -10 (conflict) to +10."""

    name: str
    quad_code: int
    quad: str
    requires_recipient: bool
    plover_score: float
    meaning: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One of CAMEO's 312 codes; codes are strings, since their leading zero counts."""

    code: str
    name: str
    goldstein: float
    quad_code: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a CAMEO code is in PLOVER."""

    cameo: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    note: str


def _rows(name: str) -> list[dict[str, str]]:
    return tsv.rows(_DATA / name)


@cache
def types() -> dict[str, EventType]:
    """The sixteen PLOVER types by name."""
    return {
        r["type"]: EventType(
            r["type"],
            int(r["quad_code"]),
            r["quad"],
            r["requires_recipient"] == "yes",
            float(r["plover_score"]),
            r["meaning"],
        )
        for r in _rows("types.tsv")
    }


@cache
def modes() -> dict[tuple[str, str], float]:
    """PLOVER score of every (type, mode)."""
    return {(r["type"], r["mode"]): float(r["plover_score"]) for r in _rows("modes.tsv")}


@cache
def contexts() -> dict[str, str]:
    """PLOVER's 37 contexts with their meaning."""
    return {r["context"]: r["meaning"] for r in _rows("contexts.tsv")}


@cache
def sectors() -> dict[str, str]:
    """Sector codes with their meaning."""
    return {r["sector"]: r["meaning"] for r in _rows("sectors.tsv")}


@cache
def statuses() -> dict[str, str]:
    """The six statuses: PLOVER's auxiliary modes, with denial kept apart from negation."""
    return {r["status"]: r["meaning"] for r in _rows("statuses.tsv")}


@cache
def nonstate() -> dict[str, str]:
    """PLOVER's country codes for actors that have no state (``IGO``, ``NGO`` …)."""
    return {r["code"]: r["meaning"] for r in _rows("nonstate.tsv")}


@cache
def cameo() -> dict[str, CameoCode]:
    """The 312 CAMEO codes."""
    return {
        r["code"]: CameoCode(r["code"], r["name"], float(r["goldstein"]), int(r["quad_code"]))
        for r in _rows("cameo.tsv")
    }


@cache
def crosswalk() -> dict[str, Crossing]:
    """CAMEO code → PLOVER type, mode and contexts (none for 01 and 02)."""
    return {
        r["cameo"]: Crossing(
            r["cameo"],
            r["type"],
            r["mode"] or None,
            tuple(c for c in r["contexts"].split(";") if c),
            r["note"],
        )
        for r in _rows("crosswalk.tsv")
    }


def plover_score(event_type: str, mode: str | None = None) -> float:
    """The PLOVER conflict–cooperation score of a type and mode, -10 to +10.

    Raises:
        UnknownTerm: the type or the mode is not one of the ontology.
    """
    if event_type not in types():
        raise UnknownTerm(f"no PLOVER type {event_type!r}; types are {', '.join(types())}")
    if not mode:
        return types()[event_type].plover_score
    try:
        return modes()[event_type, mode]
    except KeyError:
        known = ", ".join(m for t, m in modes() if t == event_type) or "none"
        raise UnknownTerm(f"no mode {mode!r} of {event_type}; its modes are {known}") from None


def goldstein(code: str) -> float:
    """The Goldstein score of a CAMEO code, -10 to +10.

    Raises:
        UnknownTerm: ``code`` is not one of the 312.
    """
    try:
        return cameo()[code].goldstein
    except KeyError:
        raise UnknownTerm(f"no CAMEO code {code!r}; codes are strings of two to four digits") from None


_DEFAULT_CAMEO = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070",
    "RETREAT": "087", "REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip


def default_cameo(event_type: str) -> str:
    """The broadest CAMEO code of a PLOVER type, where a sense names no closer one."""
    return _DEFAULT_CAMEO[event_type]
