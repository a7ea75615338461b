"""How long each export of a store of made-up events takes, and how much memory it needs.

    python benchmarks/exports.py [--events 200000] [--store FILE] [FORMAT ...]

Each runs in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dragoman.exporting.exports import EXPORTS, ExportError, export
from dragoman.store import Store
from dragoman.store.filters import Filter


def measured(path: Path, name: str, events: bool, queue: multiprocessing.SimpleQueue[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(path, read_only=True) as store:
        started = time.perf_counter()
        try:
            counts = export(name, store, Filter(), Path(folder, "out"), events=events)
        except ExportError as error:
            queue.put(str(error))
            return
        taken = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        kind = "events" if events else "mentions"
        queue.put(f"{taken:7.1f} s {peak:7.0f} MB {counts.rows:>10,} rows of {counts.items:,} {kind}")


def main() -> None:
    from benchmarks.explorer import make

    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("formats", nargs="*", default=list(EXPORTS))
    arguments = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder, "made.duckdb")
        if not path.exists():
            make(path, arguments.events)
        for name in arguments.formats:
            for events in (False, True):
                queue = context.SimpleQueue()
                process = context.Process(target=measured, args=(path, name, events, queue))
                process.start()
                process.join()
                said = queue.get() if not queue.empty() else f"died ({process.exitcode})"
                print(f"{name:18}{said}", flush=True)


if __name__ == "__main__":
    main()
