"""CSV, TSV and other tables of text: a header, then one report a row.

A row in error is a problem with the number of its first line, and reading goes on at the
line after it, so that a quote that is never closed costs one line and not the table.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.columns import ADVICE, MAP_ADVICE, columns_of, missing_columns, row_document
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.lines import decoded, lines
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

_DELIMITERS = (",", "\t", ";", "|")
_MOST_LINES = 20_000
"""Lines of one row; more are a quote that was never closed."""
_SEP = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: list[str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _BadRow:
    number: int
    reason: str


class _Unclosed(Exception):
    """A row that goes on for longer than any row does."""


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every row, with the number of its first line as offset."""
    csv.field_size_limit(2**31 - 1)
    found = _lines(opened)
    first = next(found, None)
    while first and not (first.text or "x").strip():
        first = next(found, None)
    if first and first.text and (told := _SEP.fullmatch(first.text)):
        table = _Table(found, told[1], opened.head)
    else:
        delimiter = _delimiter(first.text or "" if first else "", opened.suffix, options)
        table = _Table(found, delimiter, opened.head, first)
    yield from _rows(table, opened.name, options)


def _rows(table: _Table, name: str, options: ReadOptions) -> Iterator[Draft]:
    rows = table.rows()
    header = next(rows, None)
    names = [cell.strip() for cell in header.cells] if isinstance(header, _Row) else []
    missing = header.reason if isinstance(header, _BadRow) else missing_columns(names, options)
    if missing:
        yield problem_draft(ReadProblem(name, missing, MAP_ADVICE, row=1))
        return
    table.width = len(names)
    columns, empty = columns_of(names, options), True
    for row in rows:
        empty = False
        if isinstance(row, _BadRow):
            yield problem_draft(ReadProblem(name, row.reason, ADVICE, row=row.number))
        elif len(row.cells) != len(names):
            than = "more" if len(row.cells) > len(names) else "fewer"
            reason = (
                f"the row has {than} cells than the table has columns ({len(row.cells)}, not {len(names)})"
            )
            yield problem_draft(ReadProblem(name, reason, ADVICE, row=row.number))
        else:
            cells = dict(zip(reversed(names), reversed(row.cells), strict=True))
            arguments = (cells, columns, name, row.number, options, row.notes)
            yield Draft(name, row_document, arguments, row=row.number)
    if empty:
        yield problem_draft(
            ReadProblem(name, "the table has a header and no rows", "nothing was coded; fill it")
        )


def _lines(opened: Input) -> Iterator[_Line]:
    for number, line in lines(opened):
        text, notes = (None, ()) if line is None else decoded(line)
        yield _Line(number, text, notes)


def _delimiter(header: str, suffix: str, options: ReadOptions) -> str:
    """The sign that parts the header into the most columns that are known, or else the most."""

    def fitness(sign: str) -> tuple[int, int, bool]:
        try:
            cells = next(csv.reader([header], delimiter=sign), [])
        except csv.Error:
            cells = header.split(sign)
        names = [n.strip() for n in cells]
        mapped = sum(theirs in names for theirs in options.columns.values())
        by_suffix = (sign == "\t") == (suffix in (".tsv", ".tab"))
        return len(columns_of(names, ReadOptions())) + mapped, len(names), by_suffix

    return max(_DELIMITERS, key=fitness)


class _Table:
    """Lines made into rows."""

    def __init__(
        self, found: Iterator[_Line], delimiter: str, head: bytes, first: _Line | None = None
    ) -> None:
        self._lines = found
        self._waiting: deque[_Line] = deque([first] if first else [])
        self._taken: list[_Line] = []
        self._delimiter = delimiter
        escaped = b'\\"' in head and b'""' not in head
        self._escape = "\\" if escaped else None
        self.width = 0
        """Columns of the header, once it is known."""

    def rows(self) -> Iterator[_Row | _BadRow]:
        """Every row that holds anything."""
        while True:
            plain = self._plain_row() if self._delimiter == "\t" and self.width else None
            if plain:
                yield plain
                continue
            reader = csv.reader(
                self._feed(),
                delimiter=self._delimiter,
                strict=True,
                escapechar=self._escape,
                doublequote=self._escape is None,
            )
            try:
                cells = next(reader, None)
            except (csv.Error, _Unclosed) as error:
                yield self._quarantined(error)
                continue
            if cells is None:
                return
            if any(cells):
                notes = tuple(dict.fromkeys(note for line in self._taken for note in line.notes))
                yield _Row(self._taken[0].number, cells, notes)
            self._taken.clear()

    def _next(self) -> _Line | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _feed(self) -> Iterator[str]:
        size = 0
        while line := self._next():
            self._taken.append(line)
            if line.text is None:
                raise _Unclosed(f"a line is longer than {LARGEST // 1024**2} MB")
            size += len(line.text)
            if size > LARGEST or len(self._taken) > _MOST_LINES:
                raise _Unclosed("a quote opens in this row and is never closed")
            yield line.text

    def _quarantined(self, error: Exception) -> _Row | _BadRow:
        """The first line of what was taken, as it stands if it fits so; the rest is read again."""
        first, *rest = self._taken
        self._waiting.extendleft(reversed(rest))
        self._taken.clear()
        if self._delimiter == "\t" and first.text is not None and self.width:
            cells = first.text.rstrip("\r\n").split("\t")
            if len(cells) == self.width:
                return _Row(first.number, cells, first.notes)
        reason = str(error) if isinstance(error, _Unclosed) else f"the row's quotes are broken ({error})"
        return _BadRow(first.number, reason)

    def _plain_row(self) -> _Row | None:
        """The next line parted at its tabs, for most tables with tabs quote nothing."""
        line = self._next()
        if line is None:
            return None
        cells = (line.text or "").rstrip("\r\n").split("\t")
        if (
            len(cells) != self.width
            or not any(cells)
            or any(_is_open(c) and not _is_quoted(c) for c in cells)
        ):
            self._waiting.appendleft(line)
            return None
        return _Row(line.number, [_unquoted(cell) for cell in cells], line.notes)


def _is_quoted(cell: str) -> bool:
    inner = cell[1:-1]
    return len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")


def _is_open(cell: str) -> bool:
    return cell.startswith('"')


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _is_quoted(cell) else cell
