"""A long run: files in, records in the store, in batches that are committed whole.

A batch holds its reports, what was rejected, how far each file has been read and what the
story makes of it, in one transaction.  So a run that is stopped in any way, ``kill -9``
included, has all of a batch or nothing of it, and the next run goes on with the first item
that is not in the store.  Between two batches others may read the store, if they ask for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman import story
from dragoman.reading import Draft, ReadOptions, ReadProblem, Source, drafts, iter_sources
from dragoman.reading.drafts import problem_draft
from dragoman.records import CoderVersion, Record
from dragoman.store import sources, turns, workers
from dragoman.store.database import AddResult, Store
from dragoman.store.pool import Job, Pool
from dragoman.store.sources import State

BATCH = 1024
"""Items in one transaction, at most.  What a batch looks up in the store grows with the store, so
that few large batches are cheaper than many small ones."""
SECONDS = 10.0
"""After which a batch is committed even if it is smaller."""
CHUNK = 16
"""Items that are handed to a worker at once …"""
CHUNK_BYTES = 1024 * 1024
"""… unless they are large."""
MEMORY = "384MB"
"""What DuckDB may use during a run; more of it makes nothing faster."""
LOG = "128MB"
"""What may wait in DuckDB's log before it is worked into the file, which costs more the larger the store."""


@dataclass(slots=True)
class Progress:
    """How far a run has come; numbers of this run unless they say otherwise."""

    sources: int = 0
    """Files in all, 0 where they are not counted yet."""
    size: int = 0
    """Bytes of all files."""
    size_done: int = 0
    size_known: int = 0
    """Bytes of the files that an earlier run had read."""
    known: int = 0
    """Files that an earlier run had read to their end."""
    known_rejected: int = 0
    """Pieces of those files that were rejected then."""
    documents: int = 0
    rejected: int = 0
    skipped: int = 0
    """Pieces that were never meant to be reports: pictures and redirects in a web archive."""
    result: AddResult = field(default_factory=AddResult)
    stopped: bool = False
    committed: int = 0
    """Reports and rejected pieces that are in the store, and what was skipped between them."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The items of a job that come from one file, in a row."""

    state: State | None
    """None for a path at which no file was found."""
    drafts: int
    size: int
    last: bool


@dataclass(slots=True)
class _Batch:
    """What is written next."""

    records: list[Record] = field(default_factory=list)
    problems: list[ReadProblem] = field(default_factory=list)
    states: dict[str, State] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    skipped: int = 0
    since: float = field(default_factory=time.monotonic)

    @property
    def items(self) -> int:
        return len(self.records) + len(self.problems) + self.skipped

    @property
    def due(self) -> bool:
        waited = time.monotonic() - self.since >= SECONDS
        return self.items >= BATCH or len(self.states) >= 2 * BATCH or (bool(self.states) and waited)


