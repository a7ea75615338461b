"""``dragoman panel``: a store as a panel of countries, pairs, actors, regions or cells over time."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from dragoman.cli.app import EXIT_CODES, OutputError, errors_reported, say

EPILOG = "`docs/panels.md` says what is counted for whom, and lists the columns.\n\n" + EXIT_CODES
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


class ReviewedName(StrEnum):
    """Which codings count, after what reviewers decided."""

    all = "all"
    confirmed = "confirmed"
    unrejected = "unrejected"


def _option(*names: str, metavar: str, help: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel="What is counted")


def panel(
    store: Annotated[
        Path, typer.Option("--store", "-s", metavar="FILE", envvar="DRAGOMAN_STORE", help="The store.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="A .csv or .parquet file to write.")
    ],
    unit: Annotated[UnitName, typer.Option("--unit", "-u", help="What a row is about.")] = UnitName.country,
    by: Annotated[PeriodName, typer.Option("--by", "-b", help="How long a row lasts.")] = PeriodName.month,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day; otherwise that of the first event.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day, included; otherwise that of the last event.")
    ] = None,
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
    reviewed: Annotated[
        ReviewedName, typer.Option(help="All codings, only confirmed ones, or all but rejected ones.")
    ] = ReviewedName.all,
    actor: Annotated[_Words, _option("--actor", metavar="WHO", help="Who acts.")] = None,
    recipient: Annotated[_Words, _option("--recipient", metavar="WHO", help="To whom it is done.")] = None,
    party: Annotated[_Words, _option("--party", metavar="WHO", help="On either side.")] = None,
    type_: Annotated[_Words, _option("--type", metavar="TYPE", help="PLOVER type, such as AGREE.")] = None,
    mode: Annotated[_Words, _option("--mode", metavar="MODE", help="PLOVER mode, such as visit.")] = None,
    context: Annotated[_Words, _option("--context", metavar="CONTEXT", help="PLOVER context.")] = None,
    cameo: Annotated[_Words, _option("--cameo", metavar="CODE", help="A CAMEO code or its start.")] = None,
    quad: Annotated[_Words, _option("--quad", metavar="1-4", help="PLOVER's quad code.")] = None,
    status: Annotated[_Words, _option("--status", metavar="STATUS", help="asserted, denied …")] = None,
    place: Annotated[_Words, _option("--place", metavar="PLACE", help="Country code or name.")] = None,
    according_to: Annotated[
        _Words,
        _option("--according-to", metavar="WHO", help="A speaker, agency or outlet, or its country."),
    ] = None,
    outlet: Annotated[_Words, _option("--outlet", metavar="NAME", help="Where the report stands.")] = None,
    text: Annotated[
        str | None, _option("--text", "-t", metavar="WORDS", help="Words in the sentence, in any form.")
    ] = None,
    min_confidence: Annotated[
        str | None, _option("--min-confidence", metavar="0-1", help="How sure at least.")
    ] = None,
) -> None:
    """Make a panel: a row for each country, pair, actor, region or cell in each day, week, month or year.

    Rows of zeros stand where nothing happened, but no state has one before it began or after it ended.
    """
    from dragoman.exporting.panels import MEASURES, PanelError, PanelSpec, write_panel
    from dragoman.store.filters import Filter, FilterError, period

    words: dict[str, Any] = {
        "actor": actor, "recipient": recipient, "party": party, "type": _split(type_), "mode": _split(mode),
        "context": _split(context), "cameo": _split(cameo), "quad": _split(quad), "status": _split(status),
        "place": place, "according_to": according_to, "outlet": outlet, "text": text,
        "min_confidence": min_confidence,
    }  # fmt: skip
    try:
        spec = PanelSpec(
            unit=_value(unit),
            by=_value(by),
            since=period(since)[0] if since else None,
            until=period(until)[1] if until else None,
            system=_value(system),
            weight=_value(weight),
            measures=cast(Any, tuple(_split(measure)) or MEASURES),
            side=_value(side),
            fill=_value(fill),
            reviewed=_value(reviewed),
            filter=Filter.of({name: value for name, value in words.items() if value}),
        )
    except (FilterError, PanelError) as error:
        raise typer.BadParameter(str(error)) from None
    with errors_reported():
        from dragoman.store import Store

        with Store.open(store, create=False, read_only=True) as opened:
            try:
                counts = write_panel(opened, spec, output)
            except PanelError as error:
                raise typer.BadParameter(str(error)) from None
            except OSError as error:
                raise OutputError(output, error.strerror or str(error)) from error
    say(f"{output}: {counts.rows:,} rows from {counts.counted:,} of {counts.items:,} {spec.weight}")
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
