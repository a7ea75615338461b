"""``dragoman lexicon``: look after the lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import Exit
from dragoman.cli.codebooks import OntologyOption

app = typer.Typer(help="Look after the lexicon of triggers.", no_args_is_help=True)


@app.callback()
def _lexicon() -> None:
    """Commands on the lexicon."""


@app.command()
def check(
    types: Annotated[
        list[str] | None, typer.Argument(help="Types to check, like assault; all where none is given.")
    ] = None,
    examples: Annotated[
        bool, typer.Option(help="Code every example and report those that do not code as they say.")
    ] = True,
    ontology: OntologyOption = None,
) -> None:
    """Find conflicts, unknown codes, unreadable rows, and examples that do not code as they say.

    Exits 1 when a row is in error; examples that fail are reported with their share.
    """
    from dragoman.coding import Coder
    from dragoman.coding.lexicon_check import check_examples, check_rows

    if ontology is not None:
        _check_codebook(ontology)
    coder = Coder()
    wanted = [t.lower() for t in types or []]
    rows = [f for f in check_rows(coder.lexicon) if not wanted or f.where.split(".")[0] in wanted]
    for finding in rows:
        typer.echo(str(finding))
    total = failed = 0
    if examples:
        for only in wanted or [None]:  # type: ignore[list-item]
            for _, found in check_examples(coder, only):
                total += 1
                if found is not None:
                    failed += 1
                    typer.echo(str(found))
    typer.echo(
        f"{len(coder.lexicon.senses)} rows, {len(rows)} findings on rows; "
        f"{total} examples coded, {failed} not as they say"
    )
    raise typer.Exit(1 if any("no " in f.message or "cells" in f.message for f in rows) else 0)


def _check_codebook(path: Path) -> None:
    """Check the triggers of a codebook alone; ends the command."""
    from dragoman.coding.own import OwnCoder, check_triggers
    from dragoman.ontology.codebook import CodebookError, read_codebook

    try:
        book = read_codebook(path)
    except CodebookError as error:
        raise typer.BadParameter(str(error), param_hint="--ontology") from None
    found = list(check_triggers(OwnCoder(book)))
    for line in found:
        typer.echo(line)
    typer.echo(f"{len(book.types)} types, {len(book.triggers)} triggers; {len(found)} findings")
    raise typer.Exit(Exit.INPUT if found else Exit.OK)
