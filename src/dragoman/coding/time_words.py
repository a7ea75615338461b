"""Words of time that the report's own date resolves: "3 May", "last spring", "the week ending 3 May"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from dragoman import tsv

Days = tuple[dt.date, dt.date]
"""The first and the last day that an expression covers."""
Reader = Callable[[re.Match[str], dt.date], Days | None]
OPEN = dt.date.min
"""The first day of what only has a last one ("decades ago")."""

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen".split()
    )
} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "several": 3,
    "few": 3,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "half-a-dozen": 6,
    "dozen": 12,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First months, as the north has them."""


# --- parts of the calendar ------------------------------------------------------------------------


def number(word: str) -> int:
    """A count in figures or words; "a few" is three."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def step(unit: str, count: int) -> relativedelta:
    """So many units of time; hours and minutes stay within the day."""
    unit = {"night": "day", "fortnight": "week"}.get(unit, unit)
    if unit == "decade":
        return relativedelta(years=10 * count)
    if unit in ("hour", "minute", "moment"):
        return relativedelta()
    return relativedelta(**{unit + "s": count})


def blur(day: dt.date, unit: str) -> Days:
    """The whole unit that a day lies in: its week, month or year."""
    if unit in ("year", "decade"):
        return year_span(day.year)
    if unit == "month":
        return month_span(day.year, day.month)
    if unit in ("week", "fortnight"):
        monday = day - dt.timedelta(days=day.weekday())
        return monday, monday + dt.timedelta(days=6)
    return day, day


def year_span(year: int) -> Days:
    """A calendar year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_span(year: int, month: int) -> Days:
    """A calendar month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def month_number(name: str) -> int:
    """1 for "January" and "Jan."."""
    return _MONTHS[name.rstrip(".").lower()]


def season_span(year: int, name: str) -> Days:
    """Three months; a winter is that which begins in ``year``."""
    first = dt.date(year, SEASONS[name.lower()], 1)
    return first, first + relativedelta(months=3) - dt.timedelta(days=1)


def _one(day: dt.date) -> Days:
    return day, day


def _part(days: Days, which: str) -> Days:
    """ "early", "mid" or "late" in a month (ten days) or a year (a quarter, four months for "mid")."""
    first, last = days
    if not which:
        return days
    if (last - first).days > 31:
        year = first.year
        months = {"early": (1, 3), "mid": (5, 8), "middle": (5, 8), "late": (10, 12)}[which]
        return dt.date(year, months[0], 1), month_span(year, months[1])[1]
    if which == "early":
        return first, first.replace(day=10)
    return (
        (first.replace(day=11), first.replace(day=20))
        if which[:3] == "mid"
        else (first.replace(day=21), last)
    )


_PARTS = {"start": "early", "beginning": "early", "end": "late", "middle": "mid"}


def _which_part(m: re.Match[str]) -> str:
    word = (m["part"] or "").lower().strip("- ")
    return _PARTS.get(word, word)


def _not_after(days: Days, ref: dt.date) -> Days:
    return (days[0], min(days[1], ref)) if days[0] <= ref else days


# --- whole dates and ranges -----------------------------------------------------------------------


def iso(m: re.Match[str], ref: dt.date) -> Days:
    """ "2018-08-27"."""
    return _one(dt.date.fromisoformat(m.group()))


def full_date(m: re.Match[str], ref: dt.date) -> Days:
    """ "27 August 2018"."""
    return _one(dt.date(int(m["year"]), month_number(m["month"]), int(m["day"])))


def month_day(m: re.Match[str], ref: dt.date) -> Days:
    """A day without a year: the nearest one, rather behind the report than ahead of it."""
    return _one(_near(dt.date(ref.year, month_number(m["month"]), int(m["day"])), ref))


def _near(day: dt.date, ref: dt.date) -> dt.date:
    if (day - ref).days > 183:
        return _shifted(day, -1)
    return _shifted(day, 1) if (ref - day).days > 330 else day


def _shifted(day: dt.date, years: int) -> dt.date:
    found: dt.date = day + relativedelta(years=years)
    return found


def days_of(m: re.Match[str], ref: dt.date) -> Days | None:
    """ "May 3-5", "from 30 May to 2 June 2021"."""
    month = month_number(m["month"] or m["month2"])
    month2 = month_number(m["month2"]) if m["month2"] else month
    year = int(m["year"]) if m["year"] else None
    last = dt.date(year or ref.year, month2, int(m["day2"]))
    last = last if year else _near(last, ref)
    first = dt.date(last.year - (month > month2), month, int(m["day"]))
    return (first, last) if first <= last else None


def months_of(m: re.Match[str], ref: dt.date) -> Days | None:
    """ "between March and June", "from May 2021 to July 2022"."""
    last_year = int(m["year2"]) if m["year2"] else None
    month, month2 = month_number(m["month"]), month_number(m["month2"])
    if last_year is None:
        last_year = ref.year - (month2 > ref.month and month > ref.month)
        last_year -= month > month2 and month2 > ref.month
    first_year = int(m["year"]) if m["year"] else last_year - (month > month2)
    days = month_span(first_year, month)[0], month_span(last_year, month2)[1]
    return _not_after(days, ref) if days[0] <= days[1] and not m["year2"] else days


def weekdays_of(m: re.Match[str], ref: dt.date) -> Days:
    """ "between Friday and Sunday", "on the night of Monday to Tuesday"."""
    last = ref - dt.timedelta(days=(ref.weekday() - _DAYS[m["weekday2"].lower() + "day"]) % 7)
    first = last - dt.timedelta(days=(last.weekday() - _DAYS[m["weekday"].lower() + "day"]) % 7)
    return first, last


def into(m: re.Match[str], ref: dt.date) -> Days:
    """ "overnight into Monday"."""
    day = ref - dt.timedelta(days=(ref.weekday() - _DAYS[m["weekday"].lower() + "day"]) % 7)
    return day - dt.timedelta(days=1), day


def years(m: re.Match[str], ref: dt.date) -> Days:
    """ "1998 to 2003", "1982-83"."""
    first, last = int(m["year"]), int(m["year2"])
    if last < 100:
        last += first // 100 * 100
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


# --- weeks, months, years and their parts ---------------------------------------------------------


def week_to(m: re.Match[str], ref: dt.date) -> Days:
    """ "the week ending 3 May"."""
    last = month_day(m, ref)[0]
    return last - dt.timedelta(days=6), last


def week_from(m: re.Match[str], ref: dt.date) -> Days:
    """ "the week of 3 May"."""
    first = month_day(m, ref)[0]
    return first, first + dt.timedelta(days=6)


def _of_month(m: re.Match[str], ref: dt.date) -> Days:
    year = int(m["year"]) if m["year"] else ref.year - (month_number(m["month"]) > ref.month)
    return month_span(year, month_number(m["month"]))


def nth_of_month(m: re.Match[str], ref: dt.date) -> Days:
    """ "the first week of June", "the last day of May", "the second half of March"."""
    first, last = _of_month(m, ref)
    nth, unit = ORDINALS[m["nth"].lower()], m["unit"].lower()
    if unit == "day":
        return _one(last if nth < 0 else first + dt.timedelta(days=nth - 1))
    if unit == "half":
        return (first, first.replace(day=15)) if nth == 1 else (first.replace(day=16), last)
    if nth < 0:
        return last - dt.timedelta(days=6), last
    start = first + dt.timedelta(days=7 * (nth - 1))
    return start, min(start + dt.timedelta(days=6), last)


def nth_of_year(m: re.Match[str], ref: dt.date) -> Days:
    """ "the first quarter of 2023", "the second half of last year"."""
    year = int(m["year"]) if m["year"] else ref.year - (m["which"].lower() == "last")
    nth = ORDINALS[m["nth"].lower()]
    size = {"quarter": 3, "half": 6}[m["unit"].lower()]
    nth = 12 // size if nth < 0 else nth
    start = dt.date(year, 1 + size * (nth - 1), 1)
    return start, start + relativedelta(months=size) - dt.timedelta(days=1)


def part_of_month(m: re.Match[str], ref: dt.date) -> Days:
    """ "early May", "the end of March 2021"."""
    days = _part(_of_month(m, ref), _which_part(m))
    return days if m["year"] else _not_after(days, ref)


def part_of_year(m: re.Match[str], ref: dt.date) -> Days:
    """ "late 2022"."""
    return _part(year_span(int(m["year"])), _which_part(m))


def part_of_unit(m: re.Match[str], ref: dt.date) -> Days:
    """ "late last year", "early this month"."""
    shift = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    unit = m["unit"].lower()
    return _part(blur(ref + step(unit, shift), unit), _which_part(m))


def month_year(m: re.Match[str], ref: dt.date) -> Days:
    """ "March 2014"."""
    return month_span(int(m["year"]), month_number(m["month"]))


def bare_month(m: re.Match[str], ref: dt.date) -> Days:
    """A month without a year: the last one of that name, up to the report."""
    month = month_number(m["month"])
    year = ref.year
    if m["which"] and m["which"].lower() == "next":
        year += month <= ref.month
    elif m["which"] and m["which"].lower() == "last":
        year -= month >= ref.month
    elif month > ref.month:
        year -= 1
    return _not_after(month_span(year, month), ref)


def season_of(m: re.Match[str], ref: dt.date) -> Days:
    """ "last spring", "the summer of 2021", "this winter"."""
    name, which = m["season"].lower(), (m["which"] or "").lower()
    if m["year"]:
        return season_span(int(m["year"]), name)
    if which == "next":
        days = season_span(ref.year, name)
        return days if days[0] > ref else season_span(ref.year + 1, name)
    first, last = season_span(ref.year, name)
    while first > ref or (which == "last" and last >= ref):
        first, last = season_span(first.year - 1, name)
    if which == "last" and (ref - last).days < 60 and name != "winter":
        first, last = season_span(first.year - 1, name)  # "last spring", told in June
    return _not_after((first, last), ref)


def weekday(m: re.Match[str], ref: dt.date) -> Days:
    """A weekday: the last one of that name, the report's own day included."""
    day = _DAYS[(m["weekday"] + "day").lower()]
    which = (m["which"] or "").lower()
    back = (ref.weekday() - day) % 7
    if which in ("next", "coming", "this coming"):
        return _one(ref + dt.timedelta(days=(day - ref.weekday()) % 7 or 7))
    if which in ("last", "the previous") and back == 0:
        back = 7
    return _one(ref - dt.timedelta(days=back))


