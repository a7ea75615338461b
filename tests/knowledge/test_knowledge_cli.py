from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli.knowledge import app

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path / "own"))


def test_find_prints_one_json_line_for_a_question() -> None:
    result = RUNNER.invoke(app, ["find", "Boko", "Haram", "--date", "2014-04-14", "--format", "jsonl"])
    (line,) = result.stdout.splitlines()
    answer = json.loads(line)
    assert (answer["query"], answer["date"]) == ("Boko Haram", "2014-04-14")
    best = answer["candidates"][0]
    assert list(best) == [
        "actor_id",
        "name",
        "country",
        "sectors",
        "office",
        "start",
        "end",
        "resolved_by",
        "score",
    ]
    assert (best["actor_id"], best["country"]) == ("org:boko-haram", "NGA")


def test_quoted_questions_are_one_each() -> None:
    result = RUNNER.invoke(app, ["find", "Boko Haram", "Turkish police", "--format", "jsonl"])
    assert [json.loads(line)["query"] for line in result.stdout.splitlines()] == [
        "Boko Haram",
        "Turkish police",
    ]


def test_find_streams_standard_input() -> None:
    lines = "Turkish police\t2013-06-01\n\nprotesters\nx\t2013-99-01\n"
    result = RUNNER.invoke(app, ["find", "-", "--date", "2010"], input=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [a["date"] for a in answers] == ["2013-06-01", "2010-07-01", "2013-99-01"]
    assert answers[0]["candidates"][0]["country"] == "TUR"
    assert answers[1]["candidates"][0]["actor_id"] is None
    assert answers[2]["candidates"] == []
    assert "error" in answers[2]


def test_find_shows_a_table() -> None:
    result = RUNNER.invoke(app, ["find", "USSR"])
    assert result.exit_code == 0
    assert "SUN" in result.stdout


def test_a_bad_date_is_refused() -> None:
    result = RUNNER.invoke(app, ["find", "USSR", "--date", "yesterday"])
    assert result.exit_code == 2


def test_show() -> None:
    result = RUNNER.invoke(app, ["show", "country:IRN"])
    assert json.loads(result.stdout)["name"] == "Iran"
    assert RUNNER.invoke(app, ["show", "country:QQQ"]).exit_code == 1


def test_check_exits_with_an_error_and_names_the_line(data: Path) -> None:
    (data / "roles.tsv").write_text("phrase\tsectors\tkind\tsource\nbaker\n", encoding="utf-8")
    result = RUNNER.invoke(app, ["check", "--data", str(data)])
    assert result.exit_code == 1
    assert "roles.tsv:2: error: 1 fields" in result.stdout


def test_build_and_stats(data: Path, tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["build", "--data", str(data), "--output", str(tmp_path / "out.sqlite")])
    assert result.exit_code == 0
    assert (tmp_path / "out.sqlite").is_file()
    result = RUNNER.invoke(app, ["stats", "--data", str(data)])
    assert result.exit_code == 0
    assert "head-of-state" in result.stdout


def test_add_makes_own_actors_win_from_then_on(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id\tname\tvariants\tkind\tcountry\tsectors\norg:mine\tBoko Haram\t\tparty\tFRA\tPTY\n")
    assert RUNNER.invoke(app, ["add", str(own)]).exit_code == 0
    result = RUNNER.invoke(app, ["find", "Boko", "Haram", "--format", "jsonl"])
    assert json.loads(result.stdout)["candidates"][0]["actor_id"] == "org:mine"


def test_nothing_is_added_from_a_broken_file(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id\tname\tvariants\tkind\tcountry\tsectors\nbroken\n")
    result = RUNNER.invoke(app, ["add", str(own)])
    assert result.exit_code == 1
    assert "mine.tsv:2" in result.output


def test_add_tells_of_codes_that_do_not_exist(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("name\tkind\tcountry\tsectors\nBlue Shirts\tarmed-group\tFRX\tREX\n", encoding="utf-8")
    result = RUNNER.invoke(app, ["add", str(file)])
    assert "mine.tsv:2: error: no such country: FRX" in result.output
    assert "mine.tsv:2: error: no such sector: REX" in result.output
