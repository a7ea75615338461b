"""The list of reports, and a report: its whole text with everything that was coded in it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.explorer import reports as source
from dragoman.explorer.asking import asked, page_number
from dragoman.explorer.errors import NotFound
from dragoman.explorer.marks import marks_of_record, paragraphs, pieces
from dragoman.explorer.pages.common import page
from dragoman.explorer.settings import PAGE_ROWS
from dragoman.explorer.state import explorer_of
from dragoman.records import Record

MAX_CHARACTERS = 200_000
"""Characters of a report that are shown."""


def reports(request: Request) -> Response:
    """The page at ``/reports``."""
    wanted = asked(request.query_params, ("page", "q"), filters=False)
    number = page_number(wanted)
    explorer = explorer_of(request)
    text = wanted.other.get("q", "")
    rows = source.reports(explorer.db, text=text, limit=PAGE_ROWS + 1, offset=(number - 1) * PAGE_ROWS)
    return page(
        request, "reports.html", rows=rows[:PAGE_ROWS], number=number, more=len(rows) > PAGE_ROWS, text=text
    )


def report(request: Request) -> Response:
    """The page at ``/reports/ID``."""
    explorer = explorer_of(request)
    document_id = request.path_params["document_id"]
    record = explorer.db.store_record(document_id)
    if record is None:
        raise NotFound("The store holds no report by that id.")
    linked = source.events_of(explorer.db, document_id)
    hrefs = [f"/events/{linked[n]}" if n in linked else None for n in range(len(record.event_mentions))]
    return page(
        request,
        "report.html",
        document=record.document,
        record=record,
        hrefs=hrefs,
        relations=source.relations(explorer.db, document=document_id),
        duplicates=source.near_duplicates(explorer.db, document_id),
        **marked(record, hrefs),
    )


def marked(record: Record, hrefs: list[str | None]) -> dict[str, Any]:
    """The title and the paragraphs of a report cut into marked pieces."""
    marks = marks_of_record(record, hrefs)
    text = record.document.text[:MAX_CHARACTERS]
    title = record.document.title or ""
    return {
        "title": pieces(title, marks["title"]) if title else [],
        "paragraphs": [pieces(text, marks["text"], a, b) for a, b in paragraphs(text)],
        "cut": len(record.document.text) > MAX_CHARACTERS,
    }
