"""The project's own dated questions, and what the shipped tables must hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman.knowledge import Candidate, Knowledge
from dragoman.knowledge.tables import read_all

QUESTIONS = Path(__file__).with_name("questions.tsv")
PHRASES = Path(__file__).with_name("phrases.tsv")
FLOOR = 0.97


def questions() -> list[tuple[str, dt.date, str]]:
    rows = [line.split("\t") for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [
        (q, dt.date.fromisoformat(d), e) for q, d, e in (r for r in rows if len(r) == 3) if q != "question"
    ]


def right(found: list[Candidate], expected: str) -> bool:
    for answer in expected.split("|"):
        country, slash, sector = answer.partition("/")
        if found and not slash and found[0].actor_id == answer:
            return True
        if found and slash and (found[0].country or "-") == country and sector in found[0].sectors:
            return True
    return False


def test_questions(base: Knowledge) -> None:
    asked = questions()
    wrong = [
        (query, day.isoformat(), expected, found[:2])
        for query, day, expected in asked
        if not right(found := base.resolve(query, day), expected)
    ]
    assert len(asked) >= 300
    assert 1 - len(wrong) / len(asked) >= FLOOR, "\n".join(map(str, wrong))


def test_actor_phrases(base: Knowledge) -> None:
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    wrong = []
    for phrase, day, countries, sectors in rows:
        found = base.resolve(phrase, dt.date.fromisoformat(day))
        country, told = ((found[0].country or "-"), set(found[0].sectors)) if found else ("-", set())
        if country not in countries.split("|") or not (sectors == "-" or told & set(sectors.split("|"))):
            wrong.append((phrase, countries, sectors, found[:2]))
    assert len(rows) >= 150
    assert 1 - len(wrong) / len(rows) >= FLOOR, "\n".join(map(str, wrong))


def test_the_shipped_tables_are_read_without_an_error() -> None:
    loaded = read_all()
    assert not loaded.problems
    assert len(loaded.rows["roles"]) >= 900
    assert len(loaded.rows["states"]) >= 250


def test_every_state_is_found_by_its_own_names(base: Knowledge) -> None:
    missing = []
    for row in read_all().rows["states"]:
        start, end = row["start"][:4] or "1990", row["end"][:4] or "2024"
        day = dt.date((int(start) + int(end)) // 2 if int(start) > 1500 else 1990, 6, 1)
        for name in [row["name"], *row.items("variants"), *row.items("adjectives")]:
            if name.startswith("~"):
                continue
            if row["id"] not in {c.actor_id for c in base.lookup(name, day)[:3]}:
                missing.append((row["id"], name))
    assert not missing


def test_nationality_of_adjectives(base: Knowledge) -> None:
    for word, iso3 in (("Nigerien", "NER"), ("Nigerian", "NGA"), ("Dominican", "DOM"), ("Congolese", "COD"),
                       ("Korean", "KOR"), ("Swiss", "CHE"), ("Burmese", "MMR"), ("Kosovar", "XKX")):  # fmt: skip
        assert base.nationality(word)[0] == iso3
    assert base.nationality("Korean") == ("KOR", "PRK")
