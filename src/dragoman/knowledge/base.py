"""The knowledge base as the other rooms see it: names and descriptions in, actors of the day out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from . import build, names
from .model import Candidate, NameMatch, Place, Role, ranked
from .resolve import Resolver
from .tables import DATA, Loaded, Problem, own_directory, read_extra

_CACHE_SIZE = 50_000
_V = TypeVar("_V")

TAG_SCORES = {"n": 1.0, "v": 0.97, "a": 0.95, "d": 0.95, "m": 0.9, "c": 0.88, "f": 1.0, "g": 0.97, "p": 0.88}
TAG_WORDS = {
    "n": "name",
    "v": "variant",
    "a": "adjective",
    "d": "demonym",
    "m": "metonym",
    "c": "capital",
    "f": "name",
    "g": "variant",
    "p": "short name",
}
NEAR = 100
"""How far outside a term, in ``yyyymmdd`` arithmetic, its holder still bears the title in reports (about a month)."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A stored reference from a name: what it points to and under which conditions it holds."""

    number: int
    tag: str
    place: bool
    upper: bool
    the: bool
    weak: bool
    own: bool


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as compiled."""

    number: int
    id: str
    kind: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    first: int
    last: int
    subkind: str


@dataclass(frozen=True, slots=True)
class TermRow:
    """A dated term as compiled; ``first`` and ``last`` are ``yyyymmdd``."""

    number: int
    person: int
    country: str | None
    office: str
    title: str
    start: str | None
    end: str | None
    first: int
    last: int
    certain: bool
    sectors: tuple[str, ...]
    org: str | None
    rank: int


def day_number(date: dt.date | None) -> int:
    """A date as ``yyyymmdd``; 0 for none."""
    return date.year * 10000 + date.month * 100 + date.day if date else 0


@lru_cache(maxsize=1 << 16)
def parse_refs(text: str) -> tuple[Ref, ...]:
    """The references in a stored cell."""
    found = []
    for item in text.split():
        place = item[0] == "@"
        digits = item[1:] if place else item
        number = digits.rstrip(build.TAGS)
        flags = digits[len(number) + 1 :]
        tag = digits[len(number)]
        found.append(Ref(int(number), tag, place, *(letter in flags for letter in "UTWX")))
    return tuple(found)


def _sectors(text: str | None) -> tuple[str, ...]:
    """A stored sector list."""
    return tuple(text.split("|")) if text else ()


class _Cache(dict[Any, _V]):
    """A dictionary that empties itself when it has grown too large."""

    def keep(self, key: Any, value: _V) -> _V:
        """Store and return ``value``."""
        if len(self) >= _CACHE_SIZE:
            self.clear()
        self[key] = value
        return value


class Knowledge:
    """Who is who, on the day. Make one with :meth:`load`."""

    def __init__(self, connection: sqlite3.Connection, problems: Sequence[Problem] = ()) -> None:
        self.problems = tuple(problems)
        """What was wrong in the user's own files."""
        self._connection = connection
        self._lock = threading.Lock()
        self.version: str = self._rows("SELECT value FROM meta WHERE key = 'version'")[0][0]
        self._common: dict[str, str] = dict(self._rows("SELECT word, kind FROM common"))
        self._offices = {
            k: (t, _sectors(s), r)
            for k, t, s, r in self._rows("SELECT key, title, sectors, rank FROM office")
        }
        self._longest_role = max((k.count(" ") + 1 for (k,) in self._rows("SELECT key FROM role")), default=1)
        self._refs_cache: _Cache[tuple[Ref, ...]] = _Cache()
        self._first_cache: _Cache[int] = _Cache()
        self._entity_cache: _Cache[EntityRow] = _Cache()
        self._place_cache: _Cache[Place] = _Cache()
        self._terms_cache: _Cache[tuple[TermRow, ...]] = _Cache()
        self._title_cache: _Cache[str | None] = _Cache()
        self._role_cache: _Cache[Role | None] = _Cache()
        self._lookup_cache: _Cache[tuple[Candidate, ...]] = _Cache()
        self._resolve_cache: _Cache[tuple[Candidate, ...]] = _Cache()
        self._surname_cache: _Cache[tuple[Candidate, ...]] = _Cache()
        self._country_names = dict(
            self._rows(
                "SELECT country, name FROM entity WHERE kind = 'country' AND id = 'country:' || country ORDER BY rowid DESC"
            )
        )
        self._resolver = Resolver(self)

    # -- loading ---------------------------------------------------------------------------------

    @classmethod
    def load(cls, extra: Iterable[Path] = (), own: bool = True) -> Knowledge:
        """The base that ships with the package; ``extra`` files and the user's own added ones win over it."""
        connection = _open()
        problems: list[Problem] = []
        files = [*(sorted(own_directory().glob("*.tsv")) if own else []), *(Path(p) for p in extra)]
        if files:
            copy = sqlite3.connect(":memory:", check_same_thread=False)
            connection.backup(copy)
            connection.close()
            connection = copy
            digest = "+".join(_digest(p) for p in files)
            for path in files:
                loaded: Loaded = read_extra(path)
                problems += loaded.problems
                build.add_rows(connection, loaded, own=True)
            connection.execute("UPDATE meta SET value = value || ? WHERE key = 'version'", (f"+{digest}",))
        return cls(connection, problems)

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    # -- names -----------------------------------------------------------------------------------

    def _refs(self, key: str, table: str = "name") -> tuple[Ref, ...]:
        """What a key points to."""
        found = self._refs_cache.get((table, key))
        if found is None:
            rows = self._rows(f"SELECT refs FROM {table} WHERE key = ?", (key,))
            found = self._refs_cache.keep((table, key), parse_refs(rows[0][0]) if rows else ())
        return found

    def _longest(self, word: str) -> int:
        """How many words the longest name has that begins with ``word``."""
        found = self._first_cache.get(word)
        if found is None:
            rows = self._rows("SELECT longest FROM first WHERE word = ?", (word,))
            found = self._first_cache.keep(word, rows[0][0] if rows else 0)
        return found

    def _entity(self, number: int) -> EntityRow:
        """An entity by row number."""
        found = self._entity_cache.get(number)
        if found is None:
            row = self._rows(
                "SELECT rowid, id, kind, name, country, sectors, start, end, subkind FROM entity WHERE rowid = ?",
                (number,),
            )[0]
            entity = EntityRow(
                row[0], row[1], row[2], row[3], row[4] or None, _sectors(row[5]), row[6], row[7], row[8]
            )
            found = self._entity_cache.keep(number, entity)
        return found

    def _place(self, number: int) -> Place:
        """A place by row number."""
        found = self._place_cache.get(number)
        if found is None:
            row = self._rows(
                "SELECT id, name, country, admin1, latitude, longitude, kind, population FROM place WHERE rowid = ?",
                (number,),
            )[0]
            found = self._place_cache.keep(number, Place(*row))
        return found

    def lookup(self, name: str, date: dt.date | None) -> list[Candidate]:
        """What an exact name or variant can mean on ``date``, best first; surnames of top offices last."""
        return list(self._lookup(name, day_number(date)))

    def _lookup(self, name: str, day: int) -> tuple[Candidate, ...]:
        """As :meth:`lookup`, cached."""
        found = self._lookup_cache.get((name, day))
        if found is None:
            found = self._lookup_cache.keep((name, day), self._find(name, day))
        return found

    def _find(self, name: str, day: int) -> tuple[Candidate, ...]:
        """Look up a name under its key, then as a surname, then under its transliteration skeleton."""
        key = names.key(name)
        if not key:
            return ()
        has_the = name[:4].lower() == "the "
        surface = name[4:] if has_the else name
        typed_small = surface.islower()
        found = self._from_refs(self._refs(key), surface, has_the, day, typed_small)
        plain = names.plain_person(key)
        if plain != key:
            found += self._from_refs(self._refs(plain), surface, has_the, day, typed_small, only="fgp")
        found += self._by_surname(key, day)
        if not found and len(key) > 5:
            alike = self._refs(names.skeleton(key), "skeleton")
            found = [
                replace(c, score=round(c.score * 0.8, 3), resolved_by="transliteration")
                for c in self._from_refs(alike, surface, True, day, typed_small)
            ]
        return ranked(found)

    def _from_refs(
        self,
        refs: Sequence[Ref],
        surface: str,
        has_the: bool,
        day: int,
        typed_small: bool = False,
        only: str = "",
    ) -> list[Candidate]:
        """The candidates behind references whose conditions the spelling in hand meets."""
        found = []
        for ref in refs:
            if (only and ref.tag not in only) or (ref.the and not has_the):
                continue
            if ref.upper and not self._acronym_ok(surface) and not typed_small:
                continue
            candidate = self._place_candidate(ref) if ref.place else self._candidate(ref, day)
            if ref.weak:
                candidate = replace(candidate, score=round(candidate.score * 0.75, 3))
            if ref.own:
                candidate = replace(candidate, score=1.0, resolved_by="own " + candidate.resolved_by)
            found.append(candidate)
        return found

    def _acronym_ok(self, surface: str) -> bool:
        """Whether ``surface`` is written as an acronym: "UN", "U.N.", or "Nato" for long ones."""
        if names.capitals(surface):
            return True
        return len(surface) >= 4 and surface[:1].isupper() and names.key(surface) not in self._common

    def _place_candidate(self, ref: Ref) -> Candidate:
        """A place as a candidate: never an actor by itself, but it tells a country."""
        place = self._place(ref.number)
        prominence = 0.3 + 0.055 * math.log10(place.population + 1) if place.population else 0.55
        score = round(min(prominence, 0.7) * (1.0 if ref.tag == "n" else 0.92), 3)
        identity = f"geonames:{place.id}" if place.id else ""
        return Candidate(identity, place.name, "place", place.country, (), None, None, None, "place", score)

    def _candidate(self, ref: Ref, day: int) -> Candidate:
        """The candidate behind a reference to an entity."""
        entity = self._entity(ref.number)
        base = TAG_SCORES[ref.tag]
        if entity.kind == "person":
            return self._person(entity, day, base, TAG_WORDS[ref.tag])
        if entity.kind == "org" and ref.the:
            base *= 0.8
        if day and not entity.first <= day <= entity.last:
            base *= 0.6 if entity.subkind == "historical" or entity.kind != "country" else 0.9
        sectors = entity.sectors
        return Candidate(
            entity.id,
            entity.name,
            entity.kind,
            entity.country,
            sectors,
            None,
            None,
            None,
            TAG_WORDS[ref.tag],
            round(base, 3),
        )

    # -- persons ---------------------------------------------------------------------------------

    def _terms(self, person: int) -> tuple[TermRow, ...]:
        """A person's terms, oldest first."""
        found = self._terms_cache.get(person)
        if found is None:
            rows = self._rows(
                "SELECT rowid, * FROM term WHERE person = ? ORDER BY first, rank, rowid", (person,)
            )
            found = self._terms_cache.keep(person, tuple(_term(r) for r in rows))
        return found

    def _person(self, entity: EntityRow, day: int, base: float, how: str) -> Candidate:
        """A person as of a day: the office then held, or what a former holder is."""
        terms = self._terms(entity.number)
        held = best_term(terms, day)
        if held:
            return self.of_term(held, entity, round(base * (1.0 if held.certain else 0.95), 3), how)
        country = entity.country
        past = [t for t in terms if t.last < day]
        if past:
            latest = max(past, key=lambda t: (t.last, -t.rank))
            gone = (day - latest.last) // 10000
            score = base * (0.9 if gone <= 15 else 0.75 if gone <= 40 else 0.4)
            kept = (
                ()
                if latest.sectors and latest.sectors[0] not in ("GOV", "LEG", "JUD", "MIL", "")
                else ("ELI",)
            )
            return Candidate(
                entity.id,
                entity.name,
                "person",
                latest.country or country,
                kept or latest.sectors,
                None,
                None,
                None,
                how,
                round(score, 3),
            )
        ahead = (terms[0].first - day) // 10000 if terms and terms[0].first else 0
        score = base * (0.85 if ahead <= 10 else 0.6 if ahead <= 30 else 0.3)
        return Candidate(
            entity.id, entity.name, "person", country, (), None, None, None, how, round(score, 3)
        )

    def of_term(self, term: TermRow, entity: EntityRow | None, score: float, how: str) -> Candidate:
        """The holder of a term, with the printed title."""
        who = entity or self._entity(term.person)
        country = term.country or who.country
        return Candidate(
            who.id,
            who.name,
            "person",
            country,
            term.sectors,
            term.title or self.office_title(term.office),
            term.start,
            term.end,
            how,
            score,
        )

    def office_title(self, key: str) -> str:
        """The usual title of an office."""
        return self._offices[key][0] if key in self._offices else key.replace("-", " ")

    def office_rank(self, key: str) -> int:
        """1 for the offices whose holders are called by surname alone, 3 for those with many holders."""
        return self._offices[key][2] if key in self._offices else 3

    def office_sectors(self, key: str) -> tuple[str, ...]:
        """The sectors of an office."""
        return self._offices[key][1] if key in self._offices else ()

    def _by_surname(self, key: str, day: int) -> list[Candidate]:
        """Holders of known offices who go by ``key`` on a day."""
        found = self._surname_cache.get((key, day))
        if found is None:
            found = self._surname_cache.keep((key, day), self._surname_candidates(key, day))
        return list(found)

    def _surname_candidates(self, key: str, day: int) -> tuple[Candidate, ...]:
        """As :meth:`_by_surname`, asked of the data base."""
        best: dict[int, tuple[float, int]] = {}
        for term, person, first, last, rank, strong in self._rows(
            "SELECT term, person, first, last, rank, strong FROM surname WHERE key = ?", (key,)
        ):
            score = surname_score(day, first, last, rank, strong)
            if score > 0 and (person not in best or (score, term) > best[person]):
                best[person] = (score, term)
        if not best:
            return ()
        found = []
        for person, (score, term) in sorted(best.items(), key=lambda item: -item[1][0])[:8]:
            entity = self._entity(person)
            row = next(t for t in self._terms(person) if t.number == term)
            weight = (
                score
                * (1.0 if row.country in names.GREAT else 0.95)
                * max(0.75, 1 - 0.1 * math.log10(len(best)))
            )
            if (day and row.first - NEAR <= day <= row.last + NEAR) or not day:
                found.append(self.of_term(row, entity, round(weight, 3), "surname"))
            else:
                found.append(replace(self._person(entity, day, 1.0, "surname"), score=round(weight, 3)))
        return ranked(found)

    def titles(self, person_id: str, date: dt.date | None) -> list[Candidate]:
        """The offices that a person holds on ``date`` (all of them, newest first, for no date)."""
        rows = self._rows("SELECT rowid FROM entity WHERE id = ?", (person_id,))
        if not rows:
            return []
        day = day_number(date)
        entity = self._entity(rows[0][0])
        terms = [t for t in self._terms(entity.number) if not day or t.first <= day <= t.last]
        terms.sort(key=lambda t: (t.rank, -t.first) if day else (-t.first, t.rank))
        return [self.of_term(t, entity, 1.0 if t.certain else 0.85, "office") for t in terms]

    # -- offices ---------------------------------------------------------------------------------

    def office_of(self, title: str) -> str | None:
        """The office that a title names: "Defence Minister" gives ``defence-minister``."""
        return self.office_in(title, None)

    def office_in(self, title: str, country: str | None) -> str | None:
        """As :meth:`office_of`, with the meaning that the title has in one country."""
        found = self._title_cache.get((title, country), "")
        if found == "":
            found = self._title_cache.keep((title, country), self._office(title, country))
        return found

    def _office(self, title: str, country: str | None) -> str | None:
        """Find a title whole, then by its longest known beginning, then its longest known end."""
        key = names.phrase_key(title)
        if key.startswith("the "):
            key = key[4:]
        if key.replace(" ", "-") in self._offices:
            return key.replace(" ", "-")
        words = key.split()
        spans = [words[:n] for n in range(len(words), 0, -1)] + [words[i:] for i in range(1, len(words))]
        for span in spans:
            office = self.title_key(" ".join(span), country)
            if office:
                return office
        return None

    def title_key(self, key: str, country: str | None) -> str | None:
        """The office that an exact title phrase names."""
        rows = dict(
            self._rows("SELECT country, office FROM title WHERE key = ? ORDER BY own, country DESC", (key,))
        )
        if not rows:
            return None
        if country and country in rows:
            return str(rows[country])
        return rows.get("") or next(iter(rows.values()))

    def holders(
        self, country: str | None, office: str, date: dt.date | None, org: str | None = None
    ) -> list[Candidate]:
        """Who holds an office (a key, or any title) in a country or organisation on ``date``, best first."""
        key = office if office in self._offices else self.office_in(office, country)
        if key is None:
            return []
        title = "" if office == key else names.phrase_key(office)
        return self.holders_of(country, key, title, day_number(date), org)

    def holders_of(
        self, country: str | None, key: str, title: str, day: int, org: str | None = None
    ) -> list[Candidate]:
        """As :meth:`holders`, for an office key and the folded words of the title."""
        columns = "SELECT rowid, * FROM term WHERE office = ?"
        if org:
            rows = self._rows(columns + " AND org = ?", (key, org))
        else:
            rows = self._rows(columns + " AND country = ?", (key, country or ""))
        terms = [_term(r) for r in rows]
        if not day:
            terms = sorted(terms, key=lambda t: (t.last, t.first))[-5:]
        found: dict[str, tuple[tuple[float, int], Candidate]] = {}
        for term in terms:
            score = (
                _holding(term, day)
                * title_fit(title, names.phrase_key(term.title))
                * (0.85 if term.org and not org else 1)
            )
            if score > 0:
                candidate = self.of_term(term, None, round(score, 3), "office")
                order = (score, term.first)
                if candidate.actor_id not in found or order > found[candidate.actor_id][0]:
                    found[candidate.actor_id] = (order, candidate)
        return [
            c
            for _, c in sorted(found.values(), key=lambda item: (-item[0][0], -item[0][1], item[1].actor_id))
        ]

    # -- countries, roles, places ----------------------------------------------------------------

    def nationality(self, word: str) -> tuple[str, ...]:
        """The countries that a name, adjective, demonym or capital speaks of, the likeliest first."""
        text = word.strip()
        found = self._from_refs(self._refs(names.key(text)), text, True, 0)
        best = sorted(
            (c for c in found if c.kind == "country" and c.country), key=lambda c: (-c.score, c.actor_id)
        )
        seen: dict[str, None] = {}
        for candidate in best:
            seen.setdefault(candidate.country or "", None)
        return tuple(seen)

    def role(self, words: Sequence[str]) -> Role | None:
        """The role that a noun phrase ends in: "riot police officers" is one of ``COP``."""
        pieces: list[tuple[str, int]] = [
            (names.singular(p), i) for i, word in enumerate(words) for p in names.parts(word)
        ]
        for start in range(max(0, len(pieces) - self._longest_role), len(pieces)):
            if start and pieces[start - 1][1] == pieces[start][1]:
                continue
            found = self.role_key(" ".join(p for p, _ in pieces[start:]))
            if found:
                return replace(found, words=len(words) - pieces[start][1])
        return None

    def role_key(self, key: str) -> Role | None:
        """The role stored under an exact key."""
        if key not in self._role_cache:
            rows = self._rows("SELECT phrase, sectors, kind FROM role WHERE key = ?", (key,))
            role = Role(rows[0][0], _sectors(rows[0][1]), rows[0][2], key.count(" ") + 1) if rows else None
            self._role_cache.keep(key, role)
        return self._role_cache[key]

    def places(self, name: str, country: str | None = None) -> list[Place]:
        """Places of that name, those in ``country`` only if given, the most prominent first."""
        found = [(self._place(r.number), r.tag) for r in self._refs(names.key(name)) if r.place]
        kept = [(p, tag) for p, tag in found if country is None or p.country == country]
        kept.sort(key=lambda item: (-_prominence(item[0], item[1]), item[0].name, item[0].id or 0))
        return [p for p, _ in kept]

    def country_name(self, iso3: str) -> str:
        """The usual English name of a country code; the code itself if it is unknown."""
        return self._country_names.get(iso3, iso3)

    def words_for(self, country: str) -> tuple[str, ...]:
        """The folded names and adjectives of a country."""
        rows = self._rows("SELECT cells FROM entity WHERE id = ?", (f"country:{country}",))
        if not rows:
            return ()
        cells = json.loads(rows[0][0])
        listed = [
            cells["name"],
            *cells.get("adjectives", "").split("|"),
            *cells.get("variants", "").split("|"),
        ]
        return tuple(dict.fromkeys(k for k in map(names.key, listed) if k))

    def entry(self, actor_id: str) -> dict[str, Any] | None:
        """Everything that the base holds on one actor, its file and line included."""
        if actor_id.startswith("geonames:"):
            return self._place_entry(actor_id.partition(":")[2])
        rows = self._rows("SELECT rowid, cells, kind FROM entity WHERE id = ?", (actor_id,))
        if not rows:
            return None
        entry: dict[str, Any] = json.loads(rows[0][1])
        if rows[0][2] == "person":
            entry["terms"] = [
                {
                    "country": t.country,
                    "office": t.office,
                    "title": t.title,
                    "start": t.start,
                    "end": t.end,
                    "sectors": list(t.sectors),
                    "org": t.org,
                }
                for t in self._terms(rows[0][0])
            ]
        return entry

    def _place_entry(self, number: str) -> dict[str, Any] | None:
        """What the base holds on a place."""
        columns = ("id", "name", "country", "admin1", "latitude", "longitude", "kind", "population")
        rows = self._rows(f"SELECT {', '.join(columns)} FROM place WHERE id = ?", (number,))
        return dict(zip(columns, rows[0], strict=True)) if rows else None

    # -- sentences and phrases -------------------------------------------------------------------

    def names_in(self, words: Sequence[str], date: dt.date | None) -> list[NameMatch]:
        """The longest known names in a tokenised sentence."""
        return self._resolver.names_in(words, day_number(date))

    def resolve(self, phrase: str, date: dt.date | None) -> list[Candidate]:
        """What a noun phrase of a report can mean on its date, best first."""
        day = day_number(date)
        found = self._resolve_cache.get((phrase, day))
        if found is None:
            found = self._resolve_cache.keep((phrase, day), tuple(self._resolver.resolve(phrase, day)))
        return list(found)


