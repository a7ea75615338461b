"""HTML pages, saved from a browser or a crawl: the report without what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft
from dragoman.reading.inputs import Input
from dragoman.reading.markup import page_text
from dragoman.reading.options import ReadOptions
from dragoman.reading.pagehead import Head, head_of
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

_SHORT = 250
"""Characters; a body as short is doubted where the page's own data holds a longer one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from, as a crawl or a fetch knows it."""

    name: str
    url: str | None = None
    charset: str | None = None
    offset: int | None = None
    notes: tuple[str, ...] = ()


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """The one report of a page."""
    yield Draft(opened.name, document, (opened.whole(), Origin(opened.name), options))


def document(data: bytes, origin: Origin, options: ReadOptions) -> Document | ReadProblem:
    """The report on a page, or why there is none."""
    import trafilatura

    text, note = page_text(data, origin.charset)
    tree = trafilatura.load_html(text)
    if tree is None:
        return ReadProblem(origin.name, "the file is no HTML page", "save the page anew", origin.offset)
    head = head_of(tree, text, origin.url)
    found = trafilatura.bare_extraction(tree, url=head.url, include_comments=False, with_metadata=False)
    body = (getattr(found, "text", None) or "").strip()
    if len(body) < _SHORT and len(head.body or "") > len(body):
        body = head.body or ""
    if not body:
        reason = "the HTML page holds no text of a report"
        advice = "if it holds one, save its text as .txt; pages filled by scripts hold none"
        return ReadProblem(origin.name, reason, advice, origin.offset)
    return _document(body, head, origin, options, (*origin.notes, *((note,) if note else ())))


def _document(
    body: str, head: Head, origin: Origin, options: ReadOptions, notes: tuple[str, ...]
) -> Document:
    return document_from_text(
        body,
        title=head.title,
        published=options.published or head.published,
        outlet=options.outlet or head.outlet,
        url=head.url,
        authors=head.authors,
        language=head.language,
        source_file=origin.name,
        source_offset=origin.offset,
        notes=notes,
    )
