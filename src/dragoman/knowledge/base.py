"""The knowledge base as the other rooms see it: names and descriptions in, actors of the day out."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import tsv

from . import build, names, words
from .extend import imported_files, open_extended, own_files
from .model import Candidate, NameMatch, Place, Role, ranked
from .resolve import Resolver
from .sentences import NameFinder
from .store import Cache, EntityRow, Ref, Store, SurnameRow, TermRow
from .tables import Problem

NEAR = 100
"""How far outside a term, in ``yyyymmdd`` arithmetic, reports still give its holder the title: a month."""
_TAG_SCORES = {"n": 1.0, "v": 0.97, "a": 0.95, "d": 0.95, "m": 0.9, "c": 0.88, "f": 1.0, "g": 0.97, "p": 0.88}
_TAG_WORDS = {
    "n": "name", "v": "variant", "a": "adjective", "d": "demonym", "m": "metonym", "c": "capital",
    "f": "name", "g": "variant", "p": "short name",
}  # fmt: skip
_FAME_SCORES = {1: 0.82, 2: 0.7, 3: 0.52}


_ALIKE = 0.6
"""The share of letters that two spellings of one name have in common, at least."""


def day_number(date: dt.date | None) -> int:
    """A date as ``yyyymmdd``; 0 for none."""
    return date.year * 10000 + date.month * 100 + date.day if date else 0


@cache
def _in_power() -> dict[str, list[tuple[int, int]]]:
    """``in_power.tsv``: when armed groups governed, as days ``yyyymmdd``."""
    spells: dict[str, list[tuple[int, int]]] = {}
    for row in tsv.rows(Path(__file__).parent / "in_power.tsv"):
        first, last = (
            day_number(dt.date.fromisoformat(row[x])) if row[x] else _ALWAYS for x in ("start", "end")
        )
        spells.setdefault(row["id"], []).append((first, last))
    return spells


_ALWAYS = 99991231
"""A day after all others."""


class Knowledge:
    """Who is who, on the day. Make one with :meth:`load`."""

    def __init__(self, store: Store, problems: Sequence[Problem] = ()) -> None:
        self.store = store
        self.version: str = store.version
        self.problems = tuple(problems)
        """What was wrong in the user's own files."""
        self._offices: Cache[str | None] = Cache()
        self._lookups: Cache[tuple[Candidate, ...]] = Cache()
        self._surnames: Cache[tuple[Candidate, ...]] = Cache()
        self._resolved: Cache[tuple[Candidate, ...]] = Cache()
        self._nationalities: Cache[tuple[str, ...]] = Cache()
        self._resolver = Resolver(self)
        self._finder = NameFinder(self)

    @classmethod
    def load(cls, extra: Iterable[Path] = (), own: bool = True) -> Knowledge:
        """The base that ships with the package; ``extra`` files and the user's added ones win over it.

        Tables that were imported (in folders of the user's own) come after ours.
        """
        added = [*(own_files() if own else []), *(Path(p) for p in extra)]
        connection, problems = open_extended(added, imported_files() if own else [])
        return cls(Store(connection), problems)

    # -- names -----------------------------------------------------------------------------------

    def lookup(self, name: str, date: dt.date | None) -> list[Candidate]:
        """What an exact name or variant can mean on ``date``, best first; surnames of top offices too."""
        return list(self.lookup_on(name, day_number(date)))

    def lookup_on(self, name: str, day: int) -> tuple[Candidate, ...]:
        """As :meth:`lookup`, for a day as ``yyyymmdd``."""
        found = self._lookups.get((name, day))
        if found is None:
            found = self._lookups.keep((name, day), self._find(name, day))
        return found

    def _find(self, name: str, day: int) -> tuple[Candidate, ...]:
        """Look up a name under its key, then as a surname, then under its transliteration skeleton."""
        key = names.key(name)
        if not key:
            return ()
        has_the = name[:4].lower() == "the "
        surface = name[4:] if has_the else name
        found = self.from_refs(self.store.refs(key), surface, has_the, day)
        plain = names.plain_person(key)
        if plain != key:
            persons = [r for r in self.store.refs(plain) if r.tag in "fgp" and not r.place]
            found += self.from_refs(persons, surface, has_the, day)
        found += self.by_surname(key, day)
        if not found and len(key) > 5 and not surface.islower():
            found = self.alike(key, surface, day)
        return ranked(found)

    def alike(self, key: str, surface: str, day: int) -> list[Candidate]:
        """Names with the transliteration skeleton of ``key``."""
        refs = [r for r in self.store.alike(key) if not r.the]
        if self._vague(key):
            refs = [r for r in refs if r.place or self.store.entity(r.number).kind != "person"]
        found = self.from_refs([r for r in refs if self._near(r, key)], surface, True, day)
        return [replace(c, score=round(c.score * 0.8, 3), resolved_by="transliteration") for c in found]

    def _vague(self, key: str) -> bool:
        """Whether a name is too little to tell a person in another spelling: "Abo Zayd", "Anne Marie"."""
        pieces = key.split()
        told = [p for p in pieces if p not in names.PARTICLES and p != "abo"]
        return len(pieces) > 1 and (
            len(told) < 2 or all(self.store.common.get(p) == "first-name" for p in pieces)
        )

    def _near(self, ref: Ref, key: str) -> bool:
        """Whether a stored name that sounds like ``key`` is also written much like it."""
        if ref.place:
            return True
        cells = self.store.cells_of(ref.number)
        listed = [str(cells.get("name", "")), *str(cells.get("variants", "")).split("|")]
        return any(SequenceMatcher(None, key, names.key(n)).ratio() >= _ALIKE for n in listed if n)

    def from_refs(self, refs: Sequence[Ref], surface: str, has_the: bool, day: int) -> list[Candidate]:
        """The candidates behind references whose conditions the spelling in hand meets."""
        found = []
        for ref in refs:
            if ref.the and not has_the:
                continue
            if ref.upper and not surface.islower() and not self._as_acronym(surface):
                continue
            candidate = self._place_candidate(ref) if ref.place else self._candidate(ref, day)
            if ref.upper and candidate.kind == "country" and not names.capitals(surface):
                continue  # "Sadr" is no SADR
            if ref.weak:
                candidate = replace(candidate, score=round(candidate.score * 0.75, 3))
            if ref.own:
                candidate = replace(candidate, score=1.0, resolved_by=f"own {candidate.resolved_by}")
            found.append(candidate)
        return _settled(found) if len(found) > 1 else found

    def _as_acronym(self, surface: str) -> bool:
        """Whether ``surface`` is written as an acronym: "UN", "U.N.", or "Nato" for long ones."""
        if names.capitals(surface):
            return True
        return len(surface) >= 4 and surface[:1].isupper() and names.key(surface) not in self.store.common

    def _place_candidate(self, ref: Ref) -> Candidate:
        """A place as a candidate: never an actor by itself, but it tells a country."""
        place = self.store.place(ref.number)
        prominence = 0.3 + 0.055 * math.log10(place.population + 1) if place.population else 0.55
        score = round(min(prominence, 0.7) * (1.0 if ref.tag == "n" else 0.92), 3)
        identity = f"geonames:{place.id}" if place.id else ""
        return Candidate(identity, place.name, "place", place.country, (), None, None, None, "place", score)

    def _candidate(self, ref: Ref, day: int) -> Candidate:
        """The candidate behind a reference to an entity."""
        entity = self.store.entity(ref.number)
        score = _TAG_SCORES[ref.tag]
        how = _TAG_WORDS[ref.tag]
        if entity.kind == "person":
            return self._person(entity, day, score, how)
        if ref.the:
            score *= 0.8
        if day and not entity.first <= day <= entity.last:
            score *= 0.9 if entity.kind == "country" and entity.subkind != "historical" else 0.6
        return Candidate(
            entity.id,
            entity.name,
            entity.kind,
            entity.country,
            self._sectors(entity, day),
            None,
            None,
            None,
            how,
            round(score, 3),
        )

    @staticmethod
    def _sectors(entity: EntityRow, day: int) -> tuple[str, ...]:
        """What a body is on a day: armed groups that have governed are rebels at other times."""
        spells = _in_power().get(entity.id)
        if not spells or not day:
            return entity.sectors
        governs = any(first <= day <= last for first, last in spells)
        return tuple(x for x in entity.sectors if (x == "GOV") == governs)

    # -- persons ---------------------------------------------------------------------------------

    def _person(self, entity: EntityRow, day: int, score: float, how: str) -> Candidate:
        """A person as of a day: the office then held, or what a former or coming holder is."""
        terms = self.store.terms_of(entity.number)
        held = best_term(terms, day)
        if held:
            return self.of_term(held, score * (1.0 if held.certain else 0.95), how)
        past = [t for t in terms if t.last < day]
        if past:
            latest = max(past, key=lambda t: (t.last, -t.rank))
            years = (day - latest.last) // 10000
            score *= 0.85 if years <= 15 else 0.75 if years <= 40 else 0.4
            gone = not latest.sectors or latest.sectors[0] in words.OFFICIAL
            country, sectors = latest.country or entity.country, ("ELI",) if gone else latest.sectors
        else:
            years = (terms[0].first - day) // 10000 if terms and terms[0].first else 0
            score *= 0.8 if how == "short name" else 1.0
            score *= 0.85 if years <= 10 else 0.6 if years <= 30 else 0.3
            country, sectors = entity.country, ()
        return Candidate(
            entity.id, entity.name, "person", country, sectors, None, None, None, how, round(score, 3)
        )

    def of_term(self, term: TermRow, score: float, how: str) -> Candidate:
        """The holder of a term, with the printed title."""
        who = self.store.entity(term.person)
        country = term.country or who.country
        title = term.title or self.office_title(term.office)
        return Candidate(
            who.id,
            who.name,
            "person",
            country,
            term.sectors,
            title,
            term.start,
            term.end,
            how,
            round(score, 3),
        )

    def by_surname(self, key: str, day: int) -> list[Candidate]:
        """Holders of known offices who go by ``key`` on a day."""
        found = self._surnames.get((key, day))
        if found is None:
            found = self._surnames.keep((key, day), self._bearers(key, day))
        return list(found)

    def _bearers(self, key: str, day: int) -> tuple[Candidate, ...]:
        """As :meth:`by_surname`; the more bear a surname and are as well known, the less it tells."""
        best: dict[int, tuple[float, int]] = {}
        rows = self.store.surnames(key)
        shared = {row.person for row in rows if row.shared and not row.strong}
        for row in rows:
            scored = (surname_score(day, row), row.term)
            if scored[0] > 0 and scored > best.get(row.person, (0.0, 0)):
                best[row.person] = scored
        top = max((score for score, _ in best.values()), default=0.0)
        rivals = sum(score >= 0.75 * top for score, _ in best.values())
        common = max(0.75, 1 - 0.1 * math.log10(rivals or 1))
        found = []
        for person, (score, number) in sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:12]:
            term = next(t for t in self.store.terms_of(person) if t.number == number)
            renowned = term.country in words.RENOWN or (
                term.country == "UNO" and term.office == "secretary-general"
            )
            score *= common * (1.0 if renowned else 0.7 if person in shared else 0.95)
            if _lacks_particle(self.store.entity(person).name, key):
                score *= 0.9
            if not day or term.first - NEAR <= day <= term.last + NEAR:
                found.append(self.of_term(term, score, "surname"))
            else:
                past = self._person(self.store.entity(person), day, 1.0, "surname")
                found.append(replace(past, score=round(score, 3)))
        return ranked(found)

    def titles(self, person_id: str, date: dt.date | None) -> list[Candidate]:
        """The offices that a person holds on ``date``, the weightiest first; all of them for no date."""
        number = self.store.number(person_id)
        day = day_number(date)
        terms = [t for t in self.store.terms_of(number or 0) if not day or t.first <= day <= t.last]
        terms.sort(key=lambda t: (t.rank, -t.first) if day else (-t.first, t.rank))
        return [self.of_term(t, 1.0 if t.certain else 0.85, "office") for t in terms]

    def as_holder(self, person_id: str, key: str, title: str, day: int) -> Candidate | None:
        """A person as the holder of one office on a day, if that is so."""
        number = self.store.number(person_id)
        fitting = [
            (holding(t, day) * title_fit(title, names.phrase_key(t.title)), t.first, t)
            for t in self.store.terms_of(number or 0)
            if t.office == key and (not day or holding(t, day))
        ]
        if not fitting:
            return None
        best = max(fitting, key=lambda item: item[:2])
        return self.of_term(best[2], best[0], "office")

    # -- offices ---------------------------------------------------------------------------------

    def office_title(self, key: str) -> str:
        """The usual title of an office."""
        return self.store.offices[key].title if key in self.store.offices else key.replace("-", " ")

    def office_rank(self, key: str) -> int:
        """1 for the offices whose holders are called by surname alone, 3 for those with many holders."""
        return self.store.offices[key].rank if key in self.store.offices else 3

    def office_sectors(self, key: str) -> tuple[str, ...]:
        """The sectors of an office."""
        return self.store.offices[key].sectors if key in self.store.offices else ()

    def office_of(self, title: str) -> str | None:
        """The office that a title names: "Defence Minister" gives ``defence-minister``."""
        return self.office_in(title, None)

    def office_in(self, title: str, country: str | None) -> str | None:
        """As :meth:`office_of`, with the meaning that the title has in one country."""
        if (title, country) not in self._offices:
            self._offices.keep((title, country), self._office(title, country))
        return self._offices[title, country]

    def _office(self, title: str, country: str | None) -> str | None:
        """Find a title whole, then by its longest known beginning, then its longest known end."""
        key = names.phrase_key(title).removeprefix("the ")
        if key.replace(" ", "-") in self.store.offices:
            return key.replace(" ", "-")
        parts = key.split()
        spans = [parts[:n] for n in range(len(parts), 0, -1)] + [parts[i:] for i in range(1, len(parts))]
        found = (self.store.title_key(" ".join(span), country) for span in spans)
        return next((office for office in found if office), None)

    def holders(
        self, country: str | None, office: str, date: dt.date | None, org: str | None = None
    ) -> list[Candidate]:
        """Who holds an office (a key, or any title) in a country or organisation on ``date``, best first."""
        key = office if office in self.store.offices else self.office_in(office, country)
        if key is None:
            return []
        title = "" if office == key else names.phrase_key(office)
        return self.holders_on(country, key, title, day_number(date), org)

    def holders_on(
        self, country: str | None, key: str, title: str, day: int, org: str | None = None
    ) -> list[Candidate]:
        """As :meth:`holders`, for an office key and the folded words of the title."""
        terms: Sequence[TermRow] = self.store.terms_in(key, country, org)
        if not day:
            terms = sorted(terms, key=lambda t: (t.last, t.first, t.number))[-5:]
        best: dict[int, tuple[float, int, TermRow]] = {}
        for term in terms:
            score = holding(term, day) * (0.85 if term.org and not org else 1)
            if score:
                score *= title_fit(title, names.phrase_key(term.title))
                best[term.person] = max(
                    best.get(term.person, (0.0, 0, term)), (score, term.first, term), key=_two
                )
        chosen = sorted(best.values(), key=lambda item: (-item[0], -item[1], item[2].number))
        return [self.of_term(term, score, "office") for score, _, term in chosen]

    # -- countries, roles, places ----------------------------------------------------------------

    def nationality(self, word: str) -> tuple[str, ...]:
        """The countries that a name, adjective, demonym or capital speaks of, the likeliest first.

        Without a capital it is a common word: "a car bomb", "a turkey farm", "china cups".
        """
        if word.islower():
            return ()
        known = self._nationalities.get(word)
        if known is None:
            found = self.from_refs(self.store.refs(names.key(word)), word.strip(), True, 0)
            countries = [c.country for c in ranked(found) if c.kind == "country" and c.country]
            known = self._nationalities.keep(word, tuple(dict.fromkeys(countries)))
        return known

    def role(self, words: Sequence[str]) -> Role | None:
        """The role that a noun phrase, given as words, ends in: "riot police officers" is one of ``COP``."""
        pieces = [(names.singular(p), i) for i, word in enumerate(words) for p in names.parts(word)]
        for start in range(max(0, len(pieces) - self.store.longest_role), len(pieces)):
            if start and pieces[start - 1][1] == pieces[start][1]:
                continue
            found = self.store.role(" ".join(p for p, _ in pieces[start:]))
            if found:
                return replace(found, words=len(words) - pieces[start][1])
        return None

    def places(self, name: str, country: str | None = None) -> list[Place]:
        """Places of that name, those in ``country`` only if given, the most prominent first."""
        found = [(self.store.place(r.number), r.tag) for r in self.store.refs(names.key(name)) if r.place]
        kept = [(p, tag) for p, tag in found if country is None or p.country == country]
        kept.sort(key=lambda item: (-_prominence(item[0], item[1]), item[0].name, item[0].id or 0))
        return [p for p, _ in kept]

    def towns(self, name: str, country: str | None) -> list[Place]:
        """Smaller towns and villages of that name, those in ``country`` only if given, the largest first."""
        return self.store.towns(names.key(name), country)

    def country_name(self, iso3: str) -> str:
        """The usual English name of a country code; the code itself if it is unknown."""
        return self.store.country_names.get(iso3, iso3)

    def state_on(self, country: str, date: dt.date | None) -> str:
        """The state that a country of today belonged to on ``date``: Russia in 1990 was SUN.

        Only where the country itself was no state then; the code itself otherwise.
        """
        day = day_number(date)
        for iso3, first, last in self.store.predecessors.get(country, ()) if day else ():
            if first <= day <= last:
                return iso3
        return country

    def entry(self, actor_id: str) -> dict[str, Any] | None:
        """Everything that the base holds on one actor, its file and line included."""
        if actor_id.startswith("geonames:"):
            return self._place_entry(actor_id.partition(":")[2])
        entry = self.store.cells(actor_id)
        if entry is not None and actor_id.startswith("person:"):
            entry["terms"] = [
                {
                    "country": t.country, "office": t.office, "title": t.title, "start": t.start,
                    "end": t.end, "sectors": list(t.sectors), "org": t.org,
                }
                for t in self.store.terms_of(self.store.number(actor_id) or 0)
            ]  # fmt: skip
        return entry

    def _place_entry(self, number: str) -> dict[str, Any] | None:
        """What the base holds on a place."""
        columns = ("id", "name", "country", "admin1", "latitude", "longitude", "kind", "population")
        rows = self.store.rows(f"SELECT {', '.join(columns)} FROM place WHERE id = ?", (number,))
        return dict(zip(columns, rows[0], strict=True)) if rows else None

    # -- sentences and phrases -------------------------------------------------------------------

    def names_in(self, words: Sequence[str], date: dt.date | None) -> list[NameMatch]:
        """The longest known names in a tokenised sentence."""
        found = self._finder.names_in(words, day_number(date))
        return [
            m for m in found if not all(_made_of(" ".join(words[m.start : m.end]), c) for c in m.candidates)
        ]

    def _society(self, phrase: str, c: Candidate) -> Candidate:
        """The national society that "the Philippine Red Cross" is, and no committee in Geneva."""
        whose = _SOCIETY.match(phrase)
        if whose is None or c.country != "NGO" or not c.name.endswith(("Red Cross", "Red Crescent")):
            return c
        country = next(iter(self.nationality(whose[3])), None)
        name = whose[2]
        return replace(c, actor_id="", name=name, country=country) if country else c

    def resolve(self, phrase: str, date: dt.date | None) -> list[Candidate]:
        """What a noun phrase of a report can mean on its date, best first."""
        day = day_number(date)
        found = self._resolved.get((phrase, day))
        if found is None:
            told = tuple(c for c in self._resolver.resolve(phrase, day) if not _made_of(phrase, c))
            told = tuple(self._society(phrase, c) for c in told)
            found = self._resolved.keep((phrase, day), told)
        return list(found)


