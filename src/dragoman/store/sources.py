"""Which files were read, and how far: the notes by which a long run goes on where it stopped."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow as pa

from dragoman.reading import ReadOptions, ReadProblem, Source
from dragoman.records import CoderVersion, stable_id
from dragoman.store.database import Store, now
from dragoman.store.schema import arrow_schema

_AT_ONCE = 500
"""Files that are looked up together."""


@dataclass(slots=True)
class State:
    """How far one file has been read; what has been committed of it so far."""

    file: str
    """Its absolute path."""
    fingerprint: str
    items: int = 0
    documents: int = 0
    rejected: int = 0
    complete: bool = False
    name: str = ""
    """The path as it was given, by which its documents and what is rejected of it go."""
    stale: bool = False
    """Its rows in ``rejected`` are of an earlier reading and go with the next commit."""

    @property
    def done(self) -> bool:
        """True where there is no more to do: read to its end, and readable at all."""
        return self.complete and (self.documents > 0 or not self.rejected)


def fingerprint(source: Source, options: ReadOptions, coder: CoderVersion) -> str:
    """What tells whether a file must be read anew: another file, other options, another coder."""
    columns = sorted(options.columns.items())
    return stable_id(
        source.key, options.format, columns, options.published, options.outlet, *dataclasses.astuple(coder)
    )


def with_states(
    store: Store, sources: Iterable[Source | ReadProblem], options: ReadOptions, coder: CoderVersion
) -> Iterator[tuple[Source, State] | ReadProblem]:
    """Every source with its state; a new one, a changed one and one that failed begin at 0."""
    waiting = iter(sources)
    while group := list(islice(waiting, _AT_ONCE)):
        files = [s for s in group if isinstance(s, Source)]
        held = _held(store, [str(s.path.absolute()) for s in files])
        missed = _missed(store, [str(s.path) for s in files])
        for source in group:
            if isinstance(source, ReadProblem):
                yield source
                continue
            state = State(str(source.path.absolute()), fingerprint(source, options, coder))
            known = held.get(state.file)
            if known is not None:
                same = known.fingerprint == state.fingerprint
                if same and (known.done or not known.complete):
                    state = known
                else:
                    state.stale = known.rejected > 0
            state.name = str(source.path)
            state.stale = state.stale or (known is None and state.name in missed)
            yield source, state


def keep(store: Store, states: Sequence[State], run: int) -> None:
    """Write how far the files have been read; inside the transaction that writes their reports."""
    stale = [state.name for state in states if state.stale]
    if stale:
        forget_rejected(store, stale)
    for state in states:
        state.stale = False
    rows: list[dict[str, Any]] = [
        {
            "file": s.file,
            "fingerprint": s.fingerprint,
            "items": s.items,
            "documents": s.documents,
            "rejected": s.rejected,
            "complete": s.complete,
            "run": run,
            "at": now(),
        }
        for s in states
    ]
    if rows:
        store.connection.register("read", pa.Table.from_pylist(rows, schema=arrow_schema("sources")))
        try:
            store.connection.execute("INSERT OR REPLACE INTO sources BY NAME SELECT * FROM read")
        finally:
            store.connection.unregister("read")


def forget_rejected(store: Store, files: Sequence[str]) -> None:
    """Take out what was rejected of these files, members of archives and numbered rows included."""
    store.connection.execute(
        """DELETE FROM rejected WHERE EXISTS (
          FROM (SELECT unnest($files) AS source) s
          WHERE rejected.file = s.source OR starts_with(rejected.file, s.source || ':'))""",
        {"files": list(files)},
    )


def rejected_row(problem: ReadProblem, run: int | None) -> dict[str, Any]:
    """The row of ``rejected`` for a problem that a run met."""
    reason = f"{problem.reason}; {problem.advice}"
    return {"file": problem.file, "offset": problem.source_offset, "reason": reason, "run": run, "at": now()}


def reject(store: Store, problem: ReadProblem, run: int | None) -> None:
    """Keep one problem by itself; in the place of an earlier one of the same file and offset.

    Raises:
        StoreUnwritable: the file can no longer be written.
    """
    with store.transaction():
        store.connection.execute(
            'DELETE FROM rejected WHERE file = $file AND "offset" IS NOT DISTINCT FROM $offset',
            {"file": problem.file, "offset": problem.source_offset},
        )
        store.insert("rejected", [rejected_row(problem, run)])


def not_rejected(store: Store, file: str | None) -> None:
    """Take out what was rejected of an address that was read now."""
    if file:
        store.connection.execute("DELETE FROM rejected WHERE file = ?", [file])


def _missed(store: Store, names: list[str]) -> set[str]:
    """Those of the names under which something was rejected, such as a file that was not there."""
    sql = "SELECT DISTINCT file FROM rejected WHERE file IN (SELECT unnest($names))"
    return {row[0] for row in store.connection.execute(sql, {"names": names}).fetchall()}


def _held(store: Store, files: list[str]) -> dict[str, State]:
    columns = "file, fingerprint, items, documents, rejected, complete"
    rows = store.connection.execute(
        f"SELECT {columns} FROM sources WHERE file IN (SELECT unnest($files))", {"files": files}
    ).fetchall()
    return {row[0]: State(*row) for row in rows}
