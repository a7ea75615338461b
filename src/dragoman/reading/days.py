"""The day that a cell, a header or a tag of a page names."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from dateutil import parser as date_parser

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6}|T\d+Z?)?")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_YEARS = range(1850, 2101)


def day_of(value: object) -> dt.date | None:
    """The day of a date, a time, seconds or milliseconds since 1970, or words; None where it is none.

    A time with a zone names the day in its own zone, as the page or table shows it.
    In ``3/4/2018`` the day comes first, except where the second number is larger than 12.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _epoch(float(value))
    return _words(value.strip()) if isinstance(value, str) else None


def is_ambiguous(value: object) -> bool:
    """True for a date such as ``3/4/2018``, in which the order of day and month cannot be told."""
    match = _NUMERIC.match(value.strip()) if isinstance(value, str) else None
    return bool(match and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12)


def _words(text: str) -> dt.date | None:
    if not any(c.isdigit() for c in text) or len(text) > 100:
        return None
    if match := _ISO.match(text) or _PACKED.fullmatch(text):
        return _date(*map(int, match.groups()[:3]))
    if match := _NUMERIC.match(text):
        first, second, year = map(int, match.groups())
        return _date(year, first, second) if second > 12 else _date(year, second, first)
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        pass
    return _parsed(text)


def _parsed(text: str) -> dt.date | None:
    """Words such as "27 August 2018, 10:15"; a date that lacks day, month or year is none."""
    try:
        first, second = (
            date_parser.parse(text, dayfirst=True, fuzzy=True, default=default, ignoretz=True).date()
            for default in (dt.datetime(1999, 1, 1), dt.datetime(2000, 2, 2))
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return first if first == second and first.year in _YEARS else None


def _epoch(seconds: float) -> dt.date | None:
    if seconds > 1e11:
        seconds /= 1000
    if not 1e8 < seconds < 4.2e9:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