_SOCIETY = re.compile(
    r"([Tt]he |[Aa] )?(([A-Z][\w-]+(?: [A-Z][\w-]+)?) Red Cr(?:oss|escent)(?: Society)?)(?: [a-z]+)*$"
)


def _made_of(phrase: str, c: Candidate) -> bool:
    """Whether "U.S. steel" only looks like a company: the last word of its name is none as it is written."""
    if "PTY" in c.sectors and c.kind == "org" and "Ministry" in phrase and "Party" not in phrase:
        return True  # "his Labour and Employment Ministry colleague"
    if c.sectors != ("BUS",) or c.kind != "org" or " " not in phrase or phrase.islower():
        return False
    last, written = c.name.split()[-1], re.findall(r"\w+", phrase)
    return last.isalpha() and last[:1].isupper() and last not in written and last.lower() in written


def _lacks_particle(name: str, key: str) -> bool:
    """Whether a surname leaves out a particle that its bearer is never called without."""
    pieces = names.key(name).split()
    return pieces[-1:] == [key] and pieces[-2:-1] != [] and pieces[-2] in words.FIRM_PARTICLES


def best_term(terms: Sequence[TermRow], day: int) -> TermRow | None:
    """The weightiest term held on a day, else one just begun or ended; with no day the latest."""
    if not day:
        return max(terms, key=lambda t: (t.last, -t.rank, t.first), default=None)
    held = [t for t in terms if t.first <= day <= t.last]
    if not held:
        held = [t for t in terms if t.first - NEAR <= day <= t.last + NEAR]
    return min(held, key=lambda t: (t.rank, not t.certain, -t.first), default=None)


