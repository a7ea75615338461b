"""Compiling the tables to one SQLite file, the same bytes for the same tables.

Only the standard library, ``names`` and ``tables`` are used, so that ``hatch_build.py`` can run
this while a wheel is built, before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import names, words
from .tables import DATA, Loaded, Row, data_files, first_day, last_day, read_all

RELEASE = "2026.11"
FORMAT = "12"
"""Raised whenever the layout of the compiled file changes."""
COMPILED = Path(__file__).parent / "compiled" / "knowledge.sqlite"
UNKNOWN_TERM = 40000
"""How long a term of unknown end is believed to last: four years, in ``yyyymmdd`` arithmetic."""
OPEN_END = 99999999

_LAYOUT = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (rowid INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, name TEXT, country TEXT,
  sectors TEXT, start INTEGER, end INTEGER, subkind TEXT, cells TEXT);
CREATE TABLE name (key TEXT PRIMARY KEY, refs TEXT) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT PRIMARY KEY, refs TEXT) WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
CREATE TABLE term (rowid INTEGER PRIMARY KEY, person INTEGER, country TEXT, office TEXT, title TEXT,
  start TEXT, end TEXT, first INTEGER, last INTEGER, certain INTEGER, sectors TEXT, org TEXT, rank INTEGER);
CREATE TABLE surname (key TEXT, term INTEGER, person INTEGER, first INTEGER, last INTEGER, fame INTEGER,
  strong INTEGER, shared INTEGER);
CREATE TABLE office (key TEXT PRIMARY KEY, title TEXT, sectors TEXT, rank INTEGER) WITHOUT ROWID;
CREATE TABLE title (key TEXT, country TEXT, office TEXT, own INTEGER, PRIMARY KEY (key, country))
  WITHOUT ROWID;
CREATE TABLE implied (key TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE role (key TEXT PRIMARY KEY, phrase TEXT, sectors TEXT, kind TEXT) WITHOUT ROWID;
CREATE TABLE modifier (key TEXT PRIMARY KEY, sectors TEXT) WITHOUT ROWID;
CREATE TABLE place (rowid INTEGER PRIMARY KEY, id INTEGER, name TEXT, country TEXT, admin1 TEXT,
  latitude REAL, longitude REAL, kind TEXT, population INTEGER);
CREATE TABLE town (key TEXT, country TEXT, id INTEGER, name TEXT, admin1 TEXT, latitude REAL, longitude REAL,
  population INTEGER);
CREATE TABLE common (word TEXT PRIMARY KEY, kind TEXT) WITHOUT ROWID;
CREATE TABLE member (system TEXT, code TEXT, iso3 TEXT, name TEXT, start TEXT, end TEXT);
"""
_INDEXES = """
CREATE INDEX term_person ON term (person);
CREATE INDEX term_office ON term (country, office);
CREATE INDEX term_org ON term (org, office);
CREATE INDEX surname_key ON surname (key);
CREATE INDEX town_key ON town (key, country);
"""


def data_hash(data: Path = DATA) -> str:
    """A short hash of every data file's name and content."""
    digest = hashlib.sha256(FORMAT.encode())
    for _, path in data_files(data):
        with contextlib.suppress(FileNotFoundError):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


def compile_data(target: Path, data: Path = DATA) -> Loaded:
    """Compile the tables under ``data`` to ``target``, replacing it in one step; say what was wrong."""
    loaded = read_all(data)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=".knowledge-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(part)
        connection.execute("PRAGMA journal_mode = OFF")
        fill(connection, loaded, data_hash(data))
        connection.close()
        Path(part).chmod(0o644)
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
    return loaded


