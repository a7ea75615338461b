"""How far a long run has come, on standard error: count, rate, time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dragoman.store.ingest import Progress as IngestProgress

T = TypeVar("T")
_EVERY = 10.0
"""Seconds between lines where standard error is no terminal."""


def tracked(items: Iterable[T], total: int | None) -> Iterator[T]:
    """``items`` unchanged, with progress shown when there are several."""
    if total is not None and total <= 1:
        yield from items
    elif sys.stderr.isatty():
        yield from _bar(items, total)
    else:
        yield from _lines(items, total)


def _bar(items: Iterable[T], total: int | None) -> Iterator[T]:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    from dragoman.cli.tables import console

    class Rate(ProgressColumn):
        """Reports a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=total)
        for item in items:
            yield item
            progress.advance(task)


def _lines(items: Iterable[T], total: int | None) -> Iterator[T]:
    started = shown = time.monotonic()
    for n, item in enumerate(items):
        now = time.monotonic()
        if now - shown >= _EVERY:
            shown = now
            rate = n / (now - started)
            left = f", about {(total - n) / rate:.0f} s left" if total and rate else ""
            of = f" of {total}" if total else ""
            print(f"dragoman: {n}{of} reports, {rate:.1f}/s{left}", file=sys.stderr, flush=True)
        yield item


class Meter:
    """How far a run over a corpus has come: a bar in a terminal, else a line now and then."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()
        self.terminal = sys.stderr.isatty()
        self._status: Any = None

    def __enter__(self) -> Meter:
        if self.terminal:
            from rich.progress import BarColumn, Progress, TextColumn

            from dragoman.cli.tables import console

            columns = (BarColumn(), TextColumn("{task.description}"))
            self._status = Progress(*columns, console=console(stderr=True), transient=True)
            self._task = self._status.add_task("counting the files", total=None)
            self._status.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._status is not None:
            self._status.stop()

    def show(self, progress: IngestProgress) -> None:
        """Show where the run stands, if it is time to."""
        moment = time.monotonic()
        if self._status is not None:
            done = progress.size_done + progress.size_known
            text = self._text(progress, moment)
            self._status.update(self._task, description=text, completed=done, total=progress.size or 1)
        elif moment - self.shown >= _EVERY:
            self.shown = moment
            print(f"dragoman: {self._text(progress, moment)}", file=sys.stderr, flush=True)

    def _text(self, p: IngestProgress, moment: float) -> str:
        elapsed = moment - self.started
        rejected = f", {p.rejected:,} rejected" if p.rejected else ""
        parts = [f"{p.documents:,} reports{rejected}", f"{p.documents / elapsed:.1f}/s"]
        left = p.size - p.size_done - p.size_known
        if p.size_done and left > 0:
            parts.append(f"about {spelled(left * elapsed / p.size_done)} left")
        return ", ".join(parts)


def spelled(seconds: float) -> str:
    """ "40 s", "5 min", "2 h 10 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
