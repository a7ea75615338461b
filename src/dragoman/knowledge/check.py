"""Checking the tables: what a person editing them would want to be told, with file and line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import names
from .build import OPEN_END
from .tables import DATA, TABLES, Loaded, Problem, Row, first_day, last_day, read_all, read_rows

SECTORS = frozenset(
    [
        "COP",
        "GOV",
        "JUD",
        "LEG",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
        "HLH",
    ]
)
"""PLOVER's sectors, with ``HLH`` for health actors."""
NOT_STATES = frozenset(["UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"])
"""PLOVER's codes for actors that belong to no state."""
OVERLAP = 200
"""Holders of one office may overlap for two months, in ``yyyymmdd`` arithmetic, before it is reported."""
_SOLE = frozenset(
    [
        "head-of-state",
        "supreme-leader",
        "head-of-government",
        "foreign-minister",
        "defence-minister",
        "interior-minister",
        "finance-minister",
        "chief-of-staff",
        "speaker-of-parliament",
        "governor-general",
        "central-bank-governor",
    ]
)
_ENTITIES = ("states", "organisations", "outlets")


def check_data(data: Path = DATA) -> list[Problem]:
    """Everything that is wrong or doubtful in the tables under ``data``, by file and line."""
    return sorted(set(check_rows(read_all(data))))


def check_own(loaded: Loaded) -> list[Problem]:
    """What is wrong in a user's own rows by themselves: codes that do not exist, ids given twice."""
    states = TABLES["states"]
    shipped = [r for r in read_rows(DATA / states.where[0], states, states.where[0]) if isinstance(r, Row)]
    own = loaded.rows["states"]
    whole = Loaded({**loaded.rows, "states": [*own, *shipped]})
    return sorted({*_codes(whole), *_duplicates(loaded)})


def check_rows(loaded: Loaded) -> Iterator[Problem]:
    """As :func:`check_data`, for rows already read."""
    yield from loaded.problems
    for rows in loaded.rows.values():
        yield from _without_source(rows)
    yield from _duplicates(loaded)
    yield from _codes(loaded)
    yield from _dead_ids(loaded)
    yield from _cycles([r for t in _ENTITIES for r in loaded.rows[t] if t != "outlets"])
    yield from _overlaps(loaded.rows["terms"])
    yield from _persons(loaded.rows["terms"])
    yield from _ambiguous(loaded)


def _problem(row: Row, message: str, severity: str = "error") -> Problem:
    """A problem at the place of a row."""
    return Problem(row.file, row.line, message, severity)


def _without_source(rows: Iterable[Row]) -> Iterator[Problem]:
    """Rows that name no source."""
    for row in rows:
        if "source" in row.cells and not row["source"]:
            yield _problem(row, "no source")


def _duplicates(loaded: Loaded) -> Iterator[Problem]:
    """Ids, office keys and role phrases that are used twice."""
    seen: dict[tuple[str, str], Row] = {}
    for table, column in (*((t, "id") for t in _ENTITIES), ("offices", "key")):
        for row in loaded.rows[table]:
            key = ("office" if table == "offices" else "entity", row[column])
            if key in seen:
                yield _problem(row, f"{column} {row[column]} is already at {seen[key].file}:{seen[key].line}")
            seen.setdefault(key, row)
    phrases: dict[str, Row] = {}
    for row in loaded.rows["roles"]:
        for phrase in row.items("phrase"):
            folded = names.phrase_key(phrase)
            if folded in phrases:
                yield _problem(row, f"phrase {phrase!r} is already at line {phrases[folded].line}", "warning")
            phrases.setdefault(folded, row)


def _codes(loaded: Loaded) -> Iterator[Problem]:
    """Countries and sectors that do not exist."""
    countries = {r["iso3"] or r["id"].partition(":")[2] for r in loaded.rows["states"]} | NOT_STATES
    for table in ("terms", "organisations", "outlets", "places", "towns", "actors"):
        for row in loaded.rows[table]:
            for code in row.items("country"):
                if code not in countries:
                    yield _problem(row, f"no such country: {code}")
    for table in ("terms", "organisations", "roles", "offices", "modifiers", "actors"):
        for row in loaded.rows[table]:
            for code in row.items("sectors"):
                if code not in SECTORS:
                    yield _problem(row, f"no such sector: {code}")


