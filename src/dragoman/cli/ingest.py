"""``dragoman ingest``: a corpus into a store, as long as it takes."""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import EXIT_CODES, Exit, day, errors_reported, say
from dragoman.cli.codebooks import OntologyOption, codebook_of
from dragoman.cli.inputs import format_name, read_options

if TYPE_CHECKING:
    from dragoman.reading import ReadOptions, ReadProblem
    from dragoman.store.ingest import Ingest, Progress

EPILOG = (
    "Run it again to go on after any stop: what is in the store is not read twice. Ctrl-C once stops after "
    "the batch, twice at once. What could not be read is in the store's table `rejected`.\n\n" + EXIT_CODES
)
WAIT = 10.0
"""Seconds to wait for a program that has the store open, such as the explorer keeping a decision."""
_SHOWN = 20
"""Rejected pieces that are told as they come; the table has all of them."""


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.")],
    store: Annotated[
        Path, typer.Option("--store", "-s", metavar="FILE", help="The DuckDB file, made if missing.")
    ],
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", "-w", min=0, metavar="N", help="Processes that code; 0 codes in this one. One a CPU."
        ),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="FORMAT",
            parser=format_name,
            help="The format of all files, whatever they look like.",
        ),
    ] = None,
    map_: Annotated[
        str,
        typer.Option("--map", metavar="FIELD=COLUMN,…", help="Columns of tables: text=body,published=date."),
    ] = "",
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet that the reports stand in.")
    ] = None,
    published: Annotated[
        dt.date | None,
        typer.Option(parser=day, metavar="DATE", help="Date of the reports. Wins over one found."),
    ] = None,
    ontology: OntologyOption = None,
) -> None:
    """Read and code a corpus into a store, going on where an earlier run stopped."""
    options = read_options(as_, map_, published, outlet)
    with errors_reported():
        processes = _cpus() if workers is None else workers
        progress = _run(paths, store, options, processes, _coder_with(ontology))
    raise typer.Exit(_exit(progress))


def _coder_with(ontology: Path | None) -> str | None:
    """The name of the coder that knows the triggers of a codebook; its types are laid over exports."""
    book = codebook_of(ontology)
    if book is None or ontology is None:
        return None
    if not book.triggers:
        say(f"{ontology} has no triggers, so nothing is coded differently; lay it over `dragoman export`")
        return None
    return f"dragoman.coding.own:own_coder|{ontology.absolute()}"


def _run(
    paths: list[Path], path: Path, options: ReadOptions, processes: int, coder: str | None = None
) -> Progress:
    from dragoman.cli.progress import Meter
    from dragoman.store import Store
    from dragoman.store.ingest import Ingest

    with Store.open(path, wait=WAIT) as store, Meter() as meter:
        problems = _Problems()
        run = Ingest(
            store,
            options,
            processes=processes,
            coder=coder,
            on_progress=meter.show,
            on_problem=problems.tell,
        )
        with _stopping(run):
            progress = run.run(paths)
        counts = store.counts()
    for line in _summary(progress, path):
        say(line)
    say(f"{path} holds {counts.documents:,} reports and {counts.event_mentions:,} event mentions")
    return progress


class _Problems:
    """Tells the first rejected pieces, and that there are more."""

    told = 0

    def tell(self, problem: ReadProblem) -> None:
        self.told += 1
        if self.told <= _SHOWN:
            say(str(problem))
        elif self.told == _SHOWN + 1:
            say("more is rejected; the table `rejected` of the store has all of it")


@contextmanager
def _stopping(run: Ingest) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop after the batch; a second one stops at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        if run.progress.stopped:
            raise KeyboardInterrupt
        run.stop()
        say("stopping when this batch is in the store; Ctrl-C again stops at once")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _summary(p: Progress, store: Path) -> Iterator[str]:
    yield f"{p.documents:,} reports coded ({p.result}), {p.rejected:,} rejected"
    if p.skipped:
        yield f"{p.skipped:,} skipped, not pages (pictures, redirects and the like in web archives)"
    if p.known:
        earlier = f", {p.known_rejected:,} pieces of them rejected then" if p.known_rejected else ""
        yield f"{p.known:,} of {p.sources:,} files were read by an earlier run{earlier}"
    if p.rejected:
        yield f'what was rejected, and why: dragoman query --store {store} --sql "FROM rejected"'
    if p.stopped:
        yield "stopped before the end; run the same command again to go on from there"


def _exit(progress: Progress) -> Exit:
    if progress.stopped:
        return Exit.INTERRUPTED
    return Exit.INPUT if progress.rejected else Exit.OK


def _cpus() -> int:
    """CPUs that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
