"""HTML pages, saved from a browser or a crawl: the report without what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

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
_MOST_ELEMENTS = 40_000
"""Elements of a page; larger ones are lists, and would be searched for minutes."""
_CELL = 300
"""Characters; a longer cell holds text, no figure."""
_LEAD = re.compile(r"(?:^|[\s_-])(?:lead|lede|standfirst|intro|introduction|sapo)(?:$|[\s_-])", re.IGNORECASE)


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
    elements = sum(1 for _ in tree.iter())
    if elements > _MOST_ELEMENTS:
        reason = f"the HTML page has {elements:,} elements, which no report has"
        return ReadProblem(origin.name, reason, "save the text of the report as .txt", origin.offset)
    head = head_of(tree, text, origin.url)
    _unwrap_tables(tree)
    found = trafilatura.bare_extraction(
        tree,
        url=head.url,
        include_comments=False,
        include_tables=False,
        fast=len(head.body or "") > _SHORT,  # its slow ways out are not needed where the data holds the text
    )
    body = _without_names(getattr(found, "text", None) or "", head.authors)
    body = "\n".join(filter(None, (_lead(tree, body), body)))
    if len(body) < _SHORT and len(head.body or "") > len(body):
        body = head.body or ""
    if not body:
        reason = "the HTML page holds no text of a report"
        advice = "if it holds one, save its text as .txt; pages filled by scripts hold none"
        return ReadProblem(origin.name, reason, advice, origin.offset)
    return _document(body, head, origin, options, (*origin.notes, *((note,) if note else ())))


def _unwrap_tables(tree: HtmlElement) -> None:
    """Tables that only lay out a page become plain blocks; those that hold figures stay tables."""
    for table in reversed(list(tree.iter("table"))):
        cells = list(table.iter("td"))
        if any(len(cell.text_content()) > _CELL or cell.find(".//p") is not None for cell in cells):
            for part in list(table.iter("table", "tbody", "tr", "td")):
                part.tag = "div"


def _lead(tree: HtmlElement, body: str) -> str | None:
    """The paragraph between headline and text that many sites set apart, where the body lacks it."""
    headings = tree.xpath("//article//h1|//main//h1") or tree.xpath("//h1")
    if not headings or not body:
        return None
    for element in headings[0].xpath("following::*[@class][position() <= 40]"):
        if _LEAD.search(element.get("class")):
            text = " ".join(element.text_content().split())
            if 60 <= len(text) <= 1000 and text[-1] in ".!?”\"’'":
                return None if text[:60] in " ".join(body.split()) else text
    return None


def _without_names(body: str, authors: tuple[str, ...]) -> str:
    """The body without lines that only name its authors again."""
    return "\n".join(line for line in body.strip().splitlines() if line.strip() not in authors)


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
