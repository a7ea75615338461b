"""Web archives (WARC), such as Common Crawl's news crawl: one report a page.

Records that hold no page by their nature (requests, metadata, revisits, information on the
archive) are passed over; an answer that is no report is a problem like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.reading import pages, texts
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

_PAGES = ("text/html", "application/xhtml+xml")
LARGEST_RECORD = LARGEST + 64 * 1024
"""Bytes of a record: a page and the head of its answer."""
_ADVICE = "the record was left out"


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every page, with the byte at which its record begins (in the file as it stands) as offset."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    last, found = 0, False
    try:
        for record in ArchiveIterator(opened.stream, record_types=kinds, parse_http=False):
            last, found = record.stream_pos, True
            yield _draft(record, opened.name, options)
    except Exception as error:
        reason = f"the web archive is damaged or cut off after this record ({str(error)[:200]})"
        advice = "what came before was read; get a whole copy and run again"
        yield problem_draft(ReadProblem(opened.name, reason, advice, last))
        return
    if not found:
        yield problem_draft(ReadProblem(opened.name, "the web archive holds no pages", "nothing was coded"))


def _draft(record: Any, name: str, options: ReadOptions) -> Draft:
    offset, url = record.stream_pos, record.headers.get("WARC-Target-URI")
    problem = _incomplete(record, url) or _no_page(record, url)
    data = b"" if problem else record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"{url} is larger than {LARGEST // 1024**2} MB, which no report is"
    if problem:
        return problem_draft(ReadProblem(name, problem, _ADVICE, offset))
    if _kind(record) == "text/plain":
        return Draft(name, texts.document, (data, name, options, url, offset), offset)
    origin = pages.Origin(name, url, record.http_charset, offset)
    return Draft(name, pages.document, (data, origin, options), offset)


def _incomplete(record: Any, url: str | None) -> str | None:
    """Why a record is not whole; one that is whole has its answer's head parsed off."""
    if record.content_length > LARGEST_RECORD:
        return f"{url} is larger than {LARGEST // 1024**2} MB, which no report is"
    block = record.reader.read(LARGEST_RECORD)
    if url is None or len(block) < record.content_length:
        return "the record is cut off"
    record.set_bytes_content(block)
    try:
        record.parse_http(auto_decode="all")
    except (OSError, ValueError) as error:
        return f"the answer for {url} is damaged ({error})"
    return None


def _no_page(record: Any, url: str | None) -> str | None:
    """Why a record is no report."""
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and status != 200:
        return f"the server answered {status} for {url}"
    kind = _kind(record)
    return None if kind in (*_PAGES, "text/plain") else f"{url} is of type {kind or 'unknown'}, no page"


def _kind(record: Any) -> str:
    written: str = record.http_content_type or record.headers.get("Content-Type") or ""
    return written.split(";")[0].strip().lower()
