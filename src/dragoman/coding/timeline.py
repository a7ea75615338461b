"""The days of one document's events: words of time first, then tense, then the day that the news is of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from dateutil.relativedelta import relativedelta

from dragoman.coding import chronology, dates, when
from dragoman.coding.background import Told, told_of
from dragoman.coding.cues import cues
from dragoman.coding.dates import TimeWords
from dragoman.coding.drafts import Draft
from dragoman.coding.time_words import OPEN, blur
from dragoman.language import Sentence
from dragoman.records import EventDate, Field, Status

_DAY = dt.timedelta(days=1)
_FIRST_SENTENCES = 3
_NEWS_WITHIN = 3
"""The day that a report names first is the day of its news where it is not older than so many days."""
_DAYS_BEHIND = 6
"""How far back a weekday lies that is also that of tomorrow."""
_LIES_AHEAD_OF_IT = re.compile(
    r"\b(?:will|would|wo|shall|may|could|to be|(?:is|are|was|were|be) to|due|scheduled|set|expect\w*|plan\w*|ahead|by|"
    r"until|till|for|before|next|coming|upcoming|since|last|from|after|following|week|weeks|days) ",
    re.IGNORECASE,
)
_TOLD_AS_PAST = re.compile(
    r"\b(?:\w{2,}ed|said|was|were|shot|met|told|held|took|fell|left|fought|put|sent|hit|began|won|struck)\b"
)
_OF_SOME_NOUN = re.compile(
    r"['’]s\b| (?:prayers?|sermons?|votes?|meetings?|summit|deadline|games?|newspapers?)\b"
)
_LONG_AGO = 365
"""Days after which what a report tells of is history."""


@dataclass(slots=True)
class Timeline:
    """What a document says of days, in the order of reading.

    ``read`` its sentences first, all of them; then ask for the date of each event.
    """

    published: dt.date | None
    told: dict[Field, list[TimeWords]] = field(default_factory=dict)
    news: dt.date | None = None
    """The day in the first sentences on which the news happened."""
    leads: dict[int, str] = field(default_factory=dict)
    """Where a sentence opens a paragraph of the text → the date that led it in, "" for none."""
    entries: dict[int, TimeWords] = field(default_factory=dict)
    """Of a chronology: where a sentence begins → the date of its entry."""
    late: bool = False
    """The report is stamped with the day before its news: "Troops landed on Tuesday", of a Monday."""
    _entry: TimeWords | None = None

    @property
    def now(self) -> dt.date | None:
        """The day from which words of time are counted."""
        return self.published + _DAY if self.late and self.published else self.published

    def read(self, name: Field, text: str, start: int, index: int) -> None:
        """Note the words of time of one sentence that begins at ``start``."""
        told = self.told.setdefault(name, [])
        entry = self._entry_at(start) if name == "text" else None
        # in an entry of 2003 "in July" is July 2003
        at = self.now if entry is None else min(entry.end, self.now or entry.end)
        found = dates.find(text, start, at, told)
        if name == "text" and index < _FIRST_SENTENCES and self.news is None and entry is None:
            self.late = self.late or self._is_stamped_late(found, text, start)
            found = dates.find(text, start, self.now, told) if self.late else found
        told += found
        if name == "text" and index < _FIRST_SENTENCES and self.news is None:
            self.news = next((t.start for t in found if self._is_news(t, text, start)), None)

    def _entry_at(self, start: int) -> TimeWords | None:
        """The entry of a chronology that a sentence belongs to."""
        if start in self.leads:
            self._entry = chronology.days_of(self.leads[start], self.published)
        if self._entry is not None:
            self.entries[start] = self._entry
        return self._entry

    def _is_stamped_late(self, found: list[TimeWords], text: str, start: int) -> bool:
        """ "Rebels shelled the port on Friday", stamped on a Thursday: no news of six days ago would lead so."""
        if self.published is None or _LIES_AHEAD_OF_IT.search(text) or not _TOLD_AS_PAST.search(text):
            return False
        bare = [t for t in found if t.repeats == "week" and t.start == t.end and not t.link and not t.aside]
        behind = [text[t.span[1] - start :] for t in bare if (self.published - t.start).days == _DAYS_BEHIND]
        return len(behind) == len(found) == 1 and not _OF_SOME_NOUN.match(behind[0])

    def _is_news(self, t: TimeWords, text: str, start: int) -> bool:
        if self.now is None or t.link or t.start != t.end or t.duration:
            return False
        before, after = text[: t.span[0] - start].rstrip().lower(), text[t.span[1] - start :]
        if after.startswith(("'s", "’s")) or before.endswith(_OTHER_DAYS):
            return False
        return 0 <= (self.now - t.start).days <= _NEWS_WITHIN

    def date(self, s: Sentence, d: Draft) -> EventDate:
        """When the event of a draft happened, or is to happen."""
        ahead = d.status == "future" or any(step.startswith(_LIES_AHEAD) for step in d.steps)
        ahead = ahead or _is_planned_now(s, d)
        ahead = ahead or (d.status == "hypothetical" and when.may_come(s, d.trigger))
        told = told_of(s, d.trigger)
        if told is not Told.NOW:
            told = told_of(s, uttered(s, d))
        words = self._words(s, d, told, ahead)
        if isinstance(words, EventDate):
            return words
        if words is not None:
            return _dated(words, self.now, told, ahead)
        if self.published is None:
            return EventDate(None, None)
        if d.status == "future":
            return EventDate(self.published, None, None, "published")
        return self._undated(s, told)

    def _words(self, s: Sentence, d: Draft, told: Told, ahead: bool) -> TimeWords | EventDate | None:
        """The words that date an event, or the day that they lead to."""
        trigger = uttered(s, d)
        ahead = ahead or when.is_pressed_ahead(s, trigger)
        inside = (s.start, s.end)
        times = [t for t in self.told.get(s.field, ()) if inside[0] <= t.span[0] < inside[1]]
        gaps = when.apart(s)
        times = [t for t in times if not any(t.span[0] < g.span[1] and g.span[0] < t.span[1] for g in gaps)]
        fits = [self._lately(s, trigger, f, ahead) for f in when.fitting(s, trigger, times)]
        if d.event_type in _HAPPENINGS:
            named = [t for t in times if when.is_told_of(s, t, d.frame.literals)]
            fits = [when.Fit(0.0, t) for t in named] or fits
        if d.event_type in _FOR_LATER and not ahead:
            later = [f for f in fits if when.is_for_later(s, trigger, f.words)]
            fits = [f for f in fits if f not in later]
            if d.event_type == "AGREE" and later and not fits:
                return self._nearest(s, trigger, later, True)
        bound = None
        if told.before:
            bound = self._nearest(s, trigger, [f for f in fits if f.away and not f.words.future], False)
            fits = [f for f in fits if f.away == 0]
        own = self._nearest(s, trigger, [f for f in fits if not f.said], ahead)
        if own is None or own.end > own.start:
            own = self._anniversary(s, trigger) or own
        for gap in gaps:
            if own is None or not any(f.words is own and f.away == 0 for f in fits):
                moved = self._moved(s, trigger, gap, times)
                if moved is not None:
                    return moved
        if own is not None:
            return own
        if bound is not None:
            return EventDate(None, bound.end, bound.text, "unknown")
        entry = self.entries.get(s.start) if s.field == "text" and not ahead else None
        if entry is not None:
            return EventDate(None, entry.end, entry.text, "unknown") if told.before else entry
        said = self._nearest(s, trigger, [f for f in fits if f.said], False)
        return self._said(s, trigger, said, told, ahead) if said is not None else None

    def _lately(self, s: Sentence, trigger: int, fit: when.Fit, ahead: bool) -> when.Fit:
        """A day without a year that lies ahead, of what is told in the past: the one before; an open end closed."""
        now, t = self.now, fit.words
        if now is None:
            return fit
        if t.link == "since" and t.end == t.first_end:
            return replace(fit, words=replace(t, end=max(now, t.end)))
        back = not ahead and t.start > now and when.is_told_in_the_past(s, trigger, t)
        return replace(fit, words=t.behind(now)) if back else fit

    def _nearest(self, s: Sentence, trigger: int, fits: list[when.Fit], ahead: bool) -> TimeWords | None:
        span = (s.starts[trigger], s.ends[trigger])
        return dates.nearest([(f.away, f.words) for f in fits], span, self.now, future=ahead)

    def _said(self, s: Sentence, trigger: int, said: TimeWords, told: Told, ahead: bool) -> EventDate:
        """What was said on a day happened on it or the day before; what is promised is promised on it."""
        verb = when.clause_head(s, trigger)
        past = s.tags[verb] in ("VBD", "VBN") and not ahead and told is not Told.NOW
        first = said.start - _DAY if past and said.start == said.end else said.start
        return EventDate(None if first == OPEN else first, said.end, said.text, "text")

    def _moved(self, s: Sentence, trigger: int, gap: when.Apart, times: list[TimeWords]) -> EventDate | None:
        """The date of what "two days after" leads in, counted from the main happening, and the other way round."""
        if gap.from_now:
            return self._since(s, trigger, gap)
        if when.inside(s, gap, trigger):
            known, shift = gap.main, gap.shift
        elif when.clause_head(s, trigger) == when.clause_head(s, gap.main):
            known, shift = gap.other, -gap.shift
        else:
            return None
        fits = [f for f in when.fitting(s, known, times) if f.away == 0 or known == gap.main]
        base = self._nearest(s, known, fits, False)
        if base is not None:
            days, basis = base.days, True
        elif known == gap.main and self.published is not None:
            days, basis = (self.news or self.published, self.published), False
        else:
            return None
        start, end = days[0] + shift, days[1] + shift
        if gap.unit not in ("day", "hour", "minute", "moment"):
            start, end = blur(start, gap.unit)[0], blur(end, gap.unit)[1]
        text = s.text[gap.span[0] - s.start : gap.span[1] - s.start]
        at_once = gap.unit in ("hour", "minute", "moment") and when.inside(s, gap, trigger)
        return EventDate(start, end, text, "text") if basis or at_once or start != days[0] else None

    def _since(self, s: Sentence, trigger: int, gap: when.Apart) -> EventDate | None:
        """ "It is two years since …": counted back from the report."""
        if self.published is None or not when.inside(s, gap, trigger):
            return None
        text = s.text[gap.span[0] - s.start : gap.span[1] - s.start]
        return EventDate(*blur(self.published + gap.shift, gap.unit), text, "text")

    def _anniversary(self, s: Sentence, trigger: int) -> TimeWords | None:
        """ "the tenth anniversary of the massacre": the year that it counts from."""
        if self.published is None:
            return None
        for m in _ANNIVERSARY.finditer(s.text):
            noun = next((i for i in range(len(s)) if s.ends[i] == s.start + m.end()), None)
            if noun is None or trigger == noun or trigger not in s.subtree(noun):
                continue
            years = _TIMES.get(m[1].lower()) or int(re.sub(r"\D", "", m[1]) or 0)
            day = self.published - relativedelta(years=years)
            return TimeWords(*blur(day, "year"), m.group(), (s.start + m.start(), s.start + m.end()))
        return None

    def _undated(self, s: Sentence, told: Told) -> EventDate:
        """Without words of time: the day of the news up to the report, or any day before it."""
        published = self.published
        if published is None or told.before:
            return EventDate(None, published)
        news = min(self.news or published, published)
        if told is Told.REPORTED:
            return EventDate(min(news, published - _DAY), published, None, "published")
        if told is Told.NOW and s.field == "text":
            news = published
        return EventDate(news, published, None, "published")


def uttered(s: Sentence, d: Draft) -> int:
    """ "said on Monday that Chad had been cruel": words that are an act are one on the day they are said."""
    above = s.heads[d.trigger]
    said = d.spoken and s.deps[d.trigger] == "ccomp" and ("v", s.lemmas[above]) in cues()
    return above if said else d.trigger


def _is_planned_now(s: Sentence, d: Draft) -> bool:
    """ "goes to Tehran on Tuesday, where he is expected to meet the emir": on the Tuesday to come."""
    if d.frame.sense.operator not in ("plan", "plan_passive") or d.event_type != "AGREE":
        return False
    verb = when.clause_head(s, d.trigger)
    return any(s.tags[a] in ("VBZ", "VBP") for a in (verb, *s.kids(verb, "aux", "auxpass")))


_LIES_AHEAD = ("future ", "announced RETREAT", "announced CONCEDE")
"""Steps by which a type was made of what is still to come."""
_HAPPENINGS = frozenset({"ASSAULT", "PROTEST"})
"""Types of which a fixed noun is the event itself: "claimed Monday's bombing", "Sunday's march drew 200"."""
_FOR_LATER = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
"""Types whose content lies behind the words: "urged them to return in December"."""
_OTHER_DAYS = (
    "after",
    "before",
    "following",
    "since",
    "until",
    "ahead of",
    "by",
    "from",
    "for",
    "next",
    "coming",
)
_TIMES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
}  # fmt: skip
_ANNIVERSARY = re.compile(rf"\b({'|'.join(_TIMES)}|\d{{1,3}}(?:st|nd|rd|th)) anniversary", re.IGNORECASE)


def _dated(t: TimeWords, published: dt.date | None, told: Told, ahead: bool) -> EventDate:
    """The days of the words; "by Monday" only bounds them."""
    if t.link == "by":
        if ahead:
            return EventDate(published, t.end, t.text, "text")
        return EventDate(None if told.before else t.start, t.end, t.text, "text")
    return t.event_date()


def status_then(
    s: Sentence, trigger: int, status: Status, date: EventDate, published: dt.date | None
) -> Status:
    """``historical`` for what happened more than a year before the report, and for what courts deal with."""
    if status == "asserted" and date.basis != "text" and told_of(s, trigger) is Told.HISTORY:
        return "historical"
    if status != "asserted" or date.basis != "text" or published is None or date.end is None:
        return status
    return "historical" if (published - date.end).days > _LONG_AGO else status
