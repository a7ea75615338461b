"""Country codes of other data sets, numbers for ids, and other things that several formats need."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache
from typing import Any

from dragoman import ontology
from dragoman.knowledge.tables import DATA, TABLES, Problem, read_rows


@cache
def states() -> dict[str, dict[str, str]]:
    """ISO alpha-3 → ``name``, ``iso2``, ``fips``, ``gw`` and ``cow``, from the knowledge tables."""
    out = {}
    for row in read_rows(DATA / "states.tsv", TABLES["states"], "states.tsv"):
        if not isinstance(row, Problem) and row["iso3"]:
            out[row["iso3"]] = {name: row[name].strip() for name in ("name", "iso2", "fips", "gw", "cow")}
    return out


def state(iso3: str | None, what: str) -> str:
    """A code or the name of a country; empty where it has none."""
    return states().get(iso3 or "", {}).get(what, "")


def number_of(*parts: object) -> int:
    """A whole number below 2^52 that depends only on ``parts``; no reader rounds it."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(joined).digest()[:8], "big") >> 12


def compact(day: dt.date | None) -> str:
    """20180827, or nothing."""
    return day.strftime("%Y%m%d") if day else ""


def one_line(value: Any) -> str:
    """A cell of a format that has no quoting: no tabs, no line ends; None is nothing."""
    if value is None:
        return ""
    return " ".join(value.split()) if isinstance(value, str) else str(value)


def cameo_of(row: dict[str, Any]) -> str:
    """The CAMEO code of a mention or event, the broadest of its type where it has none."""
    return row["cameo"] or ontology.default_cameo(row["event_type"])
