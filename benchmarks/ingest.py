"""How fast a corpus goes into a store, format by format, and how that changes as the store grows.

usage: python benchmarks/ingest.py [--reports N] [--formats jsonl,text,…] [--workers N] [--coder real|quick]

For every format the same made-up reports are written to disk and ingested into a new store;
a line for every thousand of them gives reports a second, processor time of the process that
writes, and the memory of that process and of its workers.  ``quick`` takes states that a
sentence names for an event, so that reading, storing and the story are what is measured;
``real`` is dragoman's coder.  At the end the last steps are held against the first, in processor time and
in units of a fixed piece of work that is done beside each.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import datetime as dt
import gzip
import json
import multiprocessing
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.story_corpus import COUNTRIES, DAYS, corpus

from dragoman.records import (
    CoderVersion,
    Document,
    Entity,
    EventDate,
    EventMention,
    Evidence,
    Magnitude,
    Record,
    stable_id,
)
from dragoman.store import Store, workers
from dragoman.store.ingest import Ingest, Progress

_SLICE = 2000
"""Reports that are made up at a time …"""
_A_DAY = 100
"""… and so many of them on a day: like news, a longer corpus covers more days."""
_TYPES = {"kill": "ASSAULT", "bomb": "ASSAULT", "sign": "AGREE", "met": "CONSULT", "protest": "PROTEST"}
_NAMES = {name: code for code, (name, *_) in COUNTRIES.items()}
_ANY = re.compile(rf"\b({'|'.join(_NAMES)})\b")
_WORD = re.compile("|".join(_TYPES))


class QuickCoder:
    """Every sentence that names states is an event of theirs."""

    version = CoderVersion("0", "none", "plover", "quick")

    def code(self, document: Document) -> Record:
        found = []
        for n, match in enumerate(re.finditer(r"[^.]+\.", document.text)):
            sentence = match.group().strip()
            states = list(dict.fromkeys(_ANY.findall(sentence)))[:2]
            if states:
                found.append(self._mention(document, n, sentence, match.start(), states))
        return Record(document, tuple(found), coder=self.version)

    def _mention(self, document: Document, n: int, text: str, start: int, states: list[str]) -> EventMention:
        kind = next((_TYPES[w] for w in _WORD.findall(text)), "CONSULT")
        actors = tuple(Entity(s, f"country:{_NAMES[s]}", _NAMES[s], ("GOV",)) for s in states)
        date = EventDate(document.published, document.published, None, "published")
        evidence = Evidence("text", text, start, start + len(text), (start, start + 3))
        return EventMention(
            stable_id(document.id, n), kind, None, (), "040", 1, "verbal cooperation", 1.0, 1.0,
            actors[:1], actors[1:], "asserted", (), date, None, Magnitude(), evidence, 0.9,
        )  # fmt: skip


# --- the corpus --------------------------------------------------------------------------------

Row = dict[str, str | None]


def rows(reports: int) -> Iterator[Row]:
    """Made-up reports, a slice at a time, the slices in order of their days."""
    made = (document for seed in range(reports) for document in _slice(seed))
    for n, document in enumerate(islice(made, reports)):
        day = document.published.isoformat() if document.published else None
        yield {
            "id": f"r{n}", "title": document.title or f"Report {n}", "text": document.text, "published": day,
            "outlet": document.outlet, "url": f"https://example.org/{n}",
        }  # fmt: skip


def _slice(seed: int) -> list[Document]:
    """Reports on the days after those of the slice before, by their day of publication."""
    length = _SLICE // _A_DAY
    days = range(DAYS.start + seed * length, DAYS.start + (seed + 1) * length)
    made = (record.document for record in corpus(_SLICE, seed, days=days).records)
    return sorted(made, key=lambda d: (d.published or dt.date.max, d.id))


def _lines(folder: Path, reports: Iterator[Row]) -> None:
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in reports)


def _packed(folder: Path, reports: Iterator[Row]) -> None:
    with zstandard.open(folder / "reports.jsonl.zst", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in reports)


def _csv(folder: Path, reports: Iterator[Row]) -> None:
    with (folder / "reports.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["id", "title", "text", "published", "outlet", "url"])
        writer.writeheader()
        writer.writerows(reports)


def _parquet(folder: Path, reports: Iterator[Row]) -> None:
    while batch := list(islice(reports, 10_000)):
        pq.write_table(pa.Table.from_pylist(batch), folder / f"{batch[0]['id']}.parquet")


def _text(folder: Path, reports: Iterator[Row]) -> None:
    for n, row in enumerate(reports):
        part = folder / f"{n // 1000:04d}"
        part.mkdir(exist_ok=True)
        body = f"{row['title']}\n\n{row['published']}\n\n{row['text']}\n"
        (part / f"{row['id']}.txt").write_text(body, encoding="utf-8")


def page(row: Row) -> str:
    """A report as a page of a newspaper's site."""
    paragraphs = "".join(f"<p>{s.strip()}.</p>" for s in (row["text"] or "").split(".") if s.strip())
    return (
        f"<!doctype html><html lang=en><head><title>{row['title']}</title><link rel=canonical href="
        f'"{row["url"]}"><meta property="article:published_time" content="{row["published"]}T08:00:00Z">'
        f'<meta property="og:site_name" content="{row["outlet"]}"></head><body><nav><a href="/">Home</a>'
        f"<a href='/world'>World</a></nav><article><h1>{row['title']}</h1>{paragraphs}</article>"
        "<footer>Terms. Privacy. All rights reserved.</footer></body></html>"
    )