def compile_in_memory(data: Path = DATA) -> sqlite3.Connection:
    """Compile the tables under ``data`` to a data base in memory."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, read_all(data), data_hash(data))
    return connection


def fill(connection: sqlite3.Connection, loaded: Loaded, digest: str) -> None:
    """Lay out an empty data base and write the rows into it."""
    connection.executescript(_LAYOUT)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)",
        [("format", FORMAT), ("hash", digest), ("version", f"{RELEASE}+{digest}")],
    )
    add_rows(connection, loaded)
    connection.executescript(_INDEXES)
    connection.commit()
    connection.execute("VACUUM")


@dataclass(slots=True)
class _Names:
    """The names gathered for one run: key to references, skeleton to references."""

    exact: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    alike: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    own: str = ""
    """``X`` for a user's own rows."""

    def add(self, name: str, ref: str, skeleton: bool = False, outlet: bool = False) -> None:
        """Store ``name``, with the flags that its spelling calls for; a leading ``~`` makes it weak."""
        flags = self.own
        if name.startswith("~"):
            name, flags = name[1:], flags + "W"
        folded = names.key(name)
        if not folded:
            return
        if names.is_acronym(name):
            flags += "U"
        if name[:4].lower() == "the " and (outlet or " " not in folded):
            flags += "T"
        _append(self.exact[folded], ref + flags)
        if skeleton and len(folded) > 5 and "U" not in flags:
            _append(self.alike[names.skeleton(folded)], ref + flags)

    def add_key(self, folded: str, ref: str) -> None:
        """Store a key made by rule."""
        _append(self.exact[folded], ref + self.own)
        _append(self.alike[names.skeleton(folded)], ref + self.own)


TAGS = "abcdefghijklmnopqrstuvwxyzUTWX"
"""The letters behind the number of a reference: what sort of name it is, then its conditions."""


def _append(refs: list[str], ref: str) -> None:
    """Add ``ref`` unless the thing is there already; the less a spelling demands, the better."""
    number = ref.rstrip(TAGS)
    for i, other in enumerate(refs):
        if other.rstrip(TAGS) == number:
            if len(other) > len(ref):
                refs[i] = (
                    ref
                    if other[len(number)] > ref[len(number)]
                    else other[: len(number) + 1] + ref[len(number) + 1 :]
                )
            return
    refs.append(ref)


def add_rows(connection: sqlite3.Connection, loaded: Loaded, own: bool = False) -> None:
    """Write rows into a laid-out data base; ``own`` rows replace and go before those already there."""
    names_found = _Names(own="X" if own else "")
    _offices(connection, loaded.rows["offices"])
    _roles(connection, loaded.rows["roles"])
    modifiers = {names.phrase_key(w): r["sectors"] for r in loaded.rows["modifiers"] for w in r.items("word")}
    connection.executemany("INSERT OR REPLACE INTO modifier VALUES (?, ?)", sorted(modifiers.items()))
    _entities(connection, loaded, names_found)
    _people(connection, loaded, names_found)
    _places(connection, loaded.rows["places"], names_found)
    _towns(connection, loaded.rows["towns"])
    _short_names(connection, loaded.rows["places"], loaded.rows["towns"])
    connection.executemany(
        "INSERT OR REPLACE INTO common VALUES (?, ?)",
        sorted({names.key(r["word"]): r["kind"] for r in loaded.rows["common"]}.items()),
    )
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)",
        [
            tuple(r[c] for c in ("system", "code", "iso3", "name", "start", "end"))
            for r in loaded.rows["membership"]
        ],
    )
    _write_names(connection, names_found)
    connection.commit()


def _write_names(connection: sqlite3.Connection, found: _Names) -> None:
    """Write the gathered names and the longest name that begins with each word."""
    for table, gathered in (("name", found.exact), ("skeleton", found.alike)):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET refs = excluded.refs || ' ' || refs",
            [(key, " ".join(refs)) for key, refs in sorted(gathered.items())],
        )
    longest: Counter[str] = Counter()
    for key in found.exact:
        pieces = key.split()
        longest[pieces[0]] = max(longest[pieces[0]], len(pieces))
    connection.executemany(
        "INSERT INTO first VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET longest = max(longest, excluded.longest)",
        sorted(longest.items()),
    )


