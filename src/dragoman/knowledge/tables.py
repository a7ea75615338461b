"""Reading the tab-separated tables: a malformed row is reported with file and line, the rest load."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a data file."""

    file: str
    line: int
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.message}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place it was read from."""

    table: str
    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def items(self, column: str) -> list[str]:
        """The parts of a cell that ``|`` separates."""
        return [part for part in (p.strip() for p in self.cells[column].split("|")) if part]


@dataclass(frozen=True, slots=True)
class Table:
    """What the files of one kind look like: columns in order, those that may not be empty, dates."""

    name: str
    where: tuple[str, ...]
    columns: tuple[str, ...]
    required: tuple[str, ...]
    dates: tuple[str, ...] = ("start", "end")
    optional: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def _table(
    name: str,
    where: str,
    columns: str,
    required: str,
    dates: str = "start end",
    optional: str = "",
    numbers: str = "",
) -> Table:
    """A table from space-separated lists."""
    lists = (tuple(text.split()) for text in (where, columns, required, dates, optional, numbers))
    return Table(name, *lists)


TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        _table(
            "states",
            "states.tsv",
            "id name variants demonyms adjectives capital metonyms"
            " iso2 iso3 gw cow fips kind start end parent source",
            "id name kind",
        ),
        _table(
            "membership", "membership.tsv", "system code iso3 name start end source", "system code name start"
        ),
        _table(
            "offices",
            "offices.tsv",
            "key title variants sectors rank source",
            "key title",
            "",
            numbers="rank",
        ),
        _table(
            "terms",
            "terms/*.tsv",
            "person_id person variants country office title start end sectors org source",
            "person_id person office",
        ),
        _table(
            "organisations",
            "organisations/*.tsv",
            "id name variants kind country sectors parent backers start end source",
            "id name kind",
        ),
        _table(
            "outlets", "outlets.tsv", "id name variants country kind state_run domain source", "id name", ""
        ),
        _table("roles", "roles.tsv", "phrase sectors kind source", "phrase sectors kind", ""),
        _table(
            "places",
            "places/*.tsv",
            "id name variants country admin1 latitude longitude population kind source",
            "name latitude longitude kind",
            "",
            numbers="id latitude longitude population",
        ),
        _table(
            "towns",
            "towns/*.tsv",
            "id name variants country admin1 latitude longitude population",
            "id name country latitude longitude",
            "",
            numbers="id latitude longitude population",
        ),
        _table("modifiers", "modifiers.tsv", "word sectors source", "word sectors", ""),
        _table("common", "common.tsv", "word kind", "word kind", ""),
        _table(
            "actors",
            "",
            "id name variants kind country sectors office start end source",
            "name",
            optional="id variants kind country sectors office start end source",
        ),
    )
}

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,12})?\Z")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date_error(text: str) -> str | None:
    """What is wrong with a date cell, or ``None``; ``?`` and empty are allowed."""
    if text in ("", "?"):
        return None
    found = _DATE.match(text)
    if not found:
        return f"not a date: {text!r}"
    month, day = int(found[2] or 1), int(found[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return f"no such day: {text!r}"
    if found[3] and month == 2 and day == 29 and not _leap(int(found[1])):
        return f"no such day: {text!r}"
    return None


def _leap(year: int) -> bool:
    """Whether ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def first_day(text: str) -> int:
    """A date cell as ``yyyymmdd``, its earliest day; 0 for empty or unknown."""
    found = _DATE.match(text)
    return int(found[1]) * 10000 + int(found[2] or 1) * 100 + int(found[3] or 1) if found else 0


def last_day(text: str) -> int:
    """A date cell as ``yyyymmdd``, its latest day; 99999999 for empty or unknown."""
    found = _DATE.match(text)
    return int(found[1]) * 10000 + int(found[2] or 12) * 100 + int(found[3] or 31) if found else 99999999