def _html(folder: Path, reports: Iterator[Row]) -> None:
    for n, row in enumerate(reports):
        part = folder / f"{n // 1000:04d}"
        part.mkdir(exist_ok=True)
        (part / f"{row['id']}.html").write_text(page(row), encoding="utf-8")


def _warc(folder: Path, reports: Iterator[Row]) -> None:
    with (folder / "reports.warc.gz").open("wb") as stream:
        for row in reports:
            body = page(row).encode()
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            http += f"Content-Length: {len(body)}\r\n\r\n".encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {row['url']}\r\n"
                f"WARC-Date: {row['published']}T08:00:00Z\r\nWARC-Record-ID: <urn:example:{row['id']}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 1))


WRITERS: dict[str, Callable[[Path, Iterator[Row]], None]] = {
    "jsonl": _lines, "jsonl.zst": _packed, "csv": _csv, "parquet": _parquet, "text": _text, "html": _html,
    "warc": _warc,
}  # fmt: skip


# --- measuring ---------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class Point:
    """Where a run stood when another thousand was done."""

    reports: int
    wall: float
    cpu: float
    memory: int
    """Megabytes of this process …"""
    of_workers: int
    """… and of all its workers."""
    unit: float = 0.0
    """Processor time of a fixed piece of work done beside it, which tells how fast the machine was then."""


class Watch:
    """Notes a point for every thousand reports that are in the store."""

    def __init__(self, step: int) -> None:
        self.step = step
        self.points = [Point(0, time.perf_counter(), time.process_time(), _memory("self"), 0)]
        self.costs: list[tuple[float, float]] = []
        """Processor time of a report in each step, and of a fixed piece of work then."""
        self.first = (0, 0.0)
        """Reports and time when the first job was done, for which the workers had to start."""

    def __call__(self, progress: Progress) -> None:
        if not self.first[1]:
            self.first = (progress.documents, time.perf_counter())
        if progress.committed - self.points[-1].reports < self.step:
            return
        of_workers = sum(_memory(str(p.pid)) for p in multiprocessing.active_children())
        memory, before = _memory("self"), self.points[-1]
        now = Point(progress.committed, time.perf_counter(), time.process_time(), memory, of_workers, _unit())
        self.points.append(now)
        self.costs.append(((now.cpu - before.cpu - before.unit) / (now.reports - before.reports), now.unit))
        n = now.reports - before.reports
        print(
            f"  {now.reports:7,} reports  {n / (now.wall - before.wall):7.1f}/s  "
            f"{1000 * self.costs[-1][0]:6.2f} ms of the writer's time each  "
            f"({self.costs[-1][0] / now.unit:.4f} units)  {now.memory:5} MB + workers {now.of_workers:5} MB",
            flush=True,
        )

    def growth(self) -> str:
        """The last steps against the first: the writer's time for a report, and that in units.

        Other programs slow a processor down from minute to minute; the units take that out.
        """
        n = max(1, min(10, (len(self.costs) - 1) // 2))
        first, last = self.costs[1 : n + 1], self.costs[-n:]  # the first of all finds an empty store
        time_, units = (
            statistics.median(map(cost, last)) / statistics.median(map(cost, first))
            for cost in (lambda c: c[0], lambda c: c[0] / c[1])
        )
        return f"{time_:.2f} × in the writer's time, {units:.2f} × in units (medians of {n} steps each)"


def _unit() -> float:
    """Processor time of a fixed piece of work, of the kinds that storing is made of."""
    began = time.process_time()
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET threads = 1")
        connection.execute("SELECT count(DISTINCT md5(range::VARCHAR)) FROM range(60000)").fetchall()
    text = json.dumps([{"n": n, "words": str(n) * 8} for n in range(8000)])
    assert len({row["words"] for row in json.loads(text)}) == 8000
    return time.process_time() - began


def _memory(process: str) -> int:
    """Megabytes of a process that are in memory and its own."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) // 1024 if "VmRSS" in status else 0


def measure(name: str, options: argparse.Namespace) -> None:
    """Ingest one format and print what it took."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "corpus"
        folder.mkdir()
        WRITERS[name](folder, rows(options.reports))
        coder = workers.CODER if options.coder == "real" else "benchmarks.ingest:QuickCoder"
        watch = Watch(options.step)
        path = Path(place) / "events.duckdb"
        print(f"{name}: {options.reports:,} reports", flush=True)
        with Store.open(path) as store:
            run = Ingest(store, processes=options.workers, coder=coder, on_progress=watch)
            done = run.run([folder])
            took = time.perf_counter() - watch.first[1]
        size = path.stat().st_size / 1024**2
        rate = f"{(done.documents - watch.first[0]) / took:.1f}/s once the workers had started"
        print(f"  {done.documents:,} kept, {done.rejected} rejected, {rate}, {size:.0f} MB")
        if len(watch.points) > 3:
            print(f"  the last reports against the first: {watch.growth()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--formats", default=",".join(WRITERS))
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--coder", choices=("quick", "real"), default="quick")
    parser.add_argument("--step", type=int, default=1000)
    options = parser.parse_args()
    for name in options.formats.split(","):
        measure(name, options)


if __name__ == "__main__":
    main()
