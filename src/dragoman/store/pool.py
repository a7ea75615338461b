"""Worker processes for a long run: results in order, memory given back, deaths survived.

Workers are replaced after a number of reports, since what parsers and page readers keep is
theirs only as long as they live.  A worker that dies (out of memory, a fault in a library,
a report that takes minutes) takes nothing with it: what was under way is done again, and the
one piece that kills a worker twice over is handed back as a problem.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dragoman.reading import Draft, ReadProblem
from dragoman.records import CoderVersion
from dragoman.store import workers
from dragoman.store.workers import Outcome

Tag = TypeVar("Tag")
RECYCLE = 5_000
"""Reports that a worker codes before it is replaced."""
_LOOK = 0.2
"""Seconds between looks at whether to stop."""
_KILLER = "the process that read it died, twice (out of memory, or a fault in a library)"
_ADVICE = "please report it with the file"


class WorkersFailed(Exception):
    """Worker processes cannot be started at all."""


@dataclass(slots=True)
class Job(Generic[Tag]):
    """Drafts to be coded together, with whatever the caller wants to know them by."""

    tag: Tag
    drafts: list[Draft]
    future: Future[list[Outcome]] | None = field(default=None, repr=False)


class Pool:
    """Codes jobs in ``processes`` processes, or in this one where there are to be none.

    Args:
        processes: how many; 0 codes in this process.
        coder: ``module:name`` of what makes the coder.
        recycle: reports after which a worker is replaced.
        seconds: how long one report may take; there is no limit without worker processes.
    """

    def __init__(
        self,
        processes: int,
        coder: str | None = None,
        *,
        recycle: int = RECYCLE,
        seconds: float = workers.SECONDS,
    ) -> None:
        self.processes = processes
        self.coder = coder or workers.CODER
        self.recycle = recycle
        self.seconds = seconds
        self._given = 0
        self._executor: ProcessPoolExecutor | None = None
        self._here: workers.Codes | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the workers go; what is under way is lost."""
        if self._executor is not None:
            for process in list((getattr(self._executor, "_processes", None) or {}).values()):
                process.terminate()
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def version(self) -> CoderVersion:
        """What the workers' coder is.

        Raises:
            WorkersFailed: no worker process could be started.
            Exception: what kept a worker from making its coder.
        """
        if not self.processes:
            return self._local().version
        try:
            return _version_from(self._started())
        except WorkersFailed:
            self._executor = None
            raise

    def outcomes(
        self, jobs: Iterable[Job[Tag]], stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[Tag, list[Outcome]]]:
        """Each job's tag and outcomes, in the order of ``jobs``, a few jobs under way at a time.

        Once ``stopped()`` is true no job is begun and none that is unfinished is waited for.
        """
        if not self.processes:
            yield from self._outcomes_here(jobs, stopped)
            return
        waiting: deque[Job[Tag]] = deque()
        source = iter(jobs)
        while not stopped():
            while len(waiting) < 2 * self.processes + 1 and (job := next(source, None)) is not None:
                waiting.append(job)
                self._submit(job)
            if not waiting:
                return
            done = self._finished(waiting, stopped)
            if done is not None:
                yield waiting.popleft().tag, done

    def _outcomes_here(
        self, jobs: Iterable[Job[Tag]], stopped: Callable[[], bool]
    ) -> Iterator[tuple[Tag, list[Outcome]]]:
        coder = self._local()
        for job in jobs:
            if stopped():
                return
            yield job.tag, [workers.outcome(coder, draft) for draft in job.drafts]

    def _local(self) -> workers.Codes:
        if self._here is None:
            self._here = workers.coder_of(self.coder)
        return self._here

    # --- processes ------------------------------------------------------------------------------

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = self._new(self.processes)
        return self._executor

    def _new(self, processes: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, context, workers.start, (self.coder, self.seconds))

    def _submit(self, job: Job[Any]) -> None:
        if self._given >= self.recycle * self.processes:
            self._started().shutdown(wait=False)  # its workers end when they have done what they hold
            self._executor = None
            self._given = 0
        self._given += len(job.drafts)
        try:
            job.future = self._started().submit(workers.work, job.drafts)
        except BrokenProcessPool:
            job.future = None

    def _finished(self, waiting: deque[Job[Any]], stopped: Callable[[], bool]) -> list[Outcome] | None:
        """The outcomes of the first job; None where it was stopped before."""
        job = waiting[0]
        while job.future is not None and not wait([job.future], _LOOK).done:
            if stopped():
                return None
        try:
            if job.future is not None:
                return job.future.result()
        except BrokenProcessPool:
            pass
        return self._again(waiting)

    def _again(self, waiting: deque[Job[Any]]) -> list[Outcome]:
        """A worker died: the first job is done alone, and the others are handed out anew."""
        job = waiting[0]
        self._started().shutdown(wait=False)
        self._executor = None
        for other in list(waiting)[1:]:
            if other.future is None or not other.future.done() or other.future.exception() is not None:
                self._submit(other)
        return self._alone(job.drafts)

    def _alone(self, drafts: Sequence[Draft]) -> list[Outcome]:
        """Outcomes from a process that does nothing else, one report at a time: what kills it is known."""
        done: list[Outcome] = []
        while len(done) < len(drafts):
            with self._new(1) as executor:
                _version_from(executor)  # so that no report is charged for the start
                began = time.monotonic()
                try:
                    for draft in drafts[len(done) :]:
                        began = time.monotonic()
                        done += executor.submit(workers.work, [draft]).result()
                    break
                except BrokenProcessPool:
                    pass
            slow = time.monotonic() - began >= self.seconds
            reason = f"it took longer than {self.seconds:g} s, twice" if slow else _KILLER
            draft = drafts[len(done)]
            done.append(ReadProblem(draft.file, reason, _ADVICE, draft.offset, draft.row))
        return done


def _version_from(executor: ProcessPoolExecutor) -> CoderVersion:
    try:
        return executor.submit(workers.version).result()
    except BrokenProcessPool as error:
        raise WorkersFailed(
            "no worker process could be started; try --workers 0 to see what goes wrong"
        ) from error
