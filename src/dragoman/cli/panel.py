"""``dragoman panel``: a store as a panel of countries, pairs, actors, regions or cells over time."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from dragoman.cli.app import EXIT_CODES, OutputError, errors_reported, say
from dragoman.cli.filters import HELP, Asked, StoreOption, filtered

EPILOG = f"{HELP}\n\n`docs/panels.md` says what is counted for whom, and lists the columns.\n\n{EXIT_CODES}"
_Words = list[str] | None


class UnitName(StrEnum):
    """What a row is about."""

    country = "country"
    dyad = "dyad"
    undirected = "undirected-dyad"
    actor = "actor"
    admin1 = "admin1"
    grid = "prio-grid"


class PeriodName(StrEnum):
    """How long a row lasts."""

    day = "day"
    week = "week"
    month = "month"
    year = "year"


class SystemName(StrEnum):
    """Whose list of states, with the days on which they were states."""

    GW = "GW"
    COW = "COW"


class WeightName(StrEnum):
    """What counts as one."""

    events = "events"
    mentions = "mentions"


class SideName(StrEnum):
    """Whose country, or which actor, counts."""

    either = "either"
    actor = "actor"
    recipient = "recipient"
    place = "place"


class FillName(StrEnum):
    """Which units have rows of zeros."""

    all = "all"
    active = "active"
    none = "none"


@filtered(
    since="First day; otherwise that of the first event.",
    until="Last day, included; otherwise that of the last event.",
)
def panel(
    store: StoreOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="A .csv or .parquet file to write.")
    ],
    asked: Asked,
    unit: Annotated[UnitName, typer.Option("--unit", "-u", help="What a row is about.")] = UnitName.country,
    by: Annotated[PeriodName, typer.Option("--by", "-b", help="How long a row lasts.")] = PeriodName.month,
    system: Annotated[
        SystemName,
        typer.Option(help="States after Gleditsch and Ward, or the Correlates of War."),
    ] = SystemName.GW,
    weight: Annotated[WeightName, typer.Option(help="Count events or mentions.")] = WeightName.events,
    measure: Annotated[
        _Words,
        typer.Option(
            "--measure",
            "-m",
            metavar="NAME",
            help="types, quads, roots, statuses, scores, outlets, magnitudes; otherwise all.",
        ),
    ] = None,
    side: Annotated[
        SideName | None, typer.Option(help="For countries and actors: which side counts; otherwise either.")
    ] = None,
    fill: Annotated[
        FillName | None,
        typer.Option(help="Zero rows for all members, for units with any event, or for none."),
    ] = None,
    licence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The licence that the manifest states.")
    ] = None,
) -> None:
    """Make a panel: a row for each country, pair, actor, region or cell in each day, week, month or year.

    Rows of zeros stand where nothing happened, but no state has one before it began or after it ended.
    """
    from dragoman.exporting.manifest import write_panel_manifest
    from dragoman.exporting.panels import MEASURES, PanelError, PanelSpec, write_panel

    try:
        spec = PanelSpec(
            unit=_value(unit),
            by=_value(by),
            since=asked.since,
            until=asked.until,
            system=_value(system),
            weight=_value(weight),
            measures=cast(Any, tuple(_split(measure)) or MEASURES),
            side=_value(side),
            fill=_value(fill),
            filter=replace(asked, since=None, until=None),
        )
    except PanelError as error:
        raise typer.BadParameter(str(error)) from None
    with errors_reported():
        from dragoman.store import Store

        with Store.open(store, create=False, read_only=True) as opened:
            try:
                counts = write_panel(opened, spec, output)
                made = write_panel_manifest(opened, spec, output, counts, licence=licence)
            except PanelError as error:
                raise typer.BadParameter(str(error)) from None
            except OSError as error:
                raise OutputError(output, error.strerror or str(error)) from error
    say(f"{output}: {counts.rows:,} rows from {counts.counted:,} of {counts.items:,} {spec.weight}")
    say(f"{made}: what it was made of, and a citation; `dragoman reproduce` makes it again")
    if counts.left_out:
        say(f"{counts.left_out:,} {spec.weight} count for no {spec.unit}; docs/panels.md says why")
    if counts.outside:
        named = ", ".join(f"{country} {n:,}" for country, n in counts.outside[:8])
        more = f" and {len(counts.outside) - 8} more" if len(counts.outside) > 8 else ""
        say(f"no member of {spec.system} on the day: {named}{more}")


def _split(words: _Words) -> list[str]:
    """Codes may be given one by one or with commas between them."""
    return [part for word in words or () for part in word.split(",")]


def _value(choice: StrEnum | None) -> Any:
    return None if choice is None else choice.value
