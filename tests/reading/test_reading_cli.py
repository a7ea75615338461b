"""``dragoman code`` on the formats that the readers know."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app

if TYPE_CHECKING:
    from dragoman.coding import Coder

Run = Callable[..., Result]
TEXT = "Kenya's president met his Ugandan counterpart in Kampala on Sunday, officials said."
PAGE = (
    "<html><head><title>Kenya and Uganda hold talks</title><meta name=date content=2021-05-03></head>"
    f"<body><h1>Kenya and Uganda hold talks</h1><p>{TEXT}</p></body></html>"
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> Run:
    monkeypatch.setattr("dragoman.coding.Coder", lambda: coder)
    monkeypatch.setenv("COLUMNS", "120")
    commands.register(app)

    def runner(*arguments: object, text: bytes | None = None) -> Result:
        return CliRunner().invoke(app, ["code", *map(str, arguments)], input=text)

    return runner


def types(result: Result) -> list[set[str]]:
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    return [{m["event_type"] for m in r["event_mentions"]} for r in records]


def test_columns_are_mapped_and_a_broken_row_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f'day,story_text\n2021-05-03,"{TEXT}"\n2021-05-04\n', encoding="utf-8")
    result = run(path, "-f", "jsonl", "--map", "text=story_text,published=day")
    assert result.exit_code == 1
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record["published"] == "2021-05-03"
    assert "CONSULT" in {m["event_type"] for m in record["event_mentions"]}
    assert "export.csv:3: the row has fewer cells" in result.stderr


def test_a_format_is_forced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.dat"
    path.write_text(PAGE.replace("<html>", "<xhtml>"), encoding="utf-8")
    assert run(path).exit_code == 1
    (found,) = types(run(path, "-f", "jsonl", "--as", "html"))
    assert "CONSULT" in found


def test_standard_input_in_any_format(run: Run) -> None:
    line = json.dumps({"text": TEXT, "date": "2021-05-03"}).encode() + b"\n"
    for data, count in ((PAGE.encode(), 1), (line * 3, 3), (gzip.compress(line * 2), 2)):
        found = types(run("-", "-f", "jsonl", text=data))
        assert len(found) == count
        assert all("CONSULT" in t for t in found)


def test_json_is_a_list_where_a_file_can_hold_several(run: Run, tmp_path: Path) -> None:
    page, table = tmp_path / "page.html", tmp_path / "table.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    table.write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    assert isinstance(json.loads(run(page, "-f", "json").stdout), dict)
    assert isinstance(json.loads(run(table, "-f", "json").stdout), list)


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--as", "pdf", "no format that is read"),
        ("--map", "text", "no FIELD=COLUMN"),
        ("--map", "body=text", "no field of a report"),
    ],
)
def test_wrong_options(run: Run, option: str, value: str, words: str) -> None:
    result = run("-", option, value, text=b"")
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.replace("│", " ").split())
