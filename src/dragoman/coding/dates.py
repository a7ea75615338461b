"""Words of time → the days they mean, held against the report's date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from dragoman.records import EventDate, Span

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_DAYS |= {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "several": 3,
    "few": 3,
    "twenty": 20,
    "thirty": 30,
    "half-a-dozen": 6,
    "dozen": 12,
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"
_UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|hour|minute)s?"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One expression of time with the days it covers."""

    start: dt.date
    end: dt.date
    text: str
    span: Span
    future: bool = False
    duration: bool = False
    repeats: str = ""
    """``week`` or ``year`` for a bare weekday or month, which also comes again after the report."""

    def ahead(self, published: dt.date) -> TimeWords:
        """The next day or month of that name, for what lies ahead of the report."""
        if not self.repeats or self.start > published:
            return self
        step = relativedelta(days=7) if self.repeats == "week" else relativedelta(years=1)
        if self.repeats == "week" and self.start == published:
            return self
        if self.repeats == "year" and (self.start.year, self.start.month) == (
            published.year,
            published.month,
        ):
            return self
        start, end = self.start + step, self.end + step
        if self.repeats == "year" and start.day == 1 and end.month == start.month:
            end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
        return TimeWords(start, end, self.text, self.span, start > published, self.duration, self.repeats)


_Reader = Callable[[re.Match[str], dt.date], tuple[dt.date, dt.date] | None]


def find(text: str, offset: int, published: dt.date | None) -> list[TimeWords]:
    """All expressions of time in ``text``; ``offset`` is added to their spans.

    Without a report date only complete dates and years can be resolved.
    """
    out: list[TimeWords] = []
    taken: list[Span] = []
    for pattern, reader, relative in _PATTERNS:
        for m in pattern.finditer(text):
            if any(m.start() < b and m.end() > a for a, b in taken):
                continue
            if relative and published is None:
                continue
            try:
                days = reader(m, published or dt.date(1, 1, 1))
            except (ValueError, OverflowError):
                continue
            if days is None:
                continue
            if m.group().lower() == "may" and not _month_may(text, m.start(), m.end()):
                continue
            taken.append((m.start(), m.end()))
            span = (offset + m.start(), offset + m.end())
            future = published is not None and days[0] > published
            repeats = "week" if reader is _weekday else "year" if reader in (_bare_month, _month_day) else ""
            if m.groupdict().get("which"):
                repeats = ""
            out.append(
                TimeWords(days[0], days[1], m.group(), span, future, "duration" in m.groupdict(), repeats)
            )
    return sorted(out, key=lambda t: t.span)


def event_date(
    times: list[tuple[float, TimeWords]], trigger: Span, published: dt.date | None, *, future: bool = False
) -> EventDate:
    """The date of an event: the nearest fitting expression, else the report's date.

    Args:
        times: expressions of the sentence that may date the event, with how far from its clause
            each stands (0 in the clause itself, then in the order of preference).
        trigger: characters of the trigger.
        published: the report's date.
        future: the event lies ahead, so dates ahead fit and dates behind do not.
    """
    best = _nearest(times, trigger, published, future)
    if best is not None:
        return EventDate(best.start, best.end, best.text, "text")
    if published is None:
        return EventDate(None, None)
    return EventDate(published, published, None, "published")


def _nearest(
    times: list[tuple[float, TimeWords]], trigger: Span, published: dt.date | None, future: bool
) -> TimeWords | None:
    def distance(item: tuple[float, TimeWords]) -> float:
        away, t = item
        gap = max(t.span[0] - trigger[1], trigger[0] - t.span[1], 0)
        wrong_way = published is not None and (t.end > published) != future
        return gap + 150 * away + (150 if wrong_way else 0) + (-60 if t.duration and gap < 15 else 0)

    if future and published:
        times = [(away, t.ahead(published)) for away, t in times]
    fitting = [(a, t) for a, t in times if not (published and t.start > published and not future)]
    best = min(fitting, key=distance, default=None)
    return best[1] if best else None


def _month_may(text: str, start: int, end: int) -> bool:
    """True where "May" is the month: not Theresa May, nor a verb that begins a question."""
    before = re.findall(r"[\w'’-]+", text[max(0, start - 25) : start])
    return bool(before) and before[-1].lower() in _BEFORE_MONTH


_BEFORE_MONTH = frozenset(
    "in of since until till last next this early late mid by from to during through before after and or between".split()
)


# --- readers ------------------------------------------------------------------------------------


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _one(day: dt.date) -> tuple[dt.date, dt.date]:
    return day, day


