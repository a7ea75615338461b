"""The compiled base as rows: one SQLite file, read on demand and remembered."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from . import build, names
from .model import Place, Role
from .tables import data_files

_CACHE_SIZE = 50_000
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Ref:
    """A stored reference from a name: what it points to and under which conditions it holds."""

    number: int
    tag: str
    place: bool
    upper: bool
    """Only where the name is written as an acronym."""
    the: bool
    """Only behind "the"."""
    weak: bool
    """The name usually means something else."""
    own: bool
    """From a user's own file."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as compiled; ``first`` and ``last`` are ``yyyymmdd``."""

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


@dataclass(frozen=True, slots=True)
class SurnameRow:
    """A surname with the term that makes its bearer known."""

    term: int
    person: int
    first: int
    last: int
    fame: int
    strong: bool
    shared: bool
    """Whether officials of an English-speaking country bear it too."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office as compiled."""

    title: str
    sectors: tuple[str, ...]
    rank: int


class Cache(dict[Any, _V]):
    """A dictionary that empties itself when it has grown too large."""

    def keep(self, key: Any, value: _V) -> _V:
        """Store and return ``value``."""
        if len(self) >= _CACHE_SIZE:
            self.clear()
        self[key] = value
        return value


@lru_cache(maxsize=1 << 16)
def parse_refs(text: str) -> tuple[Ref, ...]:
    """The references in a stored cell."""
    found = []
    for item in text.split():
        place = item[0] == "@"
        digits = item[1:] if place else item
        number = digits.rstrip(build.TAGS)
        flags = digits[len(number) + 1 :]
        found.append(Ref(int(number), digits[len(number)], place, *(letter in flags for letter in "UTWX")))
    return tuple(found)


def split(text: str | None) -> tuple[str, ...]:
    """A stored list."""
    return tuple(text.split("|")) if text else ()