def _dead_ids(loaded: Loaded) -> Iterator[Problem]:
    """Ids and office keys that are referred to but not defined."""
    known = {row["id"] for table in _ENTITIES for row in loaded.rows[table]}
    offices = {row["key"] for row in loaded.rows["offices"]}
    for row in [*loaded.rows["states"], *loaded.rows["organisations"]]:
        for parent in row.items("parent"):
            if parent not in known:
                yield _problem(row, f"parent {parent} is not defined")
    for row in loaded.rows["terms"]:
        if row["org"] and row["org"] not in known:
            yield _problem(row, f"organisation {row['org']} is not defined")
        if row["office"] not in offices:
            yield _problem(row, f"office {row['office']} is not defined")


def _cycles(rows: list[Row]) -> Iterator[Problem]:
    """Entities that are, through their parents, their own parents."""
    parents = {row["id"]: row.items("parent")[:1] for row in rows}
    for row in rows:
        path = [row["id"]]
        while parents.get(path[-1]):
            step = parents[path[-1]][0]
            if step == row["id"]:
                yield _problem(row, f"is its own parent: {' > '.join([*path, step])}")
                break
            if step in path:
                break
            path.append(step)


def _overlaps(rows: list[Row]) -> Iterator[Problem]:
    """Offices with one holder that two persons hold at a time, or one person twice."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["country"], row["org"], row["office"], names.phrase_key(row["title"])].append(row)
    for key, group in sorted(groups.items()):
        group.sort(key=lambda r: (first_day(r["start"]), r["person_id"], r.line))
        for i, row in enumerate(group):
            for other in group[i + 1 :]:
                if first_day(other["start"]) >= _end(row) or not first_day(other["start"]):
                    break
                same = row["person_id"] == other["person_id"]
                both = min(_end(row), _end(other)) - first_day(other["start"])
                if (same and both > 0) or (key[2] in _SOLE and both > OVERLAP):
                    yield _problem(
                        other,
                        f"overlaps {row['person']} ({row['start']} to {row['end'] or 'now'}), "
                        f"{row.file}:{row.line}",
                        "warning",
                    )


def _end(row: Row) -> int:
    """The last known day of a term; a term of unknown end overlaps nothing."""
    if row["end"] == "?":
        return 0
    return last_day(row["end"]) if row["end"] else OPEN_END


def _persons(rows: list[Row]) -> Iterator[Problem]:
    """Person ids under which quite different names stand."""
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row["person_id"], row)
        if row["person"] != first["person"]:
            shared = set(names.key(row["person"]).split()) & set(names.key(first["person"]).split())
            if not shared:
                yield _problem(
                    row, f"{row['person_id']} is {first['person']} at {first.file}:{first.line}", "warning"
                )


def _ambiguous(loaded: Loaded) -> Iterator[Problem]:
    """Names that several entities share at one time, and names that are common words."""
    common = {names.key(r["word"]) for r in loaded.rows["common"] if r["kind"] == "word"}
    owners: dict[str, list[Row]] = defaultdict(list)
    for table in _ENTITIES:
        for row in loaded.rows[table]:
            listed = [n for n in [row["name"], *row.items("variants")] if not n.startswith("~")]
            for name in dict.fromkeys(map(names.key, listed)):
                owners[name].append(row)
            for name in listed:
                if (
                    names.key(name) in common
                    and not names.is_acronym(name)
                    and not name.lower().startswith("the ")
                ):
                    yield _problem(row, f"{name!r} is a common word", "warning")
    for name, rows in sorted(owners.items()):
        for row in rows[1:]:
            if row["id"] != rows[0]["id"] and _together(row, rows[0]):
                yield _problem(
                    row, f"{name!r} also names {rows[0]['id']}, {rows[0].file}:{rows[0].line}", "warning"
                )


def _together(one: Row, other: Row) -> bool:
    """Whether two entities existed at one time."""
    spans = [(first_day(r.cells.get("start", "")), last_day(r.cells.get("end", ""))) for r in (one, other)]
    return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
