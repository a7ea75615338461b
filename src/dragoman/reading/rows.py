"""Tables of reports: JSON lines, CSV and TSV, one report a row.

Rows have the fields ``id``, ``text`` and, where known, ``title``, ``published`` (or
``date``), ``url``, ``outlet``, ``language``.  The text of a row is taken as it stands, to
the character, so that offsets hold in the table that it came from.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.reading.languages import language_of
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document, stable_id

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")
_ADVICE = "the row was left out; mend it and run again"


def looks_like_json_lines(text: str) -> bool:
    """True when the first filled line is a JSON object with a ``text`` field."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first.lstrip().startswith("{"):
        return False
    try:
        row = json.loads(first)
    except ValueError:
        return False
    return isinstance(row, dict) and "text" in row


def read_rows(
    text: str, name: str, *, published: dt.date | None = None, outlet: str | None = None
) -> Iterator[Document | ReadProblem]:
    """Every row as a document; a row in error is reported with its number and the rest is read."""
    lines = (
        _json_rows(text)
        if name.endswith((".jsonl", ".ndjson")) or looks_like_json_lines(text)
        else _table_rows(text, name)
    )
    for number, row in lines:
        if isinstance(row, str):
            yield ReadProblem(f"{name}:{number}", row, _ADVICE)
            continue
        yield _document(row, name, number, published, outlet)


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            yield number, f"the line is no JSON ({error})"
            continue
        yield number, row if isinstance(row, dict) else "the line is JSON, but no object"


def _table_rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    csv.field_size_limit(2**31 - 1)
    reader = csv.DictReader(io.StringIO(text), delimiter="\t" if name.endswith(".tsv") else ",")
    if "text" not in (reader.fieldnames or []):
        yield 1, f"the table has no column 'text'; its columns are {', '.join(reader.fieldnames or ['none'])}"
        return
    for row in reader:
        yield reader.line_num, "the row has more cells than the table has columns" if None in row else row


def _document(
    row: Mapping[str, Any], name: str, number: int, published: dt.date | None, outlet: str | None
) -> Document | ReadProblem:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return ReadProblem(f"{name}:{number}", "the row has no text", _ADVICE)
    title = _words(row.get("title"))
    source_id = str(row["id"]) if row.get("id") not in (None, "") else None
    written = _words(row.get("published")) or _words(row.get("date"))
    day = published or _day(written)
    notes = (
        ()
        if day or not written
        else (f"{written!r} is no date that can be read: words like 'Sunday' stay undated",)
    )
    language = _words(row.get("language")) or _words(row.get("lang")) or language_of(f"{title or ''}\n{text}")
    return Document(
        id=stable_id(source_id or "", title, text),
        text=text,
        title=title,
        published=day,
        outlet=outlet or _words(row.get("outlet")),
        url=_words(row.get("url")),
        language=language,
        source_id=source_id,
        source_file=name,
        source_offset=number,
        notes=notes,
    )


def _words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
