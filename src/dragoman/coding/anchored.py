"""Words of time that lean on a day told before: "that night", "a week later", "in March of that year"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from dragoman.coding.time_patterns import COUNT, MONTH
from dragoman.coding.time_words import Days, blur, month_number, month_span, number, step

AnchoredReader = Callable[[re.Match[str], Days], Days | None]
_I = re.IGNORECASE
_PART_OF_DAY = "day|night|morning|afternoon|evening|dawn"
_LONGEST = {"day": 2, "week": 10, "month": 31, "year": 366}
"""Days that an anchor may span to have a day, week, month or year counted from it."""


def _unit(m: re.Match[str]) -> str:
    word = m["unit"].lower()
    if word in _PART_OF_DAY.split("|") or word in ("hour", "minute", "moment"):
        return "day"
    return {"fortnight": "week", "decade": "year"}.get(word, word)


def _same(m: re.Match[str], anchor: Days) -> Days | None:
    """ "that night", "the same week": a part of the day told before, or what it lies in."""
    return blur(anchor[0], _unit(m)) if _unit(m) != "day" else anchor


def _same_day(m: re.Match[str], anchor: Days) -> Days | None:
    return anchor


def _beside(m: re.Match[str], anchor: Days) -> Days | None:
    """ "the previous day", "the following week", "the year before"."""
    word = (m["which"] or "").lower()
    back = word in ("previous", "preceding", "before")
    unit = _unit(m)
    return blur((anchor[0] if back else anchor[1]) + step(unit, -1 if back else 1), unit)


def _apart(m: re.Match[str], anchor: Days) -> Days | None:
    """ "two days earlier", "a month later"."""
    back = m["way"].lower() in ("earlier", "before", "previously")
    count = number(m["count"])
    unit = _unit(m)
    shift = step(m["unit"].lower(), -count if back else count)
    if unit == "day":
        return anchor[0] + shift, anchor[1] + shift
    return blur((anchor[0] if back else anchor[1]) + shift, unit)


def _month_of(m: re.Match[str], anchor: Days) -> Days | None:
    word = m["which"].lower()
    year = anchor[0].year + {"following": 1, "next": 1, "previous": -1}.get(word.split()[-1], 0)
    return month_span(year, month_number(m["month"]))


def longest(m: re.Match[str]) -> int:
    """How many days the anchor of a match may span."""
    found = m.groupdict().get("unit")
    return _LONGEST[_unit(m)] if found else 366 if m.groupdict().get("month") else 2


_END = r"(?=\s*(?:[.,;:)\]\"”—–]|-\s|$|and\b|but\b|in\b|at\b|on\b|by\b|when\b|with\b|while\b))"
_UNITS = r"day|night|week|fortnight|month|year|decade|hour|minute|moment"

PATTERNS: list[tuple[re.Pattern[str], AnchoredReader]] = [
    (re.compile(rf"\b(?i:in |of )?{MONTH} of (?P<which>that|the same|the following|the next|the previous) year\b"), _month_of),
    (re.compile(rf"\b{COUNT}(?: or (?:{COUNT.replace('count', 'count2')}))?(?: of)? (?P<unit>{_UNITS})s? (?P<way>earlier|later|previously|afterwards|afterward|before{_END})", _I), _apart),
    (re.compile(r"\b(?:(?:just|only) )?(?:hours|minutes|moments) (?:earlier|later|before(?=[.,;])|afterwards)\b", _I), _same_day),
    (re.compile(r"\bwithin (?:hours|minutes|moments|the hour)\b(?! of\b)", _I), _same_day),
    (re.compile(rf"\b(?:later |earlier |late |early )?(?:on )?(?:that|the same) (?:very |same )?(?P<unit>{_PART_OF_DAY}|week|month|year)\b", _I), _same),
    (re.compile(rf"\bthe (?P<which>previous|preceding|following|next) (?P<unit>{_PART_OF_DAY}|week|month|year)\b", _I), _beside),
    (re.compile(rf"\bthe (?P<unit>day|night|week|month|year) (?P<which>before|after){_END}", _I), _beside),
]  # fmt: skip
"""Patterns and what they mean, given the days told before."""


def today(published: dt.date) -> Days:
    """The anchor where nothing was told before: the day of the report."""
    return published, published