def weekend(m: re.Match[str], ref: dt.date) -> Days:
    """The last Saturday and Sunday that have begun; the next for "next weekend"."""
    saturday = ref - dt.timedelta(days=(ref.weekday() - 5) % 7)
    which = (m["which"] or "").lower()
    if which in ("next", "coming", "this coming"):
        saturday += dt.timedelta(days=7)
    elif which in ("last", "past", "the previous") and ref.weekday() >= 5:
        saturday -= dt.timedelta(days=7)
    return saturday, saturday + dt.timedelta(days=1)


def named_day(m: re.Match[str], ref: dt.date) -> Days:
    """ "yesterday", "overnight", "this morning"."""
    word = m.group().lower().split()[-1]
    if word == "overnight":
        return ref - dt.timedelta(days=1), ref
    return _one(ref + dt.timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0)))


def eve(m: re.Match[str], ref: dt.date) -> Days:
    """ "the eve of Saturday's vote"."""
    day = ref - dt.timedelta(days=(ref.weekday() - _DAYS[m["weekday"].lower() + "day"]) % 7)
    return _one(day - dt.timedelta(days=1))


@cache
def holidays() -> dict[str, str]:
    """``holidays.tsv``: days of the year that have a name, and which they are."""
    rows = tsv.rows(Path(__file__).parent / "holidays.tsv")
    return {name.lower(): r["day"] for r in rows for name in r["names"].split("|")}


