"""``dragoman knowledge``: ask, show, check, build, count and extend the knowledge base."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from ..knowledge import Candidate, Knowledge
from ..knowledge import build as building
from ..knowledge.check import check_data, check_own
from ..knowledge.stats import Stats, count
from ..knowledge.tables import DATA, own_directory, read_extra
from .knowledge_import import app as importing

app = typer.Typer(help="Who is who, on the day.", no_args_is_help=True)
app.add_typer(importing, name="import")


class Format(StrEnum):
    """How answers are printed."""

    table = "table"
    jsonl = "jsonl"


@app.command()
def find(
    names: Annotated[
        list[str],
        typer.Argument(
            help="A name, an office with its country, or a description; - reads lines 'question<TAB>date'."
        ),
    ],
    date: Annotated[
        str | None, typer.Option(help="The day to answer for: YYYY-MM-DD, YYYY-MM or YYYY.")
    ] = None,
    format: Annotated[
        Format, typer.Option(help="A table to read, or one JSON object a line.")
    ] = Format.table,
    own: Annotated[
        list[Path] | None, typer.Option(help="A file of your own actors, which win over ours.")
    ] = None,
) -> None:
    """Find who a name or description means on a day, best first."""
    try:
        day = parse_date(date)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    base = Knowledge.load(extra=own or ())
    if names == ["-"]:
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(_answer_line(base, line.rstrip("\n"), day), ensure_ascii=False), flush=True)
        return
    for query in questions(names):
        found = ask(base, query, day)
        if format is Format.jsonl:
            print(json.dumps(_answer(query, day, found), ensure_ascii=False))
        else:
            _print_table(query, day, found)


def questions(arguments: list[str]) -> list[str]:
    """The questions on a command line: quoted arguments are one each, bare words together one."""
    return arguments if any(" " in a for a in arguments) else [" ".join(arguments)]


def ask(base: Knowledge, query: str, day: dt.date | None) -> list[Candidate]:
    """Resolve a question; a name typed in small letters is tried with capitals too."""
    found = base.resolve(query, day)
    if not found and query.islower():
        found = base.lookup(query, day) or base.resolve(query.title(), day)
    return found


def parse_date(text: str | None) -> dt.date | None:
    """A date option; a bare year means its middle, a month its middle."""
    if not text:
        return None
    found = re.fullmatch(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", text.strip())
    if not found:
        raise ValueError(f"not a date: {text!r} (YYYY-MM-DD, YYYY-MM or YYYY)")
    return dt.date(int(found[1]), int(found[2] or 7), int(found[3] or (15 if found[2] else 1)))


def _answer_line(base: Knowledge, line: str, default: dt.date | None) -> dict[str, Any]:
    """The answer to one line of standard input; a bad date is part of the answer, not the end of the run."""
    query, _, date = line.partition("\t")
    try:
        day = parse_date(date) or default
    except ValueError as error:
        return {"query": query, "date": date, "candidates": [], "error": str(error)}
    return _answer(query, day, ask(base, query, day))


def _answer(query: str, day: dt.date | None, found: list[Candidate]) -> dict[str, Any]:
    """A question with its candidates as JSON types."""
    return {
        "query": query,
        "date": day.isoformat() if day else None,
        "candidates": [as_json(c) for c in found],
    }


def as_json(candidate: Candidate) -> dict[str, Any]:
    """A candidate as JSON types; an unknown actor has no id."""
    return {
        "actor_id": candidate.actor_id or None,
        "name": candidate.name,
        "country": candidate.country,
        "sectors": list(candidate.sectors),
        "office": candidate.office,
        "start": candidate.start,
        "end": candidate.end,
        "resolved_by": candidate.resolved_by,
        "score": candidate.score,
    }


def _print_table(query: str, day: dt.date | None, found: list[Candidate]) -> None:
    """Candidates as a table for people."""
    table = Table(title=f"{query} ({day.isoformat() if day else 'any day'})", title_justify="left")
    for column in ("actor", "name", "country", "sectors", "office", "since", "until", "by", "score"):
        table.add_column(column, overflow="fold")
    for c in found:
        table.add_row(
            c.actor_id or "-",
            c.name,
            c.country or "",
            " ".join(c.sectors),
            c.office or "",
            c.start or "",
            c.end or "",
            c.resolved_by,
            f"{c.score:.2f}",
        )
    Console().print(table if found else f"{query}: nothing found")


@app.command()
def show(
    actor_id: Annotated[str, typer.Argument(help="An id such as country:IRN or person:bashar-al-assad.")],
) -> None:
    """Show everything that the base holds on one actor, with file and line."""
    entry = Knowledge.load().entry(actor_id)
    if entry is None:
        typer.echo(f"no such actor: {actor_id}", err=True)
        raise typer.Exit(1)
    print(json.dumps(entry, ensure_ascii=False, indent=2))


@app.command()
def check(
    data: Annotated[Path, typer.Option(help="The folder of tables.")] = DATA,
    errors_only: Annotated[bool, typer.Option("--errors-only", help="Leave the warnings out.")] = False,
) -> None:
    """Check the tables; every finding has a file and a line. Exits 1 when there are errors."""
    found = check_data(data)
    errors = [p for p in found if p.severity == "error"]
    for problem in errors if errors_only else found:
        print(problem)
    typer.echo(f"{len(errors)} errors, {len(found) - len(errors)} warnings", err=True)
    if errors:
        raise typer.Exit(1)


@app.command()
def build(
    output: Annotated[Path, typer.Option(help="Where to write the compiled file.")] = building.COMPILED,
    data: Annotated[Path, typer.Option(help="The folder of tables.")] = DATA,
) -> None:
    """Compile the tables to the one file that is used."""
    loaded = building.compile_data(output, data)
    for problem in loaded.problems:
        typer.echo(str(problem), err=True)
    rows = sum(len(rows) for rows in loaded.rows.values())
    typer.echo(
        f"{output}: {rows} rows, {output.stat().st_size / 1e6:.1f} MB, {len(loaded.problems)} problems"
    )


@app.command()
def stats(data: Annotated[Path, typer.Option(help="The folder of tables.")] = DATA) -> None:
    """Count rows, and coverage by region and decade."""
    found = count(data)
    console = Console(width=max(Console().width, 120))
    console.print(_two_columns("table", "rows", {**found.rows, "persons": found.persons}))
    console.print(_two_columns("kind", "rows", found.kinds))
    console.print(_two_columns("office", "terms", found.offices))
    console.print(_terms_table(found))
    console.print(_coverage_table(found))


def _two_columns(left: str, right: str, counts: dict[str, int]) -> Table:
    """A table of counts."""
    table = Table(left, right)
    for name, number in counts.items():
        table.add_row(name, f"{number:,}")
    return table


def _decades(found: Stats) -> list[int]:
    """The decades from the 1940s on that have terms."""
    return sorted({d for row in found.terms.values() for d in row if d >= 1940})


def _terms_table(found: Stats) -> Table:
    """Terms by region and decade."""
    decades = _decades(found)
    table = Table("terms in", *(f"{d}s" for d in decades))
    for region, row in found.terms.items():
        table.add_row(region, *(f"{row.get(d, 0):,}" for d in decades))
    return table


def _coverage_table(found: Stats) -> Table:
    """The share of state-years with a known leader, by region and decade."""
    decades = _decades(found)
    table = Table("state-years with a leader", *(f"{d}s" for d in decades))
    for region, row in found.covered.items():
        table.add_row(region, *_shares(row, decades))
    return table


def _shares(row: dict[int, tuple[int, int]], decades: list[int]) -> Iterator[str]:
    """One share a decade."""
    for decade in decades:
        have, of = row.get(decade, (0, 0))
        yield f"{have / of:.0%}" if of else ""


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="A TSV of your own actors.", exists=True, dir_okay=False)],
) -> None:
    """Add a file of your own actors; they win over ours in every later run."""
    loaded = read_extra(file)
    doubtful = check_own(loaded)
    for problem in [*loaded.problems, *doubtful]:
        typer.echo(str(problem), err=True)
    rows = sum(len(rows) for rows in loaded.rows.values())
    if not rows:
        typer.echo("nothing to add", err=True)
        raise typer.Exit(1)
    target = own_directory() / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())
    typer.echo(f"{rows} rows added: {target} (delete the file to take them back)")
