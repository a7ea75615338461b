"""``dragoman code``: reports in, records out."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import app
from dragoman.reading import ReadProblem, read
from dragoman.reading.documents import read_bytes
from dragoman.records import Document, Record


@app.command()
def code(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help="table, json, jsonl, csv or parquet.")] = "table",
    published: Annotated[str | None, typer.Option(help="Date of the reports, like 2018-08-27.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Name of the paper, broadcaster or agency.")] = None,
) -> None:
    """Code reports into event mentions, statements and actors."""
    from dragoman.coding import Coder

    day = dt.date.fromisoformat(published) if published else None
    coder = Coder()
    failed = 0
    records: list[Record] = []
    for item in documents(paths, day, outlet):
        if isinstance(item, ReadProblem):
            typer.echo(f"dragoman: {item}", err=True)
            failed += 1
            continue
        records.append(coder.code(item))
    if format == "json":
        shown = [r.to_dict() for r in records]
        typer.echo(json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=1))
    elif format == "jsonl":
        for r in records:
            typer.echo(r.to_json())
    raise typer.Exit(1 if failed else 0)


def documents(paths: list[str], day: dt.date | None, outlet: str | None) -> Iterator[Document | ReadProblem]:
    """Every document of the paths given on the command line."""
    for path in paths:
        if path == "-":
            yield from read_bytes(sys.stdin.buffer.read(), "standard input", published=day, outlet=outlet)
        else:
            yield from read(Path(path), published=day, outlet=outlet)