def own_directory() -> Path:
    """Where the files that a user adds are kept; ``DRAGOMAN_KNOWLEDGE`` names another place."""
    if os.environ.get("DRAGOMAN_KNOWLEDGE"):
        return Path(os.environ["DRAGOMAN_KNOWLEDGE"])
    root = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    return (Path(root) if root else Path.home() / ".config") / "dragoman" / "knowledge"


@dataclass(slots=True)
class Loaded:
    """The rows of the data files, in file order, and what was wrong with them."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def data_files(data: Path = DATA) -> list[tuple[Table, Path]]:
    """Every data file with its table, in a fixed order."""
    found = []
    for table in TABLES.values():
        for pattern in table.where:
            found += [(table, path) for path in sorted(data.glob(pattern))]
    return found


def read_all(data: Path = DATA) -> Loaded:
    """Read every data file under ``data``."""
    loaded = Loaded({name: [] for name in TABLES})
    for table, path in data_files(data):
        for item in read_rows(path, table, str(path.relative_to(data))):
            if isinstance(item, Problem):
                loaded.problems.append(item)
            else:
                loaded.rows[table.name].append(item)
    return loaded


def read_extra(path: Path) -> Loaded:
    """Read a user's own file: any of our tables, told by its header, or the short ``actors`` form."""
    loaded = Loaded({name: [] for name in TABLES})
    header = _header(path)
    table = TABLES["actors"]
    for candidate in TABLES.values():
        if candidate.columns == header:
            table = candidate
    for item in read_rows(path, table, path.name):
        if isinstance(item, Problem):
            loaded.problems.append(item)
        else:
            loaded.rows[table.name].append(item)
    return loaded


def _header(path: Path) -> tuple[str, ...]:
    """The first line of ``path`` that is not a comment, as column names."""
    for _, line in _lines(path):
        if line.strip() and not line.startswith("#"):
            return tuple(line.split("\t"))
    return ()


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines of ``path``; bytes that are not UTF-8 become the replacement character."""
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.split("\n"), start=1):
        yield number, line.rstrip("\r")


def read_rows(path: Path, table: Table, label: str) -> Iterator[Row | Problem]:
    """The rows of one file and, in between, its problems."""
    source, header = "", None
    try:
        lines = list(_lines(path))
    except OSError as error:
        yield Problem(label, 0, f"cannot be read: {error.strerror}")
        return
    for number, line in lines:
        if line.startswith("#"):
            if line.startswith("# source:") and not source:
                source = line.partition(":")[2].strip()
            continue
        if not line.strip():
            continue
        if header is None:
            header = line.split("\t")
            missing = [c for c in table.columns if c not in header and c not in table.optional]
            if missing:
                yield Problem(label, number, f"header lacks {', '.join(missing)}")
                return
            continue
        yield from _row(table, label, number, line, header, source)


def _row(
    table: Table, label: str, number: int, line: str, header: list[str], source: str
) -> Iterator[Row | Problem]:
    """One line as a row; the problem instead when it cannot be used, beside it when it can."""
    values = line.split("\t")
    if len(values) != len(header):
        yield Problem(label, number, f"{len(values)} fields where the header has {len(header)}")
        return
    if "�" in line:
        yield Problem(label, number, "not UTF-8")
        return
    cells = dict.fromkeys(table.columns, "")
    cells.update(zip(header, (v.strip() for v in values), strict=True))
    for column in table.required:
        if not cells[column]:
            yield Problem(label, number, f"no {column}")
            return
    for column in table.dates:
        error = date_error(cells[column])
        if error:
            yield Problem(label, number, f"{column}: {error}")
            return
    for column in table.numbers:
        if cells[column] and not _NUMBER.match(cells[column]):
            yield Problem(label, number, f"{column}: not a number: {cells[column]!r}")
            return
    start, end = cells.get("start", ""), cells.get("end", "")
    if table.dates and end and end != "?" and first_day(start) > last_day(end):
        yield Problem(label, number, f"starts {start} after it ends {end}")
        return
    if "source" in cells and not cells["source"]:
        cells["source"] = source
    yield Row(table.name, label, number, cells)
