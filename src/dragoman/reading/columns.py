"""A row of a table → Document: which column fills which field, and the row made a report.

The text of a row is taken as it stands, to the character, so that offsets hold in the
table that it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from dragoman.reading.days import day_of, is_ambiguous
from dragoman.reading.languages import language_of
from dragoman.reading.options import FIELDS, ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document, stable_id

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "fulltext",
        "articletext",
        "articlebody",
        "maintext",
        "article",
        "story",
    ),
    "title": ("title", "headline", "heading"),
    "published": (
        "published",
        "date",
        "publishedat",
        "publicationdate",
        "publishdate",
        "datepublished",
        "datepublish",
        "pubdate",
        "publishedon",
        "datetime",
        "timestamp",
    ),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "publication",
        "newspaper",
        "sitename",
        "sourcedomain",
        "domain",
    ),
    "url": ("url", "link", "uri", "canonicalurl", "sourceurl", "articleurl"),
    "authors": ("authors", "author", "byline"),
    "language": ("language", "lang", "languagecode"),
    "id": ("id", "sourceid", "articleid", "docid", "documentid", "guid", "uuid"),
}
"""Names of columns, best first; case, spaces and signs do not count."""
ADVICE = "the row was left out; mend it and run again"
_SURROGATES = re.compile("[\ud800-\udfff]")


def columns_of(names: Iterable[str], options: ReadOptions) -> dict[str, str]:
    """Our field → the column that fills it, as ``--map`` says or by name."""
    return dict(_matched(tuple(names), tuple(options.columns.items())))


@lru_cache(maxsize=256)
def _matched(names: tuple[str, ...], mapped: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(re.sub(r"[\W_]+", "", name).lower(), name)
    found = {ours: theirs for ours in FIELDS for n in reversed(NAMES[ours]) if (theirs := folded.get(n))}
    return tuple({**found, **dict(mapped)}.items())


def missing_columns(names: Iterable[str], options: ReadOptions) -> str | None:
    """Why a table with these columns cannot be read, or None."""
    names = [n for n in names if n]
    listed = ", ".join(names[:20]) + (", …" if len(names) > 20 else "") or "none"
    for theirs in options.columns.values():
        if theirs not in names:
            return f"the table has no column {theirs!r}, which --map names; its columns are {listed}"
    if "text" not in columns_of(names, options):
        return f"the table has no column 'text'; its columns are {listed}"
    return None


MAP_ADVICE = "name the column of the text with --map text=COLUMN"


def row_document(
    row: Mapping[str, Any],
    columns: Mapping[str, str],
    name: str,
    number: int,
    options: ReadOptions,
    notes: tuple[str, ...] = (),
) -> Document | ReadProblem:
    """The report in a row.

    Args:
        row: the cells by the name of their column.
        columns: our field → column, from :func:`columns_of`.
        name: what ``source_file`` will be.
        number: what ``source_offset`` will be: the number of the line or row, from 1.
        options: what a person said about the input.
        notes: what was noted while the row was decoded.
    """
    cells = {ours: row.get(theirs) for ours, theirs in columns.items()}
    text = cells.get("text")
    if not isinstance(text, str) or not text.strip():
        return ReadProblem(name, "the row has no text", ADVICE, row=number)
    if _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
        notes = (*notes, "halves of characters in the text were replaced by \ufffd")
    title = _line(cells.get("title"))
    source_id = _line(cells.get("id"))
    written = cells.get("published")
    day = options.published or day_of(written)
    if day is None and written not in (None, ""):
        notes = (
            *notes,
            f"{str(written)[:80]!r} is no date that can be read: words like 'Sunday' stay undated",
        )
    elif is_ambiguous(written) and not options.published:
        notes = (*notes, f"the date {str(written).strip()[:20]!r} was read as day/month/year")
    # one agency text in two outlets is two reports
    where = source_id or _line(cells.get("url")) or _line(cells.get("outlet")) or ""
    return Document(
        id=stable_id(where, title, text),
        text=text,
        title=title,
        published=day,
        outlet=options.outlet or _line(cells.get("outlet")),
        url=_line(cells.get("url")),
        authors=_authors(cells.get("authors")),
        language=_line(cells.get("language")) or language_of(f"{title or ''}\n{text}"),
        source_id=source_id,
        source_file=name,
        source_offset=number,
        notes=notes,
    )


def _line(value: object) -> str | None:
    """Words or a number as one string; nothing, a list or a table is None."""
    if isinstance(value, (bool, dict, list, tuple)) or value is None:
        return None
    return _SURROGATES.sub("\ufffd", str(value)).strip() or None


def _authors(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, (list, tuple)) else re.split(r"\s*;\s*", _line(value) or "")
    return tuple(filter(None, map(_line, parts)))
