"""One pass over a dump: what tells about actors goes to a work file, with the place that was reached.

The place and what was found up to it are written in one transaction, so that a run that was
killed goes on where the last transaction ended and finds what an uninterrupted run finds.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .entities import Found, may_tell, parse
from .stream import DumpError, DumpLines, Place

WORK = "wikidata-import.sqlite"
_EVERY_LINES = 20_000
_EVERY_SECONDS = 5.0
_KEPT_PROBLEMS = 100
_TRIED = 1000
"""Lines after which a file without one readable entity is believed to be no dump."""
_LAYOUT = """
CREATE TABLE IF NOT EXISTS run (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS found (number INTEGER PRIMARY KEY, kind TEXT, cells TEXT);
CREATE INDEX IF NOT EXISTS found_kind ON found (kind);
CREATE TABLE IF NOT EXISTS problem (line INTEGER PRIMARY KEY, message TEXT);
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass has come."""

    entities: int
    found: int
    read: int
    """Bytes of the file."""
    size: int | None
    """Bytes of the whole file, where known."""
    seconds: float
    """Of this run."""
    resumed: int
    """Entities that earlier runs had done."""


@dataclass(slots=True)
class Harvest:
    """What a pass over a dump found, in its work file."""

    connection: sqlite3.Connection
    path: Path
    entities: int
    found: int
    problems: int

    def of_kind(self, *kinds: str) -> Iterator[Found]:
        """The entities of some kinds, by their numbers; all kinds but person for none."""
        where = f"kind IN ({', '.join('?' * len(kinds))})" if kinds else "kind <> 'person'"
        for (cells,) in self.connection.execute(
            f"SELECT cells FROM found WHERE {where} ORDER BY number", kinds
        ):
            yield Found.from_json(cells)

    def first_problems(self, count: int = 5) -> list[tuple[int, str]]:
        """The first unreadable lines, with what is wrong."""
        rows = self.connection.execute("SELECT line, message FROM problem ORDER BY line LIMIT ?", (count,))
        return [(int(line), str(message)) for line, message in rows]

    def done(self) -> None:
        """Remove the work file."""
        self.connection.close()
        self.path.unlink(missing_ok=True)


def read_dump(dump: str, folder: Path, report: Callable[[Progress], None] = lambda _: None) -> Harvest:
    """Read a dump to its end, going on where an earlier run over the same dump stopped.

    Raises:
        DumpError: the dump cannot be read to its end; what was found before is kept.
        OSError: the work file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WORK
    try:
        connection = _work_file(path, _mark(dump))
    except sqlite3.DatabaseError as error:
        raise DumpError(
            f"{path}: not the work file of an import ({error}); delete it and start anew"
        ) from None
    run = _Run(connection, dump, report)
    run.all()
    return Harvest(connection, path, run.entities, run.count, run.problems)


def _mark(dump: str) -> str:
    """What tells one dump from another: its path and first bytes; a file may have grown since."""
    if dump == "-":
        return "-"
    try:
        with Path(dump).open("rb") as file:
            return f"{Path(dump).resolve()} {file.read(64).hex()}"
    except OSError as error:
        raise DumpError(f"{dump}: cannot be opened ({error.strerror}); name a dump file, or -") from None


def _work_file(path: Path, mark: str) -> sqlite3.Connection:
    """The work file, emptied where it is of another dump."""
    connection = sqlite3.connect(path)
    connection.executescript(_LAYOUT)
    row = connection.execute("SELECT value FROM run WHERE key = 'dump'").fetchone()
    if row and row[0] != mark:
        connection.executescript("DELETE FROM run; DELETE FROM found; DELETE FROM problem;")
    connection.execute("INSERT OR REPLACE INTO run VALUES ('dump', ?)", (mark,))
    connection.commit()
    return connection


class _Run:
    """One run over a dump."""

    def __init__(self, connection: sqlite3.Connection, dump: str, report: Callable[[Progress], None]) -> None:
        self.connection = connection
        self.report = report
        stored: dict[str, str] = dict(connection.execute("SELECT key, value FROM run"))
        numbers = [int(n) for n in stored.get("place", "0 0 0 0").split()]
        self.entities = self.resumed = int(stored.get("entities", 0))
        self.problems = int(stored.get("problems", 0))
        self.count = int(connection.execute("SELECT count(*) FROM found").fetchone()[0])
        self.lines = DumpLines(dump, Place(*numbers))
        self.started = time.monotonic()
        self.waiting: list[Found] = []
        self.bad: list[tuple[int, str]] = []

    def all(self) -> None:
        """Read to the end."""
        last, number = self.started, 0
        try:
            for number, line in enumerate(self.lines, start=1):
                self._take(line)
                if number % 256 == 0 or self.bad:
                    now = time.monotonic()
                    if number % _EVERY_LINES == 0 or now - last > _EVERY_SECONDS:
                        self._keep()
                        last = now
        except DumpError:
            self._keep()
            raise
        self._keep()
        if not self.entities:
            raise DumpError(
                f"{self.lines.source}: no entity in it; "
                "a Wikidata JSON dump has one entity a line, between [ and ]"
            )

    def _take(self, line: bytes) -> None:
        """Read one line."""
        bare = line.strip(b"\r\n\t ,\xef\xbb\xbf")
        if bare in (b"", b"[", b"]"):
            return
        if not (bare.startswith(b"{") and bare.endswith(b"}")):
            self._bad("not a JSON object")
            return
        self.entities += 1
        if not may_tell(bare):
            return
        try:
            found = parse(bare)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            self.entities -= 1
            self._bad(str(error) or type(error).__name__)
            return
        if found:
            self.waiting.append(found)

    def _bad(self, message: str) -> None:
        """Remember an unreadable line."""
        self.problems += 1
        self.bad.append((self.lines.place.lines, message[:200]))
        if not self.entities and self.problems >= _TRIED:
            raise DumpError(
                f"{self.lines.source}: {_TRIED} lines and no entity; "
                "a Wikidata JSON dump has one entity a line"
            )

    def _keep(self) -> None:
        """Write what waits, and the place, in one transaction."""
        place = self.lines.place
        with self.connection:
            before = self.connection.total_changes
            self.connection.executemany(
                "INSERT OR REPLACE INTO found VALUES (?, ?, ?)",
                [(f.number, f.kind, f.as_json()) for f in self.waiting],
            )
            self.count += self.connection.total_changes - before
            self.connection.executemany(
                "INSERT OR IGNORE INTO problem VALUES (?, ?)", self.bad[:_KEPT_PROBLEMS]
            )
            values = {
                "place": f"{place.member} {place.skip} {place.content} {place.lines}",
                "entities": str(self.entities),
                "problems": str(self.problems),
            }
            self.connection.executemany("INSERT OR REPLACE INTO run VALUES (?, ?)", values.items())
        self.waiting, self.bad = [], []
        lines = self.lines
        seconds = time.monotonic() - self.started
        self.report(Progress(self.entities, self.count, lines.read, lines.size, seconds, self.resumed))
