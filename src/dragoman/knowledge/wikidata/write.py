"""From what a pass found to tables in our own format: only what the shipped base does not hold yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .. import names
from ..base import Knowledge
from ..tables import DATA, TABLES, first_day, last_day, read_all
from .entities import BODIES, OUTLETS, Found, Held
from .harvest import Harvest
from .titles import Meaning, Titles

_TERMS, _BODIES_FILE, _OUTLETS_FILE = "terms.tsv", "organisations.tsv", "outlets.tsv"
NOT_UNDERSTOOD = "positions-not-understood.tsv"
_QID = re.compile(r"wikidata:Q(\d+)")
_BELIEVED = 4
"""Years that a term of unknown end is believed to last."""
_HEADER = "# source: Wikidata (CC0)\n# imported: wikidata; terms and bodies that the shipped tables lack\n"


@dataclass(slots=True)
class Written:
    """What was written, and what was left out and why."""

    rows: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, reason: str) -> None:
        """Count one thing that was left out."""
        self.left_out[reason] += 1


def write_tables(found: Harvest, base: Knowledge, folder: Path, since: int | None = None) -> Written:
    """Write the terms, bodies and outlets of a harvest to ``folder``; no terms that ended before ``since``.

    ``base`` is the shipped base without the user's own files.

    Raises:
        OSError: a table cannot be written.
    """
    written = Written()
    people = _People(found, base, since, written)
    _write(folder / _TERMS, TABLES["terms"].columns, people.rows(), written)
    bodies, outlets = _bodies(found, base, people.countries, written)
    _write(folder / _BODIES_FILE, TABLES["organisations"].columns, bodies, written)
    _write(folder / _OUTLETS_FILE, TABLES["outlets"].columns, outlets, written)
    listed = [
        (f"Q{n}", label, str(count)) for (n, label), count in sorted(people.strange.items(), key=_often)
    ]
    _write(folder / NOT_UNDERSTOOD, ("position", "label", "terms"), listed, None)
    return written


def _often(item: tuple[tuple[int, str], int]) -> tuple[int, int]:
    """The most frequent first."""
    return -item[1], item[0][0]


def _write(
    path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]], written: Written | None
) -> None:
    """Write one table in one step."""
    part = path.with_name(f".{path.name}.part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEADER if written is not None else "# labels of positions that name no office of ours\n")
        file.write("\t".join(columns) + "\n")
        for row in rows:
            file.write("\t".join(row) + "\n")
            count += 1
    part.replace(path)
    if written is not None:
        written.rows[path.name] = count


@dataclass(slots=True)
class _Shipped:
    """The persons and terms of the shipped tables."""

    by_number: dict[int, str] = field(default_factory=dict)
    held: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


@lru_cache(maxsize=1)
def _shipped() -> _Shipped:
    """Read them once."""
    found = _Shipped()
    for row in read_all(DATA).rows["terms"]:
        identity = row["person_id"]
        found.ids.add(identity)
        span = first_day(row["start"]), last_day(row["end"])
        found.held.setdefault((identity, row["office"]), []).append(span)
        for number in _QID.findall(row["source"]):
            found.by_number.setdefault(int(number), identity)
    return found


class _People:
    """Turns persons and positions into rows of terms."""

    def __init__(self, found: Harvest, base: Knowledge, since: int | None, written: Written) -> None:
        self.found, self.base, self.since, self.written = found, base, since, written
        self.titles = Titles(base)
        self.countries = {c.number: c.iso3 for c in found.of_kind("country")}
        self.positions = {p.number: p for p in found.of_kind("position", *{k for k, _ in BODIES.values()})}
        self.strange: Counter[tuple[int, str]] = Counter()
        self._meanings: dict[tuple[int, str | None], Meaning | None] = {}
        shipped = _shipped()
        self._known_ids, self._held = shipped.by_number, shipped.held
        self._taken = set(shipped.ids)

    def rows(self) -> Iterable[tuple[str, ...]]:
        """The rows of all persons, by their numbers."""
        for person in self.found.of_kind("person"):
            terms = [t for held in person.held if (t := self._term(person, held))]
            if not terms:
                continue
            country = Counter(m.country for _, m, _ in terms if m.country).most_common(1)
            identity = self._identity(person, country[0][0] if country else None)
            aliases = "|".join(a for a in person.aliases if " " in names.key(a) and len(a) < 60)
            for held, meaning, title in terms:
                if self._have(identity, meaning.office, held):
                    self.written.add("terms that the shipped tables hold")
                    continue
                yield (
                    identity, person.name, aliases, meaning.country or "", meaning.office, title,
                    "" if held.start == "?" else held.start, held.end, meaning.sectors, meaning.org or "",
                    f"wikidata:Q{person.number}",
                )  # fmt: skip

    def _term(self, person: Found, held: Held) -> tuple[Held, Meaning, str] | None:
        """One statement as a term, or ``None`` with the reason counted."""
        if self._too_old(held):
            self.written.add(f"terms that ended before {self.since}")
            return None
        position = self.positions.get(held.position)
        if position is None:
            self.written.add("terms whose position is not in the dump")
            return None
        country = self._country([*held.countries, *position.countries])
        meaning = self._meaning(position, country)
        if meaning is None:
            self.strange[position.number, position.name] += 1
            self.written.add(f"terms of positions that name no office of ours (see {NOT_UNDERSTOOD})")
            return None
        if not (meaning.country or meaning.org):
            own = [iso3 for n in person.countries if (iso3 := self.countries.get(n))]
            if len(own) != 1 or self.base.office_rank(meaning.office) < 2:
                self.written.add("terms without a country")
                return None
            meaning = Meaning(meaning.office, own[0])
        if meaning.country and meaning.country not in self.base.store.country_names and not meaning.org:
            self.written.add("terms in a country that the shipped tables lack")
            return None
        return held, meaning, position.name

    def _country(self, numbers: Iterable[int]) -> str | None:
        """The first of some items that is a country."""
        return next((iso3 for n in numbers if (iso3 := self.countries.get(n))), None)

    def _meaning(self, position: Found, country: str | None) -> Meaning | None:
        """What a position means, remembered."""
        key = position.number, country
        if key not in self._meanings:
            self._meanings[key] = self.titles.meaning(position.name, country)
        return self._meanings[key]

    def _too_old(self, held: Held) -> bool:
        """Whether a term ended before the wanted years, as far as is known."""
        if self.since is None:
            return False
        if held.end not in ("", "?"):
            return int(held.end[:4]) < self.since
        return held.end == "?" and held.start != "?" and int(held.start[:4]) + _BELIEVED < self.since

    def _identity(self, person: Found, country: str | None) -> str:
        """The id of a person: ours where we know them by number, or by name and country; else a new one."""
        known = self._known_ids.get(person.number)
        if known:
            return known
        plain = f"person:{names.key(person.name).replace(' ', '-') or f'q{person.number}'}"
        for candidate in self.base.lookup(person.name, None):
            exact = candidate.kind == "person" and candidate.resolved_by in ("name", "variant")
            if exact and country and candidate.country == country:
                return candidate.actor_id
        identity = plain if plain not in self._taken else f"{plain}-q{person.number}"
        self._taken.add(identity)
        return identity

    def _have(self, identity: str, office: str, held: Held) -> bool:
        """Whether a person's term is one that the shipped tables hold, give or take a year."""
        if held.start == "?":
            return (identity, office) in self._held
        start = first_day(held.start)
        return any(
            abs(first - start) < 10_000 or first <= start <= last
            for first, last in self._held.get((identity, office), ())
        )