def holiday(m: re.Match[str], ref: dt.date) -> Days:
    """ "New Year's Eve", "Easter Sunday 2019": without a year the last one, or that of the weeks to come."""
    rule = holidays()[re.sub(r"\s+", " ", m["holiday"].lower().replace("’", "'"))]
    if m["year"]:
        return _one(_holiday_of(rule, int(m["year"])))
    days = [_holiday_of(rule, year) for year in (ref.year - 1, ref.year, ref.year + 1)]
    return _one(max(day for day in days if day <= ref + dt.timedelta(weeks=4)))


def _holiday_of(rule: str, year: int) -> dt.date:
    """The day of a year that a rule of ``holidays.tsv`` tells."""
    if rule.startswith("easter"):
        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(days=int(rule.removeprefix("easter")))
    if " " not in rule:
        return dt.date.fromisoformat(f"{year}-{rule}")
    month, name, nth = rule.split()
    first, last = month_span(year, int(month))
    weekday_ = next(n for day, n in _DAYS.items() if day.startswith(name))
    if int(nth) < 0:
        return last - dt.timedelta(days=(last.weekday() - weekday_) % 7)
    return first + dt.timedelta(days=(weekday_ - first.weekday()) % 7 + 7 * (int(nth) - 1))


# --- so long ago ----------------------------------------------------------------------------------


def ago(m: re.Match[str], ref: dt.date) -> Days:
    """ "two years ago", "a year ago this week"."""
    unit = m["unit"].lower()
    day = ref - step(unit, number(m["count"]))
    return blur(day, (m["near"] or unit).lower())


def half_century(m: re.Match[str], ref: dt.date) -> Days:
    """ "half a century ago", give or take five years."""
    years = 50 if m["half"] else 100
    return dt.date(ref.year - years - 5, 1, 1), dt.date(ref.year - years + 5, 12, 31)


