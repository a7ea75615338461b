"""Which event mentions, or which events: one typed filter, and the SQL that it is.

The query command, the explorer and the exports all ask through :class:`Filter`, so a
question means the same in each.  ``where`` gives a condition with named parameters:

    clause = where(Filter(actors=("IRN",), types=("AGREE",)), MENTIONS)
    connection.execute(f"SELECT m.id FROM {MENTIONS.source} WHERE {clause.sql}", clause.parameters)
"""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from dragoman import ontology
from dragoman.store.words import folded, raw_words, stemmed, terms

TextScope = Literal["evidence", "report"]
Reviewed = Literal["all", "confirmed", "unrejected"]
_EVENT_STATUSES = ("contested",)
"""Statuses that an event may have and a mention may not."""
_CODE = re.compile(r"[A-Z]{3}")
_PHRASE = re.compile(r'"([^"]+)"')
_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


class FilterError(ValueError):
    """A filter that nothing can satisfy, such as an event type that does not exist."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; a field left empty asks for nothing.

    Several values of one field are alternatives, except ``parties``, which must all take
    part.  Who takes part is given as a country or sector code (``IRN``, ``MIL``), both on one
    entity (``IRN+MIL``), an actor's id (``person:bashar-al-assad``) or a part of a name.
    A recipient is also looked for among the parties of an event that has several actors and
    no recipient, since PLOVER lists all who meet as actors.

    Raises:
        FilterError: a type, mode, status, context or period is not one there is.
    """

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    """On either side; all of them."""
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    """Codes, or the beginnings of codes: ``04`` is every kind of consulting."""
    quads: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    since: dt.date | None = None
    """First day; an undated event counts by the day of its report."""
    until: dt.date | None = None
    """Last day, itself included."""
    places: tuple[str, ...] = ()
    """Country codes, or parts of the name of a place or province."""
    box: tuple[float, float, float, float] | None = None
    """West, south, east, north in degrees; west may lie beyond east across the date line."""
    according_to: tuple[str, ...] = ()
    """Anybody in the chain from speaker to outlet, given like an actor."""
    outlets: tuple[str, ...] = ()
    """Parts of the names of the outlets that the reports stand in."""
    text: str | None = None
    """Words that must all be there, in any form; "words in quotes" stand together."""
    text_in: TextScope = "evidence"
    """Whether the sentence must hold the words, or the report anywhere."""
    min_confidence: float | None = None
    documents: tuple[str, ...] = ()
    """Ids of reports."""
    events: tuple[str, ...] = ()
    """Ids of events: they themselves, or their mentions."""
    reviewed: Reviewed = "all"
    """The coder's record (``all``), or the reviewers': only what they confirmed, corrected or added
    (``confirmed``), or everything that they did not reject, with their corrections (``unrejected``).
    ``where`` says nothing of it: it is another store that is asked, ``reviewed.as_reviewed``."""

    def __post_init__(self) -> None:
        modes = {mode for _, mode in ontology.modes()}
        _check("event type", self.types, ontology.types())
        _check("event mode", self.modes, modes)
        _check("context", self.contexts, ontology.contexts())
        _check("status", self.statuses, (*ontology.statuses(), *_EVENT_STATUSES))
        _check("quad code", map(str, self.quads), "1234")
        _check("place to look for words", [self.text_in], get_args(TextScope))
        _check("state of review", [self.reviewed], get_args(Reviewed))
        if self.since and self.until and self.since > self.until:
            raise FilterError(f"since {self.since} is later than until {self.until}")

    @property
    def is_empty(self) -> bool:
        """True where everything is asked for."""
        return self == Filter(text_in=self.text_in, reviewed=self.reviewed)

    @classmethod
    def of(cls, values: Mapping[str, str | Sequence[str]]) -> Filter:
        """A filter from words, as a web address or a command line gives them.

        Args:
            values: under the names of ``NAMES``, each a word or several; empty ones are left
                out, and so is what is no name of a filter.

        Raises:
            FilterError: a value cannot be read.
        """
        out: dict[str, Any] = {}
        for name, given in values.items():
            words = [given] if isinstance(given, str) else list(given)
            words = [w.strip() for w in words if w.strip()]
            if name in NAMES and words:
                out[NAMES[name]] = _value(NAMES[name], words)
        return cls(**out)

    def words(self) -> dict[str, list[str]]:
        """The filter as words, so that ``Filter.of(filter.words()) == filter``."""
        names = {field: name for name, field in reversed(NAMES.items())}
        out = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            if field.name == "box":
                value = (",".join(map(str, value)),)
            out[names[field.name]] = [str(v) for v in value] if isinstance(value, tuple) else [str(value)]
        return out


