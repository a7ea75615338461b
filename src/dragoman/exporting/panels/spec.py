"""What a panel is asked to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from dragoman.store.filters import Filter

Unit = Literal["country", "dyad", "undirected-dyad", "actor", "admin1", "prio-grid"]
Period = Literal["day", "week", "month", "year"]
System = Literal["GW", "COW"]
Weight = Literal["mentions", "events"]
Side = Literal["either", "actor", "recipient", "place"]
Fill = Literal["all", "active", "none"]
Measure = Literal["types", "quads", "roots", "statuses", "scores", "outlets", "magnitudes"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
UNITS: tuple[Unit, ...] = get_args(Unit)


class PanelError(ValueError):
    """A panel that cannot be made, with what to ask for instead."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel: one row for each unit in each period.

    Raises:
        PanelError: the parts do not go together, or one of them does not exist.
    """

    unit: Unit = "country"
    by: Period = "month"
    since: dt.date | None = None
    """First day; without one that of the earliest event."""
    until: dt.date | None = None
    """Last day, itself included; without one that of the latest event."""
    system: System = "GW"
    weight: Weight = "events"
    measures: tuple[Measure, ...] = MEASURES
    side: Side | None = None
    """Whose country or actor counts: either party (the default), one side, or where it happened."""
    fill: Fill | None = None
    """Zero rows for ``all`` units, for those ``active`` anywhere in the panel, or ``none``."""
    filter: Filter = field(default_factory=Filter)

    def __post_init__(self) -> None:
        _check("unit", [self.unit], UNITS)
        _check("period", [self.by], get_args(Period))
        _check("system", [self.system], get_args(System))
        _check("weight", [self.weight], get_args(Weight))
        _check("measure", self.measures, MEASURES)
        if self.side is not None:
            _check("side", [self.side], get_args(Side))
        if self.fill is not None:
            _check("fill", [self.fill], get_args(Fill))
        if self.since and self.until and self.since > self.until:
            raise PanelError(f"since {self.since} is later than until {self.until}")
        self._check_together()

    def _check_together(self) -> None:
        if self.side is not None and self.unit not in ("country", "actor"):
            raise PanelError(f"a side belongs to units country and actor; {self.unit} has its own")
        if self.unit == "actor" and self.side == "place":
            raise PanelError("an actor is on a side, not at a place; take either, actor or recipient")
        if self.fill == "all" and self.unit in ("actor", "admin1", "prio-grid"):
            raise PanelError(
                f"there is no dated list of every {self.unit} to fill with zeros; "
                "take fill active, which fills those with an event anywhere in the panel"
            )
        if self.filter.since or self.filter.until:
            raise PanelError("give since and until to the panel, not to its filter")

    @property
    def filled(self) -> Fill:
        """Which units get zero rows: all countries, and otherwise the active ones."""
        return self.fill or ("all" if self.unit == "country" else "active")

    @property
    def seen_from(self) -> Side:
        """The side that counts."""
        return self.side or "either"


def _check(what: str, values: Iterable[str], known: Iterable[str]) -> None:
    for value in values:
        if value not in known:
            raise PanelError(f"there is no {what} {value!r}; there are {', '.join(known)}")