def surname_score(day: int, row: SurnameRow) -> float:
    """How likely a bare surname is to mean the holder of a term."""
    base = _FAME_SCORES.get(row.fame, 0.4 if row.strong else 0.0) + (0.08 if row.strong else 0.0)
    if not day:
        return base * (1.0 if row.last == build.OPEN_END else 0.4 + 0.5 * min(row.last, 20270000) / 20270000)
    if row.first <= day <= row.last:
        return base
    if row.first - NEAR <= day <= row.last + NEAR:
        return base * 0.8
    if row.last < day <= row.last + 100000:
        return base * 0.5
    if row.fame == 1 and row.last < day <= row.last + 600000:
        return base * 0.3
    return base * 0.45 if row.first - 10000 <= day < row.first else 0.0


def holding(term: TermRow, day: int) -> float:
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
    lower = 0.5 if words.SUBORDINATE & other - one else 1.0
    return (0.8 + 0.15 * len(one & other) / max(1, len(one | other))) * lower


def _settled(found: list[Candidate]) -> list[Candidate]:
    """Lower bodies that have a country's own name, and bodies that share one name with many others."""
    bodies = {c.country for c in found if c.kind in ("org", "outlet")}
    state = any(
        c.kind == "country" and c.resolved_by not in ("capital", "metonym") and c.score > 0.9 for c in found
    )
    if not bodies or (len(bodies) == 1 and not state):
        return found
    crowd = (0.9 if state else 1.0) - min(0.25, 0.04 * (len(bodies) - 1))
    # "the Liberal Party": half of all countries have one
    everywhere = len(bodies) > 2 and all(c.sectors[:1] == ("PTY",) for c in found if c.kind == "org")
    return [
        replace(
            c, score=round(min(c.score * _crowded(crowd, everywhere, c) + _renown(c.country), c.score), 3)
        )
        if c.kind in ("org", "outlet") and not c.resolved_by.startswith("own ")
        else c
        for c in found
    ]


def _crowded(crowd: float, everywhere: bool, candidate: Candidate) -> float:
    """What a name is worth that bodies of many countries share."""
    return crowd - 0.3 if everywhere and candidate.country not in words.RENOWN else crowd


def _renown(country: str | None) -> float:
    """A little that the bodies of a country much in the news have over their namesakes elsewhere."""
    return 0.04 - 0.001 * words.RENOWN.index(country) if country in words.RENOWN else 0.0


def _two(item: tuple[float, int, TermRow]) -> tuple[float, int]:
    """Score and start of a scored term."""
    return item[0], item[1]


def _prominence(place: Place, tag: str) -> float:
    """A place's order among those of the same name."""
    size = math.log10(place.population + 1) if place.population else 5.0
    return size + (1.0 if tag == "n" else 0.0)