def _month_span(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _month_number(m: re.Match[str]) -> int:
    return _MONTHS[m["month"].rstrip(".").lower()]


def _full_date(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    return _one(dt.date(int(m["year"]), _month_number(m), int(m["day"])))


def _iso(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    return _one(dt.date.fromisoformat(m.group()))


def _month_day(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    day = dt.date(ref.year, _month_number(m), int(m["day"]))
    if (day - ref).days > 183:
        day = dt.date(ref.year - 1, day.month, day.day)
    elif (ref - day).days > 330:
        day = dt.date(ref.year + 1, day.month, day.day)
    return _one(day)


def _month_year(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    return _month_span(int(m["year"]), _month_number(m))


def _bare_month(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    month = _month_number(m)
    year = ref.year
    if m["which"] and m["which"].lower() == "next":
        year += month <= ref.month
    elif m["which"] and m["which"].lower() == "last":
        year -= month >= ref.month
    elif month > ref.month:
        year -= 1
    first, last = _month_span(year, month)
    return first, min(last, ref) if first <= ref else last


def _weekday(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    number = _DAYS[(m["weekday"] + "day").lower()]
    which = (m["which"] or "").lower()
    back = (ref.weekday() - number) % 7
    if which in ("next", "coming", "this coming"):
        return _one(ref + dt.timedelta(days=(number - ref.weekday()) % 7 or 7))
    if which in ("last", "the previous") and back == 0:
        back = 7
    return _one(ref - dt.timedelta(days=back))


def _named_day(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    shift = {"yesterday": -1, "tomorrow": 1, "overnight": 0, "today": 0, "tonight": 0}
    word = m.group().lower().split()[-1]
    if word == "overnight":
        return ref - dt.timedelta(days=1), ref
    return _one(ref + dt.timedelta(days=shift.get(word, 0)))


def _step(unit: str, count: int) -> relativedelta:
    unit = {"night": "day", "fortnight": "week"}.get(unit, unit)
    if unit == "decade":
        return relativedelta(years=10 * count)
    if unit in ("hour", "minute"):
        return relativedelta()
    return relativedelta(**{unit + "s": count})


def _ago(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    unit, count = m["unit"].lower(), _number(m["count"])
    day = ref - _step(unit, count)
    return _blur(day, unit)


def _blur(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    if unit in ("year", "decade"):
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    if unit == "month":
        return _month_span(day.year, day.month)
    if unit in ("week", "fortnight"):
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    return _one(day)


def _last_unit(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    unit = m["unit"].lower()
    which = m["which"].lower().split()[-1]
    if m["which"].lower().startswith("later"):
        return ref, _blur(ref, unit)[1]
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    first, last = _blur(ref + _step(unit, shift), unit)
    return (first, min(last, ref)) if shift == 0 and first <= ref else (first, last)


def _past_units(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    return ref - _step(m["unit"].lower(), _number(m["count"] or "1")), ref


def _year(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    year = int(m["year"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _since_year(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date] | None:
    start = dt.date(int(m["year"]), 1, 1)
    return (start, ref) if start <= ref else None


def _since_month(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date] | None:
    year = int(m["year"]) if m["year"] else ref.year - (_month_number(m) > ref.month)
    start = dt.date(year, _month_number(m), 1)
    return (start, ref) if start <= ref else None


def _years(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    first, last = int(m["year"]), int(m["year2"])
    if last < 100:
        last += first // 100 * 100
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _nth_day_of(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    """ "the second day of a two-day visit", told on that day: began the day before.

    The end is the day told: the days ahead are not yet known to have happened.
    """
    total = _number(m["count"])
    nth = _ORDINALS[m["nth"].lower()]
    nth = total if nth < 0 else nth
    return ref - dt.timedelta(days=nth - 1), ref


def _long(m: re.Match[str], ref: dt.date) -> tuple[dt.date, dt.date]:
    return ref - _step(m["unit"].lower(), _number(m["count"])) + dt.timedelta(days=1), ref


_WHICH = r"(?:(?P<which>last|next|this coming|coming|this|the previous|past)\s+)?"
_I = re.IGNORECASE
_PATTERNS: list[tuple[re.Pattern[str], _Reader, bool]] = [
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso, False),
    (re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b"), _full_date, False),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}(?:,)?\s+{_YEAR}\b"), _full_date, False),
    (re.compile(rf"\bthe (?P<nth>first|second|third|fourth|fifth|last|final) day of (?:a|his|her|their|its|the) (?P<count>{'|'.join(_NUMBERS)}|\d+)-(?P<duration>day)\b", _I), _nth_day_of, True),
    (re.compile(rf"\b(?:since|from) {_MONTH}(?: (?P<year>(?:19|20)\d\d))?\b(?! \d)"), _since_month, True),
    (re.compile(rf"\b(?:between|from)?\s?{_YEAR}\s?(?:and|to|-|–|until)\s?(?P<year2>(?:19|20)?\d\d)\b"), _years, False),
    (re.compile(rf"\bsince {_YEAR}\b", _I), _since_year, True),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?!,? \d{{4}})"), _month_day, True),
    (re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?![a-z])"), _month_day, True),
    (re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b"), _month_year, False),
    (re.compile(rf"\b{_WHICH}{_WEEKDAY}s?\b"), _weekday, True),
    (re.compile(r"\b(?:earlier |late |early |later )?(?:yesterday|today|tonight|tomorrow|overnight)\b", _I), _named_day, True),
    (re.compile(rf"\b{_COUNT}(?: or {_COUNT.replace('count', 'count2')})?(?: of)? {_UNIT} (?:ago|earlier|before)\b", _I), _ago, True),
    (re.compile(r"\b(?P<which>last|previous|the previous|next|the coming|coming|this|earlier this|later this|late last|early last) (?P<unit>week|month|year|fortnight|decade)(?:end)?\b", _I), _last_unit, True),
    (re.compile(rf"\b(?:in|over|during|for|within) the (?:past|last) (?:{_COUNT} )?{_UNIT}\b", _I), _past_units, True),
    (re.compile(rf"\b(?P<count>{'|'.join(_NUMBERS)}|\d+)-(?P<duration>(?P<unit>day|week|month))(?:-long)?\b", _I), _long, True),
    (re.compile(rf"\b(?:(?P<which>last|next|this) )?(?:in |of |late |early |mid-|since )?{_MONTH}\b(?! \d)(?!['’])"), _bare_month, True),
    (re.compile(rf"\b(?:in|of|during|after|before|the|early|late|by|until|mid-) ?{_YEAR}\b(?!-)", _I), _year, False),
]  # fmt: skip
