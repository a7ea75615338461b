"""What a person says about the input, where the input does not say it itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

FIELDS = ("text", "title", "published", "outlet", "url", "authors", "language", "id")
"""Fields of a report that a column of a table can fill."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read; the same for every file of a run.  It can be pickled."""

    format: str | None = None
    """A name of ``formats.FORMATS``, or None to recognise the format."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our field (one of ``FIELDS``) → the column of the table that fills it."""
    published: dt.date | None = None
    """Date of the reports; it wins over one that is found."""
    outlet: str | None = None
    """Where the reports stand; it wins over one that is found."""


def columns_from(text: str) -> dict[str, str]:
    """``"text=body,published=date"`` as a mapping from our field to their column.

    Raises:
        ValueError: a part is no ``field=column``, or names a field that reports do not have.
    """
    columns = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        ours, sign, theirs = (x.strip() for x in part.partition("="))
        if not sign or not theirs:
            raise ValueError(f"{part!r} is no FIELD=COLUMN, such as text=body")
        if ours not in FIELDS:
            raise ValueError(f"{ours!r} is no field of a report; the fields are {', '.join(FIELDS)}")
        columns[ours] = theirs
    return columns
