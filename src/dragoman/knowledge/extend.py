"""The shipped base together with a user's own files and what was imported, compiled once and kept.

Own files win over ours.  Imported tables, in folders beside them, come after ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from . import build
from .store import cache_directory, open_compiled, read_only
from .tables import Problem, own_directory, read_extra

SMALL = 1 << 18
"""Bytes of own files up to which they are added in memory each time, rather than compiled and kept."""
_KEPT = 3


def own_files() -> list[Path]:
    """The files of the user's own actors."""
    return sorted(own_directory().glob("*.tsv"))


def imported_files() -> list[Path]:
    """The tables that imports wrote; those that no table of ours looks like are passed over."""
    found = sorted(own_directory().glob("*/*.tsv"))
    return [path for path in found if _is_imported(path)]


def _is_imported(path: Path) -> bool:
    """Whether a file says of itself that an import wrote it."""
    with path.open("rb") as file:
        return any(line.startswith(b"# imported:") for line in (file.readline(), file.readline()))


def open_extended(own: Sequence[Path], imported: Sequence[Path]) -> tuple[sqlite3.Connection, list[Problem]]:
    """The shipped base with the rows of these files, and what was wrong in them."""
    if not own and not imported:
        return open_compiled(), []
    base = open_compiled()
    version = base.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (*imported, *own)]
    if sum(path.stat().st_size for path in (*own, *imported)) > SMALL:
        mark = hashlib.sha256(" ".join([version, str(len(own)), *digests]).encode()).hexdigest()[:16]
        kept = cache_directory() / f"extended-{mark}.sqlite"
        with contextlib.suppress(OSError):
            if not kept.is_file():
                _compile(base, kept, own, imported, digests)
            base.close()
            connection = read_only(kept)
            return connection, _problems(connection)
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    base.backup(memory)
    base.close()
    _add(memory, own, imported, digests)
    return memory, _problems(memory)


def _compile(
    base: sqlite3.Connection,
    target: Path,
    own: Sequence[Path],
    imported: Sequence[Path],
    digests: Sequence[str],
) -> None:
    """Write the extended base to a file, in one step; the oldest of those before it go."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=".extended-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(part)
        connection.execute("PRAGMA journal_mode = OFF")
        base.backup(connection)
        _add(connection, own, imported, digests)
        connection.close()
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
    older = sorted(target.parent.glob("extended-*.sqlite"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in older[_KEPT:]:
        with contextlib.suppress(OSError):
            path.unlink()


def _add(
    connection: sqlite3.Connection, own: Sequence[Path], imported: Sequence[Path], digests: Sequence[str]
) -> None:
    """Add the rows of the files, imported ones first, and say so in the version."""
    problems: list[Problem] = []
    for path in (*imported, *own):
        loaded = read_extra(path)
        problems += loaded.problems
        build.add_rows(connection, loaded, own=path in own)
    suffix = "".join(f"+{digest[:8]}" for digest in digests)
    connection.execute("UPDATE meta SET value = value || ? WHERE key = 'version'", (suffix,))
    listed = json.dumps([astuple(p) for p in problems])
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('problems', ?)", (listed,))
    connection.commit()


def _problems(connection: sqlite3.Connection) -> list[Problem]:
    """The problems that were found while the rows were added."""
    rows = connection.execute("SELECT value FROM meta WHERE key = 'problems'").fetchall()
    return [Problem(*cells) for cells in json.loads(rows[0][0])] if rows else []