def _offices(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Offices, and every title phrase with the country it is bound to."""
    connection.executemany(
        "INSERT OR REPLACE INTO office VALUES (?, ?, ?, ?)",
        [(r["key"], r["title"], r["sectors"], int(float(r["rank"] or 3))) for r in rows],
    )
    titles: dict[tuple[str, str], str] = {}
    implied: dict[str, str] = {}
    for row in rows:
        for phrase in [row["key"].replace("-", " "), row["title"], *row.items("variants")]:
            bound, title, alone = _bound(phrase)
            key = names.phrase_key(title)
            for country in bound:
                titles.setdefault((key, country), row["key"])
                if alone:
                    implied.setdefault(key, country)
                    titles.setdefault((key, ""), row["key"])
    connection.executemany("INSERT OR REPLACE INTO implied VALUES (?, ?)", sorted(implied.items()))
    connection.executemany(
        "INSERT OR REPLACE INTO title VALUES (?, ?, ?, 1)",
        [(key, country, office) for (key, country), office in sorted(titles.items())],
    )


def _bound(phrase: str) -> tuple[list[str], str, bool]:
    """The countries that a title is bound to, the title, and whether it alone tells the country.

    ``GBR,IND:chancellor`` has a meaning of its own in two countries; ``VAT=pope`` tells the country too.
    """
    for mark in ":=":
        countries, found, title = phrase.partition(mark)
        if found:
            return [c.strip() for c in countries.split(",")], title, mark == "="
    return [""], phrase, False


def _roles(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Roles under each of their spellings; the first spelling is the phrase that is shown."""
    found: dict[str, tuple[str, str, str]] = {}
    for row in rows:
        phrases = row.items("phrase")
        for phrase in phrases:
            found.setdefault(names.phrase_key(phrase), (phrases[0], row["sectors"], row["kind"]))
    connection.executemany(
        "INSERT OR REPLACE INTO role VALUES (?, ?, ?, ?)", [(k, *v) for k, v in sorted(found.items())]
    )


def _add_entity(connection: sqlite3.Connection, entity: tuple[object, ...]) -> int:
    """Write one entity, or replace the one with its id; its row number."""
    known = connection.execute("SELECT rowid FROM entity WHERE id = ?", (entity[0],)).fetchone()
    if known:
        connection.execute("DELETE FROM entity WHERE rowid = ?", known)
    cursor = connection.execute(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (known[0] if known else None, *entity)
    )
    return int(cursor.lastrowid or 0)


def _cells(row: Row) -> str:
    """The cells of a row that are not empty, with their place, as JSON."""
    filled = {c: v for c, v in row.cells.items() if v}
    return json.dumps({**filled, "file": row.file, "line": row.line}, ensure_ascii=False, sort_keys=True)


def _entities(connection: sqlite3.Connection, loaded: Loaded, found: _Names) -> None:
    """States, organisations, outlets and the users' actors that are not persons."""
    seen: set[str] = set()
    for table in ("states", "organisations", "outlets", "actors"):
        for row in loaded.rows[table]:
            if row["id"] in seen or _is_person(row):
                continue
            seen.add(row["id"])
            number = _add_entity(connection, _ENTITY[table](row))
            _NAMES[table](row, number, found)


def _state(row: Row) -> tuple[object, ...]:
    """The entity of a state or territory; a territory without a code of its own acts for its parent."""
    iso3 = row["iso3"]
    if not iso3 and row["id"].startswith("country:"):
        iso3 = row["id"].partition(":")[2]
    elif not iso3:
        iso3 = row["parent"].partition(":")[2]
    sectors = "GOV|PRE" if row["kind"] == "disputed" else "GOV"
    first, last = first_day(row["start"]), last_day(row["end"])
    return (row["id"], "country", row["name"], iso3, sectors, first, last, row["kind"], _cells(row))


def _organisation(row: Row) -> tuple[object, ...]:
    """The entity of an organisation."""
    country = row["country"].partition("|")[0]
    first, last = first_day(row["start"]), last_day(row["end"])
    return (row["id"], "org", row["name"], country, row["sectors"], first, last, row["kind"], _cells(row))


def _outlet(row: Row) -> tuple[object, ...]:
    """The entity of a news outlet: ``JRN`` in PLOVER 2, ``MED`` in CAMEO, both kept."""
    country = row["country"].partition("|")[0]
    return (row["id"], "outlet", row["name"], country, "JRN|MED", 0, OPEN_END, row["kind"], _cells(row))


def _actor(row: Row) -> tuple[object, ...]:
    """The entity of a user's actor that is not a person."""
    kind = {"country": "country", "outlet": "outlet"}.get(row["kind"], "org")
    first, last = first_day(row["start"]), last_day(row["end"])
    subkind = row["kind"] or "org"
    return (
        actor_id(row),
        kind,
        row["name"],
        row["country"],
        row["sectors"],
        first,
        last,
        subkind,
        _cells(row),
    )


def actor_id(row: Row) -> str:
    """The id of a user's actor, made from its name where the file gives none."""
    prefix = "person" if row["kind"] == "person" else "org"
    return row["id"] or f"{prefix}:{names.key(row['name']).replace(' ', '-')}"


def _state_names(row: Row, number: int, found: _Names) -> None:
    """Store the names of a state, each under the tag that says what sort of name it is."""
    found.add(row["name"], f"{number}n")
    columns = [("variants", "v"), ("adjectives", "a"), ("demonyms", "d"), ("metonyms", "m")]
    if row["id"].startswith("country:") or row["kind"] == "disputed":
        columns.append(("capital", "c"))
    for column, tag in columns:
        for name in row.items(column):
            found.add(name, f"{number}{tag}")


def _plain_names(row: Row, number: int, found: _Names) -> None:
    """Store the name and the variants of an organisation or outlet."""
    outlet = row.table == "outlets"
    found.add(row["name"], f"{number}n", skeleton=True, outlet=outlet)
    for name in row.items("variants"):
        found.add(name, f"{number}v", skeleton=True, outlet=outlet)


_ENTITY = {"states": _state, "organisations": _organisation, "outlets": _outlet, "actors": _actor}
_NAMES = {
    "states": _state_names,
    "organisations": _plain_names,
    "outlets": _plain_names,
    "actors": _plain_names,
}


def _is_person(row: Row) -> bool:
    """Whether a user's row describes a person."""
    return row.table == "actors" and (row["kind"] == "person" or row["id"].startswith("person:"))


@dataclass(slots=True)
class _Term:
    """One dated term, before its unknown end is settled."""

    row: Row
    person: int
    rank: int
    sectors: str
    first: int
    last: int
    certain: bool


def _person_rows(loaded: Loaded) -> Iterator[Row]:
    """The terms of office, those of the users' own actors in the same form."""
    yield from loaded.rows["terms"]
    for row in loaded.rows["actors"]:
        if _is_person(row):
            cells = {
                **row.cells,
                "person_id": actor_id(row),
                "person": row["name"],
                "title": row["office"],
                "org": "",
            }
            yield Row("actors", row.file, row.line, cells)


def _people(connection: sqlite3.Connection, loaded: Loaded, found: _Names) -> None:
    """Persons with their terms, full names, shorter names and surnames."""
    offices = {k: (s, r) for k, s, r in connection.execute("SELECT key, sectors, rank FROM office")}
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in _person_rows(loaded):
        by_person[row["person_id"]].append(row)
    terms: list[_Term] = []
    for person, rows in sorted(by_person.items()):
        number = _person(connection, person, rows, found)
        for row in rows:
            sectors, rank = offices.get(row["office"], ("", 3))
            terms.append(_term(row, number, row["sectors"] or sectors, rank))
    _settle_ends(terms)
    _write_terms(connection, terms)
    _learn_titles(connection, [t.row for t in terms if t.row.table == "terms"])


def _person(connection: sqlite3.Connection, person: str, rows: list[Row], found: _Names) -> int:
    """Write one person and every multi-word name that they go by."""
    variants = sorted({v for row in rows for v in [row["person"], *row.items("variants")]})
    name = rows[0]["person"]
    countries = Counter(r["country"] for r in rows if r["country"])
    country = countries.most_common(1)[0][0] if countries else ""
    cells = {
        "id": person,
        "name": name,
        "variants": "|".join(v for v in variants if v != name),
        "source": rows[0]["source"],
        "file": rows[0].file,
        "line": rows[0].line,
    }
    text = json.dumps({k: v for k, v in cells.items() if v}, ensure_ascii=False, sort_keys=True)
    known = connection.execute("SELECT rowid FROM entity WHERE id = ?", (person,)).fetchone()
    if known and not found.own:
        number = int(known[0])
    else:
        number = _add_entity(connection, (person, "person", name, country, "", 0, OPEN_END, "person", text))
    found.add(name, f"{number}f", skeleton=True)
    for variant in variants:
        if " " in names.key(variant):
            found.add(variant, f"{number}g", skeleton=True)
    for variant in variants:
        for short in names.short_forms(variant, country):
            found.add_key(short, f"{number}p")
    return number


def _term(row: Row, person: int, sectors: str, rank: int) -> _Term:
    """The term of one row, its end still open where the row does not know it."""
    start, end = row["start"], row["end"]
    first = first_day(start)
    last = OPEN_END if end in ("", "?") else last_day(end)
    if not first and last != OPEN_END:
        first = last - UNKNOWN_TERM
    return _Term(row, person, rank, sectors, first, last, end != "?" and start not in ("", "?"))


def _settle_ends(terms: list[_Term]) -> None:
    """Give a term of unknown end the start of the next holder, or the believed length."""
    groups: dict[tuple[str, ...], list[_Term]] = defaultdict(list)
    for term in terms:
        row = term.row
        groups[row["country"], row["office"], row["org"], names.phrase_key(row["title"])].append(term)
    for group in groups.values():
        group.sort(key=lambda t: (t.first, t.row["person_id"]))
        for i, term in enumerate(group):
            if term.row["end"] != "?":
                continue
            later = [t.first for t in group[i + 1 :] if t.first > term.first]
            term.last = min([term.first + UNKNOWN_TERM if term.first else OPEN_END, *later[:1]])


def _write_terms(connection: sqlite3.Connection, terms: list[_Term]) -> None:
    """Write the terms, and the surnames of those whose office is known by surname alone."""
    start = connection.execute("SELECT coalesce(max(rowid), 0) FROM term").fetchone()[0]
    records, surnames = [], []
    homes: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        if term.row["country"] in words.ENGLISH:
            for key, _ in _surname_keys(term.row):
                homes[key].add(term.row["country"])
    for number, term in enumerate(terms, start=start + 1):
        row = term.row
        records.append(
            (
                number,
                term.person,
                row["country"],
                row["office"],
                row["title"],
                row["start"],
                row["end"],
                term.first,
                term.last,
                int(term.certain),
                term.sectors,
                row["org"],
                term.rank,
            )
        )
        fame = _fame(term)
        surnames += [
            (
                key,
                number,
                term.person,
                term.first,
                term.last,
                fame,
                strong,
                int(bool(homes[key] - {row["country"]})),
            )
            for key, strong in _surname_keys(row)
            if strong or fame < _OBSCURE
        ]
    connection.executemany(f"INSERT INTO term VALUES ({', '.join('?' * 13)})", records)
    connection.executemany("INSERT INTO surname VALUES (?, ?, ?, ?, ?, ?, ?, ?)", surnames)


_OBSCURE = 4
_FAMED = frozenset(["foreign-minister", "defence-minister", "vice-president", "national-security-adviser"])


def _fame(term: _Term) -> int:
    """How well a holder is known by surname: 1 heads, 2 foreign ministers of great states, 3 and 4 others."""
    row = term.row
    if row["office"] == "secretary-general":
        subordinate = words.SUBORDINATE.intersection(names.key(row["title"]).split())
        if row["org"] == "org:united-nations" and not subordinate:
            return 1
        return 2 if row["org"] in words.RENOWNED_BODIES and not subordinate else 3
    if row["org"] in words.RENOWNED_BODIES and "high representative" in row["title"].lower():
        return 2
    if row["office"] == "group-leader" or (row["office"] in _FAMED and row["country"] in words.RENOWN):
        return 2
    return 1 if term.rank == 1 else term.rank + 1


def _surname_keys(row: Row) -> list[tuple[str, int]]:
    """The short names of a term's holder; 1 marks those that a data file itself lists."""
    found = dict.fromkeys(names.surnames(row["person"], row["country"]), 0)
    own = set(names.key(row["person"]).split())
    for variant in [row["person"], *row.items("variants")]:
        folded = names.key(variant)
        if " " not in folded or folded.split()[0] in names.PARTICLES:
            found[folded] = 1
            continue
        for key in names.surnames(variant, row["country"])[:1]:
            if row["country"] not in words.TWO_SURNAMES or key in own:
                found.setdefault(key, 0)
    found.pop("", None)
    return sorted(found.items())


def _learn_titles(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Let the printed titles of the terms name their office too, where the phrase is not yet known."""
    uses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        key = names.phrase_key(row["title"])
        if key and key.split()[0] not in words.FORMER:
            uses[key, ""][row["office"]] += 1
            uses[key, row["country"]][row["office"]] += 1
    general = {k: max(sorted(c), key=c.__getitem__) for (k, country), c in uses.items() if not country}
    learnt = []
    for (key, country), offices in sorted(uses.items()):
        best = max(sorted(offices), key=offices.__getitem__)
        if not country or general[key] != best:
            learnt.append((key, country, best))
    connection.executemany("INSERT OR IGNORE INTO title VALUES (?, ?, ?, 0)", learnt)


def _places(connection: sqlite3.Connection, rows: list[Row], found: _Names) -> None:
    """Places, with references that begin with ``@``."""
    number = connection.execute("SELECT coalesce(max(rowid), 0) FROM place").fetchone()[0]
    records = []
    for row in rows:
        position = float(row["latitude"]), float(row["longitude"])
        population, geonames = int(float(row["population"] or 0)), int(row["id"]) if row["id"] else None
        number += 1
        country, admin1 = row["country"].partition("|")[0] or None, row["admin1"] or None
        records.append((number, geonames, row["name"], country, admin1, *position, row["kind"], population))
        found.add(row["name"], f"@{number}n")
        for variant in row.items("variants"):
            found.add(variant, f"@{number}v")
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", records)


def _towns(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Small places, apart from all other names: they are asked for by name and country alone."""
    records = [
        (
            key, row["country"], int(row["id"]), row["name"], row["admin1"] or None,
            float(row["latitude"]), float(row["longitude"]), int(row["population"] or 0),
        )
        for row in rows
        for key in sorted({names.key(name) for name in (row["name"], *row.items("variants"))})
    ]  # fmt: skip
    connection.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?)", records)


_OF_AN_EPITHET = re.compile(r" (?:de|del|de la|de los|de las|el|la|los|las) (?=[A-ZÁÉÍÓÚÑ])")
_AMERICAS = frozenset("MEX GTM HND SLV NIC CRI PAN CUB DOM VEN COL ECU PER BOL CHL ARG URY PRY".split())


def _short_names(connection: sqlite3.Connection, places: list[Row], towns: list[Row]) -> None:
    """ "Ticul" for "Ticul de Morales": as news calls towns of Spanish America.

    Only where the country has no town of the short name, and one alone that can be so called.
    """
    rows = [
        r for r in (*places, *towns) if r["country"] in _AMERICAS and r.cells.get("kind", "city") == "city"
    ]
    taken = {(names.key(n), r["country"]) for r in rows for n in (r["name"], *r.items("variants"))}
    short: dict[tuple[str, str], list[Row]] = {}
    for r in rows:
        first = _OF_AN_EPITHET.split(r["name"])[0]
        if first != r["name"] and len(first) > _SHORTEST and first not in _NO_NAMES:
            short.setdefault((names.key(first), r["country"]), []).append(r)
    connection.executemany(
        "INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                key, country, int(r["id"]), r["name"], r["admin1"] or None,
                float(r["latitude"]), float(r["longitude"]), int(r["population"] or 0),
            )
            for (key, country), (r, *others) in sorted(short.items(), key=lambda item: item[0])
            if not others and (key, country) not in taken
        ],
    )  # fmt: skip


_SHORTEST = 4
_NO_NAMES = frozenset(
    "Bahía Barra Barrio Benemérito Bosque Brisas Cabeza Campo Capilla Castillo Centro Cerro Ciudad "
    "Ciénega Colonia Corral Delegación Ejido Estación Estancia Fortín Fuerte Hacienda Isla Laguna "
    "Lomas Mesa Nuestra Señora Nueva Nuevo Palma Palmar Paso Piedra Plan Playa Playas Pueblo Puente "
    "Puerta Puerto Punta Quebrada Rincón Sierra Valle Villa Vista Zona".split()
)
"""What begins names of towns and is none by itself."""


def main() -> int:
    """Compile to the package's own place; used by ``hatch_build.py`` and by hand."""
    loaded = compile_data(COMPILED)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
