"""What the base holds: rows by table, terms by region and decade, and how many state-years have a leader."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from .build import UNKNOWN_TERM
from .tables import DATA, Loaded, Row, first_day, last_day, read_all

DECADES = tuple(range(1940, 2030, 10))
_LEADERS = frozenset(["head-of-state", "head-of-government", "supreme-leader", "junta-leader"])
_LATEST = 2025


@dataclass(slots=True)
class Stats:
    """Counts over the tables."""

    rows: dict[str, int] = field(default_factory=dict)
    persons: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    """Organisations, outlets, places and states by kind."""
    offices: dict[str, int] = field(default_factory=dict)
    terms: dict[str, dict[int, int]] = field(default_factory=dict)
    """Region, then decade, then the terms that touch it."""
    covered: dict[str, dict[int, tuple[int, int]]] = field(default_factory=dict)
    """Region, then decade, then state-years with a known leader and all state-years."""


def count(data: Path = DATA) -> Stats:
    """Count the tables under ``data``."""
    loaded = read_all(data)
    stats = Stats({table: len(rows) for table, rows in loaded.rows.items() if rows})
    stats.persons = len({row["person_id"] for row in loaded.rows["terms"]})
    for table in ("states", "organisations", "outlets", "places"):
        for kind, number in sorted(Counter(row["kind"] for row in loaded.rows[table]).items()):
            stats.kinds[f"{table}: {kind}"] = number
    stats.offices = dict(Counter(row["office"] for row in loaded.rows["terms"]).most_common())
    _by_region(loaded, stats)
    return stats


def _region(row: Row) -> str:
    """The region of a term, told by its file: ``terms/africa-east.tsv`` is ``africa``."""
    return row.file.rpartition("/")[2].removesuffix(".tsv").partition("-")[0]


def _years(row: Row) -> range:
    """The years that a term touches; an unknown end counts as four years."""
    first = first_day(row["start"])
    last = first + UNKNOWN_TERM if row["end"] == "?" else last_day(row["end"])
    return range(first // 10000, min(last // 10000, _LATEST) + 1) if first else range(0)


def _by_region(loaded: Loaded, stats: Stats) -> None:
    """Fill in the counts by region and decade."""
    terms: dict[str, Counter[int]] = defaultdict(Counter)
    leaders: set[tuple[str, int]] = set()
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    for row in loaded.rows["terms"]:
        region, years = _region(row), _years(row)
        regions[row["country"]][region] += 1
        for decade in {year // 10 * 10 for year in years}:
            terms[region][decade] += 1
        if row["office"] in _LEADERS:
            leaders.update((row["country"], year) for year in years)
    covered: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    for country, year in sorted(_state_years(loaded)):
        region = regions[country].most_common(1)[0][0] if regions[country] else "none"
        have, of = covered[region].get(year // 10 * 10, (0, 0))
        covered[region][year // 10 * 10] = (have + ((country, year) in leaders), of + 1)
    stats.terms = {region: dict(sorted(terms[region].items())) for region in sorted(terms)}
    stats.covered = {region: covered[region] for region in sorted(covered)}


def _state_years(loaded: Loaded) -> set[tuple[str, int]]:
    """Every year since 1945 of every state, after Gleditsch and Ward."""
    found = set()
    for row in loaded.rows["membership"]:
        if row["system"] != "GW" or not row["iso3"]:
            continue
        last = last_day(row["end"]) // 10000
        for year in range(max(1945, first_day(row["start"]) // 10000), min(last, _LATEST) + 1):
            found.add((row["iso3"], year))
    return found