_LEAST_AGO = {
    "day": relativedelta(days=2),
    "week": relativedelta(weeks=2),
    "month": relativedelta(months=2),
    "year": relativedelta(years=2),
    "decade": relativedelta(years=20),
    "generation": relativedelta(years=30),
    "century": relativedelta(years=200),
}
_MOST_AGO = {
    "day": relativedelta(days=13),
    "week": relativedelta(weeks=9),
    "month": relativedelta(months=23),
}


def units_ago(m: re.Match[str], ref: dt.date) -> Days:
    """ "weeks ago", "decades ago": two at least; for years and longer no first day."""
    unit = {"centuries": "century"}.get(m["unit"].lower(), m["unit"].lower().removesuffix("s"))
    if unit in ("hour", "minute", "moment"):
        return _one(ref)
    return ref - _MOST_AGO[unit] if unit in _MOST_AGO else OPEN, ref - _LEAST_AGO[unit]


_RECENT = {
    "day": relativedelta(days=7),
    "night": relativedelta(days=7),
    "week": relativedelta(months=1),
    "month": relativedelta(months=6),
    "year": relativedelta(years=5),
    "decade": relativedelta(years=30),
    "hour": relativedelta(days=1),
}


def recent(m: re.Match[str], ref: dt.date) -> Days:
    """ "in recent weeks"."""
    return ref - _RECENT[m["unit"].lower()], ref


def last_unit(m: re.Match[str], ref: dt.date) -> Days:
    """ "last week", "later this month"."""
    unit = m["unit"].lower()
    which = m["which"].lower().split()[-1]
    if m["which"].lower().startswith("later"):
        return ref, blur(ref, unit)[1]
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    days = blur(ref + step(unit, shift), unit)
    return _not_after(days, ref) if shift == 0 else days


def past_units(m: re.Match[str], ref: dt.date) -> Days:
    """ "in the past two days"."""
    return ref - step(m["unit"].lower(), number(m["count"] or "1")), ref


def nth_day_of(m: re.Match[str], ref: dt.date) -> Days:
    """ "the third day of a week-long tour", told on that day: began two days before.

    The end is the day told: the days ahead are not yet known to have happened.
    """
    nth = ORDINALS[m["nth"].lower()]
    nth = number(m["count"]) if nth < 0 else nth
    return ref - dt.timedelta(days=nth - 1), ref


def long(m: re.Match[str], ref: dt.date) -> Days:
    """ "a three-day visit", told on its last day."""
    return ref - step(m["unit"].lower(), number(m["count"])) + dt.timedelta(days=1), ref


# --- years and longer -----------------------------------------------------------------------------


def whole_year(m: re.Match[str], ref: dt.date) -> Days:
    """ "in 2003"."""
    return year_span(int(m["year"]))


_OF_AGE = re.compile(r"\b(?:his|her|their|my|our|your) (?:early |mid-? ?|late )?$", re.IGNORECASE)


def decade(m: re.Match[str], ref: dt.date) -> Days | None:
    """ "the early 1990s"; not the age of "a man in his 30s"."""
    if _OF_AGE.search(m.string[: m.start()]):
        return None
    first = int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"])
    part = _which_part(m)
    start, end = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}.get(part, (0, 9))
    return dt.date(first + start, 1, 1), dt.date(first + end, 12, 31)


def century(m: re.Match[str], ref: dt.date) -> Days:
    """ "the 19th century"."""
    first = 100 * (int(m["century"]) - 1) + 1
    return dt.date(first, 1, 1), dt.date(first + 99, 12, 31)


@cache
def epochs(table: str = "epochs.tsv") -> dict[str, Days]:
    """``epochs.tsv``: named stretches of the past; ``administrations.tsv`` has presidencies."""
    rows = tsv.rows(Path(__file__).parent / table)
    return {
        name: (dt.date(int(r["first"]), 1, 1), dt.date(int(r["last"]), 12, 31))
        for r in rows
        for name in r["names"].split("|")
    }


def epoch(m: re.Match[str], ref: dt.date) -> Days | None:
    """ "the Second World War", of those that are over."""
    days = epochs()[" ".join(m.group("epoch").split())]
    return days if days[0] <= ref else None


def administration(m: re.Match[str], ref: dt.date) -> Days | None:
    """ "during the Reagan administration": the years of it up to the report."""
    days = epochs("administrations.tsv")[" ".join(m["president"].split())]
    return _not_after(days, ref) if days[0] <= ref else None