def _term(row: tuple[Any, ...]) -> TermRow:
    """A term as the data base gives it."""
    return TermRow(
        row[0],
        row[2],
        row[3] or None,
        row[4],
        row[5],
        row[6] or None,
        row[7] or None,
        row[8],
        row[9],
        bool(row[10]),
        _sectors(row[11]),
        row[12] or None,
        row[13],
    )


def best_term(terms: Sequence[TermRow], day: int) -> TermRow | None:
    """The weightiest term held on a day, else one just begun or ended; with no day the latest."""
    if not day:
        return max(terms, key=lambda t: (t.last, -t.rank, t.first), default=None)
    held = [t for t in terms if t.first <= day <= t.last]
    if not held:
        held = [t for t in terms if t.first - NEAR <= day <= t.last + NEAR]
    return min(
        held, key=lambda t: (not t.title and not t.office, t.rank, not t.certain, -t.first), default=None
    )


def surname_score(day: int, first: int, last: int, rank: int, strong: int) -> float:
    """How likely a bare surname is to mean the holder of a term."""
    base = {1: 0.82, 2: 0.62}.get(rank, 0.4 if strong else 0.0) + (0.08 if strong else 0.0)
    if not day:
        return base * (1.0 if last == build.OPEN_END else 0.4 + 0.5 * min(last, 20270000) / 20270000)
    if first <= day <= last:
        return base
    if first - NEAR <= day <= last + NEAR:
        return base * 0.8
    if last < day <= last + 100000:
        return base * 0.5
    return base * 0.45 if first - 10000 <= day < first else 0.0


