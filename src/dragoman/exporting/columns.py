"""Formats that are lines of text with columns: written from a list of them, which is also the reference."""

from __future__ import annotations

import csv
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from dragoman.exporting.codes import one_line
from dragoman.exporting.selection import Item, Party, items
from dragoman.ontology.codebook import Codebook
from dragoman.store import Store
from dragoman.store.filters import Filter

Progress = Callable[[int], None]
HAPPENED = ("asserted", "contested")
"""What formats take that have no column for the status of an event."""


@dataclass(frozen=True, slots=True)
class Work:
    """An export to do: from where, what, and where to."""

    store: Store
    asked: Filter
    events: bool
    path: Path
    progress: Progress = lambda n: None
    codebook: Codebook | None = None
    """A user's own types, to be written in the place of PLOVER's."""

    def items(self) -> Iterator[Item]:
        """What is asked for, counted as it goes by."""
        for n, item in enumerate(items(self.store, self.asked, self.events), 1):
            yield item
            self.progress(n)


@dataclass(slots=True)
class Counts:
    """What an export wrote."""

    items: int = 0
    rows: int = 0
    left_out: int = 0
    """Mentions or events that the format has no place for."""


class Exporter(ABC):
    """A format: writes ``work.path``, a file or a folder."""

    statuses: ClassVar[tuple[str, ...]] = ()
    """What is taken unless statuses are asked for; empty: every one."""

    @abstractmethod
    def export(self, work: Work) -> Counts:
        """Write it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row is made from: an item and one of its pairs of actors."""

    item: Item
    source: Party | None = None
    target: Party | None = None

    @property
    def row(self) -> dict[str, Any]:
        """The item's row in the store."""
        return self.item.row


@dataclass(frozen=True, slots=True)
class Column:
    """A published column: what it holds here (empty: it stays empty), and how it is had."""

    name: str
    meaning: str = ""
    value: Callable[[Cell], Any] = lambda cell: ""


class ColumnExporter(Exporter):
    """Lines of cells."""

    columns: ClassVar[tuple[Column, ...]]
    header: ClassVar[bool] = True
    delimiter: ClassVar[str] = "\t"
    dyads: ClassVar[bool] = True

    def rows(self, item: Item) -> Iterable[Cell]:
        """What an item gives rows for; nothing leaves it out."""
        if not self.dyads:
            return (Cell(item),)
        return (Cell(item, a, b) for a, b in item.dyads())

    def export(self, work: Work) -> Counts:
        """One line a row; without a delimiter of commas nothing is quoted, and cells hold no tabs."""
        counts = Counts()
        plain = self.delimiter == "\t"
        with work.path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            out = csv.writer(stream, delimiter=self.delimiter, lineterminator="\n")
            put = (lambda cells: stream.write("\t".join(cells) + "\n")) if plain else out.writerow
            if self.header:
                put([column.name for column in self.columns])
            for item in work.items():
                found = list(self.rows(item))
                for cell in found:
                    put([one_line(column.value(cell)) for column in self.columns])
                counts.items += bool(found)
                counts.left_out += not found
                counts.rows += len(found)
        return counts