NAMES = {
    "actor": "actors",
    "recipient": "recipients",
    "party": "parties",
    "type": "types",
    "mode": "modes",
    "context": "contexts",
    "cameo": "cameo",
    "quad": "quads",
    "status": "statuses",
    "since": "since",
    "until": "until",
    "place": "places",
    "box": "box",
    "according_to": "according_to",
    "outlet": "outlets",
    "text": "text",
    "text_in": "text_in",
    "min_confidence": "min_confidence",
    "document": "documents",
    "event": "events",
    "reviewed": "reviewed",
}
"""What a question calls each field of :class:`Filter`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL, and its named parameters (``$f0``, ``$f1`` …)."""

    sql: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """What is filtered: a source for FROM whose rows go by ``alias``, and how its rows join others."""

    name: str
    alias: str
    source: str
    parties: str
    """Table of its actors and recipients, and how a row ``p`` of it belongs to a row."""
    belongs: str
    together: str
    """How two rows ``p`` and ``q`` of that table belong to the same row."""
    telling: str
    """How a mention ``t`` belongs to a row, or what stands for that; see ``where``."""
    first_day: str
    last_day: str


MENTIONS = Target(
    "mentions",
    "m",
    "event_mentions m JOIN documents d ON d.id = m.document_id",
    "mention_actors",
    "p.document_id = m.document_id AND p.mention = m.position",
    "q.document_id = p.document_id AND q.mention = p.mention",
    "t.document_id = m.document_id AND t.mention = m.position",
    "coalesce(m.date_start, m.date_end, d.published)",
    "coalesce(m.date_end, m.date_start, d.published)",
)
"""Event mentions ``m`` with their documents ``d``."""
EVENTS = Target(
    "events",
    "e",
    "events e",
    "event_actors",
    "p.event_id = e.id",
    "q.event_id = p.event_id",
    "t.event_id = e.id",
    "coalesce(e.date_start, e.date_end, e.first_reported)",
    "coalesce(e.date_end, e.date_start, e.last_reported)",
)
"""Events ``e``, each made of one or many mentions."""


def where(asked: Filter, target: Target = MENTIONS) -> Clause:
    """The condition under which a row of ``target.source`` is asked for; ``true`` for an empty filter."""
    return _Builder(target).build(asked)


def period(text: str) -> tuple[dt.date, dt.date]:
    """The first and last day of ``2018``, ``2018-08`` or ``2018-08-27``.

    Raises:
        FilterError: it is none of these.
    """
    try:
        found = _MONTH.fullmatch(text.strip())
        if not found:
            day = dt.date.fromisoformat(text.strip())
            return day, day
        year = int(found[1])
        first, last = (int(found[2]),) * 2 if found[2] else (1, 12)
        return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise FilterError(f"{text!r} is no date; write 2018, 2018-08 or 2018-08-27") from None


