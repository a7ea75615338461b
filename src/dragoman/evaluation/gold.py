"""Gold sets as JSON lines: ``{id, split, date, text, events: [...], ...}``, one row a line."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman import ontology

FOLDED = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CRITICIZE": "ACCUSE",
}
"""Names of older PLOVER drafts and what they are now."""
QUADS = {1: "VCOOP", 2: "MCOOP", 3: "VCONF", 4: "MCONF"}
_SECTOR_CODES = frozenset(
    "GOV MIL REB OPP CVL COP LEG JUD PTY BUS EDU MED REF SPY ELI LAB REL AGR CRM UAF SEP INS MOD RAD DEV ENV "
    "HLH HRI SOC JRN CIV MOS".split()
)


class GoldError(ValueError):
    """A gold file that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Side:
    """One party of an event: its country code ("" where none) and its words."""

    country: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event, gold or predicted, in the form that is compared."""

    root: str
    quad: str
    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """One row of a gold set; ``raw`` keeps the fields that only some tasks have."""

    id: str
    text: str
    title: str | None
    date: dt.date | None
    events: tuple[GoldEvent, ...]
    raw: dict[str, Any]


def read_gold(path: Path, split: str = "all") -> list[Gold]:
    """The rows of a gold file, of one split or all.

    Raises:
        GoldError: a line is no JSON object or lacks ``id`` or ``text``.
    """
    out = []
    with path.open(encoding="utf-8") as stream:
        for line, text in enumerate(stream, start=1):
            if not text.strip():
                continue
            try:
                row = json.loads(text)
                gold = _row(row)
            except (ValueError, KeyError, TypeError) as error:
                raise GoldError(
                    f"{path}:{line}: not a gold row ({error}); see evaluation/gold/README.md"
                ) from error
            if split in ("all", row.get("split")):
                out.append(gold)
    return out


def _row(row: dict[str, Any]) -> Gold:
    events = tuple(e for e in (_event(x) for x in row.get("events") or []) if e.root or e.quad)
    return Gold(str(row["id"]), row["text"], row.get("title"), _date(row.get("date")), events, row)


def _date(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def root_of(code: str | None) -> str:
    """The PLOVER type of a type name or of a CAMEO code ("" where there is none)."""
    code = (code or "").strip().upper()
    if code[:1].isdigit():
        crossing = ontology.crosswalk()
        while code and code not in crossing:
            code = code[:-1]
        return crossing[code].event_type if code else ""
    return FOLDED.get(code, code)


def quad_of(root: str) -> str:
    """The quad class of a PLOVER type; YIELD stands for CONCEDE and RETREAT."""
    if root in ("YIELD", "CONCEDE"):
        return "MCOOP"  # the gold sets count concessions as material
    kind = ontology.types().get(root)
    return QUADS[kind.quad_code] if kind else ""


def _event(row: dict[str, Any]) -> GoldEvent:
    root = root_of(row.get("plover_root") or row.get("cameo_code"))
    return GoldEvent(
        root,
        row.get("quad") or quad_of(root),
        _sides(row.get("source")),
        _sides(row.get("target")),
        bool(row.get("symmetric")),
    )


def _sides(value: Any) -> tuple[Side, ...]:
    out = []
    for side in value if isinstance(value, list) else [value] if value else []:
        party = {"code": side} if isinstance(side, str) else side
        code = (party.get("country") or party.get("code") or "").upper()
        country = "" if code.startswith("---") or code[:3] in _SECTOR_CODES else code[:3]
        out.append(Side(country, (party.get("text") or "").lower()))
    return tuple(out)