class Store:
    """Rows of the compiled base, each read once; safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self.version = str(self.rows("SELECT value FROM meta WHERE key = 'version'")[0][0])
        self.common: dict[str, str] = dict(self.rows("SELECT word, kind FROM common"))
        """Words that a capital letter does not make a name, with their kind."""
        self.modifiers = {key: split(text) for key, text in self.rows("SELECT key, sectors FROM modifier")}
        """Words that say which sector a noun behind them is of."""
        offices = self.rows("SELECT key, title, sectors, rank FROM office")
        self.offices = {key: OfficeRow(title, split(sectors), rank) for key, title, sectors, rank in offices}
        self.longest_role = max((k.count(" ") + 1 for (k,) in self.rows("SELECT key FROM role")), default=1)
        self.country_names: dict[str, str] = dict(
            self.rows("SELECT country, name FROM entity WHERE id = 'country:' || country ORDER BY rowid DESC")
        )
        self.predecessors = self._predecessors()
        """Country of today → states before it with their first and last day, where it was none itself."""
        self._implied: dict[str, str] = dict(self.rows("SELECT key, country FROM implied"))
        self._refs: Cache[tuple[Ref, ...]] = Cache()
        self._longest: Cache[int] = Cache()
        self._entities: Cache[EntityRow] = Cache()
        self._places: Cache[Place] = Cache()
        self._terms: Cache[tuple[TermRow, ...]] = Cache()
        self._surnames: Cache[tuple[SurnameRow, ...]] = Cache()
        self._titles: Cache[dict[str, str]] = Cache()
        self._roles: Cache[Role | None] = Cache()
        self._words: Cache[tuple[str, ...]] = Cache()

    def _predecessors(self) -> dict[str, list[tuple[str, int, int]]]:
        rows = self.rows(
            "SELECT country, start, end, cells, subkind FROM entity WHERE kind = 'country' ORDER BY start"
        )
        since = {country: first for country, first, _, _, subkind in rows if subkind == "state"}
        found: dict[str, list[tuple[str, int, int]]] = {}
        for country, first, last, cells, subkind in rows:
            heir = str(json.loads(cells).get("parent") or "").removeprefix("country:")
            if subkind == "historical" and last <= since.get(heir, 0):
                found.setdefault(heir, []).append((country, first, last))
        return found

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def refs(self, key: str, table: str = "name") -> tuple[Ref, ...]:
        """What a key points to."""
        found = self._refs.get((table, key))
        if found is None:
            rows = self.rows(f"SELECT refs FROM {table} WHERE key = ?", (key,))
            found = self._refs.keep((table, key), parse_refs(rows[0][0]) if rows else ())
        return found

    def alike(self, key: str) -> tuple[Ref, ...]:
        """What the keys with the same transliteration skeleton point to."""
        return self.refs(names.skeleton(key), "skeleton")

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with ``word``."""
        found = self._longest.get(word)
        if found is None:
            rows = self.rows("SELECT longest FROM first WHERE word = ?", (word,))
            found = self._longest.keep(word, rows[0][0] if rows else 0)
        return found

    def entity(self, number: int) -> EntityRow:
        """An entity by row number."""
        found = self._entities.get(number)
        if found is None:
            columns = "id, kind, name, country, sectors, start, end, subkind"
            row = self.rows(f"SELECT {columns} FROM entity WHERE rowid = ?", (number,))[0]
            actor_id, kind, name, country, sectors, first, last, subkind = row
            found = EntityRow(
                number, actor_id, kind, name, country or None, split(sectors), first, last, subkind
            )
            self._entities.keep(number, found)
        return found

    def number(self, actor_id: str) -> int | None:
        """The row number of an entity."""
        rows = self.rows("SELECT rowid FROM entity WHERE id = ?", (actor_id,))
        return int(rows[0][0]) if rows else None

    def place(self, number: int) -> Place:
        """A place by row number."""
        found = self._places.get(number)
        if found is None:
            columns = "id, name, country, admin1, latitude, longitude, kind, population"
            row = self.rows(f"SELECT {columns} FROM place WHERE rowid = ?", (number,))[0]
            found = self._places.keep(number, Place(*row))
        return found

    def towns(self, key: str, country: str | None) -> list[Place]:
        """Small places of that name, the largest first."""
        columns = "id, name, country, admin1, latitude, longitude, 'city', population"
        query = f"SELECT {columns} FROM town WHERE key = ? ORDER BY population DESC, id"
        return [
            place
            for row in self.rows(query, (key,))
            if (place := Place(*row)).country == (country or place.country)
        ]

    def terms_of(self, person: int) -> tuple[TermRow, ...]:
        """A person's terms, oldest first."""
        found = self._terms.get(person)
        if found is None:
            rows = self.rows("SELECT * FROM term WHERE person = ? ORDER BY first, rank, rowid", (person,))
            found = self._terms.keep(person, tuple(_term(r) for r in rows))
        return found

    def terms_in(self, office: str, country: str | None, org: str | None) -> tuple[TermRow, ...]:
        """All terms of an office in an organisation, or else in a country."""
        key = (office, country, org)
        found = self._terms.get(key)
        if found is None:
            where, value = ("org", org) if org else ("country", country or "")
            rows = self.rows(
                f"SELECT * FROM term WHERE office = ? AND {where} = ? ORDER BY rowid", (office, value)
            )
            found = self._terms.keep(key, tuple(_term(r) for r in rows))
        return found

    def surnames(self, key: str) -> tuple[SurnameRow, ...]:
        """Everyone known by a surname."""
        found = self._surnames.get(key)
        if found is None:
            columns = "term, person, first, last, fame, strong, shared"
            rows = self.rows(f"SELECT {columns} FROM surname WHERE key = ? ORDER BY term", (key,))
            found = self._surnames.keep(
                key, tuple(SurnameRow(t, p, f, e, n, bool(s), bool(h)) for t, p, f, e, n, s, h in rows)
            )
        return found

    def title_key(self, key: str, country: str | None) -> str | None:
        """The office that an exact, folded title phrase names, in a country where that matters."""
        found = self._titles.get(key)
        if found is None:
            rows = self.rows(
                "SELECT country, office FROM title WHERE key = ? ORDER BY own, country DESC", (key,)
            )
            found = self._titles.keep(key, dict(rows))
        if country and country in found:
            return found[country]
        return found.get("") or next(iter(found.values()), None)

    def implied(self, key: str) -> str | None:
        """The country that a folded title alone tells ("taoiseach")."""
        return self._implied.get(key)

    def role(self, key: str) -> Role | None:
        """The role stored under an exact, folded phrase."""
        if key not in self._roles:
            rows = self.rows("SELECT phrase, sectors, kind FROM role WHERE key = ?", (key,))
            role = Role(rows[0][0], split(rows[0][1]), rows[0][2], key.count(" ") + 1) if rows else None
            self._roles.keep(key, role)
        return self._roles[key]

    def words_for(self, country: str) -> tuple[str, ...]:
        """The folded name, adjectives and variants of a country."""
        found = self._words.get(country)
        if found is None:
            cells = self.cells(f"country:{country}") or {"name": ""}
            listed = [
                cells["name"],
                *cells.get("adjectives", "").split("|"),
                *cells.get("variants", "").split("|"),
            ]
            keys = dict.fromkeys(names.key(word) for word in listed if not word.startswith("~"))
            found = self._words.keep(country, tuple(key for key in keys if key))
        return found

    def cells_of(self, number: int) -> dict[str, Any]:
        """The cells of an entity's row, by its row number."""
        return dict(json.loads(self.rows("SELECT cells FROM entity WHERE rowid = ?", (number,))[0][0]))

    def cells(self, actor_id: str) -> dict[str, Any] | None:
        """The cells of an entity's row, with its file and line."""
        rows = self.rows("SELECT cells FROM entity WHERE id = ?", (actor_id,))
        return dict(json.loads(rows[0][0])) if rows else None


def _term(row: tuple[Any, ...]) -> TermRow:
    """A term as the data base gives it."""
    number, person, country, office, title, start, end, first, last, certain, sectors, org, rank = row
    return TermRow(number, person, country or None, office, title, start or None, end or None, first, last,
                   bool(certain), split(sectors), org or None, rank)  # fmt: skip


def open_compiled() -> sqlite3.Connection:
    """Open the compiled file; in a development checkout compile it again when a table is newer."""
    if not _stale(build.COMPILED):
        return read_only(build.COMPILED)
    cached = cache_directory() / f"knowledge-{build.data_hash()}.sqlite"
    for target in (build.COMPILED, cached):
        try:
            if target != cached or not target.is_file():
                build.compile_data(target)
        except OSError:
            continue
        return read_only(target)
    return build.compile_in_memory()


def _stale(compiled: Path) -> bool:
    """Whether the compiled file is missing or, in a checkout, older than what it is made from."""
    if not compiled.is_file():
        return True
    source = Path(__file__).parents[2]
    if source.name != "src" or not (source.parent / "pyproject.toml").is_file():
        return False
    sources = [path for _, path in data_files()]
    sources += [Path(__file__).with_name(name) for name in ("build.py", "names.py", "tables.py", "words.py")]
    made = _modified(compiled)
    return any(_modified(path) > made for path in [*sources, *{path.parent for path in sources}])


def _modified(path: Path) -> float:
    """When a file was last written; a file that has just gone counts as new."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def cache_directory() -> Path:
    """Where a user's own caches go."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(root) if root else Path.home() / ".cache") / "dragoman"


def read_only(path: Path) -> sqlite3.Connection:
    """Open a compiled file that nobody changes."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
