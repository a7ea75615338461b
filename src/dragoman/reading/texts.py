"""Plain text: bytes decoded, and what is no text told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

_LONGEST_LINE = 200_000
"""Characters; a longer line is no report and is refused rather than parsed for hours."""
EMPTY = "nothing was coded; remove it or fill it"


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """The one report of a text file."""
    problem = binary(opened.head, opened.name)
    if problem:
        yield problem_draft(problem)
    else:
        yield Draft(opened.name, document, (opened.whole(), opened.name, options))


def document(
    data: bytes, name: str, options: ReadOptions, url: str | None = None, offset: int | None = None
) -> Document | ReadProblem:
    """The report in a text, and where it came from."""
    decoded = decode(data, name)
    if isinstance(decoded, ReadProblem):
        return replace(decoded, offset=offset) if offset is not None else decoded
    text, note = decoded
    return document_from_text(
        text,
        published=options.published,
        outlet=options.outlet,
        url=url,
        source_file=name,
        source_offset=offset,
        notes=(note,) if note else (),
    )


def decode(data: bytes, name: str) -> tuple[str, str | None] | ReadProblem:
    """Text and a note on how it was decoded, or why it is no text of a report."""
    problem = _empty(data, name) or binary(data, name)
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
        return ReadProblem(name, "the file is empty", EMPTY)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        reason = f"a line of {longest:,} characters is no report"
        return ReadProblem(name, reason, "break it into lines, or split the file into reports")
    return text, note


def binary(data: bytes, name: str) -> ReadProblem | None:
    """The problem with bytes that are no text at all, told before they are decoded."""
    zero = data.find(b"\x00")
    if zero >= 0 and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return ReadProblem(name, "the file is binary, not text", "give a text file", zero)
    controls = sum(data.count(byte) for byte in range(1, 9)) + data.count(0x7F)
    if controls > len(data) * 0.01:
        return ReadProblem(name, "the file is binary, not text", "give a text file")
    return None


def _empty(data: bytes, name: str) -> ReadProblem | None:
    return None if data.strip() else ReadProblem(name, "the file is empty", EMPTY)
