"""``dragoman knowledge import``: tables in our own format from other people's data."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ..knowledge import Knowledge
from ..knowledge.tables import own_directory
from ..knowledge.wikidata import DumpError, Progress, read_dump, write_tables
from .app import Exit, say

app = typer.Typer(help="Tables of your own from other people's data.", no_args_is_help=True)
_EVERY = 5.0


@app.callback()
def _root() -> None:
    """Keep the sources apart: `import wikidata`."""


@app.command()
def wikidata(
    dump: Annotated[
        str,
        typer.Argument(
            help="A JSON dump (latest-all.json.bz2), plain or as .bz2, .gz or .zst; - reads standard input."
        ),
    ],
    since: Annotated[
        int | None, typer.Option(help="Leave out terms of office that ended before this year.", min=1)
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            help="The folder to write to, instead of the one that every later run reads.", file_okay=False
        ),
    ] = None,
    restart: Annotated[
        bool, typer.Option("--restart", help="Forget what an earlier run over the dump had done.")
    ] = False,
) -> None:
    """Read officials, parties, bodies and outlets out of a Wikidata dump.

    The dump is streamed; what is found goes to a work file in the folder, and a run that was stopped goes on
    there. Only what the shipped tables lack is written, and it never wins over them.
    """
    folder = output or own_directory() / "wikidata"
    try:
        if restart:
            _forget(folder)
        found = read_dump(dump, folder, _reporter())
        written = write_tables(found, Knowledge.load(own=False), folder, since)
    except DumpError as error:
        say(str(error))
        raise typer.Exit(Exit.INPUT) from None
    except KeyboardInterrupt:
        say("stopped; the same command goes on from here")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except OSError as error:
        say(
            f"{error.filename or folder}: cannot be written ({error.strerror}); "
            "check its rights and the disk's space"
        )
        raise typer.Exit(Exit.STORE) from None
    for line, message in found.first_problems():
        say(f"{dump}:{line}: not read: {message}")
    if found.problems:
        say(f"{found.problems} lines could not be read; the others were")
    for reason, number in sorted(written.left_out.items()):
        say(f"left out: {number} {reason}")
    for file, rows in written.rows.items():
        typer.echo(f"{folder / file}: {rows} rows")
    typer.echo(f"{found.entities} entities read, {found.found} told something")
    problems = found.problems
    found.done()
    if problems:
        raise typer.Exit(Exit.INPUT)


def _forget(folder: Path) -> None:
    """Remove the work file of an earlier run."""
    from ..knowledge.wikidata.harvest import WORK

    (folder / WORK).unlink(missing_ok=True)


def _reporter() -> Callable[[Progress], None]:
    """Says on standard error how far a pass has come, every few seconds."""
    shown = time.monotonic() - _EVERY + 1

    def report(progress: Progress) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown < _EVERY:
            return
        shown = now
        print(f"dragoman: {progress_line(progress)}", file=sys.stderr, flush=True)

    return report


def progress_line(progress: Progress) -> str:
    """One line: share, entities, rate, time left."""
    rate = (progress.entities - progress.resumed) / max(progress.seconds, 0.001)
    text = f"{progress.entities:,} entities, {progress.found:,} of use, {rate:,.0f}/s"
    if not progress.size:
        return text
    share = min(1.0, progress.read / progress.size)
    left = ""
    if share and not progress.resumed:
        left = f", about {progress.seconds * (1 - share) / share:,.0f} s left"
    return f"{share:.0%}: {text}{left}"
