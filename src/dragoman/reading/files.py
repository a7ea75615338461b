"""One door for paths, folders, streams and bytes: documents and problems come out, in order."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dragoman.reading import formats
from dragoman.reading.drafts import problem_draft
from dragoman.reading.formats import drafts_in
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.reading.sources import Source, iter_sources, read_source
from dragoman.records import Document

__all__ = ["LARGEST", "files_of", "holds_one", "read", "read_bytes", "read_stream"]


def files_of(path: Path) -> list[Path]:
    """The files that :func:`read` reads for ``path``: itself, or those of a folder in name order."""
    if not path.is_dir():
        return [path]
    return [item.path for item in iter_sources([path]) if isinstance(item, Source)]


def read(
    path: Path,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    options: ReadOptions | None = None,
) -> Iterator[Document | ReadProblem]:
    """Every document at ``path`` (a file or a folder) and what went wrong."""
    chosen = _options(options, published, outlet)
    for source in iter_sources([path], chosen):
        if isinstance(source, ReadProblem):
            yield source
        else:
            yield from read_source(source, chosen)


def read_stream(
    stream: BinaryIO,
    name: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    options: ReadOptions | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in a stream such as standard input, in whichever format it is."""
    chosen = _options(options, published, outlet)
    try:
        opened = Input.of(name, stream)
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        yield problem_draft(ReadProblem(name, reason, "check where it comes from")).make()
        return
    for draft in drafts_in(opened, chosen):
        yield draft.make()


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    options: ReadOptions | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in ``data``, or the problem that keeps it from holding any."""
    return read_stream(io.BytesIO(data), name, published=published, outlet=outlet, options=options)


def holds_one(path: Path, options: ReadOptions) -> bool:
    """True where a path is a file of one report: no folder, no table, no feed, nothing packed."""
    try:
        if path.is_dir():
            return False
        with path.open("rb") as stream:
            return formats.holds_one(Input.of(str(path), stream), options)
    except OSError:
        return True


def _options(options: ReadOptions | None, published: dt.date | None, outlet: str | None) -> ReadOptions:
    chosen = options or ReadOptions()
    return replace(chosen, published=published or chosen.published, outlet=outlet or chosen.outlet)