class Ingest:
    """One run over files into a store.

    Args:
        store: open for writing.
        options: how the files are read.
        processes: worker processes; 0 codes in this process.
        coder: ``module:name`` of what makes the coder.
        seconds: how long a worker may take over one report, which is rejected then.
        on_progress: called with the progress after each job and each batch.
        on_problem: called with each piece that is rejected.
    """

    def __init__(
        self,
        store: Store,
        options: ReadOptions | None = None,
        *,
        processes: int = 1,
        coder: str | None = None,
        seconds: float = workers.SECONDS,
        on_progress: Callable[[Progress], None] = lambda progress: None,
        on_problem: Callable[[ReadProblem], None] = lambda problem: None,
    ) -> None:
        self.store = store
        self.options = options or ReadOptions()
        self.pool = Pool(processes, coder, seconds=seconds)
        self.on_progress = on_progress
        self.on_problem = on_problem
        self.progress = Progress()
        self.memory = story.Memory()

    def stop(self) -> None:
        """Stop as soon as what is done is in the store; safe to call from a signal handler."""
        self.progress.stopped = True

    def run(self, paths: Sequence[Path]) -> Progress:
        """Read, code and keep everything at ``paths`` that is not in the store yet.

        Raises:
            StoreUnwritable: the file can no longer be written; earlier batches stand.
            WorkersFailed: no worker process could be started.
        """
        paths = apart(paths)
        self._bound_memory()
        batch = _Batch()
        with self.pool:
            self._count(paths)
            coder = self.pool.version()
            jobs = self._jobs(paths, coder)
            for pieces, outcomes in self.pool.outcomes(jobs, lambda: self.progress.stopped):
                self._take(batch, pieces, outcomes)
                if batch.due:
                    self._commit(batch, coder)
                    batch = _Batch()
                    if turns.give(self.store):
                        self._bound_memory()
                self.on_progress(self.progress)
            self._commit(batch, coder)
        self.on_progress(self.progress)
        return self.progress

    def _bound_memory(self) -> None:
        self.store.connection.execute(f"SET memory_limit = '{MEMORY}'")
        self.store.connection.execute("SET threads = 2")
        self.store.connection.execute(f"SET checkpoint_threshold = '{LOG}'")

    def _count(self, paths: Sequence[Path]) -> None:
        """Go over the files once without opening them, so that there is a time left to tell."""
        for source in iter_sources(paths, self.options):
            if isinstance(source, Source):
                self.progress.sources += 1
                self.progress.size += source.size
            if self.progress.stopped:
                return

    # --- work to do -----------------------------------------------------------------------------

    def _jobs(self, paths: Sequence[Path], coder: CoderVersion) -> Iterator[Job[list[_Piece]]]:
        """Drafts in jobs of a bounded size, those of small files together."""
        job: Job[list[_Piece]] = Job([], [])
        weight = 0
        for state, draft, size, last in self._items(paths, coder):
            if draft is not None:
                job.drafts.append(draft)
                weight += size
            _note(job.tag, state, draft, size, last=last)
            if len(job.drafts) >= CHUNK or weight >= CHUNK_BYTES or len(job.tag) >= BATCH:
                yield job
                job, weight = Job([], []), 0
        if job.tag:
            yield job

    def _items(
        self, paths: Sequence[Path], coder: CoderVersion
    ) -> Iterator[tuple[State | None, Draft | None, int, bool]]:
        """Every item that is not in the store: its file's state, it, its size, whether it is the last."""
        found = iter_sources(paths, self.options)
        for known in sources.with_states(self.store, found, self.options, coder):
            if isinstance(known, ReadProblem):
                yield None, problem_draft(known), 0, True
                continue
            source, state = known
            if state.done:
                self._skip(source, state)
                continue
            yield from self._of_source(source, state)

    def _skip(self, source: Source, state: State) -> None:
        self.progress.known += 1
        self.progress.known_rejected += state.rejected
        self.progress.size_known += source.size

    def _of_source(self, source: Source, state: State) -> Iterator[tuple[State, Draft | None, int, bool]]:
        """The items of one file, each sent on when the next is known to be there or not."""
        left = source.size
        waiting: Draft | None = None
        for draft in drafts(source, self.options, skip=state.items):
            if waiting is not None:
                size = min(left, _weight(waiting))
                left -= size
                yield state, waiting, size, False
            waiting = draft
        yield state, waiting, left, True

    # --- work done ------------------------------------------------------------------------------

    def _take(self, batch: _Batch, pieces: list[_Piece], outcomes: list[workers.Outcome]) -> None:
        start = 0
        for piece in pieces:
            mine = outcomes[start : start + piece.drafts]
            start += piece.drafts
            records = [o for o in mine if isinstance(o, Record)]
            problems = [o for o in mine if isinstance(o, ReadProblem) and o.fault]
            skipped = len(mine) - len(records) - len(problems)
            batch.records += records
            batch.skipped += skipped
            self.progress.skipped += skipped
            batch.problems += problems
            self.progress.documents += len(records)
            self.progress.rejected += len(problems)
            self.progress.size_done += piece.size
            for problem in problems:
                self.on_problem(problem)
            if piece.state is None:
                batch.missing += [p.file for p in problems]
                continue
            state = piece.state
            state.items += piece.drafts
            state.documents += len(records)
            state.rejected += len(problems)
            state.complete = piece.last
            batch.states[state.file] = state

    def _commit(self, batch: _Batch, coder: CoderVersion) -> None:
        if not batch.items and not batch.states:
            return
        with self.store.transaction():
            run = self.store.run(coder)
            result = self.store.add_many(batch.records, batch=len(batch.records) or 1)
            story.update(self.store, result.changed, self.memory)
            if batch.missing:
                sources.forget_rejected(self.store, batch.missing)
            sources.keep(self.store, list(batch.states.values()), run)
            self.store.insert("rejected", [sources.rejected_row(problem, run) for problem in batch.problems])
        self.progress.result += replace(result, changed=())
        self.progress.committed += batch.items


def apart(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that others hold, so that no file is read twice."""
    whole = {path: path.absolute() for path in paths}
    kept: list[Path] = []
    for path, place in whole.items():
        others = (o for p, o in whole.items() if p is not path)
        inside = any(other in place.parents for other in others)
        if not inside and place not in (whole[k] for k in kept):
            kept.append(path)
    return kept


def _note(pieces: list[_Piece], state: State | None, draft: Draft | None, size: int, *, last: bool) -> None:
    """Put an item under the piece of its file, or begin one."""
    count = 0 if draft is None else 1
    if pieces and state is not None and pieces[-1].state is state:
        before = pieces.pop()
        count, size = before.drafts + count, before.size + size
    pieces.append(_Piece(state, count, size, last))


def _weight(draft: Draft) -> int:
    """About how many bytes of its file an item is."""
    return 1 + sum(map(_length, draft.arguments))


def _length(value: object) -> int:
    if isinstance(value, str | bytes):
        return len(value)
    return sum(map(_length, value.values())) if isinstance(value, dict) else 0
