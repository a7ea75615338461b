"""The patterns by which words of time are found, and what reads each; order matters, the first that matches wins."""

from __future__ import annotations

import re

from dragoman.coding import time_words as t
from dragoman.coding.time_words import NUMBERS, ORDINALS, SEASONS, Reader


def _month(name: str = "month") -> str:
    return (
        rf"(?P<{name}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
        r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )


def _day(name: str = "day") -> str:
    return rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th)?"


def _year(name: str = "year") -> str:
    return rf"(?P<{name}>(?:1[5-9]|20)\d\d)"


def _weekday(name: str = "weekday") -> str:
    return rf"(?P<{name}>Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day"


MONTH, DAY, YEAR, WEEKDAY = _month(), _day(), _year(), _weekday()
COUNT = r"(?P<count>\d{1,3}|" + "|".join(NUMBERS) + r")"
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|hour|minute)s?"
_ORDINAL = "(?P<nth>" + "|".join(ORDINALS) + ")"
_SEASON = "(?P<season>" + "|".join(SEASONS) + ")"
_TO = r"\s?(?:to|and|until|through|till|-|–|—)\s?"


def _names_of_epochs(table: str = "epochs.tsv") -> str:
    names = sorted(t.epochs(table), key=len, reverse=True)
    return "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)


def _names_of_holidays() -> str:
    names = (re.escape(name).replace("'", "['’]") for name in sorted(t.holidays(), key=len, reverse=True))
    return "|".join(names)


_I = re.IGNORECASE
_WHICH = r"(?:(?P<which>(?i:last|next|this coming|coming|this|the previous|past))\s+)?"
_PART = r"(?P<part>(?i:early|mid|late|middle|start|beginning|end))"
_RANGE = r"\b(?:(?i:between|from) )?"
_THE_WEEK = r"\b(?i:the |a )?(?i:week)(?i:-long)? "
_NUMBER_WORDS = "|".join(NUMBERS)
_DAY_MONTH = rf"{DAY}\s+(?:of\s+)?{MONTH}(?![a-z])"
_MONTH_DAY = rf"{MONTH}\s+{DAY}\b(?!,? \d{{4}})"
_OF_YEAR = rf"(?:,? (?:of )?{YEAR}\b)?"
_NO_COUNT = r"(?!(?:dollar|euro|pound|metre|meter|mile|kilo|page|word|seat|people|men\b|women\b|strong|staff|personnel|troops|soldiers|peacekeepers|fighters|refugees|prisoners|officers|workers|civilians|migrants))"
"""What a number before it counts: "its 2000 staff"."""
_PLURALS = (
    r"(?:elections|polls|attacks|protests|riots|bombings|talks|accords|killings|massacres|floods|games)\b"
)