def _bodies(
    found: Harvest, base: Knowledge, countries: dict[int, str], written: Written
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Rows for the bodies and the outlets whose names the shipped base does not know in their country."""
    bodies: list[tuple[str, ...]] = []
    outlets: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for body in found.of_kind(*sorted({kind for kind, _ in BODIES.values()})):
        country = next((iso3 for n in body.countries if (iso3 := countries.get(n))), "")
        if body.kind == "igo" and not country:
            country = "IGO"
        elif body.kind == "ngo" and not country:
            country = "NGO"
        if not country:
            written.add("bodies without a country")
            continue
        same = [
            c
            for c in base.lookup(body.name, None)
            if c.kind in ("org", "outlet", "country") and c.score > 0.5
        ]
        if any(c.country == country or c.kind == "country" for c in same):
            written.add("bodies that the shipped tables hold")
            continue
        if not _usable(body.name, base):
            written.add("bodies whose name means something else")
            continue
        kind = "outlet" if body.kind in OUTLETS else "org"
        identity = f"{kind}:{names.key(body.name).replace(' ', '-')}"
        if base.entry(identity) is not None or identity in taken or identity.endswith(":"):
            identity = f"{identity}-q{body.number}"
        taken.add(identity)
        aliases = "|".join(a for a in body.aliases if _usable(a, base))
        source = f"wikidata:Q{body.number}"
        if kind == "outlet":
            outlets.append((identity, body.name, aliases, country, body.kind, "0", "", source))
        else:
            bodies.append((identity, body.name, aliases, body.kind, country, body.sectors, "", "",
                           body.start, body.end, source))  # fmt: skip
    return bodies, outlets


def _usable(name: str, base: Knowledge) -> bool:
    """Whether a name can stand in a table: no common word, none that already means something."""
    key = names.key(name)
    if len(key) < 3 or len(name) > 80:
        return False
    return key not in base.store.common and not base.lookup(name, None)
