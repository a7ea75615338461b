"""Entries of a chronology: "July 2000 - Rebels capture Lofa", "June 5: Police fire on a crowd".

The date before the dash or the colon is no part of the sentence, and dates every sentence of its paragraph.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.coding import dates
from dragoman.coding.dates import TimeWords
from dragoman.coding.time_words import year_span
from dragoman.reading.datelines import MONTHS, Dateline

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_LEAD = re.compile(
    rf"(?:[•*▪●]\s*)?(?P<date>(?:(?:Early|Late|Mid)[- ])?(?:(?:{MONTHS})\.? {_DAY}(?:,? {_YEAR})?"
    rf"|{_DAY} (?:{MONTHS})\.?(?:,? {_YEAR})?|(?:{MONTHS})\.?(?:,? {_YEAR})?|{_YEAR}))(?!\w)"
    r"\s?(?:[-–—]+|:)\s+(?=\S)"
)


def lead(paragraph: str) -> tuple[str, int]:
    """The date that leads a paragraph in and where the sentence behind it begins; "" and 0 without one."""
    found = _LEAD.match(paragraph)
    return (found["date"], found.end()) if found else ("", 0)


def days_of(lead: str, published: dt.date | None) -> TimeWords | None:
    """What days a lead means; of a bare month the last one up to the report."""
    if re.fullmatch(_YEAR, lead):
        return TimeWords(*year_span(int(lead)), lead, (0, len(lead)))
    found = dates.find(lead, 0, published) if lead else []
    return next((t for t in found if t.span[1] == len(lead.rstrip(".")) or t.span[1] == len(lead)), None)


_NEAR = dt.timedelta(days=7)
"""Days that may pass between writing and publishing."""


def written_on(line: Dateline, published: dt.date | None) -> dt.date | None:
    """The day of a dateline, from which its report counts: "LIMA, May 3 (AP) -" of a page of May 5."""
    if published is None or line.day is None:
        return line.date
    day = line.date
    if day is None:
        told = days_of(line.day, published)
        day = told.start if told is not None and told.start == told.end else None
    return day if day is not None and abs(published - day) <= _NEAR else None
