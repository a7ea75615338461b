"""Web archives (WARC), such as Common Crawl's news crawl: one report a page.

Records that hold no page by their nature (requests, metadata, revisits, information on the
archive) are passed over.  An answer that is no page (a picture, a redirect, "not found",
robots.txt) is told, and is no fault; a record that is damaged is one.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import zstandard

from dragoman.reading import pages, texts
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

_PAGES = ("text/html", "application/xhtml+xml")
_ROBOTS = re.compile(r"\w+://[^/?#]+/robots\.txt(?:\?.*)?", re.IGNORECASE)
LARGEST_RECORD = LARGEST + 64 * 1024
"""Bytes of a record: a page and the head of its answer."""
_ADVICE = "the record was left out"


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every page, with the byte at which its record begins (in the file as it stands) as offset."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    last, found, cut = 0, False, None
    try:
        for record in ArchiveIterator(opened.stream, record_types=kinds, parse_http=False):
            last, found = record.stream_pos, True
            cut = _incomplete(record)
            yield _draft(record, cut, opened.name, options)
    except Exception as error:
        reason = f"the web archive is damaged or cut off after this record ({str(error)[:200]})"
        advice = "what came before was read; get a whole copy and run again"
        yield problem_draft(ReadProblem(opened.name, reason, advice, last))
        return
    if found and not cut and not _ends_whole(opened.stream, last):
        reason = "the web archive is cut off after this record"
        yield problem_draft(ReadProblem(opened.name, reason, "get a whole copy and run again", last))
    if not found:
        yield problem_draft(ReadProblem(opened.name, "the web archive holds no pages", "nothing was coded"))


def _ends_whole(stream: BinaryIO, last: int) -> bool:
    """False where the record that begins at byte ``last`` or what follows it is cut off.

    A stream that cannot be sought in is believed to be whole.
    """
    if not stream.seekable():
        return True
    stream.seek(last)
    magic = stream.read(4)
    stream.seek(last)
    if magic[:2] == b"\x1f\x8b":
        return _members_are_whole(stream, lambda: zlib.decompressobj(31))
    if magic == b"\x28\xb5\x2f\xfd":
        return _members_are_whole(stream, lambda: zstandard.ZstdDecompressor().decompressobj())
    stream.seek(-4, io.SEEK_END)
    return stream.read() == b"\r\n\r\n"


def _members_are_whole(stream: BinaryIO, new: Callable[[], Any]) -> bool:
    member: Any = None
    while chunk := stream.read(16 * 1024):
        while chunk:
            member = member or new()
            try:
                member.decompress(chunk)
            except (zlib.error, zstandard.ZstdError):
                return False
            if not member.eof:
                break
            chunk, member = member.unused_data, None
    return member is None


def _draft(record: Any, cut: str | None, name: str, options: ReadOptions) -> Draft:
    offset, url = record.stream_pos, record.headers.get("WARC-Target-URI")
    if not cut and (other := _no_page(record, url)):
        return problem_draft(ReadProblem(name, other, _ADVICE, offset, fault=False))
    data = b"" if cut else record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        cut = f"{url} is larger than {LARGEST // 1024**2} MB, which no report is"
    if cut:
        return problem_draft(ReadProblem(name, cut, _ADVICE, offset))
    if _kind(record) == "text/plain":
        return Draft(name, texts.document, (data, name, options, url, offset), offset)
    origin = pages.Origin(name, url, record.http_charset, offset)
    return Draft(name, pages.document, (data, origin, options), offset)


def _incomplete(record: Any) -> str | None:
    """Why a record is not whole; one that is whole has its answer's head parsed off."""
    url = record.headers.get("WARC-Target-URI")
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
    """Why a record is no page; None where it is one."""
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and status != 200:
        return f"the server answered {status} for {url}"
    if url is not None and _ROBOTS.fullmatch(url):
        return f"{url} is for crawlers, no page"
    kind = _kind(record)
    return None if kind in (*_PAGES, "text/plain") else f"{url} is of type {kind or 'unknown'}, no page"


def _kind(record: Any) -> str:
    written: str = record.http_content_type or record.headers.get("Content-Type") or ""
    return written.split(";")[0].strip().lower()
