"""``dragoman export`` and ``dragoman reproduce``: data sets out of a store, and the same ones again."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import EXIT_CODES, Exit, OutputError, errors_reported, say
from dragoman.cli.codebooks import OntologyOption, codebook_of
from dragoman.cli.filters import HELP, Asked, StoreOption, filtered

EPILOG = (
    "Formats: gdelt1, gdelt2, gdelt2-mentions, icews, polecat, phoenix, jsonl, csv, parquet, feather, "
    "stata, geojson, acled, ucdp-ged, followthemoney, stix; `docs/exports.md` describes each field by "
    "field. Formats without a column for the status take what is said to have happened, unless --status "
    f"asks for others.\n\n{HELP}\n\n{EXIT_CODES}"
)
_EVERY = 10.0
"""Seconds between lines of progress."""


@filtered()
def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="Such as gdelt2, icews, csv or stata.")],
    store: StoreOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="The file, or the folder of parquet.")
    ],
    asked: Asked,
    events: Annotated[
        bool, typer.Option("--events", help="Events, each made of all its mentions; not single mentions.")
    ] = False,
    ontology: OntologyOption = None,
    licence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The licence that the manifest states.")
    ] = None,
) -> None:
    """Write mentions or events in the format of a known data set, with a manifest beside it."""
    from dragoman.exporting import exports, manifest
    from dragoman.store import Store

    book = codebook_of(ontology)
    with errors_reported(), _acted_on(output), Store.open(store, read_only=True) as held:
        shown = _Progress("events" if events else "mentions")
        counts = exports.export(format, held, asked, output, events=events, progress=shown, codebook=book)
        made = manifest.write_manifest(
            format, held, asked, output, counts, events=events, licence=licence, codebook=book
        )
        left = f"; {counts.left_out:,} have no place in the format" if counts.left_out else ""
        say(f"{output}: {counts.rows:,} rows from {counts.items:,} {shown.kind}{left}")
        say(f"{made}: what it was made of, and a citation; `dragoman reproduce` makes it again")
    raise typer.Exit(Exit.OK)


def reproduce(
    manifest: Annotated[
        Path, typer.Argument(metavar="MANIFEST", help="The .manifest.json of an export or a panel.")
    ],
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", "-s", metavar="FILE", help="The store; else the one that the manifest names."
        ),
    ] = None,
) -> None:
    """Make an export or a panel again and compare; exit code 0: the same, 1: something differs."""
    from dragoman.exporting import manifest as manifests
    from dragoman.store import Store

    with errors_reported(), _acted_on(manifest):
        manifest = manifests.beside(manifest)
        content = manifests.read_manifest(manifest)
        with Store.open(store or manifests.store_of(manifest, content), read_only=True) as held:
            differences = manifests.reproduce(manifest, held)
        for line in differences:
            typer.echo(line)
        if differences:
            raise typer.Exit(Exit.INPUT)
        files = len(content["files"])
        say(f"{manifest}: the same {'file' if files == 1 else f'{files} files'} again, byte for byte")
    raise typer.Exit(Exit.OK)


@contextmanager
def _acted_on(output: Path) -> Iterator[None]:
    """Turn what an export may fail of into a line and an exit code."""
    import duckdb

    from dragoman.exporting.base import UnknownFormat
    from dragoman.exporting.exports import EmptySelection, ExportError

    try:
        yield
    except UnknownFormat as error:
        raise typer.BadParameter(str(error), param_hint="FORMAT") from None
    except EmptySelection as error:
        say(str(error))
        raise typer.Exit(Exit.INPUT) from None
    except ExportError as error:
        say(str(error))
        raise typer.Exit(Exit.USAGE) from None
    except duckdb.Error as error:
        say(f"the store could not be read to the end ({str(error).splitlines()[0]}); nothing was written")
        raise typer.Exit(Exit.STORE) from None
    except OSError as error:
        raise OutputError(output, error.strerror) from error


class _Progress:
    """A line on standard error now and then."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.started = self.shown = time.monotonic()

    def __call__(self, n: int) -> None:
        moment = time.monotonic()
        if moment - self.shown >= _EVERY:
            self.shown = moment
            rate = n / (moment - self.started)
            print(f"dragoman: {n:,} {self.kind}, {rate:,.0f}/s", file=sys.stderr, flush=True)
