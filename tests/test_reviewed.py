from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import dragoman
from dragoman import story
from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.store import Store, queries, reviews
from dragoman.store.filters import Filter
from dragoman.store.reviewed import as_reviewed
from dragoman.store.reviews import Review, new_review
from tests.explorer.small import records

PUT: dict[str, Any] = {
    "event_type": "THREATEN",
    "event_mode": None,
    "status": "denied",
    "actors": [{"text": "Kenya", "code": "KEN"}],
    "recipients": [],
    "place": "Mombasa",
    "date": "2018-09-01",
}
ADDED = PUT | {"event_type": "AID", "span": [0, 5], "field": "text"}


def stored(path: Path) -> Path:
    with Store.open(path) as store:
        store.add_many(records())
        story.catch_up(store)
    return path


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("reviewed") / "e.duckdb")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return stored(tmp_path / "own.duckdb")


def decide(path: Path, *decided: Review) -> None:
    with Store.open(path) as store:
        for review in decided:
            reviews.add(store.connection, review)


def mentions(path: Path) -> list[tuple[str, str]]:
    with Store.open(path, read_only=True) as store:
        found = store.connection.execute("SELECT document_id, id FROM event_mentions ORDER BY ALL")
        return [(d, m) for d, m in found.fetchall()]


# --- the decisions that hold, in plain SQL -------------------------------------------------------

