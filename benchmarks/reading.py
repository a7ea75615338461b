"""Documents a second for each format, as ratios to plain text.

usage: python benchmarks/reading.py [--documents N] [--rounds N]

The same reports are written in every format, each format is read in turn, round after round,
and only the ratios count: machines differ, and one machine differs from hour to hour.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from dragoman.reading import ReadProblem, read
from dragoman.samples import samples

Row = dict[str, str]


def reports(count: int) -> list[Row]:
    """The bundled samples again and again, each time a little different."""
    known = samples()
    return [
        {
            "id": str(n),
            "title": f"{known[n % len(known)].title} ({n})",
            "published": "2021-05-03",
            "text": f"{known[n % len(known)].text}\nThis is report number {n} of the day.",
        }
        for n in range(count)
    ]


def page(row: Row) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in row["text"].splitlines() if line)
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    return (
        f'<html lang="en"><head><title>{escape(row["title"])} | The Daily</title>'
        f'<meta property="article:published_time" content="{row["published"]}"></head>'
        f"<body><nav><ul>{links}</ul></nav><article><h1>{escape(row['title'])}</h1>"
        f"{paragraphs}</article><footer><ul>{links}</ul></footer></body></html>"
    )


def plain(row: Row) -> str:
    return f"{row['title']}\n\n3 May 2021\n\n{row['text']}"


def mail(row: Row) -> str:
    return (
        f"From: The Daily <news@daily.example>\nSubject: {row['title']}\n"
        f"Date: Mon, 3 May 2021 10:00:00 +0200\nMessage-ID: <{row['id']}@daily.example>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        f"{row['text']}"
    )


def feed(rows: list[Row]) -> bytes:
    items = "".join(
        f"<item><title>{escape(r['title'])}</title><guid>{r['id']}</guid>"
        "<pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
        f"<description><![CDATA[{r['text']}]]></description></item>"
        for r in rows
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>D</title>{items}</channel></rss>'.encode()
    )


def record(row: Row) -> bytes:
    body = page(row).encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{row['id']}>\r\n"
        f"WARC-Date: 2021-05-03T10:00:00Z\r\nWARC-Target-URI: http://daily.example/{row['id']}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def lines(rows: list[Row]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def table(rows: list[Row], delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def parquet(rows: list[Row]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def folder(root: Path, suffix: str, rows: list[Row], write: Callable[[Row], str]) -> Path:
    root.mkdir()
    for row in rows:
        (root / f"{row['id']}.{suffix}").write_text(write(row), encoding="utf-8")
    return root


def corpus(root: Path, rows: list[Row]) -> dict[str, Path]:
    """The reports in every format, the first of them plain text."""
    files = {
        "jsonl": ("all.jsonl", lines(rows)),
        "jsonl.gz": ("all.jsonl.gz", gzip.compress(lines(rows))),
        "jsonl.zst": ("all.jsonl.zst", zstandard.compress(lines(rows))),
        "csv": ("all.csv", table(rows, ",")),
        "tsv": ("all.tsv", table(rows, "\t")),
        "parquet": ("all.parquet", parquet(rows)),
        "feed": ("all.rss", feed(rows)),
        "warc.gz": ("all.warc.gz", b"".join(gzip.compress(record(row)) for row in rows)),
    }
    paths = {
        "text": folder(root / "text", "txt", rows, plain),
        "markdown": folder(root / "markdown", "md", rows, plain),
        "html": folder(root / "html", "html", rows, page),
        "eml": folder(root / "eml", "eml", rows, mail),
    }
    for kind, (name, data) in files.items():
        (root / name).write_bytes(data)
        paths[kind] = root / name
    return paths


def seconds(path: Path, expected: int) -> float:
    started = time.perf_counter()
    found = list(read(path))
    taken = time.perf_counter() - started
    problems = [str(f) for f in found if isinstance(f, ReadProblem)]
    if problems or len(found) != expected:
        raise SystemExit(f"{path.name}: {len(found)} of {expected} read; {problems[:1]}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        paths = corpus(Path(root), reports(options.documents))
        rates: dict[str, list[float]] = {kind: [] for kind in paths}
        for number in range(options.rounds + 1):
            for kind, path in paths.items():
                taken = seconds(path, options.documents)
                if number:  # the first round warms up
                    rates[kind].append(options.documents / taken)
    print(f"{'format':10} {'ratio to text':>13} {'documents/s':>12}")
    for kind, found in rates.items():
        ratios = [own / text for own, text in zip(found, rates["text"], strict=True)]
        print(f"{kind:10} {statistics.median(ratios):13.2f} {statistics.median(found):12.0f}")


if __name__ == "__main__":
    main()
