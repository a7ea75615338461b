"""One door for paths, folders and streams: documents and problems come out, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.reading import rows
from dragoman.reading.documents import document_from_text
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

SUFFIXES = (".txt", ".text", ".md", "", *rows.SUFFIXES)
"""Files of a folder that are read; hidden ones never are."""
LARGEST = 16 * 1024 * 1024
"""Bytes; no single report is larger, and a larger file is refused before it is read."""
LARGEST_TABLE = 1024 * 1024 * 1024
"""Bytes of a table of reports."""
_LONGEST_LINE = 200_000
"""Characters; a longer line is no report and is refused rather than parsed for hours."""
_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"{\\rtf", "a rich-text document"),
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "an XML file"),
    (b"PAR1", "a Parquet file"),
)


def files_of(path: Path) -> list[Path]:
    """The files that :func:`read` reads for ``path``: itself, or those of a folder in name order."""
    if not path.is_dir():
        return [path]
    return sorted(
        p
        for p in path.rglob("*")
        if p.suffix.lower() in SUFFIXES and not p.name.startswith(".") and p.is_file()
    )


def read(
    path: Path, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """Every document at ``path`` (a file or a folder) and what went wrong."""
    try:
        if not path.exists():
            yield ReadProblem(str(path), "there is no such file or folder", "check the path")
            return
        files = files_of(path)
    except OSError as error:
        yield _cannot_open(path, error)
        return
    if not files:
        kinds = ", ".join(s for s in SUFFIXES if s)
        yield ReadProblem(str(path), "the folder holds no text files", f"put {kinds} files in it")
    for file in files:
        yield from _read_file(file, published, outlet)


def read_stream(
    stream: BinaryIO, name: str, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """The document in a stream such as standard input."""
    yield from read_bytes(stream.read(LARGEST_TABLE + 1), name, published=published, outlet=outlet)


def read_bytes(
    data: bytes, name: str, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """The document in ``data``, or the problem that keeps it from being one."""
    decoded = decode(data, name)
    if isinstance(decoded, ReadProblem):
        yield decoded
        return
    text, note = decoded
    if name.lower().endswith(rows.SUFFIXES) or rows.looks_like_json_lines(text):
        yield from rows.read_rows(text, name, published=published, outlet=outlet)
        return
    yield document_from_text(
        text, published=published, outlet=outlet, source_file=name, notes=(note,) if note else ()
    )


def decode(data: bytes, name: str) -> tuple[str, str | None] | ReadProblem:
    """Text and a note on how it was decoded, or why it is no text."""
    table = name.lower().endswith(rows.SUFFIXES) or data.lstrip()[:1] == b"{"
    problem = _not_a_text(data, name, LARGEST_TABLE if table else LARGEST)
    if problem:
        return problem
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    note = None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        note = f"not {encoding.upper().removesuffix('-SIG')} at byte {error.start:,}: read as Windows-1252"
        if encoding == "utf-16" or text.count("\ufffd") > len(text) * 0.02:
            return ReadProblem(name, "the file's encoding is unknown", "save it as UTF-8", error.start)
    if not text.strip():
        return _empty(name)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE and not table:
        reason = f"a line of {longest:,} characters is no report"
        return ReadProblem(name, reason, "break it into lines, or split the file into reports")
    return text, note


def _read_file(path: Path, published: dt.date | None, outlet: str | None) -> Iterator[Document | ReadProblem]:
    try:
        size = path.stat().st_size
        table = path.suffix.lower() in rows.SUFFIXES
        limit = LARGEST_TABLE if table else LARGEST
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        yield _cannot_open(path, error)
        return
    if size > limit:
        yield _too_large(str(path), size)
        return
    yield from read_bytes(data, str(path), published=published, outlet=outlet)


def _not_a_text(data: bytes, name: str, limit: int) -> ReadProblem | None:
    """The problem with bytes that are no text of a report, told before they are decoded."""
    if not data.strip():
        return _empty(name)
    if len(data) > limit:
        return _too_large(name, len(data))
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, kind in _OTHER_KINDS:
        if head.startswith(magic.lower()):
            return ReadProblem(name, f"the file is {kind}", "this version reads plain text: save it as .txt")
    zero = data.find(b"\x00")
    if zero >= 0 and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return ReadProblem(name, "the file is binary, not text", "give a text file", zero)
    controls = sum(data.count(byte) for byte in range(1, 9)) + data.count(0x7F)
    if controls > len(data) * 0.01:
        return ReadProblem(name, "the file is binary, not text", "give a text file")
    return None


def _empty(name: str) -> ReadProblem:
    return ReadProblem(name, "the file is empty", "nothing was coded; remove it or fill it")


def _too_large(name: str, size: int) -> ReadProblem:
    reason = f"the file is larger than {LARGEST // 1024**2} MB, which no report is"
    return ReadProblem(name, reason, "split it into one file for each report")


def _cannot_open(path: Path, error: OSError) -> ReadProblem:
    return ReadProblem(str(path), f"cannot be opened ({error.strerror})", "check its permissions")
