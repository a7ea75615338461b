"""How far a long run has come, on standard error: count, rate, time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

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
