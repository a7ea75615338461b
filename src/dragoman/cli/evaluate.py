"""``dragoman eval``: score the coder on gold, and hold the floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import say

if TYPE_CHECKING:
    from dragoman.evaluation import Report

_TOLERANCE = 0.0005


def evaluate_command(
    sets: Annotated[list[Path], typer.Argument(help="Gold files, one JSON object a line.")],
    split: Annotated[str, typer.Option(help="dev, test or all.")] = "all",
    errors: Annotated[int, typer.Option(help="How many of the errors to show.")] = 0,
    floors: Annotated[
        Path | None, typer.Option(help="A file of floors; exit 1 when a score is under one.")
    ] = None,
    raise_floors: Annotated[bool, typer.Option(help="Write better scores into the floors file.")] = False,
    limit: Annotated[int, typer.Option(help="Take only this many rows of each set; 0 takes all.")] = 0,
) -> None:
    """Score the coder on gold sets: tables, confusions and the worst errors."""
    from dragoman.coding import Coder
    from dragoman.evaluation import evaluate, read_gold

    coder = Coder()
    failed = False
    held = json.loads(floors.read_text(encoding="utf-8")) if floors and floors.exists() else {}
    for path in sets:
        if not path.exists():
            say(f"{path}: there is no such gold file; check the path")
            raise typer.Exit(2)
        gold = read_gold(path, split)
        if not gold:
            say(f"{path}: no rows of the split {split!r}; try --split all")
            raise typer.Exit(2)
        report = evaluate(coder, gold[: limit or None], errors=errors)
        _show(path.stem, split, report)
        name = f"{path.stem}/{split}"
        failed |= not _hold(name, report, held.get(name, {}))
        if raise_floors:
            held[name] = {
                k: max(round(v, 4), held.get(name, {}).get(k, 0.0)) for k, v in report.scores.items()
            }
    if raise_floors and floors:
        floors.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    raise typer.Exit(1 if failed else 0)


def _show(name: str, split: str, report: Report) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table(title=f"{name} ({split}): {report.task}, {report.rows} rows", title_justify="left")
    table.add_column("measure")
    table.add_column("score", justify="right")
    table.add_column("")
    for key, value in report.scores.items():
        table.add_row(key, f"{value:.3f}", report.details.get(key, ""))
    console.print(table)
    if report.confusion:
        wrong = Table(title="commonest confusions", title_justify="left")
        for column in ("gold", "coded", "times"):
            wrong.add_column(column)
        for gold, coded, times in report.confusion:
            wrong.add_row(gold, coded, str(times))
        console.print(wrong)
    for line in report.errors:
        console.print(line, markup=False, highlight=False)


def _hold(name: str, report: Report, floor: dict[str, float]) -> bool:
    kept = True
    for key, least in floor.items():
        value = report.scores.get(key, 0.0)
        if value + _TOLERANCE < least:
            say(f"{name}: {key} is {value:.4f}, under its floor {least:.4f}")
            kept = False
    return kept