PATTERNS: list[tuple[re.Pattern[str], Reader, bool]] = [
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), t.iso, False),
    (re.compile(rf"{_RANGE}{DAY}(?: {MONTH})?{_TO}{_day('day2')} (?:of )?{_month('month2')}(?:,? {YEAR}\b)?(?![a-z])"), t.days_of, True),
    (re.compile(rf"{_RANGE}{MONTH} {DAY}{_TO}(?:{_month('month2')} )?{_day('day2')}\b(?:, {YEAR}\b)?"), t.days_of, True),
    (re.compile(rf"\b{_DAY_MONTH},?\s+{YEAR}\b"), t.full_date, False),
    (re.compile(rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b"), t.full_date, False),
    *((re.compile(rf"{_THE_WEEK}(?:ending|ended|to|up to)(?: on)? {day}"), t.week_to, True) for day in (_DAY_MONTH, _MONTH_DAY)),
    *((re.compile(rf"{_THE_WEEK}(?:of|beginning|starting)(?: on)? {day}"), t.week_from, True) for day in (_DAY_MONTH, _MONTH_DAY)),
    (re.compile(rf"\bthe {_ORDINAL} day of (?:a|his|her|their|its|the) (?P<count>{_NUMBER_WORDS}|\d+)-(?P<duration>day)\b", _I), t.nth_day_of, True),
    (re.compile(rf"\b(?i:{_ORDINAL}) (?P<unit>week|day|half) of {MONTH}{_OF_YEAR}"), t.nth_of_month, True),
    (re.compile(rf"\b{_ORDINAL} (?P<unit>quarter|half) of (?:{YEAR}|(?P<which>this|last) year)\b", _I), t.nth_of_year, True),
    (re.compile(rf"{_RANGE}{MONTH}(?: {YEAR})?{_TO}{_month('month2')}(?:,? (?:of )?{_year('year2')}\b)?(?! \d)(?![a-z])"), t.months_of, True),
    (re.compile(rf"\b(?:between|from)?\s?{YEAR}\s?(?:and|to|-|–|until)\s?(?P<year2>(?:1[5-9]|20)?\d\d)\b(?!-)"), t.years, False),
    (re.compile(rf"\b{_MONTH_DAY}"), t.month_day, True),
    (re.compile(rf"\b{_DAY_MONTH}"), t.month_day, True),
    (re.compile(rf"\b{_PART}(?: of |[ -])(?:the )?{MONTH}{_OF_YEAR}(?! \d)"), t.part_of_month, True),
    (re.compile(rf"\b{_PART}(?: of |[ -]){YEAR}\b(?!-)"), t.part_of_year, False),
    (re.compile(rf"\b{_PART}(?: of)? (?P<which>last|this|next) (?P<unit>year|month)\b", _I), t.part_of_unit, True),
    (re.compile(rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b"), t.month_year, False),
    (re.compile(rf"\b(?P<holiday>{_names_of_holidays()})(?:,? (?:of )?{YEAR}\b)?(?! (?:accords?|agreements?|deal|pact|parade)\b)", _I), t.holiday, True),
    (re.compile(rf"\b(?i:(?:the )?eve of )(?:the )?{WEEKDAY}\b"), t.eve, True),
    (re.compile(rf"\b(?i:overnight (?:in)?to ){WEEKDAY}\b"), t.into, True),
    (re.compile(rf"{_RANGE}{WEEKDAY}(?: night| evening| morning)?{_TO}{_weekday('weekday2')}\b"), t.weekdays_of, True),
    (re.compile(rf"(?<!\bGood )(?<!\bBloody )(?<!\bBlack )\b{_WHICH}{WEEKDAY}s?\b"), t.weekday, True),
    (re.compile(r"\b(?:(?P<which>last|next|this coming|coming|this|the previous|past)|(?:over|at|on|during) the) weekend\b", _I), t.weekend, True),
    (re.compile(r"\b(?:earlier |late |early |later )?(?:yesterday|today|tonight|tomorrow|overnight|this (?:morning|afternoon|evening))\b", _I), t.named_day, True),
    (re.compile(rf"\b{COUNT}(?: or {COUNT.replace('count', 'count2')})?(?: of)? {UNIT} ago(?: (?:this|on|last) (?P<near>day|week|month))?\b", _I), t.ago, True),
    (re.compile(r"\b(?:(?P<half>half) a|a) century ago\b", _I), t.half_century, True),
    (re.compile(r"\b(?P<unit>hours|minutes|moments|days|weeks|months|years|decades|generations|centuries) ago\b", _I), t.units_ago, True),
    (re.compile(r"\b(?P<which>last|previous|the previous|next|the coming|coming|this|earlier this|later this) (?P<unit>week|month|year|fortnight|decade)\b", _I), t.last_unit, True),
    (re.compile(r"\b(?:in|over|during|for|within) (?:the )?recent (?P<unit>day|night|week|month|year|decade|hour)s\b", _I), t.recent, True),
    (re.compile(rf"\b(?:in|over|during|for|within) the (?:past|last|previous) (?:{COUNT} )?{UNIT}\b", _I), t.past_units, True),
    (re.compile(rf"\b(?P<count>{_NUMBER_WORDS}|\d+)-(?P<duration>(?P<unit>day|week|month))(?:-long)?\b(?!-old)", _I), t.long, True),
    (re.compile(rf"\b(?P<which>last|next|this) {_SEASON}(?: of {YEAR})?\b", _I), t.season_of, True),
    (re.compile(rf"\b(?P<which>)(?:the )?{_SEASON}(?: of)? {YEAR}\b", _I), t.season_of, True),
    (re.compile(rf"\b(?:(?P<which>last|next|this) )?(?:in |of |late |early |mid-)?{MONTH}\b(?! \d)(?!['’])"), t.bare_month, True),
    (re.compile(rf"\b(?:(?:the|in) )?(?:{_PART}[ -])?['’]?(?P<decade>(?:1[5-9]|20)\d0|[3-9]0)['’]?s\b"), t.decade, False),
    (re.compile(r"\bthe (?:(?:early|mid|late)[ -])?(?P<century>1[0-9])th century\b", _I), t.century, False),
    (re.compile(rf"\b(?:during|under|throughout) the (?P<president>{_names_of_epochs('administrations.tsv')}) (?:administration|presidency|years|era)\b"), t.administration, True),
    (re.compile(rf"\b(?P<epoch>{_names_of_epochs()})\b"), t.epoch, False),
    (re.compile(rf"\b(?:in|of|during|after|before|the|early|late|by|until|since|from|mid-) ?{YEAR}\b(?!-)", _I), t.whole_year, False),
    (re.compile(rf"(?:\b(?:[Aa]n?|his|her|its|their)|['’]s|s['’]) {YEAR} (?=[A-Za-z]){_NO_COUNT}"), t.whole_year, False),
    (re.compile(rf"\b(?i:the|an?|his|her|its|their) [a-z-]+ {YEAR} (?=[a-z-]+\b(?<!s)|{_PLURALS}){_NO_COUNT}"), t.whole_year, False),
]  # fmt: skip
"""Patterns, what they mean on a day, and whether that day must be known; the first that matches wins."""
_SIGNS: tuple[tuple[re.Pattern[str], frozenset[Reader]], ...] = (
    (re.compile(r"\d"), frozenset({
        t.iso, t.days_of, t.full_date, t.week_to, t.week_from, t.years, t.month_day, t.part_of_year, t.month_year,
        t.decade, t.century, t.whole_year,
    })),
    (re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"), frozenset({
        t.nth_of_month, t.months_of, t.part_of_month, t.bare_month,
    })),
    (re.compile("day"), frozenset({t.eve, t.into, t.weekdays_of, t.weekday})),
    (re.compile(" ago"), frozenset({t.ago, t.units_ago, t.half_century})),
    (re.compile("day|eve|halloween|thanksgiving|juneteenth|fawkes|fourth"), frozenset({t.holiday})),
    (re.compile("-"), frozenset({t.long, t.nth_day_of})),
)  # fmt: skip
"""What a text in lower case must hold for any expression that these readers read."""


def that_may_match(text: str) -> list[tuple[re.Pattern[str], Reader, bool]]:
    """The patterns without those that need what the text does not hold: most, of most sentences."""
    lower = text.lower()
    missing = {reader for sign, readers in _SIGNS if not sign.search(lower) for reader in readers}
    return [p for p in PATTERNS if p[1] not in missing]
