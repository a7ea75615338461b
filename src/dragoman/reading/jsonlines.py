"""JSON lines: one report a line.

Fields are ``id``, ``text`` and, where known, ``title``, ``published`` (or ``date``), ``url``,
``outlet``, ``language``, or whatever ``--map`` names; ``article.body`` names a field in a field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dragoman.reading.columns import ADVICE, MAP_ADVICE, columns_of, row_document
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.lines import decoded, lines
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document


def looks_like_json_lines(text: bytes, *, guess: bool = True) -> bool:
    """True when the first filled line is a JSON object with a field that can be the text.

    Args:
        text: the beginning of a file.
        guess: believe it of a line whose end is not there.
    """
    first = next((line for line in text.splitlines() if line.strip()), b"").strip()
    if not first.startswith(b"{"):
        return False
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return guess and b"\n" not in text.strip() and len(text) >= 60_000 and first.startswith(b'{"')
    return isinstance(row, dict) and "text" in columns_of(row, ReadOptions())


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every line; one in error is a problem with its number, and the rest is read."""
    for number, line in lines(opened):
        if line is None:
            reason = f"the line is longer than {LARGEST // 1024**2} MB, which no report is"
            yield problem_draft(ReadProblem(opened.name, reason, ADVICE, row=number))
        elif line.strip():
            yield Draft(opened.name, document, (line, opened.name, number, options), row=number)


def document(line: bytes, name: str, number: int, options: ReadOptions) -> Document | ReadProblem:
    """The report in a line."""
    text, notes = decoded(line)
    try:
        row = json.loads(text)
    except ValueError as error:
        return ReadProblem(name, f"the line is no JSON ({error})", ADVICE, row=number)
    except RecursionError:
        return ReadProblem(name, "the line is JSON that is nested too deep", ADVICE, row=number)
    if not isinstance(row, dict):
        return ReadProblem(name, "the line is JSON, but no object", ADVICE, row=number)
    return row_report(row, name, number, options, notes, called="line")


def row_report(
    row: dict[str, Any], name: str, number: int, options: ReadOptions, notes: tuple[str, ...], *, called: str
) -> Document | ReadProblem:
    """The report in a JSON object, which messages call ``called``; the rest as in ``row_document``."""
    _add_nested(row, options)
    columns = columns_of(row, options)
    if "text" not in columns:
        fields = ", ".join(map(str, row))[:200] or "none"
        reason = f"the {called} has no field for the text; its fields are {fields}"
        return ReadProblem(name, reason, MAP_ADVICE, row=number)
    return row_document(row, columns, name, number, options, notes)


def _add_nested(row: dict[str, Any], options: ReadOptions) -> None:
    """Give ``article.body`` of ``--map`` a place of its own in the row."""
    for path in options.columns.values():
        if path in row or "." not in path:
            continue
        value: Any = row
        for part in path.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        row[path] = value
