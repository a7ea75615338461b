"""The formats of ``dragoman export``, and the work of making one whole or not at all."""

from __future__ import annotations

import dataclasses
import importlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from dragoman.exporting.base import UnknownFormat
from dragoman.exporting.columns import Counts, Exporter, Work
from dragoman.exporting.selection import count
from dragoman.ontology.codebook import Codebook
from dragoman.store import Store
from dragoman.store.filters import Filter
from dragoman.store.reviewed import as_reviewed


class ExportError(Exception):
    """An export that cannot be made; the message says why and what to do."""


class EmptySelection(ExportError):
    """Nothing is left to export."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """Where a format's exporter is, and what it gives."""

    module: str
    name: str
    meaning: str

    def load(self) -> Exporter:
        """An exporter, its module imported now."""
        found: type[Exporter] = getattr(
            importlib.import_module(f"dragoman.exporting.{self.module}"), self.name
        )
        return found()


EXPORTS = {
    "gdelt1": ExportFormat("gdelt", "Gdelt1", "GDELT 1.0 events, a dyad a row, no header"),
    "gdelt2": ExportFormat("gdelt", "Gdelt2", "GDELT 2.0 events, a dyad a row, no header"),
    "gdelt2-mentions": ExportFormat("gdelt", "Gdelt2Mentions", "GDELT 2.0 mentions of the same events"),
    "icews": ExportFormat("icews", "Icews", "ICEWS events, a dyad a row"),
    "polecat": ExportFormat("polecat", "Polecat", "POLECAT events, several actors in a cell"),
    "phoenix": ExportFormat("phoenix", "Phoenix", "Phoenix events, a dyad a row, no header"),
    "jsonl": ExportFormat("record_lines", "RecordLines", "whole reports, or whole events, one a line"),
    "csv": ExportFormat("flat_files", "CsvFile", "one mention or event a row"),
    "parquet": ExportFormat("flat_files", "ParquetFiles", "the same; a folder is partitioned by year"),
    "feather": ExportFormat("flat_files", "FeatherFile", "the same, for R and Arrow"),
    "stata": ExportFormat("stata", "StataFile", "the same as .dta with labels"),
    "geojson": ExportFormat("geojson", "GeoJson", "points on the map"),
    "acled": ExportFormat("acled", "Acled", "violence and protest, with ACLED's columns"),
    "ucdp-ged": ExportFormat("ucdp", "UcdpGed", "deadly violence, with UCDP GED's columns"),
    "followthemoney": ExportFormat("followthemoney", "FollowTheMoney", "Event entities and who is involved"),
    "stix": ExportFormat("stix", "Stix", "a STIX 2.1 bundle of what armed actors did"),
}
"""Every format, by the name that ``dragoman export`` takes."""
OWN_TERMS = ("csv", "parquet", "feather", "geojson", "jsonl")
"""Formats that can be written in the terms of a user's own codebook."""


def exporter(name: str) -> Exporter:
    """The exporter of a format.

    Raises:
        UnknownFormat: there is no such format.
        ExportError: it needs a library that is not installed.
    """
    if name not in EXPORTS:
        close = get_close_matches(name.lower(), EXPORTS, 1)
        meant = f"did you mean {close[0]}? " if close else ""
        raise UnknownFormat(f"no format {name!r}; {meant}Formats are {', '.join(EXPORTS)}")
    try:
        return EXPORTS[name].load()
    except ImportError as error:
        raise ExportError(
            f"the format {name} needs {error.name}; install it with: pip install 'dragoman[{name}]'"
        ) from error


def taken(name: str, asked: Filter) -> Filter:
    """The filter with the statuses that the format takes where none are asked for."""
    if asked.statuses:
        return asked
    return dataclasses.replace(asked, statuses=exporter(name).statuses)


def export(
    name: str,
    store: Store,
    asked: Filter,
    path: Path,
    *,
    events: bool = False,
    progress: Callable[[int], None] = lambda n: None,
    codebook: Codebook | None = None,
) -> Counts:
    """Write ``path`` in the format ``name``; it is there whole, or as it was before.

    Args:
        name: a key of ``EXPORTS``.
        store: where the mentions or events are.
        asked: which of them.
        path: a file, or a folder where the format makes one.
        events: events rather than mentions.
        progress: told how many have been written.
        codebook: a user's own types in the place of PLOVER's; for mentions in a format of ``OWN_TERMS``.

    Raises:
        UnknownFormat, ExportError: it cannot be made.
        OSError: it cannot be written.
    """
    if codebook is not None and (events or name not in OWN_TERMS):
        raise ExportError(
            f"a codebook's types are types of mentions, in the formats {', '.join(OWN_TERMS)}; "
            + ("leave out --events" if events else f"{name} has types of its own")
        )
    with as_reviewed(store, asked.reviewed) as held:
        return _export(exporter(name), name, Work(held, taken(name, asked), events, path, progress, codebook))


def _export(made: Exporter, name: str, work: Work) -> Counts:
    store, asked, events, path = work.store, work.asked, work.events, work.path
    if not count(store, asked, events):
        raise EmptySelection(_nothing(name, store, asked, events))
    if path.is_dir() and any(path.iterdir()) and not manifest_path(path).exists():
        raise ExportError(f"{path} is a folder that no export made; name another with --output")
    room = Path(tempfile.mkdtemp(prefix=".dragoman-", dir=path.parent))
    try:
        part = room / path.name
        counts = made.export(dataclasses.replace(work, path=part))
        if not counts.items:
            raise EmptySelection(f"none of the {counts.left_out:,} found has a place in the format {name}")
        _replace(part, path, room)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return counts


def manifest_path(path: Path) -> Path:
    """Where the manifest of an export lies."""
    return path.with_name(f"{path.name}.manifest.json")


def _nothing(name: str, store: Store, asked: Filter, events: bool) -> str:
    kind = "events" if events else "mentions"
    found = count(store, dataclasses.replace(asked, statuses=()), events)
    if found:
        statuses = ", ".join(asked.statuses)
        return f"{found:,} {kind} are found, but none is {statuses}; --status asks for others"
    hint = "; events are made by `dragoman story rebuild`" if events else ""
    return f"the store has no {kind} like that, and nothing was written; ask for more{hint}"


def _replace(part: Path, path: Path, room: Path) -> None:
    if path.is_dir():
        path.rename(room / "before")
    os.replace(part, path)
