"""One door for all formats: paths, folders and streams in, documents and problems out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import py3langid

from dragoman.reading.plain import read_plain
from dragoman.records import Document, stable_id

SUFFIXES = (".txt", ".md", ".text", "")
_LONGEST_LINE = 200_000
"""Characters; a longer line is no report and is refused rather than parsed for hours."""


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """Something that could not be read: what, where, why, and what to do."""

    file: str
    reason: str
    advice: str
    offset: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}" + (f" at byte {self.offset}" if self.offset is not None else "")
        return f"{where}: {self.reason}; {self.advice}"


def document_from_text(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    source_id: str | None = None,
    source_file: str | None = None,
    find_title: bool = True,
) -> Document:
    """A document from text as a person saved it.

    Args:
        text: the report; title, date line and page chrome are found and parted from the body.
        title: known title; then only its repeats are dropped from the text.
        published: known date, which wins over one found in the text.
        find_title: False where ``text`` is a bare body whose first line is no headline.
    """
    notes: list[str] = []
    if find_title:
        found = read_plain(f"{title}\n{text}" if title else text)
        body, place, authors = found.body, found.place, found.authors
        title, date, agency = title or found.title, published or found.published, found.agency
    else:
        body, place, authors, date, agency = text.strip(), None, (), published, None
    if date is None:
        notes.append("no date found: words like 'Sunday' stay undated; give one with --published")
    language = language_of(body or title or "")
    if language not in (None, "en"):
        notes.append(f"the text reads as {language!r}, not English: nothing is coded in it")
    return Document(
        id=stable_id(source_id or "", title, text),
        text=body,
        title=title,
        published=date,
        outlet=outlet or agency,
        url=url,
        authors=authors,
        language=language,
        source_id=source_id,
        source_file=source_file,
        place=place,
        notes=tuple(notes),
    )


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None where it is too short to tell."""
    sample = text[:4000]
    if len(sample.split()) < 4:
        return None
    code, _ = py3langid.classify(sample)
    if code != "en" and len(sample.split()) < 25 and _english_words(sample) >= 0.2:
        return "en"
    return str(code)


_COMMON = frozenset("the of and to in a that on for with by from at said has have was were is are as it its an after".split())


def _english_words(text: str) -> float:
    words = re.findall(r"[a-z']+", text.lower())
    return sum(w in _COMMON for w in words) / max(1, len(words))


def read(
    path: Path, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """Every document at ``path`` (a file or a folder, read in name order) and what went wrong."""
    if not path.exists():
        yield ReadProblem(str(path), "there is no such file or folder", "check the path")
        return
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
        if not files:
            yield ReadProblem(str(path), "the folder holds no readable files", "put .txt or .md files in it")
        for file in files:
            yield from read(file, published=published, outlet=outlet)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield ReadProblem(str(path), f"cannot be opened ({error.strerror})", "check its permissions")
        return
    yield from read_bytes(data, str(path), published=published, outlet=outlet)


def read_bytes(
    data: bytes, name: str, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """The document in ``data``, or the problem that keeps it from being one."""
    text = decode(data, name)
    if isinstance(text, ReadProblem):
        yield text
        return
    decoded, note = text
    document = document_from_text(decoded, published=published, outlet=outlet, source_file=name)
    if note:
        document = Document(**{**_fields(document), "notes": (*document.notes, note)})
    yield document


def _fields(document: Document) -> dict[str, object]:
    return {name: getattr(document, name) for name in document.__slots__}


def decode(data: bytes, name: str) -> tuple[str, str | None] | ReadProblem:
    """Text and a note on how it was decoded, or why it is no text."""
    if not data.strip():
        return ReadProblem(name, "the file is empty", "nothing was coded; remove it or fill it")
    zero = data.find(b"\x00")
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if zero >= 0 and not utf16:
        return ReadProblem(name, "the file is binary, not text", "give a text file", zero)
    try:
        text, note = data.decode("utf-16" if utf16 else "utf-8-sig"), None
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        note = f"not UTF-8 at byte {error.start}: read as Windows-1252"
        if text.count("\ufffd") > len(text) * 0.05:
            return ReadProblem(name, "the file's encoding is unknown", "save it as UTF-8", error.start)
    longest = max((len(line) for line in text.split("\n")), default=0)
    if longest > _LONGEST_LINE:
        return ReadProblem(name, f"a line of {longest:,} characters is no report", "split the file into reports")
    return text, note
