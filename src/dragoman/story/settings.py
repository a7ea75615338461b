"""What a person can edit about the story: the tables ``types.tsv`` and ``modes.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import tsv

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class TypeSettings:
    """How tellings of one PLOVER type are held together."""

    one_sided: bool
    """All parties stand on one side, as at a meeting."""
    strict_place: bool
    days: int
    """Days that two dates named in reports may lie apart."""
    back: int
    """Days before publication in which an event without a date may lie."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room, without its comments."""
    return tsv.rows(FOLDER / name)


@cache
def types() -> dict[str, TypeSettings]:
    """The settings of every type."""
    return {
        r["type"]: TypeSettings(r["sides"] == "one", r["place"] == "strict", int(r["days"]), int(r["back"]))
        for r in rows("types.tsv")
    }


@cache
def related_modes() -> frozenset[tuple[str, str, str]]:
    """(type, mode, mode) for modes that reports use for the same happening."""
    return frozenset(
        (r["type"], a, b) for r in rows("modes.tsv") for a in r["modes"].split() for b in r["modes"].split()
    )
