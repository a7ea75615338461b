"""Words of time in a text → the days they mean, held against the report's date and the days told before."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from dragoman.coding import anchored
from dragoman.coding.time_patterns import that_may_match
from dragoman.coding.time_words import OPEN, Days, bare_month, holiday, month_day, weekday, weekend
from dragoman.records import EventDate, Span


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One expression of time with the days it covers.

    ``start`` is ``OPEN`` where only the last day is told ("decades ago").
    """

    start: dt.date
    end: dt.date
    text: str
    span: Span
    future: bool = False
    duration: bool = False
    repeats: str = ""
    """``week`` or ``year`` for a bare weekday or month, which also comes again after the report."""
    link: str = ""
    """``since``, ``until`` or ``by`` where such a word stands before it; for ``since``, ``end`` is the report's."""
    first_end: dt.date | None = None
    """Of "since April": the last day of April."""

    aside: bool = False
    """It dates what *had* happened, which the report leaves again: no later word leans on it."""

    @property
    def days(self) -> Days:
        """The days that are named, without what "since" adds."""
        return self.start, self.first_end or self.end

    def ahead(self, published: dt.date) -> TimeWords:
        """The next day or month of that name, for what lies ahead of the report."""
        if not self.repeats or self.start > published:
            return self
        step = relativedelta(days=7) if self.repeats == "week" else relativedelta(years=1)
        if self.repeats == "week" and self.start <= published <= self.end:
            return self
        if self.repeats == "year" and (self.start.year, self.start.month) == (
            published.year,
            published.month,
        ):
            return self
        start, end = self.start + step, self.end + step
        if self.repeats == "year" and start.day == 1 and end.month == start.month:
            end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
        return replace(self, start=start, end=end, future=start > published)

    def behind(self, published: dt.date) -> TimeWords:
        """The last day of that name, for what is told in the past: "on 13 November", told in July."""
        if self.repeats != "year" or self.start <= published or self.start != self.end:
            return self
        day = self.start - relativedelta(years=1)
        return replace(self, start=day, end=day, future=False)

    def event_date(self) -> EventDate:
        """The date of an event that happened then."""
        return EventDate(None if self.start == OPEN else self.start, self.end, self.text, "text")


_MAY_BE = re.compile(
    r"\d|day|night|morning|evening|afternoon|week|month|year|decade|centur|ago\b|later|earlier|before|hours|"
    r"minutes|moments|generation|spring|summer|autumn|fall\b|winter|today|tomorrow|war\b|era\b|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|times|genocide|intifada|holocaust|revolution|"
    r"troubles|wars|\beve\b|halloween|thanksgiving|juneteenth|fourth of|guy fawkes|administration|presidency"
)
"""What a sentence in lower case must hold to speak of a time; to look past case takes ten times as long."""
_HAD = re.compile(
    r"\b(?:had|[a-z]+['’]d) (?:\w+ly |also |not |just |been )*\w{2,}(?:ed|en|wn|ne|ught|old|aid|ent|elt|ept|ilt|un|ut|et)\b"
)
_LINK = re.compile(
    r"\b(since|until|till|by|pending)(?: at least| about| the| late| early| mid-?| last)*\s*$", re.IGNORECASE
)


def find(
    text: str, offset: int, published: dt.date | None, told: list[TimeWords] | None = None
) -> list[TimeWords]:
    """All expressions of time in ``text``, in order; ``offset`` is added to their spans.

    ``told`` are those of the text before it, which "that night" and "a week later" lean on.
    Without a report date only complete dates and years can be resolved.
    """
    if not _MAY_BE.search(text.lower()):
        return []
    taken: list[Span] = []
    pointing: list[tuple[re.Match[str], anchored.AnchoredReader]] = []
    for pattern, reader in anchored.PATTERNS:
        for m in pattern.finditer(text):
            if not _overlaps(m, taken):
                taken.append(m.span())
                pointing.append((m, reader))
    out = _by_the_calendar(text, offset, published, taken)
    for m, reader in sorted(pointing, key=lambda p: p[0].start()):
        found = _leaning(m, reader, offset, published, [*(told or []), *out])
        if found is not None:
            out = sorted([*out, found], key=lambda t: t.span)
    if _HAD.search(text):
        out = [replace(t, aside=True) for t in out]
    return sorted(out, key=lambda t: t.span)


def _overlaps(m: re.Match[str], taken: list[Span]) -> bool:
    return any(m.start() < b and m.end() > a for a, b in taken)