def _holding(term: TermRow, day: int) -> float:
    """How surely a term holds on a day."""
    if not day:
        return 0.95 if term.last == build.OPEN_END else 0.6
    if term.first <= day <= term.last:
        return 0.95 if term.certain else 0.75
    return 0.3 if term.first - NEAR <= day <= term.last + NEAR else 0.0


def title_fit(asked: str, printed: str) -> float:
    """How well the title asked for agrees with the one printed."""
    if not asked or asked == printed:
        return 1.0
    one, other = set(asked.split()), set(printed.split())
    shared = len(one & other) / max(1, len(one | other))
    return 0.8 + 0.15 * shared


def _prominence(place: Place, tag: str) -> float:
    """A place's order among those of the same name."""
    size = math.log10(place.population + 1) if place.population else 5.0
    return size + (1.0 if tag == "n" else 0.0)


def _digest(path: Path) -> str:
    """A short hash of a user's file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


# -- the compiled file -----------------------------------------------------------------------------


def _open() -> sqlite3.Connection:
    """Open the compiled base; in a development checkout compile it again when a data file is newer."""
    if not _stale(build.COMPILED):
        return _read_only(build.COMPILED)
    cached = _cache_directory() / f"knowledge-{build.data_hash()}.sqlite"
    for target in (build.COMPILED, cached):
        if target == cached and target.is_file():
            return _read_only(target)
        try:
            build.compile_data(target)
        except OSError:
            continue
        return _read_only(target)
    return build.compile_in_memory()


def _stale(compiled: Path) -> bool:
    """Whether the compiled file is missing or, in a checkout, older than what it is made from."""
    if not compiled.is_file():
        return True
    if not (Path(__file__).parents[3] / "pyproject.toml").is_file():
        return False
    made = compiled.stat().st_mtime
    sources = [path for _, path in build.data_files()]
    sources += [Path(__file__).with_name(n) for n in ("build.py", "names.py", "tables.py")]
    return any(p.stat().st_mtime > made for p in [*sources, *{p.parent for p in sources}])


def _cache_directory() -> Path:
    """Where a user's own caches go."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(root) if root else Path.home() / ".cache") / "dragoman"


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a compiled file that nobody changes."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


__all__ = ["DATA", "Knowledge"]