HOLDING = """
SELECT arg_max(decision, id) AS decision, arg_max(coalesce(put, '{}'), id) AS put, mention_id FROM reviews
WHERE decision <> 'undo' AND id NOT IN (SELECT undoes FROM reviews WHERE decision = 'undo')
GROUP BY mention_id"""
PLAIN = {
    "unrejected": f"""
      SELECT m.id, coalesce(json_extract_string(h.put, '$.event_type'), m.event_type) AS event_type
      FROM event_mentions m LEFT JOIN ({HOLDING}) h ON h.mention_id = m.id
      WHERE h.decision IS DISTINCT FROM 'reject'
      UNION ALL SELECT mention_id, json_extract_string(put, '$.event_type') FROM ({HOLDING}) WHERE decision = 'add'
    """,
    "confirmed": f"""
      SELECT h.mention_id, coalesce(json_extract_string(h.put, '$.event_type'), m.event_type)
      FROM ({HOLDING}) h LEFT JOIN event_mentions m ON h.mention_id = m.id
      WHERE h.decision IN ('confirm', 'correct', 'add')
    """,
}
DECISION = st.sampled_from(["confirm", "correct", "reject", "undo", "add"])
steps = st.lists(st.tuples(st.sampled_from(["A", "B"]), DECISION, st.integers(0, 5)), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
@example(steps=[("A", "add", 1), ("A", "add", 0), ("A", "add", 1)])
def test_what_is_reviewed_is_what_plain_sql_says(base: Path, steps: list[tuple[str, str, int]]) -> None:
    known = mentions(base)
    with Store.open(base) as store:
        reviews.make_table(store.connection)
        store.connection.execute("DELETE FROM reviews")
        for who, decision, n in steps:
            document, mention = known[n]
            standing = list(reviews.standing(reviews.all_reviews(store.connection)).values())
            undoes = next((r.id for r in standing if r.reviewer == who), None)
            if decision == "undo" and undoes is None:
                continue
            put = {"correct": PUT, "add": ADDED}.get(decision)
            added = f"added-{n}" if decision == "add" else mention
            review = new_review(
                who, document, added, decision, put=put, undoes=undoes if decision == "undo" else None
            )
            reviews.add(store.connection, review)
    with Store.open(base, read_only=True) as store:
        for which, sql in PLAIN.items():
            expected = sorted(store.connection.execute(sql).fetchall())
            asked = Filter(reviewed=which)  # type: ignore[arg-type]
            with as_reviewed(store, which) as held, queries.mentions(held, asked) as found:
                rows = list(found.dicts())
                assert sorted((r["mention_id"], r["event_type"]) for r in rows) == expected
                members = held.connection.execute("SELECT mention_id FROM event_members").fetchall()
                assert sorted(m for (m,) in members) == [m for m, _ in expected]
                counted = held.connection.execute("SELECT sum(n_mentions) FROM events").fetchall()
                assert counted[0][0] == (len(expected) or None)
                for key in {d for d, _ in known} if which == "unrejected" else ():
                    record = store.record(key)
                    assert record is not None
                    told = reviews.reviewed(record, reviews.all_reviews(store.connection))
                    assert held.record(key) == told, (
                        steps,
                        held.record(key).event_mentions,
                        told.event_mentions,
                    )


def test_an_event_is_told_anew(own: Path) -> None:
    (shelling,) = [m for d, m in mentions(own) if d == "d2"]
    (denial,) = [m for d, m in mentions(own) if d == "d4"]
    decide(own, new_review("A", "d2", shelling, "correct", put=PUT), new_review("A", "d4", denial, "reject"))
    with Store.open(own, read_only=True) as store:
        before = store.connection.execute(
            "SELECT id, n_mentions FROM events WHERE event_type = 'ASSAULT'"
        ).fetchone()
        assert before is not None
        assert before[1] == 4
        with (
            as_reviewed(store, "unrejected") as held,
            queries.events(held, Filter(types=("THREATEN",))) as found,
        ):
            (event,) = found.dicts()
        assert (event["event_id"], event["n_mentions"], event["killed_max"]) == (before[0], 3, 30)
        assert (event["status"], event["actor_countries"], event["place_name"]) == (
            "denied",
            "KEN",
            "Mombasa",
        )
        with as_reviewed(store, "confirmed") as held, queries.events(held, Filter()) as found:
            assert [r["n_mentions"] for r in found.dicts()] == [1]
        # the coder's own record stands
        assert store.connection.execute(
            "SELECT count(*) FROM event_mentions WHERE id = ?", [denial]
        ).fetchone() == (1,)


# --- the commands ----------------------------------------------------------------------------------


def run(*words: object) -> Any:
    commands.register(app)
    return CliRunner().invoke(app, [str(w) for w in words])


def test_commands_and_python_share_it(own: Path, tmp_path: Path) -> None:
    (shelling,) = [m for d, m in mentions(own) if d == "d2"]
    decide(own, new_review("A", "d2", shelling, "correct", put=PUT))
    asked = ("--store", own, "--reviewed", "confirmed")
    (row,) = map(json.loads, run("query", *asked, "--format", "jsonl").stdout.splitlines())
    assert (row["event_type"], row["actor_names"], row["place_name"], row["rule"]) == (
        "THREATEN", "Kenya", "Mombasa", "review",
    )  # fmt: skip
    path = tmp_path / "x.csv"
    assert run("export", "csv", *asked, "-o", path).exit_code == 0
    assert "THREATEN" in path.read_text(encoding="utf-8")
    manifest = json.loads((tmp_path / "x.csv.manifest.json").read_text(encoding="utf-8"))
    assert (manifest["filters"]["reviewed"], manifest["reviews"]["reviewers"]) == (["confirmed"], ["A"])
    assert run("reproduce", f"{path}.manifest.json").exit_code == 0
    records = tmp_path / "r.jsonl"
    assert run("export", "jsonl", *asked, "-o", records).exit_code == 0
    (record,) = map(json.loads, records.read_text(encoding="utf-8").splitlines())
    assert [m["event_type"] for m in record["event_mentions"]] == ["THREATEN"]
    assert run("export", "polecat", *asked, "-o", tmp_path / "p.tsv", "--type", "ASSAULT").exit_code == 1
    with dragoman.open(own) as opened:
        assert len(opened.find(events=False, reviewed="confirmed", type="THREATEN")) == 1
        assert len(opened.reviewed("confirmed").mentions) == 1
        assert len(opened.mentions) == 6
    decide(own, new_review("A", "d2", shelling, "confirm"))
    said = run("reproduce", f"{path}.manifest.json")
    assert said.exit_code == 1
    assert "reviews:" in said.output
    assert run("query", "--store", own, "--reviewed", "mine").exit_code == 2