class _Builder:
    """Collects conditions and the parameters that they name."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.a = target.alias
        self.parameters: dict[str, Any] = {}
        self.conditions: list[str] = []

    def build(self, f: Filter) -> Clause:
        self._who(f)
        self._what(f)
        self._when_and_where(f)
        self._told(f)
        if f.text:
            self._text(f.text, f.text_in)
        return Clause("\n  AND ".join(self.conditions) or "true", self.parameters)

    def _bind(self, value: Any) -> str:
        name = f"f{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def _any(self, conditions: Iterable[str]) -> None:
        found = list(conditions)
        if found:
            self.conditions.append(f"({' OR '.join(found)})")

    def _one_of(self, column: str, values: Sequence[Any]) -> None:
        if values:
            self.conditions.append(f"list_contains({self._bind(list(values))}, {column})")

    # --- who, what, when, where ----------------------------------------------------------------

    def _who(self, f: Filter) -> None:
        self._any(self._takes_part(who, "p.role = 'actor'") for who in f.actors)
        self._any(self._receives(who) for who in f.recipients)
        for who in f.parties:
            self.conditions.append(self._takes_part(who, "p.role IN ('actor', 'recipient')"))

    def _takes_part(self, who: str, role: str) -> str:
        t = self.target
        return f"EXISTS (FROM {t.parties} p WHERE {t.belongs} AND {role} AND {self._is(who)})"

    def _receives(self, who: str) -> str:
        t = self.target
        as_recipient = self._takes_part(who, "p.role = 'recipient'")
        both = f"{t.parties} p JOIN {t.parties} q ON {t.together} AND q.position <> p.position"
        partners = f"p.role = 'actor' AND q.role = 'actor' AND {self._is(who)}"
        as_partner = f"EXISTS (FROM {both} WHERE {t.belongs} AND {partners})"
        received = f"EXISTS (FROM {t.parties} p WHERE {t.belongs} AND p.role = 'recipient')"
        return f"({as_recipient} OR ({as_partner} AND NOT {received}))"

    def _is(self, who: str) -> str:
        """Whether the entity ``p`` is the one that a person calls ``who``."""
        if ":" in who:
            return f"p.actor_id = {self._bind(who)}"
        codes = who.split("+")
        if all(_CODE.fullmatch(code) for code in codes):
            each = [self._bind(code) for code in codes]
            return " AND ".join(f"(p.country = {c} OR list_contains(p.sectors, {c}))" for c in each)
        name = self._bind(who)
        slug = f"regexp_replace({folded(name)}, '[^\\p{{L}}\\p{{N}}]+', '-', 'g')"
        return f"(contains({folded('p.name')}, {folded(name)}) OR contains(p.actor_id, {slug}))"

    def _what(self, f: Filter) -> None:
        a = self.a
        self._one_of(f"{a}.event_type", f.types)
        self._one_of(f"{a}.event_mode", f.modes)
        self._one_of(f"{a}.quad_code", f.quads)
        self._one_of(f"{a}.status", f.statuses)
        self._any(f"starts_with({a}.cameo, {self._bind(code)})" for code in f.cameo)
        if f.contexts:
            self.conditions.append(f"list_has_any({a}.contexts, {self._bind(list(f.contexts))})")
        if f.min_confidence is not None:
            self.conditions.append(f"{a}.confidence >= {self._bind(f.min_confidence)}")

    def _when_and_where(self, f: Filter) -> None:
        a = self.a
        if f.since:
            self.conditions.append(f"{self.target.last_day} >= {self._bind(f.since)}")
        if f.until:
            self.conditions.append(f"{self.target.first_day} <= {self._bind(f.until)}")
        self._any(self._lies_in(place) for place in f.places)
        if f.box:
            west, south, east, north = (self._bind(x) for x in f.box)
            along = f"{a}.longitude >= {west}", f"{a}.longitude <= {east}"
            across = " OR " if f.box[0] > f.box[2] else " AND "
            self.conditions.append(f"{a}.latitude BETWEEN {south} AND {north} AND ({across.join(along)})")

    def _lies_in(self, place: str) -> str:
        value = self._bind(place)
        if _CODE.fullmatch(place):
            return f"{self.a}.place_country = {value}"
        columns = (f"{self.a}.place_name", f"{self.a}.place_admin1")
        return " OR ".join(f"contains({folded(column)}, {folded(value)})" for column in columns)

    # --- who tells it, and in which words ------------------------------------------------------

    def _told(self, f: Filter) -> None:
        if f.according_to:
            self._any(self._according_to(who) for who in f.according_to)
        if f.outlets:
            names = [self._bind(name) for name in f.outlets]
            held = " OR ".join(f"contains({folded('d.outlet')}, {folded(name)})" for name in names)
            self._report(f"({held})")
        if f.documents:
            self._report(f"list_contains({self._bind(list(f.documents))}, d.id)")
        if f.events and self.target is EVENTS:
            self._one_of("e.id", f.events)
        elif f.events:
            ids = self._bind(list(f.events))
            mine = f"FROM event_members t WHERE {self.target.telling}"
            self.conditions.append(f"EXISTS ({mine} AND list_contains({ids}, t.event_id))")

    def _according_to(self, who: str) -> str:
        source = f"p.role = 'attribution' AND {self._is(who)}"
        if self.target is MENTIONS:
            return f"EXISTS (FROM mention_actors p WHERE {self.target.belongs} AND {source})"
        joined = "event_members t JOIN mention_actors p ON p.document_id = t.document_id"
        return f"EXISTS (FROM {joined} AND p.mention = t.mention WHERE {self.target.telling} AND {source})"

    def _report(self, condition: str) -> None:
        """A condition on the report ``d``, or on any report of an event."""
        if self.target is EVENTS:
            joined = "event_members t JOIN documents d ON d.id = t.document_id"
            condition = f"EXISTS (FROM {joined} WHERE {self.target.telling} AND {condition})"
        self.conditions.append(condition)

    def _text(self, text: str, scope: TextScope) -> None:
        """The mentions of reports that hold the words are set apart before any is taken to pieces, and
        events follow from them: left to itself, the planner would take all sentences to pieces first.
        """
        words = self._bind(text)
        found = f"""SELECT m.id FROM (WITH held AS MATERIALIZED (
            SELECT m.* FROM event_mentions m WHERE m.document_id IN ({documents_holding(words)}))
          FROM held) m JOIN documents d ON d.id = m.document_id WHERE {self._holds(text, words, scope)}"""
        if self.target is MENTIONS:
            self.conditions.append(f"m.id IN ({found})")
        else:
            told = f"SELECT t.event_id FROM event_members t WHERE t.mention_id IN ({found})"
            self.conditions.append(f"e.id IN ({told})")

    def _holds(self, text: str, words: str, scope: TextScope) -> str:
        """Whether the sentence of ``m`` or its report ``d``, which has the words somewhere, is what holds
        them.
        """
        conditions = ["true"]
        if scope == "evidence":
            conditions.append(f"list_has_all({terms('m.sentence')}, {terms(words)})")
        held = "m.sentence" if scope == "evidence" else "concat_ws(' ', d.title, d.text)"
        phrases = [self._bind(phrase) for phrase in _PHRASE.findall(text)]
        conditions += [f"contains({spaced(held)}, {spaced(phrase)})" for phrase in phrases]
        return " AND ".join(conditions)


def documents_holding(words: str) -> str:
    """SQL for the ids of the documents whose title and text hold all the words of ``words``."""
    return (
        f"SELECT document_id FROM search_index WHERE list_contains({terms(words)}, term) "
        f"GROUP BY document_id HAVING count(*) = len(list_distinct({terms(words)}))"
    )


def spaced(sql: str) -> str:
    """SQL for the terms of a text with a space around each, so that a row of words can be found in it."""
    return f"' ' || array_to_string({stemmed(raw_words(sql))}, ' ') || ' '"


def _check(what: str, values: Iterable[str], known: Iterable[str]) -> None:
    there = list(known)
    for value in values:
        if value not in there:
            raise FilterError(f"there is no {what} {value!r}; there are {', '.join(sorted(there))}")


def _value(field: str, words: list[str]) -> Any:
    """The words of one field as its value."""
    if field == "since":
        return period(words[-1])[0]
    if field == "until":
        return period(words[-1])[1]
    if field == "text":
        return " ".join(words)
    if field in ("text_in", "reviewed"):
        return words[-1]
    try:
        if field == "min_confidence":
            return float(words[-1])
        if field == "box":
            west, south, east, north = map(float, words[-1].split(","))
            return west, south, east, north
        if field == "quads":
            return tuple(map(int, words))
    except ValueError:
        raise FilterError(f"{words[-1]!r} is no value for {field}") from None
    return tuple(_as_written(field, word) for word in words)


def _as_written(field: str, word: str) -> str:
    if field == "types":
        return word.upper()
    return word.lower() if field in ("modes", "contexts", "statuses") else word
