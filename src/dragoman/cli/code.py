"""``dragoman code``: reports in, records out."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dragoman.cli.app import EXIT_CODES, Exit, OutputError, day, debugging, errors_reported, say
from dragoman.cli.codebooks import OntologyOption, codebook_of
from dragoman.cli.inputs import format_name, read_options

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.coding.own import OwnCoder
    from dragoman.ontology.codebook import Codebook
    from dragoman.reading import ReadOptions, ReadProblem
    from dragoman.records import Document, Record
    from dragoman.store import AddResult


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


EPILOG = (
    "json is the whole record (a list of records where PATH is a folder or there are several); jsonl is one "
    "record a line; csv and parquet hold one event mention a row.\n\n" + EXIT_CODES
)


def code(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
    ],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to print. A table, unless --store takes the records."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", "-s", metavar="FILE", help="Keep the records in this DuckDB file, made if missing."
        ),
    ] = None,
    published: Annotated[
        dt.date | None,
        typer.Option(
            parser=day, metavar="DATE", help="Date of the reports, like 2018-08-27. Wins over one found."
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The paper, broadcaster or agency that they stand in.")
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="FORMAT",
            parser=format_name,
            help="Read the input as text, markdown, html, feed, jsonl, json, csv, parquet, eml or warc, "
            "whatever it looks like.",
        ),
    ] = None,
    map_: Annotated[
        str,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,…",
            help="Which column of a table fills which field, like text=body,published=date.",
        ),
    ] = "",
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="In the table, print the sentence under each row.")
    ] = False,
    ontology: OntologyOption = None,
) -> None:
    """Code reports into event mentions, statements and actors."""
    _check_usage(format, output, store, evidence)
    own = _codebook(ontology, store)
    chosen = format or (None if store and not output else Format.table)
    with errors_reported():
        run = Run(paths, read_options(as_, map_, published, outlet))
        run.codebook = own
        run.go(chosen, output, store, evidence=evidence)
    raise typer.Exit(Exit.INPUT if run.failed else Exit.OK)


def _codebook(path: Path | None, store: Path | None) -> Codebook | None:
    if path is not None and store is not None:
        raise typer.BadParameter(
            "a store keeps PLOVER and CAMEO; `dragoman ingest --ontology` codes with a codebook's triggers, "
            "and `dragoman export --ontology` writes in its terms"
        )
    return codebook_of(path)


def _check_usage(format: Format | None, output: Path | None, store: Path | None, evidence: bool) -> None:
    if format is Format.parquet and output is None and sys.stdout.isatty():
        raise typer.BadParameter("parquet is not for a terminal; name a file with --output")
    if evidence and format not in (None, Format.table):
        raise typer.BadParameter(
            f"--evidence belongs to the table; {format.value} always holds the sentences"
        )
    if output is not None and store is not None and output.resolve() == store.resolve():
        raise typer.BadParameter("--output and --store name the same file")


class Run:
    """One call of the command: documents through the coder into every sink."""

    def __init__(self, paths: list[str], options: ReadOptions) -> None:
        self.paths = paths
        self.options = options
        self.coded = 0
        self.failed = 0
        self.skipped = 0
        self.codebook: Codebook | None = None

    @property
    def many(self) -> bool:
        """True where more than one report may come."""
        from dragoman.reading import holds_one

        return len(self.paths) > 1 or not (
            self.paths[0] == "-" or holds_one(Path(self.paths[0]), self.options)
        )

    def go(self, format: Format | None, output: Path | None, store: Path | None, *, evidence: bool) -> None:
        """Code everything; what was coded before an error or Ctrl-C is written whole."""
        with ExitStack() as stack:
            sinks: list[Callable[[Record], None]] = []
            keeper = stack.enter_context(Keeper(store)) if store else None
            if keeper:
                sinks.append(keeper.add)
            if format:
                sinks.append(self._printer(stack, format, output, evidence=evidence))
            crowded = format is not None and output is None and sys.stdout.isatty()
            for record in self.records(progress=not crowded):
                for sink in sinks:
                    sink(record)
        if self.skipped:
            say(f"{self.skipped:,} skipped, not pages")
        if keeper:
            say(f"{keeper.path}: {keeper.result} ({self.coded} coded, {self.failed} not)")

    def _printer(
        self, stack: ExitStack, format: Format, output: Path | None, *, evidence: bool
    ) -> Callable[[Record], None]:
        if format is Format.table:
            from dragoman.cli.tables import console, show_record

            file = stack.enter_context(io.TextIOWrapper(_opened(output), "utf-8")) if output else None
            target = console(file=file)
            return lambda record: show_record(target, record, evidence=evidence)
        from dragoman.exporting import open_writer

        stream = stack.enter_context(_opened(output)) if output else sys.stdout.buffer
        return stack.enter_context(open_writer(format.value, stream, many=self.many)).write

    def records(self, *, progress: bool = True) -> Iterator[Record]:
        """Every record in turn; problems are told on standard error and counted."""
        from dragoman.cli.progress import tracked
        from dragoman.reading import ReadProblem

        coder: Coder | OwnCoder | None = None
        items = self._items()
        for item in tracked(items, self._total()) if progress else items:
            if isinstance(item, ReadProblem):
                if item.fault:
                    self._problem(str(item))
                else:
                    self.skipped += 1
                continue
            if coder is None:
                coder = self._coder()
            record = self._code(coder, item)
            if record is not None:
                yield self.codebook.apply(record) if self.codebook else record

    def _coder(self) -> Coder | OwnCoder:
        if self.codebook is not None and self.codebook.triggers:
            from dragoman.coding.own import OwnCoder

            return OwnCoder(self.codebook)
        from dragoman.coding import Coder

        return Coder()

    def _code(self, coder: Coder | OwnCoder, document: Document) -> Record | None:
        name = document.source_file or document.id
        if not self.many:
            for note in document.notes:
                say(f"{name}: {note}")
        try:
            record = code_one(coder, document)
        except Exception as error:
            if debugging():
                raise
            self._problem(
                f"{name}: the coder failed ({type(error).__name__}: {error}); please report it with the text"
            )
            return None
        self.coded += 1
        return record

    def _problem(self, message: str) -> None:
        self.failed += 1
        say(message)

    def _items(self) -> Iterator[Document | ReadProblem]:
        from dragoman.reading import read, read_stream

        for path in self.paths:
            if path == "-":
                yield from read_stream(sys.stdin.buffer, "standard input", options=self.options)
            else:
                yield from read(Path(path), options=self.options)

    def _total(self) -> int | None:
        """How many reports will come; None where a table or an archive hides their number."""
        from dragoman.reading import files_of, holds_one

        named = [Path(path) for path in self.paths if path != "-"]
        if not all(path.is_dir() or holds_one(path, self.options) for path in named):
            return None
        return sum(1 if path == "-" else len(files_of(Path(path))) for path in self.paths)


def code_one(coder: Coder | OwnCoder, document: Document) -> Record:
    """The record of a document; nothing is coded in one that is not English."""
    from dragoman.records import Record

    if document.language not in (None, "en"):
        return Record(document, coder=coder.version)
    return coder.code(document)


class Keeper:
    """Hands records to a store in batches, and the last of them on the way out."""

    def __init__(self, path: Path) -> None:
        from dragoman.store import AddResult, Store

        self.path = path
        self.result: AddResult = AddResult()
        self.waiting: list[Record] = []
        self.store = Store.open(path)

    def __enter__(self) -> Keeper:
        return self

    def add(self, record: Record) -> None:
        """Keep a record; it is on disk after the next batch."""
        from dragoman.store.database import BATCH

        self.waiting.append(record)
        if len(self.waiting) >= BATCH:
            self._flush()

    def __exit__(self, *error: object) -> None:
        try:
            self._flush()
        finally:
            self.store.close()

    def _flush(self) -> None:
        from dragoman import story

        self.result += self.store.add_many(self.waiting)
        story.catch_up(self.store)
        self.waiting = []


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise OutputError(path, error.strerror) from error
