"""The columns of numbers of a panel: each is one aggregate over the table ``items``."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import ontology
from dragoman.exporting.panels.spec import Measure, PanelSpec

_ROOTS = {f"{n:02}" for n in range(1, 21)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column, the SQL that makes it, and whether it is 0 (or unknown) where nothing happened."""

    name: str
    sql: str
    meaning: str
    zero: bool = True


def columns(spec: PanelSpec) -> list[Column]:
    """The columns that were asked for, the number of events or mentions first."""
    out = [Column("n", "count(*)", f"{spec.weight}")]
    for measure in spec.measures:
        out += _OF[measure](spec)
    return out


def _types(spec: PanelSpec) -> list[Column]:
    return [_counted(f"n_{t.lower()}", "event_type", t, f"{t} ({spec.weight})") for t in ontology.types()]


def _quads(spec: PanelSpec) -> list[Column]:
    names = {t.quad_code: t.quad for t in ontology.types().values()}
    return [_counted(f"quad_{n}", "quad_code", str(n), names[n]) for n in sorted(names)]


def _roots(spec: PanelSpec) -> list[Column]:
    known = ontology.cameo()
    return [
        _counted(f"cameo_{root}", "root", root, f"CAMEO {root} {known[root].name.lower()}")
        for root in sorted(_ROOTS)
    ]


def _statuses(spec: PanelSpec) -> list[Column]:
    extra = {"contested": "asserted by some, denied by others"} if spec.weight == "events" else {}
    return [
        _counted(f"status_{s}", "status", s, meaning) for s, meaning in (ontology.statuses() | extra).items()
    ]


def _scores(spec: PanelSpec) -> list[Column]:
    out = []
    for short, column, words in (
        ("plover", "plover_score", "PLOVER conflict–cooperation score"),
        ("goldstein", "goldstein", "Goldstein score"),
    ):
        # sums of decimals are exact, so that they do not depend on the order in which threads add
        exact = f"try_cast({column} AS DECIMAL(18, 4))"
        total = f"sum({exact})::DOUBLE"
        out += [
            Column(f"{short}_sum", total, f"sum of the {words}"),
            Column(
                f"{short}_mean", f"{total} / count({exact})", f"mean {words}; empty without events", False
            ),
        ]
    return out


def _outlets(spec: PanelSpec) -> list[Column]:
    """Counted apart, since one event may stand in many outlets; see ``panels.cells``."""
    return [Column("n_outlets", "", "different outlets that report them")]


def _magnitudes(spec: PanelSpec) -> list[Column]:
    if spec.weight == "mentions":
        return [_summed(name, f"{what}, as reported") for name, what in _COUNTED]
    return [
        _summed(f"{name}_{end}", f"{what}, {words} number reported of each event")
        for name, what in _COUNTED
        for end, words in (("min", "lowest"), ("max", "highest"))
    ]


_COUNTED = (("killed", "people killed"), ("injured", "people injured"), ("size", "people taking part"))
_OF = {
    "types": _types,
    "quads": _quads,
    "roots": _roots,
    "statuses": _statuses,
    "scores": _scores,
    "outlets": _outlets,
    "magnitudes": _magnitudes,
}


def _counted(name: str, column: str, value: str, meaning: str) -> Column:
    return Column(name, f"count(*) FILTER ({column} = '{value}')", meaning)


def _summed(name: str, meaning: str) -> Column:
    return Column(name, f"sum({name})::BIGINT", meaning)


def held(measures: tuple[Measure, ...]) -> bool:
    """True where outlets are counted."""
    return "outlets" in measures
