"""The project's own gold keeps its README's rules; the messages name ids only, since the test half stays unseen."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dragoman import ontology
from dragoman.evaluation.gold import read_gold
from dragoman.evaluation.rows import can_be_scored

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "evaluation" / "gold"
STATES = ROOT / "src" / "dragoman" / "knowledge" / "data" / "states.tsv"
FILES = ("reports", "articles", "more_articles", "briefs")
FIELDS = {"id", "split", "lang", "date", "title", "text", "outlet", "events"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    files = [GOLD / f"{name}.jsonl" for name in FILES]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_ids_tell_the_split_and_the_kind(rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    assert [row["id"] for row in rows if set(row) != FIELDS] == []
    for row in rows:
        assert row["split"] == ("dev" if int(row["id"][-1]) % 2 else "test"), row["id"]
        short = row["id"][4].isdigit()
        assert ("\n\n" in row["text"]) != short, (
            f"{row['id']}: articles and briefs have paragraphs, short reports one"
        )
    kinds = Counter((_kind(row["id"]), row["split"]) for row in rows)
    assert kinds == {
        ("report", "dev"): 44,
        ("report", "test"): 44,
        ("article", "dev"): 47,
        ("article", "test"): 10,
        ("brief", "dev"): 111,
        ("brief", "test"): 110,
    }


def _kind(name: str) -> str:
    """Which of the files a report is in: "own-012", "own-a12", "own-f12"."""
    mark = name.removeprefix("own-")[0]
    return "report" if mark.isdigit() else "article" if mark == "a" else "brief"


def test_words_are_verbatim(rows: list[dict[str, Any]]) -> None:
    wrong = []
    for row in rows:
        for number, event in enumerate(row["events"]):
            parties = [party["text"] for party in event["source"] + event["target"]]
            places = [event["place"]] if event["place"] else []
            evidence_is_found = event["evidence"] in row["title"] or event["evidence"] in row["text"]
            words = parties + places + event["attribution"]
            if not evidence_is_found or any(w not in row["title"] and w not in row["text"] for w in words):
                wrong.append((row["id"], number))
    assert wrong == []


def test_codes_and_days_are_known(rows: list[dict[str, Any]]) -> None:
    states = {
        line.split("\t")[0].removeprefix("country:")
        for line in STATES.read_text(encoding="utf-8").splitlines()
    }
    codes = states | set(ontology.nonstate()) | {"UNO", "EUR", ""}
    wrong = []
    for row in rows:
        assert dt.date.fromisoformat(row["date"])
        for number, event in enumerate(row["events"]):
            kind, mode = event["plover_root"], event["mode"]
            parties = event["source"] + event["target"]
            good = (
                kind in ontology.types()
                and (mode is None or (kind, mode) in ontology.modes())
                and event["status"] in ontology.statuses()
                and all(p["code"] in codes and p["sector"] in {"", *ontology.sectors()} for p in parties)
                and not (event["symmetric"] and event["target"])
                and (event["event_date"] is None or dt.date.fromisoformat(event["event_date"]))
            )
            if not good:
                wrong.append((row["id"], number))
    assert wrong == []


def test_no_event_is_marked_twice_in_the_same_words(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        told = Counter((e["plover_root"], e["mode"], e["evidence"]) for e in row["events"])
        assert max(told.values(), default=1) == 1, row["id"]


def test_both_halves_can_be_scored_row_by_row() -> None:
    for split, reports in (("dev", 202), ("test", 164)):
        gold = [g for file in FILES for g in read_gold(GOLD / f"{file}.jsonl", split)]
        assert len(gold) == reports
        assert can_be_scored(gold)