def _by_the_calendar(text: str, offset: int, published: dt.date | None, taken: list[Span]) -> list[TimeWords]:
    out: list[TimeWords] = []
    for pattern, reader, relative in that_may_match(text):
        if relative and published is None:
            continue
        for m in pattern.finditer(text):
            if _overlaps(m, taken):
                continue
            try:
                days = reader(m, published or dt.date(1, 1, 1))
            except (ValueError, OverflowError):
                continue
            if days is None or (m.group().lower() == "may" and not _month_may(text, m.start())):
                continue
            taken.append(m.span())
            repeats = (
                "week"
                if reader in (weekday, weekend)
                else "year"
                if reader in (bare_month, month_day, holiday) and not m.groupdict().get("year")
                else ""
            )
            if m.groupdict().get("which"):
                repeats = ""
            span = (offset + m.start(), offset + m.end())
            future = published is not None and days[0] > published
            duration = "duration" in m.groupdict()
            words = TimeWords(days[0], days[1], m.group(), span, future, duration, repeats)
            out.append(_linked(words, text, m.start(), published))
    return out


def _linked(t: TimeWords, text: str, start: int, published: dt.date | None) -> TimeWords:
    """With the "since", "until" or "by" that stands before it."""
    own = t.text.split()[0].lower()
    found = _LINK.search(text, max(0, start - 24), start)
    link = own if own in ("since", "until", "by") else found[1].lower() if found else ""
    link = {"till": "until", "pending": "until"}.get(link, link)
    if link == "since":
        if published is None or t.start > published:
            return t
        return replace(t, end=published, first_end=t.end, link=link)
    return replace(t, link=link)


def _leaning(
    m: re.Match[str],
    reader: anchored.AnchoredReader,
    offset: int,
    published: dt.date | None,
    told: list[TimeWords],
) -> TimeWords | None:
    """An expression that leans on the last one before it that is precise enough."""
    span = (offset + m.start(), offset + m.end())
    before = [t for t in told if t.span[1] <= span[0] and _can_be_leant_on(t, anchored.longest(m))]
    before = [t for t in before if not t.aside] or before
    if not before and published is None:
        return None
    days = before[-1].days if before else anchored.today(published or dt.date.min)
    try:
        found = reader(m, days)
    except (ValueError, OverflowError):
        return None
    if found is None:
        return None
    return TimeWords(*found, m.group(), span, published is not None and found[0] > published)


def _can_be_leant_on(t: TimeWords, longest: int) -> bool:
    first, last = t.days
    return (last - first).days <= longest and not t.duration and t.link != "until"


def nearest(
    times: list[tuple[float, TimeWords]], trigger: Span, published: dt.date | None, *, future: bool = False
) -> TimeWords | None:
    """The nearest fitting expression, None where there is none.

    Args:
        times: expressions of the sentence that may date the event, with how far from its clause
            each stands (0 in the clause itself, then in the order of preference).
        trigger: characters of the trigger.
        published: the report's date.
        future: the event lies ahead, so dates ahead fit and dates behind do not.
    """

    def distance(item: tuple[float, TimeWords]) -> float:
        away, t = item
        gap = max(t.span[0] - trigger[1], trigger[0] - t.span[1], 0)
        wrong_way = published is not None and (t.end > published) != future
        return gap + 150 * away + (150 if wrong_way else 0) + (-60 if t.duration and gap < 15 else 0)

    if future and published:
        times = [(away, t.ahead(published)) for away, t in times]
    fitting = [(a, t) for a, t in times if not (published and t.start > published and not future)]
    best = min(fitting, key=distance, default=None)
    if best is None:
        return None
    if best[1].link == "since":
        return best[1]  # "has fought since 1978, but agreed to a truce in 1997"
    # "a decade ago, in March 2009": the finer of two that agree
    finer = [t for a, t in fitting if a == best[0] and best[1].start <= t.start and t.end <= best[1].end]
    return min(finer, key=lambda t: t.end - t.start, default=best[1])


def _month_may(text: str, start: int) -> bool:
    """True where "May" is the month: not Theresa May, nor a verb that begins a question."""
    before = re.findall(r"[\w'’-]+", text[max(0, start - 25) : start])
    return bool(before) and before[-1].lower() in _BEFORE_MONTH


_BEFORE_MONTH = frozenset(
    "in of since until till last next this early late mid by from to during through before after and or between".split()
)
