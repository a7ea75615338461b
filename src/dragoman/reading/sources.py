"""Units of work for a long run: files with an identity, read from any place on.

A run that must survive being killed goes over :func:`iter_sources` and keeps, beside what
it has written, ``source.key`` and how many items of that source are done::

    options = ReadOptions()
    for source in iter_sources(paths, options):
        if isinstance(source, ReadProblem):
            ...                                   # no such file, or of a kind that is not read
            continue
        for item in read_source(source, options, skip=done(source.key)):
            ...                                   # a Document or a ReadProblem

**The order is fixed.**  The n-th item of a source is the same item whenever its bytes and
the options are the same; documents and problems both count.  ``skip=n`` passes over the
first n items without parsing their text, so a run goes on where it stopped at the cost of
reading the bytes before that place.

**Identity.**  ``Source.key`` is a hash over path, size and time of change.  A file that
changed has another key and is read anew from its start; its documents keep their ids,
which depend only on what was read.

**Other processes.**  :func:`drafts` yields the items unmade: finding them is cheap, and
``draft.make()``, where the time goes (HTML above all), can be called in a worker, for
sources and drafts can be pickled.

Memory stays flat: a file is streamed item by item, whatever its size or compression.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.formats import IGNORED, drafts_in
from dragoman.reading.inputs import Input, suffix_of
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document, stable_id

_DEFAULTS = ReadOptions()
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, as it was when it was found."""

    path: Path
    size: int
    """Bytes."""
    modified: int
    """Time of its last change, in nanoseconds since 1970."""

    @property
    def key(self) -> str:
        """The identity of the file's content in this place: the same until it is changed or moved."""
        return stable_id(self.path.absolute(), self.size, self.modified)


def iter_sources(
    paths: Iterable[str | Path], options: ReadOptions = _DEFAULTS
) -> Iterator[Source | ReadProblem]:
    """Every file at ``paths``, folders in the order of their names, and what is not there.

    In a folder hidden files, links to folders, the pictures and scripts beside a saved
    page, and files with the suffixes in ``formats.IGNORED`` are left out.
    """
    for path in map(Path, paths):
        try:
            if path.is_dir():
                yield from _folder(path)
            elif path.exists():
                yield _source(path)
            else:
                yield ReadProblem(str(path), "there is no such file or folder", "check the path")
        except OSError as error:
            yield cannot_open(path, error)


def read_source(
    source: Source, options: ReadOptions = _DEFAULTS, *, skip: int = 0
) -> Iterator[Document | ReadProblem]:
    """The documents and problems of a source, from item number ``skip`` (counted from 0) on."""
    for draft in drafts(source, options, skip=skip):
        yield draft.make()


def drafts(source: Source, options: ReadOptions = _DEFAULTS, *, skip: int = 0) -> Iterator[Draft]:
    """The items of a source, found but not made, from number ``skip`` on."""
    return islice(_drafts(source.path, options), skip, None)


def cannot_open(path: Path, error: OSError) -> ReadProblem:
    """The problem that an error of the file system makes."""
    return ReadProblem(str(path), f"cannot be opened ({error.strerror or error})", "check its permissions")


def _drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    try:
        stream = path.open("rb")
    except OSError as error:
        yield problem_draft(cannot_open(path, error))
        return
    with stream:
        try:
            opened = Input.of(str(path), stream)
        except OSError as error:
            yield problem_draft(cannot_open(path, error))
            return
        yield from drafts_in(opened, options)


def _folder(folder: Path) -> Iterator[Source | ReadProblem]:
    found = False
    for item in _walk(folder):
        found = True
        yield item
    if not found:
        yield ReadProblem(
            str(folder), "the folder holds no files that are read", "see docs/reading.md for the formats"
        )


def _walk(folder: Path) -> Iterator[Source | ReadProblem]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield cannot_open(folder, error)
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                if not _is_of_a_page(entry.name, names):
                    yield from _walk(path)
            elif entry.is_file() and suffix_of(entry.name) not in IGNORED:
                yield _source(path)
        except OSError as error:
            yield cannot_open(path, error)


def _is_of_a_page(folder: str, names: set[str]) -> bool:
    """True for the folder ``Page_files`` that a browser saves beside ``Page.html``."""
    stem, _, end = folder.rpartition("_")
    return end in ("files", "Dateien", "fichiers", "archivos") and any(stem + s in names for s in _PAGES)


def _source(path: Path) -> Source:
    status = path.stat()
    return Source(path, status.st_size, status.st_mtime_ns)
